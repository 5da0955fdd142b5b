#include "reporting/workbook.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "core/check.h"
#include "core/instant.h"

namespace tilia::reporting {
namespace {

constexpr std::size_t longest_sheet_name_bytes = 31;

// Shortened between letters, without the marks that a sheet's name may not hold.
std::string sheet_name(const std::string& wanted) {
  std::string name;
  for (const char letter : wanted)
    if (std::string_view("[]:*?/\\'").find(letter) == std::string_view::npos) name += letter;
  if (name.size() > longest_sheet_name_bytes) {
    std::size_t end = longest_sheet_name_bytes;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
    name.resize(end);
  }
  return name;
}

}  // namespace

struct Workbook::Sheets {
  std::filesystem::path file;
  std::filesystem::path part;  // while it is being written
  std::string part_name;
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_format* bold = nullptr;
  lxw_format* amount = nullptr;
  lxw_format* bold_amount = nullptr;
  lxw_row_t next_row = 0;
  lxw_row_t row = 0;
  lxw_col_t column = 0;
  bool bold_row = false;
};

Workbook::Workbook(const std::filesystem::path& file, const Day& created)
    : sheets_(std::make_unique<Sheets>()) {
  Sheets& s = *sheets_;
  s.file = file;
  s.part = file;
  s.part += ".part";
  s.part_name = s.part.string();
  s.book = workbook_new(s.part_name.c_str());
  if (s.book == nullptr) throw std::runtime_error("no memory for a spreadsheet");
  lxw_doc_properties properties{};
  const boost::posix_time::ptime midnight(created.date());
  properties.created = static_cast<time_t>(Instant(midnight).unix_milliseconds() / 1000);
  workbook_set_properties(s.book, &properties);
  s.bold = workbook_add_format(s.book);
  s.amount = workbook_add_format(s.book);
  s.bold_amount = workbook_add_format(s.book);
  format_set_bold(s.bold);
  format_set_bold(s.bold_amount);
  format_set_num_format(s.amount, "#,##0.00");
  format_set_num_format(s.bold_amount, "#,##0.00");
}

Workbook::~Workbook() {
  if (sheets_->book == nullptr) return;
  lxw_workbook_free(sheets_->book);  // never saved: nothing was written
}

void Workbook::start_sheet(const std::string& name) {
  Sheets& s = *sheets_;
  s.sheet = workbook_add_worksheet(s.book, sheet_name(name).c_str());
  CHECK(s.sheet != nullptr);
  worksheet_set_column(s.sheet, 0, 0, 38, nullptr);
  worksheet_set_column(s.sheet, 1, 4, 18, nullptr);
  s.next_row = 0;
}

void Workbook::start_row(bool bold) {
  Sheets& s = *sheets_;
  s.row = s.next_row++;
  s.column = 0;
  s.bold_row = bold;
}

void Workbook::text(const std::string& text) {
  Sheets& s = *sheets_;
  worksheet_write_string(s.sheet, s.row, s.column++, text.c_str(), s.bold_row ? s.bold : nullptr);
}

void Workbook::whole(std::int64_t number) {
  Sheets& s = *sheets_;
  worksheet_write_number(s.sheet, s.row, s.column++, static_cast<double>(number),
                         s.bold_row ? s.bold : nullptr);
}

void Workbook::money(const Money& amount) {
  Sheets& s = *sheets_;
  const double major = static_cast<double>(amount.minor()) /
                       static_cast<double>(amount.currency().minor_per_major());
  worksheet_write_number(s.sheet, s.row, s.column++, major, s.bold_row ? s.bold_amount : s.amount);
}

void Workbook::nothing() { ++sheets_->column; }

void Workbook::save() {
  Sheets& s = *sheets_;
  const auto failure = [&s](const std::string& why) {
    std::error_code ignored;
    std::filesystem::remove(s.part, ignored);
    return std::runtime_error(fmt::format("cannot write {}: {}", s.file.string(), why));
  };
  // libxlsxwriter would say so on standard error.
  if (!std::ofstream(s.part)) throw failure(std::generic_category().message(errno));
  if (const lxw_error error = workbook_close(std::exchange(s.book, nullptr)); error != LXW_NO_ERROR)
    throw failure(lxw_strerror(error));
  std::error_code failed;
  std::filesystem::rename(s.part, s.file, failed);
  if (failed) throw failure(failed.message());
}

}  // namespace tilia::reporting
