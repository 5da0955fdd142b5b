// People who log in to this book: a name, a picture, a role, and the hash of a secret (a 6-digit
// PIN at the counter, a PIN or passphrase elsewhere). A plain table: nothing of it enters the
// business journal.
//
//   Users users(book);
//   auto added = users.add({.name = "Fox", .picture = "🦊", .role = Role::counter}, pin, chance);
//   if (auto who = users.verify("Fox", pin)) …
//
// The hash is Argon2id (libsodium). A name that is not there takes as long to refuse as a wrong
// secret.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/chance.h"
#include "core/id.h"
#include "core/phrase.h"
#include "core/result.h"
#include "core/secret.h"

namespace tilia::payroll {
struct UserTag;
}

namespace tilia::db {

class BookFile;

using UserId = Id<payroll::UserTag>;  // who draws up a pay run and who approves it

// In the order of COMMANDS.md: the first that may do a thing does it on a practice book.
enum class Role { counter, manager, payroll, finance, auditor };
[[nodiscard]] std::string_view role_text(Role role);
[[nodiscard]] std::optional<Role> parse_role(std::string_view text);

struct NewUser {
  std::string name;     // 1 to 40 bytes, unique in the book
  std::string picture;  // an emoji
  Role role = Role::counter;
};

struct User {
  UserId id;
  std::string name;
  std::string picture;
  Role role = Role::counter;
  bool disabled = false;

  friend bool operator==(const User&, const User&) = default;
};

enum class UserRefusal {
  bad_name,
  name_taken,
  pin_not_six_digits,   // counter staff
  secret_too_short,     // everybody else: at least six characters
  unknown_user,
  last_manager,         // the book would have nobody left who adds users
};
[[nodiscard]] std::string_view user_refusal_code(UserRefusal why);
[[nodiscard]] Phrase sentence_of(UserRefusal why);

// What one guess costs. The defaults are libsodium's for a till PIN: 64 MiB, 3 passes. Tests use
// less.
struct SecretCost {
  unsigned long long passes = 3;
  std::size_t memory_bytes = std::size_t{64} * 1024 * 1024;
  [[nodiscard]] static SecretCost for_tests() { return {1, std::size_t{8} * 1024}; }
};

class Users {
 public:
  explicit Users(BookFile& book, SecretCost cost = {}) : book_(book), cost_(cost) {}

  [[nodiscard]] Result<User, UserRefusal> add(const NewUser& user,
                                              const Secret<std::string>& secret, Chance& chance);
  // In the order in which they were added, disabled ones too.
  [[nodiscard]] std::vector<User> list();
  [[nodiscard]] Result<Done, UserRefusal> disable(const std::string& name);
  // Nothing for a wrong secret, an unknown name and a disabled user alike.
  [[nodiscard]] std::optional<User> verify(const std::string& name,
                                           const Secret<std::string>& secret);

 private:
  BookFile& book_;
  SecretCost cost_;
};

}  // namespace tilia::db
