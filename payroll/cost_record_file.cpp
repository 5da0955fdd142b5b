#include "payroll/cost_record_file.h"

#include <nlohmann/json.hpp>

namespace tilia::payroll {
namespace {

using Json = nlohmann::ordered_json;

Money amount_from(const Json& json, Currency currency) {
  return Money::from_minor(json.get<std::int64_t>(), currency);
}

// Throws Json::exception, or std::bad_optional_access for a value that is none.
MonthOfCost month_from(const Json& json) {
  const Currency currency = Currency::from_code(json.at("currency").get<std::string>()).value();
  MonthOfCost month{.month = Month::parse(json.at("month").get<std::string>()).value(),
                    .run = PayRunId::parse(json.at("run").get<std::string>()).value(),
                    .cost = amount_from(json.at("cost"), currency),
                    .shares = {}};
  for (const Json& share : json.at("shares"))
    month.shares.push_back(
        {share.at("bearer").get<std::string>(), amount_from(share.at("amount"), currency)});
  return month;
}

}  // namespace

std::string cost_record_text(const CostRecord& record) {
  Json json = Json::object();
  for (const MonthOfCost& month : record.months) {
    Json shares = Json::array();
    for (const CostShare& share : month.shares)
      shares.push_back({{"bearer", share.bearer}, {"amount", share.amount.minor()}});
    json["months"].push_back({{"month", month.month.text()},
                              {"run", month.run.text()},
                              {"currency", month.cost.currency().code()},
                              {"cost", month.cost.minor()},
                              {"shares", std::move(shares)}});
  }
  return json.dump();
}

std::optional<CostRecord> parse_cost_record(const std::string& text) {
  try {
    const Json json = Json::parse(text);
    CostRecord record;
    if (json.contains("months"))
      for (const Json& month : json.at("months")) record.months.push_back(month_from(month));
    return record;
  } catch (const Json::exception&) {
    return std::nullopt;
  } catch (const std::bad_optional_access&) {
    return std::nullopt;
  }
}

}  // namespace tilia::payroll
