#include <fmt/format.h>

#include "reporting/pdf_qr.h"
#include "reporting/pdf_sheet.h"
#include "reporting/recovery_sheet.h"

namespace tilia::reporting {
namespace {

constexpr double square_side = 44 * points_per_mm;
constexpr double word_size = 19;
constexpr double row_height = 40;
constexpr int words_in_row = 2;

std::vector<std::string> parted(const std::string& words) {
  std::vector<std::string> parts(1);
  for (const char letter : words) {
    if (letter == '-')
      parts.emplace_back();
    else
      parts.back() += letter;
  }
  return parts;
}

// The words on the left, numbered, since one that is left out is the usual mistake; the square on
// the right.
void draw_words(PdfSheet& page, const std::string& text) {
  PdfDrawing& drawing = page.drawing();
  const std::vector<std::string> parts = parted(text);
  const double top = page.y();
  const double words_width = sheet::width - square_side - 40;
  const double column = words_width / words_in_row;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const double x = sheet::left + column * static_cast<double>(at % words_in_row);
    const double y = top + row_height * static_cast<double>(at / words_in_row) + 22;
    drawing.text(x, y, fmt::format("{}", at + 1), {.size = 9, .ink = inks::soft});
    drawing.text(x + 18, y, parts[at], {.size = word_size, .weight = Weight::bold});
    drawing.rule(x + 18, x + column - 16, y + 8, inks::line);
  }
  draw_qr(drawing, sheet::right - square_side, top + 4, square_side, text);
  page.move_to(top + std::max(row_height * 4, square_side) + 30);
}

}  // namespace

PdfBytes recovery_sheet_pdf(const RecoverySheet& sheet, const Typeface& typeface,
                            const Words& words) {
  PdfDrawing drawing(typeface);
  PdfSheet page(drawing, {});
  page.start_page();
  page.heading(words.say("reporting.recovery.title"), 24);
  page.paragraph(
      fmt::format("{} · {} · {}", sheet.organisation, sheet.login, words.day(sheet.made_on)),
      {.size = 11, .ink = inks::soft});
  page.down(10);
  page.paragraph(words.say(Phrase("reporting.recovery.means").with("login", sheet.login)),
                 {.size = 11.5});
  page.down(14);
  draw_words(page, sheet.words.reveal());
  page.heading(words.say("reporting.recovery.use"), 14);
  int number = 0;
  for (const char* step : {"reporting.recovery.step_name", "reporting.recovery.step_words",
                           "reporting.recovery.step_new"}) {
    page.paragraph(
        fmt::format("{}.  {}", ++number, words.say(Phrase(step).with("login", sheet.login))),
        {.size = 11});
    page.down(4);
  }
  page.down(10);
  page.heading(words.say("reporting.recovery.keep"), 14);
  page.paragraph(words.say("reporting.recovery.keep_where"), {.size = 11});
  return drawing.finish();
}

}  // namespace tilia::reporting
