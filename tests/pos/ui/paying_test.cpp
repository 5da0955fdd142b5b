#include "pos/ui/paying.h"

#include <gtest/gtest.h>

#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using tests::money;

Money rsd(const std::string& text) { return money(text, "RSD"); }

TEST(Paying, AddsUpWhatWasTappedAndSaysWhatGoesBack) {
  const CountryPack pack = tests::pack("RS");
  Paying paying(pack, rsd("630.00"));
  paying.give(rsd("500.00"));
  EXPECT_FALSE(paying.enough());
  EXPECT_EQ(paying.still_to_pay(), rsd("130.00"));
  paying.give(rsd("200.00"));
  EXPECT_TRUE(paying.enough());
  EXPECT_EQ(paying.give_back(), rsd("70.00"));
  paying.undo();
  EXPECT_EQ(paying.got(), rsd("500.00"));
}

TEST(Paying, OffersTheExactSumAndTheNextNotes) {
  const CountryPack pack = tests::pack("RS");
  const Paying paying(pack, rsd("630.00"));
  ASSERT_EQ(paying.offers().size(), 3U);
  EXPECT_EQ(paying.offers()[0].sum, rsd("630.00"));
  EXPECT_EQ(paying.offers()[1].sum, rsd("1000.00"));
  EXPECT_EQ(paying.offers()[2].sum, rsd("2000.00"));
}

TEST(Paying, OffersSeveralOfTheLargestNoteAboveIt) {
  const CountryPack pack = tests::pack("RS");
  const Paying paying(pack, rsd("12400.00"));
  ASSERT_EQ(paying.offers().size(), 2U);
  EXPECT_EQ(paying.offers()[1].sum, rsd("15000.00"));
}

TEST(Paying, ASecondTapOnAnOfferIsTheSameWish) {
  const CountryPack pack = tests::pack("RS");
  Paying paying(pack, rsd("630.00"));
  paying.take_offer(1);
  paying.take_offer(1);
  EXPECT_EQ(paying.got(), rsd("1000.00"));
  paying.undo();
  EXPECT_TRUE(paying.got().is_zero());
  EXPECT_FALSE(paying.can_undo());
}

TEST(Paying, ACardPaysTheRestAndGivesNothingBack) {
  const CountryPack pack = tests::pack("RS");
  Paying paying(pack, rsd("630.00"));
  paying.give(rsd("200.00"));
  paying.pay_rest_by_card();
  EXPECT_TRUE(paying.enough());
  EXPECT_TRUE(paying.give_back().is_zero());
  ASSERT_EQ(paying.tenders().size(), 2U);
  EXPECT_EQ(paying.tenders()[1], (Tender{TenderKind::card, rsd("430.00")}));
  paying.give(rsd("100.00"));  // no cash on top of a card
  EXPECT_EQ(paying.got(), rsd("630.00"));
}

TEST(Paying, RoundsForCashAndNeverForACard) {
  const CountryPack pack = tests::pack("RS");
  Paying paying(pack, rsd("127.50"));
  EXPECT_EQ(paying.to_pay(), rsd("128.00"));
  paying.pay_rest_by_card();
  EXPECT_EQ(paying.to_pay(), rsd("127.50"));
  EXPECT_EQ(paying.tenders().front().amount, rsd("127.50"));
}

TEST(Paying, TheChangeBecomesAGiftAndTurnsBack) {
  const CountryPack pack = tests::pack("RS");
  Paying paying(pack, rsd("630.00"));
  paying.give_the_change();  // there is none yet
  EXPECT_FALSE(paying.donation().has_value());
  paying.give(rsd("1000.00"));
  paying.give_the_change();
  EXPECT_EQ(paying.donation(), rsd("370.00"));
  EXPECT_TRUE(paying.give_back().is_zero());
  paying.give_the_change();
  EXPECT_FALSE(paying.donation().has_value());
  EXPECT_EQ(paying.give_back(), rsd("370.00"));
}

TEST(Paying, AFreeTrayNeedsNoMoney) {
  const CountryPack pack = tests::pack("RS");
  const Paying paying(pack, rsd("0.00"));
  EXPECT_TRUE(paying.enough());
  EXPECT_TRUE(paying.tenders().empty());
}

}  // namespace
}  // namespace tilia::pos
