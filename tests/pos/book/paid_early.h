// A shop of tests in which people pay early, on the real book.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "core/clock.h"
#include "db/customer_book_sqlite.h"
#include "db/new_book.h"
#include "db/order_book_sqlite.h"
#include "db/package_book_sqlite.h"
#include "db/tender_book_sqlite.h"
#include "db/till_book_sqlite.h"
#include "pos/bakery/keep_orders.h"
#include "pos/keep_drawer.h"
#include "pos/keep_packages.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos::tests {

// In Austria, on Monday 2 March 2026: cake 3.00. Order 1 is two cakes for Saturday.
class PaidEarly : public ::testing::Test {
 protected:
  PaidEarly()
      : pack_(pack("AT")),
        zone_(*Zone::named(pack_.zone)),
        clock_(*Instant::parse("2026-03-02T07:00:00Z")),
        file_(db::book_in_memory({.station = "T1"}, organisation(pack_), clock_.now(), chance_)),
        book_(*file_),
        tenders_(*file_),
        customers_(*file_),
        orders_(*file_),
        keep_({orders_, book_, customers_, tenders_, pack_, zone_, clock_, chance_}),
        ring_(book_, pack_, clock_),
        drawer_(book_, pack_, zone_, clock_, chance_),
        packages_(*file_),
        keep_packages_({packages_, customers_, zone_, clock_}) {
    book_.put_articles(articles(pack_.currency), clock_.now());
    EXPECT_TRUE(drawer_.open("T1", eur("100.00")));
    const CustomerId ana = CustomerId::mint(chance_);
    EXPECT_TRUE(keep_.place({.id = OrderId::mint(chance_),
                             .till = "T1",
                             .by = {ana, ""},
                             .day = day("2026-03-07"),
                             .lines = {{"cake", quantity("2")}},
                             .noted = Customer{ana, "Ana", ""}}));
  }

  [[nodiscard]] Money eur(const char* text) const {
    return Money::parse(text, pack_.currency).value();
  }
  Result<RungUp, SaleRefusal> ring(SaleRequest request) {
    return ring_.ring_up("T1", std::move(request));
  }
  Result<RungUp, SaleRefusal> deposit(const char* amount, const std::string& code = "order-1") {
    return ring({.id = SaleId::mint(chance_),
                 .lines = {},
                 .tenders = {{TenderKind::cash, eur(amount)}},
                 .donation = std::nullopt,
                 .extras = {{ExtraKind::advance, eur(amount), code}}});
  }
  [[nodiscard]] SaleRequest hand_over(std::vector<Tender> tenders, const char* price = "3.00") {
    return {.id = SaleId::mint(chance_),
            .lines = {{"cake", quantity("2"), AgreedPrice{eur(price)}}},
            .tenders = std::move(tenders),
            .donation = std::nullopt,
            .delivers = Delivery{order_delivery, 1}};
  }
  [[nodiscard]] Tender early(const char* amount, const std::string& code = "order-1") const {
    return {TenderKind::advance, eur(amount), code};
  }
  [[nodiscard]] Money owed(const std::string& code = "order-1") {
    const auto advance = tenders_.advance(code);
    return advance ? advance->balance : eur("0.00");
  }
  [[nodiscard]] SessionFigures figures() { return drawer_.look("T1").value().figures; }

  SeededChance chance_{23};
  CountryPack pack_;
  Zone zone_;
  SetClock clock_;
  std::unique_ptr<db::BookFile> file_;
  db::TillBookSqlite book_;
  db::TenderBookSqlite tenders_;
  db::CustomerBookSqlite customers_;
  db::OrderBookSqlite orders_;
  KeepOrders keep_;
  RingUpSale ring_;
  KeepDrawer drawer_;
  db::PackageBookSqlite packages_;
  KeepPackages keep_packages_;
};

}  // namespace tilia::pos::tests
