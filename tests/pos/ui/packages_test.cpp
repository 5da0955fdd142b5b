// Rung 1: packages at the counter, sold whole and used time by time.
#include <gtest/gtest.h>

#include "tests/pos/ui/counter_of_tests.h"
#include "tests/pos/ui/salon_of_counter.h"

namespace tilia::pos {
namespace {

// Ten loaves for 500, each at 60 otherwise; three cakes for 900.01, which has no equal shares.
class PackagesAtCounter : public ::testing::Test {
 protected:
  PackagesAtCounter() {
    offers("ten-loaves", "loaf", 10, shop.dinars(500));
    offers("three-cakes", "cake", 3, Money::from_minor(900'01, shop.pack.currency));
    shop.begin_selling();
  }
  void offers(const std::string& code, const std::string& article, std::int64_t times,
              const Money& price, bool offered = true) {
    shop.packages.put_package_offer({code, article, times, price, offered}, shop.clock.now());
  }
  void opens() {
    shop->own_picture();
    shop->open_packages();
    ASSERT_EQ(shop->place(), Place::packages);
  }
  void pays_exactly() {
    shop->paying().take_offer(0);
    shop->paid();
    ASSERT_EQ(shop->place(), Place::change);
  }
  // Its number.
  std::int64_t sells(std::size_t which = 1) {
    opens();
    shop->sell_package(which);
    EXPECT_EQ(shop->place(), Place::pay);
    pays_exactly();
    shop->print_now();
    shop->next_customer();
    return static_cast<std::int64_t>(shop.packages.open_packages().back().number);
  }
  void scans(std::int64_t number) { shop->scanned(package_barcode(number)); }
  [[nodiscard]] std::int64_t left(std::int64_t number) {
    return times_left(shop.packages.package(number).value());
  }
  [[nodiscard]] std::string said() const {
    return shop.counter->notice() ? shop.counter->notice()->sentence.key() : "";
  }
  [[nodiscard]] Sale last_sale() { return shop.book.latest_sales("T1", 1).at(0); }
  static constexpr std::size_t cakes = 1;
  static constexpr std::size_t loaves = 0;
  tests::CounterOfTests shop;
};

}  // namespace

TEST(PackagesOfAShop, WithoutAnOfferThereIsNoWayIn) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  EXPECT_FALSE(shop->has_packages());
  shop->own_picture();
  shop->open_packages();
  EXPECT_EQ(shop->place(), Place::own);
}

TEST_F(PackagesAtCounter, OnlyWhatIsOfferedNowIsShown) {
  offers("three-cakes", "cake", 3, shop.dinars(900), false);
  opens();
  const auto shown = shop->packages().shown();
  ASSERT_EQ(shown.size(), 1U);
  EXPECT_EQ(shown[0]->code, "ten-loaves");
}

TEST_F(PackagesAtCounter, MoreThanAPageIsTurned) {
  for (int i = 0; i < 12; ++i)
    offers("tea-" + std::to_string(i), "tea-1", 2 + i, shop.dinars(200 + i));
  opens();
  EXPECT_EQ(shop->packages().shown().size(), PackagesScreen::offers_on_page);
  shop->turn_packages(1);
  EXPECT_EQ(shop->packages().shown().size(), 3U);
  shop->turn_packages(1);
  EXPECT_EQ(shop->packages().page(), 1U);
}

TEST_F(PackagesAtCounter, IsPaidWholeAsAnAdvanceAndItsCardIsPrinted) {
  const std::int64_t number = sells(loaves);
  EXPECT_EQ(left(number), 10);
  EXPECT_EQ(last_sale().priced.total, shop.dinars(0)) << "owed, not earned";
  EXPECT_EQ(
      last_sale().priced.extras,
      (std::vector<Extra>{{ExtraKind::advance, shop.dinars(500), advance_of_package(number)}}));
  EXPECT_EQ(shop.paper.printed,
            (std::vector<std::string>{last_sale().receipt, "package " + std::to_string(number)}));
}

TEST_F(PackagesAtCounter, NoVoucherOrAccountPaysForOne) {
  opens();
  shop->sell_package(loaves);
  EXPECT_EQ(shop->paying().for_voucher(), shop.dinars(0));
  EXPECT_EQ(shop->paying().for_account(), shop.dinars(0));
}

TEST_F(PackagesAtCounter, WhatLiesOnTheTrayWaitsWhileOneIsSold) {
  shop->tap_article("roll");
  opens();
  shop->sell_package(loaves);
  EXPECT_EQ(shop->waiting().size(), 1U);
  EXPECT_EQ(shop->paying().to_pay(), shop.dinars(500));
}

TEST_F(PackagesAtCounter, NotPaidAfterAllNothingIsMade) {
  opens();
  shop->sell_package(loaves);
  shop->undo();
  EXPECT_EQ(shop->place(), Place::packages);
  shop->undo();
  EXPECT_EQ(shop->place(), Place::own);
  EXPECT_FALSE(shop.packages.package(1).has_value());
}

TEST_F(PackagesAtCounter, ASaleThatIsRefusedLeavesNoneToUseAndItsNumberIsTakenUpAgain) {
  opens();
  shop->sell_package(loaves);
  const auto session = shop.book.open_session("T1").value();
  shop.book.bag_session(session, "7", shop.clock.now());
  shop->paying().take_offer(0);
  shop->paid();
  EXPECT_NE(shop->place(), Place::change);
  ASSERT_TRUE(shop.packages.package(1).has_value());
  EXPECT_TRUE(shop.packages.open_packages().empty()) << "nobody can use it";
  shop.count_a_float();
  shop->open_with_count();
  scans(1);
  EXPECT_EQ(said(), "till.package.unknown");
  EXPECT_EQ(sells(loaves), 1) << "the same one, paid now";
}

TEST_F(PackagesAtCounter, TwoOfOneKindAreTwo) {
  EXPECT_EQ(sells(loaves), 1);
  EXPECT_EQ(sells(loaves), 2);
}

TEST_F(PackagesAtCounter, WhatTheOfficeOffersDifferentlyMeanwhileIsChosenOnceMore) {
  opens();
  shop->sell_package(loaves);
  offers("ten-loaves", "loaf", 10, shop.dinars(550));
  shop->paying().take_offer(0);
  shop->paid();
  EXPECT_EQ(shop->place(), Place::packages);
  EXPECT_EQ(said(), "till.package.offer_changed");
  EXPECT_EQ(shop->packages().shown().at(loaves)->price, shop.dinars(550));
  EXPECT_FALSE(shop.packages.package(1).has_value());
}

TEST_F(PackagesAtCounter, AScannedCardPutsTheNextTimeOnTheTrayWithNothingToPay) {
  const std::int64_t number = sells(loaves);
  scans(number);
  EXPECT_EQ(shop->place(), Place::sale);
  ASSERT_EQ(shop->cart().lines().size(), 1U);
  EXPECT_EQ(shop->cart().lines()[0].use, Cart::Use::from_package);
  EXPECT_EQ(shop->total(), shop.dinars(0));
  EXPECT_EQ(said(), "till.package.left_after");
  shop->pay();
  ASSERT_EQ(shop->place(), Place::change) << "nothing is asked for";
  EXPECT_EQ(last_sale().priced.total, shop.dinars(50));
  EXPECT_EQ(
      last_sale().priced.tenders,
      (std::vector<Tender>{{TenderKind::advance, shop.dinars(50), advance_of_package(number)}}));
  EXPECT_EQ(left(number), 9);
}

TEST_F(PackagesAtCounter, IsFoundByTheNumberOnItsCard) {
  const std::int64_t number = sells(loaves);
  opens();
  shop->type_package_number();
  ASSERT_EQ(shop->place(), Place::package_number);
  shop->type("9");
  shop->package_number_done();
  EXPECT_EQ(said(), "till.package.unknown");
  EXPECT_EQ(shop->typed(), "");
  for (const char digit : std::to_string(number)) shop->type(std::string(1, digit));
  shop->package_number_done();
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(shop->cart().quantity_of("loaf"), Quantity::pieces(1));
}

TEST_F(PackagesAtCounter, SeveralTimesAreUsedAtOnceEachAtItsShareAndNoMoreThanAreLeft) {
  const std::int64_t number = sells(cakes);
  scans(number);
  shop->one_more(0);
  EXPECT_TRUE(shop->may_be_more(shop->cart().lines()[0]));
  scans(number);
  EXPECT_EQ(shop->cart().quantity_of("cake"), Quantity::pieces(3));
  EXPECT_FALSE(shop->may_be_more(shop->cart().lines()[0]));
  shop->one_more(0);
  EXPECT_EQ(said(), "till.package.no_more");
  scans(number);
  EXPECT_EQ(said(), "till.package.no_more");
  shop->open_line(0);
  shop->type_number();
  shop->type("4");
  shop->line_number_done();
  EXPECT_EQ(shop->place(), Place::line_number);
  shop->undo();
  shop->undo();
  EXPECT_EQ(shop->cart().quantity_of("cake"), Quantity::pieces(3));
  shop->pay();
  ASSERT_EQ(shop->place(), Place::change);
  EXPECT_EQ(last_sale().priced.total.minor(), 900'01);
  EXPECT_EQ(left(number), 0);
  shop->next_customer();
  scans(number);
  EXPECT_EQ(said(), "till.package.used_up");
  EXPECT_TRUE(shop->notice()->calm);
  EXPECT_TRUE(shop->cart().empty());
}

TEST_F(PackagesAtCounter, SoManyAsAreTypedAreUsed) {
  const std::int64_t number = sells(loaves);
  scans(number);
  shop->open_line(0);
  shop->type_number();
  shop->type("4");
  shop->line_number_done();
  shop->pay();
  EXPECT_EQ(left(number), 6);
}

TEST_F(PackagesAtCounter, BesideItOtherGoodsArePaidAsEver) {
  const std::int64_t number = sells(loaves);
  scans(number);
  shop->tap_article("roll");
  shop->tap_article("loaf");
  ASSERT_EQ(shop->cart().lines().size(), 3U) << "a loaf that is bought is a line of its own";
  shop->pay();
  EXPECT_EQ(shop->paying().to_pay(), shop.dinars(105));
  pays_exactly();
  EXPECT_EQ(last_sale().priced.total, shop.dinars(155));
  EXPECT_EQ(left(number), 9);
}

TEST_F(PackagesAtCounter, WhatLiesOnTheTrayAlreadyIsPaidByTheCard) {
  const std::int64_t number = sells(loaves);
  shop->tap_article("loaf");
  shop->tap_article("loaf");
  scans(number);
  EXPECT_EQ(shop->cart().quantity_of("loaf"), Quantity::pieces(2)) << "not one more";
  EXPECT_EQ(shop->total(), shop.dinars(60));
  shop->undo();
  EXPECT_EQ(shop->total(), shop.dinars(120));
  EXPECT_FALSE(shop->cart().delivers().has_value());
}

TEST_F(PackagesAtCounter, AnotherPackageComesOnATrayOfItsOwn) {
  const std::int64_t first = sells(loaves);
  const std::int64_t second = sells(cakes);
  scans(first);
  scans(second);
  ASSERT_EQ(shop->waiting().size(), 1U);
  EXPECT_EQ(shop->cart().quantity_of("cake"), Quantity::pieces(1));
  scans(first);
  EXPECT_EQ(shop->cart().quantity_of("loaf"), Quantity::pieces(1)) << "it is shown, and not more";
  EXPECT_EQ(shop->waiting().size(), 1U);
}

TEST_F(PackagesAtCounter, TakesNoOtherPrice) {
  scans(sells(loaves));
  shop->open_line(0);
  shop->choose_percent();
  shop->take_off_percent(10);
  EXPECT_FALSE(shop->cart().lines()[0].own_price.has_value());
}

TEST_F(PackagesAtCounter, TakenFromTheTrayItDeliversNothing) {
  scans(sells(loaves));
  shop->tap_article("roll");
  shop->one_less(0);
  EXPECT_FALSE(shop->cart().delivers().has_value());
  shop->pay();
  pays_exactly();
  EXPECT_FALSE(last_sale().priced.delivers.has_value());
}

TEST_F(PackagesAtCounter, SurvivesARestartAndATrayThatWaits) {
  const std::int64_t number = sells(loaves);
  scans(number);
  shop->one_more(0);
  shop->tap_article("roll");
  const auto lines = shop->cart().lines();
  shop->wait_here();
  shop.start_again();
  shop.log_in();
  ASSERT_EQ(shop->waiting().size(), 1U);
  EXPECT_EQ(shop->waiting()[0].lines(), lines);
  shop->wait_here();
  shop->take_up(0);
  shop->pay();
  pays_exactly();
  EXPECT_EQ(left(number), 8);
}

TEST_F(PackagesAtCounter, WhatAnotherTillUsedFirstIsSaidBeforeAnythingIsPaid) {
  const std::int64_t number = sells(cakes);
  scans(number);
  shop->one_more(0);
  const auto shares = next_times(shop.packages.package(number).value(), 2).value();
  ASSERT_TRUE(shop.ring.ring_up(
      "T1", {.id = SaleId::mint(shop.chance),
             .lines = {{"cake", Quantity::pieces(1), AgreedPrice{shares[0]}},
                       {"cake", Quantity::pieces(1), AgreedPrice{shares[1]}}},
             .tenders = {{TenderKind::advance, shares[0] + shares[1], advance_of_package(number)}},
             .donation = std::nullopt,
             .delivers = Delivery{package_delivery, number}}));
  shop->pay();
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(said(), "till.package.no_more");
  shop->one_less(0);
  shop->pay();
  EXPECT_EQ(shop->place(), Place::change) << "one was left";
  EXPECT_EQ(left(number), 0);
}

TEST_F(PackagesAtCounter, TakenBackItsTimesAreLeftAgain) {
  const std::int64_t number = sells(loaves);
  scans(number);
  shop->pay();
  ASSERT_EQ(left(number), 9);
  shop->made_a_mistake();
  ASSERT_EQ(shop->place(), Place::take_back);
  shop->taking_back().all();
  shop->take_it_back();
  EXPECT_EQ(left(number), 10);
}

TEST_F(PackagesAtCounter, TheSaleOfOneIsTakenBackWhole) {
  opens();
  shop->sell_package(loaves);
  pays_exactly();
  shop->made_a_mistake();
  ASSERT_EQ(shop->place(), Place::take_back);
  shop->taking_back().all();
  shop->take_it_back();
  ASSERT_EQ(shop->place(), Place::taken_back);
  shop->print_now();
  shop->next_customer();
  scans(1);
  EXPECT_TRUE(shop->cart().empty()) << "nothing is left in it";
}

// ---- in the salon

namespace {

class PackageOfAVisit : public ::testing::Test {
 protected:
  PackageOfAVisit() {
    shop.packages.put_package_offer({"ten-cuts", "cut", 10, shop.dinars(500)}, shop.clock.now());
    const CustomerId mira = CustomerId::mint(shop.chance);
    KeepPackages keep({shop.packages, shop.customers, shop.zone, shop.clock});
    number = keep.make({PackageId::mint(shop.chance), "ten-cuts", mira, Customer{mira, "Mira", ""}})
                 .value()
                 .number;
    CHECK(shop.ring
              .ring_up("T1", {.id = SaleId::mint(shop.chance),
                              .lines = {},
                              .tenders = {{TenderKind::cash, shop.dinars(500)}},
                              .donation = std::nullopt,
                              .extras = {{ExtraKind::advance, shop.dinars(500),
                                          advance_of_package(number)}}})
              .ok());
  }
  // Of whom the name is known; to its payment.
  void visit_of(const std::string& name, const std::vector<std::string>& services) {
    KeepVisits visits(shop.salon, shop.zone, shop.clock);
    std::vector<Wanted> wanted;
    for (const std::string& service : services) wanted.push_back({service, "ana", ""});
    visit = VisitId::mint(shop.chance);
    CHECK(visits.book({visit, wanted, shop.today_at("08:00"), "⭐", name}).ok());
    CHECK(visits.set_state(visit, VisitState::in_progress).ok());
    shop->at_salon([&](SalonDay& salon) {
      salon.open();
      salon.open_visit(visit);
    });
    shop->visit_to_payment();
  }
  tests::SalonOfCounter shop;
  std::int64_t number = 0;
  VisitId visit = VisitId::mint(shop.chance);
};

}  // namespace

TEST_F(PackageOfAVisit, IsOfferedAndPaysForTheServiceThatItIsFor) {
  visit_of("Mira", {"cut", "beard"});
  ASSERT_EQ(shop->place(), Place::package_of_visit);
  EXPECT_EQ(shop->packages().of_visit()->package.number, number);
  shop->visit_with_package(true);
  ASSERT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(shop->cart().visits(), std::vector{visit});
  EXPECT_EQ(shop->cart().quantity_of("cut", Cart::Use::from_package), Quantity::pieces(1));
  EXPECT_EQ(shop->cart().quantity_of("cut"), Quantity::pieces(1));
  EXPECT_EQ(shop->total(), shop.dinars(60)) << "the beard";
  shop->pay();
  shop->paying().take_offer(0);
  shop->paid();
  ASSERT_EQ(shop->place(), Place::change);
  EXPECT_EQ(times_left(shop.packages.package(number).value()), 9);
  EXPECT_EQ(shop.salon.visit(visit)->state, VisitState::paid);
}

TEST_F(PackageOfAVisit, SheMayPayAsEver) {
  visit_of("Mira", {"cut"});
  shop->visit_with_package(false);
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(shop->total(), shop.dinars(60));
}

TEST_F(PackageOfAVisit, TheWayBackLeadsToTheVisit) {
  visit_of("Mira", {"cut"});
  shop->undo();
  EXPECT_EQ(shop->place(), Place::visit);
  EXPECT_TRUE(shop->cart().empty());
}

TEST_F(PackageOfAVisit, NobodyElsesIsOfferedNorOneForSomethingElse) {
  visit_of("Ana", {"cut"});
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_FALSE(shop->packages().of_visit().has_value());
}

TEST_F(PackageOfAVisit, OfTwoWithOneNameNobodyKnowsWhoseItIs) {
  shop.customers.put_customer({CustomerId::mint(shop.chance), "Mira", "0641234567"},
                              shop.zone.local_day(shop.clock.now()));
  visit_of("Mira", {"cut"});
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(shop->total(), shop.dinars(60));
}

TEST_F(PackageOfAVisit, OneThatLiesOnATrayThatWaitsIsNotOfferedOnAnother) {
  shop->back_to_selling();
  shop->scanned(package_barcode(number));
  ASSERT_FALSE(shop->cart().empty()) << place_code(shop->place());
  shop->wait_here();
  shop->open_salon();
  visit_of("Mira", {"cut"});
  ASSERT_EQ(shop->cart().visits(), std::vector{visit});
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(shop->total(), shop.dinars(60)) << "and the one that waits keeps its time";
}

TEST_F(PackageOfAVisit, IsNotOfferedForWhatItIsNotFor) {
  visit_of("Mira", {"beard"});
  EXPECT_EQ(shop->place(), Place::sale);
}

}  // namespace tilia::pos
