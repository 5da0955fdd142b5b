// `tilia pay …`: a month's pay, from draft to paper.
#include "app/command_pay.h"

#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/open_book.h"
#include "app/payslip_paper.h"
#include "app/person_file.h"
#include "db/split_runs.h"
#include "payroll/pay_correction.h"
#include "payroll/pay_run.h"
#include "reporting/papers.h"

namespace tilia::app {
namespace {

using payroll::PayRun;
using payroll::PayRunRefusal;

struct MonthOptions {
  std::string month;
  std::string pdf_folder;
};

[[noreturn]] void refuse(PayRunRefusal why, const Month& month) {
  throw Stopped(ExitStatus::refused, std::string(payroll::pay_run_refusal_code(why)),
                payroll::sentence_of(why, month));
}

Json remark_json(const payroll::PayRunRemark& remark, const Words& words) {
  Json json{{"sentence", words.say(payroll::sentence_of(remark))}, {"left_out", remark.left_out}};
  if (!remark.alias.empty()) json["worker"] = remark.alias;
  if (remark.amount) json["amount"] = amount_json(*remark.amount);
  if (remark.month) json["month"] = remark.month->text();
  return json;
}

Json run_json(const PayRun& run, Currency currency, const Words& words) {
  const payroll::PayTotals totals = payroll::totals_of(run, currency);
  Json slips = Json::array();
  for (const payroll::PayRunSlip& one : run.slips)
    slips.push_back({{"worker", one.worker.alias},
                     {"worked_minutes", one.worked_minutes},
                     {"earnings", earnings_json(one)},
                     {"differences", differences_json(one)},
                     {"gross", amount_json(one.slip.gross)},
                     {"tax", amount_json(one.slip.tax)},
                     {"net", amount_json(one.slip.net)},
                     {"payout", amount_json(one.payout())},
                     {"employer_cost", amount_json(one.cost())}});
  Json remarks = Json::array();
  for (const payroll::PayRunRemark& remark : run.remarks)
    remarks.push_back(remark_json(remark, words));
  Json corrects = Json::array();
  for (const Month& month : run.corrects) corrects.push_back(month.text());
  return {{"month", run.month.text()},
          {"corrects", corrects},
          {"state", run.state == PayRun::State::draft ? "draft" : "approved"},
          {"currency", currency.code()},
          {"slips", slips},
          {"remarks", remarks},
          {"totals",
           {{"gross", amount_json(totals.gross)},
            {"employee_contributions", amount_json(totals.employee_contributions)},
            {"tax", amount_json(totals.tax)},
            {"net", amount_json(totals.net)},
            {"employer_contributions", amount_json(totals.employer_contributions)},
            {"employer_cost", amount_json(totals.employer_cost)},
            {"payout", amount_json(totals.payout)}}}};
}

Rows run_rows(const PayRun& run, Currency currency, const Words& words) {
  const payroll::PayTotals totals = payroll::totals_of(run, currency);
  Rows rows{{words.say("app.pay.worker"), words.say("app.pay.gross"), words.say("app.pay.net"),
             words.say("app.pay.payout"), words.say("app.pay.employer_cost")}};
  for (const payroll::PayRunSlip& one : run.slips)
    rows.push_back({one.worker.alias, words.amount(one.slip.gross), words.amount(one.slip.net),
                    words.amount(one.payout()), words.amount(one.cost())});
  rows.push_back({words.say("app.pay.together"), words.amount(totals.gross),
                  words.amount(totals.net), words.amount(totals.payout),
                  words.amount(totals.employer_cost)});
  for (const payroll::PayRunRemark& remark : run.remarks)
    rows.push_back({words.say(payroll::sentence_of(remark))});
  const bool draft = run.state == PayRun::State::draft;
  rows.push_back({words.say(draft ? "app.pay.is_draft" : "app.pay.is_approved")});
  return rows;
}

void answer(Desk& desk, OpenBook& book, const PayRun& run) {
  Json json = run_json(run, book.currency(), desk.words);
  Rows rows = run_rows(run, book.currency(), desk.words);
  if (run.state == PayRun::State::approved) {
    const auto state = book.pay_book().pay_run_state(run.month);
    json["split"] = state && state->split;
    if (!state || !state->split) rows.push_back({desk.words.say("app.pay.not_yet_split")});
  }
  desk.printer.answer(json, rows);
}

ExitStatus pay_run(Desk& desk, const MonthOptions& asked) {
  const Month month = month_argument(asked.month);
  OpenBook book(desk);
  const payroll::RuleBook rules(desk.resources.pay_rules());
  const auto run = payroll::draw_up_pay_run(
      book.pay_book(), rules, month, book.acting(Act::draw_up_pay).id, book.chance(), book.clock());
  if (!run) refuse(run.refusal(), month);
  answer(desk, book, run.value());
  return ExitStatus::done;
}

ExitStatus pay_approve(Desk& desk, const MonthOptions& asked) {
  const Month month = month_argument(asked.month);
  OpenBook book(desk);
  const payroll::RuleBook rules(desk.resources.pay_rules());
  const auto draft = book.pay_book().pay_run_state(month);
  const db::User second = draft ? book.second_acting(Act::approve_pay, draft->drawn_up_by)
                                : book.acting(Act::approve_pay);
  const auto run = payroll::approve_pay_run(book.pay_book(), rules, month, second.id, book.clock());
  if (!run) refuse(run.refusal(), month);
  answer(desk, book, run.value());
  return ExitStatus::done;
}

ExitStatus pay_correct(Desk& desk, const MonthOptions& asked) {
  const Month month = month_argument(asked.month);
  OpenBook book(desk);
  const payroll::RuleBook rules(desk.resources.pay_rules());
  const auto opened = payroll::open_correction(book.pay_book(), rules, month,
                                               book.acting(Act::draw_up_pay).id, book.clock());
  if (!opened)
    throw Stopped(ExitStatus::refused,
                  std::string(payroll::correction_refusal_code(opened.refusal())),
                  payroll::sentence_of(opened.refusal(), month));
  desk.printer.answer(Json{{"month", month.text()}, {"open", true}},
                      Phrase("app.pay.correction_open").with("month", month));
  return ExitStatus::done;
}

ExitStatus pay_slips(Desk& desk, const MonthOptions& asked) {
  const Month month = month_argument(asked.month);
  OpenBook book(desk);
  book.acting(Act::read_pay);
  const auto run = book.pay_book().pay_run(month);
  if (!run) refuse(PayRunRefusal::no_draft, month);
  const Words words = book.paper_words();
  const reporting::Typeface typeface(desk.resources.fonts());
  Json files = Json::array();
  Rows rows;
  const std::filesystem::path folder = asked.pdf_folder;
  make_folder(folder);
  for (const payroll::PayRunSlip& one : run->slips) {
    const auto paper = payslip_paper_of(book.pay_book().employer(), *run, one);
    const auto file = folder / payslip_file_name(month, one.worker.alias);
    write_whole(file, reporting::payslip_pdf(paper, typeface, words));
    files.push_back(file.string());
    rows.push_back({file.string()});
  }
  desk.printer.answer(Json{{"month", month.text()}, {"files", files}}, rows);
  return ExitStatus::done;
}

// What the office does when finance comes in.
ExitStatus pay_split(Desk& desk, const MonthOptions&) {
  OpenBook book(desk);
  book.acting(Act::split_pay);
  Json months = Json::array();
  Rows rows;
  for (const Month& month :
       db::split_approved_runs(book.file(), book.pay_book(), book.keys(), book.clock().now())) {
    months.push_back(month.text());
    rows.push_back({desk.words.say(Phrase("app.pay.month_split").with("month", month))});
  }
  if (rows.empty()) rows.push_back({desk.words.say("app.pay.nothing_to_split")});
  desk.printer.answer(Json{{"months", months}}, rows);
  return ExitStatus::done;
}

void add_month_command(CLI::App& pay, Desk& desk, const char* name, const char* help,
                       const char* example, ExitStatus (*act)(Desk&, const MonthOptions&)) {
  auto options = std::make_shared<MonthOptions>();
  CLI::App* added = add_command(pay, desk, name, help, example);
  add_option(added, desk, "--month", options->month, "app.option.month").required();
  if (act == pay_slips)
    add_option(added, desk, "--pdf", options->pdf_folder, "app.option.pdf_folder").required();
  does(added, desk, options, act);
}

}  // namespace

std::string payslip_file_name(const Month& month, const std::string& alias) {
  return month.text() + "-" + alias + ".pdf";
}

void add_pay_commands(CLI::App& root, Desk& desk) {
  CLI::App* pay = add_family(root, desk, "pay", "app.help.pay");
  auto slip = std::make_shared<PaySlipOptions>();
  CLI::App* one = add_command(*pay, desk, "slip", "app.help.pay_slip",
                              "tilia pay slip --country RS --on 2026-03-31 --gross 100000");
  add_option(one, desk, "--country", slip->country, "app.option.country").required();
  add_option(one, desk, "--on", slip->on, "app.option.on").required();
  add_option(one, desk, "--gross", slip->gross, "app.option.gross");
  add_option(one, desk, "--net", slip->net, "app.option.net");
  add_option(one, desk, "--set", slip->set, "app.option.set").one_value_each();
  does(one, desk, slip, pay_slip);
  add_month_command(*pay, desk, "run", "app.help.pay_run", "tilia pay run --month 2026-03",
                    pay_run);
  add_month_command(*pay, desk, "approve", "app.help.pay_approve",
                    "tilia pay approve --month 2026-03", pay_approve);
  add_month_command(*pay, desk, "correct", "app.help.pay_correct",
                    "tilia pay correct --month 2026-03", pay_correct);
  add_month_command(*pay, desk, "slips", "app.help.pay_slips",
                    "tilia pay slips --month 2026-03 --pdf payslips", pay_slips);
  does(add_command(*pay, desk, "split", "app.help.pay_split", "tilia pay split --as Dolphin"), desk,
       std::make_shared<MonthOptions>(), pay_split);
  add_pay_entry_commands(*pay, desk);
  add_pay_law_commands(*pay, desk);
  add_pay_day_commands(*pay, desk);
  add_pay_cash_command(*pay, desk);
  add_pay_contributions_command(*pay, desk);
  add_pay_ledger_command(*pay, desk);
  add_pay_filing_commands(*pay, desk);
  add_pay_paper_commands(*pay, desk);
}

}  // namespace tilia::app
