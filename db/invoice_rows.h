// Rows of delivery notes, invoices, credit notes and payments: made from their entries, live and
// when everything is made again, and read back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/invoice_payloads.h"
#include "db/rebuild.h"

namespace tilia::db {

void put_delivery_note(Connection& connection, const JournalEntry& entry,
                       const pos::DeliveryNote& note);
void put_invoice(Connection& connection, const JournalEntry& entry, const pos::Invoice& invoice);
void put_credit_note(Connection& connection, const JournalEntry& entry,
                     const pos::CreditNote& note);
void put_invoice_payment(Connection& connection, const JournalEntry& entry,
                         const pos::InvoicePayment& payment);
// Before till_projection() where both are made again: these rows refer to sales and accounts.
[[nodiscard]] Projection invoice_projection();

// The number that the next paper of that series gets in this epoch.
[[nodiscard]] pos::PaperNumber next_number(Connection& connection, pos::Series series,
                                           std::int64_t epoch);
// The entry that wrote it.
[[nodiscard]] std::optional<std::int64_t> find_paper(Connection& connection,
                                                     const pos::PaperNumber& number);

[[nodiscard]] std::optional<pos::DeliveryNote> read_note_of(Connection& connection,
                                                            std::int64_t sale);
[[nodiscard]] pos::DeliveryNote read_note(Connection& connection, std::int64_t entry);
[[nodiscard]] pos::Invoice read_invoice(Connection& connection, std::int64_t entry);
[[nodiscard]] pos::CreditNote read_credit_note(Connection& connection, std::int64_t entry);
[[nodiscard]] pos::InvoicePayment read_invoice_payment(Connection& connection, std::int64_t entry);
// The sale or refund of that entry, with its note and what of it stands on an account.
[[nodiscard]] pos::Supplied read_supplied(Connection& connection, std::int64_t sale);

}  // namespace tilia::db
