// Hours that were worked, as the month's pay wants them. Minutes, whole. A library of its own: it
// knows no pay.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/day.h"
#include "core/instant.h"

namespace tilia::payroll {

// A worker's tap: in, out, break, back.
struct Punch {
  enum class Kind { in, out, break_start, break_end };
  std::string worker_alias;
  Kind kind = Kind::in;
  Instant at;

  friend bool operator==(const Punch&, const Punch&) = default;
};
[[nodiscard]] std::string_view punch_kind_text(Punch::Kind kind);  // "in" "out" "break" "back"
[[nodiscard]] std::optional<Punch::Kind> parse_punch_kind(std::string_view text);

enum class PunchRefusal { already_in, not_in, already_on_break, not_on_break, before_last_punch };
[[nodiscard]] std::string_view punch_refusal_code(PunchRefusal why);

// May this punch follow what the worker punched last?
[[nodiscard]] std::optional<PunchRefusal> refuses(const std::optional<Punch>& last,
                                                  const Punch& next);

struct DayMinutes {
  Day day;
  int worked_minutes = 0;

  friend bool operator==(const DayMinutes&, const DayMinutes&) = default;
};

// Pairs in with out, takes breaks off (going out ends a break). A shift belongs to the local day on
// which it began; an open shift counts nothing yet. A shift of more than 24 hours is a forgotten
// punch and counts nothing. `local_day` tells the day of an instant.
[[nodiscard]] std::vector<DayMinutes> worked_by_day(const std::vector<Punch>& punches_in_order,
                                                    Day (*local_day)(const Instant&, const void*),
                                                    const void* zone);

}  // namespace tilia::payroll
