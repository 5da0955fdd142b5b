// What a shop sold in a period, as whoever runs it sees it: by day, by hour, by group of articles,
// beside what it must sell a day to break even. Everything is a sum over all tills of a shop; there
// is no person in it, no shift and no single session.
//
// Hours are told from `least_days_for_hours` days with sales on: of fewer days they would say how
// it went while one certain person stood at the till. Differences are told by shop and month alone,
// whatever days are asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/instant.h"
#include "core/money.h"
#include "core/result.h"
#include "pos/shop.h"

namespace tilia::pos {

inline constexpr int least_days_for_hours = 5;

// A shop and its tills. Its key is the first of them: a name may change.
struct ShopTills {
  std::string name;
  std::vector<std::string> tills;
  [[nodiscard]] const std::string& key() const { return tills.front(); }
};
[[nodiscard]] std::vector<ShopTills> shops_of(const Organisation& organisation);

// What finance sets for a shop. None of them is worked out from anybody's wages.
enum class SetFigure {
  break_even,         // sales that a day needs
  set_aside,          // of a day's cash, for what falls due
  difference_budget,  // of a month: counts that do not agree are taken from it
};
[[nodiscard]] std::string_view set_figure_text(SetFigure what);  // "break_even"
[[nodiscard]] std::optional<SetFigure> parse_set_figure(std::string_view text);

struct ShopFigure {
  SetFigure what = SetFigure::break_even;
  std::string shop;  // its key
  Month from;        // until the next of its kind
  Money amount;      // zero: none from then on

  friend bool operator==(const ShopFigure&, const ShopFigure&) = default;
};
// What holds in that month: the latest month's, of one month the last that was entered. `entered`
// is in the order of entering.
[[nodiscard]] std::optional<Money> figure_in(const std::vector<ShopFigure>& entered, SetFigure what,
                                             const std::string& shop, const Month& month);
// Of several shops together; nothing where one of them has none.
[[nodiscard]] std::optional<Money> figure_in(const std::vector<ShopFigure>& entered, SetFigure what,
                                             const std::vector<ShopTills>& shops,
                                             const Month& month);

// What vouchers paid that the shop had given away is taken off its days: nothing was earned by it.
// Hours and groups tell what was sold, at its price.
//
// Sales have VAT inside; refunds are taken off on the day, in the hour and in the group in which
// they were given back.
struct DaySales {
  Day day;
  std::int64_t sales_count = 0;
  Money sales;
  std::optional<Money> needed;  // to break even
  friend bool operator==(const DaySales&, const DaySales&) = default;
};
struct HourSales {
  int hour = 0;  // on the shop's clock: 9 is from 9:00 to 9:59
  std::int64_t sales_count = 0;
  Money sales;
  friend bool operator==(const HourSales&, const HourSales&) = default;
};
struct GroupSales {
  std::string group;  // the page of the catalogue; may be empty
  Money sales;
  friend bool operator==(const GroupSales&, const GroupSales&) = default;
};
struct MonthDifference {
  Month month;
  std::string shop;  // its name
  Money difference;  // of all its closed sessions of the month
  std::optional<Money> budget;
  friend bool operator==(const MonthDifference&, const MonthDifference&) = default;
};

struct ShopFigures {
  Day from;
  Day to;            // included
  std::string shop;  // its name; empty: all shops
  std::int64_t sales_count = 0;
  Money sales;
  Money vat;
  std::vector<DaySales> days;    // on which a drawer was opened
  std::vector<HourSales> hours;  // by the clock; empty where too few days were worked
  bool too_few_days = false;
  std::vector<GroupSales> groups;  // the largest first
  std::vector<MonthDifference> differences;
  std::optional<Money> needed;  // of a day, in the period's last month
  bool open = false;            // a drawer of the period is open: figures still grow
  std::optional<Money> vouchers_given = std::nullopt;  // taken off the days; nothing where none was
  std::optional<Money> makers_share = std::nullopt;  // likewise: of consigned pieces, their makers'

  friend bool operator==(const ShopFigures&, const ShopFigures&) = default;
};

[[nodiscard]] std::int64_t days_with_sales(const ShopFigures& figures);
// Days that reached what they needed, among those of which it is known.
struct Reached {
  std::int64_t days = 0;
  std::int64_t of = 0;
};
[[nodiscard]] Reached days_reached(const ShopFigures& figures);
// The mean of the days with sales; nothing where there was none.
[[nodiscard]] std::optional<Money> mean_day(const ShopFigures& figures);

class ShopFiguresBook {
 public:
  virtual ~ShopFiguresBook() = default;
  // `shop`: a key, or empty for all. CHECKs that it is known and that `from` is not after `to`.
  [[nodiscard]] virtual ShopFigures figures(const Day& from, const Day& to,
                                            const std::string& shop) = 0;
  [[nodiscard]] virtual std::vector<ShopFigure> set_figures() = 0;  // in the order of entering
  virtual void set_figure(const ShopFigure& figure, const Instant& at) = 0;
};

}  // namespace tilia::pos
