#include <algorithm>
#include <numeric>

#include "reporting/pdf_qr.h"
#include "reporting/pdf_sheet.h"
#include "reporting/trade_paper.h"

namespace tilia::reporting {
namespace {

constexpr double body = 9.5;
constexpr double gutter = 10;
constexpr double middle = sheet::left + 280;  // where the facts begin
constexpr double code_side = 30 * points_per_mm;

class Writer {
 public:
  Writer(const TradePaper& paper, PdfDrawing& drawing)
      : paper_(paper), drawing_(drawing), page_(drawing, notices_of(paper)) {}

  void write() {
    page_.start_page();
    head();
    page_.down(26);
    page_.heading(paper_.title, 22);
    page_.down(12);
    lines();
    vat();
    sums();
    pay();
    notes();
    signatures();
    page_.foot(paper_.title + " · " + paper_.from.front());
  }

 private:
  [[nodiscard]] static std::vector<SheetNotice> notices_of(const TradePaper& paper) {
    std::vector<SheetNotice> notices;
    for (const std::string& text : paper.notices) notices.push_back({text, true});
    return notices;
  }

  // Names are as long as they are: they wrap, each beneath the other.
  double block(double x, double y, double width, const std::vector<std::string>& words) {
    bool first = true;
    for (const std::string& each : words) {
      const TextStyle style = first ? TextStyle{.size = 11.5, .weight = Weight::bold}
                                    : TextStyle{.size = body, .ink = inks::soft};
      y = drawing_.paragraph(x, y + (first ? 0 : 1), width, each, style);
      first = false;
    }
    return y;
  }

  void head() {
    const double top = page_.y() + 11;
    const double left_end = block(sheet::left, top, middle - sheet::left - 24, paper_.from);
    double y = left_end + 22;
    drawing_.text(sheet::left, y, paper_.for_whom, {.size = body, .ink = inks::soft});
    y = block(sheet::left, y + 17, middle - sheet::left - 24, paper_.to);
    double fact = left_end + 22;
    constexpr double label = 92;
    for (const auto& [name, value] : paper_.facts) {
      const double words_end =
          drawing_.paragraph(middle, fact, label - gutter, name, {.size = body, .ink = inks::soft});
      const double value_end = drawing_.paragraph(
          middle + label, fact, sheet::right - middle - label, value, {.size = body});
      fact = std::max(words_end, value_end) + 2;
    }
    page_.move_to(std::max(y, fact));
  }

  struct Place {
    double x = 0;
    double width = 0;
    bool right = false;
  };
  [[nodiscard]] std::vector<Place> places() const {
    const int all = std::accumulate(
        paper_.columns.begin(), paper_.columns.end(), 0,
        [](int sum, const TradePaper::Column& column) { return sum + column.share; });
    std::vector<Place> places;
    double x = sheet::left;
    for (const TradePaper::Column& column : paper_.columns) {
      const double wide = sheet::width * column.share / all;
      places.push_back({x, wide - gutter, column.to_the_right});
      x += wide;
    }
    // The last one reaches the edge of the page.
    if (!places.empty()) places.back().width += gutter;
    return places;
  }

  void row(const std::vector<Place>& at, const std::vector<std::string>& cells, TextStyle style) {
    std::vector<std::vector<std::string>> wrapped;
    std::size_t most = 1;
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      wrapped.push_back(drawing_.lines(cells[cell], style, at.at(cell).width));
      most = std::max(most, wrapped.back().size());
    }
    const double step = line_height(style.size);
    const double high = step * static_cast<double>(most) + 7;
    for (std::size_t cell = 0; cell < wrapped.size(); ++cell) {
      const Place& place = at.at(cell);
      style.align = place.right ? Align::right : Align::left;
      double y = page_.y() + style.size + 2.5;
      for (const std::string& line : wrapped[cell]) {
        drawing_.text(place.right ? place.x + place.width : place.x, y, line, style);
        y += step;
      }
    }
    page_.down(high);
    drawing_.rule(sheet::left, sheet::right, page_.y(), inks::line);
  }

  void headings(const std::vector<Place>& at) {
    std::vector<std::string> cells;
    for (const TradePaper::Column& column : paper_.columns) cells.push_back(column.heading);
    row(at, cells, {.size = 8.5, .ink = inks::soft});
  }

  [[nodiscard]] double height_of(const std::vector<Place>& at, const TradePaper::Line& line) const {
    const double wide = line.heads_group ? sheet::width : at.front().width;
    const auto rows = drawing_.lines(line.cells.front(), {.size = body}, wide).size();
    // A group's head stays with the line that follows it.
    return line_height(body) * static_cast<double>(rows) + 7 + (line.heads_group ? 34 : 0);
  }

  void lines() {
    const std::vector<Place> at = places();
    headings(at);
    for (const TradePaper::Line& line : paper_.lines) {
      if (page_.y() + height_of(at, line) > sheet::bottom) {
        page_.start_page();
        headings(at);
      }
      if (!line.heads_group) {
        row(at, line.cells, {.size = body});
        continue;
      }
      page_.down(5);
      row({{sheet::left, sheet::width, false}}, {line.cells.front()},
          {.size = body, .weight = Weight::bold});
    }
  }

  // Small, beneath the lines, on the right.
  void vat() {
    if (paper_.vat.empty()) return;
    page_.need(16 + 20 * static_cast<double>(paper_.vat.size()));
    page_.down(16);
    const std::size_t count = paper_.vat.front().size();
    const double wide = (sheet::right - middle + 60) / static_cast<double>(count);
    bool first = true;
    for (const auto& cells : paper_.vat) {
      const TextStyle style{.size = first ? 8.5 : body, .ink = first ? inks::soft : inks::ink};
      double right = sheet::right - wide * static_cast<double>(count - 1);
      for (const std::string& cell : cells) {
        TextStyle fitted = drawing_.fitted(cell, style, wide - 4);
        fitted.align = Align::right;
        drawing_.text(right, page_.y() + style.size, cell, fitted);
        right += wide;
      }
      page_.down(line_height(body) + 2);
      first = false;
    }
  }

  void sums() {
    if (paper_.sums.empty()) return;
    page_.need(26 * static_cast<double>(paper_.sums.size()) + 20);
    page_.down(12);
    for (const TradePaper::Sum& sum : paper_.sums) {
      const double size = sum.large ? 16 : 10.5;
      const Weight weight = sum.large ? Weight::bold : Weight::regular;
      if (sum.large) {
        drawing_.rule(middle - 60, sheet::right, page_.y() + 2, inks::ink, 0.9);
        page_.down(6);
      }
      const double y = page_.y() + size;
      const TextStyle amount{.size = size, .weight = weight, .align = Align::right};
      const double room = sheet::right - middle + 60 - drawing_.width(sum.amount, amount) - gutter;
      const TextStyle label{.size = sum.large ? 12 : size, .weight = weight};
      drawing_.text(middle - 60, y, sum.label, drawing_.fitted(sum.label, label, room));
      drawing_.text(sheet::right, y, sum.amount, amount);
      page_.down(line_height(size) + 2);
    }
  }

  void pay() {
    if (paper_.pay.empty()) return;
    constexpr double air = 14;
    const bool code = !paper_.code.empty();
    const double room = sheet::width - 2 * air - (code ? code_side + 2 * air : 0);
    double words_high = 0;
    for (const std::string& each : paper_.pay)
      words_high += line_height(10.5) *
                        static_cast<double>(drawing_.lines(each, {.size = 10.5}, room).size()) +
                    4;
    const double caption = paper_.code_words.empty() ? 0 : 14;
    const double inner = code ? std::max(words_high, code_side + caption) : words_high;
    const double high = inner + 2 * air;
    page_.need(high + 20);
    page_.down(18);
    drawing_.filled(sheet::left, page_.y(), sheet::width, high, inks::sand, 9);
    double y = page_.y() + air + 10.5;
    for (const std::string& each : paper_.pay)
      y = drawing_.paragraph(sheet::left + air, y, room, each, {.size = 10.5}) + 4;
    if (code) {
      const double left = sheet::right - air - code_side;
      // Readers want a light ground and a quiet edge around it.
      drawing_.filled(left - 7, page_.y() + air - 7, code_side + 14, code_side + 14, inks::white,
                      5);
      draw_qr(drawing_, left, page_.y() + air, code_side, paper_.code);
      TextStyle words =
          drawing_.fitted(paper_.code_words, {.size = 8, .ink = inks::soft}, code_side + 2 * air);
      words.align = Align::centre;
      drawing_.text(left + code_side / 2, page_.y() + air + code_side + 18, paper_.code_words,
                    words);
    }
    page_.down(high);
  }

  void notes() {
    for (const std::string& note : paper_.notes) {
      page_.need(30);
      page_.down(12);
      page_.paragraph(note, {.size = body, .ink = inks::soft});
    }
  }

  void signatures() {
    if (paper_.signatures.empty()) return;
    page_.need(90);
    page_.down(58);
    const double wide = sheet::width / static_cast<double>(paper_.signatures.size());
    double x = sheet::left;
    for (const std::string& words : paper_.signatures) {
      drawing_.rule(x, x + wide - 24, page_.y(), inks::soft);
      drawing_.paragraph(x, page_.y() + 13, wide - 24, words, {.size = 8.5, .ink = inks::soft});
      x += wide;
    }
  }

  const TradePaper& paper_;
  PdfDrawing& drawing_;
  PdfSheet page_;
};

}  // namespace

PdfBytes trade_paper_pdf(const TradePaper& paper, const Typeface& typeface) {
  PdfDrawing drawing(typeface);
  Writer(paper, drawing).write();
  return drawing.finish();
}

}  // namespace tilia::reporting
