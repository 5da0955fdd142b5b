// One's own time at the till, without a window: behind one's own number, and closed again after a
// minute of quiet. Whoever sells there stays logged in behind it.
#pragma once

#include <optional>
#include <string>

#include "core/chance.h"
#include "core/clock.h"
#include "core/zone.h"
#include "pos/ui/asked.h"
#include "pos/ui/log_in.h"
#include "pos/ui/own_time.h"

namespace tilia::pos {

class MyTimeScreen {
 public:
  static constexpr std::int64_t closes_after_quiet_seconds = 60;
  // A second tap of a shaking hand meets another button in the same place.
  static constexpr std::int64_t second_tap_milliseconds = 2'000;
  static constexpr std::size_t shifts_on_page = 3;
  static constexpr std::size_t asks_shown = 3;
  static constexpr std::size_t taps_on_page = 12;
  static constexpr int minute_step = 5;
  static constexpr int most_days_off = 60;
  static constexpr int days_ahead = 365;

  MyTimeScreen(OwnTime& door, Crew& crew, const Zone& zone, const Clock& clock, Chance& chance)
      : door_(door), zone_(zone), clock_(clock), chance_(chance), log_in_(crew) {}

  enum class Step { who, time, forgot, days, taps, tap, shift, ask, closed };
  [[nodiscard]] Step step() const { return step_; }
  // Said once, and taken.
  [[nodiscard]] std::optional<Notice> take_word() { return std::exchange(word_, std::nullopt); }

  // Whose number is asked for; an empty picture: she chooses hers.
  void open(const std::string& picture);
  [[nodiscard]] LogIn& log_in() { return log_in_; }
  [[nodiscard]] const LogIn& log_in() const { return log_in_; }
  void digit(char digit);
  void touch(std::size_t picture);
  // Nothing is remembered of anybody.
  void close();
  void back();

  [[nodiscard]] const std::string& picture() const { return picture_; }
  [[nodiscard]] const OwnTimeNow& now() const { return now_; }
  [[nodiscard]] Day today() const { return zone_.local_day(clock_.now()); }
  // "08:02"; of another day with its weekday's number before it.
  [[nodiscard]] const Zone& zone() const { return zone_; }
  void tap(TimeTap tap);
  void undo_tap();

  [[nodiscard]] std::size_t page() const { return page_; }
  [[nodiscard]] std::size_t pages() const;
  void turn(int by);
  [[nodiscard]] std::vector<OwnShift> shifts() const;  // on this page
  void open_shift(std::size_t shown);
  [[nodiscard]] const OwnShift& shift() const { return now_.shifts.at(shift_); }
  void give_away();

  [[nodiscard]] std::vector<OwnAsk> asks() const;
  void open_ask(std::size_t shown);
  [[nodiscard]] const OwnAsk& ask() const { return now_.asks.at(ask_); }
  void withdraw();

  // What was forgotten, on which of two days, and when.
  void forgot();
  [[nodiscard]] TimeTap forgotten() const { return forgotten_; }
  void choose_forgotten(TimeTap tap) { forgotten_ = tap; }
  [[nodiscard]] bool yesterday() const { return yesterday_; }
  void choose_yesterday(bool yesterday);
  [[nodiscard]] int minute() const { return minute_; }
  [[nodiscard]] bool may_move(int minutes) const;
  void move(int minutes);

  void days_off();
  [[nodiscard]] const Day& from() const { return *from_; }
  [[nodiscard]] const Day& to() const { return *to_; }
  [[nodiscard]] bool may_move_from(int days) const;
  [[nodiscard]] bool may_move_to(int days) const;
  void move_from(int days);  // the last day goes along
  void move_to(int days);

  // A wrong tap, when it is too late to take it back by herself.
  void wrong_tap();
  [[nodiscard]] std::size_t tap_page() const { return tap_page_; }
  [[nodiscard]] std::size_t tap_pages() const;
  void turn_taps(int by);
  [[nodiscard]] std::vector<OwnTap> taps() const;  // on this page, the newest first
  void open_tap(std::size_t shown);
  [[nodiscard]] const OwnTap& opened_tap() const { return taps_.at(tap_); }
  void take_tap_away();

  // Of what is asked for: the forgotten tap, or the days.
  void ask_now();

 private:
  void came(const std::optional<LogIn::Person>& person);
  void read_again() { now_ = door_.now(*who_); }
  void done(const std::optional<Phrase>& why_not, const char* said);
  [[nodiscard]] int latest_minute() const;

  OwnTime& door_;
  const Zone& zone_;
  const Clock& clock_;
  Chance& chance_;
  LogIn log_in_;
  Step step_ = Step::closed;
  std::optional<Notice> word_;
  std::optional<StaffId> who_;
  std::string picture_;
  OwnTimeNow now_;
  std::optional<Instant> tapped_at_;
  std::size_t page_ = 0;
  std::size_t shift_ = 0;
  std::size_t ask_ = 0;
  std::vector<OwnTap> taps_;
  std::size_t tap_page_ = 0;
  std::size_t tap_ = 0;
  std::optional<OwnAskId> ask_id_;  // of what is being asked for, however often it is sent
  TimeTap forgotten_ = TimeTap::come;
  bool yesterday_ = false;
  int minute_ = 0;
  std::optional<Day> from_;
  std::optional<Day> to_;
};

}  // namespace tilia::pos
