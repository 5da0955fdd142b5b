#include "pos/keep_vouchers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "core/check.h"
#include "pos/plausible_amount.h"

namespace tilia::pos {
namespace {

constexpr std::array<std::pair<VoucherRefusal, std::string_view>, 12> codes{{
    {VoucherRefusal::bad_count, "voucher.bad_count"},
    {VoucherRefusal::not_an_amount, "voucher.not_an_amount"},
    {VoucherRefusal::mixed_currency, "voucher.mixed_currency"},
    {VoucherRefusal::until_is_past, "voucher.until_is_past"},
    {VoucherRefusal::issuer_missing, "voucher.issuer_missing"},
    {VoucherRefusal::bad_number, "voucher.bad_number"},
    {VoucherRefusal::number_taken, "voucher.number_taken"},
    {VoucherRefusal::unknown_voucher, "voucher.unknown_voucher"},
    {VoucherRefusal::cancelled_already, "voucher.cancelled_already"},
    {VoucherRefusal::nothing_due, "voucher.nothing_due"},
    {VoucherRefusal::more_than_due, "voucher.more_than_due"},
    {VoucherRefusal::day_in_future, "voucher.day_in_future"},
}};

struct BatchTag;

}  // namespace

std::string_view voucher_refusal_code(VoucherRefusal why) {
  for (const auto& [known, code] : codes) {
    if (known == why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(VoucherRefusal why) {
  const std::string_view code = voucher_refusal_code(why);
  return Phrase(fmt::format("pos.voucher.{}", code.substr(code.find('.') + 1)));
}

std::optional<VoucherRefusal> KeepVouchers::fault_of(const Money& value,
                                                     const std::optional<Day>& until) const {
  if (value.currency() != currency_) return VoucherRefusal::mixed_currency;
  const bool sum = value > Money::zero(currency_) && !too_large(value);
  if (!sum || looks_like_a_barcode(value)) return VoucherRefusal::not_an_amount;
  if (until && *until < today()) return VoucherRefusal::until_is_past;
  return std::nullopt;
}

Result<std::vector<std::string>, VoucherRefusal> KeepVouchers::give(
    std::int64_t count, const Money& value, const std::optional<Day>& until) {
  if (count < 1 || count > most_at_once) return VoucherRefusal::bad_count;
  if (const auto fault = fault_of(value, until)) return *fault;
  VoucherBatch batch{VoucherKind::given, "", {}, value, today(), until};
  const auto batch_of = Id<BatchTag>::mint(chance_);
  std::set<std::string> made;
  std::uint64_t attempt = 0;
  // A number that is met by chance is left out, and all are tried again.
  constexpr int most_tries = 20;
  std::set<std::string> taken;
  for (int tries = 0; tries < most_tries; ++tries) {
    while (std::ssize(batch.numbers) < count) {
      std::string number = own_voucher_number(batch_of.bytes(), attempt++);
      if (!taken.contains(number) && made.insert(number).second)
        batch.numbers.push_back(std::move(number));
    }
    const auto met = book_.register_vouchers(batch, clock_.now());
    if (!met) return batch.numbers;
    taken.insert(*met);
    std::erase(batch.numbers, *met);
  }
  return VoucherRefusal::number_taken;
}

Result<std::vector<std::string>, VoucherRefusal> KeepVouchers::take_up(
    const std::string& issuer, const std::vector<std::string>& numbers, const Money& value,
    const std::optional<Day>& until) {
  if (issuer.find_first_not_of(' ') == std::string::npos) return VoucherRefusal::issuer_missing;
  if (numbers.empty() || std::ssize(numbers) > most_at_once) return VoucherRefusal::bad_count;
  if (const auto fault = fault_of(value, until)) return *fault;
  VoucherBatch batch{VoucherKind::other_issuer, issuer, {}, value, today(), until};
  for (const std::string& number : numbers) {
    auto plain = plain_voucher_number(number);
    if (!plain) return VoucherRefusal::bad_number;
    batch.numbers.push_back(std::move(*plain));
  }
  if (book_.register_vouchers(batch, clock_.now())) return VoucherRefusal::number_taken;
  return batch.numbers;
}

Result<Voucher, VoucherRefusal> KeepVouchers::cancel(const std::string& number) {
  const auto plain = plain_voucher_number(number);
  const auto voucher = plain ? book_.voucher(*plain) : std::nullopt;
  if (!voucher) return VoucherRefusal::unknown_voucher;
  if (voucher->cancelled) return VoucherRefusal::cancelled_already;
  book_.cancel_voucher(*plain, today(), clock_.now());
  return book_.voucher(*plain).value();
}

std::vector<VoucherSum> KeepVouchers::sums(const std::vector<Voucher>& vouchers) const {
  const Money none = Money::zero(currency_);
  std::vector<VoucherSum> sums;
  for (const Voucher& voucher : vouchers) {
    if (voucher.value.currency() != currency_) continue;
    auto sum = std::ranges::find_if(sums, [&](const VoucherSum& each) {
      return each.kind == voucher.kind && each.issuer == voucher.issuer;
    });
    if (sum == sums.end())
      sum = sums.insert(sum, {voucher.kind, voucher.issuer, 0, none, none, none});
    sum->count += 1;
    sum->value += voucher.value;
    sum->used += voucher.value - voucher.balance;
    if (voucher.valid_on(today())) sum->open += voucher.balance;
  }
  return sums;
}

// ---- what other issuers owe

std::vector<IssuerDues> KeepVouchers::dues() {
  const Money none = Money::zero(currency_);
  std::vector<IssuerDues> by_issuer;
  for (VoucherDue& due : book_.voucher_dues(today())) {
    if (due.taken.currency() != currency_) continue;
    auto sum = std::ranges::find(by_issuer, due.issuer, &IssuerDues::issuer);
    if (sum == by_issuer.end())
      sum = by_issuer.insert(by_issuer.end(), {due.issuer, none, none, none, {}});
    sum->taken += due.taken;
    sum->paid += due.paid;
    sum->open += due.open();
    sum->vouchers.push_back(std::move(due));
  }
  return by_issuer;
}

Result<IssuerPayment, VoucherRefusal> KeepVouchers::issuer_paid(const Paid& paid) {
  if (paid.on > today()) return VoucherRefusal::day_in_future;
  std::set<std::string> wanted;
  for (const std::string& number : paid.numbers) {
    const auto plain = plain_voucher_number(number);
    const auto voucher = plain ? book_.voucher(*plain) : std::nullopt;
    if (!voucher || voucher->issuer != paid.issuer) return VoucherRefusal::unknown_voucher;
    wanted.insert(*plain);
  }
  const Money none = Money::zero(currency_);
  const Day until = paid.until ? std::min(*paid.until, today()) : today();
  std::vector<VoucherDue> open;
  Money all = none;
  for (VoucherDue& due : book_.voucher_dues(until)) {
    const bool asked = due.issuer == paid.issuer && due.taken.currency() == currency_ &&
                       (wanted.empty() || wanted.contains(due.voucher));
    if (!asked || due.open() <= none) continue;
    all += due.open();
    open.push_back(std::move(due));
  }
  if (open.empty()) return VoucherRefusal::nothing_due;
  Money left = paid.amount.value_or(all);
  if (left.currency() != currency_) return VoucherRefusal::mixed_currency;
  if (left <= none) return VoucherRefusal::not_an_amount;
  if (left > all) return VoucherRefusal::more_than_due;
  IssuerPayment payment{paid.issuer, paid.on, {}};
  for (const VoucherDue& due : open) {
    const Money part = std::min(left, due.open());
    if (part.is_zero()) break;
    payment.parts.push_back({due.voucher, part});
    left -= part;
  }
  book_.enter_issuer_payment(payment, today(), clock_.now());
  return payment;
}

}  // namespace tilia::pos
