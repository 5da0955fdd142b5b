// The papers about data say what the schema holds: every column has a line in db/fields, every line
// a column, and every line the words that the papers need.
#include "app/field_record.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

#include "app/privacy_papers.h"
#include "db/connection.h"
#include "db/key_ring.h"
#include "tests/db/bakery_at_work.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;
const fs::path shipped = TILIA_SOURCE "/db/fields";

std::set<std::string> columns_of_a_new_book() {
  SeededChance chance(3);
  const auto book =
      db::book_in_memory({.station = "T1"}, db::small_bakery(), db::six_o_clock, chance);
  std::set<std::string> columns;
  db::Query each = book->reader().query(
      "SELECT s.name, c.name FROM sqlite_schema s, pragma_table_info(s.name) c"
      " WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite_%'");
  while (each.next()) columns.insert(each.text(0) + "." + each.text(1));
  return columns;
}

std::set<std::string> lines_of(const std::vector<FieldRecord>& records) {
  std::set<std::string> lines;
  for (const FieldRecord& record : records)
    EXPECT_TRUE(lines.insert(record.table + "." + record.column).second)
        << record.table << "." << record.column << " stands twice in db/fields";
  return lines;
}

TEST(FieldRecords, HaveALineForEveryColumnAndAColumnForEveryLine) {
  const std::set<std::string> columns = columns_of_a_new_book();
  const std::set<std::string> lines = lines_of(read_field_records(shipped));
  EXPECT_GT(columns.size(), 150U);
  for (const std::string& column : columns)
    EXPECT_TRUE(lines.contains(column))
        << column << ": say in db/fields what it holds, why, and how long it is kept";
  for (const std::string& line : lines)
    EXPECT_TRUE(columns.contains(line)) << line << ": db/fields names a column that is not there";
}

TEST(FieldRecords, HaveWordsForWhatAndWhyInEveryLanguage) {
  for (const Language language : all_languages()) {
    const Words words(language, TILIA_SHARE "/locale");
    for (const FieldRecord& record : read_field_records(shipped)) {
      for (const char* key : {"privacy.purpose.", "privacy.purpose_why.", "privacy.basis."})
        EXPECT_TRUE(words.knows(key + record.purpose)) << key << record.purpose;
      if (!record.what.empty()) {
        EXPECT_TRUE(words.knows("privacy.what." + record.what)) << record.what;
      }
    }
  }
}

// What a seal says about its key is what the sealing code uses.
TEST(FieldRecords, NameTheRolesThatHoldTheKey) {
  std::map<std::string, std::vector<db::Role>> readers;
  for (const FieldRecord& record : read_field_records(shipped))
    readers[record.table + "." + record.column] = record.readers;
  using enum db::Role;
  EXPECT_EQ(readers["person_record.pay"], (std::vector<db::Role>{payroll, finance}));
  EXPECT_EQ(readers["person_record.funding"], (std::vector<db::Role>{finance}));
  EXPECT_EQ(readers["sealed_journal.entry"], (std::vector<db::Role>{auditor}));
}

class FieldRecordsOf : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = fs::temp_directory_path() / "fields-XXXXXX";
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::string fault(const std::string& text) {
    std::ofstream(folder_ / "x.toml") << text;
    try {
      static_cast<void>(read_field_records(folder_));
    } catch (const FieldRecordFault& found) {
      return found.what();
    }
    return {};
  }
  fs::path folder_;
};

TEST_F(FieldRecordsOf, RefuseEachBadFile) {
  const std::string table = "[t]\npurpose = \"employ\"\nkeep = \"sales\"\n";
  EXPECT_EQ(fault(table + "[t.columns]\na = \"none\"\n"), "");
  const std::vector<std::pair<std::string, const char*>> cases{
      {"[t]\nkeep = \"sales\"\n[t.columns]\na = \"none\"\n", "purpose is missing"},
      {"[t]\npurpose = \"employ\"\n[t.columns]\na = \"none\"\n", "keep is missing"},
      {table + "[t.columns]\na = \"people\"\n", "person, business, key or none"},
      {table + "[t.columns]\na = \"person\"\n", "say what it is"},
      {table + "[t.columns]\na = \"business alias\"\n", "say what it is"},
      {table + "[t.columns]\na = { holds = \"none\", key = \"iron\" }\n", "no key of this name"},
      {table + "[t.columns]\na = { holds = \"none\", colour = \"red\" }\n", "not known here"},
      {table, "write its columns"},
      {table + "colour = \"red\"\n[t.columns]\na = \"none\"\n", "not known here"},
      {"[t]\npurpose = \"employ\"\nkeep = \"ages\"\n[t.columns]\na = \"none\"\n", "names a group"},
      {"t = 3\n", "tables only"},
      {"[t\n", "line 1"},
  };
  for (const auto& [text, says] : cases)
    EXPECT_NE(fault(text).find(says), std::string::npos) << fault(text);
}

PrivacyFacts facts_in(const std::string& country) {
  pos::Organisation organisation = db::small_bakery();
  organisation.country = country;
  return {organisation, read_field_records(shipped),
          payroll::RetentionTable::of(TILIA_SOURCE "/payroll/retention", country),
          *Day::from(2026, 3, 31)};
}

std::string all_words(const reporting::Document& document) {
  std::string all = document.title;
  for (const auto& part : document.parts) {
    all += "\n" + part.heading;
    for (const std::string& paragraph : part.paragraphs) all += "\n" + paragraph;
    for (const auto& grid : part.grids) {
      EXPECT_EQ(grid.headings.size(), grid.shares.size());
      for (const auto& row : grid.rows) {
        EXPECT_EQ(row.size(), grid.headings.size());
        for (const std::string& cell : row) all += "\n" + cell;
      }
    }
  }
  return all;
}

TEST(PrivacyPapers, NameEveryPersonalColumnWithItsPeriodAndItsReaders) {
  const Words words(Language::english, TILIA_SHARE "/locale");
  const PrivacyFacts facts = facts_in("AT");
  const std::string paper = all_words(privacy_document(PrivacyPaper::retention, facts, words));
  for (const FieldRecord& field : facts.fields) {
    if (field.holds != FieldRecord::Holds::person) continue;
    EXPECT_NE(paper.find(field.table + "." + field.column), std::string::npos) << field.column;
  }
  EXPECT_NE(paper.find("7 years after the end of the year"), std::string::npos);
  EXPECT_NE(paper.find("BAO § 132 Abs. 1"), std::string::npos);
  EXPECT_NE(paper.find("finance (sealed, key vault)"), std::string::npos);
  EXPECT_NE(paper.find("to be entered by the organisation"), std::string::npos);
}

TEST(PrivacyPapers, GuessNoPeriodWhereNobodyGaveOne) {
  const Words words(Language::english, TILIA_SHARE "/locale");
  const std::string paper =
      all_words(privacy_document(PrivacyPaper::retention, facts_in("RS"), words));
  EXPECT_EQ(paper.find("after the end of the year"), std::string::npos);
  EXPECT_NE(paper.find("no period has been looked up"), std::string::npos);
}

TEST(PrivacyPapers, SayInEveryLanguageAllThatTheyName) {
  for (const Language language : all_languages()) {
    const Words words(language, TILIA_SHARE "/locale");
    for (const PrivacyPaper paper : all_privacy_papers) {
      const std::string text = all_words(privacy_document(paper, facts_in("AT"), words));
      EXPECT_EQ(text.find("privacy."), std::string::npos) << text.substr(text.find("privacy."), 60);
      EXPECT_EQ(text.find('{'), std::string::npos);
      EXPECT_GT(text.size(), 1500U);
    }
  }
}

}  // namespace
}  // namespace tilia::app
