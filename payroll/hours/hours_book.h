// What a till needs of the book for a worker's own time: her punches, her shifts, what she asks
// for. It knows no wage, no limit and no leave. db/hours_book_sqlite fulfils it; each write is one
// transaction, and writing twice what has one id writes it once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/instant.h"
#include "payroll/hours/planned_shift.h"
#include "payroll/hours/worked_hours.h"

namespace tilia::payroll {

struct LoginTag;
using LoginId = Id<LoginTag>;
struct HoursAskTag;
using HoursAskId = Id<HoursAskTag>;

enum class AskState { open, agreed, declined, withdrawn };
[[nodiscard]] std::string_view ask_state_text(AskState state);
[[nodiscard]] std::optional<AskState> parse_ask_state(std::string_view text);

// A punch that she forgot, or one that she made by mistake.
struct PunchAsk {
  Punch::Kind kind = Punch::Kind::in;
  Instant at;
  bool away = false;  // this one of hers is to count no more

  friend bool operator==(const PunchAsk&, const PunchAsk&) = default;
};
// A shift of hers that she would give away.
struct SwapAsk {
  PlannedShiftId shift;

  friend bool operator==(const SwapAsk&, const SwapAsk&) = default;
};
struct HoursAsk {
  HoursAskId id;
  WorkerId worker;
  std::optional<PunchAsk> punch;  // one of the two
  std::optional<SwapAsk> swap;
  AskState state = AskState::open;
  Instant at;

  friend bool operator==(const HoursAsk&, const HoursAsk&) = default;
};

// Sealed to whoever holds the roster key: leave from … to, last day included. No reason.
struct LeaveAsk {
  Day from;
  Day to;

  friend bool operator==(const LeaveAsk&, const LeaveAsk&) = default;
};

// What a till knows to remind her by: softly, and nothing else is done with it. Minutes.
struct HoursReminder {
  int break_over_minutes = 6 * 60;  // of work: then a break is due
  int break_minutes = 15;
  int daily_rest_minutes = 11 * 60;

  friend bool operator==(const HoursReminder&, const HoursReminder&) = default;
};

// As whoever holds the roster key reads it.
struct OpenedLeaveAsk {
  HoursAskId id;
  WorkerId worker;
  AskState state = AskState::open;
  Instant at;
  LeaveAsk leave;

  friend bool operator==(const OpenedLeaveAsk&, const OpenedLeaveAsk&) = default;
};

struct SealedAskState {
  HoursAskId id;
  AskState state = AskState::open;
  Instant at;
};

class HoursBook {
 public:
  virtual ~HoursBook() = default;

  // Whether anybody's login is linked: whether a till keeps anybody's own time.
  [[nodiscard]] virtual bool any_login() = 0;
  // Empty where it has none.
  [[nodiscard]] virtual std::string picture_of_station(const std::string& station) = 0;
  // Whose login it is; nothing where it is nobody's.
  [[nodiscard]] virtual std::optional<Worker> worker_of(const LoginId& login) = 0;
  [[nodiscard]] virtual std::optional<Worker> worker(const std::string& alias) = 0;
  // In order of time, without those that were set aside; the latest last.
  [[nodiscard]] virtual std::vector<Punch> latest_punches(const WorkerId& worker, int at_most) = 0;
  // `day_now`: the day's minutes, where the punch ends a shift.
  virtual void put_punch(const WorkerId& worker, const Punch& punch,
                         const std::optional<DayMinutes>& day_now, const Instant& at) = 0;
  // It stays where it is, and counts no more; `days_now`: the days whose minutes that changes.
  virtual void set_aside(const WorkerId& worker, const Punch& punch,
                         const std::vector<DayMinutes>& days_now, const Instant& at) = 0;
  // Whether she is under contract on that day.
  [[nodiscard]] virtual bool under_contract(const WorkerId& worker, const Day& day) = 0;
  // Whether the month's pay is approved, or the week's hours: then nothing of it changes.
  [[nodiscard]] virtual bool is_frozen(const WorkerId& worker, const Day& day) = 0;
  // As published, of one worker, from … to included, in order.
  [[nodiscard]] virtual std::vector<PlannedShift> published_shifts(const WorkerId& worker,
                                                                   const Day& from,
                                                                   const Day& to) = 0;
  // Days on which she is not here.
  [[nodiscard]] virtual std::vector<Day> not_here(const WorkerId& worker, const Day& from,
                                                  const Day& to) = 0;
  [[nodiscard]] virtual std::vector<HoursAsk> asks(const WorkerId& worker, AskState state) = 0;
  [[nodiscard]] virtual std::optional<HoursAsk> find_ask(const HoursAskId& id) = 0;
  virtual void put_ask(const HoursAsk& ask, const Instant& at) = 0;
  // In one transaction: that it was decided, by whom, and with an agreed punch the punch itself.
  // False where somebody decided it meanwhile.
  [[nodiscard]] virtual bool put_decision(const HoursAsk& ask, AskState state, const LoginId& by,
                                          const std::vector<DayMinutes>& days_now,
                                          const Instant& at) = 0;
  // Needs no key: sealed to the roster's holders. False where there is none yet.
  [[nodiscard]] virtual bool put_leave_ask(const HoursAskId& id, const WorkerId& worker,
                                           const LeaveAsk& ask, const Instant& at) = 0;
  [[nodiscard]] virtual std::vector<SealedAskState> leave_asks(const WorkerId& worker) = 0;
  // False where it is decided already, or not hers.
  [[nodiscard]] virtual bool withdraw_leave_ask(const HoursAskId& id, const WorkerId& worker) = 0;
  // The till key opens it; nothing where it is not held or nobody entered any.
  [[nodiscard]] virtual std::optional<HoursReminder> reminder(const WorkerId& worker) = 0;
};

}  // namespace tilia::payroll
