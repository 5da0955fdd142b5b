#include "pos/devices/receipt_printer.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"
#include "core/letters.h"
#include "pos/devices/code_page.h"

namespace tilia::pos {
namespace {

using Bytes = std::vector<std::uint8_t>;
using Kind = StripLine::Kind;

constexpr int dots_per_column = 12;  // font A
constexpr std::uint8_t escape = 0x1b;
constexpr std::uint8_t group = 0x1d;
constexpr std::uint8_t field = 0x1c;

// How a line stands on the paper.
struct Style {
  bool centred = false;
  bool bold = false;
  bool tall = false;
  bool wide = false;
};

std::string spaces(std::size_t count) { return std::string(count, ' '); }

// Breaks a text at spaces into lines of at most `columns` letters; a longer word is cut.
std::vector<std::string> wrapped(const std::string& text, std::size_t columns) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t line_letters = 0;
  std::string word;
  std::size_t word_letters = 0;
  const auto end_line = [&] {
    if (line_letters > 0) lines.push_back(line);
    line.clear();
    line_letters = 0;
  };
  const auto end_word = [&] {
    if (word_letters == 0) return;
    if (line_letters > 0 && line_letters + 1 + word_letters > columns) end_line();
    if (line_letters > 0) {
      line += ' ';
      ++line_letters;
    }
    line += word;
    line_letters += word_letters;
    word.clear();
    word_letters = 0;
  };
  for (const std::string_view letter : letters_of(text)) {
    if (letter == " ") {
      end_word();
      continue;
    }
    if (word_letters == columns) end_word();
    word += letter;
    ++word_letters;
  }
  end_word();
  end_line();
  return lines;
}

// Left and right on one line: the left part wraps above, the right part stands at the end of its
// last line.
std::vector<std::string> paired(const StripLine& line, std::size_t columns) {
  const std::size_t right = std::min(letters_of(line.right).size(), columns);
  const std::size_t room = columns > right + 1 ? columns - right - 1 : columns;
  std::vector<std::string> lines = wrapped(line.left, room);
  if (lines.empty()) lines.emplace_back();
  const std::size_t left = letters_of(lines.back()).size();
  if (left + 1 + right > columns) {
    lines.push_back(spaces(columns - right) + line.right);
  } else {
    lines.back() += spaces(columns - left - right) + line.right;
  }
  return lines;
}

class Printout {
 public:
  Printout(const PrinterSetting& setting, const DrawLine& draw)
      : setting_(setting), page_(setting.code_page), draw_(draw) {}

  void command(std::initializer_list<int> bytes) {
    for (const int byte : bytes) bytes_.push_back(static_cast<std::uint8_t>(byte));
  }
  void append(const Bytes& bytes) { bytes_.insert(bytes_.end(), bytes.begin(), bytes.end()); }

  void start() {
    command({escape, '@'});
    command({field, '.'});  // a Chinese default would eat two bytes for each Cyrillic letter
    command({escape, 't', setting_.code_page_number});
  }
  void line(const StripLine& line) {
    const auto columns = static_cast<std::size_t>(setting_.columns);
    switch (line.kind) {
      case Kind::title: set(wrapped(line.left, columns / 2), {true, true, true, true}); break;
      case Kind::centred: set(wrapped(line.left, columns), {true, false, false, false}); break;
      case Kind::text: set(wrapped(line.left, columns), {}); break;
      case Kind::pair: set(paired(line, columns), {}); break;
      case Kind::total: set(paired(line, columns), {false, true, true, false}); break;
      case Kind::rule: rule(); break;
      case Kind::space: command({escape, 'J', 15}); break;
      case Kind::barcode: bars(line.left); break;
      case Kind::notice:
        rule();
        set(wrapped(line.left, columns), {true, true, false, false});
        rule();
        break;
    }
  }
  void end() {
    command({escape, 'd', 4});  // up to the knife
    command({group, 'V', 66, 0});
  }
  [[nodiscard]] Bytes bytes() && { return std::move(bytes_); }

 private:
  // The printer draws them itself, with the digits below: 95 modules of three dots, 12 mm high.
  void bars(const std::string& number) {
    const bool digits = number.find_first_not_of("0123456789") == std::string::npos;
    if (number.size() != 13 || !digits) return set({number}, {true, true, true, false});
    command({escape, 'a', 1});
    command({group, 'H', 2});
    command({group, 'h', 96});
    command({group, 'w', 3});
    command({group, 'k', 67, 13});
    bytes_.insert(bytes_.end(), number.begin(), number.end());
    command({escape, 'a', 0});
  }
  void rule() { set({std::string(static_cast<std::size_t>(setting_.columns), '-')}, {}); }

  void set(const std::vector<std::string>& lines, Style style) {
    command({escape, 'a', style.centred ? 1 : 0});
    command({escape, 'E', style.bold ? 1 : 0});
    command({group, '!', (style.wide ? 0x10 : 0) | (style.tall ? 0x01 : 0)});
    for (const std::string& each : lines) text(each, style);
    command({group, '!', 0});
    command({escape, 'E', 0});
    command({escape, 'a', 0});
  }
  void text(const std::string& text, const Style& style) {
    const auto encoded = page_.encoded(text);
    if (!encoded && draw_) {
      picture(draw_(text, setting_.columns * dots_per_column / 8 * 8, style.bold));
      return;
    }
    const std::string bytes = encoded ? *encoded : page_.nearest(text);
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
    command({'\n'});
  }
  void picture(const RasterLine& line) {
    CHECK(line.width_dots > 0 && line.width_dots % 8 == 0 && line.height_dots > 0);
    const int width = line.width_dots / 8;
    CHECK(line.rows.size() == static_cast<std::size_t>(width * line.height_dots));
    command({group, 'v', '0', 0, width % 256, width / 256, line.height_dots % 256,
             line.height_dots / 256});
    append(line.rows);
  }

  const PrinterSetting& setting_;
  CodePage page_;
  const DrawLine& draw_;
  Bytes bytes_;
};

}  // namespace

const std::vector<std::string>& known_code_pages() { return CodePage::names(); }

std::vector<std::uint8_t> drawer_pulse() {
  return {escape, 'p', 0, 25, 250};  // pin 2, 50 ms on, 500 ms off
}

std::vector<std::uint8_t> escpos_bytes(const Strip& strip, const PrinterSetting& setting,
                                       bool open_drawer, const DrawLine& draw) {
  const auto& pages = known_code_pages();
  if (std::find(pages.begin(), pages.end(), setting.code_page) == pages.end())
    throw PrinterFault(fmt::format("unknown code page {}", setting.code_page));
  if (setting.columns < 24 || setting.columns > 96 || setting.code_page_number < 0 ||
      setting.code_page_number > 255)
    throw PrinterFault(fmt::format("{} columns or table {} cannot be printed", setting.columns,
                                   setting.code_page_number));
  Printout printout(setting, draw);
  printout.start();
  if (open_drawer && setting.has_drawer) printout.append(drawer_pulse());
  for (const StripLine& line : strip.lines) printout.line(line);
  printout.end();
  return std::move(printout).bytes();
}

}  // namespace tilia::pos
