// The file of `tilia funding split`, strictly read, and the answer to it.
//
//   {"currency":"EUR","funders":[{"code":"F1","budget":"12000.00"}],
//    "plans":[{"worker":"A1","phases":[{"funder":"F1","from":"2026-01-01","to":"2026-04-30",
//                                       "basis":"employer_cost"}]}],
//    "months":[{"worker":"A1","month":"2026-01","employer_cost":"525.00"}]}
//
// Amounts are decimal texts with at most the currency's decimals; percent, factor and hours take
// any; null is absent. Refused, with the place: unknown or doubled keys, a doubled worker-month or
// months that descend, a negative number, a phase that ends before it begins, that has both `from`
// and `months` or neither, that lacks its amount or rate, an unknown or doubled funder, a second
// plan for one worker.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/phrase.h"
#include "core/result.h"
#include "core/strict_file.h"
#include "payroll/funding/split_wages.h"

namespace tilia::payroll {

struct FundingRefusal {
  enum class Why {
    file,   // not what such a file may hold: see `file`
    split,  // well written, but not to be split: see `split`
    unknown_currency,
    bad_number,  // no amount of the currency, no decimal number
    negative,
    bad_month,
    unknown_basis,
    unknown_payee,
    unknown_funder,
    doubled_funder,
    doubled_plan,
    doubled_month,
    descending_months,
    doubled_step,
    period,  // both days and months, or neither
    ends_before_start,
    no_end,  // of a lump sum
    no_amount,
    no_rate,
    remainder_prorate,
    remainder_premium,
  };
  Why why = Why::file;
  FileRefusal file = {};
  SplitRefusal split = {};
  std::string place = {};
  std::string found = {};
};
[[nodiscard]] std::string funding_refusal_code(const FundingRefusal& refusal);
[[nodiscard]] Phrase sentence_of(const FundingRefusal& refusal);

struct FundingFile {
  Agreements agreements;
  std::vector<CostMonth> months;
};
[[nodiscard]] Result<FundingFile, FundingRefusal> read_funding_file(std::string_view json);

[[nodiscard]] Phrase sentence_of(const FundingFinding& finding, const FundingFile& file);
// {"months":[…],"funders":[…],"findings":[…]}; `say` puts a finding into words.
[[nodiscard]] std::string wage_split_json(const WageSplit& split, const FundingFile& file,
                                          const std::function<std::string(const Phrase&)>& say);

}  // namespace tilia::payroll
