#include "app/person_file.h"

#include <algorithm>
#include <cstring>

#include "db/device_folder.h"
#include "db/station_key.h"
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

Json pay_details_json(const payroll::PayDetails& details) {
  Json brought = Json::array();
  for (const auto& [from, said] : details.brought)
    brought.push_back({{"from", from.text()}, {"set", said}});
  Json items = Json::array();
  for (const payroll::PayItem& each : details.items) {
    Json item{{"month", each.month.text()},
              {"kind", payroll::pay_item_code(each.kind)},
              {"currency", each.amount.currency().code()},
              {"amount", each.amount.text()}};
    if (each.must_remain) item["must_remain"] = each.must_remain->text();
    items.push_back(std::move(item));
  }
  return {{"brings", std::move(brought)}, {"items", std::move(items)}};
}

Json slip_json(const payroll::PersonSlip& one) {
  return {{"month", one.month.text()},
          {"state", one.approved ? "approved" : "draft"},
          {"paid_to", one.slip.identity.iban},
          {"worked_minutes", one.slip.worked_minutes},
          {"payout", one.slip.payout().text()},
          {"earnings", earnings_json(one.slip)},
          {"differences", differences_json(one.slip)},
          {"slip", Json::parse(payroll::pay_slip_json(one.slip.slip))}};
}

// What of hers was read and when, the latest first.
Json reads_json(const PersonFile& file) {
  Json json = Json::array();
  for (const payroll::RecordRead& read : file.reads) {
    if (read.of != file.copy.worker.id) continue;
    Json one{{"at", read.at.text()},
             {"by", user_name(file, read.by)},
             {"record", payroll::read_record_text(read.record)}};
    if (read.outside) {
      one["with"] = user_name(file, read.outside->with);
      one["month"] = read.outside->month.text();
      one["recipient"] = read.outside->recipient;
    }
    json.push_back(std::move(one));
  }
  return json;
}

Json shift_json(const payroll::PlannedShift& shift) {
  return {{"day", shift.day.text()},
          {"from_minute", shift.time.from_minute},
          {"to_minute", shift.time.to_minute},
          {"breaks", payroll::clock_spans_text(shift.breaks)},
          {"shop", shift.shop},
          {"station", shift.station},
          {"kind", payroll::time_kind_text(shift.kind)}};
}

// About a punch that was forgotten or wrong, about a shift, about days off: the oldest first.
Json asks_json(const payroll::PersonCopy& copy) {
  Json json = Json::array();
  const auto add = [&](const Instant& at, payroll::AskState state, Json what) {
    what["at"] = at.text();
    what["state"] = payroll::ask_state_text(state);
    json.push_back(std::move(what));
  };
  for (const payroll::HoursAsk& ask : copy.asks) {
    if (ask.punch)
      add(ask.at, ask.state,
          {{"about", ask.punch->away ? "wrong_punch" : "forgotten_punch"},
           {"kind", payroll::punch_kind_text(ask.punch->kind)},
           {"punched_at", ask.punch->at.text()}});
    if (ask.swap) add(ask.at, ask.state, {{"about", "shift"}, {"shift", ask.swap->shift.text()}});
  }
  for (const payroll::OpenedLeaveAsk& ask : copy.leave_asks)
    add(ask.at, ask.state,
        {{"about", "days_off"}, {"from", ask.leave.from.text()}, {"to", ask.leave.to.text()}});
  return json;
}

Json copy_json(const payroll::PersonCopy& copy) {
  Json json{{"alias", copy.worker.alias},
            {"picture", copy.worker.picture},
            {"identity", Json::parse(payroll::identity_file_text(copy.identity))},
            {"contracts", Json::array()},
            {"pay_details", pay_details_json(copy.pay_details)},
            {"hours", Json::array()},
            {"punches", Json::array()},
            {"shifts", Json::array()},
            {"asks", asks_json(copy)},
            {"own_hours", Json::parse(payroll::hours_record_text(copy.hours_record))},
            {"payslips", Json::array()},
            {"cost_record", Json::parse(copy.funding)}};
  if (copy.worker.ended_on) json["last_day"] = copy.worker.ended_on->text();
  for (const payroll::Contract& each : copy.contracts)
    json["contracts"].push_back(contract_json(each));
  for (const payroll::DayMinutes& each : copy.hours)
    json["hours"].push_back({{"day", each.day.text()}, {"worked_minutes", each.worked_minutes}});
  for (const payroll::Punch& each : copy.punches)
    json["punches"].push_back(
        {{"kind", payroll::punch_kind_text(each.kind)}, {"at", each.at.text()}});
  for (const payroll::PlannedShift& each : copy.shifts) json["shifts"].push_back(shift_json(each));
  for (const payroll::PersonSlip& each : copy.slips) json["payslips"].push_back(slip_json(each));
  return json;
}

// Hex digits as bytes, sixteen at a time.
template <std::size_t n>
std::optional<std::array<std::uint8_t, n>> bytes_in(const std::string& hex) {
  constexpr std::size_t digits = 32;
  std::array<std::uint8_t, n> bytes{};
  if (hex.size() != 2 * n) return std::nullopt;
  for (std::size_t at = 0; at < n; at += digits / 2) {
    const auto part = parse_id_bytes(std::string_view(hex).substr(2 * at, digits));
    if (!part) return std::nullopt;
    std::ranges::copy(*part, bytes.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return bytes;
}

bool ever_signed(db::BookFile& book, const db::SigningHalf& key,
                 const std::filesystem::path& device_folder) {
  if (book.reader().number("SELECT count(*) FROM journal_head WHERE public_key = ?", key) > 0)
    return true;
  const db::DeviceFolder folder = db::DeviceFolder::of_book(device_folder, book);
  return std::ranges::any_of(std::array{"cli", "office"}, [&](const char* station) {
    const auto here = db::station_key_here(folder, station);
    return here && here->public_half() == key;
  });
}

}  // namespace

Json earnings_json(const payroll::PayRunSlip& slip) {
  Json all = Json::array();
  for (const payroll::Earning& each : slip.earnings)
    all.push_back({{"kind", payroll::earning_code(each.kind)},
                   {"minutes", each.minutes},
                   {"percent", each.rate.percent_text()},
                   {"amount", each.amount.text()}});
  return all;
}

Json differences_json(const payroll::PayRunSlip& slip) {
  Json all = Json::array();
  for (const payroll::PayDifference& each : slip.differences) {
    Json one{{"month", each.month.text()},
             {"payout", each.payout().text()},
             {"employer_cost", each.cost().text()}};
    if (each.before) one["before"] = Json::parse(payroll::pay_slip_json(each.before->slip));
    one["now"] = Json::parse(payroll::pay_slip_json(each.now.slip));
    all.push_back(std::move(one));
  }
  return all;
}

std::string user_name(const PersonFile& file, const payroll::UserId& id) {
  const auto user = std::ranges::find(file.users, id, &db::User::id);
  return user == file.users.end() ? id.text() : user->name;
}

Json person_json(const PersonFile& file) {
  return {{"organisation", file.organisation},
          {"made_at", file.made_at.text()},
          {"made_by", file.made_by},
          {"held", copy_json(file.copy)},
          {"read_by", reads_json(file)}};
}

Json signed_person_json(const PersonFile& file, db::BookFile& book,
                        const std::filesystem::path& device_folder) {
  Json json = person_json(file);
  const auto key = db::station_key_in(db::DeviceFolder::of_book(device_folder, book),
                                      book.station(), file.made_at);
  const db::Signature signature = key.sign(json.dump());
  json["signed"] = {{"key", hex_text(key.public_half())}, {"signature", hex_text(signature)}};
  return json;
}

PersonSignature look_at_signature(const std::string& text, db::BookFile& book,
                                  const std::filesystem::path& device_folder) {
  Json json = Json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("signed") || !json["signed"].is_object())
    return PersonSignature::broken;
  const Json mark = json["signed"];
  json.erase("signed");
  const auto key = bytes_in<32>(mark.value("key", ""));
  const auto signature = bytes_in<64>(mark.value("signature", ""));
  if (!key || !signature || !db::signed_by(*key, json.dump(), *signature))
    return PersonSignature::broken;
  return ever_signed(book, *key, device_folder) ? PersonSignature::holds
                                                : PersonSignature::unknown_key;
}

}  // namespace tilia::app
