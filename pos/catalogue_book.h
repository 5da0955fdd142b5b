// What keeping the catalogue needs of storage beside TillBook's articles: prices that hold from a
// day on. db/catalogue_book_sqlite fulfils it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/day.h"
#include "core/instant.h"
#include "core/money.h"

namespace tilia::pos {

// What an article costs from a day on.
struct PriceChange {
  std::string article;
  Day from;
  std::optional<Money> price;  // nothing: the change of that day is called off

  friend bool operator==(const PriceChange&, const PriceChange&) = default;
};

class CatalogueBook {
 public:
  virtual ~CatalogueBook() = default;

  // All or none.
  virtual void put_prices(const std::vector<PriceChange>& changes, const Instant& at) = 0;
  // What was changed and will be, the oldest first; what it cost before all of it has no day.
  struct PriceHistory {
    std::optional<Money> before;  // nothing: there is no such article
    std::vector<PriceChange> changes;
  };
  [[nodiscard]] virtual PriceHistory prices_of(const std::string& article) = 0;
  // Of all articles, what comes after that day, by day and article.
  [[nodiscard]] virtual std::vector<PriceChange> prices_after(const Day& day) = 0;
};

}  // namespace tilia::pos
