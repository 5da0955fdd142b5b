// The counter while it sells: the tray, paying, change, and the way back after a mistake.
#include <algorithm>
#include <sstream>

#include "pos/scan.h"
#include "pos/ui/counter.h"
#include "pos/ui/tickets_screen.h"
#include "pos/ui/waiting_trays.h"

namespace tilia::pos {
namespace {

constexpr std::size_t most_typed = 40;
constexpr std::size_t most_count_digits = 4;  // as many as PieceCount::most
constexpr std::size_t most_gram_digits = 5;   // 99.999 kg: more than a counter's scale carries
constexpr std::size_t most_piece_digits = 3;  // as many as Cart::most_pieces
constexpr std::size_t most_price_digits = 7;
constexpr std::size_t most_package_digits = 9;

}  // namespace

const Shelf& Counter::shelf() {
  if (!shelf_) doors_.ring.read_catalogue(catalogue_day());
  if (!shelf_ || shelf_reading_ != doors_.ring.readings()) {
    if (const Day day = catalogue_day(); habit_of_ != day) {
      habit_ = Habit(doors_.book.recent_trade(doors_.till, Habit::sales_looked_at));
      habit_of_ = day;
    }
    shelf_ = std::make_unique<Shelf>(doors_.ring.articles(), habit_.most_sold(), tiles_on_page());
    shelf_reading_ = doors_.ring.readings();
  }
  return *shelf_;
}

// The drawer's own day, past midnight too.
Day Counter::catalogue_day() const {
  const auto session = doors_.book.open_session(doors_.till);
  return session ? session->business_day.day() : doors_.zone.local_day(doors_.clock.now());
}

bool Counter::look_at_catalogue() {
  const bool marked = look_at_markdowns();
  const bool selling = place_ == Place::sale && cart_.empty();
  if (!selling || !shelf_ || !doors_.ring.catalogue_is_old(catalogue_day())) return marked;
  shelf_.reset();
  weighed_ = nullptr;
  if (tab_ >= shelf().tabs().size()) tab_ = 0;
  page_ = std::min(page_, pages() - 1);
  return true;
}

Money Counter::total() { return cart_.total(shelf(), currency()); }

std::size_t Counter::pages() {
  if (shelf().tabs().empty()) return 1;
  const std::size_t articles = shelf().tabs().at(tab_).articles.size();
  return std::max<std::size_t>(1, (articles + tiles_on_page() - 1) / tiles_on_page());
}

std::vector<const Article*> Counter::tiles() {
  if (place_ == Place::find) return shelf().named(typed_, tiles_found);
  if (shelf().tabs().empty()) return {};
  const auto& articles = shelf().tabs().at(tab_).articles;
  const std::size_t from = std::min(page_ * tiles_on_page(), articles.size());
  const std::size_t to = std::min(from + tiles_on_page(), articles.size());
  return {articles.begin() + static_cast<std::ptrdiff_t>(from),
          articles.begin() + static_cast<std::ptrdiff_t>(to)};
}

void Counter::choose_tab(std::size_t tab) {
  notice_.reset();
  if (tab >= shelf().tabs().size()) return;
  tab_ = tab;
  page_ = 0;
}

void Counter::turn_page(int by) {
  notice_.reset();
  const auto wanted = static_cast<std::int64_t>(page_) + by;
  if (wanted >= 0 && wanted < static_cast<std::int64_t>(pages())) {
    page_ = static_cast<std::size_t>(wanted);
  }
}

void Counter::save_draft() { doors_.draft.save(text_of_trays(cart_, waiting_, false)); }

void Counter::new_cart() {
  cart_ = Cart(SaleId::mint(doors_.chance));
  paying_.reset();
  giving_.reset();
  slips_wait_.clear();
  refund_.reset();
  giving_back_.reset();
  taking_back_.reset();
  meant_.clear();
  save_draft();
}

void Counter::tap_article(const std::string& code) {
  notice_.reset();
  if (place_ != Place::sale && place_ != Place::find) return;
  const Article* article = shelf().article(code);
  if (article == nullptr) return;
  if (is_sold_out(code) &&
      asks_whether_sure({Sure::About::sold_out, code, Quantity::pieces(1), std::nullopt}))
    return;
  if (article->unit == Unit::kg) {
    weighed_ = article;
    weighed_at_ = price_now(*article);
    go(Place::weigh);
    return;
  }
  cart_.add(code, Quantity::pieces(1), price_now(*article));
  save_draft();
  if (place_ == Place::find) go(Place::sale);
}

void Counter::one_more(std::size_t line) {
  notice_.reset();
  if (place_ != Place::sale || line >= cart_.lines().size()) return;
  const bool of_package = cart_.lines()[line].use == Cart::Use::from_package;
  if (of_package && !says_what_is_left(1)) return;
  const Article* article = shelf().article(cart_.lines()[line].article);
  if (article != nullptr && article->unit == Unit::kg) return tap_article(article->code);
  cart_.one_more(line);
  save_draft();
}

void Counter::one_less(std::size_t line) {
  notice_.reset();
  if (place_ != Place::sale) return;
  cart_.one_less(line);
  save_draft();
}

bool Counter::can_undo() const {
  if (of_orders() || of_waste() || of_tickets() || of_packages() || CounterMyTime::is_at(place_))
    return true;
  switch (place_) {
    case Place::sale: return cart_.can_undo();
    case Place::salon: return salon_->can_undo();
    case Place::visit:
    case Place::visit_services:
    case Place::visit_who:
    case Place::visit_time:
    case Place::visit_known_by:
    case Place::visit_history: return true;
    case Place::open_drawer:
    case Place::count_bag:
    case Place::close: return count_.touched();
    case Place::log_in: return !log_in_.chosen().empty();
    case Place::taken_back: return giving_back_->can_undo();
    case Place::change:  // "I made a mistake"; from the others the way back
    case Place::find:
    case Place::line:
    case Place::line_number:
    case Place::line_price:
    case Place::line_percent:
    case Place::line_note:
    case Place::line_contents:
    case Place::sure:
    case Place::weigh:
    case Place::pay:
    case Place::voucher:
    case Place::account:
    case Place::gift:
    case Place::voucher_value:
    case Place::account_to_pay:
    case Place::account_sum:
    case Place::more_coins:
    case Place::fiscal_number:
    case Place::fiscal_skip:
    case Place::own:
    case Place::own_more:
    case Place::tile_size:
    case Place::move_direction:
    case Place::move_reason:
    case Place::move_pieces:
    case Place::count_number:
    case Place::bag:
    case Place::bag_later:
    case Place::bags:
    case Place::difference_note:
    case Place::waiting:
    case Place::others:
    case Place::receipts:
    case Place::take_back:
    case Place::manager_looks:
    case Place::approve: return true;
    default: return false;
  }
}

void Counter::undo() {
  notice_.reset();
  if (of_orders() || of_waste()) return of_orders() ? undo_orders() : undo_waste();
  if (of_tickets()) return undo_tickets();
  if (of_packages()) return undo_packages();
  if (CounterMyTime::is_at(place_)) return at_my_time([](MyTimeScreen& mine) { mine.back(); });
  switch (place_) {
    case Place::sale:
      cart_.undo();
      save_draft();
      break;
    case Place::pay:
      if (!paying_->can_undo()) return go(before_paying());
      paying_->undo();
      break;
    case Place::find:
    case Place::line:
    case Place::weigh:
    case Place::waiting:
    case Place::receipts:
    case Place::own: go(Place::sale); break;
    case Place::line_number:
    case Place::line_price:
    case Place::line_percent:
    case Place::line_note:
    case Place::line_contents: go(Place::line); break;
    case Place::sure: it_is_not_meant(); break;
    case Place::tile_size: go(Place::own_more); break;
    case Place::more_coins:
      if (giving_->came().empty()) return go(Place::change);
      giving_->goes_back(giving_->came().size() - 1);
      break;
    case Place::fiscal_number:
    case Place::fiscal_skip: go(Place::change); break;
    case Place::others:
    case Place::own_more:
    case Place::move_direction: go(Place::own); break;
    case Place::move_reason: go(Place::move_direction); break;
    case Place::move_pieces:
      if (moving_.pieces.empty()) {
        go(Place::move_reason);
      } else {
        moving_.pieces.pop_back();
      }
      break;
    case Place::count_number:
    case Place::bag: back_to_count(); break;
    case Place::bag_later: go(bag_from_); break;
    case Place::bags: leave_bags(); break;
    case Place::difference_note: go(Place::difference); break;
    case Place::manager_looks: go(Place::take_back); break;
    case Place::approve:
      if (approving_.chosen().empty()) {
        go(before_approval());
      } else {
        approving_.forget();
      }
      break;
    case Place::take_back: keep_the_sale(); break;
    case Place::open_drawer:
    case Place::count_bag:
    case Place::close:
      count_.undo();
      keep_count();
      break;
    case Place::log_in: log_in_.forget(); break;
    default: at_salon([](SalonDay& salon) { salon.undo(); }); undo_other_means();
  }
}

// Where no code is wanted it changes nothing, not even a sentence that waits to be read.
void Counter::scanned(const std::string& code) {
  if (place_ == Place::fiscal_number || place_ == Place::bag || place_ == Place::bag_later ||
      place_ == Place::voucher) {
    notice_.reset();
    typed_ = code.substr(0, most_typed);
    return place_ == Place::voucher ? voucher_typed() : void();
  }
  if (order_scanned(code) || ticket_scanned(code) || package_scanned(code)) return;
  const bool number = place_ == Place::weigh || place_ == Place::count_number ||
                      place_ == Place::line_number || place_ == Place::line_price;
  if (place_ == Place::pay) return voucher_scanned(code);
  if (number) notice_ = Notice{Phrase("till.notice.was_a_code"), Notice::Button::none};
  if (place_ != Place::sale && place_ != Place::find) return;
  notice_.reset();
  look_at_catalogue();
  const auto scanned = read_scan(code, shelf().index(), rules_.labels, currency());
  if (!scanned) {
    notice_ = Notice{sentence_of(scanned.refusal()), Notice::Button::none};
    return;
  }
  const auto& [article, quantity, price] = scanned.value();
  if (quantity == Quantity()) return tap_article(article->code);  // its weight is asked for
  cart_.add(article->code, quantity, price ? price : price_now(*article));
  save_draft();
  if (place_ == Place::find) go(Place::sale);
}

void Counter::wait_here() {
  notice_.reset();
  if (place_ != Place::sale) return;
  if (cart_.empty()) {
    if (!waiting_.empty()) go(Place::waiting);
    return;
  }
  if (waiting_.size() >= most_waiting) {
    notice_ = Notice{Phrase("till.notice.enough_wait"), Notice::Button::none};
    return;
  }
  waiting_.push_back(cart_);
  new_cart();
  notice_ = Notice{Phrase("till.notice.tray_waits"), Notice::Button::none, /*calm=*/true};
}

void Counter::take_up(std::size_t which) {
  notice_.reset();
  if (place_ != Place::waiting || which >= waiting_.size()) return;
  Cart chosen = waiting_[which];
  waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(which));
  if (!cart_.empty()) waiting_.push_back(cart_);
  cart_ = std::move(chosen);
  meant_.clear();
  save_draft();
  go(Place::sale);
}

void Counter::find() {
  notice_.reset();
  if (place_ == Place::sale) go(Place::find);
}

void Counter::type(const std::string& letters) {
  const bool digit = letters.size() == 1 && letters[0] >= '0' && letters[0] <= '9';
  const bool leading_zero = typed_.empty() && letters == "0";
  const auto number = [&](std::size_t most_digits, bool may_be_zero) {
    if (digit && typed_.size() < most_digits && (may_be_zero || !leading_zero)) typed_ += letters;
  };
  if (place_ == Place::visit_known_by) {
    at_salon([&](SalonDay& salon) { salon.type_name(letters); });
  } else if (of_orders()) {
    at_orders([&](OrdersScreen& orders) { orders.type(letters); });
  } else if (of_tickets()) {
    at_tickets([&](TicketsScreen& tickets) { tickets.type(letters); });
  } else if (of_waste()) {
    at_waste([&](WasteScreen& waste) { waste.type(letters); });
  } else if (place_ == Place::weigh) {
    number(most_gram_digits, false);
  } else if (place_ == Place::count_number) {
    number(most_count_digits, true);
  } else if (place_ == Place::line_number) {
    number(most_piece_digits, false);
  } else if (place_ == Place::line_price) {
    number(most_price_digits, false);
  } else if (place_ == Place::package_number) {
    number(most_package_digits, false);
  } else if (place_ == Place::find || place_ == Place::fiscal_number || place_ == Place::bag ||
             place_ == Place::bag_later || place_ == Place::voucher) {
    if (typed_.size() + letters.size() <= most_typed) typed_ += letters;
  }
}

void Counter::type_back() {
  if (place_ == Place::visit_known_by) at_salon([](SalonDay& salon) { salon.type_back(); });
  if (of_orders()) at_orders([](OrdersScreen& orders) { orders.type_back(); });
  if (of_tickets()) at_tickets([](TicketsScreen& tickets) { tickets.type_back(); });
  if (of_waste()) at_waste([](WasteScreen& waste) { waste.type_back(); });
  while (!typed_.empty()) {
    const bool tail = (static_cast<unsigned char>(typed_.back()) & 0xC0U) == 0x80U;
    typed_.pop_back();
    if (!tail) break;
  }
}

std::int64_t Counter::grams() const {
  std::int64_t grams = 0;
  if (place_ != Place::weigh) return grams;
  for (const char digit : typed_) grams = grams * 10 + (digit - '0');
  return grams;
}

void Counter::read_scale() {
  notice_.reset();
  if (!can_read_scale()) return;
  const auto grams = doors_.scale->steady_grams();
  const bool good = grams && *grams > 0 && std::to_string(*grams).size() <= most_gram_digits;
  if (good && place_ == Place::ticket_weigh) {
    at_tickets([&](TicketsScreen& t) {
      t.at_intake([&](TicketIntake& intake) { intake.scale_says(*grams); });
    });
  } else if (good) {
    typed_ = std::to_string(*grams);
  } else {
    notice_ = Notice{Phrase("till.notice.no_steady_weight"), Notice::Button::none};
  }
}

void Counter::weigh_done() {
  notice_.reset();
  if (place_ != Place::weigh || weighed_ == nullptr || grams() == 0) return;
  const Quantity weight = Quantity::from_thousandths(grams());
  if (habit_.is_far_out(*weighed_, weight) &&
      asks_whether_sure({Sure::About::weight, weighed_->code, weight, std::nullopt}))
    return;
  cart_.add(weighed_->code, weight, weighed_at_);
  save_draft();
  go(Place::sale);
}

// ---- paying

void Counter::pay() {
  notice_.reset();
  if (place_ != Place::sale || cart_.empty() || asks_about_tray()) return;
  if (!package_is_enough()) return;
  sold_voucher_.reset();
  account_payment_.reset();
  read_rules();
  early_.paid.reset();
  paying_.emplace(doors_.pack, total(), cart_.goods(shelf(), currency()));
  if (!count_what_was_paid_early()) return;
  go(Place::pay);
  // Others or a package paid for all of it: nothing is asked for.
  const bool of_package = cart_.delivers() && cart_.delivers()->what == package_delivery;
  if (total().is_zero() && (of_package || !tenders_of_others().empty())) paid();
}

void Counter::paid() {
  notice_.reset();
  if (place_ != Place::pay || !paying_->enough()) return;
  if (!paying_->given().empty() && habit_.is_far_out({paying_->to_pay(), paying_->give_back()}) &&
      asks_whether_sure({Sure::About::given, "", {}, std::ranges::max(paying_->given())}))
    return;
  if (std::ranges::any_of(cart_.visits(), [this](const VisitId& id) { return is_paid(id); })) {
    notice_ = Notice{Phrase("till.notice.visit_is_paid"), Notice::Button::none};
    return;
  }
  if (!package_is_made()) return;
  SaleRequest request{cart_.id(), cart_.asked(), paying_->tenders(), paying_->donation()};
  for (Tender& tender : tenders_of_others()) request.tenders.push_back(std::move(tender));
  request.extras = extras();
  for (Extra& extra : extras_for_others()) request.extras.push_back(std::move(extra));
  request.delivers = cart_.delivers();
  if (doors_.packages != nullptr) packages_screen().add_times(cart_, request);
  enter(request, paying_->given());
}

void Counter::enter(const SaleRequest& request, const std::vector<Money>& pieces) {
  auto rung = doors_.ring.ring_up(doors_.till, request);
  if (!rung) {
    notice_ = Notice{sentence_of(rung.refusal()), Notice::Button::none};
    if (rung.refusal().why == SaleRefusal::Why::no_open_session) start_count(Place::open_drawer);
    return;
  }
  for (const Money& piece : pieces) drawer_pieces().put({{piece, 1}});
  keep_drawer_pieces();
  show_sale(std::move(rung).value().sale);
  paper_waits_ = true;
  paper_is_copy_ = false;
}

void Counter::show_sale(Sale sale) {
  if (sale.id == cart_.id()) note_visits_paid(sale.id);
  paper_beside_ = {};
  giving_.emplace(doors_.pack.pieces, std::move(sale), drawer_pieces());
  refund_.reset();
  giving_back_.reset();
  taking_back_.reset();
  if (owed_before_.starts_with(giving_->sale().id.text() + ' ')) {
    const std::string amount = owed_before_.substr(owed_before_.find(' ') + 1);
    if (const auto owed = Money::parse(amount, currency())) giving_->was_owed_before(owed.value());
  }
  if (doors_.fiscal_number_wanted) giving_->fiscal = Giving::Fiscal::asked;
  go(Place::change);
}

void Counter::none_left(std::size_t pile) {
  notice_.reset();
  if (place_ == Place::change || place_ == Place::taken_back) giving().none_left(pile);
}

void Counter::there_are_some(const Money& piece) {
  notice_.reset();
  if (place_ == Place::change || place_ == Place::taken_back) giving().there_are_some(piece);
}

void Counter::more_coins() {
  notice_.reset();
  if (place_ == Place::change) go(Place::more_coins);
}

void Counter::coins_came() {
  notice_.reset();
  if (place_ == Place::more_coins) go(Place::change);
}

// The customer gets a slip, and the drawer holds that much more than the sales say.
void Counter::owe_the_rest() {
  notice_.reset();
  const bool gives = place_ == Place::change || place_ == Place::taken_back;
  if (!gives || !giving().way_out()) return;
  const Money owed = giving().way_out()->owed;
  const auto noted = doors_.drawer.move_cash(doors_.till, {CashMove::Direction::in, owed, "owed"});
  if (!noted) {
    notice_ = Notice{sentence_of(noted.refusal()), Notice::Button::none};
    return;
  }
  giving().owe_the_rest();
  keep_drawer_pieces();
  const bool more = !slips_wait_.empty() && slips_wait_.back().kind == Slip::Kind::owed &&
                    slips_wait_.back().sale.id == giving().sale().id;
  if (more) {
    slips_wait_.back().amount += owed;
  } else {
    slips_wait_.push_back({Slip::Kind::owed, giving().sale(), owed});
  }
  paper_waits_ = true;
}

// ---- what is believed to lie in the drawer

DrawerPieces& Counter::drawer_pieces() {
  const auto session = doors_.book.open_session(doors_.till);
  if (!session || drawer_is_of_ == session->id) return drawer_pieces_;
  drawer_is_of_ = session->id;
  drawer_pieces_ = DrawerPieces();
  std::istringstream kept(doors_.drawer_pieces.load().value_or(""));
  std::string id;
  std::string pieces;
  std::string owed;
  if (!std::getline(kept, id) || id != session->id.text() || !std::getline(kept, pieces))
    return drawer_pieces_;
  if (const auto parsed = DrawerPieces::parse(pieces)) drawer_pieces_ = *parsed;
  if (std::getline(kept, owed)) owed_before_ = owed;
  return drawer_pieces_;
}

// The session, its pieces, and what is owed of the sale that is being given change for.
void Counter::keep_drawer_pieces() {
  if (!drawer_is_of_) return;
  std::string text = drawer_is_of_->text() + '\n' + drawer_pieces_.text();
  if (giving_ && !giving_->owed().is_zero())
    text += '\n' + giving_->sale().id.text() + ' ' + giving_->owed().text();
  doors_.drawer_pieces.save(text);
}

// What left the hand is gone from the drawer; what the customer added is on record, once.
void Counter::note_what_was_given() {
  const bool gives = place_ == Place::taken_back ? giving_back_.has_value() : giving_.has_value();
  if (!gives) return;
  Giving& given = giving();
  const auto session = doors_.book.open_session(doors_.till);
  const auto exchange = given.exchange();
  if (session && exchange && !given.way_out() && !given.exchange_is_noted) {
    doors_.book.enter_exchange(*session, *exchange, doors_.clock.now());
    given.exchange_is_noted = true;
  }
  drawer_pieces_ = given.drawer_after();
  keep_drawer_pieces();
}

// After something came back the tray is as it was, unless that was the sale just made.
void Counter::next_customer() {
  notice_.reset();
  if (place_ != Place::change && place_ != Place::taken_back) return;
  if (giving().way_out()) return;
  note_what_was_given();
  if (giving_) {
    new_cart();
  } else {
    refund_.reset();
    giving_back_.reset();
    taking_back_.reset();
    slips_wait_.clear();
  }
  go(Place::sale);
}

}  // namespace tilia::pos
