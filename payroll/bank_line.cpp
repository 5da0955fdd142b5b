#include "payroll/bank_line.h"

namespace tilia::payroll {

BankLine bank_line_of(const Employer& employer, const Month& month, const Words& words) {
  return {employer.trade_name.empty() ? employer.name : employer.trade_name,
          words.say(Phrase("payroll.bank.purpose").with("month", month))};
}

}  // namespace tilia::payroll
