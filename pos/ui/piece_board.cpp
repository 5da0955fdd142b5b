#include "pos/ui/piece_board.h"

#include "pos/ui/shown.h"

namespace tilia::pos {
namespace {

constexpr int largest_scale = 14;  // pixels per 10 mm of note: a 140 mm note is 196 px

}  // namespace

PieceBoard::PieceBoard(wxWindow* parent, const ui::Look& look, const CountryPack& pack,
                       const std::function<void(ui::Control*, const Money&)>& make_press)
    : look_(look) {
  for (const auto kind : {Piece::Kind::note, Piece::Kind::coin}) {
    for (const Piece& piece : pack.pieces) {
      if (piece.kind != kind) continue;
      looks_.push_back(piece_shown(piece));
      controls_.push_back(new ui::MoneyPiece(parent, look, ui::MoneyPiece::Use::tapped));
      make_press(controls_.back(), piece.value);
    }
  }
}

void PieceBoard::enable(bool enabled) {
  for (ui::MoneyPiece* piece : controls_) piece->Enable(enabled);
}

void PieceBoard::place(const wxRect& room) {
  const ui::PieceRows rows = ui::rows_of(looks_, room, look_, look_.px(largest_scale));
  for (std::size_t i = 0; i < controls_.size() && i < rows.plates.size(); ++i) {
    controls_[i]->SetSize(rows.plates[i]);
    controls_[i]->set_pieces({looks_[i]}, rows.pixels_per_cm);
  }
}

}  // namespace tilia::pos
