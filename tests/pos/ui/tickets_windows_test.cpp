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
