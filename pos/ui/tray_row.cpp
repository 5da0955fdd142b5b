#include "pos/ui/tray_row.h"

#include <algorithm>

namespace tilia::pos {

void TrayRow::set_face(TrayFace face) {
  if (face == face_) return;
  face_ = std::move(face);
  Refresh();
}

void TrayRow::draw(ui::Painter& painter, const wxRect& area) {
  if (face_.name.empty()) return;
  const ui::Palette& palette = look().colours();
  const int words = look().px(28);
  wxRect room(area.x, area.y, area.width, area.height - look().px(4));
  const int price = look().px(104);
  painter.amount(
      face_.amount, {room.GetRight() - price, room.y, price, room.height},
      {.size = look().px(28), .bold = true, .colour = palette.ink, .across = ui::Across::right});
  const wxRect name(room.x, room.GetBottom() - words, room.width - price, words);
  painter.text(face_.name, name,
               {.size = look().px(ui::type::counter_least),
                .bold = false,
                .colour = palette.soft,
                .across = ui::Across::left});
  painter.hairline(area.x, area.GetRight(), area.GetBottom() - 1);
  room.width -= price + look().px(4);
  room.height -= words;
  const int side = std::min(room.height, look().px(46));
  int x = room.x;
  if (!face_.many.empty()) {
    const int wide = painter.text_width(face_.many, look().px(ui::type::button), true);
    painter.text(face_.many, {x + side + look().px(8), room.y, wide + 2, room.height},
                 {.size = look().px(ui::type::button),
                  .bold = true,
                  .colour = palette.ink,
                  .across = ui::Across::left});
  }
  // Five overlap where the row is narrow: they are counted by eye, not read.
  const auto count = static_cast<int>(std::min(face_.pictures, most_pictures));
  const int step = count > 1 ? std::min(side + look().px(6), (room.width - side) / (count - 1)) : 0;
  for (int i = 0; i < count; ++i) {
    painter.picture(face_.picture, {x, room.y + (room.height - side) / 2, side, side});
    x += step;
  }
}

}  // namespace tilia::pos
