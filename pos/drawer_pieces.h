// What the till believes lies in the drawer, piece by piece, so that the change it proposes can
// really be given. It is a belief and nothing else: no sum, no day sheet and no difference is ever
// worked out from it. What it was never told of a piece it does not know, and takes to be there.
//
//   DrawerPieces drawer = DrawerPieces::counted(float_pieces);
//   drawer.put(tendered);
//   const auto back = fewest_pieces(change, pack.pieces, drawer.held(pack.pieces));
//   drawer.take(*back);
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pos/cash_piece.h"

namespace tilia::pos {

class DrawerPieces {
 public:
  // Nothing is known.
  DrawerPieces() = default;
  // All of `pieces` are known: those that were not counted are not there.
  [[nodiscard]] static DrawerPieces counted(const std::vector<CountedPiece>& counted,
                                            const std::vector<Piece>& pieces);
  // As text() wrote it; nothing for any other text.
  [[nodiscard]] static std::optional<DrawerPieces> parse(std::string_view text);
  [[nodiscard]] std::string text() const;  // "5000=3 2000=0": minor units and how many

  void put(const std::vector<CountedPiece>& pieces);
  void take(const std::vector<CountedPiece>& pieces);  // never below none
  void none_of(const Money& value);
  void believe(const Money& value, std::optional<std::int64_t> count);  // nothing: not known

  // For fewest_pieces(): of what is not known, as many as anybody could want.
  [[nodiscard]] std::vector<CountedPiece> held(const std::vector<Piece>& pieces) const;
  [[nodiscard]] std::optional<std::int64_t> known(const Money& value) const;

  friend bool operator==(const DrawerPieces&, const DrawerPieces&) = default;

 private:
  std::map<std::int64_t, std::int64_t> counts_;  // by minor units
};

// What can be given back where the drawer cannot give an amount exactly.
struct WaysOut {
  // The one piece that, once the customer adds it, makes the rest payable; the smallest such.
  std::optional<Money> ask_for;
  // The largest amount below that the drawer can give: the rest is owed. Zero where it can give
  // nothing.
  std::vector<CountedPiece> at_most;
  Money owed;
};
[[nodiscard]] WaysOut ways_out(const Money& amount, const std::vector<Piece>& pieces,
                               const std::vector<CountedPiece>& held);

}  // namespace tilia::pos
