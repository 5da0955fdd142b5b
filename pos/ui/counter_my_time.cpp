// From one's own picture, or from where anybody logs in, so that nobody has to open a drawer to say
// that she is here.
#include "pos/ui/counter_my_time.h"

#include "pos/ui/counter.h"

namespace tilia::pos {
namespace {

constexpr std::int64_t break_looked_at_seconds = 60;

Place place_of(MyTimeScreen::Step step) {
  switch (step) {
    case MyTimeScreen::Step::who: return Place::my_time_who;
    case MyTimeScreen::Step::forgot: return Place::my_time_forgot;
    case MyTimeScreen::Step::days: return Place::my_time_days;
    case MyTimeScreen::Step::taps: return Place::my_time_taps;
    case MyTimeScreen::Step::tap: return Place::my_time_tap;
    case MyTimeScreen::Step::shift: return Place::my_time_shift;
    case MyTimeScreen::Step::ask: return Place::my_time_ask;
    default: return Place::my_time;
  }
}

}  // namespace

bool CounterMyTime::is_kept() const {
  return doors_.own_time != nullptr && doors_.own_time->is_used();
}

Place CounterMyTime::open(Place from, const std::string& picture) {
  if (!screen_)
    screen_ = std::make_unique<MyTimeScreen>(*doors_.own_time, doors_.crew, doors_.zone,
                                             doors_.clock, doors_.chance);
  from_ = from;
  screen_->open(picture);
  return Place::my_time_who;
}

Place CounterMyTime::press(const std::function<void(MyTimeScreen&)>& what) {
  what(*screen_);
  break_looked_at_.reset();
  return screen_->step() == MyTimeScreen::Step::closed ? from_ : place_of(screen_->step());
}

Place CounterMyTime::close() {
  screen_->close();
  return from_;
}

bool CounterMyTime::look_for_break(const std::optional<StaffId>& who) {
  const Instant now = doors_.clock.now();
  const bool before = break_offered_;
  if (!who || doors_.own_time == nullptr) {
    break_offered_ = false;
    break_looked_at_.reset();
    return before;
  }
  if (break_looked_at_) {
    const std::int64_t ago = break_looked_at_->seconds_until(now);
    if (ago >= 0 && ago < break_looked_at_seconds) return false;
  }
  break_looked_at_ = now;
  break_offered_ = doors_.own_time->offers_break(*who);
  return before != break_offered_;
}

void CounterMyTime::put_break_off(const StaffId& who) {
  if (!break_offered_) return;
  doors_.own_time->put_break_off(who);
  break_offered_ = false;
}

// ---- the counter's side of it

LogIn& Counter::log_in() {
  if (place_ == Place::my_time_who) return my_time_.log_in();
  return place_ == Place::approve ? approving_ : log_in_;
}

void Counter::open_my_time() {
  notice_.reset();
  if ((place_ != Place::own && place_ != Place::log_in) || !has_my_time()) return;
  touched();
  go(my_time_.open(place_, place_ == Place::own && person_ ? person_->picture : std::string()));
}

void Counter::at_my_time(const std::function<void(MyTimeScreen&)>& what) {
  notice_.reset();
  if (!CounterMyTime::is_at(place_)) return;
  const Place now = my_time_.press(what);
  auto word = my_time_.take_word();
  if (now != place_) go(now);
  if (word) notice_ = std::move(word);
}

void Counter::leave_my_time() {
  if (CounterMyTime::is_at(place_)) go(my_time_.close());
}

bool Counter::look_at_my_time() {
  const bool here = CounterMyTime::is_at(place_);
  if (here && idle_.is_due(doors_.clock.now(), MyTimeScreen::closes_after_quiet_seconds)) {
    notice_.reset();
    leave_my_time();
    return true;
  }
  return my_time_.look_for_break(here || !person_ ? std::nullopt : person_->staff);
}

void Counter::put_break_off() {
  notice_.reset();
  if (person_ && person_->staff) my_time_.put_break_off(*person_->staff);
}

}  // namespace tilia::pos
