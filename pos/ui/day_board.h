// The picture of a salon's day: a column for each person or chair, time downwards, a coloured block
// for each service. It draws what SalonDay knows; a finger taps a place or draws a block to
// another, keys go from place to place.
#pragma once

#include <functional>
#include <optional>

#include "core/phrase.h"
#include "core/ui/control.h"
#include "pos/ui/salon_day.h"

namespace tilia::pos {

class DayBoard final : public ui::Control {
 public:
  static constexpr double pixels_of_half_hour_mm = 12;  // a finger's size

  DayBoard(wxWindow* parent, const ui::Look& look, const Words& words);

  std::function<void(long at_milliseconds, const SalonDay::Spot&)> on_tap;
  std::function<void(long at_milliseconds, const SalonDay::Spot&, const SalonDay::Spot&)> on_drag;

  // Another day begins where it is interesting: now, else in the morning.
  void show(const SalonDay& salon);
  [[nodiscard]] bool can_scroll(int by) const;
  void scroll(int by);  // a page up or down
  // Columns that there is no room for stand on the next page.
  [[nodiscard]] bool has_more_columns() const;
  void turn_columns();

  // Where a block or a free place is drawn; for fingers of tests.
  [[nodiscard]] wxPoint point_of(const SalonDay::Spot& spot) const;

 protected:
  void draw(ui::Painter& painter, const wxRect& area) override;

 private:
  [[nodiscard]] int column_count() const;
  [[nodiscard]] wxRect column_area(int shown) const;
  [[nodiscard]] int height_of(std::int64_t minutes) const;
  [[nodiscard]] int y_of(const Instant& at) const;
  [[nodiscard]] wxRect area_of(const SalonDay::Block& block) const;
  [[nodiscard]] std::optional<SalonDay::Spot> spot_at(const wxPoint& point) const;
  [[nodiscard]] std::optional<SalonDay::Spot> tapped_at(const wxPoint& point) const;
  [[nodiscard]] int lowest_scroll() const;
  void draw_heads(ui::Painter& painter);
  void draw_ground(ui::Painter& painter);
  void draw_hours(ui::Painter& painter);
  void draw_block(ui::Painter& painter, const SalonDay::Block& block);
  void draw_words(ui::Painter& painter, const SalonDay::Block& block, wxRect room);
  void draw_cursor(ui::Painter& painter);
  void draw_now(ui::Painter& painter);
  void key(wxKeyEvent& event);
  void move_cursor(int columns, int steps);
  void pressed(long at_milliseconds);

  const Words& words_;
  const SalonDay* salon_ = nullptr;
  std::optional<Day> day_;
  std::optional<Stretch> stretch_;
  int scroll_ = 0;  // pixels
  std::size_t first_column_ = 0;
  std::optional<wxPoint> down_;
  std::optional<wxPoint> finger_;
  std::size_t cursor_column_ = 0;
  int cursor_step_ = 0;
};

}  // namespace tilia::pos
