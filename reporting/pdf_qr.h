// A text as a square that readers read (QR code, ISO/IEC 18004, error correction M), drawn as
// filled cells.
#pragma once

#include <string>

#include "reporting/pdf.h"

namespace tilia::reporting {

// `side`: of the square without its quiet zone, which the caller leaves free. Throws
// std::runtime_error for a text that is too long.
void draw_qr(PdfDrawing& drawing, double left, double top, double side, const std::string& text);

}  // namespace tilia::reporting
