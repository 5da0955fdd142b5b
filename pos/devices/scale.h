// A counter's scale on a serial line that is asked for one steady weight, as MT-SICS level 0 does:
// "S" answered by "S S      0.450 kg". 9,600 baud, 8 bits, no parity: what such scales leave the
// factory with.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tilia::pos {

struct ScaleAnswer {
  enum class State {
    steady,
    moving,      // not still within the scale's own time
    overloaded,  // or lifted off its feet
    silent,      // no scale, or none that speaks so
  };
  State state = State::silent;
  std::int64_t grams = 0;  // steady: half up; below zero where something was taken off

  friend bool operator==(const ScaleAnswer&, const ScaleAnswer&) = default;
};

// One line without its end.
[[nodiscard]] ScaleAnswer scale_answer(std::string_view line);
// Asks and waits for at most a second.
[[nodiscard]] ScaleAnswer ask_scale(const std::string& device);

}  // namespace tilia::pos
