#include "payroll/hours/hours_asks.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"

namespace tilia::payroll {
namespace {

constexpr std::int64_t seconds_a_day = 24 * 60 * 60;
constexpr int asked_back_days = 31;

Punch punch_of(const PunchAsk& ask) { return {.worker_alias = {}, .kind = ask.kind, .at = ask.at}; }

bool has(const std::vector<Punch>& punches, const PunchAsk& ask) {
  return std::any_of(punches.begin(), punches.end(),
                     [&](const Punch& each) { return each.kind == ask.kind && each.at == ask.at; });
}

// Her punches, and what she asked for, as if it were agreed.
std::vector<Punch> with_open_asks(HoursBook& book, const WorkerId& worker) {
  std::vector<Punch> punches = book.latest_punches(worker, punches_of_a_day);
  for (const HoursAsk& open : book.asks(worker, AskState::open)) {
    if (!open.punch) continue;
    punches = open.punch->away ? without_punch(std::move(punches), punch_of(*open.punch))
                               : with_punch(std::move(punches), punch_of(*open.punch));
  }
  return punches;
}

bool may_follow(const std::vector<Punch>& punches, const Punch& next) {
  std::vector<Punch> before;
  for (const Punch& each : punches) {
    if (!(next.at < each.at)) before.push_back(each);
  }
  const auto last = before.empty() ? std::nullopt : std::optional<Punch>(before.back());
  const auto why = refuses(last, next);
  return !why || (why == PunchRefusal::already_in && next.kind == Punch::Kind::in &&
                  where_am_i(before, next.at).forgot);
}

// Sent again: the same is entered once, another one is not hers to put in its place.
std::optional<Result<HoursAsk, AskRefusal>> asked_before(HoursBook& book, const HoursAsk& ask) {
  const auto before = book.find_ask(ask.id);
  if (!before) return std::nullopt;
  if (before->worker == ask.worker && before->punch == ask.punch && before->swap == ask.swap)
    return Result<HoursAsk, AskRefusal>(*before);
  return Result<HoursAsk, AskRefusal>(AskRefusal::asked_already);
}

bool any_frozen(HoursBook& book, const WorkerId& worker, const std::vector<DayMinutes>& days) {
  return std::any_of(days.begin(), days.end(),
                     [&](const DayMinutes& each) { return book.is_frozen(worker, each.day); });
}

}  // namespace

std::string_view ask_state_text(AskState state) {
  switch (state) {
    case AskState::open: return "open";
    case AskState::agreed: return "agreed";
    case AskState::declined: return "declined";
    case AskState::withdrawn: return "withdrawn";
  }
  CHECK(false);
}

std::optional<AskState> parse_ask_state(std::string_view text) {
  for (const AskState state :
       {AskState::open, AskState::agreed, AskState::declined, AskState::withdrawn}) {
    if (ask_state_text(state) == text) return state;
  }
  return std::nullopt;
}

std::string_view ask_refusal_code(AskRefusal why) {
  switch (why) {
    case AskRefusal::in_future: return "in_future";
    case AskRefusal::too_long_ago: return "too_long_ago";
    case AskRefusal::order: return "order";
    case AskRefusal::asked_already: return "asked_already";
    case AskRefusal::no_such_punch: return "no_such_punch";
    case AskRefusal::not_her_shift: return "not_her_shift";
    case AskRefusal::shift_is_over: return "shift_is_over";
    case AskRefusal::days_backwards: return "days_backwards";
    case AskRefusal::too_many_days: return "too_many_days";
    case AskRefusal::days_are_over: return "days_are_over";
    case AskRefusal::no_office_yet: return "no_office_yet";
    case AskRefusal::unknown_ask: return "unknown_ask";
    case AskRefusal::decided_already: return "decided_already";
    case AskRefusal::frozen: return "frozen";
  }
  CHECK(false);
}

Phrase sentence_of(AskRefusal why) {
  return Phrase(fmt::format("payroll.ask_refusal.{}", ask_refusal_code(why)));
}

Result<HoursAsk, AskRefusal> ask_for_punch(HoursBook& book, const HoursAskId& id,
                                           const Worker& worker, const PunchAsk& punch,
                                           const Clock& clock) {
  const Instant now = clock.now();
  const HoursAsk ask{id, worker.id, punch, {}, AskState::open, now};
  if (auto before = asked_before(book, ask)) return *std::move(before);
  if (now < punch.at) return AskRefusal::in_future;
  if (punch.at.seconds_until(now) > asked_back_days * seconds_a_day)
    return AskRefusal::too_long_ago;
  for (const HoursAsk& open : book.asks(worker.id, AskState::open)) {
    if (open.punch == punch) return AskRefusal::asked_already;
  }
  if (punch.away) {
    if (!has(book.latest_punches(worker.id, punches_of_a_day), punch))
      return AskRefusal::no_such_punch;
  } else if (!may_follow(with_open_asks(book, worker.id), punch_of(punch))) {
    return AskRefusal::order;
  }
  book.put_ask(ask, now);
  return ask;
}

Result<HoursAsk, AskRefusal> ask_for_swap(HoursBook& book, const HoursAskId& id,
                                          const WorkerId& worker, const PlannedShiftId& shift,
                                          const Zone& zone, const Clock& clock) {
  constexpr int looked_ahead_days = 100;
  const Instant now = clock.now();
  const HoursAsk ask{id, worker, {}, SwapAsk{shift}, AskState::open, now};
  if (auto before = asked_before(book, ask)) return *std::move(before);
  const Day today = zone.local_day(now);
  const auto shifts =
      book.published_shifts(worker, today.plus_days(-1), today.plus_days(looked_ahead_days));
  const auto hers = std::find_if(shifts.begin(), shifts.end(),
                                 [&](const PlannedShift& each) { return each.id == shift; });
  if (hers == shifts.end()) return AskRefusal::not_her_shift;
  if (instant_of(hers->day, hers->time.from_minute, zone) <= now) return AskRefusal::shift_is_over;
  for (const HoursAsk& open : book.asks(worker, AskState::open)) {
    if (open.swap == ask.swap) return AskRefusal::asked_already;
  }
  book.put_ask(ask, now);
  return ask;
}

Result<Done, AskRefusal> ask_for_leave(HoursBook& book, const HoursAskId& id,
                                       const WorkerId& worker, const LeaveAsk& leave,
                                       const Zone& zone, const Clock& clock) {
  if (leave.to < leave.from) return AskRefusal::days_backwards;
  if (leave.from.days_until(leave.to) >= longest_asked_leave_days) return AskRefusal::too_many_days;
  if (leave.to < zone.local_day(clock.now())) return AskRefusal::days_are_over;
  if (!book.put_leave_ask(id, worker, leave, clock.now())) return AskRefusal::no_office_yet;
  return Done();
}

Result<Done, AskRefusal> withdraw_ask(HoursBook& book, const HoursAskId& id, const WorkerId& worker,
                                      const LoginId& by, const Clock& clock) {
  if (const auto ask = book.find_ask(id)) {
    if (ask->worker != worker) return AskRefusal::unknown_ask;
    if (ask->state == AskState::withdrawn) return Done();
    if (ask->state != AskState::open) return AskRefusal::decided_already;
    if (book.put_decision(*ask, AskState::withdrawn, by, {}, clock.now())) return Done();
    return AskRefusal::decided_already;
  }
  for (const SealedAskState& each : book.leave_asks(worker)) {
    if (each.id != id) continue;
    if (each.state == AskState::withdrawn || book.withdraw_leave_ask(id, worker)) return Done();
    return AskRefusal::decided_already;
  }
  return AskRefusal::unknown_ask;
}

Result<HoursAsk, AskRefusal> decide_ask(HoursBook& book, const HoursAskId& id, bool agreed,
                                        const LoginId& by, const Zone& zone, const Clock& clock) {
  auto ask = book.find_ask(id);
  if (!ask) return AskRefusal::unknown_ask;
  if (ask->state != AskState::open) return AskRefusal::decided_already;
  std::vector<DayMinutes> days;
  if (agreed && ask->punch) {
    const auto before = book.latest_punches(ask->worker, punches_of_a_day);
    const Punch punch = punch_of(*ask->punch);
    if (ask->punch->away && !has(before, *ask->punch)) return AskRefusal::no_such_punch;
    const auto after = ask->punch->away ? without_punch(before, punch) : with_punch(before, punch);
    days = days_changed(before, after, zone);
    if (book.is_frozen(ask->worker, zone.local_day(punch.at)) ||
        any_frozen(book, ask->worker, days))
      return AskRefusal::frozen;
  }
  const AskState state = agreed ? AskState::agreed : AskState::declined;
  if (!book.put_decision(*ask, state, by, days, clock.now())) return AskRefusal::decided_already;
  ask->state = state;
  return *ask;
}

}  // namespace tilia::payroll
