#include "tests/payroll/shifts/oracle_figures.h"

#include <algorithm>
#include <array>

#include "core/check.h"

namespace tilia::payroll::tests {
namespace {

using enum Stage;
using enum Level;
constexpr std::nullopt_t none = std::nullopt;

// Country, stage; rest of the day, of the week; Sunday; break: from more than, minutes, at the
// latest after; work of a school day, a free one, a school week, a free one; night from.
// clang-format off
constexpr std::array<Figures, 55> all{{
    {"AL",      child_under_15,     840, 2880, informs, 270, 30, none, 120, 360,  720,  2100, 1200},
    {"AL",      child_from_15,      840, 2880, informs, 270, 30, none, 120, 360,  720,  2400, 1200},
    {"AL",      adolescent_of_15,   720, 2880, informs, 270, 30, none, 360, 360,  2400, 2400, 1320},
    {"AL",      adolescent_from_16, 720, 2880, informs, 270, 30, none, 360, 360,  2400, 2400, 1320},
    {"AL",      adult,             660, 2100, none,   360,  1, none, none, none, none, none, none},
    {"AT",      child_under_15,     840, 2880, forbids, 270, 30, 360,  120, 420,  720,  2100, 1200},
    {"AT",      child_from_15,      840, 2880, forbids, 270, 30, 360,  120, 480,  720,  2400, 1200},
    {"AT",      adolescent_of_15,   720, 2880, forbids, 270, 30, 360,  480, 480,  2400, 2400, 1200},
    {"AT",      adolescent_from_16, 720, 2880, forbids, 270, 30, 360,  480, 480,  2400, 2400, 1200},
    {"AT",      adult,             660, 2100, none,   360,  1, none, none, none, none, none, none},
    {"BA-FBiH", child_under_15,     840, 2880, informs, 270, 30, none, 120, 420,  720,  2100, 1200},
    {"BA-FBiH", child_from_15,      840, 2880, informs, 270, 30, none, 120, 480,  720,  2400, 1200},
    {"BA-FBiH", adolescent_of_15,   720, 2880, informs, 270, 30, none, 480, 480,  2400, 2400, 1200},
    {"BA-FBiH", adolescent_from_16, 720, 2880, informs, 270, 30, none, 480, 480,  2400, 2400, 1200},
    {"BA-FBiH", adult,              660, 2100, none,   360,  1, none, none, none, none, none, none},
    {"BA-RS",   child_under_15,     840, 2880, informs, 270, 30, none, 120, 420,  720,  2100, 1200},
    {"BA-RS",   child_from_15,      840, 2880, informs, 270, 30, none, 120, 480,  720,  2400, 1200},
    {"BA-RS",   adolescent_of_15,   720, 2880, informs, 270, 30, none, 480, 480,  2400, 2400, 1320},
    {"BA-RS",   adolescent_from_16, 720, 2880, informs, 270, 30, none, 480, 480,  2400, 2400, 1320},
    {"BA-RS",   adult,              660, 2100, none,   360,  1, none, none, none, none, none, none},
    {"BG",      child_under_15,     840, 2880, informs, 270, 30, none, 120, 420,  720,  2100, 1200},
    {"BG",      child_from_15,      840, 2880, informs, 270, 30, none, 120, 420,  720,  2100, 1200},
    {"BG",      adolescent_of_15,   720, 2880, informs, 270, 30, none, 420, 420,  2100, 2100, 1200},
    {"BG",      adolescent_from_16, 720, 2880, informs, 270, 30, none, 420, 420,  2100, 2100, 1320},
    {"BG",      adult,             660, 2100, none,   360,  1, none, none, none, none, none, none},
    {"CZ",      child_under_15,     840, 2880, informs, 270, 30, none, 120, 420,  720,  2100, 1200},
    {"CZ",      child_from_15,      840, 2880, informs, 270, 30, none, 120, 480,  720,  2400, 1200},
    {"CZ",      adolescent_of_15,   720, 2880, informs, 270, 30, none, 480, 480,  2400, 2400, 1320},
    {"CZ",      adolescent_from_16, 720, 2880, informs, 270, 30, none, 480, 480,  2400, 2400, 1320},
    {"CZ",      adult,             660, 2100, none,   360,  1, none, none, none, none, none, none},
    {"ES",      child_under_15,     840, 2880, informs, 270, 30, none, 120, 420,  720,  2100, 1200},
    {"ES",      child_from_15,      840, 2880, informs, 270, 30, none, 120, 480,  720,  2400, 1200},
    {"ES",      adolescent_of_15,   720, 2880, informs, 270, 30, none, 480, 480,  2400, 2400, 1320},
    {"ES",      adolescent_from_16, 720, 2880, informs, 270, 30, none, 480, 480,  2400, 2400, 1320},
    {"ES",      adult,             660, 2100, none,   360,  1, none, none, none, none, none, none},
    {"MK",      child_under_15,     960, 2880, informs, 270, 30, none, 120, 420,  720,  2100, 1200},
    {"MK",      child_from_15,      960, 2880, informs, 270, 30, none, 120, 480,  720,  2400, 1200},
    {"MK",      adolescent_of_15,   960, 2880, informs, 270, 30, none, 480, 480,  2400, 2400, 1320},
    {"MK",      adolescent_from_16, 960, 2880, informs, 270, 30, none, 480, 480,  2400, 2400, 1320},
    {"MK",      adult,             660, 2100, none,   360,  1, none, none, none, none, none, none},
    {"RO",      child_under_15,     840, 2880, informs, 270, 30, none, 120, 360,  720,  1800, 1200},
    {"RO",      child_from_15,      840, 2880, informs, 270, 30, none, 120, 360,  720,  1800, 1200},
    {"RO",      adolescent_of_15,   720, 2880, informs, 270, 30, none, 360, 360,  1800, 1800, 1320},
    {"RO",      adolescent_from_16, 720, 2880, informs, 270, 30, none, 360, 360,  1800, 1800, 1320},
    {"RO",      adult,             660, 2100, none,   360,  1, none, none, none, none, none, none},
    {"RS",      child_under_15,     840, 2880, informs, 270, 30, none, 120, 420,  720,  2100, 1200},
    {"RS",      child_from_15,      840, 2880, informs, 270, 30, none, 120, 480,  720,  2100, 1200},
    {"RS",      adolescent_of_15,   720, 2880, informs, 270, 30, none, 480, 480,  2100, 2100, 1320},
    {"RS",      adolescent_from_16, 720, 2880, informs, 270, 30, none, 480, 480,  2100, 2100, 1320},
    {"RS",      adult,             720, 2100, none,   360,  1, none, none, none, 3600, 3600, none},
    {"XK",      child_under_15,     840, 2880, informs, 270, 30, none, 120, 420,  720,  1800, 1200},
    {"XK",      child_from_15,      840, 2880, informs, 270, 30, none, 120, 480,  720,  1800, 1200},
    {"XK",      adolescent_of_15,   720, 2880, informs, 270, 30, none, 480, 480,  1800, 1800, 1320},
    {"XK",      adolescent_from_16, 720, 2880, informs, 270, 30, none, 480, 480,  1800, 1800, 1320},
    {"XK",      adult,             660, 2100, none,   360,  1, none, none, none, none, none, none},
}};
// clang-format on

}  // namespace

const Figures& figures(std::string_view country, Stage stage) {
  const auto* found = std::find_if(all.begin(), all.end(), [&](const Figures& one) {
    return one.country == country && one.stage == stage;
  });
  CHECK(found != all.end());
  return *found;
}

std::optional<OvertimeFigures> overtime_of_adults(std::string_view country) {
  if (country == "XK") return OvertimeFigures{40 * 60, 8 * 60, none};
  if (country == "AL") return OvertimeFigures{40 * 60, none, 200 * 60};
  return none;
}

std::optional<int> weeks_of_nights_in_a_row(std::string_view country) {
  if (country == "XK") return 1;
  return none;
}

std::string_view zone_of(std::string_view country) {
  if (country == "BG") return "Europe/Sofia";
  if (country == "RO") return "Europe/Bucharest";
  if (country == "AT") return "Europe/Vienna";
  if (country == "ES") return "Europe/Madrid";
  return "Europe/Belgrade";  // the others have its clock
}

}  // namespace tilia::payroll::tests
