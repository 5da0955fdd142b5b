// The practice life: the same seed gives the same papers, and it never takes the place of
// somebody's book.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "program.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "demo-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Every paper below the folder by its name; the book itself holds random keys.
std::map<std::string, std::string> papers_in(const fs::path& folder) {
  std::map<std::string, std::string> papers;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = fs::relative(entry.path(), folder).string();
    if (entry.is_regular_file() && !name.starts_with("book.tilia") && !name.starts_with("."))
      papers[name] = content(entry.path());
  }
  return papers;
}

Ran demo(const fs::path& folder, const std::string& seed) {
  return run({"--json", "demo", folder, "--seed", seed, "--months", "1"});
}

TEST(Demo, SameSeedSamePapersByteForByte) {
  const Folder first;
  const Folder second;
  const Ran ran = demo(first.path(), "7");
  ASSERT_EQ(ran.status, 0) << ran.out << ran.err;
  ASSERT_EQ(demo(second.path(), "7").status, 0);
  const auto one = papers_in(first.path());
  const auto other = papers_in(second.path());
  EXPECT_EQ(one.size(), ran.json()["papers"].size());
  ASSERT_EQ(one.size(), other.size());
  for (const auto& [name, bytes] : one) EXPECT_EQ(bytes == other.at(name), true) << name;
  for (const char* kind : {"receipts/", "day-sheets/", "payslips/", "report/"})
    EXPECT_TRUE(std::any_of(one.begin(), one.end(), [&](const auto& paper) {
      return paper.first.starts_with(kind);
    })) << kind;
  EXPECT_EQ(run({"--book", first.path() / "book.tilia", "--json", "journal", "verify"}).status, 0);
  const auto ask = [&](const char* family) {
    return run({"--book", first.path() / "book.tilia", "--json", family, "list"}).json();
  };
  bool somebody_owes = false;
  const Json owing = ask("account");
  for (const Json& account : owing["accounts"]) somebody_owes |= account["owed"] != "0.00";
  EXPECT_TRUE(somebody_owes);
  EXPECT_NE(ask("voucher")["sums"][0]["used"], "0.00");
}

TEST(Demo, ALaundryHasTicketsInEveryState) {
  const Folder folder;
  ASSERT_EQ(run({"--json", "demo", folder.path(), "--seed", "7", "--months", "1", "--shop",
                 "laundry", "--no-papers"})
                .status,
            0);
  const std::string book = folder.path() / "book.tilia";
  const auto ask = [&](const std::vector<std::string>& words) {
    std::vector<std::string> asked{"--book", book, "--json", "ticket"};
    asked.insert(asked.end(), words.begin(), words.end());
    return run(asked).json()["tickets"];
  };
  std::map<std::string, int> states;
  int paid_early = 0;
  int hotels = 0;
  const Json open = ask({"list"});
  for (const Json& ticket : open) {
    ++states[ticket["state"]];
    if (ticket["paid_early"] != "0.00") ++paid_early;
    if (ticket.value("account", "") == "hotel") ++hotels;
  }
  for (const char* state : {"received", "washing", "ready"}) EXPECT_GT(states[state], 0) << state;
  EXPECT_GT(paid_early, 0);
  EXPECT_GT(hotels, 0);
  const Json waits = ask({"unclaimed"});
  EXPECT_GT(waits.size(), 0U) << "somebody does not come";
  EXPECT_EQ(run({"--book", book, "--json", "journal", "verify"}).status, 0);
}

TEST(Demo, ItsPeopleTapAndTheirLastWeekIsLeftToWhoeverPractises) {
  const Folder folder;
  const Ran ran = run({"--json", "demo", folder.path(), "--seed", "7", "--months", "1", "--until",
                       "2026-03-15", "--no-papers"});
  ASSERT_EQ(ran.status, 0) << ran.err;
  const Json told = ran.json();
  Json manager;
  for (const Json& user : told["users"])
    if (user["role"] == "manager" && manager.is_null()) manager = user;
  const auto week = [&](const char* monday) {
    return run({"--book", folder.path() / "book.tilia", "--json", "--as", manager["name"], "--now",
                "2026-03-16T09:00:00+01:00", "hours", "week", "--monday", monday},
               {.input = {}, .environment = {{"TILIA_SECRET", manager["secret"]}}})
        .json();
  };
  for (const char* monday : {"2026-02-02", "2026-02-09", "2026-02-23", "2026-03-02"}) {
    const Json before = week(monday);
    EXPECT_EQ(before["people"].size(), 7U) << monday;
    for (const Json& person : before["people"]) EXPECT_TRUE(person["approved"]) << person;
    for (const Json& day : before["days"]) EXPECT_TRUE(day["to_mend"].empty()) << day;
  }
  const Json open = week("2026-03-09");
  EXPECT_TRUE(open["over"]);
  std::size_t differs = 0;
  std::size_t to_mend = 0;
  std::size_t missed = 0;
  for (const Json& day : open["days"]) {
    if (day["difference_minutes"] != 0) ++differs;
    to_mend += day["to_mend"].size();
    EXPECT_FALSE(day.contains("entered_minutes")) << day;
  }
  for (const Json& person : open["people"]) {
    EXPECT_FALSE(person["approved"]) << person;
    for (const Json& finding : person["findings"])
      if (finding["rule"] == "break") ++missed;
  }
  EXPECT_GT(differs, open["days"].size() / 2);
  EXPECT_EQ(to_mend, 2U) << "a tap that was forgotten, and one that was wrong";
  EXPECT_GT(missed, 0U);
}

TEST(Demo, AnotherSeedIsAnotherLife) {
  const Folder first;
  const Folder second;
  ASSERT_EQ(demo(first.path(), "7").status, 0);
  ASSERT_EQ(demo(second.path(), "8").status, 0);
  EXPECT_NE(papers_in(first.path()), papers_in(second.path()));
}

TEST(Demo, LeavesSomebodysBookAlone) {
  const PracticeBakery bakery;
  const std::int64_t before = bakery.entries();
  const Ran ran = demo(bakery.file(""), "7");
  EXPECT_EQ(ran.status, 3);
  EXPECT_EQ(ran.error_code(), "folder_not_empty");
  EXPECT_EQ(bakery.entries(), before);
}

TEST(Demo, TellsWhoLogsIn) {
  const Folder folder;
  const Ran ran =
      run({"--json", "demo", folder.path(), "--months", "1", "--shop", "salon", "--no-papers"});
  ASSERT_EQ(ran.status, 0) << ran.err;
  const Json told = ran.json();
  for (const Json& user : told["users"])
    EXPECT_EQ(run({"--book", folder.path() / "book.tilia", "--json", "--as", user["name"], "--now",
                   "2026-04-01T09:00:00+02:00", "sale", "refund", "--receipt", "none", "--reason",
                   "other"},
                  {.input = {}, .environment = {{"TILIA_SECRET", user["secret"]}}})
                  .status,
              user["role"] == "counter" || user["role"] == "manager" ? 3 : 5)
        << user;
}

}  // namespace
}  // namespace tilia::app
