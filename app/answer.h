// How a command answers: one JSON document with --json, else lines for a person.
#pragma once

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "core/money.h"
#include "core/phrase.h"

namespace tilia::app {

using Json = nlohmann::ordered_json;

// Rows of cells, set in columns for a terminal.
using Rows = std::vector<std::vector<std::string>>;

class Printer {
 public:
  Printer(std::ostream& out, std::ostream& errors, const Words& words)
      : out_(out), errors_(errors), words_(words) {}

  void use_json(bool json) { json_ = json; }
  [[nodiscard]] bool json() const { return json_; }

  // Written and flushed at once, so that a reader at the other end of a pipe has it.
  void answer(const Json& document, const Phrase& sentence);
  void answer(const Json& document, const Rows& rows);
  // Something to think over beside the answer that follows: its sentence on standard error at once,
  // with --json in the answer's "warnings".
  void warn(const Json& warning, const Phrase& sentence);
  // Where there is no answer: {"error":…} on standard output, or the sentence on standard error.
  void refuse(const std::string& code, const std::string& sentence);

 private:
  void document(const Json& document);

  std::vector<Json> warnings_;
  std::ostream& out_;
  std::ostream& errors_;
  const Words& words_;
  bool json_ = false;
};

[[nodiscard]] Json error_json(const std::string& code, const std::string& sentence);
// "12.50", beside a currency that stands elsewhere in the document.
[[nodiscard]] Json amount_json(const Money& money);

}  // namespace tilia::app
