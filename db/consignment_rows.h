// Rows of consigned pieces, as entries of the journal make them: terms, moves, payments, and what
// of each sale is a maker's. An ordinary shop's sale costs one look at an empty table.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.h"
#include "db/consignment_payloads.h"
#include "pos/sale.h"

namespace tilia::db {

void put_maker(Connection& connection, const pos::Maker& maker);
void put_terms(Connection& connection, const JournalEntry& entry, const AgreedRecord& record);
void put_consignment_move(Connection& connection, const JournalEntry& entry,
                          const pos::SettledMove& settled);
void put_maker_payments(Connection& connection, const JournalEntry& entry,
                        const std::vector<pos::MakerPayment>& payments);
void put_payment_reversal(Connection& connection, const JournalEntry& entry,
                          const ReversalRecord& record);
// Of a sale or refund whose lines are there: on the terms that held, a refund on those of the sale
// that it takes back, so that a line that came back whole owes nothing.
void put_consigned(Connection& connection, const JournalEntry& entry, std::int64_t session,
                   const pos::Sale& sale);

[[nodiscard]] std::optional<pos::ConsignedArticle> read_consigned(Connection& connection,
                                                                  const std::string& article,
                                                                  const Day& day);
[[nodiscard]] std::vector<pos::ConsignmentEvent> read_consignment_events(Connection& connection,
                                                                         std::int64_t maker);
// Of one maker, or of one run; by number.
[[nodiscard]] std::vector<pos::MakerPayment> read_payments_of_maker(Connection& connection,
                                                                    std::int64_t maker);
[[nodiscard]] std::vector<pos::MakerPayment> read_payments_of_run(Connection& connection,
                                                                  std::int64_t run);
[[nodiscard]] std::optional<pos::MakerPayment> read_maker_payment(Connection& connection,
                                                                  std::int64_t number);

}  // namespace tilia::db
