// A roster as JSON, strictly read, and the answer to it.
//
//   {"workers":[{"alias":"A1","born":"2009-05-01","country":"RS"}],
//    "shifts":[{"worker":"A1","from":"2026-03-02T06:00+01:00","to":"2026-03-02T14:30+01:00",
//               "breaks":[["10:00","10:30"]]}]}
//
// A worker may carry "limits" ({"not_before":"07:00","not_after":"18:00","day_minutes":240,
// "week_minutes":1200,"no_night":true,"not_alone":true}), "elsewhere" (shifts at other employers,
// without "worker"), "school_days" (days) and "weekly_minutes" (agreed); a shift "shop" and
// "station". A time without an offset is the country's; breaks are told by the clock of the shift's
// own times.
#pragma once

#include <string>
#include <string_view>

#include "core/phrase.h"
#include "core/result.h"
#include "core/strict_file.h"
#include "payroll/shifts/check_roster.h"
#include "payroll/shifts/roster.h"

namespace tilia::payroll {

struct RosterRefusal {
  enum class Why {
    file,             // not what such a file may hold: see `file`
    unknown_country,  // we have no rules for it
    doubled_worker,
    unknown_worker,  // a shift of somebody who is not among the workers
    bad_instant,
    ends_before_start,
    too_long,  // a shift of more than 24 hours: a forgotten end
    bad_break,
  };
  Why why = Why::file;
  FileRefusal file = {};
  std::string place = {};
  std::string found = {};
};
[[nodiscard]] std::string roster_refusal_code(const RosterRefusal& refusal);
[[nodiscard]] Phrase sentence_of(const RosterRefusal& refusal);

[[nodiscard]] Result<Roster, RosterRefusal> read_roster(std::string_view json,
                                                        const WorkingTimeBook& book);
// {"findings":[…]}
[[nodiscard]] std::string findings_json(const std::vector<Finding>& findings, const Roster& roster);

}  // namespace tilia::payroll
