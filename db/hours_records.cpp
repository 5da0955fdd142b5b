#include "db/hours_records.h"

#include <map>

#include "db/book_fault.h"
#include "db/key_change.h"
#include "db/sealed_column.h"

namespace tilia::db {
namespace {

constexpr std::size_t length_step = 2048;

SealedColumn column(const KeyRing& keys) {
  return {keys, KeyName::roster, "hours_record", "record"};
}

std::map<IdBytes, std::string> all_texts(Connection& connection, const KeyRing& keys) {
  std::map<IdBytes, std::string> texts;
  Query row = connection.query(
      "SELECT worker.worker, record FROM worker LEFT JOIN hours_record USING (worker)");
  while (row.next()) {
    const IdBytes worker = row.id_bytes(0);
    texts[worker] = row.is_null(1) ? payroll::hours_record_text({})
                                   : column(keys).open(hex_text(worker), row.bytes(1)).reveal();
  }
  return texts;
}

}  // namespace

payroll::HoursRecord HoursRecords::record(const payroll::WorkerId& worker) {
  Query row = connection_.query("SELECT record FROM hours_record WHERE worker = ?", worker);
  if (!row.next()) {
    static_cast<void>(keys_.held(KeyName::roster));  // who may not know is told so either way
    return {};
  }
  const auto text = column(keys_).open(worker.text(), row.bytes(0));
  const auto record = payroll::parse_hours_record(text.reveal());
  if (!record) throw BookFault(BookFault::Why::damaged, "a worker's hours record");
  return *record;
}

void HoursRecords::put(const payroll::WorkerId& worker, const payroll::HoursRecord& record) {
  demand_newest(connection_, keys_, KeyName::roster);
  auto texts = all_texts(connection_, keys_);
  texts[worker.bytes()] = payroll::hours_record_text(record);
  std::size_t length = length_step;
  for (const auto& [each, text] : texts)
    length = std::max(length, padded_size(text.size(), length_step));
  for (auto& [each, text] : texts)
    connection_.run(
        "INSERT INTO hours_record (worker, record) VALUES (?, ?)"
        " ON CONFLICT (worker) DO UPDATE SET record = excluded.record",
        each, column(keys_).seal(hex_text(each), Secret<std::string>(std::move(text)), length));
  connection_.run("DELETE FROM not_here WHERE worker = ?", worker);
  for (const payroll::Absence& absence : record.absences)
    for (Day day = absence.from; day <= absence.to; day = day.plus_days(1))
      connection_.run("INSERT OR IGNORE INTO not_here (worker, day) VALUES (?, ?)", worker, day);
}

}  // namespace tilia::db
