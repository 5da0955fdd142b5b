#include "payroll/earnings.h"

#include <gtest/gtest.h>

#include "payroll/payslip.h"
#include "tests/payroll/serbia_in.h"

namespace tilia::payroll {
namespace {

using Kind = Earning::Kind;

// March 2026 has 22 working days, 176 hours; its weeks end on the 1st, 8th, 15th, 22nd and 29th.
const Month march = Month::parse("2026-03").value();

Day day(const char* text) { return Day::parse(text).value(); }

StatutoryRules law_of(const char* country) {
  return shipped_rules().on(country, march.last_day()).value();
}

Contract contract_of(const Money& gross, PayBasis basis = PayBasis::monthly, int hours = 40) {
  return {WorkerId::from_bytes({}), day("2026-01-01"), {}, basis, gross, hours * 60};
}

WorkedKinds worked(const char* on, std::int64_t minutes, std::int64_t night = 0,
                   std::int64_t sunday = 0, std::int64_t holiday = 0) {
  return {day(on), {minutes, night, sunday, holiday}};
}

DayAway away(const char* on, AbsenceKind kind, const char* since = nullptr, int minutes = 480) {
  return {day(on), kind, minutes, day(since != nullptr ? since : on)};
}

// "night 1560.00, …": what is beside the wage itself.
std::string beside_the_wage(const Earnings& earned) {
  std::string text;
  for (const Earning& each : earned.lines)
    if (each.kind != Kind::wage)
      text += (text.empty() ? "" : ", ") + std::string(earning_code(each.kind)) + " " +
              each.amount.text();
  return text;
}

Earnings earned(const Contract& contract, const HoursForPay& hours, const StatutoryRules& rules,
                bool overtime_entered = false) {
  const Earnings all = earn(march, {contract}, {}, hours, overtime_entered, rules);
  Money sum = Money::zero(rules.currency);
  for (const Earning& each : all.lines) sum += each.amount;
  EXPECT_EQ(sum, all.sum);
  return all;
}

// 600 dinars an hour.
Earnings in_serbia(const HoursForPay& hours, bool overtime_entered = false) {
  return earned(contract_of(dinars("105600.00")), hours, serbia_on(march.last_day()),
                overtime_entered);
}

std::vector<WorkedKinds> week_of(const char* monday, int hours_a_day, int days = 5) {
  std::vector<WorkedKinds> all;
  for (int at = 0; at < days; ++at)
    all.push_back({day(monday).plus_days(at), {hours_a_day * 60, 0, 0, 0}});
  return all;
}

TEST(Earn, IsTheAgreedWageWhereNothingElseIsKnown) {
  const Earnings all = in_serbia({});
  EXPECT_EQ(all.sum.text(), "105600.00");
  EXPECT_EQ(beside_the_wage(all), "");
  EXPECT_TRUE(all.beside.is_zero());
}

TEST(Earn, AddsWhatNightAndHolidaysEarnAndNamesTheLaw) {
  const Earnings all =
      in_serbia({{}, {worked("2026-03-03", 480, 360), worked("2026-03-04", 480, 240, 0, 480)}, {}});
  EXPECT_EQ(beside_the_wage(all), "night 1560.00, holiday 5280.00");  // 10 h × 26 %, 8 h × 110 %
  EXPECT_EQ(all.beside.text(), "6840.00");
  EXPECT_EQ(all.lines.at(1).law, "Zakon o radu, čl. 108 st. 1 tač. 2");
  EXPECT_FALSE(all.no_supplement);
}

TEST(Earn, SaysThatNoValueIsKnownForHoursThatShouldEarnOne) {
  const StatutoryRules federation = law_of("BA-FBiH");  // an agreement says how much
  const Money gross = Money::parse("2000", federation.currency).value();
  EXPECT_TRUE(earned(contract_of(gross), {{}, {worked("2026-03-08", 480, 0, 480)}, {}}, federation)
                  .no_supplement);
}

TEST(Earn, AddsNothingWhereTheLawGivesNothing) {
  const Earnings sunday = in_serbia({{}, {worked("2026-03-08", 480, 0, 480)}, {}});
  EXPECT_FALSE(sunday.no_supplement);
  EXPECT_EQ(beside_the_wage(sunday), "");
}

TEST(Earn, TakesAnAmountAnHourWhereTheLawGivesOne) {
  const StatutoryRules law = law_of("BG");
  const Money gross = Money::parse("1200", law.currency).value();
  EXPECT_EQ(
      beside_the_wage(earned(contract_of(gross), {{}, {worked("2026-03-03", 600, 600)}, {}}, law)),
      "night 9.40");
}

TEST(Earn, ReckonsTheMonthAsTheCountryDoes) {
  const StatutoryRules law = law_of("AL");  // 174 hours: 500 lek each
  const Money gross = Money::parse("87000", law.currency).value();
  EXPECT_EQ(
      beside_the_wage(earned(contract_of(gross), {{}, {worked("2026-03-03", 600, 600)}, {}}, law)),
      "night 2500.00");
}

TEST(Earn, PaysWhatIsBeyondFullTimeByTheWeekThatEndsInTheMonth) {
  EXPECT_EQ(beside_the_wage(in_serbia({{}, week_of("2026-03-02", 8), {}})), "");
  EXPECT_EQ(beside_the_wage(in_serbia({{}, week_of("2026-03-02", 11, 4), {}})),
            "overtime 3024.00");  // 4 h × 126 %
  EXPECT_EQ(beside_the_wage(in_serbia({{}, week_of("2026-02-23", 11, 4), {}})),
            "overtime 3024.00");  // ends on the 1st
  EXPECT_EQ(beside_the_wage(in_serbia({{}, week_of("2026-03-30", 12, 4), {}})), "");  // April's
  EXPECT_EQ(beside_the_wage(in_serbia({{}, week_of("2026-03-02", 11, 4), {}}, true)), "");
}

// Her last week would otherwise belong to a month in which she is no longer paid.
TEST(Earn, GivesTheLastWeekToTheMonthOfHerLastDay) {
  const StatutoryRules law = serbia_on(march.last_day());
  Contract ending = contract_of(dinars("105600.00"));
  const HoursForPay last_week{
      {}, {worked("2026-03-30", 22 * 60), worked("2026-03-31", 22 * 60)}, {}};
  const auto paid = [&](const std::vector<Contract>& contracts, const std::optional<Day>& last) {
    return beside_the_wage(earn(march, contracts, last, last_week, false, law));
  };
  EXPECT_EQ(paid({ending}, {}), "") << "the week goes on in April";
  EXPECT_EQ(paid({ending}, day("2026-03-31")), "overtime 3024.00");
  ending.to = day("2026-03-31");
  EXPECT_EQ(paid({ending}, {}), "overtime 3024.00");
  Contract next = contract_of(dinars("105600.00"));
  next.from = day("2026-04-01");
  EXPECT_EQ(paid({ending, next}, {}), "") << "the next contract has it";
}

TEST(Earn, CountsPaidTimeAwayAsWorkedForTheWeek) {
  const std::vector<WorkedKinds> four_days = week_of("2026-03-02", 9, 4);
  EXPECT_EQ(beside_the_wage(in_serbia({{}, four_days, {away("2026-03-06", AbsenceKind::paid)}})),
            "overtime 3024.00");
  EXPECT_EQ(beside_the_wage(in_serbia({{}, four_days, {away("2026-03-06", AbsenceKind::unpaid)}})),
            "unpaid_away -4800.00");
}

TEST(Earn, PaysMoreHoursThanAgreedAtTheHoursWageUpToFullTime) {
  const StatutoryRules law = serbia_on(march.last_day());
  const Contract half = contract_of(dinars("52800.00"), PayBasis::monthly, 20);  // 600 an hour
  EXPECT_EQ(beside_the_wage(earned(half, {{}, week_of("2026-03-02", 6, 4), {}}, law)),
            "more_hours 2400.00");
  EXPECT_EQ(beside_the_wage(earned(half, {{}, week_of("2026-03-02", 7, 6), {}}, law)),
            "more_hours 12000.00, overtime 1512.00");
}

TEST(Earn, PaysNoMinuteOfAWeekTwice) {
  const StatutoryRules law = serbia_on(march.last_day());
  const Contract half = contract_of(dinars("52800.00"), PayBasis::monthly, 20);
  const HoursForPay hours{{},
                          {worked("2026-03-02", 15 * 60)},
                          {away("2026-03-03", AbsenceKind::paid, nullptr, 30 * 60)}};
  // Fifteen hours were worked: five beyond full time, ten beyond what is agreed.
  EXPECT_EQ(beside_the_wage(earned(half, hours, law)), "more_hours 6000.00, overtime 3780.00");
}

TEST(Earn, PaysByTheHourTimeAwayThatIsPaidAndOnlyTheSupplementOfOvertime) {
  const StatutoryRules law = serbia_on(march.last_day());
  const HoursForPay hours{
      {{day("2026-03-02"), 44 * 60}},
      week_of("2026-03-02", 11, 4),
      {away("2026-03-09", AbsenceKind::paid), away("2026-03-10", AbsenceKind::unpaid)}};
  const Earnings all = earned(contract_of(dinars("600.00"), PayBasis::hourly), hours, law);
  EXPECT_EQ(all.lines.front().amount.text(), "26400.00");
  EXPECT_EQ(beside_the_wage(all), "paid_away 4800.00, overtime 624.00");
}

TEST(Earn, TakesUnpaidTimeOffByTheMonthsWorkingDays) {
  const Earnings one = in_serbia({{}, {}, {away("2026-03-03", AbsenceKind::unpaid)}});
  EXPECT_EQ(beside_the_wage(one), "unpaid_away -4800.00");
  EXPECT_EQ(one.away_minutes, 480);
  EXPECT_EQ(one.month_minutes, 22 * 480);
  HoursForPay all_month;
  for (Day on = march.first_day(); on <= march.last_day(); on = on.plus_days(1))
    if (on.weekday_from_monday() < 5)
      all_month.away.push_back({on, AbsenceKind::unpaid, 480, march.first_day()});
  EXPECT_TRUE(in_serbia(all_month).sum.is_zero());
}

TEST(Earn, TakesNoMoreOffThanTheWageIsAndNothingForRounding) {
  HoursForPay too_much;
  for (Day on = march.first_day(); on <= march.last_day(); on = on.plus_days(1))
    too_much.away.push_back({on, AbsenceKind::unpaid, 480, march.first_day()});
  EXPECT_TRUE(in_serbia(too_much).sum.is_zero());
  // A day of 22 is 1,363.64 of 30,000 crowns, and wages are rounded up: 28,637 are left.
  const StatutoryRules law = law_of("CZ");
  const Contract contract = contract_of(Money::parse("30000", law.currency).value());
  EXPECT_EQ(earned(contract, {{}, {}, {away("2026-03-03", AbsenceKind::unpaid)}}, law).sum.text(),
            "28637.00");
}

TEST(Earn, PaysTimeAwayByLawByItsDays) {
  EXPECT_EQ(
      beside_the_wage(in_serbia({{},
                                 {},
                                 {away("2026-03-02", AbsenceKind::statutory),
                                  away("2026-03-03", AbsenceKind::statutory, "2026-03-02")}})),
      "unpaid_away -9600.00, away_by_law 6240.00");
  // The 31st day is somebody else's to pay.
  EXPECT_EQ(
      beside_the_wage(in_serbia({{},
                                 {},
                                 {away("2026-03-03", AbsenceKind::statutory, "2026-02-02"),
                                  away("2026-03-04", AbsenceKind::statutory, "2026-02-02")}})),
      "unpaid_away -9600.00, away_by_law 3120.00");
}

TEST(Earn, CountsDaysOfTimeAwayAsEachLawDoes) {
  const auto euros = [](const StatutoryRules& law) {
    return contract_of(Money::parse("2200", law.currency).value());
  };
  HoursForPay week;
  for (const char* on : {"2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06"})
    week.away.push_back(away(on, AbsenceKind::statutory, "2026-03-02"));
  // Spain: nothing for three days, then 60 %.
  EXPECT_EQ(beside_the_wage(earned(euros(law_of("ES")), week, law_of("ES"))),
            "unpaid_away -500.00, away_by_law 120.00");
  // Bulgaria: two working days at 70 %, a weekend between them or not.
  const HoursForPay over_weekend{{},
                                 {},
                                 {away("2026-03-06", AbsenceKind::statutory),
                                  away("2026-03-09", AbsenceKind::statutory, "2026-03-06"),
                                  away("2026-03-10", AbsenceKind::statutory, "2026-03-06")}};
  EXPECT_EQ(beside_the_wage(earned(euros(law_of("BG")), over_weekend, law_of("BG"))),
            "unpaid_away -300.00, away_by_law 140.00");
  // Kosovo: twenty working days of the year, of which eighteen are used.
  HoursForPay late = week;
  late.away.push_back(away("2026-02-02", AbsenceKind::paid));  // leave is none of them
  for (int before = 0; before < 18; ++before)
    late.away.push_back(
        {day("2026-01-05").plus_days(before), AbsenceKind::statutory, 480, day("2026-01-05")});
  EXPECT_EQ(beside_the_wage(earned(euros(law_of("XK")), late, law_of("XK"))),
            "unpaid_away -500.00, away_by_law 200.00");
}

TEST(Earn, SaysWhereNoValueTellsWhatIsPaidByLaw) {
  StatutoryRules law = serbia_on(march.last_day());
  law.absence_pay.reset();
  const Contract contract = contract_of(dinars("105600.00"));
  EXPECT_TRUE(
      earned(contract, {{}, {}, {away("2026-03-02", AbsenceKind::statutory)}}, law).no_absence_pay);
  EXPECT_FALSE(
      earned(contract, {{}, {}, {away("2026-03-02", AbsenceKind::paid)}}, law).no_absence_pay);
}

TEST(Earn, PartsAMonthWithTwoContractsAndLeavesOthersDaysAlone) {
  const StatutoryRules law = serbia_on(march.last_day());
  Contract first = contract_of(dinars("62000.00"));
  first.to = day("2026-03-10");
  Contract then = contract_of(dinars("93000.00"));
  then.from = day("2026-03-11");
  const Earnings all = earn(march, {first, then}, day("2026-03-20"),
                            {{}, {worked("2026-03-25", 480, 480)}, {}}, false, law);
  EXPECT_EQ(all.sum.text(), "50000.00");  // ten days of each
  EXPECT_EQ(all.days, 20);
  EXPECT_EQ(all.contract, then);
}

// What is missing to the Czech minimum of 22,400 a month.
std::string missing(const char* gross, const char* beside, std::int64_t away_of_ten) {
  const StatutoryRules law = law_of("CZ");
  const auto crowns = [&](const char* text) { return Money::parse(text, law.currency).value(); };
  const auto slip = work_out_payslip({.on = march.last_day(),
                                      .gross = crowns(gross),
                                      .beside = crowns(beside),
                                      .away_minutes = away_of_ten,
                                      .month_minutes = 10},
                                     law);
  const auto& by = slip.value().under_minimum_by;
  return by ? by->text() : "nothing";
}

TEST(MinimumWage, IsReachedWithoutSupplementsAndByTheTimeThatWasNotAway) {
  EXPECT_EQ(missing("22400", "0", 0), "nothing");
  EXPECT_EQ(missing("22600", "1000", 0), "800.00");
  EXPECT_EQ(missing("20160", "0", 1), "nothing");
  EXPECT_EQ(missing("20159", "0", 1), "1.00");
}

TEST(DaysAway, HangTogetherOverWeekendsAndWhatFollowsAtOnce) {
  HoursRecord record;
  record.absences = {{day("2026-02-26"), day("2026-03-01"), AbsenceKind::statutory},
                     {day("2026-03-02"), day("2026-03-08"), AbsenceKind::statutory},
                     {day("2026-03-16"), day("2026-03-16"), AbsenceKind::statutory}};
  record.approved_absences = {{day("2026-03-16"), AbsenceKind::statutory, 480},
                              {day("2026-03-02"), AbsenceKind::statutory, 480},
                              {day("2026-03-20"), AbsenceKind::paid, 240}};
  EXPECT_EQ(days_away(record),
            (std::vector<DayAway>{away("2026-03-02", AbsenceKind::statutory, "2026-02-26"),
                                  away("2026-03-16", AbsenceKind::statutory),
                                  away("2026-03-20", AbsenceKind::paid, nullptr, 240)}));
}

}  // namespace
}  // namespace tilia::payroll
