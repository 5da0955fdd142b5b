// What lets somebody in at the counter: six digits, or instead of them her card and four of twelve
// pictures, in order. One text either way, so that nobody else has to know which it is.
//
//   Secret<std::string> secret = card_and_pictures(card, {2, 7, 0, 11});
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/secret.h"

namespace tilia::pos {

inline constexpr std::size_t pin_digits = 6;
inline constexpr std::size_t secret_pictures = 12;   // always the same, in the same places
inline constexpr std::size_t pictures_to_touch = 4;  // different ones
inline constexpr std::size_t shortest_card = 6;      // letters of what a reader types
inline constexpr std::size_t longest_card = 64;

// Whose login it is: always the same 24 pictures, in the same places, taken or not.
[[nodiscard]] const std::vector<std::string>& login_pictures();
// The twelve, as they stand on the screen.
[[nodiscard]] const std::vector<std::string>& pictures_beside_a_card();

// CHECKs the number of pictures and that there are such.
[[nodiscard]] Secret<std::string> card_and_pictures(const Secret<std::string>& card,
                                                    const std::vector<std::size_t>& touched);
[[nodiscard]] bool card_was_read(const Secret<std::string>& card);

enum class CounterSecretFault {
  not_six_digits,   // and no card with pictures either
  easily_guessed,   // of the digits that thieves try first
  card_unreadable,  // too short, too long, or not of letters and digits
  same_picture_twice
};
[[nodiscard]] std::optional<CounterSecretFault> fault_of_counter_secret(
    const Secret<std::string>& secret);

// Digits that stand in every list of what thieves try first: they repeat themselves, or count.
[[nodiscard]] bool is_easily_guessed(std::string_view digits);

}  // namespace tilia::pos
