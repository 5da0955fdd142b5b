// Packages as the journal says them and as rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.h"
#include "db/journal.h"
#include "pos/package.h"

namespace tilia::db {

inline constexpr const char* package_offer_set = "package.offer_set";
inline constexpr const char* package_made = "package.made";

[[nodiscard]] std::string payload_of(const pos::PackageOffer& offer);
[[nodiscard]] std::string payload_of(const pos::Package& package);  // as agreed: not what is left
[[nodiscard]] pos::PackageOffer package_offer_in(const JournalEntry& entry);
[[nodiscard]] pos::Package package_in(const JournalEntry& entry);

void put_package_offer(Connection& connection, const pos::PackageOffer& offer);
void put_package(Connection& connection, const pos::Package& package);

[[nodiscard]] std::vector<pos::PackageOffer> read_package_offers(Connection& connection);
// With what is owed for it now.
[[nodiscard]] std::optional<pos::Package> read_package(Connection& connection, std::int64_t number);
[[nodiscard]] std::optional<pos::Package> read_package(Connection& connection,
                                                       const pos::PackageId& id);
[[nodiscard]] std::vector<pos::Package> read_open_packages(Connection& connection);

}  // namespace tilia::db
