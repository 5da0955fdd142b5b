// Packages in SQLite: each write is one transaction and one entry of the journal.
#pragma once

#include <optional>
#include <vector>

#include "db/book_file.h"
#include "db/rebuild.h"
#include "pos/package_book.h"

namespace tilia::db {

class PackageBookSqlite final : public pos::PackageBook {
 public:
  explicit PackageBookSqlite(BookFile& book) : book_(book) {}

  std::vector<pos::PackageOffer> package_offers() override;
  void put_package_offer(const pos::PackageOffer& offer, const Instant& at) override;
  pos::Package make_package(const pos::Package& package, const std::optional<pos::Customer>& noted,
                            const Instant& at) override;
  std::optional<pos::Package> package(std::int64_t number) override;
  std::optional<pos::Package> package(const pos::PackageId& id) override;
  std::vector<pos::Package> open_packages() override;

 private:
  BookFile& book_;
};

[[nodiscard]] Projection package_projection();

}  // namespace tilia::db
