// `tilia worker …`, `contract …`, `punch`: people by alias, and when they come and go.
#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/name_warning.h"
#include "app/open_book.h"
#include "app/roster_desk.h"
#include "payroll/employ.h"
#include "payroll/hours/punch_clock.h"

namespace tilia::app {
namespace {

using payroll::EmployRefusal;
using payroll::Punch;

struct WorkerOptions {
  std::string alias;
  std::string picture = "🙂";
  std::string last_day;
};

[[noreturn]] void refuse(EmployRefusal why, const std::string& about) {
  throw Stopped(ExitStatus::refused, std::string(payroll::employ_refusal_code(why)),
                payroll::sentence_of(why, about));
}

Json worker_json(const payroll::Worker& worker) {
  Json json{{"id", worker.id.text()}, {"alias", worker.alias}, {"picture", worker.picture}};
  if (worker.ended_on) json["last_day"] = worker.ended_on->text();
  return json;
}

ExitStatus worker_add(Desk& desk, const WorkerOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::employ);
  const auto worker =
      payroll::add_worker(book.pay_book(), asked.alias, asked.picture, book.chance(), book.clock());
  if (!worker) refuse(worker.refusal(), asked.alias);
  warn_of_name(desk, "--alias", asked.alias);
  desk.printer.answer(worker_json(worker.value()),
                      Phrase("app.worker.added").with("alias", asked.alias));
  return ExitStatus::done;
}

ExitStatus worker_list(Desk& desk, const WorkerOptions&) {
  OpenBook book(desk);
  book.acting(Act::enter_hours);
  Json workers = Json::array();
  Rows rows;
  for (const payroll::Worker& worker : book.pay_book().workers()) {
    workers.push_back(worker_json(worker));
    rows.push_back({worker.picture, worker.alias,
                    worker.ended_on
                        ? desk.words.say(Phrase("app.worker.until").with("day", *worker.ended_on))
                        : std::string()});
  }
  desk.printer.answer(Json{{"workers", workers}}, rows);
  return ExitStatus::done;
}

ExitStatus worker_end(Desk& desk, const WorkerOptions& asked) {
  const Day last_day = day_argument(asked.last_day);
  OpenBook book(desk);
  book.acting(Act::employ);
  const auto worker = payroll::end_worker(book.pay_book(), asked.alias, last_day, book.clock());
  if (!worker) refuse(worker.refusal(), asked.alias);
  desk.printer.answer(worker_json(worker.value()),
                      Phrase("app.worker.ended").with("alias", asked.alias).with("day", last_day));
  return ExitStatus::done;
}

struct ContractOptions {
  std::string alias;
  std::string from;
  std::string gross;
  std::string basis = "monthly";
  std::string weekly_hours = "40";
};

int weekly_minutes(const std::string& hours) {
  const auto parsed = Quantity::parse(hours);
  constexpr std::int64_t most_thousandths = 168'000;
  if (!parsed || parsed.value().thousandths() < 0 ||
      parsed.value().thousandths() > most_thousandths ||
      parsed.value().thousandths() * 60 % Quantity::one_in_thousandths != 0)
    throw Stopped(ExitStatus::wrong_usage, "bad_hours",
                  Phrase("app.wrong.hours").with("found", hours));
  return static_cast<int>(parsed.value().thousandths() * 60 / Quantity::one_in_thousandths);
}

ExitStatus contract_add(Desk& desk, const ContractOptions& asked) {
  if (asked.basis != "monthly" && asked.basis != "hourly")
    throw Stopped(ExitStatus::wrong_usage, "bad_basis",
                  Phrase("app.wrong.basis").with("found", asked.basis));
  const Day from = day_argument(asked.from);
  const int minutes = weekly_minutes(asked.weekly_hours);
  OpenBook book(desk);
  book.acting(Act::employ);
  const auto basis =
      asked.basis == "hourly" ? payroll::PayBasis::hourly : payroll::PayBasis::monthly;
  const auto contract =
      payroll::add_contract(book.pay_book(), asked.alias, from, basis,
                            counter_amount(asked.gross, book.currency()), minutes, book.clock());
  if (!contract) refuse(contract.refusal(), asked.alias);
  desk.printer.answer(Json{{"worker", asked.alias},
                           {"from", from.text()},
                           {"basis", asked.basis},
                           {"currency", book.currency().code()},
                           {"gross", amount_json(contract.value().gross)},
                           {"weekly_minutes", contract.value().weekly_minutes}},
                      Phrase("app.contract.added")
                          .with("alias", asked.alias)
                          .with("day", from)
                          .with("gross", contract.value().gross));
  return ExitStatus::done;
}

struct PunchOptions {
  std::string alias;
  bool in = false;
  bool out = false;
  bool break_start = false;
  bool break_end = false;
  std::string at;
};

Punch::Kind kind_of(const PunchOptions& asked) {
  if (asked.in + asked.out + asked.break_start + asked.break_end != 1)
    throw Stopped(ExitStatus::wrong_usage, "one_kind", Phrase("app.punch.one_kind"));
  if (asked.in) return Punch::Kind::in;
  if (asked.out) return Punch::Kind::out;
  return asked.break_start ? Punch::Kind::break_start : Punch::Kind::break_end;
}

ExitStatus punch(Desk& desk, const PunchOptions& asked) {
  const Punch::Kind kind = kind_of(asked);
  OpenBook book(desk);
  book.acting(Act::punch);
  const Instant at = asked.at.empty() ? book.clock().now() : instant_argument(asked.at);
  const auto entered =
      payroll::enter_punch(book.hours_book(), {asked.alias, kind, at}, book.zone(), book.clock());
  if (!entered)
    throw Stopped(ExitStatus::refused, payroll::punch_answer_code(entered.refusal()),
                  payroll::sentence_of(entered.refusal(), asked.alias));
  desk.printer.answer(
      Json{{"worker", asked.alias}, {"kind", payroll::punch_kind_text(kind)}, {"at", at.text()}},
      Phrase("app.punch.entered")
          .with("alias", asked.alias)
          .with("time", book.zone().local_time_text(at)));
  return ExitStatus::done;
}

void add_punch_command(CLI::App& root, Desk& desk) {
  auto clock = std::make_shared<PunchOptions>();
  CLI::App* tap =
      add_command(root, desk, "punch", "app.help.punch", "tilia punch --worker amber --in");
  add_option(tap, desk, "--worker", clock->alias, "app.option.worker").required();
  add_flag(tap, desk, "--in", clock->in, "app.option.punch_in");
  add_flag(tap, desk, "--out", clock->out, "app.option.punch_out");
  add_flag(tap, desk, "--break", clock->break_start, "app.option.punch_break");
  add_flag(tap, desk, "--back", clock->break_end, "app.option.punch_back");
  add_option(tap, desk, "--at", clock->at, "app.option.at");
  does(tap, desk, clock, punch);
}

}  // namespace

void add_worker_commands(CLI::App& root, Desk& desk) {
  CLI::App* worker = add_family(root, desk, "worker", "app.help.worker");
  auto adding = std::make_shared<WorkerOptions>();
  CLI::App* add = add_command(*worker, desk, "add", "app.help.worker_add",
                              "tilia worker add --alias amber --picture 🍁");
  add_option(add, desk, "alias,--alias", adding->alias, "app.option.alias").required();
  add_option(add, desk, "--picture", adding->picture, "app.option.picture");
  does(add, desk, adding, worker_add);
  does(add_command(*worker, desk, "list", "app.help.worker_list", "tilia worker list"), desk,
       std::make_shared<WorkerOptions>(), worker_list);
  add_worker_login_command(*worker, desk);
  auto ending = std::make_shared<WorkerOptions>();
  CLI::App* end = add_command(*worker, desk, "end", "app.help.worker_end",
                              "tilia worker end --alias amber --on 2026-03-31");
  add_option(end, desk, "alias,--alias", ending->alias, "app.option.alias").required();
  add_option(end, desk, "--on", ending->last_day, "app.option.last_day").required();
  does(end, desk, ending, worker_end);

  add_limits_command(*worker, desk);

  CLI::App* contract = add_family(root, desk, "contract", "app.help.contract");
  auto giving = std::make_shared<ContractOptions>();
  CLI::App* give =
      add_command(*contract, desk, "add", "app.help.contract_add",
                  "tilia contract add --worker amber --from 2026-01-01 --gross 100000.00");
  add_option(give, desk, "--worker", giving->alias, "app.option.worker").required();
  add_option(give, desk, "--from", giving->from, "app.option.from").required();
  add_option(give, desk, "--gross", giving->gross, "app.option.gross").required();
  add_option(give, desk, "--basis", giving->basis, "app.option.basis");
  add_option(give, desk, "--weekly-hours", giving->weekly_hours, "app.option.weekly_hours");
  does(give, desk, giving, contract_add);
  add_punch_command(root, desk);
}

}  // namespace tilia::app
