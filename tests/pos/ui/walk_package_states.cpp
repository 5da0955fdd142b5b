#include "tests/pos/ui/walk_package_states.h"

#include "tests/pos/ui/walk_salon_states.h"
#include "tests/pos/ui/walk_ways.h"

namespace tilia::pos::tests {
namespace {

using States = std::vector<State>;

void opens(Shop& shop) {
  sells(shop);
  shop->own_picture();
  shop->open_packages();
}

// Of whom a name is known, or of whoever has the card; needs an open drawer.
std::int64_t somebody_has_one(Shop& shop, const std::string& name) {
  std::optional<CustomerId> whose;
  std::optional<Customer> noted;
  if (!name.empty()) {
    whose = CustomerId::mint(shop.chance);
    noted = Customer{*whose, name, ""};
  }
  KeepPackages keep({shop.packages, shop.customers, shop.zone, shop.clock});
  const Package package =
      keep.make({PackageId::mint(shop.chance), "many-long-0", whose, noted}).value();
  CHECK(shop.ring.ring_up(
      "T1", {.id = SaleId::mint(shop.chance),
             .lines = {},
             .tenders = {{TenderKind::card, package.price}},
             .donation = std::nullopt,
             .extras = {{ExtraKind::advance, package.price, advance_of_package(package.number)}}}));
  return package.number;
}

}  // namespace

void packages_are_offered(CounterOfTests& shop) {
  for (int i = 0; i < 12; ++i) {
    const std::string article = "long-" + std::to_string(i);
    shop.packages.put_package_offer(
        {"many-" + article, article, 100, shop.dinars(123456), /*offered=*/true}, shop.clock.now());
  }
}

void package_is_on_tray(CounterOfTests& shop) {
  sells(shop);
  shop->scanned(package_barcode(somebody_has_one(shop, "")));
  shop->one_more(0);
  shop->tap_article("long-1");
}

States package_states_of(Place place) {
  switch (place) {
    case Place::packages:
      return {{"a full page", opens, packages_are_offered},
              {"the second",
               [](Shop& s) {
                 opens(s);
                 s->turn_packages(1);
               },
               packages_are_offered}};
    case Place::package_number:
      return {{"unknown",
               [](Shop& s) {
                 opens(s);
                 s->type_package_number();
                 types(s, "999");
                 s->package_number_done();
               },
               packages_are_offered},
              {"typed",
               [](Shop& s) {
                 opens(s);
                 s->type_package_number();
                 types(s, "123456789");
               },
               packages_are_offered}};
    default:
      return {{"",
               [](Shop& s) {
                 opens_visit_in_progress(s);
                 somebody_has_one(s, "Milica");
                 s->visit_to_payment();
               },
               [](Shop& s) {
                 salon_is_set_up(s);
                 packages_are_offered(s);
               }}};
  }
}

}  // namespace tilia::pos::tests
