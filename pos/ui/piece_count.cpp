#include "pos/ui/piece_count.h"

#include <algorithm>
#include <sstream>

namespace tilia::pos {

PieceCount::PieceCount(const std::vector<Piece>& pieces, Currency currency)
    : pieces_(&pieces), currency_(currency), counts_(pieces.size(), 0) {}

Money PieceCount::total() const { return sum_of(counted(), currency_); }

std::vector<CountedPiece> PieceCount::counted() const {
  std::vector<CountedPiece> rows;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    if (counts_[i] == 0) continue;
    const Money& value = (*pieces_)[i].value;
    const auto same = std::ranges::find(rows, value, &CountedPiece::value);
    if (same == rows.end()) {
      rows.push_back({value, counts_[i]});
    } else {
      same->count += counts_[i];
    }
  }
  return rows;
}

void PieceCount::step(std::size_t piece, std::int64_t by) { set(piece, count(piece) + by); }

void PieceCount::set(std::size_t piece, std::int64_t count) {
  const std::int64_t after = std::clamp<std::int64_t>(count, 0, most);
  if (after == counts_.at(piece)) return;
  before_.push_back(counts_);
  counts_.at(piece) = after;
}

void PieceCount::undo() {
  if (before_.empty()) return;
  counts_ = std::move(before_.back());
  before_.pop_back();
}

bool PieceCount::empty() const {
  return std::ranges::all_of(counts_, [](std::int64_t count) { return count == 0; });
}

std::string PieceCount::text() const {
  std::string text;
  for (std::size_t i = 0; i < counts_.size(); ++i)
    text += std::string(i == 0 ? "" : " ") + std::to_string(counts_[i]);
  return text;
}

void PieceCount::restore(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::int64_t> counts;
  for (std::int64_t count = 0; in >> count;) {
    if (count < 0 || count > most) return;
    counts.push_back(count);
  }
  if (!in.eof() || counts.size() != counts_.size() || counts == counts_) return;
  before_ = {counts_};
  counts_ = std::move(counts);
}

}  // namespace tilia::pos
