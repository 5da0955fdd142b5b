#include "app/few_holders.h"

#include <fmt/format.h>

namespace tilia::app {

std::vector<FewHolders> few_holders(db::Users& users) {
  std::vector<FewHolders> few;
  // The roster's holders are those of pay and the managers: never fewer than either.
  for (const db::KeyName key :
       {db::KeyName::backup, db::KeyName::payroll, db::KeyName::vault, db::KeyName::audit}) {
    const std::int64_t holders = users.holders(key);
    if (holders > 0 && holders < holders_advised) few.push_back({key, holders});
  }
  return few;
}

std::string said(const std::vector<FewHolders>& few, const Words& words) {
  if (few.empty()) return {};
  std::string what;
  for (const FewHolders& each : few)
    what += fmt::format("{}{} ({})", what.empty() ? "" : ", ",
                        words.say(fmt::format("users.holds.{}", db::key_name_text(each.key))),
                        each.holders);
  return words.say(Phrase("users.few_holders").with("what", what));
}

}  // namespace tilia::app
