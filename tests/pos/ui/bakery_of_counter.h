// A counter of tests whose shop takes orders and bakes: loaves, rolls and cakes, a school that buys
// on account, eight o'clock on a Monday.
#pragma once

#include <string>
#include <vector>

#include "pos/bakery/keep_recipes.h"
#include "pos/keep_accounts.h"
#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos::tests {

class BakeryOfCounter : public CounterOfTests {
 public:
  explicit BakeryOfCounter(bool takes_orders = true) {
    book.set_counter_rule("counter.orders", takes_orders ? "yes" : "no", clock.now());
    book.set_counter_rule("counter.bake", takes_orders ? "yes" : "no", clock.now());
    for (const char* code : {"loaf", "roll"})
      orders.put_recipe({.article = code, .parts = {}, .also = {}}, clock.now());
    KeepAccounts accounts(tenders, pack.currency, zone, clock);
    school = accounts
                 .add({.code = {},
                       .name = "Škola",
                       .picture = "🏫",
                       .credit_limit = dinars(5000),
                       .owed = dinars(0)})
                 .value()
                 .code;
    begin_selling();
  }

  [[nodiscard]] KeepOrders keep() {
    return KeepOrders({orders, book, customers, tenders, pack, zone, clock, chance});
  }
  [[nodiscard]] Day today() const { return zone.local_day(clock.now()); }
  // Ana's, for so many days ahead.
  Order placed(int days_ahead, std::vector<OrderRequest::Line> lines,
               const std::string& name = "Ana", const std::string& phone = {}) {
    const Customer customer{CustomerId::mint(chance), name, phone};
    const auto order = keep().place({.id = OrderId::mint(chance),
                                     .till = "T1",
                                     .by = {customer.id, {}},
                                     .day = today().plus_days(days_ahead),
                                     .lines = std::move(lines),
                                     .noted = customer});
    CHECK(order);
    return order.value();
  }
  void pays_early(const Order& order, std::int64_t dinars_paid) {
    CHECK(ring.ring_up("T1", {.id = SaleId::mint(chance),
                              .lines = {},
                              .tenders = {{TenderKind::cash, dinars(dinars_paid)}},
                              .donation = std::nullopt,
                              .extras = {{ExtraKind::advance, dinars(dinars_paid),
                                          advance_of_order(order.number)}}}));
  }
  [[nodiscard]] Money owed(const Order& order) {
    const auto advance = tenders.advance(advance_of_order(order.number));
    return advance ? advance->balance : dinars(0);
  }
  void opens(const Order& order) { counter->scanned(order_barcode(order.number)); }

  std::string school;
};

}  // namespace tilia::pos::tests
