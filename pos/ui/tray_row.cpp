#include "pos/ui/tray_row.h"

#include <fmt/format.h>

#include <algorithm>

namespace tilia::pos {
namespace {

constexpr std::int64_t five = 5;
// Of a plate's side.
constexpr int spot_percent = 40;
constexpr int spot_beside_percent = 46;
constexpr int price_size = 28;
constexpr int most_price_width = 112;
constexpr int least_picture = 30;  // beside a great weight

// Five lie as on a die; fewer stand apart from each other, whatever their shape.
struct Spot {
  int across;  // in halves
  int down;
};
std::vector<Spot> spots_of(std::int64_t count) {
  switch (count) {
    case 1: return {{0, 1}};
    case 2: return {{0, 0}, {0, 2}};
    case 3: return {{0, 0}, {0, 2}, {2, 1}};
    case 4: return {{0, 0}, {0, 2}, {2, 0}, {2, 2}};
    default: return {{0, 0}, {2, 0}, {0, 2}, {2, 2}, {1, 1}};
  }
}

// Up to five overlap where the row is narrow: they are counted by eye, not read.
TrayPictures side_by_side(int count, const wxRect& room, int side, int gap) {
  TrayPictures placed;
  const int apart = count > 1 ? std::min(side + gap, (room.width - side) / (count - 1)) : 0;
  for (int i = 0; i < count; ++i)
    placed.pictures.emplace_back(room.x + i * apart, room.y + (room.height - side) / 2, side, side);
  return placed;
}

}  // namespace

TrayPictures tray_pictures(std::int64_t count, const wxRect& room, int most_side, int gap) {
  const int high = std::min(room.height, most_side);
  if (count <= five) return side_by_side(static_cast<int>(count), room, high, gap);
  TrayPictures placed;
  const auto groups = static_cast<int>((count + five - 1) / five);
  const int side = std::min(high, (room.width - (groups - 1) * gap) / groups);
  const int inset = std::max(1, side / 20);
  wxRect group(room.x, room.y + (room.height - side) / 2, side, side);
  for (std::int64_t left = count; left > 0; left -= five, group.x += side + gap) {
    if (left >= five) placed.plates.push_back(group);
    const int spot = side * (left >= five ? spot_percent : spot_beside_percent) / 100;
    const int half = (side - 2 * inset - spot) / 2;
    for (const Spot& at : spots_of(std::min(left, five)))
      placed.pictures.emplace_back(group.x + inset + at.across * half,
                                   group.y + inset + at.down * half, spot, spot);
  }
  return placed;
}

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
  const int words = look().px(long_name ? 46 : 28);
  const wxRect name(room.x, room.GetBottom() - words + 1, room.width, words);
  painter.label(face_.name, name, small);
  painter.hairline(area.x, area.GetRight(), area.GetBottom() - 1);
  room.height -= words;
  int price = price_width(painter);
  if (!face_.many.empty()) {
    const int written = painter.text_width(face_.many, look().px(ui::type::counter_least), true);
    price = std::min(price, room.width - written - look().px(8 + 8 + least_picture));
  }
  painter.amount(face_.amount, {room.GetRight() - price, room.y, price, room.height},
                 {.size = look().px(price_size),
                  .bold = true,
                  .colour = palette.ink,
                  .across = ui::Across::right});
  room.width -= price + look().px(8);
  int side = std::min(room.height, look().px(46));
  if (!face_.many.empty()) {
    const int written = painter.text_width(face_.many, look().px(ui::type::counter_least), true);
    side = std::min(side, room.width - written - look().px(8));
    const int beside = room.x + side + look().px(8);
    painter.text(face_.many, {beside, room.y, room.GetRight() - beside, room.height},
                 {.size = look().px(ui::type::button),
                  .bold = true,
                  .colour = palette.ink,
                  .across = ui::Across::left});
  }
  const TrayPictures placed =
      tray_pictures(std::min(face_.pictures, most_pictures), room, side, look().px(5));
  for (const wxRect& plate : placed.plates)
    painter.round_rect(plate, look().px(8), palette.sand, palette.line, look().px(2));
  for (const wxRect& picture : placed.pictures) painter.picture(face_.picture, picture);
}

// As little as it takes, so that many pieces have room beside it.
int TrayRow::price_width(ui::Painter& painter) const {
  const int size = look().px(price_size);
  int width = painter.text_width(face_.amount.whole, size, true);
  if (!face_.amount.cents.empty())
    width += look().px(4) +
             painter.text_width(face_.amount.cents, look().px(ui::type::counter_least), true);
  return std::min(width + look().px(2), look().px(most_price_width));
}

}  // namespace tilia::pos
