// Where a word may be broken that is too long for a line: between two syllables, as people speak
// it. Good enough for names on a tile in Latin and Cyrillic; no dictionary.
#pragma once

#include <string>
#include <vector>

namespace tilia::ui {

// How many letters stand before each place, from the front. Never fewer than two before it and
// three behind it.
[[nodiscard]] std::vector<std::size_t> syllable_breaks(const std::u32string& word);

}  // namespace tilia::ui
