#include "db/recovery_words.h"

#include <array>
#include <string_view>

#include "core/chance.h"

namespace tilia::db {
namespace {

constexpr std::string_view consonants = "bdfghjklmnprstvz";  // 4 bits each
constexpr std::string_view vowels = "aiou";                  // 2 bits each
constexpr std::size_t letters_of_word = 5;
constexpr char between = '-';

bool is_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

}  // namespace

std::string word_of(std::uint16_t bits) {
  const unsigned all = bits;
  const auto consonant = [all](unsigned shift) { return consonants[all >> shift & 0xFU]; };
  const auto vowel = [all](unsigned shift) { return vowels[all >> shift & 0x3U]; };
  return {consonant(12), vowel(10), consonant(6), vowel(4), consonant(0)};
}

Secret<std::string> new_recovery_words() {
  std::array<std::uint16_t, recovery_words> bits{};
  system_bytes({reinterpret_cast<std::uint8_t*>(bits.data()), sizeof bits});
  std::string words;
  words.reserve(recovery_words * (letters_of_word + 1));  // no growth, so no copy is left behind
  for (const std::uint16_t each : bits) {
    if (!words.empty()) words += between;
    words += word_of(each);
  }
  wipe(bits);
  return Secret<std::string>(std::move(words));
}

std::optional<Secret<std::string>> as_recovery_words(const Secret<std::string>& typed) {
  std::string words;
  words.reserve(typed.reveal().size() + recovery_words);
  std::size_t letters = 0;
  for (const char each : typed.reveal()) {
    if (!is_letter(each)) continue;
    const char letter = each >= 'a' ? each : static_cast<char>(each - 'A' + 'a');
    const std::size_t place = letters % letters_of_word;
    const std::string_view allowed = place % 2 == 0 ? consonants : vowels;
    if (allowed.find(letter) == std::string_view::npos) {
      wipe(words);
      return std::nullopt;
    }
    if (place == 0 && letters > 0) words += between;
    words += letter;
    ++letters;
  }
  if (letters == recovery_words * letters_of_word) return Secret<std::string>(std::move(words));
  wipe(words);
  return std::nullopt;
}

}  // namespace tilia::db
