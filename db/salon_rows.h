// The salon's projections: the rows that an entry of the journal makes, and reading them back. Used
// live and when everything is made again (db/rebuild.h): one code for both.
#pragma once

#include <optional>
#include <vector>

#include "db/connection.h"
#include "db/salon_payloads.h"
#include "pos/salon/tip_shares.h"

namespace tilia::db {

void put_salon_column(Connection& connection, const JournalEntry& entry,
                      const pos::SalonColumn& column);
void put_salon_service(Connection& connection, const pos::SalonService& service);
void put_salon_hours(Connection& connection, const pos::HoursOf& hours);
void put_salon_day(Connection& connection, const pos::DatedHours& dated);
void put_salon_notes(Connection& connection, const SalonNotes& notes);
void put_not_free(Connection& connection, const pos::NotFree& time);
void take_not_free_away(Connection& connection, const LiftedTime& time);
// Its holds of before go first.
void put_visit_rows(Connection& connection, const JournalEntry& entry, const pos::Visit& visit);

// The first that overlaps one of these and is not of this owner.
[[nodiscard]] std::optional<pos::Hold> hold_in_the_way(Connection& connection,
                                                       const std::vector<pos::Hold>& wanted,
                                                       const IdBytes& own);
[[nodiscard]] pos::Salon read_salon(Connection& connection);
[[nodiscard]] std::vector<pos::Hold> read_holds(Connection& connection, const Instant& from,
                                                const Instant& until);
[[nodiscard]] std::vector<pos::NotFree> read_not_free(Connection& connection, const Instant& from,
                                                      const Instant& until);
[[nodiscard]] std::optional<pos::NotFree> read_not_free(Connection& connection,
                                                        const pos::NotFreeId& id);
[[nodiscard]] std::optional<pos::Visit> read_visit(Connection& connection, const pos::VisitId& id);
[[nodiscard]] std::vector<pos::Visit> read_visits(Connection& connection, const Instant& from,
                                                  const Instant& until);

[[nodiscard]] std::vector<pos::TippedSale> read_tipped(Connection& connection, const Day& from,
                                                       const Day& to, Currency currency);

}  // namespace tilia::db
