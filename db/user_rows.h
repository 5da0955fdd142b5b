// Users as their rows keep them: for db/users.cpp and db/user_doors.cpp alone.
#pragma once

#include <optional>
#include <string>

#include "db/users.h"

namespace tilia::db {

// Who she is and what her secret is tried with.
struct StoredLogin {
  User user;
  Key::Salt salt{};
  Key::Work work;
  Bytes ring;
  SealedDoors doors;
};
[[nodiscard]] std::optional<StoredLogin> login_of(Connection& connection, const std::string& name);
[[nodiscard]] std::optional<StoredLogin> login_of(Connection& connection, const UserId& user);

// Of a row with id, name, picture, role and disabled, in this order.
[[nodiscard]] User user_from(const Query& row);
[[nodiscard]] std::optional<User> find_user(Connection& connection, const std::string& name);
// Throws BookFault keys_replaced when she was given a new secret since she came in: her open ring
// is no longer the one behind her doors, and nothing may be kept under it.
void demand_own_ring(Connection& connection, const UserId& user, const KeyRing& ring);
[[nodiscard]] std::int64_t count_holders(Connection& connection, KeyName name);
// What her approvals are checked with (db/approval.h).
[[nodiscard]] SigningHalf approving_half(const KeyRing& ring);

}  // namespace tilia::db
