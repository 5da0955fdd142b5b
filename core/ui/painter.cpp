#include "core/ui/painter.h"

#include <wx/dcclient.h>

#include <algorithm>

namespace tilia::ui {
namespace {

constexpr int coin_scale = 2;  // coins are drawn at twice the notes' scale

}  // namespace

wxSize piece_size(const PieceLook& piece, int pixels_per_cm) {
  const int scale = piece.note ? pixels_per_cm : pixels_per_cm * coin_scale;
  return {piece.width_tenths_mm * scale / 100, piece.height_tenths_mm * scale / 100};
}

Painter::Painter(wxWindowDC& dc, const Look& look)
    : look_(look), on_(dc.GetWindow()), context_(wxGraphicsContext::Create(dc)) {}

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
  if (text_width(piece.number, size, true) > room) return;  // a small picture has its colour only
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
  const int room = inner.width * 84 / 100;
  while (size > 10 && text_width(piece.number, size, true) > room) --size;
  if (text_width(piece.number, size, true) > room) return;
  text(piece.number, area,
       {.size = size, .bold = true, .colour = look_.colours().ink, .across = Across::centre});
}

void Painter::piece(const PieceLook& piece, const wxRect& area, int pixels_per_cm) {
  const wxRect at = wxRect(piece_size(piece, pixels_per_cm)).CentreIn(area);
  kind_ = DrawnText::Kind::on_piece;
  if (piece.note) {
    note(piece, at);
  } else {
    coin(piece, at);
  }
  kind_ = DrawnText::Kind::words;
}

}  // namespace tilia::ui
