// A practice salon's own way: appointments for the next two weeks, who comes by without one, each
// begun on time, done and paid, some with a package that was paid before.
#pragma once

#include "app/demo_trade_life.h"
#include "db/consignment_book_sqlite.h"
#include "db/customer_book_sqlite.h"
#include "db/package_book_sqlite.h"
#include "db/salon_book_sqlite.h"
#include "db/till_book_sqlite.h"
#include "pos/consignment/keep_consignment.h"
#include "pos/keep_packages.h"
#include "pos/salon/keep_salon.h"
#include "pos/salon/keep_visits.h"

namespace tilia::app {

class DemoSalon final : public DemoTrade {
 public:
  DemoSalon(db::BookFile& file, const DemoShop& shop, const pos::CountryPack& pack,
            const Zone& zone, const Clock& clock, std::uint64_t seed);
  void begin() override;
  void quarter(pos::RingUpSale& ring, pos::KeepDrawer& drawer) override;

 private:
  void leave_pieces_to_be_sold();
  void book_some(const Day& day);
  void book_one(const Day& day);
  void step(const pos::Visit& visit, pos::RingUpSale& ring);
  void somebody_comes_by();
  void pay(const pos::Visit& visit, pos::RingUpSale& ring);
  [[nodiscard]] Money in_large_notes(const Money& due);
  void sell_a_package(pos::RingUpSale& ring);
  // Pays one of the visit's services with a package, where one for it is open.
  [[nodiscard]] bool use_a_package(pos::SaleRequest& request);
  [[nodiscard]] Money price_of(const std::string& article) const;
  [[nodiscard]] std::vector<std::string> codes_of(pos::ColumnKind kind) const;

  const DemoShop& shop_;
  const pos::CountryPack& pack_;
  const Zone& zone_;
  const Clock& clock_;
  SeededChance chance_;
  db::TillBookSqlite book_;
  db::SalonBookSqlite salon_book_;
  db::PackageBookSqlite package_book_;
  db::CustomerBookSqlite customers_;
  db::ConsignmentBookSqlite consignment_;
  pos::KeepSalon salon_;
  pos::KeepVisits visits_;
  pos::KeepPackages packages_;
};

}  // namespace tilia::app
