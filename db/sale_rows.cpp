// Rows of sales and refunds, and what they add to the running sums.
#include <algorithm>
#include <charconv>
#include <map>

#include "core/check.h"
#include "db/advance_rows.h"
#include "db/book_fault.h"
#include "db/connection.h"
#include "db/consignment_rows.h"
#include "db/delivery_rows.h"
#include "db/till_rows.h"

namespace tilia::db {
namespace {

void put_lines(Connection& connection, std::int64_t entry, const pos::Sale& sale) {
  std::int64_t number = 0;
  for (const pos::SaleLine& line : sale.priced.lines) {
    std::optional<std::int64_t> taken_back;
    if (sale.refund_of) {
      taken_back = sale.refund_of->line_numbers.at(static_cast<std::size_t>(number));
    }
    connection.run(
        "INSERT INTO sale_line (sale, number, article, name, unit, quantity, unit_price, amount,"
        " vat_class, vat_rate, page, taken_back_line, usual_amount, note)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entry, ++number, line.article, line.name, pos::unit_text(line.unit), line.quantity,
        line.unit_price, line.amount, pos::vat_class_text(line.vat_class), line.vat_rate, line.page,
        taken_back, line.usual_amount, line.note);
  }
}

void put_vat_and_tenders(Connection& connection, std::int64_t entry, std::int64_t session,
                         const pos::Sale& sale) {
  const pos::PricedSale& priced = sale.priced;
  std::int64_t number = 0;
  for (const pos::VatSum& sum : priced.vat) {
    const std::string_view vat_class = pos::vat_class_text(sum.vat_class);
    connection.run(
        "INSERT INTO sale_vat (sale, number, vat_class, rate, gross, net, vat)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        entry, ++number, vat_class, sum.rate, sum.gross, sum.net, sum.vat);
    connection.run(
        "INSERT INTO session_vat (session, vat_class, rate, gross, net, vat)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET gross = gross + excluded.gross,"
        " net = net + excluded.net, vat = vat + excluded.vat",
        session, vat_class, sum.rate, sum.gross, sum.net, sum.vat);
  }
  number = 0;
  for (const pos::Tender& tender : priced.tenders) {
    connection.run(
        "INSERT INTO sale_tender (sale, number, kind, amount, reference) VALUES (?, ?, ?, ?, ?)",
        entry, ++number, pos::tender_kind_text(tender.kind), tender.amount, tender.reference);
  }
  number = 0;
  for (const pos::Extra& extra : priced.extras) {
    std::optional<std::int64_t> taken_back;
    if (sale.refund_of)
      taken_back = sale.refund_of->extra_numbers.at(static_cast<std::size_t>(number));
    connection.run(
        "INSERT INTO sale_extra (sale, number, kind, amount, reference, valid_until,"
        " taken_back_extra) VALUES (?, ?, ?, ?, ?, ?, ?)",
        entry, ++number, pos::extra_kind_text(extra.kind), extra.amount, extra.reference,
        extra.valid_until, taken_back);
  }
}

// A refund's amounts are negative, its figures positive.
void add_to_figures(Connection& connection, std::int64_t session, const pos::Sale& sale) {
  const pos::PricedSale& priced = sale.priced;
  const Money none = Money::zero(priced.total.currency());
  Money cash_taken = none;
  Money cash_refunded = none;
  Money card_taken = none;
  for (const pos::Tender& tender : priced.tenders) {
    if (tender.kind == pos::TenderKind::card) {
      card_taken += tender.amount;
    } else if (tender.kind != pos::TenderKind::cash) {
      continue;  // add_rare_figures
    } else if (tender.amount.negative()) {
      cash_refunded -= tender.amount;
    } else {
      cash_taken += tender.amount;
    }
  }
  Money discounts = none;
  for (const pos::SaleLine& line : priced.lines) {
    if (line.usual_amount) discounts += *line.usual_amount - line.amount;
  }
  const bool refund = sale.refund_of.has_value();
  connection.run(
      "UPDATE session_figures SET sales_count = sales_count + ?, sales_total = sales_total + ?,"
      " refunds_count = refunds_count + ?, refunds_total = refunds_total + ?,"
      " donations = donations + ?, cash_rounding = cash_rounding + ?,"
      " cash_taken = cash_taken + ?, change_given = change_given + ?,"
      " cash_refunded = cash_refunded + ?, card_taken = card_taken + ?,"
      " discounts = discounts + ? WHERE session = ?",
      refund ? 0 : 1, refund ? none : priced.total, refund ? 1 : 0, refund ? -priced.total : none,
      priced.donation, priced.cash_rounding, cash_taken, priced.change, cash_refunded, card_taken,
      discounts, session);
}

// Only where there are any: an ordinary sale costs no statement more.
void add_rare_figures(Connection& connection, std::int64_t session, const pos::PricedSale& priced) {
  const Money none = Money::zero(priced.total.currency());
  Money tips = none;
  Money vouchers_sold = none;
  Money account_paid = none;
  Money vouchers_taken = none;
  Money vouchers_given = none;
  Money account_taken = none;
  Money advances_taken = none;
  Money advances_used = none;
  bool any = !priced.extras.empty();
  for (const pos::Extra& extra : priced.extras) {
    if (extra.kind == pos::ExtraKind::tip) tips += extra.amount;
    if (extra.kind == pos::ExtraKind::voucher_sold) vouchers_sold += extra.amount;
    if (extra.kind == pos::ExtraKind::account_paid) account_paid += extra.amount;
    if (extra.kind == pos::ExtraKind::advance) advances_taken += extra.amount;
  }
  for (const pos::Tender& tender : priced.tenders) {
    if (tender.kind == pos::TenderKind::voucher) {
      vouchers_taken += tender.amount;
      const auto voucher = read_voucher(connection, tender.reference);
      if (voucher && voucher->kind == pos::VoucherKind::given) vouchers_given += tender.amount;
    }
    if (tender.kind == pos::TenderKind::account) account_taken += tender.amount;
    if (tender.kind == pos::TenderKind::advance) advances_used += tender.amount;
    any |= tender.kind != pos::TenderKind::cash && tender.kind != pos::TenderKind::card;
  }
  if (!any) return;
  connection.run(
      "UPDATE session_figures SET tips = tips + ?, vouchers_sold = vouchers_sold + ?,"
      " account_paid = account_paid + ?, vouchers_taken = vouchers_taken + ?,"
      " account_taken = account_taken + ?, vouchers_given = vouchers_given + ?,"
      " advances_taken = advances_taken + ?, advances_used = advances_used + ? WHERE session = ?",
      tips, vouchers_sold, account_paid, vouchers_taken, account_taken, vouchers_given,
      advances_taken, advances_used, session);
}

Hash hash_column(const Query& row, int column) {
  const Bytes stored = row.bytes(column);
  Hash hash{};
  if (stored.size() != hash.size()) throw BookFault(BookFault::Why::damaged, "a digest");
  std::copy(stored.begin(), stored.end(), hash.begin());
  return hash;
}

template <class T>
T known(const std::optional<T>& value) {
  if (!value) throw BookFault(BookFault::Why::damaged, "a word of a sale");
  return *value;
}

void read_lines(Connection& connection, std::int64_t entry, Currency currency, pos::Sale& sale) {
  Query row = connection.query(
      "SELECT article, name, unit, quantity, unit_price, amount, vat_class, vat_rate, page,"
      " taken_back_line, usual_amount, note FROM sale_line WHERE sale = ? ORDER BY number",
      entry);
  while (row.next()) {
    sale.priced.lines.push_back({.article = row.text(0),
                                 .name = row.text(1),
                                 .unit = known(pos::parse_unit(row.text(2))),
                                 .quantity = row.quantity(3),
                                 .unit_price = row.money(4, currency),
                                 .amount = row.money(5, currency),
                                 .vat_class = known(pos::parse_vat_class(row.text(6))),
                                 .vat_rate = row.rate(7),
                                 .page = row.text(8),
                                 .note = row.text(11)});
    if (!row.is_null(10)) sale.priced.lines.back().usual_amount = row.money(10, currency);
    if (sale.refund_of) sale.refund_of->line_numbers.push_back(row.whole(9));
  }
}

void read_vat_and_tenders(Connection& connection, std::int64_t entry, Currency currency,
                          pos::Sale& sale) {
  pos::PricedSale& priced = sale.priced;
  Query vat = connection.query(
      "SELECT vat_class, rate, gross, net, vat FROM sale_vat WHERE sale = ? ORDER BY number",
      entry);
  while (vat.next()) {
    priced.vat.push_back({.vat_class = known(pos::parse_vat_class(vat.text(0))),
                          .rate = vat.rate(1),
                          .gross = vat.money(2, currency),
                          .net = vat.money(3, currency),
                          .vat = vat.money(4, currency)});
  }
  Query tender = connection.query(
      "SELECT kind, amount, reference FROM sale_tender WHERE sale = ? ORDER BY number", entry);
  while (tender.next())
    priced.tenders.push_back(
        {known(pos::parse_tender_kind(tender.text(0))), tender.money(1, currency), tender.text(2)});
  Query extra = connection.query(
      "SELECT kind, amount, reference, valid_until, taken_back_extra FROM sale_extra"
      " WHERE sale = ? ORDER BY number",
      entry);
  while (extra.next()) {
    priced.extras.push_back({known(pos::parse_extra_kind(extra.text(0))), extra.money(1, currency),
                             extra.text(2),
                             extra.is_null(3) ? std::nullopt : std::optional(extra.day(3))});
    if (sale.refund_of) sale.refund_of->extra_numbers.push_back(extra.whole(4));
  }
}

std::optional<pos::RefundOf> read_refund(Connection& connection, std::int64_t of,
                                         const std::string& reason) {
  Query row = connection.query("SELECT till, epoch, number FROM sale WHERE entry = ?", of);
  if (!row.next()) throw BookFault(BookFault::Why::damaged, "a refund of no sale");
  return pos::RefundOf{receipt_text(row.text(0), row.whole(1), row.whole(2)), reason, {}};
}

}  // namespace

void put_sale(Connection& connection, const JournalEntry& entry, const SaleRecord& record) {
  const pos::Sale& sale = record.sale;
  const std::int64_t session = session_entry(connection, sale.session);
  std::optional<std::int64_t> refund_of;
  std::optional<std::string> reason;
  if (sale.refund_of) {
    refund_of = find_receipt(connection, sale.refund_of->receipt);
    CHECK(refund_of);
    CHECK(sale.refund_of->line_numbers.size() == sale.priced.lines.size());
    CHECK(sale.refund_of->extra_numbers.size() == sale.priced.extras.size());
    reason = sale.refund_of->reason;
  }
  connection.run(
      "INSERT INTO sale (entry, id, till, epoch, number, session, instant, business_day, total,"
      " donation, cash_rounding, change, request_digest, refund_of, refund_reason)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      entry.position, sale.id, sale.till, entry.epoch, record.number, session, sale.at,
      sale.business_day, sale.priced.total, sale.priced.donation, sale.priced.cash_rounding,
      sale.priced.change, record.request_digest, refund_of, reason);
  put_lines(connection, entry.position, sale);
  put_vat_and_tenders(connection, entry.position, session, sale);
  add_to_figures(connection, session, sale);
  add_rare_figures(connection, session, sale.priced);
  move_balances(connection, entry, sale);
  move_advances(connection, entry, sale);
  put_delivery(connection, entry, sale);
  put_consigned(connection, entry, session, sale);
}

void put_fiscal_note(Connection& connection, const JournalEntry& entry, const FiscalNote& note) {
  const auto sale = find_sale(connection, note.sale);
  CHECK(sale);
  connection.run("INSERT INTO fiscal_note (entry, sale, skipped, note) VALUES (?, ?, ?, ?)",
                 entry.position, sale->entry, note.skipped, note.note);
}

std::optional<FoundSale> find_sale(Connection& connection, const pos::SaleId& id) {
  Query row = connection.query("SELECT entry, request_digest FROM sale WHERE id = ?", id);
  if (!row.next()) return std::nullopt;
  return FoundSale{row.whole(0), hash_column(row, 1)};
}

std::optional<std::int64_t> find_receipt(Connection& connection, const std::string& receipt) {
  // From the right: a till's name may hold a dash, numbers do not.
  const std::size_t second = receipt.rfind('-');
  if (second == std::string::npos || second == 0) return std::nullopt;
  const std::size_t first = receipt.rfind('-', second - 1);
  if (first == std::string::npos) return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t to) -> std::int64_t {
    std::int64_t value = 0;
    const char* end = receipt.data() + to;
    const auto [stop, error] = std::from_chars(receipt.data() + from, end, value);
    return error == std::errc() && stop == end ? value : 0;
  };
  const std::string till = receipt.substr(0, first);
  const std::int64_t epoch = number(first + 1, second);
  const std::int64_t counted = number(second + 1, receipt.size());
  if (receipt_text(till, epoch, counted) != receipt) return std::nullopt;
  Query row = connection.query("SELECT entry FROM sale WHERE till = ? AND epoch = ? AND number = ?",
                               till, epoch, counted);
  if (!row.next()) return std::nullopt;
  return row.whole(0);
}

pos::Sale read_sale(Connection& connection, std::int64_t entry) {
  Query row = connection.query(
      "SELECT s.id, s.till, s.epoch, s.number, d.id, d.currency, s.instant, s.business_day,"
      " s.total, s.donation, s.cash_rounding, s.change, s.refund_of, s.refund_reason"
      " FROM sale s JOIN drawer_session d ON d.entry = s.session WHERE s.entry = ?",
      entry);
  if (!row.next()) throw BookFault(BookFault::Why::damaged, "a sale is missing");
  const Currency currency = known(Currency::from_code(row.text(5)));
  pos::Sale sale{.id = row.id<pos::SaleId>(0),
                 .till = row.text(1),
                 .session = row.id<pos::SessionId>(4),
                 .receipt = receipt_text(row.text(1), row.whole(2), row.whole(3)),
                 .at = row.instant(6),
                 .business_day = row.business_day(7),
                 .priced = {.lines = {},
                            .vat = {},
                            .tenders = {},
                            .total = row.money(8, currency),
                            .donation = row.money(9, currency),
                            .cash_rounding = row.money(10, currency),
                            .change = row.money(11, currency)},
                 .refund_of = std::nullopt};
  if (!row.is_null(12)) sale.refund_of = read_refund(connection, row.whole(12), row.text(13));
  read_lines(connection, entry, currency, sale);
  read_vat_and_tenders(connection, entry, currency, sale);
  sale.priced.delivers = read_delivery(connection, entry);
  return sale;
}

std::vector<std::int64_t> latest_sale_entries(Connection& connection, const std::string& till,
                                              int at_most) {
  std::vector<std::int64_t> entries;
  Query row = connection.query(
      "SELECT entry FROM sale WHERE till = ? ORDER BY epoch DESC, number DESC LIMIT ?", till,
      at_most);
  while (row.next()) entries.push_back(row.whole(0));
  return entries;
}

pos::RecentTrade read_recent_trade(Connection& connection, const std::string& till,
                                   int sales_at_most) {
  const Currency currency = read_organisation(connection).currency;
  pos::RecentTrade trade;
  Query sale = connection.query(
      // what was to pay, with all that came beside the sale
      "SELECT entry, (SELECT coalesce(sum(t.amount), 0) FROM sale_tender t WHERE t.sale = "
      "sale.entry)"
      " - change, change FROM sale"
      " WHERE till = ? AND refund_of IS NULL AND total > 0"
      // what was ordered before was not tapped
      " AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.sale = sale.entry)"
      " ORDER BY epoch DESC, number DESC LIMIT ?",
      till, sales_at_most);
  while (sale.next()) {
    if (sale.whole(2) > 0)
      trade.handed.push_back({sale.money(1, currency), sale.money(2, currency)});
    Query line = connection.query("SELECT article, unit, quantity FROM sale_line WHERE sale = ?",
                                  sale.whole(0));
    while (line.next()) {
      trade.lines.push_back({line.text(0), known(pos::parse_unit(line.text(1))), line.quantity(2)});
    }
  }
  return trade;
}

std::int64_t next_receipt_number(Connection& connection, const std::string& till,
                                 std::int64_t epoch) {
  return connection.number(
      "SELECT coalesce(max(number), 0) + 1 FROM sale WHERE till = ? AND epoch = ?", till, epoch);
}

Money donations_left(Connection& connection, std::int64_t sale_entry) {
  return Money::from_minor(
      connection.number("SELECT sum(donation) FROM sale WHERE entry = ?1 OR refund_of = ?1",
                        sale_entry),
      read_organisation(connection).currency);
}

pos::TakenBack read_taken_back(Connection& connection, std::int64_t sale_entry) {
  pos::TakenBack taken;
  Query row = connection.query(
      "SELECT l.taken_back_line, -sum(l.quantity) FROM sale s JOIN sale_line l ON l.sale = s.entry"
      " WHERE s.refund_of = ? GROUP BY l.taken_back_line ORDER BY l.taken_back_line",
      sale_entry);
  while (row.next()) taken.lines.emplace_back(row.whole(0), row.quantity(1));
  Query extra = connection.query(
      "SELECT e.taken_back_extra FROM sale s JOIN sale_extra e ON e.sale = s.entry"
      " WHERE s.refund_of = ? ORDER BY e.taken_back_extra",
      sale_entry);
  while (extra.next()) taken.extras.push_back(extra.whole(0));
  taken.donation =
      connection.number("SELECT EXISTS (SELECT 1 FROM sale WHERE refund_of = ? AND donation < 0)",
                        sale_entry) != 0;
  return taken;
}

}  // namespace tilia::db
