// Logging in: one's own picture, then six digits. Nothing is typed, nobody waits and nobody is
// locked out: after five misses a colleague's own log-in lets her in at once, as herself, for
// selling only.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/phrase.h"
#include "pos/ui/doors.h"

namespace tilia::pos {

class LogIn {
 public:
  static constexpr std::size_t pin_digits = 6;
  static constexpr int misses_before_a_colleague = 5;

  explicit LogIn(Crew& crew) : crew_(crew) {}
  LogIn(const LogIn&) = delete;
  LogIn& operator=(const LogIn&) = delete;
  ~LogIn() { wipe(typed_); }

  struct Person {
    std::string picture;
    bool selling_only = false;
  };

  [[nodiscard]] const std::vector<std::string>& pictures() const { return crew_.pictures(); }
  [[nodiscard]] const std::string& chosen() const { return chosen_; }  // empty: none yet
  [[nodiscard]] std::size_t typed_digits() const { return typed_.size(); }
  [[nodiscard]] Phrase sentence() const;

  void choose(const std::string& picture);
  // The sixth digit asks at once. Answers who is in.
  [[nodiscard]] std::optional<Person> digit(char digit);
  void back();  // a digit; without one, to the pictures
  // Whoever stood here has gone: her picture and what she typed go too.
  void forget();

 private:
  [[nodiscard]] std::optional<Person> ask();

  Crew& crew_;
  std::string chosen_;
  std::string typed_;
  std::string waiting_;  // who missed five times and waits for a colleague
  bool missed_ = false;
  std::map<std::string, int> misses_;
};

}  // namespace tilia::pos
