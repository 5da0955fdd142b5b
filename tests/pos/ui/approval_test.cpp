// What the shop wants a manager to look at, at the counter of somebody else.
#include <gtest/gtest.h>

#include "db/journal.h"
#include "db/till_payloads.h"
#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos {
namespace {

class ApprovingAtTheCounter : public ::testing::Test {
 protected:
  ApprovingAtTheCounter() {
    shop_.book.set_counter_rule("counter.refund_limit", "50.00", shop_.clock.now());
    shop_.begin_selling();
  }
  // The loaf of 60.00 that was just sold.
  void take_the_loaf_back() {
    shop_.sell_a_loaf();
    shop_->made_a_mistake();
    shop_->take_it_back();
  }
  void approve_as(const std::string& picture, char digit) {
    shop_->log_in().choose(picture);
    for (int i = 0; i < 6; ++i) shop_->digit(digit);
  }
  [[nodiscard]] std::vector<Approval> approvals() {
    std::vector<Approval> all;
    db::read_journal(shop_.file->reader(), [&](const db::JournalEntry& entry) {
      if (entry.content.kind == db::approval_given) all.push_back(db::approval_in(entry));
    });
    return all;
  }
  tests::CounterOfTests shop_;
};

TEST_F(ApprovingAtTheCounter, UpToTheLimitNobodyIsAsked) {
  shop_->tap_article("roll");  // 45.00
  shop_->pay();
  shop_->paying().give(shop_.dinars(50));
  shop_->paid();
  shop_->made_a_mistake();
  shop_->take_it_back();
  EXPECT_EQ(shop_->place(), Place::taken_back);
  EXPECT_TRUE(approvals().empty());
}

TEST_F(ApprovingAtTheCounter, ApprovesOneActAndWhoSellsStays) {
  take_the_loaf_back();
  ASSERT_EQ(shop_->place(), Place::manager_looks);
  EXPECT_EQ(shop_->to_give_back(), shop_.dinars(60));
  shop_->ask_manager();
  ASSERT_EQ(shop_->place(), Place::approve);
  approve_as("🐝", '2');
  ASSERT_EQ(shop_->place(), Place::taken_back);
  EXPECT_EQ(shop_->person()->picture, "🦊");
  ASSERT_EQ(approvals().size(), 1U);
  EXPECT_EQ(approvals().front().act, "refund");
  EXPECT_EQ(approvals().front().about, shop_->refund()->sale.refund_of->receipt);
  EXPECT_EQ(approvals().front().asked, shop_.crew.staff_of("🦊"));
  EXPECT_EQ(approvals().front().approved, shop_.crew.staff_of("🐝"));
  // The next one is asked for again.
  shop_->next_customer();
  take_the_loaf_back();
  EXPECT_EQ(shop_->place(), Place::manager_looks);
}

TEST_F(ApprovingAtTheCounter, WhoOnlySellsApprovesNothing) {
  take_the_loaf_back();
  shop_->ask_manager();
  approve_as("🦉", '1');
  EXPECT_EQ(shop_->place(), Place::approve);
  EXPECT_EQ(shop_->notice()->sentence.key(), "till.approve.not_a_manager");
  EXPECT_TRUE(approvals().empty());
}

TEST_F(ApprovingAtTheCounter, FiveMissesLetApprovingRestAndNothingElse) {
  take_the_loaf_back();
  shop_->ask_manager();
  for (int i = 0; i < ApprovingRest::misses_before_rest; ++i) {
    ASSERT_EQ(shop_->place(), Place::approve) << i;
    approve_as("🐝", '9');
  }
  EXPECT_EQ(shop_->place(), Place::manager_looks);
  EXPECT_EQ(shop_->notice()->sentence.key(), "till.approve.rests");
  shop_->ask_manager();
  EXPECT_EQ(shop_->place(), Place::manager_looks);
  // The sale goes on meanwhile, and after a quarter of an hour she is asked again.
  shop_.clock.set(shop_.clock.now().plus_seconds(ApprovingRest::rests_seconds));
  shop_->ask_manager();
  EXPECT_EQ(shop_->place(), Place::approve);
  approve_as("🐝", '2');
  EXPECT_EQ(shop_->place(), Place::taken_back);
}

TEST_F(ApprovingAtTheCounter, ARestAndTheMissesBeforeItSurviveARestart) {
  take_the_loaf_back();
  shop_->ask_manager();
  for (int i = 1; i < ApprovingRest::misses_before_rest; ++i) approve_as("🐝", '9');
  ASSERT_EQ(shop_->place(), Place::approve) << "four are not five";
  const auto comes_back = [&] {
    shop_.start_again();
    shop_.log_in();
    shop_->made_a_mistake();
    shop_->take_it_back();
    shop_->ask_manager();
  };
  comes_back();
  ASSERT_EQ(shop_->place(), Place::approve);
  approve_as("🐝", '9');
  EXPECT_EQ(shop_->place(), Place::manager_looks) << "the fifth, though the program began anew";
  comes_back();
  EXPECT_EQ(shop_->place(), Place::manager_looks);
  EXPECT_EQ(shop_->notice()->sentence.key(), "till.approve.rests");
  shop_.clock.set(shop_.clock.now().plus_seconds(ApprovingRest::rests_seconds - 1));
  comes_back();
  EXPECT_EQ(shop_->place(), Place::manager_looks);
  shop_.clock.set(shop_.clock.now().plus_seconds(1));
  comes_back();
  ASSERT_EQ(shop_->place(), Place::approve);
  approve_as("🐝", '9');
  EXPECT_EQ(shop_->place(), Place::approve) << "counted from the first again";
  approve_as("🐝", '2');
  EXPECT_EQ(shop_->place(), Place::taken_back);
}

TEST_F(ApprovingAtTheCounter, AClockThatIsSetBackMakesTheRestNoLongerThanARest) {
  take_the_loaf_back();
  shop_->ask_manager();
  for (int i = 0; i < ApprovingRest::misses_before_rest; ++i) approve_as("🐝", '9');
  const Instant then = shop_.clock.now().plus_seconds(-24 * 3600);
  shop_.clock.set(then);
  shop_->ask_manager();
  EXPECT_EQ(shop_->place(), Place::manager_looks) << "nor does it end it";
  shop_.clock.set(then.plus_seconds(ApprovingRest::rests_seconds - 1));
  shop_->ask_manager();
  EXPECT_EQ(shop_->place(), Place::manager_looks);
  shop_.clock.set(then.plus_seconds(ApprovingRest::rests_seconds));
  shop_->ask_manager();
  EXPECT_EQ(shop_->place(), Place::approve);
  shop_->undo();
  shop_.clock.set(then);
  shop_->ask_manager();
  EXPECT_EQ(shop_->place(), Place::approve) << "what is over is over";
}

TEST_F(ApprovingAtTheCounter, WhoGetsItRightIsCountedFromTheFirstAgain) {
  take_the_loaf_back();
  shop_->ask_manager();
  for (int i = 1; i < ApprovingRest::misses_before_rest; ++i) approve_as("🐝", '9');
  approve_as("🐝", '2');
  ASSERT_EQ(shop_->place(), Place::taken_back);
  EXPECT_EQ(shop_.approving.text, "0");
}

TEST(ApprovingRestText, ComesBackAsItWasAndNonsenseKnowsOfNothing) {
  const Instant now = Instant::parse("2026-03-02T08:00:00Z").value();
  ApprovingRest rest;
  EXPECT_FALSE(rest.missed(now));
  EXPECT_EQ(rest.text(), "1");
  EXPECT_EQ(ApprovingRest::parse("1").text(), "1");
  while (!rest.missed(now)) {
  }
  EXPECT_EQ(rest.text(), "0 2026-03-02T08:15:00.000Z");
  EXPECT_TRUE(ApprovingRest::parse(rest.text()).rests(now));
  for (const char* nonsense : {"", "9", "-1", "x", "0 soon", "0 "}) {
    ApprovingRest parsed = ApprovingRest::parse(nonsense);
    EXPECT_FALSE(parsed.rests(now)) << nonsense;
    EXPECT_EQ(parsed.text(), "0") << nonsense;
  }
}

TEST_F(ApprovingAtTheCounter, ASlipSendsTheCustomerAwayWithoutANoFromHer) {
  take_the_loaf_back();
  const std::string receipt = shop_->giving().sale().receipt;
  shop_->come_back_another_time();
  EXPECT_EQ(shop_->place(), Place::change);  // of the sale, which stands
  shop_->print_now();
  EXPECT_EQ(shop_.paper.printed.back(), receipt + " later 60.00");
  EXPECT_EQ(shop_.drawer.look("T1").value().expected, shop_.dinars(5060));
}

TEST_F(ApprovingAtTheCounter, ALimitThatTheOfficeSetsNowHoldsNow) {
  shop_.book.set_counter_rule("counter.refund_limit", "60.00", shop_.clock.now());
  take_the_loaf_back();
  EXPECT_EQ(shop_->place(), Place::taken_back);
}

TEST_F(ApprovingAtTheCounter, ASlipThatWaitsForPaperPushesNoOtherAside) {
  shop_->tap_article("cake");
  shop_->pay();
  for (int i = 0; i < 4; ++i) shop_->paying().give(shop_.dinars(100));
  shop_->paid();
  shop_.paper.out_of_paper = true;
  while (!shop_->giving().way_out() && !shop_->giving().piles().empty()) shop_->none_left(0);
  ASSERT_TRUE(shop_->giving().way_out().has_value());
  const Money owed = shop_->giving().way_out()->owed;
  shop_->owe_the_rest();
  shop_->print_now();
  shop_->made_a_mistake();
  shop_->take_it_back();
  ASSERT_EQ(shop_->place(), Place::manager_looks);
  shop_->come_back_another_time();
  shop_->print_now();
  EXPECT_EQ(shop_->notice()->button, Notice::Button::print_again);
  shop_.paper.out_of_paper = false;
  shop_.paper.printed.clear();
  shop_->print_again();
  shop_->print_now();
  const std::string receipt = shop_->giving().sale().receipt;
  EXPECT_EQ(shop_.paper.printed, (std::vector<std::string>{receipt + " owes " + owed.text(),
                                                           receipt + " later 320.00"}));
}

TEST_F(ApprovingAtTheCounter, AManagerWhoSellsNeedsNobody) {
  shop_->log_out();
  approve_as("🐝", '2');
  ASSERT_EQ(shop_->place(), Place::sale);
  take_the_loaf_back();
  EXPECT_EQ(shop_->place(), Place::taken_back);
}

TEST_F(ApprovingAtTheCounter, UndoLeadsBackStepByStepAndNothingIsTakenBack) {
  take_the_loaf_back();
  shop_->ask_manager();
  shop_->log_in().choose("🐝");
  shop_->undo();
  EXPECT_EQ(shop_->place(), Place::approve);
  shop_->undo();
  EXPECT_EQ(shop_->place(), Place::manager_looks);
  shop_->undo();
  EXPECT_EQ(shop_->place(), Place::take_back);
  shop_->undo();
  EXPECT_EQ(shop_->place(), Place::change);
  EXPECT_EQ(shop_.drawer.look("T1").value().figures.refunds_count, 0);
}

TEST_F(ApprovingAtTheCounter, ALockWhileSheTypesShowsNothingOfIt) {
  take_the_loaf_back();
  shop_->ask_manager();
  shop_->log_in().choose("🐝");
  shop_->digit('2');
  shop_->lock();
  shop_->open_again();
  EXPECT_TRUE(shop_->log_in().chosen().empty());
  shop_.log_in();
  EXPECT_EQ(shop_->place(), Place::manager_looks);
}

}  // namespace
}  // namespace tilia::pos
