// `tilia invoice …`: what companies paid, which invoices are open and since when. Payments come one
// by one or as JSON lines, and are answered one a line.
#include "app/arguments.h"
#include "app/command_invoice.h"
#include "app/invoice_paper.h"
#include "app/json_lines.h"
#include "reporting/papers.h"

namespace tilia::app {
namespace {

struct PaidOptions {
  std::string account;
  std::string id;
  std::string number;
  std::string amount;
  std::string invoice;
  std::string file;
  std::string month;
  std::string pdf;
};

std::optional<pos::PaperNumber> invoice_asked(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return number_argument(pos::Series::invoice, text);
}

void answer(Desk& desk, InvoiceDesk& at, const pos::InvoicePayment& payment) {
  const pos::InvoiceStanding standing = kept(at.keep.standing(payment.account));
  Json json = payment_json(payment);
  json["owed"] = amount_json(standing.owed);
  json["unassigned"] = amount_json(standing.unassigned);
  desk.printer.answer(json, Phrase("app.invoice.noted")
                                .with("number", payment.number.text())
                                .with("account", payment.account)
                                .with("owed", standing.owed));
}

// {"id":"9f…","account":"hotel","amount":"120.00","invoice":"I-1-9"}: sent again it is noted once;
// without an invoice the oldest first.
PaidOptions payment_in(const std::string& line) {
  const pos::InvoiceRefusal bad{pos::InvoiceRefusal::Why::bad_line, line};
  const Json json = Json::parse(line, nullptr, false);
  if (!json.is_object()) refuse(bad);
  PaidOptions asked;
  for (const auto& [key, value] : json.items()) {
    if (!value.is_string()) refuse(bad);
    if (key == "id")
      asked.id = value.get<std::string>();
    else if (key == "account")
      asked.account = value.get<std::string>();
    else if (key == "amount")
      asked.amount = value.get<std::string>();
    else if (key == "invoice")
      asked.invoice = value.get<std::string>();
    else
      refuse(bad);
  }
  if (asked.id.empty()) refuse(bad);
  return asked;
}

std::optional<pos::InvoicePaymentId> payment_id(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto id = pos::InvoicePaymentId::parse(text);
  if (!id) refuse({pos::InvoiceRefusal::Why::bad_line, text});
  return id;
}

Money amount_in(const std::string& text, Currency currency) {
  auto amount = Money::parse(text, currency);
  if (!amount) refuse({pos::InvoiceRefusal::Why::not_an_amount, text});
  return amount.value();
}

ExitStatus invoice_pay(Desk& desk, const PaidOptions& asked) {
  if (asked.file.empty() == asked.account.empty())
    throw Stopped(ExitStatus::wrong_usage, "account_or_file",
                  Phrase("app.invoice.account_or_file"));
  InvoiceDesk at(desk, Act::keep_accounts);
  const auto pay = [&](const PaidOptions& one) {
    answer(desk, at,
           kept(at.keep.pay(one.account, amount_in(one.amount, at.book.currency()),
                            invoice_asked(one.invoice), payment_id(one.id))));
  };
  bool all = true;
  if (asked.file.empty())
    pay(asked);
  else
    all = for_each_json_line(desk, asked.file,
                             [&](const std::string& line) { pay(payment_in(line)); });
  at.book.sign_heads();
  return all ? ExitStatus::done : ExitStatus::refused;
}

ExitStatus invoice_assign(Desk& desk, const PaidOptions& asked) {
  InvoiceDesk at(desk, Act::keep_accounts);
  answer(desk, at, kept(at.keep.assign(asked.account, invoice_asked(asked.invoice))));
  return ExitStatus::done;
}

ExitStatus invoice_reverse(Desk& desk, const PaidOptions& asked) {
  InvoiceDesk at(desk, Act::keep_accounts);
  answer(desk, at, kept(at.keep.reverse(number_argument(pos::Series::payment, asked.number))));
  return ExitStatus::done;
}

ExitStatus invoice_list(Desk& desk, const PaidOptions& asked) {
  InvoiceDesk at(desk, Act::keep_accounts);
  Json list = Json::array();
  Rows rows;
  for (const pos::Invoice& invoice : at.invoices.invoices(asked.account)) {
    list.push_back(invoice_json(invoice));
    rows.push_back({invoice.number.text(), invoice.account, desk.words.day(invoice.issued),
                    desk.words.day(invoice.due), desk.words.amount(invoice.sums.on_account),
                    desk.words.amount(invoice.open())});
  }
  const Json answer{{"invoices", list}};
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.invoice.none"));
  else
    desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

// Any paper by its number: its letter says what it is.
ExitStatus invoice_show(Desk& desk, const PaidOptions& asked) {
  using pos::PaperNumber;
  using pos::Series;
  InvoiceDesk at(desk, Act::keep_accounts);
  const std::string& text = asked.number;
  const auto show = [&](const Json& json, const PaperNumber& number, const Money& amount) {
    at.write_pdf(number, asked.pdf);
    desk.printer.answer(json,
                        Phrase("app.invoice.shown").with("number", text).with("amount", amount));
    return ExitStatus::done;
  };
  if (const auto number = PaperNumber::parse(Series::invoice, text)) {
    if (const auto found = at.invoices.invoice(*number))
      return show(invoice_json(*found), *number, found->open());
  }
  if (const auto number = PaperNumber::parse(Series::credit_note, text)) {
    if (const auto found = at.invoices.credit_note(*number))
      return show(credit_json(*found), *number, found->sums.on_account);
  }
  if (const auto number = PaperNumber::parse(Series::delivery_note, text)) {
    if (const auto found = at.invoices.note(*number)) {
      const pos::Supplied supplied = at.invoices.supplied({found->sale}).front();
      return show(Json{{"note", number->text()},
                       {"receipt", supplied.sale.receipt},
                       {"day", found->day.text()}},
                  *number, supplied.on_account);
    }
  }
  refuse({pos::InvoiceRefusal::Why::unknown_invoice, text});
}

Json age_json(const pos::InvoiceAge& age) {
  return {{"not_due", amount_json(age.not_due)},
          {"1-30", amount_json(age.to_30_days)},
          {"31-60", amount_json(age.to_60_days)},
          {"61-90", amount_json(age.to_90_days)},
          {"over_90", amount_json(age.older)}};
}

Json standing_json(const pos::InvoiceStanding& standing) {
  return {{"owed", amount_json(standing.owed)},
          {"open", amount_json(standing.open)},
          {"not_invoiced", amount_json(standing.not_invoiced)},
          {"unassigned", amount_json(standing.unassigned)}};
}

ExitStatus invoice_ages(Desk& desk, const PaidOptions&) {
  InvoiceDesk at(desk, Act::keep_accounts);
  const Money none = Money::zero(at.book.currency());
  pos::InvoiceAge all{none, none, none, none, none};
  Json companies = Json::array();
  Rows rows;
  for (const pos::KeepInvoices::Aged& aged : at.keep.ages()) {
    Json one{{"account", aged.buyer.account}, {"name", aged.buyer.name}};
    one.update(standing_json(aged.standing));
    one["by_age"] = age_json(aged.age);
    companies.push_back(std::move(one));
    const Words& words = desk.words;
    rows.push_back({aged.buyer.account, aged.buyer.name, words.amount(aged.standing.owed),
                    words.amount(aged.age.not_due), words.amount(aged.age.to_30_days),
                    words.amount(aged.age.to_60_days), words.amount(aged.age.to_90_days),
                    words.amount(aged.age.older)});
    all += aged.age;
  }
  const Json answer{
      {"currency", at.book.currency().code()}, {"companies", companies}, {"by_age", age_json(all)}};
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.invoice.no_company"));
  else
    desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

ExitStatus invoice_statement(Desk& desk, const PaidOptions& asked) {
  InvoiceDesk at(desk, Act::keep_accounts);
  const pos::InvoiceStanding standing = kept(at.keep.standing(asked.account));
  if (!at.invoices.buyer(asked.account))
    refuse({pos::InvoiceRefusal::Why::no_buyer, asked.account});
  std::optional<Month> month;
  if (!asked.month.empty()) month = month_argument(asked.month);
  const CompanyStatement statement =
      statement_of_company(at.invoices, at.book.tender_book(), at.book.till_book(), asked.account,
                           month, at.book.zone(), at.book.clock());
  if (!asked.pdf.empty()) {
    const reporting::Typeface typeface(desk.resources.fonts());
    write_whole(
        asked.pdf,
        reporting::document_pdf(
            company_statement(statement, at.book.organisation(), at.paper_words()), typeface));
  }
  Json answer{{"account", asked.account}, {"month", Month::of(statement.moves.from).text()}};
  answer.update(standing_json(standing));
  answer["before"] = amount_json(statement.moves.before);
  answer["after"] = amount_json(statement.moves.after);
  answer["invoices"] = Json::array();
  for (const pos::Invoice& invoice : statement.invoices) {
    if (!invoice.open().is_zero()) answer["invoices"].push_back(invoice_json(invoice));
  }
  desk.printer.answer(
      answer,
      Phrase("app.account.owes_now").with("account", asked.account).with("owed", standing.owed));
  return ExitStatus::done;
}

}  // namespace

void add_invoice_reading(CLI::App& invoice, Desk& desk) {
  const auto command = [&](const char* name, const char* help, const char* example) {
    return add_command(invoice, desk, name, help, example);
  };
  auto paying = std::make_shared<PaidOptions>();
  CLI::App* pay = command("pay", "app.help.invoice_pay",
                          "tilia invoice pay hotel --amount 120.00 --invoice I-1-9");
  add_option(pay, desk, "account", paying->account, "app.option.invoice_account");
  add_option(pay, desk, "--amount", paying->amount, "app.option.invoice_amount");
  add_option(pay, desk, "--id", paying->id, "app.option.invoice_payment_id");
  add_option(pay, desk, "--invoice", paying->invoice, "app.option.invoice_paid");
  add_option(pay, desk, "--file", paying->file, "app.option.invoice_file");
  does(pay, desk, paying, invoice_pay);

  auto assigning = std::make_shared<PaidOptions>();
  CLI::App* assign =
      command("assign", "app.help.invoice_assign", "tilia invoice assign hotel --invoice I-1-9");
  add_option(assign, desk, "account", assigning->account, "app.option.account").required();
  add_option(assign, desk, "--invoice", assigning->invoice, "app.option.invoice_paid");
  does(assign, desk, assigning, invoice_assign);

  auto reversing = std::make_shared<PaidOptions>();
  CLI::App* reverse = command("reverse", "app.help.invoice_reverse", "tilia invoice reverse P-1-4");
  add_option(reverse, desk, "payment", reversing->number, "app.option.invoice_payment").required();
  does(reverse, desk, reversing, invoice_reverse);

  auto listing = std::make_shared<PaidOptions>();
  CLI::App* list = command("list", "app.help.invoice_list", "tilia invoice list hotel");
  add_option(list, desk, "account", listing->account, "app.option.invoice_account");
  does(list, desk, listing, invoice_list);

  auto showing = std::make_shared<PaidOptions>();
  CLI::App* show =
      command("show", "app.help.invoice_show", "tilia invoice show I-1-9 --pdf again.pdf");
  add_option(show, desk, "number", showing->number, "app.option.invoice_any").required();
  add_option(show, desk, "--pdf", showing->pdf, "app.option.pdf");
  does(show, desk, showing, invoice_show);

  does(command("ages", "app.help.invoice_ages", "tilia invoice ages"), desk,
       std::make_shared<PaidOptions>(), invoice_ages);

  auto stating = std::make_shared<PaidOptions>();
  CLI::App* statement = command("statement", "app.help.invoice_statement",
                                "tilia invoice statement hotel --month 2026-03 --pdf march.pdf");
  add_option(statement, desk, "account", stating->account, "app.option.account").required();
  add_option(statement, desk, "--month", stating->month, "app.option.invoice_month");
  add_option(statement, desk, "--pdf", stating->pdf, "app.option.pdf");
  does(statement, desk, stating, invoice_statement);
}

}  // namespace tilia::app
