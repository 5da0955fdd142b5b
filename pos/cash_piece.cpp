#include "pos/cash_piece.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>

#include "core/check.h"

namespace tilia::pos {
namespace {

// One kind of piece in the search: its value in the greatest common unit of the set, and how many
// there are.
struct Kind {
  std::int64_t value = 0;
  std::int64_t at_most = 0;
};

// How many of each kind, in the order of the kinds.
using Counts = std::vector<std::int64_t>;

// Above this many units (10,000.00 EUR in cents) the exact search would take noticeable time: the
// largest pieces go first until what is left is below it.
constexpr std::int64_t searched_units = 1'000'000;
constexpr std::int32_t out_of_reach = std::numeric_limits<std::int32_t>::max() / 2;

std::int64_t pieces_in(const Counts& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

// Largest first, as many of each as fit. Nothing if something is left over.
std::optional<Counts> greedily(std::int64_t amount, const std::vector<Kind>& kinds) {
  Counts counts;
  for (const Kind& kind : kinds) {
    counts.push_back(std::min(amount / kind.value, kind.at_most));
    amount -= counts.back() * kind.value;
  }
  if (amount != 0) return std::nullopt;
  return counts;
}

// Whether "largest first" is always the fewest with no limit on pieces. If it fails at all, it
// fails at one of n² amounts: just above what "largest first" makes of (a piece − 1). D. Pearson,
// "A polynomial-time algorithm for the change-making problem", Operations Research Letters 33
// (2005).
bool largest_first_is_fewest(std::vector<Kind> kinds, std::int64_t up_to) {
  if (kinds.back().value != 1) return false;
  for (Kind& kind : kinds) kind.at_most = std::max(up_to, 2 * kinds.front().value);
  for (std::size_t above = 0; above + 1 < kinds.size(); ++above) {
    std::int64_t left = kinds[above].value - 1;
    std::int64_t made = 0;
    std::int64_t pieces = 0;
    for (std::size_t at = above + 1; at < kinds.size(); ++at) {
      const std::int64_t count = left / kinds[at].value;
      left -= count * kinds[at].value;
      made += count * kinds[at].value;
      pieces += count;
      const auto greedy = greedily(made + kinds[at].value, kinds);
      if (pieces + 1 < pieces_in(*greedy)) return false;
    }
  }
  return true;
}

// One row of the exact search: the fewest pieces for each amount when up to `kind.at_most` of one
// more kind may be used. Amounts of the same remainder form a chain in which the best of the last
// at_most + 1 entries is kept in a sliding queue: the work is one step per amount, however many
// pieces there are.
void allow(const Kind& kind, std::vector<std::int32_t>& fewest, std::vector<std::int32_t>& used) {
  const auto amounts = static_cast<std::int64_t>(fewest.size());
  const auto entry = [&](std::int64_t remainder, std::int64_t step) {
    return static_cast<std::size_t>(remainder + step * kind.value);
  };
  std::vector<std::pair<std::int64_t, std::int64_t>> queue;  // step, fewest − step
  for (std::int64_t remainder = 0; remainder < std::min(kind.value, amounts); ++remainder) {
    queue.clear();
    std::size_t first = 0;
    for (std::int64_t step = 0; remainder + step * kind.value < amounts; ++step) {
      const std::size_t here = entry(remainder, step);
      const std::int64_t worth = fewest[here] - step;
      while (queue.size() > first && queue.back().second >= worth) queue.pop_back();
      queue.emplace_back(step, worth);
      while (queue[first].first < step - kind.at_most) ++first;
      const std::int64_t best = queue[first].second + step;
      fewest[here] = static_cast<std::int32_t>(std::min<std::int64_t>(best, out_of_reach));
      used[here] = static_cast<std::int32_t>(step - queue[first].first);
    }
  }
}

// The fewest by trying every way, row by row. amount ≤ searched_units.
std::optional<Counts> exactly(std::int64_t amount, const std::vector<Kind>& kinds) {
  const auto amounts = static_cast<std::size_t>(amount) + 1;
  std::vector<std::int32_t> fewest(amounts, out_of_reach);
  fewest[0] = 0;
  std::vector<std::vector<std::int32_t>> used(kinds.size(), std::vector<std::int32_t>(amounts, 0));
  for (std::size_t at = 0; at < kinds.size(); ++at) allow(kinds[at], fewest, used[at]);
  if (fewest.back() >= out_of_reach) return std::nullopt;
  Counts counts(kinds.size(), 0);
  for (std::size_t at = kinds.size(); at-- > 0;) {
    counts[at] = used[at][static_cast<std::size_t>(amount)];
    amount -= counts[at] * kinds[at].value;
  }
  CHECK(amount == 0);
  return counts;
}

std::optional<Counts> fewest_counts(std::int64_t amount, const std::vector<Kind>& kinds) {
  if (largest_first_is_fewest(kinds, amount)) {
    std::vector<Kind> no_limit = kinds;
    for (Kind& kind : no_limit) kind.at_most = amount;
    // No limit stands in the way of the best: the usual drawer.
    const auto wanted = greedily(amount, no_limit);
    if (greedily(amount, kinds) == wanted) return wanted;
  }
  Counts first(kinds.size(), 0);
  std::vector<Kind> left = kinds;
  for (std::size_t at = 0; at < left.size() && amount > searched_units; ++at) {
    const std::int64_t above = (amount - searched_units) / left[at].value + 1;
    first[at] = std::min({above, left[at].at_most, amount / left[at].value});
    left[at].at_most -= first[at];
    amount -= first[at] * left[at].value;
  }
  if (amount > searched_units) return std::nullopt;  // all that is held is less than that
  auto counts = exactly(amount, left);
  if (!counts) return std::nullopt;
  std::transform(counts->begin(), counts->end(), first.begin(), counts->begin(), std::plus<>());
  return counts;
}

std::int64_t held_of(const std::vector<CountedPiece>& held, const Money& value) {
  std::int64_t count = 0;
  for (const CountedPiece& piece : held) {
    if (piece.value == value) count += piece.count;
  }
  return std::max<std::int64_t>(count, 0);
}

}  // namespace

Money sum_of(const std::vector<CountedPiece>& counted, Currency currency) {
  Money sum = Money::zero(currency);
  for (const CountedPiece& piece : counted) {
    sum += piece.value.times(Quantity::pieces(piece.count), Rounding::exact).value();
  }
  return sum;
}

std::optional<std::vector<CountedPiece>> fewest_pieces(
    const Money& amount, const std::vector<Piece>& pieces,
    const std::optional<std::vector<CountedPiece>>& held) {
  if (amount.negative()) return std::nullopt;
  if (amount.is_zero()) return std::vector<CountedPiece>{};
  std::vector<std::int64_t> values;
  for (const Piece& piece : pieces) {
    if (piece.value.same_currency(amount) && piece.value.minor() > 0)
      values.push_back(piece.value.minor());
  }
  std::sort(values.begin(), values.end(), std::greater<>());
  values.erase(std::unique(values.begin(), values.end()), values.end());  // a note and a coin of 20
  const std::int64_t unit =
      std::accumulate(values.begin(), values.end(), std::int64_t{0},
                      [](std::int64_t a, std::int64_t b) { return std::gcd(a, b); });
  if (unit == 0 || amount.minor() % unit != 0) return std::nullopt;
  const std::int64_t units = amount.minor() / unit;
  std::vector<Kind> kinds;
  for (const std::int64_t value : values) {
    const Money money = Money::from_minor(value, amount.currency());
    kinds.push_back({value / unit, held ? held_of(*held, money) : units});
  }
  const auto counts = fewest_counts(units, kinds);
  if (!counts) return std::nullopt;
  std::vector<CountedPiece> answer;
  for (std::size_t at = 0; at < values.size(); ++at) {
    if ((*counts)[at] > 0)
      answer.push_back({Money::from_minor(values[at], amount.currency()), (*counts)[at]});
  }
  return answer;
}

}  // namespace tilia::pos
