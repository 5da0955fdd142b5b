// Text in the letters that every bank of Europe takes: a to z, digits, space and
// - ? : ( ) . , ' + . Cyrillic and letters with marks are written as passports write them; what is
// no letter becomes the nearest of those or a space.
//
//   in_plain_latin("Ђорђе Ћосић").text   -> "Djordje Cosic"
#pragma once

#include <string>
#include <string_view>

namespace tilia {

struct PlainLatin {
  std::string text;
  // Letters that have no spelling here were left out.
  bool lost_letters = false;
};
[[nodiscard]] PlainLatin in_plain_latin(std::string_view utf8);

// In the one-byte letters that banks' older forms of Central Europe take; what has no place there
// is first written in plain Latin.
[[nodiscard]] std::string in_windows_1250(std::string_view utf8);

}  // namespace tilia
