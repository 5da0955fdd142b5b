#include "db/own_numbers.h"

#include <fmt/format.h>

#include <algorithm>

#include "db/journal.h"

namespace tilia::db {

std::int64_t next_number(WriteTransaction& change, const std::string& table,
                         const std::string& column) {
  constexpr std::int64_t numbers_of_epoch = 10'000'000;
  const std::int64_t highest =
      change.connection().number(fmt::format("SELECT coalesce(max({}), 0) FROM {}", column, table));
  return std::max(highest, (epoch_of(change) - 1) * numbers_of_epoch) + 1;
}

}  // namespace tilia::db
