// One's own time as the counter keeps it open: whose it is, where she came from, and softly a break
// that is due for whoever sells. Whoever sells stays logged in behind it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "pos/ui/asked.h"
#include "pos/ui/counter_doors.h"
#include "pos/ui/my_time_screen.h"
#include "pos/ui/place.h"

namespace tilia::pos {

class CounterMyTime {
 public:
  explicit CounterMyTime(const CounterDoors& doors) : doors_(doors) {}

  [[nodiscard]] bool is_kept() const;
  [[nodiscard]] static bool is_at(Place place) {
    return place >= Place::my_time_who && place <= Place::my_time_ask;
  }
  [[nodiscard]] const MyTimeScreen& screen() const { return *screen_; }
  [[nodiscard]] LogIn& log_in() { return screen_->log_in(); }

  // Each answers where the counter stands now. An empty picture: she chooses hers.
  [[nodiscard]] Place open(Place from, const std::string& picture);
  [[nodiscard]] Place press(const std::function<void(MyTimeScreen&)>& what);
  [[nodiscard]] Place close();
  [[nodiscard]] std::optional<Notice> take_word() { return screen_->take_word(); }

  [[nodiscard]] bool break_is_offered() const { return break_offered_; }
  // Once a minute, of whoever sells here; true when that is new.
  [[nodiscard]] bool look_for_break(const std::optional<StaffId>& who);
  void put_break_off(const StaffId& who);

 private:
  const CounterDoors& doors_;
  std::unique_ptr<MyTimeScreen> screen_;
  Place from_ = Place::log_in;
  bool break_offered_ = false;
  std::optional<Instant> break_looked_at_;
};

}  // namespace tilia::pos
