// The words themselves stand nowhere, so the tests spell theirs from the end.
#include "core/neutral_words.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace tilia {
namespace {

std::string from_the_end(std::string text) {
  std::reverse(text.begin(), text.end());
  return text;
}

const std::string unwanted = from_the_end("mitciv");
const std::string of_finance = from_the_end("dnuf");

TEST(NeutralWords, PartTextAtHumpsLinesAndBlanks) {
  EXPECT_EQ(words_of("workerName of_the shop, 2nd"),
            (std::vector<std::string>{"worker", "Name", "of", "the", "shop", "nd"}));
  EXPECT_TRUE(words_of("").empty());
  EXPECT_TRUE(words_of("12 / 3").empty());
  EXPECT_EQ(words_of("ћевап и хлеб").size(), 3U);
}

TEST(NeutralWords, AreFoundHoweverTheyAreWritten) {
  std::string capital = unwanted;
  capital.front() = 'V';
  for (const std::string& text : {unwanted, unwanted + "s", "the_" + unwanted + "_id", capital,
                                  "a" + capital + "Name", "Bread for a " + unwanted + "!"})
    EXPECT_EQ(unwanted_words_in(text).size(), 1U) << text;
  EXPECT_EQ(unwanted_word_in("soap " + capital), capital);
  EXPECT_EQ(unwanted_words_in(unwanted + " " + unwanted).size(), 1U);
}

TEST(NeutralWords, AreNotSeenInWhatAShopSells) {
  for (const char* text :
       {"bread, rolls and a bag", "Fondant cake", "Fondue for two", "Pain de seigle",
        "Burek sa sirom", "Хлеб од ражи", "Krofne", "Pranje i peglanje", "Šišanje",
        "Fenerbahçe mug", "Refund", "Grandma's cookies", "Claire", "Supper", "Tratamiento capilar",
        "Торта фондан", "", "7", "🥐"})
    EXPECT_FALSE(tells_too_much(text)) << text;
}

// An accent may come as a letter of its own, behind the letter that it belongs to.
TEST(NeutralWords, AreFoundWithAccentsAndWithout) {
  const std::string stem = from_the_end("vtr");
  const std::string with_one_letter = "\xC5\xBE" + stem + "a";    // ž
  const std::string with_two_letters = "z\xCC\x8C" + stem + "a";  // z and a caron
  for (const std::string& text : {with_one_letter, with_two_letters, "z" + stem + "a"})
    EXPECT_EQ(unwanted_words_in(text).size(), 1U) << text;
}

TEST(NeutralWords, OfFinanceAreAListOfTheirOwn) {
  EXPECT_TRUE(unwanted_words_in(of_finance).empty());
  for (const std::string& text :
       {of_finance, of_finance + "s", of_finance + "ing", "the " + of_finance})
    EXPECT_EQ(finance_words_in(text).size(), 1U) << text;
  // A whole word of the list is not the beginning of another.
  EXPECT_TRUE(finance_words_in(of_finance + "ament").empty());
  EXPECT_TRUE(tells_too_much(of_finance));
}

TEST(NeutralWords, DenyNamesOfOtherSystemsRecords) {
  const std::string prefix = from_the_end("_civ");
  EXPECT_TRUE(is_denied_name(prefix + "status"));
  EXPECT_TRUE(is_denied_name(from_the_end("_CIV") + "Status"));
  EXPECT_TRUE(is_denied_name(from_the_end("-civ") + "status"));
  const std::string field = from_the_end("tnemtiurcer_fo_dohtem");
  EXPECT_TRUE(is_denied_name(field));
  EXPECT_TRUE(is_denied_name(from_the_end("tnemtiurceRfOdohteM")));
  for (const char* name : {"worker", "person_record", "performed", "case", "vat_class", "sale_line",
                           "employer_cost", "victory", "history", ""})
    EXPECT_FALSE(is_denied_name(name)) << name;
}

}  // namespace
}  // namespace tilia
