#include "db/package_book_sqlite.h"

#include "db/customer_book_sqlite.h"
#include "db/own_numbers.h"
#include "db/package_rows.h"

namespace tilia::db {

Projection package_projection() {
  return {.kinds = {package_offer_set, package_made},
          .tables = {"package", "package_offer"},
          .apply = [](Connection& connection, const JournalEntry& entry) {
            if (entry.content.kind == package_offer_set)
              put_package_offer(connection, package_offer_in(entry));
            else
              put_package(connection, package_in(entry));
          }};
}

std::vector<pos::PackageOffer> PackageBookSqlite::package_offers() {
  return read_package_offers(book_.reader());
}

void PackageBookSqlite::put_package_offer(const pos::PackageOffer& offer, const Instant& at) {
  WriteTransaction change(book_);
  append_to_journal(change, {.kind = package_offer_set, .at = at, .payload = payload_of(offer)});
  db::put_package_offer(change.connection(), offer);
  change.commit();
}

pos::Package PackageBookSqlite::make_package(const pos::Package& package,
                                             const std::optional<pos::Customer>& noted,
                                             const Instant& at) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  if (auto there = read_package(connection, package.id)) return *std::move(there);
  pos::Package made = package;
  made.number = next_number(change, "package");
  append_to_journal(change, {.kind = package_made, .at = at, .payload = payload_of(made)});
  put_package(connection, made);
  if (noted) write_customer(connection, *noted, made.since);
  change.commit();
  return made;
}

std::optional<pos::Package> PackageBookSqlite::package(std::int64_t number) {
  return read_package(book_.reader(), number);
}

std::optional<pos::Package> PackageBookSqlite::package(const pos::PackageId& id) {
  return read_package(book_.reader(), id);
}

std::vector<pos::Package> PackageBookSqlite::open_packages() {
  return read_open_packages(book_.reader());
}

}  // namespace tilia::db
