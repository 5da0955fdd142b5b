// One line of the tray, and what is asked about before it goes on.
#include <algorithm>

#include "core/check.h"
#include "pos/ui/counter.h"

namespace tilia::pos {
namespace {

// Prices are typed in the smallest piece that is in use: cents, or whole dinars.
std::int64_t typed_unit(const CountryPack& pack) {
  constexpr std::int64_t whole = 100;
  const auto cents = [](const Piece& piece) { return piece.value.minor() % whole != 0; };
  return std::ranges::any_of(pack.pieces, cents) ? 1 : whole;
}

}  // namespace

// ---- one line

void Counter::open_line(std::size_t line) {
  notice_.reset();
  if (place_ != Place::sale || line >= cart_.lines().size()) return;
  line_ = line;
  price_to_approve_.reset();
  go(Place::line);
}

const Article* Counter::opened_article() { return shelf().article(opened_line().article); }

void Counter::type_number() {
  if (place_ == Place::line) go(Place::line_number);
}

void Counter::line_number_done() {
  notice_.reset();
  if (place_ != Place::line_number || typed_.empty()) return;
  const std::int64_t pieces = std::stoll(typed_);
  const std::int64_t there = opened_line().quantity.thousandths() / Quantity::one_in_thousandths;
  const bool of_package = opened_line().use == Cart::Use::from_package;
  if (of_package && !says_what_is_left(pieces - there)) return;
  cart_.set_pieces(line_, pieces);
  save_draft();
  go(Place::sale);
}

void Counter::type_price() {
  if (place_ == Place::line) go(Place::line_price);
}

Money Counter::typed_price() const {
  const std::int64_t typed = typed_.empty() ? 0 : std::stoll(typed_);
  return Money::from_minor(typed * typed_unit(doors_.pack), currency());
}

void Counter::line_price_done() {
  if (place_ == Place::line_price && !typed_.empty()) set_price(UnitPrice{typed_price()});
}

void Counter::choose_percent() {
  if (place_ == Place::line) go(Place::line_percent);
}

void Counter::take_off_percent(int percent) {
  constexpr std::int64_t millionths_in_percent = 10'000;
  if (place_ == Place::line_percent)
    set_price(PercentOff{Rate::from_millionths(percent * millionths_in_percent)});
}

void Counter::usual_price() {
  if (place_ == Place::line_percent) set_price(std::nullopt);
}

// The usual price needs nobody; any other one who may approve.
void Counter::set_price(const std::optional<OwnPrice>& price) {
  notice_.reset();
  const bool approved = place_ == Place::approve;
  const bool needs_nobody = !price || (person_ && person_->approves && !person_->selling_only);
  if (!approved && !needs_nobody) {
    if (approving_rests()) return go(Place::line);
    early_.waits_for_approval = false;
    price_to_approve_ = price;
    approving_.forget();
    return go(Place::approve);
  }
  cart_.set_price(line_, price);
  save_draft();
  go(Place::sale);
}

void Counter::choose_note() {
  if (place_ == Place::line && !rules_.notes.empty()) go(Place::line_note);
}

std::optional<std::vector<Allergen>> Counter::contents() {
  const Article* article = opened_article();
  if (article == nullptr || doors_.orders == nullptr) return std::nullopt;
  for (const Recipe& recipe : doors_.orders->recipes()) {
    if (recipe.article == article->code) return allergens_of(recipe, doors_.orders->ingredients());
  }
  return std::nullopt;
}

void Counter::show_contents() {
  if (place_ == Place::line && contents()) go(Place::line_contents);
}

void Counter::note_line(const std::string& words) {
  notice_.reset();
  if (place_ != Place::line_note) return;
  cart_.set_note(line_, words);
  save_draft();
  go(Place::sale);
}

void Counter::take_line_away() {
  notice_.reset();
  if (place_ != Place::line) return;
  cart_.take_away(line_);
  save_draft();
  go(Place::sale);
}

// ---- is it meant?

bool Counter::asks_whether_sure(const Sure& sure) {
  if (std::ranges::find(meant_, sure) != meant_.end()) return false;
  sure_ = sure;
  sure_from_ = place_;
  go(Place::sure);
  return true;
}

bool Counter::asks_about_tray() {
  for (const Cart::Line& line : cart_.lines()) {
    const Article* article = shelf().article(line.article);
    if (article == nullptr || is_settled(line)) continue;
    if (!habit_.is_far_out(*article, line.quantity)) continue;
    const auto about = article->unit == Unit::kg ? Sure::About::weight : Sure::About::pieces;
    if (asks_whether_sure({about, line.article, line.quantity, std::nullopt})) return true;
  }
  return false;
}

void Counter::it_is_meant() {
  notice_.reset();
  if (place_ != Place::sure) return;
  CHECK(sure_);
  const Sure sure = *sure_;
  meant_.push_back(sure);
  sure_.reset();
  if (sure_from_ == Place::pay) {
    go(Place::pay);
    return paid();
  }
  go(Place::sale);
  if (sure.about == Sure::About::sold_out) return tap_article(sure.article);
  if (sure_from_ == Place::sale) return pay();
  cart_.add(sure.article, sure.quantity, weighed_at_);
  save_draft();
}

// Back to where it was said; a note that nobody gave is taken out.
void Counter::it_is_not_meant() {
  notice_.reset();
  if (place_ != Place::sure) return;
  CHECK(sure_);
  const Sure sure = *sure_;
  sure_.reset();
  if (sure.given) paying_->take_out(*sure.given);
  go(sure_from_);
}

}  // namespace tilia::pos
