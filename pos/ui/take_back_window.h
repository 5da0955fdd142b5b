// What of a receipt comes back: each line with its picture, one more and one less, or all of it.
#pragma once

#include <array>

#include "core/ui/amount_label.h"
#include "core/ui/card.h"
#include "core/ui/step_button.h"
#include "core/ui/text_label.h"
#include "pos/ui/place_window.h"
#include "pos/ui/tray_row.h"

namespace tilia::pos {

class TakeBackWindow final : public PlaceWindow {
 public:
  TakeBackWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override;

 private:
  static constexpr std::size_t rows_at_once = 4;
  struct Row {
    TrayRow* row = nullptr;
    ui::StepButton* less = nullptr;
    ui::StepButton* more = nullptr;
  };
  void lay_out(const Rooms& rooms) override;
  void refresh_rows();
  // Of goods, of a voucher or a payment, of a gift.
  [[nodiscard]] TrayFace face_of(std::size_t line) const;
  [[nodiscard]] std::size_t line_of(std::size_t row) const { return first_line_ + row; }

  ui::TextLabel* question_;
  ui::Card* receipt_;
  std::array<Row, rows_at_once> rows_;
  ui::ActionButton* up_;
  ui::ActionButton* down_;
  ui::Card* sum_;
  ui::TextLabel* number_;
  ui::AmountLabel* back_;
  ui::ActionButton* all_;
  std::size_t first_line_ = 0;
};

}  // namespace tilia::pos
