#include "db/history_book_sqlite.h"

#include "db/connection.h"
#include "db/salon_rows.h"

namespace tilia::db {

std::optional<pos::CustomerId> HistoryBookSqlite::customer_of(const pos::VisitId& visit) {
  Query row = book_.reader().query("SELECT customer FROM visit_customer WHERE visit = ?", visit);
  return row.next() ? std::optional(row.id<pos::CustomerId>(0)) : std::nullopt;
}

void HistoryBookSqlite::remember(const pos::VisitId& visit, const pos::CustomerId& customer,
                                 const std::vector<std::string>& notes) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  connection.run("DELETE FROM visit_customer WHERE visit = ?", visit);
  connection.run(
      "INSERT INTO visit_customer (visit, customer) SELECT ?, id FROM customer"
      " WHERE id = ? AND remembered = 1",
      visit, customer);
  if (connection.number("SELECT count(*) FROM visit_customer WHERE visit = ?", visit) == 0)
    return change.commit();  // she agrees no longer
  std::int64_t place = 0;
  for (const std::string& note : notes)
    connection.run("INSERT INTO visit_note (visit, place, words) VALUES (?, ?, ?)", visit, ++place,
                   note);
  change.commit();
}

void HistoryBookSqlite::forget_visit(const pos::VisitId& visit) {
  WriteTransaction change(book_);
  change.connection().run("DELETE FROM visit_customer WHERE visit = ?", visit);
  change.commit();
}

std::vector<pos::RememberedVisit> HistoryBookSqlite::history(const pos::CustomerId& customer) {
  std::vector<pos::VisitId> visits;
  {
    Query row = book_.reader().query(
        "SELECT v.id FROM visit_customer c JOIN visit v ON v.id = c.visit WHERE c.customer = ?"
        " ORDER BY v.starts_at DESC",
        customer);
    while (row.next()) visits.push_back(row.id<pos::VisitId>(0));
  }
  std::vector<pos::RememberedVisit> all;
  for (const pos::VisitId& id : visits) {
    const pos::Visit visit = read_visit(book_.reader(), id).value();
    pos::RememberedVisit remembered{.id = id,
                                    .at = visit.services.empty() ? visit.came : visit.start(),
                                    .services = {},
                                    .notes = {}};
    for (const pos::VisitService& service : visit.services)
      remembered.services.push_back(service.article);
    Query note =
        book_.reader().query("SELECT words FROM visit_note WHERE visit = ? ORDER BY place", id);
    while (note.next()) remembered.notes.push_back(note.text(0));
    all.push_back(std::move(remembered));
  }
  return all;
}

}  // namespace tilia::db
