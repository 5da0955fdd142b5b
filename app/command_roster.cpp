// `tilia roster …`: who works when. `roster check` needs no book.
#include <fmt/format.h>

#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/roster_desk.h"
#include "core/minute_of_day.h"
#include "payroll/shifts/person_time.h"
#include "payroll/shifts/roster_file.h"
#include "reporting/papers.h"

namespace tilia::app {
namespace {

using payroll::ClockSpan;
using payroll::Finding;
using payroll::PlannedShift;

constexpr int last_day_of_week = 6;

struct RosterOptions {
  std::string file;
  std::string monday;
  std::string shop;
  std::string id;
  std::string worker;
  std::string day;
  std::string from;
  std::string to;
  std::vector<std::string> breaks;
  std::string station;
  std::string picture = "📍";
  bool learning = false;
  bool pass = false;
  bool close = false;
  int weekday = -1;
  int people = 0;
};

std::string said(const Finding& finding, const std::string& country,
                 const payroll::WorkingTimeBook& book, const Words& words) {
  std::string text = words.say(payroll::sentence_of(finding, book.find(country)->zone()));
  if (finding.directive_used)
    text += " " + words.say(Phrase("app.roster.directive_used").with("country", country));
  return text;
}

std::string level_word(const Finding& finding, const Words& words) {
  return words.say("app.roster." + std::string(payroll::level_text(finding.level)));
}

ExitStatus roster_check(Desk& desk, const RosterOptions& asked) {
  const std::string text = whole_file(asked.file);
  const payroll::WorkingTimeBook book(desk.resources.working_time_rules());
  const auto roster = payroll::read_roster(text, book);
  if (!roster)
    throw Stopped(ExitStatus::wrong_usage, payroll::roster_refusal_code(roster.refusal()),
                  payroll::sentence_of(roster.refusal()));
  const auto findings = payroll::check_roster(roster.value(), book);
  Rows rows;
  for (const Finding& finding : findings)
    for (const payroll::RosterWorker& worker : roster.value().workers)
      if (worker.alias == finding.worker)
        rows.push_back(
            {level_word(finding, desk.words), said(finding, worker.country, book, desk.words)});
  if (rows.empty()) rows.push_back({desk.words.say("app.roster.nothing_found")});
  desk.printer.answer(Json::parse(payroll::findings_json(findings, roster.value())), rows);
  return payroll::forbids(findings) ? ExitStatus::refused : ExitStatus::done;
}

int clock_argument(const std::string& text) {
  const auto minute = parse_minute_of_day(text);
  if (!minute)
    throw Stopped(ExitStatus::wrong_usage, "bad_time",
                  Phrase("app.wrong.time").with("found", text));
  return *minute;
}

// Until the same time or an earlier one: of the next day.
ClockSpan span_argument(const std::string& from, const std::string& to) {
  const int begin = clock_argument(from);
  const int end = clock_argument(to);
  return {begin, end > begin ? end : end + minutes_a_day};
}

ClockSpan break_argument(const std::string& text, const ClockSpan& shift) {
  const std::size_t dash = text.find('-');
  if (dash == std::string::npos)
    throw Stopped(ExitStatus::wrong_usage, "bad_time",
                  Phrase("app.wrong.time").with("found", text));
  ClockSpan span = span_argument(text.substr(0, dash), text.substr(dash + 1));
  if (span.from_minute < shift.from_minute) {
    span.from_minute += minutes_a_day;
    span.to_minute += minutes_a_day;
  }
  return span;
}

std::string clock_text(int minute) { return minute_of_day_text(minute % minutes_a_day); }

Json shift_json(const PlannedShift& shift, const payroll::Plan& plan) {
  Json json{{"id", shift.id.text()},
            {"worker", nullptr},
            {"day", shift.day.text()},
            {"from", clock_text(shift.time.from_minute)},
            {"to", clock_text(shift.time.to_minute)},
            {"breaks", Json::array()},
            {"shop", shift.shop},
            {"station", shift.station},
            {"kind", payroll::time_kind_text(shift.kind)}};
  for (const ClockSpan& pause : shift.breaks)
    json["breaks"].push_back({clock_text(pause.from_minute), clock_text(pause.to_minute)});
  const auto* person = shift.worker ? plan.person(*shift.worker) : nullptr;
  if (person != nullptr) json["worker"] = person->worker.alias;
  return json;
}

Json finding_json(const Finding& finding) {
  return {{"worker", finding.worker},
          {"rule", payroll::roster_rule_text(finding.rule)},
          {"level", payroll::level_text(finding.level)},
          {"from", finding.at.from.text()},
          {"to", finding.at.to.text()}};
}

ExitStatus roster_week(Desk& desk, const RosterOptions& asked) {
  RosterDesk at(desk);
  const Day monday = payroll::monday_of(day_argument(asked.monday));
  const Day sunday = monday.plus_days(last_day_of_week);
  const payroll::Plan plan = payroll::read_plan(at.roster, monday, sunday, &at.holidays);
  Json shifts = Json::array();
  Rows rows;
  for (const PlannedShift& shift : plan.shifts) {
    if (shift.day < monday || shift.day > sunday) continue;
    if (!asked.shop.empty() && shift.shop != asked.shop) continue;
    shifts.push_back(shift_json(shift, plan));
    const auto* person = shift.worker ? plan.person(*shift.worker) : nullptr;
    rows.push_back(
        {shift.day.text(),
         fmt::format("{}–{}", clock_text(shift.time.from_minute), clock_text(shift.time.to_minute)),
         person == nullptr ? "–" : person->worker.alias, shift.station, shift.shop});
  }
  Json findings = Json::array();
  const Instant from = at.book.zone().at(monday, 0);
  const Instant to = at.book.zone().at(sunday.plus_days(1), 0);
  for (const Finding& finding : payroll::PlanCheck(plan, at.law, at.book.zone()).findings()) {
    if (finding.at.to <= from || finding.at.from >= to) continue;
    findings.push_back(finding_json(finding));
    rows.push_back(
        {level_word(finding, desk.words), said(finding, plan.country, at.law, desk.words)});
  }
  desk.printer.answer(Json{{"monday", monday.text()}, {"shifts", shifts}, {"findings", findings}},
                      rows);
  return ExitStatus::done;
}

ExitStatus roster_put(Desk& desk, const RosterOptions& asked) {
  const ClockSpan time = span_argument(asked.from, asked.to);
  const Day day = day_argument(asked.day);
  RosterDesk at(desk);
  PlannedShift shift{
      .id = at.keep.new_shift_id(),
      .worker = {},
      .day = day,
      .time = time,
      .breaks = {},
      .shop = at.shop(asked.shop),
      .station = asked.station,
      .kind = asked.learning ? payroll::TimeKind::learning : payroll::TimeKind::work};
  if (!asked.id.empty()) {
    const auto id = payroll::PlannedShiftId::parse(asked.id);
    if (!id)
      throw Stopped(ExitStatus::wrong_usage, "bad_id",
                    Phrase("app.wrong.id").with("found", asked.id));
    shift.id = *id;
  }
  for (const std::string& each : asked.breaks) shift.breaks.push_back(break_argument(each, time));
  payroll::Passing passing;
  if (!asked.worker.empty()) {
    shift.worker = known_worker(at.book, asked.worker).id;
    if (asked.pass) passing = {.manager = true, .worker = at.beside_is(*shift.worker)};
  }
  const auto warned = planned(desk, at, at.keep.put({shift}, passing));
  const payroll::Plan plan = payroll::read_plan(at.roster, day, day, &at.holidays);
  Json answer = shift_json(shift, plan);
  answer["findings"] = Json::array();
  for (const Finding& finding : warned) {
    answer["findings"].push_back(finding_json(finding));
    if (!desk.printer.json())
      desk.printer.warn(finding_json(finding), payroll::sentence_of(finding, at.book.zone()));
  }
  desk.printer.answer(answer, Phrase("app.roster.kept").with("day", day));
  return ExitStatus::done;
}

ExitStatus roster_remove(Desk& desk, const RosterOptions& asked) {
  const auto id = payroll::PlannedShiftId::parse(asked.id);
  if (!id)
    throw Stopped(ExitStatus::wrong_usage, "bad_id",
                  Phrase("app.wrong.id").with("found", asked.id));
  RosterDesk at(desk);
  static_cast<void>(planned(desk, at, at.keep.remove(*id)));
  desk.printer.answer(Json{{"id", asked.id}}, Phrase("app.roster.removed"));
  return ExitStatus::done;
}

ExitStatus roster_copy(Desk& desk, const RosterOptions& asked) {
  RosterDesk at(desk);
  const auto copied = planned(
      desk, at,
      at.keep.copy_week(at.shop(asked.shop), day_argument(asked.from), day_argument(asked.to)));
  desk.printer.answer(Json{{"copied", copied.copied}, {"left_open", copied.left_open}},
                      Phrase("app.roster.copied")
                          .with("shifts", std::int64_t{copied.copied})
                          .with("open", std::int64_t{copied.left_open}));
  return ExitStatus::done;
}

ExitStatus roster_publish(Desk& desk, const RosterOptions& asked) {
  RosterDesk at(desk);
  const Day monday = payroll::monday_of(day_argument(asked.monday));
  const std::string shop = at.shop(asked.shop);
  at.keep.publish(shop, monday);
  desk.printer.answer(Json{{"shop", shop}, {"monday", monday.text()}},
                      Phrase("app.roster.published").with("day", monday));
  return ExitStatus::done;
}

ExitStatus roster_slips(Desk& desk, const RosterOptions& asked) {
  RosterDesk at(desk);
  const Day monday = payroll::monday_of(day_argument(asked.monday));
  const payroll::Plan plan = payroll::read_plan(at.roster, monday, monday);
  const Words words = at.book.paper_words();
  const Strip strip = payroll::shift_slips(payroll::weeks_of_shifts(plan, monday), words);
  write_whole(asked.file, reporting::strip_pdf(strip, reporting::StripPaper::roll_80_mm,
                                               reporting::Typeface(desk.resources.fonts())));
  desk.printer.answer(Json{{"file", asked.file}},
                      Phrase("app.roster.slips_written").with("file", asked.file));
  return ExitStatus::done;
}

ExitStatus roster_station(Desk& desk, const RosterOptions& asked) {
  RosterDesk at(desk);
  auto stations = at.roster.stations();
  bool there = false;
  for (payroll::Station& station : stations) {
    if (station.code != asked.station) continue;
    station.closed = asked.close;
    there = true;
  }
  if (!there) stations.push_back({asked.station, asked.picture, asked.close});
  at.roster.put_stations(stations, at.book.clock().now());
  desk.printer.answer(Json{{"station", asked.station}, {"closed", asked.close}},
                      Phrase("app.roster.station_kept").with("station", asked.station));
  return ExitStatus::done;
}

ExitStatus roster_need(Desk& desk, const RosterOptions& asked) {
  const ClockSpan time{clock_argument(asked.from), clock_argument(asked.to)};
  if (asked.weekday < 0 || asked.weekday > last_day_of_week || time.to_minute <= time.from_minute ||
      asked.people < 0)
    throw Stopped(ExitStatus::wrong_usage, "bad_need", Phrase("app.wrong.need"));
  RosterDesk at(desk);
  const std::string shop = at.shop(asked.shop);
  auto needs = at.roster.needs(shop);
  std::erase_if(needs, [&](const payroll::StaffNeed& each) {
    return each.station == asked.station && each.weekday == asked.weekday &&
           each.time.from_minute == time.from_minute;
  });
  if (asked.people > 0) needs.push_back({asked.station, asked.weekday, time, asked.people});
  at.roster.put_needs(shop, needs, at.book.clock().now());
  desk.printer.answer(Json{{"shop", shop}, {"needs", needs.size()}},
                      Phrase("app.roster.need_kept"));
  return ExitStatus::done;
}

void add_shift_commands(CLI::App* roster, Desk& desk) {
  auto putting = std::make_shared<RosterOptions>();
  CLI::App* put = add_command(*roster, desk, "put", "app.help.roster_put",
                              "tilia roster put --worker amber --day 2026-03-02 --from 06:00 --to "
                              "14:00 --break 10:00-10:30");
  add_option(put, desk, "--id", putting->id, "app.option.shift_id");
  add_option(put, desk, "--worker", putting->worker, "app.option.shift_worker");
  add_option(put, desk, "--day", putting->day, "app.option.day").required();
  add_option(put, desk, "--from", putting->from, "app.option.shift_from").required();
  add_option(put, desk, "--to", putting->to, "app.option.shift_to").required();
  add_option(put, desk, "--break", putting->breaks, "app.option.shift_break").one_value_each();
  add_option(put, desk, "--station", putting->station, "app.option.station");
  add_option(put, desk, "--shop", putting->shop, "app.option.roster_shop");
  add_flag(put, desk, "--learning", putting->learning, "app.option.learning");
  add_flag(put, desk, "--pass", putting->pass, "app.option.pass");
  does(put, desk, putting, roster_put);
  auto removing = std::make_shared<RosterOptions>();
  CLI::App* remove = add_command(*roster, desk, "remove", "app.help.roster_remove",
                                 "tilia roster remove --id 9f…");
  add_option(remove, desk, "--id", removing->id, "app.option.shift_id").required();
  does(remove, desk, removing, roster_remove);
}

void add_week_commands(CLI::App* roster, Desk& desk) {
  auto looking = std::make_shared<RosterOptions>();
  CLI::App* week = add_command(*roster, desk, "week", "app.help.roster_week",
                               "tilia roster week --monday 2026-03-02");
  add_option(week, desk, "--monday", looking->monday, "app.option.monday").required();
  add_option(week, desk, "--shop", looking->shop, "app.option.roster_shop");
  does(week, desk, looking, roster_week);
  auto copying = std::make_shared<RosterOptions>();
  CLI::App* copy = add_command(*roster, desk, "copy", "app.help.roster_copy",
                               "tilia roster copy --from 2026-03-02 --to 2026-03-09");
  add_option(copy, desk, "--from", copying->from, "app.option.copy_from").required();
  add_option(copy, desk, "--to", copying->to, "app.option.copy_to").required();
  add_option(copy, desk, "--shop", copying->shop, "app.option.roster_shop");
  does(copy, desk, copying, roster_copy);
  auto publishing = std::make_shared<RosterOptions>();
  CLI::App* publish = add_command(*roster, desk, "publish", "app.help.roster_publish",
                                  "tilia roster publish --monday 2026-03-02");
  add_option(publish, desk, "--monday", publishing->monday, "app.option.monday").required();
  add_option(publish, desk, "--shop", publishing->shop, "app.option.roster_shop");
  does(publish, desk, publishing, roster_publish);
  auto printing = std::make_shared<RosterOptions>();
  CLI::App* slips = add_command(*roster, desk, "slips", "app.help.roster_slips",
                                "tilia roster slips --monday 2026-03-02 --pdf shifts.pdf");
  add_option(slips, desk, "--monday", printing->monday, "app.option.monday").required();
  add_option(slips, desk, "--pdf", printing->file, "app.option.pdf").required();
  does(slips, desk, printing, roster_slips);
}

void add_place_commands(CLI::App* roster, Desk& desk) {
  auto placing = std::make_shared<RosterOptions>();
  CLI::App* station = add_command(*roster, desk, "station", "app.help.roster_station",
                                  "tilia roster station counter --picture 🛒");
  add_option(station, desk, "code", placing->station, "app.option.station").required();
  add_option(station, desk, "--picture", placing->picture, "app.option.picture");
  add_flag(station, desk, "--close", placing->close, "app.option.close_station");
  does(station, desk, placing, roster_station);
  auto needing = std::make_shared<RosterOptions>();
  CLI::App* need = add_command(
      *roster, desk, "need", "app.help.roster_need",
      "tilia roster need --station counter --weekday 0 --from 07:00 --to 14:00 --people 2");
  add_option(need, desk, "--station", needing->station, "app.option.station");
  add_option(need, desk, "--weekday", needing->weekday, "app.option.weekday_from_monday")
      .required();
  add_option(need, desk, "--from", needing->from, "app.option.shift_from").required();
  add_option(need, desk, "--to", needing->to, "app.option.shift_to").required();
  add_option(need, desk, "--people", needing->people, "app.option.need_people").required();
  add_option(need, desk, "--shop", needing->shop, "app.option.roster_shop");
  does(need, desk, needing, roster_need);
}

}  // namespace

std::string RosterDesk::shop(const std::string& asked) {
  const auto shops = roster.shops();
  for (const payroll::RosterShop& each : shops)
    if (each.code == asked || (asked.empty() && shops.size() == 1)) return each.code;
  throw Stopped(ExitStatus::wrong_usage, "which_shop", Phrase("app.roster.which_shop"));
}

bool RosterDesk::beside_is(const payroll::WorkerId& worker) {
  const auto login = roster.login_of(worker);
  return login && book.beside(Act::punch, planner).user.id.bytes() == login->bytes();
}

void refuse(Desk& desk, RosterDesk& at, const payroll::PlanRefusal& refusal) {
  // Each finding by itself, so that what would mend it can be read.
  for (const Finding& finding : refusal.findings)
    desk.printer.warn(finding_json(finding), payroll::sentence_of(finding, at.book.zone()));
  throw Stopped(ExitStatus::refused, std::string(payroll::plan_refusal_code(refusal.why)),
                payroll::sentence_of(refusal));
}

void add_roster_commands(CLI::App& root, Desk& desk) {
  CLI::App* roster = add_family(root, desk, "roster", "app.help.roster");
  auto checking = std::make_shared<RosterOptions>();
  CLI::App* check = add_command(*roster, desk, "check", "app.help.roster_check",
                                "tilia roster check next-week.json");
  add_option(check, desk, "file", checking->file, "app.option.roster_file").required();
  does(check, desk, checking, roster_check);
  add_shift_commands(roster, desk);
  add_week_commands(roster, desk);
  add_place_commands(roster, desk);
}

}  // namespace tilia::app
