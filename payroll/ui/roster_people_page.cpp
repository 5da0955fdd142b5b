// Everybody's own page about her hours. She shows with her secret that it is she, and reads what
// she said; anybody else can only add to it, and sees nothing of it.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/check.h"
#include "core/ui/office/typed.h"
#include "payroll/shifts/free_times.h"
#include "payroll/ui/roster_room.h"

namespace tilia::payroll {
namespace {

using ui::Field;

constexpr int days_a_week = 7;

std::string clock_text(const std::optional<int>& minute) {
  if (!minute) return {};
  return *minute == minutes_a_day ? "24:00" : minute_of_day_text(*minute);
}

std::string hours_text(const std::optional<int>& minutes) {
  return minutes ? fmt::format("{}:{:02}", *minutes / 60, *minutes % 60) : std::string();
}

std::optional<int> typed_clock(const std::string& text) {
  const std::string typed = ui::trimmed(text);
  return typed == "24:00" ? std::optional(minutes_a_day) : parse_minute_of_day(typed);
}

std::optional<Day> typed_day(const ui::Values& values, const char* key) {
  return Day::parse(ui::trimmed(values.text(key)));
}

std::string field_of(const char* name, int weekday) { return fmt::format("{}.{}", name, weekday); }

}  // namespace

ui::Page RosterRoom::people_page() {
  ui::Page page;
  page.title = Phrase("office.roster.people");
  page.subtitle = {Phrase("office.roster.people_hint")};
  page.quiet = {{"back", Phrase("office.back")}};
  if (notice_) page.remarks.push_back(*notice_);
  ui::Table table;
  table.columns = {{Phrase("office.hours.worker"), ui::Column::Align::start, 3},
                   {Phrase("office.roster.page"), ui::Column::Align::start, 2},
                   {Phrase("office.roster.login"), ui::Column::Align::start, 2}};
  table.row_action = "open_person";
  const auto logins = doors_.logins();
  for (const Worker& worker : at_.book.workers()) {
    if (worker.ended_on && *worker.ended_on < today()) continue;
    const bool said = at_.book.record(worker.id).limits_said;
    const auto login = at_.book.login_of(worker.id);
    ui::Text name = std::string("–");
    for (const ui::Choice& each : logins)
      if (login && each.value == login->text()) name = each.label;
    table.rows.push_back(
        {worker.alias,
         worker.picture,
         {{worker.alias},
          {Phrase(said ? "office.roster.page_filled" : "office.roster.page_empty"), !said},
          {name}}});
  }
  page.table = std::move(table);
  return page;
}

void RosterRoom::open_person(const std::string& alias) {
  // Who was taken on since the week was drawn is in it, too.
  look_again();
  if (plan_->person(alias) == nullptr) return;
  alias_ = alias;
  herself_.reset();
  calendar_.clear();
  go_to(Shown::limits);
}

void RosterRoom::open_limits(const ui::Values& values) {
  const PersonAtWork* person = plan_ ? plan_->person(alias_) : nullptr;
  const auto login = person == nullptr ? std::nullopt : at_.book.login_of(person->worker.id);
  const auto secret = values.secrets.find("her_secret");
  if (login && secret != values.secrets.end() && doors_.is_secret_of(*login, secret->second)) {
    // A name that was linked anew opens nothing of what another login said.
    if (keep_.is_hers(person->worker.id, *login)) {
      herself_ = login;
      calendar_ = at_.book.record(person->worker.id).limits.calendar;
    } else {
      notice_ = ui::Remark{Phrase("office.roster.fault.other_login"), ui::Remark::Kind::mend};
    }
    return;
  }
  notice_ = ui::Remark{Phrase("office.roster.fault.secret"), ui::Remark::Kind::mend};
}

void RosterRoom::link(const ui::Values& values) {
  const PersonAtWork* person = plan_ ? plan_->person(alias_) : nullptr;
  if (person == nullptr) return;
  at_.book.put_login(person->worker.id, LoginId::parse(values.text("login")));
  notice_ = ui::Remark{Phrase("office.roster.linked"), ui::Remark::Kind::done};
}

ui::Page RosterRoom::limits_page() {
  if (!plan_) look_again();
  const PersonAtWork* person = plan_->person(alias_);
  CHECK(person != nullptr);
  // What she said is shown to her alone; whoever else opens the page meets it empty.
  const PersonalLimits said =
      herself_ ? at_.book.record(person->worker.id).limits : PersonalLimits{};
  ui::Page page;
  page.title = Phrase("office.roster.limits_of").with("worker", alias_);
  page.subtitle = {Phrase(herself_ ? "office.roster.limits_hers" : "office.roster.limits_others")};
  page.quiet = {{"back", Phrase("office.back")}};
  if (notice_) page.remarks.push_back(*notice_);
  ui::Form form;
  const bool linked = add_login(form, person->worker.id);
  add_limits(form, said);
  add_calendar(form);
  form.actions = {{"save_limits", Phrase("office.roster.save_limits")},
                  {"add_dated", Phrase("office.roster.add_dated")}};
  if (!herself_) {
    if (linked) form.actions.push_back({"open_limits", Phrase("office.roster.open_limits")});
    form.actions.push_back({"link", Phrase("office.roster.link")});
  }
  page.form = std::move(form);
  if (!calendar_.empty()) page.table = calendar_table();
  return page;
}

// Times that hold on some days only, to be added one after the other.
void RosterRoom::add_calendar(ui::Form& form) const {
  const auto add = [&](Field field) { form.fields.push_back(as_typed(std::move(field))); };
  add({.key = "calendar", .kind = Field::Kind::heading, .label = Phrase("office.roster.calendar")});
  add({.key = "dated_from",
       .label = Phrase("office.roster.first_day"),
       .hint = Phrase("office.roster.dated_hint")});
  add({.key = "dated_to", .label = Phrase("office.roster.last_day")});
  for (int weekday = 0; weekday < days_a_week; ++weekday)
    add({.key = field_of("dated", weekday),
         .label = Phrase(fmt::format("office.roster.free.{}", weekday))});
}

ui::Table RosterRoom::calendar_table() const {
  ui::Table table;
  table.columns = {{Phrase("office.roster.first_day"), ui::Column::Align::start, 2},
                   {Phrase("office.roster.last_day"), ui::Column::Align::start, 2}};
  for (int weekday = 0; weekday < days_a_week; ++weekday)
    table.columns.push_back({Phrase(fmt::format("office.weekday.{}", weekday))});
  table.row_action = "change_dated";
  int number = 0;
  for (const DatedTimes& dated : calendar_) {
    ui::Row row{std::to_string(number++), "", {{dated.from}, {dated.to}}};
    for (const auto& windows : dated.free) row.cells.push_back({windows_text(windows)});
    table.rows.push_back(std::move(row));
  }
  return table;
}

// What stands in the fields; false where it is to be mended.
bool RosterRoom::add_dated(const ui::Values& values) {
  typed_ = values.texts;
  if (ui::trimmed(values.text("dated_from") + values.text("dated_to")).empty()) return true;
  const auto from = typed_day(values, "dated_from");
  const auto to = typed_day(values, "dated_to");
  if (!from) faults_.insert_or_assign("dated_from", Phrase("office.fault.day"));
  if (!to || (from && *to < *from))
    faults_.insert_or_assign("dated_to", Phrase("office.fault.day"));
  if (!from || !to || *to < *from) return false;
  DatedTimes dated{.from = *from, .to = *to};
  bool good = true;
  for (int weekday = 0; weekday < days_a_week; ++weekday) {
    const std::string key = field_of("dated", weekday);
    const auto windows = parse_windows(values.text(key));
    if (windows)
      dated.free.at(static_cast<std::size_t>(weekday)) = *windows;
    else
      faults_.insert_or_assign(key, Phrase("office.roster.fault.windows"));
    good = good && windows;
  }
  if (!good) return false;
  calendar_.push_back(std::move(dated));
  std::sort(calendar_.begin(), calendar_.end(),
            [](const DatedTimes& a, const DatedTimes& b) { return a.from < b.from; });
  std::erase_if(typed_, [](const auto& each) { return each.first.starts_with("dated"); });
  return true;
}

// Taken up again: it stands in the fields, and is gone unless it is added anew.
void RosterRoom::change_dated(const ui::Values& values) {
  typed_ = values.texts;
  std::size_t at = calendar_.size();
  const std::string row = values.text("row");
  std::from_chars(row.data(), row.data() + row.size(), at);
  if (at >= calendar_.size()) return;
  const DatedTimes dated = calendar_[at];
  calendar_.erase(calendar_.begin() + static_cast<std::ptrdiff_t>(at));
  typed_.insert_or_assign("dated_from", dated.from.text());
  typed_.insert_or_assign("dated_to", dated.to.text());
  for (int weekday = 0; weekday < days_a_week; ++weekday)
    typed_.insert_or_assign(field_of("dated", weekday),
                            windows_text(dated.free.at(static_cast<std::size_t>(weekday))));
  notice_ = ui::Remark{Phrase("office.roster.dated_taken_up"), ui::Remark::Kind::told};
}

// Whose login it is, and her secret; whether there is one.
bool RosterRoom::add_login(ui::Form& form, const WorkerId& worker) {
  const auto add = [&](Field field) { form.fields.push_back(as_typed(std::move(field))); };
  const auto login = at_.book.login_of(worker);
  if (!herself_) {
    std::vector<ui::Choice> logins{{"", Phrase("office.roster.no_login")}};
    for (ui::Choice& each : doors_.logins()) logins.push_back(std::move(each));
    add({.key = "login",
         .kind = Field::Kind::choice,
         .label = Phrase("office.roster.login"),
         .value = login ? login->text() : "",
         .choices = logins});
    if (login)
      form.fields.push_back({.key = "her_secret",
                             .kind = Field::Kind::secret,
                             .label = Phrase("office.roster.her_secret"),
                             .hint = Phrase("office.roster.her_secret_opens")});
  }
  return login.has_value();
}

void RosterRoom::add_limits(ui::Form& form, const PersonalLimits& said) {
  const auto add = [&](Field field) { form.fields.push_back(as_typed(std::move(field))); };
  const auto yes_no = [](bool yes) { return std::string(yes ? "yes" : "no"); };
  // What the law for the young wants to know; shown to nobody once it is kept.
  add({.key = "born",
       .label = Phrase("office.roster.born"),
       .hint = Phrase("office.roster.born_hint")});
  add({.key = "school",
       .label = Phrase("office.roster.school"),
       .hint = Phrase("office.roster.school_hint")});
  add({.key = "not_before",
       .label = Phrase("office.roster.not_before"),
       .value = clock_text(said.not_before_minute)});
  add({.key = "not_after",
       .label = Phrase("office.roster.not_after"),
       .value = clock_text(said.not_after_minute)});
  add({.key = "day_hours",
       .label = Phrase("office.roster.day_hours"),
       .value = hours_text(said.day_minutes)});
  add({.key = "week_hours",
       .label = Phrase("office.roster.week_hours"),
       .value = hours_text(said.week_minutes)});
  add({.key = "no_night",
       .kind = Field::Kind::yes_no,
       .label = Phrase("office.roster.no_night"),
       .value = yes_no(said.no_night)});
  add({.key = "not_alone",
       .kind = Field::Kind::yes_no,
       .label = Phrase("office.roster.not_alone"),
       .value = yes_no(said.not_alone)});
  add({.key = "no_holidays",
       .kind = Field::Kind::yes_no,
       .label = Phrase("office.roster.no_holidays"),
       .value = yes_no(said.no_holidays)});
  for (int weekday = 0; weekday < days_a_week; ++weekday) {
    const auto at = static_cast<std::size_t>(weekday);
    add({.key = field_of("free", weekday),
         .label = Phrase(fmt::format("office.roster.free.{}", weekday)),
         .value = said.available.at(at) ? windows_text(*said.available.at(at)) : "",
         .hint = weekday == 0 ? std::optional(Phrase("office.roster.free_hint")) : std::nullopt});
    add({.key = field_of("home", weekday),
         .label = Phrase(fmt::format("office.roster.home.{}", weekday)),
         .value = clock_text(said.last_way_home.at(at)),
         .hint = weekday == 0 ? std::optional(Phrase("office.roster.home_hint")) : std::nullopt});
  }
  for (const Station& station : stations_) {
    if (station.closed) continue;
    const bool there =
        said.stations.empty() ||
        std::find(said.stations.begin(), said.stations.end(), station.code) != said.stations.end();
    add({.key = "station." + station.code,
         .kind = Field::Kind::yes_no,
         .label = Phrase("office.roster.works_at").with("station", station.code),
         .value = yes_no(there)});
  }
}

std::optional<PersonalLimits> RosterRoom::typed_limits(const ui::Values& values) {
  typed_ = values.texts;
  faults_.clear();
  PersonalLimits limits;
  const auto clock = [&](const std::string& key, std::optional<int>& kept) {
    const std::string text = ui::trimmed(values.text(key));
    if (text.empty()) return;
    kept = typed_clock(text);
    if (!kept) faults_.insert_or_assign(key, Phrase("office.roster.fault.time"));
  };
  const auto hours = [&](const std::string& key, std::optional<int>& kept) {
    const std::string text = ui::trimmed(values.text(key));
    if (text.empty()) return;
    kept = ui::typed_minutes(text);
    if (!kept) faults_.insert_or_assign(key, Phrase("office.fault.hours"));
  };
  clock("not_before", limits.not_before_minute);
  clock("not_after", limits.not_after_minute);
  hours("day_hours", limits.day_minutes);
  hours("week_hours", limits.week_minutes);
  limits.no_night = values.yes("no_night");
  limits.not_alone = values.yes("not_alone");
  limits.no_holidays = values.yes("no_holidays");
  for (int weekday = 0; weekday < days_a_week; ++weekday) {
    const auto at = static_cast<std::size_t>(weekday);
    const std::string key = field_of("free", weekday);
    if (!ui::trimmed(values.text(key)).empty()) {
      limits.available.at(at) = parse_windows(values.text(key));
      if (!limits.available.at(at))
        faults_.insert_or_assign(key, Phrase("office.roster.fault.windows"));
    }
    clock(field_of("home", weekday), limits.last_way_home.at(at));
  }
  std::vector<std::string> there;
  std::size_t open = 0;
  for (const Station& station : stations_) {
    if (station.closed) continue;
    ++open;
    if (values.yes("station." + station.code)) there.push_back(station.code);
  }
  if (there.size() < open) limits.stations = there;
  return faults_.empty() ? std::optional(limits) : std::nullopt;
}

// "2026-09-01 2026-12-18"; nothing where it is empty, a fault where it is none.
std::optional<std::pair<Day, Day>> RosterRoom::typed_term(const ui::Values& values) {
  const std::string text = ui::trimmed(values.text("school"));
  if (text.empty()) return std::nullopt;
  const std::size_t blank = text.find(' ');
  const auto from = Day::parse(text.substr(0, blank));
  const auto to = Day::parse(blank == std::string::npos ? "" : ui::trimmed(text.substr(blank)));
  if (from && to && *from <= *to) return std::pair(*from, *to);
  faults_.insert_or_assign("school", Phrase("office.roster.fault.school"));
  return std::nullopt;
}

void RosterRoom::save_limits(const ui::Values& values) {
  auto limits = typed_limits(values);
  const std::string birth = ui::trimmed(values.text("born"));
  const auto born = Day::parse(birth);
  if (!birth.empty() && !born) faults_.insert_or_assign("born", Phrase("office.fault.day"));
  const auto term = typed_term(values);
  if (!add_dated(values) || !limits || !faults_.empty()) return;
  if (born) CHECK(keep_.set_born(alias_, born));
  if (term) {
    if (const auto added = keep_.add_school_term(alias_, term->first, term->second); !added) {
      notice_ = ui::Remark{sentence_of(added.refusal()), ui::Remark::Kind::mend};
      return;
    }
  }
  const PersonAtWork* person = plan_->person(alias_);
  CHECK(person != nullptr);
  const PersonalLimits before = at_.book.record(person->worker.id).limits;
  limits->calendar = calendar_;
  // Single days are not on the page: they stay.
  limits->not_free = before.not_free;
  if (!herself_) limits = narrowed(before, *limits);
  const auto kept = keep_.say_limits(alias_, *limits, herself_);
  if (!kept) {
    notice_ = ui::Remark{sentence_of(kept.refusal()), ui::Remark::Kind::mend};
    return;
  }
  herself_.reset();
  calendar_.clear();
  go_to(Shown::people);
  notice_ = ui::Remark{Phrase("office.roster.limits_kept").with("worker", alias_),
                       ui::Remark::Kind::done};
}

}  // namespace tilia::payroll
