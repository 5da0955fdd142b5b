// A practice bakery's own way: recipes, the café's bread each weekday, cakes for Saturday with
// something paid early, what is baked in the morning and what is left in the evening.
#pragma once

#include "app/demo_customers.h"
#include "app/demo_trade_life.h"
#include "db/catalogue_book_sqlite.h"
#include "db/customer_book_sqlite.h"
#include "db/order_book_sqlite.h"
#include "db/tender_book_sqlite.h"
#include "db/till_book_sqlite.h"
#include "pos/bakery/keep_orders.h"
#include "pos/keep_stock.h"

namespace tilia::app {

class DemoBakery final : public DemoTrade {
 public:
  DemoBakery(db::BookFile& file, const DemoShop& shop, const pos::CountryPack& pack,
             const Zone& zone, const Clock& clock, DemoCustomers& customers, std::uint64_t seed);
  void begin() override;
  void quarter(pos::RingUpSale& ring, pos::KeepDrawer& drawer) override;

 private:
  [[nodiscard]] int minute_now() const;
  void bake();
  void take_an_order(pos::RingUpSale& ring);
  void hand_over(const pos::DueOrder& due, pos::RingUpSale& ring);
  void leave_one_out(pos::KeepDrawer& drawer);
  void suspended_bread(pos::RingUpSale& ring);
  void note_what_is_left();

  const DemoShop& shop_;
  const pos::CountryPack& pack_;
  const Zone& zone_;
  const Clock& clock_;
  DemoCustomers& on_account_;
  SeededChance chance_;
  db::TillBookSqlite book_;
  db::CatalogueBookSqlite catalogue_;
  db::TenderBookSqlite tenders_;
  db::CustomerBookSqlite customers_;
  db::OrderBookSqlite order_book_;
  pos::KeepOrders orders_;
};

}  // namespace tilia::app
