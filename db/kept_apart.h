// What a backup does not leave among the pages that a manager's secret opens: everybody's own keys,
// sealed to payroll, and the records about who pays, sealed to finance. Whoever brings a backup
// back need hold neither: the sealed parts wait in the book until somebody who opens them comes in.
//
//   const KeptApart parts = take_apart(copy);   // the copy holds blanks in their place
//   keep_for_holders(restored, parts);
//   put_back(connection, her_keys);             // at her log-in
#pragma once

#include "db/connection.h"
#include "db/key_ring.h"

namespace tilia::db {

struct KeptApart {
  Bytes payroll;  // empty where nobody holds the key, and so nothing lies under it
  Bytes vault;
};

// Blanks what it takes, in the same length. `copy` is nobody's book.
[[nodiscard]] KeptApart take_apart(Connection& copy);
void keep_for_holders(Connection& connection, const KeptApart& parts);
// Whether something waits that these keys open.
[[nodiscard]] bool waits_for(Connection& connection, const KeyRing& keys);
// In the writer's transaction. Throws BookFault damaged for a part that does not open.
void put_back(Connection& connection, const KeyRing& keys);

}  // namespace tilia::db
