// `tilia pay slip`: one payslip from the dated rules. It needs no book.
#include <map>

#include "app/arguments.h"
#include "app/command_pay.h"
#include "payroll/pay_slip_file.h"
#include "payroll/payslip_words.h"
#include "payroll/rule_book.h"

namespace tilia::app {
namespace {

using payroll::PayRefusal;
using payroll::Payslip;
using payroll::RulesRefusal;

std::map<std::string, std::string> settings_of(const std::vector<std::string>& set) {
  std::map<std::string, std::string> settings;
  for (const std::string& text : set) {
    const std::size_t equals = text.find('=');
    const bool whole = equals != std::string::npos && equals > 0;
    if (!whole || !settings.emplace(text.substr(0, equals), text.substr(equals + 1)).second)
      throw Stopped(ExitStatus::wrong_usage, "bad_setting",
                    Phrase("app.wrong.setting").with("found", text));
  }
  return settings;
}

[[noreturn]] void refuse(PayRefusal why) {
  const bool misspelt = why == PayRefusal::unknown_setting || why == PayRefusal::bad_setting;
  throw Stopped(misspelt ? ExitStatus::wrong_usage : ExitStatus::refused,
                std::string(payroll::pay_refusal_code(why)), payroll::sentence_of(why));
}

Rows payslip_rows(const Payslip& slip, const Words& words) {
  const auto row = [&words](const char* key, const Money& amount) {
    return std::vector<std::string>{words.say(key), words.amount_with_currency(amount)};
  };
  Rows rows{row("app.pay.gross", slip.gross)};
  const auto add_lines = [&](payroll::Payer payer) {
    for (const payroll::PayLine& line : slip.lines) {
      if (line.payer != payer) continue;
      rows.push_back({words.say(payroll::name_of(line)), words.amount_with_currency(line.amount),
                      words.say(payroll::explained(line))});
    }
  };
  add_lines(payroll::Payer::employee);
  rows.push_back({words.say("app.pay.tax"), words.amount_with_currency(slip.tax),
                  words.say(payroll::tax_explained(slip))});
  rows.push_back(row("app.pay.net", slip.net));
  add_lines(payroll::Payer::employer);
  rows.push_back(row("app.pay.employer_cost", slip.employer_cost));
  for (const std::string& code : slip.assumed)
    rows.push_back({words.say(payroll::assumed_sentence(code))});
  if (slip.beyond_review) rows.push_back({words.say("app.pay.beyond_review")});
  return rows;
}

}  // namespace

void refuse(RulesRefusal why, const std::string& country, const Day& day) {
  // A country that we lack is asked for in vain; a day before the first rule is a rule's no.
  const bool early = why == RulesRefusal::no_rules_that_early;
  throw Stopped(early ? ExitStatus::refused : ExitStatus::wrong_usage,
                std::string(payroll::rules_refusal_code(why)),
                payroll::sentence_of(why, country, day));
}

ExitStatus pay_slip(Desk& desk, const PaySlipOptions& asked) {
  const Day on = day_argument(asked.on);
  const auto rules = payroll::RuleBook(desk.resources.pay_rules()).on(asked.country, on);
  if (!rules) refuse(rules.refusal(), asked.country, on);
  const payroll::PayFacts plain{.on = on,
                                .gross = money_argument(asked.gross, rules.value().currency),
                                .worked_minutes = {},
                                .stated = {}};
  const auto facts = payroll::with_settings(plain, settings_of(asked.set));
  if (!facts) refuse(facts.refusal());
  const auto slip = payroll::work_out_payslip(facts.value(), rules.value());
  if (!slip) refuse(slip.refusal());
  desk.printer.answer(Json::parse(payroll::pay_slip_json(slip.value())),
                      payslip_rows(slip.value(), desk.words));
  return ExitStatus::done;
}

}  // namespace tilia::app
