// Notes and coins: what a currency has, what was counted, and the fewest pieces that make an
// amount. Data: pos/rules/pieces.toml (from facts/money.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/money.h"

namespace tilia::pos {

struct Piece {
  enum class Kind { coin, note };
  Kind kind = Kind::coin;
  Money value;
  // How it is drawn: never a reproduction, only its colour and its size.
  std::string colour;       // "#RRGGBB"
  std::string rim_colour;   // the ring of a two-metal coin, else empty
  int width_tenths_mm = 0;  // a coin's diameter
  int height_tenths_mm = 0;
  int roll = 0;                    // pieces in a paper roll of it; 0: not known
  int weight_hundredths_gram = 0;  // 0: not known

  friend bool operator==(const Piece&, const Piece&) = default;
};

struct CountedPiece {
  Money value;
  std::int64_t count = 0;

  friend bool operator==(const CountedPiece&, const CountedPiece&) = default;
};

// The sum of counted pieces. Empty: zero of `currency`.
[[nodiscard]] Money sum_of(const std::vector<CountedPiece>& counted, Currency currency);

// The fewest pieces that make `amount` exactly, largest first. Nothing if the pieces cannot make
// it. `held`, where given, is what the drawer holds: no more of a piece than that.
[[nodiscard]] std::optional<std::vector<CountedPiece>> fewest_pieces(
    const Money& amount, const std::vector<Piece>& pieces,
    const std::optional<std::vector<CountedPiece>>& held = std::nullopt);

// The most of `amount` that the held pieces make, in the fewest of them: all of it, a part, or
// nothing. Amounts above a million of the smallest step begin with the largest pieces.
[[nodiscard]] std::vector<CountedPiece> most_that_pieces_make(
    const Money& amount, const std::vector<Piece>& pieces, const std::vector<CountedPiece>& held);

}  // namespace tilia::pos
