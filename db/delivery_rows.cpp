#include "db/delivery_rows.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "db/package_rows.h"

namespace tilia::db {
namespace {

using Why = pos::TenderFault::Why;

// No more of an article at a price than was ordered of it at that price.
std::optional<pos::TenderFault> order_fault(Connection& connection, const pos::SaleDraft& draft) {
  const std::int64_t order = draft.priced.delivers->number;
  if (!is_open_order(connection, order))
    return pos::TenderFault{Why::not_to_deliver, std::to_string(order)};
  std::map<std::pair<std::string, std::int64_t>, Quantity> wanted;
  for (const std::size_t at : draft.agreed_lines) {
    const pos::SaleLine& line = draft.priced.lines.at(at);
    Quantity& sum = wanted[{line.article, line.unit_price.minor()}];
    sum = sum + line.quantity;
  }
  for (const auto& [agreed, quantity] : wanted) {
    const std::int64_t ordered = connection.number(
        "SELECT coalesce(sum(quantity), 0) FROM order_line WHERE customer_order = ?"
        " AND article = ? AND unit_price = ?",
        order, agreed.first, agreed.second);
    if (quantity.thousandths() > ordered) return pos::TenderFault{Why::not_as_agreed, agreed.first};
  }
  return std::nullopt;
}

// Each time at its share, and the money from what was paid early for it: what is owed then tells
// how many times are left.
std::optional<pos::TenderFault> package_fault(Connection& connection, const pos::SaleDraft& draft) {
  const std::int64_t number = draft.priced.delivers->number;
  const auto package = read_package(connection, number);
  if (!package || pos::times_left(*package) == 0)
    return pos::TenderFault{Why::not_to_deliver, std::to_string(number)};
  std::vector<Money> asked;
  for (const std::size_t at : draft.agreed_lines) {
    const pos::SaleLine& line = draft.priced.lines.at(at);
    const std::int64_t pieces = line.quantity.thousandths() / 1000;
    if (line.article != package->article || line.quantity != Quantity::pieces(pieces) ||
        pieces > package->times)
      return pos::TenderFault{Why::not_as_agreed, line.article};
    asked.insert(asked.end(), static_cast<std::size_t>(pieces), line.unit_price);
  }
  auto next = pos::next_times(*package, static_cast<std::int64_t>(asked.size()));
  if (!next) return pos::TenderFault{Why::not_as_agreed, package->article};
  std::ranges::sort(asked);
  std::ranges::sort(*next);
  if (asked != *next) return pos::TenderFault{Why::not_as_agreed, package->article};
  const Money none = Money::zero(package->price.currency());
  Money used = none;
  for (const pos::Tender& tender : draft.priced.tenders) {
    if (tender.kind == pos::TenderKind::advance &&
        tender.reference == pos::advance_of_package(number))
      used += tender.amount;
  }
  if (used != std::accumulate(next->begin(), next->end(), none))
    return pos::TenderFault{Why::not_as_agreed, package->article};
  return std::nullopt;
}

}  // namespace

bool is_open_order(Connection& connection, std::int64_t number) {
  return connection.number(
             "SELECT EXISTS (SELECT 1 FROM customer_order WHERE number = ? AND state = 'open')",
             number) != 0;
}

std::optional<pos::TenderFault> delivery_fault(Connection& connection,
                                               const pos::SaleDraft& draft) {
  const pos::Delivery& delivers = *draft.priced.delivers;
  if (delivers.what == pos::order_delivery) return order_fault(connection, draft);
  if (delivers.what == pos::package_delivery) return package_fault(connection, draft);
  return pos::TenderFault{Why::not_to_deliver, std::to_string(delivers.number)};
}

void put_delivery(Connection& connection, const JournalEntry& entry, const pos::Sale& sale) {
  if (!sale.priced.delivers) return;
  connection.run("INSERT INTO delivery (sale, what, number) VALUES (?, ?, ?)", entry.position,
                 sale.priced.delivers->what, sale.priced.delivers->number);
  end_delivered(connection, sale);
}

void end_delivered(Connection& connection, const pos::Sale& sale) {
  if (sale.priced.delivers && sale.priced.delivers->what == pos::order_delivery)
    connection.run(
        "UPDATE customer_order SET state = 'collected' WHERE number = ? AND state = 'open'",
        sale.priced.delivers->number);
}

}  // namespace tilia::db
