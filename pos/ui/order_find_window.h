// Finding an order by its customer's name, its number or the end of a telephone number; a scanner
// works too.
#pragma once

#include <array>
#include <memory>

#include "core/ui/text_label.h"
#include "pos/ui/letter_keys.h"
#include "pos/ui/order_row.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class OrderFindWindow final : public PlaceWindow {
 public:
  OrderFindWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override { return keys_ ? keys_->first() : nullptr; }

 private:
  void lay_out(const Rooms& rooms) override;
  void make_keys();

  ui::TextLabel* typed_;
  ui::TextLabel* none_;
  std::array<OrderRow*, OrdersScreen::orders_found> rows_{};
  std::vector<std::string> letters_;  // those of the orders that there are
  std::unique_ptr<LetterKeys> keys_;
  ui::ActionButton* erase_;
};

}  // namespace tilia::pos
