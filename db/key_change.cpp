#include "db/key_change.h"

#include <fmt/format.h>

#include "core/check.h"
#include "db/book_fault.h"
#include "db/rebuild.h"

namespace tilia::db {
namespace {

std::string_view text_of(Key::Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Key key_from(const Secret<std::string>& text) {
  CHECK(text.reveal().size() == Key::size);
  return Key::of(
      Key::Bytes(reinterpret_cast<const std::uint8_t*>(text.reveal().data()), Key::size));
}

std::span<const std::uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

// One key before and after, under the names that sealed values know it by.
struct Change {
  const Key& old_key;
  std::string old_id;
  const Key& new_key;
  std::string new_id;
};

// Opens with one key and seals with another, in the same place, padding and all.
Bytes again(const Key& from, std::string_view from_id, const Key& to, std::string_view to_id,
            SealedPlace place, const Bytes& value) {
  place.key_id = from_id;
  const auto text = opened(from, place, value);
  place.key_id = to_id;
  return sealed(to, place, text.reveal());
}

struct PersonRow {
  Bytes worker;
  Bytes person_key;
  Bytes pay;
  Bytes funding;
};

std::vector<PersonRow> person_rows(Connection& connection) {
  std::vector<PersonRow> rows;
  Query row = connection.query("SELECT worker, person_key, pay, funding FROM person_record");
  while (row.next()) rows.push_back({row.bytes(0), row.bytes(1), row.bytes(2), row.bytes(3)});
  return rows;
}

void seal_slips_again(Connection& connection, const Change& change, const PersonRow& person,
                      const Key& hers) {
  struct Slip {
    Bytes run;
    std::int64_t number;
    Bytes slip;
  };
  std::vector<Slip> slips;
  {
    Query row =
        connection.query("SELECT run, number, slip FROM pay_slip WHERE worker = ?", person.worker);
    while (row.next()) slips.push_back({row.bytes(0), row.whole(1), row.bytes(2)});
  }
  for (const Slip& slip : slips) {
    const std::string name = fmt::format("{}/{}", hex_text(slip.run), slip.number);
    connection.run("UPDATE pay_slip SET slip = ? WHERE run = ? AND number = ?",
                   again(change.old_key.derived("slip", hers.reveal()), change.old_id,
                         change.new_key.derived("slip", hers.reveal()), change.new_id,
                         {"pay_slip", bytes_of(name), "slip", {}}, slip.slip),
                   slip.run, slip.number);
  }
}

void seal_people_again(Connection& connection, const Change& change) {
  for (const PersonRow& person : person_rows(connection)) {
    const SealedPlace place{"person_record", person.worker, "person_key", change.old_id};
    const Key hers = key_from(opened(change.old_key, place, person.person_key));
    connection.run("UPDATE person_record SET person_key = ?, pay = ? WHERE worker = ?",
                   again(change.old_key, change.old_id, change.new_key, change.new_id, place,
                         person.person_key),
                   again(change.old_key.derived("pay", hers.reveal()), change.old_id,
                         change.new_key.derived("pay", hers.reveal()), change.new_id,
                         {"person_record", person.worker, "pay", {}}, person.pay),
                   person.worker);
    seal_slips_again(connection, change, person, hers);
  }
}

// A column whose rows are told apart by the text of their first column.
void seal_column_again(Connection& connection, const Change& change, const std::string& table,
                       const std::string& row_name, const std::string& column, bool row_is_id) {
  std::vector<std::pair<Bytes, Bytes>> rows;
  {
    Query row = connection.query(
        fmt::format("SELECT CAST({} AS BLOB), {} FROM {}", row_name, column, table));
    while (row.next()) rows.emplace_back(row.bytes(0), row.bytes(1));
  }
  for (const auto& [name, value] : rows) {
    const std::string text = row_is_id ? hex_text(name) : std::string(name.begin(), name.end());
    connection.run(
        fmt::format("UPDATE {} SET {} = ? WHERE CAST({} AS BLOB) = ?", table, column, row_name),
        again(change.old_key, change.old_id, change.new_key, change.new_id,
              {table, bytes_of(text), column, {}}, value),
        name);
  }
}

void seal_pay_again(Connection& connection, const Change& change) {
  TriggersAside aside(connection, {"pay_run", "pay_slip", "pay_month_cost"});
  seal_people_again(connection, change);
  seal_column_again(connection, change, "pay_run", "run", "remarks", true);
  seal_column_again(connection, change, "pay_month_cost", "month", "employer_cost", false);
  aside.put_back();
}

// Needs the payroll key too: a funding record's key comes from the vault key and hers.
void seal_funding_again(Connection& connection, const KeyRing& keys, const Change& change) {
  const HeldKey& payroll = keys.held(KeyName::payroll);
  const std::string payroll_id = payroll.id(KeyName::payroll);
  for (const PersonRow& person : person_rows(connection)) {
    const Key hers =
        key_from(opened(payroll.key, {"person_record", person.worker, "person_key", payroll_id},
                        person.person_key));
    const SealedPlace place{"person_record", person.worker, "funding", change.old_id};
    // As it began, it is sealed to the public half.
    auto text = opened_by(change.old_key, person.funding);
    std::size_t length = person.funding.size() - sealed_overhead;
    if (!text)
      text = opened(change.old_key.derived("funding", hers.reveal()), place, person.funding);
    const auto plain = unpadded(*std::move(text));
    const SealedPlace now{"person_record", person.worker, "funding", change.new_id};
    connection.run("UPDATE person_record SET funding = ? WHERE worker = ?",
                   sealed(change.new_key.derived("funding", hers.reveal()), now,
                          padded(plain.reveal(), length).reveal()),
                   person.worker);
  }
}

// What was sealed to the key's public half. An ask that never opened stays as it is.
void seal_asks_again(Connection& connection, const Change& change) {
  std::vector<std::pair<Bytes, Bytes>> asks;
  {
    Query row = connection.query("SELECT ask, what FROM sealed_ask");
    while (row.next()) asks.emplace_back(row.bytes(0), row.bytes(1));
  }
  for (const auto& [ask, what] : asks) {
    const auto text = opened_by(change.old_key, what);
    if (!text) continue;
    connection.run("UPDATE sealed_ask SET what = ? WHERE ask = ?",
                   sealed_to(public_half(change.new_key), text->reveal()), ask);
  }
}

SealedPlace gift_place(const IdBytes& user, std::string_view old_id) {
  return {"key_gift", user, "gift", old_id};
}

}  // namespace

void replace_key(Connection& connection, KeyRing& keys, KeyName name,
                 const std::vector<KeyHolder>& holders) {
  demand_newest(connection, keys, name);
  const HeldKey old{keys.held(name).generation, keys.held(name).key.copy()};
  HeldKey fresh{old.generation + 1, Key::random()};
  const Change change{old.key, old.id(name), fresh.key, fresh.id(name)};
  if (name == KeyName::payroll) seal_pay_again(connection, change);
  if (name == KeyName::vault) {
    seal_funding_again(connection, keys, change);
    seal_column_again(connection, change, "maker_record", "maker", "record", false);
  }
  if (name == KeyName::till) {
    seal_column_again(connection, change, "counter_half", "one", "half", false);
    seal_column_again(connection, change, "hours_reminder", "worker", "reminder", true);
  }
  if (name == KeyName::roster) {
    seal_column_again(connection, change, "hours_record", "worker", "record", true);
    seal_asks_again(connection, change);
  }
  connection.run("UPDATE key SET generation = ?, public_half = ? WHERE name = ?", fresh.generation,
                 public_half(fresh.key), key_name_text(name));
  connection.run("INSERT INTO former_key (name, generation, former) VALUES (?, ?, ?)",
                 key_name_text(name), old.generation,
                 sealed(fresh.key, {"former_key", bytes_of(change.old_id), "former", change.new_id},
                        text_of(old.key.reveal())));
  for (const KeyHolder& holder : holders) {
    const Bytes inner =
        sealed(old.key, gift_place(holder.user, change.old_id), text_of(fresh.key.reveal()));
    const std::string_view inner_text(reinterpret_cast<const char*>(inner.data()), inner.size());
    connection.run("INSERT INTO key_gift (user, name, generation, gift) VALUES (?, ?, ?, ?)",
                   holder.user, key_name_text(name), fresh.generation,
                   sealed_to(holder.public_half, inner_text));
  }
  connection.run("DELETE FROM key_due WHERE name = ?", key_name_text(name));
  keys.put(name, std::move(fresh));
}

bool take_gifts(Connection& connection, const IdBytes& user, KeyRing& keys) {
  bool taken = false;
  for (const KeyName name : all_keys) {
    Query row = connection.query(
        "SELECT generation, gift FROM key_gift WHERE user = ? AND name = ? ORDER BY generation",
        user, key_name_text(name));
    while (row.next()) {
      const HeldKey& old = keys.held(name);
      const auto inner = opened_by(*keys.own, row.bytes(1));
      if (!inner || row.whole(0) != old.generation + 1)
        throw BookFault(BookFault::Why::damaged, "a key that was left for her does not open");
      const std::string old_id = old.id(name);
      Key fresh = key_from(opened(old.key, gift_place(user, old_id), bytes_of(inner->reveal())));
      keys.put(name, {row.small(0), std::move(fresh)});
      taken = true;
    }
  }
  return taken;
}

std::vector<Key> key_and_former_ones(Connection& connection, const KeyRing& keys, KeyName name) {
  const HeldKey& held = keys.held(name);
  std::vector<Key> all;
  all.push_back(held.key.copy());
  for (HeldKey newer{held.generation, held.key.copy()}; newer.generation > 1;) {
    Query row = connection.query("SELECT former FROM former_key WHERE name = ? AND generation = ?",
                                 key_name_text(name), newer.generation - 1);
    if (!row.next()) break;
    const std::string newer_id = newer.id(name);
    const std::string old_id = fmt::format("{}.{}", key_name_text(name), newer.generation - 1);
    newer = {newer.generation - 1,
             key_from(opened(newer.key, {"former_key", bytes_of(old_id), "former", newer_id},
                             row.bytes(0)))};
    all.push_back(newer.key.copy());
  }
  return all;
}

void demand_newest(Connection& connection, const KeyRing& keys, KeyName name) {
  const auto newest =
      connection.number("SELECT generation FROM key WHERE name = ?", key_name_text(name));
  if (keys.held(name).generation != newest)
    throw BookFault(BookFault::Why::keys_replaced, std::string(key_name_text(name)));
}

}  // namespace tilia::db
