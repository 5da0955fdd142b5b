// Who a worker is before the law and where her pay goes: sealed with her wages, for whoever holds
// the payroll key. The till, the manager and every screen without that key know an alias.
//
//   auto identity = checked_identity({.legal_name = "…", .id_number = "…", .iban = "RS35 …"},
//                                    rules.birth_date_law.has_value(), today);
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/day.h"
#include "core/iban.h"
#include "core/phrase.h"
#include "core/result.h"

namespace tilia::payroll {

struct Identity {
  std::string legal_name;   // as on her papers; empty as long as nobody entered it
  std::string id_number;    // the number that her country's law wants on pay papers
  std::string iban;         // her own account, without spaces; empty: paid in cash
  std::optional<Day> born;  // only where the law asks for it

  friend bool operator==(const Identity&, const Identity&) = default;
};

enum class IdentityRefusal {
  name_missing,
  name_too_long,       // more than 120 bytes
  bad_id_number,       // 4 to 20 letters and digits, with - and / between
  bad_iban,            // not an account number, or a digit is wrong (ISO 13616, ISO 7064 mod 97)
  birth_date_unasked,  // no law here asks for it: it is not kept
  bad_birth_date,      // in the future, or more than 100 years ago
};
[[nodiscard]] std::string_view identity_refusal_code(IdentityRefusal why);
[[nodiscard]] Phrase sentence_of(IdentityRefusal why);

// As it is kept: spaces around and within numbers taken out, capitals in the account number.
[[nodiscard]] Result<Identity, IdentityRefusal> checked_identity(Identity typed,
                                                                 bool law_asks_birth_date,
                                                                 const Day& today);

using tilia::iban_in_fours;

}  // namespace tilia::payroll
