#include "payroll/erase_person.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"

namespace tilia::payroll {
namespace {

using When = ErasurePart::When;

// The groups of records that a part belongs to; none: nothing keeps it once she has left.
std::vector<RetentionGroup> groups_of(PersonPart part) {
  switch (part) {
    case PersonPart::alias:
    case PersonPart::account: return {};
    case PersonPart::hours: return {RetentionGroup::working_time};
    case PersonPart::funding: return {RetentionGroup::funding};
    case PersonPart::pay: return {RetentionGroup::pay_record, RetentionGroup::payslips};
  }
  CHECK(false);
}

ErasurePart decided(PersonPart part, RetentionGroup group, const Worker& worker,
                    const RetentionTable& retention, const Day& today, ErasureReason reason) {
  const auto rule = retention.on(group, today);
  if (!rule && reason == ErasureReason::nothing_to_keep) return {part};
  if (!rule) return {part, When::nobody_said};
  if (!rule->months) return {part, When::for_good, {}, rule->law};
  const auto until = rule->kept_until(*worker.ended_on);
  CHECK(until);
  if (*until < today) return {part};
  return {part, When::later, until, rule->law};
}

int patience(const ErasurePart& part) {
  switch (part.when) {
    case When::now: return 0;
    case When::later: return 1;
    case When::nobody_said: return 2;
    case When::for_good: return 3;
  }
  CHECK(false);
}

// What is kept longer.
ErasurePart longer(const ErasurePart& a, const ErasurePart& b) {
  if (patience(a) != patience(b)) return patience(a) < patience(b) ? b : a;
  return a.until < b.until ? b : a;
}

}  // namespace

std::string_view erasure_when_text(When when) {
  switch (when) {
    case When::now: return "now";
    case When::later: return "later";
    case When::for_good: return "for_good";
    case When::nobody_said: return "nobody_said";
  }
  CHECK(false);
}

std::string_view erasure_refusal_code(ErasureRefusal why) {
  switch (why) {
    case ErasureRefusal::unknown_worker: return "unknown_worker";
    case ErasureRefusal::still_works: return "still_works";
    case ErasureRefusal::unpaid_month: return "unpaid_month";
  }
  CHECK(false);
}

Phrase sentence_of(ErasureRefusal why, const std::string& alias) {
  return Phrase(fmt::format("payroll.erasure_refusal.{}", erasure_refusal_code(why)))
      .with("worker", alias);
}

std::vector<ErasurePart> plan_erasure(const Worker& worker, const RetentionTable& retention,
                                      const Day& today, ErasureReason reason) {
  CHECK(worker.ended_on);
  std::vector<ErasurePart> plan;
  for (const PersonPart part : all_person_parts) {
    ErasurePart decision{part};
    for (const RetentionGroup group : groups_of(part))
      decision = longer(decision, decided(part, group, worker, retention, today, reason));
    plan.push_back(decision);
  }
  // By itself nothing goes that nobody set a period for: alias and account go with the first part
  // that is due.
  if (reason == ErasureReason::due) {
    const bool any_due = std::any_of(plan.begin() + 2, plan.end(), [](const ErasurePart& each) {
      return each.when == When::now;
    });
    if (!any_due) plan[0].when = plan[1].when = When::nobody_said;
  }
  // Her key goes last.
  for (ErasurePart& part : plan) {
    if (part.part == PersonPart::pay)
      for (const ErasurePart& other : plan)
        if (other.part != PersonPart::pay) {
          const ErasurePart kept = longer(part, other);
          part = {PersonPart::pay, kept.when, kept.until, kept.law};
        }
  }
  return plan;
}

Result<Worker, ErasureRefusal> erasable(PayBook& book, const std::string& alias, const Day& today) {
  const std::vector<Worker> workers = book.workers();
  const auto worker = std::ranges::find(workers, alias, &Worker::alias);
  if (worker == workers.end()) return ErasureRefusal::unknown_worker;
  if (!worker->ended_on || *worker->ended_on >= today) return ErasureRefusal::still_works;
  const Month last = Month::of(*worker->ended_on);
  for (const Term& term : book.terms(worker->id)) {
    const bool into_last_month =
        term.from <= last.last_day() && (!term.to || *term.to >= last.first_day());
    const auto run = book.pay_run_state(last);
    if (into_last_month && !(run && run->approved)) return ErasureRefusal::unpaid_month;
  }
  return *worker;
}

std::set<PersonPart> going_now(const std::vector<ErasurePart>& plan) {
  std::set<PersonPart> parts;
  for (const ErasurePart& part : plan) {
    if (part.when == When::now) parts.insert(part.part);
  }
  return parts;
}

std::vector<ErasedBySelf> erase_what_is_due(PayBook& book, PersonBook& people,
                                            const RetentionTable& retention, const Day& today,
                                            const Instant& at) {
  people.finish_erasures();
  std::vector<ErasedBySelf> gone;
  for (const Worker& worker : book.workers()) {
    if (!erasable(book, worker.alias, today)) continue;
    std::set<PersonPart> parts =
        going_now(plan_erasure(worker, retention, today, ErasureReason::due));
    for (const PersonPart part : people.gone_of(worker)) parts.erase(part);
    if (parts.empty()) continue;
    people.erase(worker, parts, at);
    gone.push_back({worker.alias, parts});
  }
  return gone;
}

}  // namespace tilia::payroll
