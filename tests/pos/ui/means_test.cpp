// The other means at the counter: vouchers, accounts, a tip; selling a voucher, paying an account.
#include <gtest/gtest.h>

#include "pos/keep_accounts.h"
#include "pos/keep_vouchers.h"
#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos {
namespace {

class OtherMeans : public ::testing::Test {
 protected:
  OtherMeans() { shop.begin_selling(); }

  std::string voucher(std::int64_t worth) {
    KeepVouchers keep(shop.tenders, shop.pack.currency, shop.zone, shop.clock, shop.chance);
    return keep.give(1, shop.dinars(worth), std::nullopt).value().at(0);
  }
  void customer(const char* code, std::int64_t limit) {
    KeepAccounts keep(shop.tenders, shop.pack.currency, shop.zone, shop.clock);
    ASSERT_TRUE(keep.add({.code = code,
                          .name = std::string("Customer ") + code,
                          .picture = "🦔",
                          .credit_limit = shop.dinars(limit),
                          .owed = shop.dinars(0)}));
  }
  [[nodiscard]] Money owed(const std::string& code) {
    for (const CustomerAccount& account : shop.tenders.accounts())
      if (account.code == code) return account.owed;
    return shop.dinars(-1);
  }
  [[nodiscard]] std::string said() const {
    return shop.counter->notice() ? shop.counter->notice()->sentence.key() : "";
  }
  // Loaves of 60.00, and the pay place.
  void ask_for(int loaves) {
    for (int i = 0; i < loaves; ++i) shop->tap_article("loaf");
    shop->pay();
  }

  tests::CounterOfTests shop;
};

}  // namespace

TEST_F(OtherMeans, AVoucherTakesWhatItCanAndCashTheRest) {
  const std::string number = voucher(100);
  ask_for(2);
  shop->scanned(number);
  ASSERT_EQ(shop->place(), Place::pay);
  EXPECT_EQ(shop->paying().still_to_pay(), shop.dinars(20));
  EXPECT_EQ(shop->paying().offers().at(0).sum, shop.dinars(20));
  shop->paying().give(shop.dinars(50));
  shop->paid();
  ASSERT_EQ(shop->place(), Place::change);
  EXPECT_EQ(shop->giving().back(), shop.dinars(30));
  EXPECT_TRUE(shop.tenders.voucher(number).value().balance.is_zero());
}

TEST_F(OtherMeans, AVouchersNumberIsTypedAndWhatIsWrongIsSaidCalmly) {
  const std::string number = voucher(100);
  ask_for(1);
  shop->pay_by_voucher();
  ASSERT_EQ(shop->place(), Place::voucher);
  for (const char digit : std::string("2980000000000")) shop->type(std::string(1, digit));
  shop->voucher_typed();
  EXPECT_EQ(said(), "pos.refusal.voucher_unknown");
  EXPECT_EQ(shop->place(), Place::voucher);
  EXPECT_TRUE(shop->typed().empty());
  for (const char digit : number) shop->type(std::string(1, digit));
  shop->voucher_typed();
  ASSERT_EQ(shop->place(), Place::pay);
  EXPECT_TRUE(shop->paying().enough());
  EXPECT_TRUE(shop->paying().give_back().is_zero()) << "the rest stays on it";
  shop->undo();
  EXPECT_FALSE(shop->paying().by_voucher());
  shop->scanned(number);
  shop->scanned(number);  // there is nothing more to pay
  EXPECT_EQ(shop->paying().tenders().size(), 1U);
  shop->paid();
  EXPECT_EQ(shop.tenders.voucher(number).value().balance, shop.dinars(40));
  shop->next_customer();
  // The same again, until it is empty.
  ask_for(1);
  shop->scanned(number);
  EXPECT_EQ(shop->paying().still_to_pay(), shop.dinars(20));
  shop->scanned(number);
  EXPECT_EQ(said(), "pos.refusal.voucher_used_up");
  EXPECT_EQ(shop->place(), Place::pay);
}

TEST_F(OtherMeans, SeveralVouchersACardAndCashPayOneSale) {
  const std::string one = voucher(50);
  const std::string other = voucher(30);
  ask_for(3);
  shop->scanned(one);
  shop->scanned(other);
  shop->paying().give(shop.dinars(20));
  shop->paying().pay_rest_by_card();
  EXPECT_TRUE(shop->paying().enough());
  shop->paid();
  const PricedSale& priced = shop->giving().sale().priced;
  ASSERT_EQ(priced.tenders.size(), 4U);
  EXPECT_EQ(priced.tenders.back(), (Tender{TenderKind::card, shop.dinars(80)}));
}

TEST_F(OtherMeans, AnAccountTakesTheRestOrTheTillSaysThatItIsFull) {
  customer("ana", 100);
  customer("eva", 500);
  ask_for(3);
  shop->paying().give(shop.dinars(50));
  shop->pay_on_account();
  ASSERT_EQ(shop->place(), Place::account);
  ASSERT_EQ(shop->accounts().size(), 2U);
  shop->choose_account(0);
  EXPECT_EQ(said(), "pos.refusal.account_full");
  EXPECT_EQ(shop->place(), Place::account);
  shop->choose_account(1);
  ASSERT_EQ(shop->place(), Place::pay);
  EXPECT_TRUE(shop->paying().enough());
  shop->paying().give(shop.dinars(100));  // nothing on top of it
  EXPECT_EQ(shop->paying().got(), shop.dinars(180));
  shop->paid();
  EXPECT_EQ(shop->place(), Place::change);
  EXPECT_EQ(owed("eva"), shop.dinars(130));
  EXPECT_EQ(owed("ana"), shop.dinars(0));
}

TEST_F(OtherMeans, AccountsStandOnAsManyPagesAsTheyNeed) {
  for (int i = 0; i < 14; ++i) customer(("c" + std::to_string(10 + i)).c_str(), 500);
  ask_for(1);
  shop->pay_on_account();
  EXPECT_EQ(shop->account_pages(), 2U);
  EXPECT_EQ(shop->accounts().size(), 12U);
  shop->turn_accounts(1);
  EXPECT_EQ(shop->accounts().size(), 2U);
  shop->turn_accounts(1);
  EXPECT_EQ(shop->account_page(), 1U);
  shop->choose_account(1);
  EXPECT_EQ(shop->paying().tenders().at(0).reference, "c23");
}

TEST_F(OtherMeans, TheChangeIsAGiftAndWhereTipsAreTakenItIsAsked) {
  ask_for(1);
  shop->paying().give(shop.dinars(100));
  shop->leave_the_change();
  EXPECT_EQ(shop->place(), Place::pay);
  EXPECT_EQ(shop->paying().donation(), shop.dinars(40));
  shop->leave_the_change();
  EXPECT_FALSE(shop->paying().change_is_given());
  shop->undo();
  shop->undo();
  shop->undo();
  shop->undo();
  shop.book.set_counter_rule("counter.tips", "yes", shop.clock.now());
  shop->pay();
  shop->paying().give(shop.dinars(100));
  shop->leave_the_change();
  ASSERT_EQ(shop->place(), Place::gift);
  shop->undo();
  EXPECT_FALSE(shop->paying().change_is_given());
  shop->leave_the_change();
  shop->gift_is(Paying::Gift::tip);
  EXPECT_EQ(shop->paying().tip(), shop.dinars(40));
  EXPECT_FALSE(shop->paying().donation());
  shop->paid();
  ASSERT_EQ(shop->place(), Place::change);
  EXPECT_EQ(shop.drawer.look("T1").value().figures.tips, shop.dinars(40));
}

TEST_F(OtherMeans, AVoucherIsSoldByTheNotesThatItIsWorth) {
  shop->own_picture();
  shop->more_of_own();
  shop->sell_voucher();
  ASSERT_EQ(shop->place(), Place::voucher_value);
  shop->tap_piece(shop.dinars(500));
  shop->tap_piece(shop.dinars(200));
  shop->voucher_value_done();
  ASSERT_EQ(shop->place(), Place::pay);
  EXPECT_EQ(shop->paying().to_pay(), shop.dinars(700));
  shop->pay_by_voucher();
  EXPECT_EQ(shop->place(), Place::pay) << "a voucher buys no voucher";
  shop->paying().give(shop.dinars(1000));
  shop->paid();
  ASSERT_EQ(shop->place(), Place::change);
  const PricedSale& priced = shop->giving().sale().priced;
  ASSERT_EQ(priced.extras.size(), 1U);
  EXPECT_EQ(priced.change, shop.dinars(300));
  EXPECT_EQ(shop.tenders.voucher(priced.extras[0].reference).value().balance, shop.dinars(700));
  shop->next_customer();
  // The next sale is an ordinary one.
  shop.sell_a_loaf();
  EXPECT_TRUE(shop->giving().sale().priced.extras.empty());
}

TEST_F(OtherMeans, AVoucherSoldByMistakeIsTakenBackLikeALine) {
  shop->own_picture();
  shop->more_of_own();
  shop->sell_voucher();
  shop->tap_piece(shop.dinars(500));
  shop->voucher_value_done();
  shop->paying().give(shop.dinars(500));
  shop->paid();
  const std::string number = shop->giving().sale().priced.extras.at(0).reference;
  shop->made_a_mistake();
  ASSERT_EQ(shop->place(), Place::take_back);
  ASSERT_EQ(shop->taking_back().lines().size(), 1U);
  EXPECT_EQ(shop->taking_back().extra(0).reference, number);
  EXPECT_EQ(shop->to_give_back(), shop.dinars(500));
  shop->taking_back().one_less(0);
  EXPECT_FALSE(shop->to_give_back().has_value());
  shop->taking_back().one_more(0);
  shop->take_it_back();
  ASSERT_EQ(shop->place(), Place::taken_back);
  EXPECT_EQ(shop->giving().back(), shop.dinars(500));
  EXPECT_TRUE(shop.tenders.voucher(number)->cancelled);
  shop->next_customer();
  // Nothing is left of it.
  shop->something_comes_back();
  shop->choose_receipt(0);
  EXPECT_EQ(said(), "pos.refusal.nothing_left");
}

TEST_F(OtherMeans, AVoucherThatWasUsedStaysAndTheTillSaysSo) {
  shop->own_picture();
  shop->more_of_own();
  shop->sell_voucher();
  shop->tap_piece(shop.dinars(500));
  shop->voucher_value_done();
  shop->paying().give(shop.dinars(500));
  shop->paid();
  const std::string number = shop->giving().sale().priced.extras.at(0).reference;
  shop->next_customer();
  shop->tap_article("loaf");
  shop->pay();
  shop->voucher_scanned(number);
  shop->paid();
  shop->next_customer();
  shop->something_comes_back();
  shop->choose_receipt(1);
  shop->taking_back().all();
  shop->take_it_back();
  EXPECT_EQ(shop->place(), Place::take_back);
  EXPECT_EQ(said(), "pos.refusal.voucher_was_used");
}

TEST_F(OtherMeans, WithSomethingOnTheTrayNothingElseIsSold) {
  shop->tap_article("loaf");
  shop->own_picture();
  shop->more_of_own();
  EXPECT_FALSE(shop->can_sell_others());
  shop->sell_voucher();
  shop->account_is_paid();
  EXPECT_EQ(shop->place(), Place::own_more);
}

TEST_F(OtherMeans, AnAccountIsPaidInPartAndTheRestIsChange) {
  customer("ana", 500);
  ask_for(2);
  shop->pay_on_account();
  shop->choose_account(0);
  shop->paid();
  shop->next_customer();
  const auto pay = [&](std::initializer_list<int> pieces) {
    shop->own_picture();
    shop->more_of_own();
    shop->account_is_paid();
    ASSERT_EQ(shop->place(), Place::account_to_pay);
    ASSERT_EQ(shop->accounts().size(), 1U);
    shop->choose_account(0);
    ASSERT_EQ(shop->place(), Place::account_sum);
    for (const int piece : pieces) shop->tap_piece(shop.dinars(piece));
    shop->account_sum_done();
    ASSERT_EQ(shop->place(), Place::change);
  };
  pay({50});
  EXPECT_EQ(owed("ana"), shop.dinars(70));
  EXPECT_TRUE(shop->giving().back().is_zero());
  shop->next_customer();
  pay({50, 50});
  EXPECT_EQ(owed("ana"), shop.dinars(0));
  EXPECT_EQ(shop->giving().back(), shop.dinars(30));
  EXPECT_EQ(shop.drawer.look("T1").value().figures.account_paid, shop.dinars(120));
  shop->next_customer();
  shop->own_picture();
  shop->more_of_own();
  shop->account_is_paid();
  EXPECT_TRUE(shop->accounts().empty());
}

TEST_F(OtherMeans, AnAccountIsPaidByCard) {
  customer("ana", 500);
  ask_for(2);
  shop->pay_on_account();
  shop->choose_account(0);
  shop->paid();
  shop->next_customer();
  const auto begin = [&] {
    shop->own_picture();
    shop->more_of_own();
    shop->account_is_paid();
    shop->choose_account(0);
  };
  begin();
  shop->tap_piece(shop.dinars(50));
  shop->account_by_card();
  ASSERT_EQ(shop->place(), Place::pay);
  EXPECT_EQ(shop->paying().to_pay(), shop.dinars(50));
  shop->undo();
  shop->undo();
  ASSERT_EQ(shop->place(), Place::account_sum);
  shop->account_by_card();
  shop->paid();
  ASSERT_EQ(shop->place(), Place::change);
  EXPECT_EQ(owed("ana"), shop.dinars(70));
  EXPECT_TRUE(shop->giving().back().is_zero());
  EXPECT_EQ(shop.drawer.look("T1").value().figures.card_taken, shop.dinars(50));
  shop->next_customer();
  begin();
  shop->account_by_card();  // nothing tapped: all that is owed
  shop->paid();
  EXPECT_EQ(owed("ana"), shop.dinars(0));
  shop->next_customer();
  // The next sale is an ordinary one.
  shop.sell_a_loaf();
  EXPECT_TRUE(shop->giving().sale().priced.extras.empty());
  EXPECT_EQ(shop.drawer.look("T1").value().figures.account_paid, shop.dinars(120));
}

TEST_F(OtherMeans, TwoTillsAndOneVoucherTheSecondIsToldAndKeepsItsTray) {
  const std::string number = voucher(60);
  ask_for(1);
  shop->scanned(number);
  KeepVouchers keep(shop.tenders, shop.pack.currency, shop.zone, shop.clock, shop.chance);
  ASSERT_TRUE(keep.cancel(number));  // meanwhile, in the office
  shop->paid();
  EXPECT_EQ(said(), "pos.refusal.voucher_expired");
  EXPECT_EQ(shop->place(), Place::pay);
  shop->undo();
  shop->paying().give(shop.dinars(100));
  shop->paid();
  EXPECT_EQ(shop->place(), Place::change);
}

}  // namespace tilia::pos
