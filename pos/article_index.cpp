#include "pos/article_index.h"

#include "pos/gtin.h"

namespace tilia::pos {
namespace {

constexpr std::size_t ean_13 = 13;

}  // namespace

ArticleIndex::ArticleIndex(std::vector<Article> articles) : articles_(std::move(articles)) {
  by_code_.reserve(articles_.size());
  by_barcode_.reserve(articles_.size());
  for (const Article& article : articles_) {
    by_code_.emplace(article.code, &article);
    if (!article.on_shelf) continue;
    for (const std::string& barcode : article.barcodes) {
      by_barcode_.emplace(plain_barcode(barcode), &article);
      if (barcode.size() == ean_13)
        by_twelve_digits_.emplace(std::string_view(barcode).substr(0, ean_13 - 1), &article);
    }
  }
}

const Article* ArticleIndex::by_code(std::string_view code) const {
  const auto found = by_code_.find(code);
  return found == by_code_.end() ? nullptr : found->second;
}

const Article* ArticleIndex::by_barcode(std::string_view barcode) const {
  const auto found = by_barcode_.find(plain_barcode(barcode));
  return found == by_barcode_.end() ? nullptr : found->second;
}

const Article* ArticleIndex::by_twelve_digits(std::string_view digits) const {
  const auto found = by_twelve_digits_.find(digits);
  return found == by_twelve_digits_.end() ? nullptr : found->second;
}

}  // namespace tilia::pos
