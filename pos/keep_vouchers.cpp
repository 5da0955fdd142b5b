#include "pos/keep_vouchers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "core/check.h"
#include "pos/plausible_amount.h"

namespace tilia::pos {
namespace {

constexpr std::array<std::pair<VoucherRefusal, std::string_view>, 9> codes{{
    {VoucherRefusal::bad_count, "voucher.bad_count"},
    {VoucherRefusal::not_an_amount, "voucher.not_an_amount"},
    {VoucherRefusal::mixed_currency, "voucher.mixed_currency"},
    {VoucherRefusal::until_is_past, "voucher.until_is_past"},
    {VoucherRefusal::issuer_missing, "voucher.issuer_missing"},
    {VoucherRefusal::bad_number, "voucher.bad_number"},
    {VoucherRefusal::number_taken, "voucher.number_taken"},
    {VoucherRefusal::unknown_voucher, "voucher.unknown_voucher"},
    {VoucherRefusal::cancelled_already, "voucher.cancelled_already"},
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

}  // namespace tilia::pos
