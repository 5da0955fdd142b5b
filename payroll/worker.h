// A worker as everybody at work knows her: an alias, a picture, and no name.
#pragma once

#include <optional>
#include <string>

#include "core/day.h"
#include "core/id.h"
#include "core/money.h"

namespace tilia::payroll {

struct WorkerTag;
using WorkerId = Id<WorkerTag>;

struct Worker {
  WorkerId id;
  std::string alias;            // [a-z0-9-], 2 to 20: "amber"
  std::string picture;          // an emoji
  std::optional<Day> ended_on;  // last day, included

  friend bool operator==(const Worker&, const Worker&) = default;
};

enum class PayBasis { monthly, hourly };

// From when to when she works for us, and how much: the open part of a contract.
struct Term {
  Day from;
  std::optional<Day> to;         // last day, included
  int weekly_minutes = 40 * 60;  // agreed hours a week

  friend bool operator==(const Term&, const Term&) = default;
};

// A contract holds from its first day until the next one of the same worker starts, or its last
// day.
struct Contract {
  WorkerId worker;
  Day from;
  std::optional<Day> to;  // last day, included
  PayBasis basis = PayBasis::monthly;
  Money gross;                   // per month at the agreed hours, or per hour
  int weekly_minutes = 40 * 60;  // agreed hours a week

  friend bool operator==(const Contract&, const Contract&) = default;
};

}  // namespace tilia::payroll
