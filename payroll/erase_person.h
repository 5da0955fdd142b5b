// Taking a person out of the book: what goes now, what the law still wants kept and until when.
// Nothing that the business needs is lost with her: months keep their sums and heads.
//
//   for (const ErasurePart& part : plan_erasure(worker, retention, today, asked)) …
//
// The parts go in an order: her pay papers, and with them her key, go last, since everything else
// of hers is sealed under it.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/phrase.h"
#include "payroll/pay_book.h"
#include "payroll/person_copy.h"
#include "payroll/retention.h"

namespace tilia::payroll {

struct ErasurePart {
  enum class When {
    now,
    later,       // `until` is the last day on which it is kept
    for_good,    // a law wants it kept without an end
    nobody_said  // neither a law that we know nor the organisation says how long it is kept
  };
  PersonPart part = PersonPart::alias;
  When when = When::now;
  std::optional<Day> until = {};
  std::string law = {};

  friend bool operator==(const ErasurePart&, const ErasurePart&) = default;
};
[[nodiscard]] std::string_view erasure_when_text(ErasurePart::When when);

enum class ErasureReason {
  asked,            // she asked for it: what no duty keeps goes now
  nothing_to_keep,  // and somebody looked: where no period was entered, no law wants it kept
  due,              // by itself: what is past its period goes, and nothing else
};

// CHECKs that she has ended. In the order in which the parts go.
[[nodiscard]] std::vector<ErasurePart> plan_erasure(const Worker& worker,
                                                    const RetentionTable& retention,
                                                    const Day& today, ErasureReason reason);

enum class ErasureRefusal {
  unknown_worker,
  still_works,   // end her work first
  unpaid_month,  // a month of hers is not approved yet
};
[[nodiscard]] std::string_view erasure_refusal_code(ErasureRefusal why);
[[nodiscard]] Phrase sentence_of(ErasureRefusal why, const std::string& alias);

// Whether she may go at all.
[[nodiscard]] Result<Worker, ErasureRefusal> erasable(PayBook& book, const std::string& alias,
                                                      const Day& today);

// Of a plan: what goes now.
[[nodiscard]] std::set<PersonPart> going_now(const std::vector<ErasurePart>& plan);

struct ErasedBySelf {
  std::string alias;  // as it was
  std::set<PersonPart> parts;
};
// What is past its period goes by itself, whenever payroll or finance opens the book.
std::vector<ErasedBySelf> erase_what_is_due(PayBook& book, PersonBook& people,
                                            const RetentionTable& retention, const Day& today,
                                            const Instant& at);

}  // namespace tilia::payroll
