// The answers of the counter as JSON, keys in the order of the contract.
#include <nlohmann/json.hpp>

#include "pos/sale_file.h"

namespace tilia::pos {
namespace {

using Answer = nlohmann::ordered_json;

std::string line_of(const Answer& answer) {
  return answer.dump(-1, ' ', false, Answer::error_handler_t::replace);
}

Answer pieces_json(const std::vector<CountedPiece>& pieces) {
  Answer list = Answer::array();
  for (const CountedPiece& piece : pieces)
    list.push_back({{"piece", piece.value.text()}, {"count", piece.count}});
  return list;
}

Answer tenders_json(const std::vector<Tender>& tenders) {
  Answer list = Answer::array();
  for (const Tender& tender : tenders)
    list.push_back({{"kind", tender_kind_text(tender.kind)}, {"amount", (-tender.amount).text()}});
  return list;
}

void add_extras(Answer& answer, const std::vector<Extra>& extras) {
  Answer vouchers = Answer::array();
  for (const Extra& extra : extras) {
    switch (extra.kind) {
      case ExtraKind::tip: answer["tip"] = extra.amount.text(); break;
      case ExtraKind::voucher_sold:
        vouchers.push_back({{"number", extra.reference}, {"value", extra.amount.text()}});
        if (extra.valid_until) vouchers.back()["valid_until"] = extra.valid_until->text();
        break;
      case ExtraKind::advance:
        answer["advance"] = {{"code", extra.reference}, {"amount", extra.amount.text()}};
        break;
      case ExtraKind::account_paid:
        answer["account_paid"] = {{"account", extra.reference}, {"amount", extra.amount.text()}};
        break;
    }
  }
  if (!vouchers.empty()) answer["vouchers"] = std::move(vouchers);
}

Answer head_of(const DrawerSession& session) {
  Answer answer;
  answer["session"] = session.id.text();
  answer["till"] = session.till;
  answer["business_day"] = session.business_day.text();
  answer["opened_at"] = session.opened_at.text();
  return answer;
}

void add_moves(Answer& answer, const DrawerSession& session, const SessionFigures& figures) {
  answer["currency"] = session.float_amount.currency().code();
  answer["float"] = session.float_amount.text();
  answer["cash_in"] = figures.cash_in.text();
  answer["cash_out"] = figures.cash_out.text();
}

void add_figures(Answer& answer, const SessionFigures& figures) {
  answer["sales"] = {{"count", figures.sales_count}, {"total", figures.sales_total.text()}};
  answer["refunds"] = {{"count", figures.refunds_count}, {"total", figures.refunds_total.text()}};
  answer["tips"] = figures.tips.text();
  answer["tips_paid_out"] = figures.tips_out.text();
  answer["donations"] = figures.donations.text();
  answer["vouchers_given"] = figures.vouchers_given.text();
  answer["vouchers_sold"] = figures.vouchers_sold.text();
  answer["account_paid"] = figures.account_paid.text();
  answer["advances_taken"] = figures.advances_taken.text();
  answer["advances_back"] = figures.advances_back.text();
  answer["makers_share"] = figures.makers_share.text();
  answer["discounts"] = figures.discounts.text();
  answer["cash_rounding"] = figures.cash_rounding.text();
  answer["vat"] = Answer::array();
  for (const VatSum& sum : figures.vat) {
    answer["vat"].push_back({{"class", vat_class_text(sum.vat_class)},
                             {"rate", sum.rate.percent_text()},
                             {"gross", sum.gross.text()},
                             {"net", sum.net.text()},
                             {"vat", sum.vat.text()}});
  }
}

// A card is taken by a terminal that counts for itself, vouchers and accounts by the book: nothing
// is counted here.
void add_other_means(Answer& means, const SessionFigures& figures, bool of_a_count) {
  const auto add = [&](TenderKind kind, const Money& taken) {
    if (taken.is_zero()) return;
    means.push_back({{"kind", tender_kind_text(kind)}, {"expected", taken.text()}});
    if (!of_a_count) return;
    means.back()["counted"] = nullptr;
    means.back()["difference"] = nullptr;
  };
  add(TenderKind::card, figures.card_taken);
  add(TenderKind::voucher, figures.vouchers_taken);
  add(TenderKind::account, figures.account_taken);
  add(TenderKind::advance, figures.advances_used);
}

}  // namespace

std::string sale_answer_line(const RungUp& rung_up) {
  const Sale& sale = rung_up.sale;
  const PricedSale& priced = sale.priced;
  Answer answer;
  answer["id"] = sale.id.text();
  answer["state"] =
      rung_up.state == Entered::State::already_entered ? "already entered" : "entered";
  answer["receipt"] = sale.receipt;
  answer["total"] = priced.total.text();
  answer["change"] = priced.change.text();
  answer["pieces_back"] = pieces_json(rung_up.pieces_back);
  answer["currency"] = priced.total.currency().code();
  if (!priced.donation.is_zero()) answer["donation"] = priced.donation.text();
  if (!priced.cash_rounding.is_zero()) answer["cash_rounding"] = priced.cash_rounding.text();
  add_extras(answer, priced.extras);
  if (sale.refund_of) {
    answer["refund_of"] = sale.refund_of->receipt;
    answer["given_back"] = tenders_json(priced.tenders);
  }
  return line_of(answer);
}

std::string sale_refused_line(std::string_view id, std::string_view code,
                              std::string_view message) {
  Answer answer;
  answer["id"] = id;
  answer["state"] = "refused";
  answer["error"] = {{"code", code}, {"message", message}};
  return line_of(answer);
}

std::string day_sheet_json(const DaySheet& sheet) {
  Answer answer;
  answer["number"] = sheet.number;
  answer.update(head_of(sheet.session));
  if (sheet.bagged_at) answer["bagged_at"] = sheet.bagged_at->text();
  answer["closed_at"] = sheet.closed_at.text();
  add_moves(answer, sheet.session, sheet.figures);
  answer["means"] = Answer::array();
  answer["means"].push_back({{"kind", "cash"},
                             {"expected", sheet.expected.text()},
                             {"counted", sheet.counted.text()},
                             {"difference", sheet.difference.text()}});
  add_other_means(answer["means"], sheet.figures, true);
  add_figures(answer, sheet.figures);
  answer["pieces"] = pieces_json(sheet.counted_pieces);
  if (!sheet.words.bag.empty()) answer["bag"] = sheet.words.bag;
  if (!sheet.words.note.empty()) answer["note"] = sheet.words.note;
  answer["head"] = sheet.head;
  return line_of(answer);
}

std::string look_json(const KeepDrawer::Look& look) {
  Answer answer = head_of(look.session);
  add_moves(answer, look.session, look.figures);
  answer["means"] = Answer::array();
  answer["means"].push_back({{"kind", "cash"}, {"expected", look.expected.text()}});
  add_other_means(answer["means"], look.figures, false);
  add_figures(answer, look.figures);
  return line_of(answer);
}

}  // namespace tilia::pos
