#include "app/till_own_time.h"

#include <algorithm>

#include "core/check.h"
#include "db/book_fault.h"
#include "payroll/hours/break_reminder.h"
#include "payroll/hours/hours_asks.h"

namespace tilia::app {

using payroll::AskState;
using payroll::HoursAsk;
using payroll::HoursAskId;
using payroll::LoginId;
using payroll::Punch;
using payroll::WhereAmI;
using payroll::Worker;
using pos::OwnAsk;
using pos::OwnShift;
using pos::OwnTap;
using pos::OwnTimeNow;
using pos::StaffId;
using pos::TimeTap;

namespace {

constexpr int shown_ahead_days = 42;
constexpr std::int64_t taps_shown_seconds = std::int64_t{14} * 24 * 60 * 60;
constexpr std::int64_t answered_shown_seconds = std::int64_t{14} * 24 * 60 * 60;

LoginId login_of(const StaffId& who) { return LoginId::from_bytes(who.bytes()); }
HoursAskId ask_id_of(const pos::OwnAskId& id) { return HoursAskId::from_bytes(id.bytes()); }

Punch::Kind kind_of(TimeTap tap) {
  switch (tap) {
    case TimeTap::come: return Punch::Kind::in;
    case TimeTap::pause: return Punch::Kind::break_start;
    case TimeTap::back: return Punch::Kind::break_end;
    case TimeTap::leave: return Punch::Kind::out;
  }
  CHECK(false);
}

TimeTap tap_of(Punch::Kind kind) {
  switch (kind) {
    case Punch::Kind::in: return TimeTap::come;
    case Punch::Kind::break_start: return TimeTap::pause;
    case Punch::Kind::break_end: return TimeTap::back;
    case Punch::Kind::out: return TimeTap::leave;
  }
  CHECK(false);
}

OwnTimeNow::Where where_of(WhereAmI::Place place) {
  switch (place) {
    case WhereAmI::Place::out: return OwnTimeNow::Where::not_here;
    case WhereAmI::Place::in: return OwnTimeNow::Where::at_work;
    case WhereAmI::Place::on_break: return OwnTimeNow::Where::on_break;
  }
  CHECK(false);
}

std::optional<OwnAsk::State> state_of(AskState state) {
  switch (state) {
    case AskState::open: return OwnAsk::State::asked;
    case AskState::agreed: return OwnAsk::State::yes;
    case AskState::declined: return OwnAsk::State::no;
    case AskState::withdrawn: return std::nullopt;
  }
  CHECK(false);
}

Phrase not_linked() { return Phrase("till.my_time.not_linked"); }

template <class Answer>
std::optional<Phrase> why_not(const Answer& answer) {
  return answer ? std::nullopt : std::optional(payroll::sentence_of(answer.refusal()));
}

}  // namespace

void TillOwnTime::let_in(const db::Session& session) {
  const auto who = StaffId::from_bytes(session.user.id.bytes());
  reminders_.erase(who);
  try {
    db::HoursBookSqlite with_keys(file_, session.keys);
    const auto worker = with_keys.worker_of(login_of(who));
    const auto reminder = worker ? with_keys.reminder(worker->id) : std::nullopt;
    if (reminder) reminders_.emplace(who, *reminder);
  } catch (const db::BookFault&) {  // nobody is kept from selling by it
  }
}

std::optional<Worker> TillOwnTime::worker_of(const StaffId& who) {
  return book_.worker_of(login_of(who));
}

std::vector<OwnShift> TillOwnTime::shifts_of(const payroll::WorkerId& worker,
                                             const std::vector<HoursAsk>& open) {
  const Instant now = clock_.now();
  const Day today = zone_.local_day(now);
  std::vector<OwnShift> shifts;
  for (const payroll::PlannedShift& each :
       book_.published_shifts(worker, today.plus_days(-1), today.plus_days(shown_ahead_days))) {
    if (payroll::instant_of(each.day, each.time.to_minute, zone_) <= now) continue;
    const bool away = std::ranges::any_of(
        open, [&](const HoursAsk& ask) { return ask.swap && ask.swap->shift == each.id; });
    shifts.push_back({pos::OwnShiftId::from_bytes(each.id.bytes()), each.day, each.time.from_minute,
                      each.time.to_minute, book_.picture_of_station(each.station), each.station,
                      away});
  }
  return shifts;
}

// Those that wait for an answer, and what was answered lately.
std::vector<OwnAsk> TillOwnTime::asks_of(const payroll::WorkerId& worker,
                                         const std::vector<OwnShift>& shifts) {
  const Instant now = clock_.now();
  const auto shown = [&](AskState state, const Instant& at) {
    return state == AskState::open || at.seconds_until(now) <= answered_shown_seconds;
  };
  std::vector<OwnAsk> asks;
  for (const AskState state : {AskState::open, AskState::agreed, AskState::declined}) {
    for (const HoursAsk& each : book_.asks(worker, state)) {
      if (!shown(state, each.at)) continue;
      OwnAsk ask{pos::OwnAskId::from_bytes(each.id.bytes()),
                 OwnAsk::What::shift,
                 *state_of(state),
                 {},
                 {},
                 {},
                 each.at};
      if (each.punch) {
        ask.what = each.punch->away ? OwnAsk::What::mistaken : OwnAsk::What::forgotten;
        ask.tap = tap_of(each.punch->kind);
        ask.at = each.punch->at;
      }
      for (const OwnShift& shift : shifts) {
        if (each.swap && shift.id.bytes() == each.swap->shift.bytes()) ask.shift = shift;
      }
      asks.push_back(std::move(ask));
    }
  }
  for (const payroll::SealedAskState& each : book_.leave_asks(worker)) {
    const auto state = state_of(each.state);
    if (state && shown(each.state, each.at))
      asks.push_back({pos::OwnAskId::from_bytes(each.id.bytes()),
                      OwnAsk::What::days_off,
                      *state,
                      {},
                      {},
                      {},
                      each.at});
  }
  std::ranges::stable_sort(
      asks, [](const OwnAsk& a, const OwnAsk& b) { return b.asked_at < a.asked_at; });
  return asks;
}

OwnTimeNow TillOwnTime::now(const StaffId& who) {
  OwnTimeNow mine;
  const auto worker = worker_of(who);
  if (!worker) return mine;
  const Instant now = clock_.now();
  const auto punches = book_.latest_punches(worker->id, payroll::punches_of_a_day);
  const WhereAmI here = payroll::where_am_i(punches, now);
  mine.linked = true;
  mine.where = where_of(here.place);
  mine.since = here.place == WhereAmI::Place::in && here.came_in ? here.came_in : here.since;
  mine.end_is_missing = here.forgot;
  mine.clock_is_behind = here.clock_behind;
  mine.no_contract = !book_.under_contract(worker->id, zone_.local_day(now));
  const auto reminder = reminders_.find(who);
  if (reminder != reminders_.end() && here.place != WhereAmI::Place::out)
    mine.short_rest_minutes = payroll::short_rest_minutes(punches, reminder->second, zone_);
  mine.can_undo = payroll::undoable_punch(punches, now).has_value();
  for (const Punch::Kind tap : payroll::offered_taps(here)) mine.taps.push_back(tap_of(tap));
  mine.shifts = shifts_of(worker->id, book_.asks(worker->id, AskState::open));
  mine.asks = asks_of(worker->id, mine.shifts);
  return mine;
}

std::optional<Phrase> TillOwnTime::tap(const StaffId& who, TimeTap tap) {
  const auto worker = worker_of(who);
  if (!worker) return not_linked();
  const auto entered =
      payroll::enter_punch(book_, {worker->alias, kind_of(tap), clock_.now()}, zone_, clock_);
  if (entered) return std::nullopt;
  return payroll::sentence_of(entered.refusal(), worker->alias);
}

std::optional<Phrase> TillOwnTime::undo_tap(const StaffId& who) {
  const auto worker = worker_of(who);
  if (!worker) return not_linked();
  if (payroll::undo_punch(book_, *worker, zone_, clock_)) return std::nullopt;
  return Phrase("till.my_time.too_late_to_undo");
}

std::optional<Phrase> TillOwnTime::ask_forgotten(const StaffId& who, const pos::OwnAskId& id,
                                                 TimeTap tap, const Day& day, int minute) {
  const auto worker = worker_of(who);
  if (!worker) return not_linked();
  return why_not(payroll::ask_for_punch(book_, ask_id_of(id), *worker,
                                        {kind_of(tap), zone_.at(day, minute), false}, clock_));
}

// What is approved is not hers to change: the office corrects it.
std::vector<OwnTap> TillOwnTime::taps(const StaffId& who) {
  const auto worker = worker_of(who);
  if (!worker) return {};
  const Instant now = clock_.now();
  const auto open = book_.asks(worker->id, AskState::open);
  std::vector<OwnTap> taps;
  for (const Punch& each : book_.latest_punches(worker->id, payroll::punches_of_a_day)) {
    if (each.at.seconds_until(now) > taps_shown_seconds) continue;
    if (book_.is_frozen(worker->id, zone_.local_day(each.at))) continue;
    const payroll::PunchAsk away{each.kind, each.at, true};
    taps.push_back({tap_of(each.kind), each.at, std::ranges::any_of(open, [&](const HoursAsk& ask) {
                      return ask.punch == away;
                    })});
  }
  std::ranges::reverse(taps);
  return taps;
}

std::optional<Phrase> TillOwnTime::ask_tap_away(const StaffId& who, const pos::OwnAskId& id,
                                                TimeTap tap, const Instant& at) {
  const auto worker = worker_of(who);
  if (!worker) return not_linked();
  return why_not(
      payroll::ask_for_punch(book_, ask_id_of(id), *worker, {kind_of(tap), at, true}, clock_));
}

std::optional<Phrase> TillOwnTime::ask_shift_away(const StaffId& who, const pos::OwnAskId& id,
                                                  const pos::OwnShiftId& shift) {
  const auto worker = worker_of(who);
  if (!worker) return not_linked();
  return why_not(payroll::ask_for_swap(book_, ask_id_of(id), worker->id,
                                       payroll::PlannedShiftId::from_bytes(shift.bytes()), zone_,
                                       clock_));
}

std::optional<Phrase> TillOwnTime::ask_days_off(const StaffId& who, const pos::OwnAskId& id,
                                                const Day& from, const Day& to) {
  const auto worker = worker_of(who);
  if (!worker) return not_linked();
  return why_not(
      payroll::ask_for_leave(book_, ask_id_of(id), worker->id, {from, to}, zone_, clock_));
}

std::optional<Phrase> TillOwnTime::withdraw(const StaffId& who, const pos::OwnAskId& id) {
  const auto worker = worker_of(who);
  if (!worker) return not_linked();
  return why_not(payroll::withdraw_ask(book_, ask_id_of(id), worker->id, login_of(who), clock_));
}

bool TillOwnTime::offers_break(const StaffId& who) {
  const auto reminder = reminders_.find(who);
  if (reminder == reminders_.end()) return false;
  const auto worker = worker_of(who);
  if (!worker) return false;
  const auto put_off = put_off_.find(who);
  return payroll::offers_break(
      book_.latest_punches(worker->id, payroll::punches_of_a_day), clock_.now(), reminder->second,
      put_off == put_off_.end() ? std::nullopt : std::optional(put_off->second));
}

void TillOwnTime::put_break_off(const StaffId& who) {
  put_off_.insert_or_assign(who, clock_.now());
}

}  // namespace tilia::app
