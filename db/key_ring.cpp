#include "db/key_ring.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"
#include "db/book_fault.h"

namespace tilia::db {
namespace {

constexpr std::size_t generation_bytes = 4;  // little endian; 0: no key in this slot
constexpr std::size_t slot_bytes = generation_bytes + Key::size;
constexpr std::size_t ring_bytes = slot_bytes * all_keys.size() + Key::size;
static_assert(ring_bytes + sealed_overhead == KeyRing::sealed_bytes);

}  // namespace

std::string_view key_name_text(KeyName name) {
  switch (name) {
    case KeyName::till: return "till";
    case KeyName::roster: return "roster";
    case KeyName::payroll: return "payroll";
    case KeyName::vault: return "vault";
    case KeyName::audit: return "audit";
    case KeyName::backup: return "backup";
  }
  CHECK(false);
}

std::string HeldKey::id(KeyName name) const {
  return fmt::format("{}.{}", key_name_text(name), generation);
}

const HeldKey& KeyRing::held(KeyName name) const {
  if (!slot(name)) throw BookFault(BookFault::Why::no_key, std::string(key_name_text(name)));
  return *slot(name);
}

Secret<std::string> KeyRing::packed() const {
  std::string bytes;
  bytes.reserve(ring_bytes);  // no growth, so no copy is left behind
  for (const auto& each : slots_) {
    const auto generation = static_cast<std::uint32_t>(each ? each->generation : 0);
    for (std::size_t at = 0; at < generation_bytes; ++at)
      bytes.push_back(static_cast<char>((generation >> (8 * at)) & 0xFFU));
    if (each) {
      const Key::Bytes key = each->key.reveal();
      bytes.append(reinterpret_cast<const char*>(key.data()), key.size());
    } else {
      bytes.append(Key::size, '\0');
    }
  }
  if (own) {
    const Key::Bytes key = own->reveal();
    bytes.append(reinterpret_cast<const char*>(key.data()), key.size());
  } else {
    bytes.append(Key::size, '\0');
  }
  return Secret<std::string>(std::move(bytes));
}

KeyRing KeyRing::unpacked(const Secret<std::string>& packed_bytes) {
  const std::string& bytes = packed_bytes.reveal();
  if (bytes.size() != ring_bytes)
    throw BookFault(BookFault::Why::damaged, "a key ring is of the wrong length");
  KeyRing ring;
  const auto* byte = reinterpret_cast<const std::uint8_t*>(bytes.data());
  for (std::size_t slot = 0; slot < all_keys.size(); ++slot, byte += slot_bytes) {
    std::uint32_t generation = 0;
    for (std::size_t at = generation_bytes; at > 0; --at)
      generation = generation << 8U | byte[at - 1];
    if (generation == 0) continue;
    ring.slots_.at(slot) = HeldKey{static_cast<int>(generation),
                                   Key::of(Key::Bytes(byte + generation_bytes, Key::size))};
  }
  ring.own = Key::of(Key::Bytes(byte, Key::size));
  return ring;
}

SealedPlace ring_place(const IdBytes& user) { return {"user", user, "ring", "door"}; }

std::optional<PublicKey> public_half_of(Connection& connection, KeyName name) {
  Query row = connection.query("SELECT public_half FROM key WHERE name = ?", key_name_text(name));
  if (!row.next()) return std::nullopt;
  const Bytes bytes = row.bytes(0);
  PublicKey half{};
  if (bytes.size() != half.size())
    throw BookFault(BookFault::Why::damaged, "the public half of a key is of the wrong length");
  std::ranges::copy(bytes, half.begin());
  return half;
}

}  // namespace tilia::db
