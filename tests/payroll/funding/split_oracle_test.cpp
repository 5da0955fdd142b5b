// Random plans, worked out twice: 1,000 files in the suite, 50,000 with TILIA_FULL=1.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "payroll/funding/split_file.h"
#include "tests/payroll/funding/exact_split.h"

namespace tilia::payroll {
namespace {

using Json = nlohmann::json;

constexpr int first_year = 2025;
constexpr int months_in_all = 18;

class Chooser {
 public:
  explicit Chooser(unsigned seed) : engine_(seed) {}

  int up_to(int most) { return std::uniform_int_distribution(0, most)(engine_); }
  bool one_in(int times) { return up_to(times - 1) == 0; }
  std::string amount(int most_minor) {
    const int minor = up_to(most_minor);
    return fmt::format("{}.{:02}", minor / 100, minor % 100);
  }
  std::string percent() {
    switch (up_to(4)) {
      case 0: return "100";
      case 1: return "50";
      case 2: return fmt::format("{}.{}", up_to(120), up_to(9999));
      case 3: return "33.3333333333";
      default: return std::to_string(up_to(130));
    }
  }
  std::string day() {
    return fmt::format("{}-{:02}", month(up_to(months_in_all - 1)), 1 + up_to(27));
  }
  static std::string month(int number) {
    return fmt::format("{}-{:02}", first_year + number / 12, number % 12 + 1);
  }

 private:
  std::mt19937 engine_;
};

void add_period(Json& phase, Chooser& choose, bool with_end) {
  if (choose.one_in(4)) {
    phase["months"] = Json::array();
    for (int month = 0; month < months_in_all; ++month)
      if (choose.one_in(3)) phase["months"].push_back(Chooser::month(month));
    if (phase["months"].empty()) phase["months"].push_back(Chooser::month(3));
    return;
  }
  std::string from = choose.day();
  std::string to = choose.day();
  if (to < from) std::swap(from, to);
  phase["from"] = from;
  if (with_end || !choose.one_in(3))
    phase["to"] = to;
  else if (choose.one_in(2))
    phase["to"] = nullptr;
}

Json phase_by(Chooser& choose, int remainder_percent) {
  constexpr std::array bases{
      "gross", "net",   "employer_cost", "contributions", "minimum_wage", "uplifted_gross",
      "hours", "fixed", "lump_sum",      "remainder",     "remainder"};
  const std::string basis = bases.at(static_cast<std::size_t>(choose.up_to(10)));
  Json phase{{"funder", fmt::format("F{}", choose.up_to(3))}, {"basis", basis}};
  add_period(phase, choose, basis == "lump_sum");
  if (!choose.one_in(3)) phase["percent"] = choose.percent();
  if (basis == "remainder") phase["percent"] = std::to_string(remainder_percent);
  if (basis == "fixed" || basis == "lump_sum") phase["amount"] = choose.amount(300'000);
  if (basis == "fixed" && choose.one_in(2)) {
    phase["steps"] = {{{"from", choose.day()}, {"amount", choose.amount(50'000)}}};
    phase["steps"].push_back({{"from", "2026-06-30"}, {"amount", choose.amount(50'000)}});
  }
  if (basis == "hours") phase["rate"] = choose.amount(900);
  if (basis == "contributions" && choose.one_in(2)) phase["with_tax"] = true;
  if (basis == "uplifted_gross") {
    phase["factor"] = choose.percent();
    if (choose.one_in(2)) phase["cap_basis"] = choose.amount(80'000);
  }
  if (basis != "remainder" && choose.one_in(3)) phase["prorate"] = true;
  if (basis != "remainder" && choose.one_in(6)) phase["payee"] = "worker";
  if (choose.one_in(3)) phase["cap_month"] = choose.amount(60'000);
  if (choose.one_in(6)) phase["cap_month"] = "minimum_wage";
  if (choose.one_in(4)) phase["cap_total"] = choose.amount(200'000);
  if (!choose.one_in(3)) phase["priority"] = choose.up_to(3);
  return phase;
}

Json file_by(Chooser& choose) {
  Json file{{"currency", "EUR"}, {"funders", Json::array()}, {"plans", Json::array()}};
  for (int number = 0; number < 4; ++number) {
    Json funder{{"code", fmt::format("F{}", number)}};
    if (choose.one_in(2)) funder["budget"] = choose.amount(900'000);
    if (choose.one_in(3)) funder["public_aid"] = true;
    if (choose.one_in(3)) funder["hours_limit_year"] = fmt::format("{}.5", choose.up_to(1500));
    file["funders"].push_back(funder);
  }
  constexpr std::array ceilings{"gross", "net", "employer_cost", "contributions", "minimum_wage"};
  if (choose.one_in(2))
    file["aid_ceiling"] = {{"percent", choose.percent()},
                           {"basis", ceilings.at(static_cast<std::size_t>(choose.up_to(4)))}};
  for (const char* worker : {"A1", "A2"}) {
    Json phases = Json::array();
    // So that remainders never promise more than all: as many parts as there may be of them.
    const int parts = 1 + choose.up_to(4);
    for (int number = 0; number < parts; ++number) phases.push_back(phase_by(choose, 100 / parts));
    file["plans"].push_back({{"worker", worker}, {"phases", phases}});
  }
  file["months"] = Json::array();
  for (int month = 0; month < months_in_all; ++month) {
    for (const char* worker : {"A1", "A2", "A3"}) {
      if (choose.one_in(5)) continue;
      Json line{{"worker", worker}, {"month", Chooser::month(month)}};
      for (const char* key : {"gross", "net", "employer_cost", "contributions", "minimum_wage"})
        line[key] = choose.amount(choose.one_in(20) ? 3 : 120'000);
      if (choose.one_in(25)) line["gross"] = "-12.30";
      line["tax"] = choose.amount(30'000);
      line["hours"] = fmt::format("{}.{}", choose.up_to(200), choose.up_to(99));
      if (choose.one_in(6)) line["employed_from"] = Chooser::month(month) + "-11";
      if (choose.one_in(6)) line["employed_to"] = Chooser::month(month) + "-20";
      file["months"].push_back(line);
    }
  }
  return file;
}

Json answered(const Json& file) {
  const auto read = read_funding_file(file.dump());
  if (!read) return funding_refusal_code(read.refusal()) + " " + read.refusal().place;
  const auto split = split_wages(read.value().agreements, read.value().months);
  if (!split) return split.refusal().place;
  const auto nothing_said = [](const Phrase&) { return std::string(); };
  Json answer = Json::parse(wage_split_json(split.value(), read.value(), nothing_said));
  for (Json& finding : answer["findings"]) finding.erase("message");
  return answer;
}

int files() { return std::getenv("TILIA_FULL") != nullptr ? 50'000 : 1'000; }

TEST(SplitWages, AgreesWithASecondOpinionOnPlansByChance) {
  for (int seed = 0; seed < files(); ++seed) {
    Chooser choose(static_cast<unsigned>(seed));
    const Json file = file_by(choose);
    const Json found = answered(file);
    const Json expected = tests::exact_split(file);
    ASSERT_EQ(found, expected) << "seed " << seed << "\n" << file.dump() << "\n" << found.dump();
  }
}

TEST(SplitWages, NeverLetsALaterChangeOfAPlanReachAnEarlierMonth) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    Chooser choose(seed);
    Json file = file_by(choose);
    for (Json& month : file["months"]) month["gross"] = "500.00";
    Json changed = file;
    // From 2026 on somebody else pays too, before all others.
    for (Json& plan : changed["plans"])
      plan["phases"].push_back({{"funder", "F0"},
                                {"basis", "fixed"},
                                {"amount", "77.77"},
                                {"from", "2026-01-01"},
                                {"priority", 0}});
    const Json before = answered(file);
    const Json after = answered(changed);
    for (std::size_t at = 0; at < before["months"].size(); ++at)
      if (before["months"][at]["month"] < "2026-01") {
        ASSERT_EQ(before["months"][at], after["months"][at]) << "seed " << seed;
      }
  }
}

}  // namespace
}  // namespace tilia::payroll
