#include "pos/ui/paying.h"

#include <algorithm>

namespace tilia::pos {
namespace {

constexpr std::size_t most_offers = 3;
constexpr std::size_t most_pieces_given = 60;

// The sums that people hand over: the next notes above, or as many of the largest as it takes.
std::vector<Money> next_notes(const Money& due, const std::vector<Piece>& pieces) {
  std::vector<Money> sums;
  std::optional<Money> largest;
  for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
    if (piece->kind != Piece::Kind::note) continue;
    if (piece->value > due) sums.push_back(piece->value);
    if (!largest || piece->value > *largest) largest = piece->value;
  }
  if (sums.empty() && largest) {
    const auto up = due.rounded_to(*largest, Rounding::up);
    if (up && up.value() > due) sums.push_back(up.value());
  }
  return sums;
}

}  // namespace

Paying::Paying(const CountryPack& pack, const Money& total) : pack_(&pack), total_(total) {
  const Money due = rounded(total);
  const auto offer = [&](const Money& sum) {
    auto pieces = fewest_pieces(sum, pack.pieces);
    if (pieces && offers_.size() < most_offers) offers_.push_back({std::move(*pieces), sum});
  };
  if (!due.is_zero()) offer(due);
  for (const Money& sum : next_notes(due, pack.pieces)) offer(sum);
}

Money Paying::rounded(const Money& amount) const {
  const auto to_step = amount.rounded_to(pack_->cash_rounding.step, pack_->cash_rounding.mode);
  return to_step ? to_step.value() : amount;
}

Money Paying::cash() const {
  Money sum = Money::zero(total_.currency());
  for (const Money& piece : state_.given) sum += piece;
  return sum;
}

Money Paying::to_pay() const {
  if (!state_.card) return rounded(total_);
  return *state_.card + rounded(total_ - *state_.card);
}

Money Paying::got() const { return state_.card ? cash() + *state_.card : cash(); }

Money Paying::still_to_pay() const {
  const Money left = to_pay() - got();
  return left.negative() ? Money::zero(total_.currency()) : left;
}

Money Paying::give_back() const {
  const Money over = got() - to_pay();
  return over.negative() || state_.keeps_change ? Money::zero(total_.currency()) : over;
}

bool Paying::can_give_change() const { return state_.keeps_change || got() > to_pay(); }

void Paying::give(const Money& piece) {
  if (state_.given.size() >= most_pieces_given || state_.card) return;
  before_.push_back(state_);
  state_.given.push_back(piece);
}

void Paying::take_offer(std::size_t offer) {
  if (offer >= offers_.size() || state_.card) return;
  std::vector<Money> pieces;
  for (const CountedPiece& piece : offers_[offer].pieces) {
    pieces.insert(pieces.end(), static_cast<std::size_t>(piece.count), piece.value);
  }
  if (pieces == state_.given) return;  // a second tap is the same wish
  before_.push_back(state_);
  state_.given = std::move(pieces);
  state_.keeps_change = false;
}

void Paying::pay_rest_by_card() {
  if (state_.card || (enough() && !total_.is_zero())) return;
  before_.push_back(state_);
  state_.card = total_ - cash();
  state_.keeps_change = false;
}

void Paying::give_the_change() {
  if (!can_give_change()) return;
  before_.push_back(state_);
  state_.keeps_change = !state_.keeps_change;
}

void Paying::undo() {
  if (before_.empty()) return;
  state_ = std::move(before_.back());
  before_.pop_back();
}

std::vector<Tender> Paying::tenders() const {
  std::vector<Tender> tenders;
  if (!cash().is_zero()) tenders.push_back({TenderKind::cash, cash()});
  if (state_.card && !state_.card->is_zero()) tenders.push_back({TenderKind::card, *state_.card});
  return tenders;
}

std::optional<Money> Paying::donation() const {
  if (!state_.keeps_change) return std::nullopt;
  const Money over = got() - to_pay();
  if (over.negative() || over.is_zero()) return std::nullopt;
  return over;
}

}  // namespace tilia::pos
