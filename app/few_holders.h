// Fewer than three people who can open something: when one is ill and one has left, nobody can.
#pragma once

#include <string>
#include <vector>

#include "core/phrase.h"
#include "db/users.h"

namespace tilia::app {

inline constexpr std::int64_t holders_advised = 3;

struct FewHolders {
  db::KeyName key = db::KeyName::backup;
  std::int64_t holders = 0;
};
// In the order of the keys; a key that nobody has needed yet is not among them, nor what every
// login of the counter opens.
[[nodiscard]] std::vector<FewHolders> few_holders(db::Users& users);
// "Fewer than three people can open: backups (1), pay (2). …"; empty where nothing is short.
[[nodiscard]] std::string said(const std::vector<FewHolders>& few, const Words& words);

}  // namespace tilia::app
