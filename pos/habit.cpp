#include "pos/habit.h"

#include <algorithm>

namespace tilia::pos {
namespace {

constexpr std::size_t known_from_lines = 30;
constexpr std::size_t known_from_changes = 100;
constexpr std::size_t best_sellers_from_lines = 100;
constexpr std::int64_t pieces_never_asked_for = 5;
constexpr std::int64_t beyond = 2;
constexpr std::int64_t short_of = 4;
constexpr std::int64_t most_change_minor = 100'000'000'000;
constexpr std::int64_t most_times = 100;

// Where so many of 1,000 are reached, by nearest rank: from the small end, or from the large one.
std::size_t rank_of(std::size_t thousandths, std::size_t count) {
  return (count * thousandths + 999) / 1000 - 1;
}

// The change, times as often as the sum goes into what was given. No till sees more than a hundred
// times the sum, or change of more than a thousand million: far from the end of the number.
std::int64_t beyond_need(const RecentTrade::Handed& handed) {
  constexpr std::int64_t thousandths = 1000;
  const std::int64_t due = std::max<std::int64_t>(handed.due.minor(), 1);
  const std::int64_t change = std::min(handed.change.minor(), most_change_minor);
  const std::int64_t times = std::min((due + change) / due, most_times - 1) * thousandths +
                             (due + change) % due * thousandths / due;
  return change * times / thousandths;
}

}  // namespace

std::optional<Habit::Usual> Habit::usual_of(std::vector<Quantity> quantities) {
  if (quantities.size() < known_from_lines) return std::nullopt;
  std::ranges::sort(quantities);
  const std::size_t rank = rank_of(995, quantities.size());
  return Usual{quantities[quantities.size() - 1 - rank], quantities[rank]};
}

Habit::Habit(const RecentTrade& trade) {
  std::unordered_map<std::string, std::vector<Quantity>> by_article;
  std::vector<Quantity> pieces;
  std::vector<Quantity> weights;
  for (const RecentTrade::Line& line : trade.lines) {
    by_article[line.article].push_back(line.quantity);
    (line.unit == Unit::each ? pieces : weights).push_back(line.quantity);
  }
  std::vector<std::pair<std::size_t, std::string>> sold;
  for (auto& [article, quantities] : by_article) {
    sold.emplace_back(quantities.size(), article);
    if (const auto usual = usual_of(std::move(quantities))) of_article_.emplace(article, *usual);
  }
  of_pieces_ = usual_of(std::move(pieces));
  of_weights_ = usual_of(std::move(weights));
  if (trade.lines.size() >= best_sellers_from_lines) {
    std::ranges::sort(sold, [](const auto& one, const auto& other) {
      return one.first != other.first ? one.first > other.first : one.second < other.second;
    });
    for (auto& [lines, article] : sold) most_sold_.push_back(std::move(article));
  }
  std::vector<std::int64_t> handed;
  for (const RecentTrade::Handed& each : trade.handed) handed.push_back(beyond_need(each));
  if (handed.size() < known_from_changes) return;
  std::ranges::sort(handed);
  most_handed_ = handed[rank_of(990, handed.size())];
}

bool Habit::is_far_out(const Article& article, Quantity quantity) const {
  const bool weighed = article.unit == Unit::kg;
  const auto found = of_article_.find(article.code);
  const std::optional<Usual> usual = found != of_article_.end() ? std::optional(found->second)
                                     : weighed                  ? of_weights_
                                                                : of_pieces_;
  if (!usual) return false;
  const bool too_much = quantity.thousandths() > beyond * usual->most.thousandths();
  if (!weighed) return too_much && quantity > Quantity::pieces(pieces_never_asked_for);
  return too_much || short_of * quantity.thousandths() < usual->least.thousandths();
}

bool Habit::is_far_out(const RecentTrade::Handed& handed) const {
  return most_handed_ && beyond_need(handed) > *most_handed_ / 4 * 5;
}

}  // namespace tilia::pos
