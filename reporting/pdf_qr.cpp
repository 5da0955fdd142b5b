#include "reporting/pdf_qr.h"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace tilia::reporting {

void draw_qr(PdfDrawing& drawing, double left, double top, double side, const std::string& text) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
  if (!code) throw std::runtime_error("the text does not fit into a square code");
  const double cell = side / code->width;
  for (int row = 0; row < code->width; ++row) {
    // One rectangle for neighbours: no hairlines between them, and a smaller file.
    for (int column = 0; column < code->width; ++column) {
      int end = column;
      while (end < code->width && (code->data[row * code->width + end] & 1U) != 0) ++end;
      if (end > column)
        drawing.filled(left + column * cell, top + row * cell, (end - column) * cell, cell,
                       inks::ink);
      column = end;
    }
  }
}

}  // namespace tilia::reporting
