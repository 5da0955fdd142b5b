// Amounts and hours as people type them.
#include <gtest/gtest.h>

#include "core/ui/office/new_secret.h"
#include "core/ui/office/typed.h"

namespace tilia::ui {
namespace {

TEST(TypedMoney, TakesTheMarksOfEitherLanguage) {
  const Currency rsd = *Currency::from_code("RSD");
  struct Row {
    const char* text;
    const char* money;  // nullptr: refused
  };
  for (const Row& row :
       {Row{"85000", "85000.00"}, Row{"85.000,00", "85000.00"}, Row{"85,000.00", "85000.00"},
        Row{" 85 000 ", "85000.00"}, Row{"85\u00a0000,5", "85000.50"}, Row{"1.200", "1200.00"},
        Row{"1.234.567", "1234567.00"}, Row{"0,07", "0.07"}, Row{"-3", "-3.00"},
        Row{"12.34.56", nullptr}, Row{"1,23,456", nullptr}, Row{".50", nullptr}, Row{"5.", nullptr},
        Row{"12.3456", nullptr}, Row{"much", nullptr}, Row{"", nullptr},
        Row{"99999999999999999999", nullptr}}) {
    const auto money = typed_money(row.text, rsd);
    ASSERT_EQ(money.has_value(), row.money != nullptr) << row.text;
    if (money) {
      EXPECT_EQ(money->text(), row.money) << row.text;
    }
  }
}

TEST(TypedPercent, TakesTheMarksOfEitherLanguage) {
  EXPECT_EQ(typed_percent("33,5"), Rate::parse_percent("33.5").value());
  EXPECT_EQ(typed_percent(" 60 % "), Rate::parse_percent("60").value());
  for (const char* wrong : {"", "much", "1,2,3", "%"}) EXPECT_FALSE(typed_percent(wrong)) << wrong;
}

TEST(TypedMinutes, TakesHoursMinutesAndParts) {
  struct Row {
    const char* text;
    int minutes;  // -1: refused
  };
  for (const Row& row : {Row{"8", 480}, Row{"7:30", 450}, Row{"7,5", 450}, Row{"7.25", 435},
                         Row{"0", 0}, Row{" 37:30 ", 2250}, Row{"999", 59940}, Row{"1000", -1},
                         Row{"7:5", -1}, Row{"7:60", -1}, Row{"-1", -1}, Row{"7.333", -1},
                         Row{"0,01", -1}, Row{"eight", -1}, Row{"", -1}, Row{"7:", -1}}) {
    EXPECT_EQ(typed_minutes(row.text).value_or(-1), row.minutes) << row.text;
  }
}

TEST(NewSecret, IsTypedTwiceAndIsNotShort) {
  const Secret<std::string> good("correct horse");
  EXPECT_EQ(new_secret_fault(good, Secret<std::string>("correct horse")), std::nullopt);
  EXPECT_EQ(new_secret_fault(good, Secret<std::string>("correct house")), NewSecretFault::differs);
  EXPECT_EQ(new_secret_fault(Secret<std::string>("12345"), Secret<std::string>("12345")),
            NewSecretFault::too_short);
}

}  // namespace
}  // namespace tilia::ui
