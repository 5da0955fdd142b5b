// What a company gets on paper: where the counter's invoices and reporting meet. The program's name
// stands on none of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/phrase.h"
#include "core/zone.h"
#include "pos/customer_account.h"
#include "pos/invoice/invoice_book.h"
#include "pos/shop.h"
#include "pos/tender_book.h"
#include "pos/till_book.h"
#include "reporting/document.h"
#include "reporting/trade_paper.h"

namespace tilia::app {

// A delivery note, invoice or credit note that is in the book; CHECKs that it is.
[[nodiscard]] reporting::TradePaper paper_of(pos::InvoiceBook& book, const pos::PaperNumber& number,
                                             const pos::Organisation& organisation,
                                             const Words& words);
// One that is not in the book yet too: then it has no number.
[[nodiscard]] reporting::TradePaper invoice_paper(const pos::Invoice& invoice,
                                                  const std::vector<pos::Supplied>& supplied,
                                                  const pos::Buyer& buyer,
                                                  const pos::Organisation& organisation,
                                                  const Words& words);

// The account's moves of a month, what is open invoice by invoice, and how both come together.
struct CompanyStatement {
  pos::CustomerAccount account;
  pos::Buyer buyer;
  pos::AccountStatement moves;
  std::vector<pos::Invoice> invoices;
  pos::InvoiceStanding standing;
  Day today;
};
// Of that month, else of this one; the account and its company must be there (CHECKed).
[[nodiscard]] CompanyStatement statement_of_company(pos::InvoiceBook& book,
                                                    pos::TenderBook& tenders,
                                                    pos::TillBook& till_book,
                                                    const std::string& account,
                                                    const std::optional<Month>& month,
                                                    const Zone& zone, const Clock& clock);
[[nodiscard]] reporting::Document company_statement(const CompanyStatement& statement,
                                                    const pos::Organisation& organisation,
                                                    const Words& words);

}  // namespace tilia::app
