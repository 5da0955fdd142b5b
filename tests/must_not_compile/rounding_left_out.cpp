// error: no matching function for call to 'tilia::Money::times
#include "core/money.h"

bool twice(const tilia::Money& price) {
#ifdef MUST_NOT
  return price.times(tilia::Quantity::pieces(2)).ok();
#else
  return price.times(tilia::Quantity::pieces(2), tilia::Rounding::exact).ok();
#endif
}
