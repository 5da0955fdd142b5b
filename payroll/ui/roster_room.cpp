#include "payroll/ui/roster_room.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/check.h"
#include "payroll/shifts/free_times.h"
#include "payroll/shifts/person_time.h"

namespace tilia::payroll {
namespace {

constexpr int days_a_week = 7;
constexpr const char* open_line = "open";
constexpr std::size_t most_findings = 6;
constexpr int earliest_shown = 6 * 60;
constexpr int latest_shown = 20 * 60;
// While a shift is drawn, the weeks beside it are looked at; saving looks at all.
constexpr int days_beside = 14;

int whole(const std::string& text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Plan near(const Plan& plan, const Day& from, const Day& to) {
  Plan part = plan;
  std::erase_if(part.shifts,
                [&](const PlannedShift& shift) { return shift.day < from || shift.day > to; });
  return part;
}

}  // namespace

RosterRoom::RosterRoom(const KeepRoster::Doors& book, RosterDoors& doors,
                       std::unique_ptr<WorkedRoom> worked)
    : at_(book),
      keep_(book),
      doors_(doors),
      worked_(std::move(worked)),
      monday_(monday_of(book.zone.local_day(book.clock.now()))) {
  const auto shops = at_.book.shops();
  if (!shops.empty()) shop_ = shops.front().code;
}

void RosterRoom::go_to(Shown shown) {
  shown_ = shown;
  typed_.clear();
  faults_.clear();
  against_.clear();
  may_pass_ = false;
  names_.forget();
}

ui::Field RosterRoom::as_typed(ui::Field field) const {
  return ui::as_typed(std::move(field), typed_, faults_);
}

bool RosterRoom::is_shown(const PlannedShift& shift) const {
  return shift.shop == shop_ && shift.day >= monday_ && shift.day <= sunday();
}

void RosterRoom::look_again() {
  plan_ = read_plan(at_.book, monday_, sunday(), at_.holidays);
  stations_ = at_.book.stations();
  findings_.clear();
  const Instant from = at_.zone.at(monday_, 0);
  const Instant to = at_.zone.at(sunday().plus_days(1), 0);
  for (Finding& finding : PlanCheck(*plan_, at_.law, at_.zone).findings())
    if (finding.at.from < to && finding.at.to > from && finding.level != Level::informs)
      findings_.push_back(std::move(finding));
}

ui::Page RosterRoom::page() {
  switch (shown_) {
    case Shown::week: return week_page();
    case Shown::shift: return shift_page();
    case Shown::templates: return templates_page();
    case Shown::needs: return needs_page();
    case Shown::stations: return stations_page();
    case Shown::people: return people_page();
    case Shown::limits: return limits_page();
    case Shown::worked: return worked_->page();
  }
  CHECK(false);
}

ui::Page RosterRoom::week_page() {
  look_again();
  ui::Page page;
  page.title = Phrase("office.roster.name");
  page.subtitle.emplace_back(Phrase("office.roster.week_of").with("day", monday_));
  const auto shops = at_.book.shops();
  for (const RosterShop& shop : shops)
    if (shop.code == shop_ && !shop.name.empty()) page.subtitle.emplace_back(shop.name);
  switch (at_.book.published(shop_, monday_)) {
    case RosterBook::Published::not_yet:
      page.subtitle.emplace_back(Phrase("office.roster.not_yet"));
      break;
    case RosterBook::Published::changed_since:
      page.subtitle.emplace_back(Phrase("office.roster.changed_since"));
      break;
    case RosterBook::Published::as_it_stands:
      page.subtitle.emplace_back(Phrase("office.roster.published"));
      break;
  }
  page.quiet = {{"earlier", Phrase("office.roster.earlier")},
                {"later", Phrase("office.roster.later")}};
  if (shops.size() > 1)
    page.quiet.insert(page.quiet.begin(), {"next_shop", Phrase("office.roster.next_shop")});
  page.main = ui::Action{"publish", Phrase("office.roster.publish")};
  if (worked_) {
    page.quiet.insert(page.quiet.begin(), {"worked", Phrase("office.roster.worked")});
    if (const auto asked = worked_->asked(); asked > 0)
      page.remarks.push_back({Phrase::counted("office.roster.asked", asked)});
  }
  if (notice_) page.remarks.push_back(*notice_);
  add_findings(page);
  page.form = ui::Form{.fields = {},
                       .actions = {{"slips", Phrase("office.roster.slips")},
                                   {"copy", Phrase("office.roster.copy")},
                                   {"templates", Phrase("office.roster.templates")},
                                   {"needs", Phrase("office.roster.needs")},
                                   {"people", Phrase("office.roster.people")}}};
  page.board = board();
  return page;
}

void RosterRoom::add_findings(ui::Page& page) const {
  std::size_t said = 0;
  for (const Finding& finding : findings_) {
    if (said++ == most_findings) {
      page.remarks.push_back(
          {Phrase::counted("office.roster.more_findings",
                           static_cast<std::int64_t>(findings_.size() - most_findings)),
           ui::Remark::Kind::mend});
      return;
    }
    page.remarks.push_back({sentence_of(finding, at_.zone), ui::Remark::Kind::mend});
  }
}

bool RosterRoom::needs_look(const PlannedShift& shift) const {
  const PersonAtWork* person = shift.worker ? plan_->person(*shift.worker) : nullptr;
  if (person == nullptr) return false;
  const Shift time = shift_of(shift, person->worker.alias, at_.zone);
  return std::any_of(findings_.begin(), findings_.end(), [&](const Finding& finding) {
    return finding.worker == person->worker.alias && finding.at.from <= time.time.to &&
           time.time.from <= finding.at.to;
  });
}

ui::Board::Line RosterRoom::line_of(const PersonAtWork& person) const {
  int planned = 0;
  for (const PlannedShift& shift : plan_->shifts) {
    if (shift.worker != person.worker.id || shift.day < monday_ || shift.day > sunday()) continue;
    planned += shift.time.to_minute - shift.time.from_minute;
    for (const ClockSpan& pause : shift.breaks) planned -= pause.to_minute - pause.from_minute;
  }
  ui::Board::Line line{
      .key = person.worker.alias, .picture = person.worker.picture, .name = person.worker.alias};
  const int agreed =
      person.weekly_minutes(monday_).value_or(person.weekly_minutes(sunday()).value_or(0));
  line.note =
      fmt::format("{}:{:02} / {}:{:02}", planned / 60, planned % 60, agreed / 60, agreed % 60);
  // Not here, or not free all day: which of them is hers to know.
  const PersonalLimits said = roster_worker(person, *plan_, std::nullopt).limits;
  for (int column = 0; column < days_a_week; ++column)
    if (is_never(free_on(said, monday_.plus_days(column)))) line.away.push_back(column);
  return line;
}

ui::Board RosterRoom::board() const {
  ui::Board board;
  board.first_minute = earliest_shown;
  board.last_minute = latest_shown;
  for (const PlannedShift& shift : plan_->shifts) {
    if (!is_shown(shift)) continue;
    board.first_minute = std::min(board.first_minute, shift.time.from_minute / 60 * 60);
    const int end = std::min((shift.time.to_minute + 59) / 60 * 60, minutes_a_day);
    board.last_minute = std::max(board.last_minute, end);
  }
  for (const PersonAtWork& person : plan_->people) {
    const bool works = person.works_on(monday_) || person.works_on(sunday());
    if (works) board.lines.push_back(line_of(person));
  }
  board.lines.push_back(
      {.key = open_line, .picture = "➕", .name = Phrase("office.roster.open_shifts")});
  add_columns(board);
  add_bars(board);
  board.coverage = Phrase("office.roster.coverage");
  board.open_action = "open_shift";
  board.add_action = "new_shift";
  board.move_action = "move_shift";
  board.look = [this](const ui::Board::Move& move) { return look(move); };
  return board;
}

void RosterRoom::add_columns(ui::Board& board) const {
  const auto needs = at_.book.needs(shop_);
  const auto hours = static_cast<std::size_t>((board.last_minute - board.first_minute) / 60);
  const Holidays* holidays = at_.holidays == nullptr ? nullptr : at_.holidays->find(plan_->country);
  for (int column = 0; column < days_a_week; ++column) {
    const Day day = monday_.plus_days(column);
    const auto holiday = holidays == nullptr ? std::nullopt : holidays->on(day);
    ui::Board::Column shown{.name = Phrase(fmt::format("office.roster.weekday.{}", column))
                                        .with("day", std::int64_t{day.day_of_month()}),
                            .note = holiday.value_or(""),
                            .set_apart = holiday || column == days_a_week - 1,
                            .there = std::vector<int>(hours),
                            .wanted = std::vector<int>(hours)};
    const auto count = [&](std::vector<int>& row, const ClockSpan& time, int people) {
      for (std::size_t hour = 0; hour < hours; ++hour) {
        const int from = board.first_minute + static_cast<int>(hour) * 60;
        if (time.from_minute < from + 60 && time.to_minute > from) row[hour] += people;
      }
    };
    for (const PlannedShift& shift : plan_->shifts)
      if (is_shown(shift) && shift.day == day && shift.worker) count(shown.there, shift.time, 1);
    for (const StaffNeed& need : needs)
      if (need.weekday == column) count(shown.wanted, need.time, need.people);
    board.columns.push_back(std::move(shown));
  }
}

void RosterRoom::add_bars(ui::Board& board) const {
  for (const PlannedShift& shift : plan_->shifts) {
    const bool in_week = shift.day >= monday_ && shift.day <= sunday();
    if (!in_week || (shift.shop != shop_ && !shift.worker)) continue;
    const PersonAtWork* person = shift.worker ? plan_->person(*shift.worker) : nullptr;
    ui::Board::Bar bar{.key = shift.id.text(),
                       .line = person == nullptr ? open_line : person->worker.alias,
                       .column = monday_.days_until(shift.day),
                       .from_minute = shift.time.from_minute,
                       .to_minute = shift.time.to_minute,
                       .picture = picture_of(shift.station)};
    if (person == nullptr) bar.kind = ui::Board::Bar::Kind::open;
    if (shift.shop != shop_) bar.kind = ui::Board::Bar::Kind::aside;
    if (needs_look(shift)) bar.kind = ui::Board::Bar::Kind::needs_look;
    const bool has_line =
        std::any_of(board.lines.begin(), board.lines.end(),
                    [&](const ui::Board::Line& line) { return line.key == bar.line; });
    if (has_line) board.bars.push_back(std::move(bar));
  }
}

std::string RosterRoom::picture_of(const std::string& station) const {
  for (const Station& each : stations_)
    if (each.code == station) return each.picture;
  return {};
}

std::optional<PlannedShift> RosterRoom::moved(const ui::Board::Move& move) const {
  const auto id = PlannedShiftId::parse(move.bar);
  const PlannedShift* shift = id && plan_ ? plan_->shift(*id) : nullptr;
  if (shift == nullptr) return std::nullopt;
  PlannedShift to = *shift;
  to.worker.reset();
  if (const PersonAtWork* person = plan_->person(move.line)) to.worker = person->worker.id;
  to.day = monday_.plus_days(move.column);
  const int later = move.from_minute - shift->time.from_minute;
  to.time = {shift->time.from_minute + later, shift->time.to_minute + later};
  for (ClockSpan& pause : to.breaks) pause = {pause.from_minute + later, pause.to_minute + later};
  return to;
}

std::optional<ui::Remark> RosterRoom::look(const ui::Board::Move& move) const {
  const auto to = moved(move);
  if (!to || !to->worker) return std::nullopt;
  const PersonAtWork* person = plan_->person(*to->worker);
  CHECK(person != nullptr);
  if (!person->works_on(to->day))
    return ui::Remark{Phrase("payroll.plan.not_employed").with("about", person->worker.alias),
                      ui::Remark::Kind::mend};
  const Plan part = near(*plan_, to->day.plus_days(-days_beside), to->day.plus_days(days_beside));
  const auto added = PlanCheck(part, at_.law, at_.zone).added_for(*person, changed(part, {*to}));
  const Finding* worst = nullptr;
  for (const Finding& finding : added)
    if (worst == nullptr || finding.level > worst->level) worst = &finding;
  if (worst == nullptr || worst->level == Level::informs)
    return ui::Remark{Phrase("office.roster.nothing_against").with("worker", person->worker.alias),
                      ui::Remark::Kind::done};
  return ui::Remark{sentence_of(*worst, at_.zone), ui::Remark::Kind::mend};
}

void RosterRoom::move(const ui::Values& values) {
  const auto to = moved({values.text("row"), values.text("line"), whole(values.text("column")),
                         whole(values.text("minute"))});
  if (!to) return;
  const auto kept = keep_.put({*to});
  if (kept) return;
  // The shift stays where it was; it is opened with what was wanted, so that it can be mended or,
  // with her yes, passed.
  shift_ = *to;
  shift_is_new_ = false;
  go_to(Shown::shift);
  refuse(kept.refusal());
}

void RosterRoom::copy_last_week() {
  const auto copied = keep_.copy_week(shop_, monday_.plus_days(-days_a_week), monday_);
  CHECK(copied);
  notice_ = copied.value().copied == 0
                ? ui::Remark{Phrase("office.roster.nothing_to_copy"), ui::Remark::Kind::told}
                : ui::Remark{Phrase("office.roster.copied")
                                 .with("shifts", std::int64_t{copied.value().copied})
                                 .with("open", std::int64_t{copied.value().left_open}),
                             ui::Remark::Kind::done};
}

void RosterRoom::told(const ui::Remark& remark) {
  if (shown_ == Shown::worked) return worked_->told(remark);
  notice_ = remark;
}

void RosterRoom::open_worked() {
  CHECK(worked_);
  worked_->show_week(std::min(monday_, monday_of(today()).plus_days(-days_a_week)));
  go_to(Shown::worked);
}

void RosterRoom::step(int days) { monday_ = monday_.plus_days(days); }

void RosterRoom::next_shop() {
  const auto shops = at_.book.shops();
  for (std::size_t i = 0; i < shops.size(); ++i) {
    if (shops[i].code != shop_) continue;
    shop_ = shops[(i + 1) % shops.size()].code;
    return;
  }
}

void RosterRoom::publish() {
  keep_.publish(shop_, monday_);
  notice_ = ui::Remark{Phrase("office.roster.was_published"), ui::Remark::Kind::done};
}

ui::Next RosterRoom::slips() {
  if (!plan_) look_again();
  const auto weeks = weeks_of_shifts(*plan_, monday_);
  if (!weeks.empty()) return ui::Next::show_paper(doors_.slips_paper(weeks));
  notice_ = ui::Remark{Phrase("office.roster.no_slips"), ui::Remark::Kind::told};
  return ui::Next::page();
}

void RosterRoom::back() {
  go_to(shown_ == Shown::limits     ? Shown::people
        : shown_ == Shown::stations ? Shown::needs
                                    : Shown::week);
}

ui::Next RosterRoom::press(const std::string& action, const ui::Values& values) {
  using Act = std::function<void(RosterRoom&, const ui::Values&)>;
  static const std::map<std::string, Act> acts{
      {"earlier", [](RosterRoom& room, const auto&) { room.step(-days_a_week); }},
      {"later", [](RosterRoom& room, const auto&) { room.step(days_a_week); }},
      {"next_shop", [](RosterRoom& room, const auto&) { room.next_shop(); }},
      {"publish", [](RosterRoom& room, const auto&) { room.publish(); }},
      {"copy", [](RosterRoom& room, const auto&) { room.copy_last_week(); }},
      {"move_shift", [](RosterRoom& room, const auto& typed) { room.move(typed); }},
      {"open_shift",
       [](RosterRoom& room, const auto& typed) { room.open_shift(typed.text("row")); }},
      {"new_shift", [](RosterRoom& room, const auto& typed) { room.open_new(typed); }},
      {"save_shift", [](RosterRoom& room, const auto& typed) { room.save_shift(typed, false); }},
      {"pass_shift", [](RosterRoom& room, const auto& typed) { room.save_shift(typed, true); }},
      {"remove_shift", [](RosterRoom& room, const auto&) { room.remove_shift(); }},
      {"templates", [](RosterRoom& room, const auto&) { room.go_to(Shown::templates); }},
      {"keep_template", [](RosterRoom& room, const auto& typed) { room.keep_template(typed); }},
      {"use_template",
       [](RosterRoom& room, const auto& typed) { room.use_template(typed.text("row")); }},
      {"needs", [](RosterRoom& room, const auto&) { room.go_to(Shown::needs); }},
      {"add_need", [](RosterRoom& room, const auto& typed) { room.add_need(typed); }},
      {"remove_need",
       [](RosterRoom& room, const auto& typed) { room.remove_need(typed.text("row")); }},
      {"stations", [](RosterRoom& room, const auto&) { room.go_to(Shown::stations); }},
      {"add_station", [](RosterRoom& room, const auto& typed) { room.add_station(typed); }},
      {"close_station",
       [](RosterRoom& room, const auto& typed) { room.close_station(typed.text("row")); }},
      {"people", [](RosterRoom& room, const auto&) { room.go_to(Shown::people); }},
      {"open_person",
       [](RosterRoom& room, const auto& typed) { room.open_person(typed.text("row")); }},
      {"open_limits", [](RosterRoom& room, const auto& typed) { room.open_limits(typed); }},
      {"save_limits", [](RosterRoom& room, const auto& typed) { room.save_limits(typed); }},
      {"add_dated",
       [](RosterRoom& room, const auto& typed) {
         room.faults_.clear();
         static_cast<void>(room.add_dated(typed));
       }},
      {"change_dated", [](RosterRoom& room, const auto& typed) { room.change_dated(typed); }},
      {"link", [](RosterRoom& room, const auto& typed) { room.link(typed); }},
      {"worked", [](RosterRoom& room, const auto&) { room.open_worked(); }},
      {"plan", [](RosterRoom& room, const auto&) { room.go_to(Shown::week); }},
      {"back", [](RosterRoom& room, const auto&) { room.back(); }},
  };
  notice_.reset();
  if (action == "slips") return slips();
  if (shown_ == Shown::worked && action != "plan") return worked_->press(action, values);
  const auto act = acts.find(action);
  CHECK(act != acts.end());
  act->second(*this, values);
  return ui::Next::page();
}

}  // namespace tilia::payroll
