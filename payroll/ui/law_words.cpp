#include "payroll/ui/law_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <string_view>

#include "core/check.h"
#include "payroll/earnings.h"
#include "payroll/rounding_text.h"

namespace tilia::payroll {
namespace {

// Amounts and rates that stand on no payslip as a line: they have words of their own here.
constexpr std::array<std::string_view, 7> with_words_here{
    "AL_CHILD",      "AT_SPECIAL_FREE", "AT_SPECIAL_MAX", "AT_SPECIAL_RATE",
    "CZ_BONUS_FROM", "ES_SMI_CREDIT",   "XK_SECOND_JOB"};

Phrase name_by_code(const std::string& code) {
  for (const std::string_view each : with_words_here) {
    if (each == code) return Phrase(fmt::format("office.law.code.{}", code));
  }
  return Phrase(fmt::format("payroll.allowance.{}", code));
}

// "Net, an hour": its group says what it is of.
Phrase minimum_wage_name(const RuleEntry& entry) {
  std::string_view per = "month";
  if (entry.per == MinimumWage::Per::hour) per = "hour";
  if (entry.per == MinimumWage::Per::year) per = "year";
  return Phrase(fmt::format("office.law.minimum_{}_{}", per, entry.net ? "net" : "gross"));
}

std::string joined(const std::vector<std::string>& parts) {
  return fmt::format("[{}]", fmt::join(parts, ", "));
}

std::string contribution_entry_text(const RuleEntry& entry) {
  std::string text = fmt::format("rate = \"{}\"", entry.rate.percent_text());
  if (entry.least) text += fmt::format("\nleast = \"{}\"", entry.least->percent_text());
  if (entry.most) text += fmt::format("\nmost = \"{}\"", entry.most->percent_text());
  if (entry.lower.empty()) return text;
  std::vector<std::string> parts;
  for (const ContributionRule::Step& each : entry.lower)
    parts.push_back(fmt::format(R"({{ up_to = "{}", rate = "{}" }})", each.up_to.text(),
                                each.rate.percent_text()));
  return text + "\nlower = " + joined(parts);
}

std::string tax_entry_text(const RuleEntry& entry) {
  if (entry.brackets.empty()) return "entered = true";
  std::vector<std::string> parts;
  for (const TaxBracket& each : entry.brackets)
    parts.push_back(fmt::format(R"({{ above = "{}", rate = "{}" }})", each.above.text(),
                                each.rate.percent_text()));
  const std::string period = entry.tax_months == 1 ? "" : "period = \"year\"\n";
  return fmt::format("{}brackets = {}", period, joined(parts));
}

std::string steps_entry_text(const RuleEntry& entry) {
  std::vector<std::string> parts;
  for (const AmountByGross::Step& each : entry.steps) {
    const std::string up_to =
        each.up_to ? fmt::format(R"(up_to = "{}", )", each.up_to->text()) : std::string();
    parts.push_back(fmt::format(R"({{ {}amount = "{}" }})", up_to, each.amount.text()));
  }
  return "steps = " + joined(parts);
}

std::string amounts_entry_text(const RuleEntry& entry) {
  std::vector<std::string> parts;
  for (const Money& each : entry.amounts) parts.push_back(fmt::format(R"("{}")", each.text()));
  return "amounts = " + joined(parts);
}

std::string falling_entry_text(const FallingDeduction& falling) {
  std::vector<std::string> parts;
  for (const Rate& each : falling.by_dependants)
    parts.push_back(fmt::format(R"("{}")", each.percent_text()));
  return fmt::format("by_dependants = {}\nless = \"{}\"\neach = \"{}\"\nup_to = \"{}\"",
                     joined(parts), falling.less.percent_text(), falling.each.text(),
                     falling.up_to.text());
}

std::string minimum_entry_text(const RuleEntry& entry) {
  std::string_view per = "monthly";
  if (entry.per == MinimumWage::Per::hour) per = "hourly";
  if (entry.per == MinimumWage::Per::year) per = "yearly";
  std::string text =
      fmt::format("{}_{} = \"{}\"", per, entry.net ? "net" : "gross", entry.amount->text());
  if (entry.month_minutes) text += fmt::format("\nmonth_minutes = {}", *entry.month_minutes);
  return text;
}

std::string rounding_entry_text(const RuleEntry& entry) {
  const auto line = [](const char* before, const RuleEntry::ToUnit& to) {
    return fmt::format("{0}mode = \"{1}\"\n{0}unit = \"{2}\"", before, rounding_text(to.mode),
                       to.unit);
  };
  return line("", entry.rounding) + "\n" + line("tax_base_", entry.tax_base_rounding) + "\n" +
         line("tax_", entry.tax_rounding);
}

std::string full_time_entry_text(const RuleEntry& entry) {
  std::string text = fmt::format("weekly_hours = {}", entry.weekly_minutes / 60);
  if (entry.by_working_days) text += "\nmonth_is_its_working_days = true";
  if (entry.month_minutes) text += fmt::format("\nmonth_minutes = {}", *entry.month_minutes);
  return text;
}

std::string absence_entry_text(const RuleEntry& entry) {
  std::vector<std::string> parts;
  for (const AbsencePay::Step& each : entry.absence_steps)
    parts.push_back(
        fmt::format(R"({{ to_day = {}, rate = "{}" }})", each.to_day, each.rate.percent_text()));
  return "days = " + joined(parts);
}

// One sum of money, whatever it is for.
bool has_amount(SeriesKind kind) {
  switch (kind) {
    case SeriesKind::lowest_base:
    case SeriesKind::highest_base:
    case SeriesKind::free_up_to:
    case SeriesKind::amount:
    case SeriesKind::free_part:
    case SeriesKind::annual_return:
    case SeriesKind::minimum_wage: return true;
    case SeriesKind::contribution:
    case SeriesKind::rate:
    case SeriesKind::amount_by_gross:
    case SeriesKind::amount_by_count:
    case SeriesKind::falling_deduction:
    case SeriesKind::tax:
    case SeriesKind::rounding:
    case SeriesKind::full_time:
    case SeriesKind::supplement:
    case SeriesKind::absence_pay:
    case SeriesKind::birth_date: return false;
  }
  CHECK(false);
}

std::string without_currency(const RuleEntry& entry, SeriesKind kind) {
  if (is_percent(kind)) return contribution_entry_text(entry);
  if (kind == SeriesKind::tax) return tax_entry_text(entry);
  if (kind == SeriesKind::amount_by_gross) return steps_entry_text(entry);
  if (kind == SeriesKind::amount_by_count) return amounts_entry_text(entry);
  if (kind == SeriesKind::falling_deduction) return falling_entry_text(*entry.falling);
  if (kind == SeriesKind::minimum_wage) return minimum_entry_text(entry);
  if (kind == SeriesKind::rounding) return rounding_entry_text(entry);
  if (kind == SeriesKind::absence_pay) return absence_entry_text(entry);
  if (kind == SeriesKind::full_time) return full_time_entry_text(entry);
  return {};
}

}  // namespace

LawGroup law_group(const RuleSeries& series) {
  switch (series.kind) {
    case SeriesKind::contribution:
      return series.contribution.payer == Payer::employee ? LawGroup::from_wage
                                                          : LawGroup::from_employer;
    case SeriesKind::lowest_base:
    case SeriesKind::highest_base:
    case SeriesKind::free_up_to: return LawGroup::bases;
    case SeriesKind::amount:
    case SeriesKind::free_part:
    case SeriesKind::annual_return:
    case SeriesKind::rate:
    case SeriesKind::amount_by_gross:
    case SeriesKind::amount_by_count:
    case SeriesKind::falling_deduction:
    case SeriesKind::tax: return LawGroup::tax;
    case SeriesKind::minimum_wage: return LawGroup::minimum_wage;
    case SeriesKind::supplement:
    case SeriesKind::absence_pay: return LawGroup::hours;
    case SeriesKind::rounding:
    case SeriesKind::full_time:
    case SeriesKind::birth_date: return LawGroup::reckoning;
  }
  CHECK(false);
}

Phrase name_of(LawGroup group) {
  switch (group) {
    case LawGroup::from_wage: return Phrase("office.law.group.from_wage");
    case LawGroup::from_employer: return Phrase("office.law.group.from_employer");
    case LawGroup::bases: return Phrase("office.law.group.bases");
    case LawGroup::tax: return Phrase("office.law.group.tax");
    case LawGroup::minimum_wage: return Phrase("office.law.group.minimum_wage");
    case LawGroup::hours: return Phrase("office.law.group.hours");
    case LawGroup::reckoning: return Phrase("office.law.group.reckoning");
  }
  CHECK(false);
}

namespace {

Phrase name_of(Supplement::For time) {
  switch (time) {
    case Supplement::For::night: return name_of(Earning::Kind::night);
    case Supplement::For::sunday: return name_of(Earning::Kind::sunday);
    case Supplement::For::holiday: return name_of(Earning::Kind::holiday);
    case Supplement::For::overtime: return name_of(Earning::Kind::overtime);
  }
  CHECK(false);
}

}  // namespace

Phrase name_of(const RuleSeries& series) {
  switch (series.kind) {
    case SeriesKind::contribution:
      return Phrase(
          fmt::format("payroll.line.{}_{}", series.contribution.branch,
                      series.contribution.payer == Payer::employee ? "employee" : "employer"));
    case SeriesKind::lowest_base: return Phrase("office.law.lowest_base");
    case SeriesKind::highest_base:
      return Phrase(series.yearly ? "office.law.highest_base_yearly" : "office.law.highest_base");
    case SeriesKind::free_up_to: return Phrase("office.law.free_up_to");
    case SeriesKind::minimum_wage:
      return series.group.empty() ? minimum_wage_name(series.entries.back())
                                  : Phrase(fmt::format("office.setting.group.{}", series.group));
    case SeriesKind::tax: return Phrase("payroll.step.tax");
    case SeriesKind::supplement: return name_of(series.time);
    case SeriesKind::absence_pay: return name_of(Earning::Kind::away_by_law);
    case SeriesKind::rounding: return Phrase("office.law.rounding");
    case SeriesKind::full_time: return Phrase("office.law.full_time");
    case SeriesKind::birth_date: return Phrase("office.law.birth_date");
    case SeriesKind::amount:
    case SeriesKind::free_part:
    case SeriesKind::annual_return:
    case SeriesKind::rate:
    case SeriesKind::amount_by_gross:
    case SeriesKind::amount_by_count:
    case SeriesKind::falling_deduction: return name_by_code(series.code);
  }
  CHECK(false);
}

ui::Text law_value(const RuleSeries& series, const RuleEntry& entry) {
  if (series.kind == SeriesKind::full_time)
    return Phrase("office.law.weekly_hours").with("count", std::int64_t{entry.weekly_minutes / 60});
  if (series.kind == SeriesKind::supplement && entry.amount) return *entry.amount;
  if (is_percent(series.kind) && entry.lower.empty() && !entry.least && !entry.most)
    return entry.rate;
  const bool one_rate = entry.brackets.size() == 1 && entry.tax_months == 1;
  if (series.kind == SeriesKind::tax && one_rate) return entry.brackets.front().rate;
  if (has_amount(series.kind)) return *entry.amount;
  if (series.kind == SeriesKind::rounding)
    return Phrase("office.law.rounded_to").with("unit", entry.rounding.unit);
  return value_text(entry, series.kind);
}

bool is_percent(SeriesKind kind) {
  return kind == SeriesKind::contribution || kind == SeriesKind::rate ||
         kind == SeriesKind::supplement;
}

bool is_one_figure(const RuleEntry* like, SeriesKind kind) {
  if (kind == SeriesKind::supplement) return true;
  if (like == nullptr) return false;
  if (is_percent(kind)) return like->lower.empty() && !like->least && !like->most;
  if (kind == SeriesKind::minimum_wage) return !like->month_minutes;
  return has_amount(kind);
}

std::string law_entry_text(const RuleEntry* entry, SeriesKind kind) {
  if (entry == nullptr) return {};
  const std::string currency =
      entry->currency ? fmt::format("currency = \"{}\"\n", entry->currency->code()) : std::string();
  return currency + without_currency(*entry, kind);
}

}  // namespace tilia::payroll
