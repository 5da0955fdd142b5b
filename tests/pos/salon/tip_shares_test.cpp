// A tip, shared out by what each did was worth.
#include "pos/salon/tip_shares.h"

#include <gtest/gtest.h>

namespace tilia::pos {
namespace {

Money eur(std::int64_t cents) { return Money::from_minor(cents, *Currency::from_code("EUR")); }

}  // namespace

TEST(TipShares, FollowWhatTheServicesCost) {
  const std::vector<TipShare> shares =
      tip_shares({{{{"ana", eur(100'00)}, {"bee", eur(200'00)}}, eur(30'00)}});
  EXPECT_EQ(shares, (std::vector<TipShare>{{"ana", eur(10'00)}, {"bee", eur(20'00)}}));
}

TEST(TipShares, LoseNoCentAndAddUpOverSales) {
  const TippedSale sale{{{"ana", eur(1'00)}, {"bee", eur(1'00)}, {"cleo", eur(1'00)}}, eur(1'00)};
  const std::vector<TipShare> shares = tip_shares({sale, sale});
  EXPECT_EQ(shares, (std::vector<TipShare>{{"ana", eur(68)}, {"bee", eur(66)}, {"cleo", eur(66)}}));
}

TEST(TipShares, OfOneWhoDidTwoThingsAreOneSum) {
  const TippedSale sale{{{"ana", eur(10'00)}, {"bee", eur(10'00)}, {"ana", eur(20'00)}}, eur(4'00)};
  EXPECT_EQ(tip_shares({sale}), (std::vector<TipShare>{{"ana", eur(3'00)}, {"bee", eur(1'00)}}));
}

TEST(TipShares, CountTheSameWhereNothingWasPaidForTheServices) {
  const TippedSale sale{{{"ana", eur(0)}, {"bee", eur(0)}}, eur(5'00)};
  EXPECT_EQ(tip_shares({sale}), (std::vector<TipShare>{{"ana", eur(2'50)}, {"bee", eur(2'50)}}));
  EXPECT_TRUE(tip_shares({{{}, eur(5'00)}}).empty()) << "nobody did anything";
}

}  // namespace tilia::pos
