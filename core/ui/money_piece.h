// A note or a coin, drawn as a plain shape in its colour, in true size to its kin (coins at twice
// the notes' scale). To be tapped, or only shown.
#pragma once

#include <string>
#include <vector>

#include "core/ui/control.h"

namespace tilia::ui {

class MoneyPiece final : public Control {
 public:
  enum class Use {
    tapped,
    shown,
    row,  // shown side by side from the left
  };
  MoneyPiece(wxWindow* parent, const Look& look, Use use) : Control(parent, look), use_(use) {}

  // Several pieces are drawn as a small heap: an exact amount. Several of one kind that are tapped
  // lie on each other, so that they are counted by eye.
  void set_pieces(std::vector<PieceLook> pieces, int pixels_per_cm);
  void set_badge(std::string badge);      // a count or a tick, top right
  void set_caption(std::string caption);  // under the piece
  void set_struck(bool struck);           // pale and crossed out: there is none of it
  [[nodiscard]] const std::vector<PieceLook>& pieces() const { return pieces_; }
  [[nodiscard]] const std::string& badge() const { return badge_; }
  [[nodiscard]] bool struck() const { return struck_; }

 protected:
  void draw(Painter& painter, const wxRect& area) override;
  [[nodiscard]] bool pressable() const override { return use_ == Use::tapped; }
  [[nodiscard]] int corner() const override;

 private:
  void draw_heap(Painter& painter, const wxRect& area);
  void draw_stack(Painter& painter, const wxRect& area);
  void strike(Painter& painter, const wxRect& area) const;
  [[nodiscard]] bool stacked() const;

  Use use_;
  std::vector<PieceLook> pieces_;
  int pixels_per_cm_ = 10;
  std::string badge_;
  std::string caption_;
  bool struck_ = false;
};

// Equal pieces that lie on each other: five in a column, each a little lower, then the next column.
[[nodiscard]] wxSize stack_size(const PieceLook& piece, std::size_t count, int pixels_per_cm);

// Rows of pieces in a room: the largest scale at which all fit with plates around them, and where
// each plate goes.
struct PieceRows {
  int pixels_per_cm = 0;
  std::vector<wxRect> plates;
};
[[nodiscard]] PieceRows rows_of(const std::vector<PieceLook>& pieces, const wxRect& room,
                                const Look& look, int most_pixels_per_cm);

}  // namespace tilia::ui
