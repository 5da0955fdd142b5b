// `tilia pay cash-list`: envelopes, the pieces to fetch for them, and a slip to sign for each.
#include <utility>

#include "app/arguments.h"
#include "app/command_pay.h"
#include "app/command_tree.h"
#include "app/open_book.h"
#include "core/check.h"
#include "payroll/bank_line.h"
#include "payroll/cash_pay.h"
#include "pos/country_pack.h"
#include "reporting/cash_paper.h"

namespace tilia::app {
namespace {

using payroll::CashPay;

struct CashOptions {
  std::string month;
  std::string pdf;
};

// Of the currency of that month, largest first; a coin and a note of one value are one piece.
std::vector<Money> pieces_of(Desk& desk, OpenBook& book, const payroll::PayRun& run) {
  const auto pack = pos::load_country_pack(desk.resources.counter_rules(),
                                           book.organisation().country, run.month.last_day());
  CHECK(pack && !pack->pieces.empty());
  std::vector<Money> pieces;
  for (const pos::Piece& piece : pack->pieces)
    if (pieces.empty() || pieces.back() != piece.value) pieces.push_back(piece.value);
  return pieces;
}

std::vector<reporting::CashPaper::Pieces> on_paper(const std::vector<CashPay::Pieces>& pieces) {
  std::vector<reporting::CashPaper::Pieces> all;
  for (const CashPay::Pieces& some : pieces) all.push_back({some.value, some.count});
  return all;
}

reporting::CashPaper paper_of(OpenBook& book, const CashPay& pay, const Month& month,
                              const Words& words) {
  const payroll::Employer employer = book.pay_book().employer();
  reporting::CashPaper paper{.payer = payroll::bank_line_of(employer, month, words).payer,
                             .month = month,
                             .envelopes = {},
                             .to_fetch = on_paper(pay.to_fetch),
                             .cash = payroll::cash_of(pay),
                             .practice = employer.practice};
  for (const CashPay::Envelope& one : pay.envelopes)
    paper.envelopes.push_back({.number = one.number,
                               .worker = one.legal_name.empty() ? one.alias : one.legal_name,
                               .net = one.net,
                               .cash = one.cash,
                               .pieces = on_paper(one.pieces)});
  return paper;
}

Json pieces_json(const std::vector<CashPay::Pieces>& pieces) {
  Json list = Json::array();
  for (const CashPay::Pieces& some : pieces)
    list.push_back({{"piece", amount_json(some.value)}, {"count", some.count}});
  return list;
}

void answer_cash(Desk& desk, const Month& month, const CashPay& pay, const std::string& file) {
  const Words& words = desk.words;
  Json envelopes = Json::array();
  Rows rows;
  for (const CashPay::Envelope& one : pay.envelopes) {
    envelopes.push_back({{"envelope", one.number},
                         {"worker", one.alias},
                         {"net", amount_json(one.net)},
                         {"cash", amount_json(one.cash)},
                         {"more_than_net", amount_json(one.more_than_net())},
                         {"pieces", pieces_json(one.pieces)}});
    rows.push_back({std::to_string(one.number), one.alias, words.amount(one.cash)});
  }
  const Money sum = payroll::cash_of(pay);
  const Money more = payroll::more_than_net_of(pay);
  rows.push_back({words.say("app.pay.together"), {}, words.amount_with_currency(sum)});
  if (!more.is_zero())
    rows.push_back({words.say(Phrase("app.pay.cash_rounded_up").with("difference", more))});
  rows.push_back({words.say(Phrase("app.pay.file_written").with("file", file))});
  desk.printer.answer(Json{{"month", month.text()},
                           {"currency", std::string(sum.currency().code())},
                           {"envelopes", envelopes},
                           {"to_fetch", pieces_json(pay.to_fetch)},
                           {"cash", amount_json(sum)},
                           {"more_than_net", amount_json(more)},
                           {"file", file}},
                      rows);
}

ExitStatus pay_cash_list(Desk& desk, const CashOptions& asked) {
  const Month month = month_argument(asked.month);
  OpenBook book(desk);
  const payroll::PayRun run = approved_run(book, month);
  const CashPay pay = payroll::cash_pay_of(run, pieces_of(desk, book, run));
  if (pay.envelopes.empty()) refuse(payroll::PayDayRefusal::nobody_in_cash, month);
  const Words words = book.paper_words();
  const reporting::Typeface typeface(desk.resources.fonts());
  write_whole(asked.pdf,
              reporting::cash_paper_pdf(paper_of(book, pay, month, words), typeface, words));
  answer_cash(desk, month, pay, asked.pdf);
  return ExitStatus::done;
}

}  // namespace

void add_pay_cash_command(CLI::App& pay, Desk& desk) {
  auto options = std::make_shared<CashOptions>();
  CLI::App* list = add_command(pay, desk, "cash-list", "app.help.pay_cash_list",
                               "tilia pay cash-list --month 2026-03 --pdf cash.pdf");
  add_option(list, desk, "--month", options->month, "app.option.month").required();
  add_option(list, desk, "--pdf", options->pdf, "app.option.pdf").required();
  does(list, desk, options, pay_cash_list);
}

}  // namespace tilia::app
