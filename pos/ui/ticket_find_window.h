// Finding a ticket by whose it is, its number, its place or the end of a telephone number; a
// scanner works too.
#pragma once

#include <array>

#include "pos/ui/letter_find_window.h"
#include "pos/ui/ticket_row.h"

namespace tilia::pos {

class TicketFindWindow final : public LetterFindWindow {
 public:
  TicketFindWindow(wxWindow* parent, const Desk& desk);

 private:
  [[nodiscard]] Shown shown() const override;
  void show_row(std::size_t which) override;

  std::array<TicketRow*, most_found> faces_{};
};

}  // namespace tilia::pos
