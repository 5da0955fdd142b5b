#include "db/shop_book_sqlite.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "core/check.h"
#include "db/book_fault.h"
#include "db/journal.h"
#include "db/one_moment.h"
#include "db/till_rows.h"

namespace tilia::db {
namespace {

using Json = nlohmann::json;  // keys in order

constexpr const char* shop_figure_set = "shop.figure_set";
constexpr std::int64_t milliseconds_of_an_hour = 3'600'000;

void apply(Connection& connection, const JournalEntry& entry) {
  const Json payload = Json::parse(entry.content.payload);
  connection.run(
      "INSERT INTO shop_figure (entry, shop, what, from_month, currency, amount)"
      " VALUES (?, ?, ?, ?, ?, ?)",
      entry.position, payload.at("shop").get<std::string>(), payload.at("what").get<std::string>(),
      payload.at("from").get<std::string>(), payload.at("currency").get<std::string>(),
      payload.at("amount").get<std::int64_t>());
}

std::vector<pos::ShopFigure> read_set_figures(Connection& connection, Currency currency) {
  std::vector<pos::ShopFigure> all;
  Query row = connection.query(
      "SELECT what, shop, from_month, amount FROM shop_figure WHERE currency = ? ORDER BY entry",
      currency.code());
  while (row.next()) {
    const auto what = pos::parse_set_figure(row.text(0));
    if (!what) throw BookFault(BookFault::Why::damaged, "a shop's figure of an unknown kind");
    all.push_back({*what, row.text(1), row.month(2), row.money(3, currency)});
  }
  return all;
}

// One period of one shop or all, read at one moment.
class Period {
 public:
  Period(Connection& connection, const Zone& zone, const Day& from, const Day& to,
         const std::string& shop)
      : connection_(connection),
        zone_(zone),
        organisation_(read_organisation(connection)),
        currency_(organisation_.currency),
        from_(from),
        to_(to) {
    CHECK(from <= to);
    for (const pos::ShopTills& each : pos::shops_of(organisation_)) {
      if (!shop.empty() && each.key() != shop) continue;
      for (const std::string& till : each.tills) shop_of_till_[till] = shops_.size();
      shops_.push_back(each);
    }
    one_ = !shop.empty();
    CHECK(!one_ || !shops_.empty());
  }

  [[nodiscard]] pos::ShopFigures figures() {
    const Money zero = Money::zero(currency_);
    pos::ShopFigures sums{.from = from_,
                          .to = to_,
                          .shop = one_ ? shops_.front().name : "",
                          .sales_count = 0,
                          .sales = zero,
                          .vat = zero,
                          .days = {},
                          .hours = {},
                          .too_few_days = false,
                          .groups = {},
                          .differences = {},
                          .needed = std::nullopt,
                          .open = false};
    set_ = read_set_figures(connection_, currency_);
    read_days(sums);
    read_vat(sums);
    sums.too_few_days = pos::days_with_sales(sums) < pos::least_days_for_hours;
    if (!sums.too_few_days) read_hours(sums);
    read_groups(sums);
    read_differences(sums);
    sums.needed = pos::figure_in(set_, pos::SetFigure::break_even, shops_, Month::of(to_));
    return sums;
  }

 private:
  // Of all shops together: a till that was taken down since sold as well.
  [[nodiscard]] bool ours(const std::string& till) const {
    return !one_ || shop_of_till_.contains(till);
  }

  void read_days(pos::ShopFigures& sums) {
    std::map<Day, pos::DaySales> days;
    Money given = Money::zero(currency_);
    Money makers = Money::zero(currency_);
    Query row = connection_.query(
        "SELECT d.business_day, d.till, sum(f.sales_count), sum(f.sales_total - f.refunds_total -"
        " f.vouchers_given - f.makers_share),"
        " sum(d.closed_at IS NULL AND d.bagged_at IS NULL), sum(f.vouchers_given),"
        " sum(f.makers_share)"
        " FROM drawer_session d JOIN session_figures f ON f.session = d.entry"
        " WHERE d.business_day BETWEEN ? AND ? AND d.currency = ?"
        " GROUP BY d.business_day, d.till",
        from_, to_, currency_.code());
    while (row.next()) {
      if (!ours(row.text(1))) continue;
      const Day day = row.day(0);
      const auto [at, fresh] =
          days.try_emplace(day, pos::DaySales{day, 0, Money::zero(currency_), std::nullopt});
      if (fresh)
        at->second.needed =
            pos::figure_in(set_, pos::SetFigure::break_even, shops_, Month::of(day));
      at->second.sales_count += row.whole(2);
      at->second.sales += row.money(3, currency_);
      sums.open = sums.open || row.whole(4) > 0;
      given += row.money(5, currency_);
      makers += row.money(6, currency_);
    }
    for (const auto& [day, sales] : days) {
      sums.sales_count += sales.sales_count;
      sums.sales += sales.sales;
      sums.days.push_back(sales);
    }
    if (!given.is_zero()) sums.vouchers_given = given;
    if (!makers.is_zero()) sums.makers_share = makers;
  }

  void read_vat(pos::ShopFigures& sums) {
    Query row = connection_.query(
        "SELECT d.till, sum(v.vat) FROM drawer_session d JOIN session_vat v ON v.session = d.entry"
        " WHERE d.business_day BETWEEN ? AND ? AND d.currency = ? GROUP BY d.till",
        from_, to_, currency_.code());
    while (row.next()) {
      if (ours(row.text(0))) sums.vat += row.money(1, currency_);
    }
  }

  void read_hours(pos::ShopFigures& sums) {
    std::map<int, pos::HourSales> hours;
    const auto add = [&](Query row) {
      while (row.next()) {
        if (!ours(row.text(0))) continue;
        const Instant begins =
            Instant::from_unix_milliseconds(row.whole(1) * milliseconds_of_an_hour);
        const int hour = zone_.local_minute_of_day(begins) / 60;
        auto& sum =
            hours.try_emplace(hour, pos::HourSales{hour, 0, Money::zero(currency_)}).first->second;
        sum.sales_count += row.whole(2);
        sum.sales += row.money(3, currency_);
      }
    };
    add(connection_.query(
        "SELECT d.till, h.hour, sum(h.sales_count), sum(h.gross)"
        " FROM drawer_session d JOIN session_hour h ON h.session = d.entry"
        " WHERE d.business_day BETWEEN ? AND ? AND d.currency = ? GROUP BY d.till, h.hour",
        from_, to_, currency_.code()));
    add(connection_.query(
        "SELECT d.till, s.instant / 3600000, sum(s.refund_of IS NULL), sum(s.total)"
        " FROM drawer_session d JOIN sale s ON s.entry > d.entry AND +s.session = d.entry"
        " WHERE d.closed_at IS NULL AND d.bagged_at IS NULL"
        " AND d.business_day BETWEEN ? AND ? AND d.currency = ?"
        " GROUP BY d.till, s.instant / 3600000",
        from_, to_, currency_.code()));
    for (const auto& [hour, sum] : hours) sums.hours.push_back(sum);
  }

  void read_groups(pos::ShopFigures& sums) {
    std::map<std::string, Money> groups;
    const auto add = [&](Query row) {
      while (row.next()) {
        if (!ours(row.text(0))) continue;
        groups.try_emplace(row.text(1), Money::zero(currency_)).first->second +=
            row.money(2, currency_);
      }
    };
    add(connection_.query(
        "SELECT d.till, p.page, sum(p.gross)"
        " FROM drawer_session d JOIN session_page p ON p.session = d.entry"
        " WHERE d.business_day BETWEEN ? AND ? AND d.currency = ? GROUP BY d.till, p.page",
        from_, to_, currency_.code()));
    add(connection_.query(
        "SELECT d.till, l.page, sum(l.amount)"
        " FROM drawer_session d JOIN sale s ON s.entry > d.entry AND +s.session = d.entry"
        " JOIN sale_line l ON l.sale = s.entry"
        " WHERE d.closed_at IS NULL AND d.bagged_at IS NULL"
        " AND d.business_day BETWEEN ? AND ? AND d.currency = ?"
        " GROUP BY d.till, l.page",
        from_, to_, currency_.code()));
    for (const auto& [group, sum] : groups) sums.groups.push_back({group, sum});
    std::ranges::stable_sort(sums.groups,
                             [](const auto& a, const auto& b) { return a.sales > b.sales; });
  }

  // Of whole months, whatever days are asked for.
  void read_differences(pos::ShopFigures& sums) {
    std::map<std::pair<std::string, std::size_t>, Money> months;
    Query row = connection_.query(
        "SELECT substr(business_day, 1, 7), till, sum(counted - expected) FROM drawer_session"
        " WHERE business_day BETWEEN ? AND ? AND currency = ? AND closed_at IS NOT NULL"
        " GROUP BY substr(business_day, 1, 7), till",
        Month::of(from_).first_day(), Month::of(to_).last_day(), currency_.code());
    while (row.next()) {
      if (!shop_of_till_.contains(row.text(1))) continue;
      months.try_emplace({row.text(0), shop_of_till_.at(row.text(1))}, Money::zero(currency_))
          .first->second += row.money(2, currency_);
    }
    for (const auto& [place, difference] : months) {
      const Month month = *Month::parse(place.first);
      const pos::ShopTills& shop = shops_[place.second];
      sums.differences.push_back(
          {month, shop.name, difference,
           pos::figure_in(set_, pos::SetFigure::difference_budget, shop.key(), month)});
    }
  }

  Connection& connection_;
  const Zone& zone_;
  pos::Organisation organisation_;
  Currency currency_;
  Day from_;
  Day to_;
  bool one_ = false;
  std::vector<pos::ShopTills> shops_;
  std::map<std::string, std::size_t> shop_of_till_;
  std::vector<pos::ShopFigure> set_;
};

}  // namespace

pos::ShopFigures ShopBookSqlite::figures(const Day& from, const Day& to, const std::string& shop) {
  Connection& connection = book_.reader();
  const OneMoment moment(connection);
  return Period(connection, zone_, from, to, shop).figures();
}

std::vector<pos::ShopFigure> ShopBookSqlite::set_figures() {
  Connection& connection = book_.reader();
  return read_set_figures(connection, read_organisation(connection).currency);
}

void ShopBookSqlite::set_figure(const pos::ShopFigure& figure, const Instant& at) {
  WriteTransaction change(book_);
  const pos::Organisation organisation = read_organisation(change.connection());
  CHECK(figure.amount.currency() == organisation.currency && !figure.amount.negative());
  CHECK(std::ranges::any_of(pos::shops_of(organisation),
                            [&](const auto& shop) { return shop.key() == figure.shop; }));
  const Json payload{{"amount", figure.amount.minor()},
                     {"currency", std::string(figure.amount.currency().code())},
                     {"from", figure.from.text()},
                     {"shop", figure.shop},
                     {"what", std::string(pos::set_figure_text(figure.what))}};
  apply(change.connection(),
        append_to_journal(change, {.kind = shop_figure_set, .at = at, .payload = payload.dump()}));
  change.commit();
}

Projection shop_figures_projection() {
  return {.kinds = {shop_figure_set}, .tables = {"shop_figure"}, .apply = apply};
}

}  // namespace tilia::db
