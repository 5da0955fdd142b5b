// What the rooms about people have in common: the page of a book that can take nobody yet, the
// pictures to choose from, and the month that is shown.
#pragma once

#include <string>
#include <vector>

#include "core/ui/office/page.h"
#include "payroll/pay_book.h"

namespace tilia::payroll {

// Pictures of workers: animals, so that nobody is shown by looks, age or trade.
[[nodiscard]] std::vector<ui::Choice> worker_pictures();
// The whole page of a room about people as long as nobody holds the key to their records.
[[nodiscard]] ui::Page page_without_people(const std::string& title_key);
// Step to the month before or after; the same action keys in every room that shows a month.
[[nodiscard]] std::vector<ui::Action> month_steps();
[[nodiscard]] Month stepped(const Month& month, const std::string& action);
// The contract, or its open part, that holds on the month's last day, or the last one that held in
// the month. They are in order of their first days.
template <class ContractOrTerm>
[[nodiscard]] std::optional<ContractOrTerm> held_in(const std::vector<ContractOrTerm>& all,
                                                    const Month& month) {
  std::optional<ContractOrTerm> held;
  for (const ContractOrTerm& each : all) {
    if (each.from > month.last_day()) continue;
    if (each.to && *each.to < month.first_day()) continue;
    held = each;
  }
  return held;
}

}  // namespace tilia::payroll
