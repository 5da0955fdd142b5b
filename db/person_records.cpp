#include "db/person_records.h"

#include "core/check.h"
#include "db/book_fault.h"

namespace tilia::db {

using payroll::WorkerId;

namespace {

constexpr std::string_view table = "person_record";
constexpr std::size_t length_step = 1024;
constexpr const char* nothing_yet = "{}";

SealedPlace place_of(const WorkerId& worker, std::string_view column, std::string_view key_id) {
  return {table, worker.bytes(), column, key_id};
}

}  // namespace

void PersonRecords::begin(const WorkerId& worker, const PublicKey& vault) {
  const HeldKey& payroll = keys_.held(KeyName::payroll);
  const std::string key_id = payroll.id(KeyName::payroll);
  const Key hers = Key::random();
  const std::string_view bytes(reinterpret_cast<const char*>(hers.reveal().data()), Key::size);
  const Key opens_pay = payroll.key.derived("pay", hers.reveal());
  // As long as one that is sealed under the vault key itself.
  constexpr std::size_t funding_length = length_step + sealed_overhead - sealed_to_overhead;
  connection_.run(
      "INSERT INTO person_record (worker, person_key, pay, funding) VALUES (?, ?, ?, ?)", worker,
      sealed(payroll.key, place_of(worker, "person_key", key_id), bytes),
      sealed(opens_pay, place_of(worker, "pay", key_id),
             padded(nothing_yet, pay_length()).reveal()),
      sealed_to(vault, padded(nothing_yet, funding_length).reveal()));
}

Key PersonRecords::person_key(const WorkerId& worker) {
  const HeldKey& payroll = keys_.held(KeyName::payroll);
  Query row = connection_.query("SELECT person_key FROM person_record WHERE worker = ?", worker);
  if (!row.next()) throw BookFault(BookFault::Why::damaged, "a worker has no records");
  const auto bytes = opened(
      payroll.key, place_of(worker, "person_key", payroll.id(KeyName::payroll)), row.bytes(0));
  const std::string& text = bytes.reveal();
  CHECK(text.size() == Key::size);
  return Key::of(Key::Bytes(reinterpret_cast<const std::uint8_t*>(text.data()), Key::size));
}

Key PersonRecords::pay_key(const WorkerId& worker) {
  return keys_.held(KeyName::payroll).key.derived("pay", person_key(worker).reveal());
}

// Of the text inside, padding included.
std::size_t PersonRecords::pay_length() {
  const auto kept = static_cast<std::size_t>(
      connection_.number("SELECT ifnull(max(length(pay)), 0) FROM person_record"));
  return kept == 0 ? length_step : kept - sealed_overhead;
}

Secret<std::string> PersonRecords::pay(const WorkerId& worker) {
  const Key key = pay_key(worker);
  Query row = connection_.query("SELECT pay FROM person_record WHERE worker = ?", worker);
  CHECK(row.next());
  const std::string key_id = keys_.held(KeyName::payroll).id(KeyName::payroll);
  return unpadded(opened(key, place_of(worker, "pay", key_id), row.bytes(0)));
}

void PersonRecords::write_pay(const WorkerId& worker, const Secret<std::string>& text,
                              std::size_t length) {
  const std::string key_id = keys_.held(KeyName::payroll).id(KeyName::payroll);
  connection_.run("UPDATE person_record SET pay = ? WHERE worker = ?",
                  sealed(pay_key(worker), place_of(worker, "pay", key_id),
                         padded(text.reveal(), length).reveal()),
                  worker);
}

void PersonRecords::put_pay(const WorkerId& worker, const Secret<std::string>& text) {
  const std::size_t kept = pay_length();
  const std::size_t needed = padded_size(text.reveal().size(), length_step);
  if (needed > kept) {
    std::vector<WorkerId> all;
    {
      Query row = connection_.query("SELECT worker FROM person_record");
      while (row.next()) all.push_back(row.id<WorkerId>(0));
    }
    for (const WorkerId& other : all) {
      if (other != worker) write_pay(other, pay(other), needed);
    }
  }
  write_pay(worker, text, std::max(needed, kept));
}

}  // namespace tilia::db
