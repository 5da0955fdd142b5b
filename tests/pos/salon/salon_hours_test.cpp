// When a salon is open and its people work, as text, by weekday, on a day apart, and in hours that
// the clocks skip or repeat.
#include <gtest/gtest.h>

#include "pos/salon/free_time.h"
#include "tests/pos/salon/salon_of_tests.h"

namespace tilia::pos {
namespace {

Day day(const char* iso) { return *Day::parse(iso); }

}  // namespace

TEST(SalonHours, AreReadAsPeopleWriteThem) {
  EXPECT_EQ(parse_day_spans("9:00-12:00, 14:00-19:30"), (DaySpans{{540, 720}, {840, 1170}}));
  EXPECT_EQ(parse_day_spans("00:00-24:00"), (DaySpans{{0, 1440}}));
  EXPECT_EQ(parse_day_spans("closed"), DaySpans());
  for (const char* wrong : {"", "9-12", "9:00", "12:00-9:00", "9:00-9:00", "9:60-10:00",
                            "9:00-24:01", "9:00-12:00,12:00-14:00", "9:00-12:00,11:00-14:00",
                            "9:00-12:00,", "-1:00-3:00", "9:00-12:00 14:00-15:00"})
    EXPECT_FALSE(parse_day_spans(wrong)) << wrong;
  for (const char* text : {"closed", "09:00-12:00, 14:00-19:30", "00:00-24:00"})
    EXPECT_EQ(day_spans_text(*parse_day_spans(text)), text);
}

TEST(SalonHours, OfAPersonAreTheSalonsUntilSheHasHerOwn) {
  tests::SalonOfTests salon;
  const Day monday = day("2026-03-02");
  EXPECT_EQ(salon.book.salon().spans("ana", monday), (DaySpans{{540, 1080}}));
  ASSERT_TRUE(salon.keep.set_hours("ana", {0}, "10:00-13:00"));
  const Salon now = salon.book.salon();
  EXPECT_EQ(now.spans("ana", monday), (DaySpans{{600, 780}}));
  EXPECT_EQ(now.spans("ana", monday.plus_days(1)), (DaySpans{{540, 1080}}));
  EXPECT_EQ(now.spans("bee", monday), (DaySpans{{540, 1080}}));
  EXPECT_EQ(now.spans("ana", monday.plus_days(6)), DaySpans());
}

TEST(SalonHours, OfOneDayStandBeforeThoseOfItsWeekdayUntilTheyAreTakenBack) {
  tests::SalonOfTests salon;
  const Day monday = day("2026-03-02");
  ASSERT_TRUE(salon.keep.set_day("", monday, "closed"));
  ASSERT_TRUE(salon.keep.set_day("", monday.plus_days(1), "12:00-21:00"));
  EXPECT_EQ(salon.book.salon().spans("", monday), DaySpans());
  EXPECT_EQ(salon.book.salon().spans("bee", monday), DaySpans());
  EXPECT_EQ(salon.book.salon().spans("", monday.plus_days(1)), (DaySpans{{720, 1260}}));
  EXPECT_EQ(salon.book.salon().spans("", monday.plus_days(7)), (DaySpans{{540, 1080}}));
  ASSERT_TRUE(salon.keep.set_day("", monday, "usual"));
  EXPECT_EQ(salon.book.salon().spans("", monday), (DaySpans{{540, 1080}}));
}

TEST(SalonHours, NobodyIsBookedWhileTheSalonIsClosedThoughSheWouldWork) {
  tests::SalonOfTests salon;
  ASSERT_TRUE(salon.keep.set_hours("ana", {0}, "7:00-22:00"));
  const auto stretches = working(salon.book.salon(), "ana", day("2026-03-02"), salon.zone);
  ASSERT_EQ(stretches.size(), 1U);
  EXPECT_EQ(stretches[0], (Stretch{salon.today_at("09:00"), salon.today_at("18:00")}));
}

TEST(SalonHours, AreAsLongAsTheDayWhenClocksChange) {
  tests::SalonOfTests salon("00:00-24:00");
  ASSERT_TRUE(salon.keep.set_hours("", {6}, "00:00-24:00"));
  const auto hours = [&](const char* on) {
    const auto whole = working(salon.book.salon(), "ana", day(on), salon.zone);
    return whole.size() == 1 ? whole[0].from.seconds_until(whole[0].until) / 3600 : -1;
  };
  EXPECT_EQ(hours("2026-03-28"), 24);
  EXPECT_EQ(hours("2026-03-29"), 23);  // spring
  EXPECT_EQ(hours("2026-10-25"), 25);  // autumn
  // an hour that spring skips is no time to work in
  ASSERT_TRUE(salon.keep.set_day("", day("2026-03-29"), "02:00-03:00"));
  EXPECT_TRUE(working(salon.book.salon(), "", day("2026-03-29"), salon.zone).empty());
}

TEST(SalonHours, AreOfPeopleNotOfChairs) {
  tests::SalonOfTests salon;
  EXPECT_EQ(salon.keep.set_hours("window", {0}, "9:00-12:00").refusal(),
            SalonRefusal::hours_of_a_chair);
  EXPECT_EQ(salon.keep.set_hours("nobody", {0}, "9:00-12:00").refusal(),
            SalonRefusal::unknown_column);
  EXPECT_EQ(salon.keep.set_hours("ana", {7}, "9:00-12:00").refusal(), SalonRefusal::not_hours);
  EXPECT_EQ(salon.keep.set_hours("ana", {0}, "nine").refusal(), SalonRefusal::not_hours);
}

TEST(FreeTime, IsWhatTheHoursLeaveBetweenHolds) {
  tests::SalonOfTests salon;
  ASSERT_TRUE(salon.keep.set_day("", day("2026-03-02"), "9:00-12:00, 13:00-15:00"));
  ASSERT_TRUE(salon.book_one("cut", "ana", "09:00"));     // holds until 9:40
  ASSERT_TRUE(salon.book_one("colour", "ana", "10:15"));  // holds from 10:00 to 11:55
  const auto free = free_time(salon.book.salon(), "ana", day("2026-03-02"), salon.zone,
                              salon.visits.holds_on(day("2026-03-02")));
  const std::vector<Stretch> expected{{salon.today_at("09:40"), salon.today_at("10:00")},
                                      {salon.today_at("11:55"), salon.today_at("12:00")},
                                      {salon.today_at("13:00"), salon.today_at("15:00")}};
  EXPECT_EQ(free, expected);
}

TEST(FreeTime, IsOfferedWhereAllServicesFitAndStaysInPlaceWhereTheyDoNot) {
  tests::SalonOfTests salon;
  salon.clock_to("09:20");
  ASSERT_TRUE(salon.book_one("cut", "bee", "10:00"));
  EXPECT_EQ(salon.visits.offered(day("2026-03-02"), {{"cutt", "bee"}}).refusal(),
            (VisitRefusal{VisitRefusal::Why::unknown_service, "cutt"}));
  const auto offered =
      salon.visits.offered(day("2026-03-02"), {{"beard", "ana"}, {"cut", "bee"}}).value();
  ASSERT_EQ(offered.size(), 36U);  // every quarter from 9:00 to 17:45, whether free or not
  EXPECT_EQ(offered.front().start, salon.today_at("09:00"));
  EXPECT_EQ(offered.back().start, salon.today_at("17:45"));
  const auto is_free = [&](const char* time) {
    for (const OfferedTime& each : offered) {
      if (each.start == salon.today_at(time)) return each.free;
    }
    ADD_FAILURE() << time;
    return false;
  };
  EXPECT_FALSE(is_free("09:00"));  // past
  EXPECT_FALSE(is_free("09:30"));  // Bee from 9:45 with sweeping until 10:25
  EXPECT_FALSE(is_free("10:00"));
  EXPECT_FALSE(is_free("10:15"));  // Bee from 10:30 to 11:00, her sweeping of before ends at 10:40
  EXPECT_TRUE(is_free("10:30"));
  EXPECT_TRUE(is_free("17:15"));
  EXPECT_FALSE(is_free("17:30"));  // Bee would end at 18:15
}

TEST(KeepSalon, AsksForWhatItNeedsAndKeepsWhatIsNotNamed) {
  tests::SalonOfTests salon;
  EXPECT_EQ(salon.keep.set_column({.code = "Ana X", .name = "A"}).refusal(),
            SalonRefusal::bad_code);
  EXPECT_EQ(salon.keep.set_column({.code = "cara"}).refusal(), SalonRefusal::name_missing);
  EXPECT_EQ(salon.keep.set_column({.code = "ana", .kind = ColumnKind::chair}).refusal(),
            SalonRefusal::one_code_each);
  const auto changed = salon.keep.set_column({.code = "ana", .picture = "🦊"});
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed.value().name, "Ana");
  EXPECT_EQ(salon.book.salon().column("ana")->picture, "🦊");
  // a new one's code is not of her name
  EXPECT_EQ(salon.keep.set_column({.name = "Dora"}).value().code, "person");
  EXPECT_EQ(salon.keep.set_column({.name = "Eva"}).value().code, "person-2");
}

TEST(KeepSalon, ServicesTakeMinutesAndAreArticlesSoldByThePiece) {
  tests::SalonOfTests salon;
  const std::vector<Article> articles{tests::article_of_salon("cut"),
                                      tests::article_of_salon("henna", Unit::kg)};
  EXPECT_EQ(salon.keep.set_service({"perm", 30}, articles).refusal(),
            SalonRefusal::unknown_article);
  EXPECT_EQ(salon.keep.set_service({"henna", 30}, articles).refusal(),
            SalonRefusal::sold_by_weight);
  EXPECT_EQ(salon.keep.set_service({"cut", 0}, articles).refusal(), SalonRefusal::not_minutes);
  EXPECT_EQ(salon.keep.set_service({"cut", 721}, articles).refusal(), SalonRefusal::not_minutes);
  EXPECT_EQ(salon.keep.set_service({"cut", 30, -1}, articles).refusal(), SalonRefusal::not_minutes);
}

TEST(KeepSalon, ATimeThatIsNotFreeIsRefusedOverAnAppointmentAndCanBeLifted) {
  tests::SalonOfTests salon;
  ASSERT_TRUE(salon.book_one("cut", "ana", "10:00"));
  const auto block = [&](const char* from, const char* until) {
    return salon.keep.set_not_free(
        {NotFreeId::mint(salon.chance), "ana", salon.today_at(from), salon.today_at(until)});
  };
  EXPECT_EQ(block("10:30", "11:00").refusal(), SalonRefusal::something_booked);
  EXPECT_EQ(block("12:00", "11:00").refusal(), SalonRefusal::bad_time);
  EXPECT_EQ(block("07:00", "07:30").refusal(), SalonRefusal::bad_time);  // over already
  const auto lunch = block("12:00", "12:30");
  ASSERT_TRUE(lunch);
  EXPECT_EQ(salon.keep.not_free_on(day("2026-03-02")), std::vector{lunch.value()});
  EXPECT_EQ(salon.book_one("cut", "ana", "12:00").refusal().why, VisitRefusal::Why::person_away);
  ASSERT_TRUE(salon.keep.lift_not_free(lunch.value().id));
  EXPECT_EQ(salon.keep.lift_not_free(lunch.value().id).refusal(), SalonRefusal::unknown_time);
  EXPECT_TRUE(salon.book_one("cut", "ana", "12:00"));
}

TEST(KeepSalon, SaysWhetherAVisitOrAnotherTimeIsInTheWay) {
  tests::SalonOfTests salon;
  ASSERT_TRUE(salon.book_one("cut", "ana", "10:00"));
  const auto not_free = [&](const char* from, const char* until) {
    return salon.keep.set_not_free(
        {NotFreeId::mint(salon.chance), "ana", salon.today_at(from), salon.today_at(until)});
  };
  ASSERT_TRUE(not_free("12:00", "13:00"));
  EXPECT_EQ(not_free("10:30", "11:00").refusal(), SalonRefusal::something_booked);
  EXPECT_EQ(not_free("12:30", "14:00").refusal(), SalonRefusal::not_free_already);
}

}  // namespace tilia::pos
