// Prices that hold from a day on, and the stock, in SQLite: each write is one transaction that
// appends to the journal and moves the projections.
#pragma once

#include "db/book_file.h"
#include "pos/catalogue_book.h"
#include "pos/stock_book.h"

namespace tilia::db {

class CatalogueBookSqlite final : public pos::CatalogueBook, public pos::StockBook {
 public:
  explicit CatalogueBookSqlite(BookFile& book) : book_(book) {}

  void put_prices(const std::vector<pos::PriceChange>& changes, const Instant& at) override;
  PriceHistory prices_of(const std::string& article) override;
  std::vector<pos::PriceChange> prices_after(const Day& day) override;

  void enter_stock_move(const pos::StockMove& move, const Instant& at) override;
  std::vector<pos::StockSince> stock() override;
  std::vector<pos::StockMove> stock_moves(const Day& from, const Day& to) override;

 private:
  BookFile& book_;
};

}  // namespace tilia::db
