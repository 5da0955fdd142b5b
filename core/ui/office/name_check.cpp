#include "core/ui/office/name_check.h"

#include <utility>

#include "core/neutral_words.h"

namespace tilia::ui {

bool NameCheck::asks(const Values& values, const std::vector<std::string>& fields) {
  std::map<std::string, std::string> telling;
  for (const std::string& field : fields) {
    if (tells_too_much(values.text(field))) telling.emplace(field, values.text(field));
  }
  const bool kept = telling == asked_;
  asked_ = std::move(telling);
  return !asked_.empty() && !kept;
}

std::optional<Phrase> NameCheck::caution(const std::string& field) const {
  if (!asked_.contains(field)) return std::nullopt;
  return Phrase("office.name.caution");
}

Phrase NameCheck::label(Phrase usual) const {
  return asked_.empty() ? std::move(usual) : Phrase("office.name.keep");
}

}  // namespace tilia::ui
