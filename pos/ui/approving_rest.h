// How often in a row a manager's approving was missed at this till, and until when it rests for
// that. Kept as a small text beside the book, so that no restart makes it forget.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/instant.h"

namespace tilia::pos {

class ApprovingRest {
 public:
  static constexpr int misses_before_rest = 5;
  static constexpr std::int64_t rests_seconds = 15 * 60;

  // As text() wrote it; any other text knows of no misses.
  [[nodiscard]] static ApprovingRest parse(std::string_view text);
  [[nodiscard]] std::string text() const;  // "3", or "0 2026-03-02T07:15:00.000Z"

  // A clock that was set back makes it no longer than a whole rest from now.
  [[nodiscard]] bool rests(const Instant& now);
  // True: from now on it rests.
  [[nodiscard]] bool missed(const Instant& now);
  void approved();

 private:
  int misses_ = 0;
  std::optional<Instant> until_;
};

}  // namespace tilia::pos
