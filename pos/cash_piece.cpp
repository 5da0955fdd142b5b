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

// Every amount up to one, by trying every way, row by row. up_to ≤ searched_units.
class Table {
 public:
  Table(std::int64_t up_to, const std::vector<Kind>& kinds)
      : kinds_(kinds),
        fewest_(static_cast<std::size_t>(up_to) + 1, out_of_reach),
        used_(kinds.size(), std::vector<std::int32_t>(fewest_.size(), 0)) {
    fewest_[0] = 0;
    for (std::size_t at = 0; at < kinds.size(); ++at) allow(kinds[at], fewest_, used_[at]);
  }
  [[nodiscard]] bool reaches(std::int64_t amount) const {
    return fewest_[static_cast<std::size_t>(amount)] < out_of_reach;
  }
  // The fewest for an amount that it reaches.
  [[nodiscard]] Counts counts_for(std::int64_t amount) const {
    Counts counts(kinds_.size(), 0);
    for (std::size_t at = kinds_.size(); at-- > 0;) {
      counts[at] = used_[at][static_cast<std::size_t>(amount)];
      amount -= counts[at] * kinds_[at].value;
    }
    CHECK(amount == 0);
    return counts;
  }

 private:
  const std::vector<Kind>& kinds_;
  std::vector<std::int32_t> fewest_;
  std::vector<std::vector<std::int32_t>> used_;
};

std::optional<Counts> exactly(std::int64_t amount, const std::vector<Kind>& kinds) {
  const Table table(amount, kinds);
  if (!table.reaches(amount)) return std::nullopt;
  return table.counts_for(amount);
}

// The largest pieces first, until what is left can be searched. What is left of each kind stays in
// `kinds`.
Counts down_to_search(std::int64_t& amount, std::vector<Kind>& kinds) {
  Counts first(kinds.size(), 0);
  for (std::size_t at = 0; at < kinds.size() && amount > searched_units; ++at) {
    const std::int64_t above = (amount - searched_units) / kinds[at].value + 1;
    first[at] = std::min({above, kinds[at].at_most, amount / kinds[at].value});
    kinds[at].at_most -= first[at];
    amount -= first[at] * kinds[at].value;
  }
  return first;
}

Counts together(Counts counts, const Counts& more) {
  std::transform(counts.begin(), counts.end(), more.begin(), counts.begin(), std::plus<>());
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
  std::vector<Kind> left = kinds;
  const Counts first = down_to_search(amount, left);
  if (amount > searched_units) return std::nullopt;  // all that is held is less than that
  auto counts = exactly(amount, left);
  if (!counts) return std::nullopt;
  return together(*std::move(counts), first);
}

Counts most_counts(std::int64_t amount, std::vector<Kind> kinds) {
  const Counts first = down_to_search(amount, kinds);
  if (amount > searched_units) return first;
  const Table table(amount, kinds);
  while (!table.reaches(amount)) --amount;
  return together(table.counts_for(amount), first);
}

std::int64_t held_of(const std::vector<CountedPiece>& held, const Money& value) {
  std::int64_t count = 0;
  for (const CountedPiece& piece : held) {
    if (piece.value == value) count += piece.count;
  }
  return std::max<std::int64_t>(count, 0);
}

// A currency's kinds, largest first, a note and a coin of one value once; in their common unit.
struct Kinds {
  std::vector<Kind> kinds;
  std::int64_t unit = 0;  // 0: there are none
  Currency currency;

  [[nodiscard]] std::vector<CountedPiece> pieces(const Counts& counts) const {
    std::vector<CountedPiece> answer;
    for (std::size_t at = 0; at < kinds.size(); ++at) {
      if (counts[at] > 0)
        answer.push_back({Money::from_minor(kinds[at].value * unit, currency), counts[at]});
    }
    return answer;
  }
};

Kinds kinds_for(const Money& amount, const std::vector<Piece>& pieces,
                const std::optional<std::vector<CountedPiece>>& held) {
  std::vector<std::int64_t> values;
  for (const Piece& piece : pieces) {
    if (piece.value.same_currency(amount) && piece.value.minor() > 0)
      values.push_back(piece.value.minor());
  }
  std::sort(values.begin(), values.end(), std::greater<>());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  Kinds all{.kinds = {}, .unit = 0, .currency = amount.currency()};
  for (const std::int64_t value : values) all.unit = std::gcd(all.unit, value);
  for (const std::int64_t value : values) {
    const Money money = Money::from_minor(value, amount.currency());
    all.kinds.push_back(
        {value / all.unit, held ? held_of(*held, money) : amount.minor() / all.unit});
  }
  return all;
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
  const Kinds all = kinds_for(amount, pieces, held);
  if (all.unit == 0 || amount.minor() % all.unit != 0) return std::nullopt;
  const auto counts = fewest_counts(amount.minor() / all.unit, all.kinds);
  if (!counts) return std::nullopt;
  return all.pieces(*counts);
}

std::vector<CountedPiece> most_that_pieces_make(const Money& amount,
                                                const std::vector<Piece>& pieces,
                                                const std::vector<CountedPiece>& held) {
  const Kinds all = kinds_for(amount, pieces, held);
  if (all.unit == 0 || amount.negative()) return {};
  return all.pieces(most_counts(amount.minor() / all.unit, all.kinds));
}

}  // namespace tilia::pos
