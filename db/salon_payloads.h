// What the salon writes into the business journal, as canonical JSON and back (db/till_payloads.h
// says how). Names stand in none of it.
#pragma once

#include <string>
#include <vector>

#include "db/journal.h"
#include "pos/salon/salon.h"
#include "pos/salon/visit.h"

namespace tilia::db {

inline constexpr const char* salon_column_set = "salon.column_set";
inline constexpr const char* salon_service_set = "salon.service_set";
inline constexpr const char* salon_hours_set = "salon.hours_set";
inline constexpr const char* salon_day_set = "salon.day_set";
inline constexpr const char* salon_notes_set = "salon.notes_set";
inline constexpr const char* salon_not_free_set = "salon.not_free_set";
inline constexpr const char* salon_not_free_lifted = "salon.not_free_lifted";
inline constexpr const char* visit_set = "visit.set";  // all that is now true of it

struct SalonNotes {
  std::vector<std::string> words;
};
struct LiftedTime {
  pos::NotFreeId id;
};

[[nodiscard]] std::string payload_of(const pos::SalonColumn& column);
[[nodiscard]] std::string payload_of(const pos::SalonService& service);
[[nodiscard]] std::string payload_of(const pos::HoursOf& hours);
[[nodiscard]] std::string payload_of(const pos::DatedHours& dated);
[[nodiscard]] std::string payload_of(const SalonNotes& notes);
[[nodiscard]] std::string payload_of(const pos::NotFree& time);
[[nodiscard]] std::string payload_of(const LiftedTime& time);
[[nodiscard]] std::string payload_of(const pos::Visit& visit);

// And back. An entry that does not hold what its kind promises is a damaged book.
[[nodiscard]] pos::SalonColumn column_in(const JournalEntry& entry);
[[nodiscard]] pos::SalonService service_in(const JournalEntry& entry);
[[nodiscard]] pos::HoursOf hours_in(const JournalEntry& entry);
[[nodiscard]] pos::DatedHours dated_hours_in(const JournalEntry& entry);
[[nodiscard]] SalonNotes salon_notes_in(const JournalEntry& entry);
[[nodiscard]] pos::NotFree not_free_in(const JournalEntry& entry);
[[nodiscard]] LiftedTime lifted_time_in(const JournalEntry& entry);
[[nodiscard]] pos::Visit visit_in(const JournalEntry& entry);

}  // namespace tilia::db
