// JSON that somebody wrote, read strictly: a key that is not known or stands twice, a value of
// another kind, an amount with a scanner's digits are refused, and the refusal names the place
// ("lines[1].quantity").
//
//   return read_strictly(text, [&](const At& order) {
//     order.only({"day", "lines"});
//     return Asked{order["day"].day(), order["lines"].elements().size()};
//   });
#pragma once

#include <functional>
#include <initializer_list>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/day.h"
#include "core/id.h"
#include "core/money.h"
#include "core/phrase.h"
#include "core/quantity.h"
#include "core/rate.h"
#include "core/result.h"

namespace tilia {

struct FileRefusal {
  enum class Why {
    not_json,
    too_long,    // a line above 1 MB, a file above what its reader says
    wrong_kind,  // a number where a text belongs
    unknown_key,
    doubled_key,
    missing_key,
    bad_id,  // not 32 hex digits
    bad_quantity,
    bad_amount,
    looks_like_a_barcode,  // 8 or more digits and no decimal mark
    bad_count,
    bad_day,   // not YYYY-MM-DD
    bad_time,  // not HH:MM
    unknown_tender,
  };
  Why why = Why::not_json;
  std::string place;
  std::string found;
};
[[nodiscard]] std::string_view file_refusal_code(FileRefusal::Why why);  // "file.bad_id"
[[nodiscard]] Phrase sentence_of(const FileRefusal& refusal);

inline constexpr std::size_t longest_line_bytes = 1024 * 1024;

// A value of the document and where it stands.
class At {
 public:
  At(const nlohmann::json& value, std::string place) : value_(&value), place_(std::move(place)) {}

  void only(std::initializer_list<std::string_view> keys) const;
  [[nodiscard]] bool has(const std::string& key) const;
  // The same, where null is as good as absent.
  [[nodiscard]] bool given(const std::string& key) const;
  [[nodiscard]] At operator[](const std::string& key) const;
  [[nodiscard]] std::vector<At> elements() const;
  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::string text_or_nothing(const std::string& key) const;
  [[nodiscard]] bool is_whole_number() const;
  [[nodiscard]] std::int64_t count() const;
  [[nodiscard]] bool yes_or_no() const;
  [[nodiscard]] const std::string& place() const { return place_; }
  [[nodiscard]] Money amount(Currency currency) const;
  [[nodiscard]] Quantity quantity() const;
  [[nodiscard]] Rate percent() const;
  [[nodiscard]] Day day() const;
  [[nodiscard]] int minute_of_day() const;  // of "HH:MM"
  template <class SomeId>
  [[nodiscard]] SomeId id() const {
    const auto id = SomeId::parse(text());
    if (!id) refuse(FileRefusal::Why::bad_id);
    return *id;
  }
  // The value, for that reason.
  [[noreturn]] void refuse(FileRefusal::Why why) const;

 private:
  [[nodiscard]] std::string below(const std::string& key) const;

  const nlohmann::json* value_;
  std::string place_;
};

// Shows the whole document to `read`; answers what At refused on the way.
[[nodiscard]] std::optional<FileRefusal> with_document(
    std::string_view text, const std::function<void(const At&)>& read,
    std::size_t longest_bytes = longest_line_bytes);

template <class Read>
auto read_strictly(std::string_view text, Read read, std::size_t longest_bytes = longest_line_bytes)
    -> Result<std::invoke_result_t<Read, const At&>, FileRefusal> {
  std::optional<std::invoke_result_t<Read, const At&>> value;
  if (auto refusal = with_document(
          text, [&](const At& top) { value.emplace(read(top)); }, longest_bytes))
    return std::move(*refusal);
  return std::move(*value);
}

}  // namespace tilia
