// Rows of a laundry's tickets and pieces, as an entry of the journal makes them and as they are
// read back. What a sale collects of them is in db/delivery_rows.h.
#pragma once

#include <optional>
#include <vector>

#include "db/connection.h"
#include "db/laundry_payloads.h"

namespace tilia::db {

// Those of its pieces that it does not name any more are struck out.
void put_ticket(Connection& connection, const pos::Ticket& ticket);
void put_move(Connection& connection, const pos::PieceMove& move);
[[nodiscard]] std::optional<pos::Ticket> read_ticket(Connection& connection, std::int64_t number);

}  // namespace tilia::db
