// Logging in: one's own picture, then six digits, or instead of them one's card and four of twelve
// pictures. No letters are typed, nobody waits and nobody is locked out: after five misses a
// colleague's own log-in lets her in at once, as herself, for selling only. Nothing shown depends
// on whether a picture is somebody's, or whose.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/phrase.h"
#include "pos/ui/doors.h"

namespace tilia::pos {

class LogIn {
 public:
  static constexpr int misses_before_a_colleague = 5;

  explicit LogIn(Crew& crew) : crew_(crew) {}
  LogIn(const LogIn&) = delete;
  LogIn& operator=(const LogIn&) = delete;
  ~LogIn() { forget(); }

  struct Person {
    std::string picture;
    bool selling_only = false;
    std::optional<StaffId> staff = std::nullopt;
    bool approves = false;
  };

  [[nodiscard]] const std::vector<std::string>& pictures() const { return crew_.pictures(); }
  [[nodiscard]] const std::string& chosen() const { return chosen_; }  // empty: none yet
  [[nodiscard]] std::size_t typed_digits() const { return typed_.size(); }
  [[nodiscard]] bool has_card() const { return !card_.empty(); }
  // Of the twelve beside her card, in the order in which she touched them.
  [[nodiscard]] const std::vector<std::size_t>& touched() const { return touched_; }
  [[nodiscard]] Phrase sentence() const;
  [[nodiscard]] int missed_in_all() const { return missed_in_all_; }

  void choose(const std::string& picture);
  // The sixth digit asks at once. Answers who is in.
  [[nodiscard]] std::optional<Person> digit(char digit);
  // A reader read her card.
  void card(const std::string& code);
  // The fourth picture asks at once. A picture touched before is let go again.
  [[nodiscard]] std::optional<Person> touch(std::size_t picture);
  void back();  // a digit, a picture, the card; without one, to whose picture it is
  // Whoever stood here has gone: her picture and what she typed go too.
  void forget();

 private:
  [[nodiscard]] std::optional<Person> ask(const Secret<std::string>& secret);
  void forget_secret();

  Crew& crew_;
  std::string chosen_;
  std::string typed_;
  std::string card_;
  std::vector<std::size_t> touched_;
  std::string waiting_;  // who missed five times and waits for a colleague
  bool missed_ = false;
  int missed_in_all_ = 0;
  std::map<std::string, int> misses_;
};

}  // namespace tilia::pos
