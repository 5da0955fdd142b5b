#include "pos/ui/packages_screen.h"

#include <algorithm>

#include "core/check.h"

namespace tilia::pos {
namespace {

// 0 where it delivers none.
std::int64_t package_on(const Cart& tray) {
  const auto& delivers = tray.delivers();
  return delivers && delivers->what == package_delivery ? delivers->number : 0;
}

std::int64_t times_on(const Cart& tray) {
  Quantity times;
  for (const Cart::Line& line : tray.lines()) {
    if (line.use == Cart::Use::from_package) times = times + line.quantity;
  }
  return times.thousandths() / Quantity::one_in_thousandths;
}

}  // namespace

PackagesScreen::PackagesScreen(const KeepPackages::Doors& doors, Chance& chance)
    : doors_(doors), chance_(chance), keep_(doors) {}

void PackagesScreen::open() {
  offers_ = doors_.book.package_offers();
  std::erase_if(offers_, [](const PackageOffer& offer) { return !offer.offered; });
  page_ = std::min(page_, pages() - 1);
}

std::size_t PackagesScreen::pages() const {
  return std::max<std::size_t>(1, (offers_.size() + offers_on_page - 1) / offers_on_page);
}

void PackagesScreen::turn(int by) {
  const auto wanted = static_cast<std::int64_t>(page_) + by;
  if (wanted >= 0 && wanted < static_cast<std::int64_t>(pages()))
    page_ = static_cast<std::size_t>(wanted);
}

std::vector<const PackageOffer*> PackagesScreen::shown() const {
  std::vector<const PackageOffer*> shown;
  for (std::size_t i = page_ * offers_on_page; i < offers_.size(); ++i) {
    if (shown.size() < offers_on_page) shown.push_back(&offers_[i]);
  }
  return shown;
}

const PackageOffer* PackagesScreen::sell(std::size_t shown) {
  const auto page = this->shown();
  if (shown >= page.size()) return nullptr;
  // One that was made and never paid is sold now.
  const bool same = sold_id_ && sold_ == *page[shown];
  const auto there = same ? doors_.book.package(*sold_id_) : std::nullopt;
  if (!same || (there && there->owed)) sold_id_ = PackageId::mint(chance_);
  sold_ = *page[shown];
  return page[shown];
}

// What was shown to the customer is what she pays: an offer that the office changed meanwhile is
// another one.
Result<Package, Phrase> PackagesScreen::made() {
  CHECK(sold_ && sold_id_);
  const auto as_chosen = [this](const PackageOffer& offer) { return offer == *sold_; };
  const bool there = doors_.book.package(*sold_id_).has_value();
  if (!there && std::ranges::none_of(doors_.book.package_offers(), as_chosen))
    return Phrase("till.package.offer_changed");
  auto made = keep_.make({*sold_id_, sold_->code});
  if (!made) return sentence_of(made.refusal());
  return std::move(made).value();
}

Result<Package, Phrase> PackagesScreen::usable(std::int64_t number) {
  auto package = keep_.package(number);
  if (!package || !package.value().owed)
    return Phrase("till.package.unknown").with("number", number);
  if (times_left(package.value()) == 0)
    return Phrase("till.package.used_up").with("number", number);
  return std::move(package).value();
}

std::int64_t PackagesScreen::still_left(const Cart& tray) {
  const std::int64_t number = package_on(tray);
  if (number == 0) return 0;
  const auto package = usable(number);
  return (package ? times_left(package.value()) : 0) - times_on(tray);
}

void PackagesScreen::add_times(const Cart& tray, SaleRequest& request) {
  const std::int64_t number = package_on(tray);
  if (number == 0) return;
  const auto package = usable(number);
  const auto shares = package ? next_times(package.value(), times_on(tray)) : std::nullopt;
  if (!shares) return;
  Money sum = Money::zero(package.value().price.currency());
  std::vector<SaleRequest::Line> lines;
  for (const Money& share : *shares) {
    sum += share;
    const OwnPrice price = AgreedPrice{share};
    if (!lines.empty() && lines.back().own_price == price)
      lines.back().quantity = lines.back().quantity + Quantity::pieces(1);
    else
      lines.push_back({package.value().article, Quantity::pieces(1), price});
  }
  request.lines.insert(request.lines.end(), lines.begin(), lines.end());
  request.tenders.push_back({TenderKind::advance, sum, advance_of_package(number)});
}

bool PackagesScreen::has_one(const Visit& visit) {
  of_visit_.reset();
  if (visit.name.empty()) return false;
  // Of two with one name nobody knows whose it is.
  const auto alike = std::ranges::count(doors_.customers.customers(), visit.name, &Customer::name);
  if (alike > 1) return false;
  for (KnownPackage& known : keep_.find("")) {
    const bool done = std::ranges::any_of(visit.services, [&](const VisitService& service) {
      return service.article == known.package.article;
    });
    if (!done || known.whose != visit.name) continue;
    of_visit_ = std::move(known);
    return true;
  }
  return false;
}

}  // namespace tilia::pos
