#include "pos/customer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/check.h"
#include "core/letters.h"

namespace tilia::pos {
namespace {

constexpr std::size_t longest_name = 60;
constexpr std::size_t shortest_number = 3;
constexpr std::size_t longest_number = 20;

constexpr std::array<std::pair<CustomerRefusal, std::string_view>, 4> codes{{
    {CustomerRefusal::name_missing, "customer.name_missing"},
    {CustomerRefusal::name_too_long, "customer.name_too_long"},
    {CustomerRefusal::bad_phone, "customer.bad_phone"},
    {CustomerRefusal::unknown_customer, "customer.unknown_customer"},
}};

std::string without_blanks_around(const std::string& text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// Nothing where there is anything that no telephone number holds.
std::optional<std::string> plain_number(const std::string& typed) {
  constexpr std::string_view between = " -/().";
  std::string plain;
  for (const char letter : typed) {
    if (is_digit(letter) || (letter == '+' && plain.empty()))
      plain += letter;
    else if (between.find(letter) == std::string_view::npos)
      return std::nullopt;
  }
  const auto digits = static_cast<std::size_t>(std::ranges::count_if(plain, is_digit));
  if (digits != 0 && (digits < shortest_number || digits > longest_number)) return std::nullopt;
  if (digits == 0 && !plain.empty()) return std::nullopt;
  return plain;
}

}  // namespace

std::string_view customer_refusal_code(CustomerRefusal why) {
  for (const auto& [known, code] : codes) {
    if (known == why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(CustomerRefusal why) {
  return Phrase(fmt::format("pos.{}", customer_refusal_code(why)));
}

Result<Customer, CustomerRefusal> plain_customer(Customer customer) {
  customer.name = without_blanks_around(customer.name);
  const auto control = [](char letter) { return static_cast<unsigned char>(letter) < ' '; };
  std::ranges::replace_if(customer.name, control, ' ');
  if (customer.name.empty()) return CustomerRefusal::name_missing;
  if (letters_of(customer.name).size() > longest_name) return CustomerRefusal::name_too_long;
  auto phone = plain_number(customer.phone);
  if (!phone) return CustomerRefusal::bad_phone;
  customer.phone = std::move(*phone);
  return customer;
}

bool is_meant(const Customer& customer, std::string_view typed) {
  if (lower_case(customer.name).find(lower_case(typed)) != std::string::npos) return true;
  const bool digits = typed.size() >= shortest_number && std::ranges::all_of(typed, is_digit);
  return digits && customer.phone.ends_with(typed);
}

}  // namespace tilia::pos
