#include "db/month_cost.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "db/book_fault.h"
#include "db/key_change.h"
#include "db/sealed_column.h"

namespace tilia::db {
namespace {

constexpr std::size_t length = 64;

SealedColumn costs(Connection& connection, const KeyRing& keys) {
  demand_newest(connection, keys, KeyName::payroll);
  return {keys, KeyName::payroll, "pay_month_cost", "employer_cost"};
}

}  // namespace

void insert_month_cost(Connection& connection, const KeyRing& keys, const Month& month,
                       const Money& employer_cost) {
  const Secret<std::string> text(
      fmt::format("{} {}", employer_cost.currency().code(), employer_cost.minor()));
  connection.run("INSERT INTO pay_month_cost (month, employer_cost) VALUES (?, ?)", month,
                 costs(connection, keys).seal(month.text(), text, length));
}

std::optional<Money> find_month_cost(Connection& connection, const KeyRing& keys,
                                     const Month& month) {
  Query row = connection.query("SELECT employer_cost FROM pay_month_cost WHERE month = ?", month);
  if (!row.next()) return std::nullopt;
  const auto text = costs(connection, keys).open(month.text(), row.bytes(0));
  const std::string_view kept = text.reveal();
  constexpr std::size_t code_letters = 3;
  const auto currency = Currency::from_code(kept.substr(0, code_letters));
  std::int64_t minor = 0;
  const auto* end = kept.data() + kept.size();
  const bool read = currency && kept.size() > code_letters + 1 &&
                    std::from_chars(kept.data() + code_letters + 1, end, minor).ptr == end;
  if (!read) throw BookFault(BookFault::Why::damaged, "a month's cost is not as it was written");
  return Money::from_minor(minor, *currency);
}

}  // namespace tilia::db
