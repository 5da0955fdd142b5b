#include "pos/package.h"

#include "core/check.h"
#include "pos/own_codes.h"

namespace tilia::pos {
namespace {

constexpr std::string_view advance_prefix = "package-";

}  // namespace

Money least_package_price(std::int64_t times, Currency currency) {
  return Money::from_minor(times * (times + 1), currency);
}

// Whatever was used and taken back, each time that is left is worth a whole share or one minor unit
// more; a share is more units than there are times, so that the sum tells how many they are.
std::int64_t times_left(const Package& package) {
  CHECK(package.times > 0 && package.price.minor() >= package.times);
  if (!package.owed) return 0;
  return package.owed->minor() / (package.price.minor() / package.times);
}

std::optional<std::vector<Money>> next_times(const Package& package, std::int64_t times) {
  const std::int64_t left = times_left(package);
  if (times < 1 || times > left) return std::nullopt;
  std::vector<Money> next =
      shared_out(*package.owed, std::vector<std::int64_t>(static_cast<std::size_t>(left), 1));
  next.resize(static_cast<std::size_t>(times), next.front());
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
