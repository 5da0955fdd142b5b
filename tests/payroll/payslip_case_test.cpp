// Runs tests/cases/*.payslip: pages that a bookkeeper writes and reads.
//
//   # what this page shows
//   country    RS
//   on         2026-03-31
//   gross      45000
//   set        hours=160
//
//   SRB_PIO_EE 7181.58 of 51297.00     the line's amount, and its base where that is the point
//   SRB_UNTAXED 34221                  what is free, deducted or credited, by its code
//   net        …                       also tax_base, tax, employer_cost, employee_contributions,
//                                      employer_contributions
//   net        1027.00 +- 0.01         where the printed figure is that far off
//   under_minimum no                   or what is missing; better_at likewise
//   refused    gross_not_positive      instead of all of these
//
// tests/cases/TEMPLATE.payslip is the page to begin with; pages called TEMPLATE are not run.
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
  std::map<std::string, std::string> all{{"tax_base", slip.tax_base.text()},
                                         {"tax", slip.tax.text()},
                                         {"net", slip.net.text()},
                                         {"employer_cost", slip.employer_cost.text()}};
  all["under_minimum"] = slip.under_minimum_by ? slip.under_minimum_by->text() : "no";
  all["better_at"] = slip.better_at ? slip.better_at->text() : "no";
  Money employee = Money::zero(slip.gross.currency());
  Money employer = employee;
  for (const PayLine& line : slip.lines) {
    (line.payer == Payer::employee ? employee : employer) += line.amount;
    all[line.special ? line.code + "*" : line.code] =
        line.amount.text() + " of " + line.base.text();
  }
  all["employee_contributions"] = employee.text();
  all["employer_contributions"] = employer.text();
  const auto add = [&](const std::vector<PayAllowance>& allowances) {
    for (const PayAllowance& each : allowances) all[each.code] = each.amount.text();
  };
  add(slip.free);
  add(slip.deductions);
  for (const TaxLine& tax : slip.taxes) {
    if (tax.special) all["special_tax"] = tax.amount.text();
    add(tax.off_year);
    add(tax.credits);
    add(tax.paid_out);
  }
  return all;
}

std::map<std::string, std::string> answered(const Case& asked) {
  const Day on = Day::parse(asked.on).value();
  const RuleBook book(TILIA_SOURCE "/payroll/rules");
  const auto rules = book.on(asked.country, on);
  if (!rules) return {{"refused", std::string(rules_refusal_code(rules.refusal()))}};
  const Currency currency = rules.value().currency;
  const Money gross = Money::parse(asked.gross, currency).value();
  const auto settings = PaySettings::read(asked.country, currency, asked.settings);
  if (!settings) return {{"refused", std::string(setting_refusal_code(settings.refusal().why))}};
  const auto facts = with_settings({.on = on, .gross = gross}, settings.value());
  if (!facts) return {{"refused", std::string(pay_refusal_code(facts.refusal()))}};
  const auto slip = work_out_payslip(facts.value(), rules.value());
  if (!slip) return {{"refused", std::string(pay_refusal_code(slip.refusal()))}};
  EXPECT_EQ(first_fault(slip.value()), std::nullopt);
  return said(slip.value());
}

// "999.99" is "1000 +- 0.01"; without a gap they are the same, whatever decimals are written.
void expect_same(const std::string& found, const std::string& expected, const std::string& key) {
  const std::size_t gap = expected.find(" +- ");
  const Currency cents = *Currency::from_code("EUR");
  const auto printed = Money::parse(expected.substr(0, gap), cents);
  const auto worked_out = Money::parse(found, cents);
  if (!printed || !worked_out) {
    EXPECT_EQ(found, expected) << key;
    return;
  }
  const Money allowed = gap == std::string::npos
                            ? Money::zero(cents)
                            : Money::parse(expected.substr(gap + 4), cents).value();
  const Money off =
      std::max(printed.value() - worked_out.value(), worked_out.value() - printed.value());
  EXPECT_LE(off, allowed) << key << ": found " << found << ", expected " << expected;
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
    if (with_base) {
      EXPECT_EQ(found, expected) << key;
    } else {
      expect_same(found.substr(0, found.find(" of ")), expected, key);
    }
  }
}

std::vector<std::filesystem::path> pages() {
  std::set<std::filesystem::path> all;
  for (const auto& file : std::filesystem::directory_iterator(TILIA_SOURCE "/tests/cases")) {
    if (file.path().extension() == ".payslip" && file.path().stem() != "TEMPLATE")
      all.insert(file.path());
  }
  return {all.begin(), all.end()};
}

INSTANTIATE_TEST_SUITE_P(Pages, PayslipCase, testing::ValuesIn(pages()),
                         [](const auto& page) { return page.param.stem().string(); });

}  // namespace
}  // namespace tilia::payroll
