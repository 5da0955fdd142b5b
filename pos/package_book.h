// What packages need of storage. db/package_book_sqlite fulfils it; each write is one transaction
// and one entry of the journal.
#pragma once

#include <optional>
#include <vector>

#include "core/instant.h"
#include "pos/package.h"

namespace tilia::pos {

class PackageBook {
 public:
  virtual ~PackageBook() = default;

  // By code; those that are offered no more too.
  [[nodiscard]] virtual std::vector<PackageOffer> package_offers() = 0;
  virtual void put_package_offer(const PackageOffer& offer, const Instant& at) = 0;
  // Gives it its number. One that is there already by its id is answered as it stands, and nothing
  // is written. `noted`: somebody new whose package it is, in the same transaction.
  virtual Package make_package(const Package& package, const std::optional<Customer>& noted,
                               const Instant& at) = 0;
  [[nodiscard]] virtual std::optional<Package> package(std::int64_t number) = 0;
  [[nodiscard]] virtual std::optional<Package> package(const PackageId& id) = 0;
  // Paid, and not used up: by number.
  [[nodiscard]] virtual std::vector<Package> open_packages() = 0;
};

}  // namespace tilia::pos
