// A practice book in memory with one bakery in Belgrade, and short ways to people it.
#pragma once

#include <gtest/gtest.h>

#include "core/zone.h"
#include "db/book_file.h"
#include "db/hours_book_sqlite.h"
#include "db/pay_book_sqlite.h"
#include "payroll/employ.h"
#include "payroll/hours/punch_clock.h"
#include "tests/db/keys_of_tests.h"
#include "tests/payroll/serbia_in.h"

namespace tilia::payroll {

inline std::unique_ptr<db::BookFile> belgrade_bakery(bool practice) {
  return db::BookFile::in_memory({.station = "office"}, [practice](db::WriteTransaction& change) {
    change.connection().run(
        "INSERT INTO organisation (one, name, address, tax_number, country, zone, language,"
        " currency, charges_vat, practice) VALUES (1, 'Corner Bakery', 'Street 1', '101234567',"
        " 'RS', 'Europe/Belgrade', 'sr-Latn', 'RSD', 1, ?)",
        practice);
  });
}

class PracticeBook : public testing::Test {
 protected:
  static Day day(std::string_view text) { return Day::parse(text).value(); }
  static Month month(std::string_view text) { return Month::parse(text).value(); }
  static Instant instant(std::string_view text) { return Instant::parse(text).value(); }

  Worker take_on(const std::string& alias, const std::string& gross,
                 PayBasis basis = PayBasis::monthly, std::string_view from = "2026-01-01",
                 int weekly_hours = 40) {
    const Worker worker = add_worker(book_, alias, "🦊", chance_, clock_).value();
    EXPECT_TRUE(contract(alias, gross, basis, from, weekly_hours).ok());
    return worker;
  }
  Result<Contract, EmployRefusal> contract(const std::string& alias, const std::string& gross,
                                           PayBasis basis, std::string_view from,
                                           int weekly_hours = 40) {
    return add_contract(book_, alias, day(from), basis, dinars(gross), weekly_hours * 60, clock_);
  }
  Result<Done, EmployRefusal> work(const std::string& alias, std::string_view on, int minutes) {
    return enter_hours(book_, alias, {day(on), minutes}, zone_, clock_);
  }
  // Hours on the first days of the month, eight a day.
  void work_hours(const std::string& alias, const Month& in, int hours) {
    for (Day on = in.first_day(); hours > 0; on = on.plus_days(1), hours -= 8)
      ASSERT_TRUE(work(alias, on.text(), std::min(hours, 8) * 60).ok());
  }
  Result<PayRun, PayRunRefusal> draw_up(std::string_view in) {
    return draw_up_pay_run(book_, rules_, month(in), clerk_, chance_, clock_);
  }
  Result<PayRun, PayRunRefusal> approve(std::string_view in) {
    return approve_pay_run(book_, rules_, month(in), manager_, clock_);
  }

  std::unique_ptr<db::BookFile> file_ = belgrade_bakery(true);
  SeededChance chance_{7};
  SetClock clock_{Instant::parse("2026-04-02T09:00Z").value()};
  db::KeyRing keys_ = db::finance_keys(*file_);
  db::ReadLog read_log_{*file_, keys_, clock_};
  db::PayBookSqlite book_{*file_, keys_, read_log_};
  db::HoursBookSqlite hours_book_{*file_, keys_};
  Zone zone_ = *Zone::named("Europe/Belgrade");
  RuleBook rules_ = shipped_rules();
  UserId clerk_ = UserId::mint(chance_);
  UserId manager_ = UserId::mint(chance_);
};

}  // namespace tilia::payroll
