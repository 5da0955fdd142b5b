#include "db/user_rows.h"

#include <algorithm>

#include "core/check.h"
#include "db/book_fault.h"

namespace tilia::db {
namespace {

constexpr const char* login_columns =
    "SELECT id, name, picture, role, disabled, salt, passes, memory_bytes, ring, door_secret,"
    " door_paper, door_duress FROM user WHERE ";

StoredLogin login_from(const Query& row) {
  StoredLogin login{.user = user_from(row),
                    .work = {static_cast<unsigned long long>(row.whole(6)),
                             static_cast<std::size_t>(row.whole(7))},
                    .ring = row.bytes(8),
                    .doors = {row.bytes(9), row.bytes(10), row.bytes(11)}};
  const Bytes salt = row.bytes(5);
  if (salt.size() != login.salt.size())
    throw BookFault(BookFault::Why::damaged, "a login's salt is of the wrong length");
  std::ranges::copy(salt, login.salt.begin());
  return login;
}

}  // namespace

std::optional<StoredLogin> login_of(Connection& connection, const std::string& name) {
  Query row = connection.query(std::string(login_columns) + "name = ?", name);
  if (!row.next()) return std::nullopt;
  return login_from(row);
}

std::optional<StoredLogin> login_of(Connection& connection, const UserId& user) {
  Query row = connection.query(std::string(login_columns) + "id = ?", user);
  if (!row.next()) return std::nullopt;
  return login_from(row);
}

User user_from(const Query& row) {
  const auto role = parse_role(row.text(3));
  CHECK(role.has_value());
  return {row.id<UserId>(0), row.text(1), row.text(2), *role, row.yes(4)};
}

std::optional<User> find_user(Connection& connection, const std::string& name) {
  Query row =
      connection.query("SELECT id, name, picture, role, disabled FROM user WHERE name = ?", name);
  if (!row.next()) return std::nullopt;
  return user_from(row);
}

void demand_own_ring(Connection& connection, const UserId& user, const KeyRing& ring) {
  Query row = connection.query("SELECT ring FROM user WHERE id = ?", user);
  CHECK(row.next() && ring.ring_key);
  if (!opened_if(*ring.ring_key, ring_place(user.bytes()), row.bytes(0)))
    throw BookFault(BookFault::Why::keys_replaced, "her own ring");
}

std::int64_t count_holders(Connection& connection, KeyName name) {
  std::int64_t holders = 0;
  for (const Role role : roles_that_hold(name))
    holders += connection.number("SELECT count(*) FROM user WHERE role = ? AND disabled = 0",
                                 role_text(role));
  return holders;
}

SigningHalf approving_half(const KeyRing& ring) {
  return SigningKey(approving_seed(*ring.own)).public_half();
}

}  // namespace tilia::db
