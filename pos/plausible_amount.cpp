#include "pos/plausible_amount.h"

namespace tilia::pos {
namespace {

constexpr std::int64_t largest_major = 100'000'000;
constexpr std::int64_t smallest_barcode = 10'000'000;  // the first number of 8 digits

}  // namespace

Money largest_amount(Currency currency) {
  return Money::from_minor(largest_major * currency.minor_per_major(), currency);
}

bool too_large(const Money& amount) {
  const Money largest = largest_amount(amount.currency());
  return amount > largest || amount < -largest;
}

bool looks_like_a_barcode(const Money& amount) {
  const std::int64_t major = amount.currency().minor_per_major();
  return amount.minor() % major == 0 && amount.minor() / major >= smallest_barcode;
}

}  // namespace tilia::pos
