#include "db/delivery_rows.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "db/package_rows.h"

namespace tilia::db {
namespace {

using Why = pos::TenderFault::Why;

// How much of an article is sold at a price that was agreed.
using Agreed = std::map<std::pair<std::string, std::int64_t>, Quantity>;
Agreed agreed_in(const pos::SaleDraft& draft) {
  Agreed wanted;
  for (const std::size_t at : draft.agreed_lines) {
    const pos::SaleLine& line = draft.priced.lines.at(at);
    Quantity& sum = wanted[{line.article, line.unit_price.minor()}];
    sum = sum + line.quantity;
  }
  return wanted;
}

// No more of an article at a price than was ordered of it at that price.
std::optional<pos::TenderFault> order_fault(Connection& connection, const pos::SaleDraft& draft) {
  const std::int64_t order = draft.priced.delivers->number;
  if (!is_open_order(connection, order))
    return pos::TenderFault{Why::not_to_deliver, std::to_string(order)};
  for (const auto& [agreed, quantity] : agreed_in(draft)) {
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

// Ready pieces of the ticket, each once; each on the receipt, and no more at the price that was
// agreed for it.
std::optional<pos::TenderFault> ticket_fault(Connection& connection, const pos::SaleDraft& draft) {
  const pos::Delivery& delivers = *draft.priced.delivers;
  if (!is_open_ticket(connection, delivers.number))
    return pos::TenderFault{Why::not_to_deliver, std::to_string(delivers.number)};
  Agreed handed_over;
  std::map<std::string, Quantity> of_article;
  std::set<std::int64_t> pieces(delivers.pieces.begin(), delivers.pieces.end());
  for (const std::int64_t piece : pieces) {
    Query row = connection.query(
        "SELECT article, unit_price, quantity FROM ticket_piece WHERE tag = ? AND ticket = ?"
        " AND state = 'ready'",
        piece, delivers.number);
    if (!row.next()) return pos::TenderFault{Why::not_to_deliver, std::to_string(piece)};
    Quantity& agreed = handed_over[{row.text(0), row.whole(1)}];
    agreed = agreed + row.quantity(2);
    Quantity& all = of_article[row.text(0)];
    all = all + row.quantity(2);
  }
  if (pieces.empty() || pieces.size() != delivers.pieces.size())
    return pos::TenderFault{Why::not_to_deliver, std::to_string(delivers.number)};
  for (const auto& [agreed, quantity] : agreed_in(draft)) {
    const auto found = handed_over.find(agreed);
    if (found == handed_over.end() || quantity > found->second)
      return pos::TenderFault{Why::not_as_agreed, agreed.first};
  }
  for (const pos::SaleLine& line : draft.priced.lines) {
    const auto found = of_article.find(line.article);
    if (found != of_article.end()) found->second = found->second - line.quantity;
  }
  for (const auto& [article, unpaid] : of_article) {
    if (unpaid > Quantity()) return pos::TenderFault{Why::not_to_deliver, article};
  }
  return std::nullopt;
}

}  // namespace

bool is_open_order(Connection& connection, std::int64_t number) {
  return connection.number(
             "SELECT EXISTS (SELECT 1 FROM customer_order WHERE number = ? AND state = 'open')",
             number) != 0;
}

bool is_open_ticket(Connection& connection, std::int64_t number) {
  return connection.number("SELECT EXISTS (SELECT 1 FROM ticket WHERE number = ? AND here > 0)",
                           number) != 0;
}

std::optional<pos::TenderFault> delivery_fault(Connection& connection,
                                               const pos::SaleDraft& draft) {
  const pos::Delivery& delivers = *draft.priced.delivers;
  if (delivers.what == pos::order_delivery) return order_fault(connection, draft);
  if (delivers.what == pos::package_delivery) return package_fault(connection, draft);
  if (delivers.what == pos::ticket_delivery) return ticket_fault(connection, draft);
  return pos::TenderFault{Why::not_to_deliver, std::to_string(delivers.number)};
}

void put_delivery(Connection& connection, const JournalEntry& entry, const pos::Sale& sale) {
  if (!sale.priced.delivers) return;
  const pos::Delivery& delivers = *sale.priced.delivers;
  connection.run("INSERT INTO delivery (sale, what, number) VALUES (?, ?, ?)", entry.position,
                 delivers.what, delivers.number);
  // Only a ticket's pieces have tags: another sale that names some takes none of them.
  if (delivers.what == pos::ticket_delivery) {
    for (const std::int64_t piece : delivers.pieces)
      connection.run("INSERT INTO delivery_piece (piece, sale) VALUES (?, ?)", piece,
                     entry.position);
  }
  end_delivered(connection, sale);
}

void end_delivered(Connection& connection, const pos::Sale& sale) {
  if (!sale.priced.delivers) return;
  const pos::Delivery& delivers = *sale.priced.delivers;
  if (delivers.what == pos::order_delivery)
    connection.run(
        "UPDATE customer_order SET state = 'collected' WHERE number = ? AND state = 'open'",
        delivers.number);
  if (delivers.what != pos::ticket_delivery) return;
  const Day day = sale.business_day.day();
  for (const std::int64_t piece : delivers.pieces)
    connection.run(
        "UPDATE ticket_piece SET state = 'collected', since = ?, rack = '' WHERE tag = ?"
        " AND state <> 'collected'",
        day, piece);
  count_pieces_here(connection, delivers.number, day);
}

void count_pieces_here(Connection& connection, std::int64_t ticket, const Day& day) {
  connection.run(
      "UPDATE ticket SET last_day = max(last_day, ?1), here = (SELECT count(*) FROM ticket_piece"
      " WHERE ticket = ?2 AND state IN ('received', 'washing', 'ironing', 'ready'))"
      " WHERE number = ?2",
      day, ticket);
}

std::optional<pos::Delivery> read_delivery(Connection& connection, std::int64_t sale) {
  Query row = connection.query("SELECT what, number FROM delivery WHERE sale = ?", sale);
  if (!row.next()) return std::nullopt;
  pos::Delivery delivers{row.text(0), row.whole(1)};
  Query piece =
      connection.query("SELECT piece FROM delivery_piece WHERE sale = ? ORDER BY piece", sale);
  while (piece.next()) delivers.pieces.push_back(piece.whole(0));
  return delivers;
}

}  // namespace tilia::db
