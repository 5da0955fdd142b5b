#include "payroll/shifts/worked_shifts.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"

namespace tilia::payroll {
namespace {

using Kind = Punch::Kind;
using Why = ToMend::Why;

constexpr std::int64_t longest_seconds = 24 * 60 * 60;
constexpr std::int64_t second_in_within_seconds = 12 * 60 * 60;

// Reads punches one after the other.
class Reading {
 public:
  explicit Reading(const Zone& zone) : zone_(zone) {}

  void next(const Punch& punch) {
    switch (punch.kind) {
      case Kind::in: return in(punch);
      case Kind::out: return out(punch);
      case Kind::break_start: return pause(punch);
      case Kind::break_end: return back(punch);
    }
  }

  WorkedTime done() {
    if (open_) close(Why::no_out, open_->time.from);
    std::stable_sort(time_.to_mend.begin(), time_.to_mend.end(),
                     [](const ToMend& a, const ToMend& b) { return a.at < b.at; });
    return std::move(time_);
  }

 private:
  void in(const Punch& punch) {
    if (open_ && open_->time.from.seconds_until(punch.at) <= second_in_within_seconds)
      return mend(Why::two_ins, open_->day, punch);
    if (open_) close(Why::no_out, open_->time.from);
    open_ = WorkedShift{zone_.local_day(punch.at), {punch.at, punch.at}, {}, {punch}};
  }

  void pause(const Punch& punch) {
    if (!open_) return mend(Why::break_without_in, zone_.local_day(punch.at), punch);
    if (pause_from_) return mend(Why::two_breaks, open_->day, punch);
    pause_from_ = punch.at;
    open_->punches.push_back(punch);
  }

  void back(const Punch& punch) {
    if (!open_ || !pause_from_)
      return mend(Why::back_without_break, open_ ? open_->day : zone_.local_day(punch.at), punch);
    end_pause(punch.at);
    open_->punches.push_back(punch);
  }

  void out(const Punch& punch) {
    if (!open_) return mend(Why::out_without_in, zone_.local_day(punch.at), punch);
    open_->punches.push_back(punch);
    if (open_->time.from.seconds_until(punch.at) > longest_seconds)
      return close(Why::too_long, open_->time.from);
    end_pause(punch.at);
    open_->time.to = punch.at;
    time_.shifts.push_back(std::move(*open_));
    open_.reset();
  }

  void end_pause(const Instant& at) {
    if (pause_from_ && minute_of(*pause_from_) < minute_of(at))
      open_->breaks.push_back({*pause_from_, at});
    pause_from_.reset();
  }

  void mend(Why why, const Day& day, const Punch& punch) {
    time_.to_mend.push_back({why, day, punch.at, {punch}});
  }

  // The open shift is none.
  void close(Why why, const Instant& at) {
    time_.to_mend.push_back({why, open_->day, at, std::move(open_->punches)});
    open_.reset();
    pause_from_.reset();
  }

  const Zone& zone_;
  WorkedTime time_;
  std::optional<WorkedShift> open_;
  std::optional<Instant> pause_from_;
};

}  // namespace

std::vector<Stretch> work_of(const WorkedShift& shift) {
  std::vector<Stretch> work;
  std::int64_t from = minute_of(shift.time.from);
  for (const Span& pause : shift.breaks) {
    if (minute_of(pause.from) > from) work.push_back({from, minute_of(pause.from)});
    from = minute_of(pause.to);
  }
  if (minute_of(shift.time.to) > from) work.push_back({from, minute_of(shift.time.to)});
  return work;
}

std::int64_t minutes_of(const WorkedShift& shift) {
  std::int64_t minutes = 0;
  for (const Stretch& stretch : work_of(shift)) minutes += stretch.minutes();
  return minutes;
}

std::string_view to_mend_code(ToMend::Why why) {
  switch (why) {
    case Why::no_out: return "no_out";
    case Why::out_without_in: return "out_without_in";
    case Why::two_ins: return "two_ins";
    case Why::two_breaks: return "two_breaks";
    case Why::break_without_in: return "break_without_in";
    case Why::back_without_break: return "back_without_break";
    case Why::too_long: return "too_long";
    case Why::no_contract: return "no_contract";
  }
  CHECK(false);
}

Phrase sentence_of(const ToMend& mend, const std::string& alias, const Zone& zone) {
  return Phrase(fmt::format("payroll.worked.{}", to_mend_code(mend.why)))
      .with("worker", alias)
      .with("day", zone.local_day(mend.at))
      .with("time", zone.local_time_text(mend.at));
}

WorkedTime read_punches(std::vector<Punch> punches, const Zone& zone) {
  std::stable_sort(punches.begin(), punches.end(),
                   [](const Punch& a, const Punch& b) { return a.at < b.at; });
  Reading reading(zone);
  for (const Punch& punch : punches) reading.next(punch);
  return reading.done();
}

WorkedTime read_punches(std::vector<Punch> punches, const PersonAtWork& person, const Zone& zone) {
  WorkedTime time = read_punches(std::move(punches), zone);
  for (const WorkedShift& shift : time.shifts)
    if (!person.works_on(shift.day))
      time.to_mend.push_back({Why::no_contract, shift.day, shift.time.from});
  std::stable_sort(time.to_mend.begin(), time.to_mend.end(),
                   [](const ToMend& a, const ToMend& b) { return a.at < b.at; });
  return time;
}

std::optional<Shift> shift_of(const WorkedShift& worked, const std::string& alias) {
  if (minute_of(worked.time.from) >= minute_of(worked.time.to)) return std::nullopt;
  return Shift{
      .worker = alias, .time = worked.time, .breaks = worked.breaks, .shop = "", .station = ""};
}

}  // namespace tilia::payroll
