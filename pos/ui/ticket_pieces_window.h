// What is in somebody's bag: articles to tap on the left, each piece that was noted on the right.
#pragma once

#include <array>

#include "core/ui/card.h"
#include "core/ui/text_label.h"
#include "core/ui/tile.h"
#include "pos/ui/place_window.h"
#include "pos/ui/ticket_row.h"
#include "pos/ui/tickets_screen.h"

namespace tilia::pos {

class TicketPiecesWindow final : public PlaceWindow {
 public:
  TicketPiecesWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override;

 private:
  static constexpr std::size_t most_rows = 5;
  void lay_out(const Rooms& rooms) override;
  void refresh_pieces();
  [[nodiscard]] const TicketIntake& intake() const { return counter().tickets().intake(); }
  void at_intake(const std::function<void(TicketIntake&)>& what);

  ui::TextLabel* question_;
  std::array<ui::Tile*, TicketIntake::articles_on_page> tiles_{};
  ui::ActionButton* previous_;
  ui::ActionButton* next_;
  ui::ActionButton* marks_;
  ui::ActionButton* away_;
  ui::TextLabel* many_;
  ui::TextLabel* none_;
  ui::ActionButton* up_;
  ui::ActionButton* down_;
  std::array<PieceRow*, most_rows> rows_{};
  std::size_t first_ = 0;
  std::size_t rows_shown_ = most_rows;
  std::size_t pieces_seen_ = 0;  // so that a new one is scrolled to
};

}  // namespace tilia::pos
