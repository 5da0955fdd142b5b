#include "payroll/pay_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "core/zone.h"
#include "payroll/pay_book.h"

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

// What the approved runs of the calendar year before the month paid. They are opened only where a
// law asks: each slip that is opened is noted for the auditor.
class YearSoFar {
 public:
  struct Sums {
    Money regular;
    Money special;
    int months = 0;
  };

  YearSoFar(PayBook& book, const Month& month) : book_(book), month_(month) {}

  [[nodiscard]] Sums of(const WorkerId& worker, Currency currency) {
    if (!runs_) read();
    Sums sums{Money::zero(currency), Money::zero(currency)};
    for (const PayRun& run : *runs_) {
      for (const PayRunSlip& each : run.slips) {
        if (each.worker.id != worker || each.slip.gross.currency() != currency) continue;
        sums.special += each.slip.special;
        sums.regular += each.slip.gross - each.slip.special;
        ++sums.months;
      }
    }
    return sums;
  }

 private:
  void read() {
    runs_.emplace();
    const int year = month_.first_day().year();
    for (Month each = month_.previous(); each.first_day().year() == year; each = each.previous()) {
      const auto state = book_.pay_run_state(each);
      if (!state || !state->approved) continue;
      if (auto run = book_.pay_run(each)) runs_->push_back(std::move(*run));
    }
  }

  PayBook& book_;
  Month month_;
  std::optional<std::vector<PayRun>> runs_;
};

// Where a law reckons by the year: what bore contributions before (a base that ends with the year),
// and what special pay there was beside which regular pay.
void add_the_year(std::map<std::string, std::string>& said, const WorkerId& worker,
                  const Money& gross, YearSoFar& year, const StatutoryRules& rules) {
  const bool special = knows(rules, "special_before") && said.contains("special");
  if (!special && !knows(rules, "paid_before")) return;
  const YearSoFar::Sums before = year.of(worker, rules.currency);
  if (before.months == 0) return;
  if (!special) {
    said["paid_before"] = before.regular.text();
    return;
  }
  const Money now = gross - Money::parse(said.at("special"), rules.currency).value();
  said["special_before"] = before.special.text();
  said["regular_average"] =
      (before.regular + now).times_ratio(1, before.months + 1, Rounding::half_up).value().text();
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

// One worker's month: a slip, remarks, or neither where she was not employed in it.
class WorkerMonth {
 public:
  WorkerMonth(const Month& month, const StatutoryRules& rules,
              const std::map<std::string, std::string>& employer, YearSoFar& year)
      : month_(month), rules_(rules), employer_(employer), year_(year) {}

  void work_out(const Worker& worker, const Identity& identity,
                const std::vector<Contract>& contracts, const HoursForPay& hours,
                const PayDetails& details, PayRun& run) const {
    const auto leave_out = [&](What what, std::optional<Money> amount = {}) {
      run.remarks.push_back({what, worker.alias, amount, true});
    };
    int all_minutes = 0;
    for (const DayMinutes& each : hours.worked) all_minutes += each.worked_minutes;
    const std::vector<PayItem> items = items_of(details);
    const bool overtime_entered = std::any_of(items.begin(), items.end(), [](const PayItem& each) {
      return each.kind == PayItem::Kind::overtime;
    });
    const Earnings earned =
        earn(month_, contracts, worker.ended_on, hours, overtime_entered, rules_);
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
    add_the_year(said, worker.id, facts.gross, year_, rules_);
    if (knows(rules_, "first_month") && month_ == Month::of(contracts.front().from))
      said["first_month"] = "yes";
    const auto settings = PaySettings::read(rules_.country, rules_.currency, said);
    if (!settings) return leave_out(What::settings_do_not_fit);
    facts.settings = settings.value();
    const auto worked_out = work_out_payslip(facts, rules_);
    if (!worked_out) return leave_out(What::settings_do_not_fit);
    Payslip slip = worked_out.value();
    slip.unverified.insert(slip.unverified.end(), earned.unverified.begin(),
                           earned.unverified.end());
    if (slip.net.negative()) return leave_out(What::net_below_zero);
    if (slip.under_minimum_by) return leave_out(What::under_minimum, slip.under_minimum_by);
    if (const auto over = taken_too_much(slip.net, items))
      return leave_out(What::deduction_over, over);
    const PayRunSlip whole{worker, identity, *earned.contract, all_minutes, slip,
                           said,   items,    earned.lines};
    if (whole.payout().negative()) return leave_out(What::payout_below_zero, -whole.payout());
    if (all_minutes == 0 && minimum_wants_hours(rules_))
      run.remarks.push_back({What::no_hours, worker.alias, {}, false});
    const bool told = std::any_of(run.remarks.begin(), run.remarks.end(),
                                  [](const auto& each) { return each.what == What::unverified; });
    if (!earned.unverified.empty() && !told)
      run.remarks.push_back({What::unverified, {}, {}, false});
    if (earned.no_supplement) run.remarks.push_back({What::no_supplement, worker.alias, {}, false});
    if (slip.better_at) run.remarks.push_back({What::better_at, worker.alias, slip.better_at});
    run.slips.push_back(whole);
  }

 private:
  [[nodiscard]] std::vector<PayItem> items_of(const PayDetails& details) const {
    std::vector<PayItem> items;
    std::copy_if(details.items.begin(), details.items.end(), std::back_inserter(items),
                 [this](const PayItem& each) { return each.month == month_; });
    return items;
  }

  const Month& month_;
  const StatutoryRules& rules_;
  const std::map<std::string, std::string>& employer_;
  YearSoFar& year_;
};

// The month's hours, read at once, person by person.
class HoursOfAll {
 public:
  HoursOfAll(PayBook& book, const Month& month)
      : book_(book),
        worked_(book.hours(month)),
        kinds_(book.worked_kinds(monday_of(month.first_day()), month.last_day())) {}

  [[nodiscard]] HoursForPay of(const WorkerId& worker) const {
    HoursForPay hers{{}, {}, book_.days_away(worker)};
    for (const WorkerDay& each : worked_)
      if (each.worker == worker) hers.worked.push_back(each.hours);
    for (const WorkerKinds& each : kinds_)
      if (each.worker == worker) hers.kinds.push_back(each.kinds);
    return hers;
  }

 private:
  static Day monday_of(const Day& day) { return day.plus_days(-day.weekday_from_monday()); }

  PayBook& book_;
  std::vector<WorkerDay> worked_;
  std::vector<WorkerKinds> kinds_;
};

// The month as the book stands now, under the given id.
PayRun work_out_run(PayBook& book, const StatutoryRules& rules, const Month& month,
                    const PayRunId& id, const UserId& by) {
  PayRun run{
      .id = id, .month = month, .slips = {}, .remarks = {}, .drawn_up_by = by, .approved_by = {}};
  if (rules.reviewed < month.last_day())
    run.remarks.push_back({What::beyond_review, {}, {}, false});
  if (!rules.unverified.empty()) run.remarks.push_back({What::unverified, {}, {}, false});
  const auto employer = said_on(book.employer_brings(), month.last_day());
  const HoursOfAll all_hours(book, month);
  YearSoFar year(book, month);
  for (const Worker& worker : book.workers()) {
    WorkerMonth(month, rules, employer, year)
        .work_out(worker, book.identity(worker.id), book.contracts(worker.id),
                  all_hours.of(worker.id), book.pay_details(worker.id), run);
  }
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
  }
  CHECK(false);
}

std::optional<PayRunRemark::What> parse_pay_run_remark(std::string_view code) {
  for (const What what :
       {What::no_contract, What::no_hours, What::under_minimum, What::net_below_zero,
        What::hours_without_contract, What::beyond_review, What::unverified,
        What::settings_do_not_fit, What::deduction_over, What::payout_below_zero,
        What::no_supplement, What::no_absence_pay, What::away_all_month, What::better_at}) {
    if (pay_run_remark_code(what) == code) return what;
  }
  return std::nullopt;
}

Phrase sentence_of(const PayRunRemark& remark) {
  std::string key = fmt::format("payroll.remark.{}", pay_run_remark_code(remark.what));
  if (remark.what == What::no_hours && !remark.left_out) key = "payroll.remark.no_hours_monthly";
  Phrase phrase = Phrase(key).with("alias", remark.alias);
  if (remark.amount) return std::move(phrase).with("amount", *remark.amount);
  return phrase;
}

const PayRunSlip* slip_of(const PayRun& run, const std::string& alias) {
  const auto found = std::find_if(run.slips.begin(), run.slips.end(), [&](const PayRunSlip& each) {
    return each.worker.alias == alias;
  });
  return found == run.slips.end() ? nullptr : &*found;
}

Money PayRunSlip::payout() const {
  Money paid = slip.net;
  for (const PayItem& each : items) {
    if (each.kind == PayItem::Kind::untaxed) paid += each.amount;
    if (is_taken_off(each.kind)) paid -= each.amount;
  }
  return paid;
}

Money PayRunSlip::cost() const {
  return slip.employer_cost + sum_of(items, PayItem::Kind::untaxed, slip.gross.currency());
}

PayTotals totals_of(const PayRun& run, Currency currency) {
  const Money nothing = Money::zero(currency);
  PayTotals totals{nothing, nothing, nothing, nothing, nothing, nothing, nothing};
  for (const PayRunSlip& each : run.slips) {
    totals.gross += each.slip.gross;
    totals.tax += each.slip.tax;
    totals.net += each.slip.net;
    totals.employer_cost += each.cost();
    totals.payout += each.payout();
    for (const PayLine& line : each.slip.lines) {
      (line.payer == Payer::employee ? totals.employee_contributions
                                     : totals.employer_contributions) += line.amount;
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
  const Employer employer = book.employer();
  const auto law = rules.on(employer.country, month.last_day());
  if (!law || law.value().currency != employer.currency) return PayRunRefusal::rules_missing;
  const PayRunId none = PayRunId::from_bytes({});
  return work_out_run(book, law.value(), month, none, UserId::from_bytes({}));
}

Result<PayRun, PayRunRefusal> draw_up_pay_run(PayBook& book, const RuleBook& rules,
                                              const Month& month, const UserId& by, Chance& chance,
                                              const Clock& clock) {
  const Employer employer = book.employer();
  const auto before = book.pay_run_state(month);
  if (before && before->approved) return PayRunRefusal::already_approved;
  const auto law = rules.with(book.law_additions()).on(employer.country, month.last_day());
  if (!law || law.value().currency != employer.currency) return PayRunRefusal::rules_missing;
  const PayRun run = work_out_run(book, law.value(), month, PayRunId::mint(chance), by);
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
  const auto law = rules.with(book.law_additions()).on(employer.country, month.last_day());
  if (!law || law.value().currency != employer.currency) return PayRunRefusal::rules_missing;
  if (*draft != work_out_run(book, law.value(), month, draft->id, draft->drawn_up_by))
    return PayRunRefusal::draft_is_stale;
  if (draft->slips.empty()) return PayRunRefusal::nobody_to_pay;
  book.put_approval(*draft, by, clock.now());
  draft->state = PayRun::State::approved;
  draft->approved_by = by;
  return *draft;
}

}  // namespace tilia::payroll
