#include "db/package_rows.h"

#include "db/payload_json.h"

namespace tilia::db {
namespace {

constexpr const char* package_columns =
    "SELECT p.number, p.id, p.offer, p.article, p.times, p.currency, p.price, p.since, p.customer,"
    " a.balance FROM package p LEFT JOIN advance a ON a.code = 'package-' || p.number ";

Currency currency_of(const std::string& code) {
  const auto currency = Currency::from_code(code);
  if (!currency) throw BookFault(BookFault::Why::damaged, "a package's currency");
  return *currency;
}

pos::Package package_of(const Query& row) {
  const Currency currency = currency_of(row.text(5));
  pos::Package package{.id = row.id<pos::PackageId>(1),
                       .number = row.whole(0),
                       .offer = row.text(2),
                       .article = row.text(3),
                       .times = row.whole(4),
                       .price = row.money(6, currency),
                       .since = row.day(7)};
  if (!row.is_null(8)) package.customer = row.id<pos::CustomerId>(8);
  if (!row.is_null(9)) package.owed = row.money(9, currency);
  return package;
}

std::optional<pos::Package> first_of(Query row) {
  return row.next() ? std::optional(package_of(row)) : std::nullopt;
}

}  // namespace

std::string payload_of(const pos::PackageOffer& offer) {
  return Json{{"article", offer.article},
              {"code", offer.code},
              {"currency", offer.price.currency().code()},
              {"offered", offer.offered},
              {"price", offer.price.minor()},
              {"times", offer.times}}
      .dump();
}

std::string payload_of(const pos::Package& package) {
  return Json{{"article", package.article},
              {"currency", package.price.currency().code()},
              {"customer", package.customer ? Json(package.customer->text()) : Json()},
              {"id", package.id.text()},
              {"number", package.number},
              {"offer", package.offer},
              {"price", package.price.minor()},
              {"since", package.since.text()},
              {"times", package.times}}
      .dump();
}

pos::PackageOffer package_offer_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    return pos::PackageOffer{.code = text(body, "code"),
                             .article = text(body, "article"),
                             .times = whole(body, "times"),
                             .price = money(body, "price", currency_in(body)),
                             .offered = body.at("offered").get<bool>()};
  });
}

pos::Package package_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    pos::Package package{.id = id<pos::PackageId>(body, "id"),
                         .number = whole(body, "number"),
                         .offer = text(body, "offer"),
                         .article = text(body, "article"),
                         .times = whole(body, "times"),
                         .price = money(body, "price", currency_in(body)),
                         .since = day(body, "since")};
    if (!body.at("customer").is_null()) package.customer = id<pos::CustomerId>(body, "customer");
    return package;
  });
}

void put_package_offer(Connection& connection, const pos::PackageOffer& offer) {
  connection.run(
      "INSERT OR REPLACE INTO package_offer (code, article, times, currency, price, offered)"
      " VALUES (?, ?, ?, ?, ?, ?)",
      offer.code, offer.article, offer.times, offer.price.currency().code(), offer.price,
      offer.offered);
}

void put_package(Connection& connection, const pos::Package& package) {
  connection.run(
      "INSERT INTO package (number, id, offer, article, times, currency, price, since, customer)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      package.number, package.id, package.offer, package.article, package.times,
      package.price.currency().code(), package.price, package.since, package.customer);
}

std::vector<pos::PackageOffer> read_package_offers(Connection& connection) {
  std::vector<pos::PackageOffer> offers;
  Query row = connection.query(
      "SELECT code, article, times, currency, price, offered FROM package_offer ORDER BY code");
  while (row.next())
    offers.push_back({row.text(0), row.text(1), row.whole(2),
                      row.money(4, currency_of(row.text(3))), row.yes(5)});
  return offers;
}

std::optional<pos::Package> read_package(Connection& connection, std::int64_t number) {
  static const std::string sql = std::string(package_columns) + "WHERE p.number = ?";
  return first_of(connection.query(sql, number));
}

std::optional<pos::Package> read_package(Connection& connection, const pos::PackageId& id) {
  static const std::string sql = std::string(package_columns) + "WHERE p.id = ?";
  return first_of(connection.query(sql, id));
}

std::vector<pos::Package> read_open_packages(Connection& connection) {
  static const std::string sql =
      std::string(package_columns) + "WHERE a.balance > 0 ORDER BY p.number";
  std::vector<pos::Package> open;
  Query row = connection.query(sql);
  while (row.next()) open.push_back(package_of(row));
  return open;
}

}  // namespace tilia::db
