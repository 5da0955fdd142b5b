// The tokens of our look: colours, type, spaces. Sizes are millimetres on the real monitor, so that
// a fingertip meets the same target on every screen.
//
//   Look look(Look::pixels_per_mm_of(frame), false);
//   tile->SetMinSize({look.mm(20), look.mm(20)});
//   painter.text(name, area, {.size = look.px(type::counter)});
#pragma once

#include <wx/colour.h>
#include <wx/font.h>
#include <wx/gdicmn.h>
#include <wx/graphics.h>

#include <map>
#include <tuple>
#include <utility>

#include "core/ui/drawn_text.h"
#include "core/ui/picture_cache.h"

class wxWindow;

namespace tilia::ui {

// Type in pixels at 96 dpi. Nothing at the counter is under `counter_least` (14 pt).
namespace type {
inline constexpr int office_soft = 14;
inline constexpr int office = 16;
inline constexpr int counter_least = 19;
inline constexpr int counter = 20;
inline constexpr int button = 22;
inline constexpr int section = 28;
inline constexpr int total = 64;
}  // namespace type

// Millimetres.
namespace target {
inline constexpr double tile = 20;
inline constexpr double key = 15;
inline constexpr double least = 12;
inline constexpr double gap = 3;
}  // namespace target

struct Palette {
  wxColour ink, soft, paper, card, sand, line, go, go_dark, tint, got, mend, mend_ground, on_go;
};
[[nodiscard]] Palette warm_palette();
[[nodiscard]] Palette high_contrast_palette();
// WCAG contrast × 100: 450 is enough for text.
[[nodiscard]] int contrast_percent(const wxColour& a, const wxColour& b);

class Look {
 public:
  Look(double pixels_per_mm, bool high_contrast);

  // Of the monitor that shows `window`, by its own word (core/ui/monitor.h).
  [[nodiscard]] static double pixels_per_mm_of(const wxWindow& window, const wxSize& room);
  // A monitor that claims less than 60 or more than 400 dpi tells us nothing: then 96 dpi. Never so
  // large that the window could not hold the counter's rows.
  [[nodiscard]] static double pixels_per_mm_at(double dpi, const wxSize& room);

  [[nodiscard]] int mm(double millimetres) const;
  [[nodiscard]] int px(int at_96_dpi) const;
  [[nodiscard]] const Palette& colours() const { return palette_; }
  [[nodiscard]] bool high_contrast() const { return high_contrast_; }
  void set_high_contrast(bool on);
  // A focus ring is for those who use the keyboard: shown from the first Tab to the next touch.
  [[nodiscard]] bool keyboard_in_use() const { return keyboard_in_use_; }
  void set_keyboard_in_use(bool in_use) { keyboard_in_use_ = in_use; }
  // Every digit is a blank box then: what a screen says to whoever reads no numeral is all that is
  // left of it.
  [[nodiscard]] bool digits_as_boxes() const { return digits_as_boxes_; }
  void set_digits_as_boxes(bool on) { digits_as_boxes_ = on; }
  // For tests: is told of every text that is drawn with this look.
  void watch_texts(TextWatch watch) { text_watch_ = std::move(watch); }
  [[nodiscard]] const TextWatch& text_watch() const { return text_watch_; }
  [[nodiscard]] const wxFont& font(int pixels, bool bold) const;
  // The same, ready to draw in that colour: a graphics context that is given a font makes this anew
  // each time and asks the display for its fineness on the way: a third of all painting.
  [[nodiscard]] const wxGraphicsFont& drawing_font(int pixels, bool bold,
                                                   const wxColour& colour) const;
  [[nodiscard]] PictureCache& pictures() const { return pictures_; }

 private:
  double pixels_per_mm_;
  bool high_contrast_;
  bool keyboard_in_use_ = false;
  bool digits_as_boxes_ = false;
  TextWatch text_watch_;
  Palette palette_;
  mutable std::map<std::pair<int, bool>, wxFont> fonts_;
  mutable std::map<std::tuple<int, bool, wxUint32>, wxGraphicsFont> drawing_fonts_;
  mutable PictureCache pictures_;
};

}  // namespace tilia::ui
