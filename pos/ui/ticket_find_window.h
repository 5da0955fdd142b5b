// Finding a ticket by whose it is, its number, its place or the end of a telephone number; a
// scanner works too.
#pragma once

#include <array>
#include <memory>

#include "core/ui/text_label.h"
#include "pos/ui/letter_keys.h"
#include "pos/ui/place_window.h"
#include "pos/ui/ticket_row.h"
#include "pos/ui/tickets_screen.h"

namespace tilia::pos {

class TicketFindWindow final : public PlaceWindow {
 public:
  TicketFindWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override { return keys_ ? keys_->first() : nullptr; }

 private:
  void lay_out(const Rooms& rooms) override;
  void make_keys();

  ui::TextLabel* typed_;
  ui::TextLabel* none_;
  std::array<TicketRow*, TicketsScreen::tickets_found> rows_{};
  std::vector<std::string> letters_;  // those of the tickets that there are
  std::unique_ptr<LetterKeys> keys_;
  ui::ActionButton* erase_;
};

}  // namespace tilia::pos
