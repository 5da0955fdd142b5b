#include "pos/ui/cart.h"

#include <algorithm>
#include <sstream>

namespace tilia::pos {
namespace {

constexpr std::string_view draft_head = "tilia-cart 1";

}  // namespace

Money line_amount(const Article& article, Quantity quantity) {
  // A cart holds at most 999 of an article at a plausible price: far from the end of Money.
  return article.price.times(quantity, Rounding::half_up).value();
}

std::string Cart::draft_text() const {
  std::string text(draft_head);
  text += '\n' + id_.text() + '\n';
  for (const Line& line : lines_) text += line.article + ' ' + line.quantity.text() + '\n';
  return text;
}

std::optional<Cart> Cart::from_draft(std::string_view text, const Shelf& shelf) {
  std::istringstream in{std::string(text)};
  std::string head;
  std::string id_text;
  if (!std::getline(in, head) || head != draft_head || !std::getline(in, id_text)) {
    return std::nullopt;
  }
  const auto id = SaleId::parse(id_text);
  if (!id) return std::nullopt;
  Cart cart(*id);
  std::string row;
  while (std::getline(in, row)) {
    const auto space = row.find(' ');
    if (space == std::string::npos) return std::nullopt;
    const auto quantity = Quantity::parse(std::string_view(row).substr(space + 1));
    if (!quantity || quantity.value().thousandths() <= 0) return std::nullopt;
    const std::string article = row.substr(0, space);
    if (shelf.article(article) == nullptr) continue;
    if (quantity.value() > Quantity::pieces(most_pieces)) continue;
    cart.lines_.push_back({article, quantity.value()});
  }
  return cart;
}

Quantity Cart::quantity_of(std::string_view article) const {
  for (const Line& line : lines_) {
    if (line.article == article) return line.quantity;
  }
  return {};
}

Money Cart::total(const Shelf& shelf, Currency currency) const {
  Money total = Money::zero(currency);
  for (const Line& line : lines_) {
    if (const Article* article = shelf.article(line.article)) {
      total += line_amount(*article, line.quantity);
    }
  }
  return total;
}

void Cart::remember() { before_.push_back(lines_); }

void Cart::add(const std::string& article, Quantity quantity) {
  const auto found = std::ranges::find(lines_, article, &Line::article);
  const Quantity after = quantity + (found == lines_.end() ? Quantity() : found->quantity);
  if (quantity.thousandths() <= 0 || after > Quantity::pieces(most_pieces)) return;
  if (found == lines_.end() && lines_.size() >= most_lines) return;
  remember();
  if (found == lines_.end()) {
    lines_.push_back({article, quantity});
  } else {
    found->quantity = after;
  }
}

void Cart::one_more(std::size_t line) {
  if (line >= lines_.size()) return;
  add(std::string(lines_[line].article), Quantity::pieces(1));
}

void Cart::one_less(std::size_t line) {
  if (line >= lines_.size()) return;
  remember();
  const Quantity left = lines_[line].quantity - Quantity::pieces(1);
  if (lines_[line].quantity.whole() && left.thousandths() > 0) {
    lines_[line].quantity = left;
  } else {
    lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(line));
  }
}

void Cart::undo() {
  if (before_.empty()) return;
  lines_ = std::move(before_.back());
  before_.pop_back();
}

}  // namespace tilia::pos
