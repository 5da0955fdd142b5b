#include "payroll/rounding_text.h"

#include <array>
#include <utility>

#include "core/check.h"

namespace tilia::payroll {
namespace {

constexpr std::array<std::pair<Rounding, std::string_view>, 7> names{
    {{Rounding::half_up, "half_up"},
     {Rounding::half_even, "half_even"},
     {Rounding::down, "down"},
     {Rounding::up, "up"},
     {Rounding::floor, "floor"},
     {Rounding::ceiling, "ceiling"},
     {Rounding::exact, "exact"}}};

}  // namespace

std::string_view rounding_text(Rounding rounding) {
  for (const auto& [value, name] : names) {
    if (value == rounding) return name;
  }
  CHECK(false);
}

std::optional<Rounding> parse_rounding(std::string_view text) {
  for (const auto& [value, name] : names) {
    if (name == text) return value;
  }
  return std::nullopt;
}

}  // namespace tilia::payroll
