// What somebody outside may be shown of pay papers: a sample, picked one by one, never a month as a
// whole. It needs finance and the auditor at once; who reads it, and by which clause of the
// contract, is said before, noted for the auditor, and told to each person in her own copy. What
// leaves as a file is redacted: a value that has no place for who she is.
//
//   auto sample = checked_sample(book, slips, {"Jane Roe, Roe & Co", "art. 7.2", {{march,
//   "amber"}}});
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/phrase.h"
#include "core/result.h"
#include "payroll/pay_run.h"
#include "payroll/payslip.h"
#include "payroll/record_reads.h"
#include "payroll/worker.h"

namespace tilia::payroll {

class PayBook;

// One payslip of an approved run, unopened.
struct SlipPlace {
  Month month;
  WorkerId worker;

  friend bool operator==(const SlipPlace&, const SlipPlace&) = default;
};

struct SampleAsked {
  struct Item {
    Month month;
    std::string alias;
  };
  std::string recipient;
  std::string clause;
  std::vector<Item> items;
};

// As it is noted. Only checked_sample makes one.
class Sample {
 public:
  [[nodiscard]] const std::string& recipient() const { return recipient_; }
  [[nodiscard]] const std::string& clause() const { return clause_; }
  [[nodiscard]] const std::vector<SlipPlace>& items() const { return items_; }

 private:
  Sample() = default;
  friend class SampleCheck;
  std::string recipient_;
  std::string clause_;
  std::vector<SlipPlace> items_;
};

enum class SampleRefusal {
  recipient_missing,
  recipient_unfit,  // more than 80 letters, or something that is no letter
  clause_missing,
  clause_unfit,
  nothing_picked,
  picked_twice,
  unknown_worker,
  not_approved,  // the month has no approved run
  no_slip,       // she is not in it
};
[[nodiscard]] std::string_view sample_refusal_code(SampleRefusal why);
// `about`: the alias, where it is about one.
[[nodiscard]] Phrase sentence_of(SampleRefusal why, const std::string& about);
struct SampleFault {
  SampleRefusal why = SampleRefusal::nothing_picked;
  std::string about = {};
};

inline constexpr std::size_t most_sample_letters = 80;

// What a sample needs of storage. db/sample_book_sqlite fulfils it.
class SampleBook {
 public:
  virtual ~SampleBook() = default;
  // Of all approved runs, by month. Opens nothing and needs no key.
  [[nodiscard]] virtual std::vector<SlipPlace> approved_slips() = 0;
};

// Spaces around recipient and clause are taken off.
[[nodiscard]] Result<Sample, SampleFault> checked_sample(PayBook& book, SampleBook& slips,
                                                         const SampleAsked& asked);

// Stands on paper where her name would: of one length, whoever she is.
inline constexpr std::string_view redaction_mask = "••••••••";

// One item as it may leave the house: what was worked, earned and worked out. It has no field for
// name, personal number, account, birth date, alias or picture, and never will.
struct RedactedSlip {
  int item = 0;  // in the order in which they were picked
  Month month;
  int worked_minutes = 0;
  Payslip slip;

  friend bool operator==(const RedactedSlip&, const RedactedSlip&) = default;
};
[[nodiscard]] RedactedSlip redacted(int item, const Month& month, const PayRunSlip& slip);
// "item-1.pdf"
[[nodiscard]] std::string redacted_file_name(int item);

}  // namespace tilia::payroll
