// What a bank's statement says of a wage that we paid: who paid, and what for. Others read it too:
// the bank, whoever shares the account, whoever asks to see a statement. So it is the name that the
// street knows, the month, and nothing else; the same words for everybody.
#pragma once

#include <string>

#include "core/day.h"
#include "core/phrase.h"
#include "payroll/pay_book.h"

namespace tilia::payroll {

struct BankLine {
  std::string payer;
  std::string purpose;
};
[[nodiscard]] BankLine bank_line_of(const Employer& employer, const Month& month,
                                    const Words& words);

}  // namespace tilia::payroll
