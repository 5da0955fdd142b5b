#include "pos/sale.h"

#include <algorithm>

namespace tilia::pos {
namespace {

bool same_rate(const VatSum& sum, const SaleLine& line) {
  if (sum.rate != line.vat_rate) return false;
  return sum.vat_class == line.vat_class || line.vat_rate > Rate();
}

}  // namespace

std::string_view tender_kind_text(TenderKind kind) {
  return kind == TenderKind::cash ? "cash" : "card";
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
