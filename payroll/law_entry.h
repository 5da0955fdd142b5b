// Entering a dated value of law over the shipped one: checked by the loader that reads the shipped
// files, shown first as what it would change in the last approved run, then kept in the book with
// its decree. An approved run stays as it is; what a value that reaches back changes in it is paid
// as a difference.
#pragma once

#include <string>
#include <vector>

#include "core/clock.h"
#include "core/result.h"
#include "payroll/pay_book.h"

namespace tilia::payroll {

struct LawEntryAsked {
  std::string series;  // "40_untaxed_amount"
  Day from;
  std::optional<Day> to = {};
  std::string value;  // "34221", "14"; or
  std::string entry;  // TOML, where a value is more than one figure: brackets, steps
  std::string law;
  std::string source = {};
};

enum class LawEntryRefusal {
  unknown_series,
  law_missing,
  value_missing,   // neither a value nor an entry, or both
  does_not_hold,   // `about`: what the loader says
  wants_an_entry,  // the series is of more than one figure
};
struct LawEntryFault {
  LawEntryRefusal why = LawEntryRefusal::unknown_series;
  std::string about = {};
};
[[nodiscard]] std::string_view law_entry_refusal_code(LawEntryRefusal why);
[[nodiscard]] Phrase sentence_of(const LawEntryFault& fault);

// As it would be kept. Nothing is written.
[[nodiscard]] Result<RuleAddition, LawEntryFault> checked_law_entry(const RuleBook& rules,
                                                                    const Employer& employer,
                                                                    const LawEntryAsked& asked,
                                                                    const Day& today);

// One worker whose pay would be another.
struct LawChange {
  std::string alias;
  Money net_before;
  Money net_after;
  Money cost_before;
  Money cost_after;
};
// The last approved month, worked out with and without the entry; nothing where none is approved
// or the entry does not reach it. Needs the payroll key.
struct LawPreview {
  Month month;
  std::vector<LawChange> changes;
};
[[nodiscard]] std::optional<LawPreview> preview_law_entry(PayBook& book, const RuleBook& rules,
                                                          const RuleAddition& addition,
                                                          const Day& today);
// The month approved last, looking back two years.
[[nodiscard]] std::optional<Month> last_approved_month(PayBook& book, const Day& today);

}  // namespace tilia::payroll
