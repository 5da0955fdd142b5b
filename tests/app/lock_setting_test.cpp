// When a till closes itself, from the command line and in the book.
#include "app/lock_setting.h"

#include <gtest/gtest.h>

#include "db/book_file.h"
#include "db/settings.h"
#include "program.h"

namespace tilia::app {
namespace {

TEST(LockSetting, IsMinutesUpToFourHoursOrNever) {
  EXPECT_EQ(parse_lock_minutes("1"), 1);
  EXPECT_EQ(parse_lock_minutes("240"), 240);
  EXPECT_EQ(parse_lock_minutes("never"), 0);
  for (const char* no : {"0", "-5", "241", "5 minutes", "", " 5", "5.5", "99999999999", "Never"})
    EXPECT_EQ(parse_lock_minutes(no), std::nullopt) << no;
}

TEST(LockSetting, IsKeptInTheBookByTheManagerAndReadByTheTill) {
  const PracticeBakery bakery;
  EXPECT_EQ(bakery.done({"setting", "list"})["settings"][0]["value"], "never");
  EXPECT_EQ(bakery.done({"setting", "set", "lock.till_minutes", "10"})["value"], "10");
  EXPECT_EQ(bakery.done({"setting", "list"})["settings"][0]["name"], "lock.till_minutes");
  EXPECT_EQ(bakery.done({"setting", "list"})["settings"][0]["value"], "10");
  {
    const auto book = db::BookFile::open(bakery.book(), {.station = "T1"});
    EXPECT_EQ(till_lock_minutes(*book), 10);
  }
  bakery.done({"setting", "set", "lock.till_minutes", "never"});
  const auto book = db::BookFile::open(bakery.book(), {.station = "T1"});
  EXPECT_EQ(till_lock_minutes(*book), 0);
}

TEST(LockSetting, ThatIsNoNumberOrUnknownIsRefusedAndChangesNothing) {
  const PracticeBakery bakery;
  bakery.done({"setting", "set", "lock.till_minutes", "5"});
  const Ran bad = bakery.tilia({"setting", "set", "lock.till_minutes", "soon"});
  EXPECT_EQ(bad.status, 2);
  EXPECT_EQ(bad.error_code(), "bad_minutes");
  const Ran unknown = bakery.tilia({"setting", "set", "till.colour", "5"});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_EQ(unknown.error_code(), "no_such_setting");
  EXPECT_EQ(bakery.done({"setting", "list"})["settings"][0]["value"], "5");
}

TEST(SettingOfOneTill, IsItsOwnUntilItIsAgainAsForAll) {
  const PracticeBakery bakery;
  const auto bags = [&](const std::vector<std::string>& of) {
    std::vector<std::string> words{"setting", "list"};
    words.insert(words.end(), of.begin(), of.end());
    const auto listed = bakery.done(words);
    for (const auto& setting : listed["settings"]) {
      if (setting["name"] == "counter.bags") return setting["value"].get<std::string>();
    }
    return std::string();
  };
  EXPECT_EQ(bakery.done({"setting", "set", "counter.bags", "yes", "--till", "T1"})["value"], "yes");
  EXPECT_EQ(bags({"--till", "T1"}), "yes");
  EXPECT_EQ(bags({}), "no");
  EXPECT_EQ(bakery.done({"setting", "set", "counter.bags", "as-all", "--till", "T1"})["value"],
            "no");
  EXPECT_EQ(bags({"--till", "T1"}), "no");
  EXPECT_EQ(bakery.tilia({"setting", "set", "counter.bags", "yes", "--till", "T9"}).error_code(),
            "unknown_till");
  EXPECT_EQ(bakery.tilia({"setting", "set", "lock.till_minutes", "5", "--till", "T1"}).error_code(),
            "not_of_one_till");
}

TEST(LockSetting, IsNotOfTheCountersStaffToChange) {
  const PracticeBakery bakery;
  const Ran fox = bakery.tilia({"--as", "Fox", "setting", "set", "lock.till_minutes", "5"},
                               {.input = {}, .environment = {{"TILIA_SECRET", "111111"}}});
  EXPECT_EQ(fox.status, 5);
}

TEST(LockSetting, ThatSomebodySpoiltClosesNothingByItself) {
  const PracticeBakery bakery;
  const auto book = db::BookFile::open(bakery.book(), {.station = "T1"});
  db::write_setting(*book, till_lock_setting, "soon");
  EXPECT_EQ(till_lock_minutes(*book), 0);
}

}  // namespace
}  // namespace tilia::app
