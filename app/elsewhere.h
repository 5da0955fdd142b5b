// The second person of an act, where she may be elsewhere: what is asked of her, and her answer.
#pragma once

#include <string>

#include "core/day.h"
#include "db/users.h"
#include "payroll/worker.h"

namespace tilia::app {

inline constexpr const char* act_of_erasure = "erase_person";
inline constexpr const char* act_of_taking_a_key = "take_approving_key";

[[nodiscard]] db::Asked asked_to_erase(db::Users& users, const payroll::Worker& worker,
                                       const db::UserId& by, const Day& today);
[[nodiscard]] db::Asked asked_for_key(db::Users& users, const db::UserId& by, const Day& today);
// A sentence where the line is not good for that, or she may not approve.
[[nodiscard]] Result<db::User, Phrase> approver_of(db::Users& users, const db::Asked& asked,
                                                   const std::string& line, const Day& today);

}  // namespace tilia::app
