#include "core/letters.h"

#include <gtest/gtest.h>

namespace tilia {
namespace {

TEST(Letters, AreFoundWhateverTheirCaseAndScript) {
  EXPECT_EQ(lower_case("ČOKOLADNA Đ Ž Lj"), "čokoladna đ ž lj");
  EXPECT_EQ(lower_case("БЕЛИ Ђ Џ Љ"), "бели ђ џ љ");
  EXPECT_EQ(lower_case("½ 🍞 12"), "½ 🍞 12");
  EXPECT_EQ(upper_case("čokoladna đ ½ бели ђ џ"), "ČOKOLADNA Đ ½ БЕЛИ Ђ Џ");
  EXPECT_EQ(capital_of("čaj"), "Č");
  EXPECT_EQ(capital_of("ђак"), "Ђ");
  EXPECT_EQ(capital_of("Žito"), "Ž");
  EXPECT_EQ(capital_of(""), "");
}

TEST(Letters, APictogramHoldsNoNameAndNoNumber) {
  for (const char* text : {"", "🌷", "☕", "✂️", "👩🏽‍🍳", "🌷🌻"})
    EXPECT_TRUE(is_pictogram(text)) << text;
  for (const char* text :
       {"Mira", "Мира", "Žž", "064", "🌷 Mira", "🌷064", "1️⃣", "\xF0\x9F", "🌷🌷🌷🌷🌷🌷🌷🌷🌷"})
    EXPECT_FALSE(is_pictogram(text)) << text;
}

}  // namespace
}  // namespace tilia
