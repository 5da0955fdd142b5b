#include "core/phrase.h"

#include <gtest/gtest.h>

namespace tilia {
namespace {

TEST(Words, NamesEachLanguageInItself) {
  EXPECT_EQ(Words(Language::english, TILIA_SHARE "/locale").say("core.language_name"), "English");
  EXPECT_EQ(Words(Language::serbian_latin, TILIA_SHARE "/locale").say("core.language_name"), "Srpski");
  EXPECT_EQ(Words(Language::serbian_cyrillic, TILIA_SHARE "/locale").say("core.language_name"),
            "Српски");
}

TEST(Words, WritesAmountsAndDaysAsTheLanguageDoes) {
  const Words english(Language::english, TILIA_SHARE "/locale");
  const Money money = Money::from_minor(-123456789, *Currency::from_code("RSD"));
  EXPECT_EQ(english.amount(money), "\u22121\u00a0234\u00a0567.89");
  EXPECT_EQ(english.day(*Day::from(2026, 3, 31)), "31 March 2026");
}

}  // namespace
}  // namespace tilia
