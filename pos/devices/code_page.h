// Letters of a receipt in the 8-bit code page of a printer.
//
//   CodePage("CP852").encoded("Пшеница")   -> nothing: CP852 has no Cyrillic
//   CodePage("CP852").nearest("Пшеница")   -> "Pšenica"
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tilia::pos {

class CodePage {
 public:
  // CHECKs that the name is one of names().
  explicit CodePage(const std::string& name);
  [[nodiscard]] static const std::vector<std::string>& names();

  // The bytes of a UTF-8 text. Nothing if the page lacks a letter. Typographic signs that no page
  // has are written as what a typewriter has: no-break space, minus, dashes, quotes, dots.
  [[nodiscard]] std::optional<std::string> encoded(std::string_view utf8) const;
  // Letters that the page lacks become the nearest that it has, Serbian Cyrillic becomes Latin;
  // what has no nearest (an emoji) is left out. Never "?".
  [[nodiscard]] std::string nearest(std::string_view utf8) const;

 private:
  [[nodiscard]] std::optional<std::string> letter(std::string_view utf8) const;

  std::map<std::string_view, char> bytes_;  // of each letter of the upper half
};

}  // namespace tilia::pos
