// Draws a Board and lets a hand work at it: a bar is drawn to another place, a tap opens it, a tap
// on an empty place adds one. While a bar is held, what the move would mean stands above the board;
// nothing is changed before it is let go. Keys: arrows go from bar to bar, Enter opens.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/ui/office/block.h"
#include "core/ui/office/page.h"

namespace tilia::ui {

class BoardView final : public Block {
 public:
  BoardView(wxWindow* parent, const Look& look, Board board, const Words& words);

  std::function<void(const std::string& bar)> on_open;
  std::function<void(const Board::Move& place)> on_add;  // its bar is empty
  std::function<void(const Board::Move& move)> on_move;

  [[nodiscard]] int height_for(int width) const override;
  // Where a bar or a place is drawn; for fingers of tests.
  [[nodiscard]] wxRect area_of_bar(const std::string& bar) const;
  [[nodiscard]] wxPoint point_of(const Board::Move& place) const;

 protected:
  void draw(Painter& painter, const wxRect& area) override;
  [[nodiscard]] int corner() const override { return look().px(14); }

 private:
  static constexpr int step_minutes = 15;

  [[nodiscard]] wxRect cell(std::size_t line, int column) const;
  [[nodiscard]] int x_of(int column, int minute) const;
  [[nodiscard]] wxRect area_of(const Board::Bar& bar) const;
  [[nodiscard]] const Board::Bar* bar_at(const wxPoint& point) const;
  [[nodiscard]] std::optional<Board::Move> place_at(const wxPoint& point) const;
  [[nodiscard]] std::optional<Board::Move> move_to(const wxPoint& point) const;
  [[nodiscard]] std::size_t index_of(const std::string& line) const;
  void bind_mouse();
  void tell_of(const wxPoint& point);
  void down(const wxPoint& point);
  void drawn_to(const wxPoint& point);
  void let_go(const wxPoint& point);
  void key(wxKeyEvent& event);
  void draw_head(Painter& painter);
  void draw_line(Painter& painter, std::size_t line);
  void draw_bar(Painter& painter, const Board::Bar& bar, const wxRect& area, bool held);
  void draw_coverage(Painter& painter);
  void draw_told(Painter& painter);

  Board board_;
  const Words& words_;
  std::optional<wxPoint> down_;
  std::string held_;                   // the bar under the finger
  int grip_minutes_ = 0;               // where in the bar it is held
  std::optional<Board::Move> target_;  // where it would be let go
  std::optional<Remark> told_;         // what that would mean
  std::size_t cursor_ = 0;             // bar that the keys are on
  int pointed_ = -1;                   // column whose head the pointer is on
};

}  // namespace tilia::ui
