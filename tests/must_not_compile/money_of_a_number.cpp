// error: no matching function for call to 'tilia::Money::Money
#include "core/money.h"

tilia::Money price(tilia::Currency currency) {
#ifdef MUST_NOT
  return tilia::Money(1.5);
#else
  return tilia::Money::zero(currency);
#endif
}
