// Vouchers of other issuers that paid here: who owes how much for which, and that an issuer paid.
#include "core/ui/office/typed.h"
#include "pos/ui/office_customers.h"

namespace tilia::pos {

using ui::Column;
using ui::Field;

ui::Page OfficeCustomers::dues_page() {
  ui::Page page;
  page.title = Phrase("office.dues.title");
  page.subtitle = {vouchers_.today()};
  page.quiet = {{"vouchers", Phrase("office.back")}};
  if (notice_) page.remarks.push_back(*notice_);
  const std::vector<IssuerDues> dues = vouchers_.dues();
  if (dues.empty()) {
    page.empty = ui::Empty{Phrase("office.dues.none"), Phrase("office.dues.none_first")};
    return page;
  }
  Money open = Money::zero(currency_);
  std::vector<ui::Choice> issuers;
  ui::Table table;
  table.columns = {{Phrase("office.voucher.issuer"), Column::Align::start, 4},
                   {Phrase("office.voucher.number"), Column::Align::start, 4},
                   {Phrase("office.dues.since"), Column::Align::start, 3},
                   {Phrase("office.dues.taken"), Column::Align::decimal, 2},
                   {Phrase("office.dues.paid"), Column::Align::decimal, 2},
                   {Phrase("office.dues.open"), Column::Align::decimal, 2}};
  for (const IssuerDues& issuer : dues) {
    open += issuer.open;
    if (!issuer.open.is_zero()) issuers.push_back({issuer.issuer, issuer.issuer});
    table.rows.push_back({{},
                          {},
                          {{issuer.issuer},
                           {Phrase("office.dues.all")},
                           {},
                           {issuer.taken},
                           {issuer.paid},
                           {issuer.open}}});
    for (const VoucherDue& due : issuer.vouchers) {
      if (due.open().is_zero()) continue;
      table.rows.push_back(
          {{}, {}, {{}, {due.voucher}, {due.since}, {due.taken}, {due.paid}, {due.open()}}});
    }
  }
  page.figures = {{Phrase("office.dues.open"), open}};
  if (!issuers.empty()) {
    ui::Form form;
    form.fields = {field({.key = "issuer",
                          .kind = Field::Kind::choice,
                          .label = Phrase("office.voucher.issuer"),
                          .value = issuers.front().value,
                          .choices = issuers}),
                   field({.key = "on",
                          .kind = Field::Kind::day,
                          .label = Phrase("office.dues.on"),
                          .value = vouchers_.today().text()}),
                   field({.key = "until",
                          .kind = Field::Kind::day,
                          .label = Phrase("office.dues.until"),
                          .hint = Phrase("office.dues.until_hint")}),
                   field({.key = "amount",
                          .label = Phrase("office.slip.amount"),
                          .hint = Phrase("office.dues.amount_hint")})};
    form.actions = {{"issuer_paid", Phrase("office.dues.has_paid")}};
    page.form = std::move(form);
  }
  page.table = std::move(table);
  return page;
}

void OfficeCustomers::issuer_paid(const ui::Values& values) {
  typed_ = values.texts;
  const auto day = Day::parse(values.text("on"));
  if (!day) {
    faults_.insert_or_assign("on", Phrase("office.fault.day"));
    return;
  }
  KeepVouchers::Paid paid{.issuer = values.text("issuer"), .on = *day};
  if (!values.text("until").empty()) {
    paid.until = Day::parse(values.text("until"));
    if (!paid.until) {
      faults_.insert_or_assign("until", Phrase("office.fault.day"));
      return;
    }
  }
  if (!values.text("amount").empty()) {
    paid.amount = ui::typed_money(values.text("amount"), currency_);
    if (!paid.amount) {
      faults_.insert_or_assign("amount", sentence_of(VoucherRefusal::not_an_amount));
      return;
    }
  }
  const auto kept = vouchers_.issuer_paid(paid);
  if (!kept) {
    const VoucherRefusal why = kept.refusal();
    faults_.insert_or_assign(why == VoucherRefusal::day_in_future ? "on"
                             : why == VoucherRefusal::nothing_due ? "issuer"
                                                                  : "amount",
                             sentence_of(why));
    return;
  }
  typed_.clear();
  notice_ = {Phrase("office.dues.kept")
                 .with("issuer", kept.value().issuer)
                 .with("amount", kept.value().amount()),
             ui::Remark::Kind::done};
}

}  // namespace tilia::pos
