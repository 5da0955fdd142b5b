#include "pos/ui/log_in.h"

namespace tilia::pos {

Phrase LogIn::sentence() const {
  if (chosen_.empty()) {
    return Phrase(waiting_.empty() ? "till.log_in.pick_picture" : "till.log_in.ask_colleague");
  }
  return Phrase(missed_ ? "till.log_in.try_again" : "till.log_in.type_number");
}

void LogIn::choose(const std::string& picture) {
  chosen_ = picture;
  missed_ = false;
  wipe(typed_);
  typed_.clear();
}

std::optional<LogIn::Person> LogIn::digit(char digit) {
  if (chosen_.empty() || digit < '0' || digit > '9' || typed_.size() >= pin_digits) {
    return std::nullopt;
  }
  typed_ += digit;
  if (typed_.size() < pin_digits) return std::nullopt;
  return ask();
}

std::optional<LogIn::Person> LogIn::ask() {
  const Secret<std::string> pin(std::string{typed_});
  wipe(typed_);
  typed_.clear();
  if (!crew_.let_in(chosen_, pin)) {
    missed_ = true;
    if (++misses_[chosen_] >= misses_before_a_colleague) {
      misses_.erase(chosen_);
      waiting_ = chosen_;
      chosen_.clear();
    }
    return std::nullopt;
  }
  misses_.erase(chosen_);
  const bool vouched = !waiting_.empty() && waiting_ != chosen_;
  Person person{vouched ? waiting_ : chosen_, vouched};
  waiting_.clear();
  chosen_.clear();
  missed_ = false;
  return person;
}

void LogIn::forget() {
  wipe(typed_);
  typed_.clear();
  chosen_.clear();
  missed_ = false;
}

void LogIn::back() {
  if (typed_.empty()) {
    chosen_.clear();
    missed_ = false;
  } else {
    typed_.pop_back();
  }
}

}  // namespace tilia::pos
