#include "payroll/ui/people.h"

#include <array>

namespace tilia::payroll {

std::vector<ui::Choice> worker_pictures() {
  constexpr std::array<const char*, 24> animals{
      "🦊", "🐢", "🦉", "🐝", "🐬", "🦔", "🐧", "🐞", "🐿️", "🦋", "🐳", "🦁",
      "🐼",    "🐸", "🦒", "🐨", "🐙", "🦆", "🐘", "🐴", "🐰",       "🦢", "🐟", "🐌"};
  std::vector<ui::Choice> choices;
  for (const char* animal : animals) choices.push_back({animal, std::string(animal)});
  return choices;
}

ui::Page page_without_people(const std::string& title_key) {
  ui::Page page;
  page.title = Phrase(title_key);
  page.empty = ui::Empty{Phrase("office.people.no_vault"), Phrase("office.people.no_vault_first")};
  return page;
}

std::vector<ui::Action> month_steps() {
  return {{"earlier", Phrase("office.month.earlier")}, {"later", Phrase("office.month.later")}};
}

Month stepped(const Month& month, const std::string& action) {
  return action == "earlier" ? month.previous() : month.next();
}

}  // namespace tilia::payroll
