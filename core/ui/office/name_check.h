// Names that others read, as somebody typed them: when one tells too much (core/neutral_words.h),
// the form is shown again with a sentence below the field, and its button reads "Keep anyway". It
// is a question, never a refusal: pressed again with the same names, they are kept.
//
//   if (names_.asks(values, {"name", "shop"})) return Next::page();   // before anything is written
//   field.caution = names_.caution("name");
//   form.actions = {{"save", names_.label(Phrase("office.settings.save"))}};
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/ui/office/page.h"

namespace tilia::ui {

class NameCheck {
 public:
  // Whether one of these fields holds a name that tells too much and that she has not kept yet.
  [[nodiscard]] bool asks(const Values& values, const std::vector<std::string>& fields);
  [[nodiscard]] std::optional<Phrase> caution(const std::string& field) const;
  [[nodiscard]] Phrase label(Phrase usual) const;
  // A form is opened anew.
  void forget() { asked_.clear(); }

 private:
  std::map<std::string, std::string> asked_;  // the field, and what stood in it
};

}  // namespace tilia::ui
