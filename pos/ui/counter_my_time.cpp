// One's own time at the counter: from one's own picture, or from where anybody logs in, so that
// nobody has to open a drawer to say that she is here. Whoever sells stays logged in behind it.
#include "pos/ui/counter.h"

namespace tilia::pos {
namespace {

constexpr std::int64_t break_looked_at_seconds = 60;

Place place_of(MyTimeScreen::Step step) {
  switch (step) {
    case MyTimeScreen::Step::who: return Place::my_time_who;
    case MyTimeScreen::Step::forgot: return Place::my_time_forgot;
    case MyTimeScreen::Step::days: return Place::my_time_days;
    case MyTimeScreen::Step::shift: return Place::my_time_shift;
    case MyTimeScreen::Step::ask: return Place::my_time_ask;
    default: return Place::my_time;
  }
}

}  // namespace

LogIn& Counter::log_in() {
  if (place_ == Place::my_time_who) return my_time_->log_in();
  return place_ == Place::approve ? approving_ : log_in_;
}

bool Counter::has_my_time() const {
  return doors_.own_time != nullptr && doors_.own_time->is_used();
}

bool Counter::of_my_time() const {
  return place_ >= Place::my_time_who && place_ <= Place::my_time_ask;
}

void Counter::open_my_time() {
  notice_.reset();
  if ((place_ != Place::own && place_ != Place::log_in) || !has_my_time()) return;
  if (!my_time_)
    my_time_ = std::make_unique<MyTimeScreen>(*doors_.own_time, doors_.crew, doors_.zone,
                                              doors_.clock, doors_.chance);
  my_time_from_ = place_;
  my_time_->open(place_ == Place::own && person_ ? person_->picture : std::string());
  touched();
  go(Place::my_time_who);
}

void Counter::at_my_time(const std::function<void(MyTimeScreen&)>& what) {
  notice_.reset();
  if (!of_my_time()) return;
  what(*my_time_);
  break_looked_at_.reset();
  auto word = my_time_->take_word();
  const bool closed = my_time_->step() == MyTimeScreen::Step::closed;
  const Place now = closed ? my_time_from_ : place_of(my_time_->step());
  if (now != place_) go(now);
  if (word) notice_ = std::move(word);
}

void Counter::leave_my_time() {
  if (!of_my_time()) return;
  my_time_->close();
  go(my_time_from_);
}

// Softly, once a minute, to whoever is logged in here.
bool Counter::look_at_my_time() {
  const Instant now = doors_.clock.now();
  if (of_my_time() && idle_.is_due(now, MyTimeScreen::closes_after_quiet_seconds)) {
    notice_.reset();
    leave_my_time();
    return true;
  }
  const bool asked = person_ && person_->staff && doors_.own_time != nullptr && !of_my_time();
  const bool before = break_offered_;
  if (!asked) {
    break_offered_ = false;
    break_looked_at_.reset();
    return before;
  }
  if (break_looked_at_) {
    const std::int64_t ago = break_looked_at_->seconds_until(now);
    if (ago >= 0 && ago < break_looked_at_seconds) return false;
  }
  break_looked_at_ = now;
  break_offered_ = doors_.own_time->offers_break(*person_->staff);
  return before != break_offered_;
}

void Counter::put_break_off() {
  notice_.reset();
  if (!break_offered_ || !person_ || !person_->staff) return;
  doors_.own_time->put_break_off(*person_->staff);
  break_offered_ = false;
}

}  // namespace tilia::pos
