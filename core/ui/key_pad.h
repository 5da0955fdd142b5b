// Ten digits and a step back, each a target for a thumb. What was typed is kept by the screen, not
// here.
#pragma once

#include <array>
#include <functional>

#include "core/ui/action_button.h"

namespace tilia::ui {

class KeyPad final : public Control {
 public:
  KeyPad(wxWindow* parent, const Look& look);

  std::function<void(char digit, long at_milliseconds)> on_digit;
  std::function<void(long at_milliseconds)> on_back;
  // Its keys have millimetres, so it has a size of its own.
  [[nodiscard]] wxSize own_size() const;

 protected:
  void draw(Painter&, const wxRect&) override {}
  [[nodiscard]] bool pressable() const override { return false; }

 private:
  void lay_out();

  std::array<ActionButton*, 10> digits_{};
  ActionButton* back_;
};

}  // namespace tilia::ui
