#include "app/till_crew.h"

#include <algorithm>

namespace tilia::app {
namespace {

const std::vector<std::string>& usual_pictures() {
  static const std::vector<std::string> pictures{
      "🦊", "🦉", "🐝", "🐬", "🐢", "🐘", "🦋", "🐧", "🌻", "🌲", "🍓",      "🍋",
      "🍇",    "⭐",    "🌙", "🌈", "🔑", "🎈", "⛵",    "🚲", "🏠", "🎸", "☂️", "🙂"};
  return pictures;
}

bool stands_at_the_counter(db::Role role) {
  return role == db::Role::counter || role == db::Role::manager;
}

}  // namespace

TillCrew::TillCrew(db::Users& users) : users_(users), pictures_(usual_pictures()) {
  // A picture that is none of the usual ones takes the place of a usual one that nobody has, from
  // the end.
  std::vector<std::string> taken;
  for (const db::User& user : users_.list()) {
    if (!user.disabled) taken.push_back(user.picture);
  }
  const auto has = [](const std::vector<std::string>& all, const std::string& one) {
    return std::ranges::find(all, one) != all.end();
  };
  for (const std::string& own : taken) {
    if (has(pictures_, own)) continue;
    const auto free = std::find_if(pictures_.rbegin(), pictures_.rend(),
                                   [&](const std::string& usual) { return !has(taken, usual); });
    if (free == pictures_.rend()) {
      pictures_.push_back(own);
    } else {
      *free = own;
    }
  }
}

bool TillCrew::let_in(const std::string& picture, const Secret<std::string>& pin) {
  bool somebody = false;
  for (const db::User& user : users_.list()) {
    if (user.disabled || user.picture != picture || !stands_at_the_counter(user.role)) continue;
    somebody = true;
    if (users_.log_in(user.name, pin)) return true;
  }
  if (!somebody) users_.let_nobody_in(db::Role::counter, pin);
  return false;
}

}  // namespace tilia::app
