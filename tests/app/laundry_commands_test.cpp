// A laundry's tickets on the command line.
#include <gtest/gtest.h>

#include "program.h"

namespace tilia::app {
namespace {

const std::string mira = R"("customer":{"name":"Mira","phone":"064 555 111"})";

std::string ticket(int id, const std::string& what, const std::string& due = "2026-03-05") {
  return R"({"id":")" + sale_id(id) + R"(","till":"T1","due":")" + due + R"(","time":"17:00",)" +
         mira + "," + what + "}\n";
}
// A laundry may call its articles what it likes: a loaf costs 65.00.
const std::string three = R"("pieces":[{"article":"white-loaf","count":3,"marks":["wine"]}])";

class LaundryCommands : public ::testing::Test {
 protected:
  Ran take(const std::string& lines) {
    return shop_.tilia({"ticket", "take"}, {.input = lines, .environment = {}});
  }
  Ran collect(const std::string& lines) {
    return shop_.tilia({"ticket", "collect", "--till", "T1"}, {.input = lines, .environment = {}});
  }

  PracticeBakery shop_;
};

TEST_F(LaundryCommands, TicketsAreTakenALineEachAndARefusedOneStopsNoOther) {
  const Ran ran = take(ticket(1, R"("bag":7)") + ticket(2, R"("bag":0)") + ticket(3, three));
  EXPECT_EQ(ran.status, 3);
  ASSERT_EQ(ran.lines().size(), 3U);
  EXPECT_EQ(ran.lines()[0]["number"], 1);
  EXPECT_EQ(ran.lines()[0]["state"], "in_bag");
  EXPECT_EQ(ran.lines()[0]["whose"], "Mira");
  EXPECT_EQ(ran.lines()[1]["error"]["code"], "ticket.empty_ticket");
  EXPECT_EQ(ran.lines()[2]["number"], 2);
  EXPECT_EQ(ran.lines()[2]["total"], "195.00");
  EXPECT_EQ(ran.lines()[2]["pieces"][2]["code"], "2950000000037");
}

TEST_F(LaundryCommands, ALineThatIsSentAgainIsAnsweredAsItStands) {
  const Json first = take(ticket(1, R"("bag":7)")).lines().at(0);
  const std::int64_t entries = shop_.entries();
  EXPECT_EQ(take(ticket(1, R"("bag":7)")).lines().at(0), first);
  EXPECT_EQ(shop_.entries(), entries);
  EXPECT_EQ(take(ticket(1, R"("bag":8)")).lines().at(0)["error"]["code"],
            "ticket.same_id_other_content");
}

TEST_F(LaundryCommands, FromTheBagToTheCustomer) {
  shop_.open_drawer();
  ASSERT_EQ(take(ticket(1, R"("bag":3)")).status, 0);
  shop_.write("pieces.json", "{" + three + "}");
  const std::string pieces = shop_.file("pieces.json").string();
  EXPECT_EQ(shop_.done({"ticket", "detail", "1", pieces})["here"], 3);
  EXPECT_EQ(shop_.done({"ticket", "move", "1"})["state"], "washing");
  EXPECT_EQ(shop_.done({"ticket", "move", "2950000000013"})["pieces"][0]["state"], "ironing");
  EXPECT_EQ(shop_.tilia({"ticket", "move", "1", "--to", "ready"}).error_code(),
            "ticket.rack_missing");
  EXPECT_EQ(shop_.tilia({"ticket", "move", "1", "--to", "dry"}).error_code(), "unknown_state");
  shop_.done(
      {"ticket", "move", "1", "--to", "ready", "--rack", "a12", "--piece", "1", "--piece", "2"});
  EXPECT_EQ(shop_.done({"ticket", "rack", "1", "B4", "--piece", "2"})["pieces"][1]["rack"], "B4");
  EXPECT_EQ(shop_.done({"ticket", "find", "b4"})["tickets"].size(), 1U);
  EXPECT_EQ(shop_.done({"ticket", "find", "5111"})["tickets"].size(), 1U);
  const std::string line = R"({"id":")" + sale_id(9) +
                           R"(","ticket":1,"lines":[{"article":"white-loaf","quantity":"1"}],)"
                           R"("tenders":[{"kind":"cash","amount":"200.00"}]})" +
                           "\n";
  const Json sold = collect(line).lines().at(0);
  EXPECT_EQ(sold["total"], "195.00") << "two of them, and a loaf";
  EXPECT_EQ(sold["change"], "5.00");
  EXPECT_EQ(sold["ticket"]["here"], 1);
  EXPECT_EQ(collect(line).lines().at(0)["state"], "already entered");
  EXPECT_EQ(shop_.done({"ticket", "list"})["tickets"].size(), 1U);
  EXPECT_EQ(shop_.done({"ticket", "list", "--from", "2026-03-06"})["tickets"].size(), 0U);
  EXPECT_EQ(shop_.done({"journal", "rebuild"})["rebuilt"], true);
  EXPECT_EQ(shop_.done({"ticket", "list"})["tickets"][0]["here"], 1);
}

TEST_F(LaundryCommands, SomePiecesBecomeALoadOfTheirOwn) {
  ASSERT_EQ(take(ticket(1, three)).status, 0);
  const Json split = shop_.done({"ticket", "split", "1", "--piece", "2", "--piece", "3"});
  EXPECT_EQ(split["pieces"][0]["load"], 1);
  EXPECT_EQ(split["pieces"][1]["load"], 2);
  shop_.done({"ticket", "move", "1", "--load", "2"});
  EXPECT_EQ(shop_.done({"ticket", "show", "1"})["pieces"][2]["state"], "washing");
  EXPECT_EQ(shop_.done({"ticket", "split", "1"})["pieces"][1]["load"], 2) << "none was named";
  EXPECT_EQ(shop_.tilia({"ticket", "split", "1", "--piece", "9"}).error_code(),
            "ticket.unknown_piece");
}

TEST_F(LaundryCommands, WhatWasPaidEarlyIsShownAndGoesFirst) {
  shop_.open_drawer();
  ASSERT_EQ(take(ticket(1, three)).status, 0);
  const std::string early = R"({"id":")" + sale_id(8) +
                            R"(","lines":[],"advance":{"code":"ticket-1","amount":"100.00"},)"
                            R"("tenders":[{"kind":"cash","amount":"100.00"}]})" +
                            "\n";
  shop_.done({"sale", "ring", "--till", "T1"}, {.input = early, .environment = {}});
  shop_.done({"ticket", "rack", "1", "A1"});
  EXPECT_EQ(shop_.done({"ticket", "show", "1"})["paid_early"], "100.00");
  const Json sold = collect(R"({"id":")" + sale_id(9) +
                            R"(","ticket":1,"tenders":[{"kind":"card","amount":"95.00"}]})" + "\n")
                        .lines()
                        .at(0);
  EXPECT_EQ(sold["ticket"]["state"], "complete");
}

TEST_F(LaundryCommands, PapersAreWrittenAndDamageIsNoted) {
  ASSERT_EQ(take(ticket(1, three)).status, 0);
  for (const char* paper : {"slip", "bag", "tags"}) {
    const std::string pdf = shop_.file(std::string(paper) + ".pdf").string();
    shop_.done({"ticket", "show", "2960000000012", "--paper", paper, "--pdf", pdf});
    EXPECT_GT(std::filesystem::file_size(pdf), 1000U) << paper;
  }
  EXPECT_EQ(shop_.tilia({"ticket", "show", "1", "--paper", "map"}).error_code(), "unknown_paper");
  EXPECT_EQ(shop_.tilia({"ticket", "show", "7"}).error_code(), "ticket.unknown_ticket");
  EXPECT_EQ(
      shop_.done({"ticket", "note", "1", "--piece", "2", "--damage", "torn"})["pieces"][1]["marks"],
      (Json{"wine", "torn"}));
  EXPECT_EQ(shop_.tilia({"ticket", "note", "1"}).error_code(), "piece_or_reminded");
  EXPECT_EQ(shop_.done({"ticket", "note", "1", "--reminded"})["reminded"], "2026-03-02");
  EXPECT_GT(shop_.done({"ticket", "marks"})["marks"].size(), 20U);
  EXPECT_EQ(shop_.done({"ticket", "promise", "1", "2026-03-09"})["due"], "2026-03-09");
  EXPECT_EQ(shop_.done({"ticket", "cancel", "1"})["state"], "cancelled");
  EXPECT_EQ(shop_.tilia({"ticket", "cancel", "1"}).error_code(), "ticket.not_open");
}

TEST_F(LaundryCommands, TheShopsRulesSayWhatToDoWithWhatNobodyFetches) {
  EXPECT_EQ(shop_.done({"setting", "set", "laundry.remind_days", "14"})["value"], "14");
  EXPECT_EQ(shop_.tilia({"setting", "set", "laundry.fee_days", "soon"}).error_code(), "bad_number");
  EXPECT_EQ(shop_.tilia({"setting", "set", "laundry.soap", "1"}).error_code(), "no_such_setting");
  shop_.done({"setting", "set", "laundry.load_pieces", "2"});
  EXPECT_EQ(take(ticket(1, three)).lines().at(0)["pieces"][2]["load"], 2);
  shop_.done({"ticket", "rack", "1", "A1"});
  EXPECT_EQ(shop_.done({"ticket", "unclaimed"})["tickets"].size(), 0U);
  shop_.set_now("2026-03-20T09:00:00+01:00");
  const Json unclaimed = shop_.done({"ticket", "unclaimed"})["tickets"];
  ASSERT_EQ(unclaimed.size(), 1U);
  EXPECT_EQ(unclaimed[0]["days"], 15);
  EXPECT_EQ(unclaimed[0]["step"], "remind");
  EXPECT_EQ(shop_.tilia({"ticket", "move", "1", "--to", "given_away"}).error_code(),
            "ticket.too_early_to_give_away");
}

}  // namespace
}  // namespace tilia::app
