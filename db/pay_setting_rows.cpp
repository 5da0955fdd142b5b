#include "db/pay_setting_rows.h"

#include <nlohmann/json.hpp>

#include "db/book_fault.h"
#include "db/connection.h"

namespace tilia::db {
namespace {

using Json = nlohmann::json;

Json parsed(const std::string& text) {
  Json json = Json::parse(text, nullptr, false);
  if (!json.is_object())
    throw BookFault(BookFault::Why::damaged, "a setting of pay is not as it was written");
  return json;
}

}  // namespace

std::string pay_setting_payload(const Day& from, const std::map<std::string, std::string>& said) {
  return Json{{"from", from.text()}, {"said", said}}.dump();
}

void put_pay_setting(Connection& connection, const std::string& payload) {
  const Json json = parsed(payload);
  connection.run(
      "INSERT INTO pay_setting (first_day, settings) VALUES (?, ?)"
      " ON CONFLICT (first_day) DO UPDATE SET settings = excluded.settings",
      json.at("from").get<std::string>(), json.at("said").dump());
}

payroll::SaidFrom read_pay_settings(Connection& connection) {
  payroll::SaidFrom all;
  Query row = connection.query("SELECT first_day, settings FROM pay_setting ORDER BY first_day");
  while (row.next())
    all.emplace(row.day(0), parsed(row.text(1)).get<std::map<std::string, std::string>>());
  return all;
}

std::string law_addition_payload(const payroll::RuleAddition& addition, const Day& from) {
  return Json{{"country", addition.country},
              {"series", addition.series},
              {"from", from.text()},
              {"entry", addition.entry},
              {"entered", addition.entered.text()}}
      .dump();
}

void put_law_addition_row(Connection& connection, const std::string& payload) {
  const Json json = parsed(payload);
  connection.run(
      "INSERT INTO law_addition (country, series, first_day, entry, entered)"
      " VALUES (?, ?, ?, ?, ?) ON CONFLICT (country, series, first_day)"
      " DO UPDATE SET entry = excluded.entry, entered = excluded.entered",
      json.at("country").get<std::string>(), json.at("series").get<std::string>(),
      json.at("from").get<std::string>(), json.at("entry").get<std::string>(),
      json.at("entered").get<std::string>());
}

std::string law_removal_payload(const std::string& country, const std::string& series,
                                const Day& from) {
  return Json{{"country", country}, {"series", series}, {"from", from.text()}}.dump();
}

bool take_law_addition_row(Connection& connection, const std::string& payload) {
  const Json json = parsed(payload);
  const auto country = json.at("country").get<std::string>();
  const auto series = json.at("series").get<std::string>();
  const auto from = json.at("from").get<std::string>();
  const bool there = connection.number(
                         "SELECT count(*) FROM law_addition"
                         " WHERE country = ? AND series = ? AND first_day = ?",
                         country, series, from) > 0;
  connection.run("DELETE FROM law_addition WHERE country = ? AND series = ? AND first_day = ?",
                 country, series, from);
  return there;
}

std::vector<payroll::RuleAddition> read_law_additions(Connection& connection) {
  std::vector<payroll::RuleAddition> all;
  Query row = connection.query(
      "SELECT country, series, entry, entered FROM law_addition"
      " ORDER BY country, series, first_day");
  while (row.next()) all.push_back({row.text(0), row.text(1), row.text(2), row.day(3)});
  return all;
}

Projection pay_setting_projection() {
  return {.kinds = {pay_setting_said, law_added, law_removed},
          .tables = {"pay_setting", "law_addition"},
          .apply = [](Connection& connection, const JournalEntry& entry) {
            if (entry.content.kind == pay_setting_said)
              put_pay_setting(connection, entry.content.payload);
            if (entry.content.kind == law_added)
              put_law_addition_row(connection, entry.content.payload);
            if (entry.content.kind == law_removed)
              take_law_addition_row(connection, entry.content.payload);
          }};
}

}  // namespace tilia::db
