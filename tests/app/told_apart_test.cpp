// Three copies of one organisation: nobody's second record says anything, everybody's does, or one
// person's does. What anybody but finance can see, on paper, on screen or in the file, is the same
// in all three.
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "books_told_apart.h"
#include "tests/db/all_rows.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class ToldApart : public BooksToldApart {
 protected:
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
