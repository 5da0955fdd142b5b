#include "db/approved_minutes.h"

#include <utility>
#include <vector>

#include "core/check.h"

namespace tilia::db {

using payroll::WorkerId;

bool month_is_frozen(Connection& connection, const Month& month) {
  return connection.number(
             "SELECT count(*) FROM pay_run WHERE month = ? AND state = 'approved' AND month NOT IN"
             " (SELECT month FROM pay_correction WHERE paid_in IS NULL)",
             month) > 0;
}

bool carry_over(Connection& connection, const WorkerId& worker, const Day& day) {
  const std::int64_t now = connection.number(
      "SELECT coalesce(sum(minutes), 0) FROM approved_time WHERE worker = ? AND day = ?", worker,
      day);
  const std::int64_t before = connection.number(
      "SELECT coalesce(sum(worked_minutes), 0) FROM worker_day WHERE worker = ? AND day = ?",
      worker, day);
  if (now == before) return true;
  if (month_is_frozen(connection, Month::of(day))) return false;
  if (now == 0)
    connection.run("DELETE FROM worker_day WHERE worker = ? AND day = ?", worker, day);
  else
    connection.run(
        "INSERT INTO worker_day (worker, day, worked_minutes) VALUES (?, ?, ?)"
        " ON CONFLICT (worker, day) DO UPDATE SET worked_minutes = excluded.worked_minutes",
        worker, day, now);
  return true;
}

void carry_over_month(Connection& connection, const Month& month) {
  std::vector<std::pair<WorkerId, Day>> days;
  {
    Query row =
        connection.query("SELECT DISTINCT worker, day FROM approved_time WHERE day BETWEEN ? AND ?",
                         month.first_day(), month.last_day());
    while (row.next()) days.emplace_back(row.id<WorkerId>(0), row.day(1));
  }
  for (const auto& [worker, day] : days) CHECK(carry_over(connection, worker, day));
}

}  // namespace tilia::db
