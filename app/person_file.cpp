#include "app/person_file.h"

#include <algorithm>

#include "payroll/identity_file.h"
#include "payroll/pay_slip_file.h"

namespace tilia::app {
namespace {

Json contract_json(const payroll::Contract& contract) {
  Json json{{"from", contract.from.text()},
            {"basis", contract.basis == payroll::PayBasis::monthly ? "monthly" : "hourly"},
            {"currency", contract.gross.currency().code()},
            {"gross", contract.gross.text()},
            {"weekly_minutes", contract.weekly_minutes}};
  if (contract.to) json["to"] = contract.to->text();
  return json;
}

Json slip_json(const payroll::PersonSlip& one) {
  return {{"month", one.month.text()},
          {"state", one.approved ? "approved" : "draft"},
          {"paid_to", one.slip.identity.iban},
          {"worked_minutes", one.slip.worked_minutes},
          {"slip", Json::parse(payroll::pay_slip_json(one.slip.slip))}};
}

// What of hers was read and when, the latest first.
Json reads_json(const PersonFile& file) {
  Json json = Json::array();
  for (const payroll::RecordRead& read : file.reads) {
    if (read.of != file.copy.worker.id) continue;
    const auto by = std::ranges::find(file.users, read.by, &db::User::id);
    json.push_back({{"at", read.at.text()},
                    {"by", by == file.users.end() ? read.by.text() : by->name},
                    {"record", payroll::read_record_text(read.record)}});
  }
  return json;
}

Json copy_json(const payroll::PersonCopy& copy) {
  Json json{{"alias", copy.worker.alias},
            {"picture", copy.worker.picture},
            {"identity", Json::parse(payroll::identity_file_text(copy.identity))},
            {"contracts", Json::array()},
            {"hours", Json::array()},
            {"punches", Json::array()},
            {"payslips", Json::array()},
            {"funding", Json::parse(copy.funding)}};
  if (copy.worker.ended_on) json["last_day"] = copy.worker.ended_on->text();
  for (const payroll::Contract& each : copy.contracts)
    json["contracts"].push_back(contract_json(each));
  for (const payroll::DayMinutes& each : copy.hours)
    json["hours"].push_back({{"day", each.day.text()}, {"worked_minutes", each.worked_minutes}});
  for (const payroll::Punch& each : copy.punches)
    json["punches"].push_back(
        {{"kind", payroll::punch_kind_text(each.kind)}, {"at", each.at.text()}});
  for (const payroll::PersonSlip& each : copy.slips) json["payslips"].push_back(slip_json(each));
  return json;
}

}  // namespace

Json person_json(const PersonFile& file) {
  return {{"organisation", file.organisation},
          {"made_at", file.made_at.text()},
          {"made_by", file.made_by},
          {"held", copy_json(file.copy)},
          {"read_by", reads_json(file)}};
}

}  // namespace tilia::app
