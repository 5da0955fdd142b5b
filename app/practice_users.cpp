#include "app/practice_users.h"

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
  for (const PracticeUser& user : practice_users()) {
    auto result =
        users.add({user.name, user.picture, user.role}, Secret<std::string>(user.secret), chance);
    CHECK(result.ok());
    added.push_back(std::move(result).value());
  }
  return added;
}

}  // namespace tilia::app
