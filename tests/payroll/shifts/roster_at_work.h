// A bakery that plans: three people under contract, the real book in memory, the law as it is
// shipped.
#pragma once

#include "db/roster_book_sqlite.h"
#include "db/users.h"
#include "payroll/shifts/keep_roster.h"
#include "tests/payroll/practice_book.h"

namespace tilia::payroll {

class RosterAtWork : public PracticeBook {
 protected:
  RosterAtWork() {
    file_->writer().run(
        "INSERT INTO shop (place, name, kind, till) VALUES (1, 'Corner', 'bakery', 'T1'),"
        " (2, 'Square', 'bakery', 'T2')");
    for (const char* alias : {"amber", "birch", "cedar"}) take_on(alias, "85000");
    roster_.put_stations({{"counter", "🛒", false}, {"oven", "🍞", false}}, clock_.now());
  }

  WorkerId id_of(const std::string& alias) {
    for (const Worker& worker : roster_.workers())
      if (worker.alias == alias) return worker.id;
    ADD_FAILURE() << alias << " does not work here";
    return WorkerId::mint(chance_);
  }
  PlannedShift shift(const std::string& alias, std::string_view on, const char* from,
                     const char* to, std::vector<ClockSpan> breaks = {}) {
    const int begin = parse_minute_of_day(from).value();
    const int end = parse_minute_of_day(to).value();
    PlannedShift planned{.id = keep_.new_shift_id(),
                         .worker = {},
                         .day = day(on),
                         .time = {begin, end > begin ? end : end + minutes_a_day},
                         .breaks = std::move(breaks),
                         .shop = "T1",
                         .station = "counter"};
    if (!alias.empty()) planned.worker = id_of(alias);
    return planned;
  }
  static std::vector<RosterRule> rules_of(const std::vector<Finding>& findings) {
    std::vector<RosterRule> rules;
    for (const Finding& finding : findings) rules.push_back(finding.rule);
    return rules;
  }

  // Of a manager: she plans, and what a till reminds by is sealed for it.
  db::KeyRing planning_keys() {
    db::Users users(*file_, db::SecretPolicy::practice(), clock_);
    const Secret<std::string> secret(std::string("222222"));
    db::Giver giver{users.list().front(), keys_};
    CHECK(users.add({"Owl", "🦉", db::Role::manager}, secret, chance_, &giver).ok());
    return std::move(users.log_in("Owl", secret)->keys);
  }

  db::KeyRing manager_keys_ = planning_keys();
  db::RosterBookSqlite roster_{*file_, manager_keys_};
  WorkingTimeBook law_{std::filesystem::path(TILIA_SOURCE) / "payroll" / "working_time"};
  HolidayBook holidays_{std::filesystem::path(TILIA_SOURCE) / "payroll" / "holidays"};
  KeepRoster::Doors at_{roster_, law_, zone_, clock_, chance_, &holidays_};
  KeepRoster keep_{at_};
  const LoginId hers_ = LoginId::mint(chance_);
};

}  // namespace tilia::payroll
