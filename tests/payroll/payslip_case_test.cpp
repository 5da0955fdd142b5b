// Runs tests/cases/*.payslip: pages that a bookkeeper writes and reads.
//
//   # what this page shows
//   country    RS
//   on         2026-03-31
//   gross      45000
//   set        hours=160
//
//   SRB_PIO_EE 7181.58 of 51297.00     the line's amount, and its base where that is the point
//   net        …                       also untaxed, tax_base, tax, employer_cost
//   under_minimum no                   or what is missing
//   refused    gross_not_positive      instead of all of these
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "payroll/payslip.h"

namespace tilia::payroll {
namespace {

struct Case {
  std::string country, on, gross;
  std::map<std::string, std::string> settings;
  std::map<std::string, std::string> expected;
};

Case read_case(const std::filesystem::path& file) {
  Case read;
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    std::istringstream words(line);
    std::string key, value;
    words >> key;
    std::getline(words >> std::ws, value);
    if (key == "country") {
      read.country = value;
    } else if (key == "on") {
      read.on = value;
    } else if (key == "gross") {
      read.gross = value;
    } else if (key == "set") {
      const std::size_t equals = value.find('=');
      read.settings[value.substr(0, equals)] = value.substr(equals + 1);
    } else {
      EXPECT_TRUE(read.expected.emplace(key, value).second) << key << " stands twice";
    }
  }
  return read;
}

// What the page should say, under the keys that it uses.
std::map<std::string, std::string> said(const Payslip& slip) {
  std::map<std::string, std::string> all{{"untaxed", slip.untaxed.text()},
                                         {"tax_base", slip.tax_base.text()},
                                         {"tax", slip.tax.text()},
                                         {"net", slip.net.text()},
                                         {"employer_cost", slip.employer_cost.text()}};
  all["under_minimum"] = slip.under_minimum_by ? slip.under_minimum_by->text() : "no";
  for (const PayLine& line : slip.lines)
    all[line.code] = line.amount.text() + " of " + line.base.text();
  return all;
}

std::map<std::string, std::string> answered(const Case& asked) {
  const Day on = Day::parse(asked.on).value();
  const RuleBook book(TILIA_SOURCE "/payroll/rules");
  const auto rules = book.on(asked.country, on);
  if (!rules) return {{"refused", std::string(rules_refusal_code(rules.refusal()))}};
  const Money gross = Money::parse(asked.gross, rules.value().currency).value();
  const auto facts =
      with_settings({.on = on, .gross = gross, .worked_minutes = {}, .stated = {}}, asked.settings);
  if (!facts) return {{"refused", std::string(pay_refusal_code(facts.refusal()))}};
  const auto slip = work_out_payslip(facts.value(), rules.value());
  if (!slip) return {{"refused", std::string(pay_refusal_code(slip.refusal()))}};
  EXPECT_EQ(first_fault(slip.value()), std::nullopt);
  return said(slip.value());
}

class PayslipCase : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(PayslipCase, SaysWhatThePageSays) {
  const Case page = read_case(GetParam());
  const auto answer = answered(page);
  ASSERT_FALSE(page.expected.empty());
  for (const auto& [key, expected] : page.expected) {
    ASSERT_TRUE(answer.contains(key)) << key;
    const bool with_base = expected.find(" of ") != std::string::npos;
    const std::string& found = answer.at(key);
    EXPECT_EQ(with_base ? found : found.substr(0, found.find(" of ")), expected) << key;
  }
}

std::vector<std::filesystem::path> pages() {
  std::set<std::filesystem::path> all;
  for (const auto& file : std::filesystem::directory_iterator(TILIA_SOURCE "/tests/cases")) {
    if (file.path().extension() == ".payslip") all.insert(file.path());
  }
  return {all.begin(), all.end()};
}

INSTANTIATE_TEST_SUITE_P(Pages, PayslipCase, testing::ValuesIn(pages()),
                         [](const auto& page) { return page.param.stem().string(); });

}  // namespace
}  // namespace tilia::payroll
