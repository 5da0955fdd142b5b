#include "core/ui/office/page.h"

#include <fmt/format.h>

namespace tilia::ui {
namespace {

struct Sayer {
  const Words& words;
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const Phrase& phrase) const { return words.say(phrase); }
  std::string operator()(const Money& money) const { return words.amount(money); }
  std::string operator()(const Minutes& time) const {
    const std::int64_t rest = time.minutes % 60;
    if (rest == 0) return fmt::format("{}", time.minutes / 60);
    return fmt::format("{}:{:02}", time.minutes / 60, rest);
  }
  std::string operator()(const Day& day) const { return words.day(day); }
  std::string operator()(const Month& month) const { return words.month(month); }
  std::string operator()(Rate rate) const { return words.percent(rate); }
};

}  // namespace

std::string said(const Text& text, const Words& words) { return std::visit(Sayer{words}, text); }

Field as_typed(Field field, const std::map<std::string, std::string>& typed,
               const std::map<std::string, Phrase>& faults) {
  const auto kept = typed.find(field.key);
  if (kept != typed.end()) field.value = kept->second;
  const auto fault = faults.find(field.key);
  if (fault != faults.end()) field.fault = fault->second;
  return field;
}

std::string Values::text(const std::string& key) const {
  const auto found = texts.find(key);
  return found == texts.end() ? std::string() : found->second;
}

}  // namespace tilia::ui
