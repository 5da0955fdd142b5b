#include "core/day.h"

#include <gtest/gtest.h>

#include <string>

#include "core/business_day.h"
#include "core/check.h"

namespace tilia {
namespace {

int days_in(int year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

TEST(Day, ComesBackAsItWentFor300Years) {
  std::optional<Day> before;
  int weekday = 0;  // 1 January 1900 was a Monday
  for (int year = 1900; year <= 2199; ++year) {
    for (int month = 1; month <= 12; ++month) {
      ASSERT_FALSE(Day::from(year, month, 0));
      ASSERT_FALSE(Day::from(year, month, days_in(year, month) + 1));
      for (int day = 1; day <= days_in(year, month); ++day) {
        const auto made = Day::from(year, month, day);
        ASSERT_TRUE(made) << year << '-' << month << '-' << day;
        ASSERT_EQ(Day::parse(made->text()), made);
        ASSERT_EQ(made->weekday_from_monday(), weekday);
        if (before) {
          ASSERT_EQ(before->plus_days(1), *made);
          ASSERT_EQ(made->plus_days(-1), *before);
          ASSERT_EQ(before->days_until(*made), 1);
          ASSERT_LT(*before, *made);
        }
        before = made;
        weekday = (weekday + 1) % 7;
      }
    }
  }
}

TEST(Day, IsReadWholeOrNotAtAll) {
  EXPECT_EQ(Day::parse("2026-03-31")->text(), "2026-03-31");
  for (const char* text : {"",           "2026",        "2026-3-31",   "2026-03-1",  "26-03-31",
                           "2026/03/31", "2026-03-31 ", " 2026-03-31", "2026-02-29", "2026-13-01",
                           "2026-00-10", "2026-01-00",  "1899-12-31",  "2200-01-01", "-026-01-01",
                           "2026--1-01", "2026-01--1",  "+026-01-01",  "2026-0a-01", "2026-01-01T",
                           "31.03.2026"})
    EXPECT_FALSE(Day::parse(text)) << text;
}

TEST(Day, IsNeverNotADate) {
  EXPECT_THROW(Day(boost::gregorian::date(boost::gregorian::not_a_date_time)), OurMistake);
  EXPECT_THROW(Day(boost::gregorian::date(boost::gregorian::pos_infin)), OurMistake);
}

TEST(Month, WalksThrough300Years) {
  auto month = *Month::from(1900, 1);
  for (int year = 1900; year <= 2199; ++year) {
    for (int number = 1; number <= 12; ++number) {
      ASSERT_EQ(month, *Month::from(year, number));
      ASSERT_EQ(Month::parse(month.text()), month);
      ASSERT_EQ(month.days(), days_in(year, number));
      ASSERT_EQ(month.first_day().day_of_month(), 1);
      ASSERT_EQ(month.last_day(), *Day::from(year, number, days_in(year, number)));
      ASSERT_EQ(Month::of(month.last_day()), month);
      if (year == 2199 && number == 12) return;
      ASSERT_EQ(month.next().previous(), month);
      ASSERT_LT(month, month.next());
      month = month.next();
    }
  }
}

TEST(Month, IsReadWholeOrNotAtAll) {
  EXPECT_EQ(Month::parse("2026-03")->text(), "2026-03");
  for (const char* text : {"", "2026", "2026-3", "2026-13", "2026-00", "2026-03-01", "03-2026"})
    EXPECT_FALSE(Month::parse(text)) << text;
}

TEST(BusinessDay, OrdersAndPrintsAsItsDay) {
  const BusinessDay friday(*Day::parse("2026-03-06"));
  const BusinessDay saturday(*Day::parse("2026-03-07"));
  EXPECT_LT(friday, saturday);
  EXPECT_EQ(friday, BusinessDay(*Day::parse("2026-03-06")));
  EXPECT_EQ(friday.text(), "2026-03-06");
}

}  // namespace
}  // namespace tilia
