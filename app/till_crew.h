// Who logs in at the counter, by picture: always the same 24, taken or not.
#pragma once

#include <functional>
#include <map>

#include "db/users.h"
#include "pos/ui/doors.h"

namespace tilia::app {

class TillCrew final : public pos::Crew {
 public:
  // On a practice book the manager's six digits are good at the till, too. A real manager's
  // passphrase is not typed there: who sells has a login of the counter.
  TillCrew(db::Users& users, bool practice);

  // Of who was just let in, with her keys, which are gone after it.
  std::function<void(const db::Session&)> on_let_in;

  [[nodiscard]] const std::vector<std::string>& pictures() const override { return pictures_; }
  // A picture of nobody takes as long as a wrong number. The hash is worked out here, not at the
  // start.
  [[nodiscard]] std::optional<Member> let_in(const std::string& picture,
                                             const Secret<std::string>& secret) override;
  [[nodiscard]] std::optional<pos::StaffId> staff_of(const std::string& picture) override;
  [[nodiscard]] bool machine_is_new() override { return users_.machine_is_new(); }

 private:
  [[nodiscard]] bool stands_at_the_counter(const db::User& user) const;

  db::Users& users_;
  bool practice_;
  std::vector<std::string> pictures_;
};

}  // namespace tilia::app
