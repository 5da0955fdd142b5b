// What is paid early is owed until it is delivered or given back: on the real book, by deposits on
// orders, loaves for whoever comes, and 10,000 operations by chance.
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "db/order_book_sqlite.h"
#include "db/till_rows.h"
#include "pos/cash_standing.h"
#include "pos/keep_accounts.h"
#include "pos/keep_vouchers.h"
#include "pos/take_back.h"
#include "tests/core/seed.h"
#include "tests/db/all_rows.h"
#include "tests/pos/book/paid_early.h"

namespace tilia::pos {
namespace {

using tests::day;
using tests::PaidEarly;
using tests::quantity;
using Why = SaleRefusal::Why;

TEST_F(PaidEarly, ADepositIsOwedAndNotEarned) {
  ASSERT_TRUE(deposit("2.50"));
  EXPECT_EQ(owed(), eur("2.50"));
  EXPECT_EQ(figures().sales_total, eur("0.00"));
  EXPECT_TRUE(figures().vat.empty()) << "VAT is reckoned when it is handed over";
  EXPECT_EQ(figures().advances_taken, eur("2.50"));
  const auto look = drawer_.look("T1").value();
  EXPECT_EQ(look.expected, eur("102.50"));
  EXPECT_EQ(cash_standing(look.session, look.figures, std::nullopt).advances, eur("2.50"));
  EXPECT_EQ(keep_.due(day("2026-03-07"), day("2026-03-07")).at(0).paid, eur("2.50"));
}

TEST_F(PaidEarly, WhatIsHandedOverIsPaidByTheDepositFirstAndEndsTheOrder) {
  ASSERT_TRUE(deposit("2.50"));
  const auto sold = ring(hand_over({early("2.50"), {TenderKind::cash, eur("5.00")}}));
  ASSERT_TRUE(sold);
  EXPECT_EQ(sold.value().sale.priced.change, eur("1.50"));
  EXPECT_EQ(owed(), eur("0.00"));
  EXPECT_EQ(figures().sales_total, eur("6.00"));
  EXPECT_EQ(figures().advances_used, eur("2.50"));
  EXPECT_EQ(orders_.order(1)->state, OrderState::collected);
  EXPECT_EQ(book_.sale_by_id(sold.value().sale.id), sold.value().sale);
}

TEST_F(PaidEarly, AnOrderIsHandedOverOnce) {
  ASSERT_TRUE(ring(hand_over({{TenderKind::cash, eur("6.00")}})));
  EXPECT_EQ(ring(hand_over({{TenderKind::cash, eur("6.00")}})).refusal().why, Why::not_to_deliver);
  SaleRequest unknown = hand_over({{TenderKind::cash, eur("6.00")}});
  unknown.delivers = Delivery{order_delivery, 77};
  EXPECT_EQ(ring(unknown).refusal().why, Why::not_to_deliver);
  unknown.delivers = Delivery{"moon", 1};
  EXPECT_EQ(ring(unknown).refusal().why, Why::not_to_deliver);
}

TEST_F(PaidEarly, ThePriceThatWasAgreedHoldsAndNoOther) {
  auto dearer = tests::articles(pack_.currency);
  for (Article& article : dearer) article.price = article.price + eur("1.00");
  book_.put_articles(dearer, clock_.now());
  ring_.read_catalogue(day("2026-03-02"));
  EXPECT_EQ(ring(hand_over({{TenderKind::cash, eur("4.00")}}, "2.00")).refusal().why,
            Why::bad_own_price)
      << "nobody ordered at 2.00";
  SaleRequest no_order = hand_over({{TenderKind::cash, eur("6.00")}});
  no_order.delivers = std::nullopt;
  EXPECT_EQ(ring(no_order).refusal().why, Why::bad_own_price);
  const auto sold = ring(hand_over({{TenderKind::cash, eur("6.00")}}));
  ASSERT_TRUE(sold);
  EXPECT_EQ(sold.value().sale.priced.total, eur("6.00"));
  EXPECT_EQ(figures().discounts, eur("0.00")) << "an agreed price is no reduction";
}

TEST_F(PaidEarly, NoMoreIsUsedThanIsLeft) {
  ASSERT_TRUE(deposit("2.50"));
  EXPECT_EQ(ring(hand_over({early("3.00"), {TenderKind::cash, eur("3.00")}})).refusal().why,
            Why::advance_not_enough);
  EXPECT_EQ(
      ring(hand_over({early("1.00", "order-9"), {TenderKind::cash, eur("5.00")}})).refusal().why,
      Why::advance_unknown);
  EXPECT_EQ(ring(hand_over({early("2.00"), early("1.00"), {TenderKind::cash, eur("3.00")}}))
                .refusal()
                .why,
            Why::advance_not_enough)
      << "twice in one sale is added up";
  EXPECT_EQ(owed(), eur("2.50"));
  EXPECT_EQ(orders_.order(1)->state, OrderState::open);
}

TEST_F(PaidEarly, MoneyIsTakenForWhatIsPromisedAndForNothingElse) {
  for (const char* code : {"order-2", "order-01", "order-", "suspended-pie", "ana", "Order-1"})
    EXPECT_EQ(deposit("1.00", code).refusal().why, Why::advance_unknown) << code;
  ASSERT_TRUE(keep_.cancel(1));
  EXPECT_EQ(deposit("1.00").refusal().why, Why::advance_unknown) << "it was cancelled";
}

TEST_F(PaidEarly, NoMoreGoesAtAnAgreedPriceThanWasOrdered) {
  SaleRequest more = hand_over({{TenderKind::cash, eur("50.00")}});
  more.lines.push_back({"cake", quantity("1"), AgreedPrice{eur("3.00")}});
  EXPECT_EQ(ring(more).refusal().why, Why::bad_own_price) << "two were ordered";
  more.lines.back().own_price = AgreedPrice{eur("0.01")};
  EXPECT_EQ(ring(more).refusal().why, Why::bad_own_price) << "nobody ordered one at a cent";
  more.lines.back().own_price = std::nullopt;
  EXPECT_TRUE(ring(more)) << "one more at the catalogue's price";
}

TEST_F(PaidEarly, WhatWasHandedOverAndComesBackIsGivenBackInCash) {
  ASSERT_TRUE(deposit("2.50"));
  const auto sold = ring(hand_over({early("2.50"), {TenderKind::cash, eur("3.50")}}));
  ASSERT_TRUE(sold);
  const RefundRequest back{SaleId::mint(chance_), sold.value().sale.receipt, {}, "mistake"};
  const auto refund = take_back(book_, pack_, clock_, "T1", back);
  ASSERT_TRUE(refund);
  EXPECT_EQ(cash_back(refund.value().sale), eur("6.00")) << "the order is over: nothing is owed";
  EXPECT_EQ(owed(), eur("0.00"));
  EXPECT_EQ(figures().advances_used, eur("2.50"));
  EXPECT_EQ(drawer_.look("T1").value().expected, eur("100.00"));
}

TEST_F(PaidEarly, PartOfWhatWasHandedOverComesBackInCashToo) {
  ASSERT_TRUE(deposit("6.00"));
  const auto sold = ring(hand_over({early("6.00")}));
  ASSERT_TRUE(sold);
  const auto refund = take_back(
      book_, pack_, clock_, "T1",
      {SaleId::mint(chance_), sold.value().sale.receipt, {{1, quantity("1")}}, "mistake"});
  ASSERT_TRUE(refund);
  EXPECT_EQ(cash_back(refund.value().sale), eur("3.00"));
  EXPECT_EQ(owed(), eur("0.00"));
}

TEST_F(PaidEarly, ALoafThatIsTakenBackWaitsAgainAndADepositTakenBackIsOwedNoMore) {
  const std::string pool = suspended_advance("cake");
  ASSERT_TRUE(deposit("3.00", pool));
  const auto taken = ring({.id = SaleId::mint(chance_),
                           .lines = {{"cake", quantity("1")}},
                           .tenders = {early("3.00", pool)},
                           .donation = std::nullopt});
  ASSERT_TRUE(taken);
  ASSERT_TRUE(take_back(book_, pack_, clock_, "T1",
                        {SaleId::mint(chance_), taken.value().sale.receipt, {}, "mistake"}));
  EXPECT_EQ(owed(pool), eur("3.00"));
  const auto paid = deposit("2.50");
  RefundRequest undo{SaleId::mint(chance_), paid.value().sale.receipt, {}, "mistake"};
  undo.extras = {1};
  ASSERT_TRUE(take_back(book_, pack_, clock_, "T1", undo));
  EXPECT_EQ(owed(), eur("0.00"));
  EXPECT_EQ(figures().advances_taken, eur("3.00"));
}

TEST_F(PaidEarly, AnOrderIsLeftOutOnceWhatWasPaidForItWasGivenBack) {
  ASSERT_TRUE(deposit("2.50"));
  EXPECT_EQ(keep_.cancel(1).refusal().why, OrderRefusal::Why::paid_early);
  EXPECT_EQ(orders_.order(1)->state, OrderState::open);
  ASSERT_TRUE(drawer_.give_back(tenders_, "T1", "order-1", eur("2.50")));
  EXPECT_TRUE(keep_.cancel(1));
}

TEST_F(PaidEarly, WhatIsGivenBackIsNotCountedAsNotTheShopsOwn) {
  ASSERT_TRUE(deposit("2.50"));
  ASSERT_TRUE(drawer_.give_back(tenders_, "T1", "order-1", eur("2.00")));
  const auto look = drawer_.look("T1").value();
  EXPECT_EQ(cash_standing(look.session, look.figures, std::nullopt).advances, eur("0.50"));
}

TEST_F(PaidEarly, ADepositThatWasUsedIsNotTakenBack) {
  const auto paid = deposit("2.50");
  ASSERT_TRUE(ring(hand_over({early("2.50"), {TenderKind::cash, eur("3.50")}})));
  RefundRequest undo{SaleId::mint(chance_), paid.value().sale.receipt, {}, "mistake"};
  undo.extras = {1};
  EXPECT_EQ(take_back(book_, pack_, clock_, "T1", undo).refusal(), RefundRefusal::advance_was_used);
  EXPECT_EQ(owed(), eur("0.00"));
}

TEST_F(PaidEarly, WhatIsGivenBackLeavesTheDrawerAndIsNoReasonByHand) {
  ASSERT_TRUE(deposit("2.50"));
  EXPECT_EQ(drawer_.give_back(tenders_, "T1", "order-1", eur("3.00")).refusal(),
            DrawerRefusal::advance_is_less);
  EXPECT_EQ(drawer_.give_back(tenders_, "T1", "order-2", eur("1.00")).refusal(),
            DrawerRefusal::no_such_advance);
  EXPECT_EQ(
      drawer_.move_cash("T1", {CashMove::Direction::out, eur("1.00"), advance_reason}).refusal(),
      DrawerRefusal::unknown_reason);
  ASSERT_TRUE(drawer_.give_back(tenders_, "T1", "order-1", eur("2.00")));
  EXPECT_EQ(owed(), eur("0.50"));
  EXPECT_EQ(figures().advances_back, eur("2.00"));
  EXPECT_EQ(drawer_.look("T1").value().expected, eur("100.50"));
}

TEST_F(PaidEarly, ALoafForWhoeverComesIsPaidOnceAndTakenOnce) {
  const std::string pool = suspended_advance("white-loaf");
  EXPECT_EQ(suspended_article(pool), "white-loaf");
  ASSERT_TRUE(deposit("2.40", pool));
  EXPECT_EQ(suspended_pieces(owed(pool), eur("1.20")), 2);
  const auto take = [&] {
    return ring({.id = SaleId::mint(chance_),
                 .lines = {{"white-loaf", quantity("1")}},
                 .tenders = {early("1.20", pool)},
                 .donation = std::nullopt});
  };
  EXPECT_TRUE(take());
  EXPECT_TRUE(take());
  EXPECT_EQ(take().refusal().why, Why::advance_not_enough);
  EXPECT_EQ(owed(pool), eur("0.00"));
}

TEST_F(PaidEarly, EverythingIsMadeAgainFromTheJournal) {
  KeepAccounts accounts(tenders_, pack_.currency, zone_, clock_);
  ASSERT_TRUE(accounts.add({.code = "cafe",
                            .name = "Café",
                            .picture = "",
                            .credit_limit = eur("10.00"),
                            .owed = eur("0.00")}));
  ASSERT_TRUE(keep_.place({.id = OrderId::mint(chance_),
                           .till = "T1",
                           .by = {std::nullopt, "cafe"},
                           .day = day("2026-03-07"),
                           .lines = {{"cake", quantity("1")}}}));
  ASSERT_TRUE(deposit("2.50"));
  ASSERT_TRUE(drawer_.give_back(tenders_, "T1", "order-1", eur("0.50")));
  ASSERT_TRUE(ring(hand_over({early("2.00"), {TenderKind::cash, eur("4.00")}})));
  const std::vector<db::Projection> all{db::order_projection(), db::till_projection()};
  std::vector<std::string> tables;
  for (const db::Projection& each : all)
    tables.insert(tables.end(), each.tables.begin(), each.tables.end());
  const auto before = db::all_rows(file_->reader(), tables);
  db::rebuild_projections(*file_, all);
  EXPECT_EQ(db::all_rows(file_->reader(), tables), before);
  EXPECT_EQ(orders_.order(1)->state, OrderState::collected);
}

// Any sequence of what people do with money that is paid early: what is owed is always what was
// taken less what was delivered less what was given back, here and in the drawer's own sums.
class ChancePaysEarly : public PaidEarly {
 protected:
  [[nodiscard]] Money some(std::int64_t most_cents) {
    return Money::from_minor(
        1 + static_cast<std::int64_t>(chance_.below(static_cast<std::uint64_t>(most_cents))),
        pack_.currency);
  }
  [[nodiscard]] std::string some_code() {
    static const std::vector<std::string> codes{"order-1", "suspended-cake", "suspended-book",
                                                "suspended-white-loaf"};
    return codes[chance_.below(codes.size())];
  }
  void pay_early() {
    const std::string code = some_code();
    const Money amount = some(900);
    const auto paid =
        ring({.id = SaleId::mint(chance_),
              .lines = {},
              .tenders = {{chance_.below(2) == 0 ? TenderKind::cash : TenderKind::card, amount}},
              .donation = std::nullopt,
              .extras = {{ExtraKind::advance, amount, code}}});
    ASSERT_TRUE(paid);
    expected_.try_emplace(code, eur("0.00")).first->second += amount;
    taken_ += amount;
    payments_.push_back(paid.value().sale);
  }
  void deliver() {
    const std::string code = some_code();
    const Money early = some(400);
    const Money left = expected_.try_emplace(code, eur("0.00")).first->second;
    const auto sold =
        ring({.id = SaleId::mint(chance_),
              .lines = {{"cake", quantity("2")}},
              .tenders = {{TenderKind::advance, early, code}, {TenderKind::cash, eur("6.00")}},
              .donation = std::nullopt});
    EXPECT_EQ(sold.ok(), early <= left && owed_once(code));
    if (!sold) return;
    expected_.at(code) -= early;
    delivered_ += early;
    deliveries_.push_back(sold.value().sale);
  }
  void give_back() {
    const std::string code = some_code();
    const Money amount = some(600);
    const Money left = expected_.try_emplace(code, eur("0.00")).first->second;
    const auto given = drawer_.give_back(tenders_, "T1", code, amount);
    EXPECT_EQ(given.ok(), amount <= left && owed_once(code));
    if (!given) return;
    expected_.at(code) -= amount;
    given_back_ += amount;
  }
  // A loaf that is taken back is owed again, a payment that is taken back no more.
  void take_back_some() {
    if (!deliveries_.empty() && chance_.below(2) == 0) {
      const Sale sale = deliveries_.back();
      deliveries_.pop_back();
      ASSERT_TRUE(take_back(book_, pack_, clock_, "T1",
                            {SaleId::mint(chance_), sale.receipt, {}, "mistake"}));
      const Tender& early = sale.priced.tenders.front();
      if (early.reference == "order-1") return;  // earned: it went back in cash
      expected_.at(early.reference) += early.amount;
      delivered_ -= early.amount;
    } else if (!payments_.empty()) {
      const Sale sale = payments_.back();
      payments_.pop_back();
      RefundRequest undo{SaleId::mint(chance_), sale.receipt, {}, "mistake"};
      undo.extras = {1};
      const Extra& extra = sale.priced.extras.front();
      const bool there = extra.amount <= expected_.at(extra.reference);
      EXPECT_EQ(take_back(book_, pack_, clock_, "T1", undo).ok(), there);
      if (!there) return;
      expected_.at(extra.reference) -= extra.amount;
      taken_ -= extra.amount;
    }
  }
  void compare() {
    Money owed_now = eur("0.00");
    for (const Advance& advance : tenders_.advances()) {
      EXPECT_EQ(advance.balance, expected_.at(advance.code)) << advance.code;
      owed_now += advance.balance;
    }
    EXPECT_EQ(owed_now, taken_ - delivered_ - given_back_);
    const SessionFigures sums = figures();
    EXPECT_EQ(sums.advances_taken, taken_);
    EXPECT_EQ(sums.advances_used, delivered_);
    EXPECT_EQ(sums.advances_back, given_back_);
  }

 private:
  // Nothing was ever paid under it: then there is nothing to use either.
  [[nodiscard]] bool owed_once(const std::string& code) {
    return tenders_.advance(code).has_value();
  }

  std::map<std::string, Money> expected_;
  std::vector<Sale> payments_;
  std::vector<Sale> deliveries_;
  Money taken_ = eur("0.00");
  Money delivered_ = eur("0.00");
  Money given_back_ = eur("0.00");
};

TEST_F(ChancePaysEarly, WhatIsOwedIsTakenLessDeliveredLessGivenBack) {
  Seed seed;
  SCOPED_TRACE(seed.text());
  chance_ = SeededChance(static_cast<std::uint64_t>(seed.between(0, 1'000'000'000)));
  const int rounds = std::getenv("TILIA_FULL") != nullptr ? 10'000 : 2'000;
  for (int round = 0; round < rounds; ++round) {
    switch (chance_.below(5)) {
      case 0:
      case 1: pay_early(); break;
      case 2: deliver(); break;
      case 3: give_back(); break;
      default: take_back_some();
    }
    if (round % 20 == 0) compare();
    if (HasFailure()) return;
  }
  compare();
}

}  // namespace
}  // namespace tilia::pos
