#include "core/ui/painter.h"

#include <wx/dcclient.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace tilia::ui {
namespace {

constexpr double cap_height = 0.714;  // of Noto Sans, by its size
constexpr int coin_scale = 2;         // coins are drawn at twice the notes' scale

int cents_size(int size, const Look& look) {
  return std::max(size * 52 / 100, look.px(type::counter_least));
}
int currency_size(int size, const Look& look) {
  return std::max(size * 42 / 100, look.px(type::counter_least));
}
int whole_px(double value) { return static_cast<int>(std::lround(value)); }

}  // namespace

wxSize piece_size(const PieceLook& piece, int pixels_per_cm) {
  const int scale = piece.note ? pixels_per_cm : pixels_per_cm * coin_scale;
  return {piece.width_tenths_mm * scale / 100, piece.height_tenths_mm * scale / 100};
}

Painter::Painter(wxWindowDC& dc, const Look& look)
    : look_(look), context_(wxGraphicsContext::Create(dc)) {}

void Painter::fill(const wxRect& area, const wxColour& colour) {
  context_->SetPen(*wxTRANSPARENT_PEN);
  context_->SetBrush(wxBrush(colour));
  context_->DrawRectangle(area.x, area.y, area.width, area.height);
}

void Painter::round_rect(const wxRect& area, int radius, const wxColour& ground,
                         const wxColour& edge, int edge_width) {
  const int edged = edge.IsOk() ? edge_width : 0;
  const int in = edged / 2;  // wx itself moves a line of odd width by the other half pixel
  context_->SetPen(edged > 0 ? wxPen(edge, edged) : *wxTRANSPARENT_PEN);
  context_->SetBrush(ground.IsOk() ? wxBrush(ground) : *wxTRANSPARENT_BRUSH);
  context_->DrawRoundedRectangle(area.x + in, area.y + in, area.width - edged, area.height - edged,
                                 radius);
}

void Painter::disc(const wxRect& square, const wxColour& ground, const wxColour& edge,
                   int edge_width) {
  const int edged = edge.IsOk() ? edge_width : 0;
  const int in = edged / 2;
  context_->SetPen(edged > 0 ? wxPen(edge, edged) : *wxTRANSPARENT_PEN);
  context_->SetBrush(ground.IsOk() ? wxBrush(ground) : *wxTRANSPARENT_BRUSH);
  context_->DrawEllipse(square.x + in, square.y + in, square.width - edged, square.height - edged);
}

void Painter::line(int x1, int y1, int x2, int y2, const wxColour& colour, int width) {
  wxPen pen(colour, width);
  pen.SetCap(wxCAP_ROUND);
  context_->SetPen(pen);
  context_->StrokeLine(x1, y1, x2, y2);
}

void Painter::hairline(int x1, int x2, int y) { fill({x1, y, x2 - x1, 2}, look_.colours().line); }

int Painter::text_width(const std::string& utf8, int size, bool bold) {
  context_->SetFont(look_.font(size, bold), look_.colours().ink);
  double width = 0;
  double height = 0;
  context_->GetTextExtent(wxString::FromUTF8(utf8), &width, &height);
  return whole_px(width + 0.5);
}

wxString Painter::cut_to(const wxString& text, int width) {
  wxString shown = text;
  double taken = 0;
  double height = 0;
  context_->GetTextExtent(shown, &taken, &height);
  while (taken > width && shown.length() > 1) {
    shown.RemoveLast(shown.length() > 2 && shown.Last() == wxUniChar(0x2026) ? 2 : 1);
    shown += wxUniChar(0x2026);
    context_->GetTextExtent(shown, &taken, &height);
    if (shown.length() <= 2) break;
  }
  return shown;
}

void Painter::text(const std::string& utf8, const wxRect& area, const TextStyle& style) {
  if (utf8.empty()) return;
  int size = style.size;
  const int least = std::min(size, look_.px(type::counter_least));
  while (size > least && text_width(utf8, size, style.bold) > area.width) --size;
  context_->SetFont(look_.font(size, style.bold), style.colour);
  const wxString shown = cut_to(wxString::FromUTF8(utf8), area.width + 1);
  double width = 0;
  double height = 0;
  context_->GetTextExtent(shown, &width, &height);
  double x = area.x;
  if (style.across == Across::centre) x += (area.width - width) / 2;
  if (style.across == Across::right) x += area.width - width;
  context_->DrawText(shown, x, area.y + (area.height - height) / 2);
}

int Painter::paragraph(const std::string& utf8, const wxRect& area, const TextStyle& style) {
  const wxString text = wxString::FromUTF8(utf8);
  const int line_height = style.size * 138 / 100;
  std::vector<wxString> lines(1);
  context_->SetFont(look_.font(style.size, style.bold), style.colour);
  for (const wxString& word : wxSplit(text, ' ', '\0')) {
    const wxString longer = lines.back().empty() ? word : lines.back() + " " + word;
    double width = 0;
    double height = 0;
    context_->GetTextExtent(longer, &width, &height);
    if (width <= area.width || lines.back().empty()) {
      lines.back() = longer;
    } else {
      lines.push_back(word);
    }
  }
  int y = area.y;
  for (const wxString& shown : lines) {
    this->text(shown.utf8_string(), {area.x, y, area.width, line_height}, style);
    y += line_height;
  }
  return y - area.y;
}

int Painter::amount_width(const AmountText& amount, int size) {
  int width = text_width(amount.whole, size, true);
  if (!amount.cents.empty()) {
    width += size / 16 + 1 + text_width(amount.cents, cents_size(size, look_), true);
  }
  if (!amount.currency.empty()) {
    width += size / 8 + 3 + text_width(amount.currency, currency_size(size, look_), false);
  }
  return width;
}

void Painter::amount(const AmountText& amount, const wxRect& area, const TextStyle& style) {
  int size = style.size;
  while (size > look_.px(type::counter_least) && amount_width(amount, size) > area.width) --size;
  const int width = amount_width(amount, size);
  int x = area.x;
  if (style.across == Across::centre) x += (area.width - width) / 2;
  if (style.across == Across::right) x += area.width - width;
  const double baseline = area.y + area.height / 2.0 + cap_height * size / 2.0;
  const auto put = [&](const std::string& part, int part_size, bool bold, double at) {
    context_->SetFont(look_.font(part_size, bold), style.colour);
    double taken = 0;
    double height = 0;
    double descent = 0;
    const wxString shown = wxString::FromUTF8(part);
    context_->GetTextExtent(shown, &taken, &height, &descent);
    context_->DrawText(shown, x, at - height + descent);
    x += whole_px(taken + 0.5);
  };
  put(amount.whole, size, true, baseline);
  if (!amount.cents.empty()) {
    x += size / 16 + 1;
    const int small = cents_size(size, look_);
    put(amount.cents, small, true, baseline - cap_height * (size - small));
  }
  if (!amount.currency.empty()) {
    x += size / 8 + 3;
    put(amount.currency, currency_size(size, look_), false, baseline);
  }
}

void Painter::picture(const std::string& picture, const wxRect& square) {
  const int size = std::min(square.width, square.height);
  const wxBitmap& bitmap = look_.pictures().square(picture, size);
  const int left = square.x + (square.width - size) / 2;
  const int top = square.y + (square.height - size) / 2;
  context_->DrawBitmap(bitmap, left, top, size, size);
}

void Painter::note(const PieceLook& piece, const wxRect& area) {
  const wxColour ground(wxString::FromUTF8(piece.colour));
  // White on a light note could not be read: the number is ink there (LOOK.md).
  const wxColour white(0xFF, 0xFF, 0xFF);
  const wxColour number = contrast_percent(ground, white) >= 300 ? white : look_.colours().ink;
  round_rect(area, std::max(3, area.height / 14), ground, wxNullColour, 0);
  const int in = std::max(3, area.height / 20);
  round_rect(wxRect(area).Deflate(in), std::max(2, area.height / 16), wxNullColour,
             wxColour(0xFF, 0xFF, 0xFF, 0xB0), 1);
  const int across = area.height * 54 / 100;
  disc({area.GetRight() - in * 2 - across, area.y + (area.height - across) / 2, across, across},
       wxColour(0xFF, 0xFF, 0xFF, 0x38), wxNullColour, 0);
  const int left = area.x + in * 2 + area.height / 16;
  const int room = area.GetRight() - in - left;
  int size = std::max(area.height * 54 / 100, 10);
  while (size > 10 && text_width(piece.number, size, true) > room) --size;
  text(piece.number, {left, area.y, room + 2, area.height},
       {.size = size, .bold = true, .colour = number, .across = Across::left});
}

void Painter::coin(const PieceLook& piece, const wxRect& area) {
  const wxColour metal(wxString::FromUTF8(piece.colour));
  const wxColour edge = metal.ChangeLightness(82);
  wxRect inner = area;
  if (!piece.rim_colour.empty()) {
    const wxColour rim(wxString::FromUTF8(piece.rim_colour));
    disc(area, rim, rim.ChangeLightness(82), 2);
    inner.Deflate(area.width * 16 / 100);
    disc(inner, metal, wxNullColour, 0);
  } else {
    disc(area, metal, edge, 2);
  }
  int size = std::max(area.width * 40 / 100, 10);
  while (size > 10 && text_width(piece.number, size, true) > inner.width * 84 / 100) --size;
  text(piece.number, area,
       {.size = size, .bold = true, .colour = look_.colours().ink, .across = Across::centre});
}

void Painter::piece(const PieceLook& piece, const wxRect& area, int pixels_per_cm) {
  const wxRect at = wxRect(piece_size(piece, pixels_per_cm)).CentreIn(area);
  if (piece.note) {
    note(piece, at);
  } else {
    coin(piece, at);
  }
}

}  // namespace tilia::ui
