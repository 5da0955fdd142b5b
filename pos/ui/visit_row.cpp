#include "pos/ui/visit_row.h"

#include "core/ui/cut.h"
#include "pos/ui/visit_look.h"

namespace tilia::pos {

void VisitRow::set_face(VisitFace face) {
  if (face == face_) return;
  face_ = std::move(face);
  SetName(wxString::FromUTF8(face_.name));
  Refresh();
}

void VisitRow::draw(ui::Painter& painter, const wxRect& area) {
  const VisitLook shown = visit_look(face_.state, look().colours());
  painter.round_rect(area, look().px(14), held() ? look().colours().tint : shown.ground, shown.edge,
                     look().px(3));
  wxRect room = wxRect(area).Deflate(look().px(8), look().px(4));
  const int side = std::min(room.height, look().px(40));
  const auto middle = [&](const wxRect& strip) {
    return wxRect(strip.x, strip.y + (strip.height - side) / 2, side, side);
  };
  painter.picture(face_.picture, middle(ui::cut_left(room, side, look().px(8))));
  const int mark = side * 7 / 10;
  const wxRect last = ui::cut_right(room, mark, look().px(8));
  painter.picture(shown.mark, {last.x, last.y + (last.height - mark) / 2, mark, mark});
  const ui::TextStyle bold{.size = look().px(ui::type::counter_least),
                           .bold = true,
                           .colour = shown.ink,
                           .across = ui::Across::left};
  const int time = painter.text_width(face_.time, bold.size, true) + look().px(8);
  ui::TextStyle right = bold;
  right.across = ui::Across::right;
  painter.text(face_.time, ui::cut_right(room, time), right);
  painter.label(face_.name, room, bold);
}

}  // namespace tilia::pos
