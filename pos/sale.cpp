#include "pos/sale.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/check.h"

namespace tilia::pos {
namespace {

constexpr std::array<std::pair<TenderKind, std::string_view>, 5> tender_kinds{
    {{TenderKind::cash, "cash"},
     {TenderKind::card, "card"},
     {TenderKind::voucher, "voucher"},
     {TenderKind::account, "account"},
     {TenderKind::advance, "advance"}}};
constexpr std::array<std::pair<ExtraKind, std::string_view>, 4> extra_kinds{
    {{ExtraKind::tip, "tip"},
     {ExtraKind::voucher_sold, "voucher_sold"},
     {ExtraKind::account_paid, "account_paid"},
     {ExtraKind::advance, "advance"}}};

template <class Kind, std::size_t N>
std::string_view text_in(const std::array<std::pair<Kind, std::string_view>, N>& kinds, Kind kind) {
  for (const auto& [known, text] : kinds) {
    if (known == kind) return text;
  }
  CHECK(false);
}

template <class Kind, std::size_t N>
std::optional<Kind> kind_in(const std::array<std::pair<Kind, std::string_view>, N>& kinds,
                            std::string_view text) {
  for (const auto& [kind, known] : kinds) {
    if (known == text) return kind;
  }
  return std::nullopt;
}

bool same_rate(const VatSum& sum, const SaleLine& line) {
  if (sum.rate != line.vat_rate) return false;
  return sum.vat_class == line.vat_class || line.vat_rate > Rate();
}

}  // namespace

std::string_view tender_kind_text(TenderKind kind) { return text_in(tender_kinds, kind); }
std::optional<TenderKind> parse_tender_kind(std::string_view text) {
  return kind_in(tender_kinds, text);
}

std::string_view extra_kind_text(ExtraKind kind) { return text_in(extra_kinds, kind); }
std::optional<ExtraKind> parse_extra_kind(std::string_view text) {
  return kind_in(extra_kinds, text);
}

Money sum_of(const std::vector<Extra>& extras, Currency currency) {
  Money sum = Money::zero(currency);
  for (const Extra& extra : extras) sum += extra.amount;
  return sum;
}

std::vector<VatSum> vat_of(const std::vector<SaleLine>& lines) {
  std::vector<VatSum> sums;
  for (const SaleLine& line : lines) {
    const auto known = std::find_if(sums.begin(), sums.end(),
                                    [&](const VatSum& sum) { return same_rate(sum, line); });
    if (known == sums.end()) {
      const Money none = Money::zero(line.amount.currency());
      sums.push_back({line.vat_class, line.vat_rate, line.amount, none, none});
    } else {
      known->vat_class = std::min(known->vat_class, line.vat_class);
      known->gross += line.amount;
    }
  }
  for (VatSum& sum : sums) sum = vat_within(sum.gross, sum.vat_class, sum.rate);
  std::sort(sums.begin(), sums.end(),
            [](const VatSum& a, const VatSum& b) { return a.vat_class < b.vat_class; });
  return sums;
}

Money cash_back(const Sale& sale) {
  Money back = sale.priced.change;
  if (!sale.refund_of) return back;
  for (const Tender& tender : sale.priced.tenders) {
    if (tender.kind == TenderKind::cash) back -= tender.amount;
  }
  return back;
}

}  // namespace tilia::pos
