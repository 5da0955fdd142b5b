#include "pos/ui/bake_line.h"

#include <algorithm>

#include "core/ui/cut.h"

namespace tilia::pos {

void BakeLine::set_face(BakeFace face) {
  if (face == face_) return;
  face_ = std::move(face);
  SetName(wxString::FromUTF8(face_.name));
  Refresh();
}

// Colour, shape and words say the same.
void BakeLine::draw(ui::Painter& painter, const wxRect& area) {
  const ui::Palette& palette = look().colours();
  const wxColour& ground = face_.enough ? palette.tint : palette.mend_ground;
  const wxColour& edge = face_.enough ? palette.go : palette.mend;
  painter.round_rect(area, look().px(14), ground, edge, look().px(2));
  wxRect room = wxRect(area).Deflate(look().px(12), look().px(4));
  const int side = std::min(room.height, look().px(48));
  const wxRect picture = ui::cut_left(room, side, look().px(10));
  painter.picture(face_.picture, {picture.x, picture.y + (picture.height - side) / 2, side, side});
  const wxRect status = ui::cut_right(room, room.width * 34 / 100, look().px(8));
  const int number = room.width * 24 / 100;
  draw_number(painter, ui::cut_right(room, number, look().px(8)), face_.baked, face_.baked_word);
  draw_number(painter, ui::cut_right(room, number, look().px(8)), face_.needed, face_.needed_word);
  painter.label(face_.name, room,
                {.size = look().px(ui::type::button),
                 .bold = true,
                 .colour = palette.ink,
                 .across = ui::Across::left});
  painter.label((face_.enough ? "✓ " : "") + face_.status, status,
                {.size = look().px(ui::type::button),
                 .bold = true,
                 .colour = edge,
                 .across = ui::Across::left});
}

void BakeLine::draw_number(ui::Painter& painter, wxRect room, const std::string& number,
                           const std::string& word) const {
  const ui::Palette& palette = look().colours();
  painter.text(word, ui::cut_bottom(room, look().px(24)),
               {.size = look().px(ui::type::counter_least),
                .bold = false,
                .colour = palette.soft,
                .across = ui::Across::centre});
  painter.text(number, room,
               {.size = look().px(ui::type::section),
                .bold = true,
                .colour = palette.ink,
                .across = ui::Across::centre});
}

}  // namespace tilia::pos
