// One line of the tray by itself, and what is asked about before it goes on.
#include <gtest/gtest.h>

#include "db/journal.h"
#include "db/till_payloads.h"
#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos {
namespace {

void type(Counter& counter, const std::string& digits) {
  for (const char digit : digits) counter.type(std::string(1, digit));
}

class OneLine : public ::testing::Test {
 protected:
  OneLine() { shop_.begin_selling(); }
  void open_a_loaf() {
    shop_->tap_article("loaf");
    shop_->open_line(0);
  }
  void approve_as(const std::string& picture, char digit) {
    shop_->log_in().choose(picture);
    for (int i = 0; i < 6; ++i) shop_->digit(digit);
  }
  // A till that has sold so much before.
  void sell_before(const std::string& article, int times) {
    for (int i = 0; i < times; ++i) {
      shop_->tap_article(article);
      shop_->pay();
      shop_->paying().take_offer(0);
      shop_->paying().give(shop_.dinars(50));
      shop_->paid();
      shop_->next_customer();
    }
    tomorrow();
  }
  // Habits are read with the day.
  void tomorrow() {
    const Money expected = shop_.drawer.look("T1").value().expected;
    const auto counted = fewest_pieces(expected, shop_.pack.pieces);
    ASSERT_TRUE(counted && shop_.drawer.close("T1", *counted).ok());
    shop_.clock.set(shop_.clock.now().plus_seconds(24 * 3600));
    shop_.start_again();
    shop_.begin_selling();
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

TEST_F(OneLine, TakesANumberByKeys) {
  open_a_loaf();
  ASSERT_EQ(shop_->place(), Place::line);
  shop_->type_number();
  type(*shop_, "0012");
  EXPECT_EQ(shop_->typed(), "12");
  shop_->line_number_done();
  EXPECT_EQ(shop_->place(), Place::sale);
  EXPECT_EQ(shop_->cart().quantity_of("loaf"), Quantity::pieces(12));
  shop_->undo();
  EXPECT_EQ(shop_->cart().quantity_of("loaf"), Quantity::pieces(1));
}

TEST_F(OneLine, ACodeThatIsScannedIsNoNumber) {
  open_a_loaf();
  shop_->type_number();
  shop_->scanned("8600000000014");
  EXPECT_EQ(shop_->typed(), "");
  EXPECT_EQ(shop_->place(), Place::line_number);
  ASSERT_TRUE(shop_->notice().has_value());
}

TEST_F(OneLine, GoesAwayAndComesBackWithUndo) {
  open_a_loaf();
  shop_->take_line_away();
  EXPECT_TRUE(shop_->cart().empty());
  shop_->undo();
  EXPECT_EQ(shop_->cart().quantity_of("loaf"), Quantity::pieces(1));
}

TEST_F(OneLine, AnotherPriceIsApprovedHereAndNow) {
  open_a_loaf();
  shop_->type_price();
  type(*shop_, "50");
  EXPECT_EQ(shop_->typed_price(), shop_.dinars(50)) << "whole dinars: nobody has paras";
  shop_->line_price_done();
  ASSERT_EQ(shop_->place(), Place::approve);
  EXPECT_EQ(shop_->total(), shop_.dinars(60)) << "not before it is approved";
  approve_as("🐝", '2');
  ASSERT_EQ(shop_->place(), Place::sale);
  EXPECT_EQ(shop_->total(), shop_.dinars(50));
  EXPECT_EQ(shop_->person()->picture, "🦊");
  ASSERT_EQ(approvals().size(), 1U);
  EXPECT_EQ(approvals().front().act, "price");
  EXPECT_EQ(approvals().front().about, "loaf");
  shop_->open_line(0);
  shop_->choose_percent();
  shop_->usual_price();
  EXPECT_EQ(shop_->place(), Place::sale) << "the usual price needs nobody";
  EXPECT_EQ(shop_->total(), shop_.dinars(60));
}

TEST_F(OneLine, WhoOnlySellsTakesNothingOff) {
  open_a_loaf();
  shop_->choose_percent();
  shop_->take_off_percent(50);
  ASSERT_EQ(shop_->place(), Place::approve);
  approve_as("🦉", '1');
  EXPECT_EQ(shop_->place(), Place::approve);
  EXPECT_EQ(shop_->total(), shop_.dinars(60));
  shop_->undo();
  EXPECT_EQ(shop_->place(), Place::line);
  EXPECT_TRUE(approvals().empty());
}

TEST_F(OneLine, AManagerWhoSellsTakesOffByHerOwnRight) {
  shop_->log_out();
  approve_as("🐝", '2');
  open_a_loaf();
  shop_->choose_percent();
  shop_->take_off_percent(10);
  EXPECT_EQ(shop_->place(), Place::sale);
  EXPECT_EQ(shop_->total(), shop_.dinars(54));
}

TEST_F(OneLine, ARefundThatIsApprovedLaterIsNoPrice) {
  shop_.book.set_counter_rule("counter.refund_limit", "50.00", shop_.clock.now());
  open_a_loaf();
  shop_->choose_percent();
  shop_->take_off_percent(50);
  shop_->undo();
  shop_->undo();
  ASSERT_EQ(shop_->place(), Place::sale);
  shop_->undo();  // the loaf
  shop_.sell_a_loaf();
  shop_->made_a_mistake();
  shop_->take_it_back();
  shop_->ask_manager();
  approve_as("🐝", '2');
  EXPECT_EQ(shop_->place(), Place::taken_back);
  EXPECT_EQ(approvals().at(0).act, "refund");
}

TEST_F(OneLine, TellsWhatHasToBeNamedOfWhatIsInItWhereTheShopKeepsARecipe) {
  open_a_loaf();
  EXPECT_FALSE(shop_->contents());
  shop_->show_contents();
  EXPECT_EQ(shop_->place(), Place::line) << "nobody may take silence for none";
  shop_.orders.put_ingredient({.code = "flour",
                               .name = "Flour",
                               .unit = Unit::kg,
                               .price = shop_.dinars(60),
                               .contains = {Allergen::gluten}},
                              shop_.clock.now());
  shop_.orders.put_recipe({.article = "loaf",
                           .makes = Quantity::pieces(2),
                           .parts = {{"flour", Quantity::pieces(1)}},
                           .also = {Allergen::sesame}},
                          shop_.clock.now());
  shop_->show_contents();
  ASSERT_EQ(shop_->place(), Place::line_contents);
  EXPECT_EQ(*shop_->contents(), (std::vector<Allergen>{Allergen::gluten, Allergen::sesame}));
  shop_->undo();
  EXPECT_EQ(shop_->place(), Place::line);
}

TEST_F(OneLine, WhatIsNotedGoesOnTheReceiptAndLastsOverARestart) {
  shop_.book.set_counter_rule("counter.notes", "🔪 Sečen, 🎁 Upakovan", shop_.clock.now());
  shop_->log_out();
  shop_.log_in();
  open_a_loaf();
  shop_->choose_note();
  ASSERT_EQ(shop_->place(), Place::line_note);
  ASSERT_EQ(shop_->notes().size(), 2U);
  shop_->note_line(shop_->notes()[0].words);
  EXPECT_EQ(shop_->place(), Place::sale);
  shop_->tap_article("loaf");
  ASSERT_EQ(shop_->cart().lines().size(), 2U) << "the next one is not sliced";
  EXPECT_EQ(name_on_tray(*shop_->shelf().article("loaf"), shop_->cart().lines()[0]),
            "Beli hleb · Sečen");
  shop_.start_again();
  shop_.log_in();
  ASSERT_EQ(shop_->cart().lines().size(), 2U);
  EXPECT_EQ(shop_->cart().lines()[0].note, "Sečen");
  EXPECT_EQ(shop_->cart().lines()[1].note, "");
  shop_->pay();
  shop_->paying().take_offer(0);
  shop_->paid();
  const Sale sale = shop_.book.latest_sales("T1", 1).front();
  EXPECT_EQ(sale.priced.lines[0].note, "Sečen");
  EXPECT_EQ(sale.priced.lines[1].note, "");
}

TEST_F(OneLine, WithoutNotesOfTheShopThereIsNothingToNote) {
  open_a_loaf();
  shop_->choose_note();
  EXPECT_EQ(shop_->place(), Place::line);
}

TEST_F(OneLine, ManyMoreThanUsualAreAskedAboutOnce) {
  sell_before("loaf", 100);
  open_a_loaf();
  shop_->type_number();
  type(*shop_, "24");
  shop_->line_number_done();
  shop_->pay();
  ASSERT_EQ(shop_->place(), Place::sure);
  EXPECT_EQ(shop_->sure()->quantity, Quantity::pieces(24));
  shop_->it_is_not_meant();
  ASSERT_EQ(shop_->place(), Place::sale);
  EXPECT_EQ(shop_->cart().quantity_of("loaf"), Quantity::pieces(24)) << "she changes it herself";
  shop_->pay();
  shop_->it_is_meant();
  EXPECT_EQ(shop_->place(), Place::pay) << "and it goes on";
  shop_->undo();
  shop_->pay();
  EXPECT_EQ(shop_->place(), Place::pay) << "not asked twice";
}

TEST_F(OneLine, ANoteFarLargerThanUsualIsAskedAboutBeforeItIsPaid) {
  sell_before("loaf", 100);
  shop_->tap_article("loaf");
  shop_->pay();
  shop_->paying().give(shop_.dinars(2000));
  shop_->paid();
  ASSERT_EQ(shop_->place(), Place::sure);
  EXPECT_EQ(shop_->sure()->given, shop_.dinars(2000));
  EXPECT_EQ(shop_.book.latest_sales("T1", 1).front().priced.total, shop_.dinars(60));
  const std::size_t before = shop_.book.latest_sales("T1", 1000).size();
  shop_->undo();
  ASSERT_EQ(shop_->place(), Place::pay);
  EXPECT_TRUE(shop_->paying().given().empty()) << "the note that nobody gave is out again";
  shop_->paying().give(shop_.dinars(2000));
  shop_->paid();
  shop_->it_is_meant();
  EXPECT_EQ(shop_->place(), Place::change);
  EXPECT_EQ(shop_.book.latest_sales("T1", 1000).size(), before + 1);
}

class ScaleOfTests final : public Scale {
 public:
  [[nodiscard]] std::optional<std::int64_t> steady_grams() override { return grams; }
  std::optional<std::int64_t> grams;
};

TEST_F(OneLine, TheScaleBesideTheTillSaysTheWeight) {
  shop_->tap_article("nuts");
  EXPECT_FALSE(shop_->can_read_scale()) << "without one weights are typed";
  ScaleOfTests scale;
  CounterDoors doors = shop_->doors();
  doors.scale = &scale;
  shop_.counter = std::make_unique<Counter>(doors);
  shop_.log_in();
  shop_->tap_article("nuts");
  ASSERT_TRUE(shop_->can_read_scale());
  shop_->read_scale();
  EXPECT_EQ(shop_->grams(), 0);
  EXPECT_TRUE(shop_->notice().has_value()) << "nothing lies still on it";
  scale.grams = 450;
  shop_->read_scale();
  EXPECT_EQ(shop_->grams(), 450);
  scale.grams = -20;
  shop_->read_scale();
  EXPECT_EQ(shop_->grams(), 450) << "less than nothing is no weight";
  shop_->weigh_done();
  EXPECT_EQ(shop_->cart().quantity_of("nuts"), Quantity::from_thousandths(450));
}

TEST_F(OneLine, GramsThatWereKilogramsAreAskedAbout) {
  for (int i = 0; i < 30; ++i) {
    shop_->tap_article("nuts");
    type(*shop_, "400");
    shop_->weigh_done();
    shop_->pay();
    shop_->paying().take_offer(0);
    shop_->paid();
    shop_->next_customer();
  }
  tomorrow();
  shop_->tap_article("nuts");
  type(*shop_, "2");
  shop_->weigh_done();
  ASSERT_EQ(shop_->place(), Place::sure);
  shop_->it_is_not_meant();
  ASSERT_EQ(shop_->place(), Place::weigh);
  EXPECT_EQ(shop_->grams(), 0);
  type(*shop_, "2000");
  shop_->weigh_done();
  shop_->it_is_meant();
  EXPECT_EQ(shop_->place(), Place::sale);
  EXPECT_EQ(shop_->cart().quantity_of("nuts"), Quantity::pieces(2));
  shop_->pay();
  EXPECT_EQ(shop_->place(), Place::pay) << "what was meant is not asked about again";
}

TEST_F(OneLine, TheBestSellersStandInFrontInTheOrderOfTheCatalogue) {
  EXPECT_FALSE(shop_->shelf().tabs().front().of_best_sellers);
  sell_before("roll", 60);
  sell_before("loaf", 50);
  const auto& best = shop_->shelf().tabs().front();
  ASSERT_TRUE(best.of_best_sellers);
  ASSERT_EQ(best.articles.size(), 2U);
  EXPECT_EQ(best.articles[0]->code, "loaf");
  EXPECT_EQ(best.articles[1]->code, "roll");
  EXPECT_EQ(shop_->shelf().tabs().size(), 4U);
}

TEST_F(OneLine, EachSeesAsManyPicturesAsSheLikes) {
  shop_->choose_tab(2);
  EXPECT_EQ(shop_->tiles().size(), 12U);
  shop_->own_picture();
  shop_->more_of_own();
  shop_->size_of_pictures();
  ASSERT_EQ(shop_->place(), Place::tile_size);
  shop_->choose_tile_count(20);
  ASSERT_EQ(shop_->place(), Place::sale);
  shop_->choose_tab(2);
  EXPECT_EQ(shop_->tiles().size(), 14U);
  shop_->room_for_tiles(12);
  EXPECT_EQ(shop_->tiles_on_page(), 12U) << "never smaller than a finger needs";
  shop_->room_for_tiles(30);
  EXPECT_EQ(shop_->tiles_on_page(), 20U);
  shop_->log_out();
  shop_.log_in("🦉");
  EXPECT_EQ(shop_->tiles_on_page(), 12U) << "hers alone";
  shop_->log_out();
  shop_.start_again();
  shop_.log_in("🦊");
  EXPECT_EQ(shop_->tiles_on_page(), 20U) << "and kept";
}

TEST_F(OneLine, AnotherNumberOfPicturesReadsNoNewPrices) {
  shop_.tile_counts.text = "🦉 20\n";
  open_a_loaf();
  shop_->undo();
  shop_->tap_article("nuts");
  type(*shop_, "300");
  std::vector<Article> dearer = shop_.book.articles(shop_.zone.local_day(shop_.clock.now()));
  for (Article& article : dearer) article.price = shop_.dinars(999);
  shop_.book.put_articles(dearer, shop_.clock.now());
  shop_->lock();
  shop_->open_again();
  shop_.log_in("🦉");
  ASSERT_EQ(shop_->place(), Place::weigh);
  EXPECT_EQ(shop_->tiles_on_page(), 20U);
  EXPECT_EQ(shop_->total(), shop_.dinars(60)) << "what lies on the tray costs what it did";
  ASSERT_NE(shop_->weighed(), nullptr);
  EXPECT_EQ(shop_->weighed()->price, shop_.dinars(1500));
  shop_->weigh_done();
  EXPECT_EQ(shop_->total(), shop_.dinars(510));
}

TEST_F(OneLine, HandingOverCountsOnlyWhereEachHasATray) {
  shop_->own_picture();
  shop_->hand_over();
  EXPECT_EQ(shop_->place(), Place::log_in);
  shop_.log_in("🦉");
  EXPECT_EQ(shop_->place(), Place::sale) << "the drawer is open as it was";
  shop_.book.set_counter_rule("counter.tray_swap", "yes", shop_.clock.now());
  shop_->own_picture();
  shop_->hand_over();
  ASSERT_EQ(shop_->place(), Place::close);
  shop_.count_a_float();
  shop_->counted();
  ASSERT_EQ(shop_->place(), Place::closed);
  shop_->good_night();
  shop_.log_in("🦊");
  EXPECT_EQ(shop_->place(), Place::open_drawer) << "and hers is put in";
}

}  // namespace
}  // namespace tilia::pos
