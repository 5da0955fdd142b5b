// The report from sales to services. Page one: of each 100, what the services were, how the months
// went. Page two: the same as a waterfall, step by step, with what the reader must know about the
// figures.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "reporting/papers.h"
#include "reporting/pdf.h"
#include "reporting/pdf_face.h"
#include "reporting/pdf_sheet.h"
#include "reporting/pdf_waterfall.h"

namespace tilia::reporting {
namespace {

std::vector<SheetNotice> notices_of(const BusinessFigures& sums, const Words& words) {
  std::vector<SheetNotice> notices;
  if (sums.practice) notices.push_back({words.say("reporting.report.practice"), false});
  if (sums.month_open) notices.push_back({words.say("reporting.report.provisional"), true});
  return notices;
}

// Services per 100 of sales; nothing where nothing was sold.
std::optional<std::int64_t> services_per_hundred(const MonthSum& month) {
  if (month.sales_gross.minor() <= 0) return std::nullopt;
  const auto share = month.services.times_ratio(100, month.sales_gross.minor(), Rounding::half_up);
  if (!share) return std::nullopt;
  return share.value().minor();
}

class Report {
 public:
  Report(PdfSheet& page, const RevenueToServices& report, const Words& words)
      : page_(page),
        drawing_(page.drawing()),
        report_(report),
        sums_(report.figures),
        words_(words) {}

  void first_page() {
    page_.heading(words_.say("reporting.report.title"), 26);
    page_.down(3);
    const TextStyle soft{.size = 10.5, .ink = inks::soft};
    page_.paragraph(fmt::format("{} · {}", sums_.organisation,
                                words_.say(Phrase::counted("reporting.report.shops", sums_.shops))),
                    soft);
    page_.down(soft.size * 0.4);
    page_.paragraph(period(), soft);
    if (sums_.owner) {
      page_.down(soft.size * 0.4);
      page_.paragraph(
          words_.say(Phrase("reporting.report.of_owner").with("owner", sums_.owner->name)), soft);
    }
    page_.down(24);
    if (report_.has_hundred) {
      hundred();
    } else {
      page_.box({words_.say("reporting.report.no_hundred")});
    }
    page_.down(28);
    services();
    page_.down(26);
    months();
  }

  void second_page() {
    page_.heading(words_.say("reporting.report.steps"), 20);
    page_.down(4);
    page_.paragraph(period(), {.size = 10.5, .ink = inks::soft});
    page_.down(22);
    page_.move_to(draw_waterfall(drawing_, sheet::left, page_.y(), sheet::width, steps(), words_));
    page_.down(26);
    std::vector<std::string> notes{words_.say("reporting.report.wages_inside"),
                                   words_.say("reporting.report.sums_only")};
    if (!sums_.donations.is_zero()) notes.push_back(words_.say("reporting.report.donations_apart"));
    if (sums_.vouchers_given)
      notes.push_back(words_.say(
          Phrase("reporting.report.vouchers_given_apart").with("amount", *sums_.vouchers_given)));
    if (sums_.makers_share)
      notes.push_back(words_.say(
          Phrase("reporting.report.makers_share_apart").with("amount", *sums_.makers_share)));
    page_.box(notes);
  }

 private:
  [[nodiscard]] std::string period() const {
    return words_.say(Phrase("reporting.report.period")
                          .with("from", sums_.from)
                          .with("to", sums_.to)
                          .with("currency", std::string(sums_.currency.code())));
  }

  static constexpr const char* others = "reporting.report.others";

  struct Part {
    int share;
    Ink ink;
    Ink number;
    const char* name;
  };

  void hundred() {
    constexpr double height = 58;
    constexpr double gap = 2;
    const OfEachHundred& of = report_.hundred;
    const std::vector<Part> parts{
        {of.vat, inks::stone, inks::ink, "reporting.report.vat"},
        {of.running_costs, inks::slate, inks::ink, "reporting.report.running_costs"},
        {of.others, inks::line, inks::ink, others},
        {of.reserve, inks::straw, inks::ink, "reporting.report.reserve"},
        {of.services, inks::go, inks::white, "reporting.report.services"}};
    page_.paragraph(words_.say("reporting.report.of_each_hundred"), {.size = 14});
    page_.down(12);
    const double top = page_.y();
    double x = sheet::left;
    for (const Part& part : parts) {
      if (part.share == 0) continue;
      const double width = sheet::width * part.share / 100;
      drawing_.filled(x, top, width - gap, height, part.ink, 4);
      const std::string number = fmt::format("{}", part.share);
      const TextStyle style{.size = 19, .weight = Weight::bold, .ink = part.number};
      if (drawing_.width(number, style) + 4 <= width - gap) {
        drawing_.text(x + (width - gap) / 2, top + height / 2 + 7, number,
                      {style.size, style.weight, style.ink, Align::centre});
      }
      x += width;
    }
    page_.move_to(top + height + 18);
    legend(parts);
  }

  // Names the parts in the order of the bar, with their number: a narrow part has no room for one.
  void legend(const std::vector<Part>& parts) {
    constexpr double chip = 9.5;
    const TextStyle style{.size = 10};
    double x = sheet::left;
    for (const Part& part : parts) {
      if (part.share == 0 && !sums_.owner && part.name == others) continue;
      const std::string text = fmt::format("{} {}", part.share, words_.say(part.name));
      const double width = chip + 6 + drawing_.width(text, style);
      if (x > sheet::left && x + width > sheet::right) {
        x = sheet::left;
        page_.down(line_height(style.size));
      }
      drawing_.filled(x, page_.y(), chip, chip, part.ink, 2);
      drawing_.text(x + chip + 6, page_.y() + chip - 0.5, text, style);
      x += width + 20;
    }
    page_.down(chip);
  }

  void services() {
    page_.heading(words_.say("reporting.report.what_services"), 16);
    page_.down(6);
    if (sums_.by_service.empty() && sums_.services.is_zero()) {
      page_.paragraph(words_.say("reporting.report.no_services"), {.size = 11});
      return;
    }
    service_row(words_.say("reporting.report.service"), words_.say("reporting.report.units"),
                words_.say("reporting.report.spent"), words_.say("reporting.report.unit_cost"),
                {.size = 9.5, .ink = inks::soft});
    for (const ServiceSum& sum : sums_.by_service) {
      drawing_.rule(sheet::left, sheet::right, page_.y(), inks::line);
      const auto each = sum.units > 0 ? sum.amount.times_ratio(1, sum.units, Rounding::half_up)
                                      : Result<Money, MoneyRefusal>(MoneyRefusal::would_lose);
      service_row(words_.say(fmt::format("reporting.service.{}", service_kind_text(sum.kind))),
                  words_.quantity(Quantity::pieces(sum.units)), words_.amount(sum.amount),
                  each ? words_.amount(each.value()) : "–", {.size = 11});
    }
    if (sums_.owner && !sums_.owner->common_services.is_zero()) {
      drawing_.rule(sheet::left, sheet::right, page_.y(), inks::line);
      service_row(words_.say("reporting.report.common_services"), "",
                  words_.amount(sums_.owner->common_services), "–", {.size = 11});
    }
    drawing_.rule(sheet::left, sheet::right, page_.y(), inks::ink, 1.2);
    service_row(words_.say("reporting.report.all_services"), "", words_.amount(sums_.services), "",
                {.size = 11, .weight = Weight::bold});
  }

  void service_row(const std::string& name, const std::string& units, const std::string& spent,
                   const std::string& per_unit, const TextStyle& style) {
    const double baseline = page_.y() + 16;
    TextStyle figure = style;
    figure.align = Align::right;
    drawing_.text(sheet::left, baseline, name, drawing_.fitted(name, style, 205));
    drawing_.text(sheet::left + 272, baseline, units, figure);
    drawing_.text(sheet::right - 96, baseline, spent, figure);
    drawing_.text(sheet::right, baseline, per_unit, figure);
    page_.down(24);
  }

  void months() {
    constexpr double least_height = 60;
    constexpr double most_height = 130;
    constexpr double words_height = 88;  // heading, caption, labels
    constexpr std::size_t most_labelled = 18;
    if (sums_.by_month.size() < 2) return;  // one month is no course of things
    page_.need(least_height + words_height);
    const double height = std::min(sheet::bottom - page_.y() - words_height, most_height);
    page_.heading(words_.say("reporting.report.how_months_went"), 16);
    page_.down(4);
    page_.paragraph(words_.say("reporting.report.months_caption"),
                    {.size = 9.5, .ink = inks::soft});
    page_.down(22);
    std::int64_t most = 1;
    for (const MonthSum& month : sums_.by_month)
      most = std::max(most, services_per_hundred(month).value_or(0));
    const double floor = page_.y() + height;
    const double step = sheet::width / static_cast<double>(sums_.by_month.size());
    const double bar = std::min(step * 0.62, 34.0);
    const bool labelled = sums_.by_month.size() <= most_labelled;
    double x = sheet::left + step / 2;
    for (const MonthSum& month : sums_.by_month) {
      month_bar(month, x, floor, bar, height, most, labelled);
      x += step;
    }
    drawing_.rule(sheet::left, sheet::right, floor, inks::soft);
    if (!labelled) scale_note(most, floor - height);
    page_.move_to(floor + 22);
  }

  void month_bar(const MonthSum& month, double x, double floor, double bar, double height,
                 std::int64_t most, bool labelled) {
    const std::optional<std::int64_t> share = services_per_hundred(month);
    const double tall = height * static_cast<double>(share.value_or(0)) / static_cast<double>(most);
    drawing_.filled(x - bar / 2, floor - tall, bar, tall, inks::go, 2.5);
    const TextStyle style{.size = 9, .ink = inks::soft, .align = Align::centre};
    if (labelled) {
      drawing_.text(x, floor - tall - 4, share ? fmt::format("{}", *share) : "–",
                    {9, Weight::bold, inks::ink, Align::centre});
      std::string initial;
      append_utf8(initial, code_points(words_.month(month.month)).front());
      drawing_.text(x, floor + 13, initial, style);
    } else if (month.month.month() == 1) {
      drawing_.text(x, floor + 13, fmt::format("{}", month.month.year()), style);
    }
  }

  void scale_note(std::int64_t most, double y) {
    drawing_.rule(sheet::left, sheet::right, y, inks::line);
    drawing_.text(sheet::left, y - 4, fmt::format("{}", most), {.size = 9, .ink = inks::soft});
  }

  [[nodiscard]] std::vector<WaterfallStep> steps() const {
    using Kind = WaterfallStep::Kind;
    const Money zero = Money::zero(sums_.currency);
    const bool loss = report_.surplus < zero;
    const bool missing = report_.carried_forward < zero;
    std::vector<WaterfallStep> steps{
        {Kind::level, "reporting.report.step.sales", sums_.sales_gross, inks::soft},
        {Kind::change, "reporting.report.step.vat", -sums_.vat, inks::stone},
        {Kind::change, "reporting.report.step.running_costs", -sums_.running_costs, inks::slate},
        {Kind::level, loss ? "reporting.report.step.loss" : "reporting.report.step.surplus",
         report_.surplus, loss ? inks::mend : inks::soft}};
    if (sums_.owner)
      steps.push_back(
          {Kind::change, "reporting.report.step.others", -report_.others_surplus(), inks::line});
    if (!sums_.donations.is_zero()) {
      steps.push_back(
          {Kind::change, "reporting.report.step.donations", sums_.donations, inks::go_pale});
    }
    steps.push_back({Kind::change, "reporting.report.step.services", -sums_.services, inks::go});
    steps.push_back(
        {Kind::level,
         missing ? "reporting.report.step.missing" : "reporting.report.step.carried_forward",
         report_.carried_forward, missing ? inks::mend : inks::straw});
    return steps;
  }

  PdfSheet& page_;
  PdfDrawing& drawing_;
  const RevenueToServices& report_;
  const BusinessFigures& sums_;
  const Words& words_;
};

}  // namespace

PdfBytes revenue_to_services_pdf(const Publishable<RevenueToServices>& report,
                                 std::int64_t release_number, const Typeface& typeface,
                                 const Words& words) {
  PdfDrawing drawing(typeface);
  PdfSheet page(drawing, notices_of(report.table().figures, words));
  Report paper(page, report.table(), words);
  page.start_page();
  paper.first_page();
  page.start_page();
  paper.second_page();
  page.foot(words.say(Phrase("reporting.report.foot")
                          .with("number", release_number)
                          .with("head", report.table().figures.journal_head)));
  return drawing.finish();
}

}  // namespace tilia::reporting
