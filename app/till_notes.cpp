#include "app/till_notes.h"

#include <algorithm>

#include "db/book_fault.h"
#include "pos/invoice/delivery_strip.h"

namespace tilia::app {

TillNotes::TillNotes(db::BookFile& file, pos::TenderBook& tenders, pos::TillBook& book,
                     const Zone& zone, const Clock& clock)
    : zone_(zone), invoices_(file), keep_({invoices_, tenders, book, zone, clock}) {}

std::optional<Strip> TillNotes::note_of(const pos::Sale& sale, const pos::PaperHead& head,
                                        const Words& words) {
  const auto on_account = [](const pos::Tender& tender) {
    return tender.kind == pos::TenderKind::account;
  };
  if (sale.refund_of || std::ranges::none_of(sale.priced.tenders, on_account)) return std::nullopt;
  try {
    const auto note = keep_.deliver(sale.receipt);
    if (!note) return std::nullopt;
    const pos::Supplied supplied = invoices_.supplied({sale.id}).front();
    const pos::Buyer buyer = invoices_.buyer(invoices_.account_of(sale.id).value()).value();
    return pos::delivery_strip(note.value(), supplied, buyer, head, zone_, words);
  } catch (const db::BookFault&) {
    return std::nullopt;
  }
}

}  // namespace tilia::app
