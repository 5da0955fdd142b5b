#include "pos/drawer_pieces.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace tilia::pos {
namespace {

constexpr std::int64_t as_many_as_wanted = 1'000'000;
constexpr std::int64_t most_believed = 1'000'000'000;

std::optional<std::int64_t> whole(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool good = error == std::errc() && end == text.data() + text.size();
  return good && value >= 0 && value <= most_believed ? std::optional(value) : std::nullopt;
}

}  // namespace

DrawerPieces DrawerPieces::counted(const std::vector<CountedPiece>& counted,
                                   const std::vector<Piece>& pieces) {
  DrawerPieces drawer;
  for (const Piece& piece : pieces) drawer.counts_[piece.value.minor()] = 0;
  drawer.put(counted);
  return drawer;
}

std::optional<DrawerPieces> DrawerPieces::parse(std::string_view text) {
  DrawerPieces drawer;
  while (!text.empty()) {
    const std::string_view row = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), row.size() + 1));
    const std::size_t sign = row.find('=');
    if (sign == std::string_view::npos) return std::nullopt;
    const auto value = whole(row.substr(0, sign));
    const auto count = whole(row.substr(sign + 1));
    if (!value || !count) return std::nullopt;
    drawer.counts_[*value] = *count;
  }
  return drawer;
}

std::string DrawerPieces::text() const {
  std::string text;
  for (const auto& [value, count] : counts_)
    text += fmt::format("{}{}={}", text.empty() ? "" : " ", value, count);
  return text;
}

void DrawerPieces::put(const std::vector<CountedPiece>& pieces) {
  for (const CountedPiece& piece : pieces) {
    const auto known = counts_.find(piece.value.minor());
    if (known != counts_.end())
      known->second = std::min(known->second + piece.count, most_believed);
  }
}

void DrawerPieces::take(const std::vector<CountedPiece>& pieces) {
  for (const CountedPiece& piece : pieces) {
    const auto known = counts_.find(piece.value.minor());
    if (known != counts_.end())
      known->second = std::max<std::int64_t>(known->second - piece.count, 0);
  }
}

void DrawerPieces::none_of(const Money& value) { believe(value, 0); }

void DrawerPieces::believe(const Money& value, std::optional<std::int64_t> count) {
  if (count) {
    counts_[value.minor()] = *count;
  } else {
    counts_.erase(value.minor());
  }
}

std::vector<CountedPiece> DrawerPieces::held(const std::vector<Piece>& pieces) const {
  std::vector<CountedPiece> held;
  for (const Piece& piece : pieces) {
    const auto same = std::ranges::find(held, piece.value, &CountedPiece::value);
    if (same != held.end()) continue;  // a note and a coin of one value are one kind
    held.push_back({piece.value, known(piece.value).value_or(as_many_as_wanted)});
  }
  return held;
}

std::optional<std::int64_t> DrawerPieces::known(const Money& value) const {
  const auto found = counts_.find(value.minor());
  return found == counts_.end() ? std::nullopt : std::optional(found->second);
}

WaysOut ways_out(const Money& amount, const std::vector<Piece>& pieces,
                 const std::vector<CountedPiece>& held) {
  WaysOut ways{.ask_for = std::nullopt,
               .at_most = most_that_pieces_make(amount, pieces, held),
               .owed = amount};
  ways.owed -= sum_of(ways.at_most, amount.currency());
  for (const Piece& piece : pieces) {
    std::vector<CountedPiece> with = held;
    const auto same = std::ranges::find(with, piece.value, &CountedPiece::value);
    if (same == with.end()) {
      with.push_back({piece.value, 1});
    } else {
      ++same->count;
    }
    const bool helps = fewest_pieces(amount + piece.value, pieces, with).has_value();
    if (helps && (!ways.ask_for || piece.value < *ways.ask_for)) ways.ask_for = piece.value;
  }
  return ways;
}

}  // namespace tilia::pos
