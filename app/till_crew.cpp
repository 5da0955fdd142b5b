#include "app/till_crew.h"

#include <algorithm>

#include "pos/counter_secret.h"

namespace tilia::app {

bool TillCrew::stands_at_the_counter(const db::User& user) const {
  return !user.disabled &&
         (user.role == db::Role::counter || (practice_ && user.role == db::Role::manager));
}

TillCrew::TillCrew(db::Users& users, bool practice)
    : users_(users), practice_(practice), pictures_(pos::login_pictures()) {
  // A picture that is none of the usual ones takes the place of a usual one that nobody has, from
  // the end.
  std::vector<std::string> taken;
  for (const db::User& user : users_.list()) {
    if (stands_at_the_counter(user)) taken.push_back(user.picture);
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

std::optional<pos::Crew::Member> TillCrew::let_in(const std::string& picture,
                                                  const Secret<std::string>& secret) {
  bool somebody = false;
  for (const db::User& user : users_.list()) {
    if (user.picture != picture || !stands_at_the_counter(user)) continue;
    somebody = true;
    const auto session = users_.log_in(user.name, secret);
    if (!session) continue;
    if (on_let_in) on_let_in(*session);
    const bool manager = user.role == db::Role::manager;
    return Member{pos::StaffId::from_bytes(user.id.bytes()), manager || users_.approves(user.id)};
  }
  if (!somebody) users_.let_nobody_in(db::Role::counter, secret);
  return std::nullopt;
}

std::optional<pos::StaffId> TillCrew::staff_of(const std::string& picture) {
  for (const db::User& user : users_.list()) {
    if (user.picture == picture && stands_at_the_counter(user))
      return pos::StaffId::from_bytes(user.id.bytes());
  }
  return std::nullopt;
}

}  // namespace tilia::app
