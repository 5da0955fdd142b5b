// Vouchers in the office: a batch of our own that we give, another issuer's that we take, and one
// that holds no more. Those that are sold are made at the counter, by the sale.
//
//   KeepVouchers keep(book, currency, zone, clock, chance);
//   keep.give(50, value, until);
//   keep.take_up("Town hall", {"TH-0001", "TH-0002"}, value, until);
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/chance.h"
#include "core/clock.h"
#include "core/phrase.h"
#include "core/result.h"
#include "core/zone.h"
#include "pos/tender_book.h"

namespace tilia::pos {

enum class VoucherRefusal {
  bad_count,  // none, or more than 1,000 at once
  not_an_amount,
  mixed_currency,
  until_is_past,
  issuer_missing,
  bad_number,
  number_taken,
  unknown_voucher,
  cancelled_already,
  nothing_due,    // of that issuer nothing is open
  more_than_due,  // than what is open
  day_in_future,
};
[[nodiscard]] std::string_view voucher_refusal_code(VoucherRefusal why);
[[nodiscard]] Phrase sentence_of(VoucherRefusal why);

// What came of all vouchers of one kind, or of one issuer.
struct VoucherSum {
  VoucherKind kind = VoucherKind::sold;
  std::string issuer;
  std::int64_t count = 0;
  Money value;
  Money used;
  Money open;  // what may still be used
};

// What one issuer owes for its vouchers that paid here.
struct IssuerDues {
  std::string issuer;
  Money taken;
  Money paid;
  Money open;
  std::vector<VoucherDue> vouchers;  // the oldest first
};

class KeepVouchers {
 public:
  static constexpr std::int64_t most_at_once = 1000;

  KeepVouchers(TenderBook& book, Currency currency, const Zone& zone, const Clock& clock,
               Chance& chance)
      : book_(book), currency_(currency), zone_(zone), clock_(clock), chance_(chance) {}

  [[nodiscard]] Day today() const { return zone_.local_day(clock_.now()); }
  // Both answer the numbers, as they are kept.
  [[nodiscard]] Result<std::vector<std::string>, VoucherRefusal> give(
      std::int64_t count, const Money& value, const std::optional<Day>& until);
  [[nodiscard]] Result<std::vector<std::string>, VoucherRefusal> take_up(
      const std::string& issuer, const std::vector<std::string>& numbers, const Money& value,
      const std::optional<Day>& until);
  [[nodiscard]] Result<Voucher, VoucherRefusal> cancel(const std::string& number);
  // By issuer, in the order of their first.
  [[nodiscard]] std::vector<IssuerDues> dues();
  // An issuer has paid: for these vouchers, or for all that paid here until a day. `amount`: by
  // itself all that is open of them; less pays for the oldest first.
  struct Paid {
    std::string issuer;
    Day on;
    std::optional<Money> amount = std::nullopt;
    std::vector<std::string> numbers = {};  // empty: all
    std::optional<Day> until = std::nullopt;
  };
  [[nodiscard]] Result<IssuerPayment, VoucherRefusal> issuer_paid(const Paid& paid);
  // By kind and issuer, in the order of their first.
  [[nodiscard]] std::vector<VoucherSum> sums(const std::vector<Voucher>& vouchers) const;

 private:
  [[nodiscard]] std::optional<VoucherRefusal> fault_of(const Money& value,
                                                       const std::optional<Day>& until) const;

  TenderBook& book_;
  Currency currency_;
  const Zone& zone_;
  const Clock& clock_;
  Chance& chance_;
};

}  // namespace tilia::pos
