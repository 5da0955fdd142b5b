#include "pos/take_back.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pos/advance.h"
#include "pos/ticket_advance.h"

namespace tilia::pos {
namespace {

constexpr std::array<std::pair<RefundRefusal, std::string_view>, 14> codes{{
    {RefundRefusal::no_open_session, "refund.no_open_session"},
    {RefundRefusal::unknown_receipt, "refund.unknown_receipt"},
    {RefundRefusal::is_a_refund, "refund.is_a_refund"},
    {RefundRefusal::unknown_line, "refund.unknown_line"},
    {RefundRefusal::quantity_not_positive, "refund.quantity_not_positive"},
    {RefundRefusal::quantity_not_whole, "refund.quantity_not_whole"},
    {RefundRefusal::more_than_was_sold, "refund.more_than_was_sold"},
    {RefundRefusal::nothing_left, "refund.nothing_left"},
    {RefundRefusal::unknown_reason, "refund.unknown_reason"},
    {RefundRefusal::other_currency, "refund.other_currency"},
    {RefundRefusal::same_id_other_content, "refund.same_id_other_content"},
    {RefundRefusal::unknown_extra, "refund.unknown_extra"},
    {RefundRefusal::voucher_was_used, "refund.voucher_was_used"},
    {RefundRefusal::advance_was_used, "refund.advance_was_used"},
}};

// How much of each line of the sale the customer keeps, and what came with it.
struct Kept {
  std::vector<Quantity> lines;
  std::vector<char> extras;  // 1: kept
  bool donation = true;
};

// What the customer pays for what they keep.
struct Paid {
  std::vector<SaleLine> lines;
  std::vector<VatSum> vat;  // the same rates in the same order, whatever is kept
  Money total;
  Money beside;                  // the donation and the extras
  std::vector<Tender> not_cash;  // each of not_cash_for_goods(), as much of it as pays for this
  Money cash;                    // rounded as the country rounds it
};

// What was paid early for an order or a ticket was earned when that was handed over: it is money
// like any other then. Of a package a time is left again, and a loaf waits again for whoever comes.
bool is_earned(const Tender& tender) {
  return tender.kind == TenderKind::advance &&
         (order_of_advance(tender.reference) || ticket_of_advance(tender.reference));
}

Money paid_by(const Sale& sale, TenderKind kind) {
  Money sum = Money::zero(sale.priced.total.currency());
  for (const Tender& tender : sale.priced.tenders) {
    if (is_earned(tender) ? kind == TenderKind::cash : tender.kind == kind) sum += tender.amount;
  }
  return kind == TenderKind::cash ? sum - sale.priced.change : sum;
}

// What paid for the goods and was no cash, in the order in which it goes back: the account, each
// voucher, the card. Only a card may have paid for what came with them as well: that part is not
// among it.
std::vector<Tender> not_cash_for_goods(const Sale& sale) {
  std::vector<Tender> tenders;
  Money left = sale.priced.total;
  for (const TenderKind kind : {TenderKind::account, TenderKind::advance, TenderKind::voucher}) {
    for (const Tender& tender : sale.priced.tenders) {
      if (tender.kind != kind || is_earned(tender)) continue;
      tenders.push_back(tender);
      left -= tender.amount;
    }
  }
  const Money card = std::min(paid_by(sale, TenderKind::card), left);
  if (!paid_by(sale, TenderKind::card).is_zero()) tenders.push_back({TenderKind::card, card});
  return tenders;
}

// The cash part of what is kept: all of it as it was really paid, less of it rounded, never above
// what was paid.
Money cash_kept(const Sale& sale, const Money& exact, const Money& exact_of_all,
                const CashRounding& rounding) {
  const Money rounded = exact.rounded_to(rounding.step, rounding.mode).value();
  const Money really = paid_by(sale, TenderKind::cash);
  return exact == exact_of_all ? really : std::min(rounded, really);
}

// The line as if only that much of it had been sold. At an own price each piece has its share of
// what the line cost.
SaleLine line_of(const SaleLine& sold, Quantity kept) {
  if (sold.quantity == kept) return sold;
  const auto share = [&](const Money& amount) {
    return amount.times_ratio(kept.thousandths(), sold.quantity.thousandths(), Rounding::half_up)
        .value();
  };
  const auto at_unit_price = [&](Quantity quantity) {
    return sold.unit_price.times(quantity, Rounding::half_up).value();
  };
  SaleLine line = sold;
  line.quantity = kept;
  line.amount =
      sold.amount == at_unit_price(sold.quantity) ? at_unit_price(kept) : share(sold.amount);
  if (sold.usual_amount) line.usual_amount = share(*sold.usual_amount);
  return line;
}

Kept all_of(const Sale& sale) {
  Kept all{{}, std::vector<char>(sale.priced.extras.size(), 1), true};
  for (const SaleLine& line : sale.priced.lines) all.lines.push_back(line.quantity);
  return all;
}

Money beside_of(const Sale& sale, const Kept& kept) {
  Money beside = Money::zero(sale.priced.total.currency());
  if (kept.donation) beside += sale.priced.donation;
  for (std::size_t at = 0; at < kept.extras.size(); ++at) {
    if (kept.extras[at] != 0) beside += sale.priced.extras[at].amount;
  }
  return beside;
}

Paid paid_for(const Sale& sale, const Kept& kept, const CashRounding& rounding) {
  const Money none = Money::zero(sale.priced.total.currency());
  std::vector<SaleLine> lines;
  Money total = none;
  for (std::size_t at = 0; at < sale.priced.lines.size(); ++at) {
    lines.push_back(line_of(sale.priced.lines[at], kept.lines[at]));
    total += lines.back().amount;
  }
  // Cash goes back last: what is kept was paid by it first, and then by whatever goes back late.
  std::vector<Tender> not_cash = not_cash_for_goods(sale);
  Money cash_for_goods = sale.priced.total;
  for (const Tender& tender : not_cash) cash_for_goods -= tender.amount;
  const Money goods_in_cash = std::min(total, cash_for_goods);
  Money rest = total - goods_in_cash;
  Money card_for_goods = none;
  for (auto tender = not_cash.rbegin(); tender != not_cash.rend(); ++tender) {
    if (tender->kind == TenderKind::card) card_for_goods = tender->amount;
    tender->amount = std::min(tender->amount, rest);
    rest -= tender->amount;
  }
  // The same for what came with the goods, which a card or cash paid.
  const Money beside = beside_of(sale, kept);
  const Money cash_for_beside =
      beside_of(sale, all_of(sale)) - (paid_by(sale, TenderKind::card) - card_for_goods);
  const Money beside_in_cash = std::min(beside, cash_for_beside);
  if (beside != beside_in_cash) not_cash.back().amount += beside - beside_in_cash;
  std::vector<VatSum> vat = vat_of(lines);
  return {
      std::move(lines),
      std::move(vat),
      total,
      beside,
      std::move(not_cash),
      cash_kept(sale, goods_in_cash + beside_in_cash, cash_for_goods + cash_for_beside, rounding)};
}

Kept left_of(const Sale& sale, const TakenBack& taken_back) {
  Kept left = all_of(sale);
  for (const auto& [number, quantity] : taken_back.lines) {
    Quantity& line = left.lines.at(static_cast<std::size_t>(number - 1));
    line = line - quantity;
  }
  for (const std::int64_t number : taken_back.extras)
    left.extras.at(static_cast<std::size_t>(number - 1)) = 0;
  left.donation = !taken_back.donation && !sale.priced.donation.is_zero();
  return left;
}

// What came with the sale, taken off what is kept.
std::optional<RefundRefusal> take_beside(const RefundRequest& request, Kept& kept) {
  for (const std::int64_t number : request.extras) {
    if (number < 1 || number > std::ssize(kept.extras)) return RefundRefusal::unknown_extra;
    char& extra = kept.extras[static_cast<std::size_t>(number - 1)];
    if (extra == 0) return RefundRefusal::more_than_was_sold;
    extra = 0;
  }
  if (request.donation && !kept.donation) return RefundRefusal::more_than_was_sold;
  if (request.donation) kept.donation = false;
  return std::nullopt;
}

// What is kept after this refund, or why it cannot be.
Result<Kept, RefundRefusal> kept_after(const Sale& sale, const Kept& left,
                                       const RefundRequest& request) {
  Kept kept = left;
  const bool beside = !request.extras.empty() || request.donation;
  if (request.lines.empty() && !beside) {
    if (std::ranges::all_of(left.lines, [](Quantity q) { return q <= Quantity(); }))
      return RefundRefusal::nothing_left;
    kept.lines.assign(left.lines.size(), Quantity());
    return kept;
  }
  for (const RefundRequest::Line& line : request.lines) {
    if (line.number < 1 || line.number > std::ssize(kept.lines)) return RefundRefusal::unknown_line;
    const auto at = static_cast<std::size_t>(line.number - 1);
    if (line.quantity <= Quantity()) return RefundRefusal::quantity_not_positive;
    if (sale.priced.lines[at].unit == Unit::each && !line.quantity.whole())
      return RefundRefusal::quantity_not_whole;
    if (line.quantity > kept.lines[at]) return RefundRefusal::more_than_was_sold;
    kept.lines[at] = kept.lines[at] - line.quantity;
  }
  if (const auto refusal = take_beside(request, kept)) return *refusal;
  return kept;
}

std::vector<VatSum> vat_given_back(const Paid& before, const Paid& after) {
  std::vector<VatSum> vat;
  for (std::size_t at = 0; at < before.vat.size(); ++at) {
    const VatSum& was = before.vat[at];
    const VatSum& is = after.vat[at];
    if (was.gross == is.gross) continue;
    vat.push_back(
        {was.vat_class, was.rate, is.gross - was.gross, is.net - was.net, is.vat - was.vat});
  }
  return vat;
}

struct Priced {
  PricedSale sale;
  RefundOf of;
};

Priced priced_refund(const Sale& sale, const RefundRequest& request, const Kept& left,
                     const Kept& kept, const CashRounding& rounding) {
  const Paid before = paid_for(sale, left, rounding);
  const Paid after = paid_for(sale, kept, rounding);
  const Money none = Money::zero(sale.priced.total.currency());
  Priced refund{{.lines = {},
                 .vat = vat_given_back(before, after),
                 .tenders = {},
                 .total = after.total - before.total,
                 .donation = none,
                 .cash_rounding = none,
                 .change = none},
                {request.receipt, request.reason, {}, {}}};
  for (std::size_t at = 0; at < left.lines.size(); ++at) {
    if (kept.lines[at] == left.lines[at]) continue;
    SaleLine line = sale.priced.lines[at];
    line.quantity = kept.lines[at] - left.lines[at];
    line.amount = after.lines[at].amount - before.lines[at].amount;
    if (line.usual_amount)
      line.usual_amount = *after.lines[at].usual_amount - *before.lines[at].usual_amount;
    refund.sale.lines.push_back(std::move(line));
    refund.of.line_numbers.push_back(static_cast<std::int64_t>(at) + 1);
  }
  for (std::size_t at = 0; at < left.extras.size(); ++at) {
    if (kept.extras[at] == left.extras[at]) continue;
    Extra extra = sale.priced.extras[at];
    extra.amount = -extra.amount;
    refund.sale.extras.push_back(std::move(extra));
    refund.of.extra_numbers.push_back(static_cast<std::int64_t>(at) + 1);
  }
  if (kept.donation != left.donation) refund.sale.donation = -sale.priced.donation;
  Money given_back = none;
  const auto give = [&](TenderKind kind, const Money& amount, const std::string& reference) {
    if (amount.is_zero()) return;
    refund.sale.tenders.push_back({kind, amount, reference});
    given_back += amount;
  };
  give(TenderKind::cash, after.cash - before.cash, "");
  for (std::size_t at = 0; at < after.not_cash.size(); ++at) {
    const Tender& tender = after.not_cash[at];
    give(tender.kind, tender.amount - before.not_cash[at].amount, tender.reference);
  }
  refund.sale.cash_rounding = given_back - refund.sale.total - (after.beside - before.beside);
  return refund;
}

std::string canonical_text(const RefundRequest& request) {
  std::string text = fmt::format("refund|{}|{}", request.receipt, request.reason);
  for (const RefundRequest::Line& line : request.lines)
    text += fmt::format("|{} {}", line.number, line.quantity.text());
  for (const std::int64_t extra : request.extras) text += fmt::format("|extra {}", extra);
  if (request.donation) text += "|donation";
  return text;
}

struct Ground {
  Sale sale;
  Kept left;
  Kept kept;
};

Result<Ground, RefundRefusal> ground_of(TillBook& book, const CountryPack& pack,
                                        const RefundRequest& request) {
  const auto& reasons = refund_reasons();
  if (std::find(reasons.begin(), reasons.end(), request.reason) == reasons.end())
    return RefundRefusal::unknown_reason;
  auto sale = book.sale_by_receipt(request.receipt);
  if (!sale) return RefundRefusal::unknown_receipt;
  if (sale->refund_of) return RefundRefusal::is_a_refund;
  if (sale->priced.total.currency() != pack.currency) return RefundRefusal::other_currency;
  const Kept left = left_of(*sale, book.taken_back(request.receipt));
  auto kept = kept_after(*sale, left, request);
  if (!kept) return kept.refusal();
  return Ground{std::move(*sale), left, std::move(kept).value()};
}

Result<RungUp, RefundRefusal> answer(Entered entered, const CountryPack& pack) {
  if (entered.state == Entered::State::different_content)
    return RefundRefusal::same_id_other_content;
  // What goes back on a voucher or off an account finds no fault; what was sold of them may.
  if (entered.state == Entered::State::tender_refused) {
    const bool voucher = entered.fault->why == TenderFault::Why::voucher_not_whole;
    return voucher ? RefundRefusal::voucher_was_used : RefundRefusal::advance_was_used;
  }
  auto pieces = fewest_pieces(-paid_by(entered.sale, TenderKind::cash), pack.pieces);
  return RungUp{entered.state, std::move(entered.sale),
                pieces.value_or(std::vector<CountedPiece>())};
}

}  // namespace

std::string_view refund_refusal_code(RefundRefusal why) {
  for (const auto& [known, code] : codes) {
    if (known == why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(RefundRefusal why, const RefundRequest& request) {
  const std::string_view code = refund_refusal_code(why);
  return Phrase(fmt::format("pos.refusal.{}", code.substr(code.find('.') + 1)))
      .with("about", request.receipt);
}

Result<PricedSale, RefundRefusal> price_take_back(TillBook& book, const CountryPack& pack,
                                                  const RefundRequest& request) {
  const auto ground = ground_of(book, pack, request);
  if (!ground) return ground.refusal();
  const auto& [sale, left, kept] = ground.value();
  return priced_refund(sale, request, left, kept, pack.cash_rounding).sale;
}

Result<RungUp, RefundRefusal> take_back(TillBook& book, const CountryPack& pack, const Clock& clock,
                                        const std::string& till, const RefundRequest& request) {
  // Asked again under the same id, the receipt has nothing left: the book answers what was entered
  // first.
  if (const auto first = book.sale_by_id(request.id)) {
    const DrawerSession theirs{first->session,      first->till, 0,
                               first->business_day, first->at,   Money::zero(pack.currency)};
    return answer(book.enter_sale({request.id, first->till, theirs, clock.now(),
                                   canonical_text(request), first->priced, first->refund_of}),
                  pack);
  }
  const auto session = book.open_session(till);
  if (!session) return RefundRefusal::no_open_session;
  const auto ground = ground_of(book, pack, request);
  if (!ground) return ground.refusal();
  const auto& [sale, left, kept] = ground.value();
  Priced refund = priced_refund(sale, request, left, kept, pack.cash_rounding);
  return answer(book.enter_sale({request.id, till, *session, clock.now(), canonical_text(request),
                                 std::move(refund.sale), std::move(refund.of)}),
                pack);
}

}  // namespace tilia::pos
