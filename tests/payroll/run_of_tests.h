// An approved run of March 2026 in Serbia, made of nothing but what each is paid and where to.
#pragma once

#include <string>
#include <vector>

#include "payroll/pay_run.h"
#include "tests/payroll/serbia_in.h"

namespace tilia::payroll {

struct Paid {
  std::string alias;
  std::string legal_name;
  std::string iban;
  std::string gross = "100000";  // 73522.10 in her hand
};

inline PayRun run_of(const std::vector<Paid>& everybody) {
  const Month march = *Month::parse("2026-03");
  const StatutoryRules rules = serbia_on(march.last_day());
  SeededChance chance(7);
  PayRun run{.id = PayRunId::mint(chance),
             .month = march,
             .state = PayRun::State::approved,
             .slips = {},
             .remarks = {},
             .drawn_up_by = UserId::mint(chance),
             .approved_by = UserId::mint(chance)};
  for (const Paid& one : everybody) {
    const WorkerId id = WorkerId::mint(chance);
    const Money gross = dinars(one.gross);
    run.slips.push_back(
        {{.contract = {.worker = id, .from = march.first_day(), .to = {}, .gross = gross},
          .worked_minutes = 10560,
          .slip = work_out_payslip(wage(gross, march.last_day()), rules).value()},
         {.id = id, .alias = one.alias, .picture = {}, .ended_on = {}},
         {.legal_name = one.legal_name, .id_number = {}, .iban = one.iban, .born = {}}});
  }
  return run;
}

}  // namespace tilia::payroll
