// A spreadsheet file, sheet by sheet and row by row. The only door to libxlsxwriter. Its creation
// date is given, so that the same rows give the same bytes; it is written beside its name and
// renamed when it is whole.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "core/day.h"
#include "core/money.h"

namespace tilia::reporting {

class Workbook {
 public:
  Workbook(const std::filesystem::path& file, const Day& created);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  // Further rows go to this sheet. The name is shortened to what a spreadsheet takes.
  void start_sheet(const std::string& name);
  // Cells are filled from the left; a row is bold as a whole or not at all.
  void start_row(bool bold = false);
  void text(const std::string& text);
  void whole(std::int64_t number);
  void money(const Money& amount);
  void nothing();

  // Throws std::runtime_error; the file is whole or not there.
  void save();

 private:
  struct Sheets;
  std::unique_ptr<Sheets> sheets_;
};

}  // namespace tilia::reporting
