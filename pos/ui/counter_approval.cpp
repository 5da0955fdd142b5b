// What the shop wants a manager to look at: she approves one act with her own picture and number,
// and whoever stands here stays logged in. Who asked and who approved are both kept.
#include <utility>

#include "pos/ui/counter.h"

namespace tilia::pos {

bool Counter::approving_rests() {
  const bool rests = approving_rest_.rests(doors_.clock.now());
  keep_approving_rest();
  if (rests) notice_ = Notice{Phrase("till.approve.rests"), Notice::Button::none};
  return rests;
}

void Counter::keep_approving_rest() {
  const std::string text = approving_rest_.text();
  if (doors_.approving.load() != text) doors_.approving.save(text);
}

// Where whoever asked goes back to.
Place Counter::before_approval() const {
  if (early_.waits_for_approval) return Place::order_back;
  return price_to_approve_ ? Place::line : Place::manager_looks;
}

void Counter::ask_manager() {
  notice_.reset();
  if (place_ != Place::manager_looks || approving_rests()) return;
  early_.waits_for_approval = false;
  price_to_approve_.reset();
  approving_.forget();
  go(Place::approve);
}

void Counter::try_approval(const std::function<std::optional<LogIn::Person>()>& press) {
  const int before = approving_.missed_in_all();
  const auto person = press();
  const bool good = person && person->approves && !person->selling_only;
  const bool wrong = approving_.missed_in_all() > before || (person && !good);
  const bool rests = wrong && approving_rest_.missed(doors_.clock.now());
  if (good) approving_rest_.approved();
  if (wrong || good) keep_approving_rest();
  if (rests) {
    approving_.forget();
    go(before_approval());
    notice_ = Notice{Phrase("till.approve.rests"), Notice::Button::none};
  } else if (person && !good) {
    notice_ = Notice{Phrase("till.approve.not_a_manager"), Notice::Button::none};
  } else if (good) {
    const bool price = price_to_approve_.has_value();
    const std::string act = early_.waits_for_approval ? "advance" : price ? "price" : "refund";
    const std::string about = early_.waits_for_approval ? early_.back_of
                              : price                   ? opened_line().article
                                                        : taking_back_->sale().receipt;
    if (person_ && person_->staff && person->staff)
      doors_.book.note_approval({act, about, *person_->staff, *person->staff}, doors_.clock.now());
    if (early_.waits_for_approval) {
      go(Place::order_back);
      early_is_back_now();
    } else if (price) {
      set_price(std::exchange(price_to_approve_, std::nullopt));
    } else {
      go(Place::take_back);
      take_back_now();
    }
  }
}

void Counter::come_back_another_time() {
  notice_.reset();
  const auto amount = to_give_back();
  if (place_ != Place::manager_looks || !amount) return;
  slips_wait_.push_back({Slip::Kind::come_back, taking_back_->sale(), *amount});
  paper_beside_ = {};
  paper_waits_ = true;
  paper_is_copy_ = false;
  taking_back_.reset();
  go(giving_ ? Place::change : Place::sale);
  notice_ = Notice{Phrase("till.approve.slip_comes"), Notice::Button::none, /*calm=*/true};
}

}  // namespace tilia::pos
