// The counter's projections: the rows that an entry of the journal makes, and reading them back.
// Used live and when everything is made again (db/rebuild.h): one code for both.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "db/rebuild.h"
#include "db/till_payloads.h"

namespace tilia::db {

// Writing. `entry` is the journal's entry that says it.
void put_book_id(Connection& connection, const JournalEntry& entry, const BookId& id);
void put_organisation(Connection& connection, const JournalEntry& entry,
                      const pos::Organisation& organisation);
// Articles whose entry names a day have cost what they did before until then.
void put_articles(Connection& connection, const JournalEntry& entry,
                  const std::vector<pos::Article>& articles);
void put_price_changes(Connection& connection, const JournalEntry& entry,
                       const std::vector<pos::PriceChange>& changes);
void put_catalogue_mark(Connection& connection, const JournalEntry& entry);
void put_stock_move(Connection& connection, const JournalEntry& entry, const pos::StockMove& move);
// What a session sold, when it is closed.
void add_sold_articles(Connection& connection, std::int64_t session);
void put_session(Connection& connection, const JournalEntry& entry,
                 const pos::DrawerSession& session);
void put_sale(Connection& connection, const JournalEntry& entry, const SaleRecord& record);
void put_cash_move(Connection& connection, const JournalEntry& entry, const CashMoveRecord& record);
void put_bagging(Connection& connection, const JournalEntry& entry, const SessionBagging& bagging);
void put_closing(Connection& connection, const JournalEntry& entry, const SessionClosing& closing);
void put_fiscal_note(Connection& connection, const JournalEntry& entry, const FiscalNote& note);
void put_counter_rule(Connection& connection, const CounterRuleRecord& rule);

// All of the above, by the kind of the entry.
[[nodiscard]] Projection till_projection();

// Vouchers and accounts (db/tender_rows.cpp). What a sale uses, sells or pays of them.
void move_balances(Connection& connection, const JournalEntry& entry, const pos::Sale& sale);
// Why one of its tenders would not pay; asked in the sale's transaction, before it is written.
[[nodiscard]] std::optional<pos::TenderFault> tender_fault(Connection& connection,
                                                           const pos::SaleDraft& draft);
// Each voucher that is sold gets its number, where it has none.
void number_vouchers(Connection& connection, const pos::SaleId& id, pos::PricedSale& priced);
[[nodiscard]] bool number_is_taken(Connection& connection, const std::string& number);
void put_vouchers(Connection& connection, const JournalEntry& entry,
                  const pos::VoucherBatch& batch);
void put_cancelled_voucher(Connection& connection, const JournalEntry& entry,
                           const VoucherRecord& voucher);
void put_issuer_payment(Connection& connection, const JournalEntry& entry,
                        const pos::IssuerPayment& payment);
void put_account(Connection& connection, const JournalEntry& entry,
                 const pos::CustomerAccount& account);
void put_account_credit(Connection& connection, const JournalEntry& entry,
                        const AccountCredit& credit);
[[nodiscard]] std::optional<pos::Voucher> read_voucher(Connection& connection,
                                                       const std::string& number);
[[nodiscard]] std::vector<pos::Voucher> read_vouchers(Connection& connection);
[[nodiscard]] std::vector<pos::VoucherMove> read_voucher_moves(Connection& connection,
                                                               const std::string& number);
[[nodiscard]] std::vector<pos::VoucherDue> read_voucher_dues(Connection& connection,
                                                             const Day& until);
[[nodiscard]] std::vector<pos::CustomerAccount> read_accounts(Connection& connection);
[[nodiscard]] std::vector<pos::AccountMove> read_account_moves(Connection& connection,
                                                               const std::string& code);

// Reading.
[[nodiscard]] BookId read_book_id(Connection& connection);
[[nodiscard]] pos::Organisation read_organisation(Connection& connection);
[[nodiscard]] std::vector<std::pair<std::string, std::string>> read_counter_rules(
    Connection& connection);
[[nodiscard]] std::vector<pos::Article> read_articles(Connection& connection, Currency currency,
                                                      const Day& day);
[[nodiscard]] std::int64_t read_catalogue_mark(Connection& connection);
[[nodiscard]] std::vector<pos::StockSince> read_stock(Connection& connection);
[[nodiscard]] std::vector<pos::StockMove> read_stock_moves(Connection& connection, const Day& from,
                                                           const Day& to);

[[nodiscard]] std::optional<pos::DrawerSession> read_open_session(Connection& connection,
                                                                  const std::string& till);
[[nodiscard]] std::vector<pos::WaitingBag> read_bags(Connection& connection,
                                                     const std::string& till);
[[nodiscard]] std::int64_t next_sheet_number(Connection& connection, const std::string& till);
// CHECKs that there is such a session.
[[nodiscard]] std::int64_t session_entry(Connection& connection, const pos::SessionId& id);
[[nodiscard]] std::int64_t next_session_number(Connection& connection, const std::string& till);
[[nodiscard]] pos::SessionFigures read_figures(Connection& connection, const pos::SessionId& id);
[[nodiscard]] std::optional<pos::DaySheet> read_day_sheet(Connection& connection,
                                                          const std::string& till,
                                                          std::int64_t number);

// The journal entry of a sale, by which its rows go.
struct FoundSale {
  std::int64_t entry = 0;
  Hash request_digest{};
};
[[nodiscard]] std::optional<FoundSale> find_sale(Connection& connection, const pos::SaleId& id);
[[nodiscard]] std::optional<std::int64_t> find_receipt(Connection& connection,
                                                       const std::string& receipt);
[[nodiscard]] pos::Sale read_sale(Connection& connection, std::int64_t entry);
[[nodiscard]] std::vector<std::int64_t> latest_sale_entries(Connection& connection,
                                                            const std::string& till, int at_most);
[[nodiscard]] pos::RecentTrade read_recent_trade(Connection& connection, const std::string& till,
                                                 int sales_at_most);
[[nodiscard]] std::int64_t next_receipt_number(Connection& connection, const std::string& till,
                                               std::int64_t epoch);
// Of what was given with a sale, less what refunds gave back.
[[nodiscard]] Money donations_left(Connection& connection, std::int64_t sale_entry);
[[nodiscard]] pos::TakenBack read_taken_back(Connection& connection, std::int64_t sale_entry);

}  // namespace tilia::db
