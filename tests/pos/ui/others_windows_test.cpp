// Rung 2: one more for whoever comes, and what costs less in the evening, in real windows.
#include <gtest/gtest.h>

#include "pos/ui/tray_row.h"
#include "tests/pos/shop_of_tests.h"
#include "tests/pos/ui/till_on_screen.h"

namespace tilia::pos {
namespace {

class OthersWindows : public ::testing::TestWithParam<Language> {
 protected:
  OthersWindows() {
    shop_.book.set_counter_rule("counter.suspended", "loaf, cake", shop_.clock.now());
    shop_.book.set_counter_rule("counter.markdown", "18:00 30 Hleb", shop_.clock.now());
    shop_.begin_selling();
    till_.show_again();
  }
  void press(ui::Control* control) {
    ASSERT_NE(control, nullptr);
    ASSERT_TRUE(till_.press(control)) << control->GetName();
  }
  ui::ActionButton* button(const char* key) { return till_.button(key); }
  ui::Tile* tile(const std::string& name) { return till_.tile(name); }
  std::vector<TrayRow*> rows() { return till_.shown<TrayRow>(); }

  void keep_picture(const std::string& name) {
    till_.keep_picture(name + "-" + std::string(language_tag(GetParam())));
  }

  tests::CounterOfTests shop_;
  tests::TillOnScreen till_{shop_, tests::words(GetParam()), wxSize(1366, 768)};
};

TEST_P(OthersWindows, OneIsPaidForAndAnotherCustomerTakesIt) {
  press(tile("Beli hleb"));
  press(rows().at(0));
  ASSERT_EQ(shop_->place(), Place::line);
  keep_picture("others-line");
  press(button("till.others.one_more"));
  ASSERT_EQ(rows().size(), 2U);
  EXPECT_EQ(rows()[1]->face().picture, "🤲");
  EXPECT_EQ(rows()[1]->face().amount.whole, "60");
  keep_picture("others-tray");
  press(button("till.pay"));
  shop_->paying().take_offer(0);
  till_.show_again();
  press(button("till.paid"));
  press(button("till.next_customer"));
  shop_->own_picture();
  till_.show_again();
  press(button("till.others.open"));
  ASSERT_EQ(shop_->place(), Place::others);
  keep_picture("others");
  EXPECT_EQ(tile("Beli hleb")->face().badge, "1");
  EXPECT_FALSE(tile("Beli hleb")->face().faded);
  EXPECT_TRUE(tile("Čokoladna torta")->face().faded);
  press(tile("Beli hleb"));
  ASSERT_EQ(rows().size(), 1U);
  EXPECT_EQ(rows()[0]->face().amount.whole, "0");
  keep_picture("others-taken");
  press(button("till.pay"));
  EXPECT_EQ(shop_->place(), Place::change);
  keep_picture("others-change");
}

TEST_P(OthersWindows, InTheEveningThePicturesShowTheLowerPriceAndAMark) {
  EXPECT_EQ(tile("Beli hleb")->face().mark, "");
  EXPECT_EQ(tile("Beli hleb")->face().price.whole, "60");
  shop_.clock.set(Instant::parse("2026-03-02T18:00:00+01:00").value());
  till_.frame().second_passed(0);
  EXPECT_EQ(tile("Beli hleb")->face().mark, "−30 %");
  EXPECT_EQ(tile("Beli hleb")->face().price.whole, "42");
  keep_picture("evening");
}

INSTANTIATE_TEST_SUITE_P(Languages, OthersWindows,
                         ::testing::Values(Language::english, Language::serbian_cyrillic));

}  // namespace
}  // namespace tilia::pos
