// What every window of the counter is handed: the counter itself, words, look, and the one way to
// press something.
#pragma once

#include <functional>
#include <string>

#include "core/ui/look.h"
#include "pos/ui/counter.h"
#include "pos/ui/shown.h"

namespace tilia::pos {

struct Desk {
  Counter& counter;
  const Words& words;
  ui::Look& look;
  // Does it, unless it is the stray second tap of a shaking hand, and shows what came of it. What
  // the disk causes becomes a sentence here.
  std::function<void(long at_milliseconds, const std::function<void()>& what)> act;
  std::function<void()> switch_off;
  std::function<void(bool on)> stronger_colours;

  [[nodiscard]] std::string say(const std::string& key) const { return words.say(key); }
  [[nodiscard]] ui::AmountText amount(const Money& money, bool with_currency = true) const;
  [[nodiscard]] Money none() const { return Money::zero(counter.currency()); }
};

}  // namespace tilia::pos
