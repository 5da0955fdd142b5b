// What is kept of somebody that only whoever plans hours may open: when she was born (where the law
// for the young has to hold), what she said about her own hours, her school days, days away. No
// reason for any of it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "payroll/hours/hours_book.h"
#include "payroll/shifts/roster.h"

namespace tilia::payroll {

// How pay looks at a time away. There is no other word for it.
enum class AbsenceKind { paid, unpaid, statutory };
[[nodiscard]] std::string_view absence_kind_text(AbsenceKind kind);
[[nodiscard]] std::optional<AbsenceKind> parse_absence_kind(std::string_view text);

struct Absence {
  Day from;
  Day to;  // last day, included
  AbsenceKind kind = AbsenceKind::paid;

  friend bool operator==(const Absence&, const Absence&) = default;
};

// What of a day away was approved: minutes that she did not work, of one kind for pay. A later one
// of the same day takes the place of those before it; without minutes, she was not away.
struct ApprovedAbsence {
  Day day;
  AbsenceKind kind = AbsenceKind::paid;
  int minutes = 0;

  friend bool operator==(const ApprovedAbsence&, const ApprovedAbsence&) = default;
};

// Days of leave that she had when keeping it here began.
struct LeaveOpening {
  Day on;
  int half_days = 0;

  friend bool operator==(const LeaveOpening&, const LeaveOpening&) = default;
};

struct HoursRecord {
  std::optional<Day> born = {};
  bool limits_said = false;  // the page was filled: it may be empty all the same
  // With which login she filled it herself: to no other it opens, whoever is given her name later.
  std::optional<LoginId> said_by = {};
  PersonalLimits limits = {};
  std::optional<std::vector<Day>> school_days = {};
  std::vector<Absence> absences = {};                   // by first day, apart from each other
  std::vector<ApprovedAbsence> approved_absences = {};  // with their weeks, then corrections
  std::optional<LeaveOpening> leave_opening = {};
  std::optional<int> leave_half_days_a_year = {};  // agreed, where it is more than the law's

  friend bool operator==(const HoursRecord&, const HoursRecord&) = default;
};

// Whether `now` lets anybody plan her where `before` did not. Only she may do that herself.
[[nodiscard]] bool widens(const PersonalLimits& before, const PersonalLimits& now);
// The stricter of the two, limit by limit: what somebody else may make of hers.
[[nodiscard]] PersonalLimits narrowed(const PersonalLimits& hers, const PersonalLimits& more);

// Of each day that she was away the approved one that counts, by day.
[[nodiscard]] std::vector<ApprovedAbsence> absences_that_count(const HoursRecord& record);

// As kept, and back; nothing for what is none.
[[nodiscard]] std::string hours_record_text(const HoursRecord& record);
[[nodiscard]] std::optional<HoursRecord> parse_hours_record(std::string_view text);

}  // namespace tilia::payroll
