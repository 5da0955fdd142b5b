#include "pos/ring_up_sale.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pos/counter_rules.h"
#include "pos/plausible_amount.h"
#include "pos/voucher.h"

namespace tilia::pos {
namespace {

using Why = SaleRefusal::Why;

constexpr std::size_t most_lines = 500;
constexpr std::size_t most_extras = 20;
// A million pieces or a thousand tonnes in one line is a slip of the scanner.
constexpr std::int64_t largest_quantity_thousandths = 1'000'000 * Quantity::one_in_thousandths;

constexpr std::array<std::pair<Why, std::string_view>, 33> codes{{
    {Why::no_open_session, "sale.no_open_session"},
    {Why::empty_sale, "sale.empty_sale"},
    {Why::unknown_article, "sale.unknown_article"},
    {Why::quantity_not_positive, "sale.quantity_not_positive"},
    {Why::quantity_not_whole, "sale.quantity_not_whole"},
    {Why::no_vat_rate, "sale.no_vat_rate"},
    {Why::amount_too_large, "sale.amount_too_large"},
    {Why::mixed_currency, "sale.mixed_currency"},
    {Why::tender_not_positive, "sale.tender_not_positive"},
    {Why::looks_like_a_barcode, "sale.looks_like_a_barcode"},
    {Why::not_enough_paid, "sale.not_enough_paid"},
    {Why::card_above_to_pay, "sale.card_above_to_pay"},
    {Why::donation_negative, "sale.donation_negative"},
    {Why::same_id_other_content, "sale.same_id_other_content"},
    {Why::too_many_lines, "sale.too_many_lines"},
    {Why::bad_own_price, "sale.bad_own_price"},
    {Why::bad_note, "sale.bad_note"},
    {Why::above_to_pay, "sale.above_to_pay"},
    {Why::only_for_goods, "sale.only_for_goods"},
    {Why::reference_missing, "sale.reference_missing"},
    {Why::extra_not_positive, "sale.extra_not_positive"},
    {Why::tips_not_taken, "sale.tips_not_taken"},
    {Why::voucher_unknown, "sale.voucher_unknown"},
    {Why::voucher_used_up, "sale.voucher_used_up"},
    {Why::voucher_expired, "sale.voucher_expired"},
    {Why::voucher_not_enough, "sale.voucher_not_enough"},
    {Why::voucher_number_taken, "sale.voucher_number_taken"},
    {Why::account_unknown, "sale.account_unknown"},
    {Why::account_full, "sale.account_full"},
    {Why::account_owes_less, "sale.account_owes_less"},
    {Why::advance_unknown, "sale.advance_unknown"},
    {Why::advance_not_enough, "sale.advance_not_enough"},
    {Why::not_to_deliver, "sale.not_to_deliver"},
}};

// The price of one as the receipt shows it.
Money unit_price_of(const Article& article, const SaleRequest::Line& asked) {
  if (!asked.own_price) return article.price;
  if (const auto* unit = std::get_if<UnitPrice>(&*asked.own_price)) return unit->each;
  if (const auto* agreed = std::get_if<AgreedPrice>(&*asked.own_price)) return agreed->each;
  const auto* label = std::get_if<LabelPrice>(&*asked.own_price);
  return label != nullptr && article.unit == Unit::each ? label->amount : article.price;
}

bool is_note(const std::string& note) {
  constexpr std::size_t longest_bytes = 60;
  const auto control = [](char letter) { return static_cast<unsigned char>(letter) < ' '; };
  return note.size() <= longest_bytes && std::ranges::none_of(note, control);
}

Result<SaleLine, SaleRefusal> priced_line(const SaleRequest::Line& asked, const PriceList& prices,
                                          const BusinessDay& day) {
  const auto no = [&](Why why) { return SaleRefusal{why, asked.article}; };
  const Article* article = prices.articles->by_code(asked.article);
  if (article == nullptr) return no(Why::unknown_article);
  if (asked.quantity <= Quantity()) return no(Why::quantity_not_positive);
  if (article->unit == Unit::each && !asked.quantity.whole()) return no(Why::quantity_not_whole);
  if (article->price.currency() != prices.currency) return no(Why::mixed_currency);
  if (asked.quantity.thousandths() > largest_quantity_thousandths) return no(Why::amount_too_large);
  const auto usual = article->price.times(asked.quantity, Rounding::half_up);
  if (!usual || too_large(usual.value())) return no(Why::amount_too_large);
  const bool label = is_label(asked.own_price);
  const bool changed = asked.own_price && !label && !is_agreed(asked.own_price);
  const bool one = asked.quantity == Quantity::pieces(1);
  if (!is_note(asked.note)) return no(Why::bad_note);
  if (label && article->unit == Unit::each && !one) return no(Why::bad_own_price);
  const auto amount = asked.own_price ? amount_at(*asked.own_price, usual.value(), asked.quantity)
                                      : std::optional(usual.value());
  if (!amount) return no(Why::bad_own_price);
  if (too_large(*amount)) return no(Why::amount_too_large);
  const VatClass vat_class = prices.charges_vat ? article->vat_class : VatClass::exempt;
  const auto rate = prices.pack->vat.rate(vat_class, day.day());
  if (!rate) return no(Why::no_vat_rate);
  return SaleLine{.article = article->code,
                  .name = article->name,
                  .unit = article->unit,
                  .quantity = asked.quantity,
                  .unit_price = unit_price_of(*article, asked),
                  .amount = *amount,
                  .vat_class = vat_class,
                  .vat_rate = *rate,
                  .page = article->page,
                  .usual_amount = changed ? std::optional(usual.value()) : std::nullopt,
                  .note = asked.note};
}

std::optional<SaleRefusal> fault_of(const Money& amount, Currency currency) {
  if (amount.currency() != currency) return SaleRefusal{Why::mixed_currency, amount.text()};
  if (looks_like_a_barcode(amount)) return SaleRefusal{Why::looks_like_a_barcode, amount.text()};
  if (too_large(amount)) return SaleRefusal{Why::amount_too_large, amount.text()};
  return std::nullopt;
}

std::optional<SaleRefusal> fault_of(const Extra& extra, const PriceList& prices) {
  if (const auto fault = fault_of(extra.amount, prices.currency)) return fault;
  if (extra.amount <= Money::zero(prices.currency))
    return SaleRefusal{Why::extra_not_positive, extra.amount.text()};
  if (extra.kind == ExtraKind::tip && !prices.takes_tips)
    return SaleRefusal{Why::tips_not_taken, extra.amount.text()};
  const bool named = extra.kind == ExtraKind::account_paid || extra.kind == ExtraKind::advance;
  if (named && extra.reference.empty())
    return SaleRefusal{Why::reference_missing, extra.amount.text()};
  const bool number = extra.kind == ExtraKind::voucher_sold && !extra.reference.empty();
  if (number && plain_voucher_number(extra.reference) != extra.reference)
    return SaleRefusal{Why::voucher_unknown, extra.reference};
  return std::nullopt;
}

// As it is posted: a voucher holds from this day on.
std::vector<Extra> posted(std::vector<Extra> extras, const PriceList& prices,
                          const BusinessDay& day) {
  for (Extra& extra : extras) {
    extra.valid_until = std::nullopt;
    if (extra.kind == ExtraKind::voucher_sold && prices.voucher_months > 0)
      extra.valid_until = valid_until(day.day(), prices.voucher_months);
  }
  return extras;
}

// Cash rounding and change: what was handed over against what is to pay.
Result<PricedSale, SaleRefusal> paid(PricedSale sale, const CashRounding& rounding) {
  const Money none = Money::zero(sale.total.currency());
  Money cash = none;
  Money card = none;
  Money for_goods = none;
  for (const Tender& tender : sale.tenders) {
    if (tender.kind == TenderKind::cash)
      cash += tender.amount;
    else
      (tender.kind == TenderKind::card ? card : for_goods) += tender.amount;
  }
  const Money to_pay = sale.total + sale.donation + sum_of(sale.extras, none.currency());
  if (card > to_pay) return SaleRefusal{Why::card_above_to_pay, card.text()};
  if (for_goods > sale.total) return SaleRefusal{Why::only_for_goods, for_goods.text()};
  if (card + for_goods > to_pay) return SaleRefusal{Why::above_to_pay, (card + for_goods).text()};
  const Money exact = to_pay - card - for_goods;
  const Money in_cash =
      cash.is_zero() ? exact : exact.rounded_to(rounding.step, rounding.mode).value();
  if (cash < in_cash) return SaleRefusal{Why::not_enough_paid, (in_cash - cash).text()};
  sale.cash_rounding = in_cash - exact;
  sale.change = cash - in_cash;
  return sale;
}

SaleRefusal refusal_of(const TenderFault& fault) {
  switch (fault.why) {
    case TenderFault::Why::voucher_unknown: return {Why::voucher_unknown, fault.about};
    case TenderFault::Why::voucher_used_up: return {Why::voucher_used_up, fault.about};
    case TenderFault::Why::voucher_expired: return {Why::voucher_expired, fault.about};
    case TenderFault::Why::voucher_not_enough: return {Why::voucher_not_enough, fault.about};
    case TenderFault::Why::voucher_not_whole: CHECK(false);  // of a refund alone
    case TenderFault::Why::voucher_number_taken: return {Why::voucher_number_taken, fault.about};
    case TenderFault::Why::account_unknown: return {Why::account_unknown, fault.about};
    case TenderFault::Why::account_full: return {Why::account_full, fault.about};
    case TenderFault::Why::account_owes_less: return {Why::account_owes_less, fault.about};
    case TenderFault::Why::advance_unknown: return {Why::advance_unknown, fault.about};
    case TenderFault::Why::advance_not_enough: return {Why::advance_not_enough, fault.about};
    case TenderFault::Why::not_to_deliver: return {Why::not_to_deliver, fault.about};
    case TenderFault::Why::not_as_agreed: return {Why::bad_own_price, fault.about};
  }
  CHECK(false);
}

}  // namespace

std::string_view sale_refusal_code(SaleRefusal::Why why) {
  for (const auto& [known, code] : codes) {
    if (known == why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(const SaleRefusal& refusal) {
  const std::string_view code = sale_refusal_code(refusal.why);
  return Phrase(fmt::format("pos.refusal.{}", code.substr(code.find('.') + 1)))
      .with("about", refusal.about);
}

Result<std::vector<SaleLine>, SaleRefusal> price_lines(const std::vector<SaleRequest::Line>& asked,
                                                       const PriceList& prices,
                                                       const BusinessDay& day) {
  if (asked.size() > most_lines) return SaleRefusal{Why::too_many_lines, ""};
  std::vector<SaleLine> lines;
  Money total = Money::zero(prices.currency);
  for (const SaleRequest::Line& each : asked) {
    auto line = priced_line(each, prices, day);
    if (!line) return line.refusal();
    total += line.value().amount;
    lines.push_back(std::move(line).value());
  }
  if (too_large(total)) return SaleRefusal{Why::amount_too_large, total.text()};
  return lines;
}

Result<PricedSale, SaleRefusal> price_sale(const SaleRequest& request, const PriceList& prices,
                                           const BusinessDay& day) {
  const Money none = Money::zero(prices.currency);
  const Money donation = request.donation.value_or(none);
  if (donation.negative()) return SaleRefusal{Why::donation_negative, donation.text()};
  if (const auto fault = fault_of(donation, prices.currency)) return *fault;
  if (request.lines.empty() && donation.is_zero() && request.extras.empty())
    return SaleRefusal{Why::empty_sale, ""};
  if (request.tenders.size() > most_lines || request.extras.size() > most_extras)
    return SaleRefusal{Why::too_many_lines, ""};
  for (const Extra& extra : request.extras) {
    if (const auto fault = fault_of(extra, prices)) return *fault;
  }
  PricedSale sale{.lines = {},
                  .vat = {},
                  .tenders = request.tenders,
                  .total = none,
                  .donation = donation,
                  .cash_rounding = none,
                  .change = none,
                  .extras = posted(request.extras, prices, day)};
  for (const SaleRequest::Line& line : request.lines) {
    if (is_agreed(line.own_price) && !request.delivers)
      return SaleRefusal{Why::bad_own_price, line.article};
  }
  auto lines = price_lines(request.lines, prices, day);
  if (!lines) return lines.refusal();
  sale.lines = std::move(lines).value();
  for (const SaleLine& line : sale.lines) sale.total += line.amount;
  for (const Tender& tender : request.tenders) {
    if (const auto fault = fault_of(tender.amount, prices.currency)) return *fault;
    if (tender.amount <= none) return SaleRefusal{Why::tender_not_positive, tender.amount.text()};
    const bool named = tender.kind != TenderKind::cash && tender.kind != TenderKind::card;
    if (named && tender.reference.empty())
      return SaleRefusal{Why::reference_missing, tender.amount.text()};
  }
  sale.delivers = request.delivers;
  sale.vat = vat_of(sale.lines);
  return paid(std::move(sale), prices.pack->cash_rounding);
}

namespace {

std::vector<std::size_t> agreed_in(const SaleRequest& request) {
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < request.lines.size(); ++at) {
    if (is_agreed(request.lines[at].own_price)) places.push_back(at);
  }
  return places;
}

}  // namespace

// The mark first: what changes while we read is read again.
void RingUpSale::read_catalogue(const Day& day) {
  mark_ = book_.catalogue_mark();
  charges_vat_ = book_.organisation().charges_vat;
  articles_ = ArticleIndex(book_.articles(day));
  read_for_ = day;
  ++readings_;
}

bool RingUpSale::catalogue_is_old(const Day& day) {
  return read_for_ != day || mark_ != book_.catalogue_mark();
}

Result<RungUp, SaleRefusal> RingUpSale::ring_up(const std::string& till,
                                                const SaleRequest& request) {
  const auto session = book_.open_session(till);
  if (session && read_for_ != session->business_day.day())
    read_catalogue(session->business_day.day());
  const auto priced = [&]() -> Result<PricedSale, SaleRefusal> {
    if (!session) return SaleRefusal{Why::no_open_session, till};
    PriceList prices{&articles_, &pack_, charges_vat_, pack_.currency};
    if (!request.extras.empty()) {
      const CounterRules rules = counter_rules(book_, pack_.currency, till);
      prices.takes_tips = rules.tips;
      prices.voucher_months = rules.voucher_months;
    }
    return price_sale(request, prices, session->business_day);
  }();
  if (priced) {
    return answer(
        book_.enter_sale({request.id, till, *session, clock_.now(), canonical_text(request),
                          priced.value(), std::nullopt, agreed_in(request)}));
  }
  // A batch sent again after its day was closed, or after an article went, has long been entered.
  const auto first = book_.sale_by_id(request.id);
  if (!first) return priced.refusal();
  const DrawerSession theirs{first->session,      first->till, 0,
                             first->business_day, first->at,   Money::zero(pack_.currency)};
  return answer(book_.enter_sale({request.id, first->till, theirs, clock_.now(),
                                  canonical_text(request), first->priced, std::nullopt}));
}

Result<RungUp, SaleRefusal> RingUpSale::answer(Entered entered) const {
  if (entered.state == Entered::State::different_content)
    return SaleRefusal{Why::same_id_other_content, entered.sale.receipt};
  if (entered.fault) return refusal_of(*entered.fault);
  auto pieces = fewest_pieces(entered.sale.priced.change, pack_.pieces);
  return RungUp{entered.state, std::move(entered.sale),
                pieces.value_or(std::vector<CountedPiece>())};
}

std::string canonical_text(const SaleRequest& request) {
  std::string text = "sale";
  for (const SaleRequest::Line& line : request.lines) {
    text += fmt::format("|{} {}", line.article, line.quantity.text());
    if (line.own_price) text += ' ' + own_price_text(*line.own_price);
    if (!line.note.empty()) text += fmt::format(" note {} {}", line.note.size(), line.note);
  }
  for (const Tender& tender : request.tenders) {
    text += fmt::format("|{} {} {}", tender_kind_text(tender.kind), tender.amount.text(),
                        tender.amount.currency().code());
    if (!tender.reference.empty()) text += ' ' + tender.reference;
  }
  if (request.donation && !request.donation->is_zero())
    text += fmt::format("|donation {} {}", request.donation->text(),
                        request.donation->currency().code());
  for (const Extra& extra : request.extras)
    text += fmt::format("|{} {} {} {}", extra_kind_text(extra.kind), extra.amount.text(),
                        extra.amount.currency().code(), extra.reference);
  if (request.delivers) {
    text += fmt::format("|delivers {} {}", request.delivers->what, request.delivers->number);
    for (const std::int64_t piece : request.delivers->pieces) text += fmt::format(" {}", piece);
  }
  return text;
}

}  // namespace tilia::pos
