// The room Who works when, on a real book in memory: what a drag shows and does, what stops a
// shift, and whom the page of limits shows to.
#include "payroll/ui/roster_room.h"

#include "tests/core/ui/office/page_of_tests.h"
#include "tests/payroll/shifts/roster_at_work.h"

namespace tilia::payroll {
namespace {

using ui::typed;

class OneSecret final : public RosterDoors {
 public:
  std::vector<ui::Choice> logins() override { return {{login.text(), std::string("🦊 Fox")}}; }
  bool is_secret_of(const LoginId& whose, const Secret<std::string>& secret) override {
    return whose == login && secret.reveal() == "111111";
  }
  std::string slips_paper(const std::vector<WeekOfShifts>& weeks) override {
    printed = weeks;
    return "/papers/shifts.pdf";
  }
  std::vector<WeekOfShifts> printed;
  SeededChance chance{3};
  LoginId login = LoginId::mint(chance);
};

class RosterRoomOf : public RosterAtWork {
 protected:
  RosterRoomOf() { press("later"); }

  void press(const std::string& action, const ui::Values& values = {}) {
    static_cast<void>(room_.press(action, values));
  }
  ui::Values place(const std::string& row, const std::string& line, int column, int minute) {
    return typed({{"row", row},
                  {"line", line},
                  {"column", std::to_string(column)},
                  {"minute", std::to_string(minute)}});
  }
  std::vector<PlannedShift> week() { return roster_.planned(day("2026-04-06"), day("2026-04-12")); }

  OneSecret doors_;
  RosterRoom room_{at_, doors_};
  const std::vector<ClockSpan> lunch_{{600, 630}};
};

TEST_F(RosterRoomOf, ShowsALineForEachPersonAndOneForOpenShifts) {
  ASSERT_TRUE(keep_.put({shift("amber", "2026-04-06", "06:00", "14:00", lunch_),
                         shift("", "2026-04-11", "08:00", "13:00")}));
  roster_.put_needs("T1", {{"counter", 0, {7 * 60, 9 * 60}, 2}}, clock_.now());
  const ui::Page page = room_.page();
  ASSERT_TRUE(page.board);
  ASSERT_EQ(page.board->lines.size(), 4U);
  EXPECT_EQ(page.board->lines.back().key, "open");
  ASSERT_EQ(page.board->bars.size(), 2U);
  EXPECT_EQ(page.board->bars[0].line, "amber");
  EXPECT_EQ(page.board->bars[1].kind, ui::Board::Bar::Kind::open);
  const ui::Board::Column& monday = page.board->columns.front();
  EXPECT_EQ(monday.there.at(1), 1);  // 07:00
  EXPECT_EQ(monday.wanted.at(1), 2);
  EXPECT_EQ(monday.wanted.at(3), 0);
}

// Orthodox Easter of 2026: Friday 10 to Monday 13 April.
TEST_F(RosterRoomOf, SaysInTheHeadOfADayWhichHolidayItIs) {
  const auto shown = room_.page().board->columns;
  EXPECT_EQ(ui::key_of(shown[3].note), "");
  EXPECT_FALSE(shown[3].set_apart);
  EXPECT_EQ(std::get<std::string>(shown[4].note),
            holidays_.find("RS")->on(day("2026-04-10")).value());
  EXPECT_TRUE(shown[4].set_apart);
  press("later");
  EXPECT_TRUE(room_.page().board->columns[0].set_apart) << "Easter Monday";
}

TEST_F(RosterRoomOf, MovesAShiftWithItsBreaksToAnotherPersonDayAndTime) {
  const PlannedShift one = shift("amber", "2026-04-06", "06:00", "14:00", lunch_);
  ASSERT_TRUE(keep_.put({one}));
  static_cast<void>(room_.page());
  press("move_shift", place(one.id.text(), "birch", 2, 7 * 60));
  ASSERT_EQ(week().size(), 1U);
  EXPECT_EQ(week().front().worker, id_of("birch"));
  EXPECT_EQ(week().front().day, day("2026-04-08"));
  EXPECT_EQ(week().front().time, (ClockSpan{420, 900}));
  EXPECT_EQ(week().front().breaks, (std::vector<ClockSpan>{{660, 690}}));
}

TEST_F(RosterRoomOf, SaysWhileAShiftIsDrawnWhatTheMoveWouldBreak) {
  const PlannedShift late = shift("amber", "2026-04-06", "12:00", "20:00", {{900, 930}});
  const PlannedShift next = shift("amber", "2026-04-07", "12:00", "18:00");
  ASSERT_TRUE(keep_.put({late, next}));
  const ui::Page page = room_.page();
  ASSERT_TRUE(page.board);
  const auto good = page.board->look({next.id.text(), "amber", 1, 8 * 60});
  ASSERT_TRUE(good);
  EXPECT_EQ(ui::key_of(good->sentence), "office.roster.nothing_against");
  const auto bad = page.board->look({next.id.text(), "amber", 1, 7 * 60});
  ASSERT_TRUE(bad);
  EXPECT_EQ(ui::key_of(bad->sentence), "payroll.finding.daily_rest");
  EXPECT_EQ(week().back(), next) << "looking changes nothing";
}

TEST_F(RosterRoomOf, LeavesAShiftWhereItWasAndOpensItWhereARuleForbidsTheMove) {
  const PlannedShift late = shift("amber", "2026-04-06", "12:00", "20:00", {{900, 930}});
  const PlannedShift next = shift("amber", "2026-04-07", "12:00", "18:00");
  ASSERT_TRUE(keep_.put({late, next}));
  static_cast<void>(room_.page());
  press("move_shift", place(next.id.text(), "amber", 1, 6 * 60));
  EXPECT_EQ(week().back(), next);
  const ui::Page page = room_.page();
  EXPECT_TRUE(ui::says(page, "payroll.finding.daily_rest"));
  EXPECT_EQ(ui::field(page, "from")->value, "06:00");
  EXPECT_FALSE(ui::offers(page, "pass_shift")) << "she has no login to say yes with";
}

TEST_F(RosterRoomOf, PassesARuleOnlyWithHerOwnSecret) {
  roster_.put_login(id_of("amber"), doors_.login);
  const PlannedShift late = shift("amber", "2026-04-06", "12:00", "20:00", {{900, 930}});
  const PlannedShift next = shift("amber", "2026-04-07", "12:00", "18:00");
  ASSERT_TRUE(keep_.put({late, next}));
  static_cast<void>(room_.page());
  press("move_shift", place(next.id.text(), "amber", 1, 6 * 60));
  const auto form = [] {
    return typed({{"worker", "amber"},
                  {"day", "2026-04-07"},
                  {"from", "06:00"},
                  {"to", "12:00"},
                  {"station", "counter"},
                  {"learning", "no"}});
  };
  EXPECT_TRUE(ui::offers(room_.page(), "pass_shift"));
  press("pass_shift", ui::with_secret(form(), "her_secret", "999999"));
  EXPECT_TRUE(ui::says(room_.page(), "office.roster.fault.secret"));
  EXPECT_EQ(week().back(), next);
  press("pass_shift", ui::with_secret(form(), "her_secret", "111111"));
  EXPECT_EQ(week().back().time, (ClockSpan{360, 720}));
}

TEST_F(RosterRoomOf, AddsAShiftUnderTheFingerAndKeepsWhatWasTypedUntilItIsRight) {
  static_cast<void>(room_.page());
  press("new_shift", place("", "cedar", 3, 12 * 60));
  EXPECT_EQ(ui::field(room_.page(), "from")->value, "08:00");
  EXPECT_EQ(ui::field(room_.page(), "worker")->value, "cedar");
  auto form = typed({{"worker", "cedar"},
                     {"day", "2026-04-09"},
                     {"from", "8 o'clock"},
                     {"to", "16:00"},
                     {"breaks", "12:00-12:30"},
                     {"station", ""},
                     {"learning", "yes"}});
  press("save_shift", form);
  EXPECT_EQ(ui::fault_of(room_.page(), "from"), "office.roster.fault.time");
  EXPECT_EQ(ui::field(room_.page(), "from")->value, "8 o'clock");
  form.texts["from"] = "08:00";
  press("save_shift", form);
  ASSERT_EQ(week().size(), 1U);
  EXPECT_EQ(week().front().kind, TimeKind::learning);
  EXPECT_EQ(week().front().breaks, (std::vector<ClockSpan>{{720, 750}}));
  EXPECT_TRUE(room_.page().board);
}

TEST_F(RosterRoomOf, ShowsHerPageToHerAlone) {
  roster_.put_login(id_of("amber"), doors_.login);
  PersonalLimits limits;
  limits.not_after_minute = 18 * 60;
  ASSERT_TRUE(keep_.say_limits("amber", limits, doors_.login));
  static_cast<void>(room_.page());
  press("people");
  press("open_person", typed({{"row", "amber"}}));
  EXPECT_EQ(ui::field(room_.page(), "not_after")->value, "");
  press("open_limits", ui::with_secret({}, "her_secret", "222222"));
  EXPECT_EQ(ui::field(room_.page(), "not_after")->value, "");
  press("open_limits", ui::with_secret({}, "her_secret", "111111"));
  EXPECT_EQ(ui::field(room_.page(), "not_after")->value, "18:00");
  press("save_limits", typed({{"not_after", "20:00"}, {"no_night", "no"}}));
  EXPECT_EQ(roster_.record(id_of("amber")).limits.not_after_minute, 20 * 60);
}

TEST_F(RosterRoomOf, ShowsNothingToALoginThatWasGivenHerNameLater) {
  PersonalLimits limits;
  limits.not_after_minute = 18 * 60;
  ASSERT_TRUE(keep_.say_limits("amber", limits, hers_));
  roster_.put_login(id_of("amber"), doors_.login);
  static_cast<void>(room_.page());
  press("people");
  press("open_person", typed({{"row", "amber"}}));
  press("open_limits", ui::with_secret({}, "her_secret", "111111"));
  EXPECT_TRUE(ui::says(room_.page(), "office.roster.fault.other_login"));
  EXPECT_EQ(ui::field(room_.page(), "not_after")->value, "");
  press("save_limits", typed({{"not_after", "20:00"}}));
  EXPECT_EQ(roster_.record(id_of("amber")).limits.not_after_minute, 18 * 60);
}

// The week of 6 April 2026: her nursery is closed on its Wednesday and Thursday.
TEST_F(RosterRoomOf, TakesACalendarOfDaysAndShowsOnTheBoardOnlyThatSheIsNotFree) {
  roster_.put_login(id_of("amber"), doors_.login);
  static_cast<void>(room_.page());
  press("people");
  press("open_person", typed({{"row", "amber"}}));
  press("open_limits", ui::with_secret({}, "her_secret", "111111"));
  press("add_dated", typed({{"dated_from", "2026-04-09"}, {"dated_to", "2026-04-08"}}));
  EXPECT_EQ(ui::fault_of(room_.page(), "dated_to"), "office.fault.day");
  press("add_dated", typed({{"dated_from", "2026-04-08"}, {"dated_to", "2026-04-09"}}));
  EXPECT_EQ(ui::field(room_.page(), "dated_from")->value, "");
  auto other = typed({{"dated_from", "2026-04-10"}, {"dated_to", "2026-04-10"}});
  other.texts["dated.4"] = "10-12";
  press("save_limits", other);
  EXPECT_EQ(ui::fault_of(room_.page(), "dated.4"), "office.roster.fault.windows");
  other.texts["dated.4"] = "10:00-12:00";
  press("save_limits", other);
  const PersonalLimits said = roster_.record(id_of("amber")).limits;
  ASSERT_EQ(said.calendar.size(), 2U) << "what stood in the fields was saved with the rest";
  EXPECT_EQ(said.calendar.back().free.at(4), (std::vector<DayWindow>{{600, 720}}));
  press("back");
  const auto board = room_.page().board;
  ASSERT_TRUE(board);
  EXPECT_EQ(board->lines.front().away, (std::vector<int>{2, 3}));
}

TEST_F(RosterRoomOf, TakesADateUpAgainToChangeItAndShowsItToHerAlone) {
  roster_.put_login(id_of("amber"), doors_.login);
  PersonalLimits limits;
  limits.calendar = {{.from = day("2026-04-08"), .to = day("2026-04-09")}};
  limits.not_free = {day("2026-04-20")};
  ASSERT_TRUE(keep_.say_limits("amber", limits, doors_.login));
  static_cast<void>(room_.page());
  press("people");
  press("open_person", typed({{"row", "amber"}}));
  EXPECT_FALSE(room_.page().table);
  press("open_limits", ui::with_secret({}, "her_secret", "111111"));
  ASSERT_TRUE(room_.page().table);
  press("change_dated", typed({{"row", "0"}, {"no_night", "yes"}}));
  EXPECT_FALSE(room_.page().table);
  EXPECT_EQ(ui::field(room_.page(), "dated_to")->value, "2026-04-09");
  EXPECT_EQ(ui::field(room_.page(), "dated.0")->value, "-");
  EXPECT_EQ(ui::field(room_.page(), "no_night")->value, "yes") << "what she typed stays";
  press("save_limits", typed({}));
  const PersonalLimits now = roster_.record(id_of("amber")).limits;
  EXPECT_TRUE(now.calendar.empty());
  EXPECT_EQ(now.not_free, limits.not_free);
}

TEST_F(RosterRoomOf, OpensThePageOfSomebodyWhoWasTakenOnAMomentAgo) {
  static_cast<void>(room_.page());
  press("people");
  take_on("dune", "85000");
  press("open_person", typed({{"row", "dune"}}));
  EXPECT_EQ(ui::field(room_.page(), "not_after")->value, "");
  press("back");
  press("open_person", typed({{"row", "nobody"}}));
  EXPECT_TRUE(room_.page().table) << "who is not there has no page";
}

TEST_F(RosterRoomOf, AddsWhatSomebodyElseWritesToHerPageAndTakesNothingAway) {
  PersonalLimits limits;
  limits.not_after_minute = 18 * 60;
  ASSERT_TRUE(keep_.say_limits("amber", limits, hers_));
  static_cast<void>(room_.page());
  press("people");
  press("open_person", typed({{"row", "amber"}}));
  press("save_limits", typed({{"not_after", "20:00"}, {"no_night", "yes"}}));
  const PersonalLimits now = roster_.record(id_of("amber")).limits;
  EXPECT_EQ(now.not_after_minute, 18 * 60);
  EXPECT_TRUE(now.no_night);
}

TEST_F(RosterRoomOf, PrintsEverybodysOwnShiftsAndOfADayAwayOnlyThatSheIsNotHere) {
  EXPECT_EQ(room_.press("slips", {}).step, ui::Next::Step::show_page);
  EXPECT_TRUE(ui::says(room_.page(), "office.roster.no_slips"));
  HoursRecord record;
  record.absences = {{day("2026-04-08"), day("2026-04-08"), AbsenceKind::unpaid}};
  roster_.put_record(id_of("amber"), record, {});
  ASSERT_TRUE(keep_.put({shift("amber", "2026-04-06", "06:00", "14:00", lunch_),
                         shift("birch", "2026-04-07", "22:00", "04:00")}));
  static_cast<void>(room_.page());
  EXPECT_EQ(room_.press("slips", {}).step, ui::Next::Step::show_paper);
  ASSERT_EQ(doors_.printed.size(), 2U);
  EXPECT_EQ(doors_.printed[0].alias, "amber");
  EXPECT_EQ(doors_.printed[0].shifts.size(), 1U);
  EXPECT_EQ(doors_.printed[0].not_here, std::vector{day("2026-04-08")});
  EXPECT_TRUE(doors_.printed[1].not_here.empty());
}

TEST_F(RosterRoomOf, KeepsNeedsStationsAndWeeksToUseAgain) {
  static_cast<void>(room_.page());
  press("needs");
  press("add_need", typed({{"days", "working"},
                           {"station", "counter"},
                           {"from", "07:00"},
                           {"to", "14:00"},
                           {"count", "2"}}));
  EXPECT_EQ(roster_.needs("T1").size(), 5U);
  press("remove_need", typed({{"row", "0"}}));
  EXPECT_EQ(roster_.needs("T1").size(), 4U);
  press("add_need", typed({{"days", "0"}, {"from", "14:00"}, {"to", "07:00"}, {"count", "none"}}));
  EXPECT_EQ(ui::fault_of(room_.page(), "from"), "office.roster.fault.time");
  EXPECT_EQ(ui::fault_of(room_.page(), "count"), "office.roster.fault.people");
  press("stations");
  press("add_station", typed({{"code", "back-room"}, {"picture", "📦"}}));
  press("add_station", typed({{"code", "back-room"}, {"picture", "📦"}}));
  EXPECT_EQ(ui::fault_of(room_.page(), "code"), "office.roster.fault.code");
  EXPECT_EQ(roster_.stations().size(), 3U);
  press("close_station", typed({{"row", "oven"}}));
  EXPECT_TRUE(roster_.stations()[1].closed);
}

}  // namespace
}  // namespace tilia::payroll
