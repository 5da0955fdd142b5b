#include "db/figures_book_sqlite.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/check.h"
#include "db/book_fault.h"
#include "db/journal.h"
#include "db/journal_tree.h"
#include "db/month_cost.h"
#include "db/one_moment.h"
#include "db/short_head.h"

namespace tilia::db {
namespace {

using Json = nlohmann::json;  // keys in order

constexpr const char* expense_entered = "expense.entered";
constexpr const char* service_entered = "service.entered";
constexpr const char* report_released = "report.released";
constexpr const char* owners_agreed = "owners.agreed";

Currency currency_of(Connection& connection) {
  Query row = connection.query("SELECT currency FROM organisation");
  const auto currency = row.next() ? Currency::from_code(row.text(0)) : std::nullopt;
  if (!currency) throw BookFault(BookFault::Why::damaged, "the book has no currency");
  return *currency;
}

Hash release_hash(const Hash& before, std::int64_t number, const Json& payload, const Instant& at) {
  const std::string content =
      fmt::format("{}\n{}\n{}\n{}", hex_text(before), number, payload.dump(), at.text());
  Hash hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(content.data()),
                     content.size());
  return hash;
}

Hash hash_in(const Query& row, int column) {
  const Bytes bytes = row.bytes(column);
  Hash hash{};
  CHECK(bytes.size() == hash.size());
  std::copy(bytes.begin(), bytes.end(), hash.begin());
  return hash;
}

struct LastRelease {
  std::int64_t number = 0;
  Hash hash{};
};

LastRelease last_release(Connection& connection) {
  Query row = connection.query("SELECT number, hash FROM release ORDER BY number DESC LIMIT 1");
  if (!row.next()) return {};
  return {row.whole(0), hash_in(row, 1)};
}

void put_release(Connection& connection, const JournalEntry& entry, const Json& payload) {
  const LastRelease last = last_release(connection);
  const std::int64_t number = last.number + 1;
  connection.run(
      "INSERT INTO release (number, entry, template, from_day, to_day, digest, instant,"
      " prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      number, entry.position, payload.at("template").get<std::string>(),
      payload.at("from").get<std::string>(), payload.at("to").get<std::string>(),
      payload.at("digest").get<std::string>(), entry.content.at, last.hash,
      release_hash(last.hash, number, payload, entry.content.at));
}

void put_owner_terms(Connection& connection, const Json& payload) {
  std::int64_t place = 0;
  for (const Json& share : payload.at("shares"))
    connection.run(
        "INSERT INTO owner_share (from_month, place, owner, name, share) VALUES (?, ?, ?, ?, ?)",
        payload.at("from").get<std::string>(), ++place, share.at("code").get<std::string>(),
        share.at("name").get<std::string>(), share.at("share").get<std::int64_t>());
}

std::vector<reporting::OwnerTerms> read_owner_terms(Connection& connection) {
  std::vector<reporting::OwnerTerms> terms;
  Query row = connection.query(
      "SELECT from_month, owner, name, share FROM owner_share ORDER BY from_month, place");
  while (row.next()) {
    const auto from = Month::parse(row.text(0));
    if (!from) throw BookFault(BookFault::Why::damaged, "the month of an owner's share");
    if (terms.empty() || terms.back().from != *from) terms.push_back({*from, {}});
    terms.back().shares.push_back({row.text(1), row.text(2), Rate::from_millionths(row.whole(3))});
  }
  return terms;
}

void apply(Connection& connection, const JournalEntry& entry) {
  const Json payload = Json::parse(entry.content.payload);
  if (entry.content.kind == report_released) return put_release(connection, entry, payload);
  if (entry.content.kind == owners_agreed) return put_owner_terms(connection, payload);
  const auto day = payload.at("day").get<std::string>();
  const auto kind = payload.at("kind").get<std::string>();
  const auto currency = payload.at("currency").get<std::string>();
  const auto amount = payload.at("amount").get<std::int64_t>();
  if (entry.content.kind == expense_entered) {
    connection.run(
        "INSERT INTO expense (entry, day, kind, currency, amount) VALUES (?, ?, ?, ?, ?)",
        entry.position, day, kind, currency, amount);
  } else {
    connection.run(
        "INSERT INTO service_spending (entry, day, kind, units, currency, amount, owner)"
        " VALUES (?, ?, ?, ?, ?, ?, nullif(?, ''))",
        entry.position, day, kind, payload.at("units").get<std::int64_t>(), currency, amount,
        payload.value("owner", std::string()));
  }
}

void enter(WriteTransaction& change, const char* kind, const Json& payload, const Instant& at) {
  apply(change.connection(),
        append_to_journal(change, {.kind = kind, .at = at, .payload = payload.dump()}));
}

// The sums of one period, read at one moment.
class Period {
 public:
  Period(Connection& connection, const KeyRing& keys, const Day& from, const Day& to)
      : connection_(connection),
        keys_(keys),
        from_(from),
        to_(to),
        currency_(currency_of(connection)) {}

  [[nodiscard]] reporting::BusinessFigures figures() {
    const Money zero = Money::zero(currency_);
    reporting::BusinessFigures sums{.from = from_,
                                    .to = to_,
                                    .currency = currency_,
                                    .organisation = "",
                                    .sales_gross = zero,
                                    .vat = zero,
                                    .donations = zero,
                                    .running_costs = zero,
                                    .services = zero,
                                    .by_service = {},
                                    .by_month = {},
                                    .journal_head = book_head()};
    read_organisation(sums);
    read_sales(sums);
    sums.running_costs = expenses() + lost_consigned() + wages();
    read_services(sums);
    read_months(sums);
    sums.people_at_work =
        static_cast<int>(connection_.number(
            "SELECT count(*) FROM worker w WHERE EXISTS (SELECT 1 FROM worker_day d"
            " WHERE d.worker = w.worker AND d.day BETWEEN ? AND ?)",
            from_, to_)) +
        erased_people();
    sums.month_open = open_drawers() > 0 || wages_are_missing();
    return sums;
  }

  // That nobody, or that owner, paid alone.
  [[nodiscard]] Money services_of(const std::string& owner) {
    return services_between(from_, to_, owner);
  }
  // In an owner's report stand no services of another.
  void keep_services_of(const std::string& owner, reporting::BusinessFigures& sums) {
    read_services(sums, owner);
    read_months(sums, owner);
  }

 private:
  [[nodiscard]] Money money(std::int64_t minor) const {
    return Money::from_minor(minor, currency_);
  }

  void read_organisation(reporting::BusinessFigures& sums) {
    Query row = connection_.query("SELECT name, practice FROM organisation");
    CHECK(row.next());
    sums.organisation = row.text(0);
    sums.practice = row.yes(1);
  }

  void read_sales(reporting::BusinessFigures& sums) {
    Query sold = connection_.query(
        "SELECT ifnull(sum(gross), 0), ifnull(sum(vat), 0) FROM day_summary"
        " WHERE business_day BETWEEN ? AND ?",
        from_, to_);
    CHECK(sold.next());
    const Money given = vouchers_given(from_, to_);
    if (!given.is_zero()) sums.vouchers_given = given;
    const Money makers = makers_share(from_, to_);
    if (!makers.is_zero()) sums.makers_share = makers;
    sums.sales_gross = sold.money(0, currency_) - given - makers;
    sums.vat = sold.money(1, currency_);
    // EXISTS stops at a till's first day; DISTINCT would sort every day of every till.
    sums.shops = static_cast<int>(
        connection_.number("SELECT count(*) FROM shop WHERE EXISTS (SELECT 1 FROM drawer_session d"
                           " WHERE d.till = shop.till AND d.business_day BETWEEN ? AND ?)",
                           from_, to_));
    sums.donations = money(connection_.number(
        "SELECT ifnull(sum(f.donations), 0) FROM drawer_session d"
        " JOIN session_figures f ON f.session = d.entry WHERE d.business_day BETWEEN ? AND ?",
        from_, to_));
  }

  // Nothing was earned by them.
  [[nodiscard]] Money vouchers_given(const Day& first, const Day& last) {
    return money(connection_.number(
        "SELECT ifnull(sum(f.vouchers_given), 0) FROM drawer_session d"
        " JOIN session_figures f ON f.session = d.entry WHERE d.business_day BETWEEN ? AND ?",
        first, last));
  }

  // Neither by what is owed to the makers of consigned pieces.
  [[nodiscard]] Money makers_share(const Day& first, const Day& last) {
    return money(connection_.number(
        "SELECT ifnull(sum(f.makers_share), 0) FROM drawer_session d"
        " JOIN session_figures f ON f.session = d.entry WHERE d.business_day BETWEEN ? AND ?",
        first, last));
  }

  // Pieces that were lost in the shop and are paid to their makers cost as goods do.
  [[nodiscard]] Money lost_consigned() {
    return money(connection_.number(
        "SELECT ifnull(sum(owed), 0) FROM consignment_move WHERE day BETWEEN ? AND ?", from_, to_));
  }

  [[nodiscard]] Money expenses() {
    return money(connection_.number(
        "SELECT ifnull(sum(amount), 0) FROM expense WHERE day BETWEEN ? AND ?", from_, to_));
  }

  // Of months whose last day is in the period. No other currency may slip in.
  [[nodiscard]] Money wages() {
    Money sum = money(0);
    for (Month month = Month::of(from_); month.last_day() <= to_; month = month.next()) {
      const auto cost = find_month_cost(connection_, keys_, month);
      if (!cost) continue;
      if (cost->currency() != currency_)
        throw BookFault(BookFault::Why::damaged, "wages are in another currency than the book");
      sum += *cost;
    }
    return sum;
  }

  // Of one owner alone, or of nobody alone; without a name all of them.
  void read_services(reporting::BusinessFigures& sums,
                     const std::optional<std::string>& owner = std::nullopt) {
    using Kind = reporting::ServiceKind;
    sums.by_service.clear();
    sums.services = money(0);
    for (const Kind kind : {Kind::housing, Kind::counselling, Kind::training, Kind::child_care,
                            Kind::emergency_help}) {
      Query row = connection_.query(
          "SELECT count(*), ifnull(sum(units), 0), ifnull(sum(amount), 0) FROM service_spending"
          " WHERE kind = ?1 AND day BETWEEN ?2 AND ?3 AND (?4 IS NULL OR ifnull(owner, '') = ?4)",
          reporting::service_kind_text(kind), from_, to_, owner);
      CHECK(row.next());
      if (row.whole(0) == 0) continue;
      sums.by_service.push_back({kind, row.whole(1), row.money(2, currency_)});
      sums.services += row.money(2, currency_);
    }
  }

  [[nodiscard]] Money services_between(const Day& first, const Day& last,
                                       const std::optional<std::string>& owner) {
    return money(connection_.number(
        "SELECT ifnull(sum(amount), 0) FROM service_spending"
        " WHERE day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR ifnull(owner, '') = ?3)",
        first, last, owner));
  }

  void read_months(reporting::BusinessFigures& sums,
                   const std::optional<std::string>& owner = std::nullopt) {
    sums.by_month.clear();
    for (Month month = Month::of(from_); month.first_day() <= to_; month = month.next()) {
      const Day first = std::max(from_, month.first_day());
      const Day last = std::min(to_, month.last_day());
      sums.by_month.push_back(
          {month,
           money(connection_.number("SELECT ifnull(sum(gross), 0) FROM day_summary"
                                    " WHERE business_day BETWEEN ? AND ?",
                                    first, last)) -
               vouchers_given(first, last) - makers_share(first, last),
           services_between(first, last, owner)});
    }
  }

  [[nodiscard]] std::int64_t open_drawers() {
    return connection_.number(
        "SELECT count(*) FROM drawer_session"
        " WHERE closed_at IS NULL AND bagged_at IS NULL AND business_day BETWEEN ? AND ?",
        from_, to_);
  }

  // Somebody worked, or was employed, in a month of the period whose wages are not in the sums.
  [[nodiscard]] bool wages_are_missing() {
    for (Month month = Month::of(from_); month.first_day() <= to_; month = month.next()) {
      const Day first = std::max(from_, month.first_day());
      const Day last = std::min(to_, month.last_day());
      const bool inside =
          month.last_day() <= to_ &&
          connection_.number("SELECT count(*) FROM pay_month_cost WHERE month = ?", month) > 0;
      if (!inside && people_between(first, last) > 0) return true;
    }
    return false;
  }

  // Who was taken out of the book since still counts as a head in the months in which she worked.
  [[nodiscard]] int erased_people() {
    std::int64_t heads = 0;
    Query row = connection_.query("SELECT months, people FROM erased_membership");
    while (row.next()) {
      std::istringstream months(row.text(0));
      bool inside = false;
      for (std::string text; months >> text;) {
        const auto month = Month::parse(text);
        inside = inside || (month && month->first_day() <= to_ && month->last_day() >= from_);
      }
      if (inside) heads += row.whole(1);
    }
    return static_cast<int>(heads);
  }

  [[nodiscard]] std::int64_t people_between(const Day& first, const Day& last) {
    return connection_.number(
        "SELECT (SELECT count(*) FROM worker_day WHERE day BETWEEN ?1 AND ?2)"
        " + (SELECT count(*) FROM contract WHERE first_day <= ?2"
        "    AND ifnull(last_day, ?2) >= ?1)",
        first, last);
  }

  [[nodiscard]] std::string book_head() {
    const BookRoot book = book_root(trees_now(connection_));
    return short_head_text(std::string(whole_book), book.size, book.root);
  }

  Connection& connection_;
  const KeyRing& keys_;
  Day from_;
  Day to_;
  Currency currency_;
};

}  // namespace

reporting::BusinessFigures FiguresBookSqlite::figures(const Day& from, const Day& to) {
  CHECK(from <= to);
  Connection& connection = book_.reader();
  const OneMoment moment(connection);
  return Period(connection, keys_, from, to).figures();
}

void FiguresBookSqlite::enter_expense(const reporting::Expense& expense, const Instant& at) {
  WriteTransaction change(book_);
  CHECK(expense.amount > Money::zero(currency_of(change.connection())));
  enter(change, expense_entered,
        {{"amount", expense.amount.minor()},
         {"currency", std::string(expense.amount.currency().code())},
         {"day", expense.day.text()},
         {"kind", std::string(reporting::expense_kind_text(expense.kind))}},
        at);
  change.commit();
}

std::vector<reporting::Expense> FiguresBookSqlite::expenses(const Day& from, const Day& to) {
  Connection& connection = book_.reader();
  const Currency currency = currency_of(connection);
  std::vector<reporting::Expense> all;
  Query rows = connection.query(
      "SELECT day, kind, amount FROM expense WHERE day BETWEEN ? AND ? ORDER BY day, entry", from,
      to);
  while (rows.next()) {
    const auto kind = reporting::parse_expense_kind(rows.text(1));
    if (!kind) throw BookFault(BookFault::Why::damaged, "an expense of an unknown kind");
    all.push_back({rows.day(0), *kind, rows.money(2, currency)});
  }
  return all;
}

void FiguresBookSqlite::enter_service(const reporting::ServiceSpending& spending,
                                      const Instant& at) {
  WriteTransaction change(book_);
  CHECK(spending.amount > Money::zero(currency_of(change.connection())));
  CHECK(spending.units >= 0);
  Json payload{{"amount", spending.amount.minor()},
               {"currency", std::string(spending.amount.currency().code())},
               {"day", spending.day.text()},
               {"kind", std::string(reporting::service_kind_text(spending.kind))},
               {"units", spending.units}};
  if (!spending.owner.empty()) payload["owner"] = spending.owner;
  enter(change, service_entered, payload, at);
  change.commit();
}

std::vector<reporting::OwnerTerms> FiguresBookSqlite::owner_terms() {
  return read_owner_terms(book_.reader());
}

std::optional<reporting::OwnersRefusal> FiguresBookSqlite::agree(const reporting::OwnerTerms& terms,
                                                                 const Instant& at) {
  WriteTransaction change(book_);
  if (auto fault = reporting::fault_of(terms, read_owner_terms(change.connection()))) return fault;
  Json shares = Json::array();
  for (const reporting::OwnerTerms::Share& share : terms.shares)
    shares.push_back(
        {{"code", share.code}, {"name", share.name}, {"share", share.share.millionths()}});
  enter(change, owners_agreed, {{"from", terms.from.text()}, {"shares", shares}}, at);
  change.commit();
  return std::nullopt;
}

Result<reporting::BusinessFigures, reporting::OwnersRefusal> FiguresBookSqlite::figures_of(
    const std::string& owner, const Day& from, const Day& to) {
  CHECK(from <= to);
  if (from != Month::of(from).first_day() || to != Month::of(to).last_day())
    return reporting::OwnersRefusal::whole_months;
  Connection& connection = book_.reader();
  const OneMoment moment(connection);
  std::vector<reporting::MonthResult> months;
  for (Month month = Month::of(from); month.first_day() <= to; month = month.next()) {
    Period period(connection, keys_, month.first_day(), month.last_day());
    const reporting::BusinessFigures sums = period.figures();
    months.push_back({month, sums.sales_gross - sums.vat - sums.running_costs, sums.donations,
                      period.services_of("")});
  }
  Period whole(connection, keys_, from, to);
  reporting::BusinessFigures figures = whole.figures();
  const std::vector<reporting::OwnerTerms> terms = read_owner_terms(connection);
  const auto part = reporting::owners_part(owner, months, terms, figures.currency);
  if (!part) return part.refusal();
  figures.owner = {owner, part.value().name, part.value().surplus, part.value().common_services};
  figures.donations = part.value().donations;
  whole.keep_services_of(owner, figures);
  figures.services += part.value().common_services;
  for (std::size_t at = 0; at < months.size(); ++at) {
    const auto hers = reporting::owners_part(owner, {months[at]}, terms, figures.currency);
    if (hers) figures.by_month.at(at).services += hers.value().common_services;
  }
  return figures;
}

std::int64_t FiguresBookSqlite::enter_release(const std::string& template_name, const Day& from,
                                              const Day& to, const std::string& digest,
                                              const Instant& at) {
  WriteTransaction change(book_);
  enter(change, report_released,
        {{"digest", digest}, {"from", from.text()}, {"template", template_name}, {"to", to.text()}},
        at);
  const std::int64_t number = last_release(change.connection()).number;
  change.commit();
  return number;
}

Projection figures_projection() {
  return {.kinds = {expense_entered, service_entered, report_released, owners_agreed},
          .tables = {"expense", "service_spending", "release", "owner_share"},
          .apply = apply};
}

std::int64_t first_broken_release(Connection& connection) {
  Query each = connection.query(
      "SELECT number, template, from_day, to_day, digest, instant, prev_hash, hash FROM release"
      " ORDER BY number");
  LastRelease before;
  while (each.next()) {
    const Json payload{{"digest", each.text(4)},
                       {"from", each.text(2)},
                       {"template", each.text(1)},
                       {"to", each.text(3)}};
    const std::int64_t number = each.whole(0);
    const bool holds =
        number == before.number + 1 && hash_in(each, 6) == before.hash &&
        hash_in(each, 7) == release_hash(before.hash, number, payload, each.instant(5));
    if (!holds) return number;
    before = {number, hash_in(each, 7)};
  }
  return 0;
}

}  // namespace tilia::db
