// Notes and coins counted by hand: one less, one more, a number. The sum is ours to work out, and
// every step can be undone. For the float in the morning and the count at the close.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pos/cash_piece.h"

namespace tilia::pos {

class PieceCount {
 public:
  static constexpr std::int64_t most = 9999;  // of one piece

  PieceCount(const std::vector<Piece>& pieces, Currency currency);

  [[nodiscard]] const std::vector<Piece>& pieces() const { return *pieces_; }
  [[nodiscard]] std::int64_t count(std::size_t piece) const { return counts_.at(piece); }
  [[nodiscard]] Money total() const;
  // One row for each value that was counted: a note and a coin of the same value are added up.
  [[nodiscard]] std::vector<CountedPiece> counted() const;
  [[nodiscard]] bool touched() const { return !before_.empty(); }
  [[nodiscard]] bool empty() const;

  void step(std::size_t piece, std::int64_t by);
  // That many of the piece, or the nearest of 0 and `most`.
  void set(std::size_t piece, std::int64_t count);
  void undo();

  // What was counted so far, to be kept over a restart: the counts in the order of the pieces.
  [[nodiscard]] std::string text() const;
  // Nothing changes for any other text. It is one step, which Undo takes back.
  void restore(std::string_view text);

 private:
  const std::vector<Piece>* pieces_;
  Currency currency_;
  std::vector<std::int64_t> counts_;
  std::vector<std::vector<std::int64_t>> before_;
};

}  // namespace tilia::pos
