// When a screen that somebody left closes by itself. It is told of each touch and asked once in a
// while; it waits for nothing and reads no clock.
//
//   IdleLock idle;
//   idle.touched(clock.now());
//   idle.is_due(clock.now(), 60)            -> true after a minute without a touch
//   idle.is_due(clock.now(), std::nullopt)  -> false: never by itself
//   idle.machine_slept(machine_slept_milliseconds())  -> true once after the lid was closed
#pragma once

#include <cstdint>
#include <optional>

#include "core/instant.h"

namespace tilia {

class IdleLock {
 public:
  void touched(const Instant& now) { touched_at_ = now; }
  // A clock that was set back makes nobody wait longer than one limit: the waiting begins anew.
  [[nodiscard]] bool is_due(const Instant& now, std::optional<std::int64_t> limit_seconds);
  [[nodiscard]] std::int64_t quiet_seconds(const Instant& now) const;
  // Whether the machine was asleep since this was asked before, given how long it slept in all.
  [[nodiscard]] bool machine_slept(std::int64_t slept_milliseconds);

 private:
  std::optional<Instant> touched_at_;
  std::optional<std::int64_t> slept_milliseconds_;
};

}  // namespace tilia
