#include "db/till_book_sqlite.h"

#include <sodium.h>

#include <algorithm>

#include "core/check.h"
#include "core/zone.h"
#include "db/book_fault.h"
#include "db/journal.h"
#include "db/till_rows.h"

namespace tilia::db {
namespace {

Hash digest_of(const std::string& text) {
  Hash digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size());
  return digest;
}

pos::Sale sale_of(const pos::SaleDraft& draft, std::int64_t epoch, std::int64_t number) {
  return {.id = draft.id,
          .till = draft.till,
          .session = draft.session.id,
          .receipt = receipt_text(draft.till, epoch, number),
          .at = draft.at,
          .business_day = draft.session.business_day,
          .priced = draft.priced,
          .refund_of = draft.refund_of};
}

// A till that would write a sum that does not add up stops instead.
void check_adds_up(const pos::PricedSale& priced) {
  const Money none = Money::zero(priced.total.currency());
  Money lines = none;
  for (const pos::SaleLine& line : priced.lines) lines += line.amount;
  Money taxed = none;
  for (const pos::VatSum& sum : priced.vat) {
    CHECK(sum.gross == sum.net + sum.vat);
    taxed += sum.gross;
  }
  Money tendered = none;
  for (const pos::Tender& tender : priced.tenders) tendered += tender.amount;
  CHECK(lines == priced.total);
  CHECK(taxed == priced.total);
  CHECK(tendered - priced.change == priced.total + priced.donation +
                                        pos::sum_of(priced.extras, priced.total.currency()) +
                                        priced.cash_rounding);
}

BusinessDay shop_day(Connection& connection, const Instant& at) {
  const auto zone = Zone::named(read_organisation(connection).zone);
  if (!zone) throw BookFault(BookFault::Why::damaged, "unknown time zone");
  return BusinessDay(zone->local_day(at));
}

bool is_open(Connection& connection, const pos::DrawerSession& session) {
  const auto open = read_open_session(connection, session.till);
  return open && open->id == session.id;
}

// Two tills may take back the same receipt at once: what is left is looked at inside the
// transaction.
void check_not_taken_back_twice(Connection& connection, const pos::RefundOf& refund) {
  const auto sold_entry = find_receipt(connection, refund.receipt);
  CHECK(sold_entry);
  const pos::Sale sold = read_sale(connection, *sold_entry);
  const pos::TakenBack taken_back = read_taken_back(connection, *sold_entry);
  bool more = false;
  for (const auto& [line, taken] : taken_back.lines) {
    const auto at = static_cast<std::size_t>(line - 1);
    more |= at >= sold.priced.lines.size() || taken > sold.priced.lines[at].quantity;
  }
  std::vector<std::int64_t> extras = taken_back.extras;
  std::ranges::sort(extras);
  more |= std::ranges::adjacent_find(extras) != extras.end();
  for (const std::int64_t extra : extras) more |= extra > std::ssize(sold.priced.extras);
  more |= donations_left(connection, *sold_entry).negative();
  if (more) throw BookFault(BookFault::Why::rule_broken, "more would be taken back than was sold");
}

}  // namespace

pos::Organisation TillBookSqlite::organisation() { return read_organisation(book_.writer()); }

std::vector<pos::Article> TillBookSqlite::articles(const Day& day) {
  return read_articles(book_.reader(), organisation().currency, day);
}

std::int64_t TillBookSqlite::catalogue_mark() { return read_catalogue_mark(book_.reader()); }

void TillBookSqlite::put_articles(const std::vector<pos::Article>& articles, const Instant& at) {
  if (articles.empty()) return;
  WriteTransaction change(book_);
  const JournalEntry entry =
      append_to_journal(change, {.kind = articles_put,
                                 .version = articles_put_version,
                                 .at = at,
                                 .business_day = shop_day(change.connection(), at),
                                 .payload = payload_of(articles)});
  db::put_articles(change.connection(), entry, articles);
  change.commit();
}

std::optional<pos::DrawerSession> TillBookSqlite::open_session(const std::string& till) {
  return read_open_session(book_.writer(), till);
}

pos::DrawerSession TillBookSqlite::start_session(const pos::SessionId& id, const std::string& till,
                                                 const BusinessDay& day, const Money& float_amount,
                                                 const Instant& at) {
  WriteTransaction change(book_);
  CHECK(!read_open_session(change.connection(), till));
  const pos::DrawerSession session{.id = id,
                                   .till = till,
                                   .number = next_session_number(change.connection(), till),
                                   .business_day = day,
                                   .opened_at = at,
                                   .float_amount = float_amount};
  const JournalEntry entry = append_to_journal(
      change,
      {.kind = session_opened, .at = at, .business_day = day, .payload = payload_of(session)});
  put_session(change.connection(), entry, session);
  change.commit();
  return session;
}

pos::Entered TillBookSqlite::enter_sale(const pos::SaleDraft& draft) {
  const Hash digest = digest_of(draft.request_text);
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  if (const auto first = find_sale(connection, draft.id)) {
    return {.state = first->request_digest == digest ? pos::Entered::State::already_entered
                                                     : pos::Entered::State::different_content,
            .sale = read_sale(connection, first->entry)};
  }
  check_adds_up(draft.priced);
  if (auto fault = tender_fault(connection, draft)) {
    return {.state = pos::Entered::State::tender_refused,
            .sale = sale_of(draft, epoch_of(change), 0),
            .fault = std::move(fault)};
  }
  const std::int64_t epoch = epoch_of(change);
  const std::int64_t number = next_receipt_number(connection, draft.till, epoch);
  SaleRecord record{
      .sale = sale_of(draft, epoch, number), .number = number, .request_digest = digest};
  if (!draft.priced.extras.empty()) number_vouchers(connection, draft.id, record.sale.priced);
  const JournalEntry entry = append_to_journal(change, {.kind = sale_entered,
                                                        .at = draft.at,
                                                        .business_day = draft.session.business_day,
                                                        .payload = payload_of(record)});
  CHECK(entry.epoch == epoch);
  put_sale(connection, entry, record);
  if (draft.refund_of) check_not_taken_back_twice(connection, *draft.refund_of);
  change.commit();
  return {.state = pos::Entered::State::entered, .sale = std::move(record.sale)};
}

void TillBookSqlite::enter_cash_move(const pos::DrawerSession& session, const pos::CashMove& move,
                                     const Instant& at) {
  const CashMoveRecord record{session.id, move};
  WriteTransaction change(book_);
  const JournalEntry entry = append_to_journal(change, {.kind = cash_moved,
                                                        .at = at,
                                                        .business_day = session.business_day,
                                                        .payload = payload_of(record)});
  put_cash_move(change.connection(), entry, record);
  change.commit();
}

void TillBookSqlite::enter_exchange(const pos::DrawerSession& session,
                                    const pos::PieceExchange& exchange, const Instant& at) {
  const Currency currency = session.float_amount.currency();
  WriteTransaction change(book_);
  // It moves no sum, so that no row of the book would refuse it.
  if (!is_open(change.connection(), session))
    throw BookFault(BookFault::Why::rule_broken, "the session is closed");
  const auto found = find_sale(change.connection(), exchange.sale);
  CHECK(found);
  const Money given = pos::cash_back(read_sale(change.connection(), found->entry));
  CHECK(pos::sum_of(exchange.came, currency) + given ==
        pos::sum_of(exchange.back, currency) + exchange.owed);
  append_to_journal(change, {.kind = pieces_exchanged,
                             .at = at,
                             .business_day = session.business_day,
                             .payload = payload_of(exchange)});
  change.commit();
}

void TillBookSqlite::bag_session(const pos::DrawerSession& session, const std::string& bag,
                                 const Instant& at) {
  const SessionBagging bagging{session.id, bag};
  WriteTransaction change(book_);
  if (!is_open(change.connection(), session))
    throw BookFault(BookFault::Why::rule_broken, "the session is closed");
  const JournalEntry entry = append_to_journal(change, {.kind = session_bagged,
                                                        .at = at,
                                                        .business_day = session.business_day,
                                                        .payload = payload_of(bagging)});
  put_bagging(change.connection(), entry, bagging);
  change.commit();
}

std::vector<pos::WaitingBag> TillBookSqlite::bags(const std::string& till) {
  return read_bags(book_.writer(), till);
}

pos::SessionFigures TillBookSqlite::figures(const pos::SessionId& session) {
  return read_figures(book_.writer(), session);
}

pos::DaySheet TillBookSqlite::close_session(const pos::DrawerSession& session,
                                            const std::vector<pos::CountedPiece>& counted,
                                            const Money& expected, const Money& counted_total,
                                            const pos::CloseWords& words, const Instant& at) {
  WriteTransaction change(book_);
  const std::int64_t number = next_sheet_number(change.connection(), session.till);
  const SessionClosing closing{
      session.id,    number == session.number ? std::nullopt : std::optional(number),
      counted,       expected,
      counted_total, words};
  // A sale that came in since the figures were read is in the drawer too.
  CHECK(pos::expected_cash(session, read_figures(change.connection(), session.id)) == expected);
  const JournalEntry entry = append_to_journal(change, {.kind = session_closed,
                                                        .at = at,
                                                        .business_day = session.business_day,
                                                        .payload = payload_of(closing)});
  put_closing(change.connection(), entry, closing);
  const auto sheet = read_day_sheet(change.connection(), session.till, number);
  CHECK(sheet);
  change.commit();
  book_.checkpoint();
  return *sheet;
}

std::optional<pos::DaySheet> TillBookSqlite::day_sheet(const std::string& till,
                                                       std::int64_t number) {
  return read_day_sheet(book_.reader(), till, number);
}

std::optional<pos::Sale> TillBookSqlite::sale_by_id(const pos::SaleId& id) {
  const auto found = find_sale(book_.writer(), id);
  return found ? std::optional(read_sale(book_.writer(), found->entry)) : std::nullopt;
}

std::optional<pos::Sale> TillBookSqlite::sale_by_receipt(const std::string& receipt) {
  const auto entry = find_receipt(book_.reader(), receipt);
  return entry ? std::optional(read_sale(book_.reader(), *entry)) : std::nullopt;
}

std::vector<pos::Sale> TillBookSqlite::latest_sales(const std::string& till, int at_most) {
  std::vector<pos::Sale> sales;
  for (const std::int64_t entry : latest_sale_entries(book_.reader(), till, at_most)) {
    sales.push_back(read_sale(book_.reader(), entry));
  }
  return sales;
}

pos::RecentTrade TillBookSqlite::recent_trade(const std::string& till, int sales_at_most) {
  return read_recent_trade(book_.reader(), till, sales_at_most);
}

pos::TakenBack TillBookSqlite::taken_back(const std::string& receipt) {
  const auto entry = find_receipt(book_.reader(), receipt);
  if (!entry) return {};
  return read_taken_back(book_.reader(), *entry);
}

void TillBookSqlite::note_fiscal_number(const pos::SaleId& sale,
                                        const std::string& number_or_reason, bool skipped,
                                        const Instant& at) {
  const FiscalNote note{sale, skipped, number_or_reason};
  WriteTransaction change(book_);
  const JournalEntry entry =
      append_to_journal(change, {.kind = fiscal_noted, .at = at, .payload = payload_of(note)});
  put_fiscal_note(change.connection(), entry, note);
  change.commit();
}

void TillBookSqlite::note_approval(const pos::Approval& approval, const Instant& at) {
  WriteTransaction change(book_);
  append_to_journal(change, {.kind = approval_given,
                             .at = at,
                             .actor = approval.approved.bytes(),
                             .payload = payload_of(approval)});
  change.commit();
}

std::vector<std::pair<std::string, std::string>> TillBookSqlite::counter_rules() {
  return read_counter_rules(book_.reader());
}

void TillBookSqlite::set_counter_rule(const std::string& name, const std::string& text,
                                      const Instant& at) {
  const CounterRuleRecord rule{name, text};
  WriteTransaction change(book_);
  append_to_journal(change, {.kind = counter_rule_set, .at = at, .payload = payload_of(rule)});
  put_counter_rule(change.connection(), rule);
  change.commit();
}

void set_organisation(BookFile& book, const pos::Organisation& organisation, const Instant& at) {
  WriteTransaction change(book);
  CHECK(read_organisation(change.connection()).currency == organisation.currency);
  const JournalEntry entry = append_to_journal(
      change, {.kind = organisation_set, .at = at, .payload = payload_of(organisation)});
  put_organisation(change.connection(), entry, organisation);
  change.commit();
}

}  // namespace tilia::db
