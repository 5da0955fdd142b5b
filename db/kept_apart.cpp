#include "db/kept_apart.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "db/book_fault.h"
#include "db/key_change.h"

namespace tilia::db {
namespace {

struct Place {
  KeyName key;
  const char* column;  // of person_record
};
constexpr std::array<Place, 2> places{
    {{KeyName::payroll, "person_key"}, {KeyName::vault, "funding"}}};

constexpr std::size_t id_bytes = std::tuple_size_v<IdBytes>;
constexpr std::size_t length_bytes = 4;

// Each worker's value behind her id and its length.
std::string values_of(Connection& connection, const char* column) {
  std::string all;
  Query row = connection.query(
      fmt::format("SELECT worker, {0} FROM person_record WHERE {0} <> zeroblob(length({0}))"
                  " ORDER BY worker",
                  column));
  while (row.next()) {
    const Bytes worker = row.bytes(0);
    const Bytes value = row.bytes(1);
    all.append(worker.begin(), worker.end());
    for (std::size_t at = 0; at < length_bytes; ++at)
      all += static_cast<char>(value.size() >> (8 * at) & 0xFFU);
    all.append(value.begin(), value.end());
  }
  return all;
}

Bytes taken(Connection& copy, const Place& place) {
  const auto whom = public_half_of(copy, place.key);
  if (!whom) return {};
  Bytes part = sealed_to(*whom, values_of(copy, place.column));
  copy.run(fmt::format("UPDATE person_record SET {0} = zeroblob(length({0}))", place.column));
  return part;
}

[[noreturn]] void broken() {
  throw BookFault(BookFault::Why::damaged, "a part that a backup kept apart does not open");
}

// Only where a blank stands: what was entered since stays.
void put_values(Connection& connection, const Place& place, std::string_view values) {
  while (!values.empty()) {
    if (values.size() < id_bytes + length_bytes) broken();
    Bytes worker(values.begin(), values.begin() + id_bytes);
    std::size_t length = 0;
    for (std::size_t at = length_bytes; at > 0; --at)
      length = length << 8U | static_cast<std::uint8_t>(values[id_bytes + at - 1]);
    values.remove_prefix(id_bytes + length_bytes);
    if (values.size() < length) broken();
    const Bytes value(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(length));
    values.remove_prefix(length);
    connection.run(fmt::format("UPDATE person_record SET {0} = ? WHERE worker = ? AND {0} ="
                               " zeroblob(length({0}))",
                               place.column),
                   value, worker);
  }
}

struct Waiting {
  std::int64_t number = 0;
  Bytes part;
};

std::vector<Waiting> waiting(Connection& connection, KeyName key) {
  std::vector<Waiting> all;
  Query row = connection.query("SELECT number, part FROM kept_apart WHERE key = ? ORDER BY number",
                               key_name_text(key));
  while (row.next()) all.push_back({row.whole(0), row.bytes(1)});
  return all;
}

Secret<std::string> opened_part(const std::vector<Key>& keys, const Bytes& part) {
  for (const Key& key : keys) {
    if (auto values = opened_by(key, part)) return *std::move(values);
  }
  broken();
}

}  // namespace

KeptApart take_apart(Connection& copy) {
  copy.run("PRAGMA secure_delete = ON");
  return {.payroll = taken(copy, places[0]), .vault = taken(copy, places[1])};
}

void keep_for_holders(Connection& connection, const KeptApart& parts) {
  const auto keep = [&](KeyName key, const Bytes& part) {
    if (!part.empty())
      connection.run("INSERT INTO kept_apart (key, part) VALUES (?, ?)", key_name_text(key), part);
  };
  keep(KeyName::payroll, parts.payroll);
  keep(KeyName::vault, parts.vault);
}

bool waits_for(Connection& connection, const KeyRing& keys) {
  return std::ranges::any_of(places, [&](const Place& place) {
    return keys.holds(place.key) &&
           connection.number("SELECT count(*) FROM kept_apart WHERE key = ?",
                             key_name_text(place.key)) > 0;
  });
}

void put_back(Connection& connection, const KeyRing& keys) {
  for (const Place& place : places) {
    if (!keys.holds(place.key)) continue;
    const std::vector<Waiting> all = waiting(connection, place.key);
    if (all.empty()) continue;
    const std::vector<Key> ours = key_and_former_ones(connection, keys, place.key);
    for (const Waiting& each : all) {
      put_values(connection, place, opened_part(ours, each.part).reveal());
      connection.run("DELETE FROM kept_apart WHERE number = ?", each.number);
    }
  }
}

}  // namespace tilia::db
