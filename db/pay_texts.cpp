#include "db/pay_texts.h"

#include <nlohmann/json.hpp>

#include "db/book_fault.h"
#include "payroll/rounding_text.h"

namespace tilia::db {
namespace {

using Json = nlohmann::json;
using payroll::Contract;
using payroll::Identity;
using payroll::PayBasis;
using payroll::Payer;
using payroll::PayLine;
using payroll::PayRunRemark;
using payroll::PayRunSlip;
using payroll::Payslip;
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

Json json_of(const PayLine& line) {
  return {{"code", line.code},
          {"payer", line.payer == Payer::employee ? "employee" : "employer"},
          {"base", json_of(line.base)},
          {"rate", line.rate.millionths()},
          {"amount", json_of(line.amount)},
          {"from", line.from.text()},
          {"law", line.law},
          {"rounding", payroll::rounding_text(line.rounding)}};
}

PayLine line_from(const Json& json) {
  return {.code = json.at("code"),
          .payer = json.at("payer") == "employee" ? Payer::employee : Payer::employer,
          .base = money_from(json.at("base")),
          .rate = Rate::from_millionths(json.at("rate").get<std::int64_t>()),
          .amount = money_from(json.at("amount")),
          .from = day_from(json.at("from")),
          .law = json.at("law"),
          .rounding = rounding_from(json.at("rounding"))};
}

Json json_of(const Payslip& slip) {
  Json lines = Json::array();
  for (const PayLine& line : slip.lines) lines.push_back(json_of(line));
  return {{"country", slip.country},
          {"on", slip.on.text()},
          {"gross", json_of(slip.gross)},
          {"lines", lines},
          {"untaxed", json_of(slip.untaxed)},
          {"untaxed_from", slip.untaxed_from.text()},
          {"untaxed_law", slip.untaxed_law},
          {"tax_base", json_of(slip.tax_base)},
          {"tax_rate", slip.tax_rate.millionths()},
          {"tax_from", slip.tax_from.text()},
          {"tax_law", slip.tax_law},
          {"tax_rounding", payroll::rounding_text(slip.tax_rounding)},
          {"tax", json_of(slip.tax)},
          {"net", json_of(slip.net)},
          {"employer_cost", json_of(slip.employer_cost)},
          {"assumed", slip.assumed},
          {"beyond_review", slip.beyond_review}};
}

Payslip payslip_from(const Json& json) {
  Payslip slip{.country = json.at("country"),
               .on = day_from(json.at("on")),
               .gross = money_from(json.at("gross")),
               .lines = {},
               .untaxed = money_from(json.at("untaxed")),
               .untaxed_from = day_from(json.at("untaxed_from")),
               .untaxed_law = json.at("untaxed_law"),
               .tax_base = money_from(json.at("tax_base")),
               .tax_rate = Rate::from_millionths(json.at("tax_rate").get<std::int64_t>()),
               .tax_from = day_from(json.at("tax_from")),
               .tax_law = json.at("tax_law"),
               .tax_rounding = rounding_from(json.at("tax_rounding")),
               .tax = money_from(json.at("tax")),
               .net = money_from(json.at("net")),
               .employer_cost = money_from(json.at("employer_cost")),
               .assumed = json.at("assumed").get<std::vector<std::string>>(),
               .beyond_review = json.at("beyond_review"),
               .under_minimum_by = {}};
  for (const Json& line : json.at("lines")) slip.lines.push_back(line_from(line));
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

}  // namespace

Secret<std::string> pay_record_text(const PayRecord& record) {
  Json wages = Json::object();
  for (const auto& [from, wage] : record.wages)
    wages[from.text()] = {{"basis", basis_text(wage.basis)}, {"gross", json_of(wage.gross)}};
  return text_of({{"identity", json_of(record.identity)}, {"wages", wages}});
}

PayRecord pay_record_from(const Secret<std::string>& text) {
  return read_from(text, [](const Json& json) {
    PayRecord record;
    if (json.empty()) return record;  // as it began
    record.identity = identity_from(json.at("identity"));
    for (const auto& [from, wage] : json.at("wages").items())
      record.wages.emplace(day_from(from),
                           Wage{basis_from(wage.at("basis")), money_from(wage.at("gross"))});
    return record;
  });
}

Secret<std::string> slip_text(const PayRunSlip& slip) {
  CHECK(!slip.slip.under_minimum_by);  // such a worker is left out of the run
  return text_of({{"worker", json_of(slip.worker)},
                  {"identity", json_of(slip.identity)},
                  {"contract", json_of(slip.contract)},
                  {"worked_minutes", slip.worked_minutes},
                  {"slip", json_of(slip.slip)}});
}

PayRunSlip slip_from(const Secret<std::string>& text) {
  return read_from(text, [](const Json& json) {
    Worker worker = worker_from(json.at("worker"));
    const WorkerId id = worker.id;
    return PayRunSlip{.worker = std::move(worker),
                      .identity = identity_from(json.at("identity")),
                      .contract = contract_from(json.at("contract"), id),
                      .worked_minutes = json.at("worked_minutes"),
                      .slip = payslip_from(json.at("slip"))};
  });
}

Secret<std::string> remarks_text(const std::vector<PayRunRemark>& remarks) {
  Json all = Json::array();
  for (const PayRunRemark& remark : remarks)
    all.push_back({{"what", payroll::pay_run_remark_code(remark.what)},
                   {"alias", remark.alias},
                   {"amount", remark.amount ? json_of(*remark.amount) : Json()},
                   {"left_out", remark.left_out}});
  return text_of(all);
}

std::vector<PayRunRemark> remarks_from(const Secret<std::string>& text) {
  return read_from(text, [](const Json& json) {
    std::vector<PayRunRemark> remarks;
    for (const Json& each : json) {
      const auto what = payroll::parse_pay_run_remark(each.at("what").get<std::string>());
      if (!what) damaged("a remark of a pay run is not known");
      const Json& amount = each.at("amount");
      remarks.push_back({*what, each.at("alias"),
                         amount.is_null() ? std::nullopt : std::optional(money_from(amount)),
                         each.at("left_out")});
    }
    return remarks;
  });
}

}  // namespace tilia::db
