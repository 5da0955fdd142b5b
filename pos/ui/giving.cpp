#include "pos/ui/giving.h"

#include <algorithm>

namespace tilia::pos {
namespace {

std::vector<Giving::Pile> piles_of(const std::vector<CountedPiece>& pieces) {
  std::vector<Giving::Pile> piles;
  for (const CountedPiece& piece : pieces) piles.push_back({piece, false});
  return piles;
}

}  // namespace

Giving::Giving(const std::vector<Piece>& pieces, RungUp rung)
    : pieces_(&pieces), sale_(std::move(rung.sale)), piles_(piles_of(rung.pieces_back)) {}

void Giving::tick(std::size_t pile) {
  if (pile < piles_.size()) piles_[pile].given = !piles_[pile].given;
}

bool Giving::none_left(std::size_t pile) {
  if (pile >= piles_.size()) return false;
  std::vector<Money> out_of = out_of_;
  out_of.push_back(piles_[pile].pieces.value);
  std::vector<Piece> left;
  for (const Piece& piece : *pieces_) {
    if (std::ranges::find(out_of, piece.value) == out_of.end()) left.push_back(piece);
  }
  const auto other = fewest_pieces(back(), left);
  if (!other) return false;
  out_of_ = std::move(out_of);
  piles_ = piles_of(*other);
  return true;
}

}  // namespace tilia::pos
