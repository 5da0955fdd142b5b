#include <fmt/format.h>

#include "pos/paper_head.h"
#include "pos/receipt.h"

namespace tilia::pos {
namespace {

using Kind = StripLine::Kind;

void write_counted(StripWriter& paper, const char* key, std::int64_t count, const Money& sum) {
  paper.pair(Phrase::counted(key, count), sum);
}

void write_takings(StripWriter& paper, const SessionFigures& figures) {
  write_counted(paper, "pos.sheet.sales", figures.sales_count, figures.sales_total);
  write_counted(paper, "pos.sheet.refunds", figures.refunds_count, -figures.refunds_total);
  if (!figures.vouchers_given.is_zero())
    paper.pair(Phrase("pos.sheet.vouchers_given"), -figures.vouchers_given);
  if (!figures.makers_share.is_zero())
    paper.pair(Phrase("pos.sheet.makers_share"), -figures.makers_share);
  if (!figures.donations.is_zero()) paper.pair(Phrase("pos.sheet.donations"), figures.donations);
  if (!figures.tips.is_zero()) paper.pair(Phrase("pos.sheet.tips"), figures.tips);
  if (!figures.discounts.is_zero()) paper.pair(Phrase("pos.sheet.discounts"), -figures.discounts);
  if (!figures.cash_rounding.is_zero())
    paper.pair(Phrase("pos.sheet.cash_rounding"), figures.cash_rounding);
  if (!figures.vouchers_sold.is_zero())
    paper.pair(Phrase("pos.sheet.vouchers_sold"), figures.vouchers_sold);
  if (!figures.account_paid.is_zero())
    paper.pair(Phrase("pos.sheet.account_paid"), figures.account_paid);
  if (!figures.advances_taken.is_zero())
    paper.pair(Phrase("pos.sheet.advances_taken"), figures.advances_taken);
  paper.pair(Phrase("pos.sheet.card"), figures.card_taken);
  // Those that were given away brought nothing: they stand above, as what they took off.
  const Money vouchers = figures.vouchers_taken - figures.vouchers_given;
  if (!vouchers.is_zero()) paper.pair(Phrase("pos.sheet.vouchers_taken"), vouchers);
  if (!figures.account_taken.is_zero())
    paper.pair(Phrase("pos.sheet.account_taken"), figures.account_taken);
  if (!figures.advances_used.is_zero())
    paper.pair(Phrase("pos.sheet.advances_used"), figures.advances_used);
  if (!figures.advances_back.is_zero())
    paper.pair(Phrase("pos.sheet.advances_back"), figures.advances_back);
}

void write_drawer(StripWriter& paper, const DaySheet& sheet) {
  const SessionFigures& figures = sheet.figures;
  paper.pair(Phrase("pos.sheet.float"), sheet.session.float_amount);
  paper.pair(Phrase("pos.sheet.cash_taken"), figures.cash_taken);
  paper.pair(Phrase("pos.sheet.change_given"), -figures.change_given);
  paper.pair(Phrase("pos.sheet.cash_refunded"), -figures.cash_refunded);
  paper.pair(Phrase("pos.sheet.cash_in"), figures.cash_in);
  paper.pair(Phrase("pos.sheet.cash_out"), -figures.cash_out);
  paper.total(Phrase("pos.sheet.expected"), sheet.expected);
  paper.total(Phrase("pos.sheet.counted"), sheet.counted);
}

// Neutral words: a difference is a fact about a drawer, never about a person.
Phrase difference_sentence(const Money& difference) {
  if (difference.is_zero()) return Phrase("pos.sheet.as_expected");
  if (difference.negative())
    return Phrase("pos.sheet.less_than_expected").with("amount", -difference);
  return Phrase("pos.sheet.more_than_expected").with("amount", difference);
}

void write_pieces(StripWriter& paper, const std::vector<CountedPiece>& pieces) {
  const Words& words = paper.words();
  for (const CountedPiece& piece : pieces) {
    if (piece.count == 0) continue;
    paper.line(Kind::pair,
               words.say(Phrase("pos.paper.quantity_line")
                             .with("quantity", piece.count)
                             .with("price", words.amount(piece.value))),
               words.amount(sum_of({piece}, piece.value.currency())));
  }
}

// On a line of its own, as it is typed in again.
void write_journal_head(StripWriter& paper, const std::string& head) {
  paper.text(Phrase("pos.sheet.journal_head"));
  paper.line(Kind::text, head);
}

}  // namespace

Strip day_sheet_strip(const DaySheet& sheet, const PaperHead& head, const Zone& zone,
                      const Words& words) {
  const DrawerSession& session = sheet.session;
  StripWriter paper(fmt::format("{}-day-{}", session.till, sheet.number), words);
  write_head(paper, head, session.till);
  paper.space();
  paper.line(Kind::title, words.say(Phrase("pos.sheet.title").with("number", sheet.number)));
  paper.line(Kind::centred, words.day(session.business_day.day()));
  paper.text(Phrase("pos.sheet.till").with("till", session.till));
  paper.text(Phrase("pos.sheet.opened").with("time", time_text(session.opened_at, zone, words)));
  if (sheet.bagged_at)
    paper.text(
        Phrase("pos.sheet.bagged_at").with("time", time_text(*sheet.bagged_at, zone, words)));
  paper.text(Phrase("pos.sheet.closed").with("time", time_text(sheet.closed_at, zone, words)));
  paper.rule();
  write_takings(paper, sheet.figures);
  paper.rule();
  write_drawer(paper, sheet);
  paper.text(difference_sentence(sheet.difference));
  if (!sheet.words.note.empty())
    paper.text(Phrase("pos.sheet.difference_note")
                   .with("note", words.say("pos.difference_note." + sheet.words.note)));
  if (!sheet.words.bag.empty()) paper.text(Phrase("pos.sheet.bag").with("bag", sheet.words.bag));
  paper.rule();
  write_vat(paper, head, sheet.figures.vat);
  paper.rule();
  write_pieces(paper, sheet.counted_pieces);
  paper.rule();
  write_journal_head(paper, sheet.head);
  if (head.organisation.practice) paper.notice(Phrase("pos.paper.practice"));
  return std::move(paper).strip();
}

Strip counted_strip(const DaySheet& sheet, const PaperHead& head, const Zone& zone,
                    const Words& words) {
  StripWriter paper(fmt::format("{}-count-{}", sheet.session.till, sheet.number), words);
  write_head(paper, head, sheet.session.till);
  paper.space();
  paper.total(Phrase("pos.sheet.i_counted"), sheet.counted);
  paper.line(Kind::text, time_text(sheet.closed_at, zone, words));
  if (!sheet.words.bag.empty()) paper.text(Phrase("pos.sheet.bag").with("bag", sheet.words.bag));
  paper.rule();
  write_pieces(paper, sheet.counted_pieces);
  if (head.organisation.practice) paper.notice(Phrase("pos.paper.practice"));
  return std::move(paper).strip();
}

Strip bagged_strip(const WaitingBag& bag, const PaperHead& head, const Zone& zone,
                   const Words& words) {
  const DrawerSession& session = bag.session;
  StripWriter paper(fmt::format("{}-bag-{}", session.till, session.number), words);
  write_head(paper, head, session.till);
  paper.space();
  paper.line(Kind::title, words.say(Phrase("pos.sheet.bag").with("bag", bag.number)));
  paper.line(Kind::text, time_text(bag.bagged_at, zone, words));
  paper.text(Phrase("pos.sheet.counted_later"));
  if (head.organisation.practice) paper.notice(Phrase("pos.paper.practice"));
  return std::move(paper).strip();
}

}  // namespace tilia::pos
