#include "payroll/identity.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"

namespace tilia::payroll {
namespace {

constexpr std::size_t longest_name_bytes = 120;
constexpr int oldest_years = 100;

constexpr bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
constexpr bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

std::string without_spaces(std::string_view text) {
  std::string kept;
  std::ranges::copy_if(text, std::back_inserter(kept),
                       [](char letter) { return letter != ' ' && letter != '\t'; });
  return kept;
}

std::string without_spaces_around(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool good_id_number(std::string_view number) {
  if (number.size() < 4 || number.size() > 20) return false;
  const auto letter_or_digit = [](char letter) {
    return is_digit(letter) || is_capital(letter) || (letter >= 'a' && letter <= 'z');
  };
  return letter_or_digit(number.front()) && letter_or_digit(number.back()) &&
         std::ranges::all_of(number, [&](char letter) {
           return letter_or_digit(letter) || letter == '-' || letter == '/';
         });
}

}  // namespace

std::string_view identity_refusal_code(IdentityRefusal why) {
  switch (why) {
    case IdentityRefusal::name_missing: return "name_missing";
    case IdentityRefusal::name_too_long: return "name_too_long";
    case IdentityRefusal::bad_id_number: return "bad_id_number";
    case IdentityRefusal::bad_iban: return "bad_iban";
    case IdentityRefusal::birth_date_unasked: return "birth_date_unasked";
    case IdentityRefusal::bad_birth_date: return "bad_birth_date";
  }
  CHECK(false);
}

Phrase sentence_of(IdentityRefusal why) {
  return Phrase(fmt::format("payroll.identity_refusal.{}", identity_refusal_code(why)));
}

Result<Identity, IdentityRefusal> checked_identity(Identity typed, bool law_asks_birth_date,
                                                   const Day& today) {
  typed.legal_name = without_spaces_around(typed.legal_name);
  typed.id_number = without_spaces(typed.id_number);
  typed.iban = plain_iban(typed.iban);
  if (typed.legal_name.empty()) return IdentityRefusal::name_missing;
  if (typed.legal_name.size() > longest_name_bytes) return IdentityRefusal::name_too_long;
  if (!typed.id_number.empty() && !good_id_number(typed.id_number))
    return IdentityRefusal::bad_id_number;
  if (!typed.iban.empty() && !good_iban(typed.iban)) return IdentityRefusal::bad_iban;
  if (typed.born && !law_asks_birth_date) return IdentityRefusal::birth_date_unasked;
  if (typed.born && (*typed.born > today || typed.born->plus_days(oldest_years * 366) < today))
    return IdentityRefusal::bad_birth_date;
  return typed;
}

}  // namespace tilia::payroll
