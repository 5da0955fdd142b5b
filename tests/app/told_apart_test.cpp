// Three copies of one organisation: nobody's second record says anything, everybody's does, or one
// person's does. What anybody but finance can see, on paper, on screen or in the file, is the same
// in all three.
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "app/practice_users.h"
#include "db/book_file.h"
#include "db/person_records.h"
#include "program.h"
#include "tests/db/all_rows.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class ToldApart : public testing::Test {
 protected:
  static constexpr const char* told = R"({"plans":[{"funder":"A","share":"70"}]})";

  ToldApart() {
    EXPECT_EQ(run({"demo", shop_.file("made").string(), "--seed", "3", "--months", "2"}).status, 0);
    copy("nobody", [](const std::string&) { return false; });
    copy("everybody", [](const std::string&) { return true; });
    copy("one", [](const std::string& alias) { return alias == "cedar"; });
  }

  template <class Whose>
  void copy(const std::string& name, Whose whose) {
    fs::copy_file(shop_.file("made") / "book.tilia", book(name));
    for (const std::string& alias : aliases(name)) save(name, alias, whose(alias) ? told : "{}");
    // Or the rest of this test proves nothing.
    with_keys(name, [&](db::BookFile& file, const db::KeyRing& keys) {
      db::PersonRecords records(file.reader(), keys);
      for (const std::string& alias : aliases(name))
        EXPECT_EQ(records.funding(id_of(file, alias)).reveal() == told, whose(alias)) << alias;
    });
  }
  // What finance does when one person's second record changes.
  void save(const std::string& name, const std::string& alias, const char* text) {
    with_keys(name, [&](db::BookFile& file, const db::KeyRing& keys) {
      db::WriteTransaction change(file);
      db::PersonRecords(change.connection(), keys)
          .put_funding(id_of(file, alias), Secret<std::string>(std::string(text)));
      change.commit();
    });
  }
  template <class Act>
  void with_keys(const std::string& name, Act act) {
    const auto file = db::BookFile::open(book(name), {.station = "office"});
    const SetClock clock(Instant::parse("2026-03-31T18:00Z").value());
    db::Users users(*file, db::SecretPolicy::practice(), clock);
    const db::Session dolphin = practice_session(users, db::Role::finance);
    act(*file, dolphin.keys);
  }
  std::vector<std::string> aliases(const std::string& name) const {
    const auto file = db::BookFile::open(book(name), {.station = "office"});
    std::vector<std::string> all;
    db::Query row = file->reader().query("SELECT alias FROM worker ORDER BY alias");
    while (row.next()) all.push_back(row.text(0));
    return all;
  }
  static payroll::WorkerId id_of(db::BookFile& file, const std::string& alias) {
    db::Query row = file.reader().query("SELECT worker FROM worker WHERE alias = ?", alias);
    CHECK(row.next());
    return row.id<payroll::WorkerId>(0);
  }
  std::vector<db::Bytes> fundings(const std::string& name) const {
    const auto file = db::BookFile::open(book(name), {.station = "office"});
    std::vector<db::Bytes> all;
    db::Query row = file->reader().query("SELECT funding FROM person_record ORDER BY worker");
    while (row.next()) all.push_back(row.bytes(0));
    return all;
  }
  fs::path book(const std::string& name) const { return shop_.file(name + ".tilia"); }

  // What a command says in each of the copies.
  std::vector<std::string> said(const std::vector<std::string>& words) {
    std::vector<std::string> all;
    for (const char* name : copies) {
      std::vector<std::string> full{"--book", book(name).string(), "--json", "--now",
                                    "2026-04-01T09:00:00+02:00"};
      full.insert(full.end(), words.begin(), words.end());
      const Ran ran = run(full);
      EXPECT_EQ(ran.status, 0) << words[0] << ran.out << ran.err;
      all.push_back(ran.out);
    }
    return all;
  }
  void expect_same(const std::vector<std::string>& words) {
    const auto all = said(words);
    EXPECT_FALSE(all[0].empty()) << words[0];
    EXPECT_EQ(all[0], all[1]) << words[0];
    EXPECT_EQ(all[0], all[2]) << words[0];
  }

  static constexpr std::array copies{"nobody", "everybody", "one"};
  PracticeBakery shop_;
};

TEST_F(ToldApart, NobodyIsByAnythingThatACommandSaysOrPrints) {
  expect_same({"worker", "list"});
  expect_same({"hours", "list", "--month", "2026-03"});
  expect_same({"person", "identity", "cedar"});
  expect_same({"pay", "run", "--month", "2026-04"});
  expect_same({"article", "list"});
  expect_same({"user", "list"});
  expect_same({"journal", "verify"});
  expect_same({"day", "sheet", "--till", "T1", "--number", "1"});
  std::map<std::string, std::string> papers;
  for (const char* name : copies) {
    const fs::path folder = shop_.file(std::string("slips-") + name);
    const Ran ran = run({"--book", book(name).string(), "--json", "pay", "slips", "--month",
                         "2026-03", "--pdf", folder.string()});
    ASSERT_EQ(ran.status, 0) << ran.out << ran.err;
    for (const auto& file : fs::directory_iterator(folder)) {
      const std::string paper = file.path().filename().string();
      if (std::string(name) == "nobody")
        papers[paper] = bytes_of(file.path());
      else
        EXPECT_EQ(papers.at(paper), bytes_of(file.path())) << paper;
    }
  }
  EXPECT_GE(papers.size(), 5U);
}

TEST_F(ToldApart, NobodyIsByTheFileWithoutItsKeys) {
  EXPECT_EQ(fs::file_size(book("nobody")), fs::file_size(book("everybody")));
  EXPECT_EQ(fs::file_size(book("nobody")), fs::file_size(book("one")));
  // Every value that is not ciphertext, and the length of every one that is.
  const auto shape = [this](const char* name) {
    const auto file = db::BookFile::open(book(name), {.station = "office"});
    std::vector<std::string> tables;
    {
      db::Query row = file->reader().query(
          "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
          " ORDER BY name");
      while (row.next()) tables.push_back(row.text(0));
    }
    std::map<std::string, std::vector<std::string>> rows;
    for (const std::string& table : tables) {
      if (table == "person_record") continue;
      rows[table] = db::all_rows(file->reader(), table);
    }
    db::Query row = file->reader().query(
        "SELECT worker, length(person_key), length(pay), length(funding), pay FROM person_record"
        " ORDER BY worker");
    while (row.next())
      rows["person_record"].push_back(std::to_string(row.whole(1)) + " " +
                                      std::to_string(row.whole(2)) + " " +
                                      std::to_string(row.whole(3)));
    return rows;
  };
  const auto nobody = shape("nobody");
  EXPECT_EQ(nobody, shape("everybody"));
  EXPECT_EQ(nobody, shape("one"));
  EXPECT_GE(nobody.at("person_record").size(), 5U);
  // Nor by what one save changed: everybody's is sealed again.
  const auto before = fundings("nobody");
  save("nobody", "cedar", told);
  const auto after = fundings("nobody");
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t at = 0; at < before.size(); ++at) {
    EXPECT_NE(before[at], after[at]);
    EXPECT_EQ(before[at].size(), after[at].size());
  }
}

}  // namespace
}  // namespace tilia::app
