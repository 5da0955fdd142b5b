// One shift, opened or new: who, when, breaks, where.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/check.h"
#include "core/ui/office/typed.h"
#include "payroll/ui/roster_room.h"

namespace tilia::payroll {
namespace {

using ui::Field;

constexpr const char* nobody = "-";
constexpr int usual_minutes = 8 * 60;
constexpr int half_an_hour = 30;

std::optional<ClockSpan> typed_span(const std::string& from, const std::string& to) {
  const auto begin = parse_minute_of_day(ui::trimmed(from));
  const auto end = parse_minute_of_day(ui::trimmed(to));
  if (!begin || !end) return std::nullopt;
  // Until the same time or an earlier one: of the next day.
  return ClockSpan{*begin, *end > *begin ? *end : *end + minutes_a_day};
}

// "10:00-10:30, 15:00-15:15"; a time before the shift's beginning is after midnight.
std::optional<std::vector<ClockSpan>> typed_breaks(const std::string& text,
                                                   const ClockSpan& shift) {
  std::vector<ClockSpan> breaks;
  std::string rest = ui::trimmed(text);
  while (!rest.empty()) {
    const std::size_t comma = rest.find(',');
    const std::string one = ui::trimmed(rest.substr(0, comma));
    rest = comma == std::string::npos ? std::string() : ui::trimmed(rest.substr(comma + 1));
    const std::size_t dash = one.find('-');
    if (dash == std::string::npos) return std::nullopt;
    auto span = typed_span(one.substr(0, dash), one.substr(dash + 1));
    if (!span) return std::nullopt;
    if (span->from_minute < shift.from_minute) {
      span->from_minute += minutes_a_day;
      span->to_minute += minutes_a_day;
    }
    breaks.push_back(*span);
  }
  std::sort(breaks.begin(), breaks.end(),
            [](const ClockSpan& a, const ClockSpan& b) { return a.from_minute < b.from_minute; });
  return breaks;
}

std::string clock_text(int minute) { return minute_of_day_text(minute % minutes_a_day); }

std::string breaks_text(const std::vector<ClockSpan>& breaks) {
  std::string text;
  for (const ClockSpan& pause : breaks)
    text += fmt::format("{}{}-{}", text.empty() ? "" : ", ", clock_text(pause.from_minute),
                        clock_text(pause.to_minute));
  return text;
}

int whole(const std::string& text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

std::vector<ui::Choice> RosterRoom::station_choices() const {
  std::vector<ui::Choice> choices{{"", Phrase("office.roster.any_station")}};
  for (const Station& station : stations_)
    if (!station.closed) choices.push_back({station.code, station.picture + " " + station.code});
  return choices;
}

void RosterRoom::open_shift(const std::string& id) {
  const auto parsed = PlannedShiftId::parse(id);
  const PlannedShift* shift = parsed && plan_ ? plan_->shift(*parsed) : nullptr;
  if (shift == nullptr) return;
  shift_ = *shift;
  shift_is_new_ = false;
  go_to(Shown::shift);
}

void RosterRoom::open_new(const ui::Values& values) {
  // Under the finger: as long before as after.
  const int middle = whole(values.text("minute")) / half_an_hour * half_an_hour;
  const int from = std::clamp(middle - usual_minutes / 2, 0, minutes_a_day - half_an_hour);
  const int pause = from + usual_minutes / 2;
  PlannedShift shift{.id = keep_.new_shift_id(),
                     .worker = {},
                     .day = monday_.plus_days(std::clamp(whole(values.text("column")), 0, 6)),
                     .time = {from, from + usual_minutes},
                     .breaks = {{pause, pause + half_an_hour}},
                     .shop = shop_,
                     .station = ""};
  if (const PersonAtWork* person = plan_ ? plan_->person(values.text("line")) : nullptr)
    shift.worker = person->worker.id;
  shift_ = shift;
  shift_is_new_ = true;
  go_to(Shown::shift);
}

ui::Page RosterRoom::shift_page() {
  if (!plan_) look_again();
  CHECK(shift_);
  ui::Page page;
  page.narrow = true;
  page.title = Phrase(shift_is_new_ ? "office.roster.new_shift" : "office.roster.shift");
  for (const Finding& finding : against_)
    page.remarks.push_back({sentence_of(finding, at_.zone), ui::Remark::Kind::mend});
  if (notice_) page.remarks.push_back(*notice_);
  std::vector<ui::Choice> people{{nobody, Phrase("office.roster.open_shift")}};
  for (const PersonAtWork& person : plan_->people)
    if (person.works_on(shift_->day) || shift_->worker == person.worker.id)
      people.push_back({person.worker.alias, person.worker.picture + " " + person.worker.alias});
  const PersonAtWork* whose = shift_->worker ? plan_->person(*shift_->worker) : nullptr;
  ui::Form form;
  const auto add = [&](Field field) { form.fields.push_back(as_typed(std::move(field))); };
  add({.key = "worker",
       .kind = Field::Kind::choice,
       .label = Phrase("office.roster.who"),
       .value = whose == nullptr ? nobody : whose->worker.alias,
       .choices = people});
  add({.key = "day",
       .kind = Field::Kind::day,
       .label = Phrase("office.roster.day"),
       .value = shift_->day.text()});
  add({.key = "from",
       .label = Phrase("office.roster.from"),
       .value = clock_text(shift_->time.from_minute)});
  add({.key = "to",
       .label = Phrase("office.roster.to"),
       .value = clock_text(shift_->time.to_minute)});
  add({.key = "breaks",
       .label = Phrase("office.roster.breaks"),
       .value = breaks_text(shift_->breaks),
       .hint = Phrase("office.roster.breaks_hint")});
  add({.key = "station",
       .kind = Field::Kind::choice,
       .label = Phrase("office.roster.station"),
       .value = shift_->station,
       .choices = station_choices()});
  add({.key = "learning",
       .kind = Field::Kind::yes_no,
       .label = Phrase("office.roster.learning"),
       .value = shift_->kind == TimeKind::learning ? "yes" : "no"});
  form.actions = {{"save_shift", Phrase("office.roster.save")}};
  if (may_pass_ && whose != nullptr && at_.book.login_of(whose->worker.id)) {
    form.fields.push_back({.key = "her_secret",
                           .kind = Field::Kind::secret,
                           .label = Phrase("office.roster.her_secret"),
                           .hint = Phrase("office.roster.her_secret_hint")});
    form.actions.push_back({"pass_shift", Phrase("office.roster.pass")});
  }
  if (!shift_is_new_) form.actions.push_back({"remove_shift", Phrase("office.roster.remove")});
  form.actions.push_back({"back", Phrase("office.back")});
  page.form = std::move(form);
  return page;
}

std::optional<PlannedShift> RosterRoom::typed_shift(const ui::Values& values) {
  CHECK(shift_);
  faults_.clear();
  typed_ = values.texts;
  PlannedShift shift = *shift_;
  const auto day = Day::parse(values.text("day"));
  if (!day) faults_.insert_or_assign("day", Phrase("office.fault.day"));
  const auto time = typed_span(values.text("from"), values.text("to"));
  if (!time) faults_.insert_or_assign("from", Phrase("office.roster.fault.time"));
  const auto breaks = typed_breaks(values.text("breaks"), time.value_or(shift.time));
  if (!breaks) faults_.insert_or_assign("breaks", Phrase("office.roster.fault.breaks"));
  if (!faults_.empty()) return std::nullopt;
  const PersonAtWork* person = plan_ ? plan_->person(values.text("worker")) : nullptr;
  shift.worker.reset();
  if (person != nullptr) shift.worker = person->worker.id;
  shift.day = *day;
  shift.time = *time;
  shift.breaks = *breaks;
  shift.station = values.text("station");
  shift.kind = values.yes("learning") ? TimeKind::learning : TimeKind::work;
  return shift;
}

void RosterRoom::refuse(const PlanRefusal& refusal) {
  against_ = refusal.findings;
  may_pass_ = refusal.why == PlanRefusal::Why::against_rule;
  notice_ = ui::Remark{sentence_of(refusal), ui::Remark::Kind::mend};
}

void RosterRoom::save_shift(const ui::Values& values, bool all_the_same) {
  const auto shift = typed_shift(values);
  if (!shift) return;
  Passing passing;
  if (all_the_same && shift->worker) {
    const auto login = at_.book.login_of(*shift->worker);
    const auto secret = values.secrets.find("her_secret");
    if (!login || secret == values.secrets.end() || !doors_.is_secret_of(*login, secret->second)) {
      notice_ = ui::Remark{Phrase("office.roster.fault.secret"), ui::Remark::Kind::mend};
      return;
    }
    passing = {.manager = true, .worker = true};
  }
  const auto kept = keep_.put({*shift}, passing);
  if (!kept) {
    shift_ = *shift;
    return refuse(kept.refusal());
  }
  go_to(Shown::week);
}

void RosterRoom::remove_shift() {
  CHECK(shift_);
  const auto removed = keep_.remove(shift_->id);
  go_to(Shown::week);
  // Somebody else may be alone without it.
  if (removed && !removed.value().empty())
    notice_ = ui::Remark{sentence_of(removed.value().front(), at_.zone), ui::Remark::Kind::mend};
}

}  // namespace tilia::payroll
