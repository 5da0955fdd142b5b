#include "payroll/pay_ledger.h"

#include <fmt/format.h>

#include <string_view>

#include "core/check.h"
#include "core/csv_field.h"
#include "core/letters.h"
#include "payroll/rule_keys.h"

namespace tilia::payroll {
namespace {

// Two spaces end a name; brackets, a semicolon, a star at its beginning mean something else.
bool is_account(const std::string& name) {
  if (name.empty() || name.front() == ' ' || name.back() == ' ' || !is_utf8(name)) return false;
  if (name.find("  ") != std::string::npos || name.find("::") != std::string::npos) return false;
  if (name.front() == ':' || name.back() == ':') return false;
  for (const char letter : name)
    if (static_cast<unsigned char>(letter) < ' ') return false;
  return name.find_first_of(";()[]{}<>\"*!=~%#|@") == std::string::npos;
}

std::string account(Keys& keys, std::string_view key) {
  constexpr std::string_view cure =
      "write the account's name, \"Expenses:Wages\": letters, digits, single spaces and colons";
  std::string name = keys.text(key, cure);
  if (!is_account(name)) keys.refuse(key, cure);
  return name;
}

}  // namespace

LedgerAccounts read_ledger_accounts(const std::filesystem::path& file) {
  const toml::table table = parsed_law_file(file);
  Keys keys(table, file.filename().string());
  LedgerAccounts accounts{.wages_expense = account(keys, "wages_expense"),
                          .contributions_expense = account(keys, "contributions_expense"),
                          .tax_payable = account(keys, "tax_payable"),
                          .contributions_payable = account(keys, "contributions_payable"),
                          .net_wages_payable = account(keys, "net_wages_payable"),
                          .advances = account(keys, "advances"),
                          .taken_off_payable = account(keys, "taken_off_payable")};
  keys.nothing_else();
  return accounts;
}

LedgerEntry ledger_entry_of(const PaySums& sums, const Month& month,
                            const LedgerAccounts& accounts) {
  LedgerEntry entry{.day = month.last_day(), .text = month.text(), .postings = {}};
  const auto post = [&](const std::string& name, const Money& amount) {
    if (!amount.is_zero()) entry.postings.push_back({name, amount});
  };
  Money employer = Money::zero(sums.gross.currency());
  for (const ContributionSum& one : sums.contributions) employer += one.employer;
  post(accounts.wages_expense, sums.gross + sums.untaxed);
  post(accounts.contributions_expense, employer);
  post(accounts.net_wages_payable, -sums.payout);
  post(accounts.advances, -sums.advances);
  post(accounts.taken_off_payable, -sums.taken_off);
  post(accounts.tax_payable, -sums.tax);
  for (const ContributionSum& one : sums.contributions)
    post(fmt::format("{}:{}", accounts.contributions_payable, one.code), -one.total());
  Money balance = Money::zero(sums.gross.currency());
  for (const LedgerEntry::Posting& one : entry.postings) balance += one.amount;
  CHECK(balance.is_zero());
  return entry;
}

std::string ledger_text(const LedgerEntry& entry) {
  std::string text = fmt::format("{} * {}\n", entry.day.text(), entry.text);
  for (const LedgerEntry::Posting& one : entry.postings)
    text += fmt::format("    {:<50}  {:>16} {}\n", one.account, one.amount.text(),
                        one.amount.currency().code());
  return text;
}

std::string ledger_csv(const LedgerEntry& entry) {
  std::string text = "day,account,debit,credit,currency,text\n";
  for (const LedgerEntry::Posting& one : entry.postings) {
    const bool debit = !one.amount.negative();
    text += fmt::format("{},{},{},{},{},{}\n", entry.day.text(), csv_field(one.account),
                        debit ? one.amount.text() : "", debit ? "" : (-one.amount).text(),
                        one.amount.currency().code(), entry.text);
  }
  return text;
}

}  // namespace tilia::payroll
