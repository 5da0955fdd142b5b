// What may become of a ticket, without a book.
#include "pos/laundry/ticket.h"

#include <gtest/gtest.h>

#include "pos/laundry/collecting.h"
#include "pos/laundry/laundry_mark.h"
#include "pos/laundry/laundry_rules.h"
#include "pos/laundry/ticket_papers.h"
#include "pos/laundry/ticket_steps.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using tests::day;
using tests::money;
using tests::quantity;
using tests::words;

Ticket ticket_of(std::vector<PieceState> states) {
  SeededChance chance(3);
  Ticket ticket{.id = TicketId::mint(chance),
                .number = 17,
                .till = "T1",
                .by = {std::nullopt, "hotel"},
                .taken = day("2026-03-02"),
                .due = day("2026-03-05")};
  for (const PieceState state : states)
    ticket.pieces.push_back({.tag = std::ssize(ticket.pieces) + 1,
                             .article = "cake",
                             .quantity = quantity("1"),
                             .unit_price = money("3.00"),
                             .load = 1,
                             .state = state,
                             .since = day("2026-03-04"),
                             .rack = state == PieceState::ready ? "A1" : ""});
  return ticket;
}

std::vector<int> loads(std::vector<int> before, int most) {
  std::vector<TicketPiece> pieces;
  const Ticket one = ticket_of({PieceState::received});
  for (const int load : before) {
    pieces.push_back(one.pieces.front());
    pieces.back().load = load;
  }
  put_in_loads(pieces, most);
  std::vector<int> after;
  for (const TicketPiece& piece : pieces) after.push_back(piece.load);
  return after;
}

TEST(Loads, AreFilledFromTheFirstOnAndPiecesKeepTheirs) {
  EXPECT_EQ(loads({0, 0, 0, 0, 0}, 2), (std::vector{1, 1, 2, 2, 3}));
  EXPECT_EQ(loads({0, 0, 0}, 0), (std::vector{1, 1, 1})) << "without a rule a ticket is one load";
  EXPECT_EQ(loads({1, 3, 0, 0, 0}, 2), (std::vector{1, 3, 1, 2, 2}));
}

TEST(Loads, ANewOneIsBehindThoseThatThereAre) {
  Ticket ticket = ticket_of({PieceState::received, PieceState::received, PieceState::ready});
  const Ticket split = with_load(ticket, {2, 3}, 0).value();
  EXPECT_EQ(split.pieces[0].load, 1);
  EXPECT_EQ(split.pieces[1].load, 2);
  EXPECT_EQ(split.pieces[2].load, 2);
  EXPECT_EQ(with_load(split, {1}, 0).value().pieces[0].load, 3);
  EXPECT_EQ(with_load(split, {2}, 1).value().pieces[1].load, 1);
  EXPECT_EQ(with_load(ticket, {4}, 0).refusal().why, TicketRefusal::Why::unknown_piece);
  ticket.pieces[0].state = PieceState::collected;
  EXPECT_EQ(with_load(ticket, {1}, 0).refusal().why, TicketRefusal::Why::not_here);
  EXPECT_EQ(with_load(ticket_of({}), {1}, 0).refusal().why, TicketRefusal::Why::still_in_bag);
}

TEST(Tickets, AreWhereTheirHindmostPieceIs) {
  const Money none = money("0.00");
  const auto state = [&](std::vector<PieceState> states) {
    return state_of(ticket_of(std::move(states)), none);
  };
  EXPECT_EQ(state({}), TicketState::in_bag);
  EXPECT_EQ(state({PieceState::ready, PieceState::washing}), TicketState::washing);
  EXPECT_EQ(state({PieceState::collected, PieceState::ready}), TicketState::ready);
  EXPECT_EQ(state({PieceState::lost, PieceState::collected, PieceState::given_away}),
            TicketState::complete);
}

TEST(Tickets, AreCompleteOnlyWhenNothingThatWasPaidEarlyIsLeft) {
  const Ticket gone = ticket_of({PieceState::collected});
  EXPECT_EQ(state_of(gone, money("0.50")), TicketState::money_left);
  EXPECT_EQ(state_of(gone, money("0.00")), TicketState::complete);
}

TEST(Tickets, OweForWhatIsHereAndNotForWhatIsLost) {
  const Ticket ticket = ticket_of({PieceState::ready, PieceState::lost, PieceState::collected});
  EXPECT_EQ(to_pay_of(ticket, tests::currency("EUR")), money("3.00"));
  EXPECT_EQ(total_of(ticket, tests::currency("EUR")), money("6.00"));
}

TEST(Tickets, HaveCodesOfTheirOwnForSlipsAndTags) {
  EXPECT_EQ(ticket_barcode(17), "2960000000173");
  EXPECT_EQ(ticket_of_barcode("2960000000173"), 17);
  EXPECT_EQ(piece_of_barcode(piece_barcode(4711)), 4711);
  EXPECT_FALSE(ticket_of_barcode("2960000000174")) << "read badly";
  EXPECT_FALSE(ticket_of_barcode(piece_barcode(17)));
  EXPECT_FALSE(piece_of_barcode(ticket_barcode(17)));
}

TEST(Racks, AreWrittenInCapitalsAndBriefly) {
  EXPECT_EQ(plain_rack(" b-12 "), "B-12");
  for (const char* text : {"", "  ", "A 1", "Ч1", "A1,", "ABCDEFGHIJKLM"})
    EXPECT_FALSE(plain_rack(text)) << text;
}

TEST(Marks, HaveAPictureAndACodeEachOnceAndWordsInEveryLanguage) {
  std::set<std::string_view> codes;
  std::set<std::string_view> pictures;
  for (const LaundryMark& mark : laundry_marks()) {
    EXPECT_TRUE(codes.insert(mark.code).second) << mark.code;
    EXPECT_TRUE(pictures.insert(mark.picture).second) << mark.code;
    for (const Language language : all_languages())
      EXPECT_TRUE(words(language).knows("pos.laundry.mark." + std::string(mark.code))) << mark.code;
  }
}

TEST(LaundryRules, AreNumbersOrNone) {
  for (const std::string& name : laundry_rule_names()) {
    const auto rules = with_laundry_rule({}, name, "14");
    ASSERT_TRUE(rules) << name;
    EXPECT_NE(*rules, LaundryRules()) << name;
    EXPECT_EQ(laundry_rule_text(*rules, name), "14");
    EXPECT_EQ(with_laundry_rule(*rules, name, "none"), LaundryRules());
    for (const char* text : {"0", "-1", "1001", "two", "", "1.5"})
      EXPECT_FALSE(with_laundry_rule({}, name, text)) << text;
  }
}

TEST(Moves, OneStepOnTakesTheHindmostAlone) {
  const Ticket ticket = ticket_of({PieceState::washing, PieceState::received, PieceState::ironing});
  const auto move = move_of(ticket, {}, {}, day("2026-03-04"));
  ASSERT_TRUE(move);
  EXPECT_EQ(move.value().to, PieceState::washing);
  EXPECT_EQ(move.value().tags, (std::vector<std::int64_t>{2}));
}

TEST(Moves, WhatIsThereAlreadyIsNotMovedTwice) {
  const Ticket ticket = ticket_of({PieceState::washing, PieceState::received});
  const auto move =
      move_of(ticket, {.which = {}, .to = PieceState::washing}, {}, day("2026-03-04"));
  ASSERT_TRUE(move);
  EXPECT_EQ(move.value().tags, (std::vector<std::int64_t>{2}));
  const Ticket there = ticket_of({PieceState::washing});
  EXPECT_TRUE(move_of(there, {.which = {}, .to = PieceState::washing}, {}, day("2026-03-04"))
                  .value()
                  .tags.empty());
}

TEST(Moves, WashedAgainItWaitsAnewAndHangsNowhere) {
  const Ticket ticket = ticket_of({PieceState::ready});
  const auto move =
      move_of(ticket, {.which = {.tags = {1}}, .to = PieceState::washing}, {}, day("2026-03-06"));
  ASSERT_TRUE(move);
  EXPECT_EQ(move.value().rack, "");
  EXPECT_EQ(move.value().tags, (std::vector<std::int64_t>{1}));
}

TEST(Unclaimed, CountsFromTheDayOnWhichItCouldBeFetched) {
  Ticket ticket = ticket_of({PieceState::ready});
  EXPECT_EQ(days_unclaimed(ticket, day("2026-03-05")), 0);
  EXPECT_EQ(days_unclaimed(ticket, day("2026-03-15")), 10) << "since it was due";
  ticket.pieces[0].since = day("2026-03-14");
  EXPECT_EQ(days_unclaimed(ticket, day("2026-03-15")), 1) << "since it was ready";
  EXPECT_EQ(days_unclaimed(ticket_of({PieceState::ironing}), day("2026-04-15")), 0)
      << "it was never ready: nobody can fetch it";
}

TEST(Collecting, PutsPiecesOfOneKindOnOneLineAndRoundsNothingAway) {
  Ticket ticket = ticket_of({PieceState::ready, PieceState::ready, PieceState::ready});
  ticket.pieces[2].quantity = quantity("1.337");
  const auto collecting = collecting_of(ticket, {}, tests::currency("EUR"));
  ASSERT_TRUE(collecting);
  ASSERT_EQ(collecting.value().lines.size(), 2U);
  EXPECT_EQ(collecting.value().lines[0].quantity, quantity("2"));
  EXPECT_EQ(collecting.value().total, money("10.01"));
}

TEST(Collecting, UsesWhatWasPaidEarlyFirstAndNoMoreThanItCosts) {
  SeededChance chance(4);
  const Ticket ticket = ticket_of({PieceState::ready});
  const auto collecting = collecting_of(ticket, {}, tests::currency("EUR")).value();
  const SaleId id = SaleId::mint(chance);
  EXPECT_TRUE(sale_of(collecting, money("0.00"), id).tenders.empty());
  const SaleRequest sale = sale_of(collecting, money("9.00"), id);
  ASSERT_EQ(sale.tenders.size(), 1U);
  EXPECT_EQ(sale.tenders[0].amount, money("3.00"));
  EXPECT_EQ(sale.tenders[0].reference, "ticket-17");
  EXPECT_EQ(sale.delivers, (Delivery{ticket_delivery, 17, {1}}));
}

std::string text_of(const Strip& strip) {
  std::string text;
  for (const StripLine& line : strip.lines) text += line.left + " | " + line.right + "\n";
  return text;
}

TEST(LaundryPapers, NameWhoseItIsOnTheSlipAlone) {
  Ticket ticket = ticket_of({PieceState::received, PieceState::received});
  ticket.pieces[1].marks = {"wine"};
  const CountryPack pack = tests::pack("AT");
  const PaperHead head{tests::organisation(pack), pack.fiscal_duty, false};
  const auto articles = tests::articles(pack.currency);
  const KnownTicket known{ticket, "Ana", "", money("1.00")};
  const auto slip_of = [&](const Ticket& of) {
    return text_of(slip_strip({of, "Ana", "", money("0.00")}, articles, head, words()));
  };
  const std::string slip = text_of(slip_strip(known, articles, head, words()));
  EXPECT_NE(slip.find("Ana"), std::string::npos) << slip;
  EXPECT_NE(slip.find("2960000000173"), std::string::npos);
  EXPECT_NE(slip.find("wine stain"), std::string::npos);
  EXPECT_NE(slip.find("5.00"), std::string::npos) << "still to pay";
  EXPECT_NE(slip_of(ticket_of({PieceState::ready, PieceState::ready})).find("2 × Cake | 6.00"),
            std::string::npos)
      << "those that nobody can tell apart stand on one line";
  const std::string tags = text_of(tag_strip(ticket, articles, head, words()));
  EXPECT_NE(tags.find(piece_barcode(2)), std::string::npos) << tags;
  EXPECT_EQ(tags.find("hotel"), std::string::npos);
  const std::string bag = text_of(bag_strip(ticket, head, words()));
  EXPECT_NE(bag.find("2960000000173"), std::string::npos) << bag;
  EXPECT_EQ(bag.find("hotel"), std::string::npos);
}

}  // namespace
}  // namespace tilia::pos
