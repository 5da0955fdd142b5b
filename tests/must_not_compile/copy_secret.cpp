// error: use of deleted function 'tilia::Secret<T>::Secret
#include <utility>

#include "core/secret.h"

using Pin = tilia::Secret<std::string>;

Pin hand_on(Pin& pin) {
#ifdef MUST_NOT
  Pin copied = pin;
  return copied;
#else
  Pin moved = std::move(pin);
  return moved;
#endif
}
