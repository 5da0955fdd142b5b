// What planning needs of the book: who works here, what each has said about her hours (the roster
// key opens it), the plan of a week, stations, needs, weeks to copy, and what was published.
// db/roster_book_sqlite fulfils it; each write is one transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/instant.h"
#include "payroll/hours/hours_book.h"
#include "payroll/hours/planned_shift.h"
#include "payroll/shifts/check_roster.h"
#include "payroll/shifts/hours_record.h"
#include "payroll/worker.h"

namespace tilia::payroll {

struct Station {
  std::string code;     // "counter"
  std::string picture;  // an emoji
  bool closed = false;

  friend bool operator==(const Station&, const Station&) = default;
};

// How many a station needs, every week on that day.
struct StaffNeed {
  std::string station;
  int weekday = 0;  // 0 Monday
  ClockSpan time;
  int people = 1;

  friend bool operator==(const StaffNeed&, const StaffNeed&) = default;
};

// A shift of a week to copy: nobody's.
struct TemplateShift {
  int weekday = 0;
  ClockSpan time;
  std::vector<ClockSpan> breaks;
  std::string station;

  friend bool operator==(const TemplateShift&, const TemplateShift&) = default;
};

// A rule that one manager passed, with the worker's own yes, and the rest that she is owed for it
// right after that shift, on top of the daily one.
struct PassedRule {
  PlannedShiftId shift;
  RosterRule rule = RosterRule::daily_rest;
  int rest_owed_minutes = 0;

  friend bool operator==(const PassedRule&, const PassedRule&) = default;
};

struct RosterShop {
  std::string code;  // of its first till
  std::string name;

  friend bool operator==(const RosterShop&, const RosterShop&) = default;
};

class RosterBook {
 public:
  virtual ~RosterBook() = default;

  [[nodiscard]] virtual std::string country() = 0;
  [[nodiscard]] virtual std::vector<RosterShop> shops() = 0;
  [[nodiscard]] virtual std::vector<Worker> workers() = 0;  // by alias, ended ones too
  [[nodiscard]] virtual std::vector<Term> terms(const WorkerId& worker) = 0;
  // The roster key opens it; what nobody wrote is empty.
  [[nodiscard]] virtual HoursRecord record(const WorkerId& worker) = 0;
  // Seals it, and for the till what it needs to remind her by; days away become "not here".
  virtual void put_record(const WorkerId& worker, const HoursRecord& record,
                          const HoursReminder& reminder) = 0;
  [[nodiscard]] virtual std::optional<LoginId> login_of(const WorkerId& worker) = 0;
  // Nothing takes the link away. A login that is another's becomes hers.
  virtual void put_login(const WorkerId& worker, const std::optional<LoginId>& login) = 0;

  // All shops; days included; by day, then time.
  [[nodiscard]] virtual std::vector<PlannedShift> planned(const Day& from, const Day& to) = 0;
  // The day of a shift of the plan, whenever it is; nothing where it is there no more.
  [[nodiscard]] virtual std::optional<Day> day_of(const PlannedShiftId& shift) = 0;
  [[nodiscard]] virtual std::vector<PassedRule> passed(const Day& from, const Day& to) = 0;
  // Adds or replaces by id. `passed`: what was passed for these shifts.
  virtual void put_shifts(const std::vector<PlannedShift>& shifts,
                          const std::vector<PassedRule>& passed, const Instant& at) = 0;
  virtual void remove_shifts(const std::vector<PlannedShiftId>& shifts, const Instant& at) = 0;
  virtual void publish(const std::string& shop, const Day& monday, const Instant& at) = 0;
  // Whether the week was published, and nothing was changed since.
  enum class Published { not_yet, changed_since, as_it_stands };
  [[nodiscard]] virtual Published published(const std::string& shop, const Day& monday) = 0;

  [[nodiscard]] virtual std::vector<Station> stations() = 0;  // in their order
  virtual void put_stations(const std::vector<Station>& stations, const Instant& at) = 0;
  [[nodiscard]] virtual std::vector<StaffNeed> needs(const std::string& shop) = 0;
  virtual void put_needs(const std::string& shop, const std::vector<StaffNeed>& needs,
                         const Instant& at) = 0;
  [[nodiscard]] virtual std::vector<std::string> templates(const std::string& shop) = 0;
  [[nodiscard]] virtual std::vector<TemplateShift> week_template(const std::string& shop,
                                                                 const std::string& name) = 0;
  virtual void put_template(const std::string& shop, const std::string& name,
                            const std::vector<TemplateShift>& shifts, const Instant& at) = 0;
};

}  // namespace tilia::payroll
