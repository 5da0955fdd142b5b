// CHECK states what only our own mistake could break. It stays on in the release build: a till that
// would write a wrong figure stops instead, with the book untouched, and says where.
//
//   CHECK(total.currency() == price.currency());
#pragma once

#include <stdexcept>

namespace tilia {

// Thrown by CHECK. Caught once, at the edge of each program.
class OurMistake : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] void our_mistake(const char* statement, const char* file, int line);

}  // namespace tilia

#define CHECK(statement)                                         \
  do {                                                           \
    if (!(statement)) [[unlikely]]                               \
      ::tilia::our_mistake(#statement, __FILE_NAME__, __LINE__); \
  } while (false)

#ifndef __FILE_NAME__
#define __FILE_NAME__ __FILE__
#endif
