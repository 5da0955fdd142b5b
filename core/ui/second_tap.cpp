#include "core/ui/second_tap.h"

namespace tilia::ui {

bool SecondTap::is_stray(std::int64_t at_milliseconds) const {
  const std::int64_t since = at_milliseconds - changed_at_;
  return changed_ && since >= 0 && since < soon_milliseconds;
}

}  // namespace tilia::ui
