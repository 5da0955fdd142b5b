// Rows of what other issuers owe for their vouchers that paid here, and of what they paid.
#include "db/book_fault.h"
#include "db/connection.h"
#include "db/till_rows.h"

namespace tilia::db {

void put_issuer_payment(Connection& connection, const JournalEntry& entry,
                        const pos::IssuerPayment& payment) {
  std::int64_t number = 0;
  for (const pos::IssuerPayment::Part& part : payment.parts)
    connection.run(
        "INSERT INTO issuer_payment (entry, number, voucher, amount, day) VALUES (?, ?, ?, ?, ?)",
        entry.position, ++number, part.voucher, part.amount, payment.day);
}

std::vector<pos::VoucherDue> read_voucher_dues(Connection& connection, const Day& until) {
  std::vector<pos::VoucherDue> dues;
  Query row = connection.query(
      "SELECT v.issuer, v.number, v.currency, min(m.day),"
      " sum(CASE m.kind WHEN 'used' THEN m.amount ELSE -m.amount END),"
      " (SELECT coalesce(sum(p.amount), 0) FROM issuer_payment p WHERE p.voucher = v.number)"
      " FROM voucher v JOIN voucher_move m ON m.voucher = v.number"
      " WHERE v.kind = 'other' AND m.kind IN ('used', 'put_back') AND m.day <= ?"
      " GROUP BY v.number ORDER BY 4, 2",
      until);
  while (row.next()) {
    const auto currency = Currency::from_code(row.text(2));
    if (!currency) throw BookFault(BookFault::Why::damaged, "unknown currency");
    dues.push_back(
        {row.text(0), row.text(1), row.day(3), row.money(4, *currency), row.money(5, *currency)});
  }
  return dues;
}

}  // namespace tilia::db
