#include "db/advance_rows.h"

#include <map>
#include <utility>

#include "core/check.h"
#include "db/book_fault.h"
#include "db/delivery_rows.h"
#include "db/package_rows.h"
#include "db/till_rows.h"
#include "pos/ticket_advance.h"

namespace tilia::db {
namespace {

using Kind = pos::AdvanceMove::Kind;
using pos::ExtraKind;
using pos::TenderKind;
using Why = pos::TenderFault::Why;

// What comes in for each advance, and what is used of it: each by itself, so that a sale that takes
// and uses the same is looked at as both. On a refund they are negative.
struct Moved {
  Money taken;
  Money used;
};
std::map<std::string, Moved> moved_by(const pos::PricedSale& priced) {
  std::map<std::string, Moved> moved;
  const auto of = [&](const std::string& code, const Money& amount) -> Moved& {
    const Money none = Money::zero(amount.currency());
    return moved.try_emplace(code, Moved{none, none}).first->second;
  };
  for (const pos::Extra& extra : priced.extras) {
    if (extra.kind == ExtraKind::advance) of(extra.reference, extra.amount).taken += extra.amount;
  }
  for (const pos::Tender& tender : priced.tenders) {
    if (tender.kind == TenderKind::advance)
      of(tender.reference, tender.amount).used += tender.amount;
  }
  return moved;
}

class Moves {
 public:
  Moves(Connection& connection, const JournalEntry& entry, const Day& day)
      : connection_(connection), entry_(entry), day_(day) {}

  // `amount`: positive; what it adds to the balance is its sign by kind.
  void enter(const std::string& code, Kind kind, const Money& amount) {
    const bool more = kind == Kind::taken || kind == Kind::put_back;
    if (more)
      connection_.run(
          "INSERT INTO advance (code, currency, balance, since) VALUES (?1, ?2, ?3, ?4)"
          " ON CONFLICT (code) DO UPDATE SET balance = balance + ?3",
          code, amount.currency().code(), amount, day_);
    else
      connection_.run("UPDATE advance SET balance = balance - ? WHERE code = ?", amount, code);
    connection_.run(
        "INSERT INTO advance_move (entry, number, advance, kind, amount, day)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        entry_.position, ++number_, code, pos::advance_move_text(kind), amount, day_);
  }

 private:
  Connection& connection_;
  const JournalEntry& entry_;
  Day day_;
  std::int64_t number_ = 0;
};

// A package is used for what it was paid for alone.
bool delivers_package(const pos::SaleDraft& draft, const std::string& code) {
  const auto& delivers = draft.priced.delivers;
  return delivers && delivers->what == pos::package_delivery &&
         pos::advance_of_package(delivers->number) == code;
}

// Money is taken for what is promised, under its one code: an order that is open, a package once
// and whole, a ticket of which something is here, or the loaves of an article for whoever comes.
bool may_be_paid_early(Connection& connection, const std::string& code, const Money& amount) {
  if (const auto number = pos::package_of_advance(code)) {
    const auto package = read_package(connection, *number);
    return package && !package->owed && amount == package->price;
  }
  if (const auto article = pos::suspended_article(code))
    return connection.number("SELECT EXISTS (SELECT 1 FROM article WHERE code = ?)", *article) != 0;
  if (const auto ticket = pos::ticket_of_advance(code)) return is_open_ticket(connection, *ticket);
  const auto order = pos::order_of_advance(code);
  return order && is_open_order(connection, *order);
}

}  // namespace

std::optional<pos::TenderFault> advance_fault(Connection& connection, const pos::SaleDraft& draft) {
  for (const auto& [code, moved] : moved_by(draft.priced)) {
    const Money none = Money::zero(moved.taken.currency());
    if (moved.taken > none && !may_be_paid_early(connection, code, moved.taken))
      return pos::TenderFault{Why::advance_unknown, code};
    if (moved.used > none && pos::package_of_advance(code) && !delivers_package(draft, code))
      return pos::TenderFault{Why::not_as_agreed, code};
    const Money added = moved.taken - moved.used;
    if (!added.negative()) continue;
    const auto advance = read_advance(connection, code);
    if (!advance || !advance->balance.same_currency(added))
      return pos::TenderFault{Why::advance_unknown, code};
    if (advance->balance + added < none)
      return pos::TenderFault{Why::advance_not_enough, advance->balance.text()};
  }
  if (draft.priced.delivers) return delivery_fault(connection, draft);
  return std::nullopt;
}

void move_advances(Connection& connection, const JournalEntry& entry, const pos::Sale& sale) {
  Moves moves(connection, entry, sale.business_day.day());
  // What comes first, so that one sale can take a deposit and use it.
  for (const pos::Extra& extra : sale.priced.extras) {
    if (extra.kind == ExtraKind::advance && !extra.amount.negative())
      moves.enter(extra.reference, Kind::taken, extra.amount);
  }
  for (const pos::Tender& tender : sale.priced.tenders) {
    if (tender.kind != TenderKind::advance) continue;
    const bool back = tender.amount.negative();
    moves.enter(tender.reference, back ? Kind::put_back : Kind::delivered,
                back ? -tender.amount : tender.amount);
  }
  for (const pos::Extra& extra : sale.priced.extras) {
    if (extra.kind == ExtraKind::advance && extra.amount.negative())
      moves.enter(extra.reference, Kind::given_back, -extra.amount);
  }
}

void give_back_advance(Connection& connection, const JournalEntry& entry,
                       const pos::CashMove& move) {
  Moves moves(connection, entry, entry.content.business_day.value().day());
  moves.enter(move.reference, Kind::given_back, move.amount);
}

std::optional<pos::Advance> read_advance(Connection& connection, const std::string& code) {
  Query row =
      connection.query("SELECT code, currency, balance, since FROM advance WHERE code = ?", code);
  if (!row.next()) return std::nullopt;
  const auto currency = Currency::from_code(row.text(1));
  if (!currency) throw BookFault(BookFault::Why::damaged, "an advance's currency");
  return pos::Advance{row.text(0), row.money(2, *currency), row.day(3)};
}

std::vector<pos::Advance> read_advances(Connection& connection) {
  std::vector<std::string> codes;
  {
    Query row = connection.query("SELECT code FROM advance WHERE balance > 0 ORDER BY code");
    while (row.next()) codes.push_back(row.text(0));
  }
  std::vector<pos::Advance> advances;
  for (const std::string& code : codes) advances.push_back(read_advance(connection, code).value());
  return advances;
}

std::vector<pos::AdvanceMove> read_advance_moves(Connection& connection, const std::string& code) {
  const auto advance = read_advance(connection, code);
  if (!advance) return {};
  std::vector<pos::AdvanceMove> moves;
  Query row = connection.query(
      "SELECT m.kind, m.amount, m.day, s.till, s.epoch, s.number FROM advance_move m"
      " LEFT JOIN sale s ON s.entry = m.entry WHERE m.advance = ? ORDER BY m.entry, m.number",
      code);
  while (row.next()) {
    const auto kind = pos::parse_advance_move(row.text(0));
    if (!kind) throw BookFault(BookFault::Why::damaged, "an advance's move");
    moves.push_back(
        {*kind, row.money(1, advance->balance.currency()), row.day(2),
         row.is_null(3) ? std::string() : receipt_text(row.text(3), row.whole(4), row.whole(5))});
  }
  return moves;
}

}  // namespace tilia::db
