// What is remembered of customers who agreed to it, in SQLite: rows beside the journal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/book_file.h"
#include "pos/salon/history.h"

namespace tilia::db {

class HistoryBookSqlite final : public pos::HistoryBook {
 public:
  explicit HistoryBookSqlite(BookFile& book) : book_(book) {}

  std::optional<pos::CustomerId> customer_of(const pos::VisitId& visit) override;
  void remember(const pos::VisitId& visit, const pos::CustomerId& customer,
                const std::vector<std::string>& notes) override;
  void forget_visit(const pos::VisitId& visit) override;
  std::vector<pos::RememberedVisit> history(const pos::CustomerId& customer) override;

 private:
  BookFile& book_;
};

}  // namespace tilia::db
