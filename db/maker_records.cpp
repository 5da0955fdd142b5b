#include "db/maker_records.h"

#include <string>

#include "core/check.h"
#include "db/book_fault.h"
#include "db/key_change.h"
#include "db/sealed_column.h"
#include "payroll/identity_file.h"

namespace tilia::db {
namespace {

// The longest identity fits: a row's length says nothing.
constexpr std::size_t length = 1024;

SealedColumn records(Connection& connection, const KeyRing& keys) {
  demand_newest(connection, keys, KeyName::vault);
  return {keys, KeyName::vault, "maker_record", "record"};
}

}  // namespace

void MakerRecords::put(std::int64_t maker, const payroll::Identity& identity) {
  const Secret<std::string> text(payroll::identity_file_text(identity));
  CHECK(padded_size(text.reveal().size(), length) == length);
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  connection.run("INSERT OR REPLACE INTO maker_record (maker, record) VALUES (?, ?)", maker,
                 records(connection, keys_).seal(std::to_string(maker), text, length));
  change.commit();
}

std::optional<payroll::Identity> MakerRecords::open(std::int64_t maker) {
  const SealedColumn column = records(book_.reader(), keys_);
  Bytes kept;
  {
    Query row = book_.reader().query("SELECT record FROM maker_record WHERE maker = ?", maker);
    if (!row.next()) return std::nullopt;
    kept = row.bytes(0);
  }
  read_log_.note_maker(maker);
  const auto text = column.open(std::to_string(maker), kept);
  auto identity = payroll::read_identity_file(text.reveal());
  if (!identity) throw BookFault(BookFault::Why::damaged, "a maker's record");
  return std::move(identity).value();
}

void MakerRecords::forget(std::int64_t maker) {
  WriteTransaction change(book_);
  static_cast<void>(records(change.connection(), keys_));
  change.connection().run("DELETE FROM maker_record WHERE maker = ?", maker);
  change.commit();
}

}  // namespace tilia::db
