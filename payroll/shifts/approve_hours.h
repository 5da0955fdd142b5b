// Approving what was worked, a week of one person's at a time: what was planned beside what was
// punched, what differs first. What is approved is frozen and is what payroll reads; whatever is
// mended later is an entry of its own.
//
// What a day counts: its punched shifts, each of the kind of the planned shift that it shares most
// time with; or what somebody entered for that day in their place. Minutes that were typed are the
// first ones that were punched that day, so that night, Sunday and holiday stay what they were;
// those beyond the punches are plain work.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/clock.h"
#include "core/result.h"
#include "payroll/holidays.h"
#include "payroll/shifts/approval_book.h"
#include "payroll/shifts/check_roster.h"
#include "payroll/shifts/plan.h"
#include "payroll/shifts/worked_shifts.h"

namespace tilia::payroll {

struct MinutesByUse {
  KindMinutes work;
  KindMinutes learning;

  [[nodiscard]] std::int64_t all() const { return work.all + learning.all; }
  [[nodiscard]] KindMinutes& of(TimeKind kind) { return kind == TimeKind::work ? work : learning; }
  friend bool operator==(const MinutesByUse&, const MinutesByUse&) = default;
};

// Time away by kind for pay: what was planned for the day, or where nothing was, the day's share of
// the agreed week (Monday to Friday, no public holiday); less what was worked that day all the
// same.
struct AbsentMinutes {
  std::int64_t paid = 0;
  std::int64_t unpaid = 0;
  std::int64_t statutory = 0;

  [[nodiscard]] std::int64_t all() const { return paid + unpaid + statutory; }
  [[nodiscard]] std::int64_t& of(AbsenceKind kind);
  friend bool operator==(const AbsentMinutes&, const AbsentMinutes&) = default;
};

struct HoursDay {
  std::string worker;
  Day day;
  std::int64_t planned_minutes = 0;
  MinutesByUse punched;
  std::optional<std::int64_t> entered_minutes;  // by hand, in place of the punches
  std::optional<AbsenceKind> absence;
  std::int64_t absent_minutes = 0;  // beside what counts
  std::vector<ToMend> to_mend;      // an entered day is mended
  bool approved = false;
  MinutesByUse counts;  // what is approved, or would be as it stands

  // Of what was planned; a day off that nobody had planned differs from nothing.
  [[nodiscard]] std::int64_t difference() const {
    const std::int64_t there = counts.all() + (planned_minutes > 0 ? absent_minutes : 0);
    return planned_minutes > there ? planned_minutes - there : there - planned_minutes;
  }
};

struct HoursPerson {
  Worker worker;
  bool approved = false;
  std::int64_t planned_minutes = 0;
  MinutesByUse counts;
  AbsentMinutes absent;
  std::vector<Finding> findings;  // in what was worked, that touch this week
};

struct HoursWeek {
  Day monday;
  bool over = false;
  bool holidays_known = true;       // of the year
  std::vector<HoursPerson> people;  // by alias
  std::vector<HoursDay> days;       // to mend first, then by what differs most; only with anything
};

struct TypedMinutes {
  Day day;
  TimeKind kind = TimeKind::work;
  int minutes = 0;
};

struct ApproveRefusal {
  enum class Why {
    unknown_worker,
    not_employed,  // no contract on that day, or in that week
    week_not_over,
    already_approved,
    not_approved,  // to be corrected
    to_mend,       // `to_mend` is why
    day_not_in_week,
    minutes_out_of_range,  // a day has 24 hours, and nothing is below nought
    month_paid,            // and the day would be another
    changed_meanwhile,
  };
  Why why = Why::unknown_worker;
  std::string worker;
  std::optional<Day> day = {};
  std::vector<ToMend> to_mend = {};
};
[[nodiscard]] std::string_view approve_refusal_code(ApproveRefusal::Why why);
[[nodiscard]] Phrase sentence_of(const ApproveRefusal& refusal);

// What payroll reads of a month: of weeks that were approved, with corrections.
struct MonthOfHours {
  Worker worker;
  MinutesByUse counts;
  AbsentMinutes absent;
};

class ApproveHours {
 public:
  struct Doors {
    RosterBook& roster;
    ApprovalBook& book;
    const WorkingTimeBook& law;
    const HolidayBook& holidays;
    const Zone& zone;
    const Clock& clock;
  };
  explicit ApproveHours(const Doors& doors) : doors_(doors) {}

  // The week of that day. With a shop: who is planned there, and who worked without a plan.
  [[nodiscard]] HoursWeek week(const Day& day, const std::string& shop = {});

  // By kind, of who has any; by alias.
  [[nodiscard]] std::vector<MonthOfHours> month(const Month& month);

  // What is typed for a day takes the place of all that was punched on it.
  [[nodiscard]] Result<ApprovedWeek, ApproveRefusal> approve(const std::string& alias,
                                                             const Day& day,
                                                             const std::vector<TypedMinutes>& typed,
                                                             const LoginId& by);

  struct Corrected {
    MinutesByUse now;
    bool paid = false;  // the month's pay is approved: it stays as it was paid
  };
  [[nodiscard]] Result<Corrected, ApproveRefusal> correct(const std::string& alias, const Day& day,
                                                          TimeKind kind, const KindMinutes& change,
                                                          const LoginId& by);

  // How much of a day in an approved week she was away, and how pay looks at it; nothing: she was
  // not. True where the month's pay is approved: it stays as it was paid.
  [[nodiscard]] Result<bool, ApproveRefusal> correct_away(const std::string& alias, const Day& day,
                                                          std::optional<AbsenceKind> kind,
                                                          int minutes, const LoginId& by);
  // What leave adds to weeks of hers that are approved already, as the plan or her week has it.
  // `record`: hers, with the leave in it. CHECKs that she is in the book.
  [[nodiscard]] std::vector<ApprovedAbsence> late_leave(const WorkerId& worker,
                                                        const HoursRecord& record,
                                                        const LeaveAsk& leave);

 private:
  // Of a day in an approved week.
  [[nodiscard]] Result<WorkerId, ApproveRefusal> worker_of(const std::string& alias,
                                                           const Day& day);

  Doors doors_;
};

// What was worked, as the rules that protect look at it: by everybody, from some weeks before.
struct WorkedRoster {
  Roster roster;
  std::vector<std::pair<WorkerId, WorkedTime>> times;  // as people stand in the plan

  [[nodiscard]] const WorkedTime& of(const WorkerId& worker) const;
};
[[nodiscard]] WorkedRoster read_worked(const Plan& plan, ApprovalBook& book, const Day& from,
                                       const Day& to, const Zone& zone);
// The planned shift of hers that it shares most time with.
[[nodiscard]] const PlannedShift* planned_for(const WorkedShift& worked, const WorkerId& worker,
                                              const Plan& plan, const Zone& zone);

}  // namespace tilia::payroll
