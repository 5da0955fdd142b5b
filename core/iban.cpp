#include "core/iban.h"

#include <array>
#include <utility>

namespace tilia {
namespace {

constexpr bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
constexpr bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

// Lengths of the IBAN registry for the countries of the rule files; others by the check digits.
constexpr std::array<std::pair<std::string_view, std::size_t>, 10> iban_lengths{{{"AL", 28},
                                                                                 {"AT", 20},
                                                                                 {"BA", 20},
                                                                                 {"BG", 22},
                                                                                 {"CZ", 24},
                                                                                 {"ES", 24},
                                                                                 {"MK", 19},
                                                                                 {"RO", 24},
                                                                                 {"RS", 22},
                                                                                 {"XK", 20}}};

}  // namespace

std::string plain_iban(std::string_view typed) {
  std::string plain;
  for (const char letter : typed) {
    if (letter == ' ' || letter == '\t') continue;
    const bool small = letter >= 'a' && letter <= 'z';
    plain += small ? static_cast<char>(letter - 'a' + 'A') : letter;
  }
  return plain;
}

// The first four characters go to the end, letters count 10 to 35, and the whole is 1 modulo 97.
bool good_iban(std::string_view iban) {
  if (iban.size() < 15 || iban.size() > 34) return false;
  if (!is_capital(iban[0]) || !is_capital(iban[1]) || !is_digit(iban[2]) || !is_digit(iban[3]))
    return false;
  for (const auto& [country, length] : iban_lengths) {
    if (iban.starts_with(country) && iban.size() != length) return false;
  }
  int rest = 0;
  for (std::size_t at = 0; at < iban.size(); ++at) {
    const char letter = iban[(at + 4) % iban.size()];
    if (is_digit(letter))
      rest = (rest * 10 + (letter - '0')) % 97;
    else if (is_capital(letter))
      rest = (rest * 100 + (letter - 'A' + 10)) % 97;
    else
      return false;
  }
  return rest == 1;
}

std::string iban_in_fours(std::string_view iban) {
  std::string text;
  for (std::size_t at = 0; at < iban.size(); ++at) {
    if (at > 0 && at % 4 == 0) text += ' ';
    text += iban[at];
  }
  return text;
}

}  // namespace tilia
