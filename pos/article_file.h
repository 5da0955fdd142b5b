// The catalogue as CSV (UTF-8, comma, quotes doubled inside quotes, header line):
// article,name,price,vat,unit,barcodes,picture,page,stock; the first five are required, in any
// order. The whole file is good or nothing of it is taken: every problem names its line and column.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/currency.h"
#include "core/phrase.h"
#include "core/result.h"
#include "pos/article.h"

namespace tilia::pos {

struct ArticleFileRefusal {
  enum class Why {
    empty_file,
    not_utf8,
    unknown_column,
    doubled_column,
    missing_column,
    wrong_field_count,
    bad_code,
    doubled_code,
    empty_name,
    bad_price,
    bad_vat_class,
    bad_unit,
    bad_barcode,
    doubled_barcode,
    bad_stock,
    open_quote,
    too_long,
    barcode_in_book,  // of an article that the file does not name
  };
  Why why = Why::empty_file;
  std::int64_t line = 0;  // from 1; the header is line 1
  std::string column;
  std::string found;
};
[[nodiscard]] std::string_view article_file_refusal_code(ArticleFileRefusal::Why why);
[[nodiscard]] Phrase sentence_of(const ArticleFileRefusal& refusal);

// A whole file: what could be read of it, and every problem, by line.
struct ArticleFileLook {
  struct Line {
    std::int64_t line = 0;
    Article article;
  };
  std::vector<Line> lines;
  std::vector<ArticleFileRefusal> problems;
  std::set<std::string, std::less<>> columns;  // that the file has
};
[[nodiscard]] ArticleFileLook look_at_article_file(std::string_view csv, Currency currency);

// The same for who wants articles or the first problem.
[[nodiscard]] Result<std::vector<Article>, ArticleFileRefusal> read_article_file(
    std::string_view csv, Currency currency);

// As a file that is read back to the same articles; those off the shelf are left out.
[[nodiscard]] std::string article_file_text(const std::vector<Article>& articles);

// Where a name that others read tells too much (core/neutral_words.h); the file is taken in all the
// same. For a file that read_article_file takes.
struct ArticleFileRemark {
  std::int64_t line = 0;
  std::string column;
  friend bool operator==(const ArticleFileRemark&, const ArticleFileRemark&) = default;
};
[[nodiscard]] std::vector<ArticleFileRemark> names_to_rethink(std::string_view csv);

}  // namespace tilia::pos
