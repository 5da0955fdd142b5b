// Nothing that a user sees and no file of the project, by name or content, tells who works where it
// runs. The words that would are in tests/unwanted_words.txt, as hashes.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/locale.hpp>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <locale>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace tilia::house {
namespace {

namespace fs = std::filesystem;

std::uint64_t fnv1a(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char letter : text) {
    hash ^= static_cast<unsigned char>(letter);
    hash *= 0x100000001b3U;
  }
  return hash;
}

using Beginnings = std::map<std::size_t, std::set<std::uint64_t>>;  // by length

Beginnings listed() {
  Beginnings all;
  std::ifstream list(std::string(TILIA_SOURCE) + "/tests/unwanted_words.txt");
  for (std::string line; std::getline(list, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream words(line);
    std::size_t length = 0;
    std::uint64_t hash = 0;
    words >> length >> std::hex >> hash;
    all[length].insert(hash);
  }
  return all;
}

bool letter(char byte) {
  return std::isalpha(static_cast<unsigned char>(byte)) != 0 || (byte & 0x80) != 0;
}

// "workerName", "worker_name" and "worker name" are two words each.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool hump = at > 0 && std::isupper(static_cast<unsigned char>(text[at])) != 0 &&
                      std::islower(static_cast<unsigned char>(text[at - 1])) != 0;
    if ((hump || !letter(text[at])) && !words.back().empty()) words.emplace_back();
    if (letter(text[at])) words.back() += text[at];
  }
  return words;
}

std::vector<std::string> unwanted_in(const std::string& text) {
  static const Beginnings beginnings = listed();
  static const std::locale unicode = boost::locale::generator()("en_US.UTF-8");
  std::set<std::string> found;
  for (const std::string& word : words_of(text)) {
    if (word.size() < beginnings.begin()->first) continue;
    const std::string small = boost::locale::to_lower(word, unicode);
    for (const auto& [length, hashes] : beginnings) {
      if (small.size() >= length && hashes.contains(fnv1a(small.substr(0, length))))
        found.insert(word);
    }
  }
  return {found.begin(), found.end()};
}

std::string content_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(NeutralWords, StandInEveryFileAndItsName) {
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
    EXPECT_TRUE(unwanted_in(shown).empty()) << shown << ": give the file a neutral name";
    const std::string content = content_of(at->path());
    if (content.find('\0') != std::string::npos) continue;  // a picture or a font
    ++files;
    for (const std::string& word : unwanted_in(content))
      ADD_FAILURE() << shown << " says \"" << word << "\": say it neutrally, or not at all";
  }
  EXPECT_GT(files, 500);
}

// The prefixes of the case-management vocabulary of the field.
TEST(NeutralWords, NameEveryColumnAndTable) {
  const std::regex denied(R"(\b(vic|per|hte|cas)_[a-z])", std::regex::icase);
  int migrations = 0;
  for (const auto& file : fs::directory_iterator(std::string(TILIA_SOURCE) + "/db/migrations")) {
    ++migrations;
    const std::string sql = content_of(file.path());
    EXPECT_FALSE(std::regex_search(sql, denied)) << file.path().filename();
  }
  EXPECT_GE(migrations, 6);
}

// A word that stands for nothing, so that this file may hold it.
TEST(NeutralWords, AreToldFromOthersHoweverTheyAreWritten) {
  EXPECT_EQ(words_of("workerName of_the shop, 2nd"),
            (std::vector<std::string>{"worker", "Name", "of", "the", "shop", "nd"}));
  EXPECT_TRUE(unwanted_in("bread, rolls and a bag").empty());
  std::string stem{"mitciv"};
  std::reverse(stem.begin(), stem.end());
  for (const std::string& text : {stem, stem + "s", "the_" + stem + "_id"})
    EXPECT_EQ(unwanted_in(text).size(), 1U) << text;
  stem.front() = 'V';
  EXPECT_EQ(unwanted_in("a" + stem + "Name").size(), 1U);
}

}  // namespace
}  // namespace tilia::house
