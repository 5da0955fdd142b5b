#include "pos/ui/desk.h"

namespace tilia::pos {

ui::AmountText Desk::amount(const Money& money, bool with_currency) const {
  return amount_shown(money, counter.doors().pack, words, with_currency);
}

}  // namespace tilia::pos
