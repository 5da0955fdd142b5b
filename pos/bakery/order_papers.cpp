#include "pos/bakery/order_papers.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/minute_of_day.h"
#include "pos/paper_head.h"

namespace tilia::pos {
namespace {

using Kind = StripLine::Kind;

std::string amount_of(Unit unit, Quantity quantity, const Words& words) {
  return words.quantity(quantity) + (unit == Unit::kg ? " kg" : "");
}

std::string when(const Order& order, const Words& words) {
  std::string text = words.day(order.day);
  if (order.minute) text += ", " + minute_of_day_text(*order.minute);
  return text;
}

const Article* known(const std::vector<Article>& articles, const std::string& code) {
  const auto found = std::ranges::find(articles, code, &Article::code);
  return found == articles.end() ? nullptr : &*found;
}

}  // namespace

Strip order_strip(const DueOrder& due, const std::vector<Article>& articles, const PaperHead& head,
                  const Words& words) {
  const Order& order = due.order;
  const Money& paid = due.paid;
  const Money total = total_of(order.lines, paid.currency());
  StripWriter paper(fmt::format("order-{}", order.number), words);
  write_head(paper, head, order.till);
  paper.space();
  paper.line(Kind::title, words.say(Phrase("pos.paper.order").with("number", order.number)));
  if (!due.whose.empty()) paper.line(Kind::centred, due.whose);
  paper.line(Kind::centred, when(order, words));
  paper.rule();
  for (const OrderLine& line : order.lines) {
    const Article* article = known(articles, line.article);
    const Unit unit = article == nullptr ? Unit::each : article->unit;
    paper.line(Kind::pair,
               amount_of(unit, line.quantity, words) + " × " +
                   (article == nullptr ? line.article : article->name),
               words.amount(line.unit_price.times(line.quantity, Rounding::half_up).value()));
    if (!line.note.empty()) paper.line(Kind::text, "  " + line.note);
  }
  paper.rule();
  paper.total(Phrase("pos.paper.total"), total);
  if (!paid.is_zero()) {
    paper.pair(Phrase("pos.paper.paid_early"), paid);
    paper.total(Phrase("pos.paper.still_to_pay"),
                std::max(total - paid, Money::zero(paid.currency())));
  }
  paper.space();
  paper.line(Kind::barcode, order_barcode(order.number));
  paper.centred(Phrase("pos.paper.bring_order_slip"));
  if (head.organisation.practice) paper.notice(Phrase("pos.paper.practice"));
  return std::move(paper).strip();
}

Strip bake_sheet_strip(const BakeSheet& sheet, const std::string& till, const PaperHead& head,
                       const Words& words) {
  StripWriter paper(fmt::format("bake-{}", sheet.day.text()), words);
  write_head(paper, head, till);
  paper.space();
  paper.centred(Phrase("pos.paper.to_bake"));
  paper.line(Kind::title, words.day(sheet.day));
  paper.rule();
  for (const BakeRow& row : sheet.rows) {
    paper.line(Kind::total, row.name, amount_of(row.unit, row.wanted(), words));
    paper.text(Phrase("pos.paper.bake_parts")
                   .with("ordered", row.ordered)
                   .with("usual", row.usual)
                   .with("baked", row.baked));
  }
  paper.rule();
  if (sheet.looked_at.empty()) {
    paper.text(Phrase("pos.paper.nothing_usual_yet"));
  } else {
    std::string days;
    for (const Day& day : sheet.looked_at) days += (days.empty() ? "" : "; ") + words.day(day);
    paper.text(Phrase("pos.paper.usual_rule").with("days", days));
  }
  if (head.organisation.practice) paper.notice(Phrase("pos.paper.practice"));
  return std::move(paper).strip();
}

}  // namespace tilia::pos
