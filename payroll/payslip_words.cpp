#include "payroll/payslip_words.h"

#include <fmt/format.h>

namespace tilia::payroll {

Phrase name_of(const PayLine& line) { return Phrase(fmt::format("payroll.line.{}", line.code)); }

Phrase explained(const PayLine& line) {
  return Phrase("payroll.line_explained").with("rate", line.rate).with("base", line.base);
}

Phrase tax_explained(const Payslip& slip) {
  if (slip.tax_base.is_zero())
    return Phrase("payroll.no_tax_explained").with("untaxed", slip.untaxed);
  return Phrase("payroll.tax_explained")
      .with("rate", slip.tax_rate)
      .with("base", slip.tax_base)
      .with("untaxed", slip.untaxed);
}

Phrase assumed_sentence(const std::string& code) {
  return Phrase(fmt::format("payroll.assumed.{}", code));
}

}  // namespace tilia::payroll
