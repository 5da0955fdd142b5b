// Hours worked and what is asked, on a real book in memory.
#include "payroll/ui/worked_room.h"

#include <tuple>

#include "db/approval_book_sqlite.h"
#include "db/hours_book_sqlite.h"
#include "db/leave_asks_sqlite.h"
#include "tests/core/ui/office/page_of_tests.h"
#include "tests/payroll/shifts/roster_at_work.h"

namespace tilia::payroll {
namespace {

using ui::typed;

class WorkedRoomOf : public RosterAtWork {
 protected:
  WorkedRoomOf() {
    room_.show_week(day("2026-03-23"));
    EXPECT_TRUE(keep_.put({shift("amber", "2026-03-23", "08:00", "12:00"),
                           shift("birch", "2026-03-23", "08:00", "12:00")}));
  }

  void press(const std::string& action, const ui::Values& values = {}) {
    static_cast<void>(room_.press(action, values));
  }
  void punch(const std::string& alias, Punch::Kind kind, std::string_view at) {
    hours_.put_punch(id_of(alias), {alias, kind, instant(at)}, std::nullopt, instant(at));
  }
  void work(const std::string& alias) {
    punch(alias, Punch::Kind::in, "2026-03-23T08:00+01:00");
    punch(alias, Punch::Kind::out, "2026-03-23T12:30+01:00");
  }
  int paid_minutes(const std::string& alias) {
    for (const WorkerDay& each : book_.hours(month("2026-03")))
      if (each.worker == id_of(alias)) return each.hours.worked_minutes;
    return 0;
  }
  const ui::Row& row(const ui::Page& page, const std::string& alias) {
    for (const ui::Row& each : page.table->rows)
      if (each.key.starts_with(alias + "/")) return each;
    ADD_FAILURE() << alias << " has no row";
    return page.table->rows.front();
  }

  db::HoursBookSqlite hours_{*file_, manager_keys_};
  db::ApprovalBookSqlite approvals_{*file_, manager_keys_};
  db::LeaveAsksSqlite asks_{*file_, manager_keys_};
  LeaveLaws leave_{std::filesystem::path(TILIA_SOURCE) / "payroll" / "leave"};
  ApproveHours::Doors doors_{roster_, approvals_, law_, holidays_, zone_, clock_};
  WorkedRoom room_{{.hours = doors_,
                    .leave = {doors_, asks_, leave_},
                    .book = hours_,
                    .by = LoginId::mint(chance_)}};
};

TEST_F(WorkedRoomOf, ApprovesWhoseWeekIsWholeAndSaysWhyTheOthersStayOpen) {
  work("amber");
  punch("birch", Punch::Kind::in, "2026-03-23T08:00+01:00");
  const ui::Page before = room_.page();
  EXPECT_TRUE(ui::says(before, "payroll.worked.no_out"));
  EXPECT_EQ(row(before, "birch").key, before.table->rows.front().key) << "what is to mend is first";
  press("approve");
  const ui::Page after = room_.page();
  EXPECT_TRUE(ui::says(after, "office.worked.was_approved"));
  EXPECT_EQ(ui::key_of(row(after, "amber").cells.back().text), "office.worked.approved");
  EXPECT_EQ(ui::key_of(row(after, "birch").cells.back().text), "office.worked.to_mend");
  EXPECT_EQ(paid_minutes("amber"), 270);
  EXPECT_EQ(paid_minutes("birch"), 0);
}

TEST_F(WorkedRoomOf, CountsWhatTheManagerTypesInPlaceOfTheTaps) {
  punch("birch", Punch::Kind::in, "2026-03-23T08:00+01:00");
  static_cast<void>(room_.page());
  press("open_day", typed({{"row", "birch/2026-03-23"}}));
  press("keep_day", typed({{"hours", "four"}, {"learning", "no"}}));
  EXPECT_EQ(ui::fault_of(room_.page(), "hours"), "office.fault.hours");
  press("keep_day", typed({{"hours", "3:30"}, {"learning", "no"}}));
  EXPECT_TRUE(row(room_.page(), "birch").cells.at(3).needs_look)
      << "half an hour less than planned";
  press("open_day", typed({{"row", "birch/2026-03-23"}}));
  press("keep_day", typed({{"hours", "4"}, {"learning", "no"}}));
  const ui::Page page = room_.page();
  EXPECT_FALSE(ui::says(page, "payroll.worked.no_out"));
  EXPECT_EQ(ui::key_of(row(page, "birch").cells.back().text), "office.worked.typed");
  press("approve");
  EXPECT_EQ(paid_minutes("birch"), 240);
  EXPECT_EQ(hours_.latest_punches(id_of("birch"), 9).size(), 1U) << "the tap stays as it was";
}

// Nobody can put a break into a day that is over: the page says what was, not what to plan.
TEST_F(WorkedRoomOf, SaysOfWorkedHoursWhatWasSo) {
  punch("birch", Punch::Kind::in, "2026-03-23T06:00+01:00");
  punch("birch", Punch::Kind::out, "2026-03-23T15:00+01:00");
  const ui::Page page = room_.page();
  const auto said_of = [&](const char* set) {
    return std::any_of(page.remarks.begin(), page.remarks.end(), [&](const ui::Remark& each) {
      return ui::key_of(each.sentence).starts_with(set);
    });
  };
  EXPECT_TRUE(said_of("payroll.worked_finding.break"));
  EXPECT_FALSE(said_of("payroll.finding."));
}

TEST_F(WorkedRoomOf, CorrectsAnApprovedDayByAnEntryOfItsOwn) {
  work("amber");
  static_cast<void>(room_.page());
  press("approve");
  static_cast<void>(room_.page());
  press("open_day", typed({{"row", "amber/2026-03-23"}}));
  press("correct_day", typed({{"way", "less"}, {"hours", "0:30"}, {"learning", "no"}}));
  EXPECT_EQ(paid_minutes("amber"), 240);
  EXPECT_EQ(approvals_.approved(day("2026-03-23"), day("2026-03-23")).size(), 2U);
}

TEST_F(WorkedRoomOf, ShowsTimeAwayAndLearningBesideWhatCounts) {
  HoursRecord record;
  record.absences = {{day("2026-03-23"), day("2026-03-23"), AbsenceKind::paid}};
  roster_.put_record(id_of("birch"), record, {});
  PlannedShift learning = shift("cedar", "2026-03-23", "08:00", "12:00");
  learning.kind = TimeKind::learning;
  ASSERT_TRUE(keep_.put({learning}));
  work("cedar");
  const auto kinds = [&](const std::string& alias) {
    const ui::Row shown = row(room_.page(), alias);
    return std::get<Phrase>(shown.cells.at(4).text);
  };
  EXPECT_EQ(kinds("birch"), Phrase("office.worked.away.paid").with("hours", "4:00"));
  EXPECT_EQ(kinds("cedar"), Phrase("office.worked.of_it_learning").with("hours", "4:30"));
  work("birch");
  EXPECT_EQ(kinds("birch"), Phrase("office.worked.away.paid").with("hours", "0:00"));
  press("open_day", typed({{"row", "birch/2026-03-23"}}));
  press("keep_day", typed({{"hours", "1:00"}, {"learning", "no"}}));
  EXPECT_EQ(kinds("birch"), Phrase("office.worked.away.paid").with("hours", "3:00"));
  EXPECT_FALSE(row(room_.page(), "birch").cells.at(3).needs_look) << "as planned, hour by hour";
  press("approve");
  EXPECT_EQ(kinds("birch"), Phrase("office.worked.away.paid").with("hours", "3:00"));
}

TEST_F(WorkedRoomOf, AnswersWhatIsAsked) {
  clock_.set(instant("2026-03-23T11:00+01:00"));
  punch("amber", Punch::Kind::in, "2026-03-23T08:00+01:00");
  const auto ask_id = [&] { return HoursAskId::mint(chance_); };
  const Worker amber{id_of("amber"), "amber", "🦊", {}};
  ASSERT_TRUE(ask_for_punch(hours_, ask_id(), amber,
                            {Punch::Kind::out, instant("2026-03-23T10:30+01:00")}, clock_));
  ASSERT_TRUE(ask_for_leave(hours_, ask_id(), amber.id, {day("2026-03-26"), day("2026-03-27")},
                            zone_, clock_));
  EXPECT_EQ(room_.asked(), 2);
  room_.show_asks();
  ui::Page page = room_.page();
  ASSERT_EQ(page.table->rows.size(), 2U);
  press("open_ask", typed({{"row", page.table->rows[0].key}}));
  press("agree");
  EXPECT_EQ(hours_.latest_punches(amber.id, 9).size(), 2U);
  page = room_.page();
  ASSERT_EQ(page.table->rows.size(), 1U);
  press("open_ask", typed({{"row", page.table->rows[0].key}}));
  EXPECT_EQ(room_.page().figures.size(), 3U) << "what is left of her days";
  press("agree", typed({{"kind", "unpaid"}}));
  EXPECT_EQ(roster_.record(amber.id).absences,
            (std::vector<Absence>{{day("2026-03-26"), day("2026-03-27"), AbsenceKind::unpaid}}));
  EXPECT_EQ(room_.asked(), 0);
}

TEST_F(WorkedRoomOf, TakesAWrongTapAwayThatSheAsksFor) {
  using Kind = Punch::Kind;
  clock_.set(instant("2026-03-23T18:00+01:00"));
  punch("amber", Kind::in, "2026-03-23T08:00+01:00");
  punch("amber", Kind::break_start, "2026-03-23T10:00+01:00");
  punch("amber", Kind::break_end, "2026-03-23T10:20+01:00");
  punch("amber", Kind::out, "2026-03-23T12:30+01:00");
  punch("amber", Kind::in, "2026-03-23T13:30+01:00");
  EXPECT_TRUE(ui::says(room_.page(), "payroll.worked.no_out"));
  const Worker amber{id_of("amber"), "amber", "🦊", {}};
  const auto asks = [&](Kind kind, const char* at) {
    const auto id = HoursAskId::mint(chance_);
    EXPECT_TRUE(ask_for_punch(hours_, id, amber, {kind, instant(at), true}, clock_).ok());
    return id;
  };
  // Each says which tap it was.
  for (const auto& [kind, at, key] :
       {std::tuple(Kind::break_start, "2026-03-23T10:00+01:00", "office.worked.asks_away.break"),
        std::tuple(Kind::break_end, "2026-03-23T10:20+01:00", "office.worked.asks_away.back"),
        std::tuple(Kind::out, "2026-03-23T12:30+01:00", "office.worked.asks_away.out"),
        std::tuple(Kind::in, "2026-03-23T13:30+01:00", "office.worked.asks_away.in")}) {
    const auto id = asks(kind, at);
    room_.show_asks();
    const ui::Page page = room_.page();
    ASSERT_EQ(page.table->rows.size(), 1U);
    EXPECT_EQ(ui::key_of(page.table->rows[0].cells.back().text), key);
    for (const Language language : all_languages())
      EXPECT_TRUE(Words(language, TILIA_SHARE "/locale").knows(key)) << key;
    press("open_ask", typed({{"row", id.text()}}));
    press(kind == Kind::in ? "agree" : "decline");
  }
  press("back");
  EXPECT_FALSE(ui::says(room_.page(), "payroll.worked.no_out"));
  clock_.set(instant("2026-03-30T08:00+02:00"));
  static_cast<void>(room_.page());
  press("approve");
  EXPECT_EQ(paid_minutes("amber"), 250);
  EXPECT_EQ(file_->reader().number("SELECT count(*) FROM punch"), 5) << "the original is kept";
}

TEST_F(WorkedRoomOf, SaysOfEachBadTapHowItIsMendedAndLosesNone) {
  using Kind = Punch::Kind;
  struct Bad {
    std::vector<std::pair<Kind, const char*>> taps;
    const char* sentence;
    const char* day = "2026-03-23";
  };
  const std::vector<Bad> all{
      {{{Kind::out, "2026-03-23T07:00+01:00"},
        {Kind::in, "2026-03-23T08:00+01:00"},
        {Kind::out, "2026-03-23T12:00+01:00"}},
       "payroll.worked.out_without_in"},
      {{{Kind::in, "2026-03-23T08:00+01:00"},
        {Kind::in, "2026-03-23T08:05+01:00"},
        {Kind::out, "2026-03-23T12:00+01:00"}},
       "payroll.worked.two_ins"},
      {{{Kind::in, "2026-03-23T08:00+01:00"}, {Kind::out, "2026-03-24T14:00+01:00"}},
       "payroll.worked.too_long"},
      // The night in which an hour is missing.
      {{{Kind::break_end, "2026-03-29T01:59+01:00"}, {Kind::in, "2026-03-29T03:00+02:00"}},
       "payroll.worked.back_without_break",
       "2026-03-29"}};
  for (const Bad& bad : all) {
    SCOPED_TRACE(bad.sentence);
    {
      db::WriteTransaction change(*file_);
      change.connection().run("DELETE FROM punch");
      change.commit();
    }
    for (const auto& [kind, at] : bad.taps) punch("birch", kind, at);
    room_.show_week(day("2026-03-23"));
    EXPECT_TRUE(ui::says(room_.page(), bad.sentence));
    for (const Language language : all_languages())
      EXPECT_TRUE(Words(language, TILIA_SHARE "/locale").knows(bad.sentence));
    press("approve");
    EXPECT_EQ(paid_minutes("birch"), 0) << "nothing is guessed";
    press("open_day", typed({{"row", std::string("birch/") + bad.day}}));
    press("keep_day", typed({{"hours", "4"}, {"learning", "no"}}));
    EXPECT_FALSE(ui::says(room_.page(), bad.sentence)) << "once somebody said how long it was";
    EXPECT_EQ(hours_.latest_punches(id_of("birch"), 9).size(), bad.taps.size());
  }
}

TEST_F(WorkedRoomOf, LeavesAShiftOpenThatSheMayGiveAway) {
  clock_.set(instant("2026-03-20T11:00+01:00"));
  keep_.publish("T1", day("2026-03-23"));
  const auto planned = roster_.planned(day("2026-03-23"), day("2026-03-23"));
  const PlannedShift& hers =
      planned.front().worker == id_of("amber") ? planned.front() : planned.back();
  ASSERT_TRUE(
      ask_for_swap(hours_, HoursAskId::mint(chance_), id_of("amber"), hers.id, zone_, clock_));
  room_.show_asks();
  press("open_ask", typed({{"row", room_.page().table->rows[0].key}}));
  press("agree");
  EXPECT_TRUE(ui::says(room_.page(), "office.worked.agreed_swap")) << "it is to be published again";
  EXPECT_EQ(roster_.published("T1", day("2026-03-23")), RosterBook::Published::changed_since);
  for (const PlannedShift& each : roster_.planned(day("2026-03-23"), day("2026-03-23")))
    EXPECT_EQ(each.worker.has_value(), each.id != hers.id);
}

}  // namespace
}  // namespace tilia::payroll
