// Vouchers, accounts and tips on the real book: what each sale does to them, what the till says
// when they do not pay, and that two tills never use the same money.
#include <gtest/gtest.h>

#include "core/clock.h"
#include "db/book_fault.h"
#include "db/journal.h"
#include "db/new_book.h"
#include "db/rebuild.h"
#include "db/shop_book_sqlite.h"
#include "db/tender_book_sqlite.h"
#include "db/till_book_sqlite.h"
#include "db/till_rows.h"
#include "pos/cash_standing.h"
#include "pos/keep_accounts.h"
#include "pos/keep_drawer.h"
#include "pos/keep_vouchers.h"
#include "pos/take_back.h"
#include "tests/db/all_rows.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using Why = SaleRefusal::Why;

// In Austria: no rounding of cash, white-loaf 1.20, cake 3.00.
class ShopWithVouchers : public ::testing::Test {
 protected:
  ShopWithVouchers()
      : pack_(tests::pack("AT")),
        zone_(*Zone::named(pack_.zone)),
        clock_(*Instant::parse("2026-03-02T07:00:00Z")),
        file_(db::book_in_memory({.station = "T1"}, organisation(), clock_.now(), chance_)),
        book_(*file_),
        tenders_(*file_),
        ring_(book_, pack_, clock_),
        drawer_(book_, pack_, zone_, clock_, chance_),
        vouchers_(tenders_, pack_.currency, zone_, clock_, chance_),
        accounts_(tenders_, pack_.currency, zone_, clock_) {
    book_.put_articles(tests::articles(pack_.currency), clock_.now());
    EXPECT_TRUE(drawer_.open("T1", eur("100.00")));
    EXPECT_TRUE(drawer_.open("T2", eur("100.00")));
  }

  [[nodiscard]] Organisation organisation() const {
    Organisation made = tests::organisation(pack_);
    made.shops.push_back({"Second till", "bakery", "T2"});
    return made;
  }
  [[nodiscard]] Money eur(const char* text) const {
    return Money::parse(text, pack_.currency).value();
  }
  // So many cakes of 3.00.
  [[nodiscard]] SaleRequest cakes(const char* quantity, std::vector<Tender> tenders) {
    return {SaleId::mint(chance_),
            {{"cake", tests::quantity(quantity)}},
            std::move(tenders),
            std::nullopt};
  }
  Result<RungUp, SaleRefusal> ring(const SaleRequest& request, const char* till = "T1") {
    return ring_.ring_up(till, request);
  }
  std::string given(const char* value, std::optional<Day> until = std::nullopt) {
    return vouchers_.give(1, eur(value), until).value().at(0);
  }
  void customer(const char* limit) {
    EXPECT_TRUE(accounts_.add({.code = "ana",
                               .name = "Ana's kitchen",
                               .picture = "",
                               .credit_limit = eur(limit),
                               .owed = eur("0.00")}));
  }
  [[nodiscard]] Money left_on(const std::string& number) {
    return tenders_.voucher(number).value().balance;
  }
  [[nodiscard]] Money owed() { return accounts_.find("ana").value().owed; }
  [[nodiscard]] SessionFigures figures() { return drawer_.look("T1").value().figures; }
  Result<RungUp, RefundRefusal> back(const std::string& receipt, const char* quantity = "") {
    RefundRequest request{SaleId::mint(chance_), receipt, {}, "mistake"};
    if (*quantity != 0) request.lines = {{1, tests::quantity(quantity)}};
    return take_back(book_, pack_, clock_, "T1", request);
  }

  SeededChance chance_{11};
  CountryPack pack_;
  Zone zone_;
  SetClock clock_;
  std::unique_ptr<db::BookFile> file_;
  db::TillBookSqlite book_;
  db::TenderBookSqlite tenders_;
  RingUpSale ring_;
  KeepDrawer drawer_;
  KeepVouchers vouchers_;
  KeepAccounts accounts_;
};

}  // namespace

TEST_F(ShopWithVouchers, AnAccountsPictureIsNoNameSinceItStandsInTheJournal) {
  CustomerAccount account{.code = "ana",
                          .name = "Ana's kitchen",
                          .picture = "Ana",
                          .credit_limit = eur("10.00"),
                          .owed = eur("0.00")};
  EXPECT_EQ(accounts_.add(account).refusal(), AccountRefusal::not_a_picture);
  account.picture = "🍲";
  EXPECT_TRUE(accounts_.add(account));
}

TEST_F(ShopWithVouchers, AVoucherPaysWhatItCanAndTheRestIsPaidAnotherWay) {
  const std::string number = given("10.00");
  const auto rung = ring(
      cakes("4", {{TenderKind::voucher, eur("10.00"), number}, {TenderKind::cash, eur("5.00")}}));
  ASSERT_TRUE(rung);
  EXPECT_EQ(rung.value().sale.priced.change, eur("3.00"));
  EXPECT_EQ(left_on(number), eur("0.00"));
  EXPECT_EQ(figures().vouchers_taken, eur("10.00"));
  EXPECT_EQ(figures().cash_taken - figures().change_given, eur("2.00"));
  EXPECT_EQ(figures().vat.at(0).gross, eur("12.00")) << "VAT is due when it is used";
  EXPECT_EQ(book_.sale_by_receipt("T1-1-1"), rung.value().sale);
}

TEST_F(ShopWithVouchers, WhatIsNotUsedStaysOnAVoucher) {
  const std::string number = given("10.00");
  const SaleRequest sale = cakes("1", {{TenderKind::voucher, eur("3.00"), number}});
  ASSERT_TRUE(ring(sale));
  EXPECT_EQ(ring(sale).value().state, Entered::State::already_entered);
  EXPECT_EQ(left_on(number), eur("7.00"));
  EXPECT_EQ(ring(cakes("1", {{TenderKind::voucher, eur("4.00"), number}})).refusal().why,
            Why::only_for_goods)
      << "it never gives change";
  const auto too_much = ring(cakes("3", {{TenderKind::voucher, eur("9.00"), number}}));
  EXPECT_EQ(too_much.refusal().why, Why::voucher_not_enough);
  EXPECT_EQ(too_much.refusal().about, "7.00");
}

TEST_F(ShopWithVouchers, TwoTillsCannotUseTheSameMoney) {
  const std::string number = given("3.00");
  ASSERT_TRUE(ring(cakes("1", {{TenderKind::voucher, eur("3.00"), number}}), "T1"));
  const std::int64_t entries = db::verify_journal(file_->reader()).entries;
  EXPECT_EQ(ring(cakes("1", {{TenderKind::voucher, eur("3.00"), number}}), "T2").refusal().why,
            Why::voucher_used_up);
  // Nor once over in one sale.
  const std::string other = given("3.00");
  EXPECT_EQ(ring(cakes("2", {{TenderKind::voucher, eur("3.00"), other},
                             {TenderKind::voucher, eur("3.00"), other}}))
                .refusal()
                .why,
            Why::voucher_not_enough);
  EXPECT_EQ(left_on(other), eur("3.00"));
  EXPECT_EQ(db::verify_journal(file_->reader()).entries, entries + 1) << "the voucher alone";
}

TEST_F(ShopWithVouchers, AVoucherThatIsUnknownOldOrCancelledDoesNotPay) {
  const auto why = [&](const std::string& number) {
    return ring(cakes("1", {{TenderKind::voucher, eur("3.00"), number}})).refusal().why;
  };
  EXPECT_EQ(why("2980000000017"), Why::voucher_unknown);
  EXPECT_EQ(why(""), Why::reference_missing);
  const std::string old = given("3.00", tests::day("2026-03-02"));
  const std::string cancelled = given("3.00");
  ASSERT_TRUE(vouchers_.cancel(cancelled));
  EXPECT_EQ(vouchers_.cancel(cancelled).refusal(), VoucherRefusal::cancelled_already);
  EXPECT_EQ(why(cancelled), Why::voucher_expired);
  const std::string held = given("3.00", tests::day("2026-03-02"));
  EXPECT_TRUE(ring(cakes("1", {{TenderKind::voucher, eur("3.00"), held}})));
  ASSERT_TRUE(drawer_.close("T1", {}));
  clock_.set(clock_.now().plus_seconds(24 * 3600));
  ASSERT_TRUE(drawer_.open("T1", eur("0.00")));
  EXPECT_EQ(why(old), Why::voucher_expired);
  EXPECT_EQ(vouchers_.give(1, eur("3.00"), tests::day("2026-03-02")).refusal(),
            VoucherRefusal::until_is_past);
}

TEST_F(ShopWithVouchers, SellingOneIsNoSaleAndNoVat) {
  book_.set_counter_rule("counter.voucher_months", "12", clock_.now());
  SaleRequest request{SaleId::mint(chance_), {}, {{TenderKind::cash, eur("50.00")}}, {}};
  request.extras = {{ExtraKind::voucher_sold, eur("20.00")},
                    {ExtraKind::voucher_sold, eur("5.00")}};
  const auto rung = ring(request);
  ASSERT_TRUE(rung);
  const PricedSale& priced = rung.value().sale.priced;
  EXPECT_EQ(priced.total, eur("0.00"));
  EXPECT_TRUE(priced.vat.empty());
  EXPECT_EQ(priced.change, eur("25.00"));
  ASSERT_EQ(priced.extras.size(), 2U);
  EXPECT_NE(priced.extras[0].reference, priced.extras[1].reference);
  EXPECT_EQ(priced.extras[0].valid_until, tests::day("2027-03-02"));
  EXPECT_EQ(figures().vouchers_sold, eur("25.00"));
  const Voucher sold = tenders_.voucher(priced.extras[0].reference).value();
  EXPECT_EQ(sold.kind, VoucherKind::sold);
  EXPECT_EQ(sold.balance, eur("20.00"));
  EXPECT_EQ(ring(request).value().sale, rung.value().sale) << "asked again, the same number";
  // It is not the shop's own until it is used.
  const auto look = drawer_.look("T1").value();
  EXPECT_EQ(cash_standing(look.session, look.figures, std::nullopt).not_own, eur("25.00"));
}

TEST_F(ShopWithVouchers, AVoucherBuysNoVoucherNoTipAndPaysNoDebt) {
  customer("50.00");
  book_.set_counter_rule("counter.tips", "yes", clock_.now());
  const std::string number = given("20.00");
  for (const ExtraKind kind : {ExtraKind::tip, ExtraKind::voucher_sold, ExtraKind::account_paid}) {
    SaleRequest request = cakes("1", {{TenderKind::voucher, eur("13.00"), number}});
    request.extras = {{kind, eur("10.00"), kind == ExtraKind::account_paid ? "ana" : ""}};
    EXPECT_EQ(ring(request).refusal().why, Why::only_for_goods) << extra_kind_text(kind);
    request.tenders = {{TenderKind::account, eur("13.00"), "ana"}};
    EXPECT_EQ(ring(request).refusal().why, Why::only_for_goods) << extra_kind_text(kind);
  }
  EXPECT_EQ(left_on(number), eur("20.00"));
}

TEST_F(ShopWithVouchers, NumbersMeetNoArticleAndNoOtherVoucher) {
  const SaleId id = SaleId::mint(chance_);
  std::vector<Article> articles = tests::articles(pack_.currency);
  articles[0].barcodes = {"4000000000006", own_voucher_number(id.bytes(), 0)};
  book_.put_articles(articles, clock_.now());
  ASSERT_TRUE(vouchers_.take_up("Town", {own_voucher_number(id.bytes(), 1)}, eur("5.00"), {}));
  SaleRequest request{id, {}, {{TenderKind::cash, eur("5.00")}}, {}};
  request.extras = {{ExtraKind::voucher_sold, eur("5.00")}};
  EXPECT_EQ(ring(request).value().sale.priced.extras[0].reference,
            own_voucher_number(id.bytes(), 2));
  // One that was asked for stands, or is refused.
  request.id = SaleId::mint(chance_);
  request.extras[0].reference = own_voucher_number(id.bytes(), 2);
  EXPECT_EQ(ring(request).refusal().why, Why::voucher_number_taken);
  request.extras[0].reference = "CARD-0001";
  EXPECT_EQ(ring(request).value().sale.priced.extras[0].reference, "CARD-0001");
  EXPECT_EQ(vouchers_.take_up("Town", {"T-0001", "CARD-0001"}, eur("5.00"), {}).refusal(),
            VoucherRefusal::number_taken);
  EXPECT_FALSE(tenders_.voucher("T-0001")) << "all or none";
}

TEST_F(ShopWithVouchers, WhatComesBackFillsTheVoucherAgain) {
  const std::string number = given("10.00");
  ASSERT_TRUE(ring(
      cakes("4", {{TenderKind::voucher, eur("10.00"), number}, {TenderKind::cash, eur("2.00")}})));
  const auto one = back("T1-1-1", "1");
  ASSERT_TRUE(one);
  EXPECT_EQ(left_on(number), eur("3.00"));
  EXPECT_EQ(cash_back(one.value().sale), eur("0.00"));
  const auto rest = back("T1-1-1");
  ASSERT_TRUE(rest);
  EXPECT_EQ(left_on(number), eur("10.00"));
  EXPECT_EQ(cash_back(rest.value().sale), eur("2.00"));
  EXPECT_EQ(figures().vouchers_taken, eur("0.00"));
  std::vector<VoucherMove::Kind> kinds;
  for (const VoucherMove& move : tenders_.voucher_moves(number)) kinds.push_back(move.kind);
  using Kind = VoucherMove::Kind;
  EXPECT_EQ(kinds, (std::vector{Kind::issued, Kind::used, Kind::put_back, Kind::put_back}));
}

TEST_F(ShopWithVouchers, AnAccountTakesASaleUntilItIsFull) {
  customer("10.00");
  ASSERT_TRUE(ring(cakes("3", {{TenderKind::account, eur("9.00"), "ana"}})));
  EXPECT_EQ(owed(), eur("9.00"));
  EXPECT_EQ(ring(cakes("1", {{TenderKind::account, eur("3.00"), "ana"}}), "T2").refusal().why,
            Why::account_full);
  EXPECT_EQ(ring(cakes("1", {{TenderKind::account, eur("3.00"), "eva"}})).refusal().why,
            Why::account_unknown);
  EXPECT_EQ(figures().account_taken, eur("9.00"));
  EXPECT_EQ(figures().vat.at(0).gross, eur("9.00"));
  ASSERT_TRUE(back("T1-1-1", "2"));
  EXPECT_EQ(owed(), eur("3.00"));
  EXPECT_EQ(drawer_.look("T1").value().expected, eur("100.00"));
  ASSERT_TRUE(accounts_.change("ana", {.closed = true}));
  EXPECT_EQ(ring(cakes("1", {{TenderKind::account, eur("3.00"), "ana"}})).refusal().why,
            Why::account_unknown);
}

TEST_F(ShopWithVouchers, AnAccountIsPaidInPartsAtTheCounterAndByBank) {
  customer("50.00");
  ASSERT_TRUE(ring(cakes("10", {{TenderKind::account, eur("30.00"), "ana"}})));
  const auto pay = [&](const char* amount) {
    SaleRequest request{SaleId::mint(chance_), {}, {{TenderKind::cash, eur("50.00")}}, {}};
    request.extras = {{ExtraKind::account_paid, eur(amount), "ana"}};
    return ring(request);
  };
  EXPECT_EQ(pay("10.00").value().sale.priced.change, eur("40.00"));
  const auto too_much = pay("20.01");
  EXPECT_EQ(too_much.refusal().why, Why::account_owes_less);
  EXPECT_EQ(too_much.refusal().about, "20.00");
  EXPECT_EQ(figures().account_paid, eur("10.00"));
  EXPECT_EQ(accounts_.pay_by_bank("ana", eur("20.01")).refusal(), AccountRefusal::more_than_owed);
  EXPECT_EQ(accounts_.pay_by_bank("ana", eur("15.00")).value().owed, eur("5.00"));
  EXPECT_EQ(accounts_.write_off("ana", eur("2.00")).value().owed, eur("3.00"));
  EXPECT_EQ(accounts_.write_off("ana", std::nullopt).value().owed, eur("0.00"));
  EXPECT_EQ(accounts_.write_off("ana", std::nullopt).refusal(), AccountRefusal::not_an_amount);
  const AccountStatement statement =
      accounts_.statement("ana", tests::day("2026-03-01"), tests::day("2026-03-31")).value();
  ASSERT_EQ(statement.rows.size(), 5U);
  EXPECT_EQ(statement.rows[0].move.receipt, "T1-1-1");
  EXPECT_EQ(statement.rows[1].owed, eur("20.00"));
  EXPECT_EQ(statement.after, eur("0.00"));
}

TEST_F(ShopWithVouchers, TipsAreTakenWhereTheShopSaysSo) {
  SaleRequest request = cakes("1", {{TenderKind::card, eur("4.00")}});
  request.extras = {{ExtraKind::tip, eur("1.00")}};
  EXPECT_EQ(ring(request).refusal().why, Why::tips_not_taken);
  book_.set_counter_rule("counter.tips", "yes", clock_.now());
  ASSERT_TRUE(ring(request));
  EXPECT_EQ(figures().tips, eur("1.00"));
  EXPECT_EQ(figures().card_taken, eur("4.00"));
  EXPECT_EQ(figures().sales_total, eur("3.00"));
  ASSERT_TRUE(drawer_.move_cash("T1", {CashMove::Direction::out, eur("1.00"), "tips"}));
  EXPECT_EQ(figures().tips_out, eur("1.00"));
  EXPECT_EQ(figures().cash_out, eur("1.00"));
  // What came back was the cake: a tip stays a tip.
  ASSERT_TRUE(back("T1-1-1"));
  EXPECT_EQ(figures().tips, eur("1.00"));
  EXPECT_EQ(figures().card_taken, eur("1.00"));
  request.extras[0].amount = eur("0.00");
  request.id = SaleId::mint(chance_);
  EXPECT_EQ(ring(request).refusal().why, Why::extra_not_positive);
}

TEST_F(ShopWithVouchers, AVoucherThatWasSoldComesBackOnlyUnusedAndIsCancelled) {
  SaleRequest sale{SaleId::mint(chance_), {}, {{TenderKind::card, eur("30.00")}}, {}};
  sale.extras = {{ExtraKind::voucher_sold, eur("10.00")}, {ExtraKind::voucher_sold, eur("20.00")}};
  const auto rung = ring(sale);
  const std::string first = rung.value().sale.priced.extras[0].reference;
  const std::string second = rung.value().sale.priced.extras[1].reference;
  ASSERT_TRUE(ring(cakes("1", {{TenderKind::voucher, eur("3.00"), first}})));
  const auto take = [&](std::int64_t extra) {
    return take_back(book_, pack_, clock_, "T1",
                     {SaleId::mint(chance_), "T1-1-1", {}, "mistake", {extra}});
  };
  EXPECT_EQ(take(1).refusal(), RefundRefusal::voucher_was_used);
  EXPECT_EQ(take(3).refusal(), RefundRefusal::unknown_extra);
  const auto back = take(2);
  ASSERT_TRUE(back);
  EXPECT_EQ(back.value().sale.priced.tenders,
            (std::vector<Tender>{{TenderKind::card, eur("-20.00")}}));
  EXPECT_EQ(back.value().sale.refund_of->extra_numbers, (std::vector<std::int64_t>{2}));
  EXPECT_TRUE(tenders_.voucher(second)->cancelled);
  EXPECT_FALSE(tenders_.voucher(first)->cancelled);
  EXPECT_EQ(figures().vouchers_sold, eur("10.00"));
  EXPECT_EQ(figures().card_taken, eur("10.00"));
  EXPECT_EQ(figures().refunds_total, eur("0.00"));
  EXPECT_EQ(take(2).refusal(), RefundRefusal::more_than_was_sold);
  EXPECT_EQ(ring(cakes("1", {{TenderKind::voucher, eur("3.00"), second}})).refusal().why,
            Why::voucher_expired);
  // What was used is put back by its own receipt; then it comes back whole.
  ASSERT_TRUE(
      take_back(book_, pack_, clock_, "T1", {SaleId::mint(chance_), "T1-1-2", {}, "mistake"}));
  EXPECT_TRUE(take(1));
}

TEST_F(ShopWithVouchers, AnAccountsPaymentThatComesBackIsOwedAgain) {
  customer("50.00");
  ASSERT_TRUE(ring(cakes("4", {{TenderKind::account, eur("12.00"), "ana"}})));
  SaleRequest paid{SaleId::mint(chance_), {}, {{TenderKind::cash, eur("10.00")}}, {}};
  paid.extras = {{ExtraKind::account_paid, eur("10.00"), "ana"}};
  ASSERT_TRUE(ring(paid));
  EXPECT_EQ(owed(), eur("2.00"));
  RefundRequest request{SaleId::mint(chance_), "T1-1-2", {}, "mistake", {1}};
  const auto back = take_back(book_, pack_, clock_, "T1", request);
  ASSERT_TRUE(back);
  EXPECT_EQ(cash_back(back.value().sale), eur("10.00"));
  EXPECT_EQ(owed(), eur("12.00"));
  EXPECT_EQ(figures().account_paid, eur("0.00"));
  EXPECT_EQ(drawer_.look("T1").value().expected, eur("100.00"));
  // Asked again under the same id it is what was entered.
  EXPECT_EQ(take_back(book_, pack_, clock_, "T1", request).value().state,
            Entered::State::already_entered);
  EXPECT_EQ(owed(), eur("12.00"));
  EXPECT_EQ(tenders_.account_moves("ana").back().kind, AccountMove::Kind::paid_back);
}

TEST_F(ShopWithVouchers, WhatCameWithTheGoodsComesBackAtMostOnce) {
  book_.set_counter_rule("counter.tips", "yes", clock_.now());
  SaleRequest sale = cakes("1", {{TenderKind::card, eur("4.00")}, {TenderKind::cash, eur("2.00")}});
  sale.extras = {{ExtraKind::tip, eur("1.00")}};
  sale.donation = eur("2.00");
  ASSERT_TRUE(ring(sale));
  const auto take = [&](std::vector<std::int64_t> extras, bool donation) {
    return take_back(book_, pack_, clock_, "T1",
                     {SaleId::mint(chance_), "T1-1-1", {}, "mistake", std::move(extras), donation});
  };
  // The card paid the cake first: of what came with it 1.00 is on the card.
  const auto gift = take({}, true);
  ASSERT_TRUE(gift);
  EXPECT_EQ(gift.value().sale.priced.donation, eur("-2.00"));
  EXPECT_EQ(take({}, true).refusal(), RefundRefusal::more_than_was_sold);
  ASSERT_TRUE(take({1}, false));
  EXPECT_EQ(take({1}, false).refusal(), RefundRefusal::more_than_was_sold);
  ASSERT_TRUE(back("T1-1-1"));
  EXPECT_EQ(figures().card_taken, eur("0.00"));
  EXPECT_EQ(figures().tips, eur("0.00"));
  EXPECT_EQ(figures().donations, eur("0.00"));
  EXPECT_EQ(drawer_.look("T1").value().expected, eur("100.00"));
}

TEST_F(ShopWithVouchers, WhatAnIssuersVouchersPaidIsOwedUntilTheIssuerHasPaid) {
  ASSERT_TRUE(vouchers_.take_up("Town", {"T-0001", "T-0002", "T-0003"}, eur("5.00"), std::nullopt));
  ASSERT_TRUE(vouchers_.take_up("Club", {"C-0001"}, eur("5.00"), std::nullopt));
  EXPECT_TRUE(vouchers_.dues().empty());
  ASSERT_TRUE(ring(cakes("1", {{TenderKind::voucher, eur("3.00"), "T-0001"}})));
  ASSERT_TRUE(ring(cakes("1", {{TenderKind::voucher, eur("3.00"), "C-0001"}})));
  clock_.set(clock_.now().plus_seconds(24 * 3600));
  ASSERT_TRUE(drawer_.close("T1", {{eur("10.00"), 10}}));
  ASSERT_TRUE(drawer_.open("T1", eur("100.00")));
  ASSERT_TRUE(ring(cakes("2", {{TenderKind::voucher, eur("2.00"), "T-0001"},
                               {TenderKind::voucher, eur("4.00"), "T-0002"}})));
  const auto dues = vouchers_.dues();
  ASSERT_EQ(dues.size(), 2U);
  EXPECT_EQ(dues[1].issuer, "Town");
  EXPECT_EQ(dues[1].taken, eur("9.00"));
  EXPECT_EQ(dues[1].vouchers.size(), 2U);
  const Day today = tests::day("2026-03-03");
  using Paid = KeepVouchers::Paid;
  const auto no = [&](const Paid& paid) { return vouchers_.issuer_paid(paid).refusal(); };
  EXPECT_EQ(no({"Nobody", today}), VoucherRefusal::nothing_due);
  EXPECT_EQ(no({"Town", tests::day("2026-03-04")}), VoucherRefusal::day_in_future);
  EXPECT_EQ(no({"Town", today, eur("9.01")}), VoucherRefusal::more_than_due);
  EXPECT_EQ(no({"Town", today, eur("0.00")}), VoucherRefusal::not_an_amount);
  EXPECT_EQ(no({"Town", today, std::nullopt, {"C-0001"}}), VoucherRefusal::unknown_voucher);
  EXPECT_EQ(no({"Town", today, std::nullopt, {"T-0003"}}), VoucherRefusal::nothing_due);
  // Until yesterday only the first had paid here, and 3.00 of it.
  const auto first =
      vouchers_.issuer_paid({"Town", today, std::nullopt, {}, tests::day("2026-03-02")});
  EXPECT_EQ(first.value().parts, (std::vector<IssuerPayment::Part>{{"T-0001", eur("3.00")}}));
  // Less than all pays for the oldest first.
  const auto part = vouchers_.issuer_paid({"Town", today, eur("2.50")});
  EXPECT_EQ(part.value().parts,
            (std::vector<IssuerPayment::Part>{{"T-0001", eur("2.00")}, {"T-0002", eur("0.50")}}));
  EXPECT_EQ(vouchers_.dues()[1].open, eur("3.50"));
  ASSERT_TRUE(vouchers_.issuer_paid({"Town", today, std::nullopt, {"t-0002"}}));
  EXPECT_EQ(no({"Town", today}), VoucherRefusal::nothing_due);
  EXPECT_EQ(vouchers_.dues()[1].paid, eur("9.00"));
  const auto refused = [&](const char* sql) {
    try {
      db::WriteTransaction change(*file_);
      change.connection().script(sql);
      return false;
    } catch (const db::BookFault&) {
      return true;
    }
  };
  EXPECT_TRUE(refused("UPDATE issuer_payment SET amount = 1"));
  EXPECT_TRUE(refused("DELETE FROM issuer_payment"));
  EXPECT_TRUE(refused("INSERT INTO issuer_payment VALUES (1, 9, 'T-0002', 1, '2026-03-03')"));
  const db::Projection projection = db::till_projection();
  const auto before = db::all_rows(file_->writer(), projection.tables);
  db::rebuild_projections(*file_, {projection});
  EXPECT_EQ(db::all_rows(file_->writer(), projection.tables), before);
}

TEST_F(ShopWithVouchers, WhatTheShopGaveAwayEarnsNothing) {
  const std::string number = given("10.00");
  ASSERT_TRUE(vouchers_.take_up("Town", {"T-0001"}, eur("5.00"), std::nullopt));
  ASSERT_TRUE(ring(cakes("4", {{TenderKind::voucher, eur("5.00"), number},
                               {TenderKind::voucher, eur("2.00"), "T-0001"},
                               {TenderKind::card, eur("5.00")}})));
  EXPECT_EQ(figures().sales_total, eur("12.00"));
  EXPECT_EQ(figures().vouchers_taken, eur("7.00"));
  EXPECT_EQ(figures().vouchers_given, eur("5.00"));
  EXPECT_EQ(earned(figures()), eur("7.00"));
  const Day today = tests::day("2026-03-02");
  db::ShopBookSqlite shop(*file_, zone_);
  const ShopFigures sums = shop.figures(today, today, "");
  EXPECT_EQ(sums.sales, eur("7.00"));
  EXPECT_EQ(sums.days.at(0).sales, eur("7.00"));
  EXPECT_EQ(sums.vouchers_given, eur("5.00"));
  // What came back went onto the vouchers again.
  ASSERT_TRUE(back("T1-1-1"));
  EXPECT_EQ(figures().vouchers_given, eur("0.00"));
  EXPECT_FALSE(shop.figures(today, today, "").vouchers_given.has_value());
}

TEST_F(ShopWithVouchers, AllOfItIsMadeAgainFromTheJournal) {
  customer("50.00");
  book_.set_counter_rule("counter.tips", "yes", clock_.now());
  const std::string number = given("10.00");
  ASSERT_TRUE(
      vouchers_.take_up("Town", {"T-0001", "T-0002"}, eur("5.00"), tests::day("2026-12-31")));
  SaleRequest all = cakes("4", {{TenderKind::account, eur("4.00"), "ana"},
                                {TenderKind::voucher, eur("5.00"), number},
                                {TenderKind::voucher, eur("2.00"), "T-0001"},
                                {TenderKind::cash, eur("32.00")}});
  all.extras = {{ExtraKind::tip, eur("1.00")}, {ExtraKind::voucher_sold, eur("30.00")}};
  ASSERT_TRUE(ring(all));
  SaleRequest paid{SaleId::mint(chance_), {}, {{TenderKind::cash, eur("1.00")}}, {}};
  paid.extras = {{ExtraKind::account_paid, eur("1.00"), "ana"}};
  ASSERT_TRUE(ring(paid));
  ASSERT_TRUE(back("T1-1-1", "2"));
  for (const auto& [receipt, extra] : {std::pair{"T1-1-1", 1}, {"T1-1-1", 2}, {"T1-1-2", 1}})
    ASSERT_TRUE(take_back(book_, pack_, clock_, "T1",
                          {SaleId::mint(chance_), receipt, {}, "mistake", {extra}}));
  ASSERT_TRUE(accounts_.change("ana", {.name = "Somebody else"}));
  ASSERT_TRUE(accounts_.change("ana", {.limit = eur("60.00")}));
  ASSERT_TRUE(vouchers_.cancel("T-0002"));
  ASSERT_TRUE(drawer_.move_cash("T1", {CashMove::Direction::out, eur("1.00"), "tips"}));

  const db::Projection projection = db::till_projection();
  const auto before = db::all_rows(file_->writer(), projection.tables);
  db::rebuild_projections(*file_, {projection});
  EXPECT_EQ(db::all_rows(file_->writer(), projection.tables), before);
  EXPECT_FALSE(db::verify_journal(file_->reader()).first_break);
  EXPECT_EQ(accounts_.find("ana").value().name, "Somebody else");
  // Her name stands in no entry: it can be changed and taken out for good.
  db::read_journal(file_->reader(), [](const db::JournalEntry& entry) {
    EXPECT_EQ(entry.content.payload.find("kitchen"), std::string::npos);
    EXPECT_EQ(entry.content.payload.find("Somebody"), std::string::npos);
  });
}

TEST_F(ShopWithVouchers, NothingOfItIsChangedAfterwards) {
  customer("50.00");
  const std::string number = given("10.00");
  SaleRequest sale = cakes("1", {{TenderKind::voucher, eur("2.00"), number},
                                 {TenderKind::account, eur("1.00"), "ana"},
                                 {TenderKind::cash, eur("9.00")}});
  sale.extras = {{ExtraKind::voucher_sold, eur("9.00")}};
  ASSERT_TRUE(ring(sale));
  for (const char* sql :
       {"DELETE FROM voucher", "UPDATE voucher SET value = 1, balance = 1",
        "UPDATE voucher SET valid_until = '2030-01-01'", "DELETE FROM voucher_move",
        "UPDATE voucher_move SET amount = 1", "DELETE FROM account_move",
        "UPDATE account_move SET amount = 1", "DELETE FROM customer_account",
        "DELETE FROM sale_extra", "UPDATE sale_extra SET amount = 1",
        "UPDATE sale_tender SET reference = 'eva' WHERE kind = 'account'"}) {
    db::WriteTransaction change(*file_);
    EXPECT_THROW(change.connection().script(sql), db::BookFault) << sql;
  }
}

}  // namespace tilia::pos
