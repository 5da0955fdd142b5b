#include "reporting/approval_sheet.h"
#include "reporting/pdf_qr.h"
#include "reporting/pdf_sheet.h"

namespace tilia::reporting {

PdfBytes approval_sheet_pdf(const ApprovalSheet& sheet, const Typeface& typeface,
                            const Words& words) {
  constexpr double square_side = 60 * points_per_mm;
  PdfDrawing drawing(typeface);
  PdfSheet page(drawing, {});
  page.start_page();
  page.heading(words.say("reporting.approval.title"), 24);
  page.paragraph(sheet.what, {.size = 12});
  page.down(6);
  page.paragraph(words.say(Phrase("reporting.approval.until").with("day", sheet.until)),
                 {.size = 11, .ink = inks::soft});
  page.down(20);
  draw_qr(drawing, sheet::left, page.y(), square_side, sheet.line);
  page.down(square_side + 24);
  page.paragraph(sheet.line, {.size = 9, .ink = inks::soft});
  return drawing.finish();
}

}  // namespace tilia::reporting
