// The delivery note that a company gets with what it bought on account: written when the counter
// prints the receipt, the same again when it prints that again.
#pragma once

#include <optional>

#include "core/strip.h"
#include "db/invoice_book_sqlite.h"
#include "pos/invoice/keep_invoices.h"
#include "pos/receipt.h"

namespace tilia::app {

class TillNotes {
 public:
  TillNotes(db::BookFile& file, pos::TenderBook& tenders, pos::TillBook& book, const Zone& zone,
            const Clock& clock);

  // Nothing for whoever is no company. A book that cannot be written now is no reason to print no
  // receipt: the office writes the note later.
  [[nodiscard]] std::optional<Strip> note_of(const pos::Sale& sale, const pos::PaperHead& head,
                                             const Words& words);

 private:
  const Zone& zone_;
  db::InvoiceBookSqlite invoices_;
  pos::KeepInvoices keep_;
};

}  // namespace tilia::app
