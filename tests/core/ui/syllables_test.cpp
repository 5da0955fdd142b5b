#include "core/ui/syllables.h"

#include <gtest/gtest.h>

namespace tilia::ui {
namespace {

std::u32string broken(std::u32string word) {
  const auto breaks = syllable_breaks(word);
  for (auto at = breaks.rbegin(); at != breaks.rend(); ++at) word.insert(*at, U"-");
  return word;
}

TEST(Syllables, AWordIsBrokenAsItIsSpoken) {
  EXPECT_TRUE(broken(U"Bezglutensko") == U"Bez-glu-ten-sko");
  EXPECT_TRUE(broken(U"semenkama") == U"se-men-kama");
  EXPECT_TRUE(broken(U"Интегрални") == U"Ин-тег-рални");
  EXPECT_TRUE(broken(U"višnjama") == U"viš-njama") << "nj is one sound";
  EXPECT_TRUE(broken(U"strawberries") == U"straw-ber-ries");
  EXPECT_TRUE(broken(U"blow-drying") == U"blow--dry-ing" ||
              broken(U"blow-drying") == U"blow--drying")
      << "after the hyphen that is there";
}

TEST(Syllables, ShortEndsAndShortWordsStayWhole) {
  EXPECT_TRUE(broken(U"Kifla") == U"Kifla");
  EXPECT_TRUE(syllable_breaks(U"").empty());
  EXPECT_TRUE(syllable_breaks(U"Čaj").empty());
  EXPECT_TRUE(syllable_breaks(U"ovas").empty()) << "one letter would stand alone";
  for (const std::u32string& word : {std::u32string(U"Čokoladna"), std::u32string(U"strawberries"),
                                     std::u32string(U"хлеб"), std::u32string(U"wwwwww")})
    for (const std::size_t at : syllable_breaks(word)) {
      EXPECT_GE(at, 2U);
      EXPECT_GE(word.size() - at, 3U);
    }
}

}  // namespace
}  // namespace tilia::ui
