// What a bank is asked to pay of an approved run: one transfer for each worker with an account of
// her own. Of a transfer the bank sees name, account and amount. Its number and its place in the
// file come of nothing else, so that neither tells who at work it is.
//
//   const BankPay pay = bank_pay_of(run, reporting::longest_bank_name(form));
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/money.h"
#include "core/phrase.h"
#include "core/result.h"
#include "payroll/pay_run.h"

namespace tilia::payroll {

struct BankPay {
  struct Transfer {
    std::string id;    // at most 35 letters; the same whenever the file is written again
    std::string name;  // in letters that every bank takes
    std::string iban;
    Money amount;
    std::string legal_name;  // as on her papers
  };
  // Whom the file does not pay.
  struct LeftOut {
    enum class Why {
      cash,              // she has no account
      nothing_to_pay,    // the month's net is nothing
      name_missing,      // an account and nobody's name
      name_too_long,     // for the bank
      name_not_written,  // it has letters that we cannot write as the bank takes them
    };
    std::string alias;
    Why why = Why::cash;
  };
  std::string id;                   // of the message
  std::vector<Transfer> transfers;  // by account
  std::vector<LeftOut> left_out;    // by alias
};
[[nodiscard]] BankPay bank_pay_of(const PayRun& run, std::size_t longest_name);
[[nodiscard]] std::optional<Money> sum_of(const BankPay& pay);  // nothing without a transfer

[[nodiscard]] std::string_view left_out_code(BankPay::LeftOut::Why why);
[[nodiscard]] Phrase sentence_of(const BankPay::LeftOut& left_out, const Month& month);

// The first weekday after that day.
[[nodiscard]] Day next_weekday(const Day& day);

// Why there is nothing to give out of a month.
enum class PayDayRefusal {
  not_approved,
  no_own_account,   // nobody entered from where wages are paid
  nobody_by_bank,   // no worker with an account
  nobody_in_cash,   // everybody has one
  before_approval,  // a pay day before the run was approved
  nobody_left,      // all of them were taken out of the book
  somebody_left,    // some were: sums would lack them
};
[[nodiscard]] std::string_view pay_day_refusal_code(PayDayRefusal why);
[[nodiscard]] Phrase sentence_of(PayDayRefusal why, const Month& month);

}  // namespace tilia::payroll
