// An A4 sheet as our papers use it: wide margins, headings in sentence case, hairlines, notices at
// the top of every page, a quiet line at the foot. It knows how far down the page is filled and
// starts the next one.
#pragma once

#include <string>
#include <vector>

#include "reporting/pdf.h"

namespace tilia::reporting {

namespace sheet {
constexpr double left = 54;
constexpr double right = a4_width - 54;
constexpr double width = right - left;
constexpr double top = 58;
constexpr double bottom = a4_height - 66;
}  // namespace sheet

// Stands on every page: this is practice, a draft, …
struct SheetNotice {
  std::string text;
  bool mend = false;  // needs a look
};

class PdfSheet {
 public:
  PdfSheet(PdfDrawing& drawing, std::vector<SheetNotice> notices);

  [[nodiscard]] PdfDrawing& drawing() { return drawing_; }
  [[nodiscard]] double y() const { return y_; }
  void down(double points) { y_ += points; }
  void move_to(double y) { y_ = y; }

  void start_page();
  // Starts a page if `height` does not fit on this one.
  void need(double height);

  void heading(const std::string& text, double size);
  void paragraph(const std::string& text, const TextStyle& style);
  // A quiet box with one paragraph after the other.
  void box(const std::vector<std::string>& paragraphs);
  void notices();
  // `left` and page n / m under every page.
  void foot(const std::string& left);

 private:
  void banner(const SheetNotice& notice);

  PdfDrawing& drawing_;
  std::vector<SheetNotice> notices_;
  double y_ = sheet::top;
};

}  // namespace tilia::reporting
