// What a month's pay cost the employer: one sum for each approved month, nobody in it, sealed under
// the payroll key, since in a small team it is nearly a wage. A pay run writes it, a report reads
// it.
#pragma once

#include <optional>

#include "core/day.h"
#include "core/money.h"
#include "db/connection.h"
#include "db/key_ring.h"

namespace tilia::db {

void insert_month_cost(Connection& connection, const KeyRing& keys, const Month& month,
                       const Money& employer_cost);
// Nothing as long as the month is not approved, which needs no key to see.
[[nodiscard]] std::optional<Money> find_month_cost(Connection& connection, const KeyRing& keys,
                                                   const Month& month);

}  // namespace tilia::db
