// The bake sheet of a day: of each article what is ordered, what is usually sold beside the orders,
// what is baked already and what is still to bake.
//
// The rule for what is usual is one that anybody can check: the mean of what went over the counter
// on the last four of that weekday on which the shop was open, orders left out, rounded up to a
// whole piece, or to a hundred grams.
#pragma once

#include <string>
#include <vector>

#include "core/day.h"
#include "core/quantity.h"
#include "pos/article.h"
#include "pos/bakery/order.h"

namespace tilia::pos {

inline constexpr int weeks_looked_at = 4;

// How many pieces of an article; each article once.
struct Pieces {
  std::string article;
  Quantity quantity;
  friend bool operator==(const Pieces&, const Pieces&) = default;
};

// One day on which the shop was open, and what it sold that was not ordered.
struct SoldOn {
  Day day;
  std::vector<Pieces> sold;
};

struct BakeRow {
  std::string article;
  std::string name;
  std::string picture;
  Unit unit = Unit::each;
  Quantity ordered;
  Quantity usual;
  Quantity baked;

  [[nodiscard]] Quantity wanted() const { return ordered + usual; }
  [[nodiscard]] Quantity missing() const;  // nothing once enough is baked
  friend bool operator==(const BakeRow&, const BakeRow&) = default;
};

struct BakeSheet {
  Day day;
  std::vector<Day> looked_at;  // the days of which the usual is the mean, the newest first
  std::vector<BakeRow> rows;   // as the catalogue is ordered

  [[nodiscard]] bool enough() const;
  friend bool operator==(const BakeSheet&, const BakeSheet&) = default;
};

struct BakeQuestion {
  Day day;
  std::vector<Article> articles;
  std::vector<std::string> made_here;  // the articles that this shop makes
  std::vector<Order> orders;           // of that day; cancelled ones do not count
  std::vector<SoldOn> same_weekday;    // at most weeks_looked_at, the newest first
  std::vector<Pieces> baked;
};
// Rows of what is made here and of all that is ordered.
[[nodiscard]] BakeSheet bake_sheet(const BakeQuestion& question);

}  // namespace tilia::pos
