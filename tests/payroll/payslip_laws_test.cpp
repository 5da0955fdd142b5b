// What holds for the payslips of all countries, and what single laws ask beyond the printed
// examples: steps, ceilings of a year, special pay, what a worker brings.
#include <gtest/gtest.h>

#include "tests/payroll/serbia_in.h"

namespace tilia::payroll {
namespace {

class Country {
 public:
  Country(const std::string& code, const char* on)
      : on_(Day::parse(on).value()), rules_(shipped_rules().on(code, on_).value()) {}

  [[nodiscard]] Payslip pays(const char* gross,
                             const std::map<std::string, std::string>& said = {}) const {
    const auto settings = PaySettings::read(rules_.country, rules_.currency, said);
    EXPECT_TRUE(settings.ok());
    const auto facts = with_settings(
        {.on = on_, .gross = Money::parse(gross, rules_.currency).value()}, settings.value());
    const auto slip = work_out_payslip(facts.value(), rules_);
    EXPECT_TRUE(slip.ok()) << gross;
    EXPECT_EQ(first_fault(slip.value()), std::nullopt) << gross;
    return slip.value();
  }
  [[nodiscard]] const StatutoryRules& rules() const { return rules_; }

 private:
  Day on_;
  StatutoryRules rules_;
};

const PayLine* line_of(const Payslip& slip, const std::string& code, bool special = false) {
  for (const PayLine& each : slip.lines)
    if (each.code == code && each.special == special) return &each;
  return nullptr;
}

std::string amount_of(const Payslip& slip, const std::string& code, bool special = false) {
  const PayLine* line = line_of(slip, code, special);
  return line == nullptr ? "none" : line->amount.text();
}

// A raise never costs, but for the steps of Albania and of what a law frees at one wage alone; in
// the unit of rounding a line may move by one.
TEST(PayslipLaws, LeaveMoreOfMoreButForTheirSteps) {
  const Day on = *Day::from(2026, 6, 30);
  for (const std::string& country : pay_countries()) {
    const StatutoryRules rules = shipped_rules().on(country, on).value();
    const std::int64_t unit = rules.rounding.unit.minor();
    const Money raise = Money::from_minor(unit * 400, rules.currency);
    std::vector<Money> falls;
    std::optional<Money> before;
    for (Money gross = Money::from_minor(unit * 60'000, rules.currency);
         gross < Money::from_minor(unit * 700'000, rules.currency); gross += raise) {
      const Money net = work_out_payslip({.on = on, .gross = gross}, rules).value().net;
      if (before && net <= *before) falls.push_back(gross);
      before = net;
    }
    const bool steps = country == "AL" || country == "AT";
    EXPECT_EQ(falls.empty(), !steps) << country << " " << falls.size();
    EXPECT_LE(falls.size(), 4U) << country;
  }
}

TEST(PayslipLaws, SayInAlbaniaWhereAStepLeavesLess) {
  const Country albania("AL", "2026-06-30");
  EXPECT_EQ(albania.pays("50000").better_at, std::nullopt);
  EXPECT_EQ(albania.pays("50001").better_at->text(), "50000.00");
  EXPECT_EQ(albania.pays("60001").better_at->text(), "60000.00");
  EXPECT_EQ(albania.pays("70000").better_at, std::nullopt);
}

TEST(PayslipLaws, EndTheCzechBaseOfAYear) {
  const Country czechia("CZ", "2026-06-30");
  const Payslip last = czechia.pays("100000", {{"paid_before", "2300000"}});
  EXPECT_EQ(line_of(last, "CZ_PENS_EE")->base.text(), "50416.00");
  EXPECT_EQ(line_of(last, "CZ_HLT_EE")->base.text(), "100000.00");
  EXPECT_EQ(
      line_of(czechia.pays("100000", {{"paid_before", "2400000"}}), "CZ_PENS_EE")->base.text(),
      "0.00");
}

TEST(PayslipLaws, FillUpTheCzechHealthBaseOfAPartTimeWage) {
  const Country czechia("CZ", "2026-06-30");
  const Payslip half = czechia.pays("12000", {{"part_time", "20/40"}});
  EXPECT_EQ(amount_of(half, "CZ_HLT_EE"), "540.00");
  EXPECT_EQ(amount_of(half, "CZ_HLT_ER"), "1080.00");
  EXPECT_EQ(amount_of(half, "CZ_HLT_TOP"), "1404.00");  // 13.5 % of 22,400 are 3,024
  EXPECT_EQ(
      amount_of(czechia.pays("12000", {{"part_time", "20/40"}, {"without_health_minimum", "yes"}}),
                "CZ_HLT_TOP"),
      "none");
}

TEST(PayslipLaws, PayOutTheCzechCreditForChildren) {
  const Country czechia("CZ", "2026-06-30");
  EXPECT_EQ(czechia.pays("22400", {{"children", "2"}}).tax.text(), "-2337.00");
  EXPECT_EQ(czechia.pays("22400", {{"children", "2"}, {"main_job", "no"}}).tax.text(), "3360.00");
  EXPECT_EQ(czechia.pays("11100", {{"children", "2"}}).tax.text(), "0.00");
}

TEST(PayslipLaws, TaxAustrianSpecialPayWithinTheSixthAtItsOwnRate) {
  const Country austria("AT", "2026-06-30");
  const Payslip june = austria.pays("6000", {{"special", "3000"}});
  EXPECT_EQ(line_of(june, "AT_AK_EE", true), nullptr);
  EXPECT_EQ(line_of(june, "AT_WF_ER", true), nullptr);
  EXPECT_EQ(amount_of(june, "AT_PV_EE", true), "307.50");
  ASSERT_EQ(june.taxes.size(), 2U);
  EXPECT_EQ(june.taxes[1].base.text(), "1867.90");  // 3000 − 512.10 of contributions − 620
  EXPECT_EQ(june.taxes[1].amount.text(), "112.07");
  const Payslip plain = austria.pays("3000");
  EXPECT_EQ(june.taxes[0].amount, plain.tax);
  // The free 620 are of the year.
  EXPECT_EQ(
      austria.pays("6000", {{"special", "3000"}, {"special_before", "3000"}}).taxes[1].base.text(),
      "2487.90");
}

TEST(PayslipLaws, TaxAustrianSpecialPayBeyondTheSixthWithTheRest) {
  const Country austria("AT", "2026-06-30");
  const Payslip beyond = austria.pays("6000", {{"special", "3000"}, {"special_before", "5000"}});
  EXPECT_EQ(beyond.taxes[0].base - austria.pays("3000").taxes[0].base,
            Money::parse("2000.00", austria.rules().currency).value());
  EXPECT_EQ(beyond.taxes[1].base.text(), "829.30");  // 1000 less a third of 512.10
}

TEST(PayslipLaws, BearInAustriaNoContributionsOnSlightEmploymentButAccident) {
  const Country austria("AT", "2026-06-30");
  const Payslip slight = austria.pays("551.10");
  EXPECT_EQ(line_of(slight, "AT_KV_EE"), nullptr);
  EXPECT_EQ(amount_of(slight, "AT_UV_ER"), "6.06");
  EXPECT_NE(line_of(austria.pays("551.11"), "AT_KV_EE"), nullptr);
}

TEST(PayslipLaws, AskInViennaForMoreHousingPromotionFrom2026On) {
  EXPECT_EQ(
      amount_of(Country("AT", "2026-06-30").pays("3000", {{"province", "vienna"}}), "AT_WF_EE"),
      "22.50");
  EXPECT_EQ(
      amount_of(Country("AT", "2025-06-30").pays("3000", {{"province", "vienna"}}), "AT_WF_EE"),
      "15.00");
}

TEST(PayslipLaws, KeepSpanishOvertimeOutOfTheCommonBase) {
  const Country spain("ES", "2026-06-30");
  const Payslip slip = spain.pays("1900", {{"overtime", "100"}});
  EXPECT_EQ(line_of(slip, "ES_CC_EE")->base.text(), "1800.00");
  EXPECT_EQ(line_of(slip, "ES_UNE_EE")->base.text(), "1900.00");
  EXPECT_EQ(amount_of(slip, "ES_OVERTIME_EE"), "4.70");
  EXPECT_EQ(amount_of(slip, "ES_OVERTIME_ER"), "23.60");
}

TEST(PayslipLaws, TakeARateOfOnesOwnOnlyWithinTheLaw) {
  const Country spain("ES", "2026-06-30");
  EXPECT_EQ(amount_of(spain.pays("2000", {{"accident_rate", "7.15"}}), "ES_ATEP_ER"), "143.00");
  for (const char* bad : {"7.16", "1.49"}) {
    PayFacts facts{.on = *Day::from(2026, 6, 30),
                   .gross = Money::parse("2000", spain.rules().currency).value()};
    facts.settings =
        PaySettings::read("ES", spain.rules().currency, {{"accident_rate", bad}}).value();
    EXPECT_EQ(work_out_payslip(facts, spain.rules()).refusal(), PayRefusal::rate_over_the_law);
  }
}

TEST(PayslipLaws, AskInTheFederationForTheLeviesOnlyWhereTheyAreOwed) {
  const Country federation("BA-FBiH", "2026-06-30");
  EXPECT_EQ(line_of(federation.pays("2500"), "FBIH_WATER"), nullptr);
  const Payslip slip = federation.pays("2500", {{"levies", "yes"}, {"under_quota", "yes"}});
  EXPECT_EQ(amount_of(slip, "FBIH_WATER"), "7.91");  // of the net, 1,582.50
  EXPECT_EQ(amount_of(slip, "FBIH_DISABLED"), "12.50");
  EXPECT_EQ(slip.net.text(), "1582.50");
  EXPECT_EQ(slip.employer_cost.text(), "2653.32");
}

TEST(PayslipLaws, PartTheBulgarianPensionByTheYearOfBirth) {
  const Country bulgaria("BG", "2026-06-30");
  const Payslip older = bulgaria.pays("1200", {{"born_before_1960", "yes"}});
  EXPECT_EQ(line_of(older, "BG_UPF_EE"), nullptr);
  EXPECT_EQ(amount_of(older, "BG_PENS_EE"), "105.36");
  EXPECT_EQ(older.net, bulgaria.pays("1200").net);
}

TEST(PayslipLaws, AddInKosovoWhatSomebodySavesOnTop) {
  const Country kosovo("XK", "2026-06-30");
  EXPECT_EQ(amount_of(kosovo.pays("500", {{"pension_on_top", "10"}}), "XK_PENS_EE_MORE"), "50.00");
  EXPECT_EQ(amount_of(kosovo.pays("500"), "XK_PENS_EE_MORE"), "none");
}

TEST(PayslipLaws, DeductInRomaniaForTheYoungAndForChildren) {
  const Country romania("RO", "2026-08-31");
  const auto tax_base = [&](const std::map<std::string, std::string>& said) {
    return romania.pays("4325", said).tax_base.text();
  };
  EXPECT_EQ(tax_base({}), "1816.00");
  EXPECT_EQ(tax_base({{"under_26", "yes"}}), "1167.00");  // 15 % of 4,325
  EXPECT_EQ(tax_base({{"children", "2"}}), "1616.00");
}

// Reached by the month, by the hours, or by the year's pays, as each law says it.
TEST(PayslipLaws, NameWhatIsMissingToTheMinimumWage) {
  const auto missing = [](const char* country, const char* on, const char* gross,
                          const std::map<std::string, std::string>& said = {}) {
    const Payslip slip = Country(country, on).pays(gross, said);
    return slip.under_minimum_by ? slip.under_minimum_by->text() : std::string("nothing");
  };
  EXPECT_EQ(missing("AL", "2026-06-30", "49999"), "1.00");
  EXPECT_EQ(missing("AL", "2026-06-30", "25000", {{"part_time", "20/40"}}), "nothing");
  EXPECT_EQ(missing("AL", "2026-06-30", "24999", {{"part_time", "20/40"}}), "1.00");
  EXPECT_EQ(missing("CZ", "2026-06-30", "22400", {{"hours", "184"}}), "nothing");
  EXPECT_EQ(missing("CZ", "2026-06-30", "13440", {{"hours", "100"}}), "nothing");
  EXPECT_EQ(missing("CZ", "2026-06-30", "13439", {{"hours", "100"}}), "1.00");
  EXPECT_EQ(missing("ES", "2026-06-30", "1221", {{"extra_pay_year", "2442"}}), "nothing");
  EXPECT_EQ(missing("ES", "2026-06-30", "1424.49"), "0.01");
  EXPECT_EQ(missing("BA-FBiH", "2026-06-30", "1605.48"), "nothing");
  EXPECT_EQ(missing("BA-RS", "2026-06-30", "1600", {{"group", "secondary_4"}}), "72.13");
  EXPECT_EQ(missing("BA-RS", "2026-06-30", "1600"), "nothing");
  EXPECT_EQ(missing("AT", "2026-06-30", "100"), "nothing");  // no law sets one
  EXPECT_EQ(missing("XK", "2026-06-30", "424.99"), "0.01");
  EXPECT_EQ(missing("XK", "2026-07-31", "425"), "75.00");
}

TEST(PayslipLaws, SayWhichFiguresNobodyHeldAgainstTheirDecree) {
  EXPECT_TRUE(Country("RS", "2026-06-30").pays("100000").unverified.empty());
  const auto macedonian = Country("MK", "2026-06-30").pays("40000").unverified;
  EXPECT_EQ(macedonian, std::vector<std::string>{"MK_PERSONAL"});
}

}  // namespace
}  // namespace tilia::payroll
