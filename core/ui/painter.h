// Draws one control: round shapes, texts of our one family, amounts, pictures and pieces of money.
// Made in a paint event and gone after it.
#pragma once

#include <wx/graphics.h>

#include <memory>
#include <string>

#include "core/ui/amount_text.h"
#include "core/ui/look.h"
#include "core/ui/piece_look.h"

class wxDC;
class wxWindowDC;

namespace tilia::ui {

enum class Across { left, centre, right };

struct TextStyle {
  int size = 20;  // pixels
  bool bold = false;
  wxColour colour;
  Across across = Across::left;
};

class Painter {
 public:
  Painter(wxWindowDC& dc, const Look& look);

  [[nodiscard]] const Look& look() const { return look_; }
  void fill(const wxRect& area, const wxColour& colour);
  // `edge` may be invalid (wxNullColour): then none. The edge lies inside the area.
  void round_rect(const wxRect& area, int radius, const wxColour& ground, const wxColour& edge,
                  int edge_width);
  void disc(const wxRect& square, const wxColour& ground, const wxColour& edge, int edge_width);
  void line(int x1, int y1, int x2, int y2, const wxColour& colour, int width);
  void hairline(int x1, int x2, int y);

  // One line, centred in the height; a text that is too wide is set smaller (never under 14 pt),
  // then cut with "…".
  void text(const std::string& utf8, const wxRect& area, const TextStyle& style);
  // Words wrapped in the width, from the top. Returns the height that they took.
  int paragraph(const std::string& utf8, const wxRect& area, const TextStyle& style);
  [[nodiscard]] int text_width(const std::string& utf8, int size, bool bold);

  // Right, left or centred on the area's width, in the middle of its height. Set smaller until it
  // fits.
  void amount(const AmountText& amount, const wxRect& area, const TextStyle& style);
  void picture(const std::string& picture, const wxRect& square);
  // In the middle of the area; `pixels_per_mm_10` is its scale: pixels per 10 mm of note (coins are
  // twice that).
  void piece(const PieceLook& piece, const wxRect& area, int pixels_per_cm);

 private:
  [[nodiscard]] int amount_width(const AmountText& amount, int size);
  void note(const PieceLook& piece, const wxRect& area);
  void coin(const PieceLook& piece, const wxRect& area);
  [[nodiscard]] wxString cut_to(const wxString& text, int width);

  const Look& look_;
  std::unique_ptr<wxGraphicsContext> context_;
};

// What a piece takes on the screen at that scale.
[[nodiscard]] wxSize piece_size(const PieceLook& piece, int pixels_per_cm);

}  // namespace tilia::ui
