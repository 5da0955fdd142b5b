#include "tests/pos/ui/eye.h"

#include <algorithm>

#include "core/ui/money_piece.h"
#include "core/ui/step_button.h"
#include "pos/ui/tray_row.h"

namespace tilia::pos::tests {
namespace {

using Kind = Seen::Kind;

void see(const ui::Tile& tile, Seen& seen) {
  seen.kind = Kind::picture;
  seen.picture = tile.face().picture;
  seen.pictures = 1;
  seen.marked = !tile.face().badge.empty();
}

void see(const TrayRow& row, Seen& seen) {
  seen.kind = Kind::tray_row;
  seen.picture = row.face().picture;
  seen.pictures = static_cast<int>(row.face().pictures);
}

void see(const ui::MoneyPiece& money, Seen& seen) {
  seen.kind = Kind::money;
  seen.marked = !money.badge().empty();
  seen.struck = money.struck();
  for (const ui::PieceLook& piece : money.pieces()) seen.pieces.push_back(seen_piece(piece));
  std::ranges::sort(seen.pieces);
}

void see(const ui::ActionButton& button, Seen& seen) {
  using Of = ui::ActionButton::Kind;
  seen.kind = button.kind() == Of::go                            ? Kind::green
              : button.kind() == Of::tab && button.has_picture() ? Kind::tab
                                                                 : Kind::button;
  seen.picture = button.picture();
}

}  // namespace

SeenPiece seen_piece(const ui::PieceLook& look) {
  return {look.note, look.colour, look.rim_colour, look.width_tenths_mm, look.height_tenths_mm};
}

std::vector<Seen> look_at(TillOnScreen& till) {
  std::vector<Seen> all;
  for (const ui::Control* control : till.shown<ui::Control>()) {
    Seen seen;
    seen.at = control->GetScreenRect();
    seen.awake = control->AcceptsFocus();
    if (const auto* tile = dynamic_cast<const ui::Tile*>(control)) {
      see(*tile, seen);
    } else if (const auto* row = dynamic_cast<const TrayRow*>(control)) {
      see(*row, seen);
    } else if (const auto* money = dynamic_cast<const ui::MoneyPiece*>(control)) {
      see(*money, seen);
    } else if (const auto* button = dynamic_cast<const ui::ActionButton*>(control)) {
      see(*button, seen);
    } else if (const auto* step = dynamic_cast<const ui::StepButton*>(control)) {
      seen.kind = step->step() == ui::StepButton::Step::more ? Kind::more : Kind::less;
    } else {
      continue;
    }
    all.push_back(std::move(seen));
  }
  return all;
}

}  // namespace tilia::pos::tests
