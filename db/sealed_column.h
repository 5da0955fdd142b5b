// One column of a table whose values are padded and sealed under one key of who is logged in.
//
//   const SealedColumn slips(keys, KeyName::payroll, "pay_slip", "slip");
//   const Bytes kept = slips.seal(row, text, padded_size(longest, 4096));
//
// Throws BookFault: no_key where she does not hold it, damaged where a value was changed or moved.
#pragma once

#include <string>
#include <string_view>

#include "db/key_ring.h"
#include "db/sealing.h"

namespace tilia::db {

class SealedColumn {
 public:
  // `table` and `column` are literals. The keys have to outlive it.
  SealedColumn(const KeyRing& keys, KeyName name, std::string_view table, std::string_view column)
      : held_(keys.held(name)), key_id_(held_.id(name)), table_(table), column_(column) {}

  // `row`: what tells the row from all others of the table. `length`: a multiple of it.
  [[nodiscard]] Bytes seal(std::string_view row, const Secret<std::string>& text,
                           std::size_t length) const;
  [[nodiscard]] Secret<std::string> open(std::string_view row, const Bytes& bytes) const;

 private:
  [[nodiscard]] SealedPlace place(std::string_view row) const {
    return {
        table_, {reinterpret_cast<const std::uint8_t*>(row.data()), row.size()}, column_, key_id_};
  }

  const HeldKey& held_;
  std::string key_id_;
  std::string_view table_;
  std::string_view column_;
};

}  // namespace tilia::db
