#include "payroll/bank_template.h"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

#include "core/check.h"
#include "core/plain_latin.h"
#include "payroll/rule_keys.h"

namespace tilia::payroll {
namespace {

using Field = BankTemplate::Field;
using Letters = BankTemplate::Letters;

constexpr std::array<std::pair<std::string_view, Field>, 12> fields{
    {{"name", Field::name},
     {"iban", Field::iban},
     {"account", Field::account},
     {"amount", Field::amount},
     {"currency", Field::currency},
     {"purpose", Field::purpose},
     {"reference", Field::reference},
     {"day", Field::day},
     {"payer", Field::payer},
     {"payer_iban", Field::payer_iban},
     {"payer_account", Field::payer_account},
     {"fixed", Field::fixed}}};
constexpr std::array<std::pair<std::string_view, Letters>, 2> letter_sets{
    {{"UTF-8", Letters::utf_8}, {"windows-1250", Letters::windows_1250}}};
constexpr std::array<std::pair<std::string_view, char>, 4> separators{
    {{";", ';'}, {",", ','}, {"tab", '\t'}, {"|", '|'}}};
constexpr std::array<std::pair<std::string_view, char>, 2> decimal_marks{{{",", ','}, {".", '.'}}};
constexpr std::array<std::pair<std::string_view, bool>, 2> line_ends{
    {{"windows", true}, {"unix", false}}};

void replace_once(std::string& text, std::string_view place, const std::string& by) {
  const std::size_t at = text.find(place);
  CHECK(at != std::string::npos);
  text.replace(at, place.size(), by);
}

std::string day_text(const Day& day, std::string format) {
  replace_once(format, "YYYY", fmt::format("{:04}", day.year()));
  replace_once(format, "MM", fmt::format("{:02}", day.month()));
  replace_once(format, "DD", fmt::format("{:02}", day.day_of_month()));
  return format;
}

bool is_day_format(const std::string& format) {
  std::string signs = format;
  for (const std::string_view place : {"YYYY", "MM", "DD"}) {
    const std::size_t at = signs.find(place);
    if (at == std::string::npos) return false;
    signs.erase(at, place.size());
  }
  return signs.find_first_not_of("./- ") == std::string::npos;
}

BankTemplate::Column read_column(const toml::table& table, const std::string& where, bool header) {
  Keys keys(table, where);
  BankTemplate::Column column;
  column.field = keys.one_of("field", fields);
  if (header) column.heading = keys.text("heading", "write the column's heading");
  if (column.field == Field::fixed) column.text = keys.text("text", "write the text of every row");
  keys.nothing_else();
  return column;
}

// Without its country and check digits, as it stands at home.
std::string account_of(const std::string& iban) { return iban.substr(4); }

std::string cell(const BankTemplate& form, const BankTemplate::Column& column,
                 const BankPay::Transfer& one, const BankBatch& about) {
  switch (column.field) {
    case Field::name: return form.plain_latin ? one.name : one.legal_name;
    case Field::iban: return one.iban;
    case Field::account: return account_of(one.iban);
    case Field::amount: {
      std::string amount = one.amount.text();
      replace_once(amount, ".", std::string(1, form.decimal_mark));
      return amount;
    }
    case Field::currency: return std::string(one.amount.currency().code());
    case Field::purpose:
      return form.plain_latin ? in_plain_latin(about.purpose).text : about.purpose;
    case Field::reference: return one.id;
    case Field::day: return day_text(about.pay_on, form.day_format);
    case Field::payer: return form.plain_latin ? in_plain_latin(about.payer).text : about.payer;
    case Field::payer_iban: return about.payer_iban;
    case Field::payer_account: return account_of(about.payer_iban);
    case Field::fixed: return column.text;
  }
  CHECK(false);
}

// Quoted where the separator, a quote or a new line is inside.
std::string quoted(const std::string& text, char separator) {
  if (text.find_first_of(std::string("\"\r\n") + separator) == std::string::npos) return text;
  std::string all = "\"";
  for (const char letter : text) {
    if (letter == '"') all += '"';
    all += letter;
  }
  return all + '"';
}

std::string row_of(const BankTemplate& form, const std::vector<std::string>& cells) {
  std::string row;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (at > 0) row += form.separator;
    const bool narrow = form.letters == Letters::windows_1250;
    row += quoted(narrow ? in_windows_1250(cells[at]) : cells[at], form.separator);
  }
  return row + (form.windows_line_ends ? "\r\n" : "\n");
}

}  // namespace

BankTemplate read_bank_template(const std::filesystem::path& file) {
  const toml::table table = parsed_law_file(file);
  const std::string name = file.filename().string();
  Keys keys(table, name);
  BankTemplate form;
  form.separator = keys.one_of("separator", separators);
  form.letters = keys.one_of("letters", letter_sets);
  form.windows_line_ends = keys.one_of("line_ends", line_ends);
  form.header = keys.flag("header");
  form.plain_latin = keys.flag("plain_latin");
  form.decimal_mark = keys.one_of("decimal_mark", decimal_marks);
  constexpr const char* day_cure = "write DD, MM and YYYY with . / - between, \"DD.MM.YYYY\"";
  form.day_format = keys.text("day_format", day_cure);
  if (!is_day_format(form.day_format)) keys.refuse("day_format", day_cure);
  form.longest_name = static_cast<std::size_t>(keys.whole("longest_name", 10, 140));
  if (form.decimal_mark == form.separator)
    keys.refuse("decimal_mark", "it parts the fields too; choose another separator");
  int number = 0;
  for (const toml::node& node : keys.tables("column", "write one [[column]] for each column"))
    form.columns.push_back(
        read_column(*node.as_table(), fmt::format("{}, column {}", name, ++number), form.header));
  keys.nothing_else();
  return form;
}

std::string bank_csv(const BankTemplate& form, const BankPay& pay, const BankBatch& about) {
  std::string text;
  std::vector<std::string> cells;
  if (form.header) {
    for (const BankTemplate::Column& column : form.columns) cells.push_back(column.heading);
    text += row_of(form, cells);
  }
  for (const BankPay::Transfer& one : pay.transfers) {
    cells.clear();
    for (const BankTemplate::Column& column : form.columns)
      cells.push_back(cell(form, column, one, about));
    text += row_of(form, cells);
  }
  return text;
}

}  // namespace tilia::payroll
