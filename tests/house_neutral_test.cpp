// Nothing that a user sees and no file of the project, by name or content, tells who works where it
// runs. The words that would are hashed in core/neutral; core/neutral_words.h reads them, here as
// in the programs.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "core/neutral_words.h"
#include "db/connection.h"
#include "db/new_book.h"
#include "tests/db/small_bakery.h"
#include "tests/house_source.h"
#include "tests/house_words.h"

namespace tilia::house {
namespace {

namespace fs = std::filesystem;

TEST(HouseNeutral, WordsStandInEveryFileAndItsName) {
  const fs::path root(TILIA_SOURCE);
  int files = 0;
  for (auto at = fs::recursive_directory_iterator(root); at != fs::recursive_directory_iterator();
       ++at) {
    const std::string name = at->path().filename().string();
    if (at->is_directory() && (name == "build" || name == ".git")) {
      at.disable_recursion_pending();
      continue;
    }
    if (!at->is_regular_file()) continue;
    const std::string shown = at->path().lexically_relative(root).string();
    EXPECT_TRUE(unwanted_words_in(shown).empty()) << shown << ": give the file a neutral name";
    const std::string content = text_of(at->path());
    if (content.find('\0') != std::string::npos) continue;  // a picture or a font
    ++files;
    for (const std::string& word : unwanted_words_in(content))
      ADD_FAILURE() << shown << " says \"" << word << "\": say it neutrally, or not at all";
  }
  EXPECT_GT(files, 500);
}

// Where a word of finance may stand, and why. Everything else that a user or a file can show has
// none: catalogues, names of files and settings, keys of JSON, headings of CSV, demo shops, papers.
struct Allowed {
  const char* path;  // a file
  const char* word;
  const char* reason;
};

const std::vector<Allowed>& allowed() {
  static const std::vector<Allowed> all{
      {"db/person_records.cpp", "funding", "the record that only the vault's key opens"},
      {"db/person_book_sqlite.cpp", "funding", "the same column, in her own copy"},
      {"db/erasure.cpp", "funding", "the same column, when she is taken out"},
      {"db/key_change.cpp", "funding", "the same column, when its key is replaced"},
      {"db/kept_apart.cpp", "funding", "the same column, in a backup's part for finance"},
      {"app/command_later.cpp", "funder", "a command that is finance's alone"},
      {"app/command_money.cpp", "fund", "the same"},
      {"pos/rules/RS.toml", "support", "in the address of a source that nobody is shown"},
  };
  return all;
}

class FinanceWords {
 public:
  void look_at(const std::string& path, const std::string& where, const std::string& text) {
    for (const std::string& word : finance_words_in(text)) {
      const auto found = std::find_if(allowed().begin(), allowed().end(), [&](const Allowed& each) {
        return path == each.path && word == each.word;
      });
      if (found == allowed().end())
        ADD_FAILURE() << path << ", " << where << ": \"" << word
                      << "\" stands only in finance screens, in the code behind them and in the "
                         "report; say it otherwise, or add it to allowed() with its reason";
      else
        used_.insert(static_cast<std::size_t>(found - allowed().begin()));
    }
  }
  [[nodiscard]] const std::set<std::size_t>& used() const { return used_; }

 private:
  std::set<std::size_t> used_;
};

// Who pays which part of a wage is finance's alone, and so is the code that works it out.
bool of_finance(const std::string& path) {
  return path.starts_with("payroll/funding/") || path == "app/command_funding.cpp" ||
         path == "app/command_tree.h";
}

// reporting.po is the report; of the office's catalogue, keys of the room where finance works.
bool of_finance(const Catalogue& catalogue, const std::string& key) {
  return catalogue.room == "reporting" || key.starts_with("office.finance.") ||
         key.starts_with("payroll.funding.") || key.starts_with("app.funding.") ||
         key.starts_with("app.help.funding") || key == "app.option.funding_file";
}

TEST(HouseNeutral, WordsOfFinanceStandOnlyWhereFinanceWorks) {
  FinanceWords words;
  for (const Catalogue& catalogue : all_catalogues()) {
    for (const auto& [key, entry] : catalogue.entries) {
      if (of_finance(catalogue, key)) continue;
      words.look_at(catalogue.path, "the key " + key, key);
      for (const std::string& said : entry.said) words.look_at(catalogue.path, key, said);
    }
  }
  int literals = 0;
  for (const Source& source : all_sources()) {
    if (source.is_test() || of_finance(source.path)) continue;
    for (const Literal& literal : source.literals) {
      words.look_at(source.path, "line " + std::to_string(literal.line), literal.text);
      ++literals;
    }
  }
  EXPECT_GT(literals, 3000);
  for (const std::string& path : all_paths(TILIA_SOURCE)) {
    const bool shown = path.starts_with("installer/demo/") || path.starts_with("pos/rules/") ||
                       path.starts_with("tests/goldens/");
    if (shown) words.look_at(path, "its text", text_of(fs::path(TILIA_SOURCE) / path));
  }
  EXPECT_EQ(words.used().size(), allowed().size()) << "take what is not needed out of allowed()";
}

// Every name in the schema of a new book.
std::vector<std::string> schema_names() {
  SeededChance chance(3);
  const auto book = db::book_in_memory({.station = "T1"}, db::small_bakery(),
                                       Instant::from_unix_milliseconds(1'772'434'800'000), chance);
  db::Connection& connection = book->reader();
  std::vector<std::string> names;
  std::vector<std::string> tables;
  db::Query each = connection.query("SELECT name, type FROM sqlite_schema");
  while (each.next()) {
    names.push_back(each.text(0));
    if (each.text(1) == "table" || each.text(1) == "view") tables.push_back(each.text(0));
  }
  for (const std::string& table : tables) {
    db::Query columns = connection.query("SELECT name FROM pragma_table_info(?)", table);
    while (columns.next()) names.push_back(table + "." + columns.text(0));
  }
  return names;
}

TEST(HouseNeutral, SchemaNamesTellNothing) {
  const std::vector<std::string> names = schema_names();
  EXPECT_GT(names.size(), 200U);
  for (const std::string& name : names) {
    const std::string own =
        name.substr(name.find('.') == std::string::npos ? 0 : name.find('.') + 1);
    EXPECT_FALSE(is_denied_name(own)) << name << ": records about people's past are not kept here";
    if (name == "person_record.funding") continue;  // the vault's; sealed, everybody has one
    EXPECT_TRUE(finance_words_in(name).empty()) << name;
  }
  for (const std::string& path : all_paths(TILIA_SOURCE)) {
    if (!path.starts_with("db/migrations/")) continue;
    static const std::regex word(R"([A-Za-z][A-Za-z0-9_]*)");
    const std::string sql = text_of(fs::path(TILIA_SOURCE) / path);
    for (auto at = std::sregex_iterator(sql.begin(), sql.end(), word); at != std::sregex_iterator();
         ++at)
      EXPECT_FALSE(is_denied_name(at->str())) << path << ": " << at->str();
  }
}

// Keys of JSON, headings of CSV, names of settings and options are literals of the code; keys of
// rule files and demo shops stand in TOML.
TEST(HouseNeutral, KeysAndHeadingsTellNothing) {
  static const std::regex name(R"((?:^|[^A-Za-z0-9_-])([A-Za-z][A-Za-z0-9_-]*))");
  int names = 0;
  const auto look_at = [&](const std::string& path, const std::string& text) {
    for (auto at = std::sregex_iterator(text.begin(), text.end(), name);
         at != std::sregex_iterator(); ++at) {
      ++names;
      EXPECT_FALSE(is_denied_name((*at)[1].str())) << path << ": " << (*at)[1].str();
    }
  };
  for (const Source& source : all_sources()) {
    if (source.is_test()) continue;
    for (const Literal& literal : source.literals) look_at(source.path, literal.text);
  }
  for (const std::string& path : all_paths(TILIA_SOURCE)) {
    if (path.ends_with(".toml") || path.ends_with(".po"))
      look_at(path, text_of(fs::path(TILIA_SOURCE) / path));
  }
  EXPECT_GT(names, 10'000);
}

}  // namespace
}  // namespace tilia::house
