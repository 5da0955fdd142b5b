#include "reporting/disclosure/business_gate.h"

#include <fmt/format.h>

namespace tilia::reporting {

namespace {
constexpr int fewest_people =
    3;  // rule B: the sales of two would be the output of each to the other
}

std::string_view gate_refusal_code(GateRefusal why) {
  switch (why) {
    case GateRefusal::fewer_than_three_people: return "fewer_than_three_people";
  }
  CHECK(false);
}

Phrase sentence_of(GateRefusal why) {
  return Phrase(fmt::format("reporting.gate.{}", gate_refusal_code(why)));
}

Result<Publishable<RevenueToServices>, GateRefusal> BusinessGate::pass(RevenueToServices report) {
  if (report.figures.people_at_work < fewest_people) return GateRefusal::fewer_than_three_people;
  report.figures.people_at_work = 0;  // for this gate only: it does not leave
  return Publishable<RevenueToServices>(std::move(report));
}

}  // namespace tilia::reporting
