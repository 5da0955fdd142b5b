#include "core/phrase.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

namespace tilia {
namespace {

const Currency rsd = *Currency::from_code("RSD");

Words spoken(Language language) { return Words(language, TILIA_SHARE "/locale"); }

// Catalogues of a test's own, compiled as the build compiles the house's.
class OwnCatalogue : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "tilia-words-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
    compile("en", "Plural-Forms: nplurals=2; plural=(n != 1);",
            "msgstr[0] \"{count} piece\"\nmsgstr[1] \"{count} pieces\"\n");
    compile(
        "sr@latin",
        "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
        "(n%100<10 || n%100>=20) ? 1 : 2);",
        "msgstr[0] \"{count} komad\"\nmsgstr[1] \"{count} komada\"\nmsgstr[2] \"{count} kom.\"\n");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path folder_;

 private:
  void compile(const std::string& language, const std::string& plural, const std::string& pieces) {
    const auto into = folder_ / language / "LC_MESSAGES";
    std::filesystem::create_directories(into);
    std::ofstream(into / "words.po")
        << "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"" << plural
        << "\\n\"\n\nmsgid \"core.language_name\"\nmsgstr \"x\"\n\n"
        << "msgid \"t.pieces\"\nmsgid_plural \"t.pieces\"\n"
        << pieces << "\nmsgid \"t.two\"\nmsgstr \"{b} then {a}, {b}\"\n"
        << "\nmsgid \"t.open\"\nmsgstr \"left { open {a\"\n";
    const std::string command =
        "msgfmt -o '" + (into / "words.mo").string() + "' '" + (into / "words.po").string() + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);
  }
};

TEST_F(OwnCatalogue, CountsAsSerbianDoes) {
  const Words words(Language::serbian_latin, folder_);
  const struct {
    std::int64_t count;
    const char* said;
  } rows[] = {{0, "0 kom."},     {1, "1 komad"},        {2, "2 komada"},     {4, "4 komada"},
              {5, "5 kom."},     {11, "11 kom."},       {12, "12 kom."},     {14, "14 kom."},
              {21, "21 komad"},  {22, "22 komada"},     {25, "25 kom."},     {101, "101 komad"},
              {111, "111 kom."}, {-1, "\u22121 komad"}, {-5, "\u22125 kom."}};
  for (const auto& row : rows)
    EXPECT_EQ(words.say(Phrase::counted("t.pieces", row.count)), row.said);
}

TEST_F(OwnCatalogue, CountsBeyondWhatAnIntHolds) {
  const Words words(Language::english, folder_);
  EXPECT_EQ(words.say(Phrase::counted("t.pieces", 1)), "1 piece");
  EXPECT_EQ(words.say(Phrase::counted("t.pieces", 4'294'967'297)),
            "4\u00a0294\u00a0967\u00a0297 pieces");
  const Words serbian(Language::serbian_latin, folder_);
  EXPECT_EQ(serbian.say(Phrase::counted("t.pieces", 4'294'967'311)),
            "4\u00a0294\u00a0967\u00a0311 kom.");
}

TEST_F(OwnCatalogue, PutsArgumentsWhereTheLanguageWantsThem) {
  const Words words(Language::english, folder_);
  const Phrase phrase = Phrase("t.two").with("a", std::string("one")).with("b", std::int64_t{2});
  EXPECT_EQ(words.say(phrase), "2 then one, 2");
  EXPECT_EQ(words.say(Phrase("t.two").with("a", std::string("{b}")).with("b", std::string("x"))),
            "x then {b}, x")
      << "what a person typed is never read as a place";
}

TEST_F(OwnCatalogue, LeavesAPlaceThatNobodyFillsStanding) {
  const Words words(Language::english, folder_);
  EXPECT_EQ(words.say(Phrase("t.two").with("a", std::string("one"))), "{b} then one, {b}");
  EXPECT_EQ(words.say(Phrase("t.open").with("a", std::string("one"))), "left { open {a");
}

TEST_F(OwnCatalogue, SaysAKeyThatItLacksAsTheKey) {
  const Words words(Language::english, folder_);
  EXPECT_FALSE(words.knows("t.nothing"));
  EXPECT_TRUE(words.knows("t.two"));
  EXPECT_EQ(words.say("t.nothing"), "t.nothing");
}

TEST(Words, RefuseToStartWithoutACatalogue) {
  EXPECT_THROW(Words(Language::english, "/nowhere"), std::runtime_error);
}

TEST(Words, NameEachLanguageInItself) {
  EXPECT_EQ(spoken(Language::english).say("core.language_name"), "English");
  EXPECT_EQ(spoken(Language::serbian_latin).say("core.language_name"), "Srpski");
  EXPECT_EQ(spoken(Language::serbian_cyrillic).say("core.language_name"), "Српски");
}

TEST(Words, WriteAmountsAsTheLanguageDoes) {
  const Money money = Money::from_minor(-123'456'789, rsd);
  EXPECT_EQ(spoken(Language::english).amount(money), "\u22121\u00a0234\u00a0567.89");
  EXPECT_EQ(spoken(Language::serbian_latin).amount(money), "\u22121\u00a0234\u00a0567,89");
  EXPECT_EQ(spoken(Language::english).amount_with_currency(Money::from_minor(630, rsd)),
            "6.30\u00a0RSD");
  EXPECT_EQ(spoken(Language::english).amount(Money::from_minor(-7, rsd)), "\u22120.07");
  EXPECT_EQ(spoken(Language::english).amount(Money::from_minor(99'999, rsd)), "999.99");
  EXPECT_EQ(spoken(Language::english).amount(Money::from_minor(100'000, rsd)), "1\u00a0000.00");
}

TEST(Words, WriteQuantitiesAndPercentAsTheLanguageDoes) {
  const Words english = spoken(Language::english);
  const Words serbian = spoken(Language::serbian_cyrillic);
  EXPECT_EQ(english.quantity(Quantity::pieces(2'000)), "2\u00a0000");
  EXPECT_EQ(serbian.quantity(Quantity::parse("3.25").value()), "3,250");
  EXPECT_EQ(serbian.percent(Rate::parse_percent("5.15").value()), "5,15\u00a0%");
  EXPECT_EQ(english.decimal_mark(), '.');
  EXPECT_EQ(serbian.decimal_mark(), ',');
}

TEST(Words, WriteDaysAndMonthsAsTheLanguageDoes) {
  const Day day = *Day::from(2026, 3, 31);
  EXPECT_EQ(spoken(Language::english).day(day), "31 March 2026");
  EXPECT_EQ(spoken(Language::serbian_latin).day(day), "31. mart 2026.");
  EXPECT_EQ(spoken(Language::serbian_cyrillic).day(day), "31. март 2026.");
  EXPECT_EQ(spoken(Language::english).month(Month::of(day)), "March 2026");
  EXPECT_EQ(spoken(Language::serbian_latin).month(Month::of(day)), "Mart 2026.");
}

TEST(Language, IsNamedByItsTag) {
  for (const Language language : all_languages())
    EXPECT_EQ(parse_language(language_tag(language)), language);
  EXPECT_EQ(parse_language("sr"), Language::serbian_latin);
  EXPECT_FALSE(parse_language("EN"));
  EXPECT_FALSE(parse_language(""));
}

}  // namespace
}  // namespace tilia
