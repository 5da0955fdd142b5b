// Consigned pieces in SQLite: each write is one transaction and one entry of the journal, from
// which the rows can be made again (db/shop_rows.cpp). Nothing here knows a maker's name.
#pragma once

#include <vector>

#include "db/book_file.h"
#include "pos/consignment/consignment_book.h"

namespace tilia::db {

class ConsignmentBookSqlite final : public pos::ConsignmentBook {
 public:
  explicit ConsignmentBookSqlite(BookFile& book) : book_(book) {}

  pos::Maker add_maker(const Day& since, const Instant& at) override;
  std::vector<pos::Maker> makers() override;
  Result<Done, pos::ConsignmentRefusal> agree(const pos::ConsignmentTerms& terms,
                                              const Instant& at) override;
  std::vector<pos::ConsignedArticle> consigned(const Day& day) override;
  Result<pos::SettledMove, pos::ConsignmentRefusal> enter(const pos::ConsignmentMove& move,
                                                          const Instant& at) override;
  std::vector<pos::ConsignmentEvent> events(std::int64_t maker) override;
  std::vector<pos::MakerPayment> payments(std::int64_t maker) override;
  std::vector<pos::MakerPayment> payments_of_run(std::int64_t run) override;
  std::int64_t last_run() override;
  Result<std::vector<pos::MakerPayment>, pos::ConsignmentRefusal> pay(
      const std::vector<std::int64_t>& makers, const Day& until, const Day& day,
      const IdBytes& actor, const Instant& at) override;
  Result<pos::MakerPayment, pos::ConsignmentRefusal> reverse(std::int64_t payment, const Day& day,
                                                             const IdBytes& actor,
                                                             const Instant& at) override;

 private:
  BookFile& book_;
};

}  // namespace tilia::db
