#include "core/ui/office/board_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/ui/cut.h"

namespace tilia::ui {
namespace {

constexpr int told_height = 34;
constexpr int head_height = 40;
constexpr int line_height = 46;
constexpr int coverage_height = 54;
constexpr int names_width = 168;
constexpr int drag_begins = 6;
constexpr int minutes_a_day = 24 * 60;

std::string clock_text(int minute) {
  const int of_day = minute % minutes_a_day;
  if (of_day % 60 == 0) return fmt::format("{}", of_day / 60);
  return fmt::format("{}:{:02}", of_day / 60, of_day % 60);
}

}  // namespace

BoardView::BoardView(wxWindow* parent, const Look& look, Board board, const Words& words)
    : Block(parent, look), board_(std::move(board)), words_(words) {
  SetName("board");
  bind_mouse();
  Bind(wxEVT_KEY_DOWN, &BoardView::key, this);
}

void BoardView::bind_mouse() {
  Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) { down(event.GetPosition()); });
  Bind(wxEVT_LEFT_DCLICK, [this](wxMouseEvent& event) { down(event.GetPosition()); });
  Bind(wxEVT_MOTION, [this](wxMouseEvent& event) {
    drawn_to(event.GetPosition());
    tell_of(event.GetPosition());
  });
  Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) { let_go(event.GetPosition()); });
  Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) {
    down_.reset();
    held_.clear();
    target_.reset();
    told_.reset();
    Refresh();
  });
}

// The whole of what may be cut short in the head of a day.
void BoardView::tell_of(const wxPoint& point) {
  int pointed = -1;
  for (int column = 0; column < static_cast<int>(board_.columns.size()); ++column) {
    const wxRect below = cell(0, column);
    const wxRect head(below.x, look().px(told_height), below.width, look().px(head_height));
    if (head.Contains(point)) pointed = column;
  }
  if (pointed == pointed_) return;
  pointed_ = pointed;
  const std::string note =
      pointed < 0 ? std::string()
                  : said(board_.columns[static_cast<std::size_t>(pointed)].note, words_);
  if (note.empty())
    UnsetToolTip();
  else
    SetToolTip(wxString::FromUTF8(note));
}

int BoardView::height_for(int) const {
  return look().px(told_height + head_height + coverage_height) +
         static_cast<int>(board_.lines.size()) * look().px(line_height) + look().px(8);
}

// ---- where things stand

wxRect BoardView::cell(std::size_t line, int column) const {
  const int left = look().px(names_width);
  const int room = GetClientSize().x - left - look().px(4);
  const int columns = std::max<int>(1, static_cast<int>(board_.columns.size()));
  const int x = left + room * column / columns;
  return {x, look().px(told_height + head_height) + static_cast<int>(line) * look().px(line_height),
          left + room * (column + 1) / columns - x, look().px(line_height)};
}

int BoardView::x_of(int column, int minute) const {
  const wxRect day = cell(0, column);
  const int span = std::max(1, board_.last_minute - board_.first_minute);
  const int within = std::clamp(minute, board_.first_minute, board_.last_minute);
  return day.x + look().px(3) + (day.width - look().px(6)) * (within - board_.first_minute) / span;
}

std::size_t BoardView::index_of(const std::string& line) const {
  const auto found = std::find_if(board_.lines.begin(), board_.lines.end(),
                                  [&](const Board::Line& each) { return each.key == line; });
  return static_cast<std::size_t>(found - board_.lines.begin());
}

wxRect BoardView::area_of(const Board::Bar& bar) const {
  const wxRect day = cell(index_of(bar.line), bar.column);
  const int left = x_of(bar.column, bar.from_minute);
  const int width = std::max(look().px(64), x_of(bar.column, bar.to_minute) - left);
  return {std::min(left, day.GetRight() - width), day.y + look().px(7), width,
          day.height - look().px(14)};
}

wxRect BoardView::area_of_bar(const std::string& bar) const {
  for (const Board::Bar& each : board_.bars)
    if (each.key == bar) return area_of(each);
  return {};
}

wxPoint BoardView::point_of(const Board::Move& place) const {
  const wxRect day = cell(index_of(place.line), place.column);
  return {x_of(place.column, place.from_minute) + 1, day.y + day.height / 2};
}

const Board::Bar* BoardView::bar_at(const wxPoint& point) const {
  for (auto bar = board_.bars.rbegin(); bar != board_.bars.rend(); ++bar)
    if (area_of(*bar).Contains(point)) return &*bar;
  return nullptr;
}

std::optional<Board::Move> BoardView::place_at(const wxPoint& point) const {
  for (std::size_t line = 0; line < board_.lines.size(); ++line) {
    for (int column = 0; column < static_cast<int>(board_.columns.size()); ++column) {
      const wxRect day = cell(line, column);
      if (!day.Contains(point)) continue;
      const int span = board_.last_minute - board_.first_minute;
      const int minute = board_.first_minute + span * (point.x - day.x - look().px(3)) /
                                                   std::max(1, day.width - look().px(6));
      const int stepped = (minute + step_minutes / 2) / step_minutes * step_minutes;
      return Board::Move{
          {}, board_.lines[line].key, column, std::clamp(stepped, 0, minutes_a_day - step_minutes)};
    }
  }
  return std::nullopt;
}

std::optional<Board::Move> BoardView::move_to(const wxPoint& point) const {
  auto place = place_at(point);
  if (!place) return std::nullopt;
  place->bar = held_;
  const int from = (place->from_minute - grip_minutes_) / step_minutes * step_minutes;
  place->from_minute = std::clamp(from, 0, minutes_a_day - step_minutes);
  return place;
}

// ---- the hand

void BoardView::down(const wxPoint& point) {
  SetFocus();
  down_ = point;
  if (const Board::Bar* bar = bar_at(point)) {
    held_ = bar->key;
    const auto place = place_at(point);
    grip_minutes_ = place ? place->from_minute - bar->from_minute : 0;
    cursor_ = static_cast<std::size_t>(bar - board_.bars.data());
  }
  if (!HasCapture()) CaptureMouse();
  Refresh();
}

void BoardView::drawn_to(const wxPoint& point) {
  if (!down_ || held_.empty()) return;
  const wxPoint went = point - *down_;
  const int far = look().px(drag_begins);
  if (!target_ && std::abs(went.x) < far && std::abs(went.y) < far) return;
  auto target = move_to(point);
  if (target == target_) return;
  target_ = std::move(target);
  told_ = target_ && board_.look ? board_.look(*target_) : std::nullopt;
  Refresh();
}

void BoardView::let_go(const wxPoint& point) {
  if (HasCapture()) ReleaseMouse();
  if (!down_) return;
  const bool moved = target_.has_value();
  const auto target = moved ? move_to(point) : std::nullopt;
  const std::string held = std::exchange(held_, {});
  down_.reset();
  target_.reset();
  told_.reset();
  Refresh();
  if (moved) {
    if (target && on_move) on_move({held, target->line, target->column, target->from_minute});
  } else if (!held.empty()) {
    if (on_open) on_open(held);
  } else if (const auto place = place_at(point)) {
    if (on_add) on_add(*place);
  }
}

void BoardView::key(wxKeyEvent& event) {
  const int code = event.GetKeyCode();
  const std::size_t count = board_.bars.size();
  if (count > 0 && (code == WXK_LEFT || code == WXK_UP)) {
    cursor_ = (cursor_ + count - 1) % count;
  } else if (count > 0 && (code == WXK_RIGHT || code == WXK_DOWN)) {
    cursor_ = (cursor_ + 1) % count;
  } else if (cursor_ < count && (code == WXK_RETURN || code == WXK_NUMPAD_ENTER) && on_open) {
    on_open(board_.bars[cursor_].key);
  } else {
    event.Skip();
  }
  Refresh();
}

// ---- drawing

void BoardView::draw(Painter& painter, const wxRect& area) {
  draw_told(painter);
  const wxRect board(area.x, look().px(told_height), area.width,
                     area.height - look().px(told_height));
  painter.round_rect(board, corner(), look().colours().card, look().colours().line, look().px(1));
  draw_head(painter);
  for (std::size_t line = 0; line < board_.lines.size(); ++line) draw_line(painter, line);
  for (const Board::Bar& bar : board_.bars)
    if (bar.key != held_ || !target_) draw_bar(painter, bar, area_of(bar), false);
  draw_coverage(painter);
  if (!target_) return;
  for (Board::Bar bar : board_.bars) {
    if (bar.key != held_) continue;
    const int minutes = bar.to_minute - bar.from_minute;
    bar.line = target_->line;
    bar.column = target_->column;
    bar.from_minute = target_->from_minute;
    bar.to_minute = target_->from_minute + minutes;
    if (told_ && told_->kind == Remark::Kind::mend) bar.kind = Board::Bar::Kind::needs_look;
    draw_bar(painter, bar, area_of(bar), true);
  }
}

// The sentence of what a move would mean; it has its place whether there is one or not.
void BoardView::draw_told(Painter& painter) {
  if (!told_) return;
  const Palette& colours = look().colours();
  const bool mend = told_->kind == Remark::Kind::mend;
  const wxRect room(0, 0, GetClientSize().x, look().px(told_height - 3));
  painter.round_rect(room, look().px(10), mend ? colours.mend_ground : colours.tint, wxColour(), 0);
  painter.label(said(told_->sentence, words_), wxRect(room).Deflate(look().px(12), 0),
                {.size = look().px(type::office_soft),
                 .bold = true,
                 .colour = mend ? colours.mend : colours.go_dark,
                 .across = Across::left});
}

void BoardView::draw_head(Painter& painter) {
  const Palette& colours = look().colours();
  const int top = look().px(told_height);
  for (int column = 0; column < static_cast<int>(board_.columns.size()); ++column) {
    const Board::Column& day = board_.columns[static_cast<std::size_t>(column)];
    wxRect place = cell(0, column);
    place.y = top;
    place.height = look().px(head_height);
    if (day.set_apart) {
      wxRect ground = place;
      ground.height = GetClientSize().y - top - look().px(6);
      painter.fill(wxRect(ground).Deflate(look().px(1), look().px(3)), colours.paper);
    }
    const std::string note = said(day.note, words_);
    const wxRect below = note.empty() ? wxRect() : cut_bottom(place, place.height / 2);
    painter.text(said(day.name, words_), place,
                 {.size = look().px(type::office_soft),
                  .bold = true,
                  .colour = colours.soft,
                  .across = Across::centre});
    if (!note.empty())
      painter.text(note, wxRect(below).Deflate(look().px(4), 0),
                   {.size = look().px(type::office_soft),
                    .colour = colours.ink,
                    .across = Across::centre});
    if (column > 0)
      painter.line(place.x, top + look().px(6), place.x, GetClientSize().y - look().px(6),
                   colours.line, 1);
  }
}

void BoardView::draw_line(Painter& painter, std::size_t line) {
  const Palette& colours = look().colours();
  const Board::Line& each = board_.lines[line];
  const int y = cell(line, 0).y;
  painter.hairline(look().px(10), GetClientSize().x - look().px(10), y);
  wxRect room(look().px(10), y, look().px(names_width - 14), look().px(line_height));
  if (!each.picture.empty()) {
    const int side = look().px(30);
    const wxRect picture = cut_left(room, side, look().px(8));
    painter.picture(each.picture, {picture.x, picture.y + (picture.height - side) / 2, side, side});
  }
  const std::string note = said(each.note, words_);
  const wxRect below = note.empty() ? wxRect() : cut_bottom(room, room.height * 42 / 100);
  painter.text(said(each.name, words_), room,
               {.size = look().px(type::office), .bold = true, .colour = colours.ink});
  if (!note.empty())
    painter.text(note, below, {.size = look().px(type::office_soft), .colour = colours.soft});
  for (const int column : each.away) {
    const wxRect place = wxRect(cell(line, column)).Deflate(look().px(5), look().px(9));
    painter.round_rect(place, look().px(8), colours.sand, wxColour(), 0);
    painter.text(
        "–", place,
        {.size = look().px(type::office), .colour = colours.soft, .across = Across::centre});
  }
}

void BoardView::draw_bar(Painter& painter, const Board::Bar& bar, const wxRect& area, bool held) {
  const Palette& colours = look().colours();
  const bool look_here = bar.kind == Board::Bar::Kind::needs_look;
  const bool open = bar.kind == Board::Bar::Kind::open;
  const bool aside = bar.kind == Board::Bar::Kind::aside;
  const bool marked = held || (HasFocus() && look().keyboard_in_use() &&
                               cursor_ < board_.bars.size() && board_.bars[cursor_].key == bar.key);
  painter.round_rect(area, look().px(8),
                     look_here ? colours.mend_ground
                     : open    ? colours.card
                     : aside   ? colours.sand
                               : colours.tint,
                     look_here ? colours.mend
                     : aside   ? colours.line
                               : colours.go,
                     look().px(marked ? 3 : 1));
  wxRect room = wxRect(area).Deflate(look().px(4), 0);
  const std::string words =
      (look_here ? "! " : "") + clock_text(bar.from_minute) + "–" + clock_text(bar.to_minute);
  const int side = look().px(20);
  const int wide = painter.text_width(words, look().px(type::office_soft), true);
  if (!bar.picture.empty() && room.width >= wide + side + look().px(4)) {
    const wxRect picture = cut_left(room, side, look().px(4));
    painter.picture(bar.picture, {picture.x, picture.y + (picture.height - side) / 2, side, side});
  }
  painter.text(words, room,
               {.size = look().px(type::office_soft),
                .bold = true,
                .colour = look_here ? colours.mend
                          : aside   ? colours.soft
                                    : colours.ink,
                .across = Across::centre});
}

// How many are there, hour by hour, against how many are wanted: a full block for each who is
// there, an empty one for each who is missing.
void BoardView::draw_coverage(Painter& painter) {
  const Palette& colours = look().colours();
  const int y = cell(board_.lines.size(), 0).y;
  painter.hairline(look().px(10), GetClientSize().x - look().px(10), y);
  painter.label(said(board_.coverage, words_),
                {look().px(10), y, look().px(names_width - 14), look().px(coverage_height)},
                {.size = look().px(type::office_soft), .colour = colours.soft});
  int most = 3;
  for (const Board::Column& day : board_.columns)
    for (std::size_t hour = 0; hour < day.there.size(); ++hour)
      most = std::max({most, day.there[hour], hour < day.wanted.size() ? day.wanted[hour] : 0});
  const int high = std::max(2, (look().px(coverage_height) - look().px(10)) / most);
  for (int column = 0; column < static_cast<int>(board_.columns.size()); ++column) {
    const Board::Column& day = board_.columns[static_cast<std::size_t>(column)];
    for (std::size_t hour = 0; hour < day.there.size(); ++hour) {
      const int from = board_.first_minute + static_cast<int>(hour) * 60;
      const int left = x_of(column, from);
      const int width = std::max(2, x_of(column, from + 60) - left - 1);
      const int wanted = hour < day.wanted.size() ? day.wanted[hour] : 0;
      for (int each = 0; each < std::max(day.there[hour], wanted); ++each) {
        const wxRect block(left, y + look().px(coverage_height - 4) - (each + 1) * high, width,
                           high - 1);
        if (each < day.there[hour])
          painter.fill(block, colours.go);
        else
          painter.round_rect(block, 0, colours.mend_ground, colours.mend, 1);
      }
    }
  }
}

}  // namespace tilia::ui
