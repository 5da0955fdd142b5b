// Receipts and day sheets: a strip of lines, as the printer's roll would show it, or in the middle
// of an A4 page.
#include <fmt/format.h>

#include <algorithm>

#include "reporting/papers.h"
#include "reporting/pdf.h"
#include "reporting/pdf_barcode.h"

namespace tilia::reporting {
namespace {

struct StripForm {
  double page_width;
  double left;
  double width;
  double margin;  // above the first and below the last line
  double body;
  double title;
  double total;
};

constexpr StripForm roll_form{
    80 * points_per_mm, 5 * points_per_mm, 70 * points_per_mm, 6 * points_per_mm, 9, 14, 14};
constexpr StripForm a4_form{
    a4_width, 45 * points_per_mm, 120 * points_per_mm, 30 * points_per_mm, 11, 20, 16};

constexpr double bars_high = 16 * points_per_mm;

// One line of the strip, measured: how high it is and what stands in it, from its own top.
struct Row {
  struct Piece {
    double x;
    double baseline;
    std::string text;
    TextStyle style;
  };
  double height = 0;
  std::vector<Piece> pieces;
  std::vector<double> rules;
  std::vector<std::pair<double, double>> bars = {};  // left end and width
};

class RowMaker {
 public:
  RowMaker(const PdfDrawing& drawing, const StripForm& form) : drawing_(drawing), form_(form) {}

  [[nodiscard]] Row row(const StripLine& line) const {
    using Kind = StripLine::Kind;
    switch (line.kind) {
      case Kind::title:
        return block(line.left, {form_.title, Weight::bold, inks::ink, Align::centre}, 1.1);
      case Kind::centred:
        return block(line.left, {form_.body, Weight::regular, inks::soft, Align::centre}, 1);
      case Kind::text:
        return block(line.left, {form_.body, Weight::regular, inks::ink, Align::left}, 1);
      case Kind::pair: return pair(line, {form_.body, Weight::regular, inks::ink, Align::left});
      case Kind::total: return pair(line, {form_.total, Weight::bold, inks::ink, Align::left});
      case Kind::rule: return Row{form_.body * 1.1, {}, {form_.body * 0.55}};
      case Kind::space: return Row{line_height(form_.body) / 2, {}, {}};
      case Kind::notice: return notice(line.left);
      case Kind::barcode: return barcode(line.left);
    }
    return {};
  }

 private:
  [[nodiscard]] double anchor(Align align) const {
    return align == Align::centre ? form_.left + form_.width / 2 : form_.left;
  }

  [[nodiscard]] Row block(const std::string& text, const TextStyle& style, double spread) const {
    Row row;
    for (const std::string& line : drawing_.lines(text, style, form_.width)) {
      row.pieces.push_back({anchor(style.align), row.height + style.size, line, style});
      row.height += line_height(style.size) * spread;
    }
    return row;
  }

  // The right part stands on the last line of the left one, or below where it would crowd it.
  [[nodiscard]] Row pair(const StripLine& line, TextStyle left) const {
    TextStyle right = drawing_.fitted(line.right, left, form_.width);
    right.align = Align::right;
    const double gap = left.size;
    const double beside = form_.width - drawing_.width(line.right, right) - gap;
    const bool crowded = beside < form_.width * 0.3 && drawing_.width(line.left, left) > beside;
    Row row;
    for (const std::string& text :
         drawing_.lines(line.left, left, crowded ? form_.width : beside)) {
      row.pieces.push_back({form_.left, row.height + left.size, text, left});
      row.height += line_height(left.size);
    }
    const double step = line_height(left.size);
    if (crowded) row.height += step;
    row.pieces.push_back(
        {form_.left + form_.width, row.height - step + left.size, line.right, right});
    return row;
  }

  [[nodiscard]] Row notice(const std::string& text) const {
    const TextStyle style{form_.body * 1.1, Weight::bold, inks::ink, Align::centre};
    const double air = form_.body * 0.7;
    Row row = block(text, style, 1);
    for (Row::Piece& piece : row.pieces) piece.baseline += 1.4 * air;
    row.height += 2.6 * air;
    row.rules = {air * 0.7, row.height - air * 0.7};
    return row;
  }

  // A module is a third of a millimetre, as the standard has it; the digits stand below.
  [[nodiscard]] Row barcode(const std::string& number) const {
    const std::string modules = ean13_modules(number);
    if (modules.empty())
      return block(number, {form_.title, Weight::bold, inks::ink, Align::centre}, 1.1);
    Row row = block(number, {form_.body, Weight::regular, inks::ink, Align::centre}, 1);
    for (Row::Piece& piece : row.pieces) piece.baseline += bars_high;
    row.height += bars_high + form_.body / 2;
    constexpr double module = 0.33 * points_per_mm;
    const double left =
        form_.left + (form_.width - module * static_cast<double>(modules.size())) / 2;
    for (std::size_t at = 0; at < modules.size(); ++at) {
      if (modules[at] == '1')
        row.bars.emplace_back(left + module * static_cast<double>(at), module);
    }
    return row;
  }

  const PdfDrawing& drawing_;
  const StripForm& form_;
};

void draw(PdfDrawing& drawing, const StripForm& form, const Row& row, double top) {
  for (const Row::Piece& piece : row.pieces)
    drawing.text(piece.x, top + piece.baseline, piece.text, piece.style);
  for (const double y : row.rules)
    drawing.rule(form.left, form.left + form.width, top + y, inks::soft, 0.5);
  for (const auto& [left, width] : row.bars) drawing.filled(left, top, width, bars_high, inks::ink);
}

void number_pages(PdfDrawing& drawing, const StripForm& form, const std::string& name) {
  const double y = a4_height - form.margin / 2;
  drawing.on_each_page([&](int page, int pages) {
    if (pages == 1) return;
    drawing.text(form.left, y, name, {.size = 9, .ink = inks::soft});
    drawing.text(form.left + form.width, y, fmt::format("{} / {}", page, pages),
                 {.size = 9, .ink = inks::soft, .align = Align::right});
  });
}

// A paper on the sheet, in a frame as wide as the roll.
constexpr StripForm framed_form{
    a4_width, 30 * points_per_mm, 74 * points_per_mm, 22 * points_per_mm, 9, 14, 14};

}  // namespace

PdfBytes captioned_strips_pdf(const std::string& title, const std::vector<CaptionedStrip>& papers,
                              const Typeface& typeface) {
  constexpr double air = 12;
  const StripForm& form = framed_form;
  PdfDrawing drawing(typeface);
  drawing.start_page(a4_width, a4_height);
  const double left = form.left - air;
  const double right = a4_width - left;
  double y = form.margin + 22;
  drawing.text(left, y, title, {.size = 22, .weight = Weight::bold});
  y += 30;
  for (const CaptionedStrip& paper : papers) {
    std::vector<Row> rows;
    double high = 2 * air;
    for (const StripLine& line : paper.strip.lines) {
      rows.push_back(RowMaker(drawing, form).row(line));
      high += rows.back().height;
    }
    const TextStyle note{.size = 10, .ink = inks::soft};
    const auto notes = drawing.lines(paper.note, note, right - left);
    const double caption = 20 + line_height(note.size) * static_cast<double>(notes.size());
    if (y + caption + high > a4_height - form.margin && y > form.margin + 60) {
      drawing.start_page(a4_width, a4_height);
      y = form.margin;
    }
    drawing.text(left, y + 12, paper.caption, {.size = 13, .weight = Weight::bold});
    y += 20;
    for (const std::string& line : notes) {
      drawing.text(left, y + note.size, line, note);
      y += line_height(note.size);
    }
    y += 8;
    const double frame_right = form.left + form.width + air;
    for (const double edge : {y, y + high}) drawing.rule(left, frame_right, edge, inks::line);
    double top = y + air;
    for (const Row& row : rows) {
      draw(drawing, form, row, top);
      top += row.height;
    }
    y += high + 30;
  }
  return drawing.finish();
}

PdfBytes strip_pdf(const Strip& strip, StripPaper paper, const Typeface& typeface) {
  const StripForm& form = paper == StripPaper::a4 ? a4_form : roll_form;
  PdfDrawing drawing(typeface);
  std::vector<Row> rows;
  double height = 2 * form.margin;
  for (const StripLine& line : strip.lines) {
    rows.push_back(RowMaker(drawing, form).row(line));
    height += rows.back().height;
  }
  if (paper == StripPaper::a4) height = a4_height;

  drawing.start_page(form.page_width, height);
  double y = form.margin;
  for (const Row& row : rows) {
    if (paper == StripPaper::a4 && y + row.height > height - form.margin && y > form.margin) {
      drawing.start_page(form.page_width, height);
      y = form.margin;
    }
    draw(drawing, form, row, y);
    y += row.height;
  }
  if (paper == StripPaper::a4) number_pages(drawing, form, strip.name);
  return drawing.finish();
}

}  // namespace tilia::reporting
