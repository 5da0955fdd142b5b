// `tilia pay contributions`, `tilia pay ledger`: a month's pay in sums, for whoever pays what is
// owed and keeps the books.
#include <filesystem>
#include <utility>

#include "app/arguments.h"
#include "app/command_pay.h"
#include "app/command_tree.h"
#include "app/open_book.h"
#include "db/month_cost.h"
#include "payroll/pay_ledger.h"
#include "payroll/pay_sums.h"

namespace tilia::app {
namespace {

using payroll::PaySums;

struct SumOptions {
  std::string month;
  std::string file;
  std::string format = "ledger";
  std::string accounts;
};

PaySums whole_sums(OpenBook& book, const Month& month) {
  return payroll::sums_of(whole_run(book, month));
}

Json contributions_json(const Month& month, const PaySums& sums) {
  Json contributions = Json::array();
  for (const payroll::ContributionSum& one : sums.contributions)
    contributions.push_back({{"code", one.code},
                             {"for", one.branch},
                             {"base", amount_json(one.base)},
                             {"employee", amount_json(one.employee)},
                             {"employer", amount_json(one.employer)},
                             {"total", amount_json(one.total())}});
  Json purposes = Json::array();
  for (const payroll::BranchSum& one : sums.branches)
    purposes.push_back({{"for", one.branch},
                        {"employee", amount_json(one.employee)},
                        {"employer", amount_json(one.employer)},
                        {"total", amount_json(one.total())}});
  return {{"month", month.text()},
          {"currency", std::string(sums.gross.currency().code())},
          {"contributions", contributions},
          {"by_purpose", purposes},
          {"tax", {{"base", amount_json(sums.tax_base)}, {"amount", amount_json(sums.tax)}}}};
}

Rows contributions_rows(const PaySums& sums, const Words& words) {
  Rows rows{{words.say("app.pay.column.code"), words.say("app.pay.column.base"),
             words.say("app.pay.column.employee"), words.say("app.pay.column.employer"),
             words.say("app.pay.together")}};
  for (const payroll::ContributionSum& one : sums.contributions)
    rows.push_back({one.code, words.amount(one.base), words.amount(one.employee),
                    words.amount(one.employer), words.amount(one.total())});
  rows.push_back(
      {words.say("app.pay.tax"), words.amount(sums.tax_base), {}, {}, words.amount(sums.tax)});
  return rows;
}

ExitStatus pay_contributions(Desk& desk, const SumOptions& asked) {
  const Month month = month_argument(asked.month);
  OpenBook book(desk);
  const PaySums sums = whole_sums(book, month);
  Json json = contributions_json(month, sums);
  Rows rows = contributions_rows(sums, desk.words);
  if (!asked.file.empty()) {
    write_whole(asked.file, payroll::contributions_csv(sums));
    json["file"] = asked.file;
    rows.push_back({desk.words.say(Phrase("app.pay.file_written").with("file", asked.file))});
  }
  desk.printer.answer(json, rows);
  return ExitStatus::done;
}

payroll::LedgerAccounts accounts_of(Desk& desk, const SumOptions& asked) {
  if (asked.accounts.empty())
    return payroll::read_ledger_accounts(desk.resources.share() / "accounts" / "default.toml");
  (void)whole_file(asked.accounts);  // says so where it can't be read
  try {
    return payroll::read_ledger_accounts(asked.accounts);
  } catch (const payroll::RuleFault& fault) {
    throw Stopped(ExitStatus::refused, "bad_accounts",
                  Phrase("app.pay.bad_accounts").with("fault", std::string(fault.what())));
  }
}

ExitStatus pay_ledger(Desk& desk, const SumOptions& asked) {
  const Month month = month_argument(asked.month);
  if (asked.format != "ledger" && asked.format != "csv")
    throw Stopped(ExitStatus::wrong_usage, "bad_format",
                  Phrase("app.pay.bad_ledger_format").with("found", asked.format));
  OpenBook book(desk);
  const PaySums sums = whole_sums(book, month);
  const payroll::LedgerEntry entry =
      payroll::ledger_entry_of(sums, month, accounts_of(desk, asked));
  write_whole(asked.file,
              asked.format == "csv" ? payroll::ledger_csv(entry) : payroll::ledger_text(entry));
  Json postings = Json::array();
  Rows rows;
  for (const payroll::LedgerEntry::Posting& one : entry.postings) {
    postings.push_back({{"account", one.account}, {"amount", amount_json(one.amount)}});
    rows.push_back({one.account, desk.words.amount(one.amount)});
  }
  rows.push_back({desk.words.say(Phrase("app.pay.file_written").with("file", asked.file))});
  desk.printer.answer(Json{{"month", month.text()},
                           {"format", asked.format},
                           {"currency", std::string(sums.gross.currency().code())},
                           {"postings", postings},
                           {"file", asked.file}},
                      rows);
  return ExitStatus::done;
}

}  // namespace

payroll::PayRun whole_run(OpenBook& book, const Month& month) {
  payroll::PayRun run = approved_run(book, month);
  const Money cost = payroll::totals_of(run, book.currency()).employer_cost;
  if (db::find_month_cost(book.file().reader(), book.keys(), month) != cost)
    refuse(payroll::PayDayRefusal::somebody_left, month);
  return run;
}

void add_pay_contributions_command(CLI::App& pay, Desk& desk) {
  auto options = std::make_shared<SumOptions>();
  CLI::App* sums = add_command(pay, desk, "contributions", "app.help.pay_contributions",
                               "tilia pay contributions --month 2026-03 --csv owed.csv");
  add_option(sums, desk, "--month", options->month, "app.option.month").required();
  add_option(sums, desk, "--csv", options->file, "app.option.csv");
  does(sums, desk, options, pay_contributions);
}

void add_pay_ledger_command(CLI::App& pay, Desk& desk) {
  auto options = std::make_shared<SumOptions>();
  CLI::App* ledger = add_command(pay, desk, "ledger", "app.help.pay_ledger",
                                 "tilia pay ledger --month 2026-03 wages.journal");
  add_option(ledger, desk, "file", options->file, "app.option.pay_file").required();
  add_option(ledger, desk, "--month", options->month, "app.option.month").required();
  add_option(ledger, desk, "--format", options->format, "app.option.ledger_format");
  add_option(ledger, desk, "--accounts", options->accounts, "app.option.accounts");
  does(ledger, desk, options, pay_ledger);
}

}  // namespace tilia::app
