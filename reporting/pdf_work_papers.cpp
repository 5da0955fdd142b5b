// A year's statement: each month on a row, what each contribution paid for beneath. A certificate
// of work: one page, which names where, when and what, and is signed by hand.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/check.h"
#include "reporting/pdf.h"
#include "reporting/pdf_sheet.h"
#include "reporting/work_papers.h"

namespace tilia::reporting {
namespace {

constexpr double size = 10;
constexpr TextStyle soft{.size = size, .ink = inks::soft};

std::vector<SheetNotice> notices_of(bool practice, const Words& words) {
  if (!practice) return {};
  return {{words.say("reporting.payslip.practice"), false}};
}

std::string on_one_line(const std::string& address) {
  std::string line;
  for (const char letter : address)
    line += letter == '\n' ? std::string(", ") : std::string{letter};
  return line;
}

void draw_employer(PdfSheet& page, const WorkPlace& employer, const Words& words) {
  page.paragraph(employer.name, {.size = 11, .weight = Weight::bold});
  std::string about = on_one_line(employer.address);
  if (!employer.tax_number.empty())
    about += (about.empty() ? "" : " · ") +
             words.say(Phrase("reporting.payslip.tax_number").with("number", employer.tax_number));
  page.down(3);
  if (!about.empty()) page.paragraph(about, soft);
}

class YearTable {
 public:
  YearTable(PdfSheet& page, const YearPaper& paper, const Words& words)
      : page_(page), paper_(paper), words_(words) {}

  void draw() {
    sums_ = summed();
    head({words_.say("reporting.year.month"), words_.say("reporting.year.gross"),
          words_.say("reporting.year.contributions"), words_.say("reporting.year.tax"),
          words_.say("reporting.year.net"), words_.say("reporting.year.paid_out")});
    for (const YearPaper::MonthOfPay& month : paper_.months)
      row(cells(words_.month(month.month), month), Weight::regular);
    row(cells(words_.say("reporting.year.together"), sums_), Weight::bold);
    branches();
  }

 private:
  using Cells = std::vector<std::string>;

  [[nodiscard]] YearPaper::MonthOfPay summed() const {
    YearPaper::MonthOfPay sum = paper_.months.front();
    for (std::size_t at = 1; at < paper_.months.size(); ++at) {
      const YearPaper::MonthOfPay& month = paper_.months[at];
      sum.gross += month.gross;
      sum.tax += month.tax;
      sum.net += month.net;
      sum.paid_out += month.paid_out;
      for (std::size_t branch = 0; branch < sum.contributions.size(); ++branch)
        sum.contributions[branch] += month.contributions.at(branch);
    }
    return sum;
  }

  [[nodiscard]] Cells cells(const std::string& name, const YearPaper::MonthOfPay& month) const {
    Money contributions = Money::zero(month.gross.currency());
    for (const Money& one : month.contributions) contributions += one;
    return {name,
            words_.amount(month.gross),
            words_.amount(contributions),
            words_.amount(month.tax),
            words_.amount(month.net),
            words_.amount(month.paid_out)};
  }

  // Headings in as many lines as they need, the last on the rule.
  void head(const Cells& cells) {
    PdfDrawing& drawing = page_.drawing();
    const TextStyle style{.size = 8.5, .ink = inks::soft};
    std::vector<Cells> lines;
    std::size_t most = 1;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      lines.push_back(drawing.lines(cells[column], style, column_width - 8));
      most = std::max(most, lines.back().size());
    }
    page_.need(line_height(style.size) * static_cast<double>(most) + 80);
    for (std::size_t line = 0; line < most; ++line) {
      for (std::size_t column = 0; column < cells.size(); ++column) {
        const std::size_t above = most - lines[column].size();
        if (line >= above) cell(column, lines[column][line - above], style, 10);
      }
      page_.down(line_height(style.size));
    }
    page_.down(4);
    page_.drawing().rule(sheet::left, sheet::right, page_.y(), inks::line);
  }

  void cell(std::size_t column, const std::string& text, TextStyle style, double below) {
    PdfDrawing& drawing = page_.drawing();
    style = drawing.fitted(text, style, column == 0 ? first_width - 5 : column_width - 6);
    if (column > 0) style.align = Align::right;
    const double x = column == 0
                         ? sheet::left
                         : sheet::left + first_width + column_width * static_cast<double>(column);
    drawing.text(x, page_.y() + below, text, style);
  }

  void row(const Cells& cells, Weight weight) {
    page_.need(30);
    for (std::size_t column = 0; column < cells.size(); ++column)
      cell(column, cells[column], {.size = size, .weight = weight}, 14);
    page_.down(21);
    page_.drawing().rule(sheet::left, sheet::right, page_.y(), inks::line);
  }

  // What each contribution was, month by month: as many beside each other as the sheet takes.
  void branches() {
    for (std::size_t first = 0; first < paper_.branches.size(); first += columns) {
      const std::size_t last = std::min(first + columns, paper_.branches.size());
      page_.need(150);
      page_.down(28);
      page_.heading(words_.say("reporting.year.by_branch"), 13);
      page_.down(6);
      Cells heads{words_.say("reporting.year.month")};
      for (std::size_t at = first; at < last; ++at)
        heads.push_back(words_.say(paper_.branches[at]));
      head(heads);
      const auto amounts = [&](const std::string& name, const YearPaper::MonthOfPay& month) {
        Cells cells{name};
        for (std::size_t at = first; at < last; ++at)
          cells.push_back(words_.amount(month.contributions.at(at)));
        return cells;
      };
      for (const YearPaper::MonthOfPay& month : paper_.months)
        row(amounts(words_.month(month.month), month), Weight::regular);
      row(amounts(words_.say("reporting.year.together"), sums_), Weight::bold);
    }
  }

  static constexpr std::size_t columns = 5;
  static constexpr double first_width = 95;
  static constexpr double column_width = (sheet::width - first_width) / columns;

  PdfSheet& page_;
  const YearPaper& paper_;
  const Words& words_;
  YearPaper::MonthOfPay sums_ = paper_.months.front();
};

std::string term_text(const CertificatePaper::Term& term, const Words& words) {
  if (!term.to) return words.say(Phrase("reporting.certificate.since").with("from", term.from));
  return words.say(
      Phrase("reporting.certificate.from_to").with("from", term.from).with("to", *term.to));
}

std::string hours_text(int minutes, const Words& words) {
  constexpr int minutes_an_hour = 60;
  const bool whole = minutes % minutes_an_hour == 0;
  return words.say(Phrase("reporting.certificate.hours")
                       .with("hours", whole ? fmt::format("{}", minutes / minutes_an_hour)
                                            : fmt::format("{}:{:02}", minutes / minutes_an_hour,
                                                          minutes % minutes_an_hour)));
}

class CertificatePage {
 public:
  CertificatePage(PdfSheet& page, const CertificatePaper& paper, const Words& words)
      : page_(page), paper_(paper), words_(words) {}

  void draw() {
    draw_employer(page_, paper_.employer, words_);
    page_.down(48);
    page_.heading(words_.say("reporting.certificate.title"), 26);
    page_.down(18);
    page_.paragraph(words_.say("reporting.certificate.confirms"), {.size = body});
    page_.down(10);
    page_.paragraph(paper_.worker, {.size = 20, .weight = Weight::bold});
    page_.down(16);
    if (!paper_.job.empty()) fact("reporting.certificate.job", paper_.job);
    for (const CertificatePaper::Term& term : paper_.terms)
      fact("reporting.certificate.worked",
           term_text(term, words_) + "\n" + hours_text(term.weekly_minutes, words_));
    skills();
    signature();
  }

 private:
  static constexpr double body = 12;
  static constexpr double label_width = 130;

  // A label, and beside it lines.
  void fact(const char* label, const std::string& text) {
    const std::size_t end = text.find('\n');
    const double height = line_height(body) * (end == std::string::npos ? 1 : 2) + 12;
    page_.need(height);
    PdfDrawing& drawing = page_.drawing();
    const double y = page_.y() + body + 4;
    const std::string name = words_.say(label);
    drawing.text(sheet::left, y, name,
                 drawing.fitted(name, {.size = body, .ink = inks::soft}, label_width - 10));
    const double room = sheet::width - label_width;
    const std::string first = text.substr(0, end);
    drawing.text(sheet::left + label_width, y, first, drawing.fitted(first, {.size = body}, room));
    if (end != std::string::npos) {
      const std::string second = text.substr(end + 1);
      drawing.text(sheet::left + label_width, y + line_height(body), second,
                   drawing.fitted(second, {.size = body, .ink = inks::soft}, room));
    }
    page_.down(height);
    drawing.rule(sheet::left, sheet::right, page_.y(), inks::line);
  }

  void skills() {
    if (paper_.skills.empty()) return;
    page_.need(90);
    page_.down(26);
    page_.heading(words_.say("reporting.certificate.skills"), 14);
    page_.down(6);
    for (const std::string& skill : paper_.skills) {
      page_.need(30);
      page_.drawing().filled(sheet::left + 2, page_.y() + 7, 5, 5, inks::go, 2.5);
      page_.drawing().text(sheet::left + 18, page_.y() + body + 2, skill, {.size = body});
      page_.down(22);
    }
  }

  void signature() {
    page_.need(120);
    page_.down(70);
    PdfDrawing& drawing = page_.drawing();
    const double y = page_.y();
    drawing.text(sheet::left, y - 6, words_.day(paper_.on), {.size = body});
    drawing.rule(sheet::left, sheet::left + 180, y, inks::ink, 0.8);
    drawing.rule(sheet::left + 220, sheet::right, y, inks::ink, 0.8);
    drawing.text(sheet::left, y + 14, words_.say("reporting.certificate.day"), soft);
    drawing.text(sheet::left + 220, y + 14, words_.say("reporting.certificate.signature"), soft);
  }

  PdfSheet& page_;
  const CertificatePaper& paper_;
  const Words& words_;
};

}  // namespace

PdfBytes year_pdf(const YearPaper& paper, const Typeface& typeface, const Words& words) {
  CHECK(!paper.months.empty());
  PdfDrawing drawing(typeface);
  PdfSheet page(drawing, notices_of(paper.practice, words));
  page.start_page();
  draw_employer(page, paper.employer, words);
  page.down(34);
  page.heading(words.say(Phrase("reporting.year.title").with("year", std::to_string(paper.year))),
               24);
  page.down(4);
  const std::string number =
      paper.id_number.empty()
          ? std::string()
          : " · " + words.say(Phrase("reporting.year.id_number").with("number", paper.id_number));
  page.paragraph(paper.worker + number, {.size = 14, .ink = inks::soft});
  page.down(20);
  page.paragraph(
      words.say(Phrase("reporting.amounts_in")
                    .with("currency", std::string(paper.months.front().gross.currency().code()))),
      soft);
  page.down(6);
  YearTable(page, paper, words).draw();
  page.foot(fmt::format("{} · {} · {}", paper.employer.name, paper.worker, paper.year));
  return drawing.finish();
}

PdfBytes certificate_pdf(const CertificatePaper& paper, const Typeface& typeface,
                         const Words& words) {
  CHECK(!paper.terms.empty());
  PdfDrawing drawing(typeface);
  PdfSheet page(drawing, notices_of(paper.practice, words));
  page.start_page();
  CertificatePage(page, paper, words).draw();
  page.foot(fmt::format("{} · {}", paper.employer.name, paper.worker));
  return drawing.finish();
}

}  // namespace tilia::reporting
