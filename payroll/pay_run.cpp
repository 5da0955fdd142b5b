#include "payroll/pay_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "core/check.h"
#include "core/zone.h"
#include "payroll/pay_book.h"
#include "payroll/worker_month.h"

namespace tilia::payroll {
namespace {

using What = PayRunRemark::What;

// A remark about the run as a whole is made once.
void add_remark(PayRun& run, const PayRunRemark& remark) {
  if (std::ranges::find(run.remarks, remark) == run.remarks.end()) run.remarks.push_back(remark);
}

// The rules of the month's last day in the currency of the book.
std::optional<StatutoryRules> rules_of(const RuleBook& rules, const Employer& employer,
                                       const Month& month) {
  auto law = rules.on(employer.country, month.last_day());
  if (!law || law.value().currency != employer.currency) return std::nullopt;
  return std::move(law.value());
}

// One month that is paid again, by its own rules.
struct MonthAgain {
  Month month;
  StatutoryRules rules;
  WorkerMonth again;

  MonthAgain(PayBook& book, const Month& which, StatutoryRules law, PaidBefore& before)
      : month(which), rules(std::move(law)), again(book, rules, month, before) {}
};

// The month as the book stands now, by these rules with the organisation's own among them.
class RunInTheMaking {
 public:
  RunInTheMaking(PayBook& book, const RuleBook& rules, const StatutoryRules& law, PayRun& run)
      : book_(book), law_(law), run_(run), before_(book), own_(book, law, run.month, before_) {
    const Employer employer = book.employer();
    run.rules = rules.values(employer.country, run.month.last_day());
    if (law.reviewed < run.month.last_day()) add_remark(run, {.what = What::beyond_review});
    if (!law.unverified.empty()) add_remark(run, {.what = What::unverified});
    for (const PayCorrection& each : book.corrections()) {
      if (each.paid_in || each.month >= run.month) continue;
      auto rules_then = rules_of(rules, employer, each.month);
      if (!rules_then) continue;  // it stays open until there are some
      run.corrects.push_back(each.month);
      add_remark(run, {.what = What::paid_again, .month = each.month});
      again_.push_back(
          std::make_unique<MonthAgain>(book, each.month, *std::move(rules_then), before_));
    }
  }

  void add(const Worker& worker) {
    std::vector<PayDifference> differences;
    for (const auto& each : again_) add_difference(worker, *each, differences);
    WorkerMonth::WorkedOut worked_out = own_.of(worker);
    for (const PayRunRemark& each : worked_out.remarks) add_remark(run_, each);
    if (!worked_out.paid && differences.empty()) return;
    // Who earned nothing in this month has her difference all the same.
    if (!worked_out.paid)
      worked_out.paid = nothing_paid(differences.back().now.contract, law_, run_.month);
    PayRunSlip slip{*std::move(worked_out.paid), worker, book_.identity(worker.id),
                    std::move(differences)};
    if (slip.differences_payout().negative())
      add_remark(
          run_,
          {.what = What::owes_back, .alias = worker.alias, .amount = -slip.differences_payout()});
    run_.slips.push_back(std::move(slip));
  }

 private:
  void add_difference(const Worker& worker, const MonthAgain& month,
                      std::vector<PayDifference>& differences) {
    WorkerMonth::WorkedOut now = month.again.of(worker);
    if (std::ranges::any_of(now.remarks, &PayRunRemark::left_out)) {
      add_remark(run_, {.what = What::stays_as_paid,
                        .alias = worker.alias,
                        .left_out = true,
                        .month = month.month});
      return;
    }
    const PaidMonth* before = before_.as_paid(worker.id, month.month);
    if (!now.paid && before == nullptr) return;
    if (!now.paid) now.paid = nothing_paid(before->contract, month.rules, month.month);
    if (before != nullptr && same_pay(*before, *now.paid)) return;
    PayDifference difference{month.month, {}, *now.paid};
    if (before != nullptr) difference.before = *before;
    before_.paid_again(worker.id, month.month, *std::move(now.paid));
    differences.push_back(std::move(difference));
  }

  PayBook& book_;
  const StatutoryRules& law_;
  PayRun& run_;
  PaidBefore before_;
  WorkerMonth own_;
  std::vector<std::unique_ptr<MonthAgain>> again_;
};

PayRun work_out_run(PayBook& book, const RuleBook& rules, const StatutoryRules& law,
                    const Month& month, const PayRunId& id, const UserId& by) {
  PayRun run{
      .id = id, .month = month, .slips = {}, .remarks = {}, .drawn_up_by = by, .approved_by = {}};
  RunInTheMaking making(book, rules, law, run);
  for (const Worker& worker : book.workers()) making.add(worker);
  return run;
}

bool nobody_in(const PayRun& run) {
  const auto about_the_run = [](const PayRunRemark& each) { return each.alias.empty(); };
  return run.slips.empty() && std::all_of(run.remarks.begin(), run.remarks.end(), about_the_run);
}

}  // namespace

std::string_view pay_run_remark_code(PayRunRemark::What what) {
  switch (what) {
    case What::no_contract: return "no_contract";
    case What::no_hours: return "no_hours";
    case What::under_minimum: return "under_minimum";
    case What::net_below_zero: return "net_below_zero";
    case What::hours_without_contract: return "hours_without_contract";
    case What::beyond_review: return "beyond_review";
    case What::unverified: return "unverified";
    case What::settings_do_not_fit: return "settings_do_not_fit";
    case What::deduction_over: return "deduction_over";
    case What::payout_below_zero: return "payout_below_zero";
    case What::no_supplement: return "no_supplement";
    case What::no_absence_pay: return "no_absence_pay";
    case What::away_all_month: return "away_all_month";
    case What::better_at: return "better_at";
    case What::paid_again: return "paid_again";
    case What::stays_as_paid: return "stays_as_paid";
    case What::owes_back: return "owes_back";
  }
  CHECK(false);
}

std::optional<PayRunRemark::What> parse_pay_run_remark(std::string_view code) {
  for (const What what :
       {What::no_contract, What::no_hours, What::under_minimum, What::net_below_zero,
        What::hours_without_contract, What::beyond_review, What::unverified,
        What::settings_do_not_fit, What::deduction_over, What::payout_below_zero,
        What::no_supplement, What::no_absence_pay, What::away_all_month, What::better_at,
        What::paid_again, What::stays_as_paid, What::owes_back}) {
    if (pay_run_remark_code(what) == code) return what;
  }
  return std::nullopt;
}

Phrase sentence_of(const PayRunRemark& remark) {
  std::string key = fmt::format("payroll.remark.{}", pay_run_remark_code(remark.what));
  if (remark.what == What::no_hours && !remark.left_out) key = "payroll.remark.no_hours_monthly";
  Phrase phrase = Phrase(key).with("alias", remark.alias);
  if (remark.month) phrase = std::move(phrase).with("month", *remark.month);
  if (remark.amount) return std::move(phrase).with("amount", *remark.amount);
  return phrase;
}

const PayRunSlip* slip_of(const PayRun& run, const std::string& alias) {
  const auto found = std::find_if(run.slips.begin(), run.slips.end(), [&](const PayRunSlip& each) {
    return each.worker.alias == alias;
  });
  return found == run.slips.end() ? nullptr : &*found;
}

PayTotals totals_of(const PayRun& run, Currency currency) {
  const Money nothing = Money::zero(currency);
  PayTotals totals{nothing, nothing, nothing, nothing, nothing, nothing, nothing};
  for (const PayRunSlip& each : run.slips) {
    totals.employer_cost += each.cost();
    totals.payout += each.payout();
    for (const PaidPart& part : parts_of(each)) {
      const Payslip& slip = part.paid->slip;
      totals.gross += part.of(slip.gross);
      totals.tax += part.of(slip.tax);
      totals.net += part.of(slip.net);
      for (const PayLine& line : slip.lines)
        (line.payer == Payer::employee ? totals.employee_contributions
                                       : totals.employer_contributions) += part.of(line.amount);
    }
  }
  return totals;
}

std::string_view pay_run_refusal_code(PayRunRefusal why) {
  switch (why) {
    case PayRunRefusal::month_not_over: return "month_not_over";
    case PayRunRefusal::already_approved: return "already_approved";
    case PayRunRefusal::no_draft: return "no_draft";
    case PayRunRefusal::same_person: return "same_person";
    case PayRunRefusal::nobody_to_pay: return "nobody_to_pay";
    case PayRunRefusal::rules_missing: return "rules_missing";
    case PayRunRefusal::draft_is_stale: return "draft_is_stale";
  }
  CHECK(false);
}

Phrase sentence_of(PayRunRefusal why, const Month& month) {
  return Phrase(fmt::format("payroll.pay_run_refusal.{}", pay_run_refusal_code(why)))
      .with("month", month);
}

Result<PayRun, PayRunRefusal> preview_pay_run(PayBook& book, const RuleBook& rules,
                                              const Month& month) {
  const auto law = rules_of(rules, book.employer(), month);
  if (!law) return PayRunRefusal::rules_missing;
  return work_out_run(book, rules, *law, month, PayRunId::from_bytes({}), UserId::from_bytes({}));
}

Result<PayRun, PayRunRefusal> draw_up_pay_run(PayBook& book, const RuleBook& rules,
                                              const Month& month, const UserId& by, Chance& chance,
                                              const Clock& clock) {
  const auto before = book.pay_run_state(month);
  if (before && before->approved) return PayRunRefusal::already_approved;
  const RuleBook all_rules = rules.with(book.law_additions());
  const auto law = rules_of(all_rules, book.employer(), month);
  if (!law) return PayRunRefusal::rules_missing;
  const PayRun run = work_out_run(book, all_rules, *law, month, PayRunId::mint(chance), by);
  if (nobody_in(run)) return PayRunRefusal::nobody_to_pay;
  book.put_draft(run, clock.now());
  return run;
}

Result<PayRun, PayRunRefusal> approve_pay_run(PayBook& book, const RuleBook& rules,
                                              const Month& month, const UserId& by,
                                              const Clock& clock) {
  const Employer employer = book.employer();
  auto draft = book.pay_run(month);
  if (!draft) return PayRunRefusal::no_draft;
  if (draft->state == PayRun::State::approved) return PayRunRefusal::already_approved;
  if (draft->drawn_up_by == by) return PayRunRefusal::same_person;
  const auto zone = Zone::named(employer.zone);
  CHECK(zone);
  if (zone->local_day(clock.now()) <= month.last_day()) return PayRunRefusal::month_not_over;
  const RuleBook all_rules = rules.with(book.law_additions());
  const auto law = rules_of(all_rules, employer, month);
  if (!law) return PayRunRefusal::rules_missing;
  if (*draft != work_out_run(book, all_rules, *law, month, draft->id, draft->drawn_up_by))
    return PayRunRefusal::draft_is_stale;
  if (draft->slips.empty()) return PayRunRefusal::nobody_to_pay;
  book.put_approval(*draft, by, clock.now());
  draft->state = PayRun::State::approved;
  draft->approved_by = by;
  return *draft;
}

}  // namespace tilia::payroll
