#include "db/users.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <sodium.h>

#include "db/book_file.h"

namespace tilia::db {
namespace {

constexpr std::array<std::pair<Role, std::string_view>, 5> roles{{{Role::counter, "counter"},
                                                                  {Role::manager, "manager"},
                                                                  {Role::payroll, "payroll"},
                                                                  {Role::finance, "finance"},
                                                                  {Role::auditor, "auditor"}}};
constexpr std::size_t pin_digits = 6;
constexpr std::size_t longest_name_bytes = 40;

std::string hashed(const Secret<std::string>& secret, SecretCost cost) {
  CHECK(sodium_init() >= 0);
  std::array<char, crypto_pwhash_STRBYTES> text{};
  const std::string& plain = secret.reveal();
  if (crypto_pwhash_str_alg(text.data(), plain.data(), plain.size(), cost.passes,
                            cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::bad_alloc();
  return text.data();
}

bool fits(const std::string& hash, const Secret<std::string>& secret) {
  CHECK(sodium_init() >= 0);
  const std::string& plain = secret.reveal();
  return crypto_pwhash_str_verify(hash.c_str(), plain.data(), plain.size()) == 0;
}

std::optional<UserRefusal> refuses(const NewUser& user, const Secret<std::string>& secret) {
  const bool printable = std::none_of(user.name.begin(), user.name.end(), [](char letter) {
    return static_cast<unsigned char>(letter) < ' ';
  });
  if (user.name.empty() || user.name.size() > longest_name_bytes || !printable)
    return UserRefusal::bad_name;
  const std::string& plain = secret.reveal();
  const bool digits = plain.find_first_not_of("0123456789") == std::string::npos;
  if (user.role == Role::counter && (plain.size() != pin_digits || !digits))
    return UserRefusal::pin_not_six_digits;
  if (plain.size() < pin_digits) return UserRefusal::secret_too_short;
  return std::nullopt;
}

User user_from(const Query& row) {
  const auto role = parse_role(row.text(3));
  CHECK(role.has_value());
  return {row.id<UserId>(0), row.text(1), row.text(2), *role, row.yes(4)};
}

}  // namespace

std::string_view role_text(Role role) {
  for (const auto& [known, text] : roles) {
    if (known == role) return text;
  }
  CHECK(false);
}

std::optional<Role> parse_role(std::string_view text) {
  for (const auto& [role, known] : roles) {
    if (known == text) return role;
  }
  return std::nullopt;
}

std::string_view user_refusal_code(UserRefusal why) {
  switch (why) {
    case UserRefusal::bad_name: return "bad_name";
    case UserRefusal::name_taken: return "name_taken";
    case UserRefusal::pin_not_six_digits: return "pin_not_six_digits";
    case UserRefusal::secret_too_short: return "secret_too_short";
    case UserRefusal::unknown_user: return "unknown_user";
    case UserRefusal::last_manager: return "last_manager";
  }
  CHECK(false);
}

Phrase sentence_of(UserRefusal why) {
  return Phrase(fmt::format("users.refusal.{}", user_refusal_code(why)));
}

Result<User, UserRefusal> Users::add(const NewUser& user, const Secret<std::string>& secret,
                                     Chance& chance) {
  if (const auto why = refuses(user, secret)) return *why;
  const User added{UserId::mint(chance), user.name, user.picture, user.role, false};
  const std::string hash = hashed(secret, cost_);  // before the write lock: it takes its time

  WriteTransaction change(book_);
  Connection& connection = change.connection();
  if (connection.number("SELECT count(*) FROM user WHERE name = ?", user.name) > 0)
    return UserRefusal::name_taken;
  connection.run(
      "INSERT INTO user (id, name, picture, role, secret_hash, added)"
      " VALUES (?, ?, ?, ?, ?, (SELECT count(*) FROM user))",
      added.id, added.name, added.picture, role_text(added.role), hash);
  change.commit();
  return added;
}

std::vector<User> Users::list() {
  std::vector<User> all;
  Query rows = book_.reader().query(
      "SELECT id, name, picture, role, disabled FROM user ORDER BY added");
  while (rows.next()) all.push_back(user_from(rows));
  return all;
}

Result<Done, UserRefusal> Users::disable(const std::string& name) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  std::optional<User> found;
  {
    Query row = connection.query(
        "SELECT id, name, picture, role, disabled FROM user WHERE name = ?", name);
    if (row.next()) found = user_from(row);
  }
  if (!found) return UserRefusal::unknown_user;
  const std::int64_t managers =
      connection.number("SELECT count(*) FROM user WHERE role = 'manager' AND disabled = 0");
  if (found->role == Role::manager && !found->disabled && managers == 1)
    return UserRefusal::last_manager;
  connection.run("UPDATE user SET disabled = 1 WHERE id = ?", found->id);
  change.commit();
  return Done{};
}

std::optional<User> Users::verify(const std::string& name, const Secret<std::string>& secret) {
  std::optional<User> found;
  std::string hash;
  {
    Query row = book_.reader().query(
        "SELECT id, name, picture, role, disabled, secret_hash FROM user WHERE name = ?", name);
    if (row.next()) {
      found = user_from(row);
      hash = row.text(5);
    }
  }
  if (!found) {
    // The same work as for a wrong secret, so that nobody learns which names are there.
    (void)hashed(secret, cost_);
    return std::nullopt;
  }
  if (!fits(hash, secret) || found->disabled) return std::nullopt;
  return found;
}

}  // namespace tilia::db
