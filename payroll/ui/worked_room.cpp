#include "payroll/ui/worked_room.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"
#include "core/ui/office/typed.h"
#include "payroll/shifts/person_time.h"

namespace tilia::payroll {
namespace {

using ui::Field;

constexpr int days_a_week = 7;
constexpr int swap_days = 366;
constexpr const char* leave_prefix = "leave/";

std::string row_key(const HoursDay& day) { return day.worker + "/" + day.day.text(); }

// What is typed takes its minutes from the time away.
std::int64_t absent_beside(const HoursDay& day, std::int64_t counts) {
  if (!day.absence || day.approved) return day.absent_minutes;
  if (day.planned_minutes > 0) return std::max<std::int64_t>(0, day.planned_minutes - counts);
  if (day.absent_minutes == 0) return 0;
  return std::max<std::int64_t>(0, day.absent_minutes + day.counts.all() - counts);
}

// What of the day is no plain work.
ui::Text kinds_of(const HoursDay& day, std::int64_t counts) {
  const auto hours = [](std::int64_t minutes) {
    return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
  };
  const std::int64_t absent = absent_beside(day, counts);
  if (day.absence)
    return Phrase("office.worked.away." + std::string(absence_kind_text(*day.absence)))
        .with("hours", hours(absent));
  if (day.counts.learning.all > 0)
    return Phrase("office.worked.of_it_learning").with("hours", hours(day.counts.learning.all));
  return std::string();
}

Phrase days_of(int half_days) {
  return Phrase("office.worked.days").with("days", Quantity::from_thousandths(half_days * 500));
}

}  // namespace

WorkedRoom::WorkedRoom(const Doors& doors)
    : at_(doors),
      hours_(doors.hours),
      leave_(doors.leave),
      monday_(
          monday_of(doors.hours.zone.local_day(doors.hours.clock.now())).plus_days(-days_a_week)) {}

void WorkedRoom::show_week(const Day& monday) {
  monday_ = monday_of(monday);
  shown_ = Shown::week;
  typed_.clear();
}

void WorkedRoom::show_asks() { shown_ = Shown::asks; }

std::string WorkedRoom::picture_of(const std::string& alias) const {
  for (const Worker& worker : at_.hours.roster.workers())
    if (worker.alias == alias) return worker.picture;
  return {};
}

ui::Page WorkedRoom::page() {
  switch (shown_) {
    case Shown::week: return week_page();
    case Shown::day: return day_page();
    case Shown::asks: return asks_page();
    case Shown::ask: return ask_page();
  }
  CHECK(false);
}

// ---- the week

ui::Row WorkedRoom::row_of(const HoursDay& day) const {
  const auto typed = typed_.find({day.worker, day.day});
  const bool is_typed = !day.approved && typed != typed_.end();
  const std::int64_t counts = is_typed ? typed->second.minutes : day.counts.all();
  ui::Text remark = std::string();
  if (day.approved) {
    remark = Phrase("office.worked.approved");
  } else if (is_typed) {
    remark = Phrase("office.worked.typed");
  } else if (!day.to_mend.empty()) {
    remark = Phrase("office.worked.to_mend");
  } else if (day.entered_minutes) {
    remark = Phrase("office.worked.entered");
  }
  const bool mend = !day.to_mend.empty() && !day.approved && !is_typed;
  const std::int64_t absent = day.planned_minutes > 0 ? absent_beside(day, counts) : 0;
  const bool differs = counts + absent != day.planned_minutes && !day.approved;
  return {row_key(day),
          picture_of(day.worker),
          {{day.worker},
           {day.day},
           {ui::Minutes{day.planned_minutes}},
           {ui::Minutes{counts}, differs},
           {kinds_of(day, counts)},
           {remark, mend}}};
}

// Of the month, over all shops together: how often, never who.
std::vector<ui::Figure> WorkedRoom::figures() const {
  std::int64_t rests = 0;
  std::int64_t breaks = 0;
  std::int64_t over = 0;
  for (const ProtectionFigures& shop : protection_figures(at_.hours, Month::of(monday_))) {
    rests += shop.rest_breaches;
    breaks += shop.missed_breaks;
    over += shop.hours_over_limit;
  }
  return {{Phrase("office.worked.rest_breaches"), fmt::format("{}", rests)},
          {Phrase("office.worked.missed_breaks"), fmt::format("{}", breaks)},
          {Phrase("office.worked.over_limit"), fmt::format("{}", over)}};
}

ui::Page WorkedRoom::week_page() {
  week_ = hours_.week(monday_);
  ui::Page page;
  page.title = Phrase("office.worked.title");
  page.subtitle = {Phrase("office.roster.week_of").with("day", monday_)};
  page.quiet = {{"plan", Phrase("office.worked.plan")},
                {"asks", Phrase("office.worked.asks").with("count", asked())},
                {"earlier", Phrase("office.roster.earlier")},
                {"later", Phrase("office.roster.later")}};
  if (notice_) page.remarks.push_back(*notice_);
  page.figures = figures();
  if (week_->days.empty()) {
    page.empty = ui::Empty{Phrase("office.worked.nothing"), Phrase("office.worked.nothing_first")};
    return page;
  }
  const bool any_open = std::any_of(week_->people.begin(), week_->people.end(),
                                    [](const HoursPerson& each) { return !each.approved; });
  page.main = ui::Action{"approve", Phrase("office.worked.approve"), week_->over && any_open};
  if (!week_->over) page.remarks.push_back({Phrase("office.worked.not_over")});
  if (!week_->holidays_known) page.remarks.push_back({Phrase("office.worked.holidays_not_known")});
  for (const HoursDay& day : week_->days)
    for (const ToMend& mend : day.to_mend)
      if (!day.approved && !typed_.contains({day.worker, day.day}))
        page.remarks.push_back(
            {sentence_of(mend, day.worker, at_.hours.zone), ui::Remark::Kind::mend});
  for (const HoursPerson& person : week_->people)
    for (const Finding& finding : person.findings)
      if (!person.approved && finding.level != Level::informs)
        page.remarks.push_back({sentence_afterwards(finding, at_.hours.zone)});
  ui::Table table;
  table.columns = {{Phrase("office.hours.worker"), ui::Column::Align::start, 3},
                   {Phrase("office.roster.day"), ui::Column::Align::start, 3},
                   {Phrase("office.worked.planned"), ui::Column::Align::decimal, 2},
                   {Phrase("office.worked.counts"), ui::Column::Align::decimal, 2},
                   {Phrase("office.worked.kinds"), ui::Column::Align::start, 3},
                   {std::nullopt, ui::Column::Align::start, 3}};
  table.row_action = "open_day";
  for (const HoursDay& day : week_->days) table.rows.push_back(row_of(day));
  page.table = std::move(table);
  return page;
}

std::vector<TypedMinutes> WorkedRoom::typed_of(const std::string& alias) const {
  std::vector<TypedMinutes> typed;
  for (const auto& [whose, minutes] : typed_)
    if (whose.first == alias) typed.push_back(minutes);
  return typed;
}

// Everybody whose week is whole; the others stay open, and the page says why.
void WorkedRoom::approve() {
  std::int64_t approved = 0;
  std::int64_t open = 0;
  for (const HoursPerson& person : hours_.week(monday_).people) {
    if (person.approved) continue;
    const std::string& alias = person.worker.alias;
    if (hours_.approve(alias, monday_, typed_of(alias), at_.by)) {
      ++approved;
      std::erase_if(typed_, [&](const auto& each) { return each.first.first == alias; });
    } else {
      ++open;
    }
  }
  notice_ =
      ui::Remark{Phrase("office.worked.was_approved").with("approved", approved).with("open", open),
                 open == 0 ? ui::Remark::Kind::done : ui::Remark::Kind::mend};
}

// ---- one day

void WorkedRoom::open_day(const std::string& row) {
  if (!week_) return;
  for (const HoursDay& day : week_->days) {
    if (row_key(day) != row) continue;
    day_ = day;
    fault_.reset();
    shown_ = Shown::day;
  }
}

ui::Page WorkedRoom::day_page() {
  CHECK(day_);
  ui::Page page;
  page.narrow = true;
  page.title = Phrase("office.worked.day_of").with("worker", day_->worker).with("day", day_->day);
  page.subtitle = {
      Phrase(day_->approved ? "office.worked.correct_hint" : "office.worked.day_hint")};
  for (const ToMend& mend : day_->to_mend)
    page.remarks.push_back(
        {sentence_of(mend, day_->worker, at_.hours.zone), ui::Remark::Kind::mend});
  if (notice_) page.remarks.push_back(*notice_);
  ui::Form form;
  if (day_->approved)
    form.fields.push_back({.key = "way",
                           .kind = Field::Kind::choice,
                           .label = Phrase("office.worked.way"),
                           .value = "more",
                           .choices = {{"more", Phrase("office.worked.more")},
                                       {"less", Phrase("office.worked.less")},
                                       {"paid", Phrase("office.worked.was_away.paid")},
                                       {"unpaid", Phrase("office.worked.was_away.unpaid")},
                                       {"statutory", Phrase("office.worked.was_away.statutory")},
                                       {"none", Phrase("office.worked.not_away")}}});
  form.fields.push_back({.key = "hours",
                         .label = Phrase("office.worked.hours"),
                         .value = "",
                         .hint = Phrase("office.worked.hours_hint"),
                         .fault = fault_});
  form.fields.push_back({.key = "learning",
                         .kind = Field::Kind::yes_no,
                         .label = Phrase("office.roster.learning"),
                         .value = "no"});
  form.actions = {{day_->approved ? "correct_day" : "keep_day", Phrase("office.roster.save")},
                  {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

void WorkedRoom::keep_day(const ui::Values& values) {
  CHECK(day_);
  const auto minutes = ui::typed_minutes(values.text("hours"));
  if (!minutes || *minutes > minutes_a_day) {
    fault_ = Phrase("office.fault.hours");
    return;
  }
  const TimeKind kind = values.yes("learning") ? TimeKind::learning : TimeKind::work;
  typed_.insert_or_assign({day_->worker, day_->day}, TypedMinutes{day_->day, kind, *minutes});
  shown_ = Shown::week;
}

// What is typed is added to what counts, or is how long of the day she was away.
void WorkedRoom::correct_day(const ui::Values& values) {
  CHECK(day_);
  const std::string way = values.text("way");
  const bool not_away = way == "none";
  const auto typed = ui::typed_minutes(values.text("hours"));
  if (!not_away && (!typed || *typed == 0 || *typed > minutes_a_day)) {
    fault_ = Phrase("office.fault.hours");
    return;
  }
  const int minutes = typed.value_or(0);
  std::optional<ApproveRefusal> refused;
  bool paid = false;
  if (const auto kind = parse_absence_kind(way); kind || not_away) {
    const auto corrected = hours_.correct_away(day_->worker, day_->day, kind, minutes, at_.by);
    if (corrected)
      paid = corrected.value();
    else
      refused = corrected.refusal();
  } else {
    KindMinutes change;
    change.all = way == "less" ? -minutes : minutes;
    const TimeKind use = values.yes("learning") ? TimeKind::learning : TimeKind::work;
    const auto corrected = hours_.correct(day_->worker, day_->day, use, change, at_.by);
    if (corrected)
      paid = corrected.value().paid;
    else
      refused = corrected.refusal();
  }
  if (refused) {
    notice_ = ui::Remark{sentence_of(*refused), ui::Remark::Kind::mend};
    return;
  }
  notice_ = ui::Remark{Phrase(paid ? "office.worked.corrected_paid" : "office.worked.corrected"),
                       ui::Remark::Kind::done};
  shown_ = Shown::week;
}

// ---- what is asked

std::vector<WorkedRoom::Asked> WorkedRoom::all_asked() {
  std::vector<Asked> all;
  const Zone& zone = at_.hours.zone;
  for (const Worker& worker : at_.hours.roster.workers()) {
    for (const HoursAsk& ask : at_.book.asks(worker.id, AskState::open)) {
      Asked one{.key = ask.id.text(),
                .alias = worker.alias,
                .picture = worker.picture,
                .what = Phrase("office.worked.asks_swap"),
                .at = ask.at};
      if (ask.punch)
        one.what = Phrase(std::string(ask.punch->away ? "office.worked.asks_away."
                                                      : "office.worked.asks_punch.") +
                          std::string(punch_kind_text(ask.punch->kind)))
                       .with("day", zone.local_day(ask.punch->at))
                       .with("time", zone.local_time_text(ask.punch->at));
      all.push_back(std::move(one));
    }
    for (const OpenedLeaveAsk& ask : at_.leave.asks.asks(AskState::open))
      if (ask.worker == worker.id)
        all.push_back({.key = leave_prefix + ask.id.text(),
                       .alias = worker.alias,
                       .picture = worker.picture,
                       .what = Phrase("office.worked.asks_leave")
                                   .with("from", ask.leave.from)
                                   .with("to", ask.leave.to),
                       .at = ask.at,
                       .leave = true});
  }
  std::sort(all.begin(), all.end(), [](const Asked& a, const Asked& b) { return a.at < b.at; });
  return all;
}

std::int64_t WorkedRoom::asked() { return static_cast<std::int64_t>(all_asked().size()); }

ui::Page WorkedRoom::asks_page() {
  ui::Page page;
  page.title = Phrase("office.worked.asks_title");
  page.quiet = {{"back", Phrase("office.back")}};
  if (notice_) page.remarks.push_back(*notice_);
  ui::Table table;
  table.columns = {{Phrase("office.hours.worker"), ui::Column::Align::start, 2},
                   {Phrase("office.worked.asks_what"), ui::Column::Align::start, 5}};
  table.row_action = "open_ask";
  for (const Asked& ask : all_asked())
    table.rows.push_back({ask.key, ask.picture, {{ask.alias}, {ask.what}}});
  if (table.rows.empty()) {
    page.empty = ui::Empty{Phrase("office.worked.asks_none"), Phrase("office.worked.asks_how")};
  } else {
    page.table = std::move(table);
  }
  return page;
}

ui::Page WorkedRoom::ask_page() {
  ui::Page page;
  page.narrow = true;
  const auto all = all_asked();
  const auto ask =
      std::find_if(all.begin(), all.end(), [&](const Asked& each) { return each.key == ask_; });
  if (ask == all.end()) {  // taken back meanwhile
    shown_ = Shown::asks;
    return asks_page();
  }
  page.title = ask->picture + " " + ask->alias;
  page.subtitle = {ask->what};
  if (notice_) page.remarks.push_back(*notice_);
  ui::Form form;
  if (ask->leave) {
    const int year = at_.hours.zone.local_day(at_.hours.clock.now()).year();
    if (const auto balance = leave_.balance(ask->alias, year))
      page.figures = {
          {Phrase("office.worked.leave_had"), days_of(balance.value().had_half_days)},
          {Phrase("office.worked.leave_taken"), days_of(balance.value().taken_half_days)},
          {Phrase("office.worked.leave_left"), days_of(balance.value().left_half_days())}};
    std::vector<ui::Choice> kinds;
    for (const char* kind : {"paid", "unpaid", "statutory"})
      kinds.push_back({kind, Phrase(fmt::format("office.worked.absence.{}", kind))});
    form.fields.push_back({.key = "kind",
                           .kind = Field::Kind::choice,
                           .label = Phrase("office.worked.absence_kind"),
                           .value = "paid",
                           .choices = kinds});
  }
  form.actions = {{"agree", Phrase("office.worked.agree")},
                  {"decline", Phrase("office.worked.decline")},
                  {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

void WorkedRoom::answer(bool agreed, const ui::Values& values) {
  const bool leave = ask_.starts_with(leave_prefix);
  const auto id = HoursAskId::parse(leave ? ask_.substr(std::string(leave_prefix).size()) : ask_);
  CHECK(id);
  std::optional<Phrase> refused;
  std::optional<Day> left_open;
  if (leave && agreed) {
    const auto kind = parse_absence_kind(values.text("kind")).value_or(AbsenceKind::paid);
    if (const auto done = leave_.agree(*id, kind); !done) refused = sentence_of(done.refusal());
  } else if (leave) {
    if (const auto done = leave_.decline(*id); !done) refused = sentence_of(done.refusal());
  } else {
    const auto done = decide_ask(at_.book, *id, agreed, at_.by, at_.hours.zone, at_.hours.clock);
    if (!done) refused = sentence_of(done.refusal());
    if (done && agreed && done.value().swap) left_open = leave_open(done.value().swap->shift);
  }
  if (refused)
    notice_ = ui::Remark{*refused, ui::Remark::Kind::mend};
  else if (left_open)
    notice_ = ui::Remark{Phrase("office.worked.agreed_swap").with("day", *left_open),
                         ui::Remark::Kind::done};
  else
    notice_ = ui::Remark{Phrase(agreed ? "office.worked.agreed" : "office.worked.declined"),
                         ui::Remark::Kind::done};
  if (!refused) shown_ = Shown::asks;
}

// Somebody else is found for it on the plan; until the week is published again, tills show it as it
// was. The day on which it is; nothing where it is planned no more.
std::optional<Day> WorkedRoom::leave_open(const PlannedShiftId& id) {
  const Day today = at_.hours.zone.local_day(at_.hours.clock.now());
  for (PlannedShift& shift : at_.hours.roster.planned(today, today.plus_days(swap_days))) {
    if (shift.id != id) continue;
    shift.worker.reset();
    at_.hours.roster.put_shifts({shift}, {}, at_.hours.clock.now());
    return shift.day;
  }
  return std::nullopt;
}

ui::Next WorkedRoom::press(const std::string& action, const ui::Values& values) {
  notice_.reset();
  if (action == "earlier" || action == "later") {
    show_week(monday_.plus_days(action == "later" ? days_a_week : -days_a_week));
  } else if (action == "approve") {
    approve();
  } else if (action == "open_day") {
    open_day(values.text("row"));
  } else if (action == "keep_day") {
    keep_day(values);
  } else if (action == "correct_day") {
    correct_day(values);
  } else if (action == "asks") {
    shown_ = Shown::asks;
  } else if (action == "open_ask") {
    ask_ = values.text("row");
    shown_ = Shown::ask;
  } else if (action == "agree" || action == "decline") {
    answer(action == "agree", values);
  } else if (action == "back") {
    shown_ = shown_ == Shown::ask ? Shown::asks : Shown::week;
  }
  return ui::Next::page();
}

}  // namespace tilia::payroll
