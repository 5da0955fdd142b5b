// What the bank is asked to pay of a run: whom, how much, and nothing of who at work it is.
#include "payroll/bank_pay.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/payroll/run_of_tests.h"

namespace tilia::payroll {
namespace {

constexpr const char* one_account = "RS35260005601001611379";
constexpr const char* other_account = "AT611904300234573201";

std::string why(const Paid& paid, std::size_t longest_name = 70) {
  const BankPay pay = bank_pay_of(run_of({paid}), longest_name);
  return pay.left_out.empty() ? "paid" : std::string(left_out_code(pay.left_out.front().why));
}

TEST(BankPay, PaysTheNetToWhoHasAnAccountAndNamesTheOthersByAlias) {
  const PayRun run = run_of({{"amber", "Милица Ђурић", one_account},
                             {"birch", "Jana Nováková", {}},
                             {"cedar", "Ana Anić", other_account, "80000"}});
  const BankPay pay = bank_pay_of(run, 70);
  ASSERT_EQ(pay.transfers.size(), 2U);
  EXPECT_EQ(pay.transfers[0].name, "Ana Anic") << "by account";
  EXPECT_EQ(pay.transfers[1].name, "Milica Djuric");
  EXPECT_EQ(pay.transfers[1].iban, one_account);
  EXPECT_EQ(pay.transfers[1].amount, run.slips[0].slip.net);
  EXPECT_EQ(sum_of(pay), run.slips[0].slip.net + run.slips[2].slip.net);
  ASSERT_EQ(pay.left_out.size(), 1U);
  EXPECT_EQ(pay.left_out[0].alias, "birch");
  EXPECT_EQ(left_out_code(pay.left_out[0].why), "cash");
  EXPECT_EQ(sum_of(bank_pay_of(run_of({{"birch", "J", {}}}), 70)), std::nullopt);
}

TEST(BankPay, LeavesOutAloneWhomTheBankWouldNotTake) {
  EXPECT_EQ(why({"amber", std::string(70, 'a'), one_account}), "paid");
  EXPECT_EQ(why({"amber", std::string(71, 'a'), one_account}), "name_too_long");
  EXPECT_EQ(why({"amber", std::string(71, 'a'), one_account}, 140), "paid");
  EXPECT_EQ(why({"amber", "Љ" + std::string(69, 'a'), one_account}), "name_too_long")
      << "as long as it is written";
  EXPECT_EQ(why({"amber", {}, one_account}), "name_missing");
  EXPECT_EQ(why({"amber", "王小明", one_account}), "name_not_written");
  const BankPay pay = bank_pay_of(
      run_of({{"amber", std::string(71, 'a'), one_account}, {"birch", "Eva", other_account}}), 70);
  EXPECT_EQ(pay.transfers.size(), 1U) << "the others are paid";
  EXPECT_EQ(sentence_of(pay.left_out.front(), *Month::parse("2026-03")),
            Phrase("payroll.bank.left_out.name_too_long")
                .with("worker", std::string("amber"))
                .with("month", *Month::parse("2026-03")));
}

// Two who differ in their alias and place at work alone are told apart by nothing in the file.
TEST(BankPay, NumbersTransfersByNothingThatTellsWhoItIs) {
  PayRun run = run_of({{"amber", "Ana", one_account}, {"birch", "Eva", other_account}});
  const BankPay before = bank_pay_of(run, 70);
  std::swap(run.slips[0].worker, run.slips[1].worker);
  std::reverse(run.slips.begin(), run.slips.end());
  const BankPay after = bank_pay_of(run, 70);
  for (std::size_t at = 0; at < 2; ++at) {
    EXPECT_EQ(before.transfers[at].id, after.transfers[at].id);
    EXPECT_EQ(before.transfers[at].iban, after.transfers[at].iban);
    EXPECT_LE(before.transfers[at].id.size(), 35U);
    EXPECT_EQ(before.transfers[at].id.find("amber"), std::string::npos);
  }
  EXPECT_EQ(before.id, run.id.text());
}

TEST(BankPay, KeepsTheNumberOfATransferWhenSomebodyElseWasTakenOut) {
  PayRun run = run_of({{"amber", "Ana", one_account}, {"birch", "Eva", other_account}});
  const std::string number = bank_pay_of(run, 70).transfers[1].id;
  run.slips.pop_back();
  EXPECT_EQ(bank_pay_of(run, 70).transfers[0].id, number);
}

TEST(BankPay, GivesTwoWhoShareAnAccountNumbersOfTheirOwn) {
  const BankPay pay =
      bank_pay_of(run_of({{"amber", "Ana", one_account}, {"birch", "Eva", one_account}}), 70);
  ASSERT_EQ(pay.transfers.size(), 2U);
  EXPECT_NE(pay.transfers[0].id, pay.transfers[1].id);
}

TEST(BankPay, IsDueOnTheFirstWeekdayAfter) {
  const auto after = [](const char* day) { return next_weekday(*Day::parse(day)).text(); };
  EXPECT_EQ(after("2026-04-01"), "2026-04-02");
  EXPECT_EQ(after("2026-04-03"), "2026-04-06") << "a Friday";
  EXPECT_EQ(after("2026-04-04"), "2026-04-06");
  EXPECT_EQ(after("2026-04-05"), "2026-04-06");
}

}  // namespace
}  // namespace tilia::payroll
