#include "pos/gtin.h"

#include <algorithm>
#include <array>

namespace tilia::pos {
namespace {

int value_of(char digit) { return digit - '0'; }
char digit_of(int value) { return static_cast<char>('0' + value); }

bool only_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

// The weighting of the GS1 inner check digit: each factor is a table, since it folds its tens back.
using Weight = std::array<int, 10>;
constexpr Weight two_minus{0, 2, 4, 6, 8, 9, 1, 3, 5, 7};
constexpr Weight three{0, 3, 6, 9, 2, 5, 8, 1, 4, 7};
constexpr Weight five_plus{0, 5, 1, 6, 2, 7, 3, 8, 4, 9};
constexpr Weight five_minus{0, 5, 9, 4, 8, 3, 7, 2, 6, 1};

template <std::size_t size>
int weighted_sum(std::string_view digits, const std::array<const Weight*, size>& weights) {
  int sum = 0;
  for (std::size_t at = 0; at < size; ++at)
    sum += weights[at]->at(static_cast<std::size_t>(value_of(digits[at])));
  return sum;
}

}  // namespace

char check_digit(std::string_view digits) {
  int sum = 0;
  int weight = 3;
  for (std::size_t at = digits.size(); at-- > 0;) {
    sum += weight * value_of(digits[at]);
    weight = 4 - weight;
  }
  return digit_of((10 - sum % 10) % 10);
}

bool is_gtin(std::string_view digits) {
  const std::size_t size = digits.size();
  if (size != 8 && size != 12 && size != 13 && size != 14) return false;
  return only_digits(digits) && check_digit(digits.substr(0, size - 1)) == digits.back();
}

std::string_view plain_barcode(std::string_view barcode) {
  if (!is_gtin(barcode)) return barcode;
  const std::size_t first = barcode.find_first_not_of('0');
  return first == std::string_view::npos ? barcode : barcode.substr(first);
}

std::optional<std::string> upc_a_of_upc_e(std::string_view digits) {
  if (digits.size() != 8 || !only_digits(digits)) return std::nullopt;
  if (digits[0] != '0' && digits[0] != '1') return std::nullopt;
  const std::string_view six = digits.substr(1, 6);
  std::string whole(1, digits[0]);
  const auto add = [&](std::string_view part) { whole += part; };
  switch (six[5]) {
    case '0':
    case '1':
    case '2':
      add(six.substr(0, 2));
      whole += six[5];
      add("0000");
      add(six.substr(2, 3));
      break;
    case '3':
      add(six.substr(0, 3));
      add("00000");
      add(six.substr(3, 2));
      break;
    case '4':
      add(six.substr(0, 4));
      add("00000");
      add(six.substr(4, 1));
      break;
    default:
      add(six.substr(0, 5));
      add("0000");
      whole += six[5];
      break;
  }
  if (check_digit(whole) != digits[7]) return std::nullopt;
  return whole + digits[7];
}

std::optional<char> inner_check_digit(std::string_view digits) {
  if (!only_digits(digits)) return std::nullopt;
  if (digits.size() == 4) {
    const int sum = weighted_sum<4>(digits, {&two_minus, &two_minus, &three, &five_minus});
    return digit_of(sum * 3 % 10);
  }
  if (digits.size() == 5) {
    const int sum =
        weighted_sum<5>(digits, {&five_plus, &two_minus, &five_minus, &five_plus, &two_minus});
    const int wanted = (10 - sum % 10) % 10;
    const auto* found = std::ranges::find(five_minus, wanted);
    return digit_of(static_cast<int>(found - five_minus.begin()));
  }
  return std::nullopt;
}

}  // namespace tilia::pos
