// What an entry of the journal says about the plan. A worker stands in it by opaque id.
#pragma once

#include <string>
#include <vector>

#include "db/journal.h"
#include "payroll/shifts/roster_book.h"

namespace tilia::db {

inline constexpr const char* shift_set = "shift.set";
inline constexpr const char* shift_removed = "shift.removed";
inline constexpr const char* roster_published = "roster.published";
inline constexpr const char* station_set = "station.set";
inline constexpr const char* need_set = "need.set";
inline constexpr const char* week_template_set = "week_template.set";

struct ShiftsSet {
  std::vector<payroll::PlannedShift> shifts;
  std::vector<payroll::PassedRule> passed;
};
struct WeekPublished {
  std::string shop;
  Day monday;
};
struct NeedsSet {
  std::string shop;
  std::vector<payroll::StaffNeed> needs;
};
struct TemplateSet {
  std::string shop;
  std::string name;
  std::string shifts;  // as kept
};

[[nodiscard]] std::string payload_of(const ShiftsSet& set);
[[nodiscard]] ShiftsSet shifts_in(const JournalEntry& entry);
[[nodiscard]] std::string payload_of(const std::vector<payroll::PlannedShiftId>& removed);
[[nodiscard]] std::vector<payroll::PlannedShiftId> removed_in(const JournalEntry& entry);
[[nodiscard]] std::string payload_of(const WeekPublished& week);
[[nodiscard]] WeekPublished published_in(const JournalEntry& entry);
[[nodiscard]] std::string payload_of(const std::vector<payroll::Station>& stations);
[[nodiscard]] std::vector<payroll::Station> stations_in(const JournalEntry& entry);
[[nodiscard]] std::string payload_of(const NeedsSet& set);
[[nodiscard]] NeedsSet needs_in(const JournalEntry& entry);
[[nodiscard]] std::string payload_of(const TemplateSet& set);
[[nodiscard]] TemplateSet template_in(const JournalEntry& entry);

// "0 360-840|600-630|counter" a line: weekday, time, breaks, station.
[[nodiscard]] std::string template_text(const std::vector<payroll::TemplateShift>& shifts);
[[nodiscard]] std::vector<payroll::TemplateShift> parse_template(const std::string& text);

}  // namespace tilia::db
