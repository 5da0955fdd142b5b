#include "core/strict_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "core/minute_of_day.h"

namespace tilia {
namespace {

using Json = nlohmann::json;
using Why = FileRefusal::Why;

constexpr std::size_t longest_shown_bytes = 60;
constexpr int deepest = 8;

constexpr std::array<std::pair<Why, std::string_view>, 14> codes{{
    {Why::not_json, "file.not_json"},
    {Why::too_long, "file.too_long"},
    {Why::wrong_kind, "file.wrong_kind"},
    {Why::unknown_key, "file.unknown_key"},
    {Why::doubled_key, "file.doubled_key"},
    {Why::missing_key, "file.missing_key"},
    {Why::bad_id, "file.bad_id"},
    {Why::bad_quantity, "file.bad_quantity"},
    {Why::bad_amount, "file.bad_amount"},
    {Why::looks_like_a_barcode, "file.looks_like_a_barcode"},
    {Why::bad_count, "file.bad_count"},
    {Why::bad_day, "file.bad_day"},
    {Why::bad_time, "file.bad_time"},
    {Why::unknown_tender, "file.unknown_tender"},
}};

// Thrown inside this file only: a refusal from any depth of a document.
struct Refused {
  FileRefusal refusal;
};

[[noreturn]] void refuse_at(Why why, std::string place, std::string_view found = {}) {
  throw Refused{{why, std::move(place), std::string(found)}};
}

// Watches the parser for keys that stand twice and for depth, neither of which the parsed document
// shows.
class Watch {
 public:
  bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
    if (depth > deepest) refuse_at(Why::not_json, place());
    switch (event) {
      case Json::parse_event_t::object_start:
      case Json::parse_event_t::array_start:
        step_into_element();
        levels_.push_back({event == Json::parse_event_t::array_start, 0, "", {}});
        break;
      case Json::parse_event_t::object_end:
      case Json::parse_event_t::array_end: levels_.pop_back(); break;
      case Json::parse_event_t::key:
        levels_.back().key = parsed.get<std::string>();
        if (!levels_.back().keys.insert(levels_.back().key).second)
          refuse_at(Why::doubled_key, place(), levels_.back().key);
        break;
      case Json::parse_event_t::value: step_into_element(); break;
    }
    return true;
  }

 private:
  struct Level {
    bool array = false;
    std::size_t elements = 0;
    std::string key;
    std::set<std::string> keys;
  };
  void step_into_element() {
    if (!levels_.empty() && levels_.back().array) ++levels_.back().elements;
  }
  [[nodiscard]] std::string place() const {
    std::string text;
    for (const Level& level : levels_) {
      if (level.array) {
        if (level.elements > 0) text += fmt::format("[{}]", level.elements - 1);
      } else if (!level.key.empty()) {
        text += (text.empty() ? "" : ".") + level.key;
      }
    }
    return text;
  }

  std::vector<Level> levels_;
};

Json parsed(std::string_view text, std::size_t longest_bytes) {
  if (text.size() > longest_bytes) refuse_at(Why::too_long, "");
  try {
    return Json::parse(text, Watch());
  } catch (const Json::exception&) {
    refuse_at(Why::not_json, "");
  }
}

std::string shown(const Json& value) {
  std::string text = value.dump(-1, ' ', true, Json::error_handler_t::replace);
  if (text.size() > longest_shown_bytes) text = text.substr(0, longest_shown_bytes) + "…";
  return text;
}

}  // namespace

std::string_view file_refusal_code(FileRefusal::Why why) {
  for (const auto& [known, code] : codes) {
    if (known == why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(const FileRefusal& refusal) {
  const std::string_view code = file_refusal_code(refusal.why);
  return Phrase(fmt::format("core.file.{}", code.substr(code.find('.') + 1)))
      .with("place", refusal.place)
      .with("found", refusal.found);
}

void At::only(std::initializer_list<std::string_view> keys) const {
  if (!value_->is_object()) refuse(Why::wrong_kind);
  for (const auto& [key, value] : value_->items()) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end())
      refuse_at(Why::unknown_key, below(key), key);
  }
}

bool At::has(const std::string& key) const { return value_->contains(key); }

bool At::given(const std::string& key) const {
  if (!value_->is_object()) refuse(Why::wrong_kind);
  const auto found = value_->find(key);
  return found != value_->end() && !found->is_null();
}

At At::operator[](const std::string& key) const {
  const auto found = value_->find(key);
  if (found == value_->end()) refuse_at(Why::missing_key, below(key), key);
  return {*found, below(key)};
}

std::vector<At> At::elements() const {
  if (!value_->is_array()) refuse(Why::wrong_kind);
  std::vector<At> list;
  for (std::size_t at = 0; at < value_->size(); ++at)
    list.emplace_back((*value_)[at], fmt::format("{}[{}]", place_, at));
  return list;
}

std::string At::text() const {
  if (!value_->is_string()) refuse(Why::wrong_kind);
  return value_->get<std::string>();
}

std::string At::text_or_nothing(const std::string& key) const {
  return has(key) ? (*this)[key].text() : std::string();
}

bool At::yes_or_no() const {
  if (!value_->is_boolean()) refuse(Why::wrong_kind);
  return value_->get<bool>();
}

bool At::is_whole_number() const { return value_->is_number_integer(); }

std::int64_t At::count() const {
  if (!value_->is_number_integer()) refuse(Why::wrong_kind);
  if (value_->is_number_unsigned() && value_->get<std::uint64_t>() > INT64_MAX)
    refuse(Why::bad_count);
  return value_->get<std::int64_t>();
}

Money At::amount(Currency currency) const {
  const std::string written = text();
  if (written.size() >= 8 && written.find_first_not_of("0123456789") == std::string::npos)
    refuse(Why::looks_like_a_barcode);
  const auto money = Money::parse(written, currency);
  if (!money) refuse(Why::bad_amount);
  return money.value();
}

Quantity At::quantity() const {
  const auto quantity = Quantity::parse(text());
  if (!quantity) refuse(Why::bad_quantity);
  return quantity.value();
}

Rate At::percent() const {
  const auto rate = Rate::parse_percent(text());
  if (!rate) refuse(Why::bad_amount);
  return rate.value();
}

Day At::day() const {
  const auto day = Day::parse(text());
  if (!day) refuse(Why::bad_day);
  return *day;
}

int At::minute_of_day() const {
  const auto minute = parse_minute_of_day(text());
  if (!minute) refuse(Why::bad_time);
  return *minute;
}

void At::refuse(Why why) const { refuse_at(why, place_, shown(*value_)); }

std::string At::below(const std::string& key) const {
  return place_.empty() ? key : place_ + "." + key;
}

std::optional<FileRefusal> with_document(std::string_view text,
                                         const std::function<void(const At&)>& read,
                                         std::size_t longest_bytes) {
  try {
    const Json document = parsed(text, longest_bytes);
    read(At(document, ""));
    return std::nullopt;
  } catch (const Refused& refused) {
    return refused.refusal;
  }
}

}  // namespace tilia
