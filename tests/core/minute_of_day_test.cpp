#include "core/minute_of_day.h"

#include <gtest/gtest.h>

namespace tilia {
namespace {

TEST(MinuteOfDay, IsWrittenWithTwoDigitsEach) {
  EXPECT_EQ(parse_minute_of_day("07:30"), 450);
  EXPECT_EQ(minute_of_day_text(450), "07:30");
  EXPECT_EQ(parse_minute_of_day("00:00"), 0);
  EXPECT_EQ(parse_minute_of_day("23:59"), 1439);
  for (const char* text : {"", "7:30", "24:00", "07:60", "07-30", "07:3x", "07:300", "-1:30"})
    EXPECT_FALSE(parse_minute_of_day(text)) << text;
}

}  // namespace
}  // namespace tilia
