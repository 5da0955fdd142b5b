#include "db/customer_book_sqlite.h"

#include "db/connection.h"

namespace tilia::db {
namespace {

// id, name, phone, remembered
pos::Customer customer_of(const Query& row) {
  return {row.id<pos::CustomerId>(0), row.text(1), row.text(2), row.yes(3)};
}

// A name that a visit to the salon was known by goes by the same rule. Answers how many.
std::int64_t forget_visit_names(Connection& connection, const Day& last_day) {
  constexpr const char* gone =
      "FROM visit_name WHERE visit IN (SELECT id FROM visit WHERE starts_at < ?1)";
  static const std::string counted = std::string("SELECT count(*) ") + gone;
  static const std::string deleted = std::string("DELETE ") + gone;
  const Instant until = Instant::parse(last_day.plus_days(1).text() + "T00:00:00Z").value();
  const std::int64_t count = connection.number(counted, until);
  connection.run(deleted, until);
  return count;
}

// What was done for her, which is kept only while she agrees.
void forget_visits(Connection& connection, const pos::CustomerId& id) {
  connection.run("DELETE FROM visit_customer WHERE customer = ?", id);
}

}  // namespace

std::optional<pos::Customer> CustomerBookSqlite::customer(const pos::CustomerId& id) {
  Query row =
      book_.reader().query("SELECT id, name, phone, remembered FROM customer WHERE id = ?", id);
  if (!row.next()) return std::nullopt;
  return customer_of(row);
}

std::vector<pos::Customer> CustomerBookSqlite::customers() {
  std::vector<pos::Customer> all;
  Query row =
      book_.reader().query("SELECT id, name, phone, remembered FROM customer ORDER BY name, id");
  while (row.next()) all.push_back(customer_of(row));
  return all;
}

void write_customer(Connection& connection, const pos::Customer& customer, const Day& day) {
  connection.run(
      "INSERT INTO customer (id, name, phone, remembered, last_day) VALUES (?, ?, ?, ?, ?)"
      " ON CONFLICT (id) DO UPDATE SET name = excluded.name, phone = excluded.phone,"
      " remembered = excluded.remembered, last_day = max(last_day, excluded.last_day)",
      customer.id, customer.name, customer.phone, customer.remembered, day);
  if (!customer.remembered) forget_visits(connection, customer.id);
}

void CustomerBookSqlite::put_customer(const pos::Customer& customer, const Day& day) {
  WriteTransaction change(book_);
  write_customer(change.connection(), customer, day);
  change.commit();
}

void CustomerBookSqlite::forget(const pos::CustomerId& id) {
  WriteTransaction change(book_);
  forget_visits(change.connection(), id);
  change.connection().run("DELETE FROM customer WHERE id = ?", id);
  change.commit();
}

int CustomerBookSqlite::forget_those_gone(const Day& last_day) {
  WriteTransaction change(book_);
  constexpr const char* gone =
      "FROM customer WHERE remembered = 0 AND last_day <= ?1"
      " AND NOT EXISTS (SELECT 1 FROM customer_order o WHERE o.customer = customer.id"
      " AND (o.state = 'open' OR o.day > ?1 OR EXISTS (SELECT 1 FROM advance a"
      " WHERE a.code = 'order-' || o.number AND a.balance > 0)))"
      " AND NOT EXISTS (SELECT 1 FROM package p JOIN advance a ON a.code = 'package-' || p.number"
      " WHERE p.customer = customer.id AND a.balance > 0)"
      " AND NOT EXISTS (SELECT 1 FROM ticket t WHERE t.customer = customer.id"
      " AND (t.here > 0 OR t.last_day > ?1 OR EXISTS (SELECT 1 FROM advance a"
      " WHERE a.code = 'ticket-' || t.number AND a.balance > 0)))"
      " AND NOT EXISTS (SELECT 1 FROM standing_order s WHERE s.customer = customer.id"
      " AND (s.until_day IS NULL OR s.until_day > ?1))";
  static const std::string counted = std::string("SELECT count(*) ") + gone;
  static const std::string deleted = std::string("DELETE ") + gone;
  const auto count = change.connection().number(counted, last_day);
  change.connection().run(deleted, last_day);
  const auto names = forget_visit_names(change.connection(), last_day);
  if (count + names > 0) change.commit();
  return static_cast<int>(count);
}

}  // namespace tilia::db
