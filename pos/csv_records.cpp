#include "pos/csv_records.h"

namespace tilia::pos {

bool CsvRecords::at_field_end() const {
  return at_end() || csv_[at_] == ',' || csv_[at_] == '\n' || csv_[at_] == '\r';
}

std::optional<CsvRecord> CsvRecords::next() {
  CsvRecord record{line_, {}};
  while (true) {
    auto field = next_field();
    if (!field) return std::nullopt;
    record.fields.push_back(std::move(*field));
    if (at_end()) return record;
    const char end = csv_[at_++];
    if (end == ',') continue;
    if (end == '\r' && !at_end() && csv_[at_] == '\n') ++at_;
    ++line_;
    return record;
  }
}

std::optional<std::string> CsvRecords::next_field() {
  if (at_end() || csv_[at_] != '"') {
    const std::size_t start = at_;
    while (!at_field_end()) ++at_;
    return std::string(csv_.substr(start, at_ - start));
  }
  std::string field;
  for (++at_; !at_end(); ++at_) {
    if (csv_[at_] == '\n') ++line_;
    if (csv_[at_] != '"') {
      field += csv_[at_];
    } else if (at_ + 1 < csv_.size() && csv_[at_ + 1] == '"') {
      field += '"';
      ++at_;
    } else {
      ++at_;
      return at_field_end() ? std::optional(field) : std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace tilia::pos
