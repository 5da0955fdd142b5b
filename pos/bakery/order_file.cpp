#include "pos/bakery/order_file.h"

#include <nlohmann/json.hpp>

#include "core/minute_of_day.h"
#include "pos/whose_file.h"

namespace tilia::pos {
namespace {

using Json = nlohmann::ordered_json;

template <class Line>
std::vector<Line> lines_of(const At& order) {
  std::vector<Line> lines;
  for (const At& line : order["lines"].elements()) {
    line.only({"article", "quantity", "note"});
    lines.push_back(
        {line["article"].text(), line["quantity"].quantity(), line.text_or_nothing("note")});
  }
  return lines;
}

std::optional<int> minute_of(const At& order) {
  if (!order.has("time")) return std::nullopt;
  return order["time"].minute_of_day();
}

std::vector<int> weekdays_of(const At& list) {
  std::vector<int> weekdays;
  for (const At& day : list.elements()) {
    const std::int64_t number = day.count();
    // What is no weekday is refused by its own sentence, not by the file's.
    weekdays.push_back(number < 0 || number > 6 ? -1 : static_cast<int>(number));
  }
  return weekdays;
}

Json time_of(const std::optional<int>& minute) {
  return minute ? Json(minute_of_day_text(*minute)) : Json();
}

template <class Line>
Json json_of(const Line& line) {
  Json json{{"article", line.article}, {"quantity", line.quantity.text()}};
  if (!line.note.empty()) json["note"] = line.note;
  return json;
}

}  // namespace

Result<OrderRequest, FileRefusal> read_order_line(std::string_view json, Chance& chance) {
  return read_strictly(json, [&](const At& order) {
    order.only({"id", "till", "day", "time", "customer", "account", "lines"});
    const OrderId id = order.has("id") ? order["id"].id<OrderId>() : OrderId::mint(chance);
    Whose whose = whose_of(order, id.bytes());
    return OrderRequest{.id = id,
                        .till = order["till"].text(),
                        .by = std::move(whose.by),
                        .day = order["day"].day(),
                        .minute = minute_of(order),
                        .lines = lines_of<OrderRequest::Line>(order),
                        .noted = std::move(whose.noted)};
  });
}

Result<WrittenStanding, FileRefusal> read_standing_line(std::string_view json, Chance& chance) {
  return read_strictly(json, [&](const At& order) {
    order.only(
        {"code", "till", "weekdays", "from", "until", "time", "customer", "account", "lines"});
    Whose whose = whose_of(order, CustomerId::mint(chance).bytes());
    WrittenStanding written{{.code = order["code"].text(),
                             .till = order["till"].text(),
                             .by = std::move(whose.by),
                             .weekdays = weekdays_of(order["weekdays"]),
                             .lines = lines_of<StandingOrder::Line>(order),
                             .minute = minute_of(order),
                             .from = order["from"].day(),
                             .until = std::nullopt},
                            std::move(whose.noted)};
    if (order.has("until")) written.standing.until = order["until"].day();
    return written;
  });
}

std::string order_json(const DueOrder& due) {
  const Currency currency = due.paid.currency();
  const Order& order = due.order;
  Json json{{"number", order.number == 0 ? Json() : Json(order.number)},
            {"till", order.till},
            {"day", order.day.text()},
            {"time", time_of(order.minute)},
            {"whose", due.whose}};
  add_whose(json, order.by);
  json["standing"] = order.standing.empty() ? Json() : Json(order.standing);
  json["state"] = order_state_text(order.state);
  json["lines"] = Json::array();
  for (const OrderLine& line : order.lines) {
    Json each = json_of(line);
    each["price"] = line.unit_price.text();
    json["lines"].push_back(each);
  }
  if (!due.gone.empty()) json["gone"] = due.gone;
  json["total"] = total_of(order.lines, currency).text();
  json["paid"] = due.paid.text();
  json["currency"] = currency.code();
  return json.dump();
}

std::string order_request_json(const OrderRequest& request) {
  Json json{{"id", request.id.text()}, {"till", request.till}, {"day", request.day.text()}};
  if (request.minute) json["time"] = minute_of_day_text(*request.minute);
  add_whose(json, request.by);
  json["lines"] = Json::array();
  for (const OrderRequest::Line& line : request.lines) json["lines"].push_back(json_of(line));
  return json.dump();
}

std::string standing_json(const StandingOrder& standing) {
  Json json{{"code", standing.code},
            {"till", standing.till},
            {"weekdays", standing.weekdays},
            {"from", standing.from.text()}};
  if (standing.until) json["until"] = standing.until->text();
  if (standing.minute) json["time"] = minute_of_day_text(*standing.minute);
  add_whose(json, standing.by);
  json["lines"] = Json::array();
  for (const StandingOrder::Line& line : standing.lines) json["lines"].push_back(json_of(line));
  return json.dump();
}

std::string bake_sheet_json(const std::string& till, const BakeSheet& sheet) {
  Json rows = Json::array();
  for (const BakeRow& row : sheet.rows)
    rows.push_back({{"article", row.article},
                    {"name", row.name},
                    {"unit", unit_text(row.unit)},
                    {"ordered", row.ordered.text()},
                    {"usual", row.usual.text()},
                    {"wanted", row.wanted().text()},
                    {"baked", row.baked.text()},
                    {"missing", row.missing().text()}});
  Json days = Json::array();
  for (const Day& day : sheet.looked_at) days.push_back(day.text());
  return Json{{"till", till},
              {"day", sheet.day.text()},
              {"usual_of", days},
              {"enough", sheet.enough()},
              {"rows", rows}}
      .dump();
}

}  // namespace tilia::pos
