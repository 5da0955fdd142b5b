// What each column of the book holds, of whom, why, for how long and who can open it:
// db/fields/*.toml, one line a column. The papers for a data-protection officer are made from it
// and never from what somebody remembers; a test holds it against the schema of a new book.
#pragma once

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "db/users.h"
#include "payroll/retention.h"

namespace tilia::app {

struct FieldRecord {
  enum class Holds {
    person,
    business,
    key,   // a key, or what belongs to one
    none,  // an order, a place, a check
  };
  std::string table;
  std::string column;
  Holds holds = Holds::none;
  std::string what;     // of a person: privacy.what.<…>
  std::string purpose;  // privacy.purpose.<…>, privacy.basis.<…>
  payroll::RetentionGroup keep = payroll::RetentionGroup::sales;
  std::optional<db::KeyName> key;  // sealed under it
  std::vector<db::Role> readers;   // who holds the key, or whom the programs show it
};
[[nodiscard]] std::string_view holds_text(FieldRecord::Holds holds);

// A file that does not hold: the message names file, table, column and what to mend.
class FieldRecordFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// By file, table and column. Throws FieldRecordFault.
[[nodiscard]] std::vector<FieldRecord> read_field_records(const std::filesystem::path& folder);

}  // namespace tilia::app
