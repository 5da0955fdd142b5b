#include "payroll/law_entry.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/check.h"
#include "payroll/employ.h"
#include "payroll/rule_file.h"

namespace tilia::payroll {
namespace {

constexpr int months_looked_back = 24;

// A text as TOML writes it.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') out += '\\';
    out += letter == '\n' ? ' ' : letter;
  }
  return out + "\"";
}

// Under which key the series' own entries give their one figure; empty: they give more than one.
std::string value_key(const RuleSeries& series, const Day& day) {
  switch (series.kind) {
    case SeriesKind::contribution:
    case SeriesKind::rate: return "rate";
    case SeriesKind::lowest_base:
    case SeriesKind::highest_base:
    case SeriesKind::free_up_to:
    case SeriesKind::amount:
    case SeriesKind::free_part:
    case SeriesKind::annual_return: return "amount";
    case SeriesKind::minimum_wage: {
      const RuleEntry* now = series.on(day);
      const RuleEntry& like = now != nullptr ? *now : series.entries.back();
      constexpr std::array<const char*, 3> per{"hourly", "monthly", "yearly"};
      return fmt::format("{}_{}", per.at(static_cast<std::size_t>(like.per)),
                         like.net ? "net" : "gross");
    }
    case SeriesKind::supplement: {
      const RuleEntry* now = series.on(day);
      return now != nullptr && now->amount ? "hourly_amount" : "rate";
    }
    case SeriesKind::amount_by_gross:
    case SeriesKind::amount_by_count:
    case SeriesKind::falling_deduction:
    case SeriesKind::tax:
    case SeriesKind::rounding:
    case SeriesKind::full_time:
    case SeriesKind::absence_pay:
    case SeriesKind::birth_date: return {};
  }
  CHECK(false);
}

bool is_money(const std::string& key) { return key != "rate"; }

}  // namespace

std::string_view law_entry_refusal_code(LawEntryRefusal why) {
  switch (why) {
    case LawEntryRefusal::unknown_series: return "unknown_series";
    case LawEntryRefusal::law_missing: return "law_missing";
    case LawEntryRefusal::value_missing: return "value_missing";
    case LawEntryRefusal::does_not_hold: return "does_not_hold";
    case LawEntryRefusal::wants_an_entry: return "wants_an_entry";
  }
  CHECK(false);
}

Phrase sentence_of(const LawEntryFault& fault) {
  return Phrase(fmt::format("payroll.law_entry.{}", law_entry_refusal_code(fault.why)))
      .with("about", fault.about);
}

Result<RuleAddition, LawEntryFault> checked_law_entry(const RuleBook& rules,
                                                      const Employer& employer,
                                                      const LawEntryAsked& asked,
                                                      const Day& today) {
  if (asked.law.empty()) return LawEntryFault{LawEntryRefusal::law_missing};
  if (asked.value.empty() == asked.entry.empty())
    return LawEntryFault{LawEntryRefusal::value_missing};
  try {
    const auto series = rules.series(employer.country, asked.series);
    if (!series) return LawEntryFault{LawEntryRefusal::unknown_series, asked.series};
    std::string entry = fmt::format("from = {}\n", asked.from.text());
    if (asked.to) entry += fmt::format("to = {}\n", asked.to->text());
    if (!asked.value.empty()) {
      const std::string key = value_key(*series, asked.from);
      if (key.empty()) return LawEntryFault{LawEntryRefusal::wants_an_entry, asked.series};
      if (is_money(key)) entry += fmt::format("currency = \"{}\"\n", employer.currency.code());
      entry += fmt::format("{} = {}\n", key, quoted(asked.value));
    }
    entry += asked.entry.empty() ? "" : asked.entry + "\n";
    entry += fmt::format("law = {}\n", quoted(asked.law));
    if (!asked.source.empty()) entry += fmt::format("source = {}\n", quoted(asked.source));
    const RuleAddition addition{employer.country, asked.series, entry, today};
    // The loader says whether it holds, alone and beside the others on its first day.
    static_cast<void>(rules.with({addition}).on(employer.country, asked.from));
    return addition;
  } catch (const RuleFault& fault) {
    return LawEntryFault{LawEntryRefusal::does_not_hold, fault.what()};
  }
}

std::optional<Month> last_approved_month(PayBook& book, const Day& today) {
  Month month = Month::of(today);
  for (int back = 0; back < months_looked_back; ++back) {
    const auto run = book.pay_run_state(month);
    if (run && run->approved) return month;
    month = month.previous();
  }
  return std::nullopt;
}

std::optional<LawPreview> preview_law_entry(PayBook& book, const RuleBook& rules,
                                            const RuleAddition& addition, const Day& today) {
  const auto month = last_approved_month(book, today);
  if (!month) return std::nullopt;
  const RuleBook kept = rules.with(book.law_additions());
  const auto before = preview_pay_run(book, kept, *month);
  const auto after = preview_pay_run(book, kept.with({addition}), *month);
  if (!before || !after) return std::nullopt;
  LawPreview preview{*month, {}};
  for (const PayRunSlip& now : before.value().slips) {
    const PayRunSlip* then = slip_of(after.value(), now.worker.alias);
    if (then == nullptr) continue;
    const LawChange change{now.worker.alias, now.slip.net, then->slip.net, now.cost(),
                           then->cost()};
    if (change.net_before != change.net_after || change.cost_before != change.cost_after)
      preview.changes.push_back(change);
  }
  return preview;
}

}  // namespace tilia::payroll
