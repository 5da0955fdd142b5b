// One face of the house typeface, read once: its bytes, which letters it has and how wide each is.
// Papers measure and wrap text with it before a page exists.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "reporting/papers.h"

namespace tilia::reporting {

// The code points of a text. A byte that is no UTF-8 comes out as U+FFFD, which no face has.
[[nodiscard]] std::vector<char32_t> code_points(std::string_view utf8);
void append_utf8(std::string& text, char32_t letter);

class PdfFace {
 public:
  // Throws std::runtime_error when the file cannot be read or is no TrueType font.
  explicit PdfFace(const std::filesystem::path& file);

  [[nodiscard]] const std::vector<std::uint8_t>& bytes() const { return bytes_; }
  [[nodiscard]] bool has(char32_t letter) const {
    return letter < thousandths_.size() && thousandths_[letter] >= 0;
  }
  // The highest letter + 1.
  [[nodiscard]] char32_t end_of_letters() const {
    return static_cast<char32_t>(thousandths_.size());
  }
  // In thousandths of the type size.
  [[nodiscard]] std::int64_t width(std::string_view utf8) const;
  // What can be set: a letter that the face lacks becomes a question mark, joiners and selectors
  // vanish.
  [[nodiscard]] std::string settable(std::string_view utf8) const;

 private:
  std::vector<std::uint8_t> bytes_;
  std::vector<std::int32_t> thousandths_;  // by code point; −1: no such letter
};

struct Typeface::Faces {
  PdfFace regular;
  PdfFace bold;
};

}  // namespace tilia::reporting
