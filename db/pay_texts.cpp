#include "db/pay_texts.h"

#include <nlohmann/json.hpp>

#include "db/book_fault.h"
#include "payroll/rounding_text.h"

namespace tilia::db {
namespace {

using Json = nlohmann::json;
using payroll::Contract;
using payroll::Earning;
using payroll::Identity;
using payroll::LawValue;
using payroll::PaidMonth;
using payroll::PayAllowance;
using payroll::PayBasis;
using payroll::PayDifference;
using payroll::Payer;
using payroll::PayItem;
using payroll::PayLine;
using payroll::PayRunRemark;
using payroll::PayRunSlip;
using payroll::Payslip;
using payroll::RoundingRule;
using payroll::TaxLine;
using payroll::Worker;
using payroll::WorkerId;

[[noreturn]] void damaged(const char* what) { throw BookFault(BookFault::Why::damaged, what); }

Secret<std::string> text_of(const Json& json) { return Secret<std::string>(json.dump()); }

// Reads with `read`; whatever is missing or of another kind is damage.
template <class Read>
auto read_from(const Secret<std::string>& text, Read read) {
  try {
    return read(Json::parse(text.reveal()));
  } catch (const Json::exception&) {
    damaged("a sealed text about pay is not as it was written");
  }
}

Json json_of(const Money& money) { return {money.currency().code(), money.minor()}; }

Money money_from(const Json& json) {
  const auto currency = Currency::from_code(json.at(0).get<std::string>());
  if (!currency) damaged("a currency in a sealed text is not known");
  return Money::from_minor(json.at(1).get<std::int64_t>(), *currency);
}

Day day_from(const Json& json) {
  const auto day = Day::parse(json.get<std::string>());
  if (!day) damaged("a day in a sealed text is none");
  return *day;
}

Month month_from(const Json& json) {
  const auto month = Month::parse(json.get<std::string>());
  if (!month) damaged("a month in a sealed text is none");
  return *month;
}

Json json_of(const std::optional<Day>& day) { return day ? Json(day->text()) : Json(); }

std::optional<Day> day_if(const Json& json) {
  if (json.is_null()) return std::nullopt;
  return day_from(json);
}

std::string basis_text(PayBasis basis) { return basis == PayBasis::monthly ? "monthly" : "hourly"; }

PayBasis basis_from(const Json& json) {
  const auto text = json.get<std::string>();
  if (text == "monthly") return PayBasis::monthly;
  if (text == "hourly") return PayBasis::hourly;
  damaged("a wage is neither monthly nor hourly");
}

Rounding rounding_from(const Json& json) {
  const auto rounding = payroll::parse_rounding(json.get<std::string>());
  if (!rounding) damaged("a rounding in a sealed text is not known");
  return *rounding;
}

Json json_of(const RoundingRule& rule) {
  return {{"mode", payroll::rounding_text(rule.mode)}, {"unit", json_of(rule.unit)}};
}

// Slips of the time when all of them were of Serbia hold the mode alone.
RoundingRule rounding_rule_from(const Json& json, Currency currency) {
  if (json.is_string()) return {rounding_from(json), Money::from_minor(1, currency)};
  return {rounding_from(json.at("mode")), money_from(json.at("unit"))};
}

Json json_of(const PayAllowance& allowance) {
  return {{"code", allowance.code},
          {"amount", json_of(allowance.amount)},
          {"from", allowance.from.text()},
          {"law", allowance.law}};
}

Json json_of(const PayLine& line);
Json json_of(const PayItem& item);
Json json_of(const Earning& earning);
Json json_of(const TaxLine::Part& part);
Json json_of(const TaxLine& tax);

Json json_of(const LawValue& value) {
  return {{"series", value.series},
          {"kind", value.kind},
          {"code", value.code},
          {"value", value.value},
          {"from", value.from.text()},
          {"to", json_of(value.to)},
          {"law", value.law},
          {"source", value.source},
          {"unverified", value.unverified},
          {"ours", value.ours},
          {"reviewed", value.reviewed.text()}};
}

template <class Value>
Json json_of_all(const std::vector<Value>& all) {
  Json list = Json::array();
  for (const Value& each : all) list.push_back(json_of(each));
  return list;
}

std::vector<PayAllowance> allowances_from(const Json& json) {
  std::vector<PayAllowance> all;
  for (const Json& each : json)
    all.push_back({each.at("code"), money_from(each.at("amount")), day_from(each.at("from")),
                   each.at("law")});
  return all;
}

Json json_of(const PayLine& line) {
  return {{"code", line.code},
          {"branch", line.branch},
          {"payer", line.payer == Payer::employee ? "employee" : "employer"},
          {"base", json_of(line.base)},
          {"rate", line.rate.millionths()},
          {"amount", json_of(line.amount)},
          {"from", line.from.text()},
          {"law", line.law},
          {"rounding", json_of(line.rounding)},
          {"rounded_with", line.rounded_with},
          {"special", line.special}};
}

// What a line of Serbia is for, where an old slip does not say it.
std::string branch_of(const std::string& code) {
  if (code.starts_with("SRB_PIO")) return "pension";
  return code.starts_with("SRB_HLT") ? "health" : "unemployment";
}

PayLine line_from(const Json& json) {
  const Money base = money_from(json.at("base"));
  return {.code = json.at("code"),
          .branch = json.contains("branch") ? json.at("branch").get<std::string>()
                                            : branch_of(json.at("code")),
          .payer = json.at("payer") == "employee" ? Payer::employee : Payer::employer,
          .base = base,
          .rate = Rate::from_millionths(json.at("rate").get<std::int64_t>()),
          .amount = money_from(json.at("amount")),
          .from = day_from(json.at("from")),
          .law = json.at("law"),
          .rounding = rounding_rule_from(json.at("rounding"), base.currency()),
          .rounded_with = json.value("rounded_with", ""),
          .special = json.value("special", false)};
}

Json json_of(const TaxLine::Part& part) {
  return {{"base", json_of(part.base)}, {"rate", part.rate.millionths()}};
}

Json json_of(const TaxLine& tax) {
  return {{"special", tax.special},
          {"base", json_of(tax.base)},
          {"months", tax.months},
          {"off_year", json_of_all(tax.off_year)},
          {"parts", json_of_all(tax.parts)},
          {"credits", json_of_all(tax.credits)},
          {"paid_out", json_of_all(tax.paid_out)},
          {"rounding", json_of(tax.rounding)},
          {"amount", json_of(tax.amount)},
          {"from", tax.from.text()},
          {"law", tax.law}};
}

TaxLine tax_from(const Json& json) {
  const Money base = money_from(json.at("base"));
  TaxLine tax{.special = json.at("special"),
              .base = base,
              .months = json.at("months"),
              .off_year = allowances_from(json.at("off_year")),
              .parts = {},
              .credits = allowances_from(json.at("credits")),
              .paid_out = allowances_from(json.at("paid_out")),
              .rounding = rounding_rule_from(json.at("rounding"), base.currency()),
              .amount = money_from(json.at("amount")),
              .from = day_from(json.at("from")),
              .law = json.at("law")};
  for (const Json& part : json.at("parts"))
    tax.parts.push_back(
        {money_from(part.at("base")), Rate::from_millionths(part.at("rate").get<std::int64_t>())});
  return tax;
}

Json json_of(const Payslip& slip) {
  return {{"country", slip.country},
          {"on", slip.on.text()},
          {"gross", json_of(slip.gross)},
          {"special", json_of(slip.special)},
          {"lines", json_of_all(slip.lines)},
          {"free", json_of_all(slip.free)},
          {"deductions", json_of_all(slip.deductions)},
          {"taxed_after_contributions", slip.taxed_after_contributions},
          {"tax_base_rounding", json_of(slip.tax_base_rounding)},
          {"taxes", json_of_all(slip.taxes)},
          {"tax_base", json_of(slip.tax_base)},
          {"tax", json_of(slip.tax)},
          {"net", json_of(slip.net)},
          {"employer_cost", json_of(slip.employer_cost)},
          {"assumed", slip.assumed},
          {"unverified", slip.unverified},
          {"beyond_review", slip.beyond_review}};
}

// The tax of a slip from the time when all of them were of Serbia: one rate, one amount free of it.
void take_plain_tax(Payslip& slip, const Json& json) {
  slip.deductions.push_back({"SRB_UNTAXED", money_from(json.at("untaxed")),
                             day_from(json.at("untaxed_from")), json.at("untaxed_law")});
  slip.taxes.push_back(
      {.base = slip.tax_base,
       .off_year = {},
       .parts = {{slip.tax_base, Rate::from_millionths(json.at("tax_rate").get<std::int64_t>())}},
       .credits = {},
       .paid_out = {},
       .rounding = rounding_rule_from(json.at("tax_rounding"), slip.gross.currency()),
       .amount = slip.tax,
       .from = day_from(json.at("tax_from")),
       .law = json.at("tax_law")});
}

Payslip payslip_from(const Json& json) {
  const Money gross = money_from(json.at("gross"));
  const bool plain = json.contains("untaxed");
  Payslip slip{.country = json.at("country"),
               .on = day_from(json.at("on")),
               .gross = gross,
               .special = plain ? Money::zero(gross.currency()) : money_from(json.at("special")),
               .lines = {},
               .free = {},
               .deductions = {},
               .tax_base_rounding = {Rounding::half_up, Money::from_minor(1, gross.currency())},
               .taxes = {},
               .tax_base = money_from(json.at("tax_base")),
               .tax = money_from(json.at("tax")),
               .net = money_from(json.at("net")),
               .employer_cost = money_from(json.at("employer_cost")),
               .assumed = json.at("assumed").get<std::vector<std::string>>(),
               .unverified = {},
               .beyond_review = json.at("beyond_review"),
               .under_minimum_by = {},
               .better_at = {}};
  for (const Json& line : json.at("lines")) slip.lines.push_back(line_from(line));
  if (plain) {
    take_plain_tax(slip, json);
    return slip;
  }
  slip.free = allowances_from(json.at("free"));
  slip.deductions = allowances_from(json.at("deductions"));
  slip.taxed_after_contributions = json.at("taxed_after_contributions");
  slip.tax_base_rounding = rounding_rule_from(json.at("tax_base_rounding"), gross.currency());
  for (const Json& tax : json.at("taxes")) slip.taxes.push_back(tax_from(tax));
  slip.unverified = json.at("unverified").get<std::vector<std::string>>();
  return slip;
}

Json json_of(const Worker& worker) {
  return {{"id", worker.id.text()},
          {"alias", worker.alias},
          {"picture", worker.picture},
          {"ended_on", json_of(worker.ended_on)}};
}

Worker worker_from(const Json& json) {
  const auto id = WorkerId::parse(json.at("id").get<std::string>());
  if (!id) damaged("a worker's id in a sealed text is none");
  return {*id, json.at("alias"), json.at("picture"), day_if(json.at("ended_on"))};
}

Json json_of(const Identity& identity) {
  return {{"legal_name", identity.legal_name},
          {"id_number", identity.id_number},
          {"iban", identity.iban},
          {"born", json_of(identity.born)}};
}

Identity identity_from(const Json& json) {
  return {.legal_name = json.at("legal_name"),
          .id_number = json.at("id_number"),
          .iban = json.at("iban"),
          .born = day_if(json.at("born"))};
}

Json json_of(const Contract& contract) {
  return {{"from", contract.from.text()},
          {"to", json_of(contract.to)},
          {"basis", basis_text(contract.basis)},
          {"gross", json_of(contract.gross)},
          {"weekly_minutes", contract.weekly_minutes}};
}

Contract contract_from(const Json& json, const WorkerId& worker) {
  return {.worker = worker,
          .from = day_from(json.at("from")),
          .to = day_if(json.at("to")),
          .basis = basis_from(json.at("basis")),
          .gross = money_from(json.at("gross")),
          .weekly_minutes = json.at("weekly_minutes")};
}

Json json_of(const Earning& earning) {
  return {{"kind", payroll::earning_code(earning.kind)},
          {"minutes", earning.minutes},
          {"rate", earning.rate.millionths()},
          {"amount", json_of(earning.amount)},
          {"from", json_of(earning.from)},
          {"law", earning.law}};
}

// Slips of the time when a month's gross was one sum have none.
std::vector<Earning> earnings_from(const Json& slip) {
  std::vector<Earning> all;
  if (!slip.contains("earnings")) return all;
  for (const Json& each : slip.at("earnings")) {
    const auto kind = payroll::parse_earning(each.at("kind").get<std::string>());
    if (!kind) damaged("a kind of earning in a sealed text is not known");
    all.push_back({*kind, each.at("minutes"),
                   Rate::from_millionths(each.at("rate").get<std::int64_t>()),
                   money_from(each.at("amount")), day_if(each.at("from")), each.at("law")});
  }
  return all;
}

Json json_of(const PayItem& item) {
  return {{"id", item.id.text()},
          {"month", item.month.text()},
          {"kind", payroll::pay_item_code(item.kind)},
          {"amount", json_of(item.amount)},
          {"must_remain", item.must_remain ? json_of(*item.must_remain) : Json()}};
}

PayItem item_from(const Json& json) {
  const auto id = payroll::PayItemId::parse(json.at("id").get<std::string>());
  const auto month = Month::parse(json.at("month").get<std::string>());
  const auto kind = payroll::parse_pay_item(json.at("kind").get<std::string>());
  if (!id || !month || !kind) damaged("an item of a month's pay is none");
  PayItem item{.id = *id, .month = *month, .kind = *kind, .amount = money_from(json.at("amount"))};
  if (!json.at("must_remain").is_null()) item.must_remain = money_from(json.at("must_remain"));
  return item;
}

std::vector<PayItem> items_from(const Json& json) {
  std::vector<PayItem> all;
  for (const Json& each : json) all.push_back(item_from(each));
  return all;
}

Json json_of(const PaidMonth& paid) {
  CHECK(!paid.slip.under_minimum_by);  // such a worker is left out of the run
  return {{"contract", json_of(paid.contract)}, {"worked_minutes", paid.worked_minutes},
          {"slip", json_of(paid.slip)},         {"said", paid.said},
          {"items", json_of_all(paid.items)},   {"earnings", json_of_all(paid.earnings)}};
}

PaidMonth paid_month_from(const Json& json, const WorkerId& worker) {
  const bool plain = !json.contains("items");  // of the time before there were any
  return {.contract = contract_from(json.at("contract"), worker),
          .worked_minutes = json.at("worked_minutes"),
          .slip = payslip_from(json.at("slip")),
          .said = plain ? std::map<std::string, std::string>()
                        : json.at("said").get<std::map<std::string, std::string>>(),
          .items = plain ? std::vector<PayItem>() : items_from(json.at("items")),
          .earnings = earnings_from(json)};
}

Json json_of(const PayDifference& difference) {
  return {{"month", difference.month.text()},
          {"before", difference.before ? json_of(*difference.before) : Json()},
          {"now", json_of(difference.now)}};
}

std::vector<PayDifference> differences_from(const Json& json, const WorkerId& worker) {
  std::vector<PayDifference> all;
  for (const Json& each : json) {
    PayDifference one{month_from(each.at("month")), {}, paid_month_from(each.at("now"), worker)};
    if (!each.at("before").is_null()) one.before = paid_month_from(each.at("before"), worker);
    all.push_back(std::move(one));
  }
  return all;
}

PayRunRemark remark_from(const Json& json) {
  const auto what = payroll::parse_pay_run_remark(json.at("what").get<std::string>());
  if (!what) damaged("a remark of a pay run is not known");
  PayRunRemark remark{
      .what = *what, .alias = json.at("alias"), .amount = {}, .left_out = json.at("left_out")};
  if (!json.at("amount").is_null()) remark.amount = money_from(json.at("amount"));
  if (json.contains("month")) remark.month = month_from(json.at("month"));
  return remark;
}

LawValue law_value_from(const Json& json) {
  return {.series = json.at("series"),
          .kind = json.at("kind"),
          .code = json.at("code"),
          .value = json.at("value"),
          .from = day_from(json.at("from")),
          .to = day_if(json.at("to")),
          .law = json.at("law"),
          .source = json.at("source"),
          .unverified = json.at("unverified"),
          .ours = json.at("ours"),
          .reviewed = day_from(json.at("reviewed"))};
}

}  // namespace

Secret<std::string> pay_record_text(const PayRecord& record) {
  Json wages = Json::object();
  for (const auto& [from, wage] : record.wages)
    wages[from.text()] = {{"basis", basis_text(wage.basis)}, {"gross", json_of(wage.gross)}};
  Json brought = Json::object();
  for (const auto& [from, said] : record.details.brought) brought[from.text()] = said;
  return text_of({{"identity", json_of(record.identity)},
                  {"wages", wages},
                  {"brought", brought},
                  {"items", json_of_all(record.details.items)}});
}

PayRecord pay_record_from(const Secret<std::string>& text) {
  return read_from(text, [](const Json& json) {
    PayRecord record;
    if (json.empty()) return record;  // as it began
    record.identity = identity_from(json.at("identity"));
    for (const auto& [from, wage] : json.at("wages").items())
      record.wages.emplace(day_from(from),
                           Wage{basis_from(wage.at("basis")), money_from(wage.at("gross"))});
    if (!json.contains("brought")) return record;  // written before there was any
    for (const auto& [from, said] : json.at("brought").items())
      record.details.brought.emplace(day_from(from),
                                     said.get<std::map<std::string, std::string>>());
    record.details.items = items_from(json.at("items"));
    return record;
  });
}

Secret<std::string> slip_text(const PayRunSlip& slip) {
  Json json = json_of(static_cast<const PaidMonth&>(slip));
  json["worker"] = json_of(slip.worker);
  json["identity"] = json_of(slip.identity);
  for (const PayDifference& each : slip.differences) json["differences"].push_back(json_of(each));
  return text_of(json);
}

PayRunSlip slip_from(const Secret<std::string>& text) {
  return read_from(text, [](const Json& json) {
    Worker worker = worker_from(json.at("worker"));
    const WorkerId id = worker.id;
    PayRunSlip slip{
        paid_month_from(json, id), std::move(worker), identity_from(json.at("identity")), {}};
    if (json.contains("differences"))
      slip.differences = differences_from(json.at("differences"), id);
    return slip;
  });
}

Secret<std::string> run_notes_text(const RunNotes& notes) {
  Json remarks = Json::array();
  for (const PayRunRemark& remark : notes.remarks) {
    remarks.push_back({{"what", payroll::pay_run_remark_code(remark.what)},
                       {"alias", remark.alias},
                       {"amount", remark.amount ? json_of(*remark.amount) : Json()},
                       {"left_out", remark.left_out}});
    if (remark.month) remarks.back()["month"] = remark.month->text();
  }
  return text_of({{"remarks", std::move(remarks)}, {"rules", json_of_all(notes.rules)}});
}

RunNotes run_notes_from(const Secret<std::string>& text) {
  return read_from(text, [](const Json& json) {
    RunNotes notes{{}};
    const bool remarks_alone = json.is_array();  // of the time before a run kept its rules
    for (const Json& each : remarks_alone ? json : json.at("remarks"))
      notes.remarks.push_back(remark_from(each));
    if (remarks_alone) return notes;
    for (const Json& each : json.at("rules")) notes.rules.push_back(law_value_from(each));
    return notes;
  });
}

}  // namespace tilia::db
