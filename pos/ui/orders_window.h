// The orders of a day as cards, the days as tabs.
#pragma once

#include <array>

#include "core/ui/text_label.h"
#include "pos/ui/order_row.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class OrdersWindow final : public PlaceWindow {
 public:
  OrdersWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override;

 private:
  static constexpr std::size_t tabs_at_once = 5;
  void lay_out(const Rooms& rooms) override;
  void refresh_tabs();
  [[nodiscard]] std::string tab_text(const OrdersScreen::Tab& tab) const;

  std::array<ui::ActionButton*, tabs_at_once + 1> tabs_{};
  std::size_t first_tab_ = 0;
  std::array<OrderRow*, OrdersScreen::orders_on_page> rows_{};
  ui::TextLabel* none_;
  ui::ActionButton* find_;
  ui::ActionButton* bake_;
  ui::ActionButton* previous_;
  ui::ActionButton* next_;
};

}  // namespace tilia::pos
