// Packages at the counter: one is sold whole and beside nothing else, and used time by time, with
// whatever else lies on the tray.
#include <algorithm>
#include <charconv>

#include "pos/ui/counter.h"

namespace tilia::pos {
namespace {

std::optional<std::int64_t> number_in(const std::string& digits) {
  std::int64_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [last, wrong] = std::from_chars(digits.data(), end, number);
  if (wrong != std::errc() || last != end) return std::nullopt;
  return number;
}

}  // namespace

PackagesScreen& Counter::packages_screen() {
  if (!packages_) {
    packages_ = std::make_unique<PackagesScreen>(
        KeepPackages::Doors{*doors_.packages, *doors_.customers, doors_.zone, doors_.clock},
        doors_.chance);
  }
  return *packages_;
}

// One that was sold has an offer, even where that is not offered any more.
bool Counter::has_packages() const {
  return doors_.packages != nullptr && doors_.customers != nullptr && doors_.tenders != nullptr &&
         !doors_.packages->package_offers().empty();
}

bool Counter::of_packages() const {
  return place_ >= Place::packages && place_ <= Place::package_of_visit;
}

void Counter::open_packages() {
  notice_.reset();
  if (place_ != Place::own || !has_packages()) return;
  packages_screen().open();
  go(Place::packages);
}

void Counter::turn_packages(int by) {
  notice_.reset();
  if (place_ == Place::packages) packages_->turn(by);
}

// ---- selling one

void Counter::sell_package(std::size_t shown) {
  notice_.reset();
  if (place_ != Place::packages) return;
  if (shown >= packages_->shown().size() || !tray_goes_aside()) return;
  const PackageOffer* offer = packages_->sell(shown);
  read_rules();
  sold_voucher_.reset();
  account_payment_.reset();
  // Of which number is told when it is made, with its sale.
  early_.paid = Extra{ExtraKind::advance, offer->price, ""};
  paying_.emplace(doors_.pack, offer->price, Money::zero(currency()));
  go(Place::pay);
}

bool Counter::sells_package() const {
  return early_.paid &&
         (early_.paid->reference.empty() || package_of_advance(early_.paid->reference));
}

bool Counter::package_is_made() {
  if (!sells_package()) return true;
  const auto made = packages_->made();
  if (made) {
    early_.paid->reference = advance_of_package(made.value().number);
    return true;
  }
  packages_->open();
  go(Place::packages);
  notice_ = Notice{made.refusal(), Notice::Button::none};
  return false;
}

void Counter::print_package_card(const Sale& sale) {
  if (doors_.packages == nullptr) return;
  for (const Extra& extra : sale.priced.extras) {
    const auto number = package_of_advance(extra.reference);
    const auto package = number && extra.kind == ExtraKind::advance
                             ? doors_.packages->package(*number)
                             : std::nullopt;
    if (package && package->owed)
      doors_.paper.print_package(*package, doors_.book.articles(catalogue_day()));
  }
}

// ---- using one

void Counter::type_package_number() {
  notice_.reset();
  if (place_ == Place::packages) go(Place::package_number);
}

void Counter::package_number_done() {
  notice_.reset();
  if (place_ != Place::package_number) return;
  if (const auto number = number_in(typed_)) use_package(*number);
}

// Where articles are scanned, and where one is looked for.
bool Counter::package_scanned(const std::string& code) {
  const bool listens = place_ == Place::sale || place_ == Place::find ||
                       place_ == Place::packages || place_ == Place::package_number;
  const auto number = listens && has_packages() ? package_of_barcode(code) : std::nullopt;
  if (!number) return false;
  notice_.reset();
  use_package(*number);
  return true;
}

void Counter::use_package(std::int64_t number) {
  const auto package = packages_screen().usable(number);
  if (!package) {
    typed_.clear();
    notice_ = Notice{package.refusal(), Notice::Button::none, /*calm=*/true};
    return;
  }
  const std::string& article = package.value().article;
  if (shelf().article(article) == nullptr) {
    notice_ = Notice{sentence_of(SaleRefusal{SaleRefusal::Why::unknown_article, article}),
                     Notice::Button::none};
    return;
  }
  const Delivery delivery{package_delivery, number};
  const bool lay_in_front = cart_.delivers() == delivery;
  if (!lay_in_front && is_on_a_tray(delivery)) {
    go(Place::sale);
    return static_cast<void>(says_what_is_left(0));
  }
  if (cart_.delivers() && !lay_in_front && !tray_goes_aside()) return;
  go(Place::sale);
  if (lay_in_front && !says_what_is_left(1)) return;
  cart_.add_of_package(number, article);
  save_draft();
  static_cast<void>(says_what_is_left(0));
}

// Of the package on the tray, with so many more; false where they are too many.
bool Counter::says_what_is_left(std::int64_t more) {
  const std::int64_t left = packages_screen().still_left(cart_) - more;
  const std::int64_t number = cart_.delivers() ? cart_.delivers()->number : 0;
  notice_ =
      Notice{left < 0 ? Phrase("till.package.no_more").with("number", number)
                      : Phrase("till.package.left_after").with("number", number).with("left", left),
             Notice::Button::none, /*calm=*/true};
  return left >= 0;
}

bool Counter::may_be_more(const Cart::Line& line) {
  if (line.use != Cart::Use::from_package) return !is_settled(line);
  return packages_screen().still_left(cart_) > 0;
}

// Another till may have used it meanwhile.
bool Counter::package_is_enough() {
  const bool delivers = cart_.delivers() && cart_.delivers()->what == package_delivery;
  return !delivers || packages_screen().still_left(cart_) >= 0 || says_what_is_left(0);
}

void Counter::visit_with_package(bool used) {
  notice_.reset();
  if (place_ != Place::package_of_visit || !packages_->of_visit()) return;
  const std::int64_t number = packages_->of_visit()->package.number;
  put_visit_on_tray();
  if (used && place_ == Place::sale) use_package(number);
}

// ---- back

void Counter::undo_packages() {
  switch (place_) {
    case Place::packages: return go(Place::own);
    case Place::package_number: return go(Place::packages);
    default: return go(Place::visit);
  }
}

}  // namespace tilia::pos
