// What the shop wants a manager to look at: she approves one act with her own picture and number,
// and whoever stands here stays logged in. Who asked and who approved are both kept.
#include "pos/ui/counter.h"

namespace tilia::pos {

void Counter::ask_manager() {
  notice_.reset();
  if (place_ != Place::manager_looks) return;
  if (approving_rests_until_ && doors_.clock.now() < *approving_rests_until_) {
    notice_ = Notice{Phrase("till.approve.rests"), Notice::Button::none};
    return;
  }
  approving_.forget();
  go(Place::approve);
}

void Counter::try_approval(const std::function<std::optional<LogIn::Person>()>& press) {
  const int before = approving_.missed_in_all();
  const auto person = press();
  const bool good = person && person->approves && !person->selling_only;
  const bool wrong = approving_.missed_in_all() > before || (person && !good);
  if (wrong && ++approval_misses_ >= misses_before_rest) {
    approval_misses_ = 0;
    approving_rests_until_ = doors_.clock.now().plus_seconds(approving_rests_seconds);
    approving_.forget();
    go(Place::manager_looks);
    notice_ = Notice{Phrase("till.approve.rests"), Notice::Button::none};
  } else if (person && !good) {
    notice_ = Notice{Phrase("till.approve.not_a_manager"), Notice::Button::none};
  } else if (good) {
    approval_misses_ = 0;
    if (person_ && person_->staff && person->staff)
      doors_.book.note_approval(
          {"refund", taking_back_->sale().receipt, *person_->staff, *person->staff},
          doors_.clock.now());
    go(Place::take_back);
    take_back_now();
  }
}

void Counter::come_back_another_time() {
  notice_.reset();
  const auto amount = to_give_back();
  if (place_ != Place::manager_looks || !amount) return;
  slips_wait_.push_back({Slip::Kind::come_back, taking_back_->sale(), *amount});
  paper_waits_ = true;
  paper_is_copy_ = false;
  taking_back_.reset();
  go(giving_ ? Place::change : Place::sale);
  notice_ = Notice{Phrase("till.approve.slip_comes"), Notice::Button::none, /*calm=*/true};
}

}  // namespace tilia::pos
