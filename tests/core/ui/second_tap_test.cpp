#include "core/ui/second_tap.h"

#include <gtest/gtest.h>

namespace tilia::ui {
namespace {

TEST(SecondTap, IsStrayOnlySoonAfterAScreenHasChanged) {
  SecondTap tap;
  EXPECT_FALSE(tap.is_stray(0));  // no screen has changed yet
  tap.screen_changed(10'000);
  EXPECT_TRUE(tap.is_stray(10'000));
  EXPECT_TRUE(tap.is_stray(10'399));
  EXPECT_FALSE(tap.is_stray(10'400));
  EXPECT_FALSE(tap.is_stray(60'000));
}

TEST(SecondTap, AClockThatTurnedOverBlocksNobody) {
  SecondTap tap;
  tap.screen_changed(4'294'967'000);
  EXPECT_FALSE(tap.is_stray(5));  // the screen's clock of 32 bits began anew
}

}  // namespace
}  // namespace tilia::ui
