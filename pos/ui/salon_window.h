// The salon's day: the picture of it on the left, who waits and who sits in the chair on the right.
#pragma once

#include <array>

#include "core/ui/card.h"
#include "core/ui/text_label.h"
#include "pos/ui/day_board.h"
#include "pos/ui/place_window.h"
#include "pos/ui/visit_row.h"

namespace tilia::pos {

class SalonWindow final : public PlaceWindow {
 public:
  SalonWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] DayBoard& board() { return *board_; }

 private:
  static constexpr std::size_t rows_at_once = 6;
  void lay_out(const Rooms& rooms) override;
  void lay_out_list(const wxRect& area);
  void refresh_list();
  [[nodiscard]] VisitFace face_of(const Visit& visit) const;

  ui::ActionButton* day_before_;
  ui::ActionButton* today_;
  ui::ActionButton* day_after_;
  ui::ActionButton* selling_;
  DayBoard* board_;
  ui::ActionButton* earlier_;
  ui::ActionButton* later_;
  ui::ActionButton* chairs_;
  ui::ActionButton* columns_;
  ui::Card* card_;
  ui::TextLabel* who_is_here_;
  ui::TextLabel* nobody_;
  ui::ActionButton* comes_;
  ui::ActionButton* more_;
  std::array<VisitRow*, rows_at_once> rows_{};
  std::vector<VisitId> listed_;
  std::size_t first_row_ = 0;
};

}  // namespace tilia::pos
