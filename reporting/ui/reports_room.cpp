#include "reporting/ui/reports_room.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/decimal_text.h"
#include "core/ui/office/typed.h"
#include "reporting/disclosure/business_gate.h"

namespace tilia::reporting {
namespace {

using ui::Field;

constexpr std::array expense_kinds{ExpenseKind::goods, ExpenseKind::rent, ExpenseKind::energy,
                                   ExpenseKind::equipment, ExpenseKind::other};
constexpr std::array service_kinds{ServiceKind::housing, ServiceKind::counselling,
                                   ServiceKind::training, ServiceKind::child_care,
                                   ServiceKind::emergency_help};

bool nothing_in(const BusinessFigures& figures) {
  return figures.sales_gross.is_zero() && figures.donations.is_zero() &&
         figures.running_costs.is_zero() && figures.services.is_zero();
}

Phrase service_word(ServiceKind kind) {
  return Phrase(fmt::format("office.service.{}", service_kind_text(kind)));
}

}  // namespace

ReportsRoom::ReportsRoom(FiguresBook& book, OwnersBook& owners, ReportSaver& saver,
                         const Zone& zone, const Clock& clock, Currency currency, May may)
    : book_(book),
      owners_(owners),
      saver_(saver),
      zone_(zone),
      clock_(clock),
      currency_(currency),
      may_(may),
      from_(Month::of(zone.local_day(clock.now())).previous().first_day()),
      to_(Month::of(zone.local_day(clock.now())).previous().last_day()) {}

ui::Page ReportsRoom::page() {
  switch (shown_) {
    case Shown::report: return report_page();
    case Shown::period: return period_page();
    case Shown::expense:
    case Shown::service: return entry_page();
    case Shown::owners: return owners_page();
    case Shown::agreement: return agreement_page();
  }
  CHECK(false);
}

void ReportsRoom::add_figures(ui::Page& page, const RevenueToServices& report) const {
  const BusinessFigures& figures = report.figures;
  page.figures = {{Phrase("office.report.sales"), figures.sales_gross},
                  {Phrase("office.report.running_costs"), figures.running_costs},
                  {Phrase("office.report.surplus"), report.surplus},
                  {Phrase("office.report.services"), figures.services}};
  if (figures.month_open)
    page.remarks.push_back({Phrase("office.report.provisional"), ui::Remark::Kind::mend});
  ui::Table table;
  table.columns = {{Phrase("office.report.step"), ui::Column::Align::start, 4},
                   {Phrase("office.report.units"), ui::Column::Align::decimal, 1},
                   {Phrase("office.slip.amount"), ui::Column::Align::decimal, 2}};
  const auto row = [&](const char* key, const Money& amount) {
    table.rows.push_back({{}, {}, {{Phrase(key)}, {std::string()}, {amount}}});
  };
  row("office.report.sales", figures.sales_gross);
  row("office.report.vat", -figures.vat);
  row("office.report.running_costs", -figures.running_costs);
  row("office.report.surplus", report.surplus);
  if (figures.owner) row("office.report.others_surplus", report.others_surplus());
  row("office.report.donations", figures.donations);
  for (const ServiceSum& sum : figures.by_service) {
    table.rows.push_back(
        {{}, {}, {{service_word(sum.kind)}, {fmt::format("{}", sum.units)}, {-sum.amount}}});
  }
  row("office.report.carried_forward", report.carried_forward);
  if (figures.vouchers_given) row("office.report.vouchers_given", *figures.vouchers_given);
  if (figures.makers_share) row("office.report.makers_share", *figures.makers_share);
  page.table = std::move(table);
}

// For who enters money and holds no key to wages, which the report's costs are made of.
void ReportsRoom::add_bills(ui::Page& page) {
  page.title = Phrase("office.report.bills");
  const std::vector<Expense> bills = book_.expenses(from_, to_);
  if (bills.empty()) {
    page.empty =
        ui::Empty{Phrase("office.report.no_bills"), Phrase("office.report.no_bills_first")};
    return;
  }
  Money all = Money::zero(currency_);
  ui::Table table;
  table.columns = {{Phrase("office.report.day"), ui::Column::Align::start, 2},
                   {Phrase("office.report.kind"), ui::Column::Align::start, 3},
                   {Phrase("office.slip.amount"), ui::Column::Align::decimal, 2}};
  for (const Expense& bill : bills) {
    all += bill.amount;
    table.rows.push_back({{},
                          {},
                          {{bill.day},
                           {Phrase(fmt::format("office.expense.{}", expense_kind_text(bill.kind)))},
                           {bill.amount}}});
  }
  page.figures = {{Phrase("office.report.bills_together"), all}};
  page.table = std::move(table);
}

ui::Page ReportsRoom::report_page() {
  ui::Page page;
  page.title = Phrase("office.report.title");
  page.subtitle = {Phrase("office.report.period").with("from", from_).with("to", to_)};
  if (notice_) page.remarks.push_back(*notice_);
  page.quiet = {{"period", Phrase("office.report.other_period")}};
  if (may_.enter_money) {
    page.quiet.push_back({"expense", Phrase("office.report.enter_expense")});
    page.quiet.push_back({"service", Phrase("office.report.enter_service")});
    page.quiet.push_back({"owners", Phrase("office.owners.title")});
  }
  if (!may_.report) {
    add_bills(page);
    return page;
  }
  const auto shown = figures_shown();
  if (!shown) {
    page.remarks.push_back({sentence_of(shown.refusal()), ui::Remark::Kind::mend});
    return page;
  }
  const BusinessFigures& figures = shown.value();
  if (figures.owner) page.subtitle.push_back(figures.owner->name);
  if (nothing_in(figures)) {
    page.empty = ui::Empty{Phrase("office.report.nothing"), Phrase("office.report.nothing_first")};
    return page;
  }
  const auto passed = BusinessGate::pass(draw_up_revenue_to_services(figures));
  if (!passed) {
    page.remarks.push_back({sentence_of(passed.refusal()), ui::Remark::Kind::mend});
    return page;
  }
  page.quiet.push_back({"csv", Phrase("office.report.csv")});
  page.quiet.push_back({"xlsx", Phrase("office.report.xlsx")});
  page.main = ui::Action{"pdf", Phrase("office.report.pdf")};
  add_figures(page, passed.value().table());
  return page;
}

ui::Field ReportsRoom::field(Field made) const {
  return ui::as_typed(std::move(made), typed_, faults_);
}

ui::Page ReportsRoom::period_page() const {
  ui::Page page;
  page.title = Phrase("office.report.other_period");
  page.narrow = true;
  ui::Form form;
  form.fields = {
      field({.key = "from", .kind = Field::Kind::day, .label = Phrase("office.report.from")}),
      field({.key = "to",
             .kind = Field::Kind::day,
             .label = Phrase("office.report.to"),
             .hint = Phrase("office.report.to_hint")})};
  if (may_.report && !owners_.owner_terms().empty())
    form.fields.push_back(field({.key = "owner",
                                 .kind = Field::Kind::choice,
                                 .label = Phrase("office.owners.whose"),
                                 .value = owner_,
                                 .choices = owner_choices("office.owners.everybodys"),
                                 .hint = Phrase("office.owners.whole_months")}));
  form.actions = {{"save_period", Phrase("office.report.show")}, {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

ui::Page ReportsRoom::entry_page() const {
  const bool expense = shown_ == Shown::expense;
  ui::Page page;
  page.narrow = true;
  page.title = Phrase(expense ? "office.report.enter_expense" : "office.report.enter_service");
  page.subtitle = {Phrase(expense ? "office.report.expense_means" : "office.report.service_means")};
  if (notice_) page.remarks.push_back(*notice_);
  std::vector<ui::Choice> kinds;
  if (expense) {
    for (const ExpenseKind kind : expense_kinds) {
      const std::string text(expense_kind_text(kind));
      kinds.push_back({text, Phrase(fmt::format("office.expense.{}", text))});
    }
  } else {
    for (const ServiceKind kind : service_kinds)
      kinds.push_back({std::string(service_kind_text(kind)), service_word(kind)});
  }
  ui::Form form;
  form.fields = {
      field({.key = "day", .kind = Field::Kind::day, .label = Phrase("office.report.day")}),
      field({.key = "kind",
             .kind = Field::Kind::choice,
             .label = Phrase("office.report.kind"),
             .choices = kinds})};
  if (!expense)
    form.fields.push_back(field({.key = "units", .label = Phrase("office.report.how_many")}));
  if (!expense && !owners_.owner_terms().empty())
    form.fields.push_back(field({.key = "owner",
                                 .kind = Field::Kind::choice,
                                 .label = Phrase("office.owners.paid_by"),
                                 .choices = owner_choices("office.owners.all_of_them")}));
  form.fields.push_back(field(
      {.key = "amount",
       .label =
           Phrase("office.report.amount_in").with("currency", std::string(currency_.code()))}));
  form.actions = {{"save_entry", Phrase("office.report.enter")}, {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

void ReportsRoom::open_form(Shown shown) {
  shown_ = shown;
  typed_.clear();
  typed_["day"] = today().text();
  typed_["from"] = from_.text();
  typed_["to"] = to_.text();
}

void ReportsRoom::save_period(const ui::Values& values) {
  typed_ = values.texts;
  const std::optional<Day> from = Day::parse(values.text("from"));
  const std::optional<Day> to = Day::parse(values.text("to"));
  if (!from) faults_.insert_or_assign("from", Phrase("office.fault.day"));
  if (!to) faults_.insert_or_assign("to", Phrase("office.fault.day"));
  if (from && to && *to < *from)
    faults_.insert_or_assign("to", Phrase("office.report.from_after_to"));
  if (to && *to > today()) faults_.insert_or_assign("to", Phrase("office.report.in_future"));
  if (!faults_.empty()) return;
  from_ = *from;
  to_ = *to;
  owner_ = values.text("owner");
  shown_ = Shown::report;
}

void ReportsRoom::save_entry(const ui::Values& values) {
  typed_ = values.texts;
  const std::optional<Day> day = Day::parse(values.text("day"));
  if (!day) faults_.insert_or_assign("day", Phrase("office.fault.day"));
  if (day && *day > today()) faults_.insert_or_assign("day", Phrase("office.fault.future"));
  const std::optional<Money> amount = ui::typed_money(values.text("amount"), currency_);
  if (!amount || amount->negative() || amount->is_zero())
    faults_.insert_or_assign("amount", Phrase("office.fault.amount"));
  const bool expense = shown_ == Shown::expense;
  const auto units = parse_decimal(expense ? "1" : ui::trimmed(values.text("units")), 0);
  if (!units || units.value() <= 0) faults_.insert_or_assign("units", Phrase("office.fault.count"));
  if (!faults_.empty()) return;
  const Instant now = clock_.now();
  if (expense) {
    const auto kind = parse_expense_kind(values.text("kind"));
    CHECK(kind.has_value());
    book_.enter_expense({*day, *kind, *amount}, now);
  } else {
    const auto kind = parse_service_kind(values.text("kind"));
    CHECK(kind.has_value());
    book_.enter_service({*day, *kind, units.value(), *amount, values.text("owner")}, now);
  }
  // The form stays, for the next bill of the pile; only the figures go.
  typed_["amount"].clear();
  typed_["units"].clear();
  notice_ = {Phrase("office.report.entered").with("amount", *amount), ui::Remark::Kind::done};
}

ui::Next ReportsRoom::save(const std::string& action, const ui::Values& values) {
  const std::string dotless = action.substr(action.rfind('.') + 1);
  const std::string path = values.text("path");
  if (path.empty())
    return ui::Next::save_file("as." + dotless,
                               fmt::format("{}-{}{}{}.{}", from_.text(), to_.text(),
                                           owner_.empty() ? "" : "-", owner_, dotless));
  ReportFile kind = ReportFile::pdf;
  if (dotless == "xlsx") kind = ReportFile::xlsx;
  if (dotless == "csv") kind = ReportFile::csv;
  return ui::Next::run(saver_.save(from_, to_, owner_, kind, path));
}

ui::Next ReportsRoom::press(const std::string& action, const ui::Values& values) {
  notice_.reset();
  faults_.clear();
  if (action == "back") shown_ = shown_ == Shown::agreement ? Shown::owners : Shown::report;
  if (may_.enter_money) press_owners(action, values);
  if (action == "period") open_form(Shown::period);
  if (action == "save_period") save_period(values);
  if (may_.enter_money && action == "expense") open_form(Shown::expense);
  if (may_.enter_money && action == "service") open_form(Shown::service);
  if (may_.enter_money && action == "save_entry") save_entry(values);
  const std::string kind = action.substr(action.rfind('.') + 1);
  const bool saves = kind == "pdf" || kind == "xlsx" || kind == "csv";
  return saves && may_.report ? save(action, values) : ui::Next::page();
}

}  // namespace tilia::reporting
