// A secret that stands on paper: 128 bits of the system's chance as eight words that can be read
// aloud and typed in any language with Latin letters, and hold no word of one. Each carries 16 bits
// as consonant, vowel, consonant, vowel, consonant (proquints, D. S. Wilkerson,
// arXiv:0901.4016).
//
//   new_recovery_words()                  "lusab-babad-gutih-tugad-…"
//   as_recovery_words(" Lusab BABAD … ")  the same as it was printed; nothing for other secrets
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "core/secret.h"

namespace tilia::db {

inline constexpr std::size_t recovery_words = 8;

[[nodiscard]] Secret<std::string> new_recovery_words();
// However it was typed: letter case, and what stands between the words, are not looked at.
[[nodiscard]] std::optional<Secret<std::string>> as_recovery_words(
    const Secret<std::string>& typed);

// One word for 16 bits.
[[nodiscard]] std::string word_of(std::uint16_t bits);

}  // namespace tilia::db
