// Draws one control: round shapes, texts of our one family, amounts, pictures and pieces of money.
// Made in a paint event and gone after it.
#pragma once

#include <wx/graphics.h>

#include <memory>
#include <string>
#include <vector>

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
  // One line, or two where one would have to be much smaller, centred in the height.
  [[nodiscard]] bool label_fits(const std::string& utf8, const wxSize& room,
                                const TextStyle& style);
  void label(const std::string& utf8, const wxRect& area, const TextStyle& style);
  // A name beside a price: in one line if it fits there, else with a first line of `width` above
  // it, else in two such lines above. Returns how many lines, each `line_height`, stand above.
  int name(const std::string& utf8, const wxRect& beside, int width, int line_height,
           const TextStyle& style);
  // A name in as few lines as it takes, each no wider than that: broken between words, and a word
  // that is too long between its syllables.
  [[nodiscard]] std::vector<std::string> name_lines(const std::string& utf8, int width, int size,
                                                    bool bold);
  // Words wrapped in the width, from the top, set smaller where they would run out below. Returns
  // the height that they took.
  int paragraph(const std::string& utf8, const wxRect& area, const TextStyle& style);
  [[nodiscard]] int text_width(const std::string& utf8, int size, bool bold);

  [[nodiscard]] int amount_width(const AmountText& amount, int size);
  // Right, left or centred on the area's width, in the middle of its height. Set smaller until it
  // fits.
  void amount(const AmountText& amount, const wxRect& area, const TextStyle& style);
  void picture(const std::string& picture, const wxRect& square);
  // In the middle of the area; `pixels_per_mm_10` is its scale: pixels per 10 mm of note (coins are
  // twice that).
  void piece(const PieceLook& piece, const wxRect& area, int pixels_per_cm);

 private:
  struct Lines {
    std::vector<wxString> lines;
    int widest = 0;
  };
  // `first` and `rest`: the widths of the first line and of the others.
  [[nodiscard]] Lines wrapped(const std::string& utf8, int first, int rest, int size, bool bold);
  // `room`: of the text that the line is one of.
  void line_of_text(const wxString& text, const wxRect& area, const TextStyle& style, int size,
                    const wxRect& room);
  [[nodiscard]] std::string shown(const std::string& utf8) const;
  void tell(const std::string& text, const wxRect& room, const wxRect& ink, int size, bool cut);
  void note(const PieceLook& piece, const wxRect& area);
  void coin(const PieceLook& piece, const wxRect& area);
  [[nodiscard]] wxString cut_to(const wxString& text, int width);

  const Look& look_;
  const wxWindow* on_;
  DrawnText::Kind kind_ = DrawnText::Kind::words;
  std::unique_ptr<wxGraphicsContext> context_;
};

// What a piece takes on the screen at that scale.
[[nodiscard]] wxSize piece_size(const PieceLook& piece, int pixels_per_cm);

}  // namespace tilia::ui
