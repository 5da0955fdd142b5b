// Rung 2: a visit's customer, what was done for her and her package, in real windows.
#include <gtest/gtest.h>

#include <tuple>

#include "tests/pos/shop_of_tests.h"
#include "tests/pos/ui/salon_of_counter.h"
#include "tests/pos/ui/till_on_screen.h"

namespace tilia::pos {
namespace {

class MemoryWindows : public ::testing::TestWithParam<std::tuple<Language, int>> {
 protected:
  MemoryWindows() {
    shop_.salon.set_notes({"🎨 6.0", "🎨 7.1", "🎨 8.3", "✂ short", "✂ long", "💧 dry hair"},
                          shop_.clock.now());
    shop_.packages.put_package_offer({"ten-cuts", "cut", 10, shop_.dinars(500)}, shop_.clock.now());
  }
  static Language language() { return std::get<0>(GetParam()); }
  static wxSize size() {
    return std::get<1>(GetParam()) == 1366 ? wxSize(1366, 768) : wxSize(1280, 680);
  }
  void keep_picture(const std::string& name) {
    till_.keep_picture(name + "-" + std::string(language_tag(language())) + "-" +
                       std::to_string(size().GetWidth()));
  }
  void press(ui::Control* control) {
    ASSERT_NE(control, nullptr);
    ASSERT_TRUE(till_.press(control)) << control->GetName();
  }
  VisitId visit_at(const std::string& time) {
    KeepVisits visits(shop_.salon, shop_.zone, shop_.clock);
    const VisitId id = VisitId::mint(shop_.chance);
    CHECK(visits
              .book({id,
                     {{"cut", "ana", "window"}, {"beard", "ana", "window"}},
                     shop_.today_at(time),
                     "⭐",
                     "Milica"})
              .ok());
    return id;
  }
  void opens(const VisitId& id) {
    shop_->at_salon([&](SalonDay& salon) {
      salon.open();
      salon.open_visit(id);
    });
    till_.show_again();
    ASSERT_EQ(shop_->place(), Place::visit);
  }
  tests::SalonOfCounter shop_;
  tests::TillOnScreen till_{shop_, tests::words(language()), size()};
};

TEST_P(MemoryWindows, SheAgreesWithOneTapAndNextTimeItIsThere) {
  const VisitId first = visit_at("08:00");
  ASSERT_TRUE(KeepVisits(shop_.salon, shop_.zone, shop_.clock)
                  .set_state(first, VisitState::in_progress)
                  .ok());
  opens(first);
  keep_picture("visit-asks");
  press(till_.button("till.history.may_we"));
  ASSERT_EQ(shop_->place(), Place::visit_history);
  keep_picture("history-empty");
  press(till_.tile("7.1"));
  EXPECT_EQ(till_.tile("7.1")->face().badge, "✓");
  press(till_.tile("short"));
  press(till_.button("till.done"));
  ASSERT_EQ(shop_->place(), Place::visit);
  opens(visit_at("10:00"));
  keep_picture("visit-known");
  press(till_.button("till.history.open"));
  ASSERT_EQ(shop_->place(), Place::visit_history);
  keep_picture("history");
  EXPECT_EQ(till_.tile("7.1"), nullptr) << "that one has not begun";
  ASSERT_EQ(shop_->salon().memory().before().size(), 1U);
  EXPECT_EQ(shop_->salon().memory().before()[0].notes,
            (std::vector<std::string>{"🎨 7.1", "✂ short"}));
}

TEST_P(MemoryWindows, HerPackageIsOfferedOnTheWayToPayment) {
  const CustomerId milica = CustomerId::mint(shop_.chance);
  KeepPackages keep({shop_.packages, shop_.customers, shop_.zone, shop_.clock});
  const Package package =
      keep.make({PackageId::mint(shop_.chance), "ten-cuts", milica, Customer{milica, "Milica", ""}})
          .value();
  ASSERT_TRUE(shop_.ring
                  .ring_up("T1", {.id = SaleId::mint(shop_.chance),
                                  .lines = {},
                                  .tenders = {{TenderKind::cash, shop_.dinars(500)}},
                                  .donation = std::nullopt,
                                  .extras = {{ExtraKind::advance, shop_.dinars(500),
                                              advance_of_package(package.number)}}})
                  .ok());
  const VisitId visit = visit_at("08:00");
  ASSERT_TRUE(KeepVisits(shop_.salon, shop_.zone, shop_.clock)
                  .set_state(visit, VisitState::in_progress)
                  .ok());
  opens(visit);
  press(till_.button("till.visit.to_payment"));
  ASSERT_EQ(shop_->place(), Place::package_of_visit);
  keep_picture("package-of-visit");
  press(till_.button("till.package.use"));
  EXPECT_EQ(shop_->place(), Place::sale);
  EXPECT_EQ(shop_->total(), shop_.dinars(60));
  keep_picture("package-visit-tray");
}

INSTANTIATE_TEST_SUITE_P(Languages, MemoryWindows,
                         ::testing::Combine(::testing::Values(Language::english,
                                                              Language::serbian_cyrillic),
                                            ::testing::Values(1366, 1280)));

}  // namespace
}  // namespace tilia::pos
