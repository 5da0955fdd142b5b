// What is owed on an account: by its age, and as a statement.
#include "pos/customer_account.h"

#include <gtest/gtest.h>

#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using Kind = AccountMove::Kind;
using tests::day;
using tests::money;

AccountMove move(Kind kind, const char* amount, const char* on) {
  return {kind, money(amount), day(on), ""};
}

}  // namespace

TEST(AccountAge, CountsDaysAndPaysTheOldestFirst) {
  const std::vector<AccountMove> moves{
      move(Kind::sale, "10.00", "2026-01-01"),   // 90 days old on 1 April
      move(Kind::sale, "20.00", "2026-01-31"),   // 60
      move(Kind::sale, "30.00", "2026-03-02"),   // 30
      move(Kind::sale, "40.00", "2025-12-31"),   // 91
      move(Kind::paid, "-45.00", "2026-03-10"),  // all of the 40, 5 of the 10
      move(Kind::refund, "-1.00", "2026-03-11")};
  const AccountAge age = age_of(moves, day("2026-04-01"), money("0.00").currency());
  EXPECT_EQ(age.older, money("0.00"));
  EXPECT_EQ(age.to_90_days, money("4.00"));
  EXPECT_EQ(age.to_60_days, money("20.00"));
  EXPECT_EQ(age.to_30_days, money("30.00"));
  const AccountAge next_day = age_of(moves, day("2026-04-02"), money("0.00").currency());
  EXPECT_EQ(next_day, (AccountAge{money("0.00"), money("30.00"), money("20.00"), money("4.00")}));
}

TEST(AccountAge, OfWhatIsPaidIsNothing) {
  const AccountAge age = age_of(
      {move(Kind::sale, "10.00", "2026-01-01"), move(Kind::written_off, "-10.00", "2026-02-01")},
      day("2026-04-01"), money("0.00").currency());
  EXPECT_EQ(age, (AccountAge{money("0.00"), money("0.00"), money("0.00"), money("0.00")}));
}

TEST(AccountStatement, GoesFromWhatWasOwedBeforeToWhatIsOwedAfter) {
  const std::vector<AccountMove> moves{
      move(Kind::sale, "10.00", "2026-02-28"), move(Kind::sale, "5.00", "2026-03-01"),
      move(Kind::bank, "-8.00", "2026-03-31"), move(Kind::sale, "2.00", "2026-04-01")};
  const AccountStatement march =
      statement_of(moves, day("2026-03-01"), day("2026-03-31"), money("0.00").currency());
  EXPECT_EQ(march.before, money("10.00"));
  ASSERT_EQ(march.rows.size(), 2U);
  EXPECT_EQ(march.rows[0].owed, money("15.00"));
  EXPECT_EQ(march.rows[1].owed, money("7.00"));
  EXPECT_EQ(march.after, money("7.00"));
}

TEST(CustomerAccount, HasRoomUntilItsLimit) {
  CustomerAccount account{"ana", "Ana", "🙂", money("50.00"), money("30.00")};
  EXPECT_EQ(account.room(), money("20.00"));
  account.owed = money("60.00");
  EXPECT_EQ(account.room(), money("0.00"));
  account.owed = money("-5.00");
  EXPECT_EQ(account.room(), money("55.00"));
  account.closed = true;
  EXPECT_EQ(account.room(), money("0.00"));
}

}  // namespace tilia::pos
