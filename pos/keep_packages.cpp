#include "pos/keep_packages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/check.h"
#include "pos/article_code.h"

namespace tilia::pos {
namespace {

using Why = PackageRefusal::Why;

constexpr std::array<std::pair<Why, std::string_view>, 10> codes{{
    {Why::bad_code, "package.bad_code"},
    {Why::unknown_article, "package.unknown_article"},
    {Why::sold_by_weight, "package.sold_by_weight"},
    {Why::not_times, "package.not_times"},
    {Why::price_too_small, "package.price_too_small"},
    {Why::unknown_offer, "package.unknown_offer"},
    {Why::not_offered, "package.not_offered"},
    {Why::unknown_package, "package.unknown_package"},
    {Why::unknown_customer, "package.unknown_customer"},
    {Why::same_id_other_content, "package.same_id_other_content"},
}};

bool is_offer(const PackageOffer& offer, const std::string& code) { return offer.code == code; }

}  // namespace

std::string_view package_refusal_code(const PackageRefusal& refusal) {
  if (refusal.customer) return customer_refusal_code(*refusal.customer);
  for (const auto& [known, code] : codes) {
    if (known == refusal.why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(const PackageRefusal& refusal) {
  if (refusal.customer) return sentence_of(*refusal.customer);
  return Phrase(fmt::format("pos.{}", package_refusal_code(refusal))).with("about", refusal.about);
}

Result<PackageOffer, PackageRefusal> KeepPackages::offer(const PackageOffer& offer,
                                                         const std::vector<Article>& articles) {
  if (!is_code(offer.code)) return PackageRefusal{Why::bad_code, offer.code};
  const auto article = std::ranges::find(articles, offer.article, &Article::code);
  if (article == articles.end()) return PackageRefusal{Why::unknown_article, offer.article};
  if (article->unit != Unit::each) return PackageRefusal{Why::sold_by_weight, article->name};
  if (offer.times < 2 || offer.times > most_package_times)
    return PackageRefusal{Why::not_times, std::to_string(most_package_times)};
  const Money least = least_package_price(offer.times, offer.price.currency());
  if (offer.price < least) return PackageRefusal{Why::price_too_small, least.text()};
  doors_.book.put_package_offer(offer, doors_.clock.now());
  return offer;
}

Result<Package, PackageRefusal> KeepPackages::make(const PackageAsked& asked) {
  // Sent again it is answered as it stands, whatever became of the offer; whoever was noted with it
  // is the same.
  if (const auto there = doors_.book.package(asked.id)) {
    const bool same_person =
        asked.noted ? there->customer.has_value() : there->customer == asked.customer;
    if (there->offer != asked.offer || !same_person)
      return PackageRefusal{Why::same_id_other_content};
    return *there;
  }
  const std::vector<PackageOffer> offers = doors_.book.package_offers();
  const auto offer = std::ranges::find_if(
      offers, [&](const PackageOffer& each) { return is_offer(each, asked.offer); });
  if (offer == offers.end()) return PackageRefusal{Why::unknown_offer, asked.offer};
  if (!offer->offered) return PackageRefusal{Why::not_offered, asked.offer};
  std::optional<Customer> noted;
  if (asked.noted) {
    auto plain = plain_customer(*asked.noted);
    if (!plain) return PackageRefusal{Why::bad_customer, "", plain.refusal()};
    noted = std::move(plain).value();
  } else if (asked.customer && !doors_.customers.customer(*asked.customer)) {
    return PackageRefusal{Why::unknown_customer};
  }
  const Instant now = doors_.clock.now();
  Package made = doors_.book.make_package({.id = asked.id,
                                           .offer = offer->code,
                                           .article = offer->article,
                                           .times = offer->times,
                                           .price = offer->price,
                                           .since = doors_.zone.local_day(now),
                                           .customer = asked.customer},
                                          noted, now);
  if (made.offer != asked.offer || made.customer != asked.customer)
    return PackageRefusal{Why::same_id_other_content};
  return made;
}

Result<Package, PackageRefusal> KeepPackages::package(std::int64_t number) {
  auto package = doors_.book.package(number);
  if (!package) return PackageRefusal{Why::unknown_package, std::to_string(number)};
  return *std::move(package);
}

std::vector<KnownPackage> KeepPackages::find(std::string_view typed) {
  const auto scanned = package_of_barcode(typed);
  std::vector<KnownPackage> found;
  for (Package& package : doors_.book.open_packages()) {
    const auto customer =
        package.customer ? doors_.customers.customer(*package.customer) : std::nullopt;
    const bool by_number =
        scanned ? package.number == *scanned : std::to_string(package.number) == typed;
    if (by_number || typed.empty() || (customer && is_meant(*customer, typed)))
      found.push_back({std::move(package), customer ? customer->name : std::string()});
  }
  return found;
}

}  // namespace tilia::pos
