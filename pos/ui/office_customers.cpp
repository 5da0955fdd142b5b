#include "pos/ui/office_customers.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "core/decimal_text.h"
#include "core/ui/office/typed.h"

namespace tilia::pos {
namespace {

using ui::Column;
using ui::Field;

constexpr int statement_months = 3;

Phrase kind_of(const Voucher& voucher) {
  if (voucher.kind == VoucherKind::other_issuer)
    return Phrase("office.voucher.of_issuer").with("issuer", voucher.issuer);
  return Phrase(fmt::format("office.voucher.kind.{}", voucher_kind_text(voucher.kind)));
}

std::vector<std::string> numbers_in(const std::string& typed) {
  std::vector<std::string> numbers;
  std::istringstream lines(typed);
  for (std::string number; lines >> number;) numbers.push_back(number);
  return numbers;
}

}  // namespace

ui::Field OfficeCustomers::field(Field made) const {
  return ui::as_typed(std::move(made), typed_, faults_);
}

void OfficeCustomers::open(Shown shown) {
  shown_ = shown;
  typed_.clear();
}

ui::Page OfficeCustomers::page() {
  switch (shown_) {
    case Shown::accounts: return accounts_page();
    case Shown::account: return account_page();
    case Shown::change: return change_page();
    case Shown::vouchers: return vouchers_page();
    case Shown::voucher: return voucher_page();
    case Shown::dues: return dues_page();
    case Shown::companies: return companies_->page();
  }
  return accounts_page();
}

ui::Page OfficeCustomers::accounts_page() {
  ui::Page page;
  page.title = Phrase("office.customers.title");
  page.subtitle = {accounts_.today()};
  page.main = ui::Action{"new", Phrase("office.customers.new")};
  if (companies_) page.quiet.push_back({"companies", Phrase("office.company.title")});
  if (may_.keep_vouchers) page.quiet.push_back({"vouchers", Phrase("office.voucher.title")});
  if (notice_) page.remarks.push_back(*notice_);
  const Money none = Money::zero(currency_);
  AccountAge all{none, none, none, none};
  ui::Table table;
  table.row_action = "open";
  table.columns = {{Phrase("office.customers.customer"), Column::Align::start, 5},
                   {Phrase("office.customers.limit"), Column::Align::decimal, 2},
                   {Phrase("office.customers.owed"), Column::Align::decimal, 2},
                   {Phrase("office.customers.to_30"), Column::Align::decimal, 2},
                   {Phrase("office.customers.to_60"), Column::Align::decimal, 2},
                   {Phrase("office.customers.to_90"), Column::Align::decimal, 2},
                   {Phrase("office.customers.older"), Column::Align::decimal, 2}};
  for (const AccountShown& shown : accounts_.list()) {
    const CustomerAccount& account = shown.account;
    const AccountAge& age = shown.age;
    const bool full = account.room().is_zero() && !account.closed;
    table.rows.push_back({account.code,
                          account.picture,
                          {{account.name},
                           {account.credit_limit},
                           {account.owed, full},
                           {age.to_30_days},
                           {age.to_60_days},
                           {age.to_90_days},
                           {age.older, !age.older.is_zero()}}});
    if (account.owed.currency() != currency_) continue;
    all.to_30_days += age.to_30_days;
    all.to_60_days += age.to_60_days;
    all.to_90_days += age.to_90_days;
    all.older += age.older;
  }
  if (table.rows.empty()) {
    page.empty = ui::Empty{Phrase("office.customers.none"), Phrase("office.customers.none_first"),
                           std::nullopt};
    return page;
  }
  page.figures = {{Phrase("office.customers.to_30"), all.to_30_days},
                  {Phrase("office.customers.to_60"), all.to_60_days},
                  {Phrase("office.customers.to_90"), all.to_90_days},
                  {Phrase("office.customers.older"), all.older}};
  page.table = std::move(table);
  return page;
}

// This month and those before it, until today.
AccountStatement OfficeCustomers::statement() {
  Month month = Month::of(accounts_.today());
  for (int back = 1; back < statement_months; ++back) month = month.previous();
  return accounts_.statement(chosen_, month.first_day(), accounts_.today()).value();
}

ui::Page OfficeCustomers::account_page() {
  const CustomerAccount account = accounts_.find(chosen_).value();
  const AccountStatement shown = statement();
  ui::Page page;
  page.title = account.name;
  page.subtitle = {shown.from, shown.to};
  if (companies_) page.quiet.push_back({"company", Phrase("office.company.invoices")});
  page.quiet.insert(page.quiet.end(), {{"pdf", Phrase("office.customers.pdf")},
                                       {"csv", Phrase("office.customers.csv")},
                                       {"change", Phrase("office.customers.change")},
                                       {"back", Phrase("office.back")}});
  if (notice_) page.remarks.push_back(*notice_);
  if (account.closed)
    page.remarks.emplace_back(Phrase("office.customers.closed"), ui::Remark::Kind::told);
  page.figures = {{Phrase("office.customers.owed"), account.owed},
                  {Phrase("office.customers.limit"), account.credit_limit},
                  {Phrase("office.customers.room"), account.room()}};
  ui::Form form;
  form.fields = {field(
      {.key = "amount",
       .label =
           Phrase("office.report.amount_in").with("currency", std::string(currency_.code()))})};
  if (!is_company()) form.actions = {{"paid", Phrase("office.customers.paid_by_bank")}};
  if (may_.write_off) form.actions.push_back({"write_off", Phrase("office.customers.write_off")});
  const bool owes = account.owed > Money::zero(account.owed.currency());
  if (owes && !form.actions.empty()) page.form = std::move(form);
  ui::Table table;
  table.columns = {{Phrase("office.customers.day"), Column::Align::start, 4},
                   {Phrase("office.customers.what"), Column::Align::start, 4},
                   {Phrase("office.customers.receipt"), Column::Align::start, 3},
                   {Phrase("office.slip.amount"), Column::Align::decimal, 3},
                   {Phrase("office.customers.owed"), Column::Align::decimal, 3}};
  table.rows.push_back(
      {{}, {}, {{shown.from}, {Phrase("office.customers.before")}, {}, {}, {shown.before}}});
  for (const AccountStatement::Row& row : shown.rows)
    table.rows.push_back(
        {{},
         {},
         {{row.move.day},
          {Phrase(fmt::format("pos.account_move.{}", account_move_text(row.move.kind)))},
          {row.move.receipt},
          {row.move.amount},
          {row.owed}}});
  page.table = std::move(table);
  return page;
}

ui::Page OfficeCustomers::change_page() {
  const auto account = accounts_.find(chosen_);
  ui::Page page;
  page.title = Phrase(account ? "office.customers.change" : "office.customers.new");
  page.narrow = true;
  ui::Form form;
  form.fields = {field({.key = "name",
                        .label = Phrase("office.customers.customer"),
                        .value = account ? account->name : "",
                        .hint = Phrase("office.customers.name_hint")}),
                 field({.key = "picture",
                        .label = Phrase("office.customers.picture"),
                        .value = account ? account->picture : "🙂"}),
                 field({.key = "limit",
                        .label = Phrase("office.customers.limit"),
                        .value = account ? account->credit_limit.text() : ""})};
  if (account)
    form.fields.push_back(
        field({.key = "closed",
               .kind = Field::Kind::choice,
               .label = Phrase("office.customers.may_buy"),
               .value = account->closed ? "yes" : "no",
               .choices = {{"no", Phrase("office.yes")}, {"yes", Phrase("office.no")}}}));
  form.actions = {{"save", Phrase("office.settings.save")}, {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

void OfficeCustomers::save_account(const ui::Values& values) {
  typed_ = values.texts;
  const auto limit = ui::typed_money(values.text("limit"), currency_);
  if (!limit) {
    faults_.insert_or_assign("limit", sentence_of(AccountRefusal::not_an_amount));
    return;
  }
  const std::string name = ui::trimmed(values.text("name"));
  const std::string picture = ui::trimmed(values.text("picture"));
  const auto kept =
      chosen_.empty()
          ? accounts_.add({.code = {},
                           .name = name,
                           .picture = picture,
                           .credit_limit = *limit,
                           .owed = Money::zero(currency_)})
          : accounts_.change(chosen_, {name, picture, *limit, values.text("closed") == "yes"});
  if (!kept) {
    const AccountRefusal why = kept.refusal();
    faults_.insert_or_assign(why == AccountRefusal::name_missing    ? "name"
                             : why == AccountRefusal::not_a_picture ? "picture"
                                                                    : "limit",
                             sentence_of(why));
    return;
  }
  chosen_ = kept.value().code;
  open(Shown::account);
  notice_ = {Phrase("office.customers.kept"), ui::Remark::Kind::done};
}

void OfficeCustomers::credit(const ui::Values& values, bool write_off) {
  typed_ = values.texts;
  const auto amount = ui::typed_money(values.text("amount"), currency_);
  if (!amount) {
    faults_.insert_or_assign("amount", sentence_of(AccountRefusal::not_an_amount));
    return;
  }
  const auto kept =
      write_off ? accounts_.write_off(chosen_, *amount) : accounts_.pay_by_bank(chosen_, *amount);
  if (!kept) {
    faults_.insert_or_assign("amount", sentence_of(kept.refusal()));
    return;
  }
  typed_.clear();
  notice_ = {Phrase("office.customers.owes_now").with("amount", kept.value().owed),
             ui::Remark::Kind::done};
}

ui::Page OfficeCustomers::vouchers_page() {
  ui::Page page;
  page.title = Phrase("office.voucher.title");
  page.subtitle = {vouchers_.today()};
  page.quiet = {{"dues", Phrase("office.dues.title")}, {"accounts", Phrase("office.back")}};
  if (notice_) page.remarks.push_back(*notice_);
  const std::vector<Voucher> all = book_.vouchers();
  constexpr std::size_t most_figures = 4;
  for (const VoucherSum& sum : vouchers_.sums(all)) {
    if (page.figures.size() == most_figures) break;
    const bool other = sum.kind == VoucherKind::other_issuer;
    page.figures.push_back(
        {other ? Phrase("office.voucher.used_of").with("issuer", sum.issuer)
               : Phrase(fmt::format("office.voucher.open_of.{}", voucher_kind_text(sum.kind))),
         other ? sum.used : sum.open});
  }
  ui::Form form;
  form.fields = {field({.key = "count", .label = Phrase("office.voucher.count"), .value = "1"}),
                 field({.key = "value", .label = Phrase("office.voucher.value")}),
                 field({.key = "until",
                        .kind = Field::Kind::day,
                        .label = Phrase("office.voucher.until"),
                        .hint = Phrase("office.voucher.until_hint")}),
                 field({.key = "issuer",
                        .label = Phrase("office.voucher.issuer"),
                        .hint = Phrase("office.voucher.issuer_hint")}),
                 field({.key = "numbers",
                        .kind = Field::Kind::lines,
                        .label = Phrase("office.voucher.numbers"),
                        .hint = Phrase("office.voucher.numbers_hint")})};
  form.actions = {{"issue", Phrase("office.voucher.issue")}};
  page.form = std::move(form);
  ui::Table table;
  table.row_action = "voucher";
  table.columns = {{Phrase("office.voucher.number"), Column::Align::start, 4},
                   {Phrase("office.voucher.kind"), Column::Align::start, 4},
                   {Phrase("office.voucher.value"), Column::Align::decimal, 2},
                   {Phrase("office.voucher.left"), Column::Align::decimal, 2},
                   {Phrase("office.voucher.until"), Column::Align::start, 4}};
  for (const Voucher& voucher : all) {
    if (!voucher.valid_on(vouchers_.today()) || voucher.balance.is_zero()) continue;
    table.rows.push_back({voucher.number,
                          "",
                          {{voucher.number},
                           {kind_of(voucher)},
                           {voucher.value},
                           {voucher.balance},
                           voucher.valid_until ? ui::Cell{*voucher.valid_until} : ui::Cell{}}});
  }
  if (!table.rows.empty()) page.table = std::move(table);
  return page;
}

ui::Page OfficeCustomers::voucher_page() {
  const Voucher voucher = book_.voucher(chosen_).value();
  ui::Page page;
  page.title = Phrase("office.voucher.one").with("number", voucher.number);
  page.subtitle = {kind_of(voucher)};
  page.quiet = {{"cancel", Phrase("office.voucher.cancel"), !voucher.cancelled},
                {"vouchers", Phrase("office.back")}};
  if (notice_) page.remarks.push_back(*notice_);
  page.figures = {{Phrase("office.voucher.value"), voucher.value},
                  {Phrase("office.voucher.left"), voucher.balance}};
  ui::Table table;
  table.columns = {{Phrase("office.customers.day"), Column::Align::start, 4},
                   {Phrase("office.customers.what"), Column::Align::start, 4},
                   {Phrase("office.customers.receipt"), Column::Align::start, 3},
                   {Phrase("office.slip.amount"), Column::Align::decimal, 3}};
  for (const VoucherMove& move : book_.voucher_moves(voucher.number))
    table.rows.push_back(
        {{},
         {},
         {{move.day},
          {Phrase(fmt::format("office.voucher.move.{}", voucher_move_text(move.kind)))},
          {move.receipt},
          {move.amount}}});
  page.table = std::move(table);
  return page;
}

void OfficeCustomers::issue(const ui::Values& values) {
  typed_ = values.texts;
  const auto fault = [this](const char* key, VoucherRefusal why) {
    faults_.insert_or_assign(key, sentence_of(why));
  };
  const auto value = ui::typed_money(values.text("value"), currency_);
  if (!value) return fault("value", VoucherRefusal::not_an_amount);
  std::optional<Day> until;
  if (!values.text("until").empty()) {
    until = Day::parse(values.text("until"));
    if (!until) {
      faults_.insert_or_assign("until", Phrase("office.fault.day"));
      return;
    }
  }
  const std::string issuer = ui::trimmed(values.text("issuer"));
  const std::vector<std::string> numbers = numbers_in(values.text("numbers"));
  if (issuer.empty() && !numbers.empty()) return fault("issuer", VoucherRefusal::issuer_missing);
  const auto count = parse_decimal(ui::trimmed(values.text("count")), 0);
  const auto made = issuer.empty() ? vouchers_.give(count ? count.value() : 0, *value, until)
                                   : vouchers_.take_up(issuer, numbers, *value, until);
  if (!made) {
    const VoucherRefusal why = made.refusal();
    const bool of_number = why == VoucherRefusal::bad_number || why == VoucherRefusal::number_taken;
    return fault(of_number                              ? "numbers"
                 : why == VoucherRefusal::bad_count     ? "count"
                 : why == VoucherRefusal::until_is_past ? "until"
                                                        : "value",
                 why);
  }
  typed_.clear();
  notice_ = {Phrase::counted("office.voucher.issued", std::ssize(made.value())),
             ui::Remark::Kind::done};
}

ui::Next OfficeCustomers::save_statement(const std::string& kind, const ui::Values& values) {
  const std::string path = values.text("path");
  if (path.empty()) return ui::Next::save_file(kind, fmt::format("{}.{}", chosen_, kind));
  if (kind == "pdf")
    paper_.write_pdf(accounts_.find(chosen_).value(), statement(), path);
  else
    paper_.write_csv(statement(), path);
  notice_ = {Phrase("office.saved").with("file", path), ui::Remark::Kind::done};
  return ui::Next::page();
}

void OfficeCustomers::told(const ui::Remark& remark) {
  if (shown_ == Shown::companies)
    companies_->told(remark);
  else
    notice_ = remark;
}

// She comes back to where she went there from.
ui::Next OfficeCustomers::press_company(const std::string& action, const ui::Values& values) {
  if (auto next = companies_->press(action, values)) return std::move(*next);
  open(chosen_.empty() ? Shown::accounts : Shown::account);
  return ui::Next::page();
}

ui::Next OfficeCustomers::press(const std::string& action, const ui::Values& values) {
  notice_.reset();
  faults_.clear();
  if (shown_ == Shown::companies) return press_company(action, values);
  if (companies_ && (action == "companies" || action == "company")) {
    if (action == "companies") {
      chosen_.clear();
      companies_->open_all();
    } else {
      companies_->open(chosen_);
    }
    open(Shown::companies);
  }
  if (action == "new") {
    chosen_.clear();
    open(Shown::change);
  }
  if (action == "open") {
    chosen_ = values.text("row");
    open(Shown::account);
  }
  if (action == "change") open(Shown::change);
  if (action == "back")
    open(shown_ == Shown::change && !chosen_.empty() ? Shown::account : Shown::accounts);
  if (action == "accounts") open(Shown::accounts);
  if (action == "save") save_account(values);
  if (action == "paid" && !is_company()) credit(values, false);
  if (action == "write_off" && may_.write_off) credit(values, true);
  if (action == "pdf" || action == "csv") return save_statement(action, values);
  if (!may_.keep_vouchers) return ui::Next::page();
  if (action == "vouchers") open(Shown::vouchers);
  if (action == "issue") issue(values);
  if (action == "dues") open(Shown::dues);
  if (action == "issuer_paid") issuer_paid(values);
  if (action == "voucher") {
    chosen_ = values.text("row");
    open(Shown::voucher);
  }
  if (action == "cancel" && vouchers_.cancel(chosen_))
    notice_ = {Phrase("office.voucher.cancelled"), ui::Remark::Kind::done};
  return ui::Next::page();
}

}  // namespace tilia::pos
