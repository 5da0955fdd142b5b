// What a laundry writes into the business journal, as canonical JSON and back: as
// db/till_payloads.h says. A customer stands there by her id, which says nothing.
#pragma once

#include <string>

#include "db/journal.h"
#include "pos/laundry/ticket_book.h"

namespace tilia::db {

inline constexpr const char* ticket_put = "ticket.put";  // taken, changed or cancelled: all of it
inline constexpr const char* ticket_moved = "ticket.moved";

[[nodiscard]] std::string payload_of(const pos::Ticket& ticket);
[[nodiscard]] std::string payload_of(const pos::PieceMove& move);

[[nodiscard]] pos::Ticket ticket_in(const JournalEntry& entry);
[[nodiscard]] pos::PieceMove move_in(const JournalEntry& entry);

}  // namespace tilia::db
