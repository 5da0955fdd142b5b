// The counter when its person goes, or asks for somebody: "Back soon", the lock, "Please come".
#include <utility>

#include "pos/ui/counter.h"
#include "pos/ui/waiting_trays.h"

namespace tilia::pos {
namespace {

constexpr std::int64_t least_lock_seconds = 60;
// A second tap of a shaking hand.
constexpr std::int64_t second_tap_milliseconds = 2'000;
// For so long it stays to be seen that somebody is on her way.
constexpr std::int64_t coming_shown_seconds = 2 * 60;

Notice told(const char* sentence) {
  return {Phrase(sentence), Notice::Button::none, /*calm=*/true};
}

}  // namespace

void Counter::end() {
  // What waits is there tomorrow.
  if (cart_.empty() && waiting_.empty()) {
    doors_.draft.clear();
  } else if (cart_.empty()) {
    doors_.draft.save(text_of_trays(cart_, waiting_, /*clean_end=*/true));
  }
  if (doors_.call != nullptr) doors_.call->end();
}

// ---- going

void Counter::leave_for(Place place) {
  notice_.reset();
  leave_my_time();
  if (person_) {
    const bool own =
        place_ == Place::own || place_ == Place::own_more || place_ == Place::tile_size;
    behind_ = own ? Place::sale : place_ == Place::approve ? before_approval() : place_;
    typed_behind_ = own ? std::string() : std::exchange(typed_, {});
  }
  person_.reset();
  log_in_.forget();
  approving_.forget();
  go(place);
}

void Counter::back_soon() {
  if (person_) leave_for(Place::resting);
}

void Counter::lock() { leave_for(Place::locked); }

std::optional<std::int64_t> Counter::lock_limit_seconds() {
  if (!doors_.book.open_session(doors_.till)) return closed_drawer_lock_seconds;
  const int minutes = doors_.lock_minutes ? doors_.lock_minutes() : 0;
  if (minutes <= 0) return std::nullopt;
  return std::int64_t{minutes} * 60;
}

// If nobody is here, nothing of anybody is shown.
bool Counter::anybody() const {
  return person_ || !log_in_.chosen().empty() || CounterMyTime::is_at(place_);
}

bool Counter::lock_if_anybody() {
  if (!anybody()) return false;
  lock();
  return true;
}

bool Counter::lock_if_left(std::int64_t slept_milliseconds) {
  const bool slept = idle_.machine_slept(slept_milliseconds);
  if (!anybody()) return false;
  // The book is asked only when it may matter.
  const Instant now = doors_.clock.now();
  const bool left =
      idle_.is_due(now, least_lock_seconds) && idle_.is_due(now, lock_limit_seconds());
  if (slept || left) lock();
  return slept || left;
}

// ---- asking for somebody

void Counter::please_come() {
  notice_.reset();
  if (doors_.call == nullptr) return;
  const Instant now = doors_.clock.now();
  if (call_state_ != OfficeCall::State::quiet) {
    const std::int64_t since = now.unix_milliseconds() - called_at_->unix_milliseconds();
    const bool stray = since >= 0 && since < second_tap_milliseconds;
    if (stray) {
      notice_ =
          told(call_state_ == OfficeCall::State::asked ? "till.call.asked" : "till.call.coming");
      return;
    }
    doors_.call->end();
    call_state_ = OfficeCall::State::quiet;
    return;
  }
  if (!doors_.call->office_is_open()) {
    notice_ = Notice{Phrase("till.call.nobody_there")};
  } else if (!doors_.call->ask()) {
    notice_ = Notice{Phrase("till.call.not_sent")};
  } else {
    call_state_ = OfficeCall::State::asked;
    called_at_ = now;
    notice_ = told("till.call.asked");
  }
}

bool Counter::look_at_office() {
  if (doors_.call == nullptr || call_state_ == OfficeCall::State::quiet) return false;
  const Instant now = doors_.clock.now();
  const OfficeCall::State state = doors_.call->state();
  if (state == call_state_) {
    const bool shown_long_enough = state == OfficeCall::State::coming &&
                                   called_at_->seconds_until(now) >= coming_shown_seconds;
    if (!shown_long_enough) return false;
    doors_.call->end();
    call_state_ = OfficeCall::State::quiet;
    return true;
  }
  // A sentence that waits for a press is not pushed aside.
  const bool free = !notice_ || notice_->button == Notice::Button::none;
  if (state == OfficeCall::State::coming) {
    called_at_ = now;
    if (free) notice_ = told("till.call.coming");
  } else if (state == OfficeCall::State::quiet && call_state_ == OfficeCall::State::asked) {
    if (free) notice_ = Notice{Phrase("till.call.nobody_came")};
  }
  call_state_ = state;
  return true;
}

}  // namespace tilia::pos
