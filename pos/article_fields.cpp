#include "pos/article_fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "pos/article_code.h"
#include "pos/plausible_amount.h"

namespace tilia::pos {
namespace {

using Why = ArticleFault::Why;

constexpr std::size_t longest_name = 120;
constexpr std::size_t longest_barcode = 32;

bool good_barcode(const std::string& barcode) {
  const auto printable = [](char c) { return c > ' ' && c <= '~'; };
  return barcode.size() <= longest_barcode &&
         std::all_of(barcode.begin(), barcode.end(), printable);
}

std::vector<std::string> parted_by_spaces(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

}  // namespace

std::string_view article_fault_text(Why why) {
  switch (why) {
    case Why::bad_code: return "bad_code";
    case Why::empty_name: return "empty_name";
    case Why::bad_price: return "bad_price";
    case Why::bad_vat_class: return "bad_vat_class";
    case Why::bad_unit: return "bad_unit";
    case Why::bad_barcode: return "bad_barcode";
    case Why::bad_stock: return "bad_stock";
    case Why::too_long: return "too_long";
  }
  CHECK(false);
}

ReadArticle read_article(const ArticleFields& fields, Currency currency) {
  ReadArticle read;
  const auto field = [&](std::string_view column) {
    const auto found = fields.find(column);
    return found == fields.end() ? std::string() : found->second;
  };
  const auto no = [&](Why why, std::string_view column) {
    read.faults.push_back({why, std::string(column), field(column)});
  };
  if (!is_code(field("article"))) no(Why::bad_code, "article");
  const std::string name = field("name");
  if (name.find_first_not_of(' ') == std::string::npos) no(Why::empty_name, "name");
  for (const std::string_view column : {"name", "picture", "page"}) {
    if (field(column).size() > longest_name) no(Why::too_long, column);
  }
  const auto price = Money::parse(field("price"), currency);
  if (!price || price.value().negative() || too_large(price.value())) no(Why::bad_price, "price");
  const auto vat_class = parse_vat_class(field("vat"));
  if (!vat_class) no(Why::bad_vat_class, "vat");
  const auto unit = parse_unit(field("unit"));
  if (!unit) no(Why::bad_unit, "unit");
  std::vector<std::string> barcodes = parted_by_spaces(field("barcodes"));
  if (!std::ranges::all_of(barcodes, good_barcode)) no(Why::bad_barcode, "barcodes");
  const std::string stock = field("stock");
  if (stock != "yes" && stock != "no" && !stock.empty()) no(Why::bad_stock, "stock");
  if (!read.faults.empty()) return read;
  read.article = Article{field("article"), name,          price.value(),
                         *vat_class,       *unit,         std::move(barcodes),
                         field("picture"), field("page"), stock == "yes"};
  return read;
}

ArticleFields fields_of(const Article& article) {
  return {{"article", article.code},
          {"name", article.name},
          {"price", article.price.text()},
          {"vat", std::string(vat_class_text(article.vat_class))},
          {"unit", std::string(unit_text(article.unit))},
          {"barcodes", fmt::format("{}", fmt::join(article.barcodes, " "))},
          {"picture", article.picture},
          {"page", article.page},
          {"stock", article.stocked ? "yes" : "no"}};
}

}  // namespace tilia::pos
