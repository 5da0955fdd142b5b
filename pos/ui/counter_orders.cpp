// The counter of a bakery: its orders, from the tray to the slip and from the slip to the tray,
// what is paid early for them, and what is to bake.
#include <algorithm>

#include "pos/ticket_advance.h"
#include "pos/ui/counter.h"

namespace tilia::pos {
namespace {

Place place_of(OrdersScreen::Step step) {
  switch (step) {
    case OrdersScreen::Step::list: return Place::orders;
    case OrdersScreen::Step::find: return Place::order_find;
    case OrdersScreen::Step::order: return Place::order;
    case OrdersScreen::Step::day: return Place::order_day;
    case OrdersScreen::Step::time: return Place::order_time;
    case OrdersScreen::Step::whose: return Place::order_whose;
    case OrdersScreen::Step::name: return Place::order_name;
    case OrdersScreen::Step::look: return Place::order_look;
  }
  return Place::orders;
}

Delivery delivery_of(const Order& order) { return {order_delivery, order.number}; }

}  // namespace

bool Counter::of_orders() const { return place_ >= Place::orders && place_ <= Place::bake; }

KeepOrders::Doors Counter::order_doors() {
  return {*doors_.orders, doors_.book, *doors_.customers, *doors_.tenders,
          doors_.pack,    doors_.zone, doors_.clock,      doors_.chance};
}

// ---- the orders

bool Counter::has_orders() const {
  return rules_.orders && doors_.orders != nullptr && doors_.customers != nullptr &&
         doors_.tenders != nullptr;
}

void Counter::open_orders() {
  notice_.reset();
  read_rules();
  if (place_ == Place::sale && has_orders()) go_to_orders();
}

void Counter::go_to_orders() {
  if (!orders_) orders_ = std::make_unique<OrdersScreen>(order_doors(), doors_.till);
  orders_->open();
  ordered_tray_.reset();
  go(place_of(orders_->step()));
}

void Counter::at_orders(const std::function<void(OrdersScreen&)>& what) {
  notice_.reset();
  if (!orders_ || place_ != place_of(orders_->step())) return;
  what(*orders_);
  if (const auto& refusal = orders_->refusal()) notice_ = Notice{*refusal, Notice::Button::none};
  go(place_of(orders_->step()));
}

// Where articles are scanned, and among the orders.
bool Counter::order_scanned(const std::string& code) {
  const bool listens = place_ == Place::sale || place_ == Place::find || place_ == Place::orders ||
                       place_ == Place::order_find || place_ == Place::order;
  const auto number = listens && has_orders() ? order_of_barcode(code) : std::nullopt;
  if (!number) return false;
  notice_.reset();
  if (!orders_) orders_ = std::make_unique<OrdersScreen>(order_doors(), doors_.till);
  if (orders_->open_number(*number)) {
    go(Place::order);
  } else {
    notice_ = Notice{*orders_->refusal(), Notice::Button::none};
  }
  return true;
}

bool Counter::is_to_order() const {
  const auto sold = [](const Cart::Line& line) { return line.use == Cart::Use::sold; };
  return !cart_.delivers() && cart_.visits().empty() && std::ranges::all_of(cart_.lines(), sold);
}

void Counter::begin_order() {
  notice_.reset();
  if (place_ != Place::orders) return;
  std::vector<OrdersScreen::Line> lines;
  // What is handed over, was done for somebody or is paid for another is not ordered once more.
  if (is_to_order()) {
    for (const Cart::Line& line : cart_.lines())
      lines.push_back({line.article, line.quantity, line.note});
  }
  orders_->begin(std::move(lines));
  go(place_of(orders_->step()));
}

// The tray became the order, unless it was left as it was last time.
void Counter::place_order() {
  notice_.reset();
  if (place_ != Place::order_look) return;
  ordered_tray_.reset();
  const bool of_tray = !orders_->is_repeated() && is_to_order();
  if (!orders_->place()) {
    if (const auto& refusal = orders_->refusal()) notice_ = Notice{*refusal, Notice::Button::none};
    return;
  }
  if (of_tray && !cart_.empty()) {
    ordered_tray_ = cart_;
    new_cart();
  }
  print_order();
  go(Place::order_placed);
}

void Counter::print_beside(std::function<void()> paper) {
  paper_beside_ = std::move(paper);
  paper_waits_ = true;
  paper_is_copy_ = false;
}

void Counter::print_order() {
  notice_.reset();
  if (place_ == Place::order && !orders_->make_sure()) {
    notice_ = Notice{*orders_->refusal(), Notice::Button::none};
    return;
  }
  print_beside([this, due = orders_->opened()] {
    doors_.paper.print_order(due, doors_.book.articles(due.order.day));
  });
}

bool Counter::tray_goes_aside() {
  if (cart_.empty()) return true;
  if (waiting_.size() >= most_waiting) {
    notice_ = Notice{Phrase("till.notice.enough_wait"), Notice::Button::none};
    return false;
  }
  waiting_.push_back(cart_);
  new_cart();
  notice_ = Notice{Phrase("till.notice.tray_waits"), Notice::Button::none, /*calm=*/true};
  return true;
}

// In front, or among those that wait: then it comes to the front. Whatever pieces of a ticket lie
// there: they are seen, and can be put back.
bool Counter::is_on_a_tray(const Delivery& delivery) {
  const auto is_there = [&](const Cart& cart) {
    return cart.delivers() && cart.delivers()->what == delivery.what &&
           cart.delivers()->number == delivery.number;
  };
  if (is_there(cart_)) return true;
  const auto found = std::ranges::find_if(waiting_, is_there);
  if (found == waiting_.end()) return false;
  std::swap(*found, cart_);
  if (found->empty()) waiting_.erase(found);
  meant_.clear();
  save_draft();
  return true;
}

void Counter::hand_over_order() {
  notice_.reset();
  if (place_ != Place::order) return;
  if (!orders_->make_sure()) {
    notice_ = Notice{*orders_->refusal(), Notice::Button::none};
    return;
  }
  const Order& order = orders_->opened().order;
  std::vector<Cart::Line> lines;
  for (const OrderLine& line : order.lines)
    lines.push_back({line.article, line.quantity, AgreedPrice{line.unit_price}, line.note});
  delivery_goes_on_tray(delivery_of(order), lines);
}

void Counter::delivery_goes_on_tray(const Delivery& delivery,
                                    const std::vector<Cart::Line>& lines) {
  if (is_on_a_tray(delivery)) return go(Place::sale);
  for (const Cart::Line& line : lines) {
    if (shelf().article(line.article) != nullptr) continue;
    notice_ = Notice{sentence_of(SaleRefusal{SaleRefusal::Why::unknown_article, line.article}),
                     Notice::Button::none};
    return;
  }
  if (!tray_goes_aside()) return;
  cart_.add_delivery(delivery, lines);
  save_draft();
  go(Place::sale);
}

// ---- what is paid early

void Counter::pay_order_early() {
  notice_.reset();
  if (place_ != Place::order && place_ != Place::order_placed) return;
  if (!orders_->make_sure()) {
    notice_ = Notice{*orders_->refusal(), Notice::Button::none};
    return;
  }
  if (orders_->still_to_pay().is_zero()) return;
  pay_early_for(advance_of_order(orders_->opened().order.number), orders_->still_to_pay());
}

void Counter::pay_early_for(const std::string& code, const std::optional<Money>& due) {
  if (!tray_goes_aside()) return;
  early_.from = place_;
  early_.of = code;
  early_.due = due;
  moving_ = {CashMove::Direction::in, "", {}};
  go(Place::order_sum);
}

Money Counter::early_takes() const {
  return early_.due ? std::min(moved_sum(), *early_.due) : moved_sum();
}

void Counter::early_done() {
  notice_.reset();
  if (place_ != Place::order_sum || moving_.pieces.empty()) return;
  SaleRequest request{cart_.id(), {}, {{TenderKind::cash, moved_sum()}}, std::nullopt};
  request.extras = {{ExtraKind::advance, early_takes(), early_.of}};
  enter(request, moving_.pieces);
}

void Counter::early_by_card() {
  notice_.reset();
  if (place_ != Place::order_sum || (moving_.pieces.empty() && !early_.due)) return;
  read_rules();
  sold_voucher_.reset();
  account_payment_.reset();
  const Money amount = moving_.pieces.empty() ? *early_.due : early_takes();
  early_.paid = Extra{ExtraKind::advance, amount, early_.of};
  paying_.emplace(doors_.pack, amount, Money::zero(currency()));
  paying_->pay_rest_by_card();
  go(Place::pay);
}

std::optional<Advance> Counter::paid_early() {
  const auto& delivers = cart_.delivers();
  if (!delivers || doors_.tenders == nullptr) return std::nullopt;
  const bool ticket = delivers->what == ticket_delivery;
  if (!ticket && delivers->what != order_delivery) return std::nullopt;
  auto advance = doors_.tenders->advance(ticket ? advance_of_ticket(delivers->number)
                                                : advance_of_order(delivers->number));
  if (advance && advance->balance.is_zero()) advance.reset();
  return advance;
}

bool Counter::count_what_was_paid_early() {
  const auto early = paid_early();
  if (!early) return true;
  const Money goods = cart_.goods(shelf(), currency());
  if (early->balance > goods && !more_is_fetched_later()) {
    early_.from = Place::sale;
    give_back_early(early->code, early->balance - goods);
    return false;
  }
  paying_->was_paid_early(early->code, early->balance);
  return true;
}

// ---- leaving an order out; what was paid for it goes back first

void Counter::leave_order_out() {
  notice_.reset();
  if (place_ == Place::order) go(Place::order_left_out);
}

void Counter::order_is_left_out() {
  notice_.reset();
  if (place_ != Place::order_left_out && place_ != Place::order_back) return;
  const bool open = orders_->make_sure();
  if (open && !orders_->opened().paid.is_zero()) {
    early_.from = Place::order;
    return give_back_early(advance_of_order(orders_->opened().order.number),
                           orders_->opened().paid);
  }
  const bool left_out = open && orders_->leave_out();
  go(left_out ? Place::orders : Place::order);
  notice_ = left_out ? Notice{Phrase("till.order.is_left_out"), Notice::Button::none, /*calm=*/true}
                     : Notice{*orders_->refusal(), Notice::Button::none};
}

void Counter::give_back_early(const std::string& advance, const Money& amount) {
  early_.back_of = advance;
  early_.back_sum = amount;
  // Paid by card it may be no sum of coins.
  const auto to_step =
      amount.rounded_to(doors_.pack.cash_rounding.step, doors_.pack.cash_rounding.mode);
  const Money in_cash = to_step ? to_step.value() : amount;
  auto pieces =
      fewest_pieces(in_cash, doors_.pack.pieces, drawer_pieces().held(doors_.pack.pieces));
  if (!pieces) pieces = fewest_pieces(in_cash, doors_.pack.pieces);
  early_.back = pieces.value_or(std::vector<CountedPiece>());
  go(Place::order_back);
}

Money Counter::early_back_sum() const { return early_.back_sum.value_or(Money::zero(currency())); }

// It leaves the drawer like a refund: above the shop's limit a manager approves it.
void Counter::early_is_back() {
  notice_.reset();
  if (place_ != Place::order_back) return;
  read_rules();
  const bool above = rules_.refund_limit && early_back_sum() > *rules_.refund_limit;
  if (!above || (person_ && person_->approves)) return early_is_back_now();
  if (approving_rests()) return;
  early_.waits_for_approval = true;
  price_to_approve_.reset();
  approving_.forget();
  go(Place::approve);
}

void Counter::early_is_back_now() {
  early_.waits_for_approval = false;
  const auto given =
      doors_.drawer.give_back(*doors_.tenders, doors_.till, early_.back_of, early_back_sum());
  if (!given) {
    notice_ = Notice{sentence_of(given.refusal()), Notice::Button::none};
    return;
  }
  drawer_pieces().take(early_.back);
  keep_drawer_pieces();
  if (early_.from != Place::sale) return order_is_left_out();
  go(Place::sale);
  pay();
}

// ---- back

void Counter::undo_order_sum() {
  if (moving_.pieces.empty()) return go(early_.from);
  moving_.pieces.pop_back();
}

void Counter::undo_orders() {
  switch (place_) {
    case Place::orders: return go(Place::sale);
    case Place::order_sum: return undo_order_sum();
    case Place::order_left_out: return go(Place::order);
    case Place::order_back: return go(early_.from);
    case Place::bake:
      if (!bake_->can_undo()) return go(Place::sale);
      return at_bake([](BakeScreen& bake) { bake.undo(); });
    case Place::order_placed: break;
    default: at_orders([](OrdersScreen& orders) { (void)orders.undo(); }); return;
  }
  if (!orders_->take_back()) {
    notice_ = Notice{*orders_->refusal(), Notice::Button::none};
    return;
  }
  paper_beside_ = {};
  if (ordered_tray_) {
    cart_ = *std::exchange(ordered_tray_, std::nullopt);
    save_draft();
  }
  go(Place::order_look);
  notice_ = Notice{Phrase("till.order.taken_back"), Notice::Button::none, /*calm=*/true};
}

// ---- what is to bake

bool Counter::has_bake_sheet() const {
  return rules_.bake && doors_.orders != nullptr && doors_.customers != nullptr &&
         doors_.tenders != nullptr;
}

void Counter::open_bake_sheet() {
  notice_.reset();
  read_rules();
  if ((place_ != Place::own && place_ != Place::orders) || !has_bake_sheet()) return;
  if (!bake_) bake_ = std::make_unique<BakeScreen>(order_doors(), doors_.till);
  bake_->open();
  go(Place::bake);
}

void Counter::at_bake(const std::function<void(BakeScreen&)>& what) {
  notice_.reset();
  if (place_ != Place::bake) return;
  what(*bake_);
  if (const auto& refusal = bake_->refusal()) notice_ = Notice{*refusal, Notice::Button::none};
}

void Counter::print_bake_sheet() {
  notice_.reset();
  if (place_ == Place::bake)
    print_beside(
        [this, sheet = bake_->sheet()] { doors_.paper.print_bake_sheet(sheet, doors_.till); });
}

}  // namespace tilia::pos
