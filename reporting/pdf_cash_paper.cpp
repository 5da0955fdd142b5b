#include <fmt/format.h>

#include <string>
#include <vector>

#include "reporting/cash_paper.h"
#include "reporting/pdf_sheet.h"

namespace tilia::reporting {
namespace {

constexpr double number_width = 70;
constexpr double amount_right = sheet::left + 190;
constexpr double pieces_left = sheet::left + 214;
constexpr double slip_height = 148 * points_per_mm;  // A5, lying

std::string pieces_text(const std::vector<CashPaper::Pieces>& pieces, const Words& words) {
  std::string text;
  for (const CashPaper::Pieces& some : pieces) {
    if (!text.empty()) text += ", ";
    text += fmt::format("{}\u00A0×\u00A0{}", some.count, words.amount(some.value));
  }
  return text;
}

// One row: a word on the left, an amount, and what explains it.
void row(PdfSheet& page, const std::string& left, const std::string& amount,
         const std::string& right, const TextStyle& style) {
  PdfDrawing& drawing = page.drawing();
  const double width = sheet::right - pieces_left;
  const double lines =
      static_cast<double>(right.empty() ? 1 : drawing.lines(right, style, width).size());
  const double height = line_height(style.size) * lines + 8;
  page.need(height);
  const double y = page.y() + style.size + 3;
  drawing.text(sheet::left, y, left, drawing.fitted(left, style, number_width + 40));
  TextStyle to_the_right = style;
  to_the_right.align = Align::right;
  drawing.text(amount_right, y, amount, to_the_right);
  drawing.paragraph(pieces_left, y, width, right, style);
  page.down(height);
  drawing.rule(sheet::left, sheet::right, page.y(), inks::line);
}

void draw_list(PdfSheet& page, const CashPaper& paper, const Words& words) {
  const TextStyle small{.size = 9, .ink = inks::soft};
  const TextStyle plain{.size = 11};
  const TextStyle bold{.size = 11, .weight = Weight::bold};
  page.start_page();
  page.heading(words.say(Phrase("reporting.cash.title").with("month", paper.month)), 24);
  page.paragraph(paper.payer, {.size = 11, .ink = inks::soft});
  page.down(8);
  page.paragraph(words.say("reporting.cash.list_means"), plain);
  page.down(12);
  row(page, words.say("reporting.cash.envelope"), words.say("reporting.cash.amount"),
      words.say("reporting.cash.pieces"), small);
  for (const CashPaper::Envelope& one : paper.envelopes)
    row(page, std::to_string(one.number), words.amount(one.cash), pieces_text(one.pieces, words),
        plain);
  row(page, words.say("reporting.cash.together"), words.amount(paper.cash),
      std::string(paper.cash.currency().code()), bold);
  page.down(16);
  page.need(80);
  page.heading(words.say("reporting.cash.to_fetch"), 14);
  page.down(4);
  for (const CashPaper::Pieces& some : paper.to_fetch)
    row(page, fmt::format("{} ×", some.count), words.amount(some.value), {}, plain);
}

void signed_line(PdfDrawing& drawing, double left, double right, const std::string& label) {
  constexpr double y = slip_height - 62;
  drawing.rule(left, right, y, inks::ink, 0.8);
  drawing.text(left, y + 13, label, {.size = 9, .ink = inks::soft});
}

void draw_slip(PdfDrawing& drawing, const CashPaper& paper, const CashPaper::Envelope& one,
               const Words& words) {
  drawing.start_page(a4_width, slip_height);
  double y = 52;
  if (paper.practice) {
    drawing.text(sheet::left, y, words.say("reporting.payslip.practice"),
                 {.size = 10, .weight = Weight::bold});
    y += 26;
  }
  const std::string title = words.say(Phrase("reporting.cash.received").with("month", paper.month));
  drawing.text(sheet::left, y + 12, title,
               drawing.fitted(title, {.size = 22, .weight = Weight::bold}, sheet::width));
  drawing.text(sheet::left, y + 34, paper.payer,
               drawing.fitted(paper.payer, {.size = 11, .ink = inks::soft}, sheet::width));
  drawing.text(sheet::left, y + 72, one.worker,
               drawing.fitted(one.worker, {.size = 14}, sheet::width - 150));
  const std::string number =
      words.say(Phrase("reporting.cash.envelope_number").with("number", std::int64_t{one.number}));
  drawing.text(sheet::right, y + 72, number,
               {.size = 11, .ink = inks::soft, .align = Align::right});
  drawing.text(sheet::left, y + 112, words.amount_with_currency(one.cash),
               {.size = 28, .weight = Weight::bold});
  const Money more = one.cash - one.net;
  if (!more.is_zero())
    drawing.paragraph(
        sheet::left, y + 138, sheet::width,
        words.say(
            Phrase("reporting.cash.rounded_up").with("net", one.net).with("difference", more)),
        {.size = 10, .ink = inks::soft});
  signed_line(drawing, sheet::left, sheet::left + 140, words.say("reporting.cash.day"));
  signed_line(drawing, sheet::left + 170, sheet::right, words.say("reporting.cash.signature"));
}

}  // namespace

PdfBytes cash_paper_pdf(const CashPaper& paper, const Typeface& typeface, const Words& words) {
  PdfDrawing drawing(typeface);
  std::vector<SheetNotice> notices;
  if (paper.practice) notices.push_back({words.say("reporting.payslip.practice")});
  PdfSheet page(drawing, notices);
  draw_list(page, paper, words);
  for (const CashPaper::Envelope& one : paper.envelopes) draw_slip(drawing, paper, one, words);
  return drawing.finish();
}

}  // namespace tilia::reporting
