// Giving change: the sale is in the book, and there is all the time in the world. The pieces to
// give back, largest first, each ticked off when it has left the hand; "None left" of one finds
// other pieces.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pos/ring_up_sale.h"

namespace tilia::pos {

class Giving {
 public:
  struct Pile {
    CountedPiece pieces;
    bool given = false;
  };
  Giving(const std::vector<Piece>& pieces, RungUp rung);

  [[nodiscard]] const Sale& sale() const { return sale_; }
  [[nodiscard]] Money back() const { return sale_.priced.change; }
  [[nodiscard]] const std::vector<Pile>& piles() const { return piles_; }
  void tick(std::size_t pile);
  // Answers whether other pieces make the amount; if not, nothing changes.
  [[nodiscard]] bool none_left(std::size_t pile);

  // The number of a fiscal device beside the till: typed back, or skipped with a reason, or
  // neither.
  enum class Fiscal { not_asked, asked, typed, skipped };
  Fiscal fiscal = Fiscal::not_asked;
  std::string fiscal_number;

 private:
  const std::vector<Piece>* pieces_;
  Sale sale_;
  std::vector<Pile> piles_;
  std::vector<Money> out_of_;
};

}  // namespace tilia::pos
