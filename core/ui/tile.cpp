#include "core/ui/tile.h"

#include <algorithm>

namespace tilia::ui {
namespace {

constexpr double small_below_mm = 28;
constexpr double least_picture_mm = 8;
constexpr int mark_px = 26;
constexpr int line_px = 22;
constexpr int most_price_px = type::button;
constexpr int inset_px = 10;

// Two lines stand above the price, whole words each; a longer name wants the small tile's way.
bool holds_largely(Painter& painter, const std::string& name, const wxSize& size) {
  const Look& look = painter.look();
  if (size.GetHeight() < look.mm(small_below_mm)) return false;
  const int width = size.GetWidth() - 2 * look.px(inset_px);
  const auto lines = painter.name_lines(name, width, look.px(type::counter_least), false);
  const auto is_broken = [](const std::string& line) { return line.ends_with('-'); };
  return lines.size() == 1 || (lines.size() == 2 && !is_broken(lines.front()));
}

}  // namespace

void Tile::set_face(TileFace face) {
  if (face == face_) return;
  face_ = std::move(face);
  SetName(wxString::FromUTF8(face_.name));
  Refresh();
}

// Many on a page: the picture first, the price beside it, the name under both in as many lines as
// it takes while the picture is still large enough to be told.
Tile::Small Tile::small_of(Painter& painter, const TileFace& face, const wxRect& area) {
  const Look& look = painter.look();
  wxRect room = wxRect(area).Deflate(look.px(6), look.px(5));
  const int line = look.px(line_px);
  const int least = look.mm(least_picture_mm);
  Small small;
  small.lines = painter.name_lines(face.name, room.width, look.px(type::counter_least), false);
  const auto most = static_cast<std::size_t>(std::max(1, (room.height - least) / line));
  const bool fits = std::ranges::all_of(small.lines, [&](const std::string& one) {
    return painter.text_width(one, look.px(type::counter_least), false) <= room.width;
  });
  const int price = painter.amount_width(face.price, look.px(type::counter_least));
  small.whole = fits && small.lines.size() <= most && price + look.px(4) + least <= room.width;
  while (small.lines.size() > most) {
    const std::string last = small.lines.back();
    small.lines.pop_back();
    small.lines.back() += " " + last;
  }
  const int words = static_cast<int>(small.lines.size()) * line;
  small.name = {room.x, room.GetBottom() + 1 - words, room.width, words};
  room.height -= words;
  const int side =
      std::clamp(room.width - price - look.px(4), std::min(least, room.height), room.height);
  small.picture = {room.x, room.y + (room.height - side) / 2, side, side};
  small.price = {room.x + side, room.y, room.width - side, room.height};
  return small;
}

bool Tile::holds(Painter& painter, const TileFace& face, const wxSize& size) {
  if (holds_largely(painter, face.name, size)) return true;
  return small_of(painter, face, wxRect(size)).whole;
}

void Tile::draw_small(Painter& painter, const wxRect& area) const {
  const Palette& palette = look().colours();
  Small small = small_of(painter, face_, area);
  for (const std::string& line : small.lines) {
    painter.text(line, {small.name.x, small.name.y, small.name.width, look().px(line_px)},
                 {.size = look().px(type::counter_least),
                  .bold = false,
                  .colour = palette.ink,
                  .across = Across::left});
    small.name.y += look().px(line_px);
  }
  painter.picture(face_.picture, small.picture);
  painter.amount(face_.price, small.price,
                 {.size = look().px(most_price_px),
                  .bold = true,
                  .colour = palette.soft,
                  .across = Across::right});
  // There is room for the sign alone, on the picture: the price beside it is the lower one.
  const int mark = look().px(mark_px);
  if (!face_.mark.empty())
    draw_mark(painter,
              wxRect(small.picture.GetRight() + 1 - mark, small.picture.GetBottom() + 1 - mark,
                     mark, mark),
              "%");
}

void Tile::draw_badge(Painter& painter, const wxRect& badge) const {
  const Palette& palette = look().colours();
  painter.disc(badge, palette.go, wxNullColour, 0);
  painter.text(face_.badge, badge,
               {.size = look().px(type::button),
                .bold = true,
                .colour = palette.on_go,
                .across = Across::centre});
}

void Tile::draw_mark(Painter& painter, const wxRect& pill, const std::string& mark) const {
  const Palette& palette = look().colours();
  painter.round_rect(pill, look().px(13), palette.tint, palette.go, look().px(2));
  painter.text(mark, pill,
               {.size = look().px(type::counter_least),
                .bold = true,
                .colour = palette.ink,
                .across = Across::centre});
}

// Shape and paleness say it: a veil over the picture, and one stroke through it. The name stays as
// it is.
void Tile::draw_veil(Painter& painter, const wxRect& area) const {
  const Palette& palette = look().colours();
  wxRect veil = wxRect(area).Deflate(look().px(4));
  veil.height = veil.height * 50 / 100;
  const wxColour& card = palette.card;
  constexpr unsigned char veil_opacity = 150;
  painter.round_rect(veil, look().px(14),
                     wxColour(card.Red(), card.Green(), card.Blue(), veil_opacity), wxNullColour,
                     0);
  const int side = veil.height - look().px(8);
  const int middle = area.x + area.width / 2;
  painter.line(middle - side / 2, veil.GetBottom(), middle + side / 2, veil.y + look().px(8),
               palette.soft, look().px(5));
}

void Tile::draw(Painter& painter, const wxRect& area) {
  draw_face(painter, area);
  if (face_.faded) draw_veil(painter, area);
}

void Tile::draw_face(Painter& painter, const wxRect& area) {
  const Palette& palette = look().colours();
  const bool chosen = !face_.badge.empty();
  wxColour ground = palette.card;
  if (hovered()) ground = palette.paper;
  if (held()) ground = palette.tint;
  painter.round_rect(area, corner(), ground, chosen ? palette.go : palette.line,
                     look().px(chosen ? 3 : 2));
  if (!face_.price.whole.empty() && !holds_largely(painter, face_.name, area.GetSize())) {
    draw_small(painter, area);
    const int across = look().px(34);
    if (chosen) draw_badge(painter, {area.x + look().px(2), area.y + look().px(2), across, across});
    return;
  }
  const int inset = look().px(inset_px);
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
  // In the corner that the number on the tray leaves free.
  if (!face_.mark.empty()) {
    const int wide =
        painter.text_width(face_.mark, look().px(type::counter_least), true) + look().px(12);
    const int off = look().px(4);
    draw_mark(painter, wxRect(area.x + off, area.y + off, wide, look().px(mark_px)), face_.mark);
  }
  const int across = look().px(40);
  if (chosen)
    draw_badge(painter,
               {area.GetRight() - across - look().px(2), area.y + look().px(5), across, across});
}

}  // namespace tilia::ui
