// The one place that reads the machine's clock.
#include <chrono>
#include <ctime>

#include "core/clock.h"

namespace tilia {

Instant SystemClock::now() const {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return Instant::from_unix_milliseconds(
      std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count());
}

namespace {

std::int64_t milliseconds_of(clockid_t which) {
  timespec at{};
  (void)::clock_gettime(which, &at);  // both clocks are there on every Linux since 2.6.39
  return std::int64_t{at.tv_sec} * 1'000 + at.tv_nsec / 1'000'000;
}

}  // namespace

// One clock goes on while the machine sleeps, the other stands.
std::int64_t machine_slept_milliseconds() {
  return milliseconds_of(CLOCK_BOOTTIME) - milliseconds_of(CLOCK_MONOTONIC);
}

}  // namespace tilia
