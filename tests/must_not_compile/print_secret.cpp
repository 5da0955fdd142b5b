// error: use of deleted function 'std::ostream& tilia::operator<<
#include <iostream>

#include "core/secret.h"

void show(const tilia::Secret<std::string>& pin) {
#ifdef MUST_NOT
  std::cout << pin;
#else
  std::cout << pin.reveal().size();
#endif
}
