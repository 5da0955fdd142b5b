#include "pos/keep_stock.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

namespace tilia::pos {
namespace {

using Kind = StockMove::Kind;

// A million pieces or a thousand tonnes is a slip.
constexpr std::int64_t largest_quantity_thousandths = 1'000'000 * Quantity::one_in_thousandths;

constexpr std::array<std::pair<StockRefusal, std::string_view>, 7> codes{{
    {StockRefusal::unknown_article, "stock.unknown_article"},
    {StockRefusal::not_kept, "stock.not_kept"},
    {StockRefusal::not_a_quantity, "stock.not_a_quantity"},
    {StockRefusal::quantity_not_positive, "stock.quantity_not_positive"},
    {StockRefusal::quantity_not_whole, "stock.quantity_not_whole"},
    {StockRefusal::quantity_too_large, "stock.quantity_too_large"},
    {StockRefusal::unknown_reason, "stock.unknown_reason"},
}};

}  // namespace

std::string_view stock_refusal_code(StockRefusal why) {
  for (const auto& [known, code] : codes) {
    if (known == why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(StockRefusal why) {
  const std::string_view code = stock_refusal_code(why);
  return Phrase(fmt::format("pos.stock.{}", code.substr(code.find('.') + 1)));
}

bool StockShown::low() const {
  return since && article.low_below && since->there() < *article.low_below;
}

Result<Done, StockRefusal> KeepStock::enter(Kind kind, const std::string& code, Quantity quantity,
                                            const std::string& reason) {
  const std::vector<Article> articles = book_.articles(today());
  const auto article = std::ranges::find(articles, code, &Article::code);
  if (article == articles.end()) return StockRefusal::unknown_article;
  if (!article->stocked && kind != Kind::wasted) return StockRefusal::not_kept;
  const bool positive = quantity > Quantity() || (kind == Kind::counted && quantity == Quantity());
  if (!positive) return StockRefusal::quantity_not_positive;
  if (article->unit == Unit::each && !quantity.whole()) return StockRefusal::quantity_not_whole;
  if (quantity.thousandths() > largest_quantity_thousandths)
    return StockRefusal::quantity_too_large;
  const auto& reasons = waste_reasons();
  const bool known = std::ranges::find(reasons, reason) != reasons.end();
  if (kind == Kind::wasted ? !known : !reason.empty()) return StockRefusal::unknown_reason;
  stock_.enter_stock_move({kind, code, quantity, reason, today()}, clock_.now());
  return Done{};
}

std::vector<StockShown> KeepStock::list() {
  std::unordered_map<std::string, StockSince> known;
  for (StockSince& since : stock_.stock()) {
    std::string code = since.article;
    known.emplace(std::move(code), std::move(since));
  }
  std::vector<StockShown> shown;
  for (Article& article : book_.articles(today())) {
    if (!article.stocked || !article.on_shelf) continue;
    const auto found = known.find(article.code);
    shown.push_back(
        {std::move(article), found == known.end() ? std::nullopt : std::optional(found->second)});
  }
  std::ranges::stable_partition(shown, &StockShown::low);
  return shown;
}

std::vector<Wasted> KeepStock::wasted(const Day& from, const Day& to) {
  std::map<std::pair<std::string, std::string>, Quantity> sums;
  for (const StockMove& move : stock_.stock_moves(from, to)) {
    if (move.kind != Kind::wasted) continue;
    Quantity& sum = sums[{move.article, move.reason}];
    sum = sum + move.quantity;
  }
  std::vector<Wasted> rows;
  for (const Article& article : articles()) {
    for (const std::string& reason : waste_reasons()) {
      const auto sum = sums.find({article.code, reason});
      if (sum == sums.end()) continue;
      const auto worth = article.price.times(sum->second, Rounding::half_up);
      rows.push_back({article.code, article.name, article.unit, reason, sum->second,
                      worth ? worth.value() : Money::zero(article.price.currency())});
    }
  }
  return rows;
}

Result<Quantity, StockRefusal> typed_quantity(const std::string& text) {
  std::string typed = text;
  std::erase(typed, ' ');
  std::ranges::replace(typed, ',', '.');
  const auto quantity = Quantity::parse(typed);
  if (!quantity)
    return quantity.refusal() == QuantityRefusal::out_of_range ? StockRefusal::quantity_too_large
                                                               : StockRefusal::not_a_quantity;
  return quantity.value();
}

}  // namespace tilia::pos
