#include "db/consignment_rows.h"

#include "core/check.h"
#include "db/book_fault.h"

namespace tilia::db {
namespace {

using Kind = pos::ConsignmentEvent::Kind;

Currency currency_of(const Query& row, int column) {
  const auto currency = Currency::from_code(row.text(column));
  if (!currency) throw BookFault(BookFault::Why::damaged, "a consignment's currency");
  return *currency;
}

struct HeldTerms {
  std::int64_t entry = 0;
  pos::ConsignmentTerms terms;
};

// entry, article, maker, from_day, currency, price, our_share, makers_amount, lost_is_paid
HeldTerms terms_of(const Query& row) {
  const Currency currency = currency_of(row, 4);
  return {row.whole(0),
          {.article = row.text(1),
           .maker = row.whole(2),
           .from = row.day(3),
           .price = row.money(5, currency),
           .our_share = row.is_null(6) ? std::nullopt : std::optional(row.rate(6)),
           .makers_amount = row.is_null(7) ? std::nullopt : std::optional(row.money(7, currency)),
           .lost_is_paid = row.yes(8)}};
}

// Before the first day of all terms, the first: an article is its maker's from the start.
std::optional<HeldTerms> terms_on(Connection& connection, const std::string& article,
                                  const Day& day) {
  {
    Query row = connection.query(
        "SELECT t.entry, t.article, c.maker, t.from_day, t.currency, t.price, t.our_share,"
        " t.makers_amount, t.lost_is_paid FROM consigned_article c JOIN consignment_terms t"
        " ON t.article = c.article WHERE c.article = ? AND t.from_day <= ?"
        " ORDER BY t.from_day DESC, t.entry DESC LIMIT 1",
        article, day);
    if (row.next()) return terms_of(row);
  }
  Query row = connection.query(
      "SELECT t.entry, t.article, c.maker, t.from_day, t.currency, t.price, t.our_share,"
      " t.makers_amount, t.lost_is_paid FROM consigned_article c JOIN consignment_terms t"
      " ON t.article = c.article WHERE c.article = ? ORDER BY t.from_day, t.entry LIMIT 1",
      article);
  if (!row.next()) return std::nullopt;
  return terms_of(row);
}

HeldTerms terms_by_entry(Connection& connection, std::int64_t entry) {
  Query row = connection.query(
      "SELECT t.entry, t.article, c.maker, t.from_day, t.currency, t.price, t.our_share,"
      " t.makers_amount, t.lost_is_paid FROM consignment_terms t JOIN consigned_article c"
      " ON t.article = c.article WHERE t.entry = ?",
      entry);
  if (!row.next()) throw BookFault(BookFault::Why::damaged, "terms are missing");
  return terms_of(row);
}

// A line of a sale that was sold and, in part or whole, came back: what is left of it.
struct SoldLine {
  std::int64_t terms = 0;
  Quantity quantity;
  std::int64_t amount = 0;
  std::int64_t owed = 0;
};

std::optional<SoldLine> sold_line(Connection& connection, std::int64_t sale, std::int64_t number) {
  Query row = connection.query(
      "SELECT max(terms), sum(quantity), sum(amount), sum(owed) FROM consigned_sale"
      " WHERE sold_sale = ? AND sold_number = ?",
      sale, number);
  if (!row.next() || row.is_null(0)) return std::nullopt;
  return SoldLine{row.whole(0), row.quantity(1), row.whole(2), row.whole(3)};
}

struct ShareOfLine {
  std::int64_t sold_sale = 0;
  std::int64_t sold_number = 0;
  std::int64_t terms = 0;
  Money owed;
};

std::optional<ShareOfLine> share_of_line(Connection& connection, const JournalEntry& entry,
                                         const pos::Sale& sale, std::size_t at,
                                         std::optional<std::int64_t> refund_of) {
  const pos::SaleLine& line = sale.priced.lines.at(at);
  const auto number = static_cast<std::int64_t>(at) + 1;
  if (!refund_of) {
    const auto held = terms_on(connection, line.article, sale.business_day.day());
    if (!held) return std::nullopt;
    return ShareOfLine{entry.position, number, held->entry,
                       held->terms.makers_share(line.quantity, line.amount)};
  }
  const std::int64_t sold_number = sale.refund_of->line_numbers.at(at);
  const auto sold = sold_line(connection, *refund_of, sold_number);
  if (!sold) return std::nullopt;  // it was nobody's when it was sold
  const Currency currency = line.amount.currency();
  const Money kept = Money::from_minor(sold->amount, currency) + line.amount;
  const Money owed_then = Money::from_minor(sold->owed, currency);
  const HeldTerms held = terms_by_entry(connection, sold->terms);
  return ShareOfLine{*refund_of, sold_number, sold->terms,
                     held.terms.makers_share(sold->quantity + line.quantity, kept) - owed_then};
}

Quantity sum_of_moves(Connection& connection, const std::string& article, const char* kind) {
  return Quantity::from_thousandths(connection.number(
      "SELECT coalesce(sum(quantity), 0) FROM consignment_move WHERE article = ? AND kind = ?",
      article, kind));
}

pos::MakerPayment payment_of(const Query& row) {
  return {.number = row.whole(0),
          .run = row.whole(1),
          .maker = row.whole(2),
          .amount = row.money(4, currency_of(row, 3)),
          .day = row.day(5),
          .until = row.day(6),
          .reversed_on = row.is_null(7) ? std::nullopt : std::optional(row.day(7))};
}

std::vector<pos::MakerPayment> payments_of(Query row) {
  std::vector<pos::MakerPayment> payments;
  while (row.next()) payments.push_back(payment_of(row));
  return payments;
}

void read_moves(Connection& connection, std::int64_t maker,
                std::vector<pos::ConsignmentEvent>& events) {
  Query row = connection.query(
      "SELECT m.article, m.kind, m.quantity, m.lost, m.owed, m.day, (SELECT t.currency"
      " FROM consignment_terms t WHERE t.article = m.article LIMIT 1)"
      " FROM consigned_article c JOIN consignment_move m ON m.article = c.article"
      " WHERE c.maker = ? ORDER BY m.entry",
      maker);
  while (row.next()) {
    const auto kind = pos::parse_consignment_move(row.text(1));
    if (!kind) throw BookFault(BookFault::Why::damaged, "a consignment's move");
    const Currency currency = currency_of(row, 6);
    pos::ConsignmentEvent event{.kind = Kind::lost,
                                .article = row.text(0),
                                .quantity = row.quantity(3),
                                .amount = Money::zero(currency),
                                .owed = row.money(4, currency),
                                .day = row.day(5)};
    if (*kind == pos::ConsignmentMove::Kind::brought) event.kind = Kind::brought;
    if (*kind == pos::ConsignmentMove::Kind::returned) event.kind = Kind::returned;
    if (event.kind != Kind::lost) event.quantity = row.quantity(2);
    // A count that found all of them there changed nothing.
    if (event.quantity != Quantity()) events.push_back(std::move(event));
  }
}

}  // namespace

void put_maker(Connection& connection, const pos::Maker& maker) {
  connection.run("INSERT INTO maker (number, since) VALUES (?, ?)", maker.number, maker.since);
}

void put_terms(Connection& connection, const JournalEntry& entry, const AgreedRecord& record) {
  const pos::ConsignmentTerms& terms = record.terms;
  connection.run(
      "INSERT INTO consigned_article (number, article, maker) VALUES (?, ?, ?)"
      " ON CONFLICT (article) DO NOTHING",
      record.number, terms.article, terms.maker);
  connection.run(
      "INSERT INTO consignment_terms (entry, article, from_day, currency, price, our_share,"
      " makers_amount, lost_is_paid) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      entry.position, terms.article, terms.from, terms.price.currency().code(), terms.price,
      terms.our_share, terms.makers_amount, terms.lost_is_paid);
}

void put_consignment_move(Connection& connection, const JournalEntry& entry,
                          const pos::SettledMove& settled) {
  connection.run(
      "INSERT INTO consignment_move (entry, article, kind, quantity, lost, owed, day)"
      " VALUES (?, ?, ?, ?, ?, ?, ?)",
      entry.position, settled.move.article, pos::consignment_move_text(settled.move.kind),
      settled.move.quantity, settled.lost, settled.owed, settled.move.day);
}

void put_maker_payments(Connection& connection, const JournalEntry& entry,
                        const std::vector<pos::MakerPayment>& payments) {
  for (const pos::MakerPayment& payment : payments)
    connection.run(
        "INSERT INTO maker_payment (number, entry, run, maker, currency, amount, day, until_day)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        payment.number, entry.position, payment.run, payment.maker,
        payment.amount.currency().code(), payment.amount, payment.day, payment.until);
}

void put_payment_reversal(Connection& connection, const JournalEntry& entry,
                          const ReversalRecord& record) {
  connection.run("INSERT INTO maker_payment_reversal (payment, entry, day) VALUES (?, ?, ?)",
                 record.payment, entry.position, record.day);
}

void put_consigned(Connection& connection, const JournalEntry& entry, std::int64_t session,
                   const pos::Sale& sale) {
  if (connection.number("SELECT EXISTS (SELECT 1 FROM consigned_article)") == 0) return;
  std::optional<std::int64_t> refund_of;
  if (sale.refund_of)
    refund_of = connection.number("SELECT refund_of FROM sale WHERE entry = ?", entry.position);
  Money together = Money::zero(sale.priced.total.currency());
  for (std::size_t at = 0; at < sale.priced.lines.size(); ++at) {
    const auto share = share_of_line(connection, entry, sale, at, refund_of);
    if (!share) continue;
    const pos::SaleLine& line = sale.priced.lines[at];
    connection.run(
        "INSERT INTO consigned_sale (sale, number, sold_sale, sold_number, article, terms,"
        " quantity, amount, owed, day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entry.position, static_cast<std::int64_t>(at) + 1, share->sold_sale, share->sold_number,
        line.article, share->terms, line.quantity, line.amount, share->owed, sale.business_day);
    together += share->owed;
  }
  if (together.is_zero()) return;
  connection.run("UPDATE session_figures SET makers_share = makers_share + ? WHERE session = ?",
                 together, session);
}

std::optional<pos::ConsignedArticle> read_consigned(Connection& connection,
                                                    const std::string& article, const Day& day) {
  const auto held = terms_on(connection, article, day);
  if (!held) return std::nullopt;
  return pos::ConsignedArticle{
      .number =
          connection.number("SELECT number FROM consigned_article WHERE article = ?", article),
      .terms = held->terms,
      .pieces = {.brought = sum_of_moves(connection, article, "brought"),
                 .returned = sum_of_moves(connection, article, "returned"),
                 .lost = Quantity::from_thousandths(connection.number(
                     "SELECT coalesce(sum(lost), 0) FROM consignment_move WHERE article = ?",
                     article)),
                 .sold = Quantity::from_thousandths(connection.number(
                     "SELECT coalesce(sum(quantity), 0) FROM consigned_sale WHERE article = ?",
                     article))},
      .owed_lost = Money::from_minor(
          connection.number("SELECT coalesce(sum(owed), 0) FROM consignment_move WHERE article = ?",
                            article),
          held->terms.price.currency())};
}

std::vector<pos::ConsignmentEvent> read_consignment_events(Connection& connection,
                                                           std::int64_t maker) {
  std::vector<pos::ConsignmentEvent> events;
  read_moves(connection, maker, events);
  Query row = connection.query(
      "SELECT s.article, s.quantity, s.amount, s.owed, s.day, t.currency"
      " FROM consigned_article c JOIN consigned_sale s ON s.article = c.article"
      " JOIN consignment_terms t ON t.entry = s.terms WHERE c.maker = ? ORDER BY s.sale, s.number",
      maker);
  while (row.next()) {
    const Currency currency = currency_of(row, 5);
    events.push_back({.kind = Kind::sold,
                      .article = row.text(0),
                      .quantity = row.quantity(1),
                      .amount = row.money(2, currency),
                      .owed = row.money(3, currency),
                      .day = row.day(4)});
  }
  return events;
}

std::vector<pos::MakerPayment> read_payments_of_maker(Connection& connection, std::int64_t maker) {
  return payments_of(connection.query(
      "SELECT p.number, p.run, p.maker, p.currency, p.amount, p.day, p.until_day, r.day"
      " FROM maker_payment p LEFT JOIN maker_payment_reversal r ON r.payment = p.number"
      " WHERE p.maker = ? ORDER BY p.number",
      maker));
}

std::vector<pos::MakerPayment> read_payments_of_run(Connection& connection, std::int64_t run) {
  return payments_of(connection.query(
      "SELECT p.number, p.run, p.maker, p.currency, p.amount, p.day, p.until_day, r.day"
      " FROM maker_payment p LEFT JOIN maker_payment_reversal r ON r.payment = p.number"
      " WHERE p.run = ? ORDER BY p.number",
      run));
}

std::optional<pos::MakerPayment> read_maker_payment(Connection& connection, std::int64_t number) {
  const auto found = payments_of(connection.query(
      "SELECT p.number, p.run, p.maker, p.currency, p.amount, p.day, p.until_day, r.day"
      " FROM maker_payment p LEFT JOIN maker_payment_reversal r ON r.payment = p.number"
      " WHERE p.number = ?",
      number));
  return found.empty() ? std::nullopt : std::optional(found.front());
}

}  // namespace tilia::db
