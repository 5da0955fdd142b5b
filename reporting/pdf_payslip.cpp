// The payslip. Its first page is for whoever can hardly read: what I get, large, and a bar that
// shows where the rest of the earned went. The second explains every line: base, rate, table, law.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "reporting/papers.h"
#include "reporting/pdf.h"
#include "reporting/pdf_sheet.h"

namespace tilia::reporting {
namespace {

struct SlipSums {
  Money contributions;  // of the worker
  Money on_top;         // of the employer
};

SlipSums sums_of(const PayslipPaper& slip) {
  SlipSums sums{Money::zero(slip.gross.currency()), Money::zero(slip.gross.currency())};
  for (const PayslipPaper::Line& line : slip.lines)
    (line.paid_by_employer ? sums.on_top : sums.contributions) += line.amount;
  return sums;
}

std::vector<SheetNotice> notices_of(const PayslipPaper& slip, const Words& words) {
  std::vector<SheetNotice> notices;
  // Both in one banner: the page explains every line and has no room to give away.
  std::string told = slip.practice ? words.say("reporting.payslip.practice") : std::string();
  if (slip.sample_item > 0)
    told += (told.empty() ? "" : " ") +
            words.say(
                Phrase("reporting.payslip.redacted").with("item", std::int64_t{slip.sample_item}));
  if (!told.empty()) notices.push_back({std::move(told), false});
  if (slip.draft) notices.push_back({words.say("reporting.payslip.draft"), true});
  if (slip.beyond_review) notices.push_back({words.say("reporting.payslip.beyond_review"), true});
  return notices;
}

std::string on_one_line(const std::string& address) {
  std::string line;
  for (const char letter : address) {
    if (letter == '\n') {
      line += ", ";
    } else {
      line += letter;
    }
  }
  return line;
}

std::string hours_text(int minutes, const Words& words) {
  constexpr int minutes_an_hour = 60;
  return words.say(Phrase(minutes % minutes_an_hour == 0 ? "reporting.payslip.whole_hours"
                                                         : "reporting.payslip.hours_and_minutes")
                       .with("hours", std::int64_t{minutes / minutes_an_hour})
                       .with("minutes", std::int64_t{minutes % minutes_an_hour}));
}

// What a month that is paid again brings her; below nothing where she had too much.
Money difference_of(const PayslipPaper& again) {
  return again.was.empty() ? again.payout : again.payout - again.was.front().payout;
}

class FirstPage {
 public:
  FirstPage(PdfSheet& page, const PayslipPaper& slip, const Words& words)
      : page_(page), drawing_(page.drawing()), slip_(slip), words_(words) {}

  void draw() {
    head();
    net();
    bar();
    rows();
    page_.down(34);
    page_.paragraph(words_.say("reporting.payslip.see_next_page"),
                    {.size = 10.5, .ink = inks::soft});
  }

 private:
  void head() {
    const PayslipHead head =
        payslip_head({slip_.employer_name, slip_.employer_address, slip_.employer_tax_number,
                      slip_.worker, slip_.month, slip_.worked_minutes},
                     words_);
    page_.paragraph(head.employer, {.size = 11, .weight = Weight::bold});
    page_.down(5);
    page_.paragraph(head.address, {.size = 9.5, .ink = inks::soft});
    page_.down(34);
    page_.heading(head.title, 26);
    page_.down(2);
    page_.paragraph(head.about, {.size = 14, .ink = inks::soft});
    page_.down(40);
  }

  void net() {
    page_.paragraph(words_.say("reporting.payslip.you_get"), {.size = 16});
    page_.down(10);
    const std::string amount = words_.amount_with_currency(slip_.payout);
    const TextStyle style = drawing_.fitted(
        amount, {.size = 48, .weight = Weight::bold, .ink = inks::go}, sheet::width);
    drawing_.text(sheet::left, page_.y() + style.size * 0.8, amount, style);
    page_.down(style.size * 0.8 + 42);
  }

  // Two bars of the same length: what was earned, and what it became.
  void bar() {
    constexpr double height = 40;
    drawing_.filled(sheet::left, page_.y(), sheet::width, height / 4, inks::ink, 3);
    page_.down(height / 4 + 4);
    const SlipSums sums = sums_of(slip_);
    double x = sheet::left;
    const auto part = [&](const Money& amount, Ink ink) {
      const auto whole =
          static_cast<double>(std::max(slip_.gross, slip_.gross - slip_.tax).minor());
      if (amount.minor() <= 0) return;  // a tax below nothing is in what she gets
      const double width = sheet::width * static_cast<double>(amount.minor()) / whole;
      drawing_.filled(x, page_.y(), width - 2, height, ink, 5);
      x += width;
    };
    if (!slip_.gross.is_zero()) {
      part(slip_.net, inks::go);
      part(sums.contributions, inks::slate);
      part(slip_.tax, inks::stone);
    }
    page_.down(height + 22);
  }

  void rows() {
    const SlipSums sums = sums_of(slip_);
    row(words_.say("reporting.payslip.earned"), slip_.gross, inks::ink, Weight::regular);
    row(words_.say("reporting.payslip.contributions_short"), -sums.contributions, inks::slate,
        Weight::regular);
    row(words_.say("reporting.payslip.tax_short"), -slip_.tax, inks::stone, Weight::regular);
    for (const PayslipPaper::Item& item : slip_.items)
      row(words_.say(item.name), item.amount, inks::stone, Weight::regular);
    for (const PayslipPaper& again : slip_.again)
      row(words_.say(Phrase("reporting.payslip.again_short").with("month", again.month)),
          difference_of(again), inks::stone, Weight::regular);
    drawing_.rule(sheet::left, sheet::right, page_.y(), inks::ink, 1.2);
    row(words_.say("reporting.payslip.you_get"), slip_.payout, inks::go, Weight::bold);
  }

  void row(const std::string& text, const Money& amount, Ink chip, Weight weight) {
    constexpr double height = 38;
    const double baseline = page_.y() + 24;
    drawing_.filled(sheet::left, baseline - 11.5, 13, 13, chip, 3);
    const std::string figure = words_.amount(amount);
    drawing_.text(sheet::right, baseline, figure,
                  {.size = 15, .weight = weight, .align = Align::right});
    const double room =
        sheet::width - 24 - drawing_.width(figure, {.size = 15, .weight = weight}) - 12;
    drawing_.text(sheet::left + 24, baseline, text,
                  drawing_.fitted(text, {.size = 15, .weight = weight}, room));
    page_.down(height);
    if (weight == Weight::regular) drawing_.rule(sheet::left, sheet::right, page_.y(), inks::line);
  }

  PdfSheet& page_;
  PdfDrawing& drawing_;
  const PayslipPaper& slip_;
  const Words& words_;
};

class Explanation {
 public:
  // `month`: said above the lines, where it is not the payslip's own.
  Explanation(PdfSheet& page, const PayslipPaper& slip, const Words& words,
              const std::optional<Month>& month = {})
      : page_(page), drawing_(page.drawing()), slip_(slip), words_(words), month_(month) {}

  void draw() {
    page_.heading(words_.say("reporting.payslip.how"), 20);
    page_.down(4);
    const std::string currency =
        words_.say(Phrase("reporting.amounts_in")
                       .with("currency", std::string(slip_.gross.currency().code())));
    page_.paragraph(month_ ? fmt::format("{} · {}", words_.month(*month_), currency) : currency,
                    {.size = 10, .ink = inks::soft});
    const SlipSums sums = sums_of(slip_);
    earned();
    section("reporting.payslip.contributions", false);
    sum("reporting.payslip.contributions_sum", sums.contributions);
    tax();
    result(sums);
    section("reporting.payslip.employer_pays", true);
    sum("reporting.payslip.employer_sum", sums.on_top);
    sum("reporting.payslip.employer_cost", slip_.employer_cost);
  }

 private:
  static constexpr double base_right = sheet::right - 176;
  static constexpr double rate_right = sheet::right - 104;
  static constexpr double name_width = base_right - 84 - sheet::left;
  static constexpr double size = 10;

  void cell(double right, const std::string& text, Weight weight = Weight::regular,
            Ink ink = inks::ink) {
    drawing_.text(right, page_.y() + size, text,
                  {.size = size, .weight = weight, .ink = ink, .align = Align::right});
  }

  void title(const char* key) {
    page_.need(90);
    page_.down(22);
    page_.heading(words_.say(key), 12.5);
    page_.down(4);
  }

  void columns(const char* base) {
    cell(base_right, words_.say(base), Weight::regular, inks::soft);
    cell(rate_right, words_.say("reporting.payslip.rate"), Weight::regular, inks::soft);
    cell(sheet::right, words_.say("reporting.payslip.amount"), Weight::regular, inks::soft);
    page_.down(size + 5);
    drawing_.rule(sheet::left, sheet::right, page_.y(), inks::line);
  }

  void earned() {
    if (slip_.earned.empty()) return;
    title("reporting.payslip.earned");
    columns("reporting.payslip.hours");
    for (const PayslipPaper::Earned& each : slip_.earned)
      line_row(words_.say(each.name), each.minutes > 0 ? hours_text(each.minutes, words_) : "",
               each.rate ? words_.percent(*each.rate) : "", words_.amount(each.amount),
               each.from ? source(*each.from, each.law) : "");
    sum("reporting.payslip.gross", slip_.gross);
  }

  void section(const char* key, bool employer) {
    title(key);
    columns("reporting.payslip.base");
    for (const PayslipPaper::Line& line : slip_.lines) {
      if (line.paid_by_employer == employer)
        line_row(named(line), words_.amount(line.base), words_.percent(line.rate),
                 words_.amount(line.amount), source(line.from, line.law));
    }
  }

  [[nodiscard]] std::string named(const PayslipPaper::Line& line) const {
    const std::string name = words_.say(line.name);
    if (!line.special) return name;
    return words_.say(Phrase("reporting.payslip.of_special").with("name", name));
  }

  [[nodiscard]] std::string source(const Day& from, const std::string& law) const {
    return words_.say(Phrase("reporting.payslip.table_of").with("day", from).with("law", law));
  }

  void line_row(const std::string& name, const std::string& base, const std::string& rate,
                const std::string& amount, const std::string& source) {
    const TextStyle small{.size = 8, .ink = inks::soft};
    const TextStyle style{.size = size};
    const auto names = drawing_.lines(name, style, name_width);
    const auto sources = source.empty() ? std::vector<std::string>{}
                                        : drawing_.lines(source, small, sheet::width - 110);
    const double step = line_height(size);
    const double small_step = line_height(small.size);
    page_.need(static_cast<double>(names.size()) * step +
               static_cast<double>(sources.size()) * small_step + 8);
    page_.down(5);
    cell(base_right, base);
    cell(rate_right, rate);
    cell(sheet::right, amount);
    for (const std::string& line : names) {
      drawing_.text(sheet::left, page_.y() + size, line, style);
      page_.down(step);
    }
    for (const std::string& line : sources) {
      drawing_.text(sheet::left, page_.y() + small.size, line, small);
      page_.down(small_step);
    }
    page_.down(2);
    drawing_.rule(sheet::left, sheet::right, page_.y(), inks::line);
  }

  void sum(const char* key, const Money& amount) {
    page_.need(24);
    page_.down(6);
    drawing_.text(sheet::left, page_.y() + size, words_.say(key),
                  {.size = size, .weight = Weight::bold});
    cell(sheet::right, words_.amount(amount), Weight::bold);
    page_.down(size + 6);
  }

  void tax() {
    title("reporting.payslip.tax");
    drawing_.rule(sheet::left, sheet::right, page_.y(), inks::line);
    for (const PayslipPaper::TaxStep& step : slip_.tax_steps)
      line_row(words_.say(step.name), step.base ? words_.amount(*step.base) : "",
               step.rate ? words_.percent(*step.rate) : "",
               step.amount ? words_.amount(*step.amount) : "",
               step.from ? source(*step.from, step.law) : "");
  }

  void result(const SlipSums& sums) {
    title("reporting.payslip.result");
    drawing_.rule(sheet::left, sheet::right, page_.y(), inks::line);
    line_row(words_.say("reporting.payslip.gross"), "", "", words_.amount(slip_.gross), "");
    line_row(words_.say("reporting.payslip.contributions_sum"), "", "",
             words_.amount(-sums.contributions), "");
    line_row(words_.say("reporting.payslip.tax"), "", "", words_.amount(-slip_.tax), "");
    sum("reporting.payslip.net", slip_.net);
    if (slip_.items.empty()) return;
    for (const PayslipPaper::Item& item : slip_.items)
      line_row(words_.say(item.name), "", "", words_.amount(item.amount), "");
    sum("reporting.payslip.you_get", slip_.payout);
  }

  PdfSheet& page_;
  PdfDrawing& drawing_;
  const PayslipPaper& slip_;
  const Words& words_;
  const std::optional<Month> month_;
};

// A month that is paid again: what it was, what it is, what that makes.
class AgainPage {
 public:
  AgainPage(PdfSheet& page, const PayslipPaper& now, const Words& words)
      : page_(page), drawing_(page.drawing()), now_(now), words_(words) {}

  void draw() {
    page_.heading(words_.say(Phrase("reporting.payslip.again").with("month", now_.month)), 20);
    page_.down(4);
    page_.paragraph(words_.say("reporting.payslip.again_why"), {.size = 10, .ink = inks::soft});
    page_.down(14);
    columns();
    hours();
    amounts("reporting.payslip.gross", &PayslipPaper::gross, Weight::regular);
    contributions(false);
    amounts("reporting.payslip.tax", &PayslipPaper::tax, Weight::regular);
    amounts("reporting.payslip.net", &PayslipPaper::net, Weight::bold);
    amounts("reporting.payslip.you_get", &PayslipPaper::payout, Weight::bold);
    page_.down(16);
    contributions(true);
    amounts("reporting.payslip.employer_cost", &PayslipPaper::employer_cost, Weight::bold);
    page_.down(18);
  }

 private:
  static constexpr double size = 10;
  static constexpr double column = 92;
  static constexpr double now_right = sheet::right - column;
  static constexpr double was_right = now_right - column;

  [[nodiscard]] const PayslipPaper* was() const {
    return now_.was.empty() ? nullptr : &now_.was.front();
  }

  void row(const std::string& name, const std::string& before, const std::string& now,
           const std::string& difference, const TextStyle& style) {
    page_.need(22);
    page_.down(5);
    const auto cell = [&](double right, const std::string& text) {
      TextStyle at_right = style;
      at_right.align = Align::right;
      drawing_.text(right, page_.y() + size, text, at_right);
    };
    drawing_.text(sheet::left, page_.y() + size, name,
                  drawing_.fitted(name, style, was_right - column - sheet::left));
    cell(was_right, before);
    cell(now_right, now);
    cell(sheet::right, difference);
    page_.down(size + 5);
    drawing_.rule(sheet::left, sheet::right, page_.y(), inks::line);
  }

  void columns() {
    row("", words_.say("reporting.payslip.was"), words_.say("reporting.payslip.is_now"),
        words_.say("reporting.payslip.difference"), {.size = size, .ink = inks::soft});
  }

  void money(const std::string& name, const Money& before, const Money& now, Weight weight) {
    row(name, words_.amount(before), words_.amount(now), words_.amount(now - before),
        {.size = size, .weight = weight});
  }

  void amounts(const char* key, Money PayslipPaper::*amount, Weight weight) {
    const Money nothing = Money::zero(now_.gross.currency());
    money(words_.say(key), was() != nullptr ? was()->*amount : nothing, now_.*amount, weight);
  }

  void hours() {
    const int before = was() != nullptr ? was()->worked_minutes : 0;
    const int more = now_.worked_minutes - before;
    row(words_.say("reporting.payslip.hours"), hours_text(before, words_),
        hours_text(now_.worked_minutes, words_),
        (more < 0 ? "−" : "") + hours_text(more < 0 ? -more : more, words_), {.size = size});
  }

  // Every contribution of one side, under the name that it has now or had.
  void contributions(bool employer) {
    const Money nothing = Money::zero(now_.gross.currency());
    std::vector<std::string> names;
    std::map<std::string, std::pair<Money, Money>> sums;  // by name: before, now
    const auto add = [&](const PayslipPaper& slip, bool before) {
      for (const PayslipPaper::Line& line : slip.lines) {
        if (line.paid_by_employer != employer) continue;
        const std::string name = words_.say(line.name);
        const auto [place, fresh] = sums.try_emplace(name, nothing, nothing);
        if (fresh) names.push_back(name);
        (before ? place->second.first : place->second.second) += line.amount;
      }
    };
    add(now_, false);
    if (was() != nullptr) add(*was(), true);
    for (const std::string& name : names)
      money(name, sums.at(name).first, sums.at(name).second, Weight::regular);
  }

  PdfSheet& page_;
  PdfDrawing& drawing_;
  const PayslipPaper& now_;
  const Words& words_;
};

}  // namespace

PayslipHead payslip_head(const PayslipHeadFacts& slip, const Words& words) {
  const std::string tax_number =
      words.say(Phrase("reporting.payslip.tax_number").with("number", slip.employer_tax_number));
  std::string address = on_one_line(slip.employer_address);
  if (!slip.employer_tax_number.empty()) address += (address.empty() ? "" : " · ") + tax_number;
  return {slip.employer_name, address, words.say("reporting.payslip.title"),
          fmt::format("{} · {} · {}", slip.worker, words.month(slip.month),
                      hours_text(slip.worked_minutes, words))};
}

PdfBytes payslip_pdf(const PayslipPaper& slip, const Typeface& typeface, const Words& words) {
  PdfDrawing drawing(typeface);
  PdfSheet page(drawing, notices_of(slip, words));
  page.start_page();
  FirstPage(page, slip, words).draw();
  // Who earned nothing in this month is paid a difference alone.
  if (slip.again.empty() || !slip.gross.is_zero()) {
    page.start_page();
    Explanation(page, slip, words).draw();
  }
  for (const PayslipPaper& again : slip.again) {
    page.start_page();
    AgainPage(page, again, words).draw();
    page.start_page();
    Explanation(page, again, words, again.month).draw();
  }
  page.foot(fmt::format("{} · {} · {}", slip.employer_name, slip.worker, words.month(slip.month)));
  return drawing.finish();
}

}  // namespace tilia::reporting
