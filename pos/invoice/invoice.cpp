#include "pos/invoice/invoice.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "core/check.h"

namespace tilia::pos {
namespace {

using Kind = InvoicePayment::Kind;

constexpr std::array<std::pair<Kind, std::string_view>, 3> kinds{
    {{Kind::bank, "bank"}, {Kind::assigned, "assigned"}, {Kind::reversed, "reversed"}}};

bool same_rate(const VatSum& a, const VatSum& b) {
  if (a.rate != b.rate) return false;
  const auto exempt = [](const VatSum& sum) { return sum.vat_class == VatClass::exempt; };
  return exempt(a) == exempt(b);
}

bool due_before(const Invoice& a, const Invoice& b) {
  return std::tie(a.due, a.number) < std::tie(b.due, b.number);
}

Money& band_of(InvoiceAge& age, int days_late) {
  if (days_late <= 0) return age.not_due;
  if (days_late <= 30) return age.to_30_days;
  if (days_late <= 60) return age.to_60_days;
  return days_late <= 90 ? age.to_90_days : age.older;
}

}  // namespace

std::vector<VatSum> vat_over(const std::vector<VatSum>& sums) {
  std::vector<VatSum> over;
  for (const VatSum& sum : sums) {
    const auto known =
        std::ranges::find_if(over, [&](const VatSum& each) { return same_rate(each, sum); });
    if (known == over.end()) {
      over.push_back(sum);
      continue;
    }
    known->gross += sum.gross;
    known->net += sum.net;
    known->vat += sum.vat;
  }
  std::erase_if(over, [](const VatSum& sum) { return sum.gross.is_zero() && sum.vat.is_zero(); });
  std::ranges::stable_sort(over, [](const VatSum& a, const VatSum& b) {
    return std::tuple(b.rate.millionths(), a.vat_class) <
           std::tuple(a.rate.millionths(), b.vat_class);
  });
  return over;
}

InvoiceSums sums_of(const std::vector<Supplied>& supplied, Currency currency) {
  const Money none = Money::zero(currency);
  InvoiceSums sums{none, none, {}};
  for (const Supplied& each : supplied) {
    sums.gross += each.sale.priced.total;
    sums.on_account += each.on_account;
    sums.vat.insert(sums.vat.end(), each.sale.priced.vat.begin(), each.sale.priced.vat.end());
  }
  sums.vat = vat_over(sums.vat);
  return sums;
}

std::string_view invoice_payment_text(Kind kind) {
  for (const auto& [known, text] : kinds) {
    if (known == kind) return text;
  }
  CHECK(false);
}

std::optional<Kind> parse_invoice_payment(std::string_view text) {
  for (const auto& [kind, known] : kinds) {
    if (known == text) return kind;
  }
  return std::nullopt;
}

std::vector<InvoicePayment::Part> oldest_first(std::vector<Invoice> invoices, const Money& amount) {
  const Money none = Money::zero(amount.currency());
  std::ranges::sort(invoices, due_before);
  Money left = amount;
  std::vector<InvoicePayment::Part> parts;
  for (const Invoice& invoice : invoices) {
    const Money part = std::min(left, invoice.open());
    if (part <= none) continue;
    parts.push_back({invoice.number, part});
    left -= part;
  }
  return parts;
}

std::vector<InvoicePayment::Part> taken_back_from(const std::vector<Invoice>& invoices,
                                                  const InvoicePayment& payment,
                                                  const Money& unassigned) {
  const Money none = Money::zero(payment.amount.currency());
  std::vector<Invoice> left = invoices;
  std::ranges::sort(left, due_before);
  Money free = unassigned;
  const auto take = [&](Invoice& invoice, const Money& wanted) {
    const Money taken = std::min(wanted, invoice.paid);
    if (taken <= none) return;
    invoice.paid -= taken;
    free += taken;
  };
  for (const InvoicePayment::Part& part : payment.parts) {
    const auto invoice = std::ranges::find(left, part.invoice, &Invoice::number);
    if (invoice != left.end()) take(*invoice, part.amount);
  }
  for (auto youngest = left.rbegin(); youngest != left.rend() && free.negative(); ++youngest)
    take(*youngest, -free);
  std::vector<InvoicePayment::Part> parts;
  for (const Invoice& after : left) {
    const Money before = std::ranges::find(invoices, after.number, &Invoice::number)->paid;
    if (after.paid != before) parts.push_back({after.number, after.paid - before});
  }
  return parts;
}

InvoiceAge& InvoiceAge::operator+=(const InvoiceAge& other) {
  not_due += other.not_due;
  to_30_days += other.to_30_days;
  to_60_days += other.to_60_days;
  to_90_days += other.to_90_days;
  older += other.older;
  return *this;
}

InvoiceAge age_of(const std::vector<Invoice>& invoices, const Day& today, Currency currency) {
  const Money none = Money::zero(currency);
  InvoiceAge age{none, none, none, none, none};
  for (const Invoice& invoice : invoices)
    band_of(age, invoice.due.days_until(today)) += invoice.open();
  return age;
}

std::string net_unit_price_text(const Money& unit_price, Rate rate, char decimal_mark) {
  // Four decimals of the major unit: so many more than the currency's own.
  std::int64_t scale = 1;
  for (int digit = unit_price.currency().exponent(); digit < 4; ++digit) scale *= 10;
  const Money fine = Money::from_minor(unit_price.minor() * scale, unit_price.currency());
  const Money net = fine.times_ratio(Rate::one_in_millionths,
                                     Rate::one_in_millionths + rate.millionths(), Rounding::half_up)
                        .value();
  const std::int64_t whole = net.minor() < 0 ? -net.minor() : net.minor();
  return fmt::format("{}{}{}{:04}", net.negative() ? "-" : "", whole / 10'000, decimal_mark,
                     whole % 10'000);
}

}  // namespace tilia::pos
