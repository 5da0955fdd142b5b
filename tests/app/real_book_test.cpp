// A real book on the command line: who holds which key, and what nobody opens without it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>

#include "program.h"
#include "tests/db/fresh_folder.h"

namespace tilia::app {
namespace {

class RealBook {
 public:
  RealBook() {
    done("Owl", {"init", "--country", "RS", "--kind", "bakery", "--name", "Corner Bakery"});
    add("Owl", "Dolphin", "finance");
    add("Dolphin", "Bee", "payroll");
    add("Owl", "Fox", "counter");
  }
  [[nodiscard]] Ran tilia(const std::string& who, std::vector<std::string> words) const {
    words.insert(words.begin(), {"--json", "--book", file("book.tilia"), "--as", who});
    return run(words, {.input = {}, .environment = {{"TILIA_SECRET", secret_of(who)}}});
  }
  Json done(const std::string& who, const std::vector<std::string>& words) const {
    const Ran ran = tilia(who, words);
    EXPECT_EQ(ran.status, 0) << who << " " << words.front() << ": " << ran.out << ran.err;
    return ran.status == 0 ? ran.json() : Json();
  }
  [[nodiscard]] Ran try_to_add(const std::string& giver, const std::string& name,
                               const std::string& role) const {
    std::ofstream(file("secret")) << secret_of(name);
    return tilia(giver, {"user", "add", "--name", name, "--role", role, "--new-secret-file",
                         file("secret")});
  }
  void add(const std::string& giver, const std::string& name, const std::string& role) const {
    const Ran ran = try_to_add(giver, name, role);
    EXPECT_EQ(ran.status, 0) << name << ": " << ran.out;
  }
  [[nodiscard]] std::string file(const std::string& name) const {
    return folder_.file(name).string();
  }

 private:
  static std::string secret_of(const std::string& who) {
    return who == "Fox" ? "481516" : who + " sits in a tree";
  }
  db::FreshFolder folder_;
};

TEST(RealBook, IsNotThereWhereItsFirstManagerHasNoSecretThatWillDo) {
  const db::FreshFolder folder;
  const std::string book = folder.file("book.tilia").string();
  const Ran ran = run({"--json", "--book", book, "--as", "Owl", "init", "--country", "RS", "--kind",
                       "bakery", "--name", "Corner Bakery"},
                      {.input = {}, .environment = {{"TILIA_SECRET", "short"}}});
  EXPECT_EQ(ran.status, 3);
  EXPECT_EQ(ran.error_code(), "secret_too_short");
  EXPECT_FALSE(std::filesystem::exists(book)) << "a book that nobody can open is none";
}

TEST(RealBook, TakesPeopleAndPaysThemWithTheKeysOfPayrollAndFinance) {
  const RealBook book;
  book.done("Bee", {"worker", "add", "--alias", "amber"});
  book.done("Bee", {"contract", "add", "--worker", "amber", "--from", "2025-01-01", "--gross",
                    "123456.00"});
  book.done("Owl", {"hours", "add", "--worker", "amber", "--day", "2025-03-03", "--hours", "8"});
  EXPECT_EQ(book.done("Bee", {"pay", "run", "--month", "2025-03"})["slips"].size(), 1U);
  EXPECT_EQ(book.done("Dolphin", {"pay", "approve", "--month", "2025-03"})["state"], "approved");
  for (const char* part : {"book.tilia", "book.tilia-wal"}) {
    std::ifstream stream(book.file(part), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(stream)), {});
    for (const char* wage : {"12345600", "123456", "monthly", "SRB_"})
      EXPECT_EQ(bytes.find(wage), std::string::npos) << part << " holds " << wage;
  }
}

TEST(RealBook, OpensNoPayForWhoHoldsNoKey) {
  const RealBook book;
  book.done("Bee", {"worker", "add", "--alias", "amber"});
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"worker", "add", "--alias", "birch"},
           {"contract", "add", "--worker", "amber", "--from", "2025-01-01", "--gross", "90000"},
           {"pay", "run", "--month", "2025-03"},
           {"pay", "slips", "--month", "2025-03", "--pdf", book.file("slips")},
           {"report", "revenue-to-services", "--from", "2025-03-01", "--to", "2025-03-31"}})
    EXPECT_EQ(book.tilia("Owl", words).status, 5) << words.front();
}

TEST(RealBook, TellsTheAuditorAloneWhoReadWhat) {
  const RealBook book;
  book.add("Dolphin", "Turtle", "auditor");
  book.done("Bee", {"worker", "add", "--alias", "amber"});
  book.done("Bee", {"contract", "add", "--worker", "amber", "--from", "2025-01-01", "--gross",
                    "90000.00"});
  book.done("Bee", {"pay", "run", "--month", "2025-03"});
  const Json reads = book.done("Turtle", {"journal", "reads"})["reads"];
  ASSERT_EQ(reads.size(), 1U);
  EXPECT_EQ(reads[0]["by"], "Bee");
  EXPECT_EQ(reads[0]["of"], "amber");
  EXPECT_EQ(reads[0]["record"], "pay_record");
  EXPECT_EQ(book.tilia("Dolphin", {"journal", "reads"}).status, 5);
  EXPECT_EQ(book.tilia("Owl", {"journal", "reads"}).status, 5);
}

TEST(RealBook, IsBackedUpUnderLockAndComesBackWithAManagersSecret) {
  const RealBook book;
  book.done("Owl", {"backup", "make", book.file("monday")});
  const Ran outer = run({"--json", "backup", "check", book.file("monday")});
  EXPECT_EQ(outer.status, 0);
  EXPECT_EQ(outer.json()["opened"], false);
  EXPECT_EQ(book.done("Owl", {"backup", "check", book.file("monday")})["opened"], true);
  std::filesystem::remove(book.file("book.tilia"));
  EXPECT_EQ(book.tilia("Dolphin", {"backup", "restore", book.file("monday")}).status, 5);
  book.done("Owl", {"backup", "restore", book.file("monday")});
  book.done("Dolphin", {"user", "list"});
}

TEST(RealBook, ComesBackFromABackupWithPeoplesKeysForPayrollAlone) {
  const RealBook book;
  book.done("Bee", {"worker", "add", "--alias", "amber"});
  book.done("Bee", {"contract", "add", "--worker", "amber", "--from", "2025-01-01", "--gross",
                    "90000.00"});
  book.done("Owl", {"backup", "make", book.file("monday")});
  std::filesystem::remove(book.file("book.tilia"));
  book.done("Owl", {"backup", "restore", book.file("monday")});
  book.done("Owl", {"hours", "add", "--worker", "amber", "--day", "2025-03-03", "--hours", "8"});
  // Made of a book whose people's keys still wait: none is lost on the way.
  book.done("Owl", {"backup", "make", book.file("tuesday")});
  std::filesystem::remove(book.file("book.tilia"));
  book.done("Owl", {"backup", "restore", book.file("tuesday")});
  EXPECT_EQ(book.done("Bee", {"pay", "run", "--month", "2025-03"})["slips"].size(), 1U);
  EXPECT_EQ(book.done("Dolphin", {"pay", "approve", "--month", "2025-03"})["state"], "approved");
}

// The words as whoever kept the sheet reads them off it: each stands behind its number.
std::string words_on(const std::string& sheet) {
  const std::string text = sheet + ".txt";
  EXPECT_EQ(std::system(("pdftotext -layout " + sheet + " " + text).c_str()), 0);
  std::ifstream in(text);
  std::map<int, std::string> words;
  int number = 0;
  for (std::string each; in >> each;) {
    if (number > 0 && each.size() == 5) words[number] = each;
    number = each.size() == 1 && each[0] >= '1' && each[0] <= '8' ? each[0] - '0' : 0;
  }
  std::string all;
  for (const auto& [at, word] : words) all += word + " ";
  EXPECT_EQ(words.size(), 8U);
  return all;
}

TEST(RealBook, OpensByTheWordsOfARecoverySheetUntilThereIsANewSecret) {
  const RealBook book;
  book.done("Dolphin", {"user", "recovery-sheet", "--file", book.file("sheet.pdf")});
  const std::string words = words_on(book.file("sheet.pdf"));
  const auto with_words = [&](std::vector<std::string> what) {
    what.insert(what.begin(), {"--json", "--book", book.file("book.tilia"), "--as", "Dolphin"});
    return run(what, {.input = {}, .environment = {{"TILIA_SECRET", words}}}).status;
  };
  EXPECT_EQ(with_words({"user", "list"}), 0);
  std::ofstream(book.file("secret")) << "dolphin has another one";
  EXPECT_EQ(with_words({"user", "new-secret", "--name", "Dolphin", "--new-secret-file",
                        book.file("secret")}),
            0);
  EXPECT_EQ(with_words({"user", "list"}), 5) << "the sheet is used up";
  EXPECT_EQ(book.tilia("Fox", {"user", "recovery-sheet", "--file", book.file("f.pdf")}).status, 5);
}

TEST(RealBook, ComesWithARecoverySheetOfItsFirstManager) {
  const db::FreshFolder folder;
  const std::string book = folder.file("book.tilia").string();
  const std::string sheet = folder.file("sheet.pdf").string();
  const Ran made = run({"--json", "--book", book, "--as", "Owl", "init", "--country", "RS",
                        "--kind", "bakery", "--name", "Corner Bakery", "--recovery-sheet", sheet},
                       {.input = {}, .environment = {{"TILIA_SECRET", "Owl sits in a tree"}}});
  ASSERT_EQ(made.status, 0) << made.err;
  EXPECT_EQ(run({"--json", "--book", book, "--as", "Owl", "user", "list"},
                {.input = {}, .environment = {{"TILIA_SECRET", words_on(sheet)}}})
                .status,
            0);
}

TEST(RealBook, TakesASecondPassphraseThatOpensTheSame) {
  const RealBook book;
  std::ofstream(book.file("secret")) << "dolphin lies ashore";
  book.done("Dolphin", {"user", "second-secret", "--new-secret-file", book.file("secret")});
  const auto in = [&] {
    return run({"--json", "--book", book.file("book.tilia"), "--as", "Dolphin", "user", "list"},
               {.input = {}, .environment = {{"TILIA_SECRET", "dolphin lies ashore"}}})
        .status;
  };
  EXPECT_EQ(in(), 0);
  book.add("Dolphin", "Turtle", "auditor");
  const Json logins = book.done("Turtle", {"journal", "reads"})["logins"];
  ASSERT_EQ(logins.size(), 1U) << logins;
  EXPECT_EQ(logins[0]["by"], "Dolphin");
  EXPECT_EQ(logins[0]["door"], "second_passphrase");
  book.done("Dolphin", {"user", "second-secret", "--none"});
  EXPECT_EQ(in(), 5);
}

TEST(RealBook, SaysWhatFewerThanThreePeopleCanOpen) {
  const RealBook book;
  book.add("Owl", "Lark", "manager");
  book.add("Owl", "Wren", "manager");
  const Json few = book.done("Owl", {"user", "list"})["few_holders"];
  EXPECT_EQ(few, Json::parse(R"([{"key":"payroll","holders":2},{"key":"vault","holders":1}])"))
      << few;
}

TEST(RealBook, TakesTheSecondPersonFromElsewhereForWhatSheSignedAndNothingElse) {
  const RealBook book;
  for (const char* alias : {"amber", "birch"})
    book.done("Bee", {"worker", "add", "--alias", alias});
  const std::string key = book.file("owl.key");
  EXPECT_EQ(book.tilia("Owl", {"approval", "key", "--file", key}).error_code(), "two_people");
  const auto with = [&](const std::string& who, std::vector<std::string> words) {
    words.insert(words.begin(),
                 {"--json", "--book", book.file("book.tilia"), "--as", who, "--with", "Dolphin"});
    return run(words, {.input = {},
                       .environment = {{"TILIA_SECRET", who + " sits in a tree"},
                                       {"TILIA_SECRET_2", "Dolphin sits in a tree"}}});
  };
  ASSERT_EQ(with("Owl", {"approval", "key", "--file", key}).status, 0);
  const std::string request = book.file("request.json");
  const std::string approval = book.file("approval");
  book.done("Dolphin", {"approval", "ask", "--worker", "amber", "--file", request});
  // Elsewhere: no book, and her own secret.
  const auto give = [&](const char* secret) {
    return run({"--json", "approval", "give", request, "--key", key, "--file", approval, "--pdf",
                book.file("approval.pdf")},
               {.input = {}, .environment = {{"TILIA_SECRET", secret}}});
  };
  EXPECT_EQ(give("somebody else sits").error_code(), "wrong_secret");
  EXPECT_EQ(give("Owl sits in a tree").status, 0);
  EXPECT_TRUE(std::filesystem::exists(book.file("approval.pdf")));
  const auto erase = [&](const std::string& alias, std::vector<std::string> words) {
    words.insert(words.begin(), {"person", "erase", alias, "--nothing-to-keep"});
    return book.tilia("Dolphin", words);
  };
  for (const char* alias : {"amber", "birch"})
    book.done("Bee", {"worker", "end", "--alias", alias, "--on", "2025-01-01"});
  EXPECT_EQ(erase("amber", {}).error_code(), "two_people");
  EXPECT_EQ(erase("birch", {"--approval", approval}).error_code(), "not_approved");
  EXPECT_EQ(erase("amber", {"--approval", approval}).status, 0);
}

TEST(RealBook, TakesNoNumberThatIsTriedFirst) {
  const RealBook book;
  std::ofstream(book.file("secret")) << "123456";
  const Ran ran = book.tilia("Owl", {"user", "add", "--name", "Hen", "--role", "counter",
                                     "--new-secret-file", book.file("secret")});
  EXPECT_EQ(ran.error_code(), "pin_easily_guessed");
}

TEST(RealBook, LetsOnlyAHolderAddAHolder) {
  const RealBook book;
  EXPECT_EQ(book.try_to_add("Owl", "Whale", "finance").status, 5);
  EXPECT_EQ(book.try_to_add("Owl", "Wasp", "payroll").status, 5);
  EXPECT_EQ(book.try_to_add("Bee", "Whale", "finance").status, 5);
  EXPECT_EQ(book.try_to_add("Dolphin", "Mole", "counter").status, 5);
  book.add("Dolphin", "Whale", "finance");
  book.add("Dolphin", "Turtle", "auditor");
  const Ran last = book.tilia("Owl", {"user", "disable", "--name", "Turtle"});
  EXPECT_EQ(last.error_code(), "last_holder");
}

}  // namespace
}  // namespace tilia::app
