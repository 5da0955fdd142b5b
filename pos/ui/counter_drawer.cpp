// The counter's drawer: opening it, money in and out, counting, closing the day.
#include <utility>

#include "pos/ui/counter.h"
#include "pos/ui/kept_counts.h"

namespace tilia::pos {
namespace {

// Before five in the morning it is still last night: a shop that closes late goes on with its day.
constexpr int morning_begins_minute = 5 * 60;

}  // namespace

bool Counter::yesterdays(const DrawerSession& session) const {
  const Instant now = doors_.clock.now();
  const int days = session.business_day.day().days_until(doors_.zone.local_day(now));
  return days > 1 || (days == 1 && doors_.zone.local_minute_of_day(now) >= morning_begins_minute);
}

bool Counter::drawer_is_todays() const {
  const auto session = doors_.book.open_session(doors_.till);
  return session && !yesterdays(*session);
}

// ---- the drawer in the morning

void Counter::start_count(Place place) {
  const std::string head = head_of_count(place);
  count_place_ = place;
  if (place != Place::count_bag) bag_.reset();
  if (count_head_ != head || !count_.touched()) {
    count_ = PieceCount(doors_.pack.pieces, currency());
    count_head_ = head;
    recall_count();
  }
  if (place == Place::open_drawer) {
    read_bags();
    const auto sheet = last_day_sheet(doors_.book, doors_.till);
    if (sheet) last_float_ = sheet->session.float_amount;
    if (!bags_.empty() && (!sheet || bags_.back().session.number > sheet->session.number))
      last_float_ = bags_.back().session.float_amount;
  }
  go(place);
}

void Counter::open_with_count() { open_with(count_.total()); }

void Counter::open_with_last_float() {
  open_with(last_float_ ? *last_float_ : Money::zero(currency()));
}

void Counter::open_with(const Money& float_amount) {
  notice_.reset();
  if (place_ != Place::open_drawer) return;
  const auto opened = doors_.drawer.open(doors_.till, float_amount);
  if (!opened && opened.refusal() != DrawerRefusal::already_open) {
    notice_ = Notice{sentence_of(opened.refusal()), Notice::Button::none};
    return;
  }
  const auto session = doors_.book.open_session(doors_.till);
  if (opened && session && count_.total() == float_amount) {
    drawer_is_of_ = session->id;
    drawer_pieces_ = DrawerPieces::counted(count_.counted(), doors_.pack.pieces);
    keep_drawer_pieces();
  }
  forget_count();
  go(Place::sale);
}

void Counter::count_yesterday() { start_count(Place::close); }

// ---- closing the day

void Counter::close_day() {
  notice_.reset();
  if (!person_ || person_->selling_only) return;
  if (!cart_.empty()) {
    notice_ = Notice{Phrase("till.notice.tray_first"), Notice::Button::none};
    go(Place::sale);
    return;
  }
  start_count(Place::close);
  if (!waiting_.empty())
    notice_ =
        Notice{Phrase("till.notice.trays_wait").with("count", std::to_string(waiting_.size())),
               Notice::Button::none, /*calm=*/true};
}

void Counter::later() {
  if (place_ == Place::count_bag) return leave_bags();
  const auto session = doors_.book.open_session(doors_.till);
  go(session && yesterdays(*session) ? Place::morning : Place::sale);
}

void Counter::counted() {
  notice_.reset();
  if (place_ != Place::close && place_ != Place::count_bag) return;
  const auto look = place_ == Place::count_bag
                        ? doors_.drawer.look_into_bag(doors_.till, bag_->number)
                        : doors_.drawer.look(doors_.till);
  if (!look) {
    notice_ = Notice{sentence_of(look.refusal()), Notice::Button::none};
    return;
  }
  difference_ = count_.total() - look.value().expected;
  difference_note_.clear();
  if (difference_.is_zero()) {
    after_count();
  } else {
    go(Place::difference);
  }
}

void Counter::after_count() {
  read_rules();
  if (rules_.bags && count_place_ == Place::close) {
    go(Place::bag);
  } else {
    close_with_count({});
  }
}

void Counter::bag_done() {
  notice_.reset();
  if (place_ == Place::bag) close_with_count(typed_);
}

void Counter::count_again() { go(count_place_); }

void Counter::choose_difference_note() {
  if (place_ == Place::difference) go(Place::difference_note);
}

void Counter::note_difference(const std::string& note) {
  if (place_ != Place::difference_note) return;
  difference_note_ = note;
  go(Place::difference);
}

void Counter::close_anyway() {
  if (place_ == Place::difference) after_count();
}

void Counter::close_with_count(const std::string& bag) {
  auto closed =
      count_place_ == Place::count_bag
          ? doors_.drawer.close_bag(doors_.till, bag_->number, count_.counted(), difference_note_)
          : doors_.drawer.close(doors_.till, count_.counted(), {bag, difference_note_});
  if (!closed) {
    notice_ = Notice{sentence_of(closed.refusal()), Notice::Button::none};
    return;
  }
  sheet_ = std::move(closed).value();
  forget_count();
  paper_beside_ = {};
  paper_waits_ = true;
  paper_is_copy_ = false;
  go(Place::closed);
}

void Counter::good_night() {
  notice_.reset();
  sheet_.reset();
  if (count_place_ == Place::count_bag) return leave_bags();
  giving_.reset();
  log_out();
}

// ---- counting, kept from start to start

namespace {

constexpr const char* opening = "open ";
constexpr std::int64_t row_of_coins = 10;
constexpr int hundredths = 100;  // of a gram in one

}  // namespace

// The drawer or the bag that is counted; before it is open, this morning.
std::string Counter::head_of_count(Place place) {
  if (place == Place::count_bag && bag_) return bag_->session.id.text();
  const auto session = doors_.book.open_session(doors_.till);
  if (session) return session->id.text();
  return opening + doors_.zone.local_day(doors_.clock.now()).text();
}

void Counter::keep_count() { KeptCounts(doors_.count).keep(count_head_, count_.text()); }

void Counter::recall_count() {
  if (const auto kept = KeptCounts(doors_.count).of(count_head_)) count_.restore(*kept);
}

void Counter::forget_count() {
  count_ = PieceCount(doors_.pack.pieces, currency());
  // What no bag that waits needs goes too: a float that was counted and never opened.
  std::vector<std::string> needed;
  for (const WaitingBag& bag : doors_.drawer.bags(doors_.till))
    needed.push_back(bag.session.id.text());
  // And what was begun of today's drawer, where another bag was counted in between.
  const auto open = doors_.book.open_session(doors_.till);
  if (open && open->id.text() != count_head_) needed.push_back(open->id.text());
  KeptCounts(doors_.count).keep_only(needed);
}

bool Counter::counting() const {
  return place_ == Place::open_drawer || place_ == Place::close || place_ == Place::count_bag;
}

void Counter::step_count(std::size_t piece, std::int64_t by) {
  if (!counting()) return;
  count_.step(piece, by);
  keep_count();
}

void Counter::back_to_count() { go(count_place_); }

void Counter::type_count(std::size_t piece) {
  notice_.reset();
  if (!counting() || piece >= doors_.pack.pieces.size()) return;
  read_rules();
  typed_piece_ = piece;
  weighing_coins_ = false;
  go(Place::count_number);
}

void Counter::add_to_count(std::int64_t pieces) {
  if (place_ != Place::count_number || pieces == 0) return;
  count_.step(typed_piece_, pieces);
  keep_count();
  back_to_count();
}

void Counter::add_row() { add_to_count(row_of_coins); }
void Counter::add_roll() { add_to_count(doors_.pack.pieces.at(typed_piece_).roll); }

bool Counter::can_weigh_coins() const {
  const int coin = doors_.pack.pieces.at(typed_piece_).weight_hundredths_gram;
  return rules_.scale_step_grams > 0 && coin >= 2 * rules_.scale_step_grams * hundredths;
}

void Counter::weigh_coins() {
  if (place_ != Place::count_number || !can_weigh_coins()) return;
  weighing_coins_ = !weighing_coins_;
  typed_.clear();
}

std::int64_t Counter::typed_count() const {
  const std::int64_t typed = typed_.empty() ? 0 : std::stoll(typed_);
  if (!weighing_coins_) return typed;
  const int coin = doors_.pack.pieces.at(typed_piece_).weight_hundredths_gram;
  return (typed * hundredths + coin / 2) / coin;
}

void Counter::count_number_done() {
  notice_.reset();
  if (place_ != Place::count_number || typed_.empty()) return;
  count_.set(typed_piece_, typed_count());
  keep_count();
  back_to_count();
}

// ---- money in and out

void Counter::money_in_or_out() {
  notice_.reset();
  if (place_ == Place::own) go(Place::move_direction);
}

void Counter::choose_direction(CashMove::Direction direction) {
  if (place_ != Place::move_direction) return;
  moving_ = {direction, "", {}};
  go(Place::move_reason);
}

const std::vector<std::string>& Counter::move_reasons(CashMove::Direction direction) {
  static const std::vector<std::string> in{"change", "other"};
  static const std::vector<std::string> out{"taxi",   "supplies",  "owed", "bank",
                                            "change", tips_reason, "other"};
  return direction == CashMove::Direction::in ? in : out;
}

void Counter::choose_move(const std::string& reason) {
  if (place_ != Place::move_reason) return;
  moving_.reason = reason;
  moving_.pieces.clear();
  go(Place::move_pieces);
}

Money Counter::moved_sum() const {
  Money sum = Money::zero(currency());
  for (const Money& piece : moving_.pieces) sum += piece;
  return sum;
}

void Counter::move_cash_now() {
  notice_.reset();
  if (place_ != Place::move_pieces || moving_.pieces.empty()) return;
  const auto moved =
      doors_.drawer.move_cash(doors_.till, {moving_.direction, moved_sum(), moving_.reason});
  if (!moved) {
    notice_ = Notice{sentence_of(moved.refusal()), Notice::Button::none};
    return;
  }
  const bool in = moving_.direction == CashMove::Direction::in;
  for (const Money& piece : moving_.pieces) {
    const std::vector<CountedPiece> one{{piece, 1}};
    in ? drawer_pieces().put(one) : drawer_pieces().take(one);
  }
  keep_drawer_pieces();
  const char* said = in ? "till.move.is_in" : "till.move.is_out";
  notice_ = Notice{Phrase(said).with("amount", moved_sum()), Notice::Button::none, /*calm=*/true};
  moving_ = {};
  go(Place::sale);
}

// ---- pieces that are tapped one by one

bool Counter::taps_pieces() const {
  return place_ == Place::move_pieces || place_ == Place::voucher_value ||
         place_ == Place::account_sum || place_ == Place::order_sum;
}

std::vector<Money> Counter::tapped_pieces() {
  if (place_ != Place::more_coins) return moving_.pieces;
  std::vector<Money> pieces;
  for (const Giving::Came& came : giving_->came()) pieces.push_back(came.piece);
  return pieces;
}

void Counter::tap_piece(const Money& piece) {
  notice_.reset();
  if (place_ == Place::more_coins) giving_->more_came(piece);
  if (taps_pieces() && moving_.pieces.size() < Giving::most_came) moving_.pieces.push_back(piece);
}

void Counter::untap_piece(std::size_t which) {
  notice_.reset();
  if (place_ == Place::more_coins) giving_->goes_back(which);
  if (taps_pieces() && which < moving_.pieces.size())
    moving_.pieces.erase(moving_.pieces.begin() + static_cast<std::ptrdiff_t>(which));
}

}  // namespace tilia::pos
