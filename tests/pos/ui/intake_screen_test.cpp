// Rung 1: a laundry's new tickets at the counter, what nobody fetched, and a load of its own;
// pressed without a window.
#include <gtest/gtest.h>

#include <functional>

#include "pos/keep_accounts.h"
#include "tests/pos/shop_of_tests.h"
#include "tests/pos/ui/laundry_of_counter.h"

namespace tilia::pos {
namespace {

using tests::LaundryOfCounter;

class IntakeAtTheCounter : public ::testing::Test {
 protected:
  void press(const std::function<void(TicketsScreen&)>& what) { shop->at_tickets(what); }
  void intake(const std::function<void(TicketIntake&)>& what) {
    press([&](TicketsScreen& t) { t.at_intake(what); });
  }
  void types(const std::string& letters) {
    for (const char letter : letters) shop->type(std::string(1, letter));
  }
  void begins() {
    shop->open_tickets();
    shop->begin_ticket();
    ASSERT_EQ(place(), Place::ticket_count);
  }
  void adds(const std::string& article) {
    intake([&](TicketIntake& in) { in.add(article); });
  }
  // In two days, Ana's.
  void says_when_and_whose() {
    ASSERT_EQ(place(), Place::ticket_day);
    intake([&](TicketIntake& in) { in.choose_day(shop.today().plus_days(2)); });
    ASSERT_EQ(place(), Place::ticket_whose);
    shop->at_whose([](WhoseAsked& w) { w.somebody_else(); });
    ASSERT_EQ(place(), Place::ticket_name);
    types("ana");
    shop->at_whose([](WhoseAsked& w) { w.name_done(); });
    ASSERT_EQ(place(), Place::ticket_look);
  }
  void counts(const std::string& many) {
    begins();
    types(many);
    intake([](TicketIntake& in) { in.counted(); });
    says_when_and_whose();
  }
  [[nodiscard]] const TicketsScreen& tickets() { return shop->tickets(); }
  [[nodiscard]] Place place() { return shop->place(); }
  [[nodiscard]] std::string said() {
    return shop->notice() ? shop->notice()->sentence.key() : std::string();
  }
  [[nodiscard]] std::vector<Ticket> all() { return shop.tickets.open_tickets(); }
  [[nodiscard]] std::vector<std::string> printed() {
    shop->print_now();
    return std::exchange(shop.paper.printed, {});
  }
  void days_pass(int days) {
    shop.clock.set(shop.clock.now().plus_seconds(std::int64_t{days} * 24 * 60 * 60));
  }
  void decides(const std::string& rule, const std::string& days) {
    shop.book.set_counter_rule("laundry." + rule, days, shop.clock.now());
  }
  // Ready on the first day in place 12, and never fetched.
  [[nodiscard]] Ticket left_for(int days) {
    const Ticket ticket = shop.taken(0, {"loaf"}, "Ana", "0641234567");
    shop.moves(ticket, PieceState::ready, "12");
    days_pass(days);
    shop->open_tickets();
    press([](TicketsScreen& t) { t.open_unclaimed(); });
    return ticket;
  }

  LaundryOfCounter shop;
};

using Papers = std::vector<std::string>;

}  // namespace

// ---- a bag that was counted

TEST_F(IntakeAtTheCounter, TakesACountedBagWithItsPaperAndTheCustomersSlip) {
  counts("12");
  EXPECT_FALSE(tickets().intake().total().has_value()) << "nobody has looked into it";
  shop->take_in();
  ASSERT_EQ(place(), Place::ticket_taken);
  ASSERT_EQ(all().size(), 1U);
  EXPECT_EQ(all()[0].bag_pieces, 12);
  EXPECT_EQ(all()[0].due, shop.today().plus_days(2));
  EXPECT_EQ(tickets().opened().whose, "Ana");
  const Papers papers = printed();
  ASSERT_EQ(papers.size(), 2U);
  EXPECT_TRUE(papers[0].starts_with("bag 1 of 0"));
  EXPECT_TRUE(papers[1].starts_with("slip 1 of 0"));
}

TEST_F(IntakeAtTheCounter, CountsByKeysAndByOneMoreOrLess) {
  begins();
  intake([](TicketIntake& in) { in.counted(); });
  EXPECT_EQ(place(), Place::ticket_count) << "nothing was counted";
  intake([](TicketIntake& in) { in.more(-1); });
  EXPECT_EQ(tickets().intake().bag_pieces(), 0);
  types("49");
  intake([](TicketIntake& in) { in.more(1); });
  EXPECT_EQ(tickets().intake().bag_pieces(), 50);
  types("1");
  EXPECT_EQ(tickets().intake().bag_pieces(), 50) << "no bag holds 501";
  shop->type_back();
  EXPECT_EQ(tickets().intake().bag_pieces(), 5);
}

TEST_F(IntakeAtTheCounter, UndoGoesBackStepByStepAndTakesTheTicketBack) {
  counts("3");
  shop->take_in();
  shop->undo();
  EXPECT_EQ(place(), Place::ticket_look);
  EXPECT_EQ(said(), "till.ticket.taken_back");
  EXPECT_TRUE(all().empty());
  EXPECT_TRUE(printed().empty()) << "its papers were not printed yet";
  shop->take_in();
  EXPECT_EQ(place(), Place::ticket_taken);
  ASSERT_EQ(all().size(), 1U);
  EXPECT_EQ(all()[0].number, 2) << "it is another one";
  shop->undo();
  for (const Place before : {Place::ticket_name, Place::ticket_whose, Place::ticket_day,
                             Place::ticket_count, Place::tickets, Place::sale}) {
    EXPECT_TRUE(shop->can_undo());
    shop->undo();
    EXPECT_EQ(place(), before);
  }
}

TEST_F(IntakeAtTheCounter, MayBeWhoseWhoBuysOnAccount) {
  ASSERT_TRUE(KeepAccounts(shop.tenders, shop.pack.currency, shop.zone, shop.clock)
                  .add({.code = "hotel",
                        .name = "Hotel",
                        .picture = "🏨",
                        .credit_limit = shop.dinars(5000),
                        .owed = shop.dinars(0)})
                  .ok());
  begins();
  types("4");
  intake([](TicketIntake& in) { in.counted(); });
  intake([&](TicketIntake& in) { in.choose_day(shop.today()); });
  shop->at_whose([](WhoseAsked& w) { w.choose_account("hotel"); });
  ASSERT_EQ(place(), Place::ticket_look);
  shop->take_in();
  ASSERT_EQ(all().size(), 1U);
  EXPECT_EQ(all()[0].by.account, "hotel");
}

TEST_F(IntakeAtTheCounter, WhoeverIsKnownByNameAndNumberStaysAsSheAgreed) {
  const Customer ana{CustomerId::mint(shop.chance), "Ana", "0641234567"};
  shop.customers.put_customer(ana, shop.today());
  begins();
  types("4");
  intake([](TicketIntake& in) { in.counted(); });
  intake([&](TicketIntake& in) { in.choose_day(shop.today()); });
  shop->at_whose([](WhoseAsked& w) { w.somebody_else(); });
  types("ana");
  shop->at_whose([](WhoseAsked& w) { w.type_into_phone(true); });
  types("0641234567");
  shop->at_whose([](WhoseAsked& w) { w.name_done(); });
  Customer agreed = ana;
  agreed.remembered = true;  // at another till, meanwhile
  shop.customers.put_customer(agreed, shop.today());
  shop->take_in();
  ASSERT_EQ(all().size(), 1U);
  EXPECT_EQ(all()[0].by.customer, ana.id);
  EXPECT_EQ(shop.customers.customer(ana.id), agreed);
}

// ---- which pieces they are

TEST_F(IntakeAtTheCounter, TakesPiecesWithWhatIsNotedOfThemAndPrintsTheirTags) {
  begins();
  intake([](TicketIntake& in) { in.in_detail(); });
  ASSERT_EQ(place(), Place::ticket_pieces);
  adds("loaf");
  intake([](TicketIntake& in) { in.note_marks(); });
  ASSERT_EQ(place(), Place::ticket_marks);
  intake([](TicketIntake& in) { in.note("white"); });
  intake([](TicketIntake& in) { in.turn_kind(1); });
  intake([](TicketIntake& in) { in.note("wine"); });
  shop->undo();
  adds("nuts");
  ASSERT_EQ(place(), Place::ticket_weigh);
  types("1500");
  intake([](TicketIntake& in) { in.weigh_done(); });
  EXPECT_EQ(tickets().intake().chosen(), 1U) << "the last one is meant";
  intake([](TicketIntake& in) { in.pieces_done(); });
  says_when_and_whose();
  const Money total = *tickets().intake().total();
  shop->take_in();
  ASSERT_EQ(all().size(), 1U);
  const Ticket ticket = all()[0];
  ASSERT_EQ(ticket.pieces.size(), 2U);
  EXPECT_EQ(ticket.pieces[0].marks, (std::vector<std::string>{"white", "wine"}));
  EXPECT_EQ(ticket.pieces[1].quantity, Quantity::from_thousandths(1500));
  EXPECT_EQ(to_pay_of(ticket, shop.pack.currency), total);
  EXPECT_EQ(printed().size(), 3U) << "its bag's, hers, and the tags";
}

TEST_F(IntakeAtTheCounter, EachPieceAndEachMarkIsTakenBackByUndo) {
  begins();
  intake([](TicketIntake& in) { in.in_detail(); });
  adds("loaf");
  adds("roll");
  intake([](TicketIntake& in) { in.take_away(); });
  ASSERT_EQ(tickets().intake().pieces().size(), 1U);
  shop->undo();
  ASSERT_EQ(tickets().intake().pieces().size(), 2U);
  EXPECT_EQ(tickets().intake().pieces()[1].article, "roll");
  shop->undo();
  shop->undo();
  EXPECT_TRUE(tickets().intake().pieces().empty());
  EXPECT_EQ(place(), Place::ticket_pieces);
  shop->undo();
  EXPECT_EQ(place(), Place::ticket_count);
}

TEST_F(IntakeAtTheCounter, WhatLiesOnTheTrayBecomesItsPieces) {
  shop->tap_article("loaf");
  shop->tap_article("loaf");
  shop->tap_article("roll");
  begins();
  EXPECT_TRUE(tickets().intake().pieces().empty()) << "a bag may be only counted meanwhile";
  intake([](TicketIntake& in) { in.in_detail(); });
  ASSERT_EQ(tickets().intake().pieces().size(), 3U) << "each has a tag of its own";
  intake([](TicketIntake& in) { in.pieces_done(); });
  says_when_and_whose();
  shop->take_in();
  ASSERT_EQ(place(), Place::ticket_taken);
  EXPECT_TRUE(shop->cart().empty());
  shop->undo();
  EXPECT_EQ(shop->cart().quantity_of("loaf"), Quantity::pieces(2)) << "the tray is there again";
}

TEST_F(IntakeAtTheCounter, ATrayStaysWhereOnlyABagIsCounted) {
  shop->tap_article("roll");
  counts("3");
  shop->take_in();
  ASSERT_EQ(place(), Place::ticket_taken);
  EXPECT_EQ(shop->cart().quantity_of("roll"), Quantity::pieces(1));
}

TEST_F(IntakeAtTheCounter, ABagIsLookedIntoLaterAndGetsItsTags) {
  const Ticket ticket = shop.taken(1, {});
  shop.opens(ticket);
  press([](TicketsScreen& t) { t.look_into(); });
  ASSERT_EQ(place(), Place::ticket_pieces);
  adds("loaf");
  adds("loaf");
  intake([](TicketIntake& in) { in.pieces_done(); });
  EXPECT_EQ(place(), Place::ticket_pieces) << "when and whose is known already";
  shop->take_in();
  ASSERT_EQ(place(), Place::ticket);
  EXPECT_EQ(shop.now(ticket).pieces.size(), 2U);
  const Papers papers = printed();
  ASSERT_EQ(papers.size(), 1U);
  EXPECT_TRUE(papers[0].starts_with("tags 1 of 2"));
}

TEST_F(IntakeAtTheCounter, WhatIsInTheMachineIsNotStruckOutAnyMore) {
  const Ticket ticket = shop.taken(1, {"loaf", "roll"});
  shop.moves(ticket, PieceState::washing, "", {ticket.pieces[0].tag});
  shop.opens(ticket);
  press([](TicketsScreen& t) { t.open_more(); });
  press([](TicketsScreen& t) { t.look_into(); });
  intake([](TicketIntake& in) { in.choose(0); });
  intake([](TicketIntake& in) { in.take_away(); });
  shop->take_in();
  EXPECT_EQ(place(), Place::ticket_pieces);
  EXPECT_EQ(said(), "pos.ticket.moved_on");
  EXPECT_EQ(shop.now(ticket).pieces.size(), 2U);
  shop->undo();
  shop->undo();
  EXPECT_EQ(place(), Place::ticket);
}

// ---- what is paid early

TEST_F(IntakeAtTheCounter, SomethingIsPaidForABagBeforeItsPriceIsKnown) {
  counts("3");
  shop->take_in();
  shop->pay_ticket_early();
  ASSERT_EQ(place(), Place::order_sum);
  EXPECT_FALSE(shop->early_due().has_value());
  shop->early_by_card();
  EXPECT_EQ(place(), Place::order_sum) << "nobody knows how much";
  shop->undo();
  EXPECT_EQ(place(), Place::ticket_taken);
  shop->pay_ticket_early();
  shop->tap_piece(shop.dinars(200));
  EXPECT_EQ(shop->early_takes(), shop.dinars(200));
  shop->early_done();
  ASSERT_EQ(place(), Place::change);
  EXPECT_EQ(shop.owed(all()[0]), shop.dinars(200));
}

TEST_F(IntakeAtTheCounter, NoMoreIsPaidEarlyThanItCosts) {
  const Ticket ticket = shop.taken(0, {"loaf"});
  shop.opens(ticket);
  press([](TicketsScreen& t) { t.open_more(); });
  shop->pay_ticket_early();
  ASSERT_EQ(place(), Place::order_sum);
  shop->tap_piece(shop.dinars(100));
  EXPECT_EQ(shop->early_takes(), shop.dinars(60));
  shop->early_done();
  EXPECT_EQ(shop->giving().back(), shop.dinars(40));
  EXPECT_EQ(shop.owed(ticket), shop.dinars(60));
  shop->next_customer();
  shop.opens(ticket);
  EXPECT_FALSE(shop->can_pay_ticket_early());
}

TEST_F(IntakeAtTheCounter, ASlipIsPrintedAgain) {
  const Ticket ticket = shop.taken(0, {"loaf"});
  shop.opens(ticket);
  press([](TicketsScreen& t) { t.open_more(); });
  shop->print_ticket({TicketPaper::slip});
  const Papers papers = printed();
  ASSERT_EQ(papers.size(), 1U);
  EXPECT_TRUE(papers[0].starts_with("slip 1 of 1"));
}

// ---- a load of its own

TEST_F(IntakeAtTheCounter, WhatWasChosenIsALoadOfItsOwnAndUndoPutsItBack) {
  const Ticket ticket = shop.taken(0, {"loaf", "loaf", "roll"});
  shop.opens(ticket);
  press([](TicketsScreen& t) { t.open_more(); });
  EXPECT_FALSE(tickets().can_split()) << "nothing was chosen";
  shop->undo();
  press([&](TicketsScreen& t) { t.choose_piece(ticket.pieces[2].tag); });
  press([](TicketsScreen& t) { t.open_more(); });
  press([](TicketsScreen& t) { t.split_load(); });
  ASSERT_EQ(place(), Place::ticket);
  EXPECT_EQ(shop.now(ticket).pieces[0].load, 1);
  EXPECT_EQ(shop.now(ticket).pieces[2].load, 2);
  shop->undo();
  EXPECT_EQ(shop.now(ticket).pieces[2].load, 1);
  EXPECT_EQ(place(), Place::ticket);
}

TEST_F(IntakeAtTheCounter, AllOfItIsNoLoadOfItsOwn) {
  const Ticket ticket = shop.taken(0, {"loaf", "roll"});
  shop.opens(ticket);
  for (const TicketPiece& piece : ticket.pieces)
    press([&](TicketsScreen& t) { t.choose_piece(piece.tag); });
  EXPECT_FALSE(tickets().can_split());
}

TEST_F(IntakeAtTheCounter, ASecondTagIsChosenBesideTheFirst) {
  const Ticket ticket = shop.taken(0, {"loaf", "loaf", "roll"});
  shop->scanned(piece_barcode(ticket.pieces[0].tag));
  shop->scanned(piece_barcode(ticket.pieces[2].tag));
  shop->scanned(piece_barcode(ticket.pieces[2].tag));
  ASSERT_EQ(place(), Place::ticket);
  EXPECT_TRUE(tickets().is_chosen(ticket.pieces[0].tag));
  EXPECT_FALSE(tickets().is_chosen(ticket.pieces[1].tag));
  EXPECT_TRUE(tickets().is_chosen(ticket.pieces[2].tag)) << "scanned twice it is meant still";
  const Ticket other = shop.taken(0, {"roll"});
  shop->scanned(piece_barcode(other.pieces[0].tag));
  EXPECT_EQ(tickets().opened().ticket.number, other.number);
}

// ---- what nobody fetched

TEST_F(IntakeAtTheCounter, WhatNobodyFetchedIsListedTheLongestFirst) {
  const Ticket first = shop.taken(0, {"loaf"});
  shop.moves(first, PieceState::ready, "1");
  days_pass(3);
  const Ticket second = shop.taken(0, {"loaf"});
  shop.moves(second, PieceState::ready, "2");
  days_pass(2);
  shop.moves(shop.taken(0, {"loaf"}), PieceState::ready, "3");
  shop->open_tickets();
  press([](TicketsScreen& t) { t.open_unclaimed(); });
  ASSERT_EQ(place(), Place::tickets_unclaimed);
  ASSERT_EQ(tickets().unclaimed().size(), 2U) << "today's is not late";
  EXPECT_EQ(tickets().unclaimed()[0].days, 5);
  EXPECT_EQ(tickets().unclaimed()[1].known.ticket.number, second.number);
  shop->undo();
  EXPECT_EQ(place(), Place::tickets);
}

TEST_F(IntakeAtTheCounter, ThatSheWasToldIsNotedByATapAndTakenBackByUndo) {
  decides("remind_days", "7");
  const Ticket ticket = left_for(8);
  press([&](TicketsScreen& t) { t.open_waiting(ticket.number); });
  ASSERT_EQ(place(), Place::ticket_waits);
  EXPECT_EQ(tickets().waiting().step, UnclaimedStep::remind);
  EXPECT_EQ(tickets().phone_of_waiting(), "0641234567");
  EXPECT_FALSE(shop.now(ticket).reminded.has_value()) << "nothing happens by itself";
  press([](TicketsScreen& t) { t.was_told(); });
  EXPECT_EQ(shop.now(ticket).reminded, shop.today());
  EXPECT_EQ(place(), Place::ticket_waits);
  shop->undo();
  EXPECT_FALSE(shop.now(ticket).reminded.has_value());
  shop->undo();
  EXPECT_EQ(place(), Place::tickets_unclaimed);
}

TEST_F(IntakeAtTheCounter, IsGivenAwayOnlyOnceTheShopsTimeHasPassed) {
  decides("give_away_days", "30");
  const Ticket ticket = left_for(29);
  press([&](TicketsScreen& t) { t.open_waiting(ticket.number); });
  EXPECT_FALSE(tickets().may_be_given_away());
  press([](TicketsScreen& t) { t.give_away(); });
  EXPECT_EQ(shop.now(ticket).pieces[0].state, PieceState::ready);
  days_pass(1);
  shop->undo();
  shop->undo();
  press([](TicketsScreen& t) { t.open_unclaimed(); });
  press([&](TicketsScreen& t) { t.open_waiting(ticket.number); });
  press([](TicketsScreen& t) { t.give_away(); });
  EXPECT_EQ(shop.now(ticket).pieces[0].state, PieceState::given_away);
  const Day since = ticket.pieces[0].since;
  shop->undo();
  EXPECT_EQ(shop.now(ticket).pieces[0].state, PieceState::ready);
  EXPECT_EQ(shop.now(ticket).pieces[0].rack, "12") << "it hangs where it hung";
  EXPECT_EQ(shop.now(ticket).pieces[0].since, since) << "and has waited as long";
}

TEST_F(IntakeAtTheCounter, WhatWasGivenAwayStaysSoWhenOneGoesOn) {
  decides("give_away_days", "30");
  const Ticket ticket = left_for(30);
  press([&](TicketsScreen& t) { t.open_waiting(ticket.number); });
  press([](TicketsScreen& t) { t.give_away(); });
  press([](TicketsScreen& t) { t.done_with_waiting(); });
  EXPECT_EQ(place(), Place::tickets_unclaimed);
  EXPECT_EQ(shop.now(ticket).pieces[0].state, PieceState::given_away);
  EXPECT_TRUE(tickets().unclaimed().empty());
}

}  // namespace tilia::pos
