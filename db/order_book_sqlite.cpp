#include "db/order_book_sqlite.h"

#include "core/check.h"
#include "db/advance_rows.h"
#include "db/customer_book_sqlite.h"
#include "db/delivery_rows.h"
#include "db/order_rows.h"
#include "db/own_numbers.h"

namespace tilia::db {
namespace {

void apply(Connection& connection, const JournalEntry& entry) {
  const std::string& kind = entry.content.kind;
  if (kind == order_put) put_order(connection, order_in(entry));
  if (kind == standing_put) put_standing(connection, standing_in(entry));
  if (kind == baked_noted) put_baked(connection, entry, baked_in(entry));
  if (kind == ingredient_put) put_ingredient(connection, ingredient_in(entry));
  if (kind == recipe_put) put_recipe(connection, recipe_in(entry));
  // A sale that hands an order over ends it.
  if (kind == sale_entered) end_delivered(connection, sale_in(entry).sale);
}

// One change is one entry and its rows. `row`: puts them, given the entry.
template <class Record, class Row>
void enter(BookFile& book, const char* kind, const Record& record, const Instant& at, Row row) {
  WriteTransaction change(book);
  const JournalEntry entry =
      append_to_journal(change, {.kind = kind, .at = at, .payload = payload_of(record)});
  row(change.connection(), entry);
  change.commit();
}

std::vector<pos::Order> read_all(Connection& connection, const std::vector<std::int64_t>& numbers) {
  std::vector<pos::Order> orders;
  for (const std::int64_t number : numbers)
    orders.push_back(read_order(connection, number).value());
  return orders;
}

std::vector<std::int64_t> numbers_of(Query row) {
  std::vector<std::int64_t> numbers;
  while (row.next()) numbers.push_back(row.whole(0));
  return numbers;
}

}  // namespace

Projection order_projection() {
  return {.kinds = {order_put, standing_put, baked_noted, ingredient_put, recipe_put, sale_entered},
          .tables = {"order_line", "customer_order", "standing_line", "standing_order", "baked",
                     "recipe_part", "recipe", "ingredient"},
          .apply = apply};
}

pos::Order OrderBookSqlite::place(const pos::Order& order,
                                  const std::optional<pos::Customer>& noted, const Instant& at) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  if (const auto there = find_order(connection, order))
    return read_order(connection, *there).value();
  pos::Order placed = order;
  placed.number = next_number(change, "customer_order");
  append_to_journal(change, {.kind = order_put, .at = at, .payload = payload_of(placed)});
  put_order(connection, placed);
  if (noted) write_customer(connection, *noted, order.day);
  change.commit();
  return placed;
}

bool OrderBookSqlite::put(const pos::Order& order, const std::optional<pos::Customer>& noted,
                          const Instant& at) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  const auto before = read_order(connection, order.number);
  CHECK(before && before->id == order.id);
  if (before->state != pos::OrderState::open) return false;
  if (order.state == pos::OrderState::cancelled) {
    const auto advance = read_advance(connection, pos::advance_of_order(order.number));
    if (advance && !advance->balance.is_zero()) return false;
  }
  append_to_journal(change, {.kind = order_put, .at = at, .payload = payload_of(order)});
  put_order(connection, order);
  if (noted) write_customer(connection, *noted, order.day);
  change.commit();
  return true;
}

std::optional<pos::Order> OrderBookSqlite::order(std::int64_t number) {
  return read_order(book_.reader(), number);
}

std::optional<pos::Order> OrderBookSqlite::order_by_id(const pos::OrderId& id) {
  const std::vector<std::int64_t> numbers =
      numbers_of(book_.reader().query("SELECT number FROM customer_order WHERE id = ?", id));
  return numbers.empty() ? std::nullopt : read_order(book_.reader(), numbers.front());
}

std::vector<pos::Order> OrderBookSqlite::orders(const Day& from, const Day& to) {
  Connection& reader = book_.reader();
  return read_all(
      reader, numbers_of(reader.query("SELECT number FROM customer_order WHERE day BETWEEN ? AND ?"
                                      " ORDER BY day, coalesce(minute, 0), number",
                                      from, to)));
}

std::vector<pos::Order> OrderBookSqlite::open_orders() {
  Connection& reader = book_.reader();
  return read_all(reader,
                  numbers_of(reader.query("SELECT number FROM customer_order WHERE state = 'open'"
                                          " ORDER BY day, coalesce(minute, 0), number")));
}

std::vector<pos::Order> OrderBookSqlite::orders_of(const pos::OrderedBy& by, int at_most) {
  Connection& reader = book_.reader();
  if (by.customer)
    return read_all(reader,
                    numbers_of(reader.query("SELECT number FROM customer_order WHERE customer = ?"
                                            " ORDER BY day DESC, number DESC LIMIT ?",
                                            *by.customer, at_most)));
  return read_all(reader,
                  numbers_of(reader.query("SELECT number FROM customer_order WHERE account = ?"
                                          " ORDER BY day DESC, number DESC LIMIT ?",
                                          by.account, at_most)));
}

std::vector<pos::StandingOrder> OrderBookSqlite::standing_orders() {
  return read_standing_orders(book_.reader());
}

void OrderBookSqlite::put_standing(const pos::StandingOrder& standing,
                                   const std::optional<pos::Customer>& noted, const Instant& at) {
  enter(book_, standing_put, standing, at, [&](Connection& connection, const JournalEntry&) {
    db::put_standing(connection, standing);
    if (noted) write_customer(connection, *noted, standing.from);
  });
}

void OrderBookSqlite::note_baked(const std::string& till, const Day& day, const pos::Pieces& pieces,
                                 const Instant& at) {
  const BakedRecord record{till, day, pieces};
  enter(book_, baked_noted, record, at, [&](Connection& connection, const JournalEntry& entry) {
    put_baked(connection, entry, record);
  });
}

std::vector<pos::Pieces> OrderBookSqlite::baked(const std::string& till, const Day& day) {
  return read_baked(book_.reader(), till, day);
}

std::vector<pos::SoldOn> OrderBookSqlite::sold_on_weekdays_before(const std::string& till,
                                                                  const Day& day, int at_most) {
  Connection& reader = book_.reader();
  std::vector<pos::SoldOn> days;
  {
    Query row = reader.query(
        "SELECT DISTINCT business_day FROM drawer_session WHERE till = ?1 AND business_day < ?2"
        " AND strftime('%w', business_day) = strftime('%w', ?2)"
        " ORDER BY business_day DESC LIMIT ?3",
        till, day, at_most);
    while (row.next()) days.push_back({row.day(0), {}});
  }
  for (pos::SoldOn& sold : days) {
    Query row = reader.query(
        "SELECT l.article, sum(l.quantity) FROM drawer_session d JOIN sale s ON s.entry > d.entry"
        " AND s.session = d.entry JOIN sale_line l ON l.sale = s.entry"
        " WHERE d.till = ? AND d.business_day = ?"
        " AND NOT EXISTS (SELECT 1 FROM delivery v WHERE v.sale IN (s.entry, s.refund_of))"
        " GROUP BY l.article ORDER BY l.article",
        till, sold.day);
    while (row.next()) sold.sold.push_back({row.text(0), row.quantity(1)});
  }
  return days;
}

std::vector<pos::Ingredient> OrderBookSqlite::ingredients() {
  return read_ingredients(book_.reader());
}

void OrderBookSqlite::put_ingredient(const pos::Ingredient& ingredient, const Instant& at) {
  enter(book_, ingredient_put, ingredient, at, [&](Connection& connection, const JournalEntry&) {
    db::put_ingredient(connection, ingredient);
  });
}

std::vector<pos::Recipe> OrderBookSqlite::recipes() { return read_recipes(book_.reader()); }

void OrderBookSqlite::put_recipe(const pos::Recipe& recipe, const Instant& at) {
  enter(book_, recipe_put, recipe, at,
        [&](Connection& connection, const JournalEntry&) { db::put_recipe(connection, recipe); });
}

}  // namespace tilia::db
