// Who works when in a practice organisation: stations, how many are needed, everybody's own page,
// and week after week a plan that is published, with a shift still open. All through the use cases,
// so that nothing in it is against a rule.
#pragma once

#include <optional>
#include <vector>

#include "app/demo_shop.h"
#include "payroll/shifts/keep_roster.h"

namespace tilia::app {

class DemoRoster {
 public:
  DemoRoster(const payroll::KeepRoster::Doors& doors, const std::vector<DemoShop>& shops)
      : doors_(doors), keep_(doors), shops_(shops) {}

  // Once people work here.
  void begin(const Day& first);
  // This week and the one after it, as far as they are not there yet.
  void look_ahead(const Day& today);

 private:
  void say_limits();
  void plan(const Day& monday);

  payroll::KeepRoster::Doors doors_;
  payroll::KeepRoster keep_;
  const std::vector<DemoShop>& shops_;
  std::optional<Day> next_;  // Monday of the first week that is not planned
};

}  // namespace tilia::app
