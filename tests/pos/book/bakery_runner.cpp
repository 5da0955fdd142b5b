#include "tests/pos/book/bakery_runner.h"

#include <fmt/format.h>

#include <stdexcept>

#include "core/minute_of_day.h"
#include "pos/keep_accounts.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos::tests {
namespace {

CaseAnswer refused_as(const OrderRefusal& refusal) { return refused(order_refusal_code(refusal)); }

// "2 cake, 3 white-loaf"
template <class Line>
std::vector<Line> lines_of(const std::string& text) {
  std::vector<Line> lines;
  for (const std::string& each : parted(text, ',')) {
    const auto [count, article] = cut(each);
    lines.push_back({article, quantity(count), ""});
  }
  return lines;
}

std::string text_of(const std::vector<OrderLine>& lines) {
  std::string text;
  for (const OrderLine& line : lines)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", line.quantity.text(), line.article);
  return text;
}

CaseAnswer answer_of(const Order& order) {
  return {{"number", std::to_string(order.number)},
          {"day", order.day.text()},
          {"lines", text_of(order.lines)},
          {"total", total_of(order.lines, order.lines.front().unit_price.currency()).text()},
          {"state", std::string(order_state_text(order.state))}};
}

CaseAnswer answer_of(const Result<Order, OrderRefusal>& order) {
  return order ? answer_of(order.value()) : refused_as(order.refusal());
}

}  // namespace

BakeryRunner::BakeryRunner(db::BookFile& file, TillBook& till, const CountryPack& pack,
                           const Zone& zone, const Clock& clock, Chance& chance)
    : till_(till),
      pack_(pack),
      zone_(zone),
      clock_(clock),
      chance_(chance),
      customers_(file),
      tenders_(file),
      orders_(file),
      catalogue_(file),
      keep_({orders_, till, customers_, tenders_, pack, zone, clock, chance}),
      stock_(till, catalogue_, zone, clock),
      drawer_(till, pack, zone, clock, chance) {}

CaseAnswer BakeryRunner::act(const std::string& line) {
  const auto [verb, rest] = cut(line);
  if (verb == "makes") {
    orders_.put_recipe({.article = rest, .parts = {}, .also = {}}, clock_.now());
    return {};
  }
  if (verb == "account") {
    const auto [code, limit] = cut(rest, " up to ");
    KeepAccounts accounts(tenders_, pack_.currency, zone_, clock_);
    CHECK(accounts.add({.code = code,
                        .name = code,
                        .picture = "",
                        .credit_limit = amount(limit),
                        .owed = Money::zero(pack_.currency)}));
    return {};
  }
  if (verb == "order") return order(rest);
  if (verb == "again") return answer_of(keep_.place(last_.value()));
  if (verb == "change") return change(rest);
  if (verb == "cancel") return answer_of(keep_.cancel(std::stoll(rest)));
  if (verb == "find") return find(rest);
  if (verb == "stands") return stand(rest);
  if (verb == "stops") {
    const auto [code, from] = cut(rest, " from ");
    const auto stopped = keep_.stop(code, day(from));
    return stopped ? CaseAnswer() : refused_as(stopped.refusal());
  }
  if (verb == "takes") {
    const auto [code, on] = cut(rest, " on ");
    return answer_of(keep_.touch(code, day(on)));
  }
  if (line.starts_with("same again for ")) return same_again(line.substr(15));
  if (verb == "due") return due(rest);
  if (verb == "sheet") return sheet(rest);
  if (verb == "baked") {
    const auto [what, on] = cut(rest, " on ");
    const auto [count, article] = cut(what);
    const auto noted = keep_.baked("T1", day(on), {article, quantity(count)});
    return noted ? CaseAnswer() : refused_as(noted.refusal());
  }
  if (verb == "wasted") {
    const auto [count, more] = cut(rest);
    const auto [article, why] = cut(more);
    const auto entered = stock_.enter(StockMove::Kind::wasted, article, quantity(count), why);
    return entered ? CaseAnswer() : refused(stock_refusal_code(entered.refusal()));
  }
  if (verb == "waste") return waste();
  if (line.starts_with("give back ")) {
    const auto [sum, code] = cut(line.substr(10), " of ");
    const auto given = drawer_.give_back(tenders_, "T1", code, amount(sum));
    return given ? CaseAnswer() : refused(drawer_refusal_code(given.refusal()));
  }
  if (verb == "owed") {
    Money owed = Money::zero(pack_.currency);
    for (const Advance& advance : tenders_.advances()) owed += advance.balance;
    return {{"owed", owed.text()}};
  }
  throw std::runtime_error(fmt::format("\"bakery {}\" is nothing that a case can do", line));
}

// An account of that name, else somebody who is noted with her first order.
OrderedBy BakeryRunner::whose(const std::string& name) {
  for (const CustomerAccount& account : tenders_.accounts()) {
    if (account.code == name) return {std::nullopt, name};
  }
  const auto [called, phone] = cut(name);
  const auto known = names_.try_emplace(called, Customer{CustomerId::mint(chance_), called, phone});
  return {known.first->second.id, ""};
}

// "Ana 064111 for 2026-03-07 07:30: 2 cake"
CaseAnswer BakeryRunner::order(const std::string& rest) {
  const auto [who, what] = cut(rest, ": ");
  const auto [name, when] = cut(who, " for ");
  const auto [on, at] = cut(when);
  OrderRequest request{.id = OrderId::mint(chance_),
                       .till = "T1",
                       .by = whose(name),
                       .day = day(on),
                       .minute = parse_minute_of_day(at),
                       .lines = lines_of<OrderRequest::Line>(what)};
  if (request.by.customer) request.noted = names_.at(cut(name).first);
  last_ = request;
  return answer_of(keep_.place(request));
}

// "1 to 4 cake", "1 to 2026-03-08"
CaseAnswer BakeryRunner::change(const std::string& rest) {
  const auto [number, what] = cut(rest, " to ");
  const auto order = orders_.order(std::stoll(number));
  OrderRequest request{.id = OrderId::mint(chance_),
                       .till = "T1",
                       .by = order ? order->by : OrderedBy(),
                       .day = order ? order->day : day("2026-03-02"),
                       .minute = order ? order->minute : std::nullopt,
                       .lines = {}};
  if (order) {
    for (const OrderLine& line : order->lines)
      request.lines.push_back({line.article, line.quantity, line.note});
  }
  if (const auto other_day = Day::parse(what))
    request.day = *other_day;
  else
    request.lines = lines_of<OrderRequest::Line>(what);
  return answer_of(keep_.change(std::stoll(number), request));
}

CaseAnswer BakeryRunner::find(const std::string& typed) {
  std::string found;
  for (const DueOrder& each : keep_.find(typed))
    found += (found.empty() ? "" : ", ") + std::to_string(each.order.number);
  return {{"found", found.empty() ? "nothing" : found}};
}

// "cafe-bread of cafe on mon fri: 12 white-loaf"
CaseAnswer BakeryRunner::stand(const std::string& rest) {
  const auto [who, what] = cut(rest, ": ");
  const auto [code, whose_and_days] = cut(who, " of ");
  const auto [name, days] = cut(whose_and_days, " on ");
  StandingOrder standing{.code = code,
                         .till = "T1",
                         .by = whose(name),
                         .weekdays = {},
                         .lines = lines_of<StandingOrder::Line>(what),
                         .from = zone_.local_day(clock_.now())};
  for (const std::string& each : parted(days, ' ')) standing.weekdays.push_back(weekday_of(each));
  const auto stands = keep_.stand(standing);
  return stands ? CaseAnswer() : refused_as(stands.refusal());
}

CaseAnswer BakeryRunner::same_again(const std::string& rest) {
  const auto [name, on] = cut(rest, " on ");
  const auto request = keep_.same_again(whose(name), "T1", day(on));
  if (!request) return refused_as(request.refusal());
  return answer_of(keep_.place(request.value()));
}

// "2026-03-06 until 2026-03-13"
CaseAnswer BakeryRunner::due(const std::string& rest) {
  const auto [from, until] = cut(rest, " until ");
  std::string text;
  for (const DueOrder& each : keep_.due(day(from), day(until.empty() ? from : until))) {
    if (each.order.state == OrderState::cancelled) continue;
    text += fmt::format("{}{} {} {}", text.empty() ? "" : " ; ", each.order.day.text().substr(8),
                        text_of(each.order.lines), each.whose);
  }
  return {{"due", text.empty() ? "nothing" : text}};
}

CaseAnswer BakeryRunner::sheet(const std::string& rest) {
  const BakeSheet sheet = keep_.bake_sheet("T1", day(rest));
  CaseAnswer answer{{"enough", sheet.enough() ? "yes" : "no"}};
  for (const BakeRow& row : sheet.rows)
    answer[row.article] =
        fmt::format("ordered {}, usual {}, baked {}, missing {}", row.ordered.text(),
                    row.usual.text(), row.baked.text(), row.missing().text());
  return answer;
}

CaseAnswer BakeryRunner::waste() {
  Money wasted = Money::zero(pack_.currency);
  Money given = wasted;
  for (const Wasted& each : stock_.wasted(stock_.today(), stock_.today()))
    (each.given_away() ? given : wasted) += each.at_price;
  return {{"wasted", wasted.text()}, {"given", given.text()}};
}

SaleRequest BakeryRunner::paying_early(const std::string& rest) {
  const auto parts = parted(rest, ';');
  const auto [sum, code] = cut(parts.at(0), " for ");
  return {.id = SaleId::mint(chance_),
          .lines = {},
          .tenders = tenders(parts.at(1), code),
          .donation = std::nullopt,
          .extras = {{ExtraKind::advance, amount(sum), code}}};
}

SaleRequest BakeryRunner::handing_over(const std::string& rest) {
  const auto parts = parted(rest, ';');
  const std::int64_t number = std::stoll(parts.at(0));
  SaleRequest request{.id = SaleId::mint(chance_),
                      .lines = {},
                      .tenders = tenders(parts.at(1), advance_of_order(number)),
                      .donation = std::nullopt,
                      .delivers = Delivery{order_delivery, number}};
  const auto order = orders_.order(number);
  for (const OrderLine& line : order ? order->lines : std::vector<OrderLine>())
    request.lines.push_back({line.article, line.quantity, AgreedPrice{line.unit_price}, line.note});
  return request;
}

// "early 200.00, cash 1000.00"
std::vector<Tender> BakeryRunner::tenders(const std::string& text, const std::string& code) const {
  std::vector<Tender> tenders;
  for (const std::string& each : parted(text, ',')) {
    const auto [kind, sum] = cut(each);
    if (kind == "early")
      tenders.push_back({TenderKind::advance, amount(sum), code});
    else
      tenders.push_back({parse_tender_kind(kind).value(), amount(sum)});
  }
  return tenders;
}

Money BakeryRunner::amount(const std::string& text) const {
  return Money::parse(text, pack_.currency).value();
}

}  // namespace tilia::pos::tests
