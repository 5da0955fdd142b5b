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

Paying::Paying(const CountryPack& pack, const Money& total, std::optional<Money> goods)
    : pack_(&pack), total_(total), goods_(goods.value_or(total)) {
  work_out_offers();
}

void Paying::was_paid_early(const std::string& advance, const Money& amount) {
  if (amount.is_zero()) return;
  early_ = Tender{TenderKind::advance, std::min(amount, goods_), advance};
  work_out_offers();
}

// Of what is to pay in cash: vouchers have taken their part.
void Paying::work_out_offers() {
  const CountryPack& pack = *pack_;
  Money due = early_ ? total_ - early_->amount : total_;
  for (const Tender& voucher : state_.vouchers) due -= voucher.amount;
  due = rounded(due);
  offers_.clear();
  if (due.is_zero() && (by_voucher() || early_)) return;
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

Money Paying::not_cash() const {
  Money sum = state_.card.value_or(Money::zero(total_.currency()));
  for (const Tender& voucher : state_.vouchers) sum += voucher.amount;
  if (early_) sum += early_->amount;
  return state_.account ? sum + state_.account->amount : sum;
}

Money Paying::to_pay() const { return not_cash() + rounded(total_ - not_cash()); }

Money Paying::got() const { return cash() + not_cash(); }

Money Paying::still_to_pay() const {
  const Money left = to_pay() - got();
  return left.negative() ? Money::zero(total_.currency()) : left;
}

Money Paying::give_back() const {
  const Money over = got() - to_pay();
  return over.negative() || change_is_given() ? Money::zero(total_.currency()) : over;
}

bool Paying::can_give_change() const { return change_is_given() || got() > to_pay(); }

void Paying::give(const Money& piece) {
  if (state_.given.size() >= most_pieces_given || settled()) return;
  before_.push_back(state_);
  state_.given.push_back(piece);
}

void Paying::take_out(const Money& piece) {
  const auto last = std::find(state_.given.rbegin(), state_.given.rend(), piece);
  if (last == state_.given.rend()) return;
  before_.push_back(state_);
  state_.given.erase(std::next(last).base());
  state_.keeps_change.reset();
}

void Paying::take_offer(std::size_t offer) {
  if (offer >= offers_.size() || settled()) return;
  std::vector<Money> pieces;
  for (const CountedPiece& piece : offers_[offer].pieces) {
    pieces.insert(pieces.end(), static_cast<std::size_t>(piece.count), piece.value);
  }
  if (pieces == state_.given) return;  // a second tap is the same wish
  before_.push_back(state_);
  state_.given = std::move(pieces);
  state_.keeps_change.reset();
}

void Paying::pay_rest_by_card() {
  if (settled() || (enough() && !total_.is_zero())) return;
  before_.push_back(state_);
  state_.card = total_ - not_cash() - cash();
  state_.keeps_change.reset();
}

Money Paying::for_voucher() const {
  const Money none = Money::zero(total_.currency());
  if (settled()) return none;
  return std::max(std::min(goods_ - not_cash(), total_ - not_cash() - cash()), none);
}

void Paying::use_voucher(const std::string& number, const Money& balance) {
  const Money amount = std::min(for_voucher(), balance);
  if (amount.is_zero() || uses(number)) return;
  before_.push_back(state_);
  state_.vouchers.push_back({TenderKind::voucher, amount, number});
  work_out_offers();
}

bool Paying::uses(const std::string& number) const {
  return std::ranges::find(state_.vouchers, number, &Tender::reference) != state_.vouchers.end();
}

void Paying::pay_rest_on_account(const std::string& code) {
  const Money amount = for_account();
  if (amount.is_zero()) return;
  before_.push_back(state_);
  state_.account = Tender{TenderKind::account, amount, code};
  state_.keeps_change.reset();
}

void Paying::give_the_change(Gift as) {
  if (!can_give_change()) return;
  before_.push_back(state_);
  if (change_is_given())
    state_.keeps_change.reset();
  else
    state_.keeps_change = as;
}

void Paying::undo() {
  if (before_.empty()) return;
  state_ = std::move(before_.back());
  before_.pop_back();
  work_out_offers();
}

std::vector<Tender> Paying::tenders() const {
  std::vector<Tender> tenders;
  if (early_) tenders.push_back(*early_);
  if (!cash().is_zero()) tenders.push_back({TenderKind::cash, cash()});
  tenders.insert(tenders.end(), state_.vouchers.begin(), state_.vouchers.end());
  if (state_.account) tenders.push_back(*state_.account);
  if (state_.card && !state_.card->is_zero()) tenders.push_back({TenderKind::card, *state_.card});
  return tenders;
}

std::optional<Money> Paying::gift(Gift kind) const {
  if (state_.keeps_change != kind) return std::nullopt;
  const Money over = got() - to_pay();
  if (over.negative() || over.is_zero()) return std::nullopt;
  return over;
}

}  // namespace tilia::pos
