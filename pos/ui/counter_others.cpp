// One more, paid for whoever comes; and one that somebody paid for, taken by who asks for it. What
// waits is a pool of each article (pos/advance.h), shared by all tills of the shop.
#include <algorithm>

#include "pos/ui/counter.h"

namespace tilia::pos {

bool Counter::has_others() const { return !rules_.suspended.empty() && doors_.tenders != nullptr; }

bool Counter::offered_for_others(const std::string& article) const {
  return has_others() && std::ranges::find(rules_.suspended, article) != rules_.suspended.end();
}

void Counter::one_for_others() {
  notice_.reset();
  if (place_ != Place::line) return;
  const Article* article = opened_article();
  if (article == nullptr || article->unit != Unit::each || !offered_for_others(article->code))
    return;
  cart_.add_for_others(article->code);
  save_draft();
  go(Place::sale);
}

// Less what lies on the trays here already: they are paid one after the other.
std::int64_t Counter::waiting_of_others(const Article& article) {
  const auto pool = doors_.tenders->advance(suspended_advance(article.code));
  if (!pool || article.price <= Money::zero(currency())) return 0;
  Quantity taken = cart_.quantity_of(article.code, Cart::Use::from_others);
  for (const Cart& tray : waiting_)
    taken = taken + tray.quantity_of(article.code, Cart::Use::from_others);
  const std::int64_t pieces = taken.thousandths() / Quantity::one_in_thousandths;
  return std::max<std::int64_t>(0, suspended_pieces(pool->balance, article.price) - pieces);
}

std::vector<Counter::Others> Counter::others() {
  std::vector<Others> shown;
  if (!has_others()) return shown;
  for (const std::string& code : rules_.suspended) {
    const Article* article = shelf().article(code);
    if (article != nullptr && article->unit == Unit::each)
      shown.push_back({article, waiting_of_others(*article)});
  }
  return shown;
}

void Counter::open_others() {
  notice_.reset();
  if (place_ == Place::own && has_others()) go(Place::others);
}

void Counter::take_from_others(std::size_t shown) {
  notice_.reset();
  if (place_ != Place::others) return;
  const std::vector<Others> all = others();
  if (shown >= all.size()) return;
  const Article& article = *all[shown].article;
  if (all[shown].waiting == 0) {
    notice_ =
        Notice{Phrase("till.others.none").with("name", article.name), Notice::Button::none, true};
    return;
  }
  cart_.add_from_others(article.code);
  save_draft();
  go(Place::sale);
}

std::vector<Extra> Counter::extras_for_others() {
  std::vector<Extra> extras;
  for (const Cart::Line& line : cart_.lines()) {
    const Article* article = shelf().article(line.article);
    if (line.use == Cart::Use::for_others && article != nullptr)
      extras.push_back(
          {ExtraKind::advance, line_amount(*article, line), suspended_advance(line.article)});
  }
  return extras;
}

// Each pool pays for what was taken from it.
std::vector<Tender> Counter::tenders_of_others() {
  std::vector<Tender> tenders;
  for (const Cart::Line& line : cart_.lines()) {
    const Article* article = shelf().article(line.article);
    if (line.use != Cart::Use::from_others || article == nullptr) continue;
    const Money amount = article->price.times(line.quantity, Rounding::half_up).value();
    tenders.push_back({TenderKind::advance, amount, suspended_advance(line.article)});
  }
  return tenders;
}

}  // namespace tilia::pos
