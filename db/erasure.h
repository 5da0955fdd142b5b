// The rows of a person who is taken out of the book, and the note that she was, so that a backup
// from before is put back without her. Needs no key: of what is sealed under hers, her key goes.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "core/id.h"
#include "db/connection.h"

namespace tilia::db {

struct Erasure {
  IdBytes worker{};
  std::set<std::string> parts;  // alias account hours cost_record pay
  std::int64_t at = 0;          // milliseconds since 1970, UTC

  friend bool operator==(const Erasure&, const Erasure&) = default;
};

// In the writer's transaction. `account` alone is only noted here: it lies within her pay record,
// which payroll's key opens. Of a worker who is not in the book only the note is written.
void erase_rows(Connection& connection, const Erasure& erasure);
// Of the whole book's life.
[[nodiscard]] std::vector<Erasure> erasures_of(Connection& connection);

}  // namespace tilia::db
