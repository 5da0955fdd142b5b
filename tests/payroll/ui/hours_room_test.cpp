// The room Hours on a real book in memory: adding people, typing a month, and what a real book says
// instead.
#include "payroll/ui/hours_room.h"

#include "tests/core/ui/office/page_of_tests.h"
#include "tests/payroll/practice_book.h"

namespace tilia::payroll {
namespace {

using ui::typed;

class HoursRoomOf : public PracticeBook {
 protected:
  HoursRoom room_{book_, rules_, zone_, clock_, chance_, true};

  ui::Values amber() const {
    return typed({{"alias", "amber"},
                  {"picture", "🦊"},
                  {"from", "2026-03-01"},
                  {"basis", "monthly"},
                  {"gross", "85.000,00"},
                  {"weekly", "37:30"}});
  }
  void press(const std::string& action, const ui::Values& values = {}) {
    static_cast<void>(room_.press(action, values));
  }
};

TEST_F(HoursRoomOf, SaysWhatToDoFirstWhileNobodyWorksHere) {
  const ui::Page page = room_.page();
  EXPECT_TRUE(ui::says(page, "office.hours.nobody_first"));
  EXPECT_TRUE(ui::offers(page, "new_worker"));
  EXPECT_FALSE(page.table.has_value());
}

TEST_F(HoursRoomOf, AddsAWorkerWithHerFirstContract) {
  press("new_worker");
  press("add_worker", amber());
  ASSERT_EQ(book_.workers().size(), 1U);
  const auto contracts = book_.contracts(book_.workers().front().id);
  ASSERT_EQ(contracts.size(), 1U);
  EXPECT_EQ(contracts.front().gross, dinars("85000"));
  EXPECT_EQ(contracts.front().weekly_minutes, 37 * 60 + 30);
  EXPECT_TRUE(ui::says(room_.page(), "office.hours.added"));
}

TEST_F(HoursRoomOf, AsksOnceAboutAnAliasThatTellsTooMuch) {
  ui::Values values = amber();
  values.texts["alias"] = ui::telling_word();
  press("new_worker");
  press("add_worker", values);
  EXPECT_TRUE(book_.workers().empty());
  EXPECT_EQ(ui::caution_of(room_.page(), "alias"), "office.name.caution");
  press("add_worker", values);
  EXPECT_EQ(book_.workers().size(), 1U);
}

TEST_F(HoursRoomOf, AddsNobodyWhileAnythingInTheFormIsToMend) {
  const std::vector<std::tuple<std::string, std::string, std::string>> wrong{
      {"gross", "much", "office.fault.amount"},
      {"weekly", "lots", "office.fault.hours"},
      {"from", "2026-02-30", "office.fault.day"}};
  for (const auto& [key, text, fault] : wrong) {
    ui::Values values = amber();
    values.texts[key] = text;
    press("new_worker");
    press("add_worker", values);
    EXPECT_EQ(ui::fault_of(room_.page(), key), fault);
    EXPECT_EQ(ui::field(room_.page(), "alias")->value, "amber") << "what was typed is kept";
  }
  ui::Values too_long = amber();
  too_long.texts["weekly"] = "61";
  press("add_worker", too_long);
  EXPECT_NE(ui::fault_of(room_.page(), "weekly"), "");
  EXPECT_TRUE(book_.workers().empty());
}

TEST_F(HoursRoomOf, RefusesAnAliasThatIsTakenAtItsField) {
  take_on("amber", "85000");
  press("new_worker");
  press("add_worker", amber());
  EXPECT_NE(ui::fault_of(room_.page(), "alias"), "");
  EXPECT_EQ(book_.workers().size(), 1U);
}

TEST_F(HoursRoomOf, SavesOnlyTheDaysThatChanged) {
  take_on("amber", "85000");
  ASSERT_TRUE(work("amber", "2026-03-02", 480).ok());
  press("earlier");
  press("open", typed({{"row", "amber"}}));
  press("save_hours", typed({{"day.2026-03-02", "8"}, {"day.2026-03-03", "7:30"}}));
  const auto hours = book_.hours(month("2026-03"));
  ASSERT_EQ(hours.size(), 2U);
  EXPECT_EQ(hours.at(1).hours.worked_minutes, 450);
  press("save_hours", typed({{"day.2026-03-03", "7:30"}}));
  EXPECT_EQ(book_.hours(month("2026-03")).size(), 1U) << "an emptied day goes";
}

TEST_F(HoursRoomOf, NamesTheDayWhoseHoursAreNone) {
  take_on("amber", "85000");
  press("earlier");
  press("open", typed({{"row", "amber"}}));
  press("save_hours", typed({{"day.2026-03-02", "8"}, {"day.2026-03-03", "eight"}}));
  EXPECT_TRUE(ui::says(room_.page(), "office.fault.day_hours"));
  EXPECT_EQ(ui::field(room_.page(), "day.2026-03-03")->value, "eight");
  EXPECT_EQ(book_.hours(month("2026-03")).size(), 1U);
}

TEST_F(HoursRoomOf, FillsWorkingDaysByTheContractAndWritesNothingYet) {
  take_on("amber", "85000");
  press("earlier");
  press("open", typed({{"row", "amber"}}));
  press("fill", typed({{"day.2026-03-03", "6"}}));
  EXPECT_EQ(ui::field(room_.page(), "day.2026-03-02")->value, "8");
  EXPECT_EQ(ui::field(room_.page(), "day.2026-03-03")->value, "6") << "what stands there stays";
  EXPECT_EQ(ui::field(room_.page(), "day.2026-03-07")->value, "") << "a Saturday";
  EXPECT_TRUE(book_.hours(month("2026-03")).empty());
}

TEST_F(HoursRoomOf, ShowsAnApprovedMonthWithoutLettingItBeTouched) {
  take_on("amber", "104000");
  work_hours("amber", month("2026-03"), 176);
  ASSERT_TRUE(draw_up("2026-03").ok());
  ASSERT_TRUE(approve("2026-03").ok());
  press("earlier");
  press("open", typed({{"row", "amber"}}));
  const ui::Page page = room_.page();
  EXPECT_TRUE(ui::says(page, "office.hours.frozen"));
  EXPECT_FALSE(ui::offers(page, "save_hours"));
  EXPECT_FALSE(ui::field(page, "day.2026-03-02")->enabled);
}

TEST_F(HoursRoomOf, ShowsNoWageToSomebodyWhoOnlyEntersHours) {
  take_on("amber", "85000");
  HoursRoom room(book_, rules_, zone_, clock_, chance_, false);
  const ui::Page page = room.page();
  ASSERT_TRUE(page.table.has_value());
  EXPECT_EQ(page.table->columns.size(), 3U);
  EXPECT_FALSE(ui::offers(page, "new_worker"));
  static_cast<void>(room.press("new_worker", {}));
  static_cast<void>(room.press("add_worker", amber()));
  EXPECT_EQ(book_.workers().size(), 1U) << "nor does pressing what is not shown help";
}

TEST(HoursRoom, TakesNobodyAsLongAsNobodyKeepsTheirRecordsAndSaysWhy) {
  const auto file = belgrade_bakery(false);
  const db::KeyRing nobodys;
  SeededChance chance(7);
  const SetClock clock(Instant::parse("2026-04-02T09:00Z").value());
  db::ReadLog log(*file, nobodys, clock);
  db::PayBookSqlite book(*file, nobodys, log);
  const Zone zone = *Zone::named("Europe/Belgrade");
  const RuleBook rules = shipped_rules();
  HoursRoom room(book, rules, zone, clock, chance, true);
  const ui::Page page = room.page();
  EXPECT_TRUE(ui::says(page, "office.people.no_vault"));
  EXPECT_FALSE(ui::offers(page, "new_worker"));
  static_cast<void>(room.press("new_worker", {}));
  EXPECT_TRUE(ui::says(room.page(), "office.people.no_vault"));
}

TEST(HoursRoom, TakesPeopleOnInARealBookOnceTheirRecordsHaveAKeeper) {
  const auto file = belgrade_bakery(false);
  const db::KeyRing keys = db::finance_keys(*file);
  SeededChance chance(7);
  const SetClock clock(Instant::parse("2026-04-02T09:00Z").value());
  db::ReadLog log(*file, keys, clock);
  db::PayBookSqlite book(*file, keys, log);
  const Zone zone = *Zone::named("Europe/Belgrade");
  const RuleBook rules = shipped_rules();
  HoursRoom room(book, rules, zone, clock, chance, true);
  static_cast<void>(room.press("new_worker", {}));
  static_cast<void>(room.press("add_worker", typed({{"alias", "amber"},
                                                    {"picture", "🦊"},
                                                    {"from", "2026-03-01"},
                                                    {"basis", "monthly"},
                                                    {"gross", "85.000,00"},
                                                    {"weekly", "40"}})));
  EXPECT_EQ(book.workers().size(), 1U);
}

TEST_F(HoursRoomOf, KeepsWhoSheIsForPayPapersAndAsksNoBirthDateWhereNoLawDoes) {
  take_on("amber", "85000");
  press("open", typed({{"row", "amber"}}));
  press("identity");
  EXPECT_EQ(ui::field(room_.page(), "born"), nullptr);
  press("save_identity", typed({{"legal_name", "Invented Name"},
                                {"id_number", "0101990710006"},
                                {"iban", "RS35 2600 0560 1001 6113 78"}}));
  EXPECT_EQ(ui::fault_of(room_.page(), "iban"), "payroll.identity_refusal.bad_iban");
  EXPECT_EQ(ui::field(room_.page(), "legal_name")->value, "Invented Name") << "typing is kept";
  press("save_identity", typed({{"legal_name", "Invented Name"},
                                {"id_number", "0101990710006"},
                                {"iban", "rs35 2600 0560 1001 6113 79"}}));
  EXPECT_TRUE(ui::says(room_.page(), "office.identity.saved"));
  EXPECT_EQ(book_.identity(book_.workers().front().id),
            (Identity{"Invented Name", "0101990710006", "RS35260005601001611379", {}}));
}

}  // namespace
}  // namespace tilia::payroll
