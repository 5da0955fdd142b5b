// error: ignoring return(ed value of type 'tilia::Result| value of)
#include "core/result.h"

enum class Refusal { no };
tilia::Result<tilia::Done, Refusal> close_day() { return Refusal::no; }

void finish() {
#ifdef MUST_NOT
  close_day();
#else
  if (!close_day()) return;
#endif
}
