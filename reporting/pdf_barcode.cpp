#include "reporting/pdf_barcode.h"

#include <algorithm>
#include <array>

namespace tilia::reporting {
namespace {

constexpr std::size_t digits_in_all = 13;
constexpr std::size_t left_digits = 6;

// Set A; B is C from right to left, and C is A with dark and light exchanged.
constexpr std::array<std::string_view, 10> set_a{"0001101", "0011001", "0010011", "0111101",
                                                 "0100011", "0110001", "0101111", "0111011",
                                                 "0110111", "0001011"};
// Which of the left digits are of set B: so the first digit is said without bars of its own.
constexpr std::array<std::string_view, 10> first_digit{"AAAAAA", "AABABB", "AABBAB", "AABBBA",
                                                       "ABAABB", "ABBAAB", "ABBBAA", "ABABAB",
                                                       "ABABBA", "ABBABA"};

std::string in_set_c(std::size_t digit) {
  std::string modules(set_a.at(digit));
  for (char& module : modules) module = module == '0' ? '1' : '0';
  return modules;
}

std::string in_set_b(std::size_t digit) {
  std::string modules = in_set_c(digit);
  std::ranges::reverse(modules);
  return modules;
}

}  // namespace

std::string ean13_modules(std::string_view digits) {
  const bool number = digits.find_first_not_of("0123456789") == std::string_view::npos;
  if (digits.size() != digits_in_all || !number) return {};
  const auto digit = [&](std::size_t at) { return static_cast<std::size_t>(digits[at] - '0'); };
  const std::string_view sets = first_digit.at(digit(0));
  std::string modules = "101";
  for (std::size_t at = 1; at <= left_digits; ++at)
    modules += sets[at - 1] == 'A' ? std::string(set_a.at(digit(at))) : in_set_b(digit(at));
  modules += "01010";
  for (std::size_t at = left_digits + 1; at < digits_in_all; ++at) modules += in_set_c(digit(at));
  return modules + "101";
}

}  // namespace tilia::reporting
