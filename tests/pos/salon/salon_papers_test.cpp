// The day of a salon as it leaves the screen: on paper, for a calendar, as JSON.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <sstream>

#include "pos/salon/appointment_list.h"
#include "pos/salon/day_calendar.h"
#include "pos/salon/visit_file.h"
#include "tests/pos/salon/salon_of_tests.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using tests::SalonOfTests;
using Why = VisitFileRefusal::Why;

std::vector<Article> named_articles() {
  std::vector<Article> articles{tests::article_of_salon("cut"), tests::article_of_salon("colour")};
  articles[0].name = "Cut, wash; dry";
  articles[1].name = "Фарбање косе у три нијансе са дугим прањем и полаганим сушењем на ваздуху";
  return articles;
}

std::vector<std::string> lines_of(const std::string& calendar) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < calendar.size();) {
    const std::size_t end = calendar.find("\r\n", at);
    if (end == std::string::npos) return {"a line without its end"};
    lines.push_back(calendar.substr(at, end - at));
    at = end + 2;
  }
  return lines;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string calendar_of(SalonOfTests& salon, bool with_people) {
  return day_calendar(
      salon.visits.on(salon.visits.today()), salon.book.salon(), named_articles(),
      {salon.clock.now(), stretch_of(salon.visits.today(), salon.zone), with_people});
}

}  // namespace

TEST(DayCalendar, EndsEachLineWithBothLettersAndFoldsItInsideNoLetter) {
  SalonOfTests salon;
  ASSERT_TRUE(salon.book_one("colour", "ana", "10:00"));
  const std::string calendar = calendar_of(salon, true);
  for (const std::string& line : lines_of(calendar)) {
    EXPECT_LE(line.size(), 75U);
    EXPECT_FALSE(holds(line, "\n"));
    // after the blank of a folded line no middle of a letter
    const std::size_t first = line.starts_with(' ') ? 1 : 0;
    EXPECT_NE(static_cast<unsigned char>(line.at(first)) & 0xC0U, 0x80U) << line;
  }
  std::string unfolded = calendar;
  for (std::size_t at = unfolded.find("\r\n "); at != std::string::npos;
       at = unfolded.find("\r\n "))
    unfolded.erase(at, 3);
  EXPECT_TRUE(holds(unfolded, "SUMMARY:" + named_articles()[1].name + " · Ana\r\n"));
}

TEST(DayCalendar, OfADayWithoutVisitsSaysThatAllOfItIsFree) {
  SalonOfTests salon;
  const std::string calendar = calendar_of(salon, false);
  EXPECT_TRUE(holds(calendar, "BEGIN:VFREEBUSY\r\n"));
  EXPECT_TRUE(holds(calendar, "DTSTART:20260301T230000Z\r\nDTEND:20260302T230000Z\r\n"));
  EXPECT_FALSE(holds(calendar, "VEVENT"));
  ASSERT_TRUE(salon.book_one("cut", "ana", "10:00"));
  EXPECT_FALSE(holds(calendar_of(salon, false), "VFREEBUSY"));
}

TEST(DayCalendar, NamesNoProduct) {
  SalonOfTests salon;
  ASSERT_TRUE(salon.book_one("cut", "ana", "10:00"));
  std::string calendar = calendar_of(salon, true);
  std::ranges::transform(calendar, calendar.begin(),
                         [](unsigned char c) { return std::tolower(c); });
  EXPECT_FALSE(holds(calendar, "tilia"));
}

TEST(DayCalendar, FoldsAtSeventyFiveOctetsAndSeventyFourAfterTheBlank) {
  EXPECT_EQ(calendar_line(std::string(75, 'x')), std::string(75, 'x') + "\r\n");
  EXPECT_EQ(calendar_line(std::string(76, 'x')), std::string(75, 'x') + "\r\n x\r\n");
  EXPECT_EQ(calendar_line(std::string(150, 'x')),
            std::string(75, 'x') + "\r\n " + std::string(74, 'x') + "\r\n x\r\n");
}

TEST(DayCalendar, EscapesWhatWouldEndAValue) {
  EXPECT_EQ(calendar_text("a;b,c\\d\ne\rf"), "a\\;b\\,c\\\\d\\nef");
  SalonOfTests salon;
  ASSERT_TRUE(salon.book_one("cut", "ana", "10:00"));
  EXPECT_TRUE(holds(calendar_of(salon, false), "SUMMARY:Cut\\, wash\\; dry\r\n"));
}

TEST(DayCalendar, WritesTimesInUtcOnBothSidesOfTheClockChange) {
  SalonOfTests salon;
  ASSERT_TRUE(salon.keep.set_hours("", {6}, "9:00-18:00"));
  salon.clock.set(salon.at("2026-03-29", "08:00"));  // summer time since the night
  ASSERT_TRUE(salon.visits.book({salon.id(), {{"cut", "ana"}}, salon.at("2026-03-29", "10:00")}));
  const std::string calendar = calendar_of(salon, false);
  EXPECT_TRUE(holds(calendar, "DTSTART:20260329T080000Z\r\n"));
  EXPECT_TRUE(holds(calendar, "DTEND:20260329T083000Z\r\n"));
}

TEST(DayCalendar, NamesNobodyUnlessAskedAndNeverACustomer) {
  SalonOfTests salon;
  ASSERT_TRUE(salon.visits.book(
      {salon.id(), {{"cut", "ana", "window"}}, salon.today_at("10:00"), "🌷", "Mira"}));
  for (const bool with_people : {false, true}) {
    const std::string calendar = calendar_of(salon, with_people);
    EXPECT_EQ(holds(calendar, "Ana"), with_people);
    EXPECT_FALSE(holds(calendar, "Mira"));
    EXPECT_FALSE(holds(calendar, "🌷"));
    EXPECT_TRUE(holds(calendar, "LOCATION:Window chair\r\n"));
  }
}

TEST(DayCalendar, LeavesOutWhatIsCancelledAndWhoDidNotCome) {
  SalonOfTests salon;
  const VisitId gone = salon.book_one("cut", "ana", "10:00").value().id;
  ASSERT_TRUE(salon.book_one("cut", "bee", "12:00"));
  ASSERT_TRUE(salon.visits.set_state(gone, VisitState::cancelled));
  const std::string calendar = calendar_of(salon, false);
  EXPECT_FALSE(holds(calendar, gone.text()));
  EXPECT_EQ(std::ranges::count(lines_of(calendar), std::string("BEGIN:VEVENT")), 1);
}

TEST(AppointmentList, SaysWhenWhatByWhomAndWhere) {
  SalonOfTests salon;
  ASSERT_TRUE(salon.visits.book({salon.id(),
                                 {{"cut", "ana", "window"}, {"colour", "bee"}},
                                 salon.today_at("10:00"),
                                 "",
                                 "Mira"}));
  ASSERT_TRUE(salon.visits.walk_in({salon.id(), {{"cut", ""}}}));
  const VisitId gone = salon.book_one("beard", "ana", "14:00").value().id;
  ASSERT_TRUE(salon.visits.set_state(gone, VisitState::cancelled));
  const CountryPack pack = tests::pack("RS");
  const Strip strip = appointment_list_strip(
      {salon.visits.today(), salon.visits.on(salon.visits.today()), salon.book.salon(),
       named_articles()},
      {tests::organisation(pack), pack.fiscal_duty}, "T1", salon.zone, tests::words());
  std::string text;
  for (const StripLine& line : strip.lines) text += line.left + " | " + line.right + "\n";
  EXPECT_TRUE(holds(text, "08:00  Cut, wash; dry | Waits\n")) << text;
  EXPECT_TRUE(holds(text, "10:00–10:30  Cut, wash; dry | Ana · Window chair\n")) << text;
  EXPECT_TRUE(holds(text, "10:30–12:00  " + named_articles()[1].name + " | Bee\n"));
  EXPECT_TRUE(holds(text, "Mira | \n"));
  EXPECT_FALSE(holds(text, "14:00"));
}

TEST(VisitFile, IsReadAsItIsWritten) {
  const Zone zone = *Zone::named("Europe/Belgrade");
  const std::string json =
      R"({"id":"00112233445566778899aabbccddeeff","start":"2026-03-02 10:00","services":)"
      R"([{"service":"cut","person":"ana","chair":"window"},{"service":"beard","person":"bee"}],)"
      R"("name":"Mira","picture":"🌷"})";
  const auto read = read_visit_asked(json, zone);
  ASSERT_TRUE(read);
  EXPECT_EQ(read.value().start, *Instant::parse("2026-03-02T09:00:00Z"));
  EXPECT_EQ(read.value().services,
            (std::vector<Wanted>{{"cut", "ana", "window"}, {"beard", "bee", ""}}));
  EXPECT_EQ(read.value().name, "Mira");
  EXPECT_EQ(read.value().picture, "🌷");
}

TEST(VisitFile, NamesThePlaceOfWhatItDoesNotTake) {
  const Zone zone = *Zone::named("Europe/Belgrade");
  const auto refusal = [&](const std::string& json) {
    const auto read = read_visit_asked(json, zone);
    return read ? VisitFileRefusal{Why::not_json, "was read"} : read.refusal();
  };
  const std::string id = R"("id":"00112233445566778899aabbccddeeff")";
  EXPECT_EQ(refusal("{"), (VisitFileRefusal{Why::not_json}));
  EXPECT_EQ(refusal("[]"), (VisitFileRefusal{Why::wrong_kind}));
  EXPECT_EQ(refusal("{" + id + "}"), (VisitFileRefusal{Why::missing_key, "start"}));
  EXPECT_EQ(refusal(R"({"id":"12"})"), (VisitFileRefusal{Why::bad_id, "id"}));
  EXPECT_EQ(refusal("{" + id + R"(,"start":"at ten","services":[]})"),
            (VisitFileRefusal{Why::bad_time, "start"}));
  EXPECT_EQ(refusal("{" + id + R"(,"colour":"red"})"),
            (VisitFileRefusal{Why::unknown_key, "colour"}));
  EXPECT_EQ(refusal("{" + id + R"(,"start":"2026-03-02 10:00","services":[{"service":1}]})"),
            (VisitFileRefusal{Why::wrong_kind, "services[0].service"}));
  EXPECT_EQ(refusal("{" + id + R"(,"start":"2026-03-02 10:00","services":[{"service":"cut"}]})"),
            (VisitFileRefusal{Why::missing_key, "services[0].person"}));
}

TEST(VisitFile, ReadsTimesOfTheShopAndOfTheWorld) {
  const Zone zone = *Zone::named("Europe/Belgrade");
  EXPECT_EQ(parse_shop_time("2026-03-02 09:05", zone), Instant::parse("2026-03-02T08:05:00Z"));
  EXPECT_EQ(parse_shop_time("2026-07-02T09:05:00Z", zone), Instant::parse("2026-07-02T09:05:00Z"));
  for (const char* wrong : {"", "2026-03-02", "2026-03-02 25:00", "2026-13-02 10:00", "10:00"})
    EXPECT_FALSE(parse_shop_time(wrong, zone)) << wrong;
  EXPECT_EQ(parse_wanted("cut:ana@window"), (Wanted{"cut", "ana", "window"}));
  EXPECT_EQ(parse_wanted("cut:ana"), (Wanted{"cut", "ana", ""}));
  EXPECT_EQ(parse_wanted("cut"), (Wanted{"cut", "", ""}));
}

}  // namespace tilia::pos
