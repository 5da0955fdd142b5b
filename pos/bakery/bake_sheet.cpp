#include "pos/bakery/bake_sheet.h"

#include <algorithm>
#include <map>
#include <set>

namespace tilia::pos {
namespace {

constexpr std::int64_t hundred_grams = 100;

Quantity of(const std::vector<Pieces>& pieces, const std::string& article) {
  const auto found = std::ranges::find(pieces, article, &Pieces::article);
  return found == pieces.end() ? Quantity() : found->quantity;
}

// Up to a whole piece, or to a hundred grams.
Quantity mean_up(std::int64_t thousandths, std::int64_t days, Unit unit) {
  const std::int64_t step = unit == Unit::each ? Quantity::one_in_thousandths : hundred_grams;
  const std::int64_t steps = (thousandths + days * step - 1) / (days * step);
  return Quantity::from_thousandths(steps * step);
}

Quantity usual_of(const Article& article, const std::vector<SoldOn>& days) {
  std::int64_t sum = 0;
  for (const SoldOn& day : days) sum += of(day.sold, article.code).thousandths();
  // More came back than was sold: nothing is usual.
  if (sum <= 0) return {};
  return mean_up(sum, std::ssize(days), article.unit);
}

}  // namespace

Quantity BakeRow::missing() const { return wanted() > baked ? wanted() - baked : Quantity(); }

bool BakeSheet::enough() const {
  return std::ranges::all_of(rows, [](const BakeRow& row) { return row.missing() == Quantity(); });
}

BakeSheet bake_sheet(const BakeQuestion& question) {
  BakeSheet sheet{.day = question.day, .looked_at = {}, .rows = {}};
  for (const SoldOn& sold : question.same_weekday) sheet.looked_at.push_back(sold.day);
  std::map<std::string, Quantity> ordered;
  for (const Order& order : question.orders) {
    if (order.state == OrderState::cancelled) continue;
    for (const OrderLine& line : order.lines)
      ordered[line.article] = ordered[line.article] + line.quantity;
  }
  const std::set<std::string> made(question.made_here.begin(), question.made_here.end());
  for (const Article& article : question.articles) {
    const bool made_here = made.contains(article.code);
    const auto found = ordered.find(article.code);
    if (!made_here && found == ordered.end()) continue;
    if (!article.on_shelf && found == ordered.end()) continue;
    sheet.rows.push_back(
        {.article = article.code,
         .name = article.name,
         .picture = article.picture,
         .unit = article.unit,
         .ordered = found == ordered.end() ? Quantity() : found->second,
         .usual = made_here ? usual_of(article, question.same_weekday) : Quantity(),
         .baked = of(question.baked, article.code)});
  }
  return sheet;
}

}  // namespace tilia::pos
