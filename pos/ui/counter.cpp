#include "pos/ui/counter.h"

#include <utility>

#include "pos/devices/receipt_printer.h"
#include "pos/ui/waiting_trays.h"

namespace tilia::pos {
namespace {

// Before five in the morning it is still last night: a shop that closes late goes on with its day.
constexpr int morning_begins_minute = 5 * 60;

}  // namespace

std::string_view place_code(Place place) {
  switch (place) {
    case Place::log_in: return "log_in";
    case Place::resting: return "resting";
    case Place::locked: return "locked";
    case Place::morning: return "morning";
    case Place::open_drawer: return "open_drawer";
    case Place::sale: return "sale";
    case Place::waiting: return "waiting";
    case Place::weigh: return "weigh";
    case Place::find: return "find";
    case Place::pay: return "pay";
    case Place::change: return "change";
    case Place::more_coins: return "more_coins";
    case Place::fiscal_number: return "fiscal_number";
    case Place::fiscal_skip: return "fiscal_skip";
    case Place::receipts: return "receipts";
    case Place::take_back: return "take_back";
    case Place::taken_back: return "taken_back";
    case Place::own: return "own";
    case Place::close: return "close";
    case Place::difference: return "difference";
    case Place::closed: return "closed";
  }
  return "";
}

std::optional<DaySheet> last_day_sheet(TillBook& book, const std::string& till) {
  std::int64_t above = 1;
  std::optional<DaySheet> newest;
  while (auto sheet = book.day_sheet(till, above)) {
    newest = std::move(sheet);
    above *= 2;
  }
  std::int64_t known = above / 2;
  while (above - known > 1) {
    const std::int64_t middle = known + (above - known) / 2;
    if (auto sheet = book.day_sheet(till, middle)) {
      newest = std::move(sheet);
      known = middle;
    } else {
      above = middle;
    }
  }
  return newest;
}

Counter::Counter(CounterDoors doors)
    : doors_(std::move(doors)),
      log_in_(doors_.crew),
      cart_(SaleId::mint(doors_.chance)),
      count_(doors_.pack.pieces, doors_.organisation.currency),
      difference_(Money::zero(doors_.organisation.currency)) {}

void Counter::go(Place place) {
  place_ = place;
  typed_.clear();
}

// ---- logging in and leaving

void Counter::digit(char digit) {
  notice_.reset();
  if (const auto person = log_in_.digit(digit)) come_in(*person);
}

void Counter::touch_secret_picture(std::size_t picture) {
  notice_.reset();
  if (const auto person = log_in_.touch(picture)) come_in(*person);
}

void Counter::come_in(const LogIn::Person& person) {
  person_ = person;
  touched();
  const auto session = doors_.book.open_session(doors_.till);
  recall_draft();
  if (!session) {
    if (place_ != Place::change) start_count(Place::open_drawer);
  } else if (yesterdays(*session)) {
    go(Place::morning);
  } else {
    go(behind_);
    typed_ = std::exchange(typed_behind_, {});
  }
  if (doors_.word_about_book && !word_about_book_said_) {
    notice_ = Notice{*doors_.word_about_book, Notice::Button::none};
    word_about_book_said_ = true;
  }
}

bool Counter::yesterdays(const DrawerSession& session) const {
  const Instant now = doors_.clock.now();
  const int days = session.business_day.day().days_until(doors_.zone.local_day(now));
  return days > 1 || (days == 1 && doors_.zone.local_minute_of_day(now) >= morning_begins_minute);
}

void Counter::recall_draft() {
  if (draft_recalled_) return;
  draft_recalled_ = true;
  const auto text = doors_.draft.load();
  auto trays = text ? trays_in(*text, shelf()) : std::nullopt;
  if (trays) {
    cart_ = trays->front;
    waiting_ = std::move(trays->waiting);
  }
  if (!trays || trays->clean_end) {
    save_draft();
    return;
  }
  if (auto sale = doors_.book.sale_by_id(cart_.id())) {
    show_sale(std::move(*sale));
    behind_ = Place::change;
    return;
  }
  const auto latest = doors_.book.latest_sales(doors_.till, 1);
  if (latest.empty()) return;
  giving_.emplace(doors_.pack.pieces, latest.front(), DrawerPieces());
  notice_ =
      Notice{Phrase("till.notice.last_sale_saved").with("amount", latest.front().priced.total),
             Notice::Button::print_again};
}

void Counter::open_again() { go(Place::log_in); }

void Counter::own_picture() {
  notice_.reset();
  if (place_ == Place::sale || place_ == Place::find) go(Place::own);
}

void Counter::back_to_selling() { go(Place::sale); }

void Counter::log_out() {
  person_.reset();
  behind_ = Place::sale;
  typed_behind_.clear();
  go(Place::log_in);
}

// ---- the drawer in the morning

void Counter::start_count(Place place) {
  const bool closing = place == Place::close;
  if (count_is_of_close_ != closing || !count_.touched()) {
    count_ = PieceCount(doors_.pack.pieces, currency());
    count_is_of_close_ = closing;
  }
  if (place == Place::open_drawer) {
    const auto sheet = last_day_sheet(doors_.book, doors_.till);
    if (sheet) last_float_ = sheet->session.float_amount;
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
  count_ = PieceCount(doors_.pack.pieces, currency());
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
  const auto session = doors_.book.open_session(doors_.till);
  go(session && yesterdays(*session) ? Place::morning : Place::sale);
}

void Counter::counted() {
  notice_.reset();
  if (place_ != Place::close) return;
  const auto look = doors_.drawer.look(doors_.till);
  if (!look) {
    notice_ = Notice{sentence_of(look.refusal()), Notice::Button::none};
    return;
  }
  difference_ = count_.total() - look.value().expected;
  if (difference_.is_zero()) {
    close_with_count();
  } else {
    go(Place::difference);
  }
}

void Counter::count_again() { go(Place::close); }

void Counter::close_anyway() {
  if (place_ == Place::difference) close_with_count();
}

void Counter::close_with_count() {
  auto closed = doors_.drawer.close(doors_.till, count_.counted());
  if (!closed) {
    notice_ = Notice{sentence_of(closed.refusal()), Notice::Button::none};
    return;
  }
  sheet_ = std::move(closed).value();
  count_ = PieceCount(doors_.pack.pieces, currency());
  paper_waits_ = true;
  paper_is_copy_ = false;
  go(Place::closed);
}

void Counter::good_night() {
  notice_.reset();
  sheet_.reset();
  giving_.reset();
  log_out();
}

// ---- paper

void Counter::print_now() {
  if (!paper_waits_) return;
  paper_waits_ = false;
  try {
    if (slip_waits_) {
      doors_.paper.print_owed(slip_waits_->sale, slip_waits_->owed);
      slip_waits_.reset();
    } else if (place_ == Place::closed && sheet_) {
      doors_.paper.print_day_sheet(*sheet_);
    } else if (refund_) {
      doors_.paper.print_sale(refund_->sale, paper_is_copy_);
    } else if (giving_) {
      doors_.paper.print_sale(giving_->sale(), paper_is_copy_);
    }
  } catch (const PrinterFault&) {
    notice_ =
        Notice{Phrase(place_ == Place::closed ? "till.notice.printer_day" : "till.notice.printer"),
               Notice::Button::print_again};
  }
}

void Counter::print_again() {
  notice_.reset();
  paper_waits_ = true;
  paper_is_copy_ = place_ != Place::closed && !slip_waits_;
}

}  // namespace tilia::pos
