// The counter where a fiscal device stands beside the till: its number, or why there is none.
#include "pos/ui/counter.h"

namespace tilia::pos {

const std::vector<std::string>& Counter::skip_reasons() {
  static const std::vector<std::string> reasons{"device_off", "no_paper", "no_number", "other"};
  return reasons;
}

void Counter::ask_fiscal_number() {
  if (place_ == Place::change && giving_->fiscal != Giving::Fiscal::typed) go(Place::fiscal_number);
}

void Counter::fiscal_number_done() {
  notice_.reset();
  if (place_ != Place::fiscal_number || typed_.empty()) return;
  doors_.book.note_fiscal_number(giving_->sale().id, typed_, false, doors_.clock.now());
  giving_->fiscal = Giving::Fiscal::typed;
  giving_->fiscal_number = typed_;
  go(Place::change);
}

void Counter::skip_fiscal_number() {
  if (place_ == Place::fiscal_number || place_ == Place::change) go(Place::fiscal_skip);
}

void Counter::skip_because(const std::string& reason) {
  notice_.reset();
  if (place_ != Place::fiscal_skip) return;
  doors_.book.note_fiscal_number(giving_->sale().id, reason, true, doors_.clock.now());
  giving_->fiscal = Giving::Fiscal::skipped;
  go(Place::change);
}

}  // namespace tilia::pos
