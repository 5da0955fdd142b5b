// One order: what of it, for whom and when, what is paid; and a new one as it will be, before it is
// placed.
#pragma once

#include <array>

#include "core/ui/amount_label.h"
#include "core/ui/card.h"
#include "core/ui/text_label.h"
#include "core/ui/tile.h"
#include "pos/ui/place_window.h"
#include "pos/ui/tray_row.h"
#include "pos/ui/whose_card.h"

namespace tilia::pos {

class OrderWindow final : public PlaceWindow {
 public:
  OrderWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;

 private:
  static constexpr std::size_t most_rows = 6;
  void lay_out(const Rooms& rooms) override;
  void refresh_lines(const std::vector<OrderLine>& lines);
  void refresh_opened();
  void refresh_new();
  [[nodiscard]] std::string when(const Day& day, std::optional<int> minute) const;

  ui::TextLabel* what_;
  ui::ActionButton* up_;
  ui::ActionButton* down_;
  std::array<TrayRow*, most_rows> rows_{};
  ui::TextLabel* none_;
  std::optional<WhoseCard> card_;  // made in its place among the controls
  ui::ActionButton* pay_early_;
  ui::ActionButton* leave_out_;
  ui::ActionButton* slip_;
  ui::ActionButton* same_again_;
  std::size_t first_ = 0;
  std::size_t rows_shown_ = most_rows;
  std::size_t lines_ = 0;
};

}  // namespace tilia::pos
