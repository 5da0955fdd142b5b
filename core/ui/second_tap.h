// A shaking hand taps twice, and the second tap meets the next screen's button in the same place. A
// tap that comes this soon after a screen has changed was meant for the screen before, and does
// nothing.
#pragma once

#include <cstdint>

namespace tilia::ui {

class SecondTap {
 public:
  static constexpr std::int64_t soon_milliseconds = 400;

  void screen_changed(std::int64_t at_milliseconds) {
    changed_at_ = at_milliseconds;
    changed_ = true;
  }
  [[nodiscard]] bool is_stray(std::int64_t at_milliseconds) const;

 private:
  std::int64_t changed_at_ = 0;
  bool changed_ = false;
};

}  // namespace tilia::ui
