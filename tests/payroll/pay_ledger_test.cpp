// A month's pay in the general ledger, and that two programs which people keep their books with
// read it and find it in balance.
#include "payroll/pay_ledger.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>

#include "payroll/rule_book.h"
#include "tests/payroll/run_of_tests.h"

namespace tilia::payroll {
namespace {

namespace fs = std::filesystem;

class PayLedger : public ::testing::Test {
 protected:
  PayLedger() {
    std::string pattern = (fs::temp_directory_path() / "ledger-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~PayLedger() override { fs::remove_all(folder_); }
  [[nodiscard]] fs::path written(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
    return folder_ / name;
  }
  [[nodiscard]] LedgerEntry entry() const {
    return ledger_entry_of(sums_of(run_of({{"amber", {}, {}}, {"birch", {}, {}, "123456.78"}})),
                           *Month::parse("2026-03"), read_ledger_accounts(shipped_));
  }
  [[nodiscard]] std::string fault(const std::string& text) const {
    try {
      (void)read_ledger_accounts(written("mine.toml", text));
    } catch (const RuleFault& why) {
      return why.what();
    }
    return "holds";
  }

  fs::path shipped_ = TILIA_SOURCE "/payroll/accounts/default.toml";
  fs::path folder_;
};

// What the program says, and in `status` how it ended.
std::string said(const std::string& command, int& status) {
  std::FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  std::string text;
  std::array<char, 512> bytes{};
  while (std::fgets(bytes.data(), static_cast<int>(bytes.size()), pipe) != nullptr)
    text += bytes.data();
  status = ::pclose(pipe);
  return text;
}

TEST_F(PayLedger, EntryBalancesToNothingAndOwesWhatTheRunOwes) {
  const LedgerEntry one = entry();
  EXPECT_EQ(one.day.text(), "2026-03-31");
  Money balance = Money::zero(rsd());
  for (const LedgerEntry::Posting& posting : one.postings) balance += posting.amount;
  EXPECT_TRUE(balance.is_zero());
  EXPECT_EQ(one.postings[0].account, "Expenses:Wages");
  EXPECT_EQ(one.postings[0].amount, dinars("223456.78"));
  EXPECT_EQ(one.postings[2].account, "Liabilities:Payroll:Net wages");
  EXPECT_TRUE(one.postings[2].amount.negative());
  EXPECT_EQ(one.postings[4].account.find("Liabilities:Payroll:Contributions:SRB_"), 0U);
}

TEST_F(PayLedger, IsReadAndBalancedByLedgerAndByHledger) {
  const std::string file = written("wages.journal", ledger_text(entry())).string();
  for (const std::string program : {"ledger", "hledger"}) {
    int status = -1;
    const std::string flat = said(fmt::format("{} -f {} balance --flat", program, file), status);
    ASSERT_EQ(status, 0) << program << ": " << flat;
    EXPECT_NE(flat.find("223456.78 RSD  Expenses:Wages"), std::string::npos) << flat;
    EXPECT_NE(flat.find("Liabilities:Payroll:Contributions:SRB_PIO_EE"), std::string::npos) << flat;
    // Both write the sum beneath a line; in balance it is 0.
    const std::string sum = flat.substr(flat.find("---"));
    EXPECT_NE(sum.find(" 0"), std::string::npos) << sum;
    EXPECT_EQ(sum.find("RSD"), std::string::npos) << sum;
  }
  const std::string broken =
      written("broken.journal", "2026-03-31 * x\n    A  1.00 RSD\n    B  -2.00 RSD\n").string();
  for (const std::string program : {"ledger", "hledger"}) {
    int status = 0;
    (void)said(fmt::format("{} -f {} balance", program, broken), status);
    EXPECT_NE(status, 0) << program << " would take anything";
  }
}

TEST_F(PayLedger, AsATableHasDebitAndCreditOfOneSum) {
  const LedgerEntry one = entry();
  const std::string csv = ledger_csv(one);
  EXPECT_TRUE(
      csv.starts_with("day,account,debit,credit,currency,text\n"
                      "2026-03-31,Expenses:Wages,223456.78,,RSD,2026-03\n"))
      << csv;
  EXPECT_NE(csv.find("2026-03-31,Liabilities:Payroll:Tax,," + (-one.postings[3].amount).text()),
            std::string::npos)
      << csv;
}

TEST_F(PayLedger, BalancesWithWhatIsPaidBesideTheWageOrTakenOff) {
  using Kind = PayItem::Kind;
  PayRun run = run_of({{"amber", {}, {}}});
  SeededChance chance(9);
  for (const auto& [kind, amount] :
       {std::pair(Kind::untaxed, "3500"), std::pair(Kind::advance, "20000"),
        std::pair(Kind::deduction, "4000.50")})
    run.slips.front().items.push_back({PayItemId::mint(chance), run.month, kind, dinars(amount)});
  const LedgerEntry entry =
      ledger_entry_of(sums_of(run), run.month, read_ledger_accounts(shipped_));
  Money sum = Money::zero(rsd());
  std::map<std::string, std::string> posted;
  for (const LedgerEntry::Posting& one : entry.postings) {
    sum += one.amount;
    posted[one.account] = one.amount.text();
  }
  EXPECT_TRUE(sum.is_zero());
  EXPECT_EQ(posted["Expenses:Wages"], "103500.00");
  EXPECT_EQ(posted["Assets:Payroll:Advances"], "-20000.00");
  EXPECT_EQ(posted["Liabilities:Payroll:Taken off"], "-4000.50");
  EXPECT_EQ(posted["Liabilities:Payroll:Net wages"], (-run.slips.front().payout()).text());
}

TEST_F(PayLedger, AccountsAreRefusedWhereTheyDoNotHold) {
  const std::string rest =
      "contributions_expense = \"B\"\ntax_payable = \"C\"\ncontributions_payable = \"D\"\n"
      "net_wages_payable = \"E\"\nadvances = \"G\"\ntaken_off_payable = \"H\"\n";
  EXPECT_EQ(fault("wages_expense = \"520 Зараде:бруто\"\n" + rest), "holds");
  EXPECT_NE(fault(rest).find("wages_expense"), std::string::npos);
  EXPECT_NE(fault("wages_expense = \"A\"\nother = \"F\"\n" + rest).find("other"),
            std::string::npos);
  for (const char* name :
       {"", " A", "A ", "A  B", "A;B", "(A)", "[A]", "A\\tB", ":A", "A:", "A::B", "* A", "\\\"A"})
    EXPECT_NE(fault(std::string("wages_expense = \"") + name + "\"\n" + rest).find("wages_expense"),
              std::string::npos)
        << name;
  const LedgerAccounts mine =
      read_ledger_accounts(written("mine.toml", "wages_expense = \"520 Зараде:бруто\"\n" + rest));
  EXPECT_EQ(mine.wages_expense, "520 Зараде:бруто");
}

}  // namespace
}  // namespace tilia::payroll
