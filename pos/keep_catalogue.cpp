#include "pos/keep_catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pos/article_index.h"
#include "pos/plausible_amount.h"

namespace tilia::pos {
namespace {

constexpr std::array<std::pair<CatalogueRefusal, std::string_view>, 6> codes{{
    {CatalogueRefusal::unknown_article, "catalogue.unknown_article"},
    {CatalogueRefusal::day_is_past, "catalogue.day_is_past"},
    {CatalogueRefusal::bad_price, "catalogue.bad_price"},
    {CatalogueRefusal::no_such_change, "catalogue.no_such_change"},
    {CatalogueRefusal::code_is_taken, "catalogue.code_is_taken"},
    {CatalogueRefusal::barcode_is_taken, "catalogue.barcode_is_taken"},
}};

}  // namespace

std::string_view catalogue_refusal_code(CatalogueRefusal why) {
  for (const auto& [known, code] : codes) {
    if (known == why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(CatalogueRefusal why) {
  const std::string_view code = catalogue_refusal_code(why);
  return Phrase(fmt::format("pos.catalogue.{}", code.substr(code.find('.') + 1)));
}

std::optional<Article> KeepCatalogue::article(const std::string& code) {
  for (Article& each : book_.articles(today())) {
    if (each.code == code) return std::move(each);
  }
  return std::nullopt;
}

Result<Done, CatalogueRefusal> KeepCatalogue::plan_price(const std::string& code, const Day& from,
                                                         const Money& price) {
  const auto history = prices_.prices_of(code);
  if (!history.before) return CatalogueRefusal::unknown_article;
  if (from < today()) return CatalogueRefusal::day_is_past;
  if (!price.same_currency(*history.before) || price.negative() || too_large(price))
    return CatalogueRefusal::bad_price;
  prices_.put_prices({{code, from, price}}, clock_.now());
  return Done{};
}

Result<Done, CatalogueRefusal> KeepCatalogue::call_off_price(const std::string& code,
                                                             const Day& from) {
  const auto history = prices_.prices_of(code);
  if (!history.before) return CatalogueRefusal::unknown_article;
  if (from <= today()) return CatalogueRefusal::day_is_past;
  const bool planned = std::ranges::any_of(
      history.changes, [&](const PriceChange& change) { return change.from == from; });
  if (!planned) return CatalogueRefusal::no_such_change;
  prices_.put_prices({{code, from, std::nullopt}}, clock_.now());
  return Done{};
}

std::optional<CatalogueRefusal> KeepCatalogue::fault_of(const Article& article) {
  if (article.price.currency() != book_.organisation().currency || article.price.negative() ||
      too_large(article.price))
    return CatalogueRefusal::bad_price;
  std::vector<Article> others = book_.articles(today());
  std::erase_if(others, [&](const Article& other) { return other.code == article.code; });
  const ArticleIndex index(std::move(others));  // as the till finds them
  const bool taken = std::ranges::any_of(article.barcodes, [&](const std::string& barcode) {
    return index.by_barcode(barcode) != nullptr;
  });
  return taken ? std::optional(CatalogueRefusal::barcode_is_taken) : std::nullopt;
}

Result<Done, CatalogueRefusal> KeepCatalogue::add(const Article& article) {
  if (prices_.prices_of(article.code).before) return CatalogueRefusal::code_is_taken;
  if (const auto fault = fault_of(article)) return *fault;
  book_.put_articles({article}, clock_.now());
  return Done{};
}

Result<Done, CatalogueRefusal> KeepCatalogue::change(const Article& changed) {
  const auto before = article(changed.code);
  if (!before) return CatalogueRefusal::unknown_article;
  if (const auto fault = fault_of(changed)) return *fault;
  if (*before != changed) book_.put_articles({changed}, clock_.now());
  return Done{};
}

Result<Done, CatalogueRefusal> KeepCatalogue::put_on_shelf(const std::string& code, bool on_shelf) {
  auto found = article(code);
  if (!found) return CatalogueRefusal::unknown_article;
  found->on_shelf = on_shelf;
  return change(*found);
}

}  // namespace tilia::pos
