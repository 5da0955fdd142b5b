// Records of a CSV file (comma, quotes doubled inside quotes), one by one, and a field as such a
// file writes it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tilia::pos {

struct CsvRecord {
  std::int64_t line = 1;  // on which it starts
  std::vector<std::string> fields;
};

class CsvRecords {
 public:
  explicit CsvRecords(std::string_view csv) : csv_(csv) {}

  [[nodiscard]] bool at_end() const { return at_ >= csv_.size(); }
  // Nothing when a quote is never closed, or when something stands behind a closing one. A field in
  // quotes may hold commas, line ends and doubled quotes.
  [[nodiscard]] std::optional<CsvRecord> next();

 private:
  [[nodiscard]] bool at_field_end() const;
  [[nodiscard]] std::optional<std::string> next_field();

  std::string_view csv_;
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
};

}  // namespace tilia::pos
