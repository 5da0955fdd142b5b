// What reports are made from, in SQLite: sales by day from the maintained summaries, expenses and
// services from entries of their own, wages as one sum a month. No query touches a sale, a line or
// a person's pay.
//
// Figures need the payroll key (BookFault no_key), since running costs hold the wages; nothing else
// does.
//
// A month's wages belong to its last day. Figures are provisional (month_open) while a drawer of
// the period is open, or somebody worked in one of its months that no approved pay run is inside
// the sums for.
#pragma once

#include <string>
#include <vector>

#include "db/book_file.h"
#include "db/key_ring.h"
#include "db/rebuild.h"
#include "reporting/figures_book.h"
#include "reporting/owners.h"

namespace tilia::db {

class FiguresBookSqlite final : public reporting::FiguresBook, public reporting::OwnersBook {
 public:
  FiguresBookSqlite(BookFile& book, const KeyRing& keys) : book_(book), keys_(keys) {}

  // CHECKs that `from` is not after `to`.
  [[nodiscard]] reporting::BusinessFigures figures(const Day& from, const Day& to) override;
  // Amounts are positive and in the book's currency (CHECKed).
  void enter_expense(const reporting::Expense& expense, const Instant& at) override;
  [[nodiscard]] std::vector<reporting::Expense> expenses(const Day& from, const Day& to) override;
  std::vector<reporting::OwnerTerms> owner_terms() override;
  std::optional<reporting::OwnersRefusal> agree(const reporting::OwnerTerms& terms,
                                                const Instant& at) override;
  Result<reporting::BusinessFigures, reporting::OwnersRefusal> figures_of(const std::string& owner,
                                                                          const Day& from,
                                                                          const Day& to) override;
  void enter_service(const reporting::ServiceSpending& spending, const Instant& at) override;
  std::int64_t enter_release(const std::string& template_name, const Day& from, const Day& to,
                             const std::string& digest, const Instant& at) override;

 private:
  BookFile& book_;
  const KeyRing& keys_;
};

// What of the figures is made from the business journal: expenses, services, releases.
[[nodiscard]] Projection figures_projection();

// The number of the first release whose hash does not fit its content and the release before it; 0:
// all hold.
[[nodiscard]] std::int64_t first_broken_release(Connection& connection);

}  // namespace tilia::db
