#include "pos/cash_piece.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using tests::money;
using tests::text_of;

std::vector<Piece> pieces_of(const std::vector<int>& values) {
  std::vector<Piece> pieces;
  for (const int value : values)
    pieces.push_back(
        {Piece::Kind::coin, Money::from_minor(value, tests::currency("EUR")), "", "", 1, 1});
  return pieces;
}

// Every way to pay, tried one after the other. −1: there is none.
int fewest_by_trying(int amount, const std::vector<int>& values, const std::vector<int>& held,
                     std::size_t at = 0) {
  if (amount == 0) return 0;
  if (at == values.size()) return -1;
  int best = -1;
  for (int count = 0; count <= held[at] && count * values[at] <= amount; ++count) {
    const int rest = fewest_by_trying(amount - count * values[at], values, held, at + 1);
    if (rest >= 0 && (best < 0 || rest + count < best)) best = rest + count;
  }
  return best;
}

void expect_fewest(int amount, const std::vector<int>& values,
                   const std::optional<std::vector<int>>& held) {
  std::optional<std::vector<CountedPiece>> in_drawer;
  if (held) {
    in_drawer.emplace();
    for (std::size_t at = 0; at < values.size(); ++at)
      in_drawer->push_back({Money::from_minor(values[at], tests::currency("EUR")), (*held)[at]});
  }
  const Money wanted = Money::from_minor(amount, tests::currency("EUR"));
  const auto found = fewest_pieces(wanted, pieces_of(values), in_drawer);
  const int best =
      fewest_by_trying(amount, values, held.value_or(std::vector<int>(values.size(), amount)));
  ASSERT_EQ(found.has_value(), best >= 0) << amount << " of " << ::testing::PrintToString(values);
  if (!found) return;
  std::int64_t count = 0;
  for (const CountedPiece& piece : *found) {
    count += piece.count;
    if (!held) continue;
    const auto at = std::find(values.begin(), values.end(), piece.value.minor()) - values.begin();
    EXPECT_LE(piece.count, (*held)[static_cast<std::size_t>(at)]);
  }
  EXPECT_EQ(count, best) << amount << " of " << ::testing::PrintToString(values);
  EXPECT_EQ(sum_of(*found, tests::currency("EUR")), wanted);
  EXPECT_TRUE(std::is_sorted(found->begin(), found->end(),
                             [](const auto& a, const auto& b) { return a.value > b.value; }));
}

TEST(FewestPieces, IsTheFewestOfAllWaysForSmallSets) {
  for (const std::vector<int>& values : std::vector<std::vector<int>>{{1, 2, 5},
                                                                      {1, 3, 4},
                                                                      {4, 3, 1},
                                                                      {2, 5},
                                                                      {3, 7},
                                                                      {1, 5, 10, 25},
                                                                      {1, 10, 25},
                                                                      {6, 10, 15},
                                                                      {5},
                                                                      {1, 7, 8, 12}}) {
    for (int amount = 0; amount <= 45; ++amount) expect_fewest(amount, values, std::nullopt);
  }
}

TEST(FewestPieces, TakesNoMoreThanTheDrawerHolds) {
  for (int ones = 0; ones <= 3; ++ones)
    for (int twos = 0; twos <= 3; ++twos)
      for (int fives = 0; fives <= 3; ++fives)
        for (int tens = 0; tens <= 2; ++tens)
          for (int amount = 0; amount <= 45; ++amount)
            expect_fewest(amount, {1, 2, 5, 10}, std::vector<int>{ones, twos, fives, tens});
}

TEST(FewestPieces, HoldsForRandomSetsAndDrawers) {
  constexpr unsigned seed = 20260302;
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  const auto upto = [&](int most) {
    return static_cast<int>(random() % static_cast<unsigned>(most + 1));
  };
  for (int round = 0; round < 2000; ++round) {
    std::vector<int> values;
    for (int value = 1; value <= 20; ++value) {
      if (values.size() < 5 && upto(3) == 0) values.push_back(value);
    }
    if (values.empty()) continue;
    std::vector<int> held;
    for (std::size_t at = 0; at < values.size(); ++at) held.push_back(upto(4));
    expect_fewest(upto(70), values, held);
    expect_fewest(upto(70), values, std::nullopt);
  }
}

TEST(FewestPieces, GivesTheChangeOfACashier) {
  const auto eur = tests::pack("AT").pieces;
  const auto rsd = tests::pack("RS").pieces;
  EXPECT_EQ(text_of(fewest_pieces(money("1.60"), eur)), "1 x 1.00, 1 x 0.50, 1 x 0.10");
  EXPECT_EQ(text_of(fewest_pieces(money("0.00"), eur)), "");
  EXPECT_EQ(text_of(fewest_pieces(money("370.00", "RSD"), rsd)),
            "1 x 200.00, 1 x 100.00, 1 x 50.00, 1 x 20.00");
  EXPECT_EQ(text_of(fewest_pieces(money("0.50", "RSD"), rsd)), "none");
  EXPECT_EQ(text_of(fewest_pieces(money("-1.00"), eur)), "none");
  EXPECT_EQ(text_of(fewest_pieces(money("1.00", "RSD"), eur)), "none");
}

TEST(FewestPieces, GivesChangeForALargeNoteFromADrawerThatLacksOnes) {
  const auto eur = tests::pack("AT").pieces;
  const std::vector<CountedPiece> held{
      {money("200.00"), 20}, {money("100.00"), 20}, {money("50.00"), 3},  {money("20.00"), 60},
      {money("0.05"), 1},    {money("0.02"), 200},  {money("0.20"), 400}, {money("5.00"), 1}};
  // 4,999.99 needs one 0.05 and twos for the odd cent: greedy would strand on it.
  EXPECT_EQ(
      text_of(fewest_pieces(money("4999.99"), eur, held)),
      "20 x 200.00, 9 x 100.00, 1 x 50.00, 2 x 20.00, 1 x 5.00, 24 x 0.20, 1 x 0.05, 7 x 0.02");
  EXPECT_EQ(text_of(fewest_pieces(money("4999.98"), eur, held)),
            "20 x 200.00, 9 x 100.00, 1 x 50.00, 2 x 20.00, 1 x 5.00, 24 x 0.20, 9 x 0.02");
}

TEST(FewestPieces, StaysQuickForAmountsThatNobodyHandsOver) {
  const auto eur = tests::pack("AT").pieces;
  const auto found = fewest_pieces(money("99999999.99"), eur);
  ASSERT_TRUE(found);
  EXPECT_EQ(sum_of(*found, tests::currency("EUR")), money("99999999.99"));
  EXPECT_EQ(found->front().count, 499999);
}

}  // namespace
}  // namespace tilia::pos
