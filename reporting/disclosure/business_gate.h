// The gate for business figures (class B of disclosure control): free, unless fewer than three
// people worked in the period, whose output the sales would be; then the report is not published
// (rule B, threshold 3). A later release adds the gates for figures about staff and protected
// figures.
#pragma once

#include "core/phrase.h"
#include "core/result.h"
#include "reporting/disclosure/publishable.h"
#include "reporting/revenue_to_services.h"

namespace tilia::reporting {

enum class GateRefusal { fewer_than_three_people };
[[nodiscard]] std::string_view gate_refusal_code(GateRefusal why);
[[nodiscard]] Phrase sentence_of(GateRefusal why);

class BusinessGate {
 public:
  [[nodiscard]] static Result<Publishable<RevenueToServices>, GateRefusal> pass(
      RevenueToServices report);
};

}  // namespace tilia::reporting
