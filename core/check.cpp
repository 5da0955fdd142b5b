#include "core/check.h"

#include <fmt/format.h>

namespace tilia {

void our_mistake(const char* statement, const char* file, int line) {
  throw OurMistake(fmt::format("{}:{}: CHECK({}) does not hold", file, line, statement));
}

}  // namespace tilia
