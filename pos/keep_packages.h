// Packages: offered, made for somebody, found again by the card, her name or her number. One is
// paid beside a sale under its code (advance_of_package) and used by sales that deliver it.
//
//   KeepPackages keep({book, customers, zone, clock});
//   auto package = keep.make({id, "ten-cuts"});
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/clock.h"
#include "core/phrase.h"
#include "core/result.h"
#include "core/zone.h"
#include "pos/article.h"
#include "pos/customer_book.h"
#include "pos/package_book.h"

namespace tilia::pos {

struct PackageRefusal {
  enum class Why {
    bad_code,
    unknown_article,
    sold_by_weight,
    not_times,        // 2 to most_package_times
    price_too_small,  // `about`: the least
    unknown_offer,
    not_offered,
    unknown_package,
    unknown_customer,
    bad_customer,  // see `customer`
    same_id_other_content,
  };
  Why why = Why::bad_code;
  std::string about = {};
  std::optional<CustomerRefusal> customer = std::nullopt;
};
[[nodiscard]] std::string_view package_refusal_code(const PackageRefusal& refusal);
[[nodiscard]] Phrase sentence_of(const PackageRefusal& refusal);

struct PackageAsked {
  PackageId id;
  std::string offer;
  std::optional<CustomerId> customer = std::nullopt;
  // Somebody new, who is noted with it: `customer` is her id.
  std::optional<Customer> noted = std::nullopt;
};

// A package with whose it is; the name is empty where whoever has the card has it.
struct KnownPackage {
  Package package;
  std::string whose;
};

class KeepPackages {
 public:
  struct Doors {
    PackageBook& book;
    CustomerBook& customers;
    const Zone& zone;
    const Clock& clock;
  };
  explicit KeepPackages(Doors doors) : doors_(doors) {}

  // Packages that were made keep what was agreed then.
  [[nodiscard]] Result<PackageOffer, PackageRefusal> offer(const PackageOffer& offer,
                                                           const std::vector<Article>& articles);
  [[nodiscard]] Result<Package, PackageRefusal> make(const PackageAsked& asked);
  [[nodiscard]] Result<Package, PackageRefusal> package(std::int64_t number);
  // Paid, and not used up: of whoever is meant by what somebody typed (pos/customer.h), or the one
  // whose number was typed or whose card was scanned. Nothing typed means all.
  [[nodiscard]] std::vector<KnownPackage> find(std::string_view typed);

 private:
  Doors doors_;
};

}  // namespace tilia::pos
