// One article as it is written, in a line of a file or in a form: nine texts, and every fault that
// they have.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/currency.h"
#include "pos/article.h"

namespace tilia::pos {

// In the order of the file; the first five are always said.
inline constexpr std::array<std::string_view, 9> article_columns{
    "article", "name", "price", "vat", "unit", "barcodes", "picture", "page", "stock"};
inline constexpr std::size_t required_article_columns = 5;

using ArticleFields = std::map<std::string, std::string, std::less<>>;  // by column

struct ArticleFault {
  enum class Why {
    bad_code,
    empty_name,
    bad_price,
    bad_vat_class,
    bad_unit,
    bad_barcode,
    bad_stock,
    too_long,
  };
  Why why = Why::bad_code;
  std::string column;
  std::string found;

  friend bool operator==(const ArticleFault&, const ArticleFault&) = default;
};
[[nodiscard]] std::string_view article_fault_text(ArticleFault::Why why);  // "bad_code"

struct ReadArticle {
  std::optional<Article> article;  // when there is no fault
  std::vector<ArticleFault> faults;
};
// A column that is not there is as an empty one.
[[nodiscard]] ReadArticle read_article(const ArticleFields& fields, Currency currency);
[[nodiscard]] ArticleFields fields_of(const Article& article);

}  // namespace tilia::pos
