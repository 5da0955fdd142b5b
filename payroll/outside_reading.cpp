#include "payroll/outside_reading.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"
#include "core/letters.h"
#include "payroll/pay_book.h"

namespace tilia::payroll {
namespace {

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// One line that fits into a note.
bool fits(const std::string& text) {
  const bool controls = std::ranges::any_of(text, [](const char letter) {
    return static_cast<unsigned char>(letter) < ' ' || letter == '\x7f';
  });
  return !controls && is_utf8(text) && letters_of(text).size() <= most_sample_letters;
}

}  // namespace

class SampleCheck {
 public:
  SampleCheck(PayBook& book, SampleBook& slips)
      : workers_(book.workers()), there_(slips.approved_slips()) {}

  Result<Sample, SampleFault> check(const SampleAsked& asked) {
    using enum SampleRefusal;
    sample_.recipient_ = trimmed(asked.recipient);
    sample_.clause_ = trimmed(asked.clause);
    if (sample_.recipient_.empty()) return SampleFault{recipient_missing};
    if (!fits(sample_.recipient_)) return SampleFault{recipient_unfit};
    if (sample_.clause_.empty()) return SampleFault{clause_missing};
    if (!fits(sample_.clause_)) return SampleFault{clause_unfit};
    if (asked.items.empty()) return SampleFault{nothing_picked};
    for (const SampleAsked::Item& item : asked.items) {
      if (const auto why = fault_of(item)) return SampleFault{*why, item.alias};
    }
    return std::move(sample_);
  }

 private:
  std::optional<SampleRefusal> fault_of(const SampleAsked::Item& item) {
    const auto worker = std::ranges::find(workers_, item.alias, &Worker::alias);
    if (worker == workers_.end()) return SampleRefusal::unknown_worker;
    if (std::ranges::find(there_, item.month, &SlipPlace::month) == there_.end())
      return SampleRefusal::not_approved;
    const SlipPlace place{item.month, worker->id};
    if (std::ranges::find(there_, place) == there_.end()) return SampleRefusal::no_slip;
    if (std::ranges::find(sample_.items_, place) != sample_.items_.end())
      return SampleRefusal::picked_twice;
    sample_.items_.push_back(place);
    return std::nullopt;
  }

  std::vector<Worker> workers_;
  std::vector<SlipPlace> there_;
  Sample sample_;
};

Result<Sample, SampleFault> checked_sample(PayBook& book, SampleBook& slips,
                                           const SampleAsked& asked) {
  return SampleCheck(book, slips).check(asked);
}

std::string_view sample_refusal_code(SampleRefusal why) {
  switch (why) {
    case SampleRefusal::recipient_missing: return "recipient_missing";
    case SampleRefusal::recipient_unfit: return "recipient_unfit";
    case SampleRefusal::clause_missing: return "clause_missing";
    case SampleRefusal::clause_unfit: return "clause_unfit";
    case SampleRefusal::nothing_picked: return "nothing_picked";
    case SampleRefusal::picked_twice: return "picked_twice";
    case SampleRefusal::unknown_worker: return "unknown_worker";
    case SampleRefusal::not_approved: return "not_approved";
    case SampleRefusal::no_slip: return "no_slip";
  }
  CHECK(false);
}

Phrase sentence_of(SampleRefusal why, const std::string& about) {
  return Phrase(fmt::format("payroll.sample_refusal.{}", sample_refusal_code(why)))
      .with("about", about);
}

RedactedSlip redacted(int item, const Month& month, const PayRunSlip& slip) {
  return {item, month, slip.worked_minutes, slip.slip};
}

std::string redacted_file_name(int item) { return fmt::format("item-{}.pdf", item); }

}  // namespace tilia::payroll
