#include "pos/voucher.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/check.h"
#include "pos/gtin.h"

namespace tilia::pos {
namespace {

// 200 to 299 are for a company's own use; scales take 21 and 23 of them.
constexpr std::string_view own_prefix = "298";
constexpr std::uint64_t numbers_of_the_prefix = 1'000'000'000;
constexpr std::size_t shortest_number = 4;
constexpr std::size_t longest_number = 24;

constexpr std::array<std::pair<VoucherKind, std::string_view>, 3> kinds{
    {{VoucherKind::sold, "sold"},
     {VoucherKind::given, "given"},
     {VoucherKind::other_issuer, "other"}}};
constexpr std::array<std::pair<VoucherMove::Kind, std::string_view>, 4> moves{
    {{VoucherMove::Kind::issued, "issued"},
     {VoucherMove::Kind::used, "used"},
     {VoucherMove::Kind::put_back, "put_back"},
     {VoucherMove::Kind::cancelled, "cancelled"}}};

}  // namespace

std::string_view voucher_kind_text(VoucherKind kind) {
  for (const auto& [known, text] : kinds) {
    if (known == kind) return text;
  }
  CHECK(false);
}

std::optional<VoucherKind> parse_voucher_kind(std::string_view text) {
  for (const auto& [kind, known] : kinds) {
    if (known == text) return kind;
  }
  return std::nullopt;
}

std::string_view voucher_move_text(VoucherMove::Kind kind) {
  for (const auto& [known, text] : moves) {
    if (known == kind) return text;
  }
  CHECK(false);
}

std::optional<VoucherMove::Kind> parse_voucher_move(std::string_view text) {
  for (const auto& [kind, known] : moves) {
    if (known == text) return kind;
  }
  return std::nullopt;
}

// FNV-1a over the bytes and the attempt.
std::string own_voucher_number(const IdBytes& chance, std::uint64_t attempt) {
  std::uint64_t mixed = 14'695'981'039'346'656'037U;
  const auto mix = [&mixed](std::uint64_t byte) {
    mixed ^= byte;
    mixed *= 1'099'511'628'211U;
  };
  for (const std::uint8_t byte : chance) mix(byte);
  for (int shift = 0; shift < 64; shift += 8) mix((attempt >> shift) & 0xFFU);
  const std::string digits =
      fmt::format("{}{:09}", own_prefix, (mixed >> 20U) % numbers_of_the_prefix);
  return digits + check_digit(digits);
}

std::optional<std::string> plain_voucher_number(std::string_view text) {
  std::string number;
  for (const char letter : text) {
    if (letter == ' ') continue;
    const bool small = letter >= 'a' && letter <= 'z';
    const char plain = small ? static_cast<char>(letter - 'a' + 'A') : letter;
    const bool known =
        (plain >= 'A' && plain <= 'Z') || (plain >= '0' && plain <= '9') || plain == '-';
    if (!known) return std::nullopt;
    number += plain;
  }
  if (number.size() < shortest_number || number.size() > longest_number) return std::nullopt;
  return number;
}

Money IssuerPayment::amount() const {
  Money sum = parts.front().amount;
  for (std::size_t at = 1; at < parts.size(); ++at) sum += parts[at].amount;
  return sum;
}

Day valid_until(const Day& issued_on, int months) {
  Month month = Month::of(issued_on);
  for (int at = 0; at < months; ++at) month = month.next();
  const int last = std::min(issued_on.day_of_month(), month.days());
  return month.first_day().plus_days(last - 1);
}

}  // namespace tilia::pos
