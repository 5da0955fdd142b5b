// Rung 2: the places of a laundry's tickets as real windows, pressed by made events.
#include <gtest/gtest.h>

#include "pos/ui/ticket_row.h"
#include "pos/ui/tray_row.h"
#include "tests/pos/shop_of_tests.h"
#include "tests/pos/ui/laundry_of_counter.h"
#include "tests/pos/ui/till_on_screen.h"

namespace tilia::pos {
namespace {

class TicketsWindows : public ::testing::Test {
 protected:
  void press(ui::Control* control) {
    ASSERT_NE(control, nullptr);
    ASSERT_TRUE(till_.press(control)) << control->GetName();
  }
  ui::ActionButton* labelled(const std::string& label) { return till_.labelled(label); }
  ui::ActionButton* button(const char* key) { return till_.button(key); }
  std::vector<TicketRow*> rows() { return till_.shown<TicketRow>(); }
  std::vector<PieceRow*> pieces() { return till_.shown<PieceRow>(); }

  tests::LaundryOfCounter shop_;
  tests::TillOnScreen till_{shop_, tests::words(), wxSize(1366, 768)};
};

TEST_F(TicketsWindows, FromTheBoardToTheChange) {
  const Ticket ticket = shop_.taken(0, {"loaf", "loaf", "roll"});
  shop_.taken(0, {"roll"}, "Mira");
  shop_.taken(0, {}, "Vera");
  shop_.pays_early(ticket, 100);
  till_.show_again();
  press(button("till.ticket.open"));
  ASSERT_EQ(shop_->place(), Place::tickets);
  ASSERT_EQ(rows().size(), 3U);
  EXPECT_EQ(rows()[0]->face().name, "Ana");
  EXPECT_EQ(rows()[0]->face().many, "3");
  EXPECT_EQ(rows()[0]->face().parts[0].many, "× 2");
  EXPECT_EQ(rows()[0]->face().paid, OrderFace::Paid::part);
  EXPECT_EQ(rows()[1]->face().state.tone, StateFace::Tone::waits);
  EXPECT_EQ(rows()[2]->face().many, "7");
  till_.keep_picture("tickets");
  press(rows()[0]);
  ASSERT_EQ(shop_->place(), Place::ticket);
  ASSERT_EQ(pieces().size(), 3U);
  press(button("till.ticket.to_wash"));
  press(button("till.ticket.to_iron"));
  EXPECT_EQ(pieces()[0]->face().state.tone, StateFace::Tone::in_work);
  press(pieces()[2]);
  EXPECT_TRUE(pieces()[2]->face().chosen);
  press(button("till.ticket.went_wrong"));
  ASSERT_EQ(shop_->place(), Place::ticket_damage);
  press(till_.tile(till_.words().say("pos.laundry.mark.button_off")));
  till_.keep_picture("ticket-damage");
  press(button("till.go_back"));
  EXPECT_EQ(pieces()[2]->face().marks.size(), 1U);
  press(pieces()[2]);
  press(button("till.ticket.is_ready"));
  ASSERT_EQ(shop_->place(), Place::ticket_rack);
  EXPECT_FALSE(button("till.ticket.hang_up")->IsEnabled());
  shop_->type("1");
  shop_->type("2");
  till_.show_again();
  till_.keep_picture("ticket-rack");
  press(button("till.ticket.hang_up"));
  ASSERT_EQ(shop_->place(), Place::ticket);
  EXPECT_EQ(pieces()[0]->face().state.tone, StateFace::Tone::ready);
  EXPECT_FALSE(button("till.ticket.hand_over_ready")->IsEnabled()) << "the green one does it";
  till_.keep_picture("ticket");
  press(button("till.order.hand_over"));
  ASSERT_EQ(shop_->place(), Place::sale);
  EXPECT_EQ(till_.shown<TrayRow>().size(), 2U);
  press(button("till.pay"));
  ASSERT_EQ(shop_->place(), Place::pay);
  EXPECT_EQ(shop_->paying().still_to_pay(), shop_.dinars(65));
  shop_->paying().take_offer(0);
  till_.show_again();
  press(button("till.paid"));
  ASSERT_EQ(shop_->place(), Place::change);
  EXPECT_EQ(pieces_here(shop_.now(ticket)), 0);
}

TEST_F(TicketsWindows, SomePiecesGoAndTheBoardSaysHowManyAreLeft) {
  const Ticket ticket = shop_.taken(0, {"loaf", "roll"});
  shop_.moves(ticket, PieceState::ready, "7", {ticket.pieces[0].tag});
  shop_.opens(ticket);
  till_.show_again();
  press(button("till.ticket.hand_over_ready"));
  ASSERT_EQ(shop_->place(), Place::sale);
  shop_->pay();
  shop_->paying().take_offer(0);
  shop_->paid();
  shop_->back_to_selling();
  till_.show_again();
  press(button("till.ticket.open"));
  ASSERT_EQ(rows().size(), 1U);
  EXPECT_EQ(rows()[0]->face().many, "1 of 2");
  press(rows()[0]);
  EXPECT_FALSE(pieces()[0]->IsEnabled()) << "it is with whose it is";
  EXPECT_TRUE(pieces()[1]->IsEnabled());
}

TEST_F(TicketsWindows, ABagIsTakenInByTapsAndSomethingIsPaid) {
  till_.show_again();
  press(button("till.ticket.open"));
  press(labelled("+  " + till_.words().say("till.ticket.new")));
  ASSERT_EQ(shop_->place(), Place::ticket_count);
  for (int i = 0; i < 3; ++i) press(labelled("+"));
  press(labelled("−"));
  till_.keep_picture("ticket-count");
  press(button("till.visit.next"));
  ASSERT_EQ(shop_->place(), Place::ticket_day);
  press(labelled(till_.words().say("till.order.tomorrow") + "\n" +
                 weekday_text(shop_.today().plus_days(1), till_.words())));
  ASSERT_EQ(shop_->place(), Place::ticket_whose);
  press(till_.tile(till_.words().say("till.order.somebody_else")));
  ASSERT_EQ(shop_->place(), Place::ticket_name);
  for (const char* letter : {"A", "N", "A"}) press(labelled(letter));
  press(button("till.visit.next"));
  ASSERT_EQ(shop_->place(), Place::ticket_look);
  till_.keep_picture("ticket-look");
  press(button("till.ticket.take_in"));
  ASSERT_EQ(shop_->place(), Place::ticket_taken);
  till_.keep_picture("ticket-taken");
  ASSERT_EQ(shop_.tickets.open_tickets().size(), 1U);
  EXPECT_EQ(shop_.tickets.open_tickets()[0].bag_pieces, 2);
  press(button("till.order.pay_now"));
  ASSERT_EQ(shop_->place(), Place::order_sum);
  EXPECT_FALSE(button("till.card")->IsEnabled()) << "nobody knows how much";
  shop_->tap_piece(shop_.dinars(200));
  till_.show_again();
  press(button("till.paid"));
  EXPECT_EQ(shop_->place(), Place::change);
}

TEST_F(TicketsWindows, PiecesAreTappedTogetherWithWhatIsNotedOfThem) {
  const Ticket ticket = shop_.taken(0, {});
  shop_.opens(ticket);
  till_.show_again();
  press(button("till.ticket.look_into"));
  ASSERT_EQ(shop_->place(), Place::ticket_pieces);
  EXPECT_FALSE(button("till.ticket.noted")->IsEnabled());
  press(till_.tile("Beli hleb"));
  press(till_.tile("Beli hleb"));
  ASSERT_EQ(pieces().size(), 2U);
  EXPECT_TRUE(pieces()[1]->face().chosen);
  press(button("till.ticket.marks"));
  ASSERT_EQ(shop_->place(), Place::ticket_marks);
  press(till_.tile(till_.words().say("pos.laundry.mark.white")));
  press(labelled("▶"));
  press(till_.tile(till_.words().say("pos.laundry.mark.wine")));
  till_.keep_picture("ticket-marks");
  press(button("till.go_back"));
  EXPECT_EQ(pieces()[1]->face().marks.size(), 2U);
  till_.keep_picture("ticket-pieces");
  press(button("till.ticket.noted"));
  ASSERT_EQ(shop_->place(), Place::ticket);
  press(pieces()[0]);
  press(labelled("⋯"));
  ASSERT_EQ(shop_->place(), Place::ticket_more);
  till_.keep_picture("ticket-more");
  press(button("till.ticket.split"));
  ASSERT_EQ(shop_->place(), Place::ticket);
  EXPECT_EQ(shop_.now(ticket).pieces[0].load, 2);
}

TEST_F(TicketsWindows, WhatNobodyFetchedIsNotedByATap) {
  shop_.book.set_counter_rule("laundry.remind_days", "7", shop_.clock.now());
  const Ticket ticket = shop_.taken(0, {"loaf"}, "Ana", "0641234567");
  shop_.moves(ticket, PieceState::ready, "12");
  shop_.clock.set(shop_.clock.now().plus_seconds(8 * 24 * 60 * 60));
  till_.show_again();
  press(button("till.ticket.open"));
  press(button("till.ticket.unclaimed"));
  ASSERT_EQ(rows().size(), 1U);
  EXPECT_EQ(rows()[0]->face().state.words, till_.words().say("till.ticket.time_to_remind"));
  till_.keep_picture("tickets-unclaimed");
  press(rows()[0]);
  ASSERT_EQ(shop_->place(), Place::ticket_waits);
  EXPECT_FALSE(button("till.ticket.give_away")->IsEnabled());
  press(button("till.ticket.told_now"));
  EXPECT_EQ(shop_.now(ticket).reminded, shop_.today());
  till_.keep_picture("ticket-waits");
  press(button("till.undo"));
  EXPECT_FALSE(shop_.now(ticket).reminded.has_value());
}

TEST_F(TicketsWindows, FoundByTheKeysOnTheScreen) {
  shop_.taken(0, {"loaf"}, "Ana");
  shop_.taken(3, {"roll"}, "Mira");
  till_.show_again();
  press(button("till.ticket.open"));
  press(button("till.ticket.find"));
  ASSERT_EQ(shop_->place(), Place::ticket_find);
  ASSERT_EQ(rows().size(), 2U);
  press(labelled("M"));
  ASSERT_EQ(rows().size(), 1U);
  till_.keep_picture("ticket-find");
  press(rows()[0]);
  EXPECT_EQ(shop_->place(), Place::ticket);
}

}  // namespace
}  // namespace tilia::pos
