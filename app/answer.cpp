#include "app/answer.h"

#include <algorithm>

namespace tilia::app {
namespace {

// Letters, not bytes: a column of Serbian names stands straight.
std::size_t letters(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return (byte & '\xC0') != '\x80'; }));
}

}  // namespace

void Printer::document(const Json& document) {
  Json whole = document;
  if (!warnings_.empty() && !whole.contains("error")) whole["warnings"] = warnings_;
  out_ << whole.dump(-1, ' ', false, Json::error_handler_t::replace) << std::endl;
}

void Printer::answer(const Json& json, const Phrase& sentence) {
  if (json_) return document(json);
  out_ << words_.say(sentence) << std::endl;
}

void Printer::warn(const Json& warning, const Phrase& sentence) {
  if (!json_) {
    errors_ << words_.say(sentence) << std::endl;
    return;
  }
  warnings_.push_back(warning);
  warnings_.back()["message"] = words_.say(sentence);
}

void Printer::answer(const Json& json, const Rows& rows) {
  if (json_) return document(json);
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()), 0);
    // A row's last cell pushes nothing aside: a sentence by itself leaves the columns as they are.
    for (std::size_t at = 0; at + 1 < row.size(); ++at)
      widths[at] = std::max(widths[at], letters(row[at]));
  }
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t at = 0; at < row.size(); ++at) {
      line += row[at];
      if (at + 1 < row.size()) line.append(widths[at] - letters(row[at]) + 2, ' ');
    }
    out_ << line << '\n';
  }
  out_ << std::flush;
}

void Printer::refuse(const std::string& code, const std::string& sentence) {
  if (json_) return document(error_json(code, sentence));
  errors_ << sentence << std::endl;
}

Json error_json(const std::string& code, const std::string& sentence) {
  return Json{{"error", Json{{"code", code}, {"message", sentence}}}};
}

Json amount_json(const Money& money) { return money.text(); }

}  // namespace tilia::app
