// `tilia pay slip`: one payslip from the dated rules. It needs no book.
#include <fmt/format.h>

#include <map>

#include "app/arguments.h"
#include "app/command_pay.h"
#include "payroll/gross_up.h"
#include "payroll/pay_slip_file.h"
#include "payroll/payslip_words.h"
#include "payroll/rule_book.h"

namespace tilia::app {
namespace {

using payroll::PayRefusal;
using payroll::Payslip;
using payroll::RulesRefusal;

[[noreturn]] void refuse(PayRefusal why) {
  throw Stopped(ExitStatus::refused, std::string(payroll::pay_refusal_code(why)),
                payroll::sentence_of(why));
}

[[noreturn]] void refuse(const payroll::SettingFault& fault) {
  throw Stopped(ExitStatus::wrong_usage, std::string(payroll::setting_refusal_code(fault.why)),
                payroll::sentence_of(fault));
}

// From the wage to the tax; the wage itself stands above.
void add_tax(const Payslip& slip, const Words& words, Rows& rows) {
  const auto steps = payroll::tax_steps(slip);
  for (std::size_t at = 1; at < steps.size(); ++at) {
    const payroll::TaxStep& step = steps[at];
    std::string of;
    if (step.rate && step.base)
      of = words.say(
          Phrase("payroll.line_explained").with("rate", *step.rate).with("base", *step.base));
    if (!step.rate && step.base) of = words.amount_with_currency(*step.base);
    rows.push_back({words.say(step.name),
                    step.amount ? words.amount_with_currency(*step.amount) : std::string(), of});
  }
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
  add_tax(slip, words, rows);
  rows.push_back(row("app.pay.net", slip.net));
  add_lines(payroll::Payer::employer);
  rows.push_back(row("app.pay.employer_cost", slip.employer_cost));
  for (const std::string& code : slip.assumed)
    rows.push_back({words.say(payroll::assumed_sentence(code))});
  if (!slip.unverified.empty())
    rows.push_back(
        {words.say(Phrase("app.pay.unverified")
                       .with("codes", fmt::format("{}", fmt::join(slip.unverified, ", "))))});
  if (slip.under_minimum_by)
    rows.push_back(
        {words.say(Phrase("app.pay.under_minimum").with("amount", *slip.under_minimum_by))});
  if (slip.better_at)
    rows.push_back({words.say(Phrase("app.pay.better_at").with("amount", *slip.better_at))});
  if (slip.beyond_review) rows.push_back({words.say("app.pay.beyond_review")});
  return rows;
}

}  // namespace

std::map<std::string, std::string> settings_argument(const std::vector<std::string>& set) {
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
  const Currency currency = rules.value().currency;
  const auto settings =
      payroll::PaySettings::read(asked.country, currency, settings_argument(asked.set));
  if (!settings) refuse(settings.refusal());
  if (asked.gross.empty() == asked.net.empty())
    throw Stopped(ExitStatus::wrong_usage, "gross_or_net", Phrase("app.pay.gross_or_net"));
  const payroll::PayFacts plain{.on = on,
                                .gross = money_argument(asked.gross + asked.net, currency)};
  auto facts = payroll::with_settings(plain, settings.value());
  if (!facts) refuse(facts.refusal());
  if (!asked.net.empty()) {
    const auto found = payroll::gross_for_net(plain.gross, facts.value(), rules.value());
    if (!found) refuse(found.refusal());
    facts.value().gross = found.value().gross;
  }
  const auto slip = payroll::work_out_payslip(facts.value(), rules.value());
  if (!slip) refuse(slip.refusal());
  desk.printer.answer(Json::parse(payroll::pay_slip_json(slip.value())),
                      payslip_rows(slip.value(), desk.words));
  return ExitStatus::done;
}

}  // namespace tilia::app
