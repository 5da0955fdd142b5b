// The salon at the counter: the way in, the picture of the day, each press and its way back, a new
// appointment question by question, and from the chair to the payment.
#include <gtest/gtest.h>

#include "tests/pos/ui/salon_of_counter.h"

namespace tilia::pos {
namespace {

using tests::SalonOfCounter;

class SalonAtTheCounter : public ::testing::Test {
 protected:
  [[nodiscard]] Place place() const { return shop.counter->place(); }
  [[nodiscard]] std::string said() const {
    return shop.counter->notice() ? shop.counter->notice()->sentence.key() : "";
  }
  [[nodiscard]] const SalonDay& day() const { return shop.counter->salon(); }
  void press(const std::function<void(SalonDay&)>& what) { shop->at_salon(what); }
  // A new appointment of one service with Ana, at that time.
  void books(const char* service, const char* time) {
    press([](SalonDay& s) { s.add(); });
    press([&](SalonDay& s) { s.choose_service(service); });
    press([](SalonDay& s) { s.services_done(); });
    press([](SalonDay& s) { s.choose_person("ana"); });
    press([&](SalonDay& s) { s.choose_time(shop.today_at(time)); });
    press([](SalonDay& s) { s.choose_picture("🌷"); });
  }
  [[nodiscard]] SalonDay::Spot spot(std::size_t column, const char* time) const {
    return {column, shop.today_at(time)};
  }
  [[nodiscard]] const Visit& only_visit() const { return day().on_the_day().at(0); }

  SalonOfCounter shop;
};

}  // namespace

TEST(SalonRule, WithoutItThereIsNoWayIn) {
  SalonOfCounter shop(/*appointments=*/false);
  EXPECT_FALSE(shop->has_salon());
  shop->open_salon();
  EXPECT_EQ(shop->place(), Place::sale);
}

TEST_F(SalonAtTheCounter, IsOneTapFromTheTillAndBack) {
  EXPECT_EQ(place(), Place::salon);
  ASSERT_EQ(day().columns().size(), 2U);
  EXPECT_EQ(day().columns()[0]->name, "Ana");
  EXPECT_EQ(day().shown(), (Stretch{shop.today_at("08:00"), shop.today_at("18:00")}));
  shop->back_to_selling();
  EXPECT_EQ(place(), Place::sale);
}

TEST_F(SalonAtTheCounter, ANewAppointmentIsOneQuestionAfterTheOther) {
  shop.clock.set(shop.today_at("08:10"));
  press([](SalonDay& s) { s.add(); });
  EXPECT_EQ(place(), Place::visit_services);
  press([](SalonDay& s) { s.services_done(); });
  EXPECT_EQ(place(), Place::visit_services);  // nothing chosen yet
  press([](SalonDay& s) { s.choose_service("cut"); });
  press([](SalonDay& s) { s.choose_service("beard"); });
  press([](SalonDay& s) { s.choose_service("cut"); });  // not that
  press([](SalonDay& s) { s.services_done(); });
  EXPECT_EQ(place(), Place::visit_who);
  press([](SalonDay& s) { s.choose_person("bee"); });
  EXPECT_EQ(place(), Place::visit_time);
  press([&](SalonDay& s) { s.choose_time(shop.today_at("08:00")); });
  EXPECT_EQ(place(), Place::visit_time);  // past already
  press([&](SalonDay& s) { s.choose_time(shop.today_at("11:00")); });
  EXPECT_EQ(place(), Place::visit_known_by);
  for (const char* letter : {"M", "i", "ć"}) shop->type(letter);
  shop->type_back();
  EXPECT_EQ(day().name(), "Mi");
  press([](SalonDay& s) { s.choose_picture("🌻"); });
  EXPECT_EQ(place(), Place::salon);
  ASSERT_EQ(day().on_the_day().size(), 1U);
  EXPECT_EQ(only_visit().name, "Mi");
  EXPECT_EQ(only_visit().picture, "🌻");
  EXPECT_EQ(only_visit().services.at(0).article, "beard");
  // the first chair that is free
  EXPECT_EQ(only_visit().services.at(0).chair, "window");
  ASSERT_EQ(day().blocks().size(), 1U);
  EXPECT_EQ(day().blocks()[0].column, 1U);
}

TEST_F(SalonAtTheCounter, OfSeveralServicesEachIsAskedFor) {
  press([](SalonDay& s) { s.add(); });
  for (const char* service : {"colour", "cut", "beard"})
    press([&](SalonDay& s) { s.choose_service(service); });
  press([](SalonDay& s) { s.services_done(); });
  EXPECT_EQ(day().asked_service(), "colour");
  EXPECT_FALSE(day().may_be_the_same());
  press([](SalonDay& s) { s.choose_person("ana"); });
  EXPECT_EQ(place(), Place::visit_who);
  EXPECT_EQ(day().asked_service(), "cut");
  press([](SalonDay& s) { s.choose_person("ana"); });
  shop->undo();
  EXPECT_EQ(place(), Place::visit_who);
  EXPECT_EQ(day().asked_service(), "cut");
  press([](SalonDay& s) { s.choose_person("bee"); });
  press([](SalonDay& s) { s.same_for_the_rest(); });
  EXPECT_EQ(place(), Place::visit_time);
  press([&](SalonDay& s) { s.choose_time(shop.today_at("09:00")); });
  press([](SalonDay& s) { s.choose_picture("🌷"); });
  const auto& services = only_visit().services;
  ASSERT_EQ(services.size(), 3U);
  EXPECT_EQ(services[0].person, "ana");
  EXPECT_EQ(services[1].person, "bee");
  EXPECT_EQ(services[2].person, "bee");
  EXPECT_EQ(services[2].start, shop.today_at("11:00"));
  EXPECT_EQ(day().blocks().size(), 3U);
}

TEST_F(SalonAtTheCounter, AnAppointmentInAColumnThatWasClosedIsStillSeen) {
  books("cut", "11:00");
  KeepSalon keep(shop.salon, shop.zone, shop.clock);
  ASSERT_TRUE(keep.set_column({.code = "ana", .closed = true}));
  ASSERT_TRUE(keep.set_column({.code = "bee", .closed = true}));
  shop->back_to_selling();
  shop->open_salon();
  ASSERT_EQ(day().columns().size(), 1U);
  EXPECT_EQ(day().columns()[0]->name, "Ana");
  EXPECT_EQ(day().blocks().size(), 1U);
  EXPECT_TRUE(day().free().at(0).empty()) << "nothing more is booked there";
}

TEST_F(SalonAtTheCounter, WhatAnotherTillBooksIsSeenAfterSomeSeconds) {
  ASSERT_FALSE(shop->look_at_salon());
  KeepVisits other(shop.salon, shop.zone, shop.clock);
  ASSERT_TRUE(other.book({VisitId::mint(shop.chance), {{"cut", "ana"}}, shop.today_at("11:00")}));
  EXPECT_FALSE(shop->look_at_salon()) << "not each second";
  shop.clock.set(shop.clock.now().plus_seconds(6));
  EXPECT_TRUE(shop->look_at_salon());
  EXPECT_EQ(day().blocks().size(), 1U);
  // nothing moves under a finger that answers a question
  press([](SalonDay& s) { s.add(); });
  ASSERT_TRUE(other.book({VisitId::mint(shop.chance), {{"cut", "ana"}}, shop.today_at("15:00")}));
  shop.clock.set(shop.clock.now().plus_seconds(6));
  EXPECT_FALSE(shop->look_at_salon());
}

TEST_F(SalonAtTheCounter, WhatWasMovedElsewhereIsNotMovedBackByAnOlderPicture) {
  books("cut", "11:00");
  KeepVisits other(shop.salon, shop.zone, shop.clock);
  ASSERT_TRUE(other.move({.id = only_visit().id, .start = shop.today_at("14:00")}));
  press([&](SalonDay& s) { s.drag(spot(0, "11:05"), spot(0, "12:05")); });
  EXPECT_EQ(said(), "pos.visit.changed_meanwhile");
  EXPECT_EQ(only_visit().start(), shop.today_at("14:00"));
  EXPECT_EQ(day().blocks().at(0).when.from, shop.today_at("14:00")) << "as it is now";
}

TEST_F(SalonAtTheCounter, EachQuestionHasItsWayBack) {
  press([](SalonDay& s) { s.add(); });
  press([](SalonDay& s) { s.choose_service("cut"); });
  press([](SalonDay& s) { s.services_done(); });
  press([](SalonDay& s) { s.choose_person("bee"); });
  press([&](SalonDay& s) { s.choose_time(shop.today_at("11:00")); });
  for (const Place back :
       {Place::visit_time, Place::visit_who, Place::visit_services, Place::salon}) {
    ASSERT_TRUE(shop->can_undo());
    shop->undo();
    EXPECT_EQ(place(), back);
  }
  EXPECT_FALSE(shop->can_undo());
  EXPECT_TRUE(day().on_the_day().empty());
}

TEST_F(SalonAtTheCounter, OnlyFreeTimesCanBePressedAndTheOthersStayInPlace) {
  books("cut", "11:00");
  press([](SalonDay& s) { s.add(); });
  press([](SalonDay& s) { s.choose_service("beard"); });
  press([](SalonDay& s) { s.services_done(); });
  press([](SalonDay& s) { s.choose_person("ana"); });
  const std::size_t all = day().times().size();
  EXPECT_EQ(all, 40U);  // every quarter from eight, the last at a quarter to six
  press([&](SalonDay& s) { s.choose_time(shop.today_at("11:15")); });
  EXPECT_EQ(place(), Place::visit_time);
  press([](SalonDay& s) { s.turn_day(1); });
  EXPECT_EQ(day().times().size(), all);
  EXPECT_TRUE(std::ranges::all_of(day().times(), &OfferedTime::free));
}

TEST_F(SalonAtTheCounter, AFreePlaceThatIsTappedSaysWhoAndWhen) {
  press([&](SalonDay& s) { s.tap(spot(1, "14:07")); });
  EXPECT_EQ(place(), Place::visit_services);
  press([](SalonDay& s) { s.choose_service("cut"); });
  press([](SalonDay& s) { s.services_done(); });
  EXPECT_EQ(place(), Place::visit_known_by);
  press([](SalonDay& s) { s.choose_picture("🌷"); });
  EXPECT_EQ(only_visit().start(), shop.today_at("14:00"));
  EXPECT_EQ(only_visit().services.at(0).person, "bee");
  // where nobody works nothing happens
  press([&](SalonDay& s) { s.tap(spot(0, "18:30")); });
  EXPECT_EQ(place(), Place::salon);
}

TEST_F(SalonAtTheCounter, AnAppointmentIsMovedByDrawingIt) {
  books("cut", "11:00");
  press([&](SalonDay& s) { s.drag(spot(0, "11:10"), spot(1, "13:40")); });
  EXPECT_EQ(only_visit().start(), shop.today_at("13:30"));
  EXPECT_EQ(only_visit().services.at(0).person, "bee");
  shop->undo();
  EXPECT_EQ(only_visit().start(), shop.today_at("11:00"));
  EXPECT_EQ(only_visit().services.at(0).person, "ana");
}

TEST_F(SalonAtTheCounter, TheSameByTapsForShakingHands) {
  books("cut", "11:00");
  press([&](SalonDay& s) { s.tap(spot(0, "11:20")); });
  EXPECT_EQ(place(), Place::visit);
  press([](SalonDay& s) { s.start_move(); });
  EXPECT_EQ(place(), Place::salon);
  EXPECT_TRUE(day().moving());
  press([&](SalonDay& s) { s.tap(spot(1, "15:00")); });
  EXPECT_FALSE(day().moving());
  EXPECT_EQ(only_visit().start(), shop.today_at("15:00"));
  EXPECT_EQ(only_visit().services.at(0).person, "bee");
}

TEST_F(SalonAtTheCounter, AMoveThatDoesNotFitIsSaidCalmlyAndStaysOnTheMove) {
  books("cut", "11:00");
  books("cut", "13:00");
  press([&](SalonDay& s) { s.tap(spot(0, "11:00")); });
  press([](SalonDay& s) { s.start_move(); });
  press([&](SalonDay& s) { s.tap(spot(0, "12:45")); });
  EXPECT_EQ(said(), "pos.visit.overlaps");
  EXPECT_TRUE(day().moving());
  shop->undo();  // not moved at all
  EXPECT_FALSE(day().moving());
  EXPECT_EQ(only_visit().start(), shop.today_at("11:00"));
}

TEST_F(SalonAtTheCounter, StepsGoForwardAndUndoTakesEachBack) {
  books("cut", "11:00");
  const auto becomes = [&](VisitState state) {
    press([&](SalonDay& s) { s.open_visit(only_visit().id); });
    press([&](SalonDay& s) { s.set_state(state); });
    EXPECT_EQ(only_visit().state, state);
  };
  becomes(VisitState::arrived);
  ASSERT_EQ(day().waiting().size(), 1U);
  becomes(VisitState::in_progress);
  EXPECT_EQ(day().waiting().size(), 0U);
  ASSERT_EQ(day().in_progress().size(), 1U);
  shop->undo();
  EXPECT_EQ(only_visit().state, VisitState::arrived);
  shop->undo();
  EXPECT_EQ(only_visit().state, VisitState::booked);
  shop->undo();  // and the appointment itself
  EXPECT_EQ(only_visit().state, VisitState::cancelled);
  EXPECT_TRUE(day().blocks().empty());
  EXPECT_FALSE(shop->can_undo());
}

TEST_F(SalonAtTheCounter, UndoTakesNothingBackThatSomebodyElseChanged) {
  books("cut", "11:00");
  KeepVisits other(shop.salon, shop.zone, shop.clock);
  ASSERT_TRUE(other.set_state(only_visit().id, VisitState::arrived));
  shop->undo();
  EXPECT_EQ(said(), "pos.visit.changed_meanwhile");
  EXPECT_EQ(only_visit().state, VisitState::arrived);
}

TEST_F(SalonAtTheCounter, WhoComesByWaitsAndIsTakenByWhoeverIsFree) {
  books("cut", "08:30");
  press([](SalonDay& s) { s.add_walk_in(); });
  EXPECT_EQ(place(), Place::visit_services);
  press([](SalonDay& s) { s.services_done(); });  // what, is seen later
  EXPECT_EQ(place(), Place::visit_known_by);
  press([](SalonDay& s) { s.choose_picture("⭐"); });
  ASSERT_EQ(day().waiting().size(), 1U);
  press([&](SalonDay& s) { s.open_visit(day().waiting()[0]->id); });
  press([](SalonDay& s) { s.take_now(); });
  EXPECT_EQ(place(), Place::visit_services);
  press([](SalonDay& s) { s.choose_service("cut"); });
  press([](SalonDay& s) { s.services_done(); });
  EXPECT_EQ(place(), Place::visit_who);
  ASSERT_EQ(day().people().size(), 2U);
  EXPECT_FALSE(day().could(*day().people()[0]));  // Ana at half past eight
  EXPECT_TRUE(day().could(*day().people()[1]));
  press([](SalonDay& s) { s.choose_person("ana"); });
  EXPECT_EQ(place(), Place::visit_who);
  EXPECT_EQ(said(), "pos.visit.overlaps");
  press([](SalonDay& s) { s.choose_person("bee"); });
  EXPECT_EQ(place(), Place::salon);
  ASSERT_EQ(day().in_progress().size(), 1U);
  EXPECT_EQ(day().in_progress()[0]->picture, "⭐");
}

TEST_F(SalonAtTheCounter, FromTheChairToThePaymentIsOneTap) {
  books("cut", "08:00");
  press([&](SalonDay& s) { s.open_visit(only_visit().id); });
  shop->visit_to_payment();  // she has not even come
  EXPECT_EQ(place(), Place::visit);
  press([](SalonDay& s) { s.set_state(VisitState::in_progress); });
  const VisitId id = only_visit().id;
  press([&](SalonDay& s) { s.open_visit(id); });
  shop->visit_to_payment();
  EXPECT_EQ(place(), Place::sale);
  ASSERT_EQ(shop->cart().lines().size(), 1U);
  EXPECT_EQ(shop->cart().lines()[0].article, "cut");
  EXPECT_EQ(shop->cart().visits(), std::vector{id});
  EXPECT_EQ(shop.salon.visit(id)->state, VisitState::done);
}

TEST_F(SalonAtTheCounter, AskedForPaymentTwiceItIsOnTheTrayOnce) {
  books("cut", "08:00");
  press([&](SalonDay& s) { s.open_visit(only_visit().id); });
  press([](SalonDay& s) { s.set_state(VisitState::in_progress); });
  for (int i = 0; i < 2; ++i) {
    if (place() == Place::sale) shop->open_salon();
    press([&](SalonDay& s) { s.open_visit(only_visit().id); });
    shop->visit_to_payment();
  }
  EXPECT_EQ(shop->cart().quantity_of("cut"), Quantity::pieces(1));
  // a product beside it stays, and the next tray knows nothing of it
  shop->tap_article("loaf");
  shop->pay();
  shop->paying().give(shop.dinars(5000));
  shop->paid();
  ASSERT_EQ(place(), Place::change);
  const VisitId id = only_visit().id;
  const Visit paid = shop.salon.visit(id).value();
  EXPECT_EQ(paid.state, VisitState::paid);
  EXPECT_EQ(paid.sale, shop->giving().sale().id);
  shop->next_customer();
  EXPECT_TRUE(shop->cart().visits().empty());
}

TEST_F(SalonAtTheCounter, AVisitGoesWhereItsTrayGoes) {
  books("cut", "08:00");
  press([&](SalonDay& s) { s.open_visit(only_visit().id); });
  press([](SalonDay& s) { s.set_state(VisitState::in_progress); });
  const VisitId id = only_visit().id;
  const auto to_payment = [&] {
    if (place() == Place::sale) shop->open_salon();
    press([&](SalonDay& s) { s.open_visit(id); });
    shop->visit_to_payment();
  };
  shop->tap_article("loaf");
  to_payment();
  shop->undo();
  EXPECT_TRUE(shop->cart().visits().empty());
  to_payment();
  EXPECT_EQ(shop->cart().quantity_of("cut"), Quantity::pieces(1)) << "undone, it is asked for anew";
  shop->wait_here();
  EXPECT_TRUE(shop->cart().visits().empty());
  shop->wait_here();
  shop->take_up(0);
  EXPECT_EQ(shop->cart().visits(), std::vector{id});
  to_payment();
  EXPECT_EQ(shop->cart().quantity_of("cut"), Quantity::pieces(1));
}

// The sale was in the book, and the lights went out before anything else was written.
TEST_F(SalonAtTheCounter, ASaleThatOutlivedACrashStillPaysItsVisit) {
  books("cut", "08:00");
  press([&](SalonDay& s) { s.open_visit(only_visit().id); });
  press([](SalonDay& s) { s.set_state(VisitState::in_progress); });
  const VisitId id = only_visit().id;
  press([&](SalonDay& s) { s.open_visit(id); });
  shop->visit_to_payment();
  const SaleId sale = shop->cart().id();
  ASSERT_TRUE(shop.ring.ring_up(
      "T1", {sale, shop->cart().asked(), {{TenderKind::cash, shop.dinars(5000)}}, std::nullopt}));
  ASSERT_EQ(shop.salon.visit(id)->state, VisitState::done);
  shop.start_again();
  shop.log_in();
  ASSERT_EQ(place(), Place::change);
  EXPECT_EQ(shop.salon.visit(id)->state, VisitState::paid);
  EXPECT_EQ(shop.salon.visit(id)->sale, sale);
}

TEST_F(SalonAtTheCounter, AVisitIsPaidOnceWhoeverAsks) {
  books("cut", "08:00");
  press([&](SalonDay& s) { s.open_visit(only_visit().id); });
  press([](SalonDay& s) { s.set_state(VisitState::in_progress); });
  const VisitId id = only_visit().id;
  press([&](SalonDay& s) { s.open_visit(id); });
  shop->visit_to_payment();
  // another till was first
  KeepVisits visits(shop.salon, shop.zone, shop.clock);
  const SaleId theirs = SaleId::mint(shop.chance);
  ASSERT_TRUE(visits.paid_by(id, theirs));
  ASSERT_TRUE(visits.paid_by(id, theirs)) << "said again";
  shop->pay();
  shop->paying().give(shop.dinars(5000));
  shop->paid();
  EXPECT_EQ(place(), Place::pay);
  EXPECT_EQ(said(), "till.notice.visit_is_paid");
  EXPECT_FALSE(visits.paid_by(id, SaleId::mint(shop.chance)));
  EXPECT_EQ(shop.salon.visit(id)->sale, theirs);
}

TEST_F(SalonAtTheCounter, ChairsAreShownInsteadOfPeopleAndDrawnBetween) {
  books("cut", "11:00");
  press([](SalonDay& s) { s.show_chairs(true); });
  ASSERT_EQ(day().columns().size(), 2U);
  EXPECT_EQ(day().columns()[0]->code, "window");
  ASSERT_EQ(day().blocks().size(), 1U);
  press([&](SalonDay& s) { s.drag(spot(0, "11:10"), spot(1, "11:10")); });
  EXPECT_EQ(only_visit().services.at(0).chair, "mirror");
  EXPECT_EQ(only_visit().services.at(0).person, "ana");
  EXPECT_EQ(only_visit().start(), shop.today_at("11:00"));
}

TEST_F(SalonAtTheCounter, TheLockComesBackToWhereItWas) {
  press([](SalonDay& s) { s.add(); });
  shop->lock();
  shop->open_again();
  shop.log_in();
  EXPECT_EQ(place(), Place::visit_services);
}

}  // namespace tilia::pos
