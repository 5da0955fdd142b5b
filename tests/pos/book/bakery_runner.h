// What a bakery does in a case (tests/cases/bakery_*.till), through the real use cases on the real
// book.
//
//   bakery makes white-loaf
//   bakery account cafe up to 5000.00
//   bakery order Ana for 2026-03-07 07:30: 2 cake, 3 white-loaf
//     number 1
//     total 960.00
//   bakery change 1 to 4 cake            bakery change 1 to 2026-03-08
//   bakery cancel 1                      bakery find 064
//   bakery stands cafe-bread of cafe on mon fri: 12 white-loaf
//   bakery stops cafe-bread from 2026-04-01
//   bakery takes cafe-bread on 2026-03-06
//   bakery same again for Ana on 2026-03-14
//   bakery due 2026-03-06 until 2026-03-13
//     due 06 12 white-loaf cafe ; …
//   bakery sheet 2026-03-09
//     white-loaf ordered 17, usual 26, baked 0, missing 43
//   bakery baked 24 white-loaf on 2026-03-09
//   bakery wasted 3 white-loaf too_dark
//   bakery waste
//     wasted 360.00 ; given 0.00
//   pay early 200.00 for order-1; cash 500.00
//   hand over 1; early 200.00, cash 1000.00
//   bakery give back 100.00 of order-1
//   bakery owed
//     owed 100.00
//
// `again` places the last order once more.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/chance.h"
#include "core/clock.h"
#include "db/catalogue_book_sqlite.h"
#include "db/customer_book_sqlite.h"
#include "db/order_book_sqlite.h"
#include "db/tender_book_sqlite.h"
#include "pos/bakery/keep_orders.h"
#include "pos/keep_drawer.h"
#include "pos/keep_stock.h"
#include "tests/pos/book/case_words.h"

namespace tilia::pos::tests {

class BakeryRunner {
 public:
  BakeryRunner(db::BookFile& file, TillBook& till, const CountryPack& pack, const Zone& zone,
               const Clock& clock, Chance& chance);

  CaseAnswer act(const std::string& line);
  // "200.00 for order-1; cash 500.00"
  [[nodiscard]] SaleRequest paying_early(const std::string& rest);
  // "1; early 200.00, cash 1000.00": all of the order, at its prices.
  [[nodiscard]] SaleRequest handing_over(const std::string& rest);

 private:
  CaseAnswer order(const std::string& rest);
  CaseAnswer change(const std::string& rest);
  CaseAnswer stand(const std::string& rest);
  CaseAnswer same_again(const std::string& rest);
  CaseAnswer due(const std::string& rest);
  CaseAnswer sheet(const std::string& rest);
  CaseAnswer waste();
  CaseAnswer find(const std::string& typed);
  [[nodiscard]] OrderedBy whose(const std::string& name);
  [[nodiscard]] Money amount(const std::string& text) const;
  [[nodiscard]] std::vector<Tender> tenders(const std::string& text, const std::string& code) const;

  TillBook& till_;
  const CountryPack& pack_;
  const Zone& zone_;
  const Clock& clock_;
  Chance& chance_;
  db::CustomerBookSqlite customers_;
  db::TenderBookSqlite tenders_;
  db::OrderBookSqlite orders_;
  db::CatalogueBookSqlite catalogue_;
  KeepOrders keep_;
  KeepStock stock_;
  KeepDrawer drawer_;
  std::map<std::string, Customer> names_;
  std::optional<OrderRequest> last_;
};

}  // namespace tilia::pos::tests
