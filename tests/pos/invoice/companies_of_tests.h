// A bakery in Austria whose bread a hotel and a café buy on account, for the tests of invoices: on
// Monday 2 March 2026, cake 3.00 at 20 %, white loaf 1.20 at 13 %.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "core/clock.h"
#include "db/invoice_book_sqlite.h"
#include "db/new_book.h"
#include "db/tender_book_sqlite.h"
#include "db/till_book_sqlite.h"
#include "pos/invoice/keep_invoices.h"
#include "pos/keep_accounts.h"
#include "pos/keep_drawer.h"
#include "pos/take_back.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos::tests {

class Companies : public ::testing::Test {
 protected:
  Companies()
      : pack_(tests::pack("AT")),
        zone_(*Zone::named(pack_.zone)),
        clock_(*Instant::parse("2026-03-02T07:00:00Z")),
        file_(db::book_in_memory({.station = "T1"}, tests::organisation(pack_), clock_.now(),
                                 chance_)),
        book_(*file_),
        tenders_(*file_),
        invoices_(*file_),
        ring_(book_, pack_, clock_),
        drawer_(book_, pack_, zone_, clock_, chance_),
        accounts_(tenders_, pack_.currency, zone_, clock_),
        keep_({invoices_, tenders_, book_, zone_, clock_}) {
    book_.put_articles(tests::articles(pack_.currency), clock_.now());
    EXPECT_TRUE(drawer_.open("T1", eur("100.00")));
    for (const char* code : {"hotel", "cafe"}) {
      EXPECT_TRUE(accounts_.add({.code = code,
                                 .name = code,
                                 .picture = "",
                                 .credit_limit = eur("100000.00"),
                                 .owed = eur("0.00")}));
      EXPECT_TRUE(keep_.set_buyer(buyer(code)));
    }
  }

  [[nodiscard]] static Buyer buyer(const std::string& code) {
    return {.account = code,
            .name = code == "hotel" ? "Hotel Danube Ltd" : "Café Corner OG",
            .address = "Main street 1\n1010 Vienna",
            .country = "AT",
            .tax_number = "12 345/6789",
            .days_to_pay = 14};
  }
  [[nodiscard]] Money eur(const char* text) const {
    return Money::parse(text, pack_.currency).value();
  }
  // At eight in the morning of that day, with a new drawer.
  void on(const char* date) {
    clock_.set(*Instant::parse(std::string(date) + "T07:00:00Z"));
    EXPECT_TRUE(drawer_.close("T1", {}));
    EXPECT_TRUE(drawer_.open("T1", eur("100.00")));
  }
  Result<RungUp, SaleRefusal> ring(std::vector<SaleRequest::Line> lines,
                                   std::vector<Tender> tenders) {
    return ring_.ring_up(
        "T1", {SaleId::mint(chance_), std::move(lines), std::move(tenders), std::nullopt});
  }
  // So many cakes of 3.00, all on the account.
  Sale cakes(int count, const std::string& account = "hotel") {
    return ring({{"cake", Quantity::pieces(count)}},
                {{TenderKind::account, Money::from_minor(300 * count, pack_.currency), account}})
        .value()
        .sale;
  }
  Sale back(const std::string& receipt, int count) {
    return take_back(book_, pack_, clock_, "T1",
                     {SaleId::mint(chance_), receipt, {{1, Quantity::pieces(count)}}, "mistake"})
        .value()
        .sale;
  }
  [[nodiscard]] KeepInvoices::Asked until_now(const std::string& account = "hotel") const {
    return {account, keep_.today(), {}};
  }
  Invoice invoice(const std::string& account = "hotel") {
    return keep_.make(until_now(account)).value();
  }
  [[nodiscard]] Invoice again(const Invoice& made) {
    return invoices_.invoice(made.number).value();
  }
  [[nodiscard]] InvoiceStanding standing(const std::string& account = "hotel") {
    return keep_.standing(account).value();
  }
  [[nodiscard]] static PaperNumber number(Series series, std::int64_t counted) {
    return {series, 1, counted};
  }

  SeededChance chance_{31};
  CountryPack pack_;
  Zone zone_;
  SetClock clock_;
  std::unique_ptr<db::BookFile> file_;
  db::TillBookSqlite book_;
  db::TenderBookSqlite tenders_;
  db::InvoiceBookSqlite invoices_;
  RingUpSale ring_;
  KeepDrawer drawer_;
  KeepAccounts accounts_;
  KeepInvoices keep_;
};

}  // namespace tilia::pos::tests
