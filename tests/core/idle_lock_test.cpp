#include "core/idle_lock.h"

#include <gtest/gtest.h>

namespace tilia {
namespace {

Instant at(std::int64_t seconds) { return Instant::from_unix_milliseconds(seconds * 1'000); }

TEST(IdleLock, IsDueWhenNobodyTouchedForTheWholeLimitAndNotASecondBefore) {
  IdleLock idle;
  idle.touched(at(1'000));
  EXPECT_FALSE(idle.is_due(at(1'059), 60));
  EXPECT_TRUE(idle.is_due(at(1'060), 60));
}

TEST(IdleLock, BeginsAnewWithEachTouch) {
  IdleLock idle;
  idle.touched(at(1'000));
  idle.touched(at(1'059));
  EXPECT_FALSE(idle.is_due(at(1'118), 60));
  EXPECT_TRUE(idle.is_due(at(1'119), 60));
}

TEST(IdleLock, NeverIsDueWithoutALimit) {
  IdleLock idle;
  idle.touched(at(0));
  EXPECT_FALSE(idle.is_due(at(1'000'000), std::nullopt));
}

TEST(IdleLock, CountsFromTheFirstQuestionWhereNothingWasTouchedYet) {
  IdleLock idle;
  EXPECT_FALSE(idle.is_due(at(5'000), 60));
  EXPECT_TRUE(idle.is_due(at(5'060), 60));
}

TEST(IdleLock, WaitsOneLimitAtMostWhenTheClockIsSetBack) {
  IdleLock idle;
  idle.touched(at(90'000));
  EXPECT_FALSE(idle.is_due(at(100), 60));
  EXPECT_TRUE(idle.is_due(at(160), 60));
}

TEST(IdleLock, NoticesOnceThatTheMachineSlept) {
  IdleLock idle;
  EXPECT_FALSE(idle.machine_slept(7'000'000)) << "what it slept before is nobody's matter";
  EXPECT_FALSE(idle.machine_slept(7'000'001)) << "two clocks are never read in one moment";
  EXPECT_TRUE(idle.machine_slept(7'004'000));
  EXPECT_FALSE(idle.machine_slept(7'004'000));
}

}  // namespace
}  // namespace tilia
