// What keeping the stock needs of storage. db/catalogue_book_sqlite fulfils it. A sale writes
// nothing for it: sold articles are added up when a session is closed, and read from the lines of
// one that is open.
#pragma once

#include <vector>

#include "core/instant.h"
#include "pos/stock.h"

namespace tilia::pos {

class StockBook {
 public:
  virtual ~StockBook() = default;

  virtual void enter_stock_move(const StockMove& move, const Instant& at) = 0;
  // Of every article that was ever counted or received, by code.
  [[nodiscard]] virtual std::vector<StockSince> stock() = 0;
  // Of these days, in the order in which they were entered.
  [[nodiscard]] virtual std::vector<StockMove> stock_moves(const Day& from, const Day& to) = 0;
};

}  // namespace tilia::pos
