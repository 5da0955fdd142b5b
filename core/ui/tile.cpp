#include "core/ui/tile.h"

#include <algorithm>

namespace tilia::ui {
namespace {

constexpr double small_below_mm = 28;

}  // namespace

void Tile::set_face(TileFace face) {
  if (face == face_) return;
  face_ = std::move(face);
  SetName(wxString::FromUTF8(face_.name));
  Refresh();
}

// Many on a page: the picture first, the price beside it, the name under both.
void Tile::draw_small(Painter& painter, const wxRect& area) const {
  const Palette& palette = look().colours();
  wxRect room = wxRect(area).Deflate(look().px(8), look().px(5));
  const int words = look().px(26);
  const wxRect line(room.x, room.GetBottom() + 1 - words, room.width, words);
  room.height -= words;
  painter.text(face_.name, line,
               {.size = look().px(type::counter_least),
                .bold = false,
                .colour = palette.ink,
                .across = Across::left});
  const int side = std::min(room.height, room.width * 55 / 100);
  painter.picture(face_.picture, {room.x, room.y + (room.height - side) / 2, side, side});
  room.x += side;
  room.width -= side;
  painter.amount(face_.price, room,
                 {.size = look().px(type::button),
                  .bold = true,
                  .colour = palette.soft,
                  .across = Across::right});
}

void Tile::draw_badge(Painter& painter, const wxRect& area) const {
  const Palette& palette = look().colours();
  const int across = look().px(40);
  const wxRect badge(area.GetRight() - across - look().px(2), area.y + look().px(5), across,
                     across);
  painter.disc(badge, palette.go, wxNullColour, 0);
  painter.text(face_.badge, badge,
               {.size = look().px(type::button),
                .bold = true,
                .colour = palette.on_go,
                .across = Across::centre});
}

void Tile::draw(Painter& painter, const wxRect& area) {
  const Palette& palette = look().colours();
  const bool chosen = !face_.badge.empty();
  wxColour ground = palette.card;
  if (hovered()) ground = palette.paper;
  if (held()) ground = palette.tint;
  painter.round_rect(area, corner(), ground, chosen ? palette.go : palette.line,
                     look().px(chosen ? 3 : 2));
  if (area.height < look().mm(small_below_mm) && !face_.price.whole.empty()) {
    draw_small(painter, area);
    if (chosen) draw_badge(painter, area);
    return;
  }
  const int inset = look().px(10);
  wxRect room = wxRect(area).Deflate(look().px(8), look().px(10));
  if (!face_.name.empty()) {
    const int words = look().px(34);
    const int second_line = look().px(24);  // where the name needs one
    wxRect line(area.x + inset, area.GetBottom() - words - look().px(9), area.width - 2 * inset,
                words);
    room.height -= words - look().px(4);
    if (!face_.price.whole.empty()) {
      const int price = std::min(line.width * 56 / 100, look().px(104));
      painter.amount(
          face_.price, {line.GetRight() - price, line.y, price, line.height},
          {.size = look().px(26), .bold = true, .colour = palette.soft, .across = Across::right});
      const int taken =
          std::max(look().px(30), painter.text_width(face_.price.whole, look().px(26), true) +
                                      (face_.price.cents.empty() ? 0 : look().px(26)));
      line.width -= std::min(taken, price) + look().px(6);
    }
    const int lines = painter.name(face_.name, line, area.width - 2 * inset, second_line,
                                   {.size = look().px(type::counter),
                                    .bold = false,
                                    .colour = palette.ink,
                                    .across = Across::left});
    room.height -= lines * second_line;
  }
  // A shop's own photo fills its place; an emoji keeps some air.
  const int percent = PictureCache::is_file(face_.picture) || face_.name.empty() ? 100 : 88;
  const int side = std::min(room.width, room.height) * percent / 100;
  painter.picture(face_.picture, wxRect(wxSize(side, side)).CentreIn(room));
  if (chosen) draw_badge(painter, area);
}

}  // namespace tilia::ui
