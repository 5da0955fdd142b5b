// Wages in cash: envelopes, their pieces, and what to fetch from the bank.
#include "payroll/cash_pay.h"

#include <gtest/gtest.h>

#include <utility>

#include "tests/payroll/run_of_tests.h"

namespace tilia::payroll {
namespace {

std::vector<Money> dinar_pieces() {
  std::vector<Money> pieces;
  for (const char* value :
       {"5000", "2000", "1000", "500", "200", "100", "50", "20", "10", "5", "2", "1"})
    pieces.push_back(dinars(value));
  return pieces;
}

Money worth(const std::vector<CashPay::Pieces>& pieces) {
  Money sum = Money::zero(rsd());
  for (const CashPay::Pieces& some : pieces)
    sum += Money::from_minor(some.value.minor() * some.count, rsd());
  return sum;
}

TEST(CashPay, IsOneEnvelopeForEachWithoutAnAccountRoundedUpToWhatPiecesMake) {
  const CashPay pay = cash_pay_of(run_of({{"amber", "Ana", {}},
                                          {"birch", "Eva", "RS35260005601001611379"},
                                          {"cedar", {}, {}, "120000"}}),
                                  dinar_pieces());
  ASSERT_EQ(pay.envelopes.size(), 2U);
  EXPECT_EQ(pay.envelopes[0].alias, "cedar") << "the largest amount first";
  EXPECT_EQ(pay.envelopes[0].number, 1);
  const CashPay::Envelope& amber = pay.envelopes[1];
  EXPECT_EQ(amber.number, 2);
  EXPECT_EQ(amber.legal_name, "Ana");
  EXPECT_EQ(amber.net, dinars("73522.10"));
  EXPECT_EQ(amber.cash, dinars("73523"));
  EXPECT_EQ(amber.more_than_net(), dinars("0.90"));
  EXPECT_EQ(amber.pieces, (std::vector<CashPay::Pieces>{{dinars("5000"), 14},
                                                        {dinars("2000"), 1},
                                                        {dinars("1000"), 1},
                                                        {dinars("500"), 1},
                                                        {dinars("20"), 1},
                                                        {dinars("2"), 1},
                                                        {dinars("1"), 1}}));
}

TEST(CashPay, FetchesWhatAllEnvelopesHoldTogether) {
  for (int gross = 60000; gross < 60050; ++gross) {
    const CashPay pay =
        cash_pay_of(run_of({{"amber", {}, {}, std::to_string(gross)}, {"birch", {}, {}, "91234"}}),
                    dinar_pieces());
    Money more = Money::zero(rsd());
    for (const CashPay::Envelope& one : pay.envelopes) {
      EXPECT_EQ(worth(one.pieces), one.cash);
      EXPECT_GE(one.cash, one.net) << "nobody gets less than her net";
      EXPECT_LT(one.more_than_net(), dinars("1"));
      more += one.more_than_net();
    }
    EXPECT_EQ(worth(pay.to_fetch), cash_of(pay));
    EXPECT_EQ(more_than_net_of(pay), more);
    for (std::size_t at = 1; at < pay.to_fetch.size(); ++at)
      EXPECT_GT(pay.to_fetch[at - 1].value, pay.to_fetch[at].value);
  }
}

TEST(CashPay, NumbersEnvelopesByAmountsAloneSoThatNoAliasShowsInTheirOrder) {
  PayRun run = run_of({{"amber", {}, {}, "90000"}, {"birch", {}, {}, "80000"}});
  std::swap(run.slips[0].worker.alias, run.slips[1].worker.alias);
  const CashPay pay = cash_pay_of(run, dinar_pieces());
  EXPECT_EQ(pay.envelopes[0].alias, "birch");
  EXPECT_GT(pay.envelopes[0].cash, pay.envelopes[1].cash);
}

TEST(CashPay, IsNothingWhereEverybodyHasAnAccount) {
  const CashPay pay =
      cash_pay_of(run_of({{"amber", "Ana", "RS35260005601001611379"}}), dinar_pieces());
  EXPECT_TRUE(pay.envelopes.empty());
  EXPECT_TRUE(pay.to_fetch.empty());
}

}  // namespace
}  // namespace tilia::payroll
