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

}  // namespace tilia::db
