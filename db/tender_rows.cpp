// Rows of vouchers and of customers' accounts: what is issued, used, sold on account and paid.
#include <algorithm>

#include "core/check.h"
#include "db/advance_rows.h"
#include "db/book_fault.h"
#include "db/connection.h"
#include "db/till_rows.h"

namespace tilia::db {
namespace {

using Why = pos::TenderFault::Why;
using pos::ExtraKind;
using pos::TenderKind;

template <class T>
T known(const std::optional<T>& value) {
  if (!value) throw BookFault(BookFault::Why::damaged, "a word of a voucher or an account");
  return *value;
}

// number, kind, issuer, currency, value, balance, issued_on, valid_until, cancelled
pos::Voucher voucher_of(const Query& row) {
  const Currency currency = known(Currency::from_code(row.text(3)));
  return {.number = row.text(0),
          .kind = known(pos::parse_voucher_kind(row.text(1))),
          .issuer = row.text(2),
          .value = row.money(4, currency),
          .balance = row.money(5, currency),
          .issued_on = row.day(6),
          .valid_until = row.is_null(7) ? std::nullopt : std::optional(row.day(7)),
          .cancelled = row.yes(8)};
}

// code, name, picture, currency, credit_limit, owed, closed
pos::CustomerAccount account_of(const Query& row) {
  const Currency currency = known(Currency::from_code(row.text(3)));
  return {.code = row.text(0),
          .name = row.text(1),
          .picture = row.text(2),
          .credit_limit = row.money(4, currency),
          .owed = row.money(5, currency),
          .closed = row.yes(6)};
}

std::optional<pos::CustomerAccount> read_account(Connection& connection, const std::string& code) {
  Query row = connection.query(
      "SELECT a.code, coalesce(n.name, ''), a.picture, a.currency, a.credit_limit, a.owed, a.closed"
      " FROM customer_account a LEFT JOIN customer_name n ON n.account = a.code WHERE a.code = ?",
      code);
  if (!row.next()) return std::nullopt;
  return account_of(row);
}

// Numbers the moves of one entry.
class Moves {
 public:
  Moves(Connection& connection, const JournalEntry& entry, const Day& day)
      : connection_(connection), entry_(entry), day_(day) {}

  void of_voucher(const std::string& voucher, pos::VoucherMove::Kind kind, const Money& amount) {
    connection_.run(
        "INSERT INTO voucher_move (entry, number, voucher, kind, amount, day)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        entry_.position, ++vouchers_, voucher, pos::voucher_move_text(kind), amount, day_);
  }
  void of_account(const std::string& account, pos::AccountMove::Kind kind, const Money& amount) {
    connection_.run("UPDATE customer_account SET owed = owed + ? WHERE code = ?", amount, account);
    connection_.run(
        "INSERT INTO account_move (entry, number, account, kind, amount, day)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        entry_.position, ++accounts_, account, pos::account_move_text(kind), amount, day_);
  }
  void issue(const std::string& number, const pos::VoucherBatch& batch) {
    connection_.run(
        "INSERT INTO voucher (number, kind, issuer, currency, value, balance, issued_on,"
        " valid_until) VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?7)",
        number, pos::voucher_kind_text(batch.kind), batch.issuer, batch.value.currency().code(),
        batch.value, batch.issued_on, batch.valid_until);
    of_voucher(number, pos::VoucherMove::Kind::issued, batch.value);
  }

 private:
  Connection& connection_;
  const JournalEntry& entry_;
  Day day_;
  std::int64_t vouchers_ = 0;
  std::int64_t accounts_ = 0;
};

// The same voucher or account may stand twice in one sale.
Money sum_by(const pos::PricedSale& priced, TenderKind kind, const std::string& reference) {
  Money sum = Money::zero(priced.total.currency());
  for (const pos::Tender& tender : priced.tenders) {
    if (tender.kind == kind && tender.reference == reference) sum += tender.amount;
  }
  return sum;
}

std::optional<pos::TenderFault> voucher_fault(Connection& connection, const std::string& number,
                                              const Money& amount, const Day& day) {
  const auto voucher = read_voucher(connection, number);
  if (!voucher || !voucher->value.same_currency(amount))
    return pos::TenderFault{Why::voucher_unknown, number};
  if (amount.negative()) return std::nullopt;  // goes back on it, whatever day it is
  if (!voucher->valid_on(day)) return pos::TenderFault{Why::voucher_expired, number};
  if (voucher->balance.is_zero()) return pos::TenderFault{Why::voucher_used_up, number};
  if (amount > voucher->balance)
    return pos::TenderFault{Why::voucher_not_enough, voucher->balance.text()};
  return std::nullopt;
}

std::optional<pos::TenderFault> account_fault(Connection& connection, const std::string& code,
                                              const Money& amount) {
  const auto account = read_account(connection, code);
  if (!account || !account->owed.same_currency(amount))
    return pos::TenderFault{Why::account_unknown, code};
  if (amount.negative()) return std::nullopt;
  if (account->closed) return pos::TenderFault{Why::account_unknown, code};
  if (amount > account->room()) return pos::TenderFault{Why::account_full, account->room().text()};
  return std::nullopt;
}

// What is taken back: an unused voucher; an account's payment, whatever is owed.
std::optional<pos::TenderFault> back_fault(Connection& connection, const pos::Extra& extra) {
  if (extra.kind != ExtraKind::voucher_sold) return std::nullopt;
  const auto voucher = read_voucher(connection, extra.reference);
  if (!voucher || voucher->cancelled || voucher->balance != voucher->value)
    return pos::TenderFault{Why::voucher_not_whole, extra.reference};
  return std::nullopt;
}

std::optional<pos::TenderFault> extra_fault(Connection& connection, const pos::Extra& extra) {
  if (extra.amount.negative()) return back_fault(connection, extra);
  if (extra.kind == ExtraKind::voucher_sold) {
    if (!extra.reference.empty() && number_is_taken(connection, extra.reference))
      return pos::TenderFault{Why::voucher_number_taken, extra.reference};
  } else if (extra.kind == ExtraKind::account_paid) {
    const auto account = read_account(connection, extra.reference);
    if (!account || !account->owed.same_currency(extra.amount))
      return pos::TenderFault{Why::account_unknown, extra.reference};
    if (extra.amount > account->owed)
      return pos::TenderFault{Why::account_owes_less, account->owed.text()};
  }
  return std::nullopt;
}

}  // namespace

std::optional<pos::TenderFault> tender_fault(Connection& connection, const pos::SaleDraft& draft) {
  const Day day = draft.session.business_day.day();
  for (const pos::Tender& tender : draft.priced.tenders) {
    const Money sum = tender.reference.empty()
                          ? tender.amount
                          : sum_by(draft.priced, tender.kind, tender.reference);
    std::optional<pos::TenderFault> fault;
    if (tender.kind == TenderKind::voucher)
      fault = voucher_fault(connection, tender.reference, sum, day);
    if (tender.kind == TenderKind::account)
      fault = account_fault(connection, tender.reference, sum);
    if (fault) return fault;
  }
  std::vector<std::string> asked_numbers;
  bool account_is_paid = false;
  for (const pos::Extra& extra : draft.priced.extras) {
    if (auto fault = extra_fault(connection, extra)) return fault;
    if (extra.amount.negative()) continue;
    if (extra.kind == ExtraKind::voucher_sold && !extra.reference.empty()) {
      if (std::ranges::find(asked_numbers, extra.reference) != asked_numbers.end())
        return pos::TenderFault{Why::voucher_number_taken, extra.reference};
      asked_numbers.push_back(extra.reference);
    }
    if (extra.kind != ExtraKind::account_paid) continue;
    // One account is paid with one sale: two together could be more than is owed.
    if (account_is_paid) return pos::TenderFault{Why::account_owes_less, extra.reference};
    account_is_paid = true;
  }
  return advance_fault(connection, draft);
}

void number_vouchers(Connection& connection, const pos::SaleId& id, pos::PricedSale& priced) {
  std::vector<std::string> given;
  for (const pos::Extra& extra : priced.extras) given.push_back(extra.reference);
  std::uint64_t attempt = 0;
  for (pos::Extra& extra : priced.extras) {
    if (extra.kind != ExtraKind::voucher_sold) continue;
    while (extra.reference.empty()) {
      std::string number = pos::own_voucher_number(id.bytes(), attempt++);
      const bool here = std::ranges::find(given, number) != given.end();
      if (!here && !number_is_taken(connection, number)) extra.reference = std::move(number);
    }
    given.push_back(extra.reference);
  }
}

bool number_is_taken(Connection& connection, const std::string& number) {
  return connection.number(
             "SELECT EXISTS (SELECT 1 FROM voucher WHERE number = ?1) OR EXISTS"
             " (SELECT 1 FROM article WHERE instr(' ' || barcodes || ' ', ' ' || ?1 || ' ') > 0)",
             number) != 0;
}

void move_balances(Connection& connection, const JournalEntry& entry, const pos::Sale& sale) {
  const Day day = sale.business_day.day();
  std::optional<Moves> moves;
  const auto noted = [&]() -> Moves& {
    if (!moves) moves.emplace(connection, entry, day);
    return *moves;
  };
  for (const pos::Tender& tender : sale.priced.tenders) {
    const bool back = tender.amount.negative();
    if (tender.kind == TenderKind::voucher) {
      connection.run("UPDATE voucher SET balance = balance - ? WHERE number = ?", tender.amount,
                     tender.reference);
      using Kind = pos::VoucherMove::Kind;
      noted().of_voucher(tender.reference, back ? Kind::put_back : Kind::used,
                         back ? -tender.amount : tender.amount);
    }
    if (tender.kind == TenderKind::account)
      noted().of_account(tender.reference,
                         back ? pos::AccountMove::Kind::refund : pos::AccountMove::Kind::sale,
                         tender.amount);
  }
  for (const pos::Extra& extra : sale.priced.extras) {
    const bool back = extra.amount.negative();
    if (extra.kind == ExtraKind::voucher_sold && back) {
      connection.run("UPDATE voucher SET cancelled = 1 WHERE number = ?", extra.reference);
      noted().of_voucher(extra.reference, pos::VoucherMove::Kind::cancelled, -extra.amount);
    } else if (extra.kind == ExtraKind::voucher_sold) {
      noted().issue(extra.reference, {.kind = pos::VoucherKind::sold,
                                      .issuer = {},
                                      .numbers = {},
                                      .value = extra.amount,
                                      .issued_on = day,
                                      .valid_until = extra.valid_until});
    }
    using Kind = pos::AccountMove::Kind;
    if (extra.kind == ExtraKind::account_paid)
      noted().of_account(extra.reference, back ? Kind::paid_back : Kind::paid, -extra.amount);
  }
}

void put_vouchers(Connection& connection, const JournalEntry& entry,
                  const pos::VoucherBatch& batch) {
  Moves moves(connection, entry, batch.issued_on);
  for (const std::string& number : batch.numbers) moves.issue(number, batch);
}

void put_cancelled_voucher(Connection& connection, const JournalEntry& entry,
                           const VoucherRecord& record) {
  const pos::Voucher voucher = known(read_voucher(connection, record.number));
  connection.run("UPDATE voucher SET cancelled = 1 WHERE number = ?", record.number);
  Moves moves(connection, entry, entry.content.business_day.value().day());
  moves.of_voucher(record.number, pos::VoucherMove::Kind::cancelled, voucher.balance);
}

void put_account(Connection& connection, const JournalEntry& /*entry*/,
                 const pos::CustomerAccount& account) {
  connection.run(
      "INSERT INTO customer_account (code, picture, currency, credit_limit, closed)"
      " VALUES (?, ?, ?, ?, ?) ON CONFLICT (code) DO UPDATE SET picture = excluded.picture,"
      " currency = excluded.currency, credit_limit = excluded.credit_limit,"
      " closed = excluded.closed",
      account.code, account.picture, account.credit_limit.currency().code(), account.credit_limit,
      account.closed);
}

void put_account_credit(Connection& connection, const JournalEntry& entry,
                        const AccountCredit& credit) {
  Moves moves(connection, entry, entry.content.business_day.value().day());
  moves.of_account(credit.account, credit.kind, -credit.amount);
}

std::optional<pos::Voucher> read_voucher(Connection& connection, const std::string& number) {
  Query row = connection.query(
      "SELECT number, kind, issuer, currency, value, balance, issued_on, valid_until, cancelled"
      " FROM voucher WHERE number = ?",
      number);
  if (!row.next()) return std::nullopt;
  return voucher_of(row);
}

std::vector<pos::Voucher> read_vouchers(Connection& connection) {
  std::vector<pos::Voucher> vouchers;
  Query row = connection.query(
      "SELECT number, kind, issuer, currency, value, balance, issued_on, valid_until, cancelled"
      " FROM voucher ORDER BY issued_on DESC, number");
  while (row.next()) vouchers.push_back(voucher_of(row));
  return vouchers;
}

std::vector<pos::VoucherMove> read_voucher_moves(Connection& connection,
                                                 const std::string& number) {
  const auto voucher = read_voucher(connection, number);
  if (!voucher) return {};
  std::vector<pos::VoucherMove> moves;
  Query row = connection.query(
      "SELECT m.kind, m.amount, m.day, s.till, s.epoch, s.number FROM voucher_move m"
      " LEFT JOIN sale s ON s.entry = m.entry WHERE m.voucher = ? ORDER BY m.entry, m.number",
      number);
  while (row.next()) {
    const bool at_counter = !row.is_null(3);
    moves.push_back({known(pos::parse_voucher_move(row.text(0))),
                     row.money(1, voucher->value.currency()), row.day(2),
                     at_counter ? receipt_text(row.text(3), row.whole(4), row.whole(5)) : ""});
  }
  return moves;
}

std::vector<pos::CustomerAccount> read_accounts(Connection& connection) {
  std::vector<pos::CustomerAccount> accounts;
  Query row = connection.query(
      "SELECT a.code, coalesce(n.name, ''), a.picture, a.currency, a.credit_limit, a.owed, a.closed"
      " FROM customer_account a LEFT JOIN customer_name n ON n.account = a.code"
      " ORDER BY 2, 1");
  while (row.next()) accounts.push_back(account_of(row));
  return accounts;
}

std::vector<pos::AccountMove> read_account_moves(Connection& connection, const std::string& code) {
  const auto account = read_account(connection, code);
  if (!account) return {};
  std::vector<pos::AccountMove> moves;
  Query row = connection.query(
      "SELECT m.kind, m.amount, m.day, s.till, s.epoch, s.number FROM account_move m"
      " LEFT JOIN sale s ON s.entry = m.entry WHERE m.account = ? ORDER BY m.entry, m.number",
      code);
  while (row.next()) {
    const bool at_counter = !row.is_null(3);
    moves.push_back({known(pos::parse_account_move(row.text(0))),
                     row.money(1, account->owed.currency()), row.day(2),
                     at_counter ? receipt_text(row.text(3), row.whole(4), row.whole(5)) : ""});
  }
  return moves;
}

}  // namespace tilia::db
