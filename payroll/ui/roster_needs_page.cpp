// How many are needed where, the stations, and weeks that are kept to be used again.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/check.h"
#include "core/ui/office/typed.h"
#include "payroll/ui/roster_room.h"

namespace tilia::payroll {
namespace {

using ui::Field;

constexpr int days_a_week = 7;
constexpr int working_days = 5;
constexpr int most_people = 99;
constexpr std::size_t longest_code = 20;

std::string clock_text(int minute) {
  return minute == minutes_a_day ? "24:00" : minute_of_day_text(minute);
}

std::optional<int> typed_people(const std::string& text) {
  int value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool good = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return good && value > 0 && value <= most_people ? std::optional(value) : std::nullopt;
}

std::vector<ui::Choice> place_pictures() {
  std::vector<ui::Choice> choices;
  for (const char* picture : {"🛒", "🍞", "🧺", "✂️", "🚿", "🧹", "📦", "☕", "🚚", "🪡"})
    choices.push_back({picture, std::string(picture)});
  return choices;
}

bool good_code(const std::string& code) {
  return code.size() >= 2 && code.size() <= longest_code &&
         std::all_of(code.begin(), code.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

}  // namespace

ui::Page RosterRoom::needs_page() {
  stations_ = at_.book.stations();
  ui::Page page;
  page.title = Phrase("office.roster.needs");
  page.quiet = {{"stations", Phrase("office.roster.stations")}, {"back", Phrase("office.back")}};
  if (notice_) page.remarks.push_back(*notice_);
  std::vector<ui::Choice> days{{"all", Phrase("office.roster.every_day")},
                               {"working", Phrase("office.roster.working_days")}};
  for (int weekday = 0; weekday < days_a_week; ++weekday)
    days.push_back({std::to_string(weekday), Phrase(fmt::format("office.weekday.{}", weekday))});
  ui::Form form;
  const auto add = [&](Field field) { form.fields.push_back(as_typed(std::move(field))); };
  add({.key = "days",
       .kind = Field::Kind::choice,
       .label = Phrase("office.roster.day"),
       .value = "working",
       .choices = days});
  add({.key = "station",
       .kind = Field::Kind::choice,
       .label = Phrase("office.roster.station"),
       .value = "",
       .choices = station_choices()});
  add({.key = "from", .label = Phrase("office.roster.from"), .value = "07:00"});
  add({.key = "to", .label = Phrase("office.roster.to"), .value = "14:00"});
  add({.key = "count", .label = Phrase("office.roster.how_many"), .value = "1"});
  form.actions = {{"add_need", Phrase("office.roster.add_need")}};
  page.form = std::move(form);
  ui::Table table;
  table.columns = {{Phrase("office.roster.day"), ui::Column::Align::start, 2},
                   {Phrase("office.roster.station"), ui::Column::Align::start, 2},
                   {Phrase("office.roster.from"), ui::Column::Align::start, 1},
                   {Phrase("office.roster.to"), ui::Column::Align::start, 1},
                   {Phrase("office.roster.how_many"), ui::Column::Align::decimal, 1}};
  table.row_action = "remove_need";
  int number = 0;
  for (const StaffNeed& need : at_.book.needs(shop_))
    table.rows.push_back({std::to_string(number++),
                          picture_of(need.station),
                          {{Phrase(fmt::format("office.weekday.{}", need.weekday))},
                           {need.station.empty() ? ui::Text(Phrase("office.roster.any_station"))
                                                 : ui::Text(need.station)},
                           {clock_text(need.time.from_minute)},
                           {clock_text(need.time.to_minute)},
                           {fmt::format("{}", need.people)}}});
  if (!table.rows.empty()) {
    page.subtitle = {Phrase("office.roster.needs_hint")};
    page.table = std::move(table);
  }
  return page;
}

void RosterRoom::add_need(const ui::Values& values) {
  typed_ = values.texts;
  faults_.clear();
  const auto from = parse_minute_of_day(ui::trimmed(values.text("from")));
  const std::string end = ui::trimmed(values.text("to"));
  const auto to = end == "24:00" ? std::optional(minutes_a_day) : parse_minute_of_day(end);
  const auto people = typed_people(ui::trimmed(values.text("count")));
  if (!from || !to || *to <= *from)
    faults_.insert_or_assign("from", Phrase("office.roster.fault.time"));
  if (!people) faults_.insert_or_assign("count", Phrase("office.roster.fault.people"));
  if (!faults_.empty()) return;
  auto needs = at_.book.needs(shop_);
  const std::string days = values.text("days");
  for (int weekday = 0; weekday < days_a_week; ++weekday) {
    const bool asked = days == "all" || (days == "working" && weekday < working_days) ||
                       days == std::to_string(weekday);
    if (!asked) continue;
    const StaffNeed need{values.text("station"), weekday, {*from, *to}, *people};
    std::erase_if(needs, [&](const StaffNeed& each) {
      return each.station == need.station && each.weekday == weekday &&
             each.time.from_minute == need.time.from_minute;
    });
    needs.push_back(need);
  }
  at_.book.put_needs(shop_, needs, at_.clock.now());
  notice_ = ui::Remark{Phrase("office.roster.need_added"), ui::Remark::Kind::done};
}

void RosterRoom::remove_need(const std::string& row) {
  auto needs = at_.book.needs(shop_);
  std::size_t at = needs.size();
  std::from_chars(row.data(), row.data() + row.size(), at);
  if (at >= needs.size()) return;
  needs.erase(needs.begin() + static_cast<std::ptrdiff_t>(at));
  at_.book.put_needs(shop_, needs, at_.clock.now());
  notice_ = ui::Remark{Phrase("office.roster.need_removed"), ui::Remark::Kind::done};
}

ui::Page RosterRoom::stations_page() {
  stations_ = at_.book.stations();
  ui::Page page;
  page.title = Phrase("office.roster.stations");
  page.quiet = {{"back", Phrase("office.back")}};
  if (notice_) page.remarks.push_back(*notice_);
  ui::Form form;
  form.fields.push_back(as_typed({.key = "code",
                                  .label = Phrase("office.roster.station_name"),
                                  .hint = Phrase("office.roster.station_hint"),
                                  .caution = names_.caution("code")}));
  form.fields.push_back(as_typed({.key = "picture",
                                  .kind = Field::Kind::picture,
                                  .label = Phrase("office.roster.picture"),
                                  .value = "🛒",
                                  .choices = place_pictures()}));
  form.actions = {{"add_station", names_.label(Phrase("office.roster.add_station"))}};
  page.form = std::move(form);
  ui::Table table;
  table.columns = {{Phrase("office.roster.station"), ui::Column::Align::start, 3},
                   {std::nullopt, ui::Column::Align::start, 2}};
  table.row_action = "close_station";
  for (const Station& station : stations_)
    table.rows.push_back(
        {station.code,
         station.picture,
         {{station.code},
          {Phrase(station.closed ? "office.roster.closed" : "office.roster.in_use")}}});
  if (!table.rows.empty()) page.table = std::move(table);
  return page;
}

void RosterRoom::add_station(const ui::Values& values) {
  typed_ = values.texts;
  faults_.clear();
  const std::string code = ui::trimmed(values.text("code"));
  auto stations = at_.book.stations();
  const bool taken = std::any_of(stations.begin(), stations.end(),
                                 [&](const Station& each) { return each.code == code; });
  if (!good_code(code) || taken) {
    faults_.insert_or_assign("code", Phrase("office.roster.fault.code"));
    return;
  }
  if (names_.asks(values, {"code"})) return;
  stations.push_back({code, values.text("picture"), false});
  at_.book.put_stations(stations, at_.clock.now());
  typed_.clear();
  names_.forget();
}

// Once more opens it again.
void RosterRoom::close_station(const std::string& code) {
  auto stations = at_.book.stations();
  for (Station& station : stations)
    if (station.code == code) station.closed = !station.closed;
  at_.book.put_stations(stations, at_.clock.now());
}

ui::Page RosterRoom::templates_page() {
  ui::Page page;
  page.title = Phrase("office.roster.templates");
  page.subtitle = {Phrase("office.roster.templates_hint").with("day", monday_)};
  page.quiet = {{"back", Phrase("office.back")}};
  if (notice_) page.remarks.push_back(*notice_);
  ui::Form form;
  form.fields.push_back(as_typed({.key = "name",
                                  .label = Phrase("office.roster.template_name"),
                                  .caution = names_.caution("name")}));
  form.actions = {{"keep_template", names_.label(Phrase("office.roster.keep_template"))}};
  page.form = std::move(form);
  ui::Table table;
  table.columns = {{Phrase("office.roster.template_name"), ui::Column::Align::start, 3},
                   {Phrase("office.roster.shifts"), ui::Column::Align::decimal, 1}};
  table.row_action = "use_template";
  for (const std::string& name : at_.book.templates(shop_))
    table.rows.push_back(
        {name, "", {{name}, {fmt::format("{}", at_.book.week_template(shop_, name).size())}}});
  if (!table.rows.empty()) page.table = std::move(table);
  return page;
}

void RosterRoom::keep_template(const ui::Values& values) {
  typed_ = values.texts;
  faults_.clear();
  if (names_.asks(values, {"name"})) return;
  const auto kept = keep_.keep_template(shop_, ui::trimmed(values.text("name")), monday_);
  if (!kept) {
    faults_.insert_or_assign("name", sentence_of(kept.refusal()));
    return;
  }
  typed_.clear();
  names_.forget();
  notice_ = ui::Remark{Phrase("office.roster.template_kept"), ui::Remark::Kind::done};
}

void RosterRoom::use_template(const std::string& name) {
  const auto used = keep_.use_template(shop_, name, monday_);
  if (!used) return;
  go_to(Shown::week);
  notice_ = ui::Remark{
      Phrase("office.roster.template_used").with("shifts", std::int64_t{used.value().copied}),
      ui::Remark::Kind::done};
}

}  // namespace tilia::payroll
