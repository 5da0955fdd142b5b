// What a file of articles would do to the catalogue, before anything of it is written: what it
// adds, what it changes, and every problem by its line.
//
// A column that the file does not have stays as it is in the book. An article of the file stands on
// the shelf again. With one problem nothing is taken in.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "pos/article_file.h"

namespace tilia::pos {

struct CataloguePreview {
  enum class Kind { added, changed, unchanged };
  struct Row {
    std::int64_t line = 0;
    Kind kind = Kind::added;
    Article article;
    std::optional<Article> before;  // as it is in the book now
  };
  std::vector<Row> rows;
  std::vector<ArticleFileRefusal> problems;

  [[nodiscard]] std::int64_t count(Kind kind) const;
  // Those that are added or changed; nothing as long as there is a problem.
  [[nodiscard]] std::vector<Article> to_put() const;
};
[[nodiscard]] std::string_view preview_kind_text(CataloguePreview::Kind kind);  // "added"

[[nodiscard]] CataloguePreview preview_of(ArticleFileLook look,
                                          const std::vector<Article>& in_book);

}  // namespace tilia::pos
