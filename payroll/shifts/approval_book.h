// What approving hours needs of the book beside the plan (payroll/shifts/roster_book.h): punches,
// the days that payroll reads, and what was approved. db/approval_book_sqlite fulfils it; each
// write is one transaction.
#pragma once

#include <optional>
#include <vector>

#include "core/instant.h"
#include "payroll/hours/hours_book.h"
#include "payroll/hours/planned_shift.h"
#include "payroll/hours/worked_hours.h"
#include "payroll/shifts/hours_record.h"
#include "payroll/shifts/time_kinds.h"

namespace tilia::payroll {

// What one day of somebody's came to, of one kind. A correction is added to what was approved.
struct ApprovedTime {
  WorkerId worker;
  Day day;
  TimeKind kind = TimeKind::work;
  KindMinutes minutes;
  int correction = 0;  // 0: as it was approved

  friend bool operator==(const ApprovedTime&, const ApprovedTime&) = default;
};

struct ApprovedWeek {
  WorkerId worker;
  Day monday;
  std::vector<ApprovedTime> times;  // of days with work, correction 0
  LoginId by;
  Instant at;
  std::vector<ApprovedAbsence> absences = {};  // sealed in her hours record, nowhere else
};

class ApprovalBook {
 public:
  virtual ~ApprovalBook() = default;

  // In order of time, without those that were set aside; from … to, half open.
  [[nodiscard]] virtual std::vector<Punch> punches(const WorkerId& worker, const Instant& from,
                                                   const Instant& to) = 0;
  // What payroll would read now; days included, by day.
  [[nodiscard]] virtual std::vector<DayMinutes> days(const WorkerId& worker, const Day& from,
                                                     const Day& to) = 0;
  [[nodiscard]] virtual bool is_approved(const WorkerId& worker, const Day& monday) = 0;
  // Of everybody, with corrections; by worker, day, kind, correction.
  [[nodiscard]] virtual std::vector<ApprovedTime> approved(const Day& from, const Day& to) = 0;
  // Whether the month's pay run is approved: its days are frozen.
  [[nodiscard]] virtual bool is_paid(const Month& month) = 0;
  // The days that payroll reads become what was approved. False, and nothing written: somebody
  // approved it in between, or a day of a paid month would be another.
  [[nodiscard]] virtual bool put_week(const ApprovedWeek& week) = 0;
  // Gives it the next number. The day that payroll reads follows, but of a paid month.
  virtual void put_correction(const ApprovedTime& change, const LoginId& by, const Instant& at) = 0;
  // Time away of days in an approved week, as it counts from now on: sealed in her hours record.
  // The journal tells the week, and not what of it.
  virtual void put_away(const WorkerId& worker, const Day& monday,
                        const std::vector<ApprovedAbsence>& now, const LoginId& by,
                        const Instant& at) = 0;
};

}  // namespace tilia::payroll
