// The figures of law in the office: what is in force, a value of one's own looked at before it is
// saved, and taken out again.
#include "payroll/ui/law_room.h"

#include <set>

#include "payroll/ui/law_words.h"
#include "tests/core/ui/office/page_of_tests.h"
#include "tests/payroll/practice_book.h"

namespace tilia::payroll {
namespace {

using ui::typed;

class LawRoomOf : public PracticeBook {
 protected:
  void press(const std::string& action, const ui::Values& values = {}) {
    static_cast<void>(room_.press(action, values));
  }
  void open_series(const char* series) { press("series", typed({{"row", series}})); }
  void type(const char* from, const char* value, const char* law = "a decree") {
    open_series("40_untaxed_amount");
    press("entry");
    press("preview", typed({{"from", from}, {"to", "2026-12-31"}, {"value", value}, {"law", law}}));
  }
  const ui::Row* row(const ui::Page& page, const std::string& key) {
    for (const ui::Row& each : page.table->rows) {
      if (each.key == key) return &each;
    }
    return nullptr;
  }
  void approve_march() {
    take_on("amber", "120000.00");
    work_hours("amber", month("2026-03"), 176);
    ASSERT_TRUE(draw_up("2026-03").ok());
    ASSERT_TRUE(approve("2026-03").ok());
  }
  Money untaxed_on(const char* on) {
    const RuleBook rules = rules_.with(book_.law_additions());
    return rules.on("RS", day(on)).value().amount("SRB_UNTAXED").amount;
  }

  LawRoom room_{book_, rules_, zone_, clock_};
};

TEST_F(LawRoomOf, ShowsWhatIsInForceGroupByGroupWithItsDecree) {
  const ui::Page page = room_.page();
  ASSERT_TRUE(page.table);
  EXPECT_EQ(page.table->rows.size(), rules_.values("RS", day("2026-04-02")).size());
  const ui::Row* untaxed = row(page, "40_untaxed_amount");
  ASSERT_NE(untaxed, nullptr);
  EXPECT_EQ(std::get<Money>(untaxed->cells.at(2).text), dinars("34221"));
  EXPECT_EQ(std::get<Day>(untaxed->cells.at(3).text), day("2026-01-01"));
  EXPECT_EQ(std::get<std::string>(untaxed->cells.at(4).text).find("Zakon o porezu"), 0U);
  EXPECT_EQ(std::get<Day>(untaxed->cells.at(5).text), day("2026-03-31"));
  std::vector<std::string> groups;  // each is named once, where it begins
  for (const ui::Row& each : page.table->rows) {
    if (const std::string key = ui::key_of(each.cells.front().text); !key.empty())
      groups.push_back(key);
  }
  EXPECT_EQ(groups,
            (std::vector<std::string>{"office.law.group.from_wage",
                                      "office.law.group.from_employer", "office.law.group.bases",
                                      "office.law.group.tax", "office.law.group.minimum_wage",
                                      "office.law.group.hours", "office.law.group.reckoning"}));
}

TEST_F(LawRoomOf, NamesNoGroupTwiceWhereTheFilesAreMixed) {
  db::WriteTransaction change(*file_);
  change.connection().run("UPDATE organisation SET country = 'CZ', currency = 'CZK'");
  change.commit();
  LawRoom room(book_, rules_, zone_, clock_);
  const ui::Page page = room.page();
  ASSERT_TRUE(page.table);
  std::set<std::string> groups;
  for (const ui::Row& each : page.table->rows) {
    const std::string key = ui::key_of(each.cells.front().text);
    EXPECT_TRUE(key.empty() || groups.insert(key).second) << key;
  }
  EXPECT_EQ(groups.size(), 7U);
}

TEST_F(LawRoomOf, SaysWhatNobodyVerifiedAndUpToWhenSomebodyLooked) {
  EXPECT_TRUE(ui::says(room_.page(), "office.law.look_again")) << "2 April is after the last look";
  press("show_day", typed({{"day", "2025-06-01"}}));
  const ui::Page page = room_.page();
  EXPECT_FALSE(ui::says(page, "office.law.look_again"));
  EXPECT_TRUE(ui::says(page, "office.law.unverified_count"));
  const ui::Row* minimum = row(page, "50_minimum_wage");
  ASSERT_NE(minimum, nullptr);
  EXPECT_EQ(ui::key_of(minimum->cells.back().text), "office.law.unverified");
  EXPECT_TRUE(minimum->cells.back().needs_look);
}

TEST_F(LawRoomOf, KeepsTheDayThatCannotBeRead) {
  press("other_day");
  press("show_day", typed({{"day", "2026-02-30"}}));
  EXPECT_EQ(ui::fault_of(room_.page(), "day"), "office.fault.day");
  EXPECT_EQ(ui::field(room_.page(), "day")->value, "2026-02-30");
  press("show_day", typed({{"day", "1990-01-01"}}));
  EXPECT_TRUE(ui::says(room_.page(), "office.law.none"));
}

TEST_F(LawRoomOf, ShowsEveryValueOfASeriesAndItsSource) {
  open_series("40_untaxed_amount");
  ASSERT_TRUE(room_.page().table);
  EXPECT_EQ(room_.page().table->rows.size(), 4U);
  EXPECT_EQ(room_.page().table->rows.front().key, "2026-01-01") << "the latest first";
  press("value", typed({{"row", "2026-01-01"}}));
  EXPECT_TRUE(ui::says(room_.page(), "office.law.decree_is"));
  EXPECT_TRUE(ui::says(room_.page(), "office.law.source_is"));
  EXPECT_FALSE(ui::offers(room_.page(), "take_out")) << "it is not ours";
}

TEST_F(LawRoomOf, SavesNothingBeforeItWasLookedAt) {
  approve_march();
  type("2026-03-01", "36.000,00");
  const ui::Page page = room_.page();
  EXPECT_TRUE(ui::says(page, "office.law.not_saved_yet"));
  EXPECT_TRUE(ui::says(page, "office.law.would_change"));
  ASSERT_TRUE(page.table);
  ASSERT_EQ(page.table->rows.size(), 1U);
  const auto& cells = page.table->rows.front().cells;
  // 10 % of 1779 more stays in her hand.
  EXPECT_EQ(std::get<Money>(cells.at(2).text) - std::get<Money>(cells.at(1).text),
            dinars("177.90"));
  EXPECT_TRUE(book_.law_additions().empty());
  press("save");
  EXPECT_TRUE(ui::says(room_.page(), "office.law.saved"));
  EXPECT_EQ(untaxed_on("2026-03-01"), dinars("36000"));
  press("save");  // once more, from an older page
  EXPECT_EQ(book_.law_additions().size(), 1U);
}

TEST_F(LawRoomOf, SaysWhereThereIsNothingToCompareOrNothingChanges) {
  type("2026-03-01", "36000");
  EXPECT_TRUE(ui::says(room_.page(), "office.law.no_run"));
  EXPECT_TRUE(ui::offers(room_.page(), "save"));
  approve_march();
  type("2027-01-01", "36000");
  EXPECT_TRUE(ui::says(room_.page(), "office.law.changes_nothing"));
}

TEST_F(LawRoomOf, KeepsWhatWasTypedWhereItIsRefused) {
  type("2026-03-01", "36000", "");
  EXPECT_EQ(ui::fault_of(room_.page(), "law"), "payroll.law_entry.law_missing");
  EXPECT_EQ(ui::field(room_.page(), "value")->value, "36000");
  type("2026-03-01", "");
  EXPECT_EQ(ui::fault_of(room_.page(), "value"), "office.law.value_missing");
  EXPECT_EQ(ui::field(room_.page(), "law")->value, "a decree");
  type("2026-03-01", "much");
  EXPECT_TRUE(ui::says(room_.page(), "payroll.law_entry.does_not_hold"));
  EXPECT_EQ(ui::field(room_.page(), "value")->value, "much");
  type("first of March", "36000");
  EXPECT_EQ(ui::fault_of(room_.page(), "from"), "office.fault.day");
  EXPECT_TRUE(book_.law_additions().empty());
}

TEST_F(LawRoomOf, EndsOnADayOnlyWhereThatIsSaid) {
  type("2026-03-01", "36000");
  press("save");
  EXPECT_EQ(untaxed_on("2027-01-01"), dinars("36000")) << "the day stood there, but was not meant";
  press("entry");
  const auto ends = [](const char* to) {
    return typed({{"from", "2027-01-01"},
                  {"ends", "yes"},
                  {"to", to},
                  {"value", "37000"},
                  {"law", "a decree"}});
  };
  press("preview", ends("2026-12-31"));
  EXPECT_EQ(ui::fault_of(room_.page(), "to"), "office.law.ends_before");
  EXPECT_EQ(ui::field(room_.page(), "ends")->value, "yes");
  press("preview", ends("2027-12-31"));
  press("save");
  open_series("40_untaxed_amount");
  EXPECT_EQ(std::get<Day>(room_.page().table->rows.front().cells.at(1).text), day("2027-12-31"));
}

TEST_F(LawRoomOf, ComesBackFromThePreviewToWhatWasTyped) {
  type("2026-03-01", "36000");
  press("entry_again");
  EXPECT_EQ(ui::field(room_.page(), "value")->value, "36000");
  EXPECT_EQ(ui::field(room_.page(), "law")->value, "a decree");
  press("save");  // from the page before: nothing is looked at now
  EXPECT_TRUE(book_.law_additions().empty());
}

TEST_F(LawRoomOf, MarksAnOwnValueAlsoBeforeItsDayAndTakesItOut) {
  type("2027-01-01", "36000");
  press("save");
  press("law");
  const ui::Page page = room_.page();
  EXPECT_EQ(ui::key_of(row(page, "40_untaxed_amount")->cells.back().text), "office.law.ours_from");
  press("show_day", typed({{"day", "2027-01-01"}}));
  EXPECT_EQ(ui::key_of(row(room_.page(), "40_untaxed_amount")->cells.back().text),
            "office.law.ours");
  open_series("40_untaxed_amount");
  press("value", typed({{"row", "2027-01-01"}}));
  EXPECT_TRUE(ui::says(room_.page(), "office.law.is_ours"));
  ASSERT_TRUE(ui::offers(room_.page(), "take_out"));
  press("take_out");
  EXPECT_TRUE(ui::says(room_.page(), "office.law.taken_out"));
  EXPECT_TRUE(book_.law_additions().empty());
}

TEST_F(LawRoomOf, WritesOutWhatIsMoreThanOneFigureSoThatItIsOnlyChanged) {
  open_series("41_tax");
  press("entry");
  ASSERT_EQ(ui::field(room_.page(), "value"), nullptr);
  ASSERT_NE(ui::field(room_.page(), "entry"), nullptr);
  std::string entry = ui::field(room_.page(), "entry")->value;
  const std::size_t at = entry.find("\"10\"");
  ASSERT_NE(at, std::string::npos) << entry;
  entry.replace(at, 4, "\"11\"");
  press("preview", typed({{"from", "2026-03-01"}, {"entry", entry}, {"law", "a decree"}}));
  press("save");
  const auto law = rules_.with(book_.law_additions()).on("RS", day("2026-03-01")).value();
  EXPECT_EQ(law.tax.brackets.front().rate.percent_text(), "11");
}

TEST_F(LawRoomOf, TakesOutWhatBelongsToNoSeriesAnyMore) {
  book_.put_law_addition(
      {"RS", "49_gone", "from = 2026-03-01\namount = \"1\"\nlaw = \"a\"\n", day("2026-04-02")},
      day("2026-03-01"), clock_.now());
  const ui::Page page = room_.page();
  EXPECT_TRUE(ui::says(page, "office.law.stuck"));
  ASSERT_TRUE(page.table);
  press("take_stuck", typed({{"row", page.table->rows.front().key}}));
  EXPECT_TRUE(book_.law_additions().empty());
  EXPECT_TRUE(room_.page().table->rows.size() > 5U) << "the law is shown again";
}

TEST(LawWords, StandInEveryLanguageForEveryValueOfEveryCountry) {
  const RuleBook book = shipped_rules();
  std::set<std::string> keys;
  for (const std::string& country : pay_countries()) {
    for (const RuleSeries& series : book.all_series(country)) {
      keys.insert(name_of(series).key());
      keys.insert(name_of(law_group(series)).key());
      for (const RuleEntry& each : series.entries) {
        if (const std::string key = ui::key_of(law_value(series, each)); !key.empty())
          keys.insert(key);
      }
    }
  }
  for (const Language language : all_languages()) {
    const Words words(language, TILIA_SHARE "/locale");
    for (const std::string& key : keys) EXPECT_TRUE(words.knows(key)) << key;
  }
}

TEST_F(LawRoomOf, TakesWhatIsAgreedWhereNoLawGivesAPercent) {
  {
    db::WriteTransaction change(*file_);
    change.connection().run(
        "UPDATE organisation SET country = 'BA-FBiH', currency = 'BAM', zone = 'Europe/Sarajevo'");
    change.commit();
  }
  LawRoom room(book_, rules_, zone_, clock_);
  const ui::Page page = room.page();
  const ui::Row* night = row(page, "80_night");
  ASSERT_NE(night, nullptr);
  EXPECT_EQ(ui::key_of(night->cells.at(5).text), "office.law.as_agreed");
  static_cast<void>(room.press("series", typed({{"row", "80_night"}})));
  EXPECT_TRUE(room.page().table->rows.empty());
  static_cast<void>(room.press("entry", {}));
  static_cast<void>(room.press("preview", typed({{"from", "2026-05-01"},
                                                 {"to", "2026-12-31"},
                                                 {"value", "30,5"},
                                                 {"law", "collective agreement"}})));
  static_cast<void>(room.press("save", {}));
  const auto law = rules_.with(book_.law_additions()).on("BA-FBiH", day("2026-05-31")).value();
  ASSERT_EQ(law.supplements.size(), 1U);
  EXPECT_EQ(law.supplements.front().time, Supplement::For::night);
  EXPECT_EQ(law.supplements.front().rate.percent_text(), "30.5");
}

TEST(LawWords, WriteOutAnEntryThatTheLoaderTakesAsTheSame) {
  const RuleBook book = shipped_rules();
  const Day later = *Day::from(2031, 1, 1);
  for (const std::string& country : pay_countries()) {
    for (const RuleSeries& series : book.all_series(country)) {
      if (series.entries.empty()) continue;  // as agreed
      const RuleEntry& last = series.entries.back();
      if (is_one_figure(&last, series.kind) || series.kind == SeriesKind::birth_date) continue;
      RuleSeries again = series;
      add_entry(again, {country, series.name(),
                        "from = 2031-01-01\n" + law_entry_text(&last, series.kind) +
                            "\nlaw = \"a decree\"\n",
                        later});
      const RuleEntry* ours = again.on(later);
      ASSERT_NE(ours, nullptr);
      EXPECT_EQ(value_text(*ours, series.kind), value_text(last, series.kind)) << series.file;
    }
  }
}

}  // namespace
}  // namespace tilia::payroll
