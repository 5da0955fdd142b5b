#include "db/person_records.h"

#include "core/check.h"
#include "db/book_fault.h"
#include "db/key_change.h"

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
  // As long as everybody's that is sealed under the vault key itself.
  const std::size_t funding_text = funding_length() + sealed_overhead - sealed_to_overhead;
  connection_.run(
      "INSERT INTO person_record (worker, person_key, pay, funding) VALUES (?, ?, ?, ?)", worker,
      sealed(payroll.key, place_of(worker, "person_key", key_id), bytes),
      sealed(opens_pay, place_of(worker, "pay", key_id),
             padded(nothing_yet, pay_length()).reveal()),
      sealed_to(vault, padded(nothing_yet, funding_text).reveal()));
}

Key PersonRecords::person_key(const WorkerId& worker) {
  demand_newest(connection_, keys_, KeyName::payroll);
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

std::size_t PersonRecords::funding_length() {
  const auto kept = static_cast<std::size_t>(
      connection_.number("SELECT ifnull(max(length(funding)), 0) FROM person_record"));
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

std::vector<WorkerId> PersonRecords::everybody() {
  std::vector<WorkerId> all;
  Query row = connection_.query("SELECT worker FROM person_record ORDER BY worker");
  while (row.next()) all.push_back(row.id<WorkerId>(0));
  return all;
}

void PersonRecords::put_pay(const WorkerId& worker, const Secret<std::string>& text) {
  const std::size_t kept = pay_length();
  const std::size_t needed = padded_size(text.reveal().size(), length_step);
  if (needed > kept) {
    for (const WorkerId& other : everybody()) {
      if (other != worker) write_pay(other, pay(other), needed);
    }
  }
  write_pay(worker, text, std::max(needed, kept));
}

Key PersonRecords::funding_key(const WorkerId& worker) {
  demand_newest(connection_, keys_, KeyName::vault);
  return keys_.held(KeyName::vault).key.derived("funding", person_key(worker).reveal());
}

Secret<std::string> PersonRecords::funding(const WorkerId& worker) {
  const HeldKey& vault = keys_.held(KeyName::vault);
  const Key key = funding_key(worker);
  Query row = connection_.query("SELECT funding FROM person_record WHERE worker = ?", worker);
  CHECK(row.next());
  const Bytes kept = row.bytes(0);
  const std::string key_id = vault.id(KeyName::vault);
  // As it began, whoever took her on could only seal it to the vault's public half.
  if (auto text = opened_by(vault.key, kept)) return unpadded(*std::move(text));
  return unpadded(opened(key, place_of(worker, "funding", key_id), kept));
}

void PersonRecords::put_funding(const WorkerId& worker, Secret<std::string> text) {
  std::map<WorkerId, Secret<std::string>> texts;
  texts.emplace(worker, std::move(text));
  put_funding(texts);
}

void PersonRecords::put_funding(const std::map<WorkerId, Secret<std::string>>& texts) {
  const std::string key_id = keys_.held(KeyName::vault).id(KeyName::vault);
  std::size_t length = funding_length();
  for (const auto& [worker, text] : texts)
    length = std::max(length, padded_size(text.reveal().size(), length_step));
  for (const WorkerId& each : everybody()) {
    const Secret<std::string> hers = funding(each);
    const auto changed = texts.find(each);
    const std::string& now = changed == texts.end() ? hers.reveal() : changed->second.reveal();
    connection_.run(
        "UPDATE person_record SET funding = ? WHERE worker = ?",
        sealed(funding_key(each), place_of(each, "funding", key_id), padded(now, length).reveal()),
        each);
  }
}

void PersonRecords::seal_funding_again() { put_funding(std::map<WorkerId, Secret<std::string>>()); }

Key PersonRecords::slip_key(const WorkerId& worker) {
  return keys_.held(KeyName::payroll).key.derived("slip", person_key(worker).reveal());
}

bool PersonRecords::holds(const WorkerId& worker) {
  return connection_.number("SELECT count(*) FROM person_record WHERE worker = ?", worker) > 0;
}

}  // namespace tilia::db
