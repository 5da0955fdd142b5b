// A count that is cut short: the money goes into a bag, a new drawer may open, and the bag is
// counted when somebody has time for it; what is on the tray waits meanwhile.
#include <utility>

#include "pos/ui/counter.h"

namespace tilia::pos {

void Counter::count_later() {
  notice_.reset();
  if (place_ != Place::close && place_ != Place::morning) return;
  bag_from_ = place_;
  go(Place::bag_later);
}

void Counter::bag_later_done() {
  notice_.reset();
  if (place_ != Place::bag_later || typed_.empty()) return;
  auto bagged = doors_.drawer.bag(doors_.till, typed_);
  if (!bagged) {
    notice_ = Notice{sentence_of(bagged.refusal()), Notice::Button::none};
    return;
  }
  bag_ = std::move(bagged).value();
  // What was counted of it stays beside the book, under its session.
  if (count_.touched() && count_head_ == bag_->session.id.text()) keep_count();
  count_ = PieceCount(doors_.pack.pieces, currency());
  count_head_.clear();
  paper_beside_ = {};
  paper_waits_ = true;
  paper_is_copy_ = false;
  go(Place::bagged);
}

void Counter::bag_is_away() {
  notice_.reset();
  if (place_ != Place::bagged) return;
  bag_.reset();
  giving_.reset();
  log_out();
}

// ---- counting it

void Counter::read_bags() { bags_ = doors_.drawer.bags(doors_.till); }

void Counter::count_a_bag() {
  notice_.reset();
  if (place_ != Place::open_drawer && place_ != Place::own_more) return;
  if (!person_ || person_->selling_only) return;
  read_bags();
  if (bags_.size() == 1) return choose_bag(0);
  if (!bags_.empty()) go(Place::bags);
}

void Counter::choose_bag(std::size_t shown) {
  notice_.reset();
  if (shown >= bags_.size()) return;
  bag_ = bags_[shown];
  start_count(Place::count_bag);
}

bool Counter::of_a_bag() const {
  switch (place_) {
    case Place::bags:
    case Place::count_bag: return true;
    case Place::count_number:
    case Place::difference:
    case Place::difference_note:
    case Place::closed: return count_place_ == Place::count_bag;
    default: return false;
  }
}

void Counter::leave_bags() {
  bag_.reset();
  if (doors_.book.open_session(doors_.till)) return go(Place::sale);
  start_count(Place::open_drawer);
}

}  // namespace tilia::pos
