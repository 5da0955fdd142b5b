#include "payroll/funding/split_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "core/check.h"

namespace tilia::payroll {
namespace {

using Json = nlohmann::ordered_json;
using Why = FundingRefusal::Why;

constexpr std::size_t longest_file_bytes = 64 * 1024 * 1024;

constexpr std::array<std::pair<Why, std::string_view>, 19> codes{{
    {Why::unknown_currency, "unknown_currency"},
    {Why::bad_number, "bad_number"},
    {Why::negative, "negative"},
    {Why::bad_month, "bad_month"},
    {Why::unknown_basis, "unknown_basis"},
    {Why::unknown_payee, "unknown_payee"},
    {Why::unknown_funder, "unknown_funder"},
    {Why::doubled_funder, "doubled_funder"},
    {Why::doubled_plan, "doubled_plan"},
    {Why::doubled_month, "doubled_month"},
    {Why::descending_months, "descending_months"},
    {Why::doubled_step, "doubled_step"},
    {Why::period, "period"},
    {Why::ends_before_start, "ends_before_start"},
    {Why::no_end, "no_end"},
    {Why::no_amount, "no_amount"},
    {Why::no_rate, "no_rate"},
    {Why::remainder_prorate, "remainder_prorate"},
    {Why::remainder_premium, "remainder_premium"},
}};
constexpr std::array<std::pair<SplitRefusal::Why, std::string_view>, 3> split_codes{{
    {SplitRefusal::Why::missing_figure, "missing_figure"},
    {SplitRefusal::Why::over_hundred, "over_hundred"},
    {SplitRefusal::Why::too_large, "too_large"},
}};
constexpr std::array<std::pair<std::string_view, FundingBasis>, 10> bases{{
    {"gross", FundingBasis::gross},
    {"net", FundingBasis::net},
    {"employer_cost", FundingBasis::employer_cost},
    {"contributions", FundingBasis::contributions},
    {"minimum_wage", FundingBasis::minimum_wage},
    {"uplifted_gross", FundingBasis::uplifted_gross},
    {"hours", FundingBasis::hours},
    {"fixed", FundingBasis::fixed},
    {"lump_sum", FundingBasis::lump_sum},
    {"remainder", FundingBasis::remainder},
}};
// The first ones also hold a ceiling over public aid.
constexpr std::size_t bases_of_a_ceiling = 5;

// Thrown inside this file only: a refusal from any depth of a document.
struct Refused {
  FundingRefusal refusal;
};
[[noreturn]] void refuse(Why why, const std::string& place, std::string found = {}) {
  throw Refused{{.why = why, .place = place, .found = std::move(found)}};
}

std::optional<At> given(const At& at, const std::string& key) {
  if (!at.given(key)) return std::nullopt;
  return at[key];
}

std::vector<At> list(const At& at, const std::string& key) {
  const auto all = given(at, key);
  return all ? all->elements() : std::vector<At>();
}

bool yes(const At& at, const std::string& key) {
  const auto said = given(at, key);
  return said && said->yes_or_no();
}

Money amount_of(const At& at, Currency currency) {
  const auto money = Money::parse(at.text(), currency);
  if (!money || money.value().minor() > largest_minor || money.value().minor() < -largest_minor)
    refuse(Why::bad_number, at.place(), at.text());
  return money.value();
}

Money not_negative(const At& at, Currency currency) {
  const Money money = amount_of(at, currency);
  if (money.negative()) refuse(Why::negative, at.place(), at.text());
  return money;
}

Exact decimal_of(const At& at) {
  const auto value = parse_exact(at.text());
  if (!value) refuse(Why::bad_number, at.place(), at.text());
  if (value->negative()) refuse(Why::negative, at.place(), at.text());
  return *value;
}

std::optional<Money> terms(const At& at, const std::string& key, Currency currency) {
  const auto found = given(at, key);
  return found ? std::optional(not_negative(*found, currency)) : std::nullopt;
}

std::optional<Money> figure(const At& at, const std::string& key, Currency currency) {
  const auto found = given(at, key);
  return found ? std::optional(amount_of(*found, currency)) : std::nullopt;
}

std::optional<Exact> decimal(const At& at, const std::string& key) {
  const auto found = given(at, key);
  return found ? std::optional(decimal_of(*found)) : std::nullopt;
}

std::optional<Day> day(const At& at, const std::string& key) {
  const auto found = given(at, key);
  return found ? std::optional(found->day()) : std::nullopt;
}

Month month_of(const At& at) {
  const auto month = Month::parse(at.text());
  if (!month) refuse(Why::bad_month, at.place(), at.text());
  return *month;
}

FundingBasis basis_of(const At& at, std::size_t of_first) {
  const std::string text = at.text();
  for (std::size_t known = 0; known < of_first; ++known)
    if (bases.at(known).first == text) return bases.at(known).second;
  refuse(Why::unknown_basis, at.place(), text);
}

class Reader {
 public:
  explicit Reader(Currency currency) : file_{.agreements = {.currency = currency}, .months = {}} {}

  FundingFile read(const At& top) {
    for (const At& at : list(top, "funders")) read_funder(at);
    if (const auto ceiling = given(top, "aid_ceiling")) {
      ceiling->only({"percent", "basis"});
      file_.agreements.aid_ceiling =
          AidCeiling{.percent = decimal_of((*ceiling)["percent"]),
                     .basis = basis_of((*ceiling)["basis"], bases_of_a_ceiling)};
    }
    for (const At& at : list(top, "plans")) read_plan(at);
    for (const At& at : list(top, "months")) read_month(at);
    return std::move(file_);
  }

 private:
  [[nodiscard]] Currency currency() const { return file_.agreements.currency; }

  void read_funder(const At& at) {
    at.only({"code", "budget", "public_aid", "hours_limit_year"});
    Funder funder{.code = at["code"].text(),
                  .budget = terms(at, "budget", currency()),
                  .public_aid = yes(at, "public_aid"),
                  .hours_limit_year = decimal(at, "hours_limit_year")};
    if (!funders_.emplace(funder.code, funders_.size()).second)
      refuse(Why::doubled_funder, at["code"].place(), funder.code);
    file_.agreements.funders.push_back(std::move(funder));
  }

  void read_plan(const At& at) {
    at.only({"worker", "phases"});
    FundingPlan plan{.worker = at["worker"].text(), .phases = {}};
    if (!planned_.insert(plan.worker).second)
      refuse(Why::doubled_plan, at["worker"].place(), plan.worker);
    for (const At& phase : at["phases"].elements()) plan.phases.push_back(phase_of(phase));
    file_.agreements.plans.push_back(std::move(plan));
  }

  void read_period(const At& at, FundingPhase& phase) const {
    const auto months = given(at, "months");
    phase.from = day(at, "from");
    phase.to = day(at, "to");
    if (months) {
      for (const At& month : months->elements()) phase.months.push_back(month_of(month));
      std::sort(phase.months.begin(), phase.months.end());
      const auto twice = std::adjacent_find(phase.months.begin(), phase.months.end());
      if (twice != phase.months.end()) refuse(Why::doubled_month, months->place(), twice->text());
    }
    if (phase.from.has_value() == !phase.months.empty() || (months && phase.to))
      refuse(Why::period, at.place());
    if (phase.from && phase.to && *phase.to < *phase.from)
      refuse(Why::ends_before_start, at["to"].place(), phase.to->text());
  }

  void read_amounts(const At& at, FundingPhase& phase) const {
    phase.amount = terms(at, "amount", currency());
    for (const At& step : list(at, "steps")) {
      step.only({"from", "amount"});
      phase.steps.push_back({step["from"].day(), not_negative(step["amount"], currency())});
    }
    std::sort(phase.steps.begin(), phase.steps.end(),
              [](const auto& a, const auto& b) { return a.from < b.from; });
    const auto twice =
        std::adjacent_find(phase.steps.begin(), phase.steps.end(),
                           [](const auto& a, const auto& b) { return a.from == b.from; });
    if (twice != phase.steps.end())
      refuse(Why::doubled_step, at["steps"].place(), twice->from.text());
    const auto cap = given(at, "cap_month");
    phase.cap_month_at_minimum_wage = cap && cap->text() == "minimum_wage";
    if (cap && !phase.cap_month_at_minimum_wage) phase.cap_month = not_negative(*cap, currency());
    phase.cap_total = terms(at, "cap_total", currency());
    phase.cap_basis = terms(at, "cap_basis", currency());
    phase.rate = terms(at, "rate", currency());
    if (const auto percent = decimal(at, "percent")) phase.percent = *percent;
    if (const auto factor = decimal(at, "factor")) phase.factor = *factor;
  }

  // What the basis asks of a phase.
  static void check_terms(const At& at, const FundingPhase& phase) {
    const bool lump_sum = phase.basis == FundingBasis::lump_sum;
    const bool needs_amount = lump_sum || phase.basis == FundingBasis::fixed;
    if (needs_amount && !phase.amount) refuse(Why::no_amount, at.place() + ".amount");
    if (phase.basis == FundingBasis::hours && !phase.rate)
      refuse(Why::no_rate, at.place() + ".rate");
    if (lump_sum && phase.from && !phase.to) refuse(Why::no_end, at.place() + ".to");
    if (phase.basis != FundingBasis::remainder) return;
    if (phase.prorate) refuse(Why::remainder_prorate, at.place() + ".prorate");
    if (phase.to_worker) refuse(Why::remainder_premium, at.place() + ".payee");
  }

  FundingPhase phase_of(const At& at) const {
    at.only({"funder",    "from",   "to",           "months",    "basis",
             "percent",   "amount", "steps",        "cap_month", "cap_total",
             "cap_basis", "factor", "rate",         "with_tax",  "prorate",
             "priority",  "payee",  "pays_absence", "arrears",   "keep_months"});
    FundingPhase phase;
    const std::string code = at["funder"].text();
    const auto funder = funders_.find(code);
    if (funder == funders_.end()) refuse(Why::unknown_funder, at["funder"].place(), code);
    phase.funder = funder->second;
    phase.basis = basis_of(at["basis"], bases.size());
    read_period(at, phase);
    read_amounts(at, phase);
    phase.with_tax = yes(at, "with_tax");
    phase.prorate = yes(at, "prorate");
    if (const auto payee = given(at, "payee")) {
      phase.to_worker = payee->text() == "worker";
      if (!phase.to_worker && payee->text() != "employer")
        refuse(Why::unknown_payee, payee->place(), payee->text());
    }
    for (const char* key : {"priority", "pays_absence", "arrears", "keep_months"}) {
      const auto number = given(at, key);
      if (number && number->is_whole_number() && number->count() < 0)
        refuse(Why::negative, number->place(), std::to_string(number->count()));
    }
    if (const auto priority = given(at, "priority")) phase.priority = priority->count();
    check_terms(at, phase);
    return phase;
  }

  void read_month(const At& at) {
    at.only({"worker", "month", "gross", "net", "employer_cost", "contributions", "tax",
             "minimum_wage", "hours", "employed_from", "employed_to"});
    if (!at.given("employer_cost"))
      throw Refused{{.why = Why::split,
                     .split = {.why = SplitRefusal::Why::missing_figure,
                               .place = at.place() + ".employer_cost"}}};
    CostMonth month{.worker = at["worker"].text(),
                    .month = month_of(at["month"]),
                    .employer_cost = not_negative(at["employer_cost"], currency()),
                    .gross = figure(at, "gross", currency()),
                    .net = figure(at, "net", currency()),
                    .contributions = figure(at, "contributions", currency()),
                    .tax = figure(at, "tax", currency()),
                    .minimum_wage = figure(at, "minimum_wage", currency()),
                    .hours = decimal(at, "hours"),
                    .employed_from = day(at, "employed_from"),
                    .employed_to = day(at, "employed_to")};
    const auto [last, first] = last_month_.emplace(month.worker, month.month);
    if (!first && last->second == month.month)
      refuse(Why::doubled_month, at["month"].place(), month.month.text());
    if (!first && month.month < last->second)
      refuse(Why::descending_months, at["month"].place(), month.month.text());
    last->second = month.month;
    file_.months.push_back(std::move(month));
  }

  FundingFile file_;
  std::map<std::string, std::size_t> funders_;
  std::set<std::string> planned_;
  std::map<std::string, Month> last_month_;
};

FundingFile file_of(const At& top) {
  top.only({"currency", "funders", "aid_ceiling", "plans", "months"});
  const At code = top["currency"];
  const auto currency = Currency::from_code(code.text());
  if (!currency) refuse(Why::unknown_currency, code.place(), code.text());
  return Reader(*currency).read(top);
}

std::string_view code_of(const FundingRefusal& refusal) {
  for (const auto& [why, code] : split_codes)
    if (refusal.why == Why::split && why == refusal.split.why) return code;
  for (const auto& [why, code] : codes)
    if (why == refusal.why) return code;
  CHECK(false);
}

Json share_json(const FundingShare& share, const FundingFile& file) {
  Json cuts = Json::array();
  for (const FundingCut cut : share.cuts) cuts.push_back(funding_cut_text(cut));
  return {{"phase", share.phase},
          {"funder", file.agreements.funders[share.funder].code},
          {"amount", share.amount.text()},
          {"basis_amount", share.basis_amount.text()},
          {"cuts", std::move(cuts)}};
}

Json shares_json(const std::vector<FundingShare>& shares, const FundingFile& file) {
  Json all = Json::array();
  for (const FundingShare& share : shares) all.push_back(share_json(share, file));
  return all;
}

Json funder_json(const Funder& funder, const FunderUse& use) {
  Json one{{"code", funder.code},
           {"budget", nullptr},
           {"used", use.used.text()},
           {"left", nullptr},
           {"runs_out", nullptr}};
  if (funder.budget) {
    one["budget"] = funder.budget->text();
    one["left"] = (*funder.budget - use.used).text();
  }
  if (use.runs_out) one["runs_out"] = use.runs_out->text();
  return one;
}

}  // namespace

std::string funding_refusal_code(const FundingRefusal& refusal) {
  if (refusal.why == Why::file) return std::string(file_refusal_code(refusal.file.why));
  return fmt::format("funding.{}", code_of(refusal));
}

Phrase sentence_of(const FundingRefusal& refusal) {
  if (refusal.why == Why::file) return sentence_of(refusal.file);
  const bool split = refusal.why == Why::split;
  return Phrase(fmt::format("payroll.funding.{}", code_of(refusal)))
      .with("place", split ? refusal.split.place : refusal.place)
      .with("found", split ? refusal.split.found : refusal.found);
}

Result<FundingFile, FundingRefusal> read_funding_file(std::string_view json) {
  try {
    auto file = read_strictly(json, file_of, longest_file_bytes);
    if (!file) return FundingRefusal{.why = Why::file, .file = file.refusal()};
    return std::move(file).value();
  } catch (const Refused& refused) {
    return refused.refusal;
  }
}

Phrase sentence_of(const FundingFinding& finding, const FundingFile& file) {
  return Phrase(fmt::format("payroll.funding.cut_by_{}", funding_cut_text(finding.cut)))
      .with("worker", file.months[finding.month].worker)
      .with("month", file.months[finding.month].month)
      .with("funder", file.agreements.funders[finding.funder].code);
}

std::string wage_split_json(const WageSplit& split, const FundingFile& file,
                            const std::function<std::string(const Phrase&)>& say) {
  Json answer{{"months", Json::array()}, {"funders", Json::array()}, {"findings", Json::array()}};
  for (std::size_t at = 0; at < split.months.size(); ++at) {
    const CostMonth& month = file.months[at];
    answer["months"].push_back(
        {{"worker", month.worker},
         {"month", month.month.text()},
         {"employer_cost", month.employer_cost.text()},
         {"shares", shares_json(split.months[at].shares, file)},
         {"own", split.months[at].own.text()},
         {"paid_to_worker", shares_json(split.months[at].paid_to_worker, file)}});
  }
  for (std::size_t at = 0; at < split.funders.size(); ++at)
    answer["funders"].push_back(funder_json(file.agreements.funders[at], split.funders[at]));
  for (const FundingFinding& finding : split.findings)
    answer["findings"].push_back({{"worker", file.months[finding.month].worker},
                                  {"month", file.months[finding.month].month.text()},
                                  {"code", funding_cut_text(finding.cut)},
                                  {"funder", file.agreements.funders[finding.funder].code},
                                  {"message", say(sentence_of(finding, file))}});
  return answer.dump();
}

}  // namespace tilia::payroll
