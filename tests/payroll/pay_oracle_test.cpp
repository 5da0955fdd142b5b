#include "tests/payroll/pay_oracle.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "payroll/payslip.h"
#include "tests/payroll/serbia_in.h"

namespace tilia::payroll {
namespace {

std::string text_of(const Exact& value) {
  const Exact cents = value * 100;
  EXPECT_EQ(denominator(cents), 1) << "the oracle holds a part of a cent";
  const auto minor = static_cast<std::int64_t>(numerator(cents));
  return Money::from_minor(minor, rsd()).text();
}

// What a worker of this country may bring, by chance. The oracle knows these and no others.
std::map<std::string, std::string> by_chance(const std::string& country, std::mt19937_64& random) {
  const auto one_of = [&](std::initializer_list<const char*> all) {
    return std::string(*(all.begin() + static_cast<std::ptrdiff_t>(random() % all.size())));
  };
  if (country == "BA-FBiH") return {{"tax_card", one_of({"0", "1", "1.5", "2.35"})}};
  if (country == "XK") return {{"main_job", one_of({"yes", "no"})}};
  if (country == "RO")
    return {{"main_job", one_of({"yes", "yes", "no"})},
            {"dependants", one_of({"0", "1", "2", "3", "4", "7"})}};
  if (country == "ES")
    return {{"contract", one_of({"open_ended", "fixed_term"})},
            {"irpf", one_of({"0", "2", "11", "14.37"})},
            {"extra_pay_year", one_of({"0", "1000", "2880.05"})}};
  if (country == "CZ")
    return {{"main_job", one_of({"yes", "yes", "no"})}, {"children", one_of({"0", "1", "2", "5"})}};
  return {};
}

class OneTable {
 public:
  explicit OneTable(const OracleTable& table)
      : table_(table),
        on_(Day::parse(table.on).value()),
        rules_(shipped_rules().on(table.country, on_).value()) {}

  // `units`: the wage in the units in which wages are given there.
  void agree(std::int64_t units, const std::map<std::string, std::string>& said) const {
    const Exact gross = table_.unit * units;
    SCOPED_TRACE(table_.country + " on " + table_.on + ", gross " + text_of(gross));
    const OracleSlip expected = table_.work_out(gross, said);
    PayFacts facts{.on = on_, .gross = Money::parse(text_of(gross), rules_.currency).value()};
    facts.settings = PaySettings::read(table_.country, rules_.currency, said).value();
    const auto answer = work_out_payslip(facts, rules_);
    ASSERT_TRUE(answer.ok());
    const Payslip& slip = answer.value();
    EXPECT_EQ(first_fault(slip), std::nullopt);
    std::map<std::string, std::string> lines;
    for (const PayLine& line : slip.lines) {
      // The oracle tells the sides by the end of the code.
      const bool named =
          line.code.ends_with("_ER") || line.payer == Payer::employee || line.code == "ES_UNE_ER_T";
      lines[named ? line.code : line.code + "_ER"] = line.amount.text();
    }
    std::map<std::string, std::string> expected_lines;
    for (const auto& [code, amount] : expected.lines) expected_lines[code] = text_of(amount);
    EXPECT_EQ(lines, expected_lines);
    EXPECT_EQ(slip.tax_base.text(), text_of(expected.tax_base));
    EXPECT_EQ(slip.tax.text(), text_of(expected.tax));
    EXPECT_EQ(slip.net.text(), text_of(expected.net));
    EXPECT_EQ(slip.employer_cost.text(), text_of(expected.employer_cost));
  }

  void agree_around_every_edge(std::mt19937_64& random) const {
    for (const Exact& edge : table_.edges) {
      const auto units = static_cast<std::int64_t>(numerator(Exact(edge / table_.unit)));
      for (const std::int64_t step : {-100, -50, -2, -1, 0, 1, 2, 50, 51, 100})
        if (units + step > 0) agree(units + step, by_chance(table_.country, random));
    }
  }

  void agree_by_chance(int wages, std::mt19937_64& random) const {
    const Exact top = table_.edges.back() * 3 / 2 / table_.unit;
    const auto most = static_cast<std::uint64_t>(numerator(top) / denominator(top));
    for (int at = 0; at < wages && !testing::Test::HasFailure(); ++at)
      agree(static_cast<std::int64_t>(random() % most) + 1, by_chance(table_.country, random));
  }

 private:
  const OracleTable& table_;
  Day on_;
  StatutoryRules rules_;
};

class PayOracle : public testing::TestWithParam<OracleTable> {};

// 1,000 wages a table; 100,000 with TILIA_FULL=1.
TEST_P(PayOracle, AgreesOnWagesByChanceAndAroundEveryFigureOfTheLaw) {
  constexpr std::uint64_t seed = 20260630;
  RecordProperty("seed", std::to_string(seed));
  std::mt19937_64 random(seed);
  const OneTable table(GetParam());
  table.agree_around_every_edge(random);
  table.agree_by_chance(std::getenv("TILIA_FULL") == nullptr ? 1'000 : 100'000, random);
}

INSTANTIATE_TEST_SUITE_P(Tables, PayOracle, testing::ValuesIn(oracle_tables()),
                         [](const auto& table) {
                           std::string name = table.param.country + "_" + table.param.on;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace tilia::payroll
