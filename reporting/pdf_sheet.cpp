#include "reporting/pdf_sheet.h"

#include <fmt/format.h>

#include <utility>

namespace tilia::reporting {

PdfSheet::PdfSheet(PdfDrawing& drawing, std::vector<SheetNotice> notices)
    : drawing_(drawing), notices_(std::move(notices)) {}

void PdfSheet::start_page() {
  drawing_.start_page(a4_width, a4_height);
  y_ = sheet::top;
  notices();
}

void PdfSheet::need(double height) {
  if (y_ + height > sheet::bottom) start_page();
}

void PdfSheet::heading(const std::string& text, double size) {
  const TextStyle style{.size = size, .weight = Weight::bold};
  y_ = drawing_.paragraph(sheet::left, y_ + size, sheet::width, text, style) - size * 0.7;
}

void PdfSheet::paragraph(const std::string& text, const TextStyle& style) {
  y_ = drawing_.paragraph(sheet::left, y_ + style.size, sheet::width, text, style) - style.size;
}

void PdfSheet::box(const std::vector<std::string>& paragraphs) {
  constexpr double air = 14;
  constexpr double between = 5;
  const TextStyle style{.size = 9.5};
  const double step = line_height(style.size);
  const double room = sheet::width - 2 * air;
  double height = 2 * air - 4 - between;
  for (const std::string& text : paragraphs) {
    height += step * static_cast<double>(drawing_.lines(text, style, room).size()) + between;
  }
  need(height);
  drawing_.filled(sheet::left, y_, sheet::width, height, inks::sand, 9);
  double baseline = y_ + air + style.size - 2;
  for (const std::string& text : paragraphs)
    baseline = drawing_.paragraph(sheet::left + air, baseline, room, text, style) + between;
  y_ += height;
}

void PdfSheet::banner(const SheetNotice& notice) {
  constexpr double air = 9;
  const TextStyle style{
      .size = 10, .weight = Weight::bold, .ink = notice.mend ? inks::mend : inks::ink};
  const std::vector<std::string> lines = drawing_.lines(notice.text, style, sheet::width - 3 * air);
  const double step = line_height(style.size);
  const double height = step * static_cast<double>(lines.size()) + 2 * air - 4;
  drawing_.filled(sheet::left, y_, sheet::width, height,
                  notice.mend ? inks::mend_ground : inks::sand, 7);
  double baseline = y_ + air + style.size - 1.5;
  for (const std::string& line : lines) {
    drawing_.text(sheet::left + 1.5 * air, baseline, line, style);
    baseline += step;
  }
  y_ += height + 6;
}

void PdfSheet::notices() {
  for (const SheetNotice& notice : notices_) banner(notice);
  if (!notices_.empty()) y_ += 10;
}

void PdfSheet::foot(const std::string& left) {
  constexpr double y = a4_height - 40;
  const TextStyle style{.size = 8.5, .ink = inks::soft};
  drawing_.on_each_page([&](int page, int pages) {
    drawing_.text(sheet::left, y, left, drawing_.fitted(left, style, sheet::width - 60));
    TextStyle number = style;
    number.align = Align::right;
    drawing_.text(sheet::right, y, fmt::format("{} / {}", page, pages), number);
  });
}

}  // namespace tilia::reporting
