// A package: so many times of one article, paid at once and often for less than they cost one by
// one: ten sessions, twelve coffees. What it was paid for is owed until it is used
// (pos/advance.h): each time by a sale that delivers it, at its share of the price.
//
// What is owed is shared out over the times that are left, to the minor unit, the larger first: the
// last takes all that is left, and how many are left is told by what is owed alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/id.h"
#include "core/money.h"
#include "pos/customer.h"

namespace tilia::pos {

struct PackageOffer {
  std::string code;     // [a-z0-9-], at most 40
  std::string article;  // of the catalogue, sold by the piece
  std::int64_t times = 0;
  Money price;  // of all of them, VAT included
  bool offered = true;

  friend bool operator==(const PackageOffer&, const PackageOffer&) = default;
};
inline constexpr std::int64_t most_package_times = 100;
// Below that a time would cost nothing, or what is owed would not tell how many are left.
[[nodiscard]] Money least_package_price(std::int64_t times, Currency currency);

struct PackageTag;
using PackageId = Id<PackageTag>;

struct Package {
  PackageId id;             // minted by who asks: asked twice, made once
  std::int64_t number = 0;  // of the book: what its card says
  std::string offer;
  std::string article;
  std::int64_t times = 0;
  Money price;
  Day since;
  std::optional<CustomerId> customer = std::nullopt;  // whoever has the card, or her by name
  // Of its advance: nothing until it is paid.
  std::optional<Money> owed = std::nullopt;

  friend bool operator==(const Package&, const Package&) = default;
};
[[nodiscard]] std::int64_t times_left(const Package& package);
// What the next times cost, one by one. Nothing where fewer are left.
[[nodiscard]] std::optional<std::vector<Money>> next_times(const Package& package,
                                                           std::int64_t times);

[[nodiscard]] std::string advance_of_package(std::int64_t number);  // "package-17"
// The package of such a code; nothing where it is another's.
[[nodiscard]] std::optional<std::int64_t> package_of_advance(std::string_view code);

// What the bars of its card say: thirteen digits of the range that is a shop's own.
[[nodiscard]] std::string package_barcode(std::int64_t number);
[[nodiscard]] std::optional<std::int64_t> package_of_barcode(std::string_view scanned);

}  // namespace tilia::pos
