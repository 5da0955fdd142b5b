// Care of the book on the command line.
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>

#include "db/book_file.h"
#include "program.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

TEST(Init, RefusesToReplaceABook) {
  const PracticeBakery bakery;
  const std::int64_t before = bakery.entries();
  const Ran ran = bakery.tilia(
      {"init", "--country", "RS", "--kind", "bakery", "--name", "Another", "--practice"});
  EXPECT_EQ(ran.status, 3);
  EXPECT_EQ(ran.error_code(), "already_exists");
  EXPECT_EQ(bakery.entries(), before);
}

TEST(Init, TellsThePracticeUsersAndTills) {
  const PracticeBakery bakery;
  const Json answer =
      run({"--book", bakery.file("second.tilia"), "--json", "init", "--country", "RS", "--kind",
           "bakery", "--kind", "salon", "--name", "Two", "--practice"})
          .json();
  EXPECT_EQ(answer["tills"].dump(), R"(["T1","T2"])");
  ASSERT_EQ(answer["users"].size(), 5U);
  EXPECT_EQ(answer["users"][0]["role"], "counter");
}

TEST(JournalVerify, NamesTheEntryThatWasChanged) {
  const PracticeBakery bakery;
  bakery.open_drawer();
  bakery.done({"sale", "ring", "--till", "T1"},
              {.input = loaves(sale_id(1), "2", "200.00"), .environment = {}});
  // A thief of pennies: one digit of a posted sale, changed in the file itself.
  std::string bytes;
  {
    std::FILE* file = std::fopen(bakery.book().c_str(), "rb");
    for (int byte = 0; (byte = std::fgetc(file)) != EOF;) bytes += static_cast<char>(byte);
    std::fclose(file);
  }
  // The request text that the sale keeps stands in its payload.
  const std::size_t at = bytes.find("sale.entered");
  ASSERT_NE(at, std::string::npos);
  const std::size_t loaf = bytes.find("white-loaf", at);
  ASSERT_NE(loaf, std::string::npos);
  bytes[loaf] = 'W';
  bakery.write("book.tilia", bytes);
  const Ran ran = run({"--book", bakery.book(), "--json", "journal", "verify"});
  EXPECT_EQ(ran.status, 3) << ran.out << ran.err;
  EXPECT_EQ(ran.json()["holds"], false);
  EXPECT_EQ(ran.json()["first_break"]["why"], "content");
}

// A day at the till on the command line; its sheet's head.
std::string head_of_a_day(const PracticeBakery& bakery, int number) {
  bakery.open_drawer();
  bakery.done({"sale", "ring", "--till", "T1"},
              {.input = loaves(sale_id(number), "2", "200.00"), .environment = {}});
  bakery.write("counted.json", R"({"pieces":[{"piece":"5000.00","count":1}]})");
  return bakery.done({"day", "close", "--till", "T1", "--counted", bakery.file("counted.json")})
      .at("head");
}

std::string answer_of(const Ran& ran) { return ran.json()["against"][0]["answer"]; }

TEST(JournalVerify, ComparesAHeadFromPaper) {
  const PracticeBakery bakery;
  const std::string monday = head_of_a_day(bakery, 1);
  EXPECT_TRUE(monday.starts_with("cli ")) << monday;
  const std::string tuesday = head_of_a_day(bakery, 2);
  EXPECT_EQ(bakery.done({"day", "sheet", "--till", "T1", "--number", "1"})["head"], monday);
  const Ran both = bakery.tilia({"journal", "verify", "--against", monday, "--against", tuesday});
  EXPECT_EQ(both.status, 0) << both.out;
  EXPECT_EQ(both.json()["against"].size(), 2U);
  EXPECT_EQ(answer_of(both), "holds");
  EXPECT_GE(both.json()["signed_heads"], 2);
  const std::string all = both.json()["head"];
  EXPECT_EQ(answer_of(bakery.tilia({"journal", "verify", "--against", all})), "holds");
  const Ran other = bakery.tilia({"journal", "verify", "--against", "cli 3 7KQ4-M2XD-9PHR-W3TC"});
  EXPECT_EQ(other.status, 3);
  EXPECT_EQ(answer_of(other), "differs");
  const Ran longer =
      bakery.tilia({"journal", "verify", "--against", "cli 3000 7KQ4-M2XD-9PHR-W3TC"});
  EXPECT_EQ(longer.status, 3);
  EXPECT_EQ(answer_of(longer), "fewer");
  const Ran none = bakery.tilia({"journal", "verify", "--against", "3c464daf"});
  EXPECT_EQ(none.status, 2);
  EXPECT_EQ(none.error_code(), "bad_head");
}

TEST(JournalVerify, NoticesAnOlderBookUntilItIsAcknowledged) {
  const PracticeBakery bakery;
  static_cast<void>(head_of_a_day(bakery, 1));
  fs::copy_file(bakery.book(), bakery.file("monday"));
  const std::string tuesday = head_of_a_day(bakery, 2);
  EXPECT_EQ(bakery.done({"journal", "verify"})["this_machine"], nullptr);
  fs::copy_file(bakery.file("monday"), bakery.book(), fs::copy_options::overwrite_existing);
  const Ran found = bakery.tilia({"journal", "verify", "--against", tuesday});
  EXPECT_EQ(found.status, 3);
  EXPECT_EQ(found.json()["this_machine"]["found"], "older");
  EXPECT_EQ(answer_of(found), "fewer");
  EXPECT_EQ(bakery.done({"journal", "acknowledge"})["acknowledged"], "older");
  EXPECT_EQ(bakery.done({"journal", "verify"})["this_machine"], nullptr);
}

TEST(JournalRebuild, GivesTheSameDay) {
  const PracticeBakery bakery;
  bakery.open_drawer();
  bakery.done({"sale", "ring", "--till", "T1"},
              {.input = loaves(sale_id(1), "2", "200.00"), .environment = {}});
  const Json before = bakery.done({"day", "look", "--till", "T1"});
  bakery.done({"journal", "rebuild"});
  EXPECT_EQ(bakery.done({"day", "look", "--till", "T1"}), before);
}

TEST(JournalRebuild, MakesThePlanOfWhoWorksWhenAgain) {
  const PracticeBakery bakery;
  bakery.done(
      {"roster", "put", "--day", "2026-03-09", "--from", "06:00", "--to", "14:00", "--shop", "T1"});
  const Json before = bakery.done({"roster", "week", "--monday", "2026-03-09"});
  ASSERT_EQ(before["shifts"].size(), 1U);
  {
    const auto file = db::BookFile::open(bakery.book(), {.station = "tests"});
    db::WriteTransaction change(*file);
    change.connection().script("DELETE FROM planned_shift");
    change.commit();
  }
  bakery.done({"journal", "rebuild"});
  EXPECT_EQ(bakery.done({"roster", "week", "--monday", "2026-03-09"}), before);
}

TEST(Backup, ComesBackUnderANewSeries) {
  const PracticeBakery bakery;
  bakery.open_drawer();
  bakery.done({"sale", "ring", "--till", "T1"},
              {.input = loaves(sale_id(1), "1", "65.00"), .environment = {}});
  bakery.done({"backup", "make", bakery.file("copy.tilia")});
  EXPECT_EQ(run({"--json", "backup", "check", bakery.file("copy.tilia")}).status, 0);
  bakery.done({"backup", "restore", bakery.file("copy.tilia")});
  const Json answer = bakery.done({"sale", "ring", "--till", "T1"},
                                  {.input = loaves(sale_id(2), "1", "65.00"), .environment = {}});
  EXPECT_TRUE(answer["receipt"].get<std::string>().starts_with("T1-2-")) << answer;
  // Known to be on purpose: it breaks nothing, and is said until somebody has read it.
  EXPECT_EQ(bakery.done({"journal", "verify"})["this_machine"]["found"], "restored");
  EXPECT_EQ(bakery.done({"journal", "acknowledge"})["acknowledged"], "restored");
  EXPECT_EQ(bakery.done({"journal", "verify"})["this_machine"], nullptr);
}

TEST(Backup, NeverReplacesAnotherBookUnasked) {
  const PracticeBakery bakery;
  const PracticeBakery other;
  bakery.done({"backup", "make", bakery.file("copy.tilia")});
  const std::int64_t before = other.entries();
  const Ran ran = other.tilia({"backup", "restore", bakery.file("copy.tilia")});
  EXPECT_EQ(ran.status, 3);
  EXPECT_EQ(ran.error_code(), "unlike_book");
  EXPECT_EQ(other.entries(), before);
  EXPECT_EQ(other.tilia({"backup", "restore", bakery.file("copy.tilia"), "--replace"}).status, 0);
}

TEST(Backup, ThatWasCutOffDoesNotHold) {
  const PracticeBakery bakery;
  bakery.done({"backup", "make", bakery.file("copy.tilia")});
  fs::resize_file(bakery.file("copy.tilia"), fs::file_size(bakery.file("copy.tilia")) / 2);
  EXPECT_EQ(run({"--json", "backup", "check", bakery.file("copy.tilia")}).status, 4);
}

TEST(Diagnostics, NamesNobodyAndNoAmount) {
  const PracticeBakery bakery;
  bakery.done({"worker", "add", "--alias", "amber"});
  bakery.done({"diagnostics", bakery.file("send.json")});
  std::FILE* file = std::fopen(bakery.file("send.json").c_str(), "rb");
  ASSERT_NE(file, nullptr);
  std::string text;
  for (int byte = 0; (byte = std::fgetc(file)) != EOF;) text += static_cast<char>(byte);
  std::fclose(file);
  for (const char* private_word : {"amber", "Fox", "Corner", "white-loaf", "65.00"})
    EXPECT_EQ(text.find(private_word), std::string::npos) << private_word;
}

TEST(Outsiders, ReadTheTradeNameEverywhereAndTheRegisteredOneWhereTheLawAsks) {
  PracticeBakery bakery;
  bakery.done({"names", "--registered", "Registered Society", "--shop", "Crumb"});
  const Json shown = bakery.done({"outsiders", "--pdf", bakery.file("seen.pdf").string()});
  ASSERT_EQ(shown["papers"].size(), 3U);
  const std::string receipt = shown["papers"][0]["lines"].dump();
  EXPECT_EQ(shown["papers"][0]["lines"][0], "Crumb");
  EXPECT_NE(receipt.find("Registered Society"), std::string::npos);
  const std::string bank = shown["papers"][1]["lines"].dump();
  EXPECT_NE(bank.find("Crumb"), std::string::npos);
  EXPECT_EQ(bank.find("Registered"), std::string::npos) << bank;
  EXPECT_EQ(shown["papers"][2]["lines"][0], "Registered Society");
  EXPECT_TRUE(std::filesystem::exists(bakery.file("seen.pdf")));
  EXPECT_FALSE(shown.contains("warnings"));
}

// The word is spelt from its end: it stands nowhere in the project.
TEST(Outsiders, AreWarnedOfNamesThatTellTooMuch) {
  PracticeBakery bakery;
  const std::string word = "mitciv";
  const std::string name = "House of " + std::string(word.rbegin(), word.rend()) + "s";
  const Json named = bakery.done({"names", "--shop", name, "--till", "T1"});
  EXPECT_EQ(named["warnings"].size(), 1U);
  const Json shown = bakery.done({"outsiders"});
  EXPECT_EQ(shown["warnings"][0]["name"], name);
  EXPECT_EQ(bakery.tilia({"names", "--shop", "X", "--till", "T9"}).status, 3);
}

TEST(Privacy, PapersAreMadeAndTheOrganisationEntersItsOwnPeriods) {
  PracticeBakery bakery;
  for (const char* paper : {"record", "retention", "assessment"}) {
    const std::string file = bakery.file(std::string(paper) + ".pdf").string();
    const Json made = bakery.done({"privacy", paper, "--pdf", file});
    EXPECT_GT(made["parts"].size(), 2U) << paper;
    EXPECT_GT(std::filesystem::file_size(file), 10'000U) << paper;
  }
  const auto keep = [&](const char* group, const char* months, const char* after) {
    return bakery.tilia({"privacy", "keep", "--group", group, "--months", months, "--after", after,
                         "--why", "decision of 1 March"});
  };
  EXPECT_EQ(keep("working_time", "36", "end_of_contract").status, 0);
  const std::string table = bakery.done({"privacy", "retention"}).dump();
  EXPECT_NE(table.find("decision of 1 March"), std::string::npos);
  EXPECT_EQ(keep("working_time", "0", "end_of_contract").error_code(), "bad_period");
  EXPECT_EQ(keep("working_time", "36", "soon").error_code(), "bad_period");
  EXPECT_EQ(keep("everything", "36", "end_of_year").error_code(), "bad_period");
  const Setting owl{.input = {}, .environment = {{"TILIA_SECRET", "222222"}}};
  EXPECT_EQ(bakery
                .tilia({"privacy", "keep", "--group", "users", "--months", "1", "--after",
                        "end_of_use", "--why", "x", "--as", "Owl"},
                       owl)
                .status,
            5)
      << "finance decides";
}

}  // namespace
}  // namespace tilia::app
