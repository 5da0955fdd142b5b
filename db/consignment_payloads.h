// What consigned pieces write into the business journal, as canonical JSON and back: as
// db/till_payloads.h says. A maker stands there by her number, which says nothing.
#pragma once

#include <string>
#include <vector>

#include "db/journal.h"
#include "pos/consignment/consignment_book.h"

namespace tilia::db {

inline constexpr const char* maker_added = "maker.added";
inline constexpr const char* consignment_agreed = "consignment.agreed";
inline constexpr const char* consignment_moved = "consignment.moved";
inline constexpr const char* makers_paid = "makers.paid";
inline constexpr const char* maker_payment_reversed = "maker_payment.reversed";

struct AgreedRecord {
  std::int64_t number = 0;  // of the article's tag
  pos::ConsignmentTerms terms;
};
struct ReversalRecord {
  std::int64_t payment = 0;
  Day day;
};

[[nodiscard]] std::string payload_of(const pos::Maker& maker);
[[nodiscard]] std::string payload_of(const AgreedRecord& record);
[[nodiscard]] std::string payload_of(const pos::SettledMove& settled);
// At least one, all of one run and day.
[[nodiscard]] std::string payload_of(const std::vector<pos::MakerPayment>& payments);
[[nodiscard]] std::string payload_of(const ReversalRecord& record);

[[nodiscard]] pos::Maker maker_in(const JournalEntry& entry);
[[nodiscard]] AgreedRecord agreed_in(const JournalEntry& entry);
[[nodiscard]] pos::SettledMove settled_in(const JournalEntry& entry);
[[nodiscard]] std::vector<pos::MakerPayment> payments_in(const JournalEntry& entry);
[[nodiscard]] ReversalRecord reversal_in(const JournalEntry& entry);

}  // namespace tilia::db
