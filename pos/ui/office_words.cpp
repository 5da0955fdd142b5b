#include "pos/ui/office_words.h"

#include <fmt/format.h>

#include "pos/counter_secret.h"

namespace tilia::pos {

std::vector<ui::Choice> language_choices() {
  std::vector<ui::Choice> choices;
  for (const Language language : all_languages()) {
    const std::string tag(language_tag(language));
    choices.push_back({tag, Phrase(fmt::format("office.language.{}", tag))});
  }
  return choices;
}

std::vector<ui::Choice> user_pictures() {
  std::vector<ui::Choice> choices;
  for (const std::string& picture : login_pictures()) choices.push_back({picture, picture});
  return choices;
}

Phrase role_word(const std::string& role) { return Phrase(fmt::format("office.role.{}", role)); }

}  // namespace tilia::pos
