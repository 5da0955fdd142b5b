// The page of who a worker is before the law, in the room Hours, for whoever holds the payroll key.
#pragma once

#include <map>
#include <string>

#include "core/ui/office/page.h"
#include "payroll/identity.h"
#include "payroll/worker.h"

namespace tilia::payroll {

// What stands in its fields at first.
[[nodiscard]] std::map<std::string, std::string> identity_fields(const Identity& identity);
[[nodiscard]] ui::Page identity_page(const Worker& worker, bool law_asks_birth_date,
                                     const std::map<std::string, std::string>& typed,
                                     const std::map<std::string, Phrase>& faults);
// What was typed, as far as it can be read; a fault where it cannot.
[[nodiscard]] Identity typed_identity(const ui::Values& values,
                                      std::map<std::string, Phrase>& faults);
// The field that a refusal is about.
[[nodiscard]] std::string identity_field(IdentityRefusal why);

}  // namespace tilia::payroll
