// Rung 2: the places of vouchers, accounts and tips as real windows, pressed by made events.
#include <gtest/gtest.h>

#include "core/ui/amount_label.h"
#include "pos/keep_accounts.h"
#include "pos/keep_vouchers.h"
#include "tests/pos/shop_of_tests.h"
#include "tests/pos/ui/till_on_screen.h"

namespace tilia::pos {
namespace {

constexpr double pixels_per_mm = 96.0 / 25.4;

class MeansWindow : public ::testing::Test {
 protected:
  void press(ui::Control* control) { ASSERT_TRUE(till_.press(control)); }
  ui::ActionButton* button_labelled(const std::string& label) { return till_.labelled(label); }
  ui::ActionButton* button(const char* key) { return till_.labelled(till_.words().say(key)); }
  ui::Tile* tile(const std::string& name) { return till_.tile(name); }
  void begin_selling() {
    press(tile("🦊"));
    for (int i = 0; i < 6; ++i) press(button_labelled("1"));
    shop_.count_a_float();
    till_.show_again();
    press(button("till.open_the_drawer"));
  }
  void customer(const char* name) {
    KeepAccounts accounts(shop_.tenders, shop_.pack.currency, shop_.zone, shop_.clock);
    ASSERT_TRUE(accounts.add({.code = {},
                              .name = name,
                              .picture = "🏫",
                              .credit_limit = shop_.dinars(500),
                              .owed = shop_.dinars(0)}));
  }

  // Whatever is active is a target for a thumb; never more than three amounts.
  void expect_right(const std::string& where) {
    for (auto* control : till_.shown<ui::Control>()) {
      if (!control->AcceptsFocus()) continue;
      const wxSize size = control->GetSize();
      EXPECT_GE(size.GetWidth() + 1, 12 * pixels_per_mm) << where << " " << control->GetName();
      EXPECT_GE(size.GetHeight() + 1, 12 * pixels_per_mm) << where << " " << control->GetName();
    }
    EXPECT_LE(till_.shown<ui::AmountLabel>().size(), 3U) << where;
    till_.keep_picture(where);
  }

  tests::CounterOfTests shop_;
  tests::TillOnScreen till_{shop_, tests::words(), wxSize(1366, 768)};
};

// Four means beside each other, each in its place whether it can be pressed or not; a voucher, an
// account and a gift have places of their own, and none shows more than three amounts.
TEST_F(MeansWindow, TheOtherMeansHaveTheirPlaces) {
  KeepVouchers vouchers(shop_.tenders, shop_.pack.currency, shop_.zone, shop_.clock, shop_.chance);
  const std::string number = vouchers.give(1, shop_.dinars(50), std::nullopt).value().at(0);
  customer("Škola");
  customer("Library of the town");
  shop_.book.set_counter_rule("counter.tips", "yes", shop_.clock.now());
  begin_selling();
  press(tile("Beli hleb"));
  press(button("till.pay"));
  expect_right("pay");
  const std::vector<const char*> means{"till.card", "till.voucher", "till.on_account",
                                       "till.a_gift"};
  std::vector<wxRect> before;
  for (const char* each : means) before.push_back(button(each)->GetScreenRect());
  EXPECT_FALSE(button("till.a_gift")->IsEnabled());
  press(button("till.voucher"));
  ASSERT_EQ(shop_->place(), Place::voucher);
  expect_right("voucher");
  for (const char digit : number) press(button_labelled(std::string(1, digit)));
  press(button("till.done"));
  ASSERT_EQ(shop_->place(), Place::pay);
  expect_right("voucher-taken");
  press(button("till.on_account"));
  ASSERT_EQ(shop_->place(), Place::account);
  expect_right("account");
  press(tile("Škola"));
  ASSERT_EQ(shop_->place(), Place::pay);
  expect_right("account-taken");
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(button(means[i])->GetScreenRect(), before[i]) << means[i];
    EXPECT_FALSE(button(means[i])->IsEnabled() && i == 1) << "nothing is left to pay";
  }
  press(button("till.paid"));
  press(button("till.next_customer"));
  press(tile("Beli hleb"));
  press(button("till.pay"));
  shop_->paying().give(shop_.dinars(100));
  till_.show_again();
  press(button("till.a_gift"));
  ASSERT_EQ(shop_->place(), Place::gift);
  expect_right("gift");
  EXPECT_EQ(button("till.a_gift")->GetSize(), button("till.a_tip")->GetSize());
  press(button("till.a_tip"));
  EXPECT_EQ(shop_->paying().tip(), shop_.dinars(40));
  expect_right("tip");
  press(button("till.paid"));
  EXPECT_EQ(shop_.drawer.look("T1").value().figures.tips, shop_.dinars(40));
}

// Behind one's own picture: a voucher is sold, an account is paid, tips are handed out.
TEST_F(MeansWindow, VouchersAreSoldAndAccountsPaidBehindTheOwnPicture) {
  customer("Ana");
  shop_.book.set_counter_rule("counter.tips", "yes", shop_.clock.now());
  begin_selling();
  press(tile("Beli hleb"));
  press(button("till.pay"));
  press(button("till.on_account"));
  press(tile("Ana"));
  press(button("till.paid"));
  press(button("till.next_customer"));
  const auto behind_own_picture = [&] {
    press(&till_.frame().top_bar().person());
    press(button("till.more_of_own"));
  };
  behind_own_picture();
  expect_right("own-more");
  press(button("till.voucher.sell"));
  ASSERT_EQ(shop_->place(), Place::voucher_value);
  expect_right("voucher value");
  shop_->tap_piece(shop_.dinars(500));
  till_.show_again();
  expect_right("voucher-value");
  press(button("till.pay"));
  ASSERT_EQ(shop_->place(), Place::pay);
  shop_->paying().give(shop_.dinars(500));
  till_.show_again();
  press(button("till.paid"));
  ASSERT_EQ(shop_->place(), Place::change);
  EXPECT_EQ(shop_.tenders.vouchers().size(), 1U);
  press(button("till.next_customer"));
  behind_own_picture();
  press(button("till.account.is_paid"));
  ASSERT_EQ(shop_->place(), Place::account_to_pay);
  press(tile("Ana"));
  ASSERT_EQ(shop_->place(), Place::account_sum);
  expect_right("account-sum");
  shop_->tap_piece(shop_.dinars(50));
  till_.show_again();
  press(button("till.paid"));
  EXPECT_EQ(shop_.tenders.accounts().at(0).owed, shop_.dinars(10));
}

}  // namespace
}  // namespace tilia::pos
