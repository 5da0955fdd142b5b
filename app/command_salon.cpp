// `tilia salon …`: the columns of its day, its services, its hours, and times that are not free.
#include <array>

#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/open_book.h"
#include "db/salon_book_sqlite.h"
#include "pos/salon/keep_salon.h"
#include "pos/salon/visit_file.h"

namespace tilia::app {
namespace {

struct SalonOptions {
  std::string code;
  std::string kind;
  std::string name;
  std::string picture;
  int minutes = 0;
  int before = 0;
  int after = 0;
  std::vector<std::string> weekdays;
  std::string day;
  std::string open;
  std::string from;
  std::string until;
  std::string id;
  std::string to;
  std::vector<std::string> notes;
  bool closed = false;
  bool again = false;
};

constexpr std::array<std::string_view, 7> weekday_codes{"mon", "tue", "wed", "thu",
                                                        "fri", "sat", "sun"};

[[noreturn]] void refuse(pos::SalonRefusal why) {
  throw Stopped(ExitStatus::refused, std::string(pos::salon_refusal_code(why)),
                pos::sentence_of(why));
}

// The book's salon, for as long as one command works on it.
struct SalonDesk {
  explicit SalonDesk(OpenBook& open)
      : book(open.file()), keep(book, open.zone(), open.clock()), zone(open.zone()) {}
  db::SalonBookSqlite book;
  pos::KeepSalon keep;
  const Zone& zone;
};

Json column_json(const pos::SalonColumn& column) {
  return {{"code", column.code},
          {"kind", pos::column_kind_text(column.kind)},
          {"name", column.name},
          {"picture", column.picture},
          {"closed", column.closed}};
}

Json service_json(const pos::SalonService& service) {
  return {{"service", service.article},
          {"minutes", service.minutes},
          {"before_minutes", service.before_minutes},
          {"after_minutes", service.after_minutes},
          {"offered", service.offered}};
}

Json week_json(const pos::HoursOf& hours) {
  Json json{{"of", hours.column}};
  for (std::size_t at = 0; at < weekday_codes.size(); ++at)
    json[std::string(weekday_codes.at(at))] = pos::day_spans_text(hours.week.at(at));
  return json;
}

Json dated_json(const pos::DatedHours& dated) {
  return {{"of", dated.column},
          {"day", dated.day.text()},
          {"open", dated.spans ? pos::day_spans_text(*dated.spans) : "usual"}};
}

Json time_json(const pos::NotFree& time) {
  return {{"id", time.id.text()},
          {"of", time.column},
          {"from", time.from.text()},
          {"until", time.until.text()}};
}

Instant time_argument(const std::string& text, const Zone& zone) {
  const auto time = pos::parse_shop_time(text, zone);
  if (!time)
    throw Stopped(ExitStatus::wrong_usage, "bad_time",
                  Phrase("app.salon.bad_time").with("found", text));
  return *time;
}

pos::NotFreeId id_argument(const std::string& text) {
  const auto id = pos::NotFreeId::parse(text);
  if (!id)
    throw Stopped(ExitStatus::wrong_usage, "bad_id",
                  Phrase("app.salon.bad_id").with("found", text));
  return *id;
}

std::vector<int> weekdays_argument(const std::vector<std::string>& names) {
  std::vector<int> weekdays;
  for (const std::string& name : names) {
    const auto found = std::ranges::find(weekday_codes, std::string_view(name));
    if (found == weekday_codes.end())
      throw Stopped(ExitStatus::wrong_usage, "bad_weekday",
                    Phrase("app.salon.bad_weekday").with("found", name));
    weekdays.push_back(static_cast<int>(found - weekday_codes.begin()));
  }
  for (int weekday = 0; names.empty() && weekday < 7; ++weekday) weekdays.push_back(weekday);
  return weekdays;
}

ExitStatus salon_show(Desk& desk, const SalonOptions&) {
  OpenBook book(desk);
  book.acting(Act::keep_appointments);
  const pos::Salon salon = SalonDesk(book).keep.salon();
  Json answer{{"notes", salon.notes},
              {"columns", Json::array()},
              {"services", Json::array()},
              {"hours", Json::array()},
              {"days", Json::array()}};
  Rows rows;
  for (const pos::SalonColumn& column : salon.columns) {
    answer["columns"].push_back(column_json(column));
    rows.push_back({column.picture, column.code, column.name,
                    std::string(pos::column_kind_text(column.kind))});
  }
  for (const pos::SalonService& service : salon.services) {
    answer["services"].push_back(service_json(service));
    rows.push_back(
        {"", service.article, std::to_string(service.minutes),
         std::to_string(service.before_minutes) + " / " + std::to_string(service.after_minutes)});
  }
  for (const pos::HoursOf& hours : salon.hours) {
    answer["hours"].push_back(week_json(hours));
    for (std::size_t at = 0; at < weekday_codes.size(); ++at)
      rows.push_back({"", hours.column, std::string(weekday_codes.at(at)),
                      pos::day_spans_text(hours.week.at(at))});
  }
  for (const pos::DatedHours& dated : salon.dated) {
    answer["days"].push_back(dated_json(dated));
    rows.push_back({"", dated.column, dated.day.text(), pos::day_spans_text(*dated.spans)});
  }
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.salon.nothing_yet"));
  else
    desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

ExitStatus salon_column(Desk& desk, const SalonOptions& asked) {
  pos::KeepSalon::Column column{.code = asked.code};
  if (!asked.kind.empty()) {
    column.kind = pos::parse_column_kind(asked.kind);
    if (!column.kind)
      throw Stopped(ExitStatus::wrong_usage, "bad_kind",
                    Phrase("app.salon.bad_kind").with("found", asked.kind));
  }
  if (!asked.name.empty()) column.name = asked.name;
  if (!asked.picture.empty()) column.picture = asked.picture;
  if (asked.closed || asked.again) column.closed = asked.closed;
  OpenBook book(desk);
  book.acting(Act::keep_salon);
  const auto kept = SalonDesk(book).keep.set_column(column);
  if (!kept) refuse(kept.refusal());
  desk.printer.answer(column_json(kept.value()), Phrase("app.salon.column_kept")
                                                     .with("name", kept.value().name)
                                                     .with("code", kept.value().code));
  return ExitStatus::done;
}

ExitStatus salon_service(Desk& desk, const SalonOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_salon);
  const Day today = book.zone().local_day(book.clock().now());
  const auto kept = SalonDesk(book).keep.set_service(
      {asked.code, asked.minutes, asked.before, asked.after, !asked.closed},
      book.till_book().articles(today));
  if (!kept) refuse(kept.refusal());
  desk.printer.answer(service_json(kept.value()),
                      Phrase("app.salon.service_kept")
                          .with("service", kept.value().article)
                          .with("minutes", std::int64_t{kept.value().minutes}));
  return ExitStatus::done;
}

ExitStatus salon_hours(Desk& desk, const SalonOptions& asked) {
  if (!asked.day.empty() && !asked.weekdays.empty())
    throw Stopped(ExitStatus::wrong_usage, "day_or_weekday", Phrase("app.salon.day_or_weekday"));
  OpenBook book(desk);
  book.acting(Act::keep_salon);
  SalonDesk salon(book);
  if (!asked.day.empty()) {
    const auto kept = salon.keep.set_day(asked.code, day_argument(asked.day), asked.open);
    if (!kept) refuse(kept.refusal());
    desk.printer.answer(dated_json(kept.value()),
                        Phrase("app.salon.day_kept").with("day", kept.value().day));
    return ExitStatus::done;
  }
  const auto kept = salon.keep.set_hours(asked.code, weekdays_argument(asked.weekdays), asked.open);
  if (!kept) refuse(kept.refusal());
  desk.printer.answer(week_json(kept.value()), Phrase("app.salon.hours_kept"));
  return ExitStatus::done;
}

ExitStatus salon_not_free(Desk& desk, const SalonOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_appointments);
  SalonDesk salon(book);
  const auto kept = salon.keep.set_not_free(
      {asked.id.empty() ? pos::NotFreeId::mint(book.chance()) : id_argument(asked.id), asked.code,
       time_argument(asked.from, book.zone()), time_argument(asked.until, book.zone())});
  if (!kept) refuse(kept.refusal());
  desk.printer.answer(time_json(kept.value()),
                      Phrase("app.salon.not_free_kept").with("id", kept.value().id.text()));
  return ExitStatus::done;
}

ExitStatus salon_free(Desk& desk, const SalonOptions& asked) {
  const pos::NotFreeId id = id_argument(asked.id);
  OpenBook book(desk);
  book.acting(Act::keep_appointments);
  const auto lifted = SalonDesk(book).keep.lift_not_free(id);
  if (!lifted) refuse(lifted.refusal());
  desk.printer.answer(Json{{"id", id.text()}, {"free", true}}, Phrase("app.salon.free_again"));
  return ExitStatus::done;
}

ExitStatus salon_not_free_times(Desk& desk, const SalonOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_appointments);
  const Zone& zone = book.zone();
  const Day day = asked.day.empty() ? zone.local_day(book.clock().now()) : day_argument(asked.day);
  Json answer{{"day", day.text()}, {"times", Json::array()}};
  Rows rows;
  for (const pos::NotFree& time : SalonDesk(book).keep.not_free_on(day)) {
    answer["times"].push_back(time_json(time));
    rows.push_back({time.id.text(), time.column, zone.local_day(time.from).text(),
                    zone.local_time_text(time.from), zone.local_day(time.until).text(),
                    zone.local_time_text(time.until)});
  }
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.salon.all_free"));
  else
    desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

void add_column_and_service(CLI::App& salon, Desk& desk) {
  auto column = std::make_shared<SalonOptions>();
  CLI::App* columns = add_command(salon, desk, "column", "app.help.salon_column",
                                  "tilia salon column --kind person --name Robin --picture 🐦");
  add_option(columns, desk, "--code", column->code, "app.option.column_code");
  add_option(columns, desk, "--kind", column->kind, "app.option.column_kind");
  add_option(columns, desk, "--name", column->name, "app.option.column_name");
  add_option(columns, desk, "--picture", column->picture, "app.option.column_picture");
  add_flag(columns, desk, "--close", column->closed, "app.option.column_close");
  add_flag(columns, desk, "--open", column->again, "app.option.column_open");
  does(columns, desk, column, salon_column);

  auto service = std::make_shared<SalonOptions>();
  CLI::App* services = add_command(salon, desk, "service", "app.help.salon_service",
                                   "tilia salon service cut --minutes 30 --after 10");
  add_option(services, desk, "article", service->code, "app.option.service_article").required();
  add_option(services, desk, "--minutes", service->minutes, "app.option.service_minutes")
      .required();
  add_option(services, desk, "--before", service->before, "app.option.service_before");
  add_option(services, desk, "--after", service->after, "app.option.service_after");
  add_flag(services, desk, "--not-offered", service->closed, "app.option.service_not_offered");
  does(services, desk, service, salon_service);
}

ExitStatus salon_notes(Desk& desk, const SalonOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_salon);
  const auto kept = SalonDesk(book).keep.set_notes(asked.notes);
  if (!kept) refuse(kept.refusal());
  desk.printer.answer(Json{{"notes", asked.notes}}, Phrase("app.salon.notes_kept"));
  return ExitStatus::done;
}

ExitStatus salon_tips(Desk& desk, const SalonOptions& asked) {
  const Day from = day_argument(asked.from);
  const Day to = asked.to.empty() ? from : day_argument(asked.to);
  OpenBook book(desk);
  book.acting(Act::keep_salon);
  SalonDesk desk_of_salon(book);
  const pos::Salon salon = desk_of_salon.keep.salon();
  Json list = Json::array();
  Rows rows;
  for (const pos::TipShare& share :
       pos::tip_shares(desk_of_salon.book.tipped(from, to, book.currency()))) {
    const pos::SalonColumn* const column = salon.column(share.person);
    const std::string name = column == nullptr ? std::string() : column->name;
    list.push_back(
        {{"person", share.person}, {"name", name}, {"amount", amount_json(share.amount)}});
    rows.push_back({share.person, name, desk.words.amount(share.amount)});
  }
  const Json answer{{"from", from.text()},
                    {"to", to.text()},
                    {"currency", book.currency().code()},
                    {"tips", list}};
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.salon.no_tips"));
  else
    desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

void add_notes_and_tips(CLI::App& salon, Desk& desk) {
  auto choosing = std::make_shared<SalonOptions>();
  CLI::App* notes = add_command(salon, desk, "notes", "app.help.salon_notes",
                                "tilia salon notes --note \"🎨 6.0\" --note \"🎨 7.1\"");
  add_option(notes, desk, "--note", choosing->notes, "app.option.salon_note").one_value_each();
  does(notes, desk, choosing, salon_notes);

  auto sharing = std::make_shared<SalonOptions>();
  CLI::App* tips = add_command(salon, desk, "tips", "app.help.salon_tips",
                               "tilia salon tips --from 2026-03-02 --to 2026-03-07");
  add_option(tips, desk, "--from", sharing->from, "app.option.from").required();
  add_option(tips, desk, "--to", sharing->to, "app.option.to");
  does(tips, desk, sharing, salon_tips);
}

void add_times(CLI::App& salon, Desk& desk) {
  auto blocked = std::make_shared<SalonOptions>();
  CLI::App* not_free = add_command(
      salon, desk, "not-free", "app.help.salon_not_free",
      "tilia salon not-free person --from \"2026-03-02 12:00\" --until \"2026-03-02 13:00\"");
  add_option(not_free, desk, "code", blocked->code, "app.option.column_code").required();
  add_option(not_free, desk, "--from", blocked->from, "app.option.salon_from").required();
  add_option(not_free, desk, "--until", blocked->until, "app.option.salon_until").required();
  add_option(not_free, desk, "--id", blocked->id, "app.option.not_free_own_id");
  does(not_free, desk, blocked, salon_not_free);

  auto listed = std::make_shared<SalonOptions>();
  CLI::App* times = add_command(salon, desk, "not-free-times", "app.help.salon_not_free_times",
                                "tilia salon not-free-times --day 2026-03-02");
  add_option(times, desk, "--day", listed->day, "app.option.salon_day");
  does(times, desk, listed, salon_not_free_times);

  auto lifted = std::make_shared<SalonOptions>();
  CLI::App* free =
      add_command(salon, desk, "free", "app.help.salon_free", "tilia salon free 3f1c…");
  add_option(free, desk, "id", lifted->id, "app.option.not_free_id").required();
  does(free, desk, lifted, salon_free);
}

}  // namespace

void add_salon_commands(CLI::App& root, Desk& desk) {
  CLI::App* salon = add_family(root, desk, "salon", "app.help.salon");
  does(add_command(*salon, desk, "show", "app.help.salon_show", "tilia salon show --json"), desk,
       std::make_shared<SalonOptions>(), salon_show);
  add_column_and_service(*salon, desk);

  auto hours = std::make_shared<SalonOptions>();
  CLI::App* week = add_command(*salon, desk, "hours", "app.help.salon_hours",
                               "tilia salon hours --weekday sat --open \"9:00-13:00\"");
  add_option(week, desk, "--of", hours->code, "app.option.hours_of");
  add_option(week, desk, "--weekday", hours->weekdays, "app.option.weekday").one_value_each();
  add_option(week, desk, "--day", hours->day, "app.option.hours_day");
  add_option(week, desk, "--open", hours->open, "app.option.hours_open").required();
  does(week, desk, hours, salon_hours);
  add_times(*salon, desk);
  add_notes_and_tips(*salon, desk);
}

}  // namespace tilia::app
