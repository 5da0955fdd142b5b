// Each bad input of the counter and of the disk: a sentence, an exit status by contract, and
// nothing half written.
#include <gtest/gtest.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <filesystem>

#include "program.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

// One sale that must be refused, between two that must go through.
void expect_refused_between(const std::string& bad, const std::string& code) {
  const PracticeBakery bakery;
  bakery.open_drawer();
  const std::int64_t before = bakery.entries();
  const Ran ran = bakery.tilia(
      {"sale", "ring", "--till", "T1"},
      {.input = loaves(sale_id(1), "1", "65.00") + bad + "\n" + loaves(sale_id(3), "1", "70.00"),
       .environment = {}});
  EXPECT_EQ(ran.status, 3) << ran.err;
  const auto answers = ran.lines();
  ASSERT_EQ(answers.size(), 3U) << ran.out;
  EXPECT_EQ(answers[0]["state"], "entered");
  EXPECT_EQ(answers[1]["state"], "refused");
  EXPECT_EQ(answers[1]["error"]["code"], code);
  EXPECT_GT(answers[1]["error"]["message"].get<std::string>().size(), 10U);
  EXPECT_EQ(answers[2]["state"], "entered");
  // A station's first entry is preceded by one that begins it.
  EXPECT_EQ(bakery.entries(), before + 3);
}

std::string sale(const std::string& lines, const std::string& tenders) {
  return R"({"id":")" + sale_id(2) + R"(","lines":)" + lines + R"(,"tenders":)" + tenders + "}";
}

constexpr const char* ten_dinars = R"([{"kind":"cash","amount":"10.00"}])";

TEST(BadSale, UnknownArticle) {
  expect_refused_between(sale(R"([{"article":"gold-bar","quantity":"1"}])", ten_dinars),
                         "sale.unknown_article");
}

TEST(BadSale, NegativeQuantity) {
  expect_refused_between(sale(R"([{"article":"bagel","quantity":"-1"}])", ten_dinars),
                         "sale.quantity_not_positive");
}

TEST(BadSale, HalfAPiece) {
  expect_refused_between(sale(R"([{"article":"bagel","quantity":"0.5"}])", ten_dinars),
                         "sale.quantity_not_whole");
}

TEST(BadSale, OtherCurrencyHasNoPlaceInASale) {
  expect_refused_between(sale(R"([{"article":"bagel","quantity":"1"}])",
                              R"([{"kind":"cash","amount":"10.00","currency":"EUR"}])"),
                         "file.unknown_key");
}

TEST(BadSale, ThousandMillionPieces) {
  expect_refused_between(sale(R"([{"article":"bagel","quantity":"1000000000"}])", ten_dinars),
                         "sale.amount_too_large");
}

TEST(BadSale, BarcodeInTheAmount) {
  expect_refused_between(sale(R"([{"article":"bagel","quantity":"1"}])",
                              R"([{"kind":"cash","amount":"8600000000011"}])"),
                         "file.looks_like_a_barcode");
}

TEST(BadSale, TooLittlePaid) {
  expect_refused_between(sale(R"([{"article":"bagel","quantity":"1"}])", ten_dinars),
                         "sale.not_enough_paid");
}

TEST(BadSale, NoJson) { expect_refused_between("two loaves please", "file.not_json"); }

TEST(BadSale, KeyTwice) {
  expect_refused_between(sale(R"([{"article":"bagel","quantity":"1","quantity":"2"}])", ten_dinars),
                         "file.doubled_key");
}

TEST(BadAmount, BarcodeAsFloatIsRefusedAndTheDrawerStaysShut) {
  const PracticeBakery bakery;
  const std::int64_t before = bakery.entries();
  const Ran ran = bakery.tilia({"day", "open", "--till", "T1", "--float", "86000001"});
  EXPECT_EQ(ran.status, 3);
  EXPECT_EQ(ran.error_code(), "drawer.looks_like_a_barcode");
  EXPECT_EQ(bakery.entries(), before);
}

TEST(BadArticleFile, WrongColumnTakesNothing) {
  const PracticeBakery bakery;
  const std::int64_t before = bakery.entries();
  bakery.write("new.csv", "article,name,price,vat,colour\nrye,Rye,99.00,reduced,brown\n");
  const Ran ran = bakery.tilia({"article", "import", bakery.file("new.csv")});
  EXPECT_EQ(ran.status, 3);
  EXPECT_NE(ran.json()["error"]["message"].get<std::string>().find("colour"), std::string::npos);
  EXPECT_EQ(bakery.entries(), before);
  EXPECT_EQ(bakery.done({"article", "list"})["articles"].size(), 3U);
}

TEST(BadArticleFile, OneBadRowTakesNothing) {
  const PracticeBakery bakery;
  bakery.write("new.csv",
               "article,name,price,vat,unit\nrye,Rye,99.00,reduced,each\nkifla,Kifla,free,"
               "standard,each\n");
  EXPECT_EQ(bakery.tilia({"article", "import", bakery.file("new.csv")}).status, 3);
  EXPECT_EQ(bakery.done({"article", "list"})["articles"].size(), 3U);
}

TEST(BadArticleFile, ThatIsNotThere) {
  const PracticeBakery bakery;
  const Ran ran = bakery.tilia({"article", "import", bakery.file("nowhere.csv")});
  EXPECT_EQ(ran.status, 4);
  EXPECT_EQ(ran.error_code(), "file_unreadable");
}

TEST(BadBook, ThatIsNoBook) {
  const PracticeBakery bakery;
  bakery.write("letter.tilia", std::string(5000, 'x'));
  const Ran ran = run({"--book", bakery.file("letter.tilia"), "--json", "user", "list"});
  EXPECT_EQ(ran.status, 4);
  EXPECT_EQ(ran.error_code(), "not_a_book");
}

TEST(BadBook, ThatIsNotThere) {
  const Ran ran = run({"--book", "/nowhere/at/all.tilia", "--json", "journal", "verify"});
  EXPECT_EQ(ran.status, 4);
  EXPECT_EQ(ran.error_code(), "no_such_book");
}

// The schema's version stands in the file's header: 4 bytes from 60, big endian.
TEST(BadBook, OfANewerVersion) {
  const PracticeBakery bakery;
  {
    std::FILE* file = std::fopen(bakery.book().c_str(), "r+b");
    ASSERT_NE(file, nullptr);
    std::fseek(file, 60, SEEK_SET);
    std::fwrite("\x7f\0\0\0", 1, 4, file);
    std::fclose(file);
  }
  const Ran ran = bakery.tilia({"user", "list"});
  EXPECT_EQ(ran.status, 4);
  EXPECT_EQ(ran.error_code(), "newer_version");
}

// Root passes every permission; a program that has dropped that power does not.
void obey_permissions() { ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0); }

TEST(BadFolder, ReadOnlyMakesNoBook) {
  const PracticeBakery bakery;
  const fs::path folder = bakery.file("shut");
  fs::create_directory(folder);
  ::chmod(folder.c_str(), 0555);
  const Ran ran = run({"--book", folder / "book.tilia", "--json", "init", "--country", "RS",
                       "--kind", "bakery", "--name", "N", "--practice"},
                      {.input = {}, .environment = {}, .in_child = obey_permissions});
  EXPECT_EQ(ran.status, 4) << ran.out << ran.err;
  EXPECT_TRUE(fs::is_empty(folder));
  ::chmod(folder.c_str(), 0755);
}

TEST(BadFolder, ReadOnlySellsNothing) {
  const PracticeBakery bakery;
  bakery.open_drawer();
  const std::int64_t before = bakery.entries();
  for (const auto& entry : fs::directory_iterator(bakery.file("")))
    ::chmod(entry.path().c_str(), 0444);
  ::chmod(bakery.file("").c_str(), 0555);
  const Ran ran = bakery.tilia(
      {"sale", "ring", "--till", "T1"},
      {.input = loaves(sale_id(1), "1", "65.00"), .environment = {}, .in_child = obey_permissions});
  EXPECT_EQ(ran.status, 4) << ran.out << ran.err;
  ::chmod(bakery.file("").c_str(), 0755);
  for (const auto& entry : fs::directory_iterator(bakery.file("")))
    ::chmod(entry.path().c_str(), 0644);
  EXPECT_EQ(bakery.entries(), before);
}

TEST(BadFolder, OnTheNetworkIsRefused) {
  const PracticeBakery bakery;
  const Ran ran = bakery.tilia(
      {"user", "list"},
      {.input = {},
       .environment = {{"LD_PRELOAD", TILIA_NETWORK_PRELOAD},
                       // Under AddressSanitizer our library stands before its own, on purpose.
                       {"ASAN_OPTIONS", "verify_asan_link_order=0"}}});
  EXPECT_EQ(ran.status, 4) << ran.out << ran.err;
  EXPECT_EQ(ran.error_code(), "network_folder");
}

// A disk that has no room beyond what one file may grow to: every further write fails.
void no_room_left() {
  ::signal(SIGXFSZ, SIG_IGN);
  constexpr rlim_t no_more_bytes = 256 * 1024;
  const rlimit limit{no_more_bytes, no_more_bytes};
  ::setrlimit(RLIMIT_FSIZE, &limit);
}

TEST(FullDisk, KeepsEverySaleThatWasAnsweredAndNoneHalf) {
  const PracticeBakery bakery;
  bakery.open_drawer();
  std::string many;
  for (int number = 1; number <= 2000; ++number) many += loaves(sale_id(number), "1", "65.00");
  const Ran full = bakery.tilia({"sale", "ring", "--till", "T1"},
                                {.input = many, .environment = {}, .in_child = no_room_left});
  EXPECT_EQ(full.status, 4);
  std::size_t answered = 0;
  for (const Json& line : full.lines()) answered += line.contains("receipt") ? 1U : 0U;
  EXPECT_LT(answered, 2000U);
  // With room again everything that was answered is there, once, and the rest goes in.
  const Ran again =
      bakery.tilia({"sale", "ring", "--till", "T1"}, {.input = many, .environment = {}});
  EXPECT_EQ(again.status, 0) << again.err;
  const auto answers = again.lines();
  ASSERT_EQ(answers.size(), 2000U);
  std::size_t already = 0;
  for (const Json& line : answers) already += line["state"] == "already entered" ? 1U : 0U;
  // The sale at which the disk was full is in the book or not: never half.
  EXPECT_TRUE(already == answered || already == answered + 1) << already << " " << answered;
  EXPECT_GT(bakery.entries(), 2000);
  EXPECT_EQ(bakery.done({"day", "look", "--till", "T1"})["sales"]["count"], 2000);
}

TEST(WrongUsage, SaysWhatItFoundWithStatusTwo) {
  EXPECT_EQ(run({"--json", "fly"}).status, 2);
  EXPECT_EQ(run({"--json", "pay", "slip", "--country", "RS"}).status, 2);
  EXPECT_EQ(
      run({"--json", "pay", "slip", "--country", "XX", "--on", "2026-03-31", "--gross", "100000"})
          .status,
      2);
  const Ran ran =
      run({"--json", "pay", "slip", "--country", "RS", "--on", "31.3.2026", "--gross", "100000"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_NE(ran.json()["error"]["message"].get<std::string>().find("31.3.2026"), std::string::npos);
}

TEST(LaterCommands, SayThatTheyComeLaterAndGiveNoFigure) {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"hub", "push", "--url", "x"},
                                             {"allocation", "add"},
                                             {"funder", "add"},
                                             {"service", "fund"},
                                             {"report", "protect", "t.json"},
                                             {"report", "audit", "t.json"}}) {
    std::vector<std::string> all{"--json"};
    all.insert(all.end(), words.begin(), words.end());
    const Ran ran = run(all);
    EXPECT_EQ(ran.status, 2) << words.front();
    EXPECT_EQ(ran.error_code(), "later") << words.front() << ran.out;
  }
}

TEST(Clock, OfARealBookIsNotSet) {
  const PracticeBakery folder;
  const std::string book = folder.file("real.tilia");
  const Setting secret{.input = {}, .environment = {{"TILIA_SECRET", "correct horse"}}};
  ASSERT_EQ(run({"--book", book, "--as", "Ana", "init", "--country", "RS", "--kind", "bakery",
                 "--name", "N"},
                secret)
                .status,
            0);
  const Ran ran = run({"--book", book, "--json", "--as", "Ana", "--now", "2026-03-02T08:00:00Z",
                       "day", "open", "--till", "T1", "--float", "10.00"},
                      secret);
  EXPECT_EQ(ran.status, 3);
  EXPECT_EQ(ran.error_code(), "clock_is_not_yours");
}

}  // namespace
}  // namespace tilia::app
