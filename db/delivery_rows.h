// What a sale hands over of what was promised before: whether that can be, asked in its
// transaction, and what becomes of it then.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "db/connection.h"
#include "db/till_payloads.h"
#include "pos/till_book.h"

namespace tilia::db {

[[nodiscard]] bool is_open_order(Connection& connection, std::int64_t number);
// Something of it is with the laundry.
[[nodiscard]] bool is_open_ticket(Connection& connection, std::int64_t number);

// It is there and was not handed over, and no more is sold at an agreed price than was agreed.
[[nodiscard]] std::optional<pos::TenderFault> delivery_fault(Connection& connection,
                                                             const pos::SaleDraft& draft);
// Notes what the sale hands over, and ends it.
void put_delivery(Connection& connection, const JournalEntry& entry, const pos::Sale& sale);
// The second half alone, for a projection that is made anew.
void end_delivered(Connection& connection, const pos::Sale& sale);
// After pieces of a ticket changed their state on that day.
void count_pieces_here(Connection& connection, std::int64_t ticket, const Day& day);
[[nodiscard]] std::optional<pos::Delivery> read_delivery(Connection& connection, std::int64_t sale);

}  // namespace tilia::db
