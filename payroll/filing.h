// What the law asks an employer to file and to pay of a month's wages: the form, how it is
// identified, when it is due, and its figures. Which form asks for what is data, one file a country
// (payroll/filing_file.h); here are the days and the sums. Pure.
//
//   const FilingLaw law = FilingLaw::of(folder, "RS");
//   for (const FilingForm* form : law.forms_of(month))
//     for (const FilingFigure& figure : figures_of(*form, run)) …
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/money.h"
#include "core/result.h"
#include "payroll/pay_run.h"

namespace tilia::payroll {

// One figure that a form asks for, by its name on the form and in the form's language.
struct FilingField {
  enum class Sum {
    people,
    hours,  // whole ones, of each person
    gross,
    net,
    tax_base,
    tax,
    employee,      // all contributions from the wages
    employer,      // all on top of them
    contribution,  // of `line`, or of `branch` and `payer`
    base,          // what the contribution of `line` was taken of
  };
  std::string name;
  Sum sum = Sum::gross;
  std::string line;    // "RO_CAS"
  std::string branch;  // "pension"
  std::optional<Payer> payer;
  bool in_total = true;
  bool in_rows = false;  // for each person
};

// One of the things that tell this form from every other.
struct FilingMark {
  enum class Is {
    tax_number,  // the employer's, as the book has it
    period,      // the month
    payout,      // the day of the payout
    people,
    by_hand,  // the book doesn't know it
  };
  std::string name;
  Is is = Is::by_hand;
};

enum class DueWhat { filing, contributions, tax };
[[nodiscard]] std::string_view due_what_text(DueWhat what);

struct DueRule {
  enum class After {
    month,          // days of a month after the one worked
    quarter,        // after the calendar quarter that it lies in
    payout_month,   // after the month in which it is paid out
    payout,         // the day of the payout itself
    before_payout,  // before anything is paid out
    fixed,          // a day that the law names, for these months alone
    unknown,        // nobody found the day: no guess
  };
  DueWhat what = DueWhat::filing;
  After after = After::month;
  int months = 1;  // the next month
  // A number, where the month has it; nothing: its last day, or its last working day.
  std::optional<int> day;
  bool last_working_day = false;
  std::optional<int> opens;       // the first day on which it is taken
  std::optional<Day> fixed;       // of `fixed`
  std::optional<Day> fixed_from;  // likewise, the first day
  // The decree by which a day off moves it to the next working day; nothing: not known.
  std::string moved_by;
  std::string applies;  // to whom alone, in words of the country; empty: to all
  std::string law;
  std::string source;
  bool unverified = false;
};

struct FilingForm {
  std::string code;  // short, within the country: "ppp-pd"
  Day from;          // of the pay of months that end on this day or later
  std::optional<Day> to;
  std::string name;
  std::string sent_to;
  std::vector<FilingMark> marks;
  std::vector<DueRule> dues;
  std::vector<FilingField> fields;
  std::string law;
  std::string source;
  bool unverified = false;

  [[nodiscard]] bool asks_rows() const;
};

class FilingLaw {
 public:
  // A country without a file asks for nothing that we know. Throws RuleFault when its file does not
  // hold.
  [[nodiscard]] static FilingLaw of(const std::filesystem::path& folder,
                                    const std::string& country);

  [[nodiscard]] std::vector<const FilingForm*> forms_of(const Month& month) const;
  [[nodiscard]] const std::vector<FilingForm>& forms() const { return forms_; }
  // Somebody looked up to here; nothing without a file.
  [[nodiscard]] const std::optional<Day>& reviewed() const { return reviewed_; }

 private:
  std::vector<FilingForm> forms_;
  std::optional<Day> reviewed_;
};

// One thing that is due. Without a day it hangs on a payout whose day nobody said yet, or the day
// is not known at all.
struct Due {
  const FilingForm* form = nullptr;
  const DueRule* rule = nullptr;
  std::optional<Day> opens;
  std::optional<Day> day;
  bool moved = false;    // to the next working day, as the law has it
  bool day_off = false;  // a weekend or holiday, and no law known that moves it
};
using DaysOff = std::map<Day, std::string>;  // the country's holidays; weekends are known

// By day, those without one last. The forms live as long as what comes back.
[[nodiscard]] std::vector<Due> dues_of(const std::vector<const FilingForm*>& forms,
                                       const Month& month, const std::optional<Day>& payout,
                                       const DaysOff& holidays);

struct FilingFigure {
  const FilingField* field = nullptr;
  std::optional<Money> amount;  // or
  std::int64_t count = 0;       // people, hours
};
[[nodiscard]] std::string text_of(const FilingFigure& figure);  // "1200.00", "3"
// Of everybody, in the form's order. Of an approved run.
[[nodiscard]] std::vector<FilingFigure> figures_of(const FilingForm& form, const PayRun& run);
// As a table for a file: a line for each person where the form asks for it, and the sums as the
// last. It names people.
[[nodiscard]] std::string filing_csv(const FilingForm& form, const PayRun& run);

}  // namespace tilia::payroll
