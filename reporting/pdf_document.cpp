#include <algorithm>
#include <numeric>
#include <sstream>

#include "reporting/document.h"
#include "reporting/pdf.h"
#include "reporting/pdf_sheet.h"

namespace tilia::reporting {
namespace {

constexpr double body = 10.5;
constexpr double cell_size = 9;
constexpr double gutter = 10;

class GridWriter {
 public:
  GridWriter(PdfSheet& page, const Document::Grid& grid) : page_(page), grid_(grid) {
    const int all = std::accumulate(grid.shares.begin(), grid.shares.end(), 0);
    double x = sheet::left;
    for (const int share : grid.shares) {
      const double wide = sheet::width * share / all;
      columns_.push_back({x, wide - gutter});
      x += wide;
    }
  }

  void write() {
    page_.down(6);
    const TextStyle style{.size = cell_size};
    page_.need(60);
    head();
    for (const auto& cells : grid_.rows) {
      if (page_.y() + height(lines_of(cells, style)) > sheet::bottom) {
        page_.start_page();
        head();
      }
      row(cells, style);
    }
  }

 private:
  struct Place {
    double x;
    double width;
  };

  void head() {
    const bool any = std::any_of(grid_.headings.begin(), grid_.headings.end(),
                                 [](const std::string& heading) { return !heading.empty(); });
    if (any) row(grid_.headings, {.size = cell_size, .ink = inks::soft});
  }

  using Lines = std::vector<std::vector<std::string>>;  // of each cell

  [[nodiscard]] Lines lines_of(const std::vector<std::string>& cells,
                               const TextStyle& style) const {
    Lines lines;
    for (std::size_t at = 0; at < cells.size(); ++at) {
      lines.emplace_back();
      std::istringstream cell(cells[at]);
      for (std::string part; std::getline(cell, part);) {
        for (std::string& line : page_.drawing().lines(part, style, columns_.at(at).width))
          lines.back().push_back(std::move(line));
      }
    }
    return lines;
  }

  [[nodiscard]] static double height(const Lines& lines) {
    std::size_t most = 1;
    for (const auto& cell : lines) most = std::max(most, cell.size());
    return line_height(cell_size) * static_cast<double>(most) + 8;
  }

  [[nodiscard]] bool to_the_right(std::size_t column) const {
    return column < grid_.to_the_right.size() && grid_.to_the_right[column];
  }

  // The last at the edge of the page, others well away from the words that follow.
  [[nodiscard]] double right_end(std::size_t column) const {
    const Place& place = columns_[column];
    const bool last = column + 1 == columns_.size();
    return place.x + place.width + (last ? gutter : -gutter);
  }

  void row(const std::vector<std::string>& cells, TextStyle style) {
    PdfDrawing& drawing = page_.drawing();
    const Lines lines = lines_of(cells, style);
    const double step = line_height(style.size);
    const double high = height(lines);
    for (std::size_t at = 0; at < lines.size(); ++at) {
      double y = page_.y() + style.size + 3;
      const bool right = to_the_right(at);
      style.align = right ? Align::right : Align::left;
      const double x = right ? right_end(at) : columns_[at].x;
      for (const std::string& line : lines[at]) {
        drawing.text(x, y, line, style);
        y += step;
      }
    }
    page_.down(high);
    drawing.rule(sheet::left, sheet::right, page_.y(), inks::line);
  }

  PdfSheet& page_;
  const Document::Grid& grid_;
  std::vector<Place> columns_;
};

}  // namespace

PdfBytes document_pdf(const Document& document, const Typeface& typeface) {
  PdfDrawing drawing(typeface);
  PdfSheet page(drawing, {});
  page.start_page();
  page.heading(document.title, 24);
  page.down(4);
  for (const std::string& line : document.about)
    page.paragraph(line, {.size = body, .ink = inks::soft});
  for (const Document::Part& part : document.parts) {
    // A heading is not left alone at the foot of a page.
    page.need(part.grids.empty() ? 80 : 170);
    page.down(24);
    page.heading(part.heading, 14);
    page.down(4);
    for (const std::string& paragraph : part.paragraphs) {
      const auto lines = drawing.lines(paragraph, {.size = body}, sheet::width).size();
      page.need(line_height(body) * static_cast<double>(lines) + 4);
      page.paragraph(paragraph, {.size = body});
      page.down(4);
    }
    for (const Document::Grid& grid : part.grids) GridWriter(page, grid).write();
  }
  page.foot(document.title);
  return drawing.finish();
}

}  // namespace tilia::reporting
