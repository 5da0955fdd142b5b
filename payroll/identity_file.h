// Who somebody is, as a JSON file:
// {"legal_name":"…","id_number":"…","iban":"…","born":"1999-12-31"}. Strict: a key that is not
// known or stands twice is refused, and so is a missing name. In a file and not in arguments, which
// every program of the machine can read.
#pragma once

#include <string>

#include "core/result.h"
#include "payroll/identity.h"

namespace tilia::payroll {

// The key at which the file does not hold, or "" for a file that is no such document at all.
[[nodiscard]] Result<Identity, std::string> read_identity_file(const std::string& text);
// Readable, in the order above.
[[nodiscard]] std::string identity_file_text(const Identity& identity);

}  // namespace tilia::payroll
