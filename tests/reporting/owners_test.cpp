// Two organisations that own a shop: whose is how much of what is left, month by month.
#include "reporting/owners.h"

#include <gtest/gtest.h>

#include <random>

#include "reporting/revenue_to_services.h"
#include "tests/reporting/sample_papers.h"

namespace tilia::reporting {
namespace {

using Why = OwnersRefusal;

Month month(const char* text) { return Month::parse(text).value(); }
Rate percent(const char* text) { return Rate::parse_percent(text).value(); }
OwnerTerms terms(const char* from, const char* north, const char* south) {
  return {month(from),
          {{"north", "North Garden", percent(north)}, {"south", "South Garden", percent(south)}}};
}

TEST(OwnerTerms, AreWholeNamedAndLaterThanTheLast) {
  EXPECT_FALSE(fault_of(terms("2026-01", "60", "40"), {}));
  EXPECT_EQ(fault_of(terms("2026-01", "60", "39.9999"), {}), Why::not_whole);
  EXPECT_EQ(fault_of(terms("2026-01", "110", "-10"), {}), Why::not_whole);
  EXPECT_EQ(fault_of({month("2026-01"), {{"north", "North", percent("100")}}}, {}),
            Why::fewer_than_two);
  OwnerTerms bad = terms("2026-01", "60", "40");
  bad.shares[1].code = "north";
  EXPECT_EQ(fault_of(bad, {}), Why::code_twice);
  bad.shares[1] = {"South", "South Garden", percent("40")};
  EXPECT_EQ(fault_of(bad, {}), Why::bad_code);
  bad.shares[1] = {"south", "  ", percent("40")};
  EXPECT_EQ(fault_of(bad, {}), Why::name_missing);
  const std::vector<OwnerTerms> before{terms("2026-03", "60", "40")};
  EXPECT_EQ(fault_of(terms("2026-03", "50", "50"), before), Why::not_after);
  EXPECT_EQ(fault_of(terms("2026-02", "50", "50"), before), Why::not_after);
  EXPECT_FALSE(fault_of(terms("2026-04", "50", "50"), before));
}

TEST(OwnersPart, FollowsTheSharesOfEachMonth) {
  const std::vector<OwnerTerms> agreed{terms("2026-01", "60", "40"), terms("2026-03", "50", "50")};
  const std::vector<MonthResult> months{
      {month("2026-02"), rsd_of("100.00"), rsd_of("10.00"), rsd_of("0.00")},
      {month("2026-03"), rsd_of("-50.00"), rsd_of("0.00"), rsd_of("30.01")}};
  const auto north = owners_part("north", months, agreed, rsd_of("0.00").currency());
  ASSERT_TRUE(north);
  EXPECT_EQ(north.value().name, "North Garden");
  EXPECT_EQ(north.value().surplus, rsd_of("35.00"));
  EXPECT_EQ(north.value().donations, rsd_of("6.00"));
  EXPECT_EQ(north.value().common_services, rsd_of("15.01"));
  EXPECT_EQ(owners_part("east", months, agreed, rsd_of("0.00").currency()).refusal(),
            Why::unknown_owner);
  const std::vector<MonthResult> early{
      {month("2025-12"), rsd_of("1.00"), rsd_of("0.00"), rsd_of("0.00")}};
  EXPECT_EQ(owners_part("north", early, agreed, rsd_of("0.00").currency()).refusal(),
            Why::before_terms);
}

TEST(OwnersPart, AllPartsTogetherAreTheWholeToTheCent) {
  constexpr unsigned seed = 20261123;
  std::mt19937_64 random(seed);
  const auto below = [&](std::int64_t bound) {
    return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(bound));
  };
  const Currency rsd = rsd_of("0.00").currency();
  for (int round = 0; round < 500; ++round) {
    OwnerTerms agreed{month("2026-01"), {}};
    std::int64_t left = Rate::one_in_millionths;
    const std::int64_t owners = 2 + below(4);
    for (std::int64_t owner = 0; owner < owners; ++owner) {
      const std::int64_t share = owner + 1 == owners ? left : below(left + 1);
      left -= share;
      const std::string code = "owner-" + std::to_string(owner);
      agreed.shares.push_back({code, code, Rate::from_millionths(share)});
    }
    ASSERT_FALSE(fault_of(agreed, {}));
    const MonthResult result{month("2026-02"), Money::from_minor(below(1'000'000) - 300'000, rsd),
                             Money::from_minor(below(10'000), rsd),
                             Money::from_minor(below(100'000), rsd)};
    Money surplus = Money::zero(rsd);
    Money donations = surplus;
    Money services = surplus;
    for (const OwnerTerms::Share& share : agreed.shares) {
      const auto part = owners_part(share.code, {result}, {agreed}, rsd);
      surplus += part.value().surplus;
      donations += part.value().donations;
      services += part.value().common_services;
    }
    EXPECT_EQ(surplus, result.surplus);
    EXPECT_EQ(donations, result.donations);
    EXPECT_EQ(services, result.common_services);
  }
}

TEST(OwnersReport, CarriesForwardHerPartAndSaysWhatIsTheOthers) {
  BusinessFigures sums = sample_year();
  const RevenueToServices whole = draw_up_revenue_to_services(sums);
  const std::vector<Money> parts = shared_out(whole.surplus, {60, 40});
  sums.owner = {"north", "North Garden", parts[0], Money::zero(sums.currency)};
  sums.services = rsd_of("100000.00");
  sums.donations = Money::zero(sums.currency);
  const RevenueToServices report = draw_up_revenue_to_services(sums);
  EXPECT_EQ(report.surplus, whole.surplus);
  EXPECT_EQ(report.others_surplus(), parts[1]);
  EXPECT_EQ(report.carried_forward, parts[0] - rsd_of("100000.00"));
  ASSERT_TRUE(report.has_hundred);
  const OfEachHundred& of = report.hundred;
  EXPECT_EQ(of.vat + of.running_costs + of.reserve + of.services + of.others, 100);
  EXPECT_GT(of.others, 0);
}

}  // namespace
}  // namespace tilia::reporting
