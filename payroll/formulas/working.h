// One payslip while it is worked out: what the countries' formulas have in common. A formula says
// in which order its law takes which step; what a step is stands here, once.
//
//   Working month(facts, rules);
//   month.bear_contributions();
//   month.deduct("SRB_UNTAXED", month.for_the_part(…));
//   month.tax_by_brackets();
//   return month.finished();
#pragma once

#include <map>
#include <string>
#include <utility>

#include "payroll/payslip.h"

namespace tilia::payroll {

// base × rate to the rule's unit.
[[nodiscard]] Money rounded_share(const Money& base, Rate rate, const RoundingRule& rounding);
// whole × numerator / denominator to the rule's unit.
[[nodiscard]] Money rounded_part(const Money& whole, std::int64_t numerator,
                                 std::int64_t denominator, const RoundingRule& rounding);
// What the tax's parts and credits make.
[[nodiscard]] Money tax_of(const TaxLine& line);
// The amounts that lines have, in their order: each group of `rounded_with` as one sum.
class RoundedTogether {
 public:
  [[nodiscard]] Money amount(const Money& base, Rate rate, const RoundingRule& rounding,
                             const std::string& group, bool special);

 private:
  struct Sum {
    Money base;
    Rate rate;
    Money amount;
  };
  std::map<std::pair<std::string, bool>, Sum> groups_;
};

class Working {
 public:
  Working(const PayFacts& facts, const StatutoryRules& rules);

  [[nodiscard]] const PaySettings& settings() const { return facts_.settings; }
  [[nodiscard]] const StatutoryRules& rules() const { return rules_; }
  [[nodiscard]] const Money& gross() const { return slip_.gross; }
  [[nodiscard]] const Money& special() const { return slip_.special; }
  [[nodiscard]] Money regular() const { return slip_.gross - slip_.special; }
  [[nodiscard]] Money nothing() const { return Money::zero(rules_.currency); }
  // A monthly figure of the law, for the agreed hours and the part of the month.
  [[nodiscard]] Money for_the_part(const Money& whole) const;

  // Leaves a part of the wage out of account altogether.
  void leave_free(const std::string& code, const DatedMoney& figure);
  // Adds to the base of contributions what is no pay of the month (a twelfth of extra pays).
  void add_to_base(const Money& more) { more_base_ += more; }
  void bear_contributions();
  // On the 13th or 14th pay; the lines that know a highest base are of `highest` at most.
  void bear_special_contributions(const Money& highest);
  // Those that are taken of what is left in the worker's hand.
  void bear_contributions_on_net();
  [[nodiscard]] Money borne_by_worker(bool special = false) const;

  void tax_after_contributions() { slip_.taxed_after_contributions = true; }
  void deduct(const std::string& code, const Money& amount, const Day& from,
              const std::string& law);
  // Regular pay less what is free, what is borne where the law takes it off, and deductions.
  [[nodiscard]] Money taxable() const;

  // The tax of the country's brackets on the base; the caller adds credits before it counts.
  [[nodiscard]] TaxLine by_brackets(const Money& base, std::vector<PayAllowance> off_year = {});
  // One rate on the base.
  [[nodiscard]] TaxLine at_rate(const Money& base, Rate rate, const Day& from,
                                const std::string& law) const;
  void tax(TaxLine line);

  [[nodiscard]] Payslip finished();

 private:
  [[nodiscard]] bool applies(const ContributionRule& rule) const;
  [[nodiscard]] bool flag(const std::string& name) const;
  [[nodiscard]] Rate rate_of(const ContributionRule& rule, const Money& wage) const;
  [[nodiscard]] Money regular_base(const ContributionRule& rule) const;
  void bear(const ContributionRule& rule, const Money& base, const Money& wage, bool special);

  const PayFacts& facts_;
  const StatutoryRules& rules_;
  Payslip slip_;
  Money more_base_;
  RoundedTogether rounded_;
};

}  // namespace tilia::payroll
