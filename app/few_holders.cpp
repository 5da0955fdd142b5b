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

Phrase sentence_of(const FewHolders& few) {
  return Phrase::counted(fmt::format("users.few_holders.{}", db::key_name_text(few.key)),
                         few.holders);
}

}  // namespace tilia::app
