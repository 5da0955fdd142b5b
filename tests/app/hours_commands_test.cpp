// Hours and leave on the command line: a week beside its plan, approved once, corrected by an entry
// of its own; leave that is asked for, agreed to and counted.
#include <gtest/gtest.h>

#include "program.h"

namespace tilia::app {
namespace {

// Amber came and went on Monday 2 March, and forgot to go on Tuesday.
class Week {
 public:
  Week() {
    bakery_.done({"worker", "add", "--alias", "amber"});
    bakery_.done(
        {"contract", "add", "--worker", "amber", "--from", "2026-01-01", "--gross", "100000.00"});
    bakery_.set_now("2026-03-10T09:00:00+01:00");
    punch("--in", "2026-03-02T08:00:00+01:00");
    punch("--out", "2026-03-02T16:00:00+01:00");
    punch("--in", "2026-03-03T08:00:00+01:00");
  }
  void punch(const std::string& kind, const std::string& at) const {
    bakery_.done({"punch", "--worker", "amber", kind, "--at", at});
  }
  PracticeBakery* operator->() { return &bakery_; }

 private:
  PracticeBakery bakery_;
};

const std::vector<std::string> approve{"hours", "approve",  "--worker",
                                       "amber", "--monday", "2026-03-02"};

std::vector<std::string> with(std::vector<std::string> words,
                              const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

TEST(HoursCommands, ShowWhatIsToMendFirst) {
  Week week;
  const Json shown = week->done({"hours", "week", "--monday", "2026-03-04"});
  EXPECT_EQ(shown["monday"], "2026-03-02");
  EXPECT_EQ(shown["over"], true);
  ASSERT_EQ(shown["days"].size(), 2U);
  EXPECT_EQ(shown["days"][0]["day"], "2026-03-03");
  EXPECT_EQ(shown["days"][0]["to_mend"][0]["code"], "no_out");
  EXPECT_EQ(shown["days"][1]["counts"]["work"]["minutes"], 480);
  EXPECT_FALSE(shown["people"][0]["findings"].empty());  // eight hours without a break
}

TEST(HoursCommands, ApproveAWeekOnceAndCorrectIt) {
  Week week;
  const Ran refused = week->tilia(approve);
  EXPECT_EQ(refused.status, 3);
  EXPECT_EQ(refused.error_code(), "to_mend");
  const Json approved = week->done(
      with(approve, {"--minutes", "2026-03-03=7:30", "--minutes", "2026-03-04=2:00/learning"}));
  EXPECT_EQ(approved["counts"]["work"]["minutes"], 930);
  EXPECT_EQ(approved["counts"]["learning"]["minutes"], 120);
  EXPECT_EQ(week->tilia(approve).error_code(), "already_approved");
  const Ran frozen =
      week->tilia({"hours", "add", "--worker", "amber", "--day", "2026-03-05", "--hours", "1"});
  EXPECT_EQ(frozen.status, 3);
  EXPECT_EQ(frozen.error_code(), "day_in_approved_week");
  const Json corrected = week->done(
      {"hours", "correct", "--worker", "amber", "--day", "2026-03-02", "--less", "0:30"});
  EXPECT_EQ(corrected["counts"]["work"]["minutes"], 450);
  const Json listed = week->done({"hours", "list", "--month", "2026-03"});
  EXPECT_EQ(listed["hours"][0]["worked_minutes"], 450);
  EXPECT_EQ(listed["hours"].size(), 3U);
  EXPECT_TRUE(week->done({"hours", "week", "--monday", "2026-03-02"})["people"][0]["approved"]);
}

TEST(HoursCommands, CountProtectionByShopAndNameNobody) {
  Week week;
  week->done(with(approve, {"--minutes", "2026-03-03=7:30"}));
  const Ran counted = week->tilia({"hours", "protection", "--month", "2026-03"});
  ASSERT_EQ(counted.status, 0);
  int breaks = 0;
  const Json answer = counted.json();
  for (const Json& shop : answer["shops"]) breaks += shop["missed_breaks"].get<int>();
  EXPECT_GE(breaks, 1);
  EXPECT_EQ(counted.out.find("amber"), std::string::npos);
}

TEST(HoursCommands, RefuseWhatTheyCannotRead) {
  Week week;
  for (const std::string wrong :
       {"2026-03-03", "2026-03-03=x", "soon=7:30", "2026-03-03=7:30/holiday"})
    EXPECT_EQ(week->tilia(with(approve, {"--minutes", wrong})).status, 2) << wrong;
  EXPECT_EQ(
      week->tilia({"hours", "correct", "--worker", "amber", "--day", "2026-03-02"}).error_code(),
      "more_or_less");
  EXPECT_EQ(week->tilia({"hours", "correct", "--worker", "amber", "--day", "2026-03-02", "--more",
                         "0:30"})
                .error_code(),
            "not_approved");
  EXPECT_EQ(
      week->tilia({"hours", "approve", "--worker", "amber", "--monday", "2026-03-09"}).error_code(),
      "week_not_over");
}

TEST(LeaveCommands, AskAgreeAndCount) {
  Week week;
  const Json before = week->done({"leave", "balance", "--worker", "amber"});
  EXPECT_EQ(before["left_half_days"], 40);
  EXPECT_EQ(before["directive_used"], true);
  const std::string ask = week->done(
      {"leave", "ask", "--worker", "amber", "--from", "2026-07-06", "--to", "2026-07-10"})["ask"];
  EXPECT_EQ(week->done({"leave", "list"})["asks"][0]["ask"], ask);
  const Json agreed = week->done({"leave", "agree", ask});
  EXPECT_EQ(agreed["balances"][0]["left_half_days"], 30);
  EXPECT_TRUE(week->done({"leave", "list"})["asks"].empty());
  const Json shown = week->done({"hours", "week", "--monday", "2026-07-06"});
  EXPECT_EQ(shown["days"][0]["absence"], "paid");
  EXPECT_EQ(shown["days"][0]["absent_minutes"], 480);
}

TEST(HoursCommands, ShowAMonthByKindAsPayrollReadsIt) {
  Week week;
  const std::string ask = week->done(
      {"leave", "ask", "--worker", "amber", "--from", "2026-03-05", "--to", "2026-03-06"})["ask"];
  week->done({"leave", "agree", ask, "--kind", "unpaid"});
  EXPECT_TRUE(week->done({"hours", "month", "--month", "2026-03"})["people"].empty());
  week->done(
      with(approve, {"--minutes", "2026-03-03=7:30", "--minutes", "2026-03-04=2:00/learning"}));
  const Json month = week->done({"hours", "month", "--month", "2026-03"});
  ASSERT_EQ(month["people"].size(), 1U);
  EXPECT_EQ(month["people"][0]["counts"]["work"]["minutes"], 930);
  EXPECT_EQ(month["people"][0]["counts"]["learning"]["minutes"], 120);
  EXPECT_EQ(month["people"][0]["absent"]["unpaid"], 960);
  EXPECT_EQ(month["people"][0]["absent"]["paid"], 0);
}

TEST(LimitsCommands, SayWhenSheIsFreeInTheWeekAndOnDaysOfACalendar) {
  Week week;
  const std::vector<std::string> limits{"worker", "limits", "amber"};
  week->done(with(limits, {"--free", "1-5=08:00-15:30", "--free", "6=-", "--no-holidays"}));
  week->done(with(limits, {"--from", "2026-04-01", "--to", "2026-04-02"}));
  week->done(with(limits, {"--from", "2026-04-07", "--free", "2=09:00-10:00,12:00-14:00"}));
  const auto put = [&](const std::string& day, const std::string& from, const std::string& to) {
    const Ran ran = week->tilia(
        {"roster", "put", "--worker", "amber", "--day", day, "--from", from, "--to", to});
    return ran.status == 0 ? std::string() : ran.error_code();
  };
  EXPECT_EQ(put("2026-03-31", "08:00", "12:00"), "");
  EXPECT_EQ(put("2026-03-31", "15:00", "16:00"), "roster.against_rule");
  EXPECT_EQ(put("2026-04-01", "08:00", "12:00"), "roster.against_rule");
  EXPECT_EQ(put("2026-04-07", "12:00", "14:00"), "");
  EXPECT_EQ(put("2026-04-04", "08:00", "12:00"), "roster.against_rule") << "a Saturday";
  EXPECT_EQ(put("2026-05-01", "08:00", "12:00"), "roster.against_rule") << "a holiday";
  for (const char* wrong : {"1-5", "0=08:00-12:00", "5-1=-", "1=", "8=-", "1=8"})
    EXPECT_EQ(week->tilia(with(limits, {"--free", wrong})).error_code(), "bad_time") << wrong;
}

TEST(LeaveCommands, OpenInMidYearAndWarnBelowNought) {
  Week week;
  const Json opened =
      week->done({"leave", "opening", "--worker", "amber", "--on", "2026-03-01", "--days", "1.5"});
  EXPECT_EQ(opened["left_half_days"], 3);
  const std::string ask = week->done(
      {"leave", "ask", "--worker", "amber", "--from", "2026-07-06", "--to", "2026-07-10"})["ask"];
  EXPECT_EQ(week->done({"leave", "agree", ask})["warnings"][0]["code"], "leave_below_zero");
  EXPECT_EQ(week->done({"leave", "yearly", "--worker", "amber", "--days", "25"})["agreed"], true);
  const std::string other = week->done(
      {"leave", "ask", "--worker", "amber", "--from", "2026-07-08", "--to", "2026-07-08"})["ask"];
  EXPECT_EQ(week->tilia({"leave", "agree", other}).error_code(), "already_away");
  week->done({"leave", "decline", other});
  EXPECT_EQ(week->tilia({"leave", "decline", other}).error_code(), "not_open");
}

TEST(LeaveCommands, RefuseWhatTheyCannotRead) {
  Week week;
  EXPECT_EQ(week->tilia({"leave", "agree", "x"}).error_code(), "bad_ask");
  EXPECT_EQ(week->tilia({"leave", "list", "--state", "x"}).error_code(), "bad_state");
  EXPECT_EQ(week->tilia({"leave", "balance", "--worker", "amber", "--year", "x"}).error_code(),
            "bad_year");
  EXPECT_EQ(
      week->tilia({"leave", "opening", "--worker", "amber", "--on", "2026-03-01", "--days", "1.3"})
          .error_code(),
      "bad_days");
  EXPECT_EQ(week->tilia({"leave", "balance", "--worker", "nobody"}).error_code(), "unknown_worker");
}

}  // namespace
}  // namespace tilia::app
