// Short words for looking at a page: what it says, which actions it offers, and what is typed into
// its form.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/ui/office/room.h"

namespace tilia::ui {

inline Values typed(std::vector<std::pair<std::string, std::string>> texts) {
  Values values;
  for (auto& [key, text] : texts) values.texts[key] = std::move(text);
  return values;
}

inline Values with_secret(Values values, const std::string& key, const std::string& secret) {
  values.secrets.emplace(key, Secret<std::string>(secret));
  return values;
}

inline std::string key_of(const Text& text) {
  const auto* phrase = std::get_if<Phrase>(&text);
  return phrase == nullptr ? std::string() : phrase->key();
}

inline bool says(const Page& page, const std::string& key) {
  for (const Remark& remark : page.remarks) {
    if (key_of(remark.sentence) == key) return true;
  }
  return page.empty && (page.empty->what.key() == key || page.empty->first.key() == key);
}

inline bool offers(const Page& page, const std::string& action) {
  const auto is = [&](const Action& each) { return each.key == action && each.enabled; };
  if (page.main && is(*page.main)) return true;
  if (page.empty && page.empty->action && is(*page.empty->action)) return true;
  for (const Action& each : page.quiet)
    if (is(each)) return true;
  if (page.form)
    for (const Action& each : page.form->actions)
      if (is(each)) return true;
  return false;
}

inline const Field* field(const Page& page, const std::string& key) {
  if (!page.form) return nullptr;
  for (const Field& each : page.form->fields)
    if (each.key == key) return &each;
  return nullptr;
}

// The key of what is to mend in a field; empty where nothing is.
inline std::string fault_of(const Page& page, const std::string& key) {
  const Field* found = field(page, key);
  return found != nullptr && found->fault ? found->fault->key() : std::string();
}

// What to think over below a field.
inline std::string caution_of(const Page& page, const std::string& key) {
  const Field* found = field(page, key);
  return found != nullptr && found->caution ? found->caution->key() : std::string();
}

// A word that tells too much, spelt from its end: it stands nowhere in the project.
inline std::string telling_word() {
  const std::string word = "mitciv";
  return {word.rbegin(), word.rend()};
}

}  // namespace tilia::ui
