#include "pos/counter_secret.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/check.h"

namespace tilia::pos {
namespace {

// Pictures follow the card as letters, 'a' for the first: one byte each.
constexpr std::string_view card_mark = "card ";
constexpr char first_picture = 'a';

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool repeats_itself(std::string_view digits) {
  for (std::size_t period = 1; period <= digits.size() / 2; ++period) {
    bool same = true;
    for (std::size_t at = period; at < digits.size(); ++at)
      same = same && digits[at] == digits[at - period];
    if (same) return true;
  }
  return false;
}

// Up or down by the same step, and from 9 on to 0.
bool counts(std::string_view digits) {
  constexpr int ten = 10;
  const int step = (digits[1] - digits[0] + ten) % ten;
  for (std::size_t at = 2; at < digits.size(); ++at) {
    if ((digits[at] - digits[at - 1] + ten) % ten != step) return false;
  }
  return true;
}

// 123321, 112233, 111222: forwards as backwards, pairs or threes that count.
bool is_folded(std::string_view digits) {
  const std::string back(digits.rbegin(), digits.rend());
  if (digits == back) return true;
  const std::set<char> different(digits.begin(), digits.end());
  constexpr std::size_t few = 2;
  if (different.size() <= few) return true;
  std::string pairs;
  for (std::size_t at = 0; at + 1 < digits.size(); at += 2) {
    if (digits[at] != digits[at + 1]) return false;
    pairs += digits[at];
  }
  return counts(pairs);
}

// What fingers do on a pad, which no rule above finds.
constexpr std::array<std::string_view, 12> well_known{"159753", "147258", "258369", "147852",
                                                      "789456", "456123", "123654", "159357",
                                                      "741852", "963852", "520131", "314159"};

std::optional<CounterSecretFault> fault_of_card(std::string_view text) {
  text.remove_prefix(card_mark.size());
  const std::size_t gap = text.rfind(' ');
  CHECK(gap != std::string_view::npos);
  const std::string_view card = text.substr(0, gap);
  const std::string_view touched = text.substr(gap + 1);
  const bool plain =
      std::ranges::all_of(card, [](char letter) { return letter > ' ' && letter < 0x7F; });
  if (card.size() < shortest_card || card.size() > longest_card || !plain)
    return CounterSecretFault::card_unreadable;
  const std::set<char> different(touched.begin(), touched.end());
  if (different.size() != pictures_to_touch) return CounterSecretFault::same_picture_twice;
  return std::nullopt;
}

}  // namespace

const std::vector<std::string>& login_pictures() {
  static const std::vector<std::string> pictures{
      "🦊", "🐢", "🦉", "🐝", "🐬", "🦔", "🐧", "🐞", "🐿️", "🦋", "🐳", "🦁",
      "🐼",    "🐸", "🦒", "🐨", "🐙", "🦆", "🐘", "🐴", "🐰",       "🦢", "🐟", "🐌"};
  return pictures;
}

const std::vector<std::string>& pictures_beside_a_card() {
  static const std::vector<std::string> pictures{"🍎", "🐟", "🚗", "🌳", "🐱", "☀️",
                                                 "🎁", "🐦", "⚽", "🌷", "🔔", "🍄"};
  CHECK(pictures.size() == secret_pictures);
  return pictures;
}

bool card_was_read(const Secret<std::string>& card) { return !card.reveal().empty(); }

Secret<std::string> card_and_pictures(const Secret<std::string>& read,
                                      const std::vector<std::size_t>& touched) {
  const std::string& card = read.reveal();
  CHECK(touched.size() == pictures_to_touch);
  std::string text;
  text.reserve(card_mark.size() + card.size() + 1 + touched.size());
  text.append(card_mark).append(card).append(1, ' ');
  for (const std::size_t picture : touched) {
    CHECK(picture < secret_pictures);
    text += static_cast<char>(first_picture + static_cast<char>(picture));
  }
  return Secret<std::string>(std::move(text));
}

std::optional<CounterSecretFault> fault_of_counter_secret(const Secret<std::string>& secret) {
  const std::string& text = secret.reveal();
  if (text.starts_with(card_mark) && text.size() > card_mark.size() + pictures_to_touch)
    return fault_of_card(text);
  if (text.size() != pin_digits || !std::ranges::all_of(text, is_digit))
    return CounterSecretFault::not_six_digits;
  if (is_easily_guessed(text)) return CounterSecretFault::easily_guessed;
  return std::nullopt;
}

bool is_easily_guessed(std::string_view digits) {
  CHECK(digits.size() == pin_digits);
  return repeats_itself(digits) || counts(digits) || is_folded(digits) ||
         std::ranges::find(well_known, digits) != well_known.end();
}

}  // namespace tilia::pos
