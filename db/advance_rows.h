// Rows of what was paid early: taken, delivered, put back and given back, always with the entry of
// the sale or cash move that did it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.h"
#include "db/till_payloads.h"
#include "pos/advance.h"
#include "pos/till_book.h"

namespace tilia::db {

// Why a sale cannot use or take back what it says, or deliver what it hands over; asked in its
// transaction.
[[nodiscard]] std::optional<pos::TenderFault> advance_fault(Connection& connection,
                                                            const pos::SaleDraft& draft);
void move_advances(Connection& connection, const JournalEntry& entry, const pos::Sale& sale);
void give_back_advance(Connection& connection, const JournalEntry& entry,
                       const pos::CashMove& move);

[[nodiscard]] std::optional<pos::Advance> read_advance(Connection& connection,
                                                       const std::string& code);
// Of which something is left, by code.
[[nodiscard]] std::vector<pos::Advance> read_advances(Connection& connection);
[[nodiscard]] std::vector<pos::AdvanceMove> read_advance_moves(Connection& connection,
                                                               const std::string& code);

}  // namespace tilia::db
