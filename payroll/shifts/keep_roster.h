// Planning: shifts are put, moved, copied and published, each checked before it is saved. A rule
// that forbids stops it; for somebody grown up it can be passed by a manager with the worker's own
// yes, and the rest that is missing is owed to her right after. Under 18 never.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/chance.h"
#include "core/clock.h"
#include "core/result.h"
#include "payroll/shifts/plan.h"

namespace tilia::payroll {

struct PlanRefusal {
  enum class Why {
    unknown_worker,
    unknown_shift,
    unknown_station,
    unknown_template,
    not_employed,    // no contract on that day
    bad_time,        // no end after the beginning, or longer than a day
    bad_break,       // not within the shift, or two that touch
    against_rule,    // `findings` that forbid
    never,           // of them at least one that nobody may pass
    limits_widened,  // only she herself may
    bad_limits,
    bad_name,
  };
  Why why = Why::unknown_worker;
  std::string about = {};
  std::vector<Finding> findings = {};
};
[[nodiscard]] std::string_view plan_refusal_code(PlanRefusal::Why why);
[[nodiscard]] Phrase sentence_of(const PlanRefusal& refusal);

// Two people's yes to pass what forbids: the manager who plans, and the worker with her own secret.
struct Passing {
  bool manager = false;
  bool worker = false;
};

class KeepRoster {
 public:
  struct Doors {
    RosterBook& book;
    const WorkingTimeBook& law;
    const Zone& zone;
    const Clock& clock;
    Chance& chance;
    const HolidayBook* holidays = nullptr;  // nothing: no day is known to be one
  };
  explicit KeepRoster(const Doors& doors) : doors_(doors) {}

  // What was found that does not stop it.
  using Planned = Result<std::vector<Finding>, PlanRefusal>;

  [[nodiscard]] PlannedShiftId new_shift_id() { return PlannedShiftId::mint(doors_.chance); }
  [[nodiscard]] Planned put(const std::vector<PlannedShift>& shifts, const Passing& passing = {});
  // Somebody else may be left alone by it.
  [[nodiscard]] Planned remove(const PlannedShiftId& shift);
  // All shifts of a week to another, day by day. What forbids there becomes an open shift.
  struct Copied {
    int copied = 0;
    int left_open = 0;
  };
  [[nodiscard]] Result<Copied, PlanRefusal> copy_week(const std::string& shop, const Day& from,
                                                      const Day& to);
  [[nodiscard]] Result<Done, PlanRefusal> keep_template(const std::string& shop,
                                                        const std::string& name, const Day& monday);
  // Open shifts, as the template says.
  [[nodiscard]] Result<Copied, PlanRefusal> use_template(const std::string& shop,
                                                         const std::string& name,
                                                         const Day& monday);
  void publish(const std::string& shop, const Day& monday);

  // Her own page of limits. `by`: the login with which she showed that it is she; nothing: somebody
  // else, who can only narrow it.
  [[nodiscard]] Result<Done, PlanRefusal> say_limits(const std::string& alias,
                                                     const PersonalLimits& limits,
                                                     const std::optional<LoginId>& by);
  // Whether what stands there may be shown to that login: nobody else wrote it for herself.
  [[nodiscard]] bool is_hers(const WorkerId& worker, const LoginId& login);
  [[nodiscard]] Result<Done, PlanRefusal> set_born(const std::string& alias,
                                                   const std::optional<Day>& born);
  // Days of school, Monday to Friday from … to, both included; they are added to those that are
  // there. At most a year.
  [[nodiscard]] Result<Done, PlanRefusal> add_school_term(const std::string& alias, const Day& from,
                                                          const Day& to);

 private:
  [[nodiscard]] std::optional<PlanRefusal> fault_of(const PlannedShift& shift, const Plan& plan);
  [[nodiscard]] std::optional<Worker> worker(const std::string& alias);
  // Seals what she said, and tells the till what the law wants for somebody of her age.
  void put_record(const WorkerId& worker, const HoursRecord& record);

  Doors doors_;
};

// What a till reminds somebody of that age by, on that day.
[[nodiscard]] HoursReminder reminder_of(const HoursRecord& record, const WorkingTimeLaw& law,
                                        const Day& day);

}  // namespace tilia::payroll
