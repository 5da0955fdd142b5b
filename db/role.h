// What each who logs in may open: her role, and the keys that it holds.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "db/key_ring.h"

namespace tilia::db {

// In the order of COMMANDS.md: the first that may do a thing does it on a practice book.
enum class Role { counter, manager, payroll, finance, auditor };
[[nodiscard]] std::string_view role_text(Role role);
[[nodiscard]] std::optional<Role> parse_role(std::string_view text);

// Who pays a wage needs to know who worked; who splits it, what it is.
[[nodiscard]] std::vector<KeyName> keys_of(Role role);
[[nodiscard]] bool role_holds(Role role, KeyName name);
// Who opens what is sealed under that key, in the order of the roles.
[[nodiscard]] std::vector<Role> roles_that_hold(KeyName name);

}  // namespace tilia::db
