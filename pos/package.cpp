#include "pos/package.h"

#include <algorithm>

#include "core/check.h"
#include "pos/own_codes.h"

namespace tilia::pos {
namespace {

constexpr std::string_view advance_prefix = "package-";

std::vector<Money> shares(const Package& package) {
  CHECK(package.times > 0);
  return shared_out(package.price,
                    std::vector<std::int64_t>(static_cast<std::size_t>(package.times), 1));
}

}  // namespace

Money least_package_price(std::int64_t times, Currency currency) {
  return Money::from_minor(times * times, currency);
}

std::int64_t times_left(const Package& package) {
  if (!package.owed) return 0;
  const std::vector<Money> all = shares(package);
  Money sum = Money::zero(package.price.currency());
  std::int64_t left = 0;
  for (auto share = all.rbegin(); share != all.rend(); ++share) {
    sum += *share;
    if (sum > *package.owed) break;
    ++left;
  }
  return left;
}

std::optional<std::vector<Money>> next_times(const Package& package, std::int64_t times) {
  const std::int64_t left = times_left(package);
  if (times < 1 || times > left) return std::nullopt;
  const std::vector<Money> all = shares(package);
  const auto from = all.end() - left;
  std::vector<Money> next(from, from + times);
  if (times < left) return next;
  next.back() = *package.owed;
  for (auto before = next.begin(); before != next.end() - 1; ++before) next.back() -= *before;
  return next;
}

std::string advance_of_package(std::int64_t number) {
  return numbered_code(advance_prefix, number);
}

std::optional<std::int64_t> package_of_advance(std::string_view code) {
  return number_of_code(advance_prefix, code);
}

std::string package_barcode(std::int64_t number) { return own_barcode(OwnRange::package, number); }

std::optional<std::int64_t> package_of_barcode(std::string_view scanned) {
  return number_of_own_barcode(OwnRange::package, scanned);
}

}  // namespace tilia::pos
