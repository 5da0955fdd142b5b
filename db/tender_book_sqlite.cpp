#include "db/tender_book_sqlite.h"

#include <algorithm>
#include <set>

#include "core/check.h"
#include "db/advance_rows.h"
#include "db/journal.h"
#include "db/till_rows.h"

namespace tilia::db {

std::optional<pos::Voucher> TenderBookSqlite::voucher(const std::string& number) {
  return read_voucher(book_.reader(), number);
}

std::vector<pos::Voucher> TenderBookSqlite::vouchers() { return read_vouchers(book_.reader()); }

std::vector<pos::VoucherMove> TenderBookSqlite::voucher_moves(const std::string& number) {
  return read_voucher_moves(book_.reader(), number);
}

std::optional<std::string> TenderBookSqlite::register_vouchers(const pos::VoucherBatch& batch,
                                                               const Instant& at) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  std::set<std::string> seen;
  for (const std::string& number : batch.numbers) {
    if (!seen.insert(number).second || number_is_taken(connection, number)) return number;
  }
  const JournalEntry entry =
      append_to_journal(change, {.kind = vouchers_registered,
                                 .at = at,
                                 .business_day = BusinessDay(batch.issued_on),
                                 .payload = payload_of(batch)});
  put_vouchers(connection, entry, batch);
  change.commit();
  return std::nullopt;
}

void TenderBookSqlite::cancel_voucher(const std::string& number, const Day& day,
                                      const Instant& at) {
  const VoucherRecord record{number};
  WriteTransaction change(book_);
  CHECK(read_voucher(change.connection(), number));
  const JournalEntry entry = append_to_journal(change, {.kind = voucher_cancelled,
                                                        .at = at,
                                                        .business_day = BusinessDay(day),
                                                        .payload = payload_of(record)});
  put_cancelled_voucher(change.connection(), entry, record);
  change.commit();
}

std::vector<pos::VoucherDue> TenderBookSqlite::voucher_dues(const Day& until) {
  return read_voucher_dues(book_.reader(), until);
}

void TenderBookSqlite::enter_issuer_payment(const pos::IssuerPayment& payment, const Day& today,
                                            const Instant& at) {
  CHECK(!payment.parts.empty());
  WriteTransaction change(book_);
  const auto dues = read_voucher_dues(change.connection(), today);
  for (const pos::IssuerPayment::Part& part : payment.parts) {
    const auto due = std::ranges::find(dues, part.voucher, &pos::VoucherDue::voucher);
    CHECK(due != dues.end() && due->issuer == payment.issuer);
    CHECK(part.amount > Money::zero(part.amount.currency()) && part.amount <= due->open());
  }
  const JournalEntry entry = append_to_journal(change, {.kind = issuer_paid,
                                                        .at = at,
                                                        .business_day = BusinessDay(today),
                                                        .payload = payload_of(payment)});
  put_issuer_payment(change.connection(), entry, payment);
  change.commit();
}

std::optional<pos::Advance> TenderBookSqlite::advance(const std::string& code) {
  return read_advance(book_.reader(), code);
}

std::vector<pos::Advance> TenderBookSqlite::advances() { return read_advances(book_.reader()); }

std::vector<pos::AdvanceMove> TenderBookSqlite::advance_moves(const std::string& code) {
  return read_advance_moves(book_.reader(), code);
}

std::vector<pos::CustomerAccount> TenderBookSqlite::accounts() {
  return read_accounts(book_.reader());
}

std::vector<pos::AccountMove> TenderBookSqlite::account_moves(const std::string& code) {
  return read_account_moves(book_.reader(), code);
}

// What says nothing new is no entry: another name alone changes its own row.
void TenderBookSqlite::set_account(const pos::CustomerAccount& account, const Instant& at) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  const std::string payload = payload_of(account);
  const std::vector<pos::CustomerAccount> before = read_accounts(connection);
  const auto known = std::ranges::find(before, account.code, &pos::CustomerAccount::code);
  if (known == before.end() || payload_of(*known) != payload) {
    const JournalEntry entry =
        append_to_journal(change, {.kind = account_set, .at = at, .payload = payload});
    put_account(connection, entry, account);
  }
  connection.run("INSERT OR REPLACE INTO customer_name (account, name) VALUES (?, ?)", account.code,
                 account.name);
  change.commit();
}

void TenderBookSqlite::enter_account_credit(const std::string& code, pos::AccountMove::Kind kind,
                                            const Money& amount, const Day& day,
                                            const Instant& at) {
  CHECK(kind == pos::AccountMove::Kind::bank || kind == pos::AccountMove::Kind::written_off);
  const AccountCredit credit{code, kind, amount};
  WriteTransaction change(book_);
  const std::vector<pos::CustomerAccount> accounts = read_accounts(change.connection());
  const auto account = std::ranges::find(accounts, code, &pos::CustomerAccount::code);
  CHECK(account != accounts.end() && amount <= account->owed);
  const JournalEntry entry = append_to_journal(change, {.kind = account_credited,
                                                        .at = at,
                                                        .business_day = BusinessDay(day),
                                                        .payload = payload_of(credit)});
  put_account_credit(change.connection(), entry, credit);
  change.commit();
}

}  // namespace tilia::db
