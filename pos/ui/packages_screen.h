// Packages at the counter, without a window: which are offered, the one that is being sold, and
// what the next times of one that was sold cost.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/chance.h"
#include "core/phrase.h"
#include "core/result.h"
#include "pos/keep_packages.h"
#include "pos/ui/cart.h"

namespace tilia::pos {

class PackagesScreen {
 public:
  static constexpr std::size_t offers_on_page = 11;  // beside the way to one by its number

  PackagesScreen(const KeepPackages::Doors& doors, Chance& chance);

  // As the book has them now.
  void open();
  [[nodiscard]] std::vector<const PackageOffer*> shown() const;
  [[nodiscard]] std::size_t page() const { return page_; }
  [[nodiscard]] std::size_t pages() const;
  void turn(int by);

  // One of those that are shown is to be sold; nothing where there is none.
  [[nodiscard]] const PackageOffer* sell(std::size_t shown);
  // That one with its number, made once however often its sale is tried. Until it is paid it can
  // neither be found nor used.
  [[nodiscard]] Result<Package, Phrase> made();

  // One that is paid and not used up.
  [[nodiscard]] Result<Package, Phrase> usable(std::int64_t number);
  // Of the package on that tray, beside the times that lie there; below zero where another till was
  // first. Nothing where it delivers none.
  [[nodiscard]] std::int64_t still_left(const Cart& tray);
  // The times on that tray, each at its share, and what pays for them. None where fewer are left:
  // the book refuses it then.
  void add_times(const Cart& tray, SaleRequest& request);

  // Whether whoever is served has one for something that was done, by the name that she gave.
  [[nodiscard]] bool has_one(const Visit& visit);
  [[nodiscard]] const std::optional<KnownPackage>& of_visit() const { return of_visit_; }

 private:
  KeepPackages::Doors doors_;
  Chance& chance_;
  KeepPackages keep_;
  std::vector<PackageOffer> offers_;
  std::size_t page_ = 0;
  std::optional<PackageOffer> sold_;
  std::optional<PackageId> sold_id_;
  std::optional<KnownPackage> of_visit_;
};

}  // namespace tilia::pos
