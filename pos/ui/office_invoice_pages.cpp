// The pages about companies.
#include <fmt/format.h>

#include <algorithm>

#include "core/iban.h"
#include "pos/ui/office_invoices.h"

namespace tilia::pos {
namespace {

using ui::Column;
using ui::Field;

constexpr const char* oldest = "oldest";

Phrase state_of(const Invoice& invoice, const Day& today) {
  if (invoice.cancelled) return Phrase("office.company.state.cancelled");
  if (invoice.open().is_zero()) return Phrase("office.company.state.paid");
  const int late = invoice.due.days_until(today);
  if (late > 0) return Phrase::counted("office.company.state.late", late);
  return Phrase("office.company.state.open");
}

bool is_late(const Invoice& invoice, const Day& today) {
  return !invoice.open().is_zero() && invoice.due < today;
}

}  // namespace

ui::Page OfficeInvoices::companies_page() {
  ui::Page page;
  page.title = Phrase("office.company.title");
  page.subtitle = {keep_.today()};
  page.quiet = {{"company.own", Phrase("office.company.own")}, {"back", Phrase("office.back")}};
  const std::vector<KeepInvoices::Aged> aged = keep_.ages();
  if (aged.empty()) {
    page.empty = ui::Empty{Phrase("office.company.none"), Phrase("office.company.none_first")};
    return page;
  }
  page.main = ui::Action{"company.draw_up_all", Phrase("office.company.draw_up_all")};
  ui::Table table;
  table.row_action = "company.open";
  table.columns = {{Phrase("office.company.name"), Column::Align::start, 7},
                   {Phrase("office.company.not_invoiced"), Column::Align::decimal, 4},
                   {Phrase("office.company.not_due"), Column::Align::decimal, 3},
                   {Phrase("office.company.to_30"), Column::Align::decimal, 3},
                   {Phrase("office.company.to_60"), Column::Align::decimal, 3},
                   {Phrase("office.company.to_90"), Column::Align::decimal, 3},
                   {Phrase("office.company.over_90"), Column::Align::decimal, 3}};
  InvoiceAge all = aged.front().age;
  for (const KeepInvoices::Aged& each : aged) {
    if (&each != &aged.front()) all += each.age;
    const InvoiceAge& age = each.age;
    table.rows.push_back({each.buyer.account,
                          {},
                          {{each.buyer.name},
                           {each.standing.not_invoiced},
                           {age.not_due},
                           {age.to_30_days, !age.to_30_days.is_zero()},
                           {age.to_60_days, !age.to_60_days.is_zero()},
                           {age.to_90_days, !age.to_90_days.is_zero()},
                           {age.older, !age.older.is_zero()}}});
  }
  page.figures = {{Phrase("office.company.not_due"), all.not_due},
                  {Phrase("office.company.late_30"), all.to_30_days},
                  {Phrase("office.company.late_60"), all.to_60_days},
                  {Phrase("office.company.later"), all.to_90_days + all.older}};
  page.table = std::move(table);
  return page;
}

ui::Page OfficeInvoices::own_page() {
  const OwnAccount own = book_.own_account();
  ui::Page page;
  page.title = Phrase("office.company.own");
  page.narrow = true;
  ui::Form form;
  form.columns = 1;
  form.fields = {field({.key = "iban",
                        .label = Phrase("office.company.iban"),
                        .value = iban_in_fours(own.iban),
                        .hint = Phrase("office.company.iban_hint")}),
                 field({.key = "vat_number",
                        .label = Phrase("office.company.vat_number"),
                        .value = own.vat_number,
                        .hint = Phrase("office.company.vat_number_hint")})};
  form.actions = {{"company.save_own", Phrase("office.settings.save")},
                  {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

ui::Page OfficeInvoices::all_drawn_up_page() {
  ui::Page page;
  page.title = Phrase("office.company.draw_up_all");
  page.subtitle = {until("").until};
  ui::Form form;
  form.fields = {field({.key = "until",
                        .kind = Field::Kind::day,
                        .label = Phrase("office.company.until"),
                        .value = until_})};
  ui::Table table;
  table.columns = {{Phrase("office.company.name"), Column::Align::start, 5},
                   {Phrase("office.company.from"), Column::Align::start, 3},
                   {Phrase("office.company.to"), Column::Align::start, 3},
                   {Phrase("office.company.pay_by"), Column::Align::start, 3},
                   {Phrase("office.slip.amount"), Column::Align::decimal, 2}};
  for (const Buyer& buyer : book_.buyers()) {
    const auto drawn_up = keep_.preview(until(buyer.account));
    if (!drawn_up) continue;
    const Invoice& invoice = drawn_up.value();
    table.rows.push_back(
        {{},
         {},
         {{buyer.name}, {invoice.from}, {invoice.to}, {invoice.due}, {invoice.sums.on_account}}});
  }
  form.actions = {{"company.make_all", Phrase("office.company.make_all"), !table.rows.empty()},
                  {"company.draw_up_all", Phrase("office.company.look")},
                  {"back", Phrase("office.back")}};
  page.form = std::move(form);
  if (table.rows.empty())
    page.remarks.push_back({Phrase("office.company.nothing"), ui::Remark::Kind::told});
  else
    page.table = std::move(table);
  return page;
}

std::optional<ui::Form> OfficeInvoices::pay_form(const std::vector<Invoice>& invoices,
                                                 const InvoiceStanding& standing) const {
  if (standing.owed <= Money::zero(standing.owed.currency())) return std::nullopt;
  Field which{.key = "invoice",
              .kind = Field::Kind::choice,
              .label = Phrase("office.company.for_invoice"),
              .value = oldest,
              .choices = {{oldest, Phrase("office.company.oldest_first")}}};
  for (const Invoice& invoice : invoices) {
    if (!invoice.open().is_zero())
      which.choices.push_back({invoice.number.text(), invoice.number.text()});
  }
  ui::Form form;
  form.fields = {
      field({.key = "amount",
             .label = Phrase("office.report.amount_in")
                          .with("currency", std::string(standing.owed.currency().code()))}),
      field(std::move(which))};
  form.actions = {{"company.paid", Phrase("office.customers.paid_by_bank")}};
  const bool open = std::ranges::any_of(
      invoices, [](const Invoice& invoice) { return !invoice.open().is_zero(); });
  if (open && standing.unassigned > Money::zero(standing.unassigned.currency()))
    form.actions.push_back({"company.assign", Phrase("office.company.assign")});
  return form;
}

// Invoices, credit notes, payments: the newest first.
ui::Table OfficeInvoices::papers_table(const std::vector<Invoice>& invoices) {
  ui::Table table;
  table.row_action = "company.paper";
  table.columns = {{Phrase("office.company.day"), Column::Align::start, 3},
                   {Phrase("office.company.what"), Column::Align::start, 4},
                   {Phrase("office.company.number"), Column::Align::start, 2},
                   {Phrase("office.company.state"), Column::Align::start, 4},
                   {Phrase("office.slip.amount"), Column::Align::decimal, 2},
                   {Phrase("office.company.open"), Column::Align::decimal, 2}};
  const Day today = keep_.today();
  std::vector<std::pair<Day, ui::Row>> rows;
  for (const Invoice& invoice : invoices)
    rows.push_back({invoice.issued,
                    {invoice.number.text(),
                     {},
                     {{invoice.issued},
                      {Phrase("office.company.an_invoice")},
                      {invoice.number.text()},
                      {state_of(invoice, today), is_late(invoice, today)},
                      {invoice.sums.on_account},
                      {invoice.open()}}}});
  for (const CreditNote& note : book_.credit_notes(account_))
    rows.push_back({note.issued,
                    {note.number.text(),
                     {},
                     {{note.issued},
                      {Phrase("office.company.a_credit_note")},
                      {note.number.text()},
                      {Phrase("office.company.of_invoice").with("number", note.invoice.text())},
                      {note.sums.on_account},
                      {}}}});
  for (const InvoicePayment& payment : book_.payments(account_))
    rows.push_back(
        {payment.day,
         {payment.number.text(),
          {},
          {{payment.day},
           {Phrase(fmt::format("office.company.payment.{}", invoice_payment_text(payment.kind)))},
           {payment.number.text()},
           payment.is_reversed ? ui::Cell{Phrase("office.company.state.reversed")} : ui::Cell{},
           {payment.amount},
           {}}}});
  std::ranges::stable_sort(rows, std::greater<>(), [](const auto& row) { return row.first; });
  for (auto& [day, row] : rows) table.rows.push_back(std::move(row));
  return table;
}

ui::Page OfficeInvoices::company_page() {
  const Buyer buyer = book_.buyer(account_).value();
  const InvoiceStanding standing = keep_.standing(account_).value();
  const std::vector<Invoice> invoices = book_.invoices(account_);
  ui::Page page;
  page.title = buyer.name;
  page.subtitle = {keep_.today()};
  page.main = ui::Action{"company.draw_up", Phrase("office.company.draw_up")};
  page.quiet = {{"company.pdf", Phrase("office.company.statement")},
                {"company.particulars", Phrase("office.company.particulars")},
                {"back", Phrase("office.back")}};
  page.figures = {{Phrase("office.company.open_sum"), standing.open},
                  {Phrase("office.company.not_invoiced"), standing.not_invoiced},
                  {Phrase("office.company.unassigned"), standing.unassigned},
                  {Phrase("office.customers.owed"), standing.owed}};
  for (const Invoice& invoice : invoices) {
    if (!invoice.cancelled && !book_.taken_back_since(invoice.number).empty())
      page.remarks.push_back(
          {Phrase("office.company.came_back").with("number", invoice.number.text()),
           ui::Remark::Kind::mend});
  }
  page.form = pay_form(invoices, standing);
  ui::Table table = papers_table(invoices);
  if (!table.rows.empty()) page.table = std::move(table);
  return page;
}

ui::Page OfficeInvoices::particulars_page() {
  const auto buyer = book_.buyer(account_);
  ui::Page page;
  page.title = Phrase("office.company.particulars");
  page.narrow = true;
  ui::Form form;
  form.fields = {field({.key = "name",
                        .label = Phrase("office.company.name"),
                        .value = buyer ? buyer->name : ""}),
                 field({.key = "tax_number",
                        .label = Phrase("office.company.tax_number"),
                        .value = buyer ? buyer->tax_number : ""}),
                 field({.key = "address",
                        .kind = Field::Kind::lines,
                        .label = Phrase("office.company.address"),
                        .value = buyer ? buyer->address : ""}),
                 field({.key = "country",
                        .label = Phrase("office.company.country"),
                        .value = buyer ? buyer->country : keep_.country(),
                        .hint = Phrase("office.company.country_hint")}),
                 field({.key = "vat_number",
                        .label = Phrase("office.company.vat_number"),
                        .value = buyer ? buyer->vat_number : "",
                        .hint = Phrase("office.company.vat_number_hint")}),
                 field({.key = "days",
                        .label = Phrase("office.company.days"),
                        .value = std::to_string(buyer ? buyer->days_to_pay : Buyer{}.days_to_pay)}),
                 field({.key = "prices",
                        .kind = Field::Kind::yes_no,
                        .label = Phrase("office.company.prices"),
                        .value = buyer && !buyer->prices_on_notes ? "no" : "yes"})};
  form.actions = {{"company.save", Phrase("office.settings.save")},
                  {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

ui::Table OfficeInvoices::supplied_table(const std::vector<Supplied>& supplied) const {
  ui::Table table;
  table.columns = {{Phrase("office.company.day"), Column::Align::start, 3},
                   {Phrase("office.company.what"), Column::Align::start, 3},
                   {Phrase("office.company.note"), Column::Align::start, 3},
                   {Phrase("office.customers.receipt"), Column::Align::start, 3},
                   {Phrase("office.slip.amount"), Column::Align::decimal, 3}};
  for (const Supplied& each : supplied)
    table.rows.push_back(
        {{},
         {},
         {{each.sale.business_day.day()},
          {Phrase(each.sale.refund_of ? "pos.account_move.refund" : "pos.account_move.sale")},
          {each.note ? each.note->text() : std::string()},
          {each.sale.receipt},
          {each.sale.priced.total}}});
  return table;
}

ui::Page OfficeInvoices::drawn_up_page() {
  ui::Page page;
  page.title = Phrase("office.company.draw_up");
  page.subtitle = {book_.buyer(account_).value().name};
  ui::Form form;
  form.fields = {field({.key = "until",
                        .kind = Field::Kind::day,
                        .label = Phrase("office.company.until"),
                        .value = until_})};
  const auto drawn_up = keep_.preview(until(account_));
  form.actions = {{"company.make", Phrase("office.company.make"), drawn_up.ok()},
                  {"company.draw_up", Phrase("office.company.look")},
                  {"back", Phrase("office.back")}};
  page.form = std::move(form);
  if (!drawn_up) {
    page.remarks.push_back({Phrase("office.company.nothing"), ui::Remark::Kind::told});
    return page;
  }
  const Invoice& invoice = drawn_up.value();
  Money vat = Money::zero(invoice.sums.gross.currency());
  for (const VatSum& sum : invoice.sums.vat) vat += sum.vat;
  page.figures = {{Phrase("office.company.to_pay"), invoice.sums.on_account},
                  {Phrase("office.company.total"), invoice.sums.gross},
                  {Phrase("office.company.vat"), vat},
                  {Phrase("office.company.pay_by"), invoice.due}};
  page.table = supplied_table(book_.supplied(invoice.sales));
  return page;
}

ui::Page OfficeInvoices::invoice_page(const Invoice& invoice) {
  const Day today = keep_.today();
  ui::Page page;
  page.title = Phrase("office.company.invoice").with("number", invoice.number.text());
  page.subtitle = {book_.buyer(invoice.account, invoice.buyer_version).value().name, invoice.issued,
                   state_of(invoice, today)};
  page.main = ui::Action{"company.pdf", Phrase("office.customers.pdf")};
  const bool back = !book_.taken_back_since(invoice.number).empty();
  if (back && !invoice.cancelled)
    page.quiet.push_back({"company.credit", Phrase("office.company.credit")});
  if (!invoice.cancelled)
    page.quiet.push_back({"company.credit_whole", Phrase("office.company.credit_whole")});
  page.quiet.push_back({"back", Phrase("office.back")});
  page.figures = {{Phrase("office.company.to_pay"), invoice.sums.on_account},
                  {Phrase("office.company.credited_sum"), invoice.credited},
                  {Phrase("office.company.paid_sum"), invoice.paid},
                  {Phrase("office.company.open"), invoice.open()}};
  page.table = supplied_table(book_.supplied(invoice.sales));
  return page;
}

ui::Page OfficeInvoices::credit_page(const CreditNote& note) {
  ui::Page page;
  page.title = Phrase("office.company.credit_note").with("number", note.number.text());
  page.subtitle = {Phrase("office.company.of_invoice").with("number", note.invoice.text()),
                   note.issued};
  page.main = ui::Action{"company.pdf", Phrase("office.customers.pdf")};
  page.quiet = {{"back", Phrase("office.back")}};
  page.figures = {{Phrase("office.slip.amount"), note.sums.on_account}};
  if (!note.refunds.empty()) page.table = supplied_table(book_.supplied(note.refunds));
  return page;
}

ui::Page OfficeInvoices::payment_page(const InvoicePayment& payment) {
  ui::Page page;
  page.title = Phrase(fmt::format("office.company.payment.{}", invoice_payment_text(payment.kind)));
  page.subtitle = {payment.number.text(), payment.day};
  if (payment.is_reversed)
    page.remarks.push_back({Phrase("office.company.state.reversed"), ui::Remark::Kind::told});
  else if (payment.kind != InvoicePayment::Kind::reversed)
    page.quiet.push_back({"company.reverse", Phrase("office.company.reverse")});
  page.quiet.push_back({"back", Phrase("office.back")});
  page.figures = {{Phrase("office.slip.amount"), payment.amount}};
  ui::Table table;
  table.columns = {{Phrase("office.company.an_invoice"), Column::Align::start, 4},
                   {Phrase("office.slip.amount"), Column::Align::decimal, 3}};
  for (const InvoicePayment::Part& part : payment.parts)
    table.rows.push_back({{}, {}, {{part.invoice.text()}, {part.amount}}});
  if (!table.rows.empty()) page.table = std::move(table);
  return page;
}

ui::Page OfficeInvoices::paper_page() {
  if (const auto number = PaperNumber::parse(Series::invoice, chosen_))
    return invoice_page(book_.invoice(*number).value());
  if (const auto number = PaperNumber::parse(Series::credit_note, chosen_))
    return credit_page(book_.credit_note(*number).value());
  return payment_page(book_.payment(PaperNumber::parse(Series::payment, chosen_).value()).value());
}

}  // namespace tilia::pos
