// A voucher: money that came before the sale, or that somebody else pays for later. Ours sold, ours
// given and another issuer's are used in one way; only the office knows which is which. It is a
// multi-purpose voucher: VAT is due when it is used, none when it is sold.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/id.h"
#include "core/money.h"

namespace tilia::pos {

enum class VoucherKind { sold, given, other_issuer };
[[nodiscard]] std::string_view voucher_kind_text(VoucherKind kind);  // "sold", "given", "other"
[[nodiscard]] std::optional<VoucherKind> parse_voucher_kind(std::string_view text);

struct Voucher {
  std::string number;
  VoucherKind kind = VoucherKind::sold;
  std::string issuer;  // of another's: who pays for it later
  Money value;
  Money balance;  // what is left on it
  Day issued_on;
  std::optional<Day> valid_until;  // this day included
  bool cancelled = false;

  [[nodiscard]] bool valid_on(const Day& day) const {
    return !cancelled && (!valid_until || day <= *valid_until);
  }
  friend bool operator==(const Voucher&, const Voucher&) = default;
};

struct VoucherMove {
  enum class Kind { issued, used, put_back, cancelled };
  Kind kind = Kind::issued;
  Money amount;  // positive
  Day day;
  std::string receipt;  // of the sale or refund; may be empty

  friend bool operator==(const VoucherMove&, const VoucherMove&) = default;
};
[[nodiscard]] std::string_view voucher_move_text(VoucherMove::Kind kind);
[[nodiscard]] std::optional<VoucherMove::Kind> parse_voucher_move(std::string_view text);

// What another issuer's voucher paid here, and what of it the issuer has paid.
struct VoucherDue {
  std::string issuer;
  std::string voucher;
  Day since;  // when it was first used
  Money taken;
  Money paid;

  [[nodiscard]] Money open() const { return taken - paid; }
  friend bool operator==(const VoucherDue&, const VoucherDue&) = default;
};

// An issuer has paid for what its vouchers paid here.
struct IssuerPayment {
  struct Part {
    std::string voucher;
    Money amount;  // positive
    friend bool operator==(const Part&, const Part&) = default;
  };
  std::string issuer;
  Day day;
  std::vector<Part> parts;

  [[nodiscard]] Money amount() const;
  friend bool operator==(const IssuerPayment&, const IssuerPayment&) = default;
};

// Several that the office makes or takes up at once: all of one value.
struct VoucherBatch {
  VoucherKind kind = VoucherKind::given;
  std::string issuer;
  std::vector<std::string> numbers;
  Money value;
  Day issued_on;
  std::optional<Day> valid_until;
};

// Thirteen digits of the range that is a shop's own, out of sixteen bytes of chance, with their
// check digit: another attempt, another number.
[[nodiscard]] std::string own_voucher_number(const IdBytes& chance, std::uint64_t attempt);
// As it is kept: no spaces, capital letters. Nothing where it can be no voucher's: 4 to 24 letters
// (A to Z), digits and dashes.
[[nodiscard]] std::optional<std::string> plain_voucher_number(std::string_view text);
// The last day of one that holds for so many months.
[[nodiscard]] Day valid_until(const Day& issued_on, int months);

}  // namespace tilia::pos
