// `tilia leave …`: what somebody has of it, what was asked for, and what is agreed.
#include "app/arguments.h"
#include "app/command_hours.h"
#include "app/command_tree.h"

namespace tilia::app {
namespace {

using payroll::LeaveBalance;
using payroll::LeaveRefusal;

constexpr std::int64_t half_in_thousandths = Quantity::one_in_thousandths / 2;

struct LeaveOptions {
  std::string alias;
  std::string from;
  std::string to;
  std::string days;
  std::string ask;
  std::string kind = "paid";
  std::string state = "open";
  std::string year;
};

[[noreturn]] void refuse(const LeaveRefusal& refusal) {
  throw Stopped(ExitStatus::refused, std::string(payroll::leave_refusal_code(refusal.why)),
                payroll::sentence_of(refusal));
}

Quantity days_of(int half_days) {
  return Quantity::from_thousandths(half_days * half_in_thousandths);
}

int half_days_argument(const std::string& text) {
  const auto days = Quantity::parse(text);
  constexpr std::int64_t most_thousandths = 1'000'000;
  if (!days || days.value().thousandths() < 0 || days.value().thousandths() > most_thousandths ||
      days.value().thousandths() % half_in_thousandths != 0)
    throw Stopped(ExitStatus::wrong_usage, "bad_days",
                  Phrase("app.wrong.half_days").with("found", text));
  return static_cast<int>(days.value().thousandths() / half_in_thousandths);
}

int year_argument(const std::string& text, OpenBook& book) {
  if (text.empty()) return book.zone().local_day(book.clock().now()).year();
  if (const auto day = Day::parse(text + "-01-01")) return day->year();
  throw Stopped(ExitStatus::wrong_usage, "bad_year", Phrase("app.wrong.year").with("found", text));
}

payroll::HoursAskId ask_argument(const std::string& text) {
  if (const auto id = payroll::HoursAskId::parse(text)) return *id;
  throw Stopped(ExitStatus::wrong_usage, "bad_ask", Phrase("app.wrong.ask").with("found", text));
}

Json balance_json(const std::string& alias, const LeaveBalance& balance) {
  Json json{{"worker", alias},
            {"year", balance.year},
            {"had_half_days", balance.had_half_days},
            {"taken_half_days", balance.taken_half_days},
            {"left_half_days", balance.left_half_days()},
            {"law_days", balance.law.days},
            {"law", balance.law.law},
            {"unverified", balance.law.unverified},
            {"directive_used", balance.law.directive_used},
            {"agreed", balance.agreed},
            {"holidays_known", balance.holidays_known}};
  if (balance.opened_on) json["opened_on"] = balance.opened_on->text();
  return json;
}

void warn_of(Desk& desk, const LeaveBalance& balance) {
  if (balance.left_half_days() < 0)
    desk.printer.warn(Json{{"code", "leave_below_zero"}, {"year", balance.year}},
                      Phrase("app.leave.below_zero")
                          .with("year", std::to_string(balance.year))
                          .with("days", days_of(-balance.left_half_days())));
}

ExitStatus answer_balance(Desk& desk, const std::string& alias, const LeaveBalance& balance) {
  warn_of(desk, balance);
  Rows rows{{desk.words.say(Phrase("app.leave.balance")
                                .with("alias", alias)
                                .with("year", std::to_string(balance.year))
                                .with("had", days_of(balance.had_half_days))
                                .with("taken", days_of(balance.taken_half_days))
                                .with("left", days_of(balance.left_half_days())))}};
  if (balance.law.directive_used && !balance.agreed && !balance.opened_on)
    rows.push_back(
        {desk.words.say(Phrase("app.leave.directive_used").with("law", balance.law.law))});
  if (balance.law.unverified)
    rows.push_back({desk.words.say(Phrase("app.leave.unverified").with("law", balance.law.law))});
  if (!balance.holidays_known) rows.push_back({desk.words.say("app.hours.holidays_not_known")});
  desk.printer.answer(balance_json(alias, balance), rows);
  return ExitStatus::done;
}

ExitStatus leave_balance(Desk& desk, const LeaveOptions& asked) {
  HoursRooms rooms(desk);
  const auto balance = rooms.leave().balance(asked.alias, year_argument(asked.year, rooms.book()));
  if (!balance) refuse(balance.refusal());
  return answer_balance(desk, asked.alias, balance.value());
}

ExitStatus leave_ask(Desk& desk, const LeaveOptions& asked) {
  const payroll::LeaveAsk leave{day_argument(asked.from), day_argument(asked.to)};
  HoursRooms rooms(desk);
  const auto id = payroll::HoursAskId::mint(rooms.book().chance());
  const auto done = rooms.leave().ask(id, asked.alias, leave);
  if (!done) refuse(done.refusal());
  desk.printer.answer(Json{{"ask", id.text()},
                           {"worker", asked.alias},
                           {"from", leave.from.text()},
                           {"to", leave.to.text()}},
                      Phrase("app.leave.asked")
                          .with("alias", asked.alias)
                          .with("from", leave.from)
                          .with("to", leave.to)
                          .with("ask", id.text()));
  return ExitStatus::done;
}

ExitStatus leave_list(Desk& desk, const LeaveOptions& asked) {
  const auto state = payroll::parse_ask_state(asked.state);
  if (!state)
    throw Stopped(ExitStatus::wrong_usage, "bad_state",
                  Phrase("app.wrong.ask_state").with("found", asked.state));
  HoursRooms rooms(desk);
  const auto workers = rooms.roster().workers();
  Json asks = Json::array();
  Rows rows;
  for (const payroll::OpenedLeaveAsk& each : rooms.asks().asks(*state)) {
    std::string alias;
    for (const payroll::Worker& worker : workers)
      if (worker.id == each.worker) alias = worker.alias;
    asks.push_back({{"ask", each.id.text()},
                    {"worker", alias},
                    {"from", each.leave.from.text()},
                    {"to", each.leave.to.text()},
                    {"at", each.at.text()},
                    {"state", payroll::ask_state_text(each.state)}});
    rows.push_back({each.id.text(), alias, each.leave.from.text(), each.leave.to.text()});
  }
  desk.printer.answer(Json{{"asks", asks}}, rows);
  return ExitStatus::done;
}

ExitStatus leave_agree(Desk& desk, const LeaveOptions& asked) {
  const auto id = ask_argument(asked.ask);
  const auto kind = payroll::parse_absence_kind(asked.kind);
  if (!kind)
    throw Stopped(ExitStatus::wrong_usage, "bad_kind",
                  Phrase("app.wrong.absence_kind").with("found", asked.kind));
  HoursRooms rooms(desk);
  const auto agreed = rooms.leave().agree(id, *kind);
  if (!agreed) refuse(agreed.refusal());
  Json entered = Json::array();  // days whose weeks were approved before
  for (const Day& day : agreed.value().entered) entered.push_back(day.text());
  Json left = Json::array();
  for (const LeaveBalance& balance : agreed.value().balances) {
    warn_of(desk, balance);
    left.push_back({{"year", balance.year}, {"left_half_days", balance.left_half_days()}});
  }
  desk.printer.answer(
      Json{{"ask", id.text()}, {"kind", asked.kind}, {"balances", left}, {"entered", entered}},
      Phrase("app.leave.agreed"));
  return ExitStatus::done;
}

ExitStatus leave_decline(Desk& desk, const LeaveOptions& asked) {
  const auto id = ask_argument(asked.ask);
  HoursRooms rooms(desk);
  const auto done = rooms.leave().decline(id);
  if (!done) refuse(done.refusal());
  desk.printer.answer(Json{{"ask", id.text()}, {"state", "declined"}},
                      Phrase("app.leave.declined"));
  return ExitStatus::done;
}

ExitStatus leave_opening(Desk& desk, const LeaveOptions& asked) {
  const payroll::LeaveOpening opening{day_argument(asked.from), half_days_argument(asked.days)};
  HoursRooms rooms(desk);
  const auto balance = rooms.leave().open(asked.alias, opening);
  if (!balance) refuse(balance.refusal());
  return answer_balance(desk, asked.alias, balance.value());
}

ExitStatus leave_yearly(Desk& desk, const LeaveOptions& asked) {
  const int half_days = half_days_argument(asked.days);
  HoursRooms rooms(desk);
  const auto done = rooms.leave().agree_on_year(asked.alias, half_days);
  if (!done) refuse(done.refusal());
  const auto balance = rooms.leave().balance(asked.alias, year_argument("", rooms.book()));
  if (!balance) refuse(balance.refusal());
  return answer_balance(desk, asked.alias, balance.value());
}

void add_answers(CLI::App& leave, Desk& desk) {
  auto listing = std::make_shared<LeaveOptions>();
  CLI::App* list = add_command(leave, desk, "list", "app.help.leave_list", "tilia leave list");
  add_option(list, desk, "--state", listing->state, "app.option.ask_state");
  does(list, desk, listing, leave_list);
  constexpr const char* example = "0123456789abcdef0123456789abcdef";
  auto agreeing = std::make_shared<LeaveOptions>();
  const std::string agree_example = std::string("tilia leave agree ") + example;
  CLI::App* agree =
      add_command(leave, desk, "agree", "app.help.leave_agree", agree_example.c_str());
  add_option(agree, desk, "ask", agreeing->ask, "app.option.leave_ask").required();
  add_option(agree, desk, "--kind", agreeing->kind, "app.option.absence_kind");
  does(agree, desk, agreeing, leave_agree);
  auto declining = std::make_shared<LeaveOptions>();
  const std::string decline_example = std::string("tilia leave decline ") + example;
  CLI::App* decline =
      add_command(leave, desk, "decline", "app.help.leave_decline", decline_example.c_str());
  add_option(decline, desk, "ask", declining->ask, "app.option.leave_ask").required();
  does(decline, desk, declining, leave_decline);
}

}  // namespace

void add_leave_commands(CLI::App& root, Desk& desk) {
  CLI::App* leave = add_family(root, desk, "leave", "app.help.leave");
  auto looking = std::make_shared<LeaveOptions>();
  CLI::App* balance = add_command(*leave, desk, "balance", "app.help.leave_balance",
                                  "tilia leave balance --worker amber --year 2026");
  add_option(balance, desk, "--worker", looking->alias, "app.option.worker").required();
  add_option(balance, desk, "--year", looking->year, "app.option.leave_year");
  does(balance, desk, looking, leave_balance);
  auto asking = std::make_shared<LeaveOptions>();
  CLI::App* ask = add_command(*leave, desk, "ask", "app.help.leave_ask",
                              "tilia leave ask --worker amber --from 2026-07-06 --to 2026-07-17");
  add_option(ask, desk, "--worker", asking->alias, "app.option.worker").required();
  add_option(ask, desk, "--from", asking->from, "app.option.leave_from").required();
  add_option(ask, desk, "--to", asking->to, "app.option.leave_to").required();
  does(ask, desk, asking, leave_ask);
  add_answers(*leave, desk);
  auto opening = std::make_shared<LeaveOptions>();
  CLI::App* open = add_command(*leave, desk, "opening", "app.help.leave_opening",
                               "tilia leave opening --worker amber --on 2026-06-01 --days 12.5");
  add_option(open, desk, "--worker", opening->alias, "app.option.worker").required();
  add_option(open, desk, "--on", opening->from, "app.option.leave_on").required();
  add_option(open, desk, "--days", opening->days, "app.option.leave_days").required();
  does(open, desk, opening, leave_opening);
  auto agreeing = std::make_shared<LeaveOptions>();
  CLI::App* yearly = add_command(*leave, desk, "yearly", "app.help.leave_yearly",
                                 "tilia leave yearly --worker amber --days 25");
  add_option(yearly, desk, "--worker", agreeing->alias, "app.option.worker").required();
  add_option(yearly, desk, "--days", agreeing->days, "app.option.leave_days").required();
  does(yearly, desk, agreeing, leave_yearly);
}

}  // namespace tilia::app
