// The articles as the counter sees them: flat pages under tabs, the best sellers in front, and
// found by code, barcode or name. It points into the catalogue that it was made from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pos/article_index.h"

namespace tilia::pos {

class Shelf {
 public:
  struct Tab {
    std::string name;
    std::string picture;  // of its first article
    bool of_best_sellers = false;
    std::vector<const Article*> articles;
  };
  // `best_sellers`: codes, the most sold first. As many of them as are asked for stand in front,
  // in the order of the catalogue, so that a day's trade moves no picture about. A shop with one
  // page of pictures needs no such tab.
  explicit Shelf(const ArticleIndex& articles, const std::vector<std::string>& best_sellers = {},
                 std::size_t most_best_sellers = 0);

  [[nodiscard]] const std::vector<Tab>& tabs() const { return tabs_; }
  [[nodiscard]] const ArticleIndex& index() const { return *index_; }
  [[nodiscard]] const Article* article(std::string_view code) const {
    return index_->by_code(code);
  }
  // Names that hold the text, whatever its case; those that begin with it first. At most `limit`.
  [[nodiscard]] std::vector<const Article*> named(std::string_view text, std::size_t limit) const;
  // Every letter of the names, as capitals, in order: the keys of "Find".
  [[nodiscard]] std::vector<std::string> letters() const;

 private:
  const ArticleIndex* index_;
  std::vector<Tab> tabs_;
  struct Named {
    std::string lower_name;
    const Article* article = nullptr;
  };
  std::vector<Named> named_;  // what is on the shelf, in order
};

}  // namespace tilia::pos
