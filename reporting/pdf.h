// A small surface to draw papers on, in points (1/72 inch) from the top left corner, y downwards to
// the baseline. The only door to libharu.
//
//   PdfDrawing drawing(typeface);
//   drawing.start_page(a4_width, a4_height);
//   drawing.text(62, 100, "От продаје до услуга", {.size = 26, .weight = Weight::bold});
//   PdfBytes bytes = drawing.finish();
//
// Equal drawings give equal bytes. The file names no author, program or date. Throws
// std::runtime_error when a page cannot be made.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "reporting/papers.h"

namespace tilia::reporting {

constexpr double points_per_mm = 72 / 25.4;
constexpr double a4_width = 210 * points_per_mm;
constexpr double a4_height = 297 * points_per_mm;

struct Ink {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
};

namespace inks {
constexpr Ink ink{0x1F, 0x29, 0x33};
constexpr Ink soft{0x52, 0x60, 0x6D};
constexpr Ink line{0xE4, 0xDD, 0xD2};
constexpr Ink sand{0xF1, 0xEA, 0xDF};
constexpr Ink white{0xFF, 0xFF, 0xFF};
constexpr Ink go{0x0B, 0x6E, 0x4F};
constexpr Ink go_pale{0x9C, 0xC7, 0xB5};
constexpr Ink mend{0xB4, 0x53, 0x09};
constexpr Ink mend_ground{0xFF, 0xF7, 0xE8};
constexpr Ink stone{0xB8, 0xB0, 0xA4};  // what goes to the state
constexpr Ink slate{0x92, 0xA8, 0xC0};  // what running the shop costs
constexpr Ink straw{0xDA, 0xCA, 0xA0};  // what is kept
}  // namespace inks

enum class Weight { regular, bold };
enum class Align { left, centre, right };

struct TextStyle {
  double size = 11;
  Weight weight = Weight::regular;
  Ink ink = inks::ink;
  Align align = Align::left;
};

class PdfDrawing {
 public:
  explicit PdfDrawing(const Typeface& typeface);
  ~PdfDrawing();
  PdfDrawing(const PdfDrawing&) = delete;
  PdfDrawing& operator=(const PdfDrawing&) = delete;

  // What is drawn next goes on a new page.
  void start_page(double width, double height);

  [[nodiscard]] double width(std::string_view text, const TextStyle& style) const;
  // Broken between words, or inside a word that is wider than the line. A no-break space is kept
  // whole.
  [[nodiscard]] std::vector<std::string> lines(const std::string& text, const TextStyle& style,
                                               double width) const;
  // The same style, smaller where the text would be wider.
  [[nodiscard]] TextStyle fitted(std::string_view text, TextStyle style, double width) const;

  // `x` is the left end, the middle or the right end, as the style is aligned.
  void text(double x, double y, std::string_view text, const TextStyle& style);
  // Lines under each other, the first with its baseline at `y`. Returns the baseline after the
  // last.
  double paragraph(double x, double y, double width, const std::string& text,
                   const TextStyle& style);
  void rule(double left, double right, double y, Ink ink, double thickness = 0.6);
  void upright(double x, double top, double bottom, Ink ink, double thickness = 0.6);
  void filled(double left, double top, double width, double height, Ink ink, double radius = 0);

  // Calls `footer(page from 1, pages)` with each page in turn open for drawing.
  void on_each_page(const std::function<void(int, int)>& footer);
  // The whole file. The drawing is over.
  [[nodiscard]] PdfBytes finish();

 private:
  struct Document;
  const Typeface& typeface_;
  std::unique_ptr<Document> document_;
};

// The distance from one baseline to the next.
[[nodiscard]] constexpr double line_height(double size) { return size * 1.4; }

}  // namespace tilia::reporting
