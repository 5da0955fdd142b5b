#include "core/ui/key_pad.h"

#include <string>

#include "core/ui/cut.h"

namespace tilia::ui {

KeyPad::KeyPad(wxWindow* parent, const Look& look) : Control(parent, look) {
  SetWindowStyle(GetWindowStyle() | wxTAB_TRAVERSAL);
  for (const char digit : std::string("1234567890")) {
    auto* key = new ActionButton(this, look, ActionButton::Kind::key, std::string(1, digit));
    key->on_press = [this, digit](long at) {
      if (on_digit) on_digit(digit, at);
    };
    digits_.at(static_cast<std::size_t>(digit - '0')) = key;
  }
  back_ = new ActionButton(this, look, ActionButton::Kind::key, "\u232B");
  back_->on_press = [this](long at) {
    if (on_back) on_back(at);
  };
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    lay_out();
    event.Skip();
  });
}

wxSize KeyPad::own_size() const {
  const int wide = look().mm(target::key + 8);
  const int high = look().mm(target::key + 3);
  const int gap = look().mm(target::gap);
  return {3 * wide + 2 * gap, 4 * high + 3 * gap};
}

void KeyPad::lay_out() {
  const auto at = cells(GetClientRect(), 3, 4, look().mm(target::gap));
  for (std::size_t digit = 1; digit <= 9; ++digit) {
    digits_.at(digit)->place(at.at(digit - 1));
    digits_.at(digit)->set_ground(ground());
  }
  digits_.at(0)->place(at.at(10));
  back_->place(at.at(11));
  digits_.at(0)->set_ground(ground());
  back_->set_ground(ground());
}

}  // namespace tilia::ui
