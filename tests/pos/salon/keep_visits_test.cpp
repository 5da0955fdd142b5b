// Appointments: what is refused and in which words, buffers, moving, each step from booked to done
// and back, and who comes without one.
#include "pos/salon/keep_visits.h"

#include <gtest/gtest.h>

#include "tests/pos/salon/salon_of_tests.h"

namespace tilia::pos {
namespace {

using Why = VisitRefusal::Why;
using tests::SalonOfTests;

Why why(const KeepVisits::Answer& answer) { return answer.refusal().why; }

}  // namespace

TEST(BookVisit, HoldsAPersonAndAChairWithWhatComesBeforeAndAfter) {
  SalonOfTests salon;
  ASSERT_TRUE(salon.book_one("colour", "ana", "10:00", "window"));
  const auto holds = salon.visits.holds_on(salon.visits.today());
  ASSERT_EQ(holds.size(), 2U);
  for (const Hold& hold : holds) {
    EXPECT_EQ(hold.from, salon.today_at("09:45"));
    EXPECT_EQ(hold.until, salon.today_at("11:40"));
  }
  // the chair alone is enough to be in the way
  const auto other = salon.book_one("cut", "bee", "11:15", "window");
  ASSERT_FALSE(other);
  EXPECT_EQ(other.refusal().why, Why::overlaps);
  EXPECT_EQ(other.refusal().about, "Window chair");
  EXPECT_EQ(other.refusal().time, "10:00");
  EXPECT_TRUE(salon.book_one("cut", "bee", "11:15", "mirror"));
}

TEST(BookVisit, NeverTakesANameForAPicture) {
  SalonOfTests salon;
  const VisitAsked asked{salon.id(), {{"cut", "ana"}}, salon.today_at("10:00"), "Mira 064123"};
  EXPECT_EQ(why(salon.visits.book(asked)), Why::not_a_picture);
  EXPECT_EQ(why(salon.visits.walk_in({.id = salon.id(), .picture = "Мира"})), Why::not_a_picture);
  EXPECT_EQ(salon.keep.set_column({.code = "ana", .picture = "Ana P."}).refusal(),
            SalonRefusal::not_a_picture);
  EXPECT_TRUE(salon.visits.walk_in({.id = salon.id(), .picture = "🌻"}));
}

TEST(BookVisit, FitsExactlyBetweenBuffersAndNotAMinuteMore) {
  SalonOfTests salon;
  ASSERT_TRUE(salon.book_one("cut", "ana", "10:00"));  // until 10:40
  EXPECT_EQ(why(salon.book_one("cut", "ana", "10:39")), Why::overlaps);
  EXPECT_TRUE(salon.book_one("cut", "ana", "10:40"));
  EXPECT_EQ(why(salon.book_one("cut", "ana", "09:21")), Why::overlaps);  // sweeps until 10:01
  EXPECT_TRUE(salon.book_one("cut", "ana", "09:20"));
}

TEST(BookVisit, ServicesOfOneVisitFollowEachOtherWithoutBuffersBetween) {
  SalonOfTests salon;
  const auto visit = salon.visits.book(
      {salon.id(), {{"cut", "ana"}, {"colour", "ana"}, {"beard", "bee"}}, salon.today_at("10:00")});
  ASSERT_TRUE(visit);
  const auto& services = visit.value().services;
  EXPECT_EQ(services[1].start, salon.today_at("10:30"));
  EXPECT_EQ(services[2].start, salon.today_at("12:00"));
  const auto holds = salon.visits.holds_on(salon.visits.today());
  ASSERT_EQ(holds.size(), 2U);  // Ana's two are one stretch
  EXPECT_EQ(holds[0].until, salon.today_at("12:10"));
  EXPECT_EQ(holds[1], (Hold{"bee", salon.today_at("12:00"), salon.today_at("12:15"),
                            visit.value().id.bytes()}));
}

TEST(BookVisit, IsRefusedWithACodeAndASentenceForEachReason) {
  SalonOfTests salon;
  const auto ask = [&](const std::vector<Wanted>& services, const Instant& start) {
    return why(salon.visits.book({salon.id(), services, start}));
  };
  const Instant ten = salon.today_at("10:00");
  EXPECT_EQ(ask({}, ten), Why::no_service);
  EXPECT_EQ(ask({{"perm", "ana"}}, ten), Why::unknown_service);
  EXPECT_EQ(ask({{"cut", "nobody"}}, ten), Why::unknown_person);
  EXPECT_EQ(ask({{"cut", "window"}}, ten), Why::unknown_person);
  EXPECT_EQ(ask({{"cut", ""}}, ten), Why::unknown_person);
  EXPECT_EQ(ask({{"cut", "ana", "bee"}}, ten), Why::unknown_chair);
  EXPECT_EQ(ask({{"cut", "ana"}}, salon.today_at("07:00")), Why::in_the_past);
  EXPECT_EQ(ask({{"cut", "ana"}}, salon.at("2029-03-02", "10:00")), Why::too_far_away);
  EXPECT_EQ(ask({{"cut", "ana"}}, salon.today_at("08:45")), Why::salon_closed);
  EXPECT_EQ(ask({{"cut", "ana"}}, salon.today_at("17:45")), Why::salon_closed);
  EXPECT_EQ(ask({{"cut", "ana"}}, salon.at("2026-03-08", "10:00")), Why::salon_closed);
  ASSERT_TRUE(salon.keep.set_hours("ana", {0}, "9:00-12:00"));
  EXPECT_EQ(ask({{"cut", "ana"}}, salon.today_at("13:00")), Why::person_away);
  EXPECT_EQ(ask({{"cut", "bee"}, {"cut", "ana"}}, salon.today_at("11:15")), Why::person_away);
  ASSERT_TRUE(salon.keep.set_column({.code = "bee", .closed = true}));
  EXPECT_EQ(ask({{"cut", "bee"}}, ten), Why::unknown_person);
  EXPECT_TRUE(salon.visits.on(salon.visits.today()).empty());  // nothing was written
}

TEST(BookVisit, LastsUntilTheSalonClosesThoughItIsSweptAfterwards) {
  SalonOfTests salon;
  EXPECT_TRUE(salon.book_one("cut", "ana", "17:30"));
}

TEST(BookVisit, TwiceWithOneIdIsOneVisit) {
  SalonOfTests salon;
  const VisitAsked asked{salon.id(), {{"cut", "ana"}}, salon.today_at("10:00"), "🌷", "Mira"};
  const auto first = salon.visits.book(asked);
  ASSERT_TRUE(first);
  salon.clock_to("12:00");  // sent again when its time is over
  EXPECT_EQ(salon.visits.book(asked).value(), first.value());
  VisitAsked other = asked;
  other.services = {{"beard", "ana"}};
  EXPECT_EQ(why(salon.visits.book(other)), Why::other_content);
  EXPECT_EQ(salon.visits.on(salon.visits.today()).size(), 1U);
}

TEST(BookVisit, OfSomebodyAFewMinutesLateIsStillWrittenDown) {
  SalonOfTests salon;
  salon.clock_to("10:20");
  EXPECT_TRUE(salon.book_one("cut", "ana", "10:00"));
  EXPECT_EQ(why(salon.book_one("cut", "bee", "09:45")), Why::in_the_past);
}

TEST(MoveVisit, ToAnotherTimeAndPersonTakesAllItsServicesAlong) {
  SalonOfTests salon;
  const auto visit =
      salon.visits.book({salon.id(), {{"cut", "ana"}, {"beard", "bee"}}, salon.today_at("10:00")});
  ASSERT_TRUE(visit);
  const auto moved = salon.visits.move(
      {.id = visit.value().id, .start = salon.today_at("14:30"), .service = 1, .person = "ana"});
  ASSERT_TRUE(moved);
  EXPECT_EQ(moved.value().services[0].start, salon.today_at("14:00"));
  EXPECT_EQ(moved.value().services[1].start, salon.today_at("14:30"));
  EXPECT_EQ(moved.value().services[1].person, "ana");
  EXPECT_TRUE(salon.book_one("cut", "ana", "10:00"));  // its old time is free
  EXPECT_EQ(why(salon.book_one("cut", "ana", "14:15")), Why::overlaps);
}

TEST(MoveVisit, IntoItsOwnTimeIsNotInItsOwnWay) {
  SalonOfTests salon;
  const auto visit = salon.book_one("colour", "ana", "10:00", "window");
  ASSERT_TRUE(visit);
  EXPECT_TRUE(salon.visits.move({.id = visit.value().id, .start = salon.today_at("10:15")}));
}

TEST(MoveVisit, IsRefusedWhereSomethingStandsAndLeavesItWhereItWas) {
  SalonOfTests salon;
  const auto visit = salon.book_one("cut", "ana", "10:00");
  ASSERT_TRUE(salon.book_one("cut", "ana", "12:00"));
  const VisitId id = visit.value().id;
  EXPECT_EQ(why(salon.visits.move({.id = id, .start = salon.today_at("11:45")})), Why::overlaps);
  EXPECT_EQ(why(salon.visits.move({.id = id, .start = salon.today_at("20:00")})),
            Why::salon_closed);
  EXPECT_EQ(why(salon.visits.move({.id = id, .person = "window"})), Why::unknown_person);
  EXPECT_EQ(why(salon.visits.move({.id = salon.id()})), Why::unknown_visit);
  EXPECT_EQ(salon.book.visit(id), visit.value());
}

TEST(MoveVisit, ToSomebodyWhoIsAwayIsRefusedThoughItsTimeStays) {
  SalonOfTests salon;
  ASSERT_TRUE(salon.keep.set_hours("bee", {0}, "13:00-18:00"));
  const auto visit = salon.book_one("cut", "ana", "10:00");
  EXPECT_EQ(why(salon.visits.move({.id = visit.value().id, .person = "bee"})), Why::person_away);
  salon.clock_to("11:30");  // long late: who does it may still change
  ASSERT_TRUE(salon.keep.set_hours("bee", {0}, "9:00-18:00"));
  EXPECT_TRUE(salon.visits.move({.id = visit.value().id, .person = "bee"}));
}

TEST(MoveVisit, OfOneThatHasBegunIsRefused) {
  SalonOfTests salon;
  const VisitId id = salon.book_one("cut", "ana", "10:00").value().id;
  ASSERT_TRUE(salon.visits.set_state(id, VisitState::in_progress));
  EXPECT_EQ(why(salon.visits.move({.id = id, .start = salon.today_at("11:00")})),
            Why::stays_as_it_is);
}

TEST(VisitState, GoesFromBookedToDoneAndEachStepCanBeTakenBack) {
  SalonOfTests salon;
  const VisitId id = salon.book_one("cut", "ana", "10:00").value().id;
  for (const VisitState state :
       {VisitState::arrived, VisitState::booked, VisitState::arrived, VisitState::in_progress,
        VisitState::arrived, VisitState::in_progress, VisitState::done, VisitState::in_progress,
        VisitState::done}) {
    const auto answer = salon.visits.set_state(id, state);
    ASSERT_TRUE(answer) << visit_state_text(state);
    EXPECT_EQ(answer.value().state, state);
  }
  EXPECT_EQ(why(salon.visits.set_state(id, VisitState::no_show)), Why::not_from_here);
  // paid is said by the sale alone
  EXPECT_EQ(why(salon.visits.set_state(id, VisitState::paid)), Why::not_from_here);
}

TEST(VisitState, BegunEarlyOrLateItStandsWhereItBegan) {
  SalonOfTests salon;
  const VisitId early = salon.book_one("cut", "ana", "10:00").value().id;
  const VisitId late = salon.book_one("cut", "bee", "10:00").value().id;
  salon.clock_to("09:50");
  const auto begun = salon.visits.set_state(early, VisitState::in_progress);
  ASSERT_TRUE(begun);
  EXPECT_EQ(begun.value().start(), salon.today_at("09:50"));
  EXPECT_EQ(begun.value().planned, salon.today_at("10:00"));
  EXPECT_TRUE(salon.book_one("cut", "ana", "10:30")) << "free again ten minutes earlier";
  salon.clock_to("10:20");
  EXPECT_EQ(salon.visits.set_state(late, VisitState::in_progress).value().start(),
            salon.today_at("10:20"));
  EXPECT_EQ(why(salon.book_one("cut", "bee", "10:45")), Why::overlaps);
  // done and begun again it stays where it was
  salon.clock_to("10:40");
  ASSERT_TRUE(salon.visits.set_state(late, VisitState::done));
  EXPECT_EQ(salon.visits.set_state(late, VisitState::in_progress).value().start(),
            salon.today_at("10:20"));
}

TEST(VisitState, BegunByMistakeItGoesBackToItsTime) {
  SalonOfTests salon;
  const VisitId id = salon.book_one("cut", "ana", "10:00").value().id;
  salon.clock_to("09:10");
  ASSERT_TRUE(salon.visits.set_state(id, VisitState::in_progress));
  const auto back = salon.visits.set_state(id, VisitState::booked);
  ASSERT_TRUE(back);
  EXPECT_EQ(back.value().start(), salon.today_at("10:00"));
  EXPECT_EQ(back.value().planned, std::nullopt);
  ASSERT_TRUE(salon.visits.set_state(id, VisitState::in_progress));
  ASSERT_TRUE(salon.book_one("cut", "ana", "10:00"));
  EXPECT_EQ(salon.visits.set_state(id, VisitState::booked).value().start(), salon.today_at("09:10"))
      << "its time was given away: it stays where it is";
}

TEST(VisitState, BegunLateItTakesNobodysTimeAndIsNotRefused) {
  SalonOfTests salon;
  const VisitId late = salon.book_one("cut", "ana", "10:00").value().id;
  ASSERT_TRUE(salon.book_one("cut", "ana", "10:40"));
  salon.clock_to("10:20");
  const auto begun = salon.visits.set_state(late, VisitState::in_progress);
  ASSERT_TRUE(begun);
  EXPECT_EQ(begun.value().start(), salon.today_at("10:00")) << "as it was planned";
}

TEST(VisitState, IsNotWrittenOverByWhoSawAnOlderOne) {
  SalonOfTests salon;
  const Visit seen = salon.book_one("cut", "ana", "10:00").value();
  ASSERT_TRUE(salon.visits.move({.id = seen.id, .start = salon.today_at("11:00")}));
  EXPECT_EQ(why(salon.visits.move(
                {.id = seen.id, .seen = seen.revision, .start = salon.today_at("12:00")})),
            Why::changed_meanwhile);
  EXPECT_EQ(why(salon.visits.set_state(seen.id, VisitState::cancelled, seen.revision)),
            Why::changed_meanwhile);
  const Visit now = salon.book.visit(seen.id).value();
  EXPECT_EQ(now.start(), salon.today_at("11:00"));
  EXPECT_TRUE(salon.visits.set_state(seen.id, VisitState::cancelled, now.revision));
}

TEST(VisitState, OfWhoCameWithoutAppointmentIsNeverBooked) {
  SalonOfTests salon;
  const VisitId id = salon.id();
  ASSERT_TRUE(salon.visits.walk_in({.id = id, .picture = "🌻"}));
  ASSERT_TRUE(salon.visits.set_state(id, VisitState::cancelled));
  EXPECT_EQ(why(salon.visits.set_state(id, VisitState::arrived)), Why::not_from_here);
  EXPECT_EQ(why(salon.visits.set_state(id, VisitState::booked)), Why::not_from_here);
  EXPECT_TRUE(salon.visits.set_state(id, VisitState::waiting));
}

TEST(WalkIn, IsNotTakenInSomebodysBreakOrAfterHerHours) {
  SalonOfTests salon;
  ASSERT_TRUE(salon.keep.set_hours("ana", {0}, "9:00-12:00, 13:00-16:00"));
  const VisitId id = salon.id();
  ASSERT_TRUE(salon.visits.walk_in({.id = id}));
  const auto why_not = [&](const std::vector<Wanted>& services) {
    return why(salon.visits.begin(id, services));
  };
  EXPECT_EQ(why_not({{"cut", "bee"}}), Why::salon_closed) << "at eight nobody is there";
  salon.clock_to("11:45");
  EXPECT_EQ(why_not({{"cut", "ana"}}), Why::person_away) << "her break begins at 12:00";
  EXPECT_EQ(why_not({{"beard", "bee"}, {"cut", "ana"}}), Why::person_away);
  salon.clock_to("16:00");
  EXPECT_EQ(why_not({{"beard", "ana"}}), Why::person_away);
  salon.clock_to("11:45");
  EXPECT_TRUE(salon.visits.begin(id, {{"beard", "ana"}})) << "that is done until 12:00";
}

TEST(VisitName, GoesAloneWhenSheWishes) {
  SalonOfTests salon;
  const VisitAsked asked{salon.id(), {{"cut", "ana"}}, salon.today_at("10:00"), "🌷", "Mira"};
  ASSERT_TRUE(salon.visits.book(asked));
  ASSERT_TRUE(salon.visits.forget_name(asked.id));
  const Visit left = salon.book.visit(asked.id).value();
  EXPECT_EQ(left.name, "");
  EXPECT_EQ(left.start(), salon.today_at("10:00"));
  EXPECT_EQ(salon.visits.forget_name(salon.id()).refusal().why, Why::unknown_visit);
}

TEST(VisitName, ThatWasTakenOutDoesNotComeBackByAnUndo) {
  SalonOfTests salon;
  const VisitAsked asked{salon.id(), {{"cut", "ana"}}, salon.today_at("10:00"), "🌷", "Mira"};
  const Visit before = salon.visits.book(asked).value();
  const Visit after = salon.visits.set_state(asked.id, VisitState::arrived).value();
  ASSERT_TRUE(salon.visits.forget_name(asked.id));
  ASSERT_TRUE(salon.visits.put_back(before, after));
  EXPECT_EQ(salon.book.visit(asked.id)->name, "");
}

TEST(VisitState, OfAnotherDayDoesNotBegin) {
  SalonOfTests salon;
  const auto visit =
      salon.visits.book({salon.id(), {{"cut", "ana"}}, salon.at("2026-03-03", "10:00")});
  const VisitId id = visit.value().id;
  EXPECT_EQ(why(salon.visits.set_state(id, VisitState::arrived)), Why::not_yet);
  EXPECT_EQ(why(salon.visits.set_state(id, VisitState::no_show)), Why::not_yet);
  EXPECT_TRUE(salon.visits.set_state(id, VisitState::cancelled));
}

TEST(VisitState, OfSomebodyWhoDidNotComeFreesHerTimeOnlyWhenItHasCome) {
  SalonOfTests salon;
  const VisitId id = salon.book_one("cut", "ana", "10:00").value().id;
  EXPECT_EQ(why(salon.visits.set_state(id, VisitState::no_show)), Why::not_yet);
  salon.clock_to("10:05");
  ASSERT_TRUE(salon.visits.set_state(id, VisitState::no_show));
  const auto other = salon.book_one("cut", "ana", "10:15");
  ASSERT_TRUE(other);
  // she comes after all: her time is somebody else's now
  const auto back = salon.visits.set_state(id, VisitState::arrived);
  EXPECT_EQ(why(back), Why::overlaps);
  EXPECT_EQ(back.refusal().other, other.value().id);
}

TEST(VisitState, DoneEarlyHoldsOnlyWhatComesAfterIt) {
  SalonOfTests salon;
  const VisitId id = salon.book_one("cut", "ana", "10:00").value().id;
  salon.clock_to("10:10");
  ASSERT_TRUE(salon.visits.set_state(id, VisitState::in_progress));
  salon.clock_to("10:15");
  ASSERT_TRUE(salon.visits.set_state(id, VisitState::done));
  EXPECT_EQ(why(salon.book_one("beard", "ana", "10:24")), Why::overlaps);
  ASSERT_TRUE(salon.book_one("beard", "ana", "10:25"));
  // taking "done" back needs that time again
  EXPECT_EQ(why(salon.visits.set_state(id, VisitState::in_progress)), Why::overlaps);
}

TEST(WalkIn, WaitsAndTakesNobodysTimeUntilSheIsTaken) {
  SalonOfTests salon;
  salon.clock_to("10:00");
  const auto came = salon.visits.walk_in({salon.id(), {{"cut", ""}}, "🌻", "Mira"});
  ASSERT_TRUE(came);
  EXPECT_EQ(came.value().state, VisitState::waiting);
  EXPECT_TRUE(salon.visits.holds_on(salon.visits.today()).empty());
  EXPECT_EQ(salon.visits.on(salon.visits.today()), std::vector{came.value()});
  EXPECT_EQ(why(salon.visits.set_state(came.value().id, VisitState::in_progress)),
            Why::not_from_here);  // by whom?
  salon.clock_to("10:12");
  const auto begun = salon.visits.begin(came.value().id, {{"cut", "bee", "mirror"}});
  ASSERT_TRUE(begun);
  EXPECT_EQ(begun.value().state, VisitState::in_progress);
  EXPECT_EQ(begun.value().start(), salon.today_at("10:12"));
  EXPECT_EQ(salon.visits.holds_on(salon.visits.today()).size(), 2U);
  EXPECT_EQ(why(salon.visits.begin(came.value().id, {{"cut", "ana"}})), Why::not_from_here);
}

TEST(WalkIn, IsNotTakenInTheTimeOfAnAppointmentButStaysPastClosing) {
  SalonOfTests salon;
  ASSERT_TRUE(salon.book_one("cut", "ana", "17:15"));
  salon.clock_to("16:50");
  const VisitId id = salon.visits.walk_in({salon.id(), {}, "🌻"}).value().id;
  const auto taken = salon.visits.begin(id, {{"cut", "ana"}});
  EXPECT_EQ(why(taken), Why::overlaps);
  EXPECT_EQ(taken.refusal().time, "17:15");
  salon.clock_to("17:55");
  EXPECT_TRUE(salon.visits.begin(id, {{"beard", "ana"}, {"colour", "bee"}}));
}

TEST(WalkIn, SheMayGoAgainAndASecondTapIsNoSecondOne) {
  SalonOfTests salon;
  const WalkInAsked asked{salon.id(), {}, "🌻", "Mira"};
  ASSERT_TRUE(salon.visits.walk_in(asked));
  salon.clock_to("08:05");
  ASSERT_TRUE(salon.visits.walk_in(asked));
  EXPECT_EQ(salon.visits.on(salon.visits.today()).size(), 1U);
  ASSERT_TRUE(salon.visits.set_state(asked.id, VisitState::cancelled));
  ASSERT_TRUE(salon.visits.set_state(asked.id, VisitState::waiting));
}

}  // namespace tilia::pos
