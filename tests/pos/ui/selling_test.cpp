#include <gtest/gtest.h>

#include <algorithm>

#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos {
namespace {

TEST(Selling, ATapPutsOneMoreOnTheTray) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->tap_article("loaf");
  shop->tap_article("loaf");
  shop->tap_article("cake");
  EXPECT_EQ(shop->total(), shop.dinars(440));
  shop->undo();
  EXPECT_EQ(shop->total(), shop.dinars(120));
}

TEST(Selling, ADoubleTapOnPaidEntersTheSaleOnce) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  const std::string receipt = shop->giving().sale().receipt;
  shop->paid();
  shop->paid();
  EXPECT_EQ(shop->place(), Place::change);
  EXPECT_EQ(shop->giving().sale().receipt, receipt);
  EXPECT_EQ(shop.book.latest_sales("T1", 10).size(), 1U);
}

TEST(Selling, PayNeedsATrayAndPaidNeedsEnough) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->pay();
  EXPECT_EQ(shop->place(), Place::sale);
  shop->tap_article("cake");
  shop->pay();
  shop->paying().give(shop.dinars(200));
  shop->paid();
  EXPECT_EQ(shop->place(), Place::pay);
  EXPECT_TRUE(shop.book.latest_sales("T1", 10).empty());
}

TEST(Selling, UndoOnPayTakesTheLastPieceThenGoesBackToTheTray) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->tap_article("cake");
  shop->pay();
  shop->paying().give(shop.dinars(200));
  shop->undo();
  EXPECT_TRUE(shop->paying().got().is_zero());
  EXPECT_EQ(shop->place(), Place::pay);
  shop->undo();
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(shop->cart().lines().size(), 1U);
}

TEST(Selling, ARefusedSaleKeepsTheTrayAndSaysASentence) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->tap_article("loaf");
  shop->pay();
  shop->paying().give(shop.dinars(100));
  // Somebody closed the drawer from the office meanwhile.
  ASSERT_TRUE(shop.drawer.close("T1", {{shop.dinars(5000), 1}}).ok());
  shop->paid();
  EXPECT_TRUE(shop->notice().has_value());
  EXPECT_EQ(shop->place(), Place::open_drawer);
  EXPECT_EQ(shop->cart().lines().size(), 1U);
  shop->open_with_last_float();
  EXPECT_EQ(shop->place(), Place::sale);
  shop->pay();
  shop->paying().give(shop.dinars(100));
  shop->paid();
  EXPECT_EQ(shop->place(), Place::change);
}

TEST(Selling, TheGiftOfTheChangeIsNoSale) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->tap_article("loaf");
  shop->pay();
  shop->paying().give(shop.dinars(100));
  shop->paying().give_the_change();
  shop->paid();
  EXPECT_EQ(shop->giving().sale().priced.donation, shop.dinars(40));
  EXPECT_EQ(shop->giving().sale().priced.total, shop.dinars(60));
  EXPECT_TRUE(shop->giving().back().is_zero());
}

TEST(Selling, AWeighedArticleAsksForGrams) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->tap_article("nuts");
  ASSERT_EQ(shop->place(), Place::weigh);
  shop->weigh_done();  // nothing typed: nothing happens
  EXPECT_EQ(shop->place(), Place::weigh);
  for (const char* digit : {"0", "2", "5", "0", "x"}) shop->type(digit);
  EXPECT_EQ(shop->grams(), 250);
  shop->weigh_done();
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(shop->total(), shop.dinars(375));
}

TEST(Selling, AScannedCodePutsItsArticleOnTheTray) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->scanned("8600000000014");
  EXPECT_EQ(shop->total(), shop.dinars(60));
  shop->scanned("5901234123457");
  EXPECT_EQ(shop->notice()->sentence.key(), "till.notice.unknown_barcode");
  shop->scanned("5901234123456");  // its check digit does not hold
  EXPECT_EQ(shop->notice()->sentence.key(), "till.notice.scan_again");
  EXPECT_EQ(shop->total(), shop.dinars(60));
}

TEST(Selling, ALabelOfTheShopsOwnScaleBringsItsWeight) {
  tests::CounterOfTests shop;
  std::vector<Article> articles = shop.book.articles(Day::parse("2026-03-02").value());
  std::ranges::find(articles, "nuts", &Article::code)->barcodes = {"2112345000005"};
  shop.book.put_articles(articles, shop.clock.now());
  shop.start_again();
  shop.begin_selling();
  shop->scanned("2112345015002");
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(shop->total(), shop.dinars(2250));
  shop->scanned("2112345000005");  // without a weight: it is asked for
  EXPECT_EQ(shop->place(), Place::weigh);
}

TEST(Selling, ACodeScannedWhilePayingIsNoMoney) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->tap_article("loaf");
  shop->pay();
  shop->scanned("8600000000014");
  EXPECT_TRUE(shop->paying().got().is_zero());
  EXPECT_EQ(shop->cart().lines().size(), 1U);
}

TEST(Selling, FindsByLettersAndComesBackWithTheArticle) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->find();
  shop->type("č");
  shop->type("o");
  ASSERT_EQ(shop->tiles().size(), 1U);
  shop->type_back();
  EXPECT_EQ(shop->typed(), "č");
  shop->type("o");
  shop->tap_article(shop->tiles().front()->code);
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(shop->total(), shop.dinars(320));
}

TEST(Selling, APageHasTwelveTilesAndTurnsNoFurtherThanItsEnd) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  const auto& tabs = shop->shelf().tabs();
  std::size_t tea = 0;
  while (tabs[tea].name != "Čaj") ++tea;
  shop->choose_tab(tea);
  EXPECT_EQ(shop->pages(), 2U);
  EXPECT_EQ(shop->tiles().size(), 12U);
  shop->turn_page(1);
  EXPECT_EQ(shop->tiles().size(), 2U);
  shop->turn_page(1);
  EXPECT_EQ(shop->page(), 1U);
  shop->choose_tab(tea + 100);
  EXPECT_EQ(shop->tab(), tea);
}

TEST(Selling, APrinterWithoutPaperSaysSoAndTheSaleIsSaved) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.paper.out_of_paper = true;
  shop.sell_a_loaf();
  EXPECT_EQ(shop->place(), Place::change);
  shop->print_now();
  ASSERT_TRUE(shop->notice().has_value());
  EXPECT_EQ(shop->notice()->sentence.key(), "till.notice.printer");
  EXPECT_EQ(shop.book.latest_sales("T1", 10).size(), 1U);
  shop.paper.out_of_paper = false;
  shop->print_again();
  shop->print_now();
  EXPECT_FALSE(shop->notice().has_value());
  EXPECT_EQ(shop.paper.printed, std::vector<std::string>{shop->giving().sale().receipt + " copy"});
}

TEST(Selling, NothingIsPrintedTwiceByItself) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  shop->print_now();
  shop->print_now();
  EXPECT_EQ(shop.paper.printed.size(), 1U);
}

TEST(Selling, TheFiscalNumberIsTypedBackOrSkippedAndNeverBlocks) {
  tests::CounterOfTests shop;
  shop.fiscal_number_wanted = true;
  shop.start_again();
  shop.begin_selling();
  shop.sell_a_loaf();
  EXPECT_EQ(shop->giving().fiscal, Giving::Fiscal::asked);
  shop->ask_fiscal_number();
  shop->fiscal_number_done();  // nothing typed
  EXPECT_EQ(shop->place(), Place::fiscal_number);
  for (const char* letter : {"A", "B", "-", "1", "2"}) shop->type(letter);
  shop->fiscal_number_done();
  EXPECT_EQ(shop->place(), Place::change);
  EXPECT_EQ(shop->giving().fiscal, Giving::Fiscal::typed);
  shop->next_customer();
  shop.sell_a_loaf();
  shop->skip_fiscal_number();
  shop->skip_because("device_off");
  EXPECT_EQ(shop->giving().fiscal, Giving::Fiscal::skipped);
  shop->next_customer();
  shop.sell_a_loaf();
  shop->next_customer();  // neither: the next customer is not kept waiting
  EXPECT_EQ(shop->place(), Place::sale);
}

TEST(Waiting, ATrayWaitsWhileAnotherIsSoldAndIsTakenUpAgain) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->wait_here();
  EXPECT_EQ(shop->place(), Place::sale) << "nothing to wait, nothing waits";
  shop->tap_article("cake");
  shop->tap_article("roll");
  const SaleId first = shop->cart().id();
  shop->wait_here();
  EXPECT_TRUE(shop->cart().empty());
  EXPECT_TRUE(shop->notice()->calm);
  shop.sell_a_loaf();
  shop->next_customer();
  shop->wait_here();
  ASSERT_EQ(shop->place(), Place::waiting);
  ASSERT_EQ(shop->waiting().size(), 1U);
  shop->take_up(0);
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(shop->cart().id(), first);
  EXPECT_EQ(shop->total(), shop.dinars(365));
  EXPECT_TRUE(shop->waiting().empty());
}

TEST(Waiting, TraysOutliveACrashAndACleanEnd) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();  // of which a start after a crash would tell
  shop->next_customer();
  for (const char* article : {"cake", "roll"}) {
    shop->tap_article(article);
    shop->wait_here();
  }
  shop->tap_article("loaf");
  shop.start_again();
  shop.log_in();
  EXPECT_EQ(shop->waiting().size(), 2U);
  EXPECT_EQ(shop->total(), shop.dinars(60));
  shop->undo();
  shop->one_less(0);
  shop->end();
  shop.start_again();
  shop.log_in();
  EXPECT_EQ(shop->waiting().size(), 2U);
  EXPECT_EQ(shop->waiting()[1].lines()[0].article, "roll");
  EXPECT_TRUE(shop->cart().empty());
  EXPECT_FALSE(shop->notice()) << "an ordinary start";
}

TEST(Waiting, IsSaidBeforeTheDayIsClosedAndNothingIsLostByIt) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->tap_article("cake");
  shop->wait_here();
  shop->own_picture();
  shop->close_day();
  ASSERT_EQ(shop->place(), Place::close);
  EXPECT_EQ(shop->notice()->sentence.key(), "till.notice.trays_wait");
  shop.count_a_float();
  shop->counted();
  ASSERT_EQ(shop->place(), Place::closed);
  shop->good_night();
  shop->end();
  shop.start_again();
  shop.begin_selling();
  EXPECT_EQ(shop->waiting().size(), 1U);
}

TEST(Waiting, TwelveAreEnough) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  for (std::size_t i = 0; i <= Counter::most_waiting; ++i) {
    shop->tap_article("loaf");
    shop->wait_here();
  }
  EXPECT_EQ(shop->waiting().size(), Counter::most_waiting);
  EXPECT_EQ(shop->total(), shop.dinars(60)) << "the thirteenth stays on the tray";
  EXPECT_EQ(shop->notice()->sentence.key(), "till.notice.enough_wait");
}

}  // namespace
}  // namespace tilia::pos
