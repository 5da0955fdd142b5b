// `tilia invoice …`: companies that buy on account, their delivery notes, invoices, credit notes.
#include "app/command_invoice.h"

#include "app/arguments.h"
#include "app/day_answer.h"
#include "app/invoice_paper.h"
#include "pos/invoice/delivery_strip.h"

namespace tilia::app {
namespace {

struct InvoiceOptions {
  std::string account;
  std::string number;
  std::string name;
  std::vector<std::string> address;
  std::string country;
  std::string tax_number;
  std::string vat_number;
  std::string iban;
  int days = -1;
  bool prices = false;
  bool no_prices = false;
  std::string until;
  std::vector<std::string> notes;
  bool preview = false;
  bool whole = false;
  std::string pdf;
  std::string strip;
};

Json buyer_json(const pos::Buyer& buyer) {
  return {{"account", buyer.account},         {"name", buyer.name},
          {"address", buyer.address},         {"country", buyer.country},
          {"tax_number", buyer.tax_number},   {"vat_number", buyer.vat_number},
          {"days_to_pay", buyer.days_to_pay}, {"prices_on_notes", buyer.prices_on_notes}};
}

// What is not named stays; a new one is of the organisation's country.
ExitStatus invoice_buyer(Desk& desk, const InvoiceOptions& asked) {
  if (asked.prices && asked.no_prices)
    throw Stopped(ExitStatus::wrong_usage, "prices_or_none", Phrase("app.invoice.prices_or_none"));
  InvoiceDesk at(desk, Act::keep_accounts);
  pos::Buyer buyer = at.invoices.buyer(asked.account)
                         .value_or(pos::Buyer{.account = asked.account,
                                              .name = {},
                                              .address = {},
                                              .country = at.book.organisation().country,
                                              .tax_number = {}});
  if (!asked.name.empty()) buyer.name = asked.name;
  if (!asked.address.empty()) buyer.address.clear();
  for (const std::string& line : asked.address)
    buyer.address += (buyer.address.empty() ? "" : "\n") + line;
  if (!asked.country.empty()) buyer.country = asked.country;
  if (!asked.tax_number.empty()) buyer.tax_number = asked.tax_number;
  if (!asked.vat_number.empty()) buyer.vat_number = asked.vat_number;
  if (asked.days >= 0) buyer.days_to_pay = asked.days;
  if (asked.prices || asked.no_prices) buyer.prices_on_notes = asked.prices;
  buyer = kept(at.keep.set_buyer(buyer));
  desk.printer.answer(
      buyer_json(buyer),
      Phrase("app.invoice.buyer_kept").with("name", buyer.name).with("account", buyer.account));
  return ExitStatus::done;
}

ExitStatus invoice_own(Desk& desk, const InvoiceOptions& asked) {
  InvoiceDesk at(desk, Act::keep_accounts);
  pos::OwnAccount own = at.invoices.own_account();
  if (!asked.iban.empty()) own.iban = asked.iban;
  if (!asked.vat_number.empty()) own.vat_number = asked.vat_number;
  own = kept(at.keep.set_own_account(own));
  desk.printer.answer(Json{{"iban", own.iban}, {"vat_number", own.vat_number}},
                      Phrase("app.invoice.own_kept"));
  return ExitStatus::done;
}

ExitStatus invoice_deliver(Desk& desk, const InvoiceOptions& asked) {
  InvoiceDesk at(desk, Act::sell);
  const pos::DeliveryNote note = kept(at.keep.deliver(asked.number));
  const pos::Supplied supplied = at.invoices.supplied({note.sale}).front();
  const pos::Buyer buyer = at.invoices.buyer(at.invoices.account_of(note.sale).value()).value();
  const Strip strip = pos::delivery_strip(note, supplied, buyer, at.book.paper_head(),
                                          at.book.zone(), at.paper_words());
  if (!asked.strip.empty())
    write_whole(asked.strip, reporting::strip_pdf(strip, reporting::StripPaper::roll_80_mm,
                                                  reporting::Typeface(desk.resources.fonts())));
  at.write_pdf(note.number, asked.pdf);
  Json lines = Json::array();
  for (const pos::SaleLine& line : supplied.sale.priced.lines)
    lines.push_back({{"article", line.article}, {"quantity", line.quantity.text()}});
  desk.printer.answer(Json{{"note", note.number.text()},
                           {"receipt", supplied.sale.receipt},
                           {"account", buyer.account},
                           {"day", note.day.text()},
                           {"lines", lines}},
                      strip_rows(strip));
  return ExitStatus::done;
}

// Of one company, or of each that has something to be invoiced.
std::vector<pos::KeepInvoices::Asked> wanted(InvoiceDesk& at, const InvoiceOptions& asked) {
  pos::KeepInvoices::Asked one{
      asked.account, asked.until.empty() ? at.keep.today() : day_argument(asked.until), {}};
  for (const std::string& note : asked.notes)
    one.notes.push_back(number_argument(pos::Series::delivery_note, note));
  if (!asked.account.empty()) return {one};
  if (!one.notes.empty() || !asked.pdf.empty())
    throw Stopped(ExitStatus::wrong_usage, "which_account", Phrase("app.invoice.which_account"));
  std::vector<pos::KeepInvoices::Asked> all;
  for (const pos::Buyer& buyer : at.invoices.buyers()) {
    one.account = buyer.account;
    if (at.keep.preview(one)) all.push_back(one);
  }
  return all;
}

ExitStatus invoice_make(Desk& desk, const InvoiceOptions& asked) {
  InvoiceDesk at(desk, Act::keep_accounts);
  const std::vector<pos::KeepInvoices::Asked> all = wanted(at, asked);
  for (const pos::KeepInvoices::Asked& one : all) {
    const pos::Invoice invoice = kept(asked.preview ? at.keep.preview(one) : at.keep.make(one));
    if (!asked.preview) at.write_pdf(invoice.number, asked.pdf);
    desk.printer.answer(invoice_json(invoice),
                        Phrase(asked.preview ? "app.invoice.would_be" : "app.invoice.made")
                            .with("number", invoice.number.text())
                            .with("account", invoice.account)
                            .with("amount", invoice.sums.on_account)
                            .with("day", invoice.due));
  }
  if (all.empty()) desk.printer.answer(Json{{"invoices", 0}}, Phrase("app.invoice.none_to_make"));
  at.book.sign_heads();
  return ExitStatus::done;
}

ExitStatus invoice_credit(Desk& desk, const InvoiceOptions& asked) {
  InvoiceDesk at(desk, Act::keep_accounts);
  const pos::CreditNote note =
      kept(at.keep.credit(number_argument(pos::Series::invoice, asked.number), asked.whole));
  at.write_pdf(note.number, asked.pdf);
  desk.printer.answer(credit_json(note), Phrase("app.invoice.credited")
                                             .with("number", note.number.text())
                                             .with("invoice", note.invoice.text())
                                             .with("amount", note.sums.on_account));
  return ExitStatus::done;
}

void add_buyer(CLI::App& invoice, Desk& desk) {
  auto buyer = std::make_shared<InvoiceOptions>();
  CLI::App* command = add_command(invoice, desk, "buyer", "app.help.invoice_buyer",
                                  "tilia invoice buyer hotel --name \"Hotel Danube Ltd\" --address "
                                  "\"Quay 1\" --tax-number 1234");
  add_option(command, desk, "account", buyer->account, "app.option.account").required();
  add_option(command, desk, "--name", buyer->name, "app.option.buyer_name");
  add_option(command, desk, "--address", buyer->address, "app.option.buyer_address")
      .one_value_each();
  add_option(command, desk, "--country", buyer->country, "app.option.buyer_country");
  add_option(command, desk, "--tax-number", buyer->tax_number, "app.option.buyer_tax_number");
  add_option(command, desk, "--vat-number", buyer->vat_number, "app.option.buyer_vat_number");
  add_option(command, desk, "--days", buyer->days, "app.option.buyer_days");
  add_flag(command, desk, "--prices", buyer->prices, "app.option.buyer_prices");
  add_flag(command, desk, "--no-prices", buyer->no_prices, "app.option.buyer_no_prices");
  does(command, desk, buyer, invoice_buyer);

  auto own = std::make_shared<InvoiceOptions>();
  CLI::App* us = add_command(invoice, desk, "own", "app.help.invoice_own",
                             "tilia invoice own --iban RS35260005601001611379");
  add_option(us, desk, "--iban", own->iban, "app.option.own_iban");
  add_option(us, desk, "--vat-number", own->vat_number, "app.option.own_vat_number");
  does(us, desk, own, invoice_own);
}

}  // namespace

void add_invoice_commands(CLI::App& root, Desk& desk) {
  CLI::App* invoice = add_family(root, desk, "invoice", "app.help.invoice");
  add_buyer(*invoice, desk);

  auto delivering = std::make_shared<InvoiceOptions>();
  CLI::App* deliver = add_command(*invoice, desk, "deliver", "app.help.invoice_deliver",
                                  "tilia invoice deliver T1-1-1042 --pdf note.pdf");
  add_option(deliver, desk, "receipt", delivering->number, "app.option.invoice_receipt").required();
  add_option(deliver, desk, "--pdf", delivering->pdf, "app.option.pdf");
  add_option(deliver, desk, "--strip", delivering->strip, "app.option.invoice_strip");
  does(deliver, desk, delivering, invoice_deliver);

  auto making = std::make_shared<InvoiceOptions>();
  CLI::App* make = add_command(*invoice, desk, "make", "app.help.invoice_make",
                               "tilia invoice make hotel --until 2026-03-31 --pdf march.pdf");
  add_option(make, desk, "account", making->account, "app.option.invoice_account");
  add_option(make, desk, "--until", making->until, "app.option.invoice_until");
  add_option(make, desk, "--note", making->notes, "app.option.invoice_note").one_value_each();
  add_flag(make, desk, "--preview", making->preview, "app.option.invoice_preview");
  add_option(make, desk, "--pdf", making->pdf, "app.option.pdf");
  does(make, desk, making, invoice_make);

  auto crediting = std::make_shared<InvoiceOptions>();
  CLI::App* credit = add_command(*invoice, desk, "credit", "app.help.invoice_credit",
                                 "tilia invoice credit I-1-9 --pdf back.pdf");
  add_option(credit, desk, "invoice", crediting->number, "app.option.invoice_number").required();
  add_flag(credit, desk, "--whole", crediting->whole, "app.option.invoice_whole");
  add_option(credit, desk, "--pdf", crediting->pdf, "app.option.pdf");
  does(credit, desk, crediting, invoice_credit);

  add_invoice_reading(*invoice, desk);
}

}  // namespace tilia::app
