#include "db/counter_half.h"

#include <algorithm>
#include <array>

#include "core/check.h"
#include "db/book_fault.h"

namespace tilia::db {
namespace {

constexpr const char* file_name = "counter-half";
// The row's name in what is sealed: there is one.
constexpr std::array<std::uint8_t, 1> only_row{'1'};

SealedPlace place_of(std::string_view key_id) { return {"counter_half", only_row, "half", key_id}; }

std::optional<Key> half_in_book(Connection& connection, const HeldKey& till) {
  Query row = connection.query("SELECT half FROM counter_half");
  if (!row.next()) return std::nullopt;
  const std::string key_id = till.id(KeyName::till);
  const auto text = opened(till.key, place_of(key_id), row.bytes(0));
  CHECK(text.reveal().size() == Key::size);
  return Key::of(
      Key::Bytes(reinterpret_cast<const std::uint8_t*>(text.reveal().data()), Key::size));
}

}  // namespace

std::optional<Key> counter_half_here(const DeviceFolder& folder) {
  auto bytes = folder.read(file_name);
  if (!bytes) return std::nullopt;
  if (bytes->size() != Key::size)
    throw BookFault(BookFault::Why::damaged, "this machine's half of the counter's logins");
  Key half = Key::of(Key::Bytes(bytes->data(), Key::size));
  wipe_bytes(bytes->data(), bytes->size());
  return half;
}

bool counter_half_is_missing(Connection& connection, const DeviceFolder& folder) {
  return connection.number("SELECT count(*) FROM counter_half") > 0 && !counter_half_here(folder);
}

Key settle_counter_half(Connection& connection, const DeviceFolder& folder, const KeyRing& keys) {
  const HeldKey& till = keys.held(KeyName::till);
  auto here = counter_half_here(folder);
  if (auto kept = half_in_book(connection, till)) {
    const bool same = here && std::ranges::equal(here->reveal(), kept->reveal());
    if (!same) folder.write(file_name, kept->reveal());
    return *std::move(kept);
  }
  // On the machine first: what the book keeps later is then the same, whatever happens between.
  if (!here) {
    here = Key::random();
    folder.write(file_name, here->reveal());
  }
  const Key::Bytes bytes = here->reveal();
  const std::string key_id = till.id(KeyName::till);
  connection.run("INSERT INTO counter_half (one, half) VALUES (1, ?)",
                 sealed(till.key, place_of(key_id),
                        {reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
  return *std::move(here);
}

}  // namespace tilia::db
