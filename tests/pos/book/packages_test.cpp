// Packages on the real book: each time at its share, no more times than are left, whatever is taken
// back in between; and whose one is.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "db/journal.h"
#include "db/till_rows.h"
#include "pos/take_back.h"
#include "tests/core/seed.h"
#include "tests/db/all_rows.h"
#include "tests/pos/book/paid_early.h"

namespace tilia::pos {
namespace {

using tests::day;
using tests::PaidEarly;
using tests::quantity;
using Why = SaleRefusal::Why;

// Three cakes for 8.00: 2.67, 2.67 and 2.66.
class Packages : public PaidEarly {
 protected:
  Packages() { EXPECT_TRUE(offer({"three-cakes", "cake", 3, eur("8.00")})); }

  Result<PackageOffer, PackageRefusal> offer(const PackageOffer& asked) {
    return keep_packages_.offer(asked, book_.articles(day("2026-03-02")));
  }
  [[nodiscard]] PackageRefusal::Why refused(const PackageOffer& asked) {
    return offer(asked).refusal().why;
  }
  std::int64_t make(const std::string& code = "three-cakes") {
    return keep_packages_.make({PackageId::mint(chance_), code}).value().number;
  }
  std::int64_t bought(const std::string& code = "three-cakes", const char* price = "8.00") {
    const std::int64_t number = make(code);
    EXPECT_TRUE(deposit(price, advance_of_package(number)));
    return number;
  }
  [[nodiscard]] Package package(std::int64_t number) { return *packages_.package(number); }
  [[nodiscard]] SaleRequest use(std::int64_t number, const std::vector<Money>& shares) {
    SaleRequest request{.id = SaleId::mint(chance_),
                        .lines = {},
                        .tenders = {},
                        .donation = std::nullopt,
                        .delivers = Delivery{package_delivery, number}};
    Money sum = eur("0.00");
    for (const Money& share : shares) {
      request.lines.push_back({"cake", quantity("1"), AgreedPrice{share}});
      sum += share;
    }
    request.tenders = {{TenderKind::advance, sum, advance_of_package(number)}};
    return request;
  }
  Result<RungUp, SaleRefusal> use_next(std::int64_t number, std::int64_t times = 1) {
    return ring(use(number, next_times(package(number), times).value()));
  }
};

TEST_F(Packages, EachTimeCostsItsShareAndTheLastAllThatIsLeft) {
  const std::int64_t number = bought();
  EXPECT_EQ(times_left(package(number)), 3);
  EXPECT_EQ(next_times(package(number), 3),
            (std::vector<Money>{eur("2.67"), eur("2.67"), eur("2.66")}));
  ASSERT_TRUE(use_next(number));
  EXPECT_EQ(times_left(package(number)), 2);
  ASSERT_TRUE(use_next(number, 2));
  EXPECT_EQ(times_left(package(number)), 0);
  EXPECT_EQ(owed(advance_of_package(number)), eur("0.00"));
  EXPECT_FALSE(next_times(package(number), 1));
  EXPECT_EQ(ring(use(number, {eur("2.67")})).refusal().why, Why::advance_not_enough);
  EXPECT_EQ(figures().sales_total, eur("8.00"));
  EXPECT_EQ(figures().discounts, eur("0.00"));
}

TEST_F(Packages, OneIsPaidOnceAndWhole) {
  const std::int64_t number = make();
  const std::string code = advance_of_package(number);
  EXPECT_EQ(times_left(package(number)), 0) << "not paid yet";
  EXPECT_TRUE(keep_packages_.find("").empty());
  EXPECT_EQ(deposit("7.99", code).refusal().why, Why::advance_unknown);
  ASSERT_TRUE(deposit("8.00", code));
  EXPECT_EQ(deposit("8.00", code).refusal().why, Why::advance_unknown);
  EXPECT_EQ(deposit("8.00", "package-99").refusal().why, Why::advance_unknown);
}

TEST_F(Packages, OneIsUsedForItsArticleAtItsShareAlone) {
  const std::int64_t number = bought();
  EXPECT_EQ(ring(use(number, {eur("2.66")})).refusal().why, Why::bad_own_price)
      << "that is the last one's";
  SaleRequest other = use(number, {eur("2.67")});
  other.lines.front().article = "white-loaf";
  EXPECT_EQ(ring(other).refusal().why, Why::bad_own_price);
  SaleRequest cash = use(number, {eur("2.67")});
  cash.tenders = {{TenderKind::cash, eur("2.67")}};
  EXPECT_EQ(ring(cash).refusal().why, Why::bad_own_price) << "it was paid already";
  SaleRequest anything = {.id = SaleId::mint(chance_),
                          .lines = {{"cake", quantity("1")}},
                          .tenders = {early("3.00", advance_of_package(number))},
                          .donation = std::nullopt};
  EXPECT_EQ(ring(anything).refusal().why, Why::bad_own_price) << "no money for other things";
  SaleRequest beside = use(number, {eur("2.67")});
  beside.lines.push_back({"white-loaf", quantity("1")});
  beside.tenders.push_back({TenderKind::cash, eur("1.20")});
  EXPECT_TRUE(ring(beside)) << "other things are paid beside it";
}

TEST_F(Packages, ATimeThatIsTakenBackIsLeftAgainAndTheSumsClose) {
  const std::int64_t number = bought();
  const auto first = use_next(number);
  ASSERT_TRUE(first && use_next(number) && use_next(number));
  ASSERT_TRUE(take_back(book_, pack_, clock_, "T1",
                        {SaleId::mint(chance_), first.value().sale.receipt, {}, "mistake"}));
  EXPECT_EQ(times_left(package(number)), 1);
  EXPECT_EQ(next_times(package(number), 1), std::vector<Money>{eur("2.67")}) << "to the last cent";
  ASSERT_TRUE(use_next(number));
  EXPECT_EQ(owed(advance_of_package(number)), eur("0.00"));
}

TEST_F(Packages, AnOfferIsLookedAtAndOneThatWasMadeKeepsWhatWasAgreed) {
  using Refused = PackageRefusal::Why;
  EXPECT_EQ(refused({"Ten cakes", "cake", 10, eur("25.00")}), Refused::bad_code);
  EXPECT_EQ(refused({"ten", "moon", 10, eur("25.00")}), Refused::unknown_article);
  EXPECT_EQ(refused({"ten", "cake", 1, eur("25.00")}), Refused::not_times);
  EXPECT_EQ(refused({"ten", "cake", 101, eur("2500.00")}), Refused::not_times);
  EXPECT_EQ(refused({"ten", "cake", 10, eur("0.99")}), Refused::price_too_small);
  const std::int64_t number = make();
  ASSERT_TRUE(offer({"three-cakes", "cake", 3, eur("9.00"), false}));
  EXPECT_EQ(package(number).price, eur("8.00"));
  EXPECT_EQ(keep_packages_.make({PackageId::mint(chance_), "three-cakes"}).refusal().why,
            Refused::not_offered);
  EXPECT_EQ(keep_packages_.make({PackageId::mint(chance_), "four"}).refusal().why,
            Refused::unknown_offer);
}

TEST_F(Packages, AskedAgainItIsAnsweredThoughItIsOfferedNoMoreAndTheNameWasMintedAnew) {
  const auto ask = [&](const PackageId& id) {
    const CustomerId mira = CustomerId::mint(chance_);
    return keep_packages_.make({id, "three-cakes", mira, Customer{mira, "Mira", ""}});
  };
  const PackageId id = PackageId::mint(chance_);
  const auto made = ask(id);
  ASSERT_TRUE(made);
  ASSERT_TRUE(offer({"three-cakes", "cake", 3, eur("9.00"), false}));
  EXPECT_EQ(ask(id).value().number, made.value().number);
  EXPECT_EQ(keep_packages_.make({id, "three-cakes"}).refusal().why,
            PackageRefusal::Why::same_id_other_content)
      << "whoever has the card is somebody else";
}

TEST_F(Packages, TakenAndUsedInOneSaleItIsLookedAtAsBoth) {
  const std::int64_t number = make();
  SaleRequest both = {
      .id = SaleId::mint(chance_),
      .lines = {{"cake", quantity("1")}},
      .tenders = {early("3.00", advance_of_package(number)), {TenderKind::cash, eur("3.00")}},
      .donation = std::nullopt,
      .extras = {{ExtraKind::advance, eur("3.00"), advance_of_package(number)}}};
  EXPECT_FALSE(ring(both));
  both.extras.front().reference = "Mira 064123";
  both.tenders.front().reference = "Mira 064123";
  EXPECT_EQ(ring(both).refusal().why, Why::advance_unknown) << "no name becomes a code";
  EXPECT_FALSE(package(number).owed);
}

TEST_F(Packages, OneIsMadeOnceHoweverOftenItIsAsked) {
  const PackageAsked asked{PackageId::mint(chance_), "three-cakes"};
  const std::int64_t number = keep_packages_.make(asked).value().number;
  EXPECT_EQ(keep_packages_.make(asked).value().number, number);
  ASSERT_TRUE(offer({"two-cakes", "cake", 2, eur("5.00")}));
  EXPECT_EQ(keep_packages_.make({asked.id, "two-cakes"}).refusal().why,
            PackageRefusal::Why::same_id_other_content);
}

TEST_F(Packages, IsFoundByItsCardItsNumberAndHerName) {
  const CustomerId mira = CustomerId::mint(chance_);
  const auto made = keep_packages_.make(
      {PackageId::mint(chance_), "three-cakes", mira, Customer{mira, " Mira ", "064 123 45"}});
  ASSERT_TRUE(made);
  const std::int64_t number = made.value().number;
  ASSERT_TRUE(deposit("8.00", advance_of_package(number)));
  const std::int64_t other = bought();
  const auto found = [&](const std::string& typed) {
    std::string numbers;
    for (const KnownPackage& each : keep_packages_.find(typed))
      numbers += std::to_string(each.package.number) + (each.whose.empty() ? " " : "m ");
    return numbers;
  };
  EXPECT_EQ(found(""), fmt::format("{}m {} ", number, other));
  EXPECT_EQ(found("mir"), fmt::format("{}m ", number));
  EXPECT_EQ(found("2345"), fmt::format("{}m ", number)) << "the end of her telephone";
  EXPECT_EQ(found(package_barcode(other)), fmt::format("{} ", other));
  EXPECT_EQ(found(std::to_string(other)), fmt::format("{} ", other));
  EXPECT_EQ(found("nobody"), "");
  // her name is kept as long as something is left for her
  EXPECT_EQ(customers_.forget_those_gone(day("2026-03-01")), 0);
  ASSERT_TRUE(use_next(number, 3));
  EXPECT_EQ(customers_.forget_those_gone(day("2026-03-02")), 1);
}

TEST_F(Packages, AreMadeAgainFromTheJournal) {
  const std::int64_t number = bought();
  ASSERT_TRUE(use_next(number));
  const std::vector<db::Projection> all{db::order_projection(), db::package_projection(),
                                        db::till_projection()};
  std::vector<std::string> tables;
  for (const db::Projection& each : all)
    tables.insert(tables.end(), each.tables.begin(), each.tables.end());
  const auto before = db::all_rows(file_->reader(), tables);
  db::rebuild_projections(*file_, all);
  EXPECT_EQ(db::all_rows(file_->reader(), tables), before);
  EXPECT_EQ(times_left(package(number)), 2);
}

TEST_F(Packages, ABookThatWasRestoredGivesNoNumberTwice) {
  EXPECT_EQ(make(), 1);
  {
    db::WriteTransaction change(*file_);
    db::raise_epoch(change, clock_.now(), 3);
    change.commit();
  }
  EXPECT_EQ(make(), 20'000'001);
  EXPECT_EQ(make(), 20'000'002);
  const CustomerId ana = CustomerId::mint(chance_);
  EXPECT_EQ(keep_
                .place({.id = OrderId::mint(chance_),
                        .till = "T1",
                        .by = {ana, ""},
                        .day = day("2026-03-07"),
                        .lines = {{"cake", quantity("1")}},
                        .noted = Customer{ana, "Ana", ""}})
                .value()
                .number,
            20'000'001);
}

// Bought, used some times at once and taken back in any order: what is left is what was bought less
// what was used, and what is owed is its price.
TEST_F(Packages, WhateverIsUsedAndTakenBackWhatIsOwedTellsWhatIsLeft) {
  Seed seed;
  SCOPED_TRACE(seed.text());
  chance_ = SeededChance(static_cast<std::uint64_t>(seed.between(0, 1'000'000'000)));
  const auto below = [&](std::int64_t most) {
    return static_cast<std::int64_t>(chance_.below(static_cast<std::uint64_t>(most)));
  };
  struct Used {
    std::int64_t number;
    std::int64_t times;
    std::string receipt;
  };
  std::map<std::int64_t, std::int64_t> left;
  std::vector<Used> uses;
  Money taken = eur("0.00");
  const int rounds = std::getenv("TILIA_FULL") != nullptr ? 10'000 : 1'000;
  for (int round = 0; round < rounds; ++round) {
    const std::int64_t what = below(8);
    if (what == 0 || left.empty()) {
      const std::int64_t times = 2 + below(9);
      const Money price = Money::from_minor(times * (times + 1) + below(2000), pack_.currency);
      const std::string code = fmt::format("offer-{}", round);
      ASSERT_TRUE(offer({code, "cake", times, price}));
      left[bought(code, price.text().c_str())] = times;
      taken += price;
    } else if (what < 3 && !uses.empty()) {
      const auto at = uses.begin() + below(static_cast<std::int64_t>(uses.size()));
      ASSERT_TRUE(take_back(book_, pack_, clock_, "T1",
                            {SaleId::mint(chance_), at->receipt, {}, "mistake"}));
      left.at(at->number) += at->times;
      uses.erase(at);
    } else {
      auto at = std::next(left.begin(), below(static_cast<std::int64_t>(left.size())));
      const std::int64_t times = 1 + below(3);
      const auto next = next_times(package(at->first), times);
      ASSERT_EQ(next.has_value(), times <= at->second);
      if (!next) continue;
      const auto used = use_next(at->first, times);
      ASSERT_TRUE(used);
      at->second -= times;
      uses.push_back({at->first, times, used.value().sale.receipt});
    }
    if (round % 50 != 0) continue;
    for (const auto& [number, times] : left) ASSERT_EQ(times_left(package(number)), times);
  }
  for (const auto& [number, times] : left) {
    if (times > 0) {
      ASSERT_TRUE(use_next(number, times));
    }
    EXPECT_EQ(owed(advance_of_package(number)), eur("0.00"));
  }
  EXPECT_EQ(figures().sales_total - figures().refunds_total, taken)
      << "all that was paid early is earned, to the cent";
}

}  // namespace
}  // namespace tilia::pos
