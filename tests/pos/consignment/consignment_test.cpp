// Consigned pieces as pure rules: shares, what a move settles, what is payable, a month's
// statement, and tags that name nobody.
#include "pos/consignment/consignment.h"

#include <gtest/gtest.h>

#include "pos/consignment/maker_tags.h"
#include "pos/gtin.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using tests::day;
using tests::money;
using Kind = ConsignmentMove::Kind;
using Happened = ConsignmentEvent::Kind;

const Currency eur = tests::currency("EUR");

ConsignmentTerms by_share(const char* percent, bool lost_is_paid = false) {
  return {.article = "cap",
          .maker = 7,
          .from = day("2026-03-01"),
          .price = money("15.00"),
          .our_share = Rate::parse_percent(percent).value(),
          .makers_amount = std::nullopt,
          .lost_is_paid = lost_is_paid};
}

ConsignmentTerms by_piece(const char* amount) {
  ConsignmentTerms terms = by_share("0");
  terms.our_share = std::nullopt;
  terms.makers_amount = money(amount);
  return terms;
}

ConsignedArticle holding(std::int64_t brought, std::int64_t sold, std::int64_t lost = 0,
                         const char* owed_lost = "0.00", bool lost_is_paid = false) {
  return {.number = 3,
          .terms = by_share("30", lost_is_paid),
          .pieces = {.brought = Quantity::pieces(brought),
                     .returned = {},
                     .lost = Quantity::pieces(lost),
                     .sold = Quantity::pieces(sold)},
          .owed_lost = money(owed_lost)};
}

Result<SettledMove, ConsignmentRefusal> settle(Kind kind, std::int64_t pieces,
                                               const ConsignedArticle& article) {
  return settled({kind, "cap", Quantity::pieces(pieces), day("2026-03-05")}, article);
}

ConsignmentEvent happened(Happened kind, std::int64_t pieces, const char* amount, const char* owed,
                          const char* on) {
  return {kind, "cap", Quantity::pieces(pieces), money(amount), money(owed), day(on)};
}

}  // namespace

TEST(Consignment, TheMakerGetsWhatOurShareLeaves) {
  EXPECT_EQ(by_share("30").makers_share(Quantity::pieces(1), money("15.00")), money("10.50"));
  EXPECT_EQ(by_share("100").makers_share(Quantity::pieces(1), money("15.00")), money("0.00"));
  // 33.33 % of 0.05 is 0.0167, rounded to 0.02: the parts are always the whole.
  EXPECT_EQ(by_share("33.33").makers_share(Quantity::pieces(1), money("0.05")), money("0.03"));
}

TEST(Consignment, AnAmountForEachPieceHoldsWhateverItSoldFor) {
  EXPECT_EQ(by_piece("9.00").makers_share(Quantity::pieces(2), money("20.00")), money("18.00"));
  EXPECT_EQ(by_piece("9.00").makers_share(Quantity::pieces(-2), money("-30.00")), money("-18.00"));
}

TEST(Consignment, NoMoreGoesBackOrGetsLostThanIsLeft) {
  EXPECT_TRUE(settle(Kind::returned, 8, holding(10, 2)));
  EXPECT_EQ(settle(Kind::returned, 9, holding(10, 2)).refusal(), ConsignmentRefusal::not_that_many);
  EXPECT_EQ(settle(Kind::lost, 9, holding(10, 2)).refusal(), ConsignmentRefusal::not_that_many);
  EXPECT_EQ(settle(Kind::brought, 0, holding(10, 2)).refusal(),
            ConsignmentRefusal::quantity_not_positive);
  EXPECT_EQ(settled({Kind::brought, "cap", Quantity::from_thousandths(500), day("2026-03-05")},
                    holding(10, 2))
                .refusal(),
            ConsignmentRefusal::quantity_not_whole);
}

TEST(Consignment, WhatGetsLostIsPaidOnlyWhereThatWasAgreed) {
  EXPECT_EQ(settle(Kind::lost, 2, holding(10, 2)).value().owed, money("0.00"));
  EXPECT_EQ(settle(Kind::lost, 2, holding(10, 2, 0, "0.00", true)).value().owed, money("21.00"));
}

TEST(Consignment, ACountMakesWhatIsMissingLostAndWhatIsFoundNot) {
  const SettledMove missing = settle(Kind::counted, 5, holding(10, 2, 0, "0.00", true)).value();
  EXPECT_EQ(missing.lost, Quantity::pieces(3));
  EXPECT_EQ(missing.owed, money("31.50"));
  const SettledMove none_there = settle(Kind::counted, 0, holding(10, 2)).value();
  EXPECT_EQ(none_there.lost, Quantity::pieces(8));
  // Of three lost ones for which 10.00 is owed two are found, then the last.
  const SettledMove found = settle(Kind::counted, 7, holding(10, 2, 3, "10.00")).value();
  EXPECT_EQ(found.lost, Quantity::pieces(-2));
  EXPECT_EQ(found.owed, money("-6.67"));
  EXPECT_EQ(settle(Kind::counted, 8, holding(10, 2, 1, "3.33")).value().owed, money("-3.33"));
  EXPECT_EQ(settle(Kind::counted, 9, holding(10, 2, 0)).refusal(),
            ConsignmentRefusal::more_than_came);
}

TEST(Consignment, IsPayableForAMonthOnceAndNeverMoreThanIsOwedNow) {
  std::vector<ConsignmentEvent> events{happened(Happened::sold, 2, "30.00", "21.00", "2026-03-10"),
                                       happened(Happened::sold, 1, "15.00", "10.50", "2026-04-02")};
  const Day march = day("2026-03-31");
  EXPECT_EQ(payable(events, {}, march, eur), money("21.00"));
  std::vector<MakerPayment> paid{{1, 1, 7, money("21.00"), day("2026-04-03"), march, std::nullopt}};
  EXPECT_EQ(payable(events, paid, march, eur), money("0.00"));
  EXPECT_EQ(payable(events, paid, day("2026-04-30"), eur), money("10.50"));
  paid.front().reversed_on = day("2026-04-05");
  EXPECT_EQ(payable(events, paid, march, eur), money("21.00"));
  events.push_back(happened(Happened::sold, -3, "-45.00", "-31.50", "2026-04-04"));
  EXPECT_EQ(payable(events, {}, march, eur), money("0.00")) << "all came back since";
}

TEST(Consignment, AStatementSaysWhatCameWentAndIsLeftAndItsSumsClose) {
  const std::vector<ConsignmentEvent> events{
      happened(Happened::brought, 10, "0.00", "0.00", "2026-02-10"),
      happened(Happened::sold, 2, "30.00", "21.00", "2026-02-20"),
      happened(Happened::sold, 3, "45.00", "31.50", "2026-03-10"),
      happened(Happened::sold, -1, "-15.00", "-10.50", "2026-03-11"),
      happened(Happened::returned, 2, "0.00", "0.00", "2026-03-12"),
      happened(Happened::lost, 1, "0.00", "10.50", "2026-03-13"),
      happened(Happened::sold, 1, "15.00", "10.50", "2026-04-01")};
  const std::vector<MakerPayment> payments{
      {1, 1, 7, money("21.00"), day("2026-03-02"), day("2026-02-28"), std::nullopt}};
  const MakerStatement march =
      statement_of(7, events, payments, day("2026-03-01"), day("2026-03-31"), eur);
  ASSERT_EQ(march.rows.size(), 1U);
  const MakerStatement::Row& cap = march.rows.front();
  EXPECT_EQ(cap.before, Quantity::pieces(8));
  EXPECT_EQ(cap.sold, Quantity::pieces(2));
  EXPECT_EQ(cap.returned, Quantity::pieces(2));
  EXPECT_EQ(cap.lost, Quantity::pieces(1));
  EXPECT_EQ(cap.left, Quantity::pieces(3));
  EXPECT_EQ(cap.sold_for, money("30.00"));
  EXPECT_EQ(march.owed_before, money("21.00"));
  EXPECT_EQ(march.earned, money("31.50"));
  EXPECT_EQ(march.paid, money("21.00"));
  EXPECT_EQ(march.owed, money("31.50"));
  const MakerStatement april =
      statement_of(7, events, payments, day("2026-04-01"), day("2026-04-30"), eur);
  EXPECT_EQ(april.owed_before, march.owed);
  EXPECT_EQ(april.rows.at(0).before, cap.left);
}

TEST(Consignment, AMakerIsANumber) {
  EXPECT_EQ(maker_text(7), "M-7");
  EXPECT_EQ(parse_maker_text("M-7"), 7);
  EXPECT_EQ(parse_maker_text("12"), 12);
  for (const char* none : {"", "M-", "M-0", "-7", "M-7a", "Ana"})
    EXPECT_FALSE(parse_maker_text(none)) << none;
}

TEST(Consignment, ATagSaysThePriceTheNumberAndABarcodeOfOurOwn) {
  Article cap = tests::articles(eur).front();
  cap.name = "Knit cap";
  cap.price = money("15.00");
  const Strip tags = maker_tags_strip(holding(10, 0), cap, 2, tests::words());
  std::string text;
  int barcodes = 0;
  for (const StripLine& line : tags.lines) {
    text += line.left + "\n" + line.right + "\n";
    if (line.kind != StripLine::Kind::barcode) continue;
    ++barcodes;
    EXPECT_TRUE(is_gtin(line.left)) << line.left;
    EXPECT_TRUE(line.left.starts_with("291000000003"));
  }
  EXPECT_EQ(barcodes, 2);
  EXPECT_NE(text.find("M-7"), std::string::npos);
  EXPECT_NE(text.find("15.00"), std::string::npos);
}

}  // namespace tilia::pos
