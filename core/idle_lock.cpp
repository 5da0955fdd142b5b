#include "core/idle_lock.h"

namespace tilia {
namespace {

// The two clocks of the machine are not read in one moment: less than this is no sleep.
constexpr std::int64_t least_sleep_milliseconds = 500;

}  // namespace

std::int64_t IdleLock::quiet_seconds(const Instant& now) const {
  return touched_at_ ? touched_at_->seconds_until(now) : 0;
}

bool IdleLock::is_due(const Instant& now, std::optional<std::int64_t> limit_seconds) {
  if (!touched_at_ || quiet_seconds(now) < 0) touched_at_ = now;
  return limit_seconds && quiet_seconds(now) >= *limit_seconds;
}

bool IdleLock::machine_slept(std::int64_t slept_milliseconds) {
  const bool slept =
      slept_milliseconds_ && slept_milliseconds - *slept_milliseconds_ >= least_sleep_milliseconds;
  slept_milliseconds_ = slept_milliseconds;
  return slept;
}

}  // namespace tilia
