#include "app/practice_users.h"

#include <algorithm>

#include "core/check.h"

namespace tilia::app {

const std::vector<PracticeUser>& practice_users() {
  static const std::vector<PracticeUser> all{{"Fox", "🦊", db::Role::counter, "111111"},
                                             {"Owl", "🦉", db::Role::manager, "222222"},
                                             {"Bee", "🐝", db::Role::payroll, "333333"},
                                             {"Dolphin", "🐬", db::Role::finance, "444444"},
                                             {"Turtle", "🐢", db::Role::auditor, "555555"}};
  return all;
}

std::vector<db::User> add_practice_users(db::Users& users, Chance& chance) {
  std::vector<db::User> added;
  std::vector<db::Session> inside;
  for (const PracticeUser& user : practice_users()) {
    const auto gives = std::ranges::find_if(inside, [&](const db::Session& session) {
      return users.can_give(session.keys, user.role);
    });
    std::optional<db::Giver> giver;
    if (gives != inside.end()) giver.emplace(db::Giver{gives->user, gives->keys});
    const Secret<std::string> secret(user.secret);
    auto result =
        users.add({user.name, user.picture, user.role}, secret, chance, giver ? &*giver : nullptr);
    CHECK(result.ok());
    added.push_back(std::move(result).value());
    auto session = users.log_in(user.name, secret);
    CHECK(session.has_value());
    inside.push_back(*std::move(session));
  }
  return added;
}

std::optional<std::string> known_secret(const db::User& user) {
  for (const PracticeUser& known : practice_users()) {
    if (known.name == user.name && known.role == user.role) return known.secret;
  }
  return std::nullopt;
}

db::Session practice_session(db::Users& users, db::Role role) {
  for (const PracticeUser& known : practice_users()) {
    if (known.role != role) continue;
    auto session = users.log_in(known.name, Secret<std::string>(known.secret));
    CHECK(session.has_value());
    return *std::move(session);
  }
  CHECK(false);
}

}  // namespace tilia::app
