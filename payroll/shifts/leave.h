// Leave: what somebody has of it in a year, what she asked for, and what was agreed. In half days.
//
// What is taken: paid days away from Monday to Friday, and on a Saturday or Sunday on which a shift
// of hers is planned; no public holiday. Where keeping it here began within the year, what she had
// then takes the place of the year's. Nothing is carried over from the year before: whoever agrees
// on it enters it as an opening.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/clock.h"
#include "core/result.h"
#include "payroll/holidays.h"
#include "payroll/shifts/approve_hours.h"
#include "payroll/shifts/leave_law.h"
#include "payroll/shifts/plan.h"

namespace tilia::payroll {

// What somebody asked for, sealed to whoever holds the roster key. db/leave_asks_sqlite fulfils it.
class LeaveAsks {
 public:
  virtual ~LeaveAsks() = default;

  // The roster key opens them; the oldest first.
  [[nodiscard]] virtual std::vector<OpenedLeaveAsk> asks(AskState state) = 0;
  // Needs no key. False where there is nobody yet to seal it to.
  [[nodiscard]] virtual bool put(const HoursAskId& id, const WorkerId& worker, const LeaveAsk& ask,
                                 const Instant& at) = 0;
  // Both in one transaction. False, and nothing written: it is open no more.
  [[nodiscard]] virtual bool agree(const OpenedLeaveAsk& ask, const HoursRecord& record,
                                   const HoursReminder& reminder) = 0;
  [[nodiscard]] virtual bool decline(const HoursAskId& id) = 0;
};

struct LeaveBalance {
  int year = 0;
  int had_half_days = 0;  // of the year, or when keeping it here began
  int taken_half_days = 0;
  std::optional<Day> opened_on = {};
  LeaveEntitlement law = {};
  bool agreed = false;         // what was agreed is more than the law's
  bool holidays_known = true;  // of that year

  [[nodiscard]] int left_half_days() const { return had_half_days - taken_half_days; }
};
// Nothing for a year before the one from which on it is kept here.
[[nodiscard]] std::optional<LeaveBalance> leave_balance(const PersonAtWork& person, int year,
                                                        const Plan& plan, const LeaveLaws& laws,
                                                        const Holidays* holidays);

struct LeaveRefusal {
  enum class Why {
    unknown_worker,
    unknown_ask,
    not_open,       // answered already, or taken back
    already_away,   // on one of these days
    bad_days,       // the last before the first, or more than two months
    no_office_yet,  // nobody holds the key that opens it
    not_half_days,  // below nought, or more than a year has
    not_kept_here,  // a year before the opening
  };
  Why why = Why::unknown_worker;
  std::string about = {};
};
[[nodiscard]] std::string_view leave_refusal_code(LeaveRefusal::Why why);
[[nodiscard]] Phrase sentence_of(const LeaveRefusal& refusal);

class KeepLeave {
 public:
  struct Doors {
    ApproveHours::Doors hours;
    LeaveAsks& asks;
    const LeaveLaws& leave;
  };
  explicit KeepLeave(const Doors& doors) : doors_(doors) {}

  [[nodiscard]] Result<LeaveBalance, LeaveRefusal> balance(const std::string& alias, int year);
  [[nodiscard]] Result<Done, LeaveRefusal> ask(const HoursAskId& id, const std::string& alias,
                                               const LeaveAsk& leave);
  struct Agreed {
    // Of each year that it touches, after it. Below nought is a warning, no refusal.
    std::vector<LeaveBalance> balances;
    std::vector<Day> entered;  // in weeks that were approved before
  };
  [[nodiscard]] Result<Agreed, LeaveRefusal> agree(const HoursAskId& id, AbsenceKind kind);
  [[nodiscard]] Result<Done, LeaveRefusal> decline(const HoursAskId& id);
  [[nodiscard]] Result<LeaveBalance, LeaveRefusal> open(const std::string& alias,
                                                        const LeaveOpening& opening);
  // Agreed for each year; nothing: the law's.
  [[nodiscard]] Result<Done, LeaveRefusal> agree_on_year(const std::string& alias,
                                                         std::optional<int> half_days);

 private:
  [[nodiscard]] std::optional<Worker> worker(const std::string& alias);
  [[nodiscard]] std::optional<LeaveBalance> balance_of(const Worker& worker,
                                                       const HoursRecord& record, int year);
  [[nodiscard]] HoursReminder reminder(const HoursRecord& record);

  Doors doors_;
};

}  // namespace tilia::payroll
