// What the counter writes into the business journal, as canonical JSON and back: keys in order, no
// spaces, money in minor units beside one currency, quantities in thousandths, rates in millionths,
// ids as hex. Kinds and keys are a contract with every book that was ever written: a change is a
// new version of the kind, unless it is a key whose absence says what was said before.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "db/journal.h"
#include "pos/article.h"
#include "pos/catalogue_book.h"
#include "pos/customer_account.h"
#include "pos/drawer_session.h"
#include "pos/sale.h"
#include "pos/shop.h"
#include "pos/stock.h"
#include "pos/till_book.h"
#include "pos/voucher.h"

namespace tilia::db {

inline constexpr const char* book_created = "book.created";
inline constexpr const char* organisation_set = "organisation.set";
// Version 2 says which are off the shelf and when each runs low, and its business day from when on
// its prices hold; those of version 1 hold from ever.
inline constexpr const char* articles_put = "articles.put";
inline constexpr std::int64_t articles_put_version = 2;
inline constexpr const char* prices_dated = "prices.dated";
inline constexpr const char* stock_moved = "stock.moved";
inline constexpr const char* session_opened = "session.opened";
inline constexpr const char* sale_entered = "sale.entered";
inline constexpr const char* cash_moved = "cash.moved";
// Its money lies in a bag and is counted later; then it is closed like any other.
inline constexpr const char* session_bagged = "session.bagged";
inline constexpr const char* session_closed = "session.closed";
inline constexpr const char* pieces_exchanged = "pieces.exchanged";  // moves no sum: no projection
inline constexpr const char* fiscal_noted = "fiscal.noted";
inline constexpr const char* approval_given =
    "approval.given";  // its actor approved: no projection
inline constexpr const char* counter_rule_set = "counter_rule.set";
inline constexpr const char* vouchers_registered = "vouchers.registered";
inline constexpr const char* voucher_cancelled = "voucher.cancelled";
inline constexpr const char* issuer_paid = "issuer.paid";
inline constexpr const char* account_set = "account.set";  // without its name: that is no entry
inline constexpr const char* account_credited = "account.credited";

struct BookTag;
using BookId = Id<BookTag>;

// A sale as the book keeps it.
struct SaleRecord {
  pos::Sale sale;
  std::int64_t number = 0;  // of the receipt; its epoch is that of the journal's entry
  Hash request_digest{};    // of the canonical text of what was asked
};
struct CashMoveRecord {
  pos::SessionId session;
  pos::CashMove move;
};
struct SessionBagging {
  pos::SessionId session;
  std::string bag;
};
struct SessionClosing {
  pos::SessionId session;
  // Of its day sheet; where none is said, that of the session.
  std::optional<std::int64_t> sheet;
  std::vector<pos::CountedPiece> pieces;
  Money expected;
  Money counted;
  pos::CloseWords words;
};
struct CounterRuleRecord {
  std::string name;
  std::string text;
};
struct VoucherRecord {
  std::string number;
};
struct AccountCredit {
  std::string account;
  pos::AccountMove::Kind kind = pos::AccountMove::Kind::bank;
  Money amount;  // positive
};
struct FiscalNote {
  pos::SaleId sale;
  bool skipped = false;
  std::string note;
};

[[nodiscard]] std::string receipt_text(const std::string& till, std::int64_t epoch,
                                       std::int64_t number);

[[nodiscard]] std::string payload_of(const BookId& id);
[[nodiscard]] std::string payload_of(const pos::Organisation& organisation);
[[nodiscard]] std::string payload_of(const std::vector<pos::Article>& articles);
[[nodiscard]] std::string payload_of(const std::vector<pos::PriceChange>& changes);
[[nodiscard]] std::string payload_of(const pos::StockMove& move);
[[nodiscard]] std::string payload_of(const pos::DrawerSession& session);
[[nodiscard]] std::string payload_of(const SaleRecord& record);
[[nodiscard]] std::string payload_of(const CashMoveRecord& record);
[[nodiscard]] std::string payload_of(const SessionBagging& bagging);
[[nodiscard]] std::string payload_of(const SessionClosing& closing);
[[nodiscard]] std::string payload_of(const FiscalNote& note);
[[nodiscard]] std::string payload_of(const pos::PieceExchange& exchange);
[[nodiscard]] std::string payload_of(const pos::Approval& approval);
[[nodiscard]] std::string payload_of(const CounterRuleRecord& rule);
[[nodiscard]] std::string payload_of(const pos::VoucherBatch& batch);
[[nodiscard]] std::string payload_of(const VoucherRecord& voucher);
[[nodiscard]] std::string payload_of(const pos::IssuerPayment& payment);
[[nodiscard]] std::string payload_of(const pos::CustomerAccount& account);
[[nodiscard]] std::string payload_of(const AccountCredit& credit);

// And back. An entry that does not hold what its kind promises is a damaged book.
[[nodiscard]] BookId book_id_in(const JournalEntry& entry);
[[nodiscard]] pos::Organisation organisation_in(const JournalEntry& entry);
[[nodiscard]] std::vector<pos::Article> articles_in(const JournalEntry& entry);
[[nodiscard]] std::vector<pos::PriceChange> price_changes_in(const JournalEntry& entry);
[[nodiscard]] pos::StockMove stock_move_in(const JournalEntry& entry);
[[nodiscard]] pos::DrawerSession session_in(const JournalEntry& entry);
[[nodiscard]] SaleRecord sale_in(const JournalEntry& entry);
[[nodiscard]] CashMoveRecord cash_move_in(const JournalEntry& entry);
[[nodiscard]] SessionBagging bagging_in(const JournalEntry& entry);
[[nodiscard]] SessionClosing closing_in(const JournalEntry& entry);
[[nodiscard]] FiscalNote fiscal_note_in(const JournalEntry& entry);
[[nodiscard]] pos::PieceExchange exchange_in(const JournalEntry& entry);
[[nodiscard]] pos::Approval approval_in(const JournalEntry& entry);
[[nodiscard]] CounterRuleRecord counter_rule_in(const JournalEntry& entry);
[[nodiscard]] pos::VoucherBatch vouchers_in(const JournalEntry& entry);
[[nodiscard]] VoucherRecord voucher_in(const JournalEntry& entry);
[[nodiscard]] pos::IssuerPayment issuer_payment_in(const JournalEntry& entry);
// Without a name, owing nothing.
[[nodiscard]] pos::CustomerAccount account_in(const JournalEntry& entry);
[[nodiscard]] AccountCredit credit_in(const JournalEntry& entry);

}  // namespace tilia::db
