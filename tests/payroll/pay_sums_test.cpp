// Sums of a run: what insurances, the tax office and the general ledger are told.
#include "payroll/pay_sums.h"

#include <gtest/gtest.h>

#include "tests/payroll/run_of_tests.h"

namespace tilia::payroll {
namespace {

PayRun two() { return run_of({{"amber", {}, {}}, {"birch", {}, {}, "200000"}}); }

TEST(PaySums, AddUpEachContributionEachFundAndTheTax) {
  const PayRun run = two();
  const PaySums sums = sums_of(run);
  EXPECT_EQ(sums.gross, dinars("300000"));
  EXPECT_EQ(sums.payout, run.slips[0].slip.net + run.slips[1].slip.net);
  EXPECT_EQ(sums.tax, run.slips[0].slip.tax + run.slips[1].slip.tax);
  EXPECT_EQ(sums.tax_base, run.slips[0].slip.tax_base + run.slips[1].slip.tax_base);
  bool found = false;
  for (const ContributionSum& one : sums.contributions) {
    if (one.code != "SRB_PIO_EE") continue;
    found = true;
    EXPECT_EQ(one.branch, "pension");
    EXPECT_EQ(one.base, dinars("300000"));
    EXPECT_EQ(one.employee, dinars("42000")) << "14 %";
    EXPECT_EQ(one.employer, dinars("0"));
  }
  EXPECT_TRUE(found);
  found = false;
  for (const BranchSum& one : sums.branches) {
    if (one.branch != "pension") continue;
    found = true;
    EXPECT_EQ(one.employee, dinars("42000"));
    EXPECT_EQ(one.employer, dinars("30000")) << "10 % of ours";
    EXPECT_EQ(one.total(), dinars("72000"));
  }
  EXPECT_TRUE(found);
}

TEST(PaySums, HoldTheWholeCostOfTheRun) {
  const PayRun run = two();
  const PaySums sums = sums_of(run);
  Money of_codes = Money::zero(rsd());
  for (const ContributionSum& one : sums.contributions) of_codes += one.total();
  Money of_branches = Money::zero(rsd());
  for (const BranchSum& one : sums.branches) of_branches += one.total();
  EXPECT_EQ(of_codes, of_branches);
  EXPECT_EQ(sums.payout + sums.tax + of_codes, totals_of(run, rsd()).employer_cost);
}

TEST(PaySums, AreATableOfOneRowForEachContributionAndTheTax) {
  const PaySums sums = sums_of(run_of({{"amber", {}, {}}}));
  const std::string csv = contributions_csv(sums);
  EXPECT_TRUE(csv.starts_with("code,for,base,employee,employer,total,currency\n")) << csv;
  EXPECT_NE(csv.find("\nSRB_PIO_EE,pension,100000.00,14000.00,0.00,14000.00,RSD\n"),
            std::string::npos)
      << csv;
  EXPECT_TRUE(csv.ends_with("\ntax,tax," + sums.tax_base.text() + ",6577.90,0.00,6577.90,RSD\n"))
      << csv;
  EXPECT_EQ(csv.find("amber"), std::string::npos);
}

}  // namespace
}  // namespace tilia::payroll
