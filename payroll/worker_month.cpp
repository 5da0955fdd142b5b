#include "payroll/worker_month.h"

#include <algorithm>
#include <iterator>

namespace tilia::payroll {
namespace {

using What = PayRunRemark::What;

Money sum_of(const std::vector<PayItem>& items, PayItem::Kind kind, Currency currency) {
  Money sum = Money::zero(currency);
  for (const PayItem& each : items) {
    if (each.kind == kind) sum += each.amount;
  }
  return sum;
}

PayFacts facts_of(const Earnings& earned, const std::vector<PayItem>& items, const Month& month,
                  const StatutoryRules& rules) {
  const std::int64_t full_week = rules.full_time_weekly_minutes;
  PayFacts facts{.on = month.last_day(),
                 .gross = earned.sum,
                 .part_time_numerator = earned.agreed_minute_days,
                 .part_time_denominator = full_week * month.days(),
                 .part_month_numerator = earned.days,
                 .part_month_denominator = month.days(),
                 .beside = earned.beside,
                 .away_minutes = std::min(earned.away_minutes, earned.month_minutes),
                 .month_minutes = earned.month_minutes,
                 .stated = {Assumption::full_month, Assumption::full_time}};
  for (const PayItem& each : items)
    if (is_earned(each.kind)) facts.gross += each.amount;
  if (earned.worked_minutes > 0) facts.worked_minutes = earned.worked_minutes;
  return facts;
}

bool knows(const StatutoryRules& rules, const std::string& key) {
  const auto& known = pay_settings_of(rules.country);
  return std::any_of(known.begin(), known.end(),
                     [&](const PaySetting& each) { return each.key == key; });
}

Money overtime_of(const Earnings& earned) {
  Money sum = Money::zero(earned.sum.currency());
  for (const Earning& each : earned.lines)
    if (each.kind == Earning::Kind::overtime) sum += each.amount;
  return sum;
}

// What the employer brings, on top what she does, on top what the month has.
std::map<std::string, std::string> said_in(const std::map<std::string, std::string>& employer,
                                           const PayDetails& details, const Month& month,
                                           const std::vector<PayItem>& items,
                                           const Earnings& earned, const StatutoryRules& rules) {
  std::map<std::string, std::string> said = said_on(details.brought, month.last_day());
  said.insert(employer.begin(), employer.end());
  for (const PayItem::Kind kind : {PayItem::Kind::special, PayItem::Kind::overtime}) {
    const std::string key(pay_item_code(kind));
    Money sum = sum_of(items, kind, rules.currency);
    if (kind == PayItem::Kind::overtime) sum += overtime_of(earned);
    // A country that knows no special pay takes it as wage.
    if (knows(rules, key) && !sum.is_zero()) said[key] = sum.text();
  }
  return said;
}

// By how much the deductions take more than may be taken, in the order in which they stand.
std::optional<Money> taken_too_much(const Money& net, const std::vector<PayItem>& items) {
  Money left = net;
  for (const PayItem& each : items) {
    if (each.kind != PayItem::Kind::deduction) continue;
    left -= each.amount;
    if (each.must_remain && left < *each.must_remain) return *each.must_remain - left;
  }
  return std::nullopt;
}

// Whether no wage can be held against the minimum without the hours worked for it.
bool minimum_wants_hours(const StatutoryRules& rules) {
  return std::all_of(rules.minimum_wages.begin(), rules.minimum_wages.end(),
                     [](const MinimumWage& each) { return each.per == MinimumWage::Per::hour; });
}

}  // namespace

HoursOfAll::HoursOfAll(PayBook& book, const Month& month)
    : book_(book),
      worked_(book.hours(month)),
      kinds_(
          book.worked_kinds(month.first_day().plus_days(-month.first_day().weekday_from_monday()),
                            month.last_day())) {}

HoursForPay HoursOfAll::of(const WorkerId& worker) const {
  HoursForPay hers{{}, {}, book_.days_away(worker)};
  for (const WorkerDay& each : worked_)
    if (each.worker == worker) hers.worked.push_back(each.hours);
  for (const WorkerKinds& each : kinds_)
    if (each.worker == worker) hers.kinds.push_back(each.kinds);
  return hers;
}

WorkerMonth::WorkerMonth(PayBook& book, const StatutoryRules& rules, const Month& month,
                         PaidBefore& before)
    : book_(book),
      rules_(rules),
      month_(month),
      before_(before),
      employer_(said_on(book.employer_brings(), month.last_day())),
      hours_(book, month) {}

std::vector<PayItem> WorkerMonth::items_of(const PayDetails& details) const {
  std::vector<PayItem> items;
  std::copy_if(details.items.begin(), details.items.end(), std::back_inserter(items),
               [this](const PayItem& each) { return each.month == month_; });
  return items;
}

// Where a law reckons by the year: what bore contributions before (a base that ends with the year),
// and what special pay there was beside which regular pay. Earlier runs are opened only then.
void WorkerMonth::add_the_year(std::map<std::string, std::string>& said, const WorkerId& worker,
                               const Money& gross) const {
  const bool special = knows(rules_, "special_before") && said.contains("special");
  if (!special && !knows(rules_, "paid_before")) return;
  const PaidBefore::Sums before = before_.year_before(worker, month_, rules_.currency);
  if (before.months == 0) return;
  if (!special) {
    said["paid_before"] = before.regular.text();
    return;
  }
  const Money now = gross - Money::parse(said.at("special"), rules_.currency).value();
  said["special_before"] = before.special.text();
  said["regular_average"] =
      (before.regular + now).times_ratio(1, before.months + 1, Rounding::half_up).value().text();
}

WorkerMonth::WorkedOut WorkerMonth::of(const Worker& worker) const {
  WorkedOut answer;
  work_out(worker, book_.contracts(worker.id), book_.pay_details(worker.id), answer);
  return answer;
}

void WorkerMonth::work_out(const Worker& worker, const std::vector<Contract>& contracts,
                           const PayDetails& details, WorkedOut& answer) const {
  const auto remark = [&](What what, std::optional<Money> amount = {}) {
    answer.remarks.push_back({.what = what, .alias = worker.alias, .amount = amount});
  };
  const auto leave_out = [&](What what, std::optional<Money> amount = {}) {
    remark(what, amount);
    answer.remarks.back().left_out = true;
  };
  const HoursForPay hours = hours_.of(worker.id);
  int all_minutes = 0;
  for (const DayMinutes& each : hours.worked) all_minutes += each.worked_minutes;
  const std::vector<PayItem> items = items_of(details);
  const bool overtime_entered = std::any_of(items.begin(), items.end(), [](const PayItem& each) {
    return each.kind == PayItem::Kind::overtime;
  });
  const Earnings earned = earn(month_, contracts, worker.ended_on, hours, overtime_entered, rules_);
  if (earned.worked_minutes < all_minutes) return leave_out(What::hours_without_contract);
  if (!earned.contract) {
    const bool employed = !worker.ended_on || *worker.ended_on >= month_.first_day();
    if (contracts.empty() && employed) leave_out(What::no_contract);
    return;
  }
  if (earned.no_absence_pay) return leave_out(What::no_absence_pay);
  PayFacts facts = facts_of(earned, items, month_, rules_);
  if (facts.gross.is_zero())
    return leave_out(earned.away_minutes > 0 ? What::away_all_month : What::no_hours);
  auto said = said_in(employer_, details, month_, items, earned, rules_);
  add_the_year(said, worker.id, facts.gross);
  if (knows(rules_, "first_month") && month_ == Month::of(contracts.front().from))
    said["first_month"] = "yes";
  const auto settings = PaySettings::read(rules_.country, rules_.currency, said);
  if (!settings) return leave_out(What::settings_do_not_fit);
  facts.settings = settings.value();
  const auto worked_out = work_out_payslip(facts, rules_);
  if (!worked_out) return leave_out(What::settings_do_not_fit);
  Payslip slip = worked_out.value();
  slip.unverified.insert(slip.unverified.end(), earned.unverified.begin(), earned.unverified.end());
  if (slip.net.negative()) return leave_out(What::net_below_zero);
  if (slip.under_minimum_by) return leave_out(What::under_minimum, slip.under_minimum_by);
  if (const auto over = taken_too_much(slip.net, items))
    return leave_out(What::deduction_over, over);
  PaidMonth whole{*earned.contract, all_minutes, slip, said, items, earned.lines};
  if (whole.payout().negative()) return leave_out(What::payout_below_zero, -whole.payout());
  if (all_minutes == 0 && minimum_wants_hours(rules_)) remark(What::no_hours);
  if (!earned.unverified.empty()) answer.remarks.push_back({.what = What::unverified});
  if (earned.no_supplement) remark(What::no_supplement);
  if (slip.better_at) remark(What::better_at, slip.better_at);
  answer.paid = std::move(whole);
}

}  // namespace tilia::payroll
