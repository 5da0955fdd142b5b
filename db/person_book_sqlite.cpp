#include "db/person_book_sqlite.h"

#include <algorithm>
#include <fstream>

#include "core/check.h"
#include "db/book_file.h"
#include "db/erasure.h"
#include "db/hours_book_sqlite.h"
#include "db/hours_records.h"
#include "db/hours_seals.h"
#include "db/pay_book_rows.h"
#include "db/pay_texts.h"
#include "db/person_records.h"
#include "db/roster_rows.h"

namespace tilia::db {

using payroll::ErasureProof;
using payroll::PersonCopy;
using payroll::PersonPart;
using payroll::Worker;

namespace {

namespace fs = std::filesystem;

std::set<std::string> names_of(const std::set<PersonPart>& parts) {
  std::set<std::string> names;
  for (const PersonPart part : parts) names.emplace(payroll::person_part_text(part));
  return names;
}

// Bytes that stand in the book as long as a part of her does.
class Traces {
 public:
  Traces(Connection& connection, const Worker& worker, const std::set<PersonPart>& parts) {
    if (parts.contains(PersonPart::alias)) {
      // As SQLite stores the row: id, alias and picture, one behind the other.
      Bytes row(worker.id.bytes().begin(), worker.id.bytes().end());
      for (const std::string& text : {worker.alias, worker.picture})
        row.insert(row.end(), text.begin(), text.end());
      sought_.push_back(std::move(row));
    }
    const bool pay = parts.contains(PersonPart::pay);
    Query record = connection.query(
        "SELECT person_key, pay, funding FROM person_record WHERE worker = ?", worker.id);
    if (!record.next()) return;
    if (pay) sought_.push_back(record.bytes(0));
    if (pay || parts.contains(PersonPart::account)) sought_.push_back(start_of(record.bytes(1)));
    if (pay || parts.contains(PersonPart::funding)) sought_.push_back(start_of(record.bytes(2)));
  }

  [[nodiscard]] int count() const { return static_cast<int>(sought_.size()); }
  [[nodiscard]] int found_in(const std::string& bytes) const {
    return static_cast<int>(std::ranges::count_if(sought_, [&](const Bytes& each) {
      return bytes.find(std::string(each.begin(), each.end())) != std::string::npos;
    }));
  }

 private:
  // A long value may go over several pages; the nonce at its start tells it from every other.
  static Bytes start_of(const Bytes& value) {
    constexpr std::size_t enough = 24;
    return {value.begin(),
            value.begin() + static_cast<std::ptrdiff_t>(std::min(enough, value.size()))};
  }

  std::vector<Bytes> sought_;
};

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

namespace {

// What is planned for her, what she asked, and what she said about her hours.
void add_hours(PersonCopy& copy, Connection& book, const KeyRing& keys, HoursBookSqlite& hours) {
  using payroll::AskState;
  const payroll::WorkerId& her = copy.worker.id;
  Query days = book.query("SELECT min(day), max(day) FROM planned_shift WHERE worker = ?", her);
  if (days.next() && !days.is_null(0)) {
    copy.shifts = read_planned(book, days.day(0), days.day(1));
    std::erase_if(copy.shifts, [&](const auto& each) { return each.worker != her; });
  }
  for (const AskState state :
       {AskState::open, AskState::agreed, AskState::declined, AskState::withdrawn}) {
    for (payroll::HoursAsk& each : hours.asks(her, state)) copy.asks.push_back(std::move(each));
    for (payroll::OpenedLeaveAsk& each : leave_asks_where(book, keys, state))
      if (each.worker == her) copy.leave_asks.push_back(std::move(each));
  }
  std::ranges::sort(copy.asks, {}, &payroll::HoursAsk::at);
  std::ranges::sort(copy.leave_asks, {}, &payroll::OpenedLeaveAsk::at);
  copy.hours_record = HoursRecords(book, keys).record(her);
}

}  // namespace

PersonCopy PersonBookSqlite::copy_of(const Worker& worker) {
  Connection& book = book_.reader();
  read_log_.note({worker.id}, payroll::ReadRecord::copy);
  HoursBookSqlite hours(book_, keys_);
  PersonCopy copy{.worker = worker,
                  .identity = pay_book_.identity(worker.id),
                  .contracts = pay_book_.contracts(worker.id),
                  .pay_details = pay_book_.pay_details(worker.id),
                  .hours = {},
                  .punches = hours.latest_punches(worker.id, -1),
                  .slips = {},
                  .funding = PersonRecords(book, keys_).funding(worker.id).reveal()};
  add_hours(copy, book, keys_, hours);
  {
    Query day = book.query(
        "SELECT day, worked_minutes FROM worker_day WHERE worker = ? ORDER BY day", worker.id);
    while (day.next()) copy.hours.push_back({day.day(0), day.small(1)});
  }
  std::vector<std::pair<Month, bool>> months;  // approved or not
  {
    Query run = book.query(
        "SELECT month, state FROM pay_run JOIN pay_slip USING (run) WHERE worker = ?"
        " ORDER BY month",
        worker.id);
    while (run.next()) months.emplace_back(run.month(0), run.text(1) == "approved");
  }
  // Hers alone: nobody else's slip of the month is opened for it.
  for (const auto& [month, approved] : months) {
    auto slip = find_pay_slip(book, keys_, month, worker.id);
    CHECK(slip);
    copy.slips.push_back({month, approved, *std::move(slip)});
  }
  return copy;
}

void PersonBookSqlite::clear_account(Connection& connection, const payroll::WorkerId& worker) {
  PersonRecords records(connection, keys_);
  PayRecord record = pay_record_from(records.pay(worker));
  record.identity.iban.clear();
  records.put_pay(worker, pay_record_text(record));
}

std::set<PersonPart> PersonBookSqlite::gone_of(const Worker& worker) {
  std::set<PersonPart> gone;
  for (const Erasure& erasure : erasures_of(book_.reader())) {
    if (erasure.worker != worker.id.bytes()) continue;
    for (const PersonPart part : payroll::all_person_parts) {
      if (erasure.parts.contains(std::string(payroll::person_part_text(part)))) gone.insert(part);
    }
  }
  return gone;
}

void PersonBookSqlite::finish_erasures() {
  std::vector<payroll::WorkerId> whose;
  for (const Erasure& erasure : erasures_of(book_.reader())) {
    const auto worker = payroll::WorkerId::from_bytes(erasure.worker);
    PersonRecords records(book_.reader(), keys_);
    if (erasure.parts.contains("account") && records.holds(worker) &&
        !pay_record_from(records.pay(worker)).identity.iban.empty())
      whose.push_back(worker);
  }
  if (whose.empty()) return;
  {
    WriteTransaction change(book_);
    for (const payroll::WorkerId& worker : whose) clear_account(change.connection(), worker);
    change.commit();
  }
  book_.write_anew();
}

void PersonBookSqlite::take_out(WriteTransaction& change, const Worker& worker,
                                const std::set<PersonPart>& parts, const Instant& at) {
  Connection& connection = change.connection();
  if (parts.contains(PersonPart::account) && !parts.contains(PersonPart::pay)) {
    clear_account(connection, worker.id);
  }
  erase_rows(connection, {worker.id.bytes(), names_of(parts), at.unix_milliseconds()});
}

ErasureProof PersonBookSqlite::erase(const Worker& worker, const std::set<PersonPart>& parts,
                                     const Instant& at) {
  (void)keys_.held(KeyName::payroll);
  const Traces traces(book_.reader(), worker, parts);
  {
    WriteTransaction change(book_);
    take_out(change, worker, parts, at);
    change.commit();
  }
  ErasureProof proof{.files = {}, .sought = traces.count()};
  proof.log_moved = book_.write_anew();
  if (book_.lives_in_memory()) return proof;
  for (const char* ending : {"", "-wal", "-shm"}) {
    fs::path file = book_.path();
    file += ending;
    if (!fs::exists(file)) continue;
    const std::string bytes = bytes_of(file);
    proof.files.push_back(file.filename().string());
    proof.bytes += bytes.size();
    proof.found += traces.found_in(bytes);
  }
  return proof;
}

}  // namespace tilia::db
