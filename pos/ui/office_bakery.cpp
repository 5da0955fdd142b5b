#include "pos/ui/office_bakery.h"

#include <fmt/format.h>

#include <algorithm>

#include "pos/counter_rules.h"
#include "pos/ui/trade_words.h"

namespace tilia::pos {
namespace {

using ui::Column;

constexpr int days_shown = 14;

// By its number; by its day and whose it is, where nobody touched it yet.
std::string key_of(const DueOrder& due) {
  if (due.order.number != 0) return std::to_string(due.order.number);
  return due.order.day.text() + "/" + due.order.standing;
}

ui::Cell whose(const DueOrder& due) {
  if (due.whose.empty()) return {Phrase("office.bakery.nobody_known")};
  return {due.picture + "  " + due.whose};
}

std::string time_of(const std::optional<int>& minute) {
  return minute ? time_words(*minute) : std::string();
}

std::string in_short(const std::vector<OrderLine>& lines, const std::vector<Article>& articles) {
  std::string text;
  for (const OrderLine& line : lines)
    text += fmt::format("{}{} × {}", text.empty() ? "" : ", ", line.quantity.text(),
                        named(articles, line.article).name);
  return text;
}

}  // namespace

bool OfficeBakery::is_kept(OrderBook& book, TillBook& till_book) {
  return at_any_till(till_book, &CounterRules::orders) ||
         at_any_till(till_book, &CounterRules::bake) || !book.recipes().empty() ||
         !book.open_orders().empty() || !book.standing_orders().empty();
}

void OfficeBakery::open(Shown shown) {
  shown_ = shown;
  typed_.clear();
  faults_.clear();
  names_.forget();
}

ui::Page OfficeBakery::page_of(const char* title) const {
  ui::Page page;
  page.title = Phrase(title);
  if (notice_) page.remarks.push_back(*notice_);
  return page;
}

void OfficeBakery::add(ui::Form& form, ui::Field field) const {
  field.caution = names_.caution(field.key);
  form.fields.push_back(ui::as_typed(std::move(field), typed_, faults_));
}

ui::Page OfficeBakery::page() {
  switch (shown_) {
    case Shown::orders: return orders_page();
    case Shown::order: return order_page();
    case Shown::standing: return standing_page();
    case Shown::stands: return stands_page();
    case Shown::recipes: return recipes_page();
    case Shown::recipe: return recipe_page();
    case Shown::ingredients: return ingredients_page();
    case Shown::ingredient: return ingredient_page();
    case Shown::waste: return waste_page();
    case Shown::reason: return reason_page();
  }
  CHECK(false);
}

Day OfficeBakery::last() const { return first_.plus_days(days_shown - 1); }

ui::Table OfficeBakery::order_table(const std::vector<DueOrder>& orders) {
  const std::vector<Article> all = articles();
  ui::Table table;
  table.row_action = "order";
  table.columns = {{Phrase("office.bakery.day"), Column::Align::start, 6},
                   {Phrase("office.bakery.from_time"), Column::Align::start, 2},
                   {Phrase("office.bakery.whose"), Column::Align::start, 6},
                   {Phrase("office.bakery.what"), Column::Align::start, 10},
                   {Phrase("office.bakery.total"), Column::Align::decimal, 4},
                   {Phrase("office.bakery.paid"), Column::Align::decimal, 4},
                   {std::nullopt, Column::Align::start, 1},
                   {Phrase("office.bakery.state"), Column::Align::start, 4}};
  for (const DueOrder& due : orders) {
    const bool is_standing = due.order.number == 0;
    const std::string state =
        is_standing ? "stands" : std::string(order_state_text(due.order.state));
    table.rows.push_back(
        {key_of(due),
         "",
         {{due.order.day},
          {time_of(due.order.minute)},
          whose(due),
          {in_short(due.order.lines, all)},
          {total_of(due.order.lines, currency_)},
          due.paid.is_zero() ? ui::Cell{} : ui::Cell{due.paid},
          {},
          {Phrase(fmt::format("office.bakery.state.{}", state)), !due.gone.empty()}}});
  }
  return table;
}

ui::Page OfficeBakery::orders_page() {
  ui::Page page = page_of("office.bakery.title");
  page.subtitle = {Phrase("office.salon.week_of").with("from", first_).with("to", last())};
  page.quiet = {{"earlier", Phrase("office.month.earlier")},
                {"later", Phrase("office.month.later")},
                {"standing", Phrase("office.bakery.standing")},
                {"recipes", Phrase("office.bakery.recipes")},
                {"waste", Phrase("office.bakery.waste")}};
  const std::vector<DueOrder> orders = orders_.due(first_, last());
  if (orders.empty()) {
    page.empty = ui::Empty{Phrase("office.bakery.no_orders"),
                           Phrase("office.bakery.no_orders_first"), std::nullopt};
    return page;
  }
  Money total = Money::zero(currency_);
  Money paid = total;
  std::int64_t count = 0;
  bool is_gone = false;
  for (const DueOrder& due : orders) {
    if (due.order.state != OrderState::open) continue;
    ++count;
    total += total_of(due.order.lines, currency_);
    paid += due.paid;
    is_gone = is_gone || !due.gone.empty();
  }
  page.figures = {{Phrase("office.bakery.open_orders"), std::to_string(count)},
                  {Phrase("office.bakery.total"), total},
                  {Phrase("office.bakery.paid_early"), paid},
                  {Phrase("office.bakery.to_pay"), total - paid}};
  if (is_gone) page.remarks.push_back({Phrase("office.bakery.gone"), ui::Remark::Kind::mend});
  page.table = order_table(orders);
  return page;
}

ui::Page OfficeBakery::order_page() {
  const std::vector<DueOrder> orders = orders_.due(first_, last());
  const auto due = std::ranges::find(orders, chosen_, key_of);
  if (due == orders.end()) {  // somebody moved it to another day
    shown_ = Shown::orders;
    return orders_page();
  }
  const std::vector<Article> all = articles();
  ui::Page page = page_of("office.bakery.title");
  page.title = whose(*due).text;
  page.subtitle = {due->order.day};
  if (due->order.minute) page.subtitle.emplace_back(time_words(*due->order.minute));
  if (due->order.number != 0)
    page.subtitle.emplace_back(Phrase("office.bakery.number").with("number", due->order.number));
  if (!due->order.standing.empty()) page.subtitle.emplace_back(Phrase("office.bakery.of_standing"));
  page.quiet = {{"orders", Phrase("office.back")}};
  for (const std::string& gone : due->gone)
    page.remarks.push_back(
        {Phrase("office.bakery.gone_one").with("article", gone), ui::Remark::Kind::mend});
  const Money total = total_of(due->order.lines, currency_);
  page.figures = {{Phrase("office.bakery.total"), total},
                  {Phrase("office.bakery.paid_early"), due->paid}};
  ui::Table table;
  table.columns = {{Phrase("office.catalogue.article"), Column::Align::start, 5},
                   {Phrase("office.bakery.quantity"), Column::Align::decimal, 2},
                   {std::nullopt, Column::Align::start, 1},
                   {Phrase("office.bakery.note"), Column::Align::start, 4},
                   {Phrase("office.catalogue.price"), Column::Align::decimal, 2}};
  for (const OrderLine& line : due->order.lines) {
    const NamedArticle article = named(all, line.article);
    table.rows.push_back({line.article,
                          article.picture,
                          {{article.name},
                           {quantity_words(line.quantity, article.unit)},
                           {},
                           {line.note},
                           {line.unit_price}}});
  }
  page.table = std::move(table);
  return page;
}

bool OfficeBakery::open_section(const std::string& action) {
  static const std::map<std::string, Shown> sections{
      {"orders", Shown::orders},     {"standing", Shown::standing},
      {"recipes", Shown::recipes},   {"ingredients", Shown::ingredients},
      {"waste", Shown::waste},       {"new_standing", Shown::stands},
      {"new_recipe", Shown::recipe}, {"new_ingredient", Shown::ingredient}};
  const auto found = sections.find(action);
  if (found == sections.end()) return false;
  chosen_.clear();
  open(found->second);
  return true;
}

void OfficeBakery::turn(int by) {
  if (shown_ == Shown::orders)
    first_ = first_.plus_days(by * days_shown);
  else
    month_ = by < 0 ? month_.previous() : month_.next();
}

void OfficeBakery::write(const std::string& action, const ui::Values& values) {
  if (action == "save_standing") save_standing(values);
  if (action == "stop") stop_standing(values);
  if (action == "save_recipe") save_recipe(values);
  if (action == "save_ingredient") save_ingredient(values);
}

ui::Next OfficeBakery::press(const std::string& action, const ui::Values& values) {
  notice_.reset();
  faults_.clear();
  if (open_section(action)) return ui::Next::page();
  static const std::map<std::string, Shown> rows{{"order", Shown::order},
                                                 {"stands", Shown::stands},
                                                 {"recipe", Shown::recipe},
                                                 {"ingredient", Shown::ingredient},
                                                 {"reason", Shown::reason}};
  if (const auto found = rows.find(action); found != rows.end()) {
    chosen_ = values.text("row");
    open(found->second);
  }
  if (action == "earlier") turn(-1);
  if (action == "later") turn(1);
  write(action, values);
  return ui::Next::page();
}

}  // namespace tilia::pos
