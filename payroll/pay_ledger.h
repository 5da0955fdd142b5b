// A month's pay as one entry of the general ledger that balances to nothing: what it cost on one
// side, what is owed to workers, to the tax office and to each insurance on the other.
//
//   const LedgerEntry entry = ledger_entry_of(sums, run.month, read_ledger_accounts(file));
//   write_whole(out, ledger_text(entry));
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/day.h"
#include "core/money.h"
#include "payroll/pay_sums.h"

namespace tilia::payroll {

struct LedgerAccounts {
  std::string wages_expense;
  std::string contributions_expense;
  std::string tax_payable;
  std::string contributions_payable;  // each code is below it
  std::string net_wages_payable;
  std::string advances;           // paid before the month was worked out
  std::string taken_off_payable;  // owed to whoever asked for it
};
// TOML, all five keys and nothing else; throws RuleFault. A name holds nothing that ledger and
// hledger would read as something else.
[[nodiscard]] LedgerAccounts read_ledger_accounts(const std::filesystem::path& file);

struct LedgerEntry {
  struct Posting {
    std::string account;
    Money amount;  // above nothing: debit
  };
  Day day;           // the month's last
  std::string text;  // "2026-03"
  std::vector<Posting> postings;
};
// What is nothing has no posting.
[[nodiscard]] LedgerEntry ledger_entry_of(const PaySums& sums, const Month& month,
                                          const LedgerAccounts& accounts);

// The plain text that ledger and hledger read.
[[nodiscard]] std::string ledger_text(const LedgerEntry& entry);
[[nodiscard]] std::string ledger_csv(const LedgerEntry& entry);

}  // namespace tilia::payroll
