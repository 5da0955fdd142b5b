// error: no matching function for call to 'tilia::Day::Day\(\)
#include "core/day.h"

tilia::Day today() {
#ifdef MUST_NOT
  return tilia::Day();
#else
  return *tilia::Day::from(2026, 3, 31);
#endif
}
