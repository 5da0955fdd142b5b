// error: use of deleted function 'static tilia::Money tilia::Money::from_minor
#include "core/money.h"

tilia::Money price(tilia::Currency currency) {
#ifdef MUST_NOT
  return tilia::Money::from_minor(1.5, currency);
#else
  return tilia::Money::from_minor(150, currency);
#endif
}
