// The day that a shop calls today. A shop that closes at 02:00 has one business day from morning to
// 02:00. It is chosen once, when the drawer session opens, stored, and never worked out again from
// an instant.
#pragma once

#include "core/day.h"

namespace tilia {

class BusinessDay {
 public:
  explicit BusinessDay(const Day& day) : day_(day) {}

  [[nodiscard]] const Day& day() const { return day_; }
  [[nodiscard]] std::string text() const { return day_.text(); }

  friend bool operator==(const BusinessDay&, const BusinessDay&) = default;
  friend auto operator<=>(const BusinessDay&, const BusinessDay&) = default;

 private:
  Day day_;
};

}  // namespace tilia
