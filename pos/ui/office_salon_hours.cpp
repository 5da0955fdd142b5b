// The room Salon: when it is open, who works when, and times that are not free.
#include <fmt/format.h>

#include <algorithm>

#include "core/ui/office/typed.h"
#include "pos/ui/office_salon.h"
#include "pos/ui/trade_words.h"

namespace tilia::pos {
namespace {

using ui::Column;
using ui::Field;

constexpr int weekdays = 7;
constexpr int days_ahead = 366;
// The salon itself has no code; a form's choice needs a word.
constexpr const char* whole_salon = "*";

std::string column_in(const std::string& choice) {
  return choice == whole_salon ? std::string() : choice;
}

// As the rooms write hours, said back to the salon as it reads them.
std::string as_written(const DaySpans& spans) { return day_spans_text(spans); }

std::string day_key(const DatedHours& dated) { return dated.day.text() + "/" + dated.column; }

}  // namespace

ui::Cell OfficeSalon::name_of(const Salon& salon, const std::string& column) const {
  if (column.empty()) return {Phrase("office.salon.whole")};
  const SalonColumn* const found = salon.column(column);
  return {found == nullptr ? column : found->name};
}

// Whose hours there are, or, with `times`, who and what may be not free.
std::vector<ui::Choice> OfficeSalon::whose(const Salon& salon, bool times) const {
  std::vector<ui::Choice> choices;
  if (!times) choices.push_back({whole_salon, Phrase("office.salon.whole")});
  for (const SalonColumn& column : salon.columns) {
    const auto picked = typed_.find("of");
    const bool shown = !column.closed || (picked != typed_.end() && picked->second == column.code);
    if (shown && (times || column.kind == ColumnKind::person))
      choices.push_back({column.code, column.picture + "  " + column.name});
  }
  return choices;
}

ui::Page OfficeSalon::hours_page() {
  const Salon salon = keep_.salon();
  ui::Page page = page_of("office.salon.hours");
  page.subtitle = {Phrase("office.salon.hours_about")};
  page.quiet = {{"days", Phrase("office.salon.days")}, {"columns", Phrase("office.back")}};
  ui::Table table;
  table.row_action = "open_week";
  table.columns = {{Phrase("office.salon.whose"), Column::Align::start, 3}};
  for (int weekday = 0; weekday < weekdays; ++weekday)
    table.columns.push_back({weekday_words(weekday), Column::Align::start, 2});
  const auto add_row = [&](const std::string& column, const std::string& picture) {
    ui::Row row{column, picture, {name_of(salon, column)}};
    auto week = std::ranges::find(salon.hours, column, &HoursOf::column);
    if (week == salon.hours.end())
      week = std::ranges::find(salon.hours, std::string(), &HoursOf::column);
    for (std::size_t weekday = 0; weekday < weekdays; ++weekday) {
      const std::string words =
          week == salon.hours.end() ? "" : spans_words(week->week.at(weekday));
      row.cells.emplace_back(words.empty() ? "–" : words);
    }
    table.rows.push_back(std::move(row));
  };
  add_row("", "🏠");
  for (const SalonColumn& column : salon.columns) {
    if (column.kind == ColumnKind::person && !column.closed) add_row(column.code, column.picture);
  }
  page.table = std::move(table);
  return page;
}

// Of the salon, or of the person who is chosen: until she has hours of her own, the salon's.
ui::Page OfficeSalon::week_page() {
  const Salon salon = keep_.salon();
  ui::Page page = page_of("office.salon.week");
  page.subtitle = {name_of(salon, chosen_).text};
  page.narrow = true;
  auto week = std::ranges::find(salon.hours, chosen_, &HoursOf::column);
  const bool own = week != salon.hours.end();
  if (!own) week = std::ranges::find(salon.hours, std::string(), &HoursOf::column);
  if (!chosen_.empty() && !own) page.remarks.push_back({Phrase("office.salon.as_the_salon")});
  ui::Form form;
  for (int weekday = 0; weekday < weekdays; ++weekday) {
    Field field{.key = fmt::format("day.{}", weekday), .label = weekday_words(weekday)};
    if (week != salon.hours.end())
      field.value = spans_words(week->week.at(static_cast<std::size_t>(weekday)));
    if (weekday == weekdays - 1) field.hint = Phrase("office.salon.hours_hint");
    add(form, std::move(field));
  }
  form.actions = {{"save_week", Phrase("office.settings.save")}, {"hours", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

// Hours of her own begin with the first that differ from the salon's.
bool OfficeSalon::is_as_the_salon(const ui::Values& values) {
  const Salon salon = keep_.salon();
  if (std::ranges::find(salon.hours, chosen_, &HoursOf::column) != salon.hours.end()) return false;
  const auto week = std::ranges::find(salon.hours, std::string(), &HoursOf::column);
  if (week == salon.hours.end()) return false;
  for (int weekday = 0; weekday < weekdays; ++weekday) {
    if (typed_spans(values.text(fmt::format("day.{}", weekday))) !=
        week->week.at(static_cast<std::size_t>(weekday)))
      return false;
  }
  return true;
}

// All seven days, or none.
void OfficeSalon::save_week(const ui::Values& values) {
  typed_ = values.texts;
  std::map<std::string, std::vector<int>> alike;
  for (int weekday = 0; weekday < weekdays; ++weekday) {
    const std::string field = fmt::format("day.{}", weekday);
    const auto spans = typed_spans(values.text(field));
    if (!spans) {
      refuse(field, sentence_of(SalonRefusal::not_hours));
      continue;
    }
    alike[as_written(*spans)].push_back(weekday);
  }
  if (!faults_.empty()) return;
  if (!chosen_.empty() && is_as_the_salon(values)) {
    open(Shown::hours);  // she goes on as the salon does
    return done("office.settings.saved");
  }
  for (const auto& [spans, days] : alike) {
    const auto kept = keep_.set_hours(chosen_, days, spans);
    if (!kept) return refuse("day.0", sentence_of(kept.refusal()));
  }
  open(Shown::hours);
  done("office.settings.saved");
}

ui::Page OfficeSalon::days_page() {
  const Salon salon = keep_.salon();
  ui::Page page = page_of("office.salon.days");
  page.subtitle = {Phrase("office.salon.days_about")};
  page.quiet = {{"hours", Phrase("office.back")}};
  ui::Form form;
  form.columns = 3;
  add(form, {.key = "of",
             .kind = Field::Kind::choice,
             .label = Phrase("office.salon.whose"),
             .choices = whose(salon, false)});
  add(form, {.key = "day",
             .kind = Field::Kind::day,
             .label = Phrase("office.salon.day"),
             .value = today().plus_days(1).text()});
  add(form, {.key = "hours",
             .label = Phrase("office.salon.open"),
             .hint = Phrase("office.salon.hours_hint")});
  form.actions = {{"keep_day", Phrase("office.settings.save")},
                  {"usual", Phrase("office.salon.usual"), !chosen_.empty()}};
  page.form = std::move(form);
  std::vector<DatedHours> coming;
  for (const DatedHours& dated : salon.dated) {
    if (dated.day >= today() && dated.spans) coming.push_back(dated);
  }
  std::ranges::sort(coming, {}, day_key);
  ui::Table table;
  table.row_action = "pick_day";
  table.columns = {{Phrase("office.salon.day"), Column::Align::start, 3},
                   {std::nullopt, Column::Align::start, 2},
                   {Phrase("office.salon.whose"), Column::Align::start, 3},
                   {Phrase("office.salon.open"), Column::Align::start, 3}};
  for (const DatedHours& dated : coming) {
    const std::string words = spans_words(*dated.spans);
    ui::Row row{day_key(dated), "", {{dated.day}}};
    row.cells.emplace_back(weekday_words(dated.day.weekday_from_monday()));
    row.cells.push_back(name_of(salon, dated.column));
    row.cells.push_back(words.empty() ? ui::Cell{Phrase("office.salon.closed")} : ui::Cell{words});
    table.rows.push_back(std::move(row));
  }
  if (!table.rows.empty()) page.table = std::move(table);
  return page;
}

void OfficeSalon::pick_day(const std::string& row) {
  const Salon salon = keep_.salon();
  const auto dated = std::ranges::find(salon.dated, row, day_key);
  if (dated == salon.dated.end() || !dated->spans) return;
  chosen_ = row;
  typed_ = {{"of", dated->column.empty() ? whole_salon : dated->column},
            {"day", dated->day.text()},
            {"hours", spans_words(*dated->spans)}};
}

void OfficeSalon::keep_day(const ui::Values& values, bool usual) {
  typed_ = values.texts;
  const auto day = Day::parse(values.text("day"));
  if (!day) return refuse("day", Phrase("office.fault.day"));
  const auto spans = typed_spans(values.text("hours"));
  if (!usual && !spans) return refuse("hours", sentence_of(SalonRefusal::not_hours));
  const auto kept =
      keep_.set_day(column_in(values.text("of")), *day, usual ? "usual" : as_written(*spans));
  if (!kept) return refuse("hours", sentence_of(kept.refusal()));
  chosen_.clear();
  open(Shown::days);
  done("office.settings.saved");
}

std::vector<NotFree> OfficeSalon::coming_times() {
  return doors_.book.not_free(doors_.clock.now(), doors_.zone.at(today().plus_days(days_ahead), 0));
}

ui::Page OfficeSalon::times_page() {
  const Salon salon = keep_.salon();
  ui::Page page = page_of("office.salon.times");
  page.subtitle = {Phrase("office.salon.times_about")};
  page.quiet = {{"columns", Phrase("office.back")}};
  ui::Form form;
  form.columns = 3;
  const std::string tomorrow = today().plus_days(1).text();
  add(form, {.key = "of",
             .kind = Field::Kind::choice,
             .label = Phrase("office.salon.who"),
             .choices = whose(salon, true)});
  add(form, {.key = "from_day",
             .kind = Field::Kind::day,
             .label = Phrase("office.salon.from_day"),
             .value = tomorrow});
  add(form, {.key = "from", .label = Phrase("office.salon.from_time"), .value = "12:00"});
  form.fields.push_back({.key = "", .kind = Field::Kind::gap});
  add(form, {.key = "until_day",
             .kind = Field::Kind::day,
             .label = Phrase("office.salon.until_day"),
             .value = tomorrow});
  add(form, {.key = "until", .label = Phrase("office.salon.until_time"), .value = "13:00"});
  form.actions = {{"keep_time", Phrase("office.salon.keep_time")}};
  page.form = std::move(form);
  ui::Table table;
  table.row_action = "time";
  table.columns = {{Phrase("office.salon.who"), Column::Align::start, 3},
                   {Phrase("office.salon.from_day"), Column::Align::start, 3},
                   {Phrase("office.salon.from_time"), Column::Align::start, 1},
                   {Phrase("office.salon.until_day"), Column::Align::start, 3},
                   {Phrase("office.salon.until_time"), Column::Align::start, 1}};
  for (const NotFree& time : coming_times()) {
    const SalonColumn* const column = salon.column(time.column);
    table.rows.push_back({time.id.text(),
                          column == nullptr ? "" : column->picture,
                          {name_of(salon, time.column),
                           {doors_.zone.local_day(time.from)},
                           {time_words(doors_.zone.local_minute_of_day(time.from))},
                           {doors_.zone.local_day(time.until)},
                           {time_words(doors_.zone.local_minute_of_day(time.until))}}});
  }
  if (!table.rows.empty()) page.table = std::move(table);
  return page;
}

void OfficeSalon::keep_time(const ui::Values& values) {
  typed_ = values.texts;
  std::map<std::string, Instant> at;
  for (const std::string end : {"from", "until"}) {
    const auto day = Day::parse(values.text(end + "_day"));
    const auto minute = typed_time(values.text(end));
    if (!day)
      refuse(end + "_day", Phrase("office.fault.day"));
    else if (!minute)
      refuse(end, Phrase("office.salon.bad_clock"));
    else if (*minute == 24 * 60)
      at.emplace(end, doors_.zone.at(day->plus_days(1), 0));
    else
      at.emplace(end, doors_.zone.at(*day, *minute));
  }
  if (!faults_.empty()) return;
  const auto kept = keep_.set_not_free(
      {NotFreeId::mint(doors_.chance), values.text("of"), at.at("from"), at.at("until")});
  if (!kept) {
    const bool of_time = kept.refusal() == SalonRefusal::bad_time;
    return refuse(of_time ? "until" : "of", sentence_of(kept.refusal()));
  }
  open(Shown::times);
  done("office.salon.time_kept");
}

ui::Page OfficeSalon::time_page() {
  const std::vector<NotFree> times = coming_times();
  const auto time =
      std::ranges::find(times, chosen_, [](const NotFree& each) { return each.id.text(); });
  if (time == times.end()) {  // somebody freed it meanwhile
    shown_ = Shown::times;
    return times_page();
  }
  ui::Page page = page_of("office.salon.times");
  page.subtitle = {name_of(keep_.salon(), time->column).text};
  page.main = ui::Action{"free", Phrase("office.salon.free")};
  page.quiet = {{"times", Phrase("office.back")}};
  const auto words = [&](const Instant& at) {
    return Phrase("office.salon.day_and_time")
        .with("day", doors_.zone.local_day(at))
        .with("time", time_words(doors_.zone.local_minute_of_day(at)));
  };
  ui::Table table;
  table.columns = {{Phrase("office.salon.from_time"), Column::Align::start, 1},
                   {Phrase("office.salon.until_time"), Column::Align::start, 1}};
  table.rows.push_back({"", "", {{words(time->from)}, {words(time->until)}}});
  page.table = std::move(table);
  return page;
}

void OfficeSalon::free_time() {
  const auto id = NotFreeId::parse(chosen_);
  const bool lifted = id && keep_.lift_not_free(*id).ok();
  open(Shown::times);
  if (lifted) done("office.salon.time_freed");
}

}  // namespace tilia::pos
