// The keys of somebody in finance, in a book of a test: everything that pay and reports need.
#pragma once

#include "core/check.h"
#include "db/users.h"

namespace tilia::db {

inline KeyRing finance_keys(BookFile& book) {
  const SetClock clock(Instant::from_unix_milliseconds(0));
  Users users(book, SecretPolicy::practice(), clock);
  SeededChance chance(99);
  const Secret<std::string> secret(std::string("444444"));
  CHECK(users.add({"Dolphin", "🐬", Role::finance}, secret, chance, nullptr).ok());
  auto session = users.log_in("Dolphin", secret);
  CHECK(session.has_value());
  return std::move(session->keys);
}

// A key that finance does not hold, as if somebody of that role had shared hers.
inline void hold_too(BookFile& book, KeyRing& keys, KeyName name) {
  const HeldKey held{1, Key::random()};
  WriteTransaction change(book);
  change.connection().run("INSERT INTO key (name, generation, public_half) VALUES (?, 1, ?)",
                          key_name_text(name), public_half(held.key));
  change.commit();
  keys.put(name, {1, held.key.copy()});
}

}  // namespace tilia::db
