#include "app/name_warning.h"

#include "core/neutral_words.h"

namespace tilia::app {

void warn_of_name(Desk& desk, const std::string& option, const std::string& name) {
  if (!tells_too_much(name)) return;
  desk.printer.warn(Json{{"code", "name_tells_too_much"}, {"field", option}},
                    Phrase("app.name.caution").with("field", option));
}

void warn_of_line(Desk& desk, std::int64_t line, const std::string& column) {
  desk.printer.warn(Json{{"code", "name_tells_too_much"}, {"field", column}, {"line", line}},
                    Phrase("app.name.caution_line").with("line", line).with("field", column));
}

}  // namespace tilia::app
