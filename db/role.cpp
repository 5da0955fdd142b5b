#include "db/role.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/check.h"

namespace tilia::db {
namespace {

constexpr std::array<std::pair<Role, std::string_view>, 5> roles{{{Role::counter, "counter"},
                                                                  {Role::manager, "manager"},
                                                                  {Role::payroll, "payroll"},
                                                                  {Role::finance, "finance"},
                                                                  {Role::auditor, "auditor"}}};

}  // namespace

std::string_view role_text(Role role) {
  for (const auto& [known, text] : roles) {
    if (known == role) return text;
  }
  CHECK(false);
}

std::optional<Role> parse_role(std::string_view text) {
  for (const auto& [role, known] : roles) {
    if (known == text) return role;
  }
  return std::nullopt;
}

std::vector<KeyName> keys_of(Role role) {
  using enum KeyName;
  switch (role) {
    case Role::counter: return {till};
    case Role::manager: return {till, roster, backup};
    case Role::payroll: return {roster, payroll};
    case Role::finance: return {roster, payroll, vault};
    case Role::auditor: return {audit};
  }
  CHECK(false);
}

bool role_holds(Role role, KeyName name) {
  const std::vector<KeyName> keys = keys_of(role);
  return std::ranges::find(keys, name) != keys.end();
}

std::vector<Role> roles_that_hold(KeyName name) {
  std::vector<Role> found;
  for (const auto& [role, text] : roles) {
    if (role_holds(role, name)) found.push_back(role);
  }
  return found;
}

}  // namespace tilia::db
