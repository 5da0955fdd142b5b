// What invoices write into the business journal, as canonical JSON and back: as db/till_payloads.h
// says. A buyer stands there by her account's code; other papers by their numbers ("I-1-9"), and
// each paper's own number goes with the epoch of its entry.
#pragma once

#include <string>

#include "db/journal.h"
#include "pos/invoice/invoice.h"

namespace tilia::db {

inline constexpr const char* delivery_noted = "delivery.noted";
inline constexpr const char* invoice_made = "invoice.made";
inline constexpr const char* invoice_credited = "invoice.credited";
inline constexpr const char* invoice_paid = "invoice.paid";

[[nodiscard]] std::string payload_of(const pos::DeliveryNote& note);
[[nodiscard]] std::string payload_of(const pos::Invoice& invoice);
[[nodiscard]] std::string payload_of(const pos::CreditNote& note);
[[nodiscard]] std::string payload_of(const pos::InvoicePayment& payment);

[[nodiscard]] pos::DeliveryNote delivery_note_in(const JournalEntry& entry);
[[nodiscard]] pos::Invoice invoice_in(const JournalEntry& entry);
[[nodiscard]] pos::CreditNote credit_note_in(const JournalEntry& entry);
[[nodiscard]] pos::InvoicePayment invoice_payment_in(const JournalEntry& entry);

}  // namespace tilia::db
