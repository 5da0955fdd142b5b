// A name for an order or a ticket, and a telephone number where somebody likes to give one; who was
// here before is offered as soon as she is meant.
#pragma once

#include <array>
#include <memory>

#include "core/ui/text_label.h"
#include "pos/ui/letter_keys.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class OrderNameWindow final : public PlaceWindow {
 public:
  OrderNameWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override;

 private:
  void lay_out(const Rooms& rooms) override;
  [[nodiscard]] std::unique_ptr<LetterKeys> keys_of(const std::vector<std::string>& keys);

  ui::TextLabel* question_;
  ui::ActionButton* name_;
  ui::ActionButton* phone_;
  ui::ActionButton* erase_;
  ui::TextLabel* known_word_;
  std::array<ui::ActionButton*, WhoseAsked::customers_known> known_{};
  std::unique_ptr<LetterKeys> letters_;
  std::unique_ptr<LetterKeys> digits_;
};

}  // namespace tilia::pos
