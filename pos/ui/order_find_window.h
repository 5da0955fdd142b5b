// Finding an order by its customer's name, its number or the end of a telephone number; a scanner
// works too.
#pragma once

#include <array>

#include "pos/ui/letter_find_window.h"
#include "pos/ui/order_row.h"

namespace tilia::pos {

class OrderFindWindow final : public LetterFindWindow {
 public:
  OrderFindWindow(wxWindow* parent, const Desk& desk);

 private:
  [[nodiscard]] Shown shown() const override;
  void show_row(std::size_t which) override;

  std::array<OrderRow*, most_found> faces_{};
};

}  // namespace tilia::pos
