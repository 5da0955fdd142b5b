#include "db/delivery_rows.h"

#include <map>
#include <string>
#include <utility>

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
