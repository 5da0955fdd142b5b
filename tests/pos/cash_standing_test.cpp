#include "pos/cash_standing.h"

#include <gtest/gtest.h>

#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using tests::money;

const Currency eur = *Currency::from_code("EUR");

DrawerSession a_session() {
  return {.id = SessionId::from_bytes({}),
          .till = "T1",
          .number = 1,
          .business_day = BusinessDay(*Day::parse("2026-03-02")),
          .opened_at = *Instant::parse("2026-03-02T07:00:00Z"),
          .float_amount = money("100.00")};
}

SessionFigures figures(const char* cash, const char* card, const char* vat, const char* donations) {
  SessionFigures made = no_figures(eur);
  made.cash_taken = money(cash) + money("7.00");
  made.change_given = money("7.00");
  made.card_taken = money(card);
  made.donations = money(donations);
  made.vat = {{VatClass::standard, Rate(), money(vat), Money::zero(eur), money(vat)}};
  return made;
}

}  // namespace

// A sale paid by voucher or on account brought no money: its VAT is not in this drawer. Tips that
// were handed over and vouchers that wait for their day are told apart.
TEST(CashStanding, VouchersTipsAndAccounts) {
  SessionFigures made = figures("90.00", "0.00", "20.00", "0.00");
  made.sales_total = money("120.00");
  made.vouchers_taken = money("40.00");
  made.account_taken = money("20.00");
  made.tips = money("5.00");
  made.tips_out = money("2.00");
  made.vouchers_sold = money("25.00");
  const CashStanding standing = cash_standing(a_session(), made, std::nullopt);
  EXPECT_EQ(standing.vat, money("10.00"));
  EXPECT_EQ(standing.tips, money("3.00"));
  EXPECT_EQ(standing.vouchers, money("25.00"));
  EXPECT_EQ(standing.not_own, money("38.00"));
  made.tips_out = money("9.00");
  EXPECT_EQ(cash_standing(a_session(), made, std::nullopt).tips, money("0.00"));
}

// What was paid by voucher brought no money for the maker either.
TEST(CashStanding, WhatIsOwedToMakersIsNotTheShopsOwn) {
  SessionFigures made = figures("90.00", "0.00", "0.00", "0.00");
  made.sales_total = money("120.00");
  made.vouchers_taken = money("30.00");
  made.makers_share = money("40.00");
  const CashStanding standing = cash_standing(a_session(), made, std::nullopt);
  EXPECT_EQ(standing.makers, money("30.00"));
  EXPECT_EQ(standing.not_own, money("30.00"));
  EXPECT_EQ(standing.own, money("160.00"));
}

TEST(CashStanding, CashBearsItsShareOfWhatIsNotTheShopsOwn) {
  const auto half =
      cash_standing(a_session(), figures("60.00", "60.00", "20.01", "3.00"), money("10.00"));
  EXPECT_EQ(half.expected, money("160.00"));
  EXPECT_EQ(half.vat, money("10.01"));
  EXPECT_EQ(half.given, money("1.50"));
  EXPECT_EQ(half.not_own, money("21.51"));
  EXPECT_EQ(half.own, money("138.49"));
  const auto all = cash_standing(a_session(), figures("120.00", "0.00", "20.00", "3.00"), {});
  EXPECT_EQ(all.vat, money("20.00"));
  EXPECT_EQ(all.given, money("3.00"));
  const auto by_card = cash_standing(a_session(), figures("0.00", "120.00", "20.00", "3.00"), {});
  EXPECT_EQ(by_card.not_own, money("0.00"));
  EXPECT_EQ(by_card.own, money("100.00"));
}

TEST(CashStanding, OnADayOfRefundsNothingIsOwed) {
  SessionFigures back = figures("0.00", "0.00", "-4.00", "0.00");
  back.cash_refunded = money("24.00");
  const auto standing = cash_standing(a_session(), back, {});
  EXPECT_EQ(standing.vat, money("0.00"));
  EXPECT_EQ(standing.own, money("76.00"));
}

struct Proposal {
  const char* name;
  std::vector<std::pair<const char*, int>> counted;
  const char* float_amount;
  const char* to_bank;
  std::vector<int> pieces_to_bank;  // the largest first
};

TEST(BankProposal, BanksTheLargePiecesAndNeverLeavesLessThanTheFloat) {
  const std::vector<Proposal> table{
      {"the float stays in coins",
       {{"50.00", 2}, {"20.00", 3}, {"2.00", 30}, {"1.00", 40}},
       "100.00",
       "160.00",
       {2, 3, 0, 0}},
      {"small ones go where the large do not come to it",
       {{"50.00", 1}, {"10.00", 3}, {"5.00", 2}},
       "40.00",
       "50.00",
       {1, 0, 0}},
      {"nothing where there is no more than the float", {{"20.00", 2}}, "40.00", "0.00", {0}},
      {"nothing where there is less", {{"20.00", 1}}, "40.00", "0.00", {0}},
      {"a large note stays where banking it would leave too little",
       {{"50.00", 1}, {"5.00", 1}},
       "40.00",
       "5.00",
       {0, 1}},
      {"an empty drawer", {}, "40.00", "0.00", {}},
  };
  const CountryPack pack = tests::pack("AT");
  for (const Proposal& row : table) {
    SCOPED_TRACE(row.name);
    std::vector<CountedPiece> counted;
    for (const auto& [piece, count] : row.counted) counted.push_back({money(piece), count});
    const BankProposal proposal = propose_bank(counted, money(row.float_amount), pack.pieces);
    EXPECT_EQ(proposal.to_bank, money(row.to_bank));
    EXPECT_EQ(proposal.to_bank + proposal.stays, sum_of(counted, eur));
    std::vector<int> pieces;
    for (const auto& each : proposal.rows) pieces.push_back(static_cast<int>(each.to_bank));
    EXPECT_EQ(pieces, row.pieces_to_bank);
  }
}

TEST(BankProposal, ACoinAndANoteOfOneWorthAreOneRow) {
  const CountryPack pack = tests::pack("RS");
  const auto proposal = propose_bank(
      {{money("20.00", "RSD"), 3}, {money("10.00", "RSD"), 0}, {money("20.00", "RSD"), 4}},
      money("100.00", "RSD"), pack.pieces);
  ASSERT_EQ(proposal.rows.size(), 1U);
  EXPECT_EQ(proposal.rows[0].counted, 7);
  EXPECT_EQ(proposal.rows[0].to_bank, 2);
}

}  // namespace tilia::pos
