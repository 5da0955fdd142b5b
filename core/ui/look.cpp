#include "core/ui/look.h"

#include <algorithm>
#include <cmath>

#include "core/ui/monitor.h"

namespace tilia::ui {
namespace {

constexpr double mm_per_inch = 25.4;
constexpr double plain_dpi = 96.0;
// The rows and columns of the counter at 96 dpi: below this room its texts would not fit.
constexpr double least_width_px = 1180.0;
constexpr double least_height_px = 680.0;

double channel(unsigned char value) {
  const double part = value / 255.0;
  return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const wxColour& colour) {
  return 0.2126 * channel(colour.Red()) + 0.7152 * channel(colour.Green()) +
         0.0722 * channel(colour.Blue());
}

}  // namespace

Palette warm_palette() {
  return {.ink = wxColour(0x1F, 0x29, 0x33),
          .soft = wxColour(0x52, 0x60, 0x6D),
          .paper = wxColour(0xFB, 0xF8, 0xF3),
          .card = wxColour(0xFF, 0xFF, 0xFF),
          .sand = wxColour(0xF1, 0xEA, 0xDF),
          .line = wxColour(0xE4, 0xDD, 0xD2),
          .go = wxColour(0x0B, 0x6E, 0x4F),
          .go_dark = wxColour(0x08, 0x5C, 0x41),
          .tint = wxColour(0xE7, 0xF3, 0xEE),
          .got = wxColour(0x1D, 0x4E, 0x89),
          .mend = wxColour(0xB4, 0x53, 0x09),
          .mend_ground = wxColour(0xFF, 0xF7, 0xE8),
          .on_go = wxColour(0xFF, 0xFF, 0xFF)};
}

Palette high_contrast_palette() {
  const wxColour black(0, 0, 0);
  const wxColour white(0xFF, 0xFF, 0xFF);
  return {.ink = black,
          .soft = black,
          .paper = white,
          .card = white,
          .sand = wxColour(0xF2, 0xF2, 0xF2),
          .line = black,
          .go = wxColour(0x00, 0x46, 0x30),
          .go_dark = black,
          .tint = wxColour(0xD8, 0xF0, 0xE6),
          .got = wxColour(0x00, 0x2F, 0x6C),
          .mend = wxColour(0x7A, 0x30, 0x00),
          .mend_ground = white,
          .on_go = white};
}

int contrast_percent(const wxColour& a, const wxColour& b) {
  const double first = luminance(a);
  const double second = luminance(b);
  const double dark = std::min(first, second);
  const double light = std::max(first, second);
  return static_cast<int>(100.0 * (light + 0.05) / (dark + 0.05));
}

Look::Look(double pixels_per_mm, bool high_contrast)
    : pixels_per_mm_(pixels_per_mm),
      high_contrast_(high_contrast),
      palette_(high_contrast ? high_contrast_palette() : warm_palette()) {}

double Look::pixels_per_mm_of(const wxWindow& window, const wxSize& room) {
  return pixels_per_mm_at(dpi_of_monitor(window), room);
}

double Look::pixels_per_mm_at(double dpi, const wxSize& room) {
  if (dpi < 60 || dpi > 400) dpi = plain_dpi;
  const double fits =
      plain_dpi * std::min(room.GetWidth() / least_width_px, room.GetHeight() / least_height_px);
  return std::min(dpi, std::max(fits, 60.0)) / mm_per_inch;
}

int Look::mm(double millimetres) const {
  return static_cast<int>(std::lround(std::ceil(millimetres * pixels_per_mm_ - 0.01)));
}

int Look::px(int at_96_dpi) const {
  return static_cast<int>(std::lround(at_96_dpi * pixels_per_mm_ * mm_per_inch / plain_dpi));
}

void Look::set_high_contrast(bool on) {
  high_contrast_ = on;
  palette_ = on ? high_contrast_palette() : warm_palette();
}

const wxFont& Look::font(int pixels, bool bold) const {
  const auto key = std::make_pair(pixels, bold);
  const auto known = fonts_.find(key);
  if (known != fonts_.end()) return known->second;
  // Points, not pixels: wx looks for a pixel size by trial, which costs milliseconds a font.
  wxFontInfo wanted(pixels * 72.0 / plain_dpi);
  wanted.FaceName("Noto Sans").Bold(bold);
  return fonts_.emplace(key, wxFont(wanted)).first->second;
}

const wxGraphicsFont& Look::drawing_font(int pixels, bool bold, const wxColour& colour) const {
  const auto key = std::make_tuple(pixels, bold, colour.GetRGBA());
  const auto known = drawing_fonts_.find(key);
  if (known != drawing_fonts_.end()) return known->second;
  const wxGraphicsFont made = wxGraphicsRenderer::GetDefaultRenderer()->CreateFontAtDPI(
      font(pixels, bold), wxRealPoint(plain_dpi, plain_dpi), colour);
  return drawing_fonts_.emplace(key, made).first->second;
}

}  // namespace tilia::ui
