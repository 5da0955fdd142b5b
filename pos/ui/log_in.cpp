#include "pos/ui/log_in.h"

#include <algorithm>

#include "core/check.h"
#include "pos/counter_secret.h"

namespace tilia::pos {

Phrase LogIn::sentence() const {
  if (chosen_.empty()) {
    if (crew_.machine_is_new()) return Phrase("till.log_in.new_machine");
    return Phrase(waiting_.empty() ? "till.log_in.pick_picture" : "till.log_in.ask_colleague");
  }
  if (has_card()) return Phrase("till.log_in.touch_four");
  return Phrase(missed_ ? "till.log_in.try_again" : "till.log_in.type_number");
}

void LogIn::choose(const std::string& picture) {
  forget_secret();
  chosen_ = picture;
  missed_ = false;
}

std::optional<LogIn::Person> LogIn::digit(char digit) {
  if (chosen_.empty() || has_card() || digit < '0' || digit > '9' || typed_.size() >= pin_digits) {
    return std::nullopt;
  }
  typed_ += digit;
  if (typed_.size() < pin_digits) return std::nullopt;
  const Secret<std::string> secret(std::string{typed_});
  return ask(secret);
}

void LogIn::card(const std::string& code) {
  if (chosen_.empty() || code.size() < shortest_card || code.size() > longest_card) return;
  forget_secret();
  card_ = code;
}

std::optional<LogIn::Person> LogIn::touch(std::size_t picture) {
  CHECK(picture < secret_pictures);
  if (!has_card()) return std::nullopt;
  const auto before = std::ranges::find(touched_, picture);
  if (before != touched_.end()) {
    touched_.erase(before);
    return std::nullopt;
  }
  touched_.push_back(picture);
  if (touched_.size() < pictures_to_touch) return std::nullopt;
  const Secret<std::string> secret =
      card_and_pictures(Secret<std::string>(std::string{card_}), touched_);
  return ask(secret);
}

std::optional<LogIn::Person> LogIn::ask(const Secret<std::string>& secret) {
  forget_secret();
  const auto member = crew_.let_in(chosen_, secret);
  if (!member) {
    missed_ = true;
    ++missed_in_all_;
    if (++misses_[chosen_] >= misses_before_a_colleague) {
      misses_.erase(chosen_);
      waiting_ = chosen_;
      chosen_.clear();
    }
    return std::nullopt;
  }
  misses_.erase(chosen_);
  const bool vouched = !waiting_.empty() && waiting_ != chosen_;
  Person person{vouched ? waiting_ : chosen_, vouched,
                vouched ? crew_.staff_of(waiting_) : std::optional(member->id),
                !vouched && member->approves};
  waiting_.clear();
  chosen_.clear();
  missed_ = false;
  return person;
}

void LogIn::forget_secret() {
  wipe(typed_);
  typed_.clear();
  wipe(card_);
  card_.clear();
  wipe_bytes(touched_.data(), touched_.size() * sizeof(std::size_t));
  touched_.clear();
}

void LogIn::forget() {
  forget_secret();
  chosen_.clear();
  missed_ = false;
}

void LogIn::back() {
  if (!typed_.empty()) {
    typed_.pop_back();
  } else if (!touched_.empty()) {
    touched_.pop_back();
  } else if (has_card()) {
    forget_secret();
  } else {
    chosen_.clear();
    missed_ = false;
  }
}

}  // namespace tilia::pos
