#include "reporting/revenue_to_services.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <random>

#include "reporting/disclosure/business_gate.h"
#include "reporting/tables.h"
#include "tests/reporting/sample_papers.h"

namespace tilia::reporting {
namespace {

TEST(RevenueToServices, EveryTotalEqualsItsParts) {
  const RevenueToServices report = draw_up_revenue_to_services(sample_year());
  const BusinessFigures& sums = report.figures;
  EXPECT_EQ(report.net_sales + sums.vat, sums.sales_gross);
  EXPECT_EQ(report.surplus + sums.running_costs, report.net_sales);
  EXPECT_EQ(report.carried_forward + sums.services, report.surplus + sums.donations);
  EXPECT_EQ(report.surplus, rsd_of("3013565.50"));
  EXPECT_EQ(report.carried_forward, rsd_of("546905.50"));
}

TEST(RevenueToServices, SharesOutExactlyAHundredByLargestRemainder) {
  const RevenueToServices report = draw_up_revenue_to_services(sample_year());
  ASSERT_TRUE(report.has_hundred);
  // 14.03, 61.16, 3.81 and 21.00 of each 100
  EXPECT_EQ(report.hundred.vat, 14);
  EXPECT_EQ(report.hundred.running_costs, 61);
  EXPECT_EQ(report.hundred.reserve, 4);
  EXPECT_EQ(report.hundred.services, 21);
}

TEST(RevenueToServices, ServicesBeyondTheSurplusAreNotPaidByTheseCustomers) {
  BusinessFigures sums = sample_year();
  sums.services = rsd_of("9000000.00");
  sums.donations = rsd_of("6000000.00");
  const RevenueToServices report = draw_up_revenue_to_services(sums);
  ASSERT_TRUE(report.has_hundred);
  EXPECT_EQ(report.hundred.reserve, 0);
  EXPECT_EQ(report.hundred.services, 25);
  EXPECT_EQ(report.carried_forward, rsd_of("13565.50"));
}

TEST(RevenueToServices, ALossHasNoSuchPicture) {
  const RevenueToServices report = draw_up_revenue_to_services(sample_loss());
  EXPECT_TRUE(report.surplus.negative());
  EXPECT_FALSE(report.has_hundred);
}

TEST(RevenueToServices, TheHundredAlwaysAddsUp) {
  constexpr unsigned seed = 20261231;
  std::mt19937_64 random(seed);
  const auto below = [&random](std::int64_t bound) {
    return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(bound));
  };
  for (int round = 0; round < 2000; ++round) {
    BusinessFigures sums = sample_year();
    const std::int64_t sales = 1 + below(1'000'000'000'000);
    const std::int64_t vat = below(sales / 4 + 1);
    sums.sales_gross = Money::from_minor(sales, rsd());
    sums.vat = Money::from_minor(vat, rsd());
    sums.running_costs = Money::from_minor(below(sales - vat + 1), rsd());
    sums.services = Money::from_minor(below(sales), rsd());
    const RevenueToServices report = draw_up_revenue_to_services(sums);
    ASSERT_TRUE(report.has_hundred) << "seed " << seed << " round " << round;
    const OfEachHundred& of = report.hundred;
    ASSERT_EQ(of.vat + of.running_costs + of.reserve + of.services, 100)
        << "seed " << seed << " round " << round;
    ASSERT_GE(std::min({of.vat, of.running_costs, of.reserve, of.services}), 0);
  }
}

TEST(BusinessGate, HoldsAReportBackWhenFewerThanThreePeopleWorked) {
  for (const int people : {0, 1, 2}) {
    BusinessFigures sums = sample_year();
    sums.people_at_work = people;
    const auto passed = BusinessGate::pass(draw_up_revenue_to_services(sums));
    ASSERT_FALSE(passed) << people;
    EXPECT_EQ(gate_refusal_code(passed.refusal()), "fewer_than_three_people");
    EXPECT_TRUE(words_of(Language::english).knows(sentence_of(passed.refusal()).key()));
  }
}

TEST(BusinessGate, LetsThreePeoplePassAndForgetsHowManyTheyWere) {
  BusinessFigures sums = sample_year();
  sums.people_at_work = 3;
  const auto passed = BusinessGate::pass(draw_up_revenue_to_services(sums));
  ASSERT_TRUE(passed);
  EXPECT_EQ(passed.value().table().figures.people_at_work, 0);
}

TEST(Tables, CsvHoldsEverySumOnceAndQuotesWhatItMust) {
  const std::string csv =
      revenue_to_services_csv(published(sample_year()), words_of(Language::english));
  EXPECT_TRUE(holds(csv, "part,item,label,units,amount,currency\r\n"));
  EXPECT_TRUE(holds(csv, "sum,sales_gross,\"Sales, VAT included\",,12146000.00,RSD\r\n")) << csv;
  EXPECT_TRUE(holds(csv, "sum,carried_forward,Carried forward,,546905.50,RSD\r\n"));
  EXPECT_TRUE(holds(csv, "service,housing,Nights in safe housing,1204,1067100.00,RSD\r\n"));
  EXPECT_TRUE(holds(csv, "month_services,2026-12,December 2026,,300660.00,RSD\r\n"));
}

TEST(Tables, SayWhatIsOwedToMakersBesideTheSumsWhereAnythingIs) {
  BusinessFigures sums = sample_year();
  const Words words = words_of(Language::english);
  EXPECT_FALSE(holds(revenue_to_services_csv(published(sums), words), "makers_share"));
  sums.makers_share = rsd_of("10400.00");
  EXPECT_TRUE(holds(revenue_to_services_csv(published(sums), words), "sum,makers_share,"));
  EXPECT_TRUE(holds(revenue_to_services_csv(published(sums), words),
                    "carried_forward,Carried"
                    " forward,,546905.50"));
  const auto json = nlohmann::json::parse(revenue_to_services_json(published(sums)));
  EXPECT_EQ(json.at("makers_share"), "10400.00");
}

TEST(Tables, JsonHoldsAmountsAsDecimalStringsAndNothingAboutPeople) {
  const auto json = nlohmann::json::parse(revenue_to_services_json(published(sample_loss())));
  EXPECT_EQ(json.at("sales_gross"), "12146000.00");
  EXPECT_EQ(json.at("surplus"), "-772933.83");
  EXPECT_TRUE(json.at("of_each_hundred").is_null());
  EXPECT_TRUE(json.at("provisional"));
  EXPECT_EQ(json.at("by_service").size(), 5U);
  EXPECT_EQ(json.at("by_month").at(11).at("month"), "2026-12");
  EXPECT_FALSE(json.contains("people_at_work"));
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Tables, XlsxGivesTheSameBytesTwiceAndLeavesNothingHalfWritten) {
  std::string pattern = (std::filesystem::temp_directory_path() / "tables-XXXXXX").string();
  ASSERT_NE(mkdtemp(pattern.data()), nullptr);
  const std::filesystem::path folder(pattern);
  const Words words = words_of(Language::serbian_cyrillic);
  write_revenue_to_services_xlsx(published(sample_year()), folder / "a.xlsx", words);
  write_revenue_to_services_xlsx(published(sample_year()), folder / "b.xlsx", words);
  EXPECT_EQ(bytes_of(folder / "a.xlsx").substr(0, 2), "PK");
  EXPECT_EQ(bytes_of(folder / "a.xlsx"), bytes_of(folder / "b.xlsx"));
  EXPECT_THROW(write_revenue_to_services_xlsx(published(sample_year()),
                                              folder / "nowhere" / "c.xlsx", words),
               std::runtime_error);
  std::filesystem::create_directory(folder / "taken.xlsx");
  EXPECT_THROW(
      write_revenue_to_services_xlsx(published(sample_year()), folder / "taken.xlsx", words),
      std::runtime_error);
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_regular_file()) ++files;
  }
  EXPECT_EQ(files, 2U);
  std::filesystem::remove_all(folder);
}

TEST(Kinds, SayTheirNamesAndReadThemBack) {
  for (const char* text : {"goods", "rent", "energy", "equipment", "other"})
    EXPECT_EQ(expense_kind_text(parse_expense_kind(text).value()), text);
  for (const char* text : {"housing", "counselling", "training", "child_care", "emergency_help"})
    EXPECT_EQ(service_kind_text(parse_service_kind(text).value()), text);
  EXPECT_FALSE(parse_expense_kind("wages"));
  EXPECT_FALSE(parse_service_kind(""));
}

TEST(ReportWords, NameEveryServiceInEveryLanguage) {
  for (const Language language : all_languages()) {
    const Words words = words_of(language);
    for (const char* kind : {"housing", "counselling", "training", "child_care", "emergency_help"})
      EXPECT_TRUE(words.knows(std::string("reporting.service.") + kind));
  }
}

}  // namespace
}  // namespace tilia::reporting
