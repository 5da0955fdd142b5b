// Rung 2: a package is sold and used, in real windows.
#include <gtest/gtest.h>

#include <tuple>

#include "core/ui/step_button.h"
#include "pos/ui/tray_row.h"
#include "tests/pos/shop_of_tests.h"
#include "tests/pos/ui/till_on_screen.h"

namespace tilia::pos {
namespace {

class PackagesWindows : public ::testing::TestWithParam<std::tuple<Language, int>> {
 protected:
  PackagesWindows() {
    shop_.packages.put_package_offer({"ten-loaves", "loaf", 10, shop_.dinars(500)},
                                     shop_.clock.now());
    shop_.packages.put_package_offer({"five-cakes", "cake", 5, shop_.dinars(1450)},
                                     shop_.clock.now());
    shop_.begin_selling();
    till_.show_again();
  }
  void press(ui::Control* control) {
    ASSERT_NE(control, nullptr);
    ASSERT_TRUE(till_.press(control)) << control->GetName();
  }
  ui::ActionButton* button(const char* key) { return till_.button(key); }
  std::vector<TrayRow*> rows() { return till_.shown<TrayRow>(); }
  static Language language() { return std::get<0>(GetParam()); }
  static wxSize size() {
    return std::get<1>(GetParam()) == 1366 ? wxSize(1366, 768) : wxSize(1180, 680);
  }
  void keep_picture(const std::string& name) {
    till_.keep_picture(name + "-" + std::string(language_tag(language())) + "-" +
                       std::to_string(size().GetWidth()));
  }
  void opens() {
    shop_->own_picture();
    till_.show_again();
    keep_picture("packages-own");
    press(button("till.package.open"));
    ASSERT_EQ(shop_->place(), Place::packages);
  }

  tests::CounterOfTests shop_;
  tests::TillOnScreen till_{shop_, tests::words(language()), size()};
};

TEST_P(PackagesWindows, OneIsSoldWithoutTypingAndUsedByTheNumberOnItsCard) {
  opens();
  keep_picture("packages");
  press(till_.tile("10 × Beli hleb"));
  ASSERT_EQ(shop_->place(), Place::pay);
  keep_picture("packages-pay");
  shop_->paying().take_offer(0);
  till_.show_again();
  press(button("till.paid"));
  keep_picture("packages-sold");
  press(button("till.next_customer"));
  opens();
  press(till_.tile("🎫"));
  ASSERT_EQ(shop_->place(), Place::package_number);
  shop_->type("1");
  till_.show_again();
  keep_picture("packages-number");
  press(button("till.done"));
  ASSERT_EQ(rows().size(), 1U);
  EXPECT_EQ(rows()[0]->face().amount.whole, "0");
  press(till_.tile("Kifla"));
  keep_picture("packages-tray");
  press(rows().at(0));
  ASSERT_EQ(shop_->place(), Place::line);
  keep_picture("packages-line");
  shop_->undo();
  till_.show_again();
  press(button("till.pay"));
  ASSERT_EQ(shop_->place(), Place::pay);
  EXPECT_EQ(shop_->paying().to_pay(), shop_.dinars(45));
}

TEST_P(PackagesWindows, TheStepUpRestsWhereNoMoreAreLeft) {
  opens();
  press(till_.tile("5 × Čokoladna torta"));
  shop_->paying().take_offer(0);
  shop_->paid();
  shop_->next_customer();
  shop_->scanned(package_barcode(1));
  till_.show_again();
  const auto more = [&] { return till_.shown<ui::StepButton>().at(1); };
  for (int i = 0; i < 4; ++i) press(more());
  EXPECT_EQ(shop_->cart().quantity_of("cake"), Quantity::pieces(5));
  EXPECT_FALSE(more()->IsEnabled());
  keep_picture("packages-all");
}

INSTANTIATE_TEST_SUITE_P(Languages, PackagesWindows,
                         ::testing::Combine(::testing::Values(Language::english,
                                                              Language::serbian_cyrillic),
                                            ::testing::Values(1366, 1180)));

}  // namespace
}  // namespace tilia::pos
