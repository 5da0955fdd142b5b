#include "payroll/bank_pay.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <tuple>
#include <utility>

#include "core/check.h"
#include "core/plain_latin.h"

namespace tilia::payroll {
namespace {

using Why = BankPay::LeftOut::Why;

constexpr std::array<std::pair<Why, std::string_view>, 5> left_out_codes{
    {{Why::cash, "cash"},
     {Why::nothing_to_pay, "nothing_to_pay"},
     {Why::name_missing, "name_missing"},
     {Why::name_too_long, "name_too_long"},
     {Why::name_not_written, "name_not_written"}}};

constexpr std::array<std::pair<PayDayRefusal, std::string_view>, 7> refusal_codes{
    {{PayDayRefusal::not_approved, "not_approved"},
     {PayDayRefusal::no_own_account, "no_own_account"},
     {PayDayRefusal::nobody_by_bank, "nobody_by_bank"},
     {PayDayRefusal::nobody_in_cash, "nobody_in_cash"},
     {PayDayRefusal::before_approval, "before_approval"},
     {PayDayRefusal::nobody_left, "nobody_left"},
     {PayDayRefusal::somebody_left, "somebody_left"}}};

std::optional<Why> why_left_out(const PayRunSlip& slip, const PlainLatin& name,
                                std::size_t longest_name) {
  if (slip.payout() <= Money::zero(slip.payout().currency())) return Why::nothing_to_pay;
  if (slip.identity.iban.empty()) return Why::cash;
  if (slip.identity.legal_name.empty()) return Why::name_missing;
  if (name.lost_letters || name.text.empty()) return Why::name_not_written;
  if (name.text.size() > longest_name) return Why::name_too_long;
  return std::nullopt;
}

// FNV-1a: told apart by what the bank reads of it anyway, and by the run.
std::uint64_t mixed(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char letter : text) {
    hash ^= static_cast<unsigned char>(letter);
    hash *= 0x100000001b3U;
  }
  return hash;
}

}  // namespace

BankPay bank_pay_of(const PayRun& run, std::size_t longest_name) {
  CHECK(run.state == PayRun::State::approved);
  BankPay pay{.id = run.id.text(), .transfers = {}, .left_out = {}};
  for (const PayRunSlip& slip : run.slips) {
    const PlainLatin name = in_plain_latin(slip.identity.legal_name);
    if (const auto why = why_left_out(slip, name, longest_name))
      pay.left_out.push_back({slip.worker.alias, *why});
    else
      pay.transfers.push_back({.id = {},
                               .name = name.text,
                               .iban = slip.identity.iban,
                               .amount = slip.payout(),
                               .legal_name = slip.identity.legal_name});
  }
  std::sort(pay.transfers.begin(), pay.transfers.end(), [](const auto& a, const auto& b) {
    return std::tie(a.iban, a.name, a.amount) < std::tie(b.iban, b.name, b.amount);
  });
  int same = 0;  // transfers before it to the same account
  for (std::size_t at = 0; at < pay.transfers.size(); ++at) {
    BankPay::Transfer& one = pay.transfers[at];
    same = at > 0 && pay.transfers[at - 1].iban == one.iban ? same + 1 : 0;
    one.id = fmt::format("{:016x}-{}", mixed(pay.id + one.iban), same + 1);
  }
  return pay;
}

std::optional<Money> sum_of(const BankPay& pay) {
  std::optional<Money> sum;
  for (const BankPay::Transfer& one : pay.transfers) sum = sum ? *sum + one.amount : one.amount;
  return sum;
}

std::string_view left_out_code(Why why) {
  for (const auto& [known, code] : left_out_codes)
    if (known == why) return code;
  CHECK(false);
}

Phrase sentence_of(const BankPay::LeftOut& left_out, const Month& month) {
  return Phrase(fmt::format("payroll.bank.left_out.{}", left_out_code(left_out.why)))
      .with("worker", left_out.alias)
      .with("month", month);
}

Day next_weekday(const Day& day) {
  constexpr int saturday = 5;
  Day next = day.plus_days(1);
  while (next.weekday_from_monday() >= saturday) next = next.plus_days(1);
  return next;
}

std::string_view pay_day_refusal_code(PayDayRefusal why) {
  for (const auto& [known, code] : refusal_codes)
    if (known == why) return code;
  CHECK(false);
}

Phrase sentence_of(PayDayRefusal why, const Month& month) {
  return Phrase(fmt::format("payroll.pay_day.{}", pay_day_refusal_code(why))).with("month", month);
}

}  // namespace tilia::payroll
