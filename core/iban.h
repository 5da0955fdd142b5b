// An account number of a bank (ISO 13616): its check digits, and how people read it.
//
//   good_iban("RS35260005601001611379")   -> true
//   iban_in_fours("RS35260005601001611379")   -> "RS35 2600 0560 1001 6113 79"
#pragma once

#include <string>
#include <string_view>

namespace tilia {

// As it is kept: without spaces, in capitals.
[[nodiscard]] std::string plain_iban(std::string_view typed);
// Of a plain one: its form, its length where we know the country's, its digits (ISO 7064 mod 97).
[[nodiscard]] bool good_iban(std::string_view iban);
[[nodiscard]] std::string iban_in_fours(std::string_view iban);

}  // namespace tilia
