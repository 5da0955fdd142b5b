// Who logs in at the counter, by picture: always the same 24, taken or not.
#pragma once

#include <map>

#include "db/users.h"
#include "pos/ui/doors.h"

namespace tilia::app {

class TillCrew final : public pos::Crew {
 public:
  explicit TillCrew(db::Users& users);

  [[nodiscard]] const std::vector<std::string>& pictures() const override { return pictures_; }
  // A picture of nobody takes as long as a wrong number. The hash is worked out here, not at the
  // start.
  [[nodiscard]] bool let_in(const std::string& picture, const Secret<std::string>& pin) override;

 private:
  db::Users& users_;
  std::vector<std::string> pictures_;
};

}  // namespace tilia::app
