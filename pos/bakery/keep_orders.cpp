#include "pos/bakery/keep_orders.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "core/letters.h"
#include "pos/article_code.h"
#include "pos/ordered_by.h"

namespace tilia::pos {
namespace {

using Why = OrderRefusal::Why;

constexpr int furthest_days = 366;
constexpr int days_a_week = 7;
constexpr int orders_looked_at = 60;
constexpr const char* anybody = "🙂";

constexpr std::array<std::pair<Why, std::string_view>, 19> codes{{
    {Why::empty_order, "order.empty_order"},
    {Why::day_is_past, "order.day_is_past"},
    {Why::day_too_far, "order.day_too_far"},
    {Why::unknown_till, "order.unknown_till"},
    {Why::nobody, "order.nobody"},
    {Why::unknown_customer, "order.unknown_customer"},
    {Why::unknown_account, "order.unknown_account"},
    {Why::unknown_order, "order.unknown_order"},
    {Why::not_open, "order.not_open"},
    {Why::paid_early, "order.paid_early"},
    {Why::same_id_other_content, "order.same_id_other_content"},
    {Why::nothing_before, "order.nothing_before"},
    {Why::bad_code, "order.bad_code"},
    {Why::no_weekday, "order.no_weekday"},
    {Why::ends_before_it_begins, "order.ends_before_it_begins"},
    {Why::unknown_standing, "order.unknown_standing"},
    {Why::day_of_standing, "order.day_of_standing"},
    {Why::unknown_article, "order.unknown_article"},
    {Why::bad_quantity, "order.bad_quantity"},
}};

OrderRefusal no(Why why, std::string about = {}) { return {why, std::move(about)}; }

// Two requests with one id are one order when they ask for the same.
bool asks_for(const Order& order, const OrderRequest& request) {
  const auto same = [](const OrderLine& line, const OrderRequest::Line& asked) {
    return line.article == asked.article && line.quantity == asked.quantity &&
           line.note == asked.note;
  };
  return order.till == request.till && order.by == request.by && order.day == request.day &&
         order.minute == request.minute && std::ranges::equal(order.lines, request.lines, same);
}

std::vector<OrderRequest::Line> lines_asked(const std::vector<StandingOrder::Line>& lines) {
  std::vector<OrderRequest::Line> asked;
  for (const StandingOrder::Line& line : lines)
    asked.push_back({line.article, line.quantity, line.note});
  return asked;
}

bool earlier(const DueOrder& one, const DueOrder& other) {
  const auto place = [](const DueOrder& due) {
    return std::tuple(due.order.day, due.order.minute.value_or(0), due.order.number == 0,
                      due.order.number);
  };
  return place(one) < place(other);
}

}  // namespace

std::string_view order_refusal_code(const OrderRefusal& refusal) {
  if (refusal.line) return sale_refusal_code(refusal.line->why);
  if (refusal.customer) return customer_refusal_code(*refusal.customer);
  for (const auto& [known, code] : codes) {
    if (known == refusal.why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(const OrderRefusal& refusal) {
  if (refusal.line) return sentence_of(*refusal.line);
  if (refusal.customer) return sentence_of(*refusal.customer);
  return Phrase(fmt::format("pos.{}", order_refusal_code(refusal))).with("about", refusal.about);
}

bool KeepOrders::has_till(const std::string& till) {
  const Organisation organisation = doors_.till_book.organisation();
  return std::ranges::find(organisation.shops, till, &Shop::till) != organisation.shops.end();
}

std::optional<OrderRefusal> KeepOrders::fault_of(const OrderedBy& by,
                                                 const std::optional<Customer>& noted) {
  const auto fault = pos::fault_of(by, noted, doors_.customers, doors_.tenders);
  if (!fault) return std::nullopt;
  switch (fault->why) {
    case OrderedByFault::Why::nobody: return no(Why::nobody);
    case OrderedByFault::Why::bad_customer:
      return OrderRefusal{Why::bad_customer, "", std::nullopt, fault->customer};
    case OrderedByFault::Why::unknown_customer: return no(Why::unknown_customer);
    case OrderedByFault::Why::unknown_account: return no(Why::unknown_account, by.account);
  }
  CHECK(false);
}

std::optional<OrderRefusal> KeepOrders::fault_of(const OrderRequest& request) {
  if (request.lines.empty()) return no(Why::empty_order);
  if (!has_till(request.till)) return no(Why::unknown_till, request.till);
  if (request.day < today()) return no(Why::day_is_past, request.day.text());
  if (request.day > today().plus_days(furthest_days))
    return no(Why::day_too_far, request.day.text());
  return fault_of(request.by, request.noted);
}

std::optional<Customer> KeepOrders::kept(const std::optional<Customer>& noted) {
  if (!noted) return std::nullopt;
  return plain_customer(*noted).value();
}

KeepOrders::Prices KeepOrders::prices_on(const Day& day) {
  return {ArticleIndex(doors_.till_book.articles(day)), doors_.till_book.organisation().charges_vat,
          day};
}

Result<std::vector<OrderLine>, OrderRefusal> KeepOrders::lines_of(
    const std::vector<OrderRequest::Line>& lines, const Prices& prices) const {
  const PriceList list{.articles = &prices.articles,
                       .pack = &doors_.pack,
                       .charges_vat = prices.charges_vat,
                       .currency = doors_.pack.currency};
  std::vector<SaleRequest::Line> asked;
  for (const OrderRequest::Line& line : lines)
    asked.push_back({line.article, line.quantity, std::nullopt, line.note});
  const auto priced = price_lines(asked, list, BusinessDay(prices.day));
  if (!priced) return OrderRefusal{Why::bad_line, priced.refusal().about, priced.refusal()};
  std::vector<OrderLine> ordered;
  for (const SaleLine& line : priced.value())
    ordered.push_back({line.article, line.quantity, line.unit_price, line.note});
  return ordered;
}

Result<Order, OrderRefusal> KeepOrders::place(const OrderRequest& request) {
  // What was placed is answered as it stands, whatever changed since.
  if (const auto there = doors_.book.order_by_id(request.id)) {
    if (asks_for(*there, request)) return *there;
    return no(Why::same_id_other_content, std::to_string(there->number));
  }
  if (auto fault = fault_of(request)) return std::move(*fault);
  auto lines = lines_of(request.lines, prices_on(request.day));
  if (!lines) return lines.refusal();
  Order placed = doors_.book.place({.id = request.id,
                                    .till = request.till,
                                    .by = request.by,
                                    .day = request.day,
                                    .minute = request.minute,
                                    .lines = std::move(lines).value()},
                                   kept(request.noted), doors_.clock.now());
  if (!asks_for(placed, request))
    return no(Why::same_id_other_content, std::to_string(placed.number));
  return placed;
}

Result<Order, OrderRefusal> KeepOrders::change(std::int64_t number, const OrderRequest& request) {
  auto order = doors_.book.order(number);
  if (!order) return no(Why::unknown_order, std::to_string(number));
  if (order->state != OrderState::open) return no(Why::not_open, std::to_string(number));
  if (auto fault = fault_of(request)) return std::move(*fault);
  if (!order->standing.empty() && request.day != order->day)
    return no(Why::day_of_standing, order->day.text());
  auto lines = lines_of(request.lines, prices_on(request.day));
  if (!lines) return lines.refusal();
  order->till = request.till;
  order->by = request.by;
  order->day = request.day;
  order->minute = request.minute;
  order->lines = std::move(lines).value();
  if (!doors_.book.put(*order, kept(request.noted), doors_.clock.now()))
    return no(Why::not_open, std::to_string(number));
  return std::move(*order);
}

Result<Order, OrderRefusal> KeepOrders::cancel(std::int64_t number) {
  auto order = doors_.book.order(number);
  if (!order) return no(Why::unknown_order, std::to_string(number));
  if (order->state != OrderState::open) return no(Why::not_open, std::to_string(number));
  const auto advance = doors_.tenders.advance(advance_of_order(number));
  if (advance && !advance->balance.is_zero()) return no(Why::paid_early, advance->balance.text());
  order->state = OrderState::cancelled;
  // Looked at again there: somebody may have paid or fetched it meanwhile.
  if (!doors_.book.put(*order, std::nullopt, doors_.clock.now()))
    return no(Why::not_open, std::to_string(number));
  return std::move(*order);
}

Result<OrderRequest, OrderRefusal> KeepOrders::same_again(const OrderedBy& by,
                                                          const std::string& till, const Day& day) {
  if (auto fault = fault_of(by, std::nullopt)) return std::move(*fault);
  const std::vector<Order> before = doors_.book.orders_of(by, orders_looked_at);
  const auto counts = [&](const Order& order) {
    return order.state != OrderState::cancelled && order.day < day;
  };
  auto found = std::ranges::find_if(before, [&](const Order& order) {
    return counts(order) && order.day == day.plus_days(-days_a_week);
  });
  if (found == before.end()) found = std::ranges::find_if(before, counts);
  if (found == before.end()) return no(Why::nothing_before);
  OrderRequest request{.id = OrderId::mint(doors_.chance),
                       .till = till,
                       .by = by,
                       .day = day,
                       .minute = found->minute,
                       .lines = {}};
  for (const OrderLine& line : found->lines)
    request.lines.push_back({line.article, line.quantity, line.note});
  return request;
}

DueOrder KeepOrders::unnamed(Order order) const {
  return {std::move(order), {}, anybody, Money::zero(doors_.pack.currency)};
}

DueOrder KeepOrders::day_of(const StandingOrder& standing, const Prices& prices) const {
  DueOrder due = unnamed({.id = OrderId::from_bytes({}),
                          .till = standing.till,
                          .by = standing.by,
                          .day = prices.day,
                          .minute = standing.minute,
                          .lines = {},
                          .standing = standing.code});
  for (const OrderRequest::Line& line : lines_asked(standing.lines)) {
    auto priced = lines_of({line}, prices);
    if (priced)
      due.order.lines.push_back(std::move(priced).value().front());
    else
      due.gone.push_back(line.article);
  }
  return due;
}

std::vector<DueOrder> KeepOrders::due(const Day& from, const Day& to) {
  std::vector<DueOrder> due;
  std::set<std::pair<std::string, Day>> touched;
  for (Order& order : doors_.book.orders(from, to)) {
    if (!order.standing.empty()) touched.emplace(order.standing, order.day);
    due.push_back(unnamed(std::move(order)));
  }
  const std::vector<StandingOrder> all = doors_.book.standing_orders();
  for (Day day = from; day <= to; day = day.plus_days(1)) {
    std::optional<Prices> prices;
    for (const StandingOrder& standing : all) {
      if (!standing.falls_on(day) || touched.contains({standing.code, day})) continue;
      if (!prices) prices = prices_on(day);
      due.push_back(day_of(standing, *prices));
    }
  }
  name(due);
  std::ranges::sort(due, earlier);
  return due;
}

std::vector<DueOrder> KeepOrders::find(const std::string& typed) {
  std::vector<DueOrder> due;
  for (Order& order : doors_.book.open_orders()) due.push_back(unnamed(std::move(order)));
  name(due);
  const std::optional<std::int64_t> scanned = order_of_barcode(typed);
  std::erase_if(due, [&](const DueOrder& each) {
    if (scanned) return each.order.number != *scanned;
    if (std::to_string(each.order.number) == typed) return false;
    if (!each.order.by.customer)
      return lower_case(each.whose).find(lower_case(typed)) == std::string::npos;
    // Of somebody who was forgotten the order itself still stands among all.
    const auto customer = doors_.customers.customer(*each.order.by.customer);
    return customer ? !is_meant(*customer, typed) : !typed.empty();
  });
  return due;
}

void KeepOrders::name(std::vector<DueOrder>& due) {
  const std::vector<CustomerAccount> accounts = doors_.tenders.accounts();
  for (DueOrder& each : due) {
    const auto account = std::ranges::find(accounts, each.order.by.account, &CustomerAccount::code);
    if (account != accounts.end()) {
      each.whose = account->name;
      each.picture = account->picture;
    } else if (each.order.by.customer) {
      const auto customer = doors_.customers.customer(*each.order.by.customer);
      if (customer) each.whose = customer->name;
    }
    const auto advance = doors_.tenders.advance(advance_of_order(each.order.number));
    if (advance) each.paid = advance->balance;
  }
}

Result<Order, OrderRefusal> KeepOrders::touch(const std::string& code, const Day& day) {
  const std::vector<StandingOrder> all = doors_.book.standing_orders();
  const auto standing = std::ranges::find(all, code, &StandingOrder::code);
  if (standing == all.end() || !standing->falls_on(day)) return no(Why::unknown_standing, code);
  if (day < today()) return no(Why::day_is_past, day.text());
  if (day > today().plus_days(furthest_days)) return no(Why::day_too_far, day.text());
  const DueOrder due = day_of(*standing, prices_on(day));
  if (!due.gone.empty()) return no(Why::unknown_article, due.gone.front());
  Order order = due.order;
  order.id = OrderId::mint(doors_.chance);
  return doors_.book.place(order, std::nullopt, doors_.clock.now());
}

Result<StandingOrder, OrderRefusal> KeepOrders::stand(StandingOrder standing,
                                                      const std::optional<Customer>& noted) {
  if (!is_code(standing.code)) return no(Why::bad_code, standing.code);
  if (standing.lines.empty()) return no(Why::empty_order);
  std::ranges::sort(standing.weekdays);
  standing.weekdays.erase(std::unique(standing.weekdays.begin(), standing.weekdays.end()),
                          standing.weekdays.end());
  const auto is_weekday = [](int day) { return day >= 0 && day < days_a_week; };
  if (standing.weekdays.empty() || !std::ranges::all_of(standing.weekdays, is_weekday))
    return no(Why::no_weekday);
  if (standing.until && *standing.until < standing.from) return no(Why::ends_before_it_begins);
  std::optional<Customer> customer = noted;
  for (const StandingOrder& there : doors_.book.standing_orders()) {
    // Sent again: whoever was noted with it is the same.
    if (customer && there.code == standing.code && there.by.customer)
      customer->id = *(standing.by.customer = there.by.customer);
  }
  const Day first = std::max(standing.from, today());
  const std::vector<OrderRequest::Line> asked = lines_asked(standing.lines);
  if (auto fault = fault_of({OrderId::from_bytes({}), standing.till, standing.by, first,
                             standing.minute, asked, customer}))
    return std::move(*fault);
  const auto lines = lines_of(asked, prices_on(first));
  if (!lines) return lines.refusal();
  doors_.book.put_standing(standing, kept(customer), doors_.clock.now());
  return standing;
}

Result<StandingOrder, OrderRefusal> KeepOrders::stop(const std::string& code, const Day& from) {
  std::vector<StandingOrder> all = doors_.book.standing_orders();
  const auto found = std::ranges::find(all, code, &StandingOrder::code);
  if (found == all.end()) return no(Why::unknown_standing, code);
  const Day last = from.plus_days(-1);
  found->until = found->until ? std::min(*found->until, last) : last;
  doors_.book.put_standing(*found, std::nullopt, doors_.clock.now());
  return std::move(*found);
}

std::vector<Order> KeepOrders::orders_of_day(const std::string& till, const Day& day) {
  std::vector<Order> orders;
  for (DueOrder& each : due(day, day)) {
    if (each.order.till == till) orders.push_back(std::move(each.order));
  }
  return orders;
}

BakeSheet KeepOrders::bake_sheet(const std::string& till, const Day& day) {
  std::vector<std::string> made_here;
  for (const Recipe& recipe : doors_.book.recipes()) made_here.push_back(recipe.article);
  return pos::bake_sheet(
      {.day = day,
       .articles = doors_.till_book.articles(day),
       .made_here = std::move(made_here),
       .orders = orders_of_day(till, day),
       .same_weekday = doors_.book.sold_on_weekdays_before(till, day, weeks_looked_at),
       .baked = doors_.book.baked(till, day)});
}

Result<Done, OrderRefusal> KeepOrders::baked(const std::string& till, const Day& day,
                                             const Pieces& pieces) {
  if (!has_till(till)) return no(Why::unknown_till, till);
  const std::vector<Article> articles = doors_.till_book.articles(day);
  const auto article = std::ranges::find(articles, pieces.article, &Article::code);
  if (article == articles.end()) return no(Why::unknown_article, pieces.article);
  constexpr std::int64_t most = 1'000'000 * Quantity::one_in_thousandths;
  const std::int64_t asked = pieces.quantity.thousandths();
  if (asked == 0 || asked > most || asked < -most) return no(Why::bad_quantity);
  if (article->unit == Unit::each && !pieces.quantity.whole()) return no(Why::bad_quantity);
  Quantity before;
  for (const Pieces& each : doors_.book.baked(till, day)) {
    if (each.article == pieces.article) before = each.quantity;
  }
  // What was not noted cannot be taken back.
  if (before + pieces.quantity < Quantity()) return no(Why::bad_quantity);
  doors_.book.note_baked(till, day, pieces, doors_.clock.now());
  return Done{};
}

}  // namespace tilia::pos
