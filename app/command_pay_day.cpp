// `tilia pay bank-file`: what leaves the house on pay day, for whoever holds the payroll key.
#include <utility>

#include "app/arguments.h"
#include "app/command_pay.h"
#include "app/command_tree.h"
#include "app/open_book.h"
#include "app/wages_by_bank.h"
#include "core/iban.h"
#include "db/invoice_book_sqlite.h"
#include "payroll/bank_line.h"
#include "payroll/bank_pay.h"
#include "payroll/bank_template.h"
#include "payroll/identity.h"
#include "payroll/pay_run.h"
#include "reporting/bank_file.h"

namespace tilia::app {
namespace {

using payroll::BankPay;
using payroll::PayDayRefusal;
using payroll::PayRun;

struct PayDayOptions {
  std::string month;
  std::string file;
  std::string format = "pain.001.001.09";
  std::string account;
  std::string on;
  std::string bank_template;
};

// --account, else the organisation's own.
std::string paying_account(OpenBook& book, const PayDayOptions& asked, const Month& month) {
  if (asked.account.empty()) {
    const std::string own = db::InvoiceBookSqlite(book.file()).own_account().iban;
    if (own.empty()) refuse(PayDayRefusal::no_own_account, month);
    return own;
  }
  const std::string account = plain_iban(asked.account);
  if (!good_iban(account)) {
    constexpr auto why = payroll::IdentityRefusal::bad_iban;
    throw Stopped(ExitStatus::refused, std::string(payroll::identity_refusal_code(why)),
                  payroll::sentence_of(why));
  }
  return account;
}

// --on, else the first weekday after the approval, so that the file of a month stays the same.
Day pay_day(OpenBook& book, const PayDayOptions& asked, const Month& month) {
  const Day approved = book.zone().local_day(book.pay_book().approved_at(month).value());
  if (asked.on.empty()) return payroll::next_weekday(approved);
  const Day on = day_argument(asked.on);
  if (on < approved) refuse(PayDayRefusal::before_approval, month);
  return on;
}

reporting::CreditTransfers transfers_of(OpenBook& book, const BankPay& pay, const Month& month,
                                        const PayDayOptions& asked, reporting::BankFileForm form) {
  const payroll::BankLine line =
      payroll::bank_line_of(book.pay_book().employer(), month, book.paper_words());
  return wage_transfers(pay, line, paying_account(book, asked, month),
                        book.pay_book().approved_at(month).value(), pay_day(book, asked, month),
                        form);
}

void answer_bank_file(Desk& desk, const Month& month, const BankPay& pay, const Day& pay_on,
                      const PayDayOptions& asked) {
  const Money sum = payroll::sum_of(pay).value();
  Json left_out = Json::array();
  Rows rows{{desk.words.say(Phrase::counted("app.pay.bank_transfers",
                                            static_cast<std::int64_t>(pay.transfers.size()))),
             desk.words.amount_with_currency(sum)},
            {desk.words.say("app.pay.pay_on"), desk.words.day(pay_on)}};
  for (const BankPay::LeftOut& one : pay.left_out) {
    const std::string sentence = desk.words.say(payroll::sentence_of(one, month));
    left_out.push_back({{"worker", one.alias},
                        {"why", std::string(payroll::left_out_code(one.why))},
                        {"sentence", sentence}});
    rows.push_back({sentence});
  }
  rows.push_back({desk.words.say(Phrase("app.pay.file_written").with("file", asked.file))});
  desk.printer.answer(Json{{"month", month.text()},
                           {"format", asked.format},
                           {"message", pay.id},
                           {"pay_on", pay_on.text()},
                           {"currency", std::string(sum.currency().code())},
                           {"transfers", pay.transfers.size()},
                           {"sum", amount_json(sum)},
                           {"left_out", left_out},
                           {"file", asked.file}},
                      rows);
}

payroll::BankTemplate template_of(const PayDayOptions& asked) {
  (void)whole_file(asked.bank_template);  // says so where it can't be read
  try {
    return payroll::read_bank_template(asked.bank_template);
  } catch (const payroll::RuleFault& fault) {
    throw Stopped(ExitStatus::refused, "bad_template",
                  Phrase("app.pay.bad_template").with("fault", std::string(fault.what())));
  }
}

BankPay something_of(const PayRun& run, std::size_t longest_name) {
  BankPay pay = payroll::bank_pay_of(run, longest_name);
  if (pay.transfers.empty()) refuse(PayDayRefusal::nobody_by_bank, run.month);
  return pay;
}

ExitStatus pay_by_csv(Desk& desk, const PayDayOptions& asked) {
  const Month month = month_argument(asked.month);
  const payroll::BankTemplate form = template_of(asked);
  OpenBook book(desk);
  const BankPay pay = something_of(approved_run(book, month), form.longest_name);
  const payroll::BankLine line =
      payroll::bank_line_of(book.pay_book().employer(), month, book.paper_words());
  const payroll::BankBatch batch{.payer = line.payer,
                                 .payer_iban = paying_account(book, asked, month),
                                 .purpose = line.purpose,
                                 .pay_on = pay_day(book, asked, month)};
  write_whole(asked.file, payroll::bank_csv(form, pay, batch));
  answer_bank_file(desk, month, pay, batch.pay_on, asked);
  return ExitStatus::done;
}

ExitStatus pay_bank_file(Desk& desk, const PayDayOptions& asked) {
  const bool csv = asked.format == "csv";
  const auto form = reporting::parse_bank_file_form(asked.format);
  if (!csv && !form)
    throw Stopped(ExitStatus::wrong_usage, "bad_format",
                  Phrase("app.pay.bad_format").with("found", asked.format));
  if (csv == asked.bank_template.empty())
    throw Stopped(ExitStatus::wrong_usage, "template_with_csv",
                  Phrase("app.pay.template_with_csv"));
  if (csv) return pay_by_csv(desk, asked);
  const Month month = month_argument(asked.month);
  OpenBook book(desk);
  const BankPay pay = something_of(approved_run(book, month), reporting::longest_bank_name(*form));
  const reporting::CreditTransfers batch = transfers_of(book, pay, month, asked, *form);
  write_whole(asked.file, reporting::bank_file_xml(batch));
  answer_bank_file(desk, month, pay, batch.pay_on, asked);
  return ExitStatus::done;
}

}  // namespace

void refuse(PayDayRefusal why, const Month& month) {
  throw Stopped(ExitStatus::refused, std::string(payroll::pay_day_refusal_code(why)),
                payroll::sentence_of(why, month));
}

PayRun approved_run(OpenBook& book, const Month& month) {
  book.acting(Act::read_pay);
  const auto state = book.pay_book().pay_run_state(month);
  if (!state || !state->approved) refuse(PayDayRefusal::not_approved, month);
  PayRun run = book.pay_book().pay_run(month).value();
  if (run.slips.empty()) refuse(PayDayRefusal::nobody_left, month);
  return run;
}

void add_pay_day_commands(CLI::App& pay, Desk& desk) {
  auto bank = std::make_shared<PayDayOptions>();
  CLI::App* file = add_command(pay, desk, "bank-file", "app.help.pay_bank_file",
                               "tilia pay bank-file --month 2026-03 wages.xml");
  add_option(file, desk, "file", bank->file, "app.option.pay_file").required();
  add_option(file, desk, "--month", bank->month, "app.option.month").required();
  add_option(file, desk, "--format", bank->format, "app.option.pay_format");
  add_option(file, desk, "--template", bank->bank_template, "app.option.bank_template");
  add_option(file, desk, "--on", bank->on, "app.option.pay_on");
  add_option(file, desk, "--account", bank->account, "app.option.paying_account");
  does(file, desk, bank, pay_bank_file);
}

}  // namespace tilia::app
