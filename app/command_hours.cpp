// `tilia hours …`: hours that are entered, what a week came to, approving it, correcting it.
#include "app/command_hours.h"

#include <fmt/format.h>

#include "app/arguments.h"
#include "app/command_tree.h"
#include "payroll/employ.h"
#include "payroll/shifts/protection_figures.h"

namespace tilia::app {
namespace {

using payroll::ApproveHours;
using payroll::HoursDay;
using payroll::HoursWeek;
using payroll::KindMinutes;
using payroll::MinutesByUse;
using payroll::TimeKind;
using payroll::TypedMinutes;

struct HoursOptions {
  std::string alias;
  std::string day;
  std::string hours;
  std::string month;
};

ExitStatus hours_add(Desk& desk, const HoursOptions& asked) {
  const payroll::DayMinutes worked{day_argument(asked.day), minutes_argument(asked.hours)};
  OpenBook book(desk);
  book.acting(Act::enter_hours);
  const auto entered =
      payroll::enter_hours(book.pay_book(), asked.alias, worked, book.zone(), book.clock());
  if (!entered)
    throw Stopped(ExitStatus::refused, std::string(payroll::employ_refusal_code(entered.refusal())),
                  payroll::sentence_of(entered.refusal(), asked.alias));
  desk.printer.answer(Json{{"worker", asked.alias},
                           {"day", worked.day.text()},
                           {"worked_minutes", worked.worked_minutes}},
                      Phrase("app.hours.entered")
                          .with("alias", asked.alias)
                          .with("day", worked.day)
                          .with("hours", asked.hours));
  return ExitStatus::done;
}

ExitStatus hours_list(Desk& desk, const HoursOptions& asked) {
  const Month month = month_argument(asked.month);
  OpenBook book(desk);
  book.acting(Act::enter_hours);
  const auto workers = book.pay_book().workers();
  Json days = Json::array();
  Rows rows;
  for (const payroll::WorkerDay& one : book.pay_book().hours(month)) {
    std::string alias;
    for (const payroll::Worker& worker : workers)
      if (worker.id == one.worker) alias = worker.alias;
    if (!asked.alias.empty() && alias != asked.alias) continue;
    const int minutes = one.hours.worked_minutes;
    days.push_back({{"worker", alias}, {"day", one.hours.day.text()}, {"worked_minutes", minutes}});
    rows.push_back({one.hours.day.text(), alias, clock_hours(minutes)});
  }
  desk.printer.answer(Json{{"month", month.text()}, {"hours", days}}, rows);
  return ExitStatus::done;
}

struct WeekOptions {
  std::string monday;
  std::string shop;
};

Json minutes_json(const KindMinutes& minutes) {
  return {{"minutes", minutes.all},
          {"night", minutes.night},
          {"sunday", minutes.sunday},
          {"holiday", minutes.holiday}};
}

Json by_use_json(const MinutesByUse& minutes) {
  return {{"work", minutes_json(minutes.work)}, {"learning", minutes_json(minutes.learning)}};
}

Json absent_json(const payroll::AbsentMinutes& absent) {
  return {{"paid", absent.paid}, {"unpaid", absent.unpaid}, {"statutory", absent.statutory}};
}

Json day_json(const HoursDay& day, const Zone& zone, const Words& words) {
  Json json{{"worker", day.worker},
            {"day", day.day.text()},
            {"planned_minutes", day.planned_minutes},
            {"punched", by_use_json(day.punched)}};
  if (day.entered_minutes) json["entered_minutes"] = *day.entered_minutes;
  if (day.absence) {
    json["absence"] = payroll::absence_kind_text(*day.absence);
    json["absent_minutes"] = day.absent_minutes;
  }
  Json mends = Json::array();
  for (const payroll::ToMend& mend : day.to_mend)
    mends.push_back({{"code", payroll::to_mend_code(mend.why)},
                     {"at", mend.at.text()},
                     {"sentence", words.say(payroll::sentence_of(mend, day.worker, zone))}});
  json["to_mend"] = mends;
  json["approved"] = day.approved;
  json["counts"] = by_use_json(day.counts);
  json["difference_minutes"] = day.difference();
  return json;
}

Json person_json(const payroll::HoursPerson& person, const Zone& zone, const Words& words) {
  Json findings = Json::array();
  for (const payroll::Finding& finding : person.findings)
    findings.push_back({{"level", payroll::level_text(finding.level)},
                        {"rule", payroll::roster_rule_text(finding.rule)},
                        {"from", finding.at.from.text()},
                        {"to", finding.at.to.text()},
                        {"sentence", words.say(payroll::sentence_of(finding, zone))}});
  return {{"worker", person.worker.alias},
          {"approved", person.approved},
          {"planned_minutes", person.planned_minutes},
          {"counts", by_use_json(person.counts)},
          {"absent", absent_json(person.absent)},
          {"findings", findings}};
}

std::string remark_on(const HoursDay& day, const Words& words) {
  std::string remark;
  if (day.approved)
    remark = words.say("app.hours.approved");
  else if (!day.to_mend.empty())
    remark = words.say("app.hours.to_mend");
  else if (day.entered_minutes)
    remark = words.say("app.hours.by_hand");
  if (!day.absence) return remark;
  return fmt::format(
      "{}{}{} {}", remark, remark.empty() ? "" : "; ",
      words.say("app.absence." + std::string(payroll::absence_kind_text(*day.absence))),
      clock_hours(day.absent_minutes));
}

Rows week_rows(const HoursWeek& week, const Zone& zone, const Words& words) {
  Rows rows{{words.say("app.hours.day"), words.say("app.hours.worker"),
             words.say("app.hours.planned"), words.say("app.hours.counts"), ""}};
  for (const HoursDay& day : week.days)
    rows.push_back({day.day.text(), day.worker, clock_hours(day.planned_minutes),
                    clock_hours(day.counts.all()), remark_on(day, words)});
  for (const HoursDay& day : week.days)
    for (const payroll::ToMend& mend : day.to_mend)
      rows.push_back({words.say(payroll::sentence_of(mend, day.worker, zone))});
  for (const payroll::HoursPerson& person : week.people)
    for (const payroll::Finding& finding : person.findings)
      rows.push_back({words.say(payroll::sentence_of(finding, zone))});
  if (!week.holidays_known) rows.push_back({words.say("app.hours.holidays_not_known")});
  return rows;
}

ExitStatus hours_week(Desk& desk, const WeekOptions& asked) {
  const Day day = day_argument(asked.monday);
  HoursRooms rooms(desk);
  const HoursWeek week = ApproveHours(rooms.hours()).week(day, asked.shop);
  const Zone& zone = rooms.book().zone();
  Json people = Json::array();
  for (const payroll::HoursPerson& person : week.people)
    people.push_back(person_json(person, zone, desk.words));
  Json days = Json::array();
  for (const HoursDay& each : week.days) days.push_back(day_json(each, zone, desk.words));
  desk.printer.answer(Json{{"monday", week.monday.text()},
                           {"over", week.over},
                           {"holidays_known", week.holidays_known},
                           {"people", people},
                           {"days", days}},
                      week_rows(week, zone, desk.words));
  return ExitStatus::done;
}

struct ApproveOptions {
  std::string alias;
  std::string monday;
  std::vector<std::string> minutes;
};

[[noreturn]] void refuse(const payroll::ApproveRefusal& refusal, const Zone& zone) {
  // Which punch it is says more than that there is one.
  if (!refusal.to_mend.empty()) {
    const auto& mend = refusal.to_mend.front();
    throw Stopped(ExitStatus::refused, std::string(payroll::approve_refusal_code(refusal.why)),
                  payroll::sentence_of(mend, refusal.worker, zone));
  }
  throw Stopped(ExitStatus::refused, std::string(payroll::approve_refusal_code(refusal.why)),
                payroll::sentence_of(refusal));
}

TimeKind kind_argument(const std::string& text) {
  if (const auto kind = payroll::parse_time_kind(text)) return *kind;
  throw Stopped(ExitStatus::wrong_usage, "bad_kind",
                Phrase("app.wrong.time_kind").with("found", text));
}

// "2026-03-04=7:30/learning"
TypedMinutes typed_argument(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos)
    throw Stopped(ExitStatus::wrong_usage, "bad_minutes",
                  Phrase("app.wrong.day_minutes").with("found", text));
  const std::size_t slash = text.find('/', equals);
  const auto kind =
      slash == std::string::npos ? TimeKind::work : kind_argument(text.substr(slash + 1));
  const std::size_t hours = equals + 1;
  return {day_argument(text.substr(0, equals)), kind,
          minutes_argument(text.substr(hours, slash == std::string::npos ? slash : slash - hours))};
}

ExitStatus hours_approve(Desk& desk, const ApproveOptions& asked) {
  const Day day = day_argument(asked.monday);
  std::vector<TypedMinutes> typed;
  for (const std::string& each : asked.minutes) typed.push_back(typed_argument(each));
  HoursRooms rooms(desk);
  const auto approved = ApproveHours(rooms.hours()).approve(asked.alias, day, typed, rooms.login());
  if (!approved) refuse(approved.refusal(), rooms.book().zone());
  MinutesByUse sum;
  Json days = Json::array();
  for (const payroll::ApprovedTime& each : approved.value().times) {
    sum.of(each.kind) += each.minutes;
    Json json = minutes_json(each.minutes);
    json["day"] = each.day.text();
    json["kind"] = payroll::time_kind_text(each.kind);
    days.push_back(json);
  }
  desk.printer.answer(Json{{"worker", asked.alias},
                           {"monday", approved.value().monday.text()},
                           {"counts", by_use_json(sum)},
                           {"days", days}},
                      Phrase("app.hours.week_approved")
                          .with("alias", asked.alias)
                          .with("day", approved.value().monday)
                          .with("hours", clock_hours(sum.all())));
  return ExitStatus::done;
}

struct CorrectOptions {
  std::string alias;
  std::string day;
  std::string kind = "work";
  std::string more;
  std::string less;
  std::string night;
  std::string sunday;
  std::string holiday;
  std::string away;
};

void warn_if_paid(Desk& desk, bool paid, const Month& month) {
  if (paid)
    desk.printer.warn(Json{{"code", "already_paid"}, {"month", month.text()}},
                      Phrase("app.hours.already_paid").with("month", month));
}

// How much of an approved day she was away takes the place of what was approved.
ExitStatus correct_away(Desk& desk, const CorrectOptions& asked) {
  const auto kind = payroll::parse_absence_kind(asked.away);
  if (!kind && asked.away != "none")
    throw Stopped(ExitStatus::wrong_usage, "bad_kind",
                  Phrase("app.wrong.absence_kind").with("found", asked.away));
  if (!asked.less.empty() || asked.more.empty() == kind.has_value())
    throw Stopped(ExitStatus::wrong_usage, "more_or_less", Phrase("app.hours.away_wants_hours"));
  const int minutes = kind ? minutes_argument(asked.more) : 0;
  const Day day = day_argument(asked.day);
  HoursRooms rooms(desk);
  const auto paid =
      ApproveHours(rooms.hours()).correct_away(asked.alias, day, kind, minutes, rooms.login());
  if (!paid) refuse(paid.refusal(), rooms.book().zone());
  warn_if_paid(desk, paid.value(), Month::of(day));
  desk.printer.answer(Json{{"worker", asked.alias},
                           {"day", day.text()},
                           {"away", asked.away},
                           {"minutes", minutes},
                           {"paid", paid.value()}},
                      Phrase("app.hours.away_corrected")
                          .with("alias", asked.alias)
                          .with("day", day)
                          .with("hours", clock_hours(minutes)));
  return ExitStatus::done;
}

ExitStatus hours_correct(Desk& desk, const CorrectOptions& asked) {
  if (!asked.away.empty()) return correct_away(desk, asked);
  if (asked.more.empty() == asked.less.empty())
    throw Stopped(ExitStatus::wrong_usage, "more_or_less", Phrase("app.hours.more_or_less"));
  const int sign = asked.less.empty() ? 1 : -1;
  const auto minutes = [&](const std::string& text) -> std::int64_t {
    return text.empty() ? 0 : sign * minutes_argument(text);
  };
  const KindMinutes change{minutes(asked.less.empty() ? asked.more : asked.less),
                           minutes(asked.night), minutes(asked.sunday), minutes(asked.holiday)};
  const Day day = day_argument(asked.day);
  const TimeKind kind = kind_argument(asked.kind);
  HoursRooms rooms(desk);
  const auto corrected =
      ApproveHours(rooms.hours()).correct(asked.alias, day, kind, change, rooms.login());
  if (!corrected) refuse(corrected.refusal(), rooms.book().zone());
  warn_if_paid(desk, corrected.value().paid, Month::of(day));
  desk.printer.answer(Json{{"worker", asked.alias},
                           {"day", day.text()},
                           {"counts", by_use_json(corrected.value().now)},
                           {"paid", corrected.value().paid}},
                      Phrase("app.hours.corrected")
                          .with("alias", asked.alias)
                          .with("day", day)
                          .with("hours", clock_hours(corrected.value().now.all())));
  return ExitStatus::done;
}

// What payroll reads, by kind.
ExitStatus hours_month(Desk& desk, const HoursOptions& asked) {
  const Month month = month_argument(asked.month);
  HoursRooms rooms(desk);
  Json people = Json::array();
  Rows rows{{desk.words.say("app.hours.worker"), desk.words.say("app.hours.work"),
             desk.words.say("app.hours.learning"), desk.words.say("app.absence.paid"),
             desk.words.say("app.absence.unpaid"), desk.words.say("app.absence.statutory")}};
  for (const payroll::MonthOfHours& each : ApproveHours(rooms.hours()).month(month)) {
    people.push_back({{"worker", each.worker.alias},
                      {"counts", by_use_json(each.counts)},
                      {"absent", absent_json(each.absent)}});
    rows.push_back({each.worker.alias, clock_hours(each.counts.work.all),
                    clock_hours(each.counts.learning.all), clock_hours(each.absent.paid),
                    clock_hours(each.absent.unpaid), clock_hours(each.absent.statutory)});
  }
  desk.printer.answer(Json{{"month", month.text()}, {"people", people}}, rows);
  return ExitStatus::done;
}

ExitStatus hours_protection(Desk& desk, const HoursOptions& asked) {
  const Month month = month_argument(asked.month);
  HoursRooms rooms(desk);
  Json shops = Json::array();
  Rows rows{{desk.words.say("app.hours.shop"), desk.words.say("app.hours.rest_breaches"),
             desk.words.say("app.hours.missed_breaks"),
             desk.words.say("app.hours.hours_over_limit")}};
  for (const auto& figures : payroll::protection_figures(rooms.hours(), month)) {
    shops.push_back({{"shop", figures.shop},
                     {"rest_breaches", figures.rest_breaches},
                     {"missed_breaks", figures.missed_breaks},
                     {"hours_over_limit", figures.hours_over_limit}});
    rows.push_back({figures.shop.empty() ? "–" : figures.shop,
                    std::to_string(figures.rest_breaches), std::to_string(figures.missed_breaks),
                    std::to_string(figures.hours_over_limit)});
  }
  desk.printer.answer(Json{{"month", month.text()}, {"shops", shops}}, rows);
  return ExitStatus::done;
}

void add_entered(CLI::App& hours, Desk& desk) {
  auto adding = std::make_shared<HoursOptions>();
  CLI::App* add = add_command(hours, desk, "add", "app.help.hours_add",
                              "tilia hours add --worker amber --day 2026-03-02 --hours 7:30");
  add_option(add, desk, "--worker", adding->alias, "app.option.worker").required();
  add_option(add, desk, "--day", adding->day, "app.option.day").required();
  add_option(add, desk, "--hours", adding->hours, "app.option.hours").required();
  does(add, desk, adding, hours_add);
  auto listing = std::make_shared<HoursOptions>();
  CLI::App* list =
      add_command(hours, desk, "list", "app.help.hours_list", "tilia hours list --month 2026-03");
  add_option(list, desk, "--month", listing->month, "app.option.month").required();
  add_option(list, desk, "--worker", listing->alias, "app.option.worker");
  does(list, desk, listing, hours_list);
  auto reading = std::make_shared<HoursOptions>();
  CLI::App* month = add_command(hours, desk, "month", "app.help.hours_month",
                                "tilia hours month --month 2026-03");
  add_option(month, desk, "--month", reading->month, "app.option.month").required();
  does(month, desk, reading, hours_month);
}

}  // namespace

HoursRooms::HoursRooms(Desk& desk)
    : book_(desk),
      login_(payroll::LoginId::from_bytes(book_.acting(Act::plan_hours).id.bytes())),
      roster_(book_.file(), book_.keys()),
      approvals_(book_.file(), book_.keys()),
      asks_(book_.file(), book_.keys()),
      law_(desk.resources.working_time_rules()),
      holidays_(desk.resources.holiday_rules()),
      leave_(desk.resources.leave_rules()) {}

payroll::ApproveHours::Doors HoursRooms::hours() {
  return {roster_, approvals_, law_, holidays_, book_.zone(), book_.clock()};
}

payroll::KeepLeave HoursRooms::leave() { return payroll::KeepLeave({hours(), asks_, leave_}); }

std::string clock_hours(std::int64_t minutes) {
  return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
}

void add_hours_commands(CLI::App& root, Desk& desk) {
  CLI::App* hours = add_family(root, desk, "hours", "app.help.hours");
  add_entered(*hours, desk);
  auto looking = std::make_shared<WeekOptions>();
  CLI::App* week = add_command(*hours, desk, "week", "app.help.hours_week",
                               "tilia hours week --monday 2026-03-02");
  add_option(week, desk, "--monday", looking->monday, "app.option.monday").required();
  add_option(week, desk, "--shop", looking->shop, "app.option.hours_shop");
  does(week, desk, looking, hours_week);
  auto approving = std::make_shared<ApproveOptions>();
  CLI::App* approve = add_command(*hours, desk, "approve", "app.help.hours_approve",
                                  "tilia hours approve --worker amber --monday 2026-03-02 "
                                  "--minutes 2026-03-04=7:30/learning");
  add_option(approve, desk, "--worker", approving->alias, "app.option.worker").required();
  add_option(approve, desk, "--monday", approving->monday, "app.option.monday").required();
  add_option(approve, desk, "--minutes", approving->minutes, "app.option.day_minutes")
      .one_value_each();
  does(approve, desk, approving, hours_approve);
  auto correcting = std::make_shared<CorrectOptions>();
  CLI::App* correct =
      add_command(*hours, desk, "correct", "app.help.hours_correct",
                  "tilia hours correct --worker amber --day 2026-03-04 --less 0:30");
  add_option(correct, desk, "--worker", correcting->alias, "app.option.worker").required();
  add_option(correct, desk, "--day", correcting->day, "app.option.day").required();
  add_option(correct, desk, "--kind", correcting->kind, "app.option.time_kind");
  add_option(correct, desk, "--more", correcting->more, "app.option.more_hours");
  add_option(correct, desk, "--less", correcting->less, "app.option.less_hours");
  add_option(correct, desk, "--night", correcting->night, "app.option.night_hours");
  add_option(correct, desk, "--sunday", correcting->sunday, "app.option.sunday_hours");
  add_option(correct, desk, "--holiday", correcting->holiday, "app.option.holiday_hours");
  add_option(correct, desk, "--away", correcting->away, "app.option.away_hours");
  does(correct, desk, correcting, hours_correct);
  auto counting = std::make_shared<HoursOptions>();
  CLI::App* protection = add_command(*hours, desk, "protection", "app.help.hours_protection",
                                     "tilia hours protection --month 2026-03");
  add_option(protection, desk, "--month", counting->month, "app.option.month").required();
  does(protection, desk, counting, hours_protection);
}

}  // namespace tilia::app
