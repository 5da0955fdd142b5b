// Hours that were punched, planned and approved in a practice book of March 2026.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>

#include "db/approval_book_sqlite.h"
#include "db/hours_book_sqlite.h"
#include "db/hours_records.h"
#include "db/roster_book_sqlite.h"
#include "payroll/shifts/approve_hours.h"
#include "tests/payroll/practice_book.h"

namespace tilia::payroll {

inline const std::string monday = "2026-03-02";

class Approval : public PracticeBook {
 protected:
  Approval() { clock_.set(instant("2026-03-16T09:00Z")); }

  void punch(const WorkerId& worker, Punch::Kind kind, const Instant& at) {
    db::HoursBookSqlite(*file_, keys_).put_punch(worker, {"", kind, at}, std::nullopt, at);
  }
  void worked(const WorkerId& worker, const std::string& on, int from_minute, int to_minute) {
    punch(worker, Punch::Kind::in, instant_of(day(on), from_minute, zone_));
    punch(worker, Punch::Kind::out, instant_of(day(on), to_minute, zone_));
  }
  void planned(const WorkerId& worker, const std::string& on, int from_minute, int to_minute,
               TimeKind kind = TimeKind::work, const std::string& shop = "") {
    roster_.put_shifts({{.id = PlannedShiftId::mint(chance_),
                         .worker = worker,
                         .day = day(on),
                         .time = {from_minute, to_minute},
                         .breaks = {},
                         .shop = shop,
                         .station = "",
                         .kind = kind}},
                       {}, clock_.now());
  }
  void keep(const WorkerId& worker, const HoursRecord& record) {
    db::WriteTransaction change(*file_);
    db::HoursRecords(change.connection(), keys_).put(worker, record);
    change.commit();
  }
  std::optional<ApproveRefusal::Why> why_not(const std::string& alias,
                                             const std::string& on = monday,
                                             const std::vector<TypedMinutes>& typed = {}) {
    const auto approved = hours_.approve(alias, day(on), typed, manager_login_);
    return approved ? std::nullopt : std::optional(approved.refusal().why);
  }
  int read_by_pay(const WorkerId& worker, const std::string& on) {
    for (const WorkerDay& each : book_.hours(Month::of(day(on))))
      if (each.worker == worker && each.hours.day == day(on)) return each.hours.worked_minutes;
    return 0;
  }
  void pay(const std::string& in) {
    file_->writer().run(
        "INSERT INTO pay_run (run, month, state, drawn_up_by, drawn_up_at, approved_by,"
        " approved_at, remarks) VALUES (?, ?, 'approved', ?, 0, ?, 0, x'00')",
        PlannedShiftId::mint(chance_), in, clerk_, manager_);
  }
  const HoursDay& find(const HoursWeek& week, const std::string& alias, const std::string& on) {
    const auto found = std::find_if(week.days.begin(), week.days.end(), [&](const HoursDay& each) {
      return each.worker == alias && each.day == day(on);
    });
    CHECK(found != week.days.end());
    return *found;
  }

  db::RosterBookSqlite roster_{*file_, keys_};
  db::ApprovalBookSqlite approvals_{*file_, keys_};
  WorkingTimeBook law_{TILIA_SOURCE "/payroll/working_time"};
  HolidayBook holidays_{TILIA_SOURCE "/payroll/holidays"};
  ApproveHours hours_{{roster_, approvals_, law_, holidays_, zone_, clock_}};
  LoginId manager_login_ = LoginId::from_bytes(manager_.bytes());
};

}  // namespace tilia::payroll
