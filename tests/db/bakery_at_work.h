// A small bakery's book with the real use cases around it, and days of work in it by chance.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/zone.h"
#include "db/new_book.h"
#include "db/till_book_sqlite.h"
#include "pos/keep_drawer.h"
#include "pos/ring_up_sale.h"
#include "pos/take_back.h"
#include "tests/db/small_bakery.h"

namespace tilia::db {

inline const Instant six_o_clock = Instant::parse("2026-03-02T05:00:00Z").value();

class BakeryAtWork {
 public:
  explicit BakeryAtWork(BookFile& file, std::uint64_t seed = 7)
      : file_(file), chance_(seed), clock_(six_o_clock) {
    if (book.articles(zone_.local_day(six_o_clock)).empty())
      book.put_articles(six_articles(), clock_.now());
  }

  void open(const std::string& till = "T1") { CHECK(keep_.open(till, dinars(5000)).ok()); }
  pos::RungUp sell(const pos::SaleRequest& request, const std::string& till = "T1") {
    clock_.set(clock_.now().plus_seconds(37));
    return ring_.ring_up(till, request).value();
  }
  pos::Sale sell(int lines = 5, const std::string& till = "T1") {
    return sell(cash_sale(lines, chance_), till).sale;
  }
  Result<pos::RungUp, pos::RefundRefusal> take_back(const std::string& receipt,
                                                    std::vector<pos::RefundRequest::Line> lines) {
    return pos::take_back(book, pack_, clock_, "T1",
                          {.id = pos::SaleId::mint(chance_),
                           .receipt = receipt,
                           .lines = std::move(lines),
                           .reason = pos::refund_reasons().front()});
  }
  pos::KeepDrawer& drawer() { return keep_; }
  pos::DaySheet close(const std::string& till = "T1") {
    return keep_.close(till, {{dinars(100), 50}, {dinars(10), 3}}).value();
  }
  Chance& chance() { return chance_; }
  SetClock& clock() { return clock_; }

  // A day of sales, card and cash, donations, refunds, cash in and out, and the count.
  void work_a_day(int sales) {
    open();
    std::vector<std::string> receipts;
    for (int sale = 0; sale < sales; ++sale) {
      receipts.push_back(sell(any_request()).sale.receipt);
      if (chance_.below(8) == 0) take_something_back(receipts[chance_.below(receipts.size())]);
      if (chance_.below(12) == 0) move_cash();
    }
    close();
    clock_.set(clock_.now().plus_seconds(24 * 3600));
  }

 private:
  pos::SaleRequest any_request() {
    pos::SaleRequest request = cash_sale(1 + static_cast<int>(chance_.below(6)), chance_);
    if (chance_.below(3) == 0) request.donation = dinars(50);
    if (chance_.below(3) == 0) {
      const pos::PriceList prices{&articles_, &pack_, true, pack_.currency};
      const auto priced =
          pos::price_sale(request, prices, BusinessDay(zone_.local_day(clock_.now()))).value();
      request.tenders = {{pos::TenderKind::card, priced.total}};
      if (request.donation) request.tenders.push_back({pos::TenderKind::cash, dinars(100)});
    }
    return request;
  }
  void take_something_back(const std::string& receipt) {
    std::vector<pos::RefundRequest::Line> lines;
    if (chance_.below(2) == 0) lines.push_back({1, Quantity::pieces(1)});
    (void)take_back(receipt, std::move(lines)).ok();  // nothing may be left by now
  }
  void move_cash() {
    const auto direction =
        chance_.below(2) == 0 ? pos::CashMove::Direction::in : pos::CashMove::Direction::out;
    CHECK(keep_.move_cash("T1", {direction, dinars(100), pos::cash_move_reasons().front()}).ok());
  }

  BookFile& file_;
  SeededChance chance_;
  SetClock clock_;
  pos::CountryPack pack_ = plain_pack();
  Zone zone_ = Zone::named("Europe/Belgrade").value();
  pos::ArticleIndex articles_{six_articles()};

 public:
  TillBookSqlite book{file_};

 private:
  pos::RingUpSale ring_{book, pack_, clock_};
  pos::KeepDrawer keep_{book, pack_, zone_, clock_, chance_};
};

inline std::unique_ptr<BookFile> bakery_in_memory() {
  SeededChance chance(1);
  return book_in_memory({.station = "T1"}, small_bakery(), six_o_clock, chance);
}

}  // namespace tilia::db
