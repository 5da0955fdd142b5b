// A worker's own time as the counter knows it: whether she is here, her next shifts, what she asked
// for. app fulfils it. Each call names who it is about, by her login; nothing here tells one
// person's times to another, and nothing stops a sale.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/day.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/phrase.h"
#include "pos/till_book.h"

namespace tilia::pos {

struct OwnAskTag;
using OwnAskId = Id<OwnAskTag>;
struct OwnShiftTag;
using OwnShiftId = Id<OwnShiftTag>;

enum class TimeTap { come, pause, back, leave };

struct OwnShift {
  OwnShiftId id;
  Day day;
  int from_minute = 0;  // of the day; beyond 1440 on the next
  int to_minute = 0;
  std::string picture;  // of the station; may be empty
  std::string station;
  bool given_away = false;  // asked for, not yet answered

  friend bool operator==(const OwnShift&, const OwnShift&) = default;
};

// One of her own, as long as nobody approved its hours.
struct OwnTap {
  TimeTap tap = TimeTap::come;
  Instant at;
  bool away_asked = false;  // asked for, not yet answered

  friend bool operator==(const OwnTap&, const OwnTap&) = default;
};

struct OwnAsk {
  enum class What { forgotten, mistaken, shift, days_off };
  enum class State { asked, yes, no };
  OwnAskId id;
  What what = What::forgotten;
  State state = State::asked;
  std::optional<TimeTap> tap;     // of a tap that was forgotten or mistaken
  std::optional<Instant> at;      // and when
  std::optional<OwnShift> shift;  // as it is published now
  Instant asked_at;               // of days off no more is told: this till cannot read which

  friend bool operator==(const OwnAsk&, const OwnAsk&) = default;
};

struct OwnTimeNow {
  enum class Where { not_here, at_work, on_break };
  bool linked = false;  // nobody at work has this login: nothing else is told then
  Where where = Where::not_here;
  std::optional<Instant> since;
  bool end_is_missing = false;  // of a shift that began long ago
  bool clock_is_behind = false;
  bool no_contract = false;               // on this day
  std::optional<int> short_rest_minutes;  // before this shift
  bool can_undo = false;                  // the latest tap
  std::vector<TimeTap> taps;              // that may be next, in the order of a day
  std::vector<OwnShift> shifts;           // from today on
  std::vector<OwnAsk> asks;               // the newest first
};

class OwnTime {
 public:
  virtual ~OwnTime() = default;
  // Whether anybody here keeps her time at a till.
  [[nodiscard]] virtual bool is_used() = 0;
  [[nodiscard]] virtual OwnTimeNow now(const StaffId& who) = 0;
  // Each answers why not, where it cannot be. Asking twice with one id asks once.
  [[nodiscard]] virtual std::optional<Phrase> tap(const StaffId& who, TimeTap tap) = 0;
  [[nodiscard]] virtual std::optional<Phrase> undo_tap(const StaffId& who) = 0;
  [[nodiscard]] virtual std::optional<Phrase> ask_forgotten(const StaffId& who, const OwnAskId& id,
                                                            TimeTap tap, const Day& day,
                                                            int minute) = 0;
  // Of the last days, the newest first.
  [[nodiscard]] virtual std::vector<OwnTap> taps(const StaffId& who) = 0;
  [[nodiscard]] virtual std::optional<Phrase> ask_tap_away(const StaffId& who, const OwnAskId& id,
                                                           TimeTap tap, const Instant& at) = 0;
  [[nodiscard]] virtual std::optional<Phrase> ask_shift_away(const StaffId& who, const OwnAskId& id,
                                                             const OwnShiftId& shift) = 0;
  [[nodiscard]] virtual std::optional<Phrase> ask_days_off(const StaffId& who, const OwnAskId& id,
                                                           const Day& from, const Day& to) = 0;
  [[nodiscard]] virtual std::optional<Phrase> withdraw(const StaffId& who, const OwnAskId& id) = 0;
  // Softly: a break is due, and was not put off a short while ago.
  [[nodiscard]] virtual bool offers_break(const StaffId& who) = 0;
  virtual void put_break_off(const StaffId& who) = 0;
};

}  // namespace tilia::pos
