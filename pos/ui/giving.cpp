#include "pos/ui/giving.h"

#include <algorithm>
#include <functional>

namespace tilia::pos {

Giving::Giving(const std::vector<Piece>& pieces, Sale sale, DrawerPieces drawer)
    : pieces_(&pieces),
      sale_(std::move(sale)),
      drawer_(std::move(drawer)),
      owed_(Money::zero(sale_.priced.total.currency())) {
  propose();
}

Money Giving::back() const {
  Money back = cash_back(sale_) - owed_;
  for (const Came& came : came_) back += came.piece;
  return back;
}

// The cash part of what was to pay: notes of a card's part are in nobody's hand.
Money Giving::counted_up_from() const {
  Money cash = Money::zero(owed_.currency());
  for (const Tender& tender : sale_.priced.tenders)
    if (tender.kind == TenderKind::cash) cash += tender.amount;
  return cash - cash_back(sale_);
}

std::vector<Giving::Step> Giving::counted_up() const {
  std::vector<Step> steps;
  Money reached = counted_up_from();
  for (std::size_t left = piles_.size(); left > 0; --left) {
    reached += sum_of({piles_[left - 1].pieces}, reached.currency());
    steps.push_back({left - 1, reached});
  }
  return steps;
}

std::vector<CountedPiece> Giving::all_back() const {
  std::vector<CountedPiece> all;
  for (const Pile& pile : piles_) all.push_back(pile.pieces);
  return all;
}

// What was given stays; the rest is made of what the drawer holds besides.
void Giving::propose() {
  std::erase_if(piles_, [](const Pile& pile) { return !pile.given; });
  const std::vector<CountedPiece> given = all_back();
  const Money rest = back() - sum_of(given, owed_.currency());
  DrawerPieces drawer = drawer_with_what_came();
  drawer.take(given);
  const std::vector<CountedPiece> held = drawer.held(*pieces_);
  way_out_.reset();
  auto pieces = fewest_pieces(rest, *pieces_, held);
  if (!pieces) {
    way_out_ = ways_out(rest, *pieces_, held);
    pieces = way_out_->at_most;
  }
  for (const CountedPiece& piece : *pieces) piles_.push_back({piece, false});
  std::ranges::stable_sort(piles_, [](const Pile& one, const Pile& other) {
    return one.pieces.value > other.pieces.value;
  });
}

DrawerPieces Giving::drawer_with_what_came() const {
  DrawerPieces drawer = drawer_;
  for (const Came& came : came_)
    if (!came.ran_out) drawer.put({{came.piece, 1}});
  return drawer;
}

DrawerPieces Giving::drawer_after() const {
  DrawerPieces drawer = drawer_with_what_came();
  drawer.take(all_back());
  return drawer;
}

void Giving::tick(std::size_t pile) {
  if (pile >= piles_.size()) return;
  before_.clear();
  piles_[pile].given = !piles_[pile].given;
}

void Giving::none_left(std::size_t pile) {
  if (pile >= piles_.size() || piles_[pile].given) return;
  const Money gone = piles_[pile].pieces.value;
  before_.push_back({drawer_, came_, gone_});
  gone_.push_back({gone, drawer_.known(gone)});
  drawer_.none_of(gone);
  for (Came& came : came_) came.ran_out = came.ran_out || came.piece == gone;
  propose();
}

std::vector<Money> Giving::gone() const {
  std::vector<Money> gone;
  for (const Gone& one : gone_) {
    const bool to_be_given = std::ranges::any_of(
        piles_, [&](const Pile& pile) { return !pile.given && pile.pieces.value == one.piece; });
    if (!to_be_given && std::ranges::find(gone, one.piece) == gone.end()) gone.push_back(one.piece);
  }
  std::ranges::sort(gone, std::greater());
  return gone;
}

void Giving::there_are_some(const Money& piece) {
  const auto first = std::ranges::find(gone_, piece, &Gone::piece);
  if (first == gone_.end()) return;
  before_.push_back({drawer_, came_, gone_});
  drawer_.believe(piece, first->believed);
  for (Came& came : came_) came.ran_out = came.ran_out && came.piece != piece;
  std::erase_if(gone_, [&](const Gone& one) { return one.piece == piece; });
  propose();
}

void Giving::undo() {
  if (before_.empty()) return;
  drawer_ = std::move(before_.back().drawer);
  came_ = std::move(before_.back().came);
  gone_ = std::move(before_.back().gone);
  before_.pop_back();
  propose();
}

void Giving::more_came(const Money& piece) {
  if (came_.size() >= most_came) return;
  before_.clear();
  came_.push_back({piece});
  propose();
}

void Giving::goes_back(std::size_t which) {
  if (which >= came_.size()) return;
  Money left = back() - came_[which].piece;
  for (const Pile& pile : piles_)
    if (pile.given) left -= sum_of({pile.pieces}, left.currency());
  if (left.negative()) return;
  before_.clear();
  came_.erase(came_.begin() + static_cast<std::ptrdiff_t>(which));
  propose();
}

std::optional<PieceExchange> Giving::exchange() const {
  if (came_.empty()) return std::nullopt;
  PieceExchange exchange{.sale = sale_.id, .came = {}, .back = all_back(), .owed = owed_};
  for (const auto& [piece, ran_out] : came_) {
    const auto same = std::ranges::find(exchange.came, piece, &CountedPiece::value);
    if (same == exchange.came.end()) {
      exchange.came.push_back({piece, 1});
    } else {
      ++same->count;
    }
  }
  return exchange;
}

void Giving::was_owed_before(const Money& owed) {
  owed_ = owed;
  propose();
}

void Giving::owe_the_rest() {
  if (!way_out_) return;
  before_.clear();
  owed_ += way_out_->owed;
  propose();
}

}  // namespace tilia::pos
