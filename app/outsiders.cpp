#include "app/outsiders.h"

#include <algorithm>

#include "app/payslip_paper.h"
#include "core/neutral_words.h"
#include "payroll/bank_line.h"
#include "pos/sample_receipt.h"

namespace tilia::app {
namespace {

using Kind = StripLine::Kind;
constexpr std::int64_t sample_minor = 6'000'000;

Strip bank_strip(const OutsideFacts& facts, const Month& month, const Words& words) {
  const payroll::BankLine line = payroll::bank_line_of(facts.employer, month, words);
  const Money sample = Money::from_minor(sample_minor, facts.organisation.currency);
  return {"statement",
          {{Kind::pair, line.payer, words.amount(sample)}, {Kind::text, line.purpose, {}}}};
}

Strip payslip_head_strip(const OutsideFacts& facts, const Month& month, const Words& words) {
  const reporting::PayslipHead head =
      reporting::payslip_head({.employer_name = facts.employer.name,
                               .employer_address = facts.employer.address,
                               .employer_tax_number = facts.employer.tax_number,
                               .worker = words.say("app.outsiders.alias"),
                               .month = month,
                               .worked_minutes = 160 * 60},
                              words);
  return {"payslip",
          {{Kind::text, head.employer, {}},
           {Kind::text, head.address, {}},
           {Kind::space, {}, {}},
           {Kind::total, head.title, {}},
           {Kind::text, head.about, {}}}};
}

std::vector<std::string> telling_names_of(const OutsideFacts& facts) {
  std::vector<std::string> names{facts.organisation.name};
  for (const pos::Shop& shop : facts.organisation.shops) names.push_back(shop.name);
  for (const pos::Article& article : facts.articles) {
    names.push_back(article.name);
    names.push_back(article.page);
  }
  std::vector<std::string> telling;
  for (const std::string& name : names) {
    const bool known = std::find(telling.begin(), telling.end(), name) != telling.end();
    if (!known && tells_too_much(name)) telling.push_back(name);
  }
  return telling;
}

}  // namespace

OutsideView what_outsiders_see(const OutsideFacts& facts, const Zone& zone, const Words& papers,
                               const Words& reader) {
  const Month month = Month::of(zone.local_day(facts.now));
  const pos::PaperHead head{facts.organisation, facts.pack.fiscal_duty, false};
  OutsideView view;
  view.papers = {{reader.say("app.outsiders.receipt"), reader.say("app.outsiders.receipt_note"),
                  pos::sample_receipt(head, facts.pack, facts.articles, zone, facts.now, papers)},
                 {reader.say("app.outsiders.bank"), reader.say("app.outsiders.bank_note"),
                  bank_strip(facts, month, papers)},
                 {reader.say("app.outsiders.payslip"), reader.say("app.outsiders.payslip_note"),
                  payslip_head_strip(facts, month, papers)}};
  view.telling_names = telling_names_of(facts);
  return view;
}

}  // namespace tilia::app
