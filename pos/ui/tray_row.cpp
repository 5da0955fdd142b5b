#include "pos/ui/tray_row.h"

#include <fmt/format.h>

#include <algorithm>

namespace tilia::pos {

TrayFace tray_face(const std::string& picture, const std::string& name, Unit unit,
                   Quantity quantity, ui::AmountText amount, const Words& words) {
  TrayFace face{
      .picture = picture, .pictures = 1, .name = name, .many = "", .amount = std::move(amount)};
  if (unit == Unit::kg) {
    face.many = words.say(Phrase("till.kilograms").with("quantity", quantity));
    return face;
  }
  face.pictures = quantity.thousandths() / Quantity::one_in_thousandths;
  if (face.pictures > TrayRow::most_pictures) {
    face.many = fmt::format("× {}", face.pictures);
    face.pictures = 1;
  }
  return face;
}

void TrayRow::set_face(TrayFace face) {
  if (face == face_) return;
  face_ = std::move(face);
  Refresh();
}

void TrayRow::draw(ui::Painter& painter, const wxRect& area) {
  if (face_.name.empty()) return;
  const ui::Palette& palette = look().colours();
  wxRect room(area.x, area.y, area.width, area.height - look().px(4));
  // The name has the whole width below pictures and price, and a second line where it needs one.
  const ui::TextStyle small{.size = look().px(ui::type::counter_least),
                            .bold = false,
                            .colour = palette.soft,
                            .across = ui::Across::left};
  const bool long_name = painter.text_width(face_.name, small.size, false) > room.width;
  const int words = look().px(long_name ? 48 : 28);
  const wxRect name(room.x, room.GetBottom() - words + 1, room.width, words);
  painter.label(face_.name, name, small);
  painter.hairline(area.x, area.GetRight(), area.GetBottom() - 1);
  room.height -= words;
  const int price = look().px(112);
  painter.amount(
      face_.amount, {room.GetRight() - price, room.y, price, room.height},
      {.size = look().px(28), .bold = true, .colour = palette.ink, .across = ui::Across::right});
  room.width -= price + look().px(4);
  const int side = std::min(room.height, look().px(46));
  int x = room.x;
  if (!face_.many.empty()) {
    const int beside = x + side + look().px(8);
    painter.text(face_.many, {beside, room.y, room.GetRight() - beside, room.height},
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
