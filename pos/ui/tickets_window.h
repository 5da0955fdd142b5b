// The tickets of a laundry as cards: what is due earlier, today, tomorrow and later as tabs; or
// what nobody fetched, the longest waiting first.
#pragma once

#include <array>

#include "core/ui/text_label.h"
#include "pos/ui/place_window.h"
#include "pos/ui/ticket_row.h"
#include "pos/ui/tickets_screen.h"

namespace tilia::pos {

class TicketsWindow final : public PlaceWindow {
 public:
  TicketsWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override;

 private:
  void lay_out(const Rooms& rooms) override;
  void press_row(std::size_t which);
  void refresh_due();
  void refresh_unclaimed();
  [[nodiscard]] std::string tab_text(TicketsScreen::When when) const;

  std::array<ui::ActionButton*, TicketsScreen::tab_count> tabs_{};
  std::array<TicketRow*, TicketsScreen::tickets_on_page> rows_{};
  ui::TextLabel* question_;
  ui::TextLabel* none_;
  ui::ActionButton* find_;
  ui::ActionButton* unclaimed_;
  ui::ActionButton* previous_;
  ui::ActionButton* next_;
};

}  // namespace tilia::pos
