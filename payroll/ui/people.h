// What the rooms about people have in common: the sentence of a real book, the pictures to choose
// from, and the month that is shown.
#pragma once

#include <string>
#include <vector>

#include "core/ui/office/page.h"
#include "payroll/pay_book.h"

namespace tilia::payroll {

// Pictures of workers: animals, so that nobody is shown by looks, age or trade.
[[nodiscard]] std::vector<ui::Choice> worker_pictures();
// The whole page of a room about people in a real book: until the vault is there it takes nobody.
[[nodiscard]] ui::Page page_without_people(const std::string& title_key);
// Step to the month before or after; the same action keys in every room that shows a month.
[[nodiscard]] std::vector<ui::Action> month_steps();
[[nodiscard]] Month stepped(const Month& month, const std::string& action);
// The contract that holds on the month's last day, or the last one that held in the month.
[[nodiscard]] std::optional<Contract> contract_in(const std::vector<Contract>& contracts,
                                                  const Month& month);

}  // namespace tilia::payroll
