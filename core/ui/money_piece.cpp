#include "core/ui/money_piece.h"

#include <algorithm>

namespace tilia::ui {
namespace {

constexpr int least_pixels_per_cm = 3;
constexpr std::size_t in_a_column = 5;
// How much of a piece is seen above the one that lies on it.
constexpr int note_seen_percent = 34;
constexpr int coin_seen_percent = 46;

// From one piece of a stack to the next, down and to the side.
wxSize stack_step(const PieceLook& piece, const wxSize& size) {
  const int down = size.GetHeight() * (piece.note ? note_seen_percent : coin_seen_percent) / 100;
  return {size.GetWidth() + std::max(2, size.GetWidth() / 20), std::max(1, down)};
}

struct Plate {
  wxSize size;
  bool note = false;
};

std::vector<Plate> plates_of(const std::vector<PieceLook>& pieces, int pixels_per_cm,
                             const Look& look) {
  std::vector<Plate> plates;
  const int air = look.px(24);
  int tallest_note = 0;
  int widest_coin = 0;
  for (const PieceLook& piece : pieces) {
    const wxSize size = piece_size(piece, pixels_per_cm);
    if (piece.note) tallest_note = std::max(tallest_note, size.GetHeight());
    if (!piece.note) widest_coin = std::max(widest_coin, size.GetWidth());
  }
  const int key = look.mm(target::key);
  for (const PieceLook& piece : pieces) {
    const wxSize size = piece_size(piece, pixels_per_cm);
    if (piece.note) {
      plates.push_back(
          {{std::max(size.GetWidth() + air, key), std::max(tallest_note + air, key)}, true});
    } else {
      const int side = std::max(widest_coin + air * 3 / 4, key);
      plates.push_back({{side, side}, false});
    }
  }
  return plates;
}

// Nothing if they do not fit.
std::vector<wxRect> flow(const std::vector<Plate>& plates, const wxRect& room, int gap) {
  std::vector<wxRect> placed;
  int x = room.x;
  int y = room.y;
  int row_height = 0;
  bool note = plates.empty() || plates.front().note;
  for (const Plate& plate : plates) {
    const bool new_kind = plate.note != note;
    if (new_kind || (x > room.x && x + plate.size.GetWidth() > room.GetRight() + 1)) {
      x = room.x;
      y += row_height + (new_kind ? gap * 2 : gap);
      row_height = 0;
      note = plate.note;
    }
    placed.emplace_back(wxPoint(x, y), plate.size);
    if (placed.back().GetRight() > room.GetRight() ||
        placed.back().GetBottom() > room.GetBottom()) {
      return {};
    }
    x += plate.size.GetWidth() + gap;
    row_height = std::max(row_height, plate.size.GetHeight());
  }
  return placed;
}

}  // namespace

wxSize stack_size(const PieceLook& piece, std::size_t count, int pixels_per_cm) {
  const wxSize size = piece_size(piece, pixels_per_cm);
  const wxSize step = stack_step(piece, size);
  const int columns = static_cast<int>((std::max<std::size_t>(count, 1) - 1) / in_a_column);
  const int rows = static_cast<int>(std::min(std::max<std::size_t>(count, 1), in_a_column)) - 1;
  return {size.GetWidth() + columns * step.GetWidth(), size.GetHeight() + rows * step.GetHeight()};
}

PieceRows rows_of(const std::vector<PieceLook>& pieces, const wxRect& room, const Look& look,
                  int most_pixels_per_cm) {
  const int gap = look.mm(target::gap);
  for (int scale = most_pixels_per_cm; scale > least_pixels_per_cm; --scale) {
    const auto placed = flow(plates_of(pieces, scale, look), room, gap);
    if (placed.size() == pieces.size()) return {scale, placed};
  }
  // A room too small for all: as small as they go, and what hangs over is cut.
  wxRect deep = room;
  deep.height = room.height * 8;
  return {least_pixels_per_cm, flow(plates_of(pieces, least_pixels_per_cm, look), deep, gap)};
}

void MoneyPiece::set_pieces(std::vector<PieceLook> pieces, int pixels_per_cm) {
  if (pieces == pieces_ && pixels_per_cm == pixels_per_cm_) return;
  pieces_ = std::move(pieces);
  pixels_per_cm_ = pixels_per_cm;
  if (!pieces_.empty()) SetName(wxString::FromUTF8(pieces_.front().number));
  Refresh();
}

void MoneyPiece::set_badge(std::string badge) {
  if (badge == badge_) return;
  badge_ = std::move(badge);
  Refresh();
}

void MoneyPiece::set_caption(std::string caption) {
  if (caption == caption_) return;
  caption_ = std::move(caption);
  Refresh();
}

void MoneyPiece::set_struck(bool struck) {
  if (struck == struck_) return;
  struck_ = struck;
  Refresh();
}

int MoneyPiece::corner() const {
  const bool coin = pieces_.size() == 1 && !pieces_.front().note;
  const wxSize size = GetClientSize();
  const bool square = size.GetWidth() == size.GetHeight();
  return coin && square ? size.GetWidth() / 2 : look().px(18);
}

void MoneyPiece::draw_heap(Painter& painter, const wxRect& area) {
  // Rows that wrap, at the scale that fits, each piece beside the other.
  const int gap = look().px(4);
  for (int scale = pixels_per_cm_; scale >= 1; --scale) {
    std::vector<wxRect> at;
    int x = area.x;
    int y = area.y;
    int row = 0;
    for (const PieceLook& piece : pieces_) {
      const wxSize size = piece_size(piece, scale);
      if (x > area.x && x + size.GetWidth() > area.GetRight()) {
        x = area.x;
        y += row + gap;
        row = 0;
      }
      at.emplace_back(wxPoint(x, y), size);
      x += size.GetWidth() + gap;
      row = std::max(row, size.GetHeight());
    }
    int right = area.x;
    for (const wxRect& one : at) right = std::max(right, one.GetRight());
    if (scale > 1 && (y + row > area.GetBottom() + 1 || right > area.GetRight())) continue;
    const int down = std::max(0, (area.GetBottom() + 1 - y - row) / 2);
    const int over = use_ == Use::row ? 0 : std::max(0, (area.GetRight() - right) / 2);
    for (std::size_t i = 0; i < at.size(); ++i) {
      const wxRect moved(at[i].x + over, at[i].y + down, at[i].width, at[i].height);
      if (moved.GetBottom() > area.GetBottom() + 1) break;  // more than anybody could count
      painter.piece(pieces_[i], moved, scale);
    }
    return;
  }
}

bool MoneyPiece::stacked() const {
  return use_ == Use::tapped && pieces_.size() > 1 &&
         std::ranges::all_of(pieces_, [&](const PieceLook& one) { return one == pieces_.front(); });
}

void MoneyPiece::draw_stack(Painter& painter, const wxRect& area) {
  const PieceLook& piece = pieces_.front();
  int scale = pixels_per_cm_;
  const auto all = [&] { return stack_size(piece, pieces_.size(), scale); };
  while (scale > 1 && (all().GetWidth() > area.width || all().GetHeight() > area.height)) --scale;
  const wxSize size = piece_size(piece, scale);
  const wxSize step = stack_step(piece, size);
  const wxRect room = wxRect(all()).CentreIn(area);
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const int column = static_cast<int>(i / in_a_column);
    const int row = static_cast<int>(i % in_a_column);
    painter.piece(
        piece,
        wxRect(wxPoint(room.x + column * step.GetWidth(), room.y + row * step.GetHeight()), size),
        scale);
  }
}

void MoneyPiece::strike(Painter& painter, const wxRect& area) const {
  if (pieces_.empty()) return;
  const Palette& palette = look().colours();
  const wxColour veil(palette.paper.Red(), palette.paper.Green(), palette.paper.Blue(), 150);
  painter.round_rect(area, corner(), veil, palette.line, look().px(2));
  wxSize size = piece_size(pieces_.front(), pixels_per_cm_);
  size.DecTo(wxRect(area).Deflate(look().px(8)).GetSize());
  const wxRect crossed = wxRect(size).CentreIn(area);
  painter.line(crossed.x, crossed.GetBottom(), crossed.GetRight(), crossed.y, palette.ink,
               look().px(5));
}

void MoneyPiece::draw(Painter& painter, const wxRect& area) {
  const Palette& palette = look().colours();
  if (use_ == Use::tapped) {
    wxColour plate = palette.sand;
    if (hovered() || held()) plate = palette.line;
    if (!IsEnabled()) plate = palette.paper;
    painter.round_rect(area, corner(), plate,
                       look().high_contrast() || !IsEnabled() ? palette.line : wxNullColour, 2);
  }
  wxRect room = wxRect(area).Deflate(use_ == Use::tapped ? look().px(7) : 0);
  if (!caption_.empty()) {
    const wxRect words(room.x, room.GetBottom() - look().px(26), room.width, look().px(26));
    painter.text(caption_, words,
                 {.size = look().px(type::counter_least),
                  .bold = false,
                  .colour = palette.ink,
                  .across = Across::centre});
    room.height -= look().px(28);
  }
  if (pieces_.size() == 1 && use_ != Use::row) {
    painter.piece(pieces_.front(), room, pixels_per_cm_);
  } else if (stacked()) {
    draw_stack(painter, room);
  } else if (!pieces_.empty()) {
    draw_heap(painter, room);
  }
  if (struck_) strike(painter, area);
  if (badge_.empty()) return;
  const int across = look().px(36);
  const wxRect disc(area.GetRight() - across, area.y, across, across);
  painter.disc(disc, palette.go, palette.card, look().px(2));
  painter.text(badge_, disc,
               {.size = look().px(type::counter),
                .bold = true,
                .colour = palette.on_go,
                .across = Across::centre});
}

}  // namespace tilia::ui
