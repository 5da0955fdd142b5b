// Letters of UTF-8 text: checked at the door of a file, counted on paper, encoded for a printer,
// looked for whatever their case.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tilia {

// The first letter of a text. Nothing where its bytes are no UTF-8: cut short, longer than needed,
// half of a surrogate pair, beyond U+10FFFF. The text must not be empty.
[[nodiscard]] std::optional<std::string_view> first_letter(std::string_view utf8);
[[nodiscard]] bool is_utf8(std::string_view text);
// All letters, one by one; bytes that are no UTF-8 are left out.
[[nodiscard]] std::vector<std::string_view> letters_of(std::string_view utf8);

// A few emoji and nothing else: no letter and no digit of any of our scripts, so that no name and
// no number stands where a picture does. No text is one too.
[[nodiscard]] bool is_pictogram(std::string_view utf8);
// Lower case for Latin, Serbian Latin and Cyrillic letters, so that "Đ" finds "đ"; other characters
// stay.
[[nodiscard]] std::string lower_case(std::string_view utf8);
[[nodiscard]] std::string upper_case(std::string_view utf8);
// The first letter, as a capital.
[[nodiscard]] std::string capital_of(std::string_view utf8);

}  // namespace tilia
