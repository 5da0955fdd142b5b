// The power goes at a random operation while an office plans, publishes and approves and a till
// takes punches, on the real book. Afterwards every answered step is there whole, at most one that
// nobody answered is, and an approved week is approved with its hours, what payroll reads and the
// time away that lies sealed, or not at all.
#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>

#include "core/zone.h"
#include "db/approval_book_sqlite.h"
#include "db/book_fault.h"
#include "db/hours_book_sqlite.h"
#include "db/journal.h"
#include "db/new_book.h"
#include "db/pay_book_sqlite.h"
#include "db/roster_book_sqlite.h"
#include "payroll/employ.h"
#include "tests/core/seed.h"
#include "tests/db/durability/cut_stories.h"
#include "tests/db/durability/power_cut_vfs.h"
#include "tests/db/fresh_folder.h"
#include "tests/db/keys_of_tests.h"
#include "tests/db/small_bakery.h"

namespace tilia::db {
namespace {

using payroll::AbsenceKind;
using payroll::ApprovedWeek;
using payroll::PlannedShift;
using payroll::Punch;

const Instant morning = *Instant::parse("2026-03-02T05:00Z");
const Day first_monday = *Day::from(2026, 3, 2);
const std::string shop = "T1";
constexpr int weeks = 3;
constexpr int days_a_week = 7;

struct Answered {
  std::vector<PlannedShift> shifts = {};
  std::vector<Day> published = {};
  std::vector<Punch> punches = {};
  std::vector<ApprovedWeek> approved = {};
  bool all = false;
};

class Office {
 public:
  Office(DiskModel model, std::uint64_t seed)
      : chance_(seed), disk_(model, chance_), vfs_("roster-power-cut", disk_) {
    options_ = {.station = "office",
                .vfs = vfs_.name(),
                .lock_beside = folder_.file("shop"),
                .network_file_system = [](const std::filesystem::path&) { return ""; },
                .idle_log_bytes = 0};
    SeededChance ids(5);
    const SetClock clock(morning);
    const auto book = create_book("shop", options_, small_bakery(), morning, ids);
    keys_ = finance_keys(*book);
    ReadLog log(*book, keys_, clock);
    PayBookSqlite people(*book, keys_, log);
    her_ = payroll::add_worker(people, "amber", "🦊", ids, clock).value().id;
    CHECK(payroll::add_worker(people, "birch", "🐢", ids, clock).ok());
  }

  PowerCutDisk& disk() { return disk_; }

  // The same seed does the same.
  Answered work(std::uint64_t story_seed) {
    Answered answered;
    try {
      const auto file = BookFile::open("shop", options_);
      SeededChance story(story_seed);
      for (int week = 0; week < weeks; ++week)
        tell(*file, first_monday.plus_days(days_a_week * week), story, answered);
      answered.all = true;
    } catch (const BookFault& fault) {
      EXPECT_TRUE(disk_.is_cut()) << "failed while there was power: " << fault.what();
    }
    return answered;
  }

  void look(const Answered& answered) {
    disk_.power_returns();
    const auto file = BookFile::open("shop", options_);
    expect_sound(*file);
    expect_plan(*file, answered);
    expect_punches(*file, answered);
    expect_approvals(*file, answered);
    // Work goes on.
    SeededChance chance(3);
    RosterBookSqlite roster(*file, keys_);
    const PlannedShift one = shift(first_monday.plus_days(100), chance);
    roster.put_shifts({one}, {}, morning);
    ASSERT_EQ(roster.planned(one.day, one.day), std::vector{one});
  }

 private:
  PlannedShift shift(const Day& day, Chance& story) {
    const int from = 6 * 60 + static_cast<int>(story.below(6)) * 30;
    return {.id = payroll::PlannedShiftId::mint(story),
            .worker = her_,
            .day = day,
            .time = {from, from + 240},
            .breaks = {{from + 60, from + 75}},
            .shop = shop,
            .station = ""};
  }

  void tell(BookFile& file, const Day& monday, Chance& story, Answered& answered) {
    RosterBookSqlite roster(file, keys_);
    HoursBookSqlite hours(file, keys_);
    ApprovalBookSqlite approvals(file, keys_);
    std::vector<PlannedShift> planned;
    for (int day = 0; day < 5; ++day) {
      planned.push_back(shift(monday.plus_days(day), story));
      roster.put_shifts({planned.back()}, {}, morning);
      answered.shifts.push_back(planned.back());
      if (story.below(8) == 0) file.checkpoint();
      if (story.below(8) == 0) file.tend_log();
    }
    roster.publish(shop, monday, morning);
    answered.published.push_back(monday);
    ApprovedWeek week{her_, monday, {}, payroll::LoginId::from_bytes(her_.bytes()), morning};
    for (const PlannedShift& each : planned) {
      if (story.below(3) == 0) {
        week.absences.push_back({each.day, AbsenceKind::unpaid, 240});
        continue;
      }
      punch(hours, each, answered);
      week.times.push_back({her_, each.day, payroll::TimeKind::work, {.all = 240}});
    }
    ASSERT_TRUE(approvals.put_week(week));
    answered.approved.push_back(week);
  }

  void punch(HoursBookSqlite& hours, const PlannedShift& planned, Answered& answered) {
    const auto tap = [&](Punch::Kind kind, int minute,
                         const std::optional<payroll::DayMinutes>& day_now) {
      const Punch one{"amber", kind, payroll::instant_of(planned.day, minute, zone_)};
      hours.put_punch(her_, one, day_now, one.at);
      answered.punches.push_back(one);
    };
    tap(Punch::Kind::in, planned.time.from_minute, std::nullopt);
    tap(Punch::Kind::out, planned.time.to_minute, payroll::DayMinutes{planned.day, 240});
  }

  static void expect_sound(BookFile& file) {
    Connection& reader = file.reader();
    Query check = reader.query("PRAGMA integrity_check");
    ASSERT_TRUE(check.next());
    ASSERT_EQ(check.text(0), "ok");
    ASSERT_FALSE(reader.query("PRAGMA foreign_key_check").next());
    ASSERT_FALSE(verify_journal(reader).first_break);
  }

  void expect_plan(BookFile& file, const Answered& answered) {
    RosterBookSqlite roster(file, keys_);
    const auto kept = roster.planned(first_monday, first_monday.plus_days(days_a_week * weeks));
    ASSERT_LE(kept.size(), answered.shifts.size() + 1);
    for (const PlannedShift& each : answered.shifts)
      ASSERT_TRUE(std::ranges::find(kept, each) != kept.end());
    HoursBookSqlite hours(file, keys_);
    for (const Day& monday : answered.published) {
      ASSERT_EQ(roster.published(shop, monday), payroll::RosterBook::Published::as_it_stands);
      ASSERT_EQ(hours.published_shifts(her_, monday, monday.plus_days(6)).size(), 5U);
    }
  }

  void expect_punches(BookFile& file, const Answered& answered) {
    HoursBookSqlite hours(file, keys_);
    const auto kept = hours.latest_punches(her_, -1);
    ASSERT_GE(kept.size(), answered.punches.size());
    ASSERT_LE(kept.size(), answered.punches.size() + 1);
    for (std::size_t i = 0; i < answered.punches.size(); ++i)
      ASSERT_EQ(kept[i], answered.punches[i]);
    // A punch that ends a shift and the day's minutes are one step.
    const auto outs = std::ranges::count(kept, Punch::Kind::out, &Punch::kind);
    ASSERT_EQ(file.reader().number("SELECT count(*) FROM worker_day"), outs);
  }

  void expect_approvals(BookFile& file, const Answered& answered) {
    ApprovalBookSqlite approvals(file, keys_);
    RosterBookSqlite roster(file, keys_);
    std::size_t approved = 0;
    std::vector<payroll::ApprovedAbsence> away;
    for (int week = 0; week < weeks; ++week)
      if (approvals.is_approved(her_, first_monday.plus_days(days_a_week * week))) ++approved;
    ASSERT_GE(approved, answered.approved.size());
    ASSERT_LE(approved, answered.approved.size() + 1);
    std::vector<payroll::ApprovedTime> times;
    for (const ApprovedWeek& week : answered.approved) {
      times.insert(times.end(), week.times.begin(), week.times.end());
      away.insert(away.end(), week.absences.begin(), week.absences.end());
    }
    const auto kept_times =
        approvals.approved(first_monday, first_monday.plus_days(days_a_week * weeks));
    const auto kept_away = roster.record(her_).approved_absences;
    ASSERT_GE(kept_times.size(), times.size());
    ASSERT_TRUE(std::equal(times.begin(), times.end(), kept_times.begin()));
    ASSERT_GE(kept_away.size(), away.size());
    ASSERT_TRUE(std::equal(away.begin(), away.end(), kept_away.begin()));
    // Five days of each approved week are either worked or away.
    ASSERT_EQ(kept_times.size() + kept_away.size(), 5 * approved);
  }

  FreshFolder folder_;
  SeededChance chance_;
  PowerCutDisk disk_;
  PowerCutVfs vfs_;
  BookOptions options_;
  KeyRing keys_;
  payroll::WorkerId her_ = payroll::WorkerId::mint(chance_);
  Zone zone_ = *Zone::named("Europe/Belgrade");
};

class RosterPowerCut : public testing::TestWithParam<DiskModel> {};

TEST_P(RosterPowerCut, KeepsEveryAnsweredStepFromThePlanToTheApprovedWeek) {
  const int cuts = std::getenv("TILIA_FULL") != nullptr ? 5'000 : 150;
  Seed seed;
  SCOPED_TRACE(seed.text());
  Office office(GetParam(), static_cast<std::uint64_t>(seed.between(1, 1'000'000'000)));
  cut_stories(office, cuts, seed, [](const auto& answered) { return !answered.all; });
}

INSTANTIATE_TEST_SUITE_P(BothModels, RosterPowerCut,
                         testing::Values(DiskModel::strict_posix, DiskModel::ext4_like));

}  // namespace
}  // namespace tilia::db
