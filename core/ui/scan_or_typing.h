// Keys of a keyboard and of a scanner or card reader come by the same cable. A reader types faster
// than anybody's fingers and ends with Enter; this tells the two apart, so that a code never lands
// where somebody types, and nothing that was typed is taken for a code.
//
//   typed = keys.letter('4', at);   // what fingers typed before, now certain: "" while it may be a
//   code keys.enter(at);                 // the code, if a reader typed it keys.quiet(); // nothing
//   came for a while: fingers typed it
#pragma once

#include <optional>
#include <string>

namespace tilia::ui {

class ScanOrTyping {
 public:
  static constexpr long fastest_finger_milliseconds = 50;
  static constexpr std::size_t shortest_code = 6;
  static constexpr std::size_t longest_code = 64;

  [[nodiscard]] std::string letter(char letter, long at_milliseconds) {
    const bool fast = !run_.empty() && at_milliseconds >= last_ &&
                      at_milliseconds - last_ <= fastest_finger_milliseconds;
    std::string typed;
    if (!fast || run_.size() == longest_code) typed.swap(run_);
    run_ += letter;
    last_ = at_milliseconds;
    return typed;
  }
  // Nothing: it was typed, and quiet() has it.
  [[nodiscard]] std::optional<std::string> enter(long at_milliseconds) {
    const bool fast =
        at_milliseconds >= last_ && at_milliseconds - last_ <= fastest_finger_milliseconds;
    if (!fast || run_.size() < shortest_code) return std::nullopt;
    std::string code;
    code.swap(run_);
    return code;
  }
  [[nodiscard]] std::string quiet() {
    std::string typed;
    typed.swap(run_);
    return typed;
  }

 private:
  std::string run_;
  long last_ = 0;
};

}  // namespace tilia::ui
