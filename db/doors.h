// The ways in to a user's ring of keys. The ring lies under a key of its own, and that key under
// what each of her secrets gives (Argon2id). Everybody has the same doors, used or not: one that
// was never set lies under a key that nobody has, and nothing in the file tells which those are.
//
//   const DoorLock lock(salt, work, device);               // how a secret becomes a key
//   auto opened = open_door(lock, user, doors, secret);    // one try for all doors
//
// Whoever stands at the counter has few digits to remember, so that a secret alone must open
// nothing: there the key comes from the secret and from what only this machine has (`device`).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/id.h"
#include "core/secret.h"
#include "db/connection.h"
#include "db/key.h"
#include "db/sealing.h"

namespace tilia::db {

enum class Door {
  secret,  // her passphrase; at the counter her number, or her card with pictures
  paper,   // the words of her recovery sheet
  duress,  // a second passphrase, for when somebody makes her open
};
inline constexpr std::array<Door, 3> all_doors{Door::secret, Door::paper, Door::duress};
inline constexpr std::size_t sealed_door_bytes = Key::size + sealed_overhead;

// As the user's row keeps it, in the order of `all_doors`.
using SealedDoors = std::array<Bytes, all_doors.size()>;

// What has to be stored to make the same key again from a secret.
struct DoorLock {
  Key::Salt salt{};
  Key::Work work;
  std::optional<Key> device;  // of this machine

  // A new salt.
  DoorLock(Key::Work how_much, std::optional<Key> of_machine);
  DoorLock(const Key::Salt& stored, Key::Work how_much, std::optional<Key> of_machine)
      : salt(stored), work(how_much), device(std::move(of_machine)) {}
  [[nodiscard]] std::int64_t passes() const { return static_cast<std::int64_t>(work.passes); }
  [[nodiscard]] std::int64_t memory_bytes() const {
    return static_cast<std::int64_t>(work.memory_bytes);
  }
  // It takes its time: done before a write lock is taken.
  [[nodiscard]] Key key_of(const Secret<std::string>& secret) const;
};

// The ring's key under what a secret gave.
[[nodiscard]] Bytes sealed_door(Door door, const IdBytes& user, const Key& from_secret,
                                const Key& ring_key);
// Of a user who has no such door.
[[nodiscard]] Bytes door_of_nobody(Door door, const IdBytes& user);

struct OpenedDoor {
  Door door = Door::secret;
  Key ring_key;
};
[[nodiscard]] std::optional<OpenedDoor> open_door(const IdBytes& user, const SealedDoors& doors,
                                                  const Key& from_secret);

// The kind of the note that a login by this door leaves for the auditor.
[[nodiscard]] std::string_view note_of_login(Door door);
[[nodiscard]] std::string_view door_column(Door door);

}  // namespace tilia::db
