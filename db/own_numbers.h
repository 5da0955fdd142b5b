// Numbers that the book gives by itself to what lasts longer than a receipt: orders, tickets, the
// tags of their pieces, packages.
#pragma once

#include <cstdint>
#include <string>

#include "db/book_file.h"

namespace tilia::db {

// One above the highest in that column of the table. A restored book begins above the ten
// million of its epoch: a slip that was printed after the backup was made means nothing else then.
[[nodiscard]] std::int64_t next_number(WriteTransaction& change, const std::string& table,
                                       const std::string& column = "number");

}  // namespace tilia::db
