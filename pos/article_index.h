// The articles of a shop, found at once by code or barcode however many there are.
//
//   const ArticleIndex index(book.articles());
//   if (const Article* loaf = index.by_code("white-loaf")) …
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pos/article.h"

namespace tilia::pos {

class ArticleIndex {
 public:
  ArticleIndex() = default;
  explicit ArticleIndex(std::vector<Article> articles);
  ArticleIndex(const ArticleIndex&) = delete;  // it points into its own articles
  ArticleIndex& operator=(const ArticleIndex&) = delete;
  ArticleIndex(ArticleIndex&&) = default;
  ArticleIndex& operator=(ArticleIndex&&) = default;
  ~ArticleIndex() = default;

  [[nodiscard]] const std::vector<Article>& articles() const { return articles_; }
  [[nodiscard]] const Article* by_code(std::string_view code) const;
  // The same number found as EAN-13, and as UPC-A without its leading 0.
  [[nodiscard]] const Article* by_barcode(std::string_view barcode) const;
  // The number on which labels of a shop's own are built, whatever its thirteenth digit: many
  // programs keep it with another one than the check digit.
  [[nodiscard]] const Article* by_twelve_digits(std::string_view digits) const;

 private:
  std::vector<Article> articles_;
  std::unordered_map<std::string_view, const Article*> by_code_;
  std::unordered_map<std::string_view, const Article*> by_barcode_;
  std::unordered_map<std::string_view, const Article*> by_twelve_digits_;
};

}  // namespace tilia::pos
