#include "core/ui/syllables.h"

#include <string_view>

namespace tilia::ui {
namespace {

constexpr std::size_t least_before = 2;
constexpr std::size_t least_behind = 3;

bool is_vowel(char32_t letter) {
  constexpr std::u32string_view vowels =
      U"aeiouyAEIOUYáéíóúýàèìòùâêîôûäëïöüãõåæøąęăőűÁÉÍÓÚÝÄËÏÖÜÅÆØĂÂÎ"
      U"аеиоуыэюяєїіъАЕИОУЫЭЮЯЄЇІЪ";
  return vowels.find(letter) != std::u32string_view::npos;
}

// Two letters that are one sound.
bool is_one_sound(char32_t first, char32_t second) {
  constexpr std::u32string_view pairs = U"ljnjdžchshthphckscLJNJDŽCHSHTH";
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 2)
    if (pairs[i] == first && pairs[i + 1] == second) return true;
  return false;
}

}  // namespace

// One consonant between two vowels goes with the second; of several the first stays behind. A
// hyphen that is there is the best place.
std::vector<std::size_t> syllable_breaks(const std::u32string& word) {
  std::vector<std::size_t> breaks;
  std::size_t vowel = word.size();  // the last one seen
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (!is_vowel(word[i])) continue;
    if (vowel < i && vowel + 1 < i) {
      const std::size_t consonants = i - vowel - 1;
      const bool pair = consonants >= 2 && is_one_sound(word[vowel + 1], word[vowel + 2]);
      const std::size_t sounds = consonants - (pair ? 1 : 0);
      const std::size_t hyphen = word.find(U'-', vowel);
      std::size_t at = sounds == 1 ? vowel + 1 : vowel + (pair ? 3 : 2);
      if (hyphen < i) at = hyphen + 1;
      if (at >= least_before && word.size() - at >= least_behind) breaks.push_back(at);
    }
    vowel = i;
  }
  return breaks;
}

}  // namespace tilia::ui
