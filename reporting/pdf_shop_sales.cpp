// A shop's sales on paper. Page one: how much, beside what a day needs, and the course of the days.
// Page two: when in the day, of what, and how the counts agreed, month by month.
#include <fmt/format.h>

#include "reporting/pdf_bars.h"
#include "reporting/pdf_sheet.h"
#include "reporting/shop_sales.h"

namespace tilia::reporting {
namespace {

constexpr double chart_height = 190;

std::vector<SheetNotice> notices_of(const ShopSales& sales, const Words& words) {
  std::vector<SheetNotice> notices;
  if (sales.practice) notices.push_back({words.say("reporting.shop.practice"), false});
  if (sales.open) notices.push_back({words.say("reporting.shop.open"), true});
  return notices;
}

class ShopPaper {
 public:
  ShopPaper(PdfSheet& page, const ShopSales& sales, const Words& words)
      : page_(page), drawing_(page.drawing()), sales_(sales), words_(words) {}

  void first_page() {
    page_.heading(words_.say("reporting.shop.title"), 26);
    page_.down(3);
    const TextStyle soft{.size = 10.5, .ink = inks::soft};
    const std::string shop =
        sales_.shop.empty() ? words_.say("reporting.shop.all_shops") : sales_.shop;
    page_.paragraph(
        sales_.organisation == shop ? shop : fmt::format("{} · {}", sales_.organisation, shop),
        soft);
    page_.down(4);
    page_.paragraph(words_.say(Phrase("reporting.shop.period")
                                   .with("from", sales_.from)
                                   .with("to", sales_.to)
                                   .with("currency", std::string(sales_.sales.currency().code()))),
                    soft);
    page_.down(26);
    figures();
    page_.down(30);
    days();
  }

  void second_page() {
    if (!sales_.hour_bars.empty() || sales_.too_few_days) {
      heading("reporting.shop.by_hour", "reporting.shop.by_hour_means");
      if (sales_.too_few_days)
        page_.paragraph(words_.say("reporting.shop.too_few_days"), {.size = 10.5});
      else
        standing(sales_.hour_bars);
      page_.down(34);
    }
    if (!sales_.group_bars.empty()) {
      heading("reporting.shop.by_group", "reporting.shop.by_group_means");
      page_.move_to(draw_lying_bars(drawing_, {sheet::left, page_.y(), sheet::width, 0},
                                    sales_.group_bars, words_));
      page_.down(34);
    }
    differences();
  }

 private:
  void heading(const char* title, const char* means) {
    page_.heading(words_.say(title), 16);
    page_.down(3);
    page_.paragraph(words_.say(means), {.size = 9.5, .ink = inks::soft});
    page_.down(16);
  }

  void standing(const std::vector<Bar>& bars) {
    page_.need(chart_height);
    page_.move_to(draw_standing_bars(drawing_, {sheet::left, page_.y(), sheet::width, chart_height},
                                     bars, words_));
  }

  void figures() {
    struct Told {
      const char* name;
      std::string value;
    };
    std::vector<Told> told{
        {"reporting.shop.sales", whole_amount(sales_.sales, words_)},
        {"reporting.shop.customers", words_.quantity(Quantity::pieces(sales_.sales_count))}};
    if (sales_.mean_day)
      told.push_back({"reporting.shop.mean_day", whole_amount(*sales_.mean_day, words_)});
    if (sales_.needed)
      told.push_back({"reporting.shop.needed", whole_amount(*sales_.needed, words_)});
    const double each = sheet::width / 4;
    double x = sheet::left;
    for (const Told& figure : told) {
      const std::string name = words_.say(figure.name);
      const TextStyle soft = drawing_.fitted(name, {.size = 9.5, .ink = inks::soft}, each - 12);
      drawing_.text(x, page_.y(), name, soft);
      drawing_.text(x, page_.y() + 25, figure.value,
                    drawing_.fitted(figure.value, {.size = 20, .weight = Weight::bold}, each - 12));
      x += each;
    }
    page_.down(25);
  }

  void days() {
    heading(sales_.by_month ? "reporting.shop.by_month" : "reporting.shop.by_day",
            sales_.days_known > 0 ? "reporting.shop.line_means" : "reporting.shop.vat_inside");
    if (sales_.day_bars.empty() || sales_.days.empty()) {
      page_.paragraph(words_.say("reporting.shop.nothing"), {.size = 11});
      return;
    }
    standing(sales_.day_bars);
    if (sales_.vouchers_given) {
      page_.down(14);
      page_.paragraph(
          words_.say(
              Phrase("reporting.shop.vouchers_given_note").with("amount", *sales_.vouchers_given)),
          {.size = 9.5, .ink = inks::soft});
    }
    if (sales_.makers_share) {
      page_.down(14);
      page_.paragraph(
          words_.say(
              Phrase("reporting.shop.makers_share_note").with("amount", *sales_.makers_share)),
          {.size = 9.5, .ink = inks::soft});
    }
    if (sales_.days_known == 0) return;
    page_.down(14);
    page_.paragraph(words_.say(Phrase("reporting.shop.reached")
                                   .with("days", sales_.days_reached)
                                   .with("of", sales_.days_known)),
                    {.size = 11.5, .weight = Weight::bold});
    page_.down(6);
    page_.paragraph(words_.say("reporting.shop.vat_inside"), {.size = 9.5, .ink = inks::soft});
  }

  void differences() {
    if (sales_.differences.empty()) return;
    constexpr double row = 24;
    page_.need(60 + row * static_cast<double>(sales_.differences.size() + 1));
    heading("reporting.shop.differences", "reporting.shop.differences_mean");
    line({words_.say("reporting.shop.month"), words_.say("reporting.shop.shop"),
          words_.say("reporting.shop.difference"), words_.say("reporting.shop.budget")},
         {.size = 9.5, .ink = inks::soft});
    for (const ShopSales::Difference& each : sales_.differences) {
      drawing_.rule(sheet::left, sheet::right, page_.y(), inks::line);
      line({words_.month(each.month), each.shop, words_.amount(each.difference),
            each.budget ? words_.amount(*each.budget) : "–"},
           {.size = 11});
    }
  }

  void line(const std::array<std::string, 4>& cells, const TextStyle& style) {
    page_.need(24);
    const double baseline = page_.y() + 16;
    TextStyle figure = style;
    figure.align = Align::right;
    drawing_.text(sheet::left, baseline, cells[0], drawing_.fitted(cells[0], style, 110));
    drawing_.text(sheet::left + 120, baseline, cells[1], drawing_.fitted(cells[1], style, 150));
    drawing_.text(sheet::right - 110, baseline, cells[2], figure);
    drawing_.text(sheet::right, baseline, cells[3], figure);
    page_.down(24);
  }

  PdfSheet& page_;
  PdfDrawing& drawing_;
  const ShopSales& sales_;
  const Words& words_;
};

}  // namespace

PdfBytes shop_sales_pdf(const ShopSales& sales, const Typeface& typeface, const Words& words) {
  PdfDrawing drawing(typeface);
  PdfSheet page(drawing, notices_of(sales, words));
  ShopPaper paper(page, sales, words);
  page.start_page();
  paper.first_page();
  page.start_page();
  paper.second_page();
  page.foot(words.say("reporting.shop.foot"));
  return drawing.finish();
}

}  // namespace tilia::reporting
