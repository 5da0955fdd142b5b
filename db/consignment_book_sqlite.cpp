#include "db/consignment_book_sqlite.h"

#include "db/consignment_rows.h"
#include "db/one_moment.h"
#include "db/own_numbers.h"
#include "db/till_rows.h"

namespace tilia::db {

using Refusal = pos::ConsignmentRefusal;

pos::Maker ConsignmentBookSqlite::add_maker(const Day& since, const Instant& at) {
  WriteTransaction change(book_);
  const pos::Maker maker{next_number(change, "maker"), since};
  append_to_journal(change, {.kind = maker_added, .at = at, .payload = payload_of(maker)});
  put_maker(change.connection(), maker);
  change.commit();
  return maker;
}

std::vector<pos::Maker> ConsignmentBookSqlite::makers() {
  std::vector<pos::Maker> makers;
  Query row = book_.reader().query("SELECT number, since FROM maker ORDER BY number");
  while (row.next()) makers.push_back({row.whole(0), row.day(1)});
  return makers;
}

Result<Done, Refusal> ConsignmentBookSqlite::agree(const pos::ConsignmentTerms& terms,
                                                   const Instant& at) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  if (connection.number("SELECT count(*) FROM maker WHERE number = ?", terms.maker) == 0)
    return Refusal::unknown_maker;
  AgreedRecord record{0, terms};
  if (const auto before = read_consigned(connection, terms.article, terms.from)) {
    if (before->terms.maker != terms.maker) return Refusal::another_makers;
    record.number = before->number;
  } else {
    record.number = next_number(change, "consigned_article");
  }
  const JournalEntry entry = append_to_journal(
      change, {.kind = consignment_agreed, .at = at, .payload = payload_of(record)});
  put_terms(connection, entry, record);
  change.commit();
  return Done{};
}

std::vector<pos::ConsignedArticle> ConsignmentBookSqlite::consigned(const Day& day) {
  Connection& reader = book_.reader();
  const OneMoment moment(reader);
  std::vector<std::string> codes;
  {
    Query row = reader.query("SELECT article FROM consigned_article ORDER BY number");
    while (row.next()) codes.push_back(row.text(0));
  }
  std::vector<pos::ConsignedArticle> all;
  for (const std::string& code : codes) all.push_back(read_consigned(reader, code, day).value());
  return all;
}

Result<pos::SettledMove, Refusal> ConsignmentBookSqlite::enter(const pos::ConsignmentMove& move,
                                                               const Instant& at) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  const auto article = read_consigned(connection, move.article, move.day);
  if (!article) return Refusal::not_consigned;
  auto settled = pos::settled(move, *article);
  if (!settled) return settled;
  const JournalEntry entry = append_to_journal(
      change, {.kind = consignment_moved, .at = at, .payload = payload_of(settled.value())});
  put_consignment_move(connection, entry, settled.value());
  change.commit();
  return settled;
}

std::vector<pos::ConsignmentEvent> ConsignmentBookSqlite::events(std::int64_t maker) {
  Connection& reader = book_.reader();
  const OneMoment moment(reader);
  return read_consignment_events(reader, maker);
}

std::vector<pos::MakerPayment> ConsignmentBookSqlite::payments(std::int64_t maker) {
  return read_payments_of_maker(book_.reader(), maker);
}

std::vector<pos::MakerPayment> ConsignmentBookSqlite::payments_of_run(std::int64_t run) {
  return read_payments_of_run(book_.reader(), run);
}

std::int64_t ConsignmentBookSqlite::last_run() {
  return book_.reader().number("SELECT coalesce(max(run), 0) FROM maker_payment");
}

Result<std::vector<pos::MakerPayment>, Refusal> ConsignmentBookSqlite::pay(
    const std::vector<std::int64_t>& makers, const Day& until, const Day& day, const IdBytes& actor,
    const Instant& at) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  const Currency currency = read_organisation(connection).currency;
  // A run has the number of its first payment: a bank never sees one twice, whatever is restored.
  const std::int64_t run = next_number(change, "maker_payment");
  std::int64_t number = run;
  std::vector<pos::MakerPayment> payments;
  for (const std::int64_t maker : makers) {
    const Money amount = pos::payable(read_consignment_events(connection, maker),
                                      read_payments_of_maker(connection, maker), until, currency);
    if (amount.is_zero()) continue;
    payments.push_back({.number = number++,
                        .run = run,
                        .maker = maker,
                        .amount = amount,
                        .day = day,
                        .until = until});
  }
  if (payments.empty()) return Refusal::nothing_owed;
  const JournalEntry entry = append_to_journal(
      change, {.kind = makers_paid, .at = at, .actor = actor, .payload = payload_of(payments)});
  put_maker_payments(connection, entry, payments);
  change.commit();
  return payments;
}

Result<pos::MakerPayment, Refusal> ConsignmentBookSqlite::reverse(std::int64_t payment,
                                                                  const Day& day,
                                                                  const IdBytes& actor,
                                                                  const Instant& at) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  auto paid = read_maker_payment(connection, payment);
  if (!paid) return Refusal::unknown_payment;
  if (paid->reversed_on) return Refusal::reversed_before;
  const ReversalRecord record{payment, day};
  const JournalEntry entry = append_to_journal(
      change,
      {.kind = maker_payment_reversed, .at = at, .actor = actor, .payload = payload_of(record)});
  put_payment_reversal(connection, entry, record);
  change.commit();
  paid->reversed_on = day;
  return *paid;
}

}  // namespace tilia::db
