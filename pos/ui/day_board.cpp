#include "pos/ui/day_board.h"

#include <algorithm>
#include <cmath>

#include "core/ui/cut.h"
#include "pos/ui/visit_look.h"

namespace tilia::pos {
namespace {

constexpr double head_mm = 13;
constexpr double gutter_mm = 16;
constexpr double narrowest_column_mm = 34;
constexpr double drag_begins_mm = 4;
constexpr std::int64_t minute = 60;

}  // namespace

DayBoard::DayBoard(wxWindow* parent, const ui::Look& look, const Words& words)
    : Control(parent, look), words_(words) {
  on_press = [this](long at) { pressed(at); };
  Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
    down_ = event.GetPosition();
    finger_ = down_;
    event.Skip();
  });
  Bind(wxEVT_LEFT_DCLICK, [this](wxMouseEvent& event) {
    down_ = event.GetPosition();
    finger_ = down_;
    event.Skip();
  });
  Bind(wxEVT_MOTION, [this](wxMouseEvent& event) {
    if (down_) {
      finger_ = event.GetPosition();
      Refresh();
    }
    event.Skip();
  });
  Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
    finger_ = event.GetPosition();
    event.Skip();
    CallAfter([this] {
      down_.reset();
      finger_.reset();
      Refresh();
    });
  });
  Bind(wxEVT_MOUSEWHEEL,
       [this](wxMouseEvent& event) { scroll(event.GetWheelRotation() < 0 ? 1 : -1); });
  Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent& event) {
    down_.reset();
    finger_.reset();
    event.Skip();
  });
  Bind(wxEVT_KEY_DOWN, &DayBoard::key, this);
}

void DayBoard::show(const SalonDay& salon) {
  salon_ = &salon;
  // Until it is laid out nobody knows what is in sight.
  if (GetClientSize().GetHeight() < 2 * look().mm(head_mm)) return;
  const bool other = day_ != salon.day() || stretch_ != salon.shown();
  day_ = salon.day();
  stretch_ = salon.shown();
  if (first_column_ >= salon.columns().size()) first_column_ = 0;
  if (cursor_column_ >= salon.columns().size()) cursor_column_ = 0;
  if (other) {
    scroll_ = 0;
    const std::int64_t minutes = stretch_->from.seconds_until(salon.now()) / minute;
    const bool now_shown = salon.is_today() && minutes > 0;
    if (now_shown) scroll_ = height_of(minutes) - GetClientSize().GetHeight() / 4;
    cursor_step_ = now_shown ? static_cast<int>(minutes) / SalonDay::step_minutes : 0;
  }
  scroll_ = std::clamp(scroll_, 0, lowest_scroll());
  Refresh();
}

// ---- where things stand

int DayBoard::height_of(std::int64_t minutes) const {
  return static_cast<int>(
      std::lround(static_cast<double>(minutes) * look().mm(pixels_of_half_hour_mm) / 30.0));
}

int DayBoard::lowest_scroll() const {
  if (!stretch_) return 0;
  const int whole = height_of(stretch_->from.seconds_until(stretch_->until) / minute);
  const int room = GetClientSize().GetHeight() - look().mm(head_mm);
  return std::max(0, whole + look().px(12) - room);
}

bool DayBoard::can_scroll(int by) const { return by < 0 ? scroll_ > 0 : scroll_ < lowest_scroll(); }

void DayBoard::scroll(int by) {
  const int page = (GetClientSize().GetHeight() - look().mm(head_mm)) * 3 / 4;
  scroll_ = std::clamp(scroll_ + by * page, 0, lowest_scroll());
  Refresh();
}

int DayBoard::column_count() const {
  const int room = GetClientSize().GetWidth() - look().mm(gutter_mm);
  const int fit = std::max(1, room / look().mm(narrowest_column_mm));
  const auto all = static_cast<int>(salon_->columns().size());
  return std::max(1, std::min(fit, all));
}

bool DayBoard::has_more_columns() const {
  return salon_ != nullptr && static_cast<std::size_t>(column_count()) < salon_->columns().size();
}

void DayBoard::turn_columns() {
  first_column_ += static_cast<std::size_t>(column_count());
  if (first_column_ >= salon_->columns().size()) first_column_ = 0;
  Refresh();
}

// `shown`: from the left, 0 the first that is shown.
wxRect DayBoard::column_area(int shown) const {
  const wxSize size = GetClientSize();
  const int left = look().mm(gutter_mm);
  const int width = (size.GetWidth() - left) / column_count();
  return {left + shown * width, look().mm(head_mm), width, size.GetHeight() - look().mm(head_mm)};
}

int DayBoard::y_of(const Instant& at) const {
  return look().mm(head_mm) + look().px(6) - scroll_ +
         height_of(stretch_->from.seconds_until(at) / minute);
}

wxRect DayBoard::area_of(const SalonDay::Block& block) const {
  const wxRect column =
      column_area(static_cast<int>(block.column) - static_cast<int>(first_column_));
  const int top = y_of(block.when.from);
  return wxRect(column.x, top, column.width, y_of(block.when.until) - top)
      .Deflate(look().px(4), look().px(1));
}

wxPoint DayBoard::point_of(const SalonDay::Spot& spot) const {
  const wxRect column =
      column_area(static_cast<int>(spot.column) - static_cast<int>(first_column_));
  return {column.x + column.width / 2, y_of(spot.at) + look().px(2)};
}

std::optional<SalonDay::Spot> DayBoard::spot_at(const wxPoint& point) const {
  if (salon_ == nullptr || !stretch_ || point.y < look().mm(head_mm)) return std::nullopt;
  const wxRect first = column_area(0);
  if (point.x < first.x) return std::nullopt;
  const std::size_t column =
      first_column_ + static_cast<std::size_t>((point.x - first.x) / first.width);
  if (column >= salon_->columns().size()) return std::nullopt;
  const std::int64_t minutes =
      std::int64_t{point.y - y_of(stretch_->from)} * 30 / look().mm(pixels_of_half_hour_mm);
  const Instant when = stretch_->from.plus_seconds(minute * minutes);
  if (when < stretch_->from || when >= stretch_->until) return std::nullopt;
  return SalonDay::Spot{column, when};
}

// A short block is as large as a finger for whoever taps beside it.
std::optional<SalonDay::Spot> DayBoard::tapped_at(const wxPoint& point) const {
  const auto spot = spot_at(point);
  if (!spot || salon_->moving() || salon_->block_at(*spot) != nullptr) return spot;
  for (const SalonDay::Block& block : salon_->blocks()) {
    const wxRect drawn = area_of(block);
    const int more = (look().mm(ui::target::least) - drawn.height) / 2;
    if (block.column == spot->column && more > 0 && point.y >= drawn.y - more &&
        point.y <= drawn.GetBottom() + more)
      return SalonDay::Spot{spot->column, block.when.from};
  }
  return spot;
}

// ---- pressing

void DayBoard::pressed(long at_milliseconds) {
  if (salon_ == nullptr || !stretch_ || salon_->columns().empty()) return;
  if (!down_) {  // by a key
    const SalonDay::Spot spot{cursor_column_, stretch_->from.plus_seconds(
                                                  minute * SalonDay::step_minutes * cursor_step_)};
    if (on_tap) on_tap(at_milliseconds, spot);
    return;
  }
  const auto from = tapped_at(*down_);
  const auto to = spot_at(finger_.value_or(*down_));
  const wxPoint went = finger_.value_or(*down_) - *down_;
  const int far = look().mm(drag_begins_mm);
  const bool drawn = std::abs(went.x) > far || std::abs(went.y) > far;
  if (!from) return;
  if (drawn && to && salon_->block_at(*from) != nullptr) {
    if (on_drag) on_drag(at_milliseconds, *from, *to);
  } else if (!drawn && on_tap) {
    on_tap(at_milliseconds, *from);
  }
}

void DayBoard::key(wxKeyEvent& event) {
  switch (event.GetKeyCode()) {
    case WXK_LEFT: return move_cursor(-1, 0);
    case WXK_RIGHT: return move_cursor(1, 0);
    case WXK_UP: return move_cursor(0, -1);
    case WXK_DOWN: return move_cursor(0, 1);
    default: event.Skip();
  }
}

void DayBoard::move_cursor(int columns, int steps) {
  if (salon_ == nullptr || !stretch_ || salon_->columns().empty()) return;
  const auto last_column = static_cast<int>(salon_->columns().size()) - 1;
  const int column = std::clamp(static_cast<int>(cursor_column_) + columns, 0, last_column);
  cursor_column_ = static_cast<std::size_t>(column);
  const std::int64_t minutes = stretch_->from.seconds_until(stretch_->until) / minute;
  const int last_step = static_cast<int>(minutes) / SalonDay::step_minutes - 1;
  cursor_step_ = std::clamp(cursor_step_ + steps, 0, last_step);
  while (cursor_column_ < first_column_ ||
         cursor_column_ >= first_column_ + static_cast<std::size_t>(column_count()))
    turn_columns();
  const int top = height_of(std::int64_t{cursor_step_} * SalonDay::step_minutes);
  const int room = GetClientSize().GetHeight() - look().mm(head_mm);
  const int step = height_of(SalonDay::step_minutes);
  if (top < scroll_) scroll_ = top;
  if (top + 2 * step > scroll_ + room) scroll_ = top + 2 * step - room;
  scroll_ = std::clamp(scroll_, 0, lowest_scroll());
  Refresh();
}

// ---- drawing

void DayBoard::draw(ui::Painter& painter, const wxRect& area) {
  painter.round_rect(area, corner(), look().colours().card, look().colours().line, look().px(2));
  if (salon_ == nullptr || !stretch_) return;
  draw_ground(painter);
  draw_hours(painter);
  for (const SalonDay::Block& block : salon_->blocks()) draw_block(painter, block);
  draw_now(painter);
  draw_cursor(painter);
  draw_heads(painter);
  painter.round_rect(area, corner(), wxNullColour, look().colours().line, look().px(2));
}

// Not free is sand, whatever the reason; free is white, and green while something is on the move.
void DayBoard::draw_ground(ui::Painter& painter) {
  const ui::Palette& palette = look().colours();
  for (int shown = 0; shown < column_count(); ++shown) {
    const std::size_t at = first_column_ + static_cast<std::size_t>(shown);
    if (at >= salon_->columns().size()) break;
    const wxRect column = wxRect(column_area(shown)).Deflate(look().px(2), 0);
    const wxRect visible(column.x, column.y, column.width - look().px(2),
                         column.height - look().px(8));
    painter.fill(visible, palette.sand);
    for (const Stretch& free : salon_->free().at(at)) {
      wxRect part(column.x, y_of(free.from), column.width, y_of(free.until) - y_of(free.from));
      part.Intersect(visible);
      if (!part.IsEmpty()) painter.fill(part, salon_->moving() ? palette.tint : palette.card);
    }
  }
}

void DayBoard::draw_hours(ui::Painter& painter) {
  const ui::Palette& palette = look().colours();
  const wxSize size = GetClientSize();
  const int top = look().mm(head_mm);
  for (Instant hour = stretch_->from; hour <= stretch_->until;
       hour = hour.plus_seconds(60 * minute)) {
    const int y = y_of(hour);
    if (y < top || y > size.GetHeight() - look().px(6)) continue;
    painter.hairline(look().mm(gutter_mm), size.GetWidth() - look().px(4), y);
    // The first hour stands at the heads of the columns: its name below its line, not half hidden.
    const int above = std::min(look().px(13), y - top - look().px(2));
    const wxRect words(look().px(4), y - above, look().mm(gutter_mm) - look().px(10),
                       look().px(26));
    if (words.GetBottom() < size.GetHeight())
      painter.text(salon_->zone().local_time_text(hour), words,
                   {.size = look().px(ui::type::counter_least),
                    .bold = false,
                    .colour = palette.soft,
                    .across = ui::Across::right});
  }
}

void DayBoard::draw_heads(ui::Painter& painter) {
  const ui::Palette& palette = look().colours();
  const int height = look().mm(head_mm);
  const wxSize size = GetClientSize();
  painter.fill({look().px(6), look().px(3), size.GetWidth() - look().px(12), height - look().px(3)},
               palette.card);
  for (int shown = 0; shown < column_count(); ++shown) {
    const std::size_t at = first_column_ + static_cast<std::size_t>(shown);
    if (at >= salon_->columns().size()) break;
    const SalonColumn& column = *salon_->columns()[at];
    const wxRect below = column_area(shown);
    wxRect head(below.x, look().px(3), below.width, height - look().px(4));
    head.Deflate(look().px(8), look().px(2));
    const int side = std::min(head.height, look().px(38));
    const int words =
        std::min(painter.text_width(column.name, look().px(ui::type::counter), true) + look().px(4),
                 head.width - side - look().px(6));
    const int left = head.x + std::max(0, (head.width - side - look().px(6) - words) / 2);
    painter.picture(column.picture, {left, head.y + (head.height - side) / 2, side, side});
    painter.label(column.name, {left + side + look().px(6), head.y, words, head.height},
                  {.size = look().px(ui::type::counter),
                   .bold = true,
                   .colour = palette.ink,
                   .across = ui::Across::left});
  }
  painter.hairline(look().px(6), size.GetWidth() - look().px(6), height);
}

void DayBoard::draw_block(ui::Painter& painter, const SalonDay::Block& block) {
  const auto last = first_column_ + static_cast<std::size_t>(column_count());
  if (block.column < first_column_ || block.column >= last) return;
  const Visit& visit = salon_->on_the_day().at(block.visit);
  const VisitLook shown = visit_look(visit.state, look().colours());
  wxRect area = area_of(block);
  const bool on_the_move = salon_->moving() && salon_->opened().id == visit.id;
  const bool held = down_ && finger_ && wxRect(area).Contains(*down_);
  if (held) area.Offset(*finger_ - *down_);
  // Under the heads nothing shows.
  const int top = look().mm(head_mm) + look().px(1);
  if (area.GetBottom() <= top) return;
  if (area.y < top) {
    area.height -= top - area.y;
    area.y = top;
  }
  area.height = std::min(area.height, GetClientSize().GetHeight() - look().px(5) - area.y);
  if (area.height <= look().px(4)) return;
  painter.round_rect(area, look().px(10), shown.ground,
                     on_the_move || held ? look().colours().mend : shown.edge,
                     look().px(on_the_move || held ? 5 : 3));
  draw_words(painter, block, wxRect(area).Deflate(look().px(6), look().px(3)));
}

void DayBoard::draw_words(ui::Painter& painter, const SalonDay::Block& block, wxRect room) {
  const Visit& visit = salon_->on_the_day().at(block.visit);
  const VisitService& service = visit.services.at(block.service);
  const VisitLook shown = visit_look(visit.state, look().colours());
  const int line = look().px(26);
  if (room.height < look().px(8)) return;  // its colour and place say it; a tap says the rest
  const int side = std::min(room.height, look().px(34));
  const std::string of_service = salon_->article_picture(service.article);
  painter.picture(visit_picture(visit, of_service),
                  {room.x, room.y + (std::min(room.height, look().px(38)) - side) / 2, side, side});
  const int mark = std::min(side, look().px(24));
  painter.picture(shown.mark, {room.GetRight() + 1 - mark, room.y, mark, mark});
  if (room.height < look().px(18)) return;
  const ui::TextStyle style{.size = look().px(ui::type::counter_least),
                            .bold = true,
                            .colour = shown.ink,
                            .across = ui::Across::left};
  wxRect words(room.x + side + look().px(6), room.y, room.width - side - mark - look().px(12),
               room.height);
  const std::string when = salon_->zone().local_time_text(service.start);
  const std::string what = visit.name.empty() ? salon_->article_name(service.article) : visit.name;
  const int width = painter.text_width(when, style.size, true);
  if (words.width < width) return;
  const wxRect first(words.x, words.y, words.width, std::min(words.height, line));
  const wxRect beside(first.x + width + look().px(8), first.y, first.width - width - look().px(8),
                      first.height);
  painter.text(when, wxRect(first.x, first.y, width + look().px(2), first.height), style);
  ui::TextStyle plain = style;
  plain.bold = false;
  wxRect below(room.x + side + look().px(6), first.GetBottom() + 1,
               room.GetRight() - room.x - side - look().px(6), words.height - first.height);
  if (below.height >= line) {
    if (painter.label_fits(what, below.GetSize(), plain)) painter.label(what, below, plain);
  } else if (beside.width > look().px(30) &&
             painter.text_width(what, plain.size, false) <= beside.width) {
    painter.text(what, beside, plain);
  }
}

void DayBoard::draw_cursor(ui::Painter& painter) {
  if (!HasFocus() || !look().keyboard_in_use() || salon_->columns().empty()) return;
  if (cursor_column_ < first_column_) return;
  const auto shown = static_cast<int>(cursor_column_ - first_column_);
  if (shown >= column_count()) return;
  const wxRect column = column_area(shown);
  const Instant at = stretch_->from.plus_seconds(minute * SalonDay::step_minutes * cursor_step_);
  painter.round_rect({column.x + look().px(2), y_of(at), column.width - look().px(4),
                      height_of(SalonDay::step_minutes)},
                     look().px(6), wxNullColour, look().colours().got, look().px(4));
}

void DayBoard::draw_now(ui::Painter& painter) {
  if (!salon_->is_today()) return;
  const Instant now = salon_->now();
  if (now < stretch_->from || now > stretch_->until) return;
  const int y = y_of(now);
  if (y < look().mm(head_mm)) return;
  painter.line(look().mm(gutter_mm) - look().px(8), y, GetClientSize().GetWidth() - look().px(6), y,
               look().colours().go, look().px(3));
}

}  // namespace tilia::pos
