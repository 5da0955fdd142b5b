// Who a maker is whose pieces the shop sells, and where her money goes: sealed under the vault key,
// which finance alone holds, each record as long as every other. Everything else of the book, every
// screen and paper of the shop knows a number (pos/consignment). Whoever opens one is noted in the
// sealed journal first. It is no entry of the journal: it can be taken out.
//
//   MakerRecords records(book, keys, read_log);
//   records.put(7, identity);
//   const auto whose = records.open(7);   // noted
//
// Throws BookFault: no_key where the vault key is not held, damaged where a value was changed.
#pragma once

#include <cstdint>
#include <optional>

#include "db/book_file.h"
#include "db/key_ring.h"
#include "db/read_log.h"
#include "payroll/identity.h"

namespace tilia::db {

class MakerRecords {
 public:
  MakerRecords(BookFile& book, const KeyRing& keys, ReadLog& read_log)
      : book_(book), keys_(keys), read_log_(read_log) {}

  // Checked before (payroll::checked_identity). Replaces what was there.
  void put(std::int64_t maker, const payroll::Identity& identity);
  // Nothing where nobody entered it, or where it was taken out.
  [[nodiscard]] std::optional<payroll::Identity> open(std::int64_t maker);
  void forget(std::int64_t maker);

 private:
  BookFile& book_;
  const KeyRing& keys_;
  ReadLog& read_log_;
};

}  // namespace tilia::db
