// From an agreed net wage to the gross that leaves it: where a net is agreed, or law fixes a net
// minimum. The smallest gross, in the unit in which the country's wages are given, that leaves the
// net exactly. Where rounding or a step of the law lets no gross leave it, the one that leaves
// least above it.
//
//   gross_for_net(net, facts, rules).value().gross     // work_out_payslip of it leaves `net`
#pragma once

#include "payroll/payslip.h"

namespace tilia::payroll {

struct GrossForNet {
  Money gross;
  Money net;           // what it leaves
  bool exact = false;  // that is what was asked for
};

// `facts.gross` is not looked at. Refuses what work_out_payslip would refuse; a net that is not
// positive is gross_not_positive.
[[nodiscard]] Result<GrossForNet, PayRefusal> gross_for_net(const Money& net, const PayFacts& facts,
                                                            const StatutoryRules& rules);

}  // namespace tilia::payroll
