// The counter's book in SQLite: each write is one transaction that appends to the journal and moves
// the projections. A sale of five lines costs one sync of the disk.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "db/book_file.h"
#include "pos/till_book.h"

namespace tilia::db {

class TillBookSqlite final : public pos::TillBook {
 public:
  explicit TillBookSqlite(BookFile& book) : book_(book) {}

  pos::Organisation organisation() override;
  std::vector<pos::Article> articles(const Day& day) override;
  void put_articles(const std::vector<pos::Article>& articles, const Instant& at) override;
  std::int64_t catalogue_mark() override;
  std::optional<pos::DrawerSession> open_session(const std::string& till) override;
  pos::DrawerSession start_session(const pos::SessionId& id, const std::string& till,
                                   const BusinessDay& day, const Money& float_amount,
                                   const Instant& at) override;
  pos::Entered enter_sale(const pos::SaleDraft& draft) override;
  void enter_cash_move(const pos::DrawerSession& session, const pos::CashMove& move,
                       const Instant& at) override;
  void enter_exchange(const pos::DrawerSession& session, const pos::PieceExchange& exchange,
                      const Instant& at) override;
  void bag_session(const pos::DrawerSession& session, const std::string& bag,
                   const Instant& at) override;
  std::vector<pos::WaitingBag> bags(const std::string& till) override;
  pos::SessionFigures figures(const pos::SessionId& session) override;
  pos::DaySheet close_session(const pos::DrawerSession& session,
                              const std::vector<pos::CountedPiece>& counted, const Money& expected,
                              const Money& counted_total, const pos::CloseWords& words,
                              const Instant& at) override;
  std::optional<pos::DaySheet> day_sheet(const std::string& till, std::int64_t number) override;
  std::optional<pos::Sale> sale_by_id(const pos::SaleId& id) override;
  std::optional<pos::Sale> sale_by_receipt(const std::string& receipt) override;
  std::vector<pos::Sale> latest_sales(const std::string& till, int at_most) override;
  pos::RecentTrade recent_trade(const std::string& till, int sales_at_most) override;
  pos::TakenBack taken_back(const std::string& receipt) override;
  void note_approval(const pos::Approval& approval, const Instant& at) override;
  std::vector<std::pair<std::string, std::string>> counter_rules() override;
  void set_counter_rule(const std::string& name, const std::string& text,
                        const Instant& at) override;
  void note_fiscal_number(const pos::SaleId& sale, const std::string& number_or_reason,
                          bool skipped, const Instant& at) override;

 private:
  BookFile& book_;
};

// Replaces the organisation's head of paper, its shops, its settings of VAT. The currency stays.
void set_organisation(BookFile& book, const pos::Organisation& organisation, const Instant& at);

}  // namespace tilia::db
