// The makers in the room of their pieces: what each is owed, her month, and, for finance, who she
// is and paying her.
#include <fmt/format.h>

#include <utility>

#include "core/ui/office/typed.h"
#include "pos/ui/office_consignment.h"

namespace tilia::pos {
namespace {

using ui::Column;
using ui::Field;
using Why = ConsignmentRefusal;

constexpr int months_shown = 12;

std::vector<ui::Choice> months_until(Month month) {
  std::vector<ui::Choice> months;
  for (int back = 0; back < months_shown; ++back, month = month.previous())
    months.push_back({month.text(), month});
  return months;
}

}  // namespace

ui::Page OfficeConsignment::makers_page() {
  ui::Page page;
  page.title = Phrase("office.makers.makers");
  page.subtitle = {Phrase("office.makers.numbers_only")};
  page.main = ui::Action{"add_maker", Phrase("office.makers.add")};
  page.quiet = {{"back", Phrase("office.back")}};
  if (money_ != nullptr)
    page.quiet.insert(page.quiet.begin(), {"pay_makers", Phrase("office.makers.pay")});
  ui::Table table;
  table.row_action = "open_maker";
  table.columns = {{Phrase("office.makers.maker"), Column::Align::start, 2},
                   {Phrase("office.makers.since"), Column::Align::start, 3},
                   {Phrase("office.makers.owed"), Column::Align::decimal, 3}};
  Money all = Money::zero(currency());
  for (const Maker& maker : book_.makers()) {
    const Money owed = keep_.owed(maker.number);
    all += owed;
    const std::string number = maker_text(maker.number);
    table.rows.push_back({number, "", {{number}, {maker.since}, {owed}}});
  }
  page.figures = {{Phrase("office.makers.owed_all"), all}};
  page.table = std::move(table);
  return page;
}

ui::Page OfficeConsignment::maker_page() {
  ui::Page page;
  page.title = maker_text(maker_);
  page.quiet = {{"back", Phrase("office.back")}};
  if (money_ != nullptr)
    page.quiet.insert(page.quiet.begin(), {"who", Phrase("office.makers.who")});
  const auto month = Month::parse(month_);
  const auto stated = keep_.statement(maker_, month.value_or(Month::of(keep_.today())));
  if (!stated) return page;
  const MakerStatement& statement = stated.value();
  page.figures = {{Phrase("office.makers.owed_before"), statement.owed_before},
                  {Phrase("office.makers.earned"), statement.earned},
                  {Phrase("office.makers.paid"), statement.paid},
                  {Phrase("office.makers.owed"), statement.owed}};
  ui::Form form;
  form.columns = 1;
  form.fields = {{.key = "month",
                  .kind = Field::Kind::choice,
                  .label = Phrase("office.makers.month"),
                  .value = month_,
                  .choices = months_until(Month::of(keep_.today()))}};
  form.actions = {{"show_month", Phrase("office.makers.show")},
                  {"statement", Phrase("office.makers.save_statement")}};
  page.form = std::move(form);
  ui::Table table;
  table.columns = {{Phrase("office.catalogue.article"), Column::Align::start, 4},
                   {Phrase("office.makers.before"), Column::Align::decimal, 2},
                   {Phrase("office.makers.brought"), Column::Align::decimal, 2},
                   {Phrase("office.stock.sold"), Column::Align::decimal, 2},
                   {Phrase("office.makers.returned"), Column::Align::decimal, 2},
                   {Phrase("office.makers.lost"), Column::Align::decimal, 2},
                   {Phrase("office.stock.there"), Column::Align::decimal, 2},
                   {Phrase("office.makers.earned"), Column::Align::decimal, 3}};
  for (const MakerStatement::Row& row : statement.rows) {
    const auto article = article_of(row.article);
    table.rows.push_back({row.article,
                          article ? article->picture : "",
                          {{article ? article->name : row.article},
                           {row.before.text()},
                           {row.brought.text()},
                           {row.sold.text()},
                           {row.returned.text()},
                           {row.lost.text()},
                           {row.left.text()},
                           {row.earned}}});
  }
  if (!table.rows.empty()) page.table = std::move(table);
  return page;
}

ui::Next OfficeConsignment::save_statement(const ui::Values& values) {
  const std::string path = values.text("path");
  if (path.empty()) {
    if (!values.text("month").empty()) month_ = values.text("month");
    return ui::Next::save_file("statement", fmt::format("{}-{}.pdf", maker_text(maker_), month_));
  }
  const auto month = Month::parse(month_);
  const auto stated = keep_.statement(maker_, month.value_or(Month::of(keep_.today())));
  if (!stated) {
    notice_ = {sentence_of(stated.refusal()), ui::Remark::Kind::mend};
    return ui::Next::page();
  }
  paper_.write_statement(stated.value(), path);
  notice_ = {Phrase("office.saved").with("file", path), ui::Remark::Kind::done};
  return ui::Next::page();
}

// ---- who she is and paying her: finance alone

ui::Page OfficeConsignment::who_page() {
  ui::Page page;
  page.title = Phrase("office.makers.who_is").with("maker", maker_text(maker_));
  page.subtitle = {Phrase("office.makers.sealed")};
  page.narrow = true;
  ui::Form form;
  form.columns = 1;
  form.fields = {field({.key = "legal_name", .label = Phrase("office.identity.legal_name")}),
                 field({.key = "id_number", .label = Phrase("office.identity.id_number")}),
                 field({.key = "iban",
                        .label = Phrase("office.identity.iban"),
                        .hint = Phrase("office.identity.iban_hint")})};
  form.actions = {{"keep_who", Phrase("office.identity.save")},
                  {"forget_who", Phrase("office.makers.forget"), !typed_["legal_name"].empty()},
                  {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

ui::Page OfficeConsignment::pay_page() {
  ui::Page page;
  page.title = Phrase("office.makers.pay");
  page.subtitle = {Phrase("office.makers.pay_about")};
  page.quiet = {{"back", Phrase("office.back")}};
  const Month last = Month::of(keep_.today()).previous();
  ui::Form form;
  form.columns = 2;
  form.fields = {field({.key = "month",
                        .kind = Field::Kind::choice,
                        .label = Phrase("office.makers.month"),
                        .value = month_,
                        .choices = months_until(last)}),
                 field({.key = "account",
                        .label = Phrase("office.makers.our_account"),
                        .value = money_->our_account(),
                        .hint = Phrase("office.identity.iban_hint")})};
  form.actions = {{"show_month", Phrase("office.makers.show")},
                  {"pay_now", Phrase("office.makers.pay_now")},
                  {"file_again", Phrase("office.makers.file_again"), book_.last_run() > 0}};
  page.form = std::move(form);
  const auto due = keep_.to_pay(Month::parse(month_).value_or(last));
  if (!due || due.value().empty()) {
    page.remarks.push_back({sentence_of(due ? Why::nothing_owed : due.refusal())});
    return page;
  }
  ui::Table table;
  table.columns = {{Phrase("office.makers.maker"), Column::Align::start, 2},
                   {Phrase("office.makers.to_pay"), Column::Align::decimal, 3}};
  for (const MakersToPay& each : due.value())
    table.rows.push_back({maker_text(each.maker), "", {{maker_text(each.maker)}, {each.amount}}});
  page.table = std::move(table);
  return page;
}

ui::Next OfficeConsignment::pay(const std::string& action, const ui::Values& values) {
  const std::string path = values.text("path");
  if (path.empty()) {
    typed_ = values.texts;
    account_ = values.text("account");
    const bool again = action == "file_again";
    // Another month than the one that is shown is looked at first.
    if (!again && std::exchange(month_, values.text("month")) != values.text("month"))
      return ui::Next::page();
    return ui::Next::save_file(
        action, again ? fmt::format("M-{}.xml", book_.last_run()) : fmt::format("{}.xml", month_));
  }
  const auto month = Month::parse(month_);
  notice_ = action == "file_again" || !month ? money_->file_again(account_, path)
                                             : money_->pay(*month, account_, path);
  return ui::Next::page();
}

void OfficeConsignment::keep_who(const ui::Values& values) {
  typed_ = values.texts;
  faults_ = money_->keep_who(maker_, values);
  if (!faults_.empty()) return;
  show(Shown::maker);
  notice_ = {Phrase("office.makers.who_kept").with("maker", maker_text(maker_)),
             ui::Remark::Kind::done};
}

// Asked once more: what is taken out cannot be entered again from anywhere.
void OfficeConsignment::forget_who() {
  if (!std::exchange(forgets_, true)) {
    notice_ = {Phrase("office.makers.really_forget").with("maker", maker_text(maker_)),
               ui::Remark::Kind::mend};
    return;
  }
  const auto forgotten = money_->forget(maker_);
  if (!forgotten) {
    notice_ = {forgotten.refusal(), ui::Remark::Kind::mend};
    return;
  }
  show(Shown::maker);
  notice_ = {Phrase("office.makers.forgotten").with("maker", maker_text(maker_)),
             ui::Remark::Kind::done};
}

ui::Next OfficeConsignment::press_money(const std::string& action, const ui::Values& values) {
  if (action == "who") {
    auto whose = money_->who(maker_);
    show(Shown::who);
    typed_ = std::move(whose);
  }
  if (action == "keep_who") keep_who(values);
  if (action == "forget_who")
    forget_who();
  else
    forgets_ = false;
  if (action == "pay_makers") {
    month_ = Month::of(keep_.today()).previous().text();
    show(Shown::pay);
  }
  if (action == "pay_now" || action == "file_again") return pay(action, values);
  return ui::Next::page();
}

OfficeConsignment::Shown OfficeConsignment::behind() const {
  if (shown_ == Shown::who) return Shown::maker;
  return shown_ == Shown::maker || shown_ == Shown::pay ? Shown::makers : Shown::pieces;
}

ui::Next OfficeConsignment::press_makers(const std::string& action, const ui::Values& values) {
  if (action == "statement") return save_statement(values);
  if (action == "makers") show(Shown::makers);
  if (action == "add_maker") {
    const Maker added = keep_.add_maker();
    maker_ = added.number;
    month_ = Month::of(keep_.today()).text();
    show(Shown::maker);
    notice_ = {Phrase("office.makers.added").with("maker", maker_text(added.number)),
               ui::Remark::Kind::done};
  }
  if (action == "open_maker") {
    maker_ = parse_maker_text(values.text("row")).value_or(0);
    month_ = Month::of(keep_.today()).text();
    show(Shown::maker);
  }
  if (action == "show_month" && !values.text("month").empty()) {
    typed_ = values.texts;
    month_ = values.text("month");
  }
  return money_ == nullptr ? ui::Next::page() : press_money(action, values);
}

}  // namespace tilia::pos
