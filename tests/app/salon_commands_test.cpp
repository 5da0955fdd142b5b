// A salon on the command line: it is set up, appointments are booked, moved and listed, by options
// and by JSON, and who may not is refused.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "app/practice_users.h"
#include "program.h"

namespace tilia::app {
namespace {

std::string text_in(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

class SalonCommands : public ::testing::Test {
 protected:
  SalonCommands() {
    shop_.done({"salon", "column", "--kind", "person", "--name", "Robin", "--picture", "🐦"});
    shop_.done({"salon", "column", "--kind", "person", "--name", "Wren"});
    shop_.done({"salon", "column", "--kind", "chair", "--name", "Window"});
    shop_.done({"salon", "service", "white-loaf", "--minutes", "30", "--after", "10"});
    shop_.done({"salon", "hours", "--weekday", "mon", "--weekday", "tue", "--open",
                "9:00-12:00, 13:00-18:00"});
  }
  std::string refused(const std::vector<std::string>& words, const Setting& setting = {}) {
    const Ran ran = shop_.tilia(words, setting);
    EXPECT_EQ(ran.status, 3) << ran.out << ran.err;
    return ran.error_code();
  }
  Json add(const std::string& at, const std::string& service = "white-loaf:person@chair") {
    return shop_.done({"appointment", "add", "--at", at, "--service", service, "--name", "Mira"});
  }

  PracticeBakery shop_;
};

TEST_F(SalonCommands, IsSetUpAndShown) {
  const Json shown = shop_.done({"salon", "show"});
  ASSERT_EQ(shown["columns"].size(), 3U);
  EXPECT_EQ(shown["columns"][0]["name"], "Robin");
  EXPECT_EQ(shown["columns"][0]["code"], "person");  // never of her name
  EXPECT_EQ(shown["columns"][2]["kind"], "chair");
  EXPECT_EQ(shown["services"][0]["after_minutes"], 10);
  EXPECT_EQ(shown["hours"][0]["mon"], "09:00-12:00, 13:00-18:00");
  EXPECT_EQ(shown["hours"][0]["wed"], "closed");
  EXPECT_EQ(refused({"salon", "service", "brick", "--minutes", "30"}), "salon.unknown_article");
  EXPECT_EQ(refused({"salon", "hours", "--open", "nine"}), "salon.not_hours");
}

TEST_F(SalonCommands, AppointmentsAreBookedMovedAndTakenStepByStep) {
  const Json visit = add("2026-03-02 10:00");
  EXPECT_EQ(visit["state"], "booked");
  EXPECT_EQ(visit["services"][0]["start"], "2026-03-02T09:00:00.000Z");
  const std::string id = visit["id"];
  EXPECT_EQ(
      refused({"appointment", "add", "--at", "2026-03-02 10:30", "--service", "white-loaf:person"}),
      "visit.overlaps");
  EXPECT_EQ(
      refused({"appointment", "add", "--at", "2026-03-02 12:00", "--service", "white-loaf:person"}),
      "visit.salon_closed");
  const Json moved = shop_.done({"appointment", "move", id, "--at", "2026-03-02 14:00", "--person",
                                 "person-2", "--chair", "none"});
  EXPECT_EQ(moved["services"][0]["person"], "person-2");
  EXPECT_FALSE(moved["services"][0].contains("chair"));
  EXPECT_EQ(shop_.done({"appointment", "state", id, "arrived"})["state"], "arrived");
  EXPECT_EQ(refused({"appointment", "state", id, "paid"}), "visit.not_from_here");
  EXPECT_EQ(shop_.done({"appointment", "cancel", id})["state"], "cancelled");
}

TEST_F(SalonCommands, AnAppointmentInJsonIsEnteredOnce) {
  const Setting asked{
      .input = R"({"id":"000000000000000000000000000000a1","start":"2026-03-02 10:00",)"
               R"("services":[{"service":"white-loaf","person":"person"}],"picture":"🌷"})",
      .environment = {}};
  const Json first = shop_.done({"appointment", "add", "--file", "-"}, asked);
  const std::int64_t entries = shop_.entries();
  EXPECT_EQ(shop_.done({"appointment", "add", "--file", "-"}, asked), first);
  EXPECT_EQ(shop_.entries(), entries);
  EXPECT_EQ(refused({"appointment", "add", "--file", "-"}, {.input = "{}", .environment = {}}),
            "file.missing_key");
}

TEST_F(SalonCommands, WhoCameByWaitsAndIsTaken) {
  const std::string id =
      shop_.done({"appointment", "walk-in", "--picture", "🌻", "--service", "white-loaf"})["id"];
  const Json begun =
      shop_.done({"appointment", "begin", id, "--service", "white-loaf:person@chair"});
  EXPECT_EQ(begun["state"], "in_progress");
  EXPECT_EQ(begun["services"][0]["start"], "2026-03-02T08:00:00.000Z");
}

TEST_F(SalonCommands, ATimeThatIsNotFreeHasNoReasonAndCanBeLifted) {
  const Json time = shop_.done(
      {"salon", "not-free", "person", "--from", "2026-03-02 14:00", "--until", "2026-03-02 16:00"});
  EXPECT_EQ(
      refused({"appointment", "add", "--at", "2026-03-02 15:00", "--service", "white-loaf:person"}),
      "visit.person_away");
  shop_.done({"salon", "free", time["id"]});
  const Json times =
      shop_.done({"appointment", "times", "--day", "2026-03-02", "--service", "white-loaf:person"});
  EXPECT_EQ(times["times"].front(), "2026-03-02T08:00:00.000Z");
  add("2026-03-02 15:00");
}

TEST_F(SalonCommands, TheDayLeavesAsPaperAndAsCalendarWithoutPeople) {
  add("2026-03-02 10:00");
  const std::string ics = shop_.file("day.ics").string();
  const std::string pdf = shop_.file("day.pdf").string();
  const Json list =
      shop_.done({"appointment", "list", "--day", "2026-03-02", "--ics", ics, "--pdf", pdf});
  ASSERT_EQ(list["appointments"].size(), 1U);
  EXPECT_EQ(list["appointments"][0]["name"], "Mira");
  EXPECT_TRUE(text_in(pdf).starts_with("%PDF"));
  EXPECT_NE(text_in(ics).find("DTSTART:20260302T090000Z\r\n"), std::string::npos);
  EXPECT_EQ(text_in(ics).find("Robin"), std::string::npos);
  shop_.done({"appointment", "list", "--ics", ics, "--with-people"});
  EXPECT_NE(text_in(ics).find("Robin"), std::string::npos);
  EXPECT_EQ(text_in(ics).find("Mira"), std::string::npos);
}

TEST_F(SalonCommands, WhoeverSellsBooksAndTheManagerSetsUp) {
  const Setting fox{.input = "", .environment = {{"TILIA_SECRET", "111111"}}};
  EXPECT_EQ(shop_.tilia({"--as", "Fox", "appointment", "list"}, fox).status, 0);
  EXPECT_EQ(shop_.tilia({"--as", "Fox", "salon", "hours", "--open", "closed"}, fox).status, 5);
}

TEST_F(SalonCommands, TimesThatAreNotFreeAreListedAndMarkedOnce) {
  const std::vector<std::string> mark{"salon",
                                      "not-free",
                                      "person",
                                      "--from",
                                      "2026-03-02 14:00",
                                      "--until",
                                      "2026-03-02 16:00",
                                      "--id",
                                      "000000000000000000000000000000f1"};
  shop_.done(mark);
  shop_.done(mark);
  const Json listed = shop_.done({"salon", "not-free-times", "--day", "2026-03-02"});
  ASSERT_EQ(listed["times"].size(), 1U);
  EXPECT_EQ(listed["times"][0]["of"], "person");
  EXPECT_EQ(shop_.tilia({"salon", "free", "7"}).status, 2) << "that is no id";
  EXPECT_EQ(refused({"salon", "not-free", "person", "--from", "2026-03-02 15:00", "--until",
                     "2026-03-02 15:30"}),
            "salon.not_free_already");
  EXPECT_EQ(refused({"appointment", "times", "--day", "2026-03-02", "--service", "brick:person"}),
            "visit.unknown_service");
}

TEST_F(SalonCommands, ATipIsSharedByWhatEachServiceCost) {
  shop_.done({"salon", "service", "bagel", "--minutes", "15"});
  shop_.done({"setting", "set", "counter.tips", "yes"});
  shop_.open_drawer();
  const std::string id = shop_.done({"appointment", "add", "--at", "2026-03-02 10:00", "--service",
                                     "white-loaf:person", "--service", "bagel:person-2"})["id"];
  const Setting sale{
      .input = R"({"id":"000000000000000000000000000000b1","lines":[{"article":"white-loaf",)"
               R"("quantity":"1"},{"article":"bagel","quantity":"1"}],"tip":"27.00",)"
               R"("tenders":[{"kind":"cash","amount":"1000.00"}]})"
               "\n",
      .environment = {}};
  EXPECT_EQ(refused({"appointment", "paid", id, "--sale", "000000000000000000000000000000b1"}),
            "visit.unknown_sale");
  const Json rung = shop_.done({"sale", "ring", "--till", "T1"}, sale);
  for (int twice = 0; twice < 2; ++twice)
    EXPECT_EQ(shop_.done({"appointment", "paid", id, "--sale",
                          "000000000000000000000000000000b1"})["state"],
              "paid");
  const Json tips = shop_.done({"salon", "tips", "--from", "2026-03-02"})["tips"];
  ASSERT_EQ(tips.size(), 2U);
  EXPECT_EQ(tips[0]["name"], "Robin");
  EXPECT_EQ(tips[0]["amount"], "13.00");
  EXPECT_EQ(tips[1]["amount"], "14.00");
}

TEST_F(SalonCommands, WhatWasDoneIsKeptOnlyWhereTheCustomerAgreed) {
  shop_.done({"salon", "notes", "--note", "🎨 6.0", "--note", "🎨 7.1"});
  const std::string id = add("2026-03-02 10:00")["id"];
  const Json package = shop_.done(
      {"package", "offer", "ten", "--article", "white-loaf", "--times", "10", "--price", "500.00"});
  EXPECT_EQ(package["times"], 10);
  shop_.done({"package", "make", "ten", "--name", "Mira"});
  const std::string mira = shop_.done({"customer", "list", "mira"})["customers"][0]["id"];
  const std::vector<std::string> remember{"appointment", "remember", id,     "--customer",
                                          mira,          "--note",   "🎨 7.1"};
  EXPECT_EQ(refused(remember), "history.not_agreed");
  shop_.done({"customer", "change", mira, "--remembered", "yes"});
  EXPECT_EQ(refused({"appointment", "remember", id, "--customer", mira, "--note", "likes tea"}),
            "history.unknown_note")
      << "fixed choices alone";
  shop_.done(remember);
  const Json visits = shop_.done({"customer", "history", mira})["visits"];
  ASSERT_EQ(visits.size(), 1U);
  EXPECT_EQ(visits[0]["services"], Json::array({"white-loaf"}));
  EXPECT_EQ(visits[0]["notes"], Json::array({"🎨 7.1"}));
  // agreed no longer, it is gone, and stays gone
  shop_.done({"customer", "change", mira, "--remembered", "no"});
  EXPECT_EQ(refused({"customer", "history", mira}), "history.not_agreed");
  shop_.done({"customer", "change", mira, "--remembered", "yes"});
  EXPECT_TRUE(shop_.done({"customer", "history", mira})["visits"].empty());
  shop_.done(remember);
  shop_.done({"customer", "forget", mira});
  EXPECT_EQ(refused({"customer", "history", mira}), "customer.unknown_customer");
}

TEST_F(SalonCommands, AreMadeAgainFromTheJournal) {
  const std::string id = add("2026-03-02 10:00")["id"];
  const Json before = shop_.done({"appointment", "list"});
  const Json salon = shop_.done({"salon", "show"});
  shop_.done({"journal", "rebuild"});
  EXPECT_EQ(shop_.done({"appointment", "list"}), before);
  EXPECT_EQ(shop_.done({"salon", "show"}), salon);
  EXPECT_EQ(
      refused({"appointment", "add", "--at", "2026-03-02 10:15", "--service", "white-loaf:person"}),
      "visit.overlaps");
}

}  // namespace
}  // namespace tilia::app
