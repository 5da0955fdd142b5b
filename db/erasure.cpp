#include "db/erasure.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <sstream>

#include "db/key_ring.h"

namespace tilia::db {
namespace {

std::set<std::string> words_in(const std::string& text) {
  std::istringstream in(text);
  std::set<std::string> words;
  for (std::string word; in >> word;) words.insert(word);
  return words;
}

void note(Connection& connection, const Erasure& erasure) {
  std::set<std::string> parts = erasure.parts;
  {
    Query before =
        connection.query("SELECT parts FROM erased_person WHERE worker = ?", erasure.worker);
    if (before.next()) parts.merge(words_in(before.text(0)));
  }
  connection.run(
      "INSERT INTO erased_person (worker, parts, at) VALUES (?, ?, ?)"
      " ON CONFLICT (worker) DO UPDATE SET parts = excluded.parts, at = excluded.at",
      erasure.worker, fmt::format("{}", fmt::join(parts, " ")), erasure.at);
}

// Her days become a head in the months in which she worked, and minutes of each month.
void keep_hours_as_counts(Connection& connection, const IdBytes& worker) {
  std::map<std::string, std::int64_t> minutes;
  {
    Query row = connection.query(
        "SELECT substr(day, 1, 7), sum(worked_minutes) FROM worker_day WHERE worker = ?"
        " GROUP BY 1 ORDER BY 1",
        worker);
    while (row.next()) minutes[row.text(0)] = row.whole(1);
  }
  if (minutes.empty()) return;
  std::string months;
  for (const auto& [month, sum] : minutes) {
    months += (months.empty() ? "" : " ") + month;
    connection.run(
        "INSERT INTO erased_month (month, minutes) VALUES (?, ?)"
        " ON CONFLICT (month) DO UPDATE SET minutes = minutes + excluded.minutes",
        month, sum);
  }
  connection.run(
      "INSERT INTO erased_membership (months, people) VALUES (?, 1)"
      " ON CONFLICT (months) DO UPDATE SET people = people + 1",
      months);
}

// Her punches, shifts, asks, what is sealed of her hours, and whose login hers is.
void delete_own_time(Connection& connection, const IdBytes& worker) {
  connection.run(
      "DELETE FROM set_aside_punch WHERE punch IN (SELECT position FROM punch WHERE worker = ?)",
      worker);
  for (const char* table :
       {"punch", "worker_login", "hours_record", "hours_reminder", "sealed_ask", "not_here",
        "planned_shift", "published_shift", "hours_ask", "approved_week", "approved_time"})
    connection.run(fmt::format("DELETE FROM {} WHERE worker = ?", table), worker);
}

// Empty again, and as long as everybody else's.
void empty_funding(Connection& connection, const IdBytes& worker) {
  const auto vault = public_half_of(connection, KeyName::vault);
  CHECK(vault);
  const auto length =
      static_cast<std::size_t>(connection.number("SELECT max(length(funding)) FROM person_record"));
  connection.run("UPDATE person_record SET funding = ? WHERE worker = ?",
                 sealed_to(*vault, padded("{}", length - sealed_to_overhead).reveal()), worker);
}

}  // namespace

void erase_rows(Connection& connection, const Erasure& erasure) {
  note(connection, erasure);
  const IdBytes& worker = erasure.worker;
  if (connection.number("SELECT count(*) FROM worker WHERE worker = ?", worker) == 0) return;
  if (erasure.parts.contains("alias"))
    connection.run("UPDATE worker SET alias = ?, picture = '•' WHERE worker = ?",
                   fmt::format("left-{}", hex_text(worker).substr(0, 12)), worker);
  if (erasure.parts.contains("hours")) {
    keep_hours_as_counts(connection, worker);
    connection.run("DELETE FROM worker_day WHERE worker = ?", worker);
    delete_own_time(connection, worker);
    connection.run("DELETE FROM contract WHERE worker = ?", worker);
  }
  if (erasure.parts.contains("pay")) {
    connection.run("DELETE FROM person_record WHERE worker = ?", worker);
    connection.run("DELETE FROM worker WHERE worker = ?", worker);
  } else if (erasure.parts.contains("cost_record")) {
    empty_funding(connection, worker);
  }
}

std::vector<Erasure> erasures_of(Connection& connection) {
  std::vector<Erasure> all;
  Query row = connection.query("SELECT worker, parts, at FROM erased_person ORDER BY worker");
  while (row.next()) all.push_back({row.id_bytes(0), words_in(row.text(1)), row.whole(2)});
  return all;
}

}  // namespace tilia::db
