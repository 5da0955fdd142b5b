// Who logs in to a practice book: one of each role, with secrets that everybody may know. A real
// book never has them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/chance.h"
#include "db/users.h"

namespace tilia::app {

struct PracticeUser {
  const char* name;
  const char* picture;
  db::Role role;
  const char* secret;  // six digits
};
[[nodiscard]] const std::vector<PracticeUser>& practice_users();

// In the order of practice_users().
std::vector<db::User> add_practice_users(db::Users& users, Chance& chance);

// The secret that everybody may know, of a user that a practice book began with; nothing of others.
[[nodiscard]] std::optional<std::string> known_secret(const db::User& user);
// Logs in the practice user of that role (CHECKed to be there).
[[nodiscard]] db::Session practice_session(db::Users& users, db::Role role);

}  // namespace tilia::app
