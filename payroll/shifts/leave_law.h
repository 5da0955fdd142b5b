// Paid leave a year as dated data: payroll/leave/EU.toml holds the directive, <country>.toml what
// its law gives beyond it. Where a country's own is not known the directive is used, and whoever
// applies it says so.
//
//   const LeaveLaws laws(folder);
//   laws.entitlement("RO", years, day).days   -> 23 for somebody of 17
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/day.h"

namespace tilia::payroll {

struct LeaveRule {
  Day from;                        // holds from this day until the next entry of the same age
  std::optional<int> below_years;  // only for those who are younger
  int days = 0;                    // a year
  int more_days = 0;               // beyond what everybody has
  bool unverified = false;
  std::string law;
  std::string source;
};

struct LeaveEntitlement {
  int days = 0;  // a year, of a week of five
  std::string law;
  std::string source;
  bool unverified = false;
  bool directive_used = false;  // the country's own is not known, or only a part of it
};

class LeaveLaws {
 public:
  // Reads every file of the folder. Throws RuleFault when one of them does not hold.
  explicit LeaveLaws(const std::filesystem::path& folder);

  // `years`: how old she is; nothing: grown up.
  [[nodiscard]] LeaveEntitlement entitlement(const std::string& country, std::optional<int> years,
                                             const Day& day) const;

 private:
  std::map<std::string, std::vector<LeaveRule>> countries_;
};

}  // namespace tilia::payroll
