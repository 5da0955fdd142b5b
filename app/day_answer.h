// A drawer's day as `tilia day` shows it: to a person, and as JSON.
#pragma once

#include <optional>

#include "app/answer.h"
#include "core/strip.h"
#include "pos/cash_standing.h"
#include "pos/keep_drawer.h"

namespace tilia::app {

// A look at an open drawer, and what was counted in it so far, if somebody did.
struct DayLook {
  pos::KeepDrawer::Look look;
  pos::CashStanding standing;
  std::optional<Money> counted;       // cash
  std::optional<Money> card_counted;  // what the terminal says
  std::optional<pos::BankProposal> bank;
  std::vector<pos::WaitingBag> bags;  // of that till, not counted yet
};
[[nodiscard]] Json look_answer(const DayLook& look);
[[nodiscard]] Json bag_answer(const pos::WaitingBag& bag);
[[nodiscard]] Rows look_rows(const DayLook& look, const Words& words);
// What a paper says, as lines for a terminal.
[[nodiscard]] Rows strip_rows(const Strip& strip);

}  // namespace tilia::app
