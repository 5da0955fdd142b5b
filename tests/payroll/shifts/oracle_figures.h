// What the law asks of working time, country by country and age by age, written out by hand: the
// stricter of the directives and the country. payroll/working_time says the same as dated entries;
// the oracle takes its figures from here, so that a wrong file or a wrong choice is seen.
#pragma once

#include <optional>
#include <string_view>

#include "payroll/shifts/working_time.h"

namespace tilia::payroll::tests {

enum class Stage { child_under_15, child_from_15, adolescent_of_15, adolescent_from_16, adult };

// Minutes; nothing where no rule is.
struct Figures {
  std::string_view country;
  Stage stage;
  int daily_rest;
  int weekly_rest;
  std::optional<Level> sunday;
  int break_over;
  int break_minutes;
  std::optional<int> break_latest_after;
  std::optional<int> school_day;
  std::optional<int> free_day;
  std::optional<int> school_week;
  std::optional<int> free_week;
  std::optional<int> ban_from;  // minute of the day
};

inline constexpr int minimum_years = 15;
inline constexpr int ban_to = 6 * 60;

// Grown-ups alone.
inline constexpr int average_week = 48 * 60;
inline constexpr int average_months = 4;
inline constexpr int night_from = 22 * 60;
inline constexpr int night_to = 6 * 60;
inline constexpr int night_day_average = 8 * 60;
inline constexpr int least_night = 3 * 60;

struct OvertimeFigures {
  int normal_week;
  std::optional<int> weekly;
  std::optional<int> yearly;
};

// Of a weekly rest so much may lie outside the week: the daily rest that the directives put before
// a period of seven days, whatever a country's own daily rest is.
[[nodiscard]] constexpr int rest_beside_the_week(Stage stage) {
  if (stage == Stage::adult) return 11 * 60;
  const bool child = stage == Stage::child_under_15 || stage == Stage::child_from_15;
  return child ? 14 * 60 : 12 * 60;
}

[[nodiscard]] const Figures& figures(std::string_view country, Stage stage);
[[nodiscard]] std::optional<OvertimeFigures> overtime_of_adults(std::string_view country);
[[nodiscard]] std::optional<int> weeks_of_nights_in_a_row(std::string_view country);
[[nodiscard]] std::string_view zone_of(std::string_view country);

}  // namespace tilia::payroll::tests
