#include "app/demo_bakery.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/check.h"
#include "pos/advance.h"
#include "pos/bakery/keep_recipes.h"
#include "pos/counter_rules.h"

namespace tilia::app {
namespace {

constexpr int quarter_minutes = 15;
constexpr std::uint64_t orders_in_hundred_quarters = 7;
constexpr std::uint64_t paid_early_in_hundred = 40;
constexpr std::uint64_t left_out_in_hundred_days = 8;
constexpr std::uint64_t suspended_in_hundred_quarters = 4;
constexpr int marked_down_minutes = 60;  // before the shop closes
constexpr int marked_down_percent = 30;
constexpr std::uint64_t furthest_day = 9;

}  // namespace

DemoBakery::DemoBakery(db::BookFile& file, const DemoShop& shop, const pos::CountryPack& pack,
                       const Zone& zone, const Clock& clock, DemoCustomers& customers,
                       std::uint64_t seed)
    : shop_(shop),
      pack_(pack),
      zone_(zone),
      clock_(clock),
      on_account_(customers),
      chance_(seed),
      book_(file),
      catalogue_(file),
      tenders_(file),
      customers_(file),
      order_book_(file),
      orders_({order_book_, book_, customers_, tenders_, pack, zone, clock, chance_}) {}

int DemoBakery::minute_now() const {
  return static_cast<int>(zone_.local_minute_of_day(clock_.now()));
}

void DemoBakery::begin() {
  for (const char* rule : {"counter.orders", "counter.bake", "counter.waste"})
    book_.set_counter_rule(pos::rule_of_till(rule, shop_.till), "yes", clock_.now());
  const pos::Article& loaf = shop_.articles.front().article;
  const std::pair<const char*, std::string> of_bread[] = {
      {"counter.suspended", loaf.code},
      {"counter.markdown", pos::markdowns_text({{shop_.closes_minute - marked_down_minutes,
                                                 marked_down_percent, loaf.page}})}};
  for (const auto& [rule, text] : of_bread)
    book_.set_counter_rule(pos::rule_of_till(rule, shop_.till), text, clock_.now());
  pos::KeepRecipes recipes(order_book_, book_, pack_.currency, zone_, clock_);
  for (const pos::Ingredient& ingredient : shop_.trade.ingredients)
    CHECK(recipes.put(ingredient).ok());
  for (const pos::Recipe& recipe : shop_.trade.recipes) CHECK(recipes.put(recipe).ok());
  for (const DemoStandingOrder& standing : shop_.trade.standing) {
    CHECK(orders_
              .stand({.code = standing.code,
                      .till = shop_.till,
                      .by = {std::nullopt, standing.account},
                      .weekdays = standing.weekdays,
                      .lines = standing.lines,
                      .minute = standing.minute,
                      .from = orders_.today()})
              .ok());
  }
}

void DemoBakery::quarter(pos::RingUpSale& ring, pos::KeepDrawer& drawer) {
  const int minute = minute_now();
  if (minute < shop_.opens_minute + quarter_minutes) bake();
  const Day today = orders_.today();
  for (const pos::DueOrder& due : orders_.due(today, today)) {
    const bool open = due.order.state == pos::OrderState::open;
    if (open && due.order.minute.value_or(0) <= minute) hand_over(due, ring);
  }
  if (in_hundred(chance_, orders_in_hundred_quarters)) take_an_order(ring);
  if (in_hundred(chance_, suspended_in_hundred_quarters)) suspended_bread(ring);
  if (minute + quarter_minutes < shop_.closes_minute) return;
  if (in_hundred(chance_, left_out_in_hundred_days)) leave_one_out(drawer);
  note_what_is_left();
}

// Nearly all of what the sheet asks for; the rest is on the sheet all day.
void DemoBakery::bake() {
  const Day today = orders_.today();
  for (const pos::BakeRow& row : orders_.bake_sheet(shop_.till, today).rows) {
    const Quantity missing = row.missing();
    if (missing.thousandths() <= 0 || in_hundred(chance_, 6)) continue;
    CHECK(orders_.baked(shop_.till, today, {row.article, missing}).ok());
  }
}

void DemoBakery::take_an_order(pos::RingUpSale& ring) {
  std::vector<const pos::Article*> made;
  for (const DemoArticle& sold : shop_.articles) {
    const auto is_it = [&](const pos::Recipe& recipe) {
      return recipe.article == sold.article.code;
    };
    if (std::ranges::any_of(shop_.trade.recipes, is_it)) made.push_back(&sold.article);
  }
  Day day = orders_.today().plus_days(1 + static_cast<int>(chance_.below(furthest_day)));
  while (!is_open_on(shop_, day)) day = day.plus_days(1);
  const pos::CustomerId who = pos::CustomerId::mint(chance_);
  pos::OrderRequest request{.id = pos::OrderId::mint(chance_),
                            .till = shop_.till,
                            .by = {who, ""},
                            .day = day,
                            .minute = 8 * 60 + 30 * static_cast<int>(chance_.below(16)),
                            .lines = {},
                            .noted = pos::Customer{who, one_of(shop_.trade.names, chance_), ""}};
  const std::uint64_t lines = 1 + chance_.below(2);
  for (std::uint64_t line = 0; line < lines; ++line) {
    const pos::Article& article = *one_of(made, chance_);
    const bool there = std::ranges::any_of(request.lines, [&](const pos::OrderRequest::Line& each) {
      return each.article == article.code;
    });
    if (there) continue;
    const auto count =
        static_cast<std::int64_t>(1 + chance_.below(article.unit == pos::Unit::kg ? 2 : 6));
    request.lines.push_back({article.code, Quantity::pieces(count)});
  }
  const auto placed = orders_.place(request);
  CHECK(placed.ok());
  if (!in_hundred(chance_, paid_early_in_hundred)) return;
  const Money total = pos::total_of(placed.value().lines, pack_.currency);
  const Money half = shared_out(total, {1, 1}).front();
  const Money early =
      half.rounded_to(Money::from_minor(10'00, half.currency()), Rounding::floor).value();
  if (early.is_zero()) return;
  CHECK(ring.ring_up(shop_.till,
                     {.id = pos::SaleId::mint(chance_),
                      .lines = {},
                      .tenders = {{pos::TenderKind::cash, early}},  // a round sum, chosen by her
                      .donation = std::nullopt,
                      .extras = {{pos::ExtraKind::advance, early,
                                  pos::advance_of_order(placed.value().number)}}})
            .ok());
}

// At the prices that were agreed; what was paid early first, the rest on her account or in cash.
void DemoBakery::hand_over(const pos::DueOrder& due, pos::RingUpSale& ring) {
  pos::Order order = due.order;
  if (order.number == 0) order = orders_.touch(order.standing, order.day).value();
  pos::SaleRequest request{.id = pos::SaleId::mint(chance_),
                           .lines = {},
                           .tenders = {},
                           .donation = std::nullopt,
                           .delivers = pos::Delivery{pos::order_delivery, order.number}};
  for (const pos::OrderLine& line : order.lines)
    request.lines.push_back({line.article, line.quantity, pos::AgreedPrice{line.unit_price}});
  Money to_pay = pos::total_of(order.lines, pack_.currency);
  const Money early = std::min(due.paid, to_pay);
  if (!early.is_zero()) {
    request.tenders.push_back(
        {pos::TenderKind::advance, early, pos::advance_of_order(order.number)});
    to_pay -= early;
  }
  if (!order.by.account.empty()) {
    for (const pos::CustomerAccount& account : tenders_.accounts()) {
      if (account.code != order.by.account || account.room() < to_pay) continue;
      request.tenders.push_back({pos::TenderKind::account, to_pay, account.code});
      to_pay = Money::zero(to_pay.currency());
    }
  }
  if (!to_pay.is_zero())
    request.tenders.push_back({pos::TenderKind::cash, handed_over(to_pay, chance_)});
  const auto rung = ring.ring_up(shop_.till, request);
  CHECK(rung.ok());
  on_account_.delivered(rung.value().sale);
}

// Somebody does not need her cake after all: what she paid early goes back.
void DemoBakery::leave_one_out(pos::KeepDrawer& drawer) {
  const Day today = orders_.today();
  for (const pos::DueOrder& due :
       orders_.due(today.plus_days(1), today.plus_days(static_cast<int>(furthest_day)))) {
    if (due.order.number == 0 || due.order.state != pos::OrderState::open) continue;
    const std::string code = pos::advance_of_order(due.order.number);
    if (!due.paid.is_zero()) CHECK(drawer.give_back(tenders_, shop_.till, code, due.paid).ok());
    CHECK(orders_.cancel(due.order.number).ok());
    return;
  }
}

// One is paid for whoever comes, and some time later somebody takes it.
void DemoBakery::suspended_bread(pos::RingUpSale& ring) {
  const pos::Article& loaf = shop_.articles.front().article;
  const std::string code = pos::suspended_advance(loaf.code);
  const auto pool = tenders_.advance(code);
  const bool some = pool && pos::suspended_pieces(pool->balance, loaf.price) > 0;
  if (some && in_hundred(chance_, 45)) {
    CHECK(ring.ring_up(shop_.till, {.id = pos::SaleId::mint(chance_),
                                    .lines = {{loaf.code, Quantity::pieces(1)}},
                                    .tenders = {{pos::TenderKind::advance, loaf.price, code}},
                                    .donation = std::nullopt})
              .ok());
    return;
  }
  CHECK(ring.ring_up(shop_.till, {.id = pos::SaleId::mint(chance_),
                                  .lines = {{loaf.code, Quantity::pieces(1)}},
                                  .tenders = {{pos::TenderKind::cash, loaf.price + loaf.price}},
                                  .donation = std::nullopt,
                                  .extras = {{pos::ExtraKind::advance, loaf.price, code}}})
            .ok());
}

void DemoBakery::note_what_is_left() {
  static const std::vector<std::string> reasons{"given_away", "given_away", "unsold",
                                                "unsold",     "too_dark",   "dropped"};
  pos::KeepStock stock(book_, catalogue_, zone_, clock_);
  for (const pos::Recipe& recipe : shop_.trade.recipes) {
    if (!in_hundred(chance_, 25)) continue;
    const auto count = static_cast<std::int64_t>(1 + chance_.below(4));
    CHECK(stock
              .enter(pos::StockMove::Kind::wasted, recipe.article, Quantity::pieces(count),
                     one_of(reasons, chance_))
              .ok());
  }
}

}  // namespace tilia::app
