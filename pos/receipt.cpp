#include "pos/receipt.h"

#include <fmt/format.h>

#include "pos/paper_head.h"

namespace tilia::pos {
namespace {

using Kind = StripLine::Kind;

void write_line(StripWriter& paper, const SaleLine& line) {
  const Words& words = paper.words();
  const std::string amount = words.amount(line.amount);
  const auto beneath = [&] {
    if (!line.note.empty()) paper.line(Kind::text, "  " + line.note);
    if (line.usual_amount && *line.usual_amount != line.amount)
      paper.text(Phrase("pos.paper.usual_price").with("amount", *line.usual_amount));
  };
  if (line.unit == Unit::each && line.quantity == Quantity::pieces(1)) {
    paper.line(Kind::pair, line.name, amount);
    return beneath();
  }
  const char* key = line.unit == Unit::kg ? "pos.paper.weight_line" : "pos.paper.quantity_line";
  paper.line(Kind::text, line.name);
  paper.line(
      Kind::pair,
      words.say(
          Phrase(key).with("quantity", line.quantity).with("price", words.amount(line.unit_price))),
      amount);
  beneath();
}

void write_refund_of(StripWriter& paper, const RefundOf& refund) {
  const std::string reason = paper.words().say(fmt::format("pos.refund_reason.{}", refund.reason));
  paper.text(Phrase("pos.paper.refund_of").with("receipt", refund.receipt));
  paper.text(Phrase("pos.paper.refund_reason").with("reason", reason));
}

void write_extra(StripWriter& paper, const Extra& extra) {
  switch (extra.kind) {
    case ExtraKind::tip: return paper.pair(Phrase("pos.paper.tip"), extra.amount);
    case ExtraKind::advance: return paper.pair(Phrase("pos.paper.paid_early"), extra.amount);
    case ExtraKind::account_paid: return paper.pair(Phrase("pos.paper.account_paid"), extra.amount);
    case ExtraKind::voucher_sold:
      return paper.pair(Phrase("pos.paper.voucher").with("number", extra.reference), extra.amount);
  }
}

void write_sums(StripWriter& paper, const Sale& sale) {
  const PricedSale& priced = sale.priced;
  paper.total(Phrase("pos.paper.total"), priced.total);
  if (!priced.donation.is_zero()) paper.pair(Phrase("pos.paper.donation"), priced.donation);
  for (const Extra& extra : priced.extras) write_extra(paper, extra);
  if (!priced.cash_rounding.is_zero())
    paper.pair(Phrase("pos.paper.cash_rounding"), priced.cash_rounding);
  const Money beside =
      priced.donation + sum_of(priced.extras, priced.total.currency()) + priced.cash_rounding;
  const bool more = !priced.donation.is_zero() || !priced.extras.empty();
  if (more || !priced.cash_rounding.is_zero()) {
    paper.total(Phrase(sale.refund_of ? "pos.paper.given_back" : "pos.paper.to_pay"),
                priced.total + beside);
  }
  paper.space();
  for (const Tender& tender : priced.tenders) {
    const std::string_view kind = tender_kind_text(tender.kind);
    paper.pair(Phrase(sale.refund_of ? fmt::format("pos.given_back_by.{}", kind)
                                     : fmt::format("pos.paid_by.{}", kind)),
               tender.amount);
  }
  if (!priced.change.is_zero()) paper.pair(Phrase("pos.paper.change"), priced.change);
}

}  // namespace

Strip receipt_strip(const Sale& sale, const PaperHead& head, const Zone& zone, const Words& words,
                    bool copy) {
  StripWriter paper(sale.receipt, words);
  write_head(paper, head, sale.till);
  if (head.fiscal_duty != FiscalDuty::none && !head.fiscal_is_set_up)
    paper.notice(Phrase("pos.paper.not_fiscal"));
  if (copy) paper.notice(Phrase("pos.paper.copy"));
  paper.space();
  const char* number = sale.refund_of ? "pos.paper.refund" : "pos.paper.receipt";
  paper.text(Phrase(number).with("receipt", sale.receipt));
  paper.line(Kind::text, time_text(sale.at, zone, words));
  if (sale.refund_of) write_refund_of(paper, *sale.refund_of);
  paper.rule();
  for (const SaleLine& line : sale.priced.lines) write_line(paper, line);
  paper.rule();
  write_sums(paper, sale);
  paper.rule();
  write_vat(paper, head, sale.priced.vat);
  if (!sale.priced.donation.is_zero() && !sale.refund_of)
    paper.text(Phrase("pos.paper.donation_note"));
  paper.space();
  if (!sale.refund_of) paper.centred(Phrase("pos.paper.thanks"));
  if (head.organisation.practice) paper.notice(Phrase("pos.paper.practice"));
  return std::move(paper).strip();
}

Strip owed_strip(const Sale& sale, const Money& owed, const PaperHead& head, const Zone& zone,
                 const Words& words) {
  StripWriter paper(sale.receipt, words);
  write_head(paper, head, sale.till);
  paper.space();
  paper.total(Phrase("pos.paper.we_owe_you"), owed);
  paper.text(Phrase("pos.paper.receipt").with("receipt", sale.receipt));
  paper.line(Kind::text, time_text(sale.at, zone, words));
  paper.space();
  paper.centred(Phrase("pos.paper.bring_this_slip"));
  if (head.organisation.practice) paper.notice(Phrase("pos.paper.practice"));
  return std::move(paper).strip();
}

Strip voucher_strip(const Sale& sale, const Extra& voucher, const PaperHead& head, const Zone& zone,
                    const Words& words) {
  StripWriter paper(fmt::format("{}-voucher", sale.receipt), words);
  write_head(paper, head, sale.till);
  paper.space();
  paper.total(Phrase("pos.paper.voucher_worth"), voucher.amount);
  paper.space();
  paper.line(Kind::barcode, voucher.reference);
  paper.space();
  if (voucher.valid_until)
    paper.centred(Phrase("pos.paper.voucher_until").with("day", *voucher.valid_until));
  paper.centred(Phrase("pos.paper.voucher_rest_stays"));
  paper.line(Kind::centred, time_text(sale.at, zone, words));
  if (head.organisation.practice) paper.notice(Phrase("pos.paper.practice"));
  return std::move(paper).strip();
}

Strip come_back_strip(const Sale& sale, const Money& to_give_back, const PaperHead& head,
                      const Zone& zone, const Words& words) {
  StripWriter paper(sale.receipt, words);
  write_head(paper, head, sale.till);
  paper.space();
  paper.total(Phrase("pos.paper.to_give_back"), to_give_back);
  paper.text(Phrase("pos.paper.receipt").with("receipt", sale.receipt));
  paper.line(Kind::text, time_text(sale.at, zone, words));
  paper.space();
  paper.centred(Phrase("pos.paper.please_come_back"));
  if (head.organisation.practice) paper.notice(Phrase("pos.paper.practice"));
  return std::move(paper).strip();
}

}  // namespace tilia::pos
