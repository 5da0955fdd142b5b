// A bank's own form of a payment file, told by a template (TOML) that anybody can write: what parts
// the fields, which letters, which columns. Two examples with comments: installer/bank-templates.
//
//   const BankTemplate form = read_bank_template(file);   // throws RuleFault
//   write_whole(out, bank_csv(form, pay, about));
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "core/day.h"
#include "payroll/bank_pay.h"

namespace tilia::payroll {

struct BankTemplate {
  enum class Letters { utf_8, windows_1250 };
  enum class Field {
    name,
    iban,
    account,  // the account number as the country writes it: the IBAN without its first four
    amount,
    currency,
    purpose,
    reference,  // the number of the transfer, which comes back on the statement
    day,        // when it is to be paid
    payer,
    payer_iban,
    payer_account,
    fixed,  // the same text in every row
  };
  struct Column {
    std::string heading;
    Field field = Field::fixed;
    std::string text;  // of a fixed one
  };
  char separator = ';';
  Letters letters = Letters::utf_8;
  bool windows_line_ends = false;
  bool header = false;
  bool plain_latin = false;  // names in the letters that every bank takes
  char decimal_mark = ',';
  std::string day_format;  // "DD.MM.YYYY"
  std::size_t longest_name = 70;
  std::vector<Column> columns;
};
// Refuses a key that is not known, a column without a field, a decimal mark that parts the fields.
[[nodiscard]] BankTemplate read_bank_template(const std::filesystem::path& file);

struct BankBatch {
  std::string payer;
  std::string payer_iban;
  std::string purpose;
  Day pay_on;
};
[[nodiscard]] std::string bank_csv(const BankTemplate& form, const BankPay& pay,
                                   const BankBatch& about);

}  // namespace tilia::payroll
