#include "pos/ui/office_shop.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/ui/office/typed.h"
#include "pos/shop_chart.h"

namespace tilia::pos {
namespace {

using ui::Column;
using ui::Field;

constexpr std::array periods{"this_week", "this_month", "last_month", "this_year", "from_to"};
constexpr std::array kinds{SetFigure::break_even, SetFigure::set_aside,
                           SetFigure::difference_budget};
constexpr int months_around = 6;  // before and after this one, for what finance sets

Phrase name_of(SetFigure what) {
  return Phrase(fmt::format("pos.shop.set.{}", set_figure_text(what)));
}

void add_charts(ui::Page& page, const ShopFigures& figures) {
  using Kind = ui::Chart::Kind;
  const bool marked = days_reached(figures).of > 0;
  page.charts.push_back(
      {Kind::standing,
       Phrase(bars_are_months(figures) ? "office.shop.by_month" : "office.shop.by_day"),
       Phrase(marked ? "office.shop.line_means" : "office.shop.vat_inside"), day_bars(figures)});
  if (!figures.hours.empty())
    page.charts.push_back({Kind::standing, Phrase("office.shop.by_hour"),
                           Phrase("office.shop.by_hour_means"), hour_bars(figures)});
  if (!figures.groups.empty())
    page.charts.push_back({Kind::lying, Phrase("office.shop.by_group"),
                           Phrase("office.shop.by_group_means"), group_bars(figures)});
}

ui::Table table_of(const ShopFigures& figures) {
  ui::Table table;
  table.columns = {{Phrase("office.shop.day"), Column::Align::start, 4},
                   {Phrase("office.today.customers"), Column::Align::decimal, 2},
                   {Phrase("office.today.sales"), Column::Align::decimal, 3},
                   {Phrase("office.shop.needed"), Column::Align::decimal, 3}};
  for (auto day = figures.days.rbegin(); day != figures.days.rend(); ++day) {
    table.rows.push_back({{},
                          {},
                          {{day->day},
                           {fmt::format("{}", day->sales_count)},
                           {day->sales},
                           {day->needed ? ui::Text(*day->needed) : ui::Text("–")}}});
  }
  return table;
}

}  // namespace

OfficeShop::Days OfficeShop::days() const {
  const Day now = today();
  const Month month = Month::of(now);
  if (period_ == "this_week") return {now.plus_days(-now.weekday_from_monday()), now};
  if (period_ == "last_month") return {month.previous().first_day(), month.previous().last_day()};
  if (period_ == "this_year") return {*Day::from(now.year(), 1, 1), now};
  if (period_ == "from_to" && chosen_) return *chosen_;
  return {month.first_day(), now};
}

ShopFigures OfficeShop::figures() const {
  const Days asked = days();
  return book_.figures(asked.from, asked.to, shop_);
}

ui::Text OfficeShop::shop_name() const {
  for (const ShopTills& shop : shops_) {
    if (shop.key() == shop_ || shops_.size() == 1) return shop.name;
  }
  return Phrase("office.shop.all_shops");
}

ui::Page OfficeShop::page() {
  switch (shown_) {
    case Shown::figures: return figures_page();
    case Shown::period: return period_page();
    case Shown::differences: return differences_page();
    case Shown::set: return set_page();
  }
  CHECK(false);
}

void OfficeShop::add_head(ui::Page& page, const ShopFigures& figures) const {
  page.figures = {{Phrase("office.today.sales"), figures.sales},
                  {Phrase("office.today.customers"), fmt::format("{}", figures.sales_count)}};
  if (const auto mean = mean_day(figures))
    page.figures.push_back({Phrase("office.shop.mean_day"), *mean});
  if (figures.needed) page.figures.push_back({Phrase("office.shop.needed"), *figures.needed});
  if (const Reached reached = days_reached(figures); reached.of > 0)
    page.remarks.push_back(
        {Phrase("office.shop.reached").with("days", reached.days).with("of", reached.of)});
  if (figures.vouchers_given)
    page.remarks.push_back(
        {Phrase("office.shop.vouchers_given").with("amount", *figures.vouchers_given)});
  if (figures.makers_share)
    page.remarks.push_back(
        {Phrase("office.shop.makers_share").with("amount", *figures.makers_share)});
  if (figures.open) page.remarks.push_back({Phrase("office.shop.open")});
  if (figures.too_few_days) page.remarks.push_back({Phrase("office.shop.too_few_days")});
}

ui::Page OfficeShop::figures_page() const {
  const ShopFigures shown = figures();
  ui::Page page;
  page.title = Phrase("office.shop.name");
  page.subtitle = {shop_name(),
                   Phrase("office.report.period").with("from", shown.from).with("to", shown.to)};
  page.quiet = {{"period", Phrase("office.report.other_period")},
                {"differences", Phrase("office.shop.differences")}};
  if (may_set_) page.quiet.push_back({"set", Phrase("office.shop.set")});
  if (notice_) page.remarks.push_back(*notice_);
  if (shown.days.empty()) {
    page.empty = ui::Empty{Phrase("office.shop.nothing"), Phrase("office.shop.nothing_first")};
    return page;
  }
  page.quiet.push_back({"csv", Phrase("office.report.csv")});
  page.quiet.push_back({"xlsx", Phrase("office.report.xlsx")});
  page.main = ui::Action{"pdf", Phrase("office.report.pdf")};
  add_head(page, shown);
  add_charts(page, shown);
  page.table = table_of(shown);
  return page;
}

std::vector<ui::Choice> OfficeShop::shop_choices(bool with_all) const {
  std::vector<ui::Choice> choices;
  if (with_all) choices.push_back({"", Phrase("office.shop.all_shops")});
  for (const ShopTills& shop : shops_) choices.push_back({shop.key(), shop.name});
  return choices;
}

ui::Field OfficeShop::field(Field made) const {
  return ui::as_typed(std::move(made), typed_, faults_);
}

ui::Page OfficeShop::period_page() const {
  ui::Page page;
  page.title = Phrase("office.report.other_period");
  page.narrow = true;
  std::vector<ui::Choice> choices;
  for (const char* period : periods)
    choices.push_back({period, Phrase(fmt::format("office.shop.period.{}", period))});
  ui::Form form;
  form.fields = {field({.key = "period",
                        .kind = Field::Kind::choice,
                        .label = Phrase("office.report.other_period"),
                        .choices = choices})};
  if (shops_.size() > 1)
    form.fields.push_back(field({.key = "shop",
                                 .kind = Field::Kind::choice,
                                 .label = Phrase("office.shop.shop"),
                                 .choices = shop_choices(true)}));
  form.fields.push_back(field({.key = "from",
                               .kind = Field::Kind::day,
                               .label = Phrase("office.report.from"),
                               .hint = Phrase("office.shop.from_to_hint")}));
  form.fields.push_back(field({.key = "to",
                               .kind = Field::Kind::day,
                               .label = Phrase("office.report.to"),
                               .hint = Phrase("office.report.to_hint")}));
  form.actions = {{"save_period", Phrase("office.report.show")}, {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

ui::Page OfficeShop::differences_page() const {
  const ShopFigures shown = figures();
  ui::Page page;
  page.title = Phrase("office.shop.differences");
  page.subtitle = {Phrase("office.shop.differences_mean")};
  page.quiet = {{"back", Phrase("office.back")}};
  if (shown.differences.empty()) {
    page.empty =
        ui::Empty{Phrase("office.shop.no_differences"), Phrase("office.shop.no_differences_first")};
    return page;
  }
  ui::Table table;
  table.columns = {{Phrase("office.shop.month"), Column::Align::start, 3},
                   {Phrase("office.shop.shop"), Column::Align::start, 4},
                   {Phrase("office.today.difference"), Column::Align::decimal, 3},
                   {Phrase("office.shop.budget"), Column::Align::decimal, 3},
                   {Phrase("office.shop.budget_left"), Column::Align::decimal, 3}};
  for (auto each = shown.differences.rbegin(); each != shown.differences.rend(); ++each) {
    const ui::Text none("–");
    ui::Row row{{}, {}, {{each->month}, {each->shop}, {each->difference}, {none}, {none}}};
    if (each->budget) {
      // Only what is missing is taken from it.
      const Money left =
          each->difference.negative() ? *each->budget + each->difference : *each->budget;
      row.cells[3] = {*each->budget};
      row.cells[4] = {left, left.negative()};
      if (left.negative())
        page.remarks.push_back({Phrase("office.shop.above_budget")
                                    .with("shop", each->shop)
                                    .with("month", each->month)
                                    .with("amount", -left),
                                ui::Remark::Kind::mend});
    }
    table.rows.push_back(std::move(row));
  }
  page.table = std::move(table);
  return page;
}

ui::Page OfficeShop::set_page() const {
  ui::Page page;
  page.title = Phrase("office.shop.set");
  page.subtitle = {Phrase("office.shop.set_means")};
  page.quiet = {{"back", Phrase("office.back")}};
  if (notice_) page.remarks.push_back(*notice_);
  std::vector<ui::Choice> whats;
  for (const SetFigure what : kinds)
    whats.push_back({std::string(set_figure_text(what)), name_of(what)});
  std::vector<ui::Choice> months;
  Month month = Month::of(today());
  for (int back = 0; back < months_around; ++back) month = month.previous();
  for (int at = 0; at <= 2 * months_around; ++at, month = month.next())
    months.push_back({month.text(), month});
  ui::Form form;
  form.fields = {field({.key = "what",
                        .kind = Field::Kind::choice,
                        .label = Phrase("office.shop.what"),
                        .choices = whats})};
  if (shops_.size() > 1)
    form.fields.push_back(field({.key = "of_shop",
                                 .kind = Field::Kind::choice,
                                 .label = Phrase("office.shop.shop"),
                                 .choices = shop_choices(false)}));
  form.fields.push_back(field({.key = "month",
                               .kind = Field::Kind::choice,
                               .label = Phrase("office.shop.from_month"),
                               .value = Month::of(today()).text(),
                               .choices = months}));
  form.fields.push_back(field(
      {.key = "amount",
       .label = Phrase("office.report.amount_in").with("currency", std::string(currency_.code())),
       .hint = Phrase("office.shop.none_hint")}));
  form.actions = {{"save_figure", Phrase("office.shop.hold")}};
  page.form = std::move(form);
  ui::Table table;
  table.columns = {{Phrase("office.shop.shop"), Column::Align::start, 3},
                   {Phrase("office.shop.what"), Column::Align::start, 5},
                   {Phrase("office.shop.from_month"), Column::Align::start, 3},
                   {Phrase("office.slip.amount"), Column::Align::decimal, 2}};
  const std::vector<ShopFigure> set = book_.set_figures();
  for (auto figure = set.rbegin(); figure != set.rend(); ++figure) {
    const auto shop = std::ranges::find(shops_, figure->shop, &ShopTills::key);
    const std::string name = shop == shops_.end() ? figure->shop : shop->name;
    table.rows.push_back(
        {{}, {}, {{name}, {name_of(figure->what)}, {figure->from}, {figure->amount}}});
  }
  if (!table.rows.empty()) page.table = std::move(table);
  return page;
}

void OfficeShop::save_period(const ui::Values& values) {
  typed_ = values.texts;
  const std::string period = values.text("period");
  if (period == "from_to") {
    const std::optional<Day> from = Day::parse(values.text("from"));
    const std::optional<Day> to = Day::parse(values.text("to"));
    if (!from) faults_.insert_or_assign("from", Phrase("office.fault.day"));
    if (!to) faults_.insert_or_assign("to", Phrase("office.fault.day"));
    if (from && to && *to < *from)
      faults_.insert_or_assign("to", Phrase("office.report.from_after_to"));
    if (!faults_.empty()) return;
    chosen_ = {*from, *to};
  }
  period_ = period;
  shop_ = values.text("shop");
  shown_ = Shown::figures;
}

void OfficeShop::save_figure(const ui::Values& values) {
  typed_ = values.texts;
  const auto what = parse_set_figure(values.text("what"));
  const auto month = Month::parse(values.text("month"));
  CHECK(what.has_value() && month.has_value());  // both are chosen, not typed
  const std::optional<Money> amount = ui::typed_money(values.text("amount"), currency_);
  if (!amount || amount->negative()) {
    faults_.insert_or_assign("amount", Phrase("office.shop.fault_amount"));
    return;
  }
  const std::string shop = shops_.size() > 1 ? values.text("of_shop") : shops_.front().key();
  book_.set_figure({*what, shop, *month, *amount}, clock_.now());
  typed_.erase("amount");
  notice_ = {Phrase("office.shop.held").with("month", *month).with("amount", *amount),
             ui::Remark::Kind::done};
}

ui::Next OfficeShop::save(const std::string& kind, const ui::Values& values) {
  const ShopFigures shown = figures();
  const std::string path = values.text("path");
  if (path.empty())
    return ui::Next::save_file("as." + kind,
                               fmt::format("{}-{}.{}", shown.from.text(), shown.to.text(), kind));
  ShopFile file = ShopFile::pdf;
  if (kind == "xlsx") file = ShopFile::xlsx;
  if (kind == "csv") file = ShopFile::csv;
  paper_.write(shown, file, path);
  notice_ = {Phrase("office.saved").with("file", path), ui::Remark::Kind::done};
  return ui::Next::page();
}

ui::Next OfficeShop::press(const std::string& action, const ui::Values& values) {
  notice_.reset();
  faults_.clear();
  if (action == "back") shown_ = Shown::figures;
  if (action == "differences") shown_ = Shown::differences;
  if (action == "period") {
    shown_ = Shown::period;
    typed_ = {{"period", period_},
              {"shop", shop_},
              {"from", days().from.text()},
              {"to", days().to.text()}};
  }
  if (action == "save_period") save_period(values);
  if (may_set_ && action == "set") {
    shown_ = Shown::set;
    typed_.clear();
  }
  if (may_set_ && action == "save_figure") save_figure(values);
  const std::string kind = action.substr(action.rfind('.') + 1);
  const bool saves = kind == "pdf" || kind == "xlsx" || kind == "csv";
  return saves ? save(kind, values) : ui::Next::page();
}

}  // namespace tilia::pos
