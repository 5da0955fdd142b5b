// A company's month on paper: what moved, what is open, how both come together.
#include "app/account_paper.h"
#include "app/invoice_paper.h"
#include "pos/invoice/keep_invoices.h"
#include "pos/keep_accounts.h"

namespace tilia::app {

CompanyStatement statement_of_company(pos::InvoiceBook& book, pos::TenderBook& tenders,
                                      pos::TillBook& till_book, const std::string& account,
                                      const std::optional<Month>& month, const Zone& zone,
                                      const Clock& clock) {
  pos::KeepInvoices keep({book, tenders, till_book, zone, clock});
  pos::KeepAccounts accounts(tenders, till_book.organisation().currency, zone, clock);
  const Month of = month.value_or(Month::of(keep.today()));
  return {accounts.find(account).value(),
          book.buyer(account).value(),
          accounts.statement(account, of.first_day(), of.last_day()).value(),
          book.invoices(account),
          keep.standing(account).value(),
          keep.today()};
}

reporting::Document company_statement(const CompanyStatement& statement,
                                      const pos::Organisation& organisation, const Words& words) {
  pos::CustomerAccount named = statement.account;
  named.name = statement.buyer.name;
  reporting::Document document = statement_document(named, statement.moves, organisation, words);
  reporting::Document::Grid open{{words.say("app.invoice.number"), words.say("app.invoice.issued"),
                                  words.say("app.invoice.pay_until"),
                                  words.say("app.invoice.to_pay"), words.say("app.invoice.open")},
                                 {3, 4, 4, 3, 3},
                                 {},
                                 {false, false, false, true, true}};
  for (const pos::Invoice& invoice : statement.invoices) {
    if (invoice.open().is_zero()) continue;
    open.rows.push_back({invoice.number.text(), words.day(invoice.issued), words.day(invoice.due),
                         words.amount(invoice.sums.on_account), words.amount(invoice.open())});
  }
  const pos::InvoiceStanding& standing = statement.standing;
  reporting::Document::Part part{
      words.say(Phrase("app.invoice.open_on").with("day", statement.today)), {}, {}};
  if (!open.rows.empty()) part.grids.push_back(std::move(open));
  document.parts.push_back(std::move(part));
  reporting::Document::Grid sums{{"", ""}, {5, 2}, {}, {false, true}};
  const auto sum = [&](const char* key, const Money& amount) {
    sums.rows.push_back({words.say(key), words.amount(amount)});
  };
  sum("app.invoice.standing.open", standing.open);
  sum("app.invoice.standing.not_invoiced", standing.not_invoiced);
  sum("app.invoice.standing.unassigned", -standing.unassigned);
  sum("app.invoice.standing.owed", standing.owed);
  document.parts.push_back({words.say("app.invoice.standing.title"), {}, {std::move(sums)}});
  return document;
}

}  // namespace tilia::app
