// The scale beside this till, if one is set up.
#pragma once

#include "pos/devices/scale.h"
#include "pos/ui/doors.h"

namespace tilia::app {

class TillScale final : public pos::Scale {
 public:
  explicit TillScale(std::string device) : device_(std::move(device)) {}

  [[nodiscard]] bool stands_there() const { return !device_.empty(); }
  [[nodiscard]] std::optional<std::int64_t> steady_grams() override {
    const pos::ScaleAnswer answer = pos::ask_scale(device_);
    if (answer.state != pos::ScaleAnswer::State::steady) return std::nullopt;
    return answer.grams;
  }

 private:
  std::string device_;
};

}  // namespace tilia::app
