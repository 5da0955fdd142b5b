// A text as a field of a CSV file, as RFC 4180 has it: quoted where a comma, a quote or a new line
// is inside.
#pragma once

#include <string>

namespace tilia {

[[nodiscard]] inline std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char letter : text) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + '"';
}

}  // namespace tilia
