// Rung 1: the tickets of a laundry at the counter, pressed without a window.
#include <gtest/gtest.h>

#include <functional>

#include "tests/pos/shop_of_tests.h"
#include "tests/pos/ui/laundry_of_counter.h"

namespace tilia::pos {
namespace {

using tests::LaundryOfCounter;
using When = TicketsScreen::When;

class TicketsAtTheCounter : public ::testing::Test {
 protected:
  void press(const std::function<void(TicketsScreen&)>& what) { shop->at_tickets(what); }
  void one_step_on() {
    press([](TicketsScreen& t) { t.one_step_on(); });
  }
  void choose(std::int64_t tag) {
    press([tag](TicketsScreen& t) { t.choose_piece(tag); });
  }
  void types(const std::string& letters) {
    for (const char letter : letters) shop->type(std::string(1, letter));
  }
  void hangs_up(const std::string& rack) {
    types(rack);
    press([](TicketsScreen& t) { t.hang_up(); });
  }
  [[nodiscard]] const TicketsScreen& tickets() { return shop->tickets(); }
  [[nodiscard]] Place place() { return shop->place(); }
  [[nodiscard]] std::string said() {
    return shop->notice() ? shop->notice()->sentence.key() : std::string();
  }
  [[nodiscard]] std::vector<PieceState> states(const Ticket& ticket) {
    std::vector<PieceState> all;
    for (const TicketPiece& piece : shop.now(ticket).pieces) all.push_back(piece.state);
    return all;
  }
  [[nodiscard]] static std::int64_t tag(const Ticket& ticket, std::size_t piece) {
    return ticket.pieces.at(piece).tag;
  }
  // Two shirts at 60.00 and trousers at 45.00, ready in place 12.
  [[nodiscard]] Ticket ready() {
    const Ticket ticket = shop.taken(0, {"loaf", "loaf", "roll"});
    shop.moves(ticket, PieceState::ready, "12");
    return ticket;
  }
  void pays_cash() {
    shop->pay();
    ASSERT_EQ(place(), Place::pay);
    while (!shop->paying().enough()) shop->paying().give(shop.dinars(100));
    shop->paid();
    ASSERT_EQ(place(), Place::change);
  }

  LaundryOfCounter shop;
};

}  // namespace

TEST(TicketsRule, WithoutItThereIsNoWayIn) {
  LaundryOfCounter shop(/*washes=*/false);
  const Ticket ticket = shop.taken(0, {"loaf"});
  EXPECT_FALSE(shop->has_tickets());
  shop->open_tickets();
  EXPECT_EQ(shop->place(), Place::sale);
  shop.opens(ticket);
  EXPECT_EQ(shop->place(), Place::sale);
}

// ---- the list

TEST_F(TicketsAtTheCounter, AreListedByTheDayOnWhichTheyAreDue) {
  shop.taken(0, {"loaf"}, "Ana");
  shop.taken(1, {"loaf"}, "Mira");
  shop.taken(2, {"loaf"}, "Vera");
  shop.taken(9, {}, "Zora");
  shop->open_tickets();
  ASSERT_EQ(place(), Place::tickets);
  EXPECT_EQ(tickets().due(When::earlier).size(), 0U);
  ASSERT_EQ(tickets().tickets().size(), 1U);
  EXPECT_EQ(tickets().tickets().front()->whose, "Ana");
  press([](TicketsScreen& t) { t.choose_tab(When::tomorrow); });
  EXPECT_EQ(tickets().tickets().front()->whose, "Mira");
  EXPECT_EQ(tickets().due(When::later).size(), 2U);
  shop->undo();
  EXPECT_EQ(place(), Place::sale);
  shop.clock.set(shop.clock.now().plus_seconds(2 * 24 * 60 * 60));
  shop->open_tickets();
  EXPECT_EQ(tickets().due(When::earlier).size(), 2U);
  EXPECT_EQ(tickets().tickets().front()->whose, "Vera");
}

TEST_F(TicketsAtTheCounter, TurnsPagesOfADay) {
  for (int i = 0; i < 9; ++i) shop.taken(0, {"loaf"});
  shop->open_tickets();
  EXPECT_EQ(tickets().pages(), 2U);
  EXPECT_EQ(tickets().tickets().size(), TicketsScreen::tickets_on_page);
  press([](TicketsScreen& t) { t.turn_page(1); });
  EXPECT_EQ(tickets().tickets().size(), 1U);
  press([](TicketsScreen& t) { t.turn_page(1); });
  EXPECT_EQ(tickets().page(), 1U);
}

TEST_F(TicketsAtTheCounter, AreFoundByNameNumberPlaceAndTheEndOfATelephoneNumber) {
  const Ticket anas = shop.taken(0, {"loaf"}, "Ana", "0641234567");
  shop.taken(5, {"loaf"}, "Mira", "0649999999");
  shop.moves(anas, PieceState::ready, "77");
  for (const std::string typed : {"an", "1", "77", "4567"}) {
    shop->open_tickets();
    press([](TicketsScreen& t) { t.find(); });
    ASSERT_EQ(place(), Place::ticket_find);
    EXPECT_EQ(tickets().found().size(), 2U) << "nothing typed: all of them";
    types(typed);
    ASSERT_EQ(tickets().found().size(), 1U) << typed;
    EXPECT_EQ(tickets().found().front().whose, "Ana") << typed;
    shop->type_back();
    shop->undo();
    EXPECT_EQ(place(), Place::tickets);
    shop->undo();
  }
}

TEST_F(TicketsAtTheCounter, ScannedSlipOpensItAndScannedTagChoosesThatPiece) {
  const Ticket ticket = shop.taken(0, {"loaf", "roll"});
  shop.opens(ticket);
  ASSERT_EQ(place(), Place::ticket);
  EXPECT_EQ(tickets().opened().ticket.number, ticket.number);
  EXPECT_FALSE(tickets().is_chosen(tag(ticket, 1)));
  shop->scanned(piece_barcode(tag(ticket, 1)));
  EXPECT_TRUE(tickets().is_chosen(tag(ticket, 1)));
  EXPECT_FALSE(tickets().is_chosen(tag(ticket, 0)));
  shop->scanned(ticket_barcode(99));
  EXPECT_EQ(said(), "pos.ticket.unknown_ticket");
}

// ---- step by step

TEST_F(TicketsAtTheCounter, OneTapMovesAllPiecesOnAndWhatGetsReadyHasAPlace) {
  const Ticket ticket = shop.taken(0, {"loaf", "roll"});
  shop.opens(ticket);
  EXPECT_EQ(tickets().next(), PieceState::washing);
  one_step_on();
  EXPECT_EQ(states(ticket), std::vector(2, PieceState::washing));
  one_step_on();
  EXPECT_EQ(states(ticket), std::vector(2, PieceState::ironing));
  one_step_on();
  ASSERT_EQ(place(), Place::ticket_rack);
  press([](TicketsScreen& t) { t.hang_up(); });
  EXPECT_EQ(place(), Place::ticket_rack) << "it hangs somewhere";
  hangs_up("1?2");
  ASSERT_EQ(place(), Place::ticket);
  EXPECT_EQ(states(ticket), std::vector(2, PieceState::ready));
  EXPECT_EQ(shop.now(ticket).pieces[0].rack, "12");
  EXPECT_FALSE(tickets().next().has_value());
  EXPECT_TRUE(tickets().all_ready());
}

TEST_F(TicketsAtTheCounter, UndoTakesTheLastStepBackAndThenLeads) {
  const Ticket ticket = shop.taken(0, {"loaf", "roll"});
  shop.moves(ticket, PieceState::ready, "3", {tag(ticket, 1)});
  shop.moves(ticket, PieceState::ironing, "", {tag(ticket, 0)});
  shop.opens(ticket);
  one_step_on();
  hangs_up("4");
  EXPECT_EQ(states(ticket), std::vector(2, PieceState::ready));
  EXPECT_EQ(shop.now(ticket).pieces[1].rack, "3") << "it was ready before, and hangs where it did";
  EXPECT_TRUE(tickets().has_moved());
  shop->undo();
  EXPECT_EQ(place(), Place::ticket);
  EXPECT_EQ(states(ticket), (std::vector{PieceState::ironing, PieceState::ready}));
  shop->undo();
  EXPECT_EQ(place(), Place::tickets);
}

TEST_F(TicketsAtTheCounter, AStepStaysWhenOneGoesBackToTheOthers) {
  const Ticket ticket = shop.taken(0, {"loaf"});
  shop.opens(ticket);
  one_step_on();
  press([](TicketsScreen& t) { t.back_to_list(); });
  EXPECT_EQ(place(), Place::tickets);
  EXPECT_EQ(states(ticket), std::vector{PieceState::washing});
  shop.opens(ticket);
  EXPECT_FALSE(tickets().has_moved()) << "it is over, and Undo leads away";
}

TEST_F(TicketsAtTheCounter, UndoLeavesWhatAnotherTillDidSinceThen) {
  const Ticket ticket = shop.taken(0, {"loaf"});
  shop.opens(ticket);
  one_step_on();
  shop.moves(ticket, PieceState::ready, "12");
  shop->undo();
  EXPECT_EQ(states(ticket), std::vector{PieceState::ready});
  EXPECT_EQ(shop.now(ticket).pieces[0].rack, "12");
}

TEST_F(TicketsAtTheCounter, APieceThatIsHereNoMoreIsNotChosenAnyMore) {
  const Ticket ticket = shop.taken(0, {"loaf", "roll"});
  shop.opens(ticket);
  choose(tag(ticket, 0));
  press([](TicketsScreen& t) { t.what_went_wrong(); });
  ASSERT_EQ(place(), Place::ticket_damage);
  shop.moves(ticket, PieceState::lost, {}, {tag(ticket, 0)});
  press([](TicketsScreen& t) { t.note_damage("tear"); });
  EXPECT_EQ(place(), Place::ticket);
  EXPECT_FALSE(tickets().is_chosen(tag(ticket, 0)));
}

TEST_F(TicketsAtTheCounter, ChosenPiecesMoveAlone) {
  const Ticket ticket = shop.taken(0, {"loaf", "loaf", "roll"});
  shop.opens(ticket);
  choose(tag(ticket, 0));
  choose(tag(ticket, 2));
  choose(tag(ticket, 2));
  one_step_on();
  EXPECT_EQ(states(ticket),
            (std::vector{PieceState::washing, PieceState::received, PieceState::received}));
  EXPECT_FALSE(tickets().is_chosen(tag(ticket, 0)));
  EXPECT_EQ(tickets().next(), PieceState::washing) << "the hindmost goes first";
}

TEST_F(TicketsAtTheCounter, DamageIsNotedOfOnePieceAndTakenBack) {
  const Ticket ticket = shop.taken(0, {"loaf", "roll"});
  shop.opens(ticket);
  press([](TicketsScreen& t) { t.what_went_wrong(); });
  EXPECT_EQ(place(), Place::ticket) << "of which one?";
  choose(tag(ticket, 1));
  press([](TicketsScreen& t) { t.what_went_wrong(); });
  ASSERT_EQ(place(), Place::ticket_damage);
  press([](TicketsScreen& t) { t.note_damage("shrunk"); });
  press([](TicketsScreen& t) { t.note_damage("torn"); });
  EXPECT_EQ(shop.now(ticket).pieces[1].marks, (std::vector<std::string>{"torn", "shrunk"}));
  EXPECT_TRUE(shop.now(ticket).pieces[0].marks.empty());
  press([](TicketsScreen& t) { t.note_damage("torn"); });
  EXPECT_EQ(shop.now(ticket).pieces[1].marks, std::vector<std::string>{"shrunk"});
  shop->undo();
  EXPECT_EQ(place(), Place::ticket);
}

TEST_F(TicketsAtTheCounter, BagThatNobodyLookedIntoHasNoNextStep) {
  const Ticket ticket = shop.taken(0, {});
  shop.opens(ticket);
  EXPECT_FALSE(tickets().next().has_value());
  EXPECT_FALSE(tickets().all_ready());
  shop->hand_over_ticket();
  EXPECT_EQ(place(), Place::ticket);
  EXPECT_EQ(said(), "pos.ticket.still_in_bag");
}

// ---- handed over

TEST_F(TicketsAtTheCounter, WhatIsReadyIsPaidAtTheAgreedPricesAndCollectedByTheSale) {
  const Ticket ticket = ready();
  auto articles = shop.book.articles(shop.today());
  for (Article& article : articles) article.price = shop.dinars(99);
  shop.book.put_articles(articles, shop.clock.now());
  shop.opens(ticket);
  shop->hand_over_ticket();
  ASSERT_EQ(place(), Place::sale);
  EXPECT_EQ(shop->total(), shop.dinars(165));
  EXPECT_EQ(states(ticket), std::vector(3, PieceState::ready)) << "nothing is paid yet";
  pays_cash();
  EXPECT_EQ(states(ticket), std::vector(3, PieceState::collected));
}

TEST_F(TicketsAtTheCounter, SomeAreFetchedAndTheRestStays) {
  const Ticket ticket = ready();
  shop.moves(ticket, PieceState::washing, "", {tag(ticket, 0)});
  shop.opens(ticket);
  EXPECT_EQ(tickets().next(), PieceState::ironing);
  EXPECT_TRUE(tickets().some_ready());
  choose(tag(ticket, 0));
  choose(tag(ticket, 2));
  shop->hand_over_ticket();
  EXPECT_EQ(shop->total(), shop.dinars(45)) << "the one that is washed stays";
  pays_cash();
  EXPECT_EQ(states(ticket),
            (std::vector{PieceState::washing, PieceState::ready, PieceState::collected}));
}

TEST_F(TicketsAtTheCounter, WhatIsNotReadyIsNotHandedOver) {
  const Ticket ticket = ready();
  shop.moves(ticket, PieceState::washing, "", {tag(ticket, 0)});
  shop.opens(ticket);
  choose(tag(ticket, 0));
  EXPECT_FALSE(tickets().some_ready());
  shop->hand_over_ticket();
  EXPECT_EQ(place(), Place::ticket);
  EXPECT_EQ(said(), "pos.ticket.not_ready");
}

TEST_F(TicketsAtTheCounter, WhatWasPaidEarlyCountsAndTheRestOfItStaysForTheOtherPieces) {
  const Ticket ticket = ready();
  shop.pays_early(ticket, 100);
  shop.opens(ticket);
  EXPECT_EQ(tickets().still_to_pay(), shop.dinars(65));
  choose(tag(ticket, 0));
  shop->hand_over_ticket();
  shop->pay();
  ASSERT_EQ(place(), Place::pay);
  EXPECT_TRUE(shop->paying().still_to_pay().is_zero());
  shop->paid();
  ASSERT_EQ(place(), Place::change);
  EXPECT_EQ(shop.owed(ticket), shop.dinars(40));
  shop->back_to_selling();
  shop.opens(ticket);
  EXPECT_EQ(tickets().still_to_pay(), shop.dinars(65));
}

TEST_F(TicketsAtTheCounter, MoreThanAllOfItCostsGoesBackFirst) {
  const Ticket ticket = ready();
  shop.pays_early(ticket, 200);
  shop.opens(ticket);
  shop->hand_over_ticket();
  shop->pay();
  ASSERT_EQ(place(), Place::order_back);
  EXPECT_EQ(shop->early_back_sum(), shop.dinars(35));
  shop->early_is_back();
  ASSERT_EQ(place(), Place::pay);
  shop->paid();
  EXPECT_TRUE(shop.owed(ticket).is_zero());
  EXPECT_EQ(states(ticket), std::vector(3, PieceState::collected));
}

TEST_F(TicketsAtTheCounter, PiecesGoFromTheTrayAsTheyCameAllOrNone) {
  const Ticket ticket = ready();
  shop.opens(ticket);
  shop->hand_over_ticket();
  shop->tap_article("cake");
  ASSERT_EQ(shop->cart().lines().size(), 3U);
  shop->one_less(0);
  ASSERT_EQ(shop->cart().lines().size(), 1U);
  EXPECT_FALSE(shop->cart().delivers().has_value());
  shop->undo();
  EXPECT_EQ(shop->total(), shop.dinars(485));
  ASSERT_TRUE(shop->cart().delivers().has_value());
  EXPECT_EQ(shop->cart().delivers()->pieces.size(), 3U);
}

TEST_F(TicketsAtTheCounter, TrayWithATicketIsThereAgainAfterACrash) {
  const Ticket ticket = ready();
  shop.opens(ticket);
  shop->hand_over_ticket();
  const auto before = shop->cart().delivers();
  shop.start_again();
  shop.log_in();
  ASSERT_EQ(place(), Place::sale);
  EXPECT_EQ(shop->cart().delivers(), before);
  pays_cash();
  EXPECT_EQ(states(ticket), std::vector(3, PieceState::collected));
}

TEST_F(TicketsAtTheCounter, WhatLiesOnATrayAlreadyIsShownThere) {
  const Ticket ticket = ready();
  shop.opens(ticket);
  choose(tag(ticket, 0));
  shop->hand_over_ticket();
  shop->wait_here();
  ASSERT_TRUE(shop->cart().empty());
  shop.opens(ticket);
  shop->hand_over_ticket();
  EXPECT_EQ(place(), Place::sale);
  EXPECT_EQ(shop->total(), shop.dinars(60));
  EXPECT_TRUE(shop->waiting().empty());
}

}  // namespace tilia::pos
