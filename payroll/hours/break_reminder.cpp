#include "payroll/hours/break_reminder.h"

#include "payroll/hours/punch_clock.h"

namespace tilia::payroll {
namespace {

constexpr int seconds_per_minute = 60;

}  // namespace

int worked_since_break_minutes(const std::vector<Punch>& punches_in_order, const Instant& now,
                               int break_minutes) {
  const WhereAmI here = where_am_i(punches_in_order, now);
  if (here.place != WhereAmI::Place::in || here.forgot || here.clock_behind) return 0;
  std::int64_t worked_seconds = 0;
  std::optional<Instant> at_work_from;
  std::optional<Instant> break_from;
  for (const Punch& punch : punches_in_order) {
    if (at_work_from) worked_seconds += at_work_from->seconds_until(punch.at);
    at_work_from.reset();
    if (punch.kind == Punch::Kind::in) worked_seconds = 0;
    if (punch.kind == Punch::Kind::break_start) break_from = punch.at;
    if (punch.kind == Punch::Kind::break_end && break_from &&
        break_from->seconds_until(punch.at) >= std::int64_t{break_minutes} * seconds_per_minute)
      worked_seconds = 0;
    if (punch.kind == Punch::Kind::in || punch.kind == Punch::Kind::break_end)
      at_work_from = punch.at;
  }
  if (at_work_from) worked_seconds += at_work_from->seconds_until(now);
  return static_cast<int>(worked_seconds / seconds_per_minute);
}

bool break_due(const std::vector<Punch>& punches_in_order, const Instant& now,
               const HoursReminder& reminder) {
  return reminder.break_over_minutes > 0 &&
         worked_since_break_minutes(punches_in_order, now, reminder.break_minutes) >=
             reminder.break_over_minutes;
}

bool offers_break(const std::vector<Punch>& punches_in_order, const Instant& now,
                  const HoursReminder& reminder, const std::optional<Instant>& put_off_at) {
  if (!break_due(punches_in_order, now, reminder)) return false;
  if (!put_off_at) return true;
  const std::int64_t ago_seconds = put_off_at->seconds_until(now);
  return ago_seconds < 0 || ago_seconds >= offered_again_after_minutes * seconds_per_minute;
}

std::optional<int> short_rest_minutes(const std::vector<Punch>& punches_in_order,
                                      const HoursReminder& reminder, const Zone& zone) {
  std::optional<Instant> came;
  std::optional<Instant> went;
  std::optional<int> rested;
  for (const Punch& punch : punches_in_order) {
    if (punch.kind == Punch::Kind::out) went = punch.at;
    if (punch.kind == Punch::Kind::out || punch.kind == Punch::Kind::in) rested.reset();
    if (punch.kind != Punch::Kind::in) continue;
    if (went && came && zone.local_day(*came) < zone.local_day(punch.at)) {
      const std::int64_t minutes = went->seconds_until(punch.at) / seconds_per_minute;
      if (minutes < reminder.daily_rest_minutes) rested = static_cast<int>(minutes);
    }
    came = punch.at;
    went.reset();
  }
  return rested;
}

}  // namespace tilia::payroll
