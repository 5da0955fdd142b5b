#include "payroll/hours/worked_hours.h"

#include "core/check.h"

namespace tilia::payroll {
namespace {

constexpr std::int64_t seconds_per_minute = 60;
constexpr std::int64_t longest_shift_minutes = std::int64_t{24} * 60;

// One shift while its punches are read.
struct Shift {
  Instant in;
  std::optional<Instant> break_start;
  std::int64_t break_seconds = 0;
};

void add(std::vector<DayMinutes>& days, const Day& day, int minutes) {
  for (DayMinutes& each : days) {
    if (each.day == day) {
      each.worked_minutes += minutes;
      return;
    }
  }
  days.push_back({day, minutes});
}

}  // namespace

std::string_view punch_kind_text(Punch::Kind kind) {
  switch (kind) {
    case Punch::Kind::in: return "in";
    case Punch::Kind::out: return "out";
    case Punch::Kind::break_start: return "break";
    case Punch::Kind::break_end: return "back";
  }
  CHECK(false);
}

std::optional<Punch::Kind> parse_punch_kind(std::string_view text) {
  for (const Punch::Kind kind :
       {Punch::Kind::in, Punch::Kind::out, Punch::Kind::break_start, Punch::Kind::break_end}) {
    if (punch_kind_text(kind) == text) return kind;
  }
  return std::nullopt;
}

std::string_view punch_refusal_code(PunchRefusal why) {
  switch (why) {
    case PunchRefusal::already_in: return "already_in";
    case PunchRefusal::not_in: return "not_in";
    case PunchRefusal::already_on_break: return "already_on_break";
    case PunchRefusal::not_on_break: return "not_on_break";
    case PunchRefusal::before_last_punch: return "before_last_punch";
  }
  CHECK(false);
}

std::optional<PunchRefusal> refuses(const std::optional<Punch>& last, const Punch& next) {
  if (last && next.at < last->at) return PunchRefusal::before_last_punch;
  const bool in = last && last->kind != Punch::Kind::out;
  const bool on_break = last && last->kind == Punch::Kind::break_start;
  switch (next.kind) {
    case Punch::Kind::in:
      if (in) return PunchRefusal::already_in;
      return std::nullopt;
    case Punch::Kind::out:
      if (!in) return PunchRefusal::not_in;
      return std::nullopt;
    case Punch::Kind::break_start:
      if (on_break) return PunchRefusal::already_on_break;
      if (!in) return PunchRefusal::not_in;
      return std::nullopt;
    case Punch::Kind::break_end:
      if (!on_break) return PunchRefusal::not_on_break;
      return std::nullopt;
  }
  CHECK(false);
}

std::vector<DayMinutes> worked_by_day(const std::vector<Punch>& punches_in_order,
                                      Day (*local_day)(const Instant&, const void*),
                                      const void* zone) {
  std::vector<DayMinutes> days;
  std::optional<Shift> shift;
  for (const Punch& punch : punches_in_order) {
    if (punch.kind == Punch::Kind::in) shift = Shift{.in = punch.at, .break_start = {}};
    if (!shift) continue;  // the list may begin in the middle of a shift: it is not this list's
    if (shift->break_start && punch.kind != Punch::Kind::break_start) {
      shift->break_seconds += shift->break_start->seconds_until(punch.at);
      shift->break_start.reset();
    }
    if (punch.kind == Punch::Kind::break_start) shift->break_start = punch.at;
    if (punch.kind != Punch::Kind::out) continue;
    const std::int64_t present_seconds = shift->in.seconds_until(punch.at);
    const std::int64_t minutes = (present_seconds - shift->break_seconds) / seconds_per_minute;
    if (present_seconds <= longest_shift_minutes * seconds_per_minute && minutes > 0)
      add(days, local_day(shift->in, zone), static_cast<int>(minutes));
    shift.reset();
  }
  return days;
}

}  // namespace tilia::payroll
