#include "app/practice_answer.h"

#include "app/practice_users.h"

namespace tilia::app {

Json practice_users_json() {
  Json users = Json::array();
  for (const PracticeUser& user : practice_users())
    users.push_back(
        {{"name", user.name}, {"role", db::role_text(user.role)}, {"secret", user.secret}});
  return users;
}

void add_practice_rows(Rows& rows, const Words& words) {
  rows.push_back({words.say("app.demo.log_in")});
  for (const PracticeUser& user : practice_users())
    rows.push_back({words.say(Phrase("app.book.practice_user")
                                  .with("picture", user.picture)
                                  .with("name", user.name)
                                  .with("role", std::string(db::role_text(user.role)))
                                  .with("secret", user.secret))});
}

}  // namespace tilia::app
