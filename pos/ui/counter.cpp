#include "pos/ui/counter.h"

#include <utility>

#include "pos/devices/receipt_printer.h"
#include "pos/ui/tickets_screen.h"
#include "pos/ui/waiting_trays.h"

namespace tilia::pos {

std::optional<DaySheet> last_day_sheet(TillBook& book, const std::string& till) {
  return book.day_sheet(till, last_sheet_number(book, till));
}

Counter::Counter(CounterDoors doors)
    : doors_(std::move(doors)),
      log_in_(doors_.crew),
      approving_(doors_.crew),
      approving_rest_(ApprovingRest::parse(doors_.approving.load().value_or(""))),
      cart_(SaleId::mint(doors_.chance)),
      count_(doors_.pack.pieces, doors_.organisation.currency),
      difference_(Money::zero(doors_.organisation.currency)) {}

Counter::~Counter() = default;

void Counter::go(Place place) {
  place_ = place;
  typed_.clear();
  look_at_catalogue();
}

// ---- logging in and leaving

void Counter::digit(char digit) {
  notice_.reset();
  if (place_ == Place::my_time_who) return at_my_time([&](auto& mine) { mine.digit(digit); });
  if (place_ == Place::approve) {
    try_approval([&] { return approving_.digit(digit); });
  } else if (const auto person = log_in_.digit(digit)) {
    come_in(*person);
  }
}

void Counter::touch_secret_picture(std::size_t picture) {
  notice_.reset();
  if (place_ == Place::my_time_who) return at_my_time([&](auto& mine) { mine.touch(picture); });
  if (place_ == Place::approve) {
    try_approval([&] { return approving_.touch(picture); });
  } else if (const auto person = log_in_.touch(picture)) {
    come_in(*person);
  }
}

void Counter::come_in(const LogIn::Person& person) {
  person_ = person;
  look_at_wished_tiles();
  read_rules();
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

void Counter::recall_draft() {
  if (draft_recalled_) return;
  draft_recalled_ = true;
  const auto text = doors_.draft.load();
  auto trays = text ? trays_in(*text, shelf(), currency()) : std::nullopt;
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

// At the moments at which they matter: the office may have changed them since.
void Counter::read_rules() { rules_ = counter_rules(doors_.book, currency(), doors_.till); }

void Counter::open_again() { go(Place::log_in); }

void Counter::own_picture() {
  notice_.reset();
  if (place_ == Place::sale || place_ == Place::find) go(Place::own);
}

void Counter::more_of_own() {
  if (place_ != Place::own) return;
  read_bags();
  go(Place::own_more);
}

void Counter::back_to_selling() { go(Place::sale); }

void Counter::hand_over() {
  read_rules();
  const bool may_count = person_ && !person_->selling_only;
  const bool swap = rules_.tray_swap && may_count && doors_.book.open_session(doors_.till);
  swap ? close_day() : log_out();
}

bool Counter::can_practise() const {
  return place_ == Place::open_drawer && person_ && doors_.practise;
}

void Counter::practise() {
  notice_.reset();
  if (!can_practise() || doors_.book.open_session(doors_.till)) return;
  // Whoever ends the practice may be somebody else: nobody stays logged in behind it.
  const LogIn::Person person = *person_;
  lock();
  doors_.practise(person);
}

void Counter::log_out() {
  if (practising()) return doors_.end_practice();
  person_.reset();
  behind_ = Place::sale;
  typed_behind_.clear();
  go(Place::log_in);
}

// ---- paper

void Counter::print_now() {
  if (!paper_waits_) return;
  paper_waits_ = false;
  try {
    if (paper_beside_) {
      paper_beside_();
      paper_beside_ = {};
    } else if (!slips_wait_.empty()) {
      while (!slips_wait_.empty()) {
        print(slips_wait_.front());
        slips_wait_.erase(slips_wait_.begin());
      }
    } else if (place_ == Place::bagged && bag_) {
      doors_.paper.print_bagged(*bag_);
    } else if (place_ == Place::closed && sheet_) {
      doors_.paper.print_counted(*sheet_);
      doors_.paper.print_day_sheet(*sheet_);
    } else if (refund_) {
      doors_.paper.print_sale(refund_->sale, paper_is_copy_);
    } else if (giving_) {
      doors_.paper.print_sale(giving_->sale(), paper_is_copy_);
      print_package_card(giving_->sale());
    }
  } catch (const PrinterFault&) {
    notice_ = Notice{Phrase(paper_beside_             ? "till.notice.printer_beside"
                            : place_ == Place::closed ? "till.notice.printer_day"
                            : place_ == Place::bagged ? "till.notice.printer_bag"
                                                      : "till.notice.printer"),
                     Notice::Button::print_again};
  }
}

void Counter::print(const Slip& slip) {
  switch (slip.kind) {
    case Slip::Kind::owed: return doors_.paper.print_owed(slip.sale, slip.amount);
    case Slip::Kind::come_back: return doors_.paper.print_come_back(slip.sale, slip.amount);
  }
}

void Counter::print_again() {
  notice_.reset();
  paper_waits_ = true;
  paper_is_copy_ = place_ != Place::closed && slips_wait_.empty();
}

}  // namespace tilia::pos
