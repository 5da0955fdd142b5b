// What is usual at a till: which articles are sold most, how much of one at once, how much goes
// back on what was handed over. Worked out of the till's last sales; nothing of it is kept, and
// nothing of it is about who sold.
//
//   const Habit habit(book.recent_trade("T1", Habit::sales_looked_at));
//   if (habit.is_far_out(loaf, Quantity::pieces(24))) …  // ask whether it is meant
//
// Far out is twice what 995 of 1,000 lines of that article stay within, and more than five pieces;
// of what is weighed also a quarter of what 995 of 1,000 reach: kilograms typed as grams. An
// article that was sold on fewer than 30 lines is held against all of its unit. What was handed
// over is far out where the change, times as often as the sum goes into what was given, is a
// quarter beyond 99 of 100: a note of 200 for a sum that asks for one of 20. Where too little was
// sold nothing is far out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "pos/article.h"

namespace tilia::pos {

// Of the newest sales of a till, refunds left out.
struct RecentTrade {
  struct Line {
    std::string article;
    Unit unit = Unit::each;
    Quantity quantity;
  };
  std::vector<Line> lines;
  struct Handed {
    Money due;
    Money change;
  };
  std::vector<Handed> handed;  // of each sale that gave change
};

class Habit {
 public:
  static constexpr int sales_looked_at = 3000;

  Habit() = default;
  explicit Habit(const RecentTrade& trade);

  // Codes, what is sold on most lines first; nothing as long as too little was sold.
  [[nodiscard]] const std::vector<std::string>& most_sold() const { return most_sold_; }
  [[nodiscard]] bool is_far_out(const Article& article, Quantity quantity) const;
  [[nodiscard]] bool is_far_out(const RecentTrade::Handed& handed) const;

 private:
  struct Usual {
    Quantity least;
    Quantity most;
  };
  [[nodiscard]] static std::optional<Usual> usual_of(std::vector<Quantity> quantities);

  std::unordered_map<std::string, Usual> of_article_;
  std::optional<Usual> of_pieces_;
  std::optional<Usual> of_weights_;
  std::vector<std::string> most_sold_;
  std::optional<std::int64_t> most_handed_;
};

}  // namespace tilia::pos
