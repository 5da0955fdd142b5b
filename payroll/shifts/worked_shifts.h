// What one worker's punches come to: shifts that were worked, and what has to be mended before they
// can be approved. Punches may be missing, doubled, in any order. Nothing is lost: each of them is
// of one shift or of one thing to mend.
//
// How they are read, in the order of their time:
//   in      begins a shift. One more within twelve hours is a second one, beyond them the first
//           shift has no end.
//   break, back  one after the other within a shift; what does not follow is to mend.
//   out     ends it, and a break with it. A shift of more than 24 hours is a forgotten punch.
// Minutes are whole: a punch counts from the minute in which it was made.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/phrase.h"
#include "core/zone.h"
#include "payroll/hours/worked_hours.h"
#include "payroll/shifts/person_time.h"
#include "payroll/shifts/plan.h"

namespace tilia::payroll {

struct WorkedShift {
  Day day;  // on which it begins
  Span time;
  std::vector<Span> breaks;    // in order, within the time, apart from each other
  std::vector<Punch> punches;  // that it is made of

  friend bool operator==(const WorkedShift&, const WorkedShift&) = default;
};
// Without its breaks.
[[nodiscard]] std::vector<Stretch> work_of(const WorkedShift& shift);
[[nodiscard]] std::int64_t minutes_of(const WorkedShift& shift);

struct ToMend {
  enum class Why {
    no_out,
    out_without_in,
    two_ins,
    two_breaks,
    break_without_in,
    back_without_break,
    too_long,     // more than 24 hours
    no_contract,  // its punches are those of a shift
  };
  Why why = Why::no_out;
  Day day;  // whose hours it leaves open
  Instant at;
  std::vector<Punch> punches = {};

  friend bool operator==(const ToMend&, const ToMend&) = default;
};
[[nodiscard]] std::string_view to_mend_code(ToMend::Why why);
[[nodiscard]] Phrase sentence_of(const ToMend& mend, const std::string& alias, const Zone& zone);

struct WorkedTime {
  std::vector<WorkedShift> shifts;  // by begin
  std::vector<ToMend> to_mend;      // by time

  friend bool operator==(const WorkedTime&, const WorkedTime&) = default;
};
[[nodiscard]] WorkedTime read_punches(std::vector<Punch> punches, const Zone& zone);
// The same, and what was worked without a contract.
[[nodiscard]] WorkedTime read_punches(std::vector<Punch> punches, const PersonAtWork& person,
                                      const Zone& zone);

// The shift as the rules that protect look at it; nothing where it has no minute.
[[nodiscard]] std::optional<Shift> shift_of(const WorkedShift& worked, const std::string& alias);

}  // namespace tilia::payroll
