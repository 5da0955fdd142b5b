// Customers in SQLite: rows beside the journal, which can be changed and taken out for good.
#pragma once

#include <optional>
#include <vector>

#include "db/book_file.h"
#include "pos/customer_book.h"

namespace tilia::db {

// Within a transaction of whatever she is noted with.
void write_customer(Connection& connection, const pos::Customer& customer, const Day& day);

class CustomerBookSqlite final : public pos::CustomerBook {
 public:
  explicit CustomerBookSqlite(BookFile& book) : book_(book) {}

  std::optional<pos::Customer> customer(const pos::CustomerId& id) override;
  std::vector<pos::Customer> customers() override;
  void put_customer(const pos::Customer& customer, const Day& day) override;
  void forget(const pos::CustomerId& id) override;
  int forget_those_gone(const Day& last_day) override;

 private:
  BookFile& book_;
};

}  // namespace tilia::db
