// The clock is a parameter. Only system_clock.cpp reads the machine's; everything else is handed a
// Clock.
#pragma once

#include "core/instant.h"

namespace tilia {

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};

// The machine's clock. Composed in app/, nowhere else.
class SystemClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override;
};

// How long the machine has been asleep (suspended, its lid closed) since it was switched on.
[[nodiscard]] std::int64_t machine_slept_milliseconds();

// A clock that stands until somebody moves it: --now, the practice shop's month, tests.
class SetClock final : public Clock {
 public:
  explicit SetClock(const Instant& instant) : instant_(instant) {}
  [[nodiscard]] Instant now() const override { return instant_; }
  void set(const Instant& instant) { instant_ = instant; }

 private:
  Instant instant_;
};

}  // namespace tilia
