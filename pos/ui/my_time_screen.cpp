#include "pos/ui/my_time_screen.h"

#include <algorithm>

#include "core/minute_of_day.h"

namespace tilia::pos {

void MyTimeScreen::open(const std::string& picture) {
  close();
  step_ = Step::who;
  if (!picture.empty()) log_in_.choose(picture);
}

void MyTimeScreen::close() {
  log_in_.forget();
  step_ = Step::closed;
  word_.reset();
  who_.reset();
  picture_.clear();
  now_ = {};
  taps_.clear();
  tapped_at_.reset();
  page_ = 0;
  ask_id_.reset();
}

void MyTimeScreen::back() {
  if (step_ == Step::who && !log_in_.chosen().empty()) return log_in_.forget();
  if (step_ == Step::who || step_ == Step::time) return close();
  if (step_ == Step::tap) {
    step_ = Step::taps;
    return;
  }
  step_ = Step::time;
}

void MyTimeScreen::digit(char digit) {
  if (step_ == Step::who) came(log_in_.digit(digit));
}

void MyTimeScreen::touch(std::size_t picture) {
  if (step_ == Step::who) came(log_in_.touch(picture));
}

// A colleague's number lets somebody sell; it tells nobody's times.
void MyTimeScreen::came(const std::optional<LogIn::Person>& person) {
  if (!person) return;
  if (person->selling_only || !person->staff) {
    word_ = Notice{Phrase("till.my_time.own_number"), Notice::Button::none, /*calm=*/true};
    return;
  }
  who_ = person->staff;
  picture_ = person->picture;
  read_again();
  step_ = Step::time;
}

void MyTimeScreen::done(const std::optional<Phrase>& why_not, const char* said) {
  read_again();
  if (why_not) {
    word_ = Notice{*why_not, Notice::Button::none};
    return;
  }
  step_ = Step::time;
  if (said != nullptr) word_ = Notice{Phrase(said), Notice::Button::none, /*calm=*/true};
}

void MyTimeScreen::tap(TimeTap tap) {
  if (step_ != Step::time || std::ranges::find(now_.taps, tap) == now_.taps.end()) return;
  const Instant now = clock_.now();
  if (tapped_at_) {
    const std::int64_t since = now.unix_milliseconds() - tapped_at_->unix_milliseconds();
    if (since >= 0 && since < second_tap_milliseconds) return;
  }
  tapped_at_ = now;
  done(door_.tap(*who_, tap), nullptr);
}

void MyTimeScreen::undo_tap() {
  if (step_ != Step::time || !now_.can_undo) return;
  tapped_at_ = clock_.now();
  done(door_.undo_tap(*who_), nullptr);
}

// ---- shifts

std::size_t MyTimeScreen::pages() const {
  return std::max<std::size_t>(1, (now_.shifts.size() + shifts_on_page - 1) / shifts_on_page);
}

void MyTimeScreen::turn(int by) {
  const auto wanted = static_cast<std::int64_t>(page_) + by;
  if (wanted >= 0 && wanted < static_cast<std::int64_t>(pages()))
    page_ = static_cast<std::size_t>(wanted);
}

std::vector<OwnShift> MyTimeScreen::shifts() const {
  std::vector<OwnShift> shown;
  for (std::size_t i = page_ * shifts_on_page;
       i < now_.shifts.size() && shown.size() < shifts_on_page; ++i)
    shown.push_back(now_.shifts[i]);
  return shown;
}

void MyTimeScreen::open_shift(std::size_t shown) {
  const std::size_t which = page_ * shifts_on_page + shown;
  if (step_ != Step::time || shown >= shifts_on_page || which >= now_.shifts.size()) return;
  shift_ = which;
  ask_id_ = OwnAskId::mint(chance_);
  step_ = Step::shift;
}

void MyTimeScreen::give_away() {
  if (step_ != Step::shift || shift().given_away) return;
  const OwnShiftId which = shift().id;
  step_ = Step::time;  // the list may be another one now
  done(door_.ask_shift_away(*who_, *ask_id_, which), "till.my_time.is_asked");
}

// ---- what was asked for

std::vector<OwnAsk> MyTimeScreen::asks() const {
  return {now_.asks.begin(),
          now_.asks.begin() + static_cast<std::ptrdiff_t>(std::min(now_.asks.size(), asks_shown))};
}

void MyTimeScreen::open_ask(std::size_t shown) {
  if (step_ != Step::time || shown >= asks().size()) return;
  ask_ = shown;
  step_ = Step::ask;
}

void MyTimeScreen::withdraw() {
  if (step_ != Step::ask || ask().state != OwnAsk::State::asked) return;
  const OwnAskId id = ask().id;
  step_ = Step::time;
  done(door_.withdraw(*who_, id), nullptr);
}

// ---- a tap that was forgotten

int MyTimeScreen::latest_minute() const {
  const int minute =
      yesterday_ ? minutes_a_day - minute_step : zone_.local_minute_of_day(clock_.now());
  return minute - minute % minute_step;
}

void MyTimeScreen::forgot() {
  if (step_ != Step::time || !now_.linked) return;
  step_ = Step::forgot;
  ask_id_ = OwnAskId::mint(chance_);
  forgotten_ = now_.end_is_missing ? TimeTap::leave : TimeTap::come;
  yesterday_ = now_.end_is_missing;
  minute_ = latest_minute();
  if (yesterday_) minute_ = std::min(minute_, 16 * 60);
}

void MyTimeScreen::choose_yesterday(bool yesterday) {
  yesterday_ = yesterday;
  minute_ = std::min(minute_, latest_minute());
}

bool MyTimeScreen::may_move(int minutes) const {
  return minute_ + minutes >= 0 && minute_ + minutes <= latest_minute();
}

void MyTimeScreen::move(int minutes) {
  if (step_ == Step::forgot && may_move(minutes)) minute_ += minutes;
}

// ---- a wrong tap

void MyTimeScreen::wrong_tap() {
  if (step_ != Step::time || !now_.linked) return;
  taps_ = door_.taps(*who_);
  tap_page_ = 0;
  step_ = Step::taps;
}

std::size_t MyTimeScreen::tap_pages() const {
  return std::max<std::size_t>(1, (taps_.size() + taps_on_page - 1) / taps_on_page);
}

void MyTimeScreen::turn_taps(int by) {
  const auto wanted = static_cast<std::int64_t>(tap_page_) + by;
  if (wanted >= 0 && wanted < static_cast<std::int64_t>(tap_pages()))
    tap_page_ = static_cast<std::size_t>(wanted);
}

std::vector<OwnTap> MyTimeScreen::taps() const {
  std::vector<OwnTap> shown;
  for (std::size_t i = tap_page_ * taps_on_page; i < taps_.size() && shown.size() < taps_on_page;
       ++i)
    shown.push_back(taps_[i]);
  return shown;
}

void MyTimeScreen::open_tap(std::size_t shown) {
  if (step_ != Step::taps || shown >= taps().size()) return;
  tap_ = tap_page_ * taps_on_page + shown;
  ask_id_ = OwnAskId::mint(chance_);
  step_ = Step::tap;
}

void MyTimeScreen::take_tap_away() {
  if (step_ != Step::tap || opened_tap().away_asked) return;
  const OwnTap wrong = opened_tap();
  done(door_.ask_tap_away(*who_, *ask_id_, wrong.tap, wrong.at), "till.my_time.is_asked");
}

// ---- days off

void MyTimeScreen::days_off() {
  if (step_ != Step::time || !now_.linked) return;
  step_ = Step::days;
  ask_id_ = OwnAskId::mint(chance_);
  from_ = today().plus_days(1);
  to_ = from_;
}

bool MyTimeScreen::may_move_from(int days) const {
  const int ahead = today().days_until(from_->plus_days(days));
  return ahead >= 0 && ahead <= days_ahead;
}

bool MyTimeScreen::may_move_to(int days) const {
  const int long_for = from_->days_until(to_->plus_days(days));
  return long_for >= 0 && long_for < most_days_off;
}

void MyTimeScreen::move_from(int days) {
  if (step_ != Step::days || !may_move_from(days)) return;
  from_ = from_->plus_days(days);
  to_ = to_->plus_days(days);
}

void MyTimeScreen::move_to(int days) {
  if (step_ == Step::days && may_move_to(days)) to_ = to_->plus_days(days);
}

void MyTimeScreen::ask_now() {
  if (step_ == Step::forgot) {
    const Day day = yesterday_ ? today().plus_days(-1) : today();
    done(door_.ask_forgotten(*who_, *ask_id_, forgotten_, day, minute_), "till.my_time.is_asked");
  } else if (step_ == Step::days) {
    done(door_.ask_days_off(*who_, *ask_id_, *from_, *to_), "till.my_time.is_asked");
  }
}

}  // namespace tilia::pos
