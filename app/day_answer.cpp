#include "app/day_answer.h"

namespace tilia::app {
Rows look_rows(const pos::KeepDrawer::Look& look, const Words& words) {
  const auto row = [&words](const char* key, const Money& amount) {
    return std::vector<std::string>{words.say(key), words.amount_with_currency(amount)};
  };
  return {{words.say("app.look.sales_count"), std::to_string(look.figures.sales_count)},
          row("app.look.sales_total", look.figures.sales_total),
          row("app.look.refunds_total", look.figures.refunds_total),
          row("app.look.donations", look.figures.donations),
          row("app.look.card", look.figures.card_taken),
          row("app.look.cash_expected", look.expected)};
}

Rows strip_rows(const Strip& strip) {
  Rows rows;
  for (const StripLine& line : strip.lines) {
    const bool mark = line.kind == StripLine::Kind::rule || line.kind == StripLine::Kind::space;
    if (mark) continue;
    if (line.right.empty()) {
      rows.push_back({line.left});
    } else {
      rows.push_back({line.left, line.right});
    }
  }
  return rows;
}

}  // namespace tilia::app
