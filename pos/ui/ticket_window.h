// One ticket of a laundry: its pieces, where each is, and the next step of all of them or of those
// that were tapped; what is paid, and handing over.
#pragma once

#include <array>

#include "core/ui/amount_label.h"
#include "core/ui/card.h"
#include "core/ui/text_label.h"
#include "core/ui/tile.h"
#include "pos/ui/place_window.h"
#include "pos/ui/ticket_row.h"
#include "pos/ui/whose_card.h"

namespace tilia::pos {

class TicketWindow final : public PlaceWindow {
 public:
  TicketWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;

 private:
  static constexpr std::size_t most_rows = 6;
  void lay_out(const Rooms& rooms) override;
  void refresh_pieces();
  void refresh_card();
  void refresh_action();

  ui::TextLabel* what_;
  ui::ActionButton* all_;
  ui::ActionButton* up_;
  ui::ActionButton* down_;
  std::array<PieceRow*, most_rows> rows_{};
  ui::TextLabel* in_bag_;
  std::optional<WhoseCard> card_;  // made in its place among the controls
  ui::ActionButton* hand_over_;
  ui::ActionButton* went_wrong_;
  ui::ActionButton* more_;
  std::size_t first_ = 0;
  std::size_t rows_shown_ = most_rows;
};

}  // namespace tilia::pos
