#include "pos/ui/orders_screen.h"

#include <algorithm>
#include <set>

#include "core/letters.h"

namespace tilia::pos {
namespace {

constexpr std::size_t longest_typed = 40;
constexpr int weeks_offered = 4;

// A whole letter, however many bytes it has.
void take_last_letter(std::string& text) {
  while (text.size() > 1 && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U)
    text.pop_back();
  if (!text.empty()) text.pop_back();
}

bool turned(std::size_t& page, std::size_t pages, int by) {
  const auto wanted = static_cast<std::int64_t>(page) + by;
  if (wanted < 0 || wanted >= static_cast<std::int64_t>(pages)) return false;
  page = static_cast<std::size_t>(wanted);
  return true;
}

std::size_t pages_of(std::size_t all, std::size_t on_page) {
  return std::max<std::size_t>(1, (all + on_page - 1) / on_page);
}

bool is_shown_name(const DueOrder& due, const std::string& typed) {
  return lower_case(due.whose).find(lower_case(typed)) != std::string::npos;
}

}  // namespace

OrdersScreen::OrdersScreen(KeepOrders::Doors doors, std::string till)
    : doors_(doors),
      keep_(doors),
      till_(std::move(till)),
      new_id_(OrderId::mint(doors.chance)),
      day_(keep_.today()),
      whose_(doors.customers, doors.tenders, doors.chance) {}

void OrdersScreen::open() {
  tab_ = 0;
  page_ = 0;
  opened_.reset();
  refusal_.reset();
  go(Step::list);
  // Today, whatever nobody came for before.
  if (tabs_.front().kind == Tab::Kind::earlier) tab_ = 1;
}

void OrdersScreen::go(Step step) {
  step_ = step;
  if (step == Step::list) read_list();
  if (step == Step::look) look_at_lines();
}

bool OrdersScreen::said(const OrderRefusal& refusal) {
  refusal_ = sentence_of(refusal);
  return false;
}

// ---- the list

void OrdersScreen::read_list() {
  const Day first = today();
  const Day last = first.plus_days(days_shown - 1);
  Tab earlier{Tab::Kind::earlier, first, {}};
  Tab later{Tab::Kind::later, last, {}};
  tabs_.clear();
  const auto here = [&](const DueOrder& due) {
    return due.order.state == OrderState::open && due.order.till == till_;
  };
  for (DueOrder& due : keep_.find("")) {
    if (!here(due)) continue;
    if (due.order.day < first)
      earlier.orders.push_back(std::move(due));
    else if (due.order.day > last)
      later.orders.push_back(std::move(due));
  }
  for (int i = 0; i < days_shown; ++i) tabs_.push_back({Tab::Kind::day, first.plus_days(i), {}});
  for (DueOrder& due : keep_.due(first, last)) {
    if (!here(due)) continue;
    const int at = first.days_until(due.order.day);
    tabs_.at(static_cast<std::size_t>(at)).orders.push_back(std::move(due));
  }
  if (!earlier.orders.empty()) tabs_.insert(tabs_.begin(), std::move(earlier));
  if (!later.orders.empty()) tabs_.push_back(std::move(later));
  tab_ = std::min(tab_, tabs_.size() - 1);
  page_ = std::min(page_, pages() - 1);
}

void OrdersScreen::choose_tab(std::size_t tab) {
  refusal_.reset();
  if (step_ != Step::list || tab >= tabs_.size()) return;
  tab_ = tab;
  page_ = 0;
}

std::size_t OrdersScreen::pages() const {
  return pages_of(tabs_.at(tab_).orders.size(), orders_on_page);
}

void OrdersScreen::turn_page(int by) { (void)turned(page_, pages(), by); }

std::vector<const DueOrder*> OrdersScreen::orders() const {
  std::vector<const DueOrder*> shown;
  const std::vector<DueOrder>& all = tabs_.at(tab_).orders;
  for (std::size_t i = page_ * orders_on_page; i < all.size() && shown.size() < orders_on_page; ++i)
    shown.push_back(&all[i]);
  return shown;
}

// ---- finding

void OrdersScreen::find() {
  refusal_.reset();
  if (step_ != Step::list) return;
  typed_.clear();
  std::set<std::string> letters;
  for (const Tab& tab : tabs_) {
    for (const DueOrder& due : tab.orders) {
      for (const std::string_view letter : letters_of(due.whose)) {
        std::string capital = capital_of(letter);
        if (capital != lower_case(capital)) letters.insert(std::move(capital));
      }
    }
  }
  find_keys_.assign(letters.begin(), letters.end());
  for (char digit = '0'; digit <= '9'; ++digit) find_keys_.emplace_back(1, digit);
  go(Step::find);
  look_for_typed();
}

// By name or number the book finds them; the days of standing orders that nobody touched yet have
// no number, and are found by the name alone.
void OrdersScreen::look_for_typed() {
  found_.clear();
  const auto take = [&](const DueOrder& due) {
    if (due.order.till == till_ && found_.size() < orders_found) found_.push_back(due);
  };
  if (typed_.empty()) {
    for (const Tab& tab : tabs_) std::ranges::for_each(tab.orders, take);
    return;
  }
  for (const DueOrder& due : keep_.find(typed_)) take(due);
  for (const Tab& tab : tabs_) {
    for (const DueOrder& due : tab.orders)
      if (due.order.number == 0 && is_shown_name(due, typed_)) take(due);
  }
}

void OrdersScreen::type(const std::string& letters) {
  refusal_.reset();
  if (step_ == Step::find) {
    if (typed_.size() + letters.size() <= longest_typed) typed_ += lower_case(letters);
    return look_for_typed();
  }
  if (step_ == Step::name) at_whose([&](WhoseAsked& whose) { whose.type(letters); });
}

void OrdersScreen::type_back() {
  refusal_.reset();
  if (step_ == Step::find) {
    take_last_letter(typed_);
    look_for_typed();
  } else if (step_ == Step::name) {
    at_whose([](WhoseAsked& whose) { whose.type_back(); });
  }
}

// ---- one order

void OrdersScreen::open_order(const DueOrder& due) {
  refusal_.reset();
  opened_ = due;
  go(Step::order);
}

std::optional<DueOrder> OrdersScreen::due_of(std::int64_t number) {
  const auto order = doors_.book.order(number);
  if (!order) return std::nullopt;
  for (DueOrder& due : keep_.due(order->day, order->day))
    if (due.order.number == number) return std::move(due);
  return std::nullopt;
}

bool OrdersScreen::open_number(std::int64_t number) {
  refusal_.reset();
  auto due = due_of(number);
  using Why = OrderRefusal::Why;
  if (!due) return said({Why::unknown_order, std::to_string(number)});
  if (due->order.state != OrderState::open) return said({Why::not_open, std::to_string(number)});
  if (tabs_.empty()) read_list();
  opened_ = std::move(*due);
  go(Step::order);
  return true;
}

Money OrdersScreen::total() const {
  return total_of(step_ == Step::look ? priced_ : opened_->order.lines, doors_.pack.currency);
}

Money OrdersScreen::still_to_pay() const {
  const Money none = Money::zero(doors_.pack.currency);
  return opened_ ? std::max(total_of(opened_->order.lines, none.currency()) - opened_->paid, none)
                 : none;
}

bool OrdersScreen::make_sure() {
  refusal_.reset();
  if (!opened_) return false;
  if (opened_->order.number == 0) {
    const auto touched = keep_.touch(opened_->order.standing, opened_->order.day);
    if (!touched) return said(touched.refusal());
    opened_->order = touched.value();
  }
  look_again();
  if (opened_->order.state == OrderState::open) return true;
  return said({OrderRefusal::Why::not_open, std::to_string(opened_->order.number)});
}

void OrdersScreen::look_again() {
  if (opened_ && opened_->order.number != 0) opened_ = due_of(opened_->order.number);
}

bool OrdersScreen::leave_out() {
  if (!make_sure()) return false;
  const auto cancelled = keep_.cancel(opened_->order.number);
  if (!cancelled) return said(cancelled.refusal());
  opened_.reset();
  go(Step::list);
  return true;
}

// ---- a new one

void OrdersScreen::begin(std::vector<Line> lines) {
  refusal_.reset();
  new_id_ = OrderId::mint(doors_.chance);
  lines_ = std::move(lines);
  lines_before_.reset();
  week_ = 0;
  minute_.reset();
  whose_.begin();
  go(Step::day);
}

std::vector<Day> OrdersScreen::days_offered() const {
  std::vector<Day> days;
  for (int i = 0; i < days_on_page; ++i)
    days.push_back(today().plus_days(week_ * days_on_page + i));
  return days;
}

void OrdersScreen::turn_days(int by) {
  if (week_ + by >= 0 && week_ + by < weeks_offered) week_ += by;
}

void OrdersScreen::choose_day(const Day& day) {
  refusal_.reset();
  if (step_ != Step::day || day < today()) return;
  day_ = day;
  go(Step::time);
}

std::vector<int> OrdersScreen::minutes_offered() const {
  std::vector<int> minutes;
  for (int minute = first_minute; minute <= last_minute; minute += minute_step)
    minutes.push_back(minute);
  return minutes;
}

void OrdersScreen::choose_minute(std::optional<int> minute) {
  refusal_.reset();
  if (step_ != Step::time) return;
  minute_ = minute;
  whose_.ask();
  go(Step::whose);
}

void OrdersScreen::at_whose(const std::function<void(WhoseAsked&)>& what) {
  refusal_.reset();
  if (step_ != Step::whose && step_ != Step::name) return;
  what(whose_);
  refusal_ = whose_.refusal();
  go_where_whose_is();
}

void OrdersScreen::go_where_whose_is() {
  switch (whose_.step()) {
    case WhoseAsked::Step::account: return go(Step::whose);
    case WhoseAsked::Step::name: return go(Step::name);
    case WhoseAsked::Step::decided: return go(Step::look);
  }
}

void OrdersScreen::look_at_lines() {
  again_.reset();
  if (!whose_.noted() || doors_.customers.customer(whose_.noted()->id)) {
    auto same = keep_.same_again(whose_.by(), till_, day_);
    if (same) again_ = std::move(same).value();
  }
  const ArticleIndex articles(doors_.till_book.articles(day_));
  priced_.clear();
  for (const Line& line : lines_) {
    if (const Article* article = articles.by_code(line.article))
      priced_.push_back({line.article, line.quantity, article->price, line.note});
  }
}

bool OrdersScreen::can_repeat() const {
  return step_ == Step::look && again_.has_value() && !lines_before_;
}

void OrdersScreen::repeat() {
  refusal_.reset();
  if (!can_repeat()) return;
  lines_before_ = std::exchange(lines_, again_->lines);
  look_at_lines();
}

bool OrdersScreen::place() {
  refusal_.reset();
  if (step_ != Step::look) return false;
  const auto placed = keep_.place({.id = new_id_,
                                   .till = till_,
                                   .by = whose_.by(),
                                   .day = day_,
                                   .minute = minute_,
                                   .lines = lines_,
                                   .noted = whose_.noted()});
  if (!placed) return said(placed.refusal());
  opened_ = due_of(placed.value().number);
  return opened_.has_value();
}

bool OrdersScreen::take_back() {
  refusal_.reset();
  if (!opened_) return false;
  const auto cancelled = keep_.cancel(opened_->order.number);
  if (!cancelled) return said(cancelled.refusal());
  opened_.reset();
  // Placed once more it is another order.
  new_id_ = OrderId::mint(doors_.chance);
  go(Step::look);
  return true;
}

bool OrdersScreen::undo() {
  refusal_.reset();
  switch (step_) {
    case Step::list: return false;
    case Step::find:
    case Step::order:
    case Step::day: go(Step::list); return true;
    case Step::time: go(Step::day); return true;
    case Step::whose: go(Step::time); return true;
    case Step::name: at_whose([](WhoseAsked& whose) { (void)whose.undo(); }); return true;
    case Step::look: break;
  }
  if (lines_before_) {
    lines_ = *std::exchange(lines_before_, std::nullopt);
    look_at_lines();
  } else {
    (void)whose_.undo();
    go_where_whose_is();
  }
  return true;
}

}  // namespace tilia::pos
