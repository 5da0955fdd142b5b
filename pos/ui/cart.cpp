#include "pos/ui/cart.h"

#include <algorithm>
#include <sstream>

namespace tilia::pos {
namespace {

constexpr std::string_view draft_head = "tilia-cart 1";
constexpr std::string_view visit_word = "visit ";        // then an id, which is no quantity
constexpr std::string_view delivery_word = "delivers ";  // then what: no quantity either
constexpr std::string_view for_word = "for-others";      // where a price stands otherwise
constexpr std::string_view from_word = "from-others";
constexpr std::string_view package_word = "from-package";

std::string_view word_of(Cart::Use use) {
  switch (use) {
    case Cart::Use::for_others: return for_word;
    case Cart::Use::from_others: return from_word;
    case Cart::Use::from_package: return package_word;
    case Cart::Use::sold: break;
  }
  return {};
}

Cart::Use use_of(std::string_view word) {
  for (const Cart::Use use :
       {Cart::Use::for_others, Cart::Use::from_others, Cart::Use::from_package}) {
    if (word == word_of(use)) return use;
  }
  return Cart::Use::sold;
}

}  // namespace

bool is_settled(const Cart::Line& line) {
  return is_label(line.own_price) || is_agreed(line.own_price) ||
         line.use == Cart::Use::from_others;
}

std::string picture_on_tray(const Article& article, const Cart::Line& line) {
  return line.use == Cart::Use::for_others ? "🤲" : article.picture;
}

std::string name_on_tray(const Article& article, const Cart::Line& line) {
  return line.note.empty() ? article.name : article.name + " · " + line.note;
}

Money line_amount(const Article& article, const Cart::Line& line) {
  if (line.use == Cart::Use::from_others || line.use == Cart::Use::from_package)
    return Money::zero(article.price.currency());
  // A cart holds at most 999 of an article at a plausible price: far from the end of Money.
  const Money usual = article.price.times(line.quantity, Rounding::half_up).value();
  return line.own_price ? amount_at(*line.own_price, usual, line.quantity).value_or(usual) : usual;
}

std::string Cart::draft_text() const {
  std::string text(draft_head);
  text += '\n' + id_.text() + '\n';
  for (const Line& line : lines_) {
    text += line.article + ' ' + line.quantity.text();
    if (line.own_price) text += ' ' + own_price_text(*line.own_price);
    if (line.use != Use::sold) text += ' ' + std::string(word_of(line.use));
    if (!line.note.empty()) text += '\t' + line.note;
    text += '\n';
  }
  for (const VisitId& visit : visits_) text += std::string(visit_word) + visit.text() + '\n';
  if (delivers_) {
    text += std::string(delivery_word) + delivers_->what + ' ' + std::to_string(delivers_->number);
    for (const std::int64_t piece : delivers_->pieces) text += ' ' + std::to_string(piece);
    text += '\n';
  }
  return text;
}

namespace {

// "order 17"; "ticket 17 3 4" with the tags of its pieces.
std::optional<Delivery> delivery_of(std::string_view text) {
  std::istringstream in{std::string(text)};
  Delivery delivery;
  std::string word;
  if (!(in >> delivery.what) || !(in >> word)) return std::nullopt;
  std::vector<std::int64_t> numbers;
  do {
    const auto number = Quantity::parse(word);
    if (!number || !number.value().whole()) return std::nullopt;
    numbers.push_back(number.value().thousandths() / Quantity::one_in_thousandths);
  } while (in >> word);
  delivery.number = numbers.front();
  delivery.pieces.assign(numbers.begin() + 1, numbers.end());
  const bool whole = delivery.what == order_delivery || delivery.what == package_delivery;
  const bool ticket = delivery.what == ticket_delivery && !delivery.pieces.empty();
  return (whole && delivery.pieces.empty()) || ticket ? std::optional(delivery) : std::nullopt;
}

}  // namespace

std::optional<Cart> Cart::from_draft(std::string_view text, const Shelf& shelf, Currency currency) {
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
    if (row.starts_with(visit_word)) {
      if (const auto visit = VisitId::parse(std::string_view(row).substr(visit_word.size()))) {
        cart.visits_.push_back(*visit);
        continue;
      }
    }
    if (row.starts_with(delivery_word)) {
      if (auto delivery = delivery_of(std::string_view(row).substr(delivery_word.size()))) {
        cart.delivers_ = std::move(delivery);
        continue;
      }
    }
    const std::size_t tab = std::min(row.find('\t'), row.size());
    const std::string note = tab < row.size() ? row.substr(tab + 1) : std::string();
    row.resize(tab);
    const auto space = row.find(' ');
    if (space == std::string::npos) return std::nullopt;
    const std::size_t second = std::min(row.find(' ', space + 1), row.size());
    const auto quantity =
        Quantity::parse(std::string_view(row).substr(space + 1, second - space - 1));
    if (!quantity || quantity.value().thousandths() <= 0) return std::nullopt;
    std::optional<OwnPrice> own_price;
    const std::string_view price = std::string_view(row).substr(std::min(second + 1, row.size()));
    const Use use = use_of(price);
    if (!price.empty() && use == Use::sold) {
      own_price = parse_own_price(price, currency);
      if (!own_price) return std::nullopt;
    }
    const std::string article = row.substr(0, space);
    if (shelf.article(article) == nullptr) continue;
    if (quantity.value() > Quantity::pieces(most_pieces)) continue;
    cart.lines_.push_back({article, quantity.value(), own_price, note, use});
  }
  const bool of_package = cart.delivers_ && cart.delivers_->what == package_delivery;
  if (!of_package)
    std::erase_if(cart.lines_, [](const Line& line) { return line.use == Use::from_package; });
  cart.let_go();
  return cart;
}

Quantity Cart::quantity_of(std::string_view article) const {
  return quantity_of(article, Use::sold) + quantity_of(article, Use::from_others) +
         quantity_of(article, Use::from_package);
}

Quantity Cart::quantity_of(std::string_view article, Use use) const {
  Quantity quantity;
  for (const Line& line : lines_) {
    if (line.article == article && line.use == use) quantity = quantity + line.quantity;
  }
  return quantity;
}

Money Cart::goods(const Shelf& shelf, Currency currency) const {
  Money goods = Money::zero(currency);
  for (const Line& line : lines_) {
    const Article* article = line.use == Use::sold ? shelf.article(line.article) : nullptr;
    if (article != nullptr) goods += line_amount(*article, line);
  }
  return goods;
}

std::vector<SaleRequest::Line> Cart::asked() const {
  std::vector<SaleRequest::Line> asked;
  for (const Line& line : lines_) {
    if (line.use == Use::for_others || line.use == Use::from_package) continue;
    asked.emplace_back(line.article, line.quantity, line.own_price, line.note);
  }
  return asked;
}

Money Cart::total(const Shelf& shelf, Currency currency) const {
  Money total = Money::zero(currency);
  for (const Line& line : lines_) {
    if (const Article* article = shelf.article(line.article)) {
      total += line_amount(*article, line);
    }
  }
  return total;
}

void Cart::remember() { before_.push_back({lines_, visits_, delivers_}); }

void Cart::add(const std::string& article, Quantity quantity,
               const std::optional<OwnPrice>& own_price) {
  add_line({article, quantity, own_price});
}

void Cart::add_for_others(const std::string& article) {
  add_line({article, Quantity::pieces(1), std::nullopt, "", Use::for_others});
}

void Cart::add_from_others(const std::string& article) {
  add_line({article, Quantity::pieces(1), std::nullopt, "", Use::from_others});
}

void Cart::add_of_package(std::int64_t number, const std::string& article) {
  const Delivery delivery{package_delivery, number};
  if (delivers_ && *delivers_ != delivery) return;
  const auto to_pay = std::ranges::find_if(lines_, [&](const Line& line) {
    return line.article == article && line.use == Use::sold && line.quantity.whole() &&
           !is_settled(line);
  });
  const std::vector<Line> lines = lines_;
  if (to_pay != lines_.end()) {
    to_pay->quantity = to_pay->quantity - Quantity::pieces(1);
    if (to_pay->quantity == Quantity()) lines_.erase(to_pay);
  }
  put({article, Quantity::pieces(1), std::nullopt, "", Use::from_package});
  if (lines_ == lines) return;
  before_.push_back({lines, visits_, delivers_});
  delivers_ = delivery;
}

void Cart::add_line(const Line& line) {
  const std::vector<Line> before = lines_;
  put(line);
  if (lines_ != before) before_.push_back({before, visits_, delivers_});
}

void Cart::put(const Line& line) {
  const bool grows = !line.own_price || std::holds_alternative<PercentOff>(*line.own_price);
  const auto found = std::ranges::find_if(lines_, [&](const Line& there) {
    return grows && there.article == line.article && there.own_price == line.own_price &&
           there.use == line.use && there.note.empty();
  });
  const bool is_new = found == lines_.end();
  const Quantity after = line.quantity + (is_new ? Quantity() : found->quantity);
  if (line.quantity.thousandths() <= 0 || after > Quantity::pieces(most_pieces)) return;
  if (is_new && lines_.size() >= most_lines) return;
  if (is_new) {
    lines_.push_back(line);
  } else {
    found->quantity = after;
  }
}

void Cart::add_visit(const VisitId& visit, const std::vector<std::string>& articles) {
  if (articles.empty() || std::ranges::find(visits_, visit) != visits_.end()) return;
  remember();
  for (const std::string& article : articles) put({article, Quantity::pieces(1)});
  visits_.push_back(visit);
}

void Cart::add_delivery(const Delivery& delivery, const std::vector<Line>& lines) {
  if (lines.empty() || delivers_ || lines_.size() + lines.size() > most_lines) return;
  remember();
  lines_.insert(lines_.end(), lines.begin(), lines.end());
  delivers_ = delivery;
}

bool Cart::is_of_ticket(std::size_t line) const {
  return delivers_ && !delivers_->pieces.empty() && is_agreed(lines_[line].own_price);
}

// The sale of a ticket says by their tags which pieces it takes: none of them stays alone.
void Cart::take_line(std::size_t line) {
  if (is_of_ticket(line))
    std::erase_if(lines_, [](const Line& each) { return is_agreed(each.own_price); });
  else
    lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(line));
  let_go();
}

// Of what lies here no more.
void Cart::let_go() {
  if (lines_.empty()) visits_.clear();
  const auto delivered = [](const Line& each) {
    return is_agreed(each.own_price) || each.use == Use::from_package;
  };
  if (std::ranges::none_of(lines_, delivered)) delivers_.reset();
}

void Cart::set_price(std::size_t line, const std::optional<OwnPrice>& own_price) {
  if (line >= lines_.size() || lines_[line].own_price == own_price) return;
  if (is_agreed(lines_[line].own_price) || lines_[line].use != Use::sold) return;
  remember();
  lines_[line].own_price = own_price;
}

void Cart::set_pieces(std::size_t line, std::int64_t pieces) {
  if (line >= lines_.size() || pieces > most_pieces || is_settled(lines_[line])) return;
  if (pieces == 0) return take_away(line);
  remember();
  lines_[line].quantity = Quantity::pieces(pieces);
}

void Cart::take_away(std::size_t line) {
  if (line >= lines_.size()) return;
  remember();
  take_line(line);
}

void Cart::set_note(std::size_t line, const std::string& note) {
  if (line >= lines_.size() || lines_[line].note == note || lines_[line].use != Use::sold) return;
  remember();
  lines_[line].note = note;
}

void Cart::one_more(std::size_t line) {
  if (line >= lines_.size() || is_settled(lines_[line])) return;
  const Quantity after = lines_[line].quantity + Quantity::pieces(1);
  if (after > Quantity::pieces(most_pieces)) return;
  remember();
  lines_[line].quantity = after;
}

void Cart::one_less(std::size_t line) {
  if (line >= lines_.size()) return;
  remember();
  const Quantity left = lines_[line].quantity - Quantity::pieces(1);
  const bool label = is_label(lines_[line].own_price);
  const bool part = !label && !is_of_ticket(line);
  if (part && lines_[line].quantity.whole() && left.thousandths() > 0) {
    lines_[line].quantity = left;
  } else {
    take_line(line);
  }
}

void Cart::undo() {
  if (before_.empty()) return;
  lines_ = std::move(before_.back().lines);
  visits_ = std::move(before_.back().visits);
  delivers_ = std::move(before_.back().delivers);
  before_.pop_back();
}

}  // namespace tilia::pos
