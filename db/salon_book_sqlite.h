// The salon in SQLite: each change is one transaction and one entry of the journal; names are none,
// and stand in rows of their own. What takes somebody's time is a row of salon_hold, of which the
// schema lets no two overlap.
#pragma once

#include <optional>
#include <vector>

#include "db/book_file.h"
#include "db/rebuild.h"
#include "pos/salon/salon_book.h"

namespace tilia::db {

class SalonBookSqlite final : public pos::SalonBook {
 public:
  explicit SalonBookSqlite(BookFile& book) : book_(book) {}

  pos::Salon salon() override;
  void set_column(const Decide<pos::SalonColumn>& decide, const Instant& at) override;
  void set_service(const pos::SalonService& service, const Instant& at) override;
  void set_hours(const Decide<pos::HoursOf>& decide, const Instant& at) override;
  void set_day(const pos::DatedHours& dated, const Instant& at) override;
  void set_notes(const std::vector<std::string>& notes, const Instant& at) override;
  std::vector<pos::NotFree> not_free(const Instant& from, const Instant& until) override;
  std::vector<pos::Hold> holds(const Instant& from, const Instant& until) override;
  std::optional<pos::Hold> set_not_free(const pos::NotFree& time, const Instant& at) override;
  bool lift_not_free(const pos::NotFreeId& id, const Instant& at) override;
  std::optional<pos::Visit> visit(const pos::VisitId& id) override;
  std::vector<pos::Visit> visits(const Instant& from, const Instant& until) override;
  pos::VisitPut put_visit(const pos::Visit& visit, const Instant& at) override;
  void forget_visit_name(const pos::VisitId& id) override;
  std::vector<pos::TippedSale> tipped(const Day& from, const Day& to, Currency currency) override;

 private:
  BookFile& book_;
};

[[nodiscard]] Projection salon_projection();

}  // namespace tilia::db
