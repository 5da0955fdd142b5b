#include "payroll/filing.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "core/check.h"
#include "core/csv_field.h"

namespace tilia::payroll {
namespace {

using Sum = FilingField::Sum;
using After = DueRule::After;

constexpr int months_a_quarter = 3;
constexpr int saturday = 5;

Month later(Month month, int months) {
  for (int passed = 0; passed < months; ++passed) month = month.next();
  return month;
}

bool is_off(const Day& day, const DaysOff& holidays) {
  return day.weekday_from_monday() >= saturday || holidays.contains(day);
}

Day day_in(const Month& month, const std::optional<int>& day) {
  const int most = month.days();
  return month.first_day().plus_days(std::min(day.value_or(most), most) - 1);
}

// The month in which it is due; nothing: it hangs on a payout that nobody said.
std::optional<Month> due_month(const DueRule& rule, const Month& month,
                               const std::optional<Day>& payout) {
  if (rule.after == After::payout_month)
    return payout ? std::optional(later(Month::of(*payout), rule.months)) : std::nullopt;
  Month counted = month;
  if (rule.after == After::quarter)
    while (counted.month() % months_a_quarter != 0) counted = counted.next();
  return later(counted, rule.months);
}

Due without_days_off(const FilingForm& form, const DueRule& rule, const Month& month,
                     const std::optional<Day>& payout, const DaysOff& holidays) {
  Due due{.form = &form, .rule = &rule, .opens = {}, .day = {}};
  if (rule.after == After::payout || rule.after == After::before_payout) {
    due.day = payout;
  } else if (rule.after == After::fixed) {
    due.day = rule.fixed;
    due.opens = rule.fixed_from;
  } else if (rule.after == After::unknown) {
    return due;
  } else if (const auto in = due_month(rule, month, payout)) {
    due.day = day_in(*in, rule.day);
    if (rule.last_working_day)
      while (is_off(*due.day, holidays)) due.day = due.day->plus_days(-1);
    if (rule.opens) due.opens = day_in(*in, rule.opens);
  }
  return due;
}

Due due_of(const FilingForm& form, const DueRule& rule, const Month& month,
           const std::optional<Day>& payout, const DaysOff& holidays) {
  Due due = without_days_off(form, rule, month, payout, holidays);
  // Of a payout's own day whoever pays has decided.
  if (!due.day || rule.after == After::payout || rule.after == After::before_payout) return due;
  if (!is_off(*due.day, holidays)) return due;
  if (rule.moved_by.empty()) {
    due.day_off = true;
    return due;
  }
  while (is_off(*due.day, holidays)) due.day = due.day->plus_days(1);
  due.moved = true;
  return due;
}

bool counts(const FilingField& field, const PayLine& line) {
  if (field.payer && line.payer != *field.payer) return false;
  return field.line.empty() ? line.branch == field.branch : line.code == field.line;
}

Money contributions(const FilingField& field, const Payslip& slip) {
  Money sum = Money::zero(slip.gross.currency());
  for (const PayLine& line : slip.lines) {
    if (field.sum == Sum::employee && line.payer == Payer::employee) sum += line.amount;
    if (field.sum == Sum::employer && line.payer == Payer::employer) sum += line.amount;
    if (field.sum == Sum::contribution && counts(field, line)) sum += line.amount;
    if (field.sum == Sum::base && counts(field, line)) sum += line.base;
  }
  return sum;
}

Money amount_of(const FilingField& field, const Payslip& slip) {
  if (field.sum == Sum::gross) return slip.gross;
  if (field.sum == Sum::net) return slip.net;
  if (field.sum == Sum::tax) return slip.tax;
  if (field.sum != Sum::tax_base) return contributions(field, slip);
  Money sum = Money::zero(slip.gross.currency());
  for (const TaxLine& tax : slip.taxes) sum += tax.base;
  return sum;
}

FilingFigure figure_of(const FilingField& field, std::span<const PayRunSlip> slips) {
  constexpr int minutes_an_hour = 60;
  FilingFigure figure{.field = &field, .amount = {}};
  if (field.sum == Sum::people) {
    figure.count = static_cast<std::int64_t>(slips.size());
    return figure;
  }
  for (const PayRunSlip& one : slips) {
    if (field.sum == Sum::hours) {
      figure.count += one.worked_minutes / minutes_an_hour;
    } else if (figure.amount) {
      *figure.amount += amount_of(field, one.slip);
    } else {
      figure.amount = amount_of(field, one.slip);
    }
  }
  return figure;
}

// No name begins a formula in whatever opens the file: it is text then, and quoted as such.
std::string name_field(const std::string& name) {
  if (name.empty() || std::string("=+-@").find(name.front()) == std::string::npos)
    return csv_field(name);
  const std::string guarded = csv_field("'" + name);
  return guarded.starts_with('"') ? guarded : '"' + guarded + '"';
}

}  // namespace

bool FilingForm::asks_rows() const {
  return std::any_of(fields.begin(), fields.end(),
                     [](const FilingField& field) { return field.in_rows; });
}

std::vector<const FilingForm*> FilingLaw::forms_of(const Month& month) const {
  std::vector<const FilingForm*> in_force;
  for (const FilingForm& form : forms_) {
    if (form.from <= month.last_day() && (!form.to || month.last_day() <= *form.to))
      in_force.push_back(&form);
  }
  return in_force;
}

std::vector<Due> dues_of(const std::vector<const FilingForm*>& forms, const Month& month,
                         const std::optional<Day>& payout, const DaysOff& holidays) {
  std::vector<Due> dues;
  for (const FilingForm* form : forms)
    for (const DueRule& rule : form->dues)
      dues.push_back(due_of(*form, rule, month, payout, holidays));
  std::stable_sort(dues.begin(), dues.end(), [](const Due& a, const Due& b) {
    if (a.day.has_value() != b.day.has_value()) return a.day.has_value();
    return a.day && *a.day < *b.day;
  });
  return dues;
}

std::string text_of(const FilingFigure& figure) {
  return figure.amount ? figure.amount->text() : fmt::format("{}", figure.count);
}

std::vector<FilingFigure> figures_of(const FilingForm& form, const PayRun& run) {
  CHECK(run.state == PayRun::State::approved && !run.slips.empty());
  std::vector<FilingFigure> figures;
  for (const FilingField& field : form.fields)
    if (field.in_total) figures.push_back(figure_of(field, run.slips));
  return figures;
}

std::string filing_csv(const FilingForm& form, const PayRun& run) {
  CHECK(run.state == PayRun::State::approved && !run.slips.empty());
  const bool rows = form.asks_rows();
  std::string csv = rows ? "worker,id_number" : "form";
  for (const FilingField& field : form.fields) csv += "," + name_field(field.name);
  csv += ",currency\n";
  const std::string currency(run.slips.front().slip.gross.currency().code());
  if (rows) {
    for (const PayRunSlip& one : run.slips) {
      const Identity& her = one.identity;
      csv += name_field(her.legal_name.empty() ? one.worker.alias : her.legal_name) + "," +
             name_field(her.id_number);
      for (const FilingField& field : form.fields)
        csv += "," + (field.in_rows ? text_of(figure_of(field, {&one, 1})) : std::string());
      csv += "," + currency + "\n";
    }
  }
  csv += rows ? "," : form.code;
  for (const FilingField& field : form.fields)
    csv += "," + (field.in_total ? text_of(figure_of(field, run.slips)) : std::string());
  return csv + "," + currency + "\n";
}

}  // namespace tilia::payroll
