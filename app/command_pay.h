// What the pay commands share.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/command.h"
#include "payroll/bank_pay.h"
#include "payroll/pay_run.h"
#include "payroll/rule_book.h"

namespace CLI {
class App;
}

namespace tilia::app {

struct PaySlipOptions {
  std::string country;
  std::string on;
  std::string gross;  // or
  std::string net;
  std::vector<std::string> set;  // KEY=VALUE
};
ExitStatus pay_slip(Desk& desk, const PaySlipOptions& asked);

// KEY=VALUE, each key once.
[[nodiscard]] std::map<std::string, std::string> settings_argument(
    const std::vector<std::string>& set);
void add_pay_entry_commands(CLI::App& pay, Desk& desk);
void add_pay_law_commands(CLI::App& pay, Desk& desk);

// What leaves the house on pay day: bank-file, cash-list.
void add_pay_day_commands(CLI::App& pay, Desk& desk);
void add_pay_cash_command(CLI::App& pay, Desk& desk);
// A month's pay in sums.
void add_pay_contributions_command(CLI::App& pay, Desk& desk);
void add_pay_ledger_command(CLI::App& pay, Desk& desk);
// What is filed and paid of a month's pay, and by when: filing, due.
void add_pay_filing_commands(CLI::App& pay, Desk& desk);
// What a worker takes with her: year, certificate.
void add_pay_paper_commands(CLI::App& pay, Desk& desk);
// An approved month's pay, for whoever holds the payroll key. Each slip that it opens is noted.
class OpenBook;
[[nodiscard]] payroll::PayRun approved_run(OpenBook& book, const Month& month);
// Of everybody who was paid then: where somebody has been taken out of the book since, what is left
// would pass for the whole.
[[nodiscard]] payroll::PayRun whole_run(OpenBook& book, const Month& month);
[[noreturn]] void refuse(payroll::PayDayRefusal why, const Month& month);

[[nodiscard]] std::string payslip_file_name(const Month& month, const std::string& alias);

// Ends the command with the sentence of a rule book that has no answer.
[[noreturn]] void refuse(payroll::RulesRefusal why, const std::string& country, const Day& day);

}  // namespace tilia::app
