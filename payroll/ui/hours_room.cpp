#include "payroll/ui/hours_room.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/ui/office/typed.h"
#include "payroll/ui/identity_page.h"
#include "payroll/ui/people.h"

namespace tilia::payroll {
namespace {

using ui::Field;

std::string day_key(const Day& day) { return "day." + day.text(); }

std::string typed_text(int minutes) {
  if (minutes == 0) return {};
  if (minutes % 60 == 0) return fmt::format("{}", minutes / 60);
  return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
}

// Somebody who left before the month is not of it.
bool belongs(const Worker& worker, const Month& month) {
  return !worker.ended_on || *worker.ended_on >= month.first_day();
}

}  // namespace

HoursRoom::HoursRoom(PayBook& book, const RuleBook& rules, const Zone& zone, const Clock& clock,
                     Chance& chance, bool may_employ)
    : book_(book),
      rules_(rules),
      zone_(zone),
      clock_(clock),
      chance_(chance),
      may_employ_(may_employ),
      employer_(book.employer()),
      month_(Month::of(zone.local_day(clock.now()))) {}

std::optional<Worker> HoursRoom::worker(const std::string& alias) {
  for (Worker& worker : book_.workers()) {
    if (worker.alias == alias) return worker;
  }
  return std::nullopt;
}

int HoursRoom::minutes_on(const std::vector<WorkerDay>& hours, const WorkerId& id,
                          const Day& day) const {
  for (const WorkerDay& entry : hours) {
    if (entry.worker == id && entry.hours.day == day) return entry.hours.worked_minutes;
  }
  return 0;
}

ui::Page HoursRoom::page() {
  if (!book_.has_vault()) return page_without_people("office.hours.name");
  switch (shown_) {
    case Shown::people: return people_page();
    case Shown::new_worker: return form_page("office.hours.new_worker", "office.hours.add", true);
    case Shown::new_contract:
      return form_page("office.hours.new_contract", "office.hours.give", false);
    case Shown::month: return month_page();
    case Shown::end: return end_page();
    case Shown::identity:
      return identity_page(*worker(alias_), law_asks_birth_date(), typed_, faults_);
  }
  CHECK(false);
}

ui::Row HoursRoom::row_of(const Worker& worker, bool under_contract, std::int64_t days,
                          std::int64_t minutes) const {
  ui::Row row{worker.alias, worker.picture, {{worker.alias, !under_contract}}};
  if (may_employ_ && under_contract) {
    const auto contract = held_in(book_.contracts(worker.id), month_);
    CHECK(contract);
    row.cells.push_back({Phrase(contract->basis == PayBasis::monthly ? "office.basis.monthly"
                                                                     : "office.basis.hourly")});
    row.cells.push_back({contract->gross});
    row.cells.push_back({ui::Minutes{contract->weekly_minutes}});
  } else if (may_employ_) {
    row.cells.insert(row.cells.end(), 3, {std::string("–")});
  }
  row.cells.push_back({fmt::format("{}", days)});
  row.cells.push_back({ui::Minutes{minutes}});
  return row;
}

ui::Page HoursRoom::people_page() {
  const std::vector<WorkerDay> hours = book_.hours(month_);
  ui::Page page;
  page.title = Phrase("office.hours.title").with("month", month_);
  page.quiet = month_steps();
  if (may_employ_) page.main = ui::Action{"new_worker", Phrase("office.hours.add")};
  if (notice_) page.remarks.push_back(*notice_);
  ui::Table table;
  table.columns = {{Phrase("office.hours.worker"), ui::Column::Align::start, 3}};
  if (may_employ_) {
    table.columns.push_back({Phrase("office.hours.contract"), ui::Column::Align::start, 3});
    table.columns.push_back({Phrase("office.hours.gross"), ui::Column::Align::decimal, 3});
    table.columns.push_back({Phrase("office.hours.weekly"), ui::Column::Align::decimal, 2});
  }
  table.columns.push_back({Phrase("office.hours.days"), ui::Column::Align::decimal, 2});
  table.columns.push_back({Phrase("office.hours.hours"), ui::Column::Align::decimal, 2});
  table.row_action = "open";
  std::int64_t all_minutes = 0;
  std::int64_t without_hours = 0;
  for (const Worker& worker : book_.workers()) {
    if (!belongs(worker, month_)) continue;
    std::int64_t minutes = 0;
    std::int64_t days = 0;
    for (const WorkerDay& entry : hours) {
      if (entry.worker != worker.id) continue;
      minutes += entry.hours.worked_minutes;
      ++days;
    }
    all_minutes += minutes;
    if (minutes == 0) ++without_hours;
    const bool under_contract = held_in(book_.terms(worker.id), month_).has_value();
    if (!under_contract) {
      page.remarks.push_back({Phrase("office.hours.no_contract").with("worker", worker.alias),
                              ui::Remark::Kind::mend});
    }
    table.rows.push_back(row_of(worker, under_contract, days, minutes));
  }
  const auto people = static_cast<std::int64_t>(table.rows.size());
  if (people == 0) {
    page.empty =
        ui::Empty{Phrase("office.hours.nobody"),
                  Phrase(may_employ_ ? "office.hours.nobody_first" : "office.hours.nobody_ask")};
    if (may_employ_) std::swap(page.empty->action, page.main);
    return page;
  }
  page.subtitle = {employer_.trade_name, Phrase::counted("office.people.count", people)};
  page.figures = {{Phrase("office.hours.people"), fmt::format("{}", people)},
                  {Phrase("office.hours.all"), ui::Minutes{all_minutes}},
                  {Phrase("office.hours.without"), fmt::format("{}", without_hours)}};
  page.table = std::move(table);
  return page;
}

ui::Form HoursRoom::calendar() {
  const std::vector<WorkerDay> hours = book_.hours(month_);
  const std::optional<Worker> whose = worker(alias_);
  CHECK(whose.has_value());
  const auto run = book_.pay_run_state(month_);
  const bool frozen = run && run->approved;
  ui::Form form;
  form.columns = 7;
  for (int weekday = 0; weekday < 7; ++weekday) {
    form.fields.push_back({.key = {},
                           .kind = Field::Kind::heading,
                           .label = Phrase(fmt::format("office.weekday.{}", weekday))});
  }
  for (int gap = 0; gap < month_.first_day().weekday_from_monday(); ++gap)
    form.fields.push_back({.key = {}, .kind = Field::Kind::gap});
  for (Day day = month_.first_day(); day <= month_.last_day(); day = day.plus_days(1)) {
    Field field{.key = day_key(day), .kind = Field::Kind::brief};
    field.label = fmt::format("{}", day.day_of_month());
    field.value = typed_text(minutes_on(hours, whose->id, day));
    field.enabled = !frozen && day <= today() && (!whose->ended_on || day <= *whose->ended_on);
    form.fields.push_back(ui::as_typed(std::move(field), typed_, faults_));
  }
  form.actions = {{"save_hours", Phrase("office.hours.save"), !frozen},
                  {"fill", Phrase("office.hours.fill"), !frozen},
                  {"back", Phrase("office.back")}};
  return form;
}

ui::Page HoursRoom::month_page() {
  const std::optional<Worker> whose = worker(alias_);
  CHECK(whose.has_value());
  ui::Page page;
  page.title = Phrase("office.hours.of")
                   .with("worker", whose->picture + " " + whose->alias)
                   .with("month", month_);
  page.quiet = month_steps();
  if (may_employ_) page.quiet.push_back({"identity", Phrase("office.identity.open")});
  if (may_employ_) page.quiet.push_back({"new_contract", Phrase("office.hours.new_contract")});
  if (may_employ_ && !whose->ended_on) page.quiet.push_back({"end", Phrase("office.hours.end")});
  if (!held_in(book_.terms(whose->id), month_)) {
    page.remarks.push_back(
        {Phrase("office.hours.no_contract").with("worker", whose->alias), ui::Remark::Kind::mend});
  } else if (may_employ_) {
    const auto contract = held_in(book_.contracts(whose->id), month_);
    CHECK(contract);
    page.subtitle = {Phrase(contract->basis == PayBasis::monthly ? "office.hours.paid_monthly"
                                                                 : "office.hours.paid_hourly")
                         .with("gross", contract->gross)
                         .with("hours", typed_text(contract->weekly_minutes))};
  }
  if (whose->ended_on)
    page.subtitle.push_back(Phrase("office.hours.ended_on").with("day", *whose->ended_on));
  if (notice_) page.remarks.push_back(*notice_);
  for (const auto& [key, fault] : faults_) page.remarks.push_back({fault, ui::Remark::Kind::mend});
  const auto run = book_.pay_run_state(month_);
  if (run && run->approved)
    page.remarks.push_back({Phrase("office.hours.frozen").with("month", month_)});
  page.form = calendar();
  return page;
}

void HoursRoom::open_form(Shown shown) {
  shown_ = shown;
  typed_.clear();
  faults_.clear();
  alias_check_.forget();
  if (shown == Shown::new_worker) typed_["picture"] = "🦊";
  typed_["from"] = shown == Shown::end ? today().text() : Month::of(today()).first_day().text();
  typed_["basis"] = "monthly";
  typed_["weekly"] = "40";
}

ui::Page HoursRoom::form_page(const char* title, const char* save, bool with_worker) {
  ui::Page page;
  page.title = Phrase(title);
  page.narrow = true;
  page.subtitle = {with_worker ? employer_.trade_name : alias_};
  ui::Form form;
  const auto add = [&](Field field) {
    field.caution = alias_check_.caution(field.key);
    form.fields.push_back(ui::as_typed(std::move(field), typed_, faults_));
  };
  if (with_worker) {
    form.fields.push_back(
        {.key = {}, .kind = Field::Kind::heading, .label = Phrase("office.hours.who")});
    add({.key = "alias",
         .label = Phrase("office.hours.alias"),
         .hint = Phrase("office.hours.alias_hint")});
    add({.key = "picture",
         .kind = Field::Kind::picture,
         .label = Phrase("office.hours.picture"),
         .choices = worker_pictures()});
  }
  form.fields.push_back(
      {.key = {}, .kind = Field::Kind::heading, .label = Phrase("office.hours.contract")});
  add({.key = "from", .kind = Field::Kind::day, .label = Phrase("office.hours.from")});
  add({.key = "basis",
       .kind = Field::Kind::choice,
       .label = Phrase("office.hours.basis"),
       .choices = {{"monthly", Phrase("office.basis.monthly")},
                   {"hourly", Phrase("office.basis.hourly")}}});
  add({.key = "gross",
       .label = Phrase("office.hours.gross_in")
                    .with("currency", std::string(employer_.currency.code()))});
  add({.key = "weekly",
       .label = Phrase("office.hours.weekly"),
       .hint = Phrase("office.hours.weekly_hint")});
  form.actions = {{with_worker ? "add_worker" : "add_contract", alias_check_.label(Phrase(save))},
                  {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

ui::Page HoursRoom::end_page() {
  ui::Page page;
  page.title = Phrase("office.hours.end_title").with("worker", alias_);
  page.narrow = true;
  ui::Form form;
  Field field{.key = "from",
              .kind = Field::Kind::day,
              .label = Phrase("office.hours.last_day"),
              .value = typed_["from"]};
  const auto fault = faults_.find("from");
  if (fault != faults_.end()) field.fault = fault->second;
  form.fields.push_back(std::move(field));
  form.actions = {{"save_end", Phrase("office.hours.end")}, {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

void HoursRoom::refuse(EmployRefusal why, const std::string& field) {
  faults_.insert_or_assign(field, sentence_of(why, alias_));
}

std::optional<HoursRoom::Terms> HoursRoom::typed_terms(const ui::Values& values) {
  const std::optional<Day> from = Day::parse(values.text("from"));
  if (!from) faults_.insert_or_assign("from", Phrase("office.fault.day"));
  const std::optional<Money> gross = ui::typed_money(values.text("gross"), employer_.currency);
  if (!gross)
    faults_.insert_or_assign("gross", Phrase("office.fault.amount"));
  else if (gross->negative() || gross->is_zero())
    refuse(EmployRefusal::gross_not_positive, "gross");
  const std::optional<int> weekly = ui::typed_minutes(values.text("weekly"));
  if (!weekly) faults_.insert_or_assign("weekly", Phrase("office.fault.hours"));
  if (!faults_.empty()) return std::nullopt;
  return Terms{*from, values.text("basis") == "hourly" ? PayBasis::hourly : PayBasis::monthly,
               *gross, *weekly};
}

namespace {

std::string field_of(EmployRefusal why) {
  switch (why) {
    case EmployRefusal::gross_not_positive: return "gross";
    case EmployRefusal::weekly_hours_out_of_range: return "weekly";
    case EmployRefusal::bad_alias:
    case EmployRefusal::alias_taken: return "alias";
    default: return "from";
  }
}

}  // namespace

void HoursRoom::save_worker(const ui::Values& values) {
  const std::string alias = ui::trimmed(values.text("alias"));
  const std::optional<Terms> terms = typed_terms(values);
  // The limit of weekly hours is the use case's; asked here so that nobody is added with half of
  // her papers.
  if (terms && (terms->weekly_minutes <= 0 || terms->weekly_minutes > 60 * 60))
    refuse(EmployRefusal::weekly_hours_out_of_range, "weekly");
  if (!faults_.empty() || alias_check_.asks(values, {"alias"})) return;
  alias_ = alias;
  const auto added = add_worker(book_, alias, values.text("picture"), chance_, clock_);
  if (!added) return refuse(added.refusal(), field_of(added.refusal()));
  alias_check_.forget();
  shown_ = Shown::people;
  notice_ = {Phrase("office.hours.added").with("worker", alias), ui::Remark::Kind::done};
  const auto contract = add_contract(book_, alias, terms->from, terms->basis, terms->gross,
                                     terms->weekly_minutes, clock_);
  if (!contract) {
    shown_ = Shown::new_contract;
    refuse(contract.refusal(), field_of(contract.refusal()));
  }
}

void HoursRoom::save_contract(const ui::Values& values) {
  const std::optional<Terms> terms = typed_terms(values);
  if (!terms) return;
  const auto contract = add_contract(book_, alias_, terms->from, terms->basis, terms->gross,
                                     terms->weekly_minutes, clock_);
  if (!contract) return refuse(contract.refusal(), field_of(contract.refusal()));
  shown_ = Shown::month;
  typed_.clear();
  notice_ = {Phrase("office.hours.contract_given").with("worker", alias_), ui::Remark::Kind::done};
}

void HoursRoom::save_end(const ui::Values& values) {
  const std::optional<Day> last = Day::parse(values.text("from"));
  if (!last) {
    faults_.insert_or_assign("from", Phrase("office.fault.day"));
    return;
  }
  const auto ended = end_worker(book_, alias_, *last, clock_);
  if (!ended) return refuse(ended.refusal(), "from");
  shown_ = Shown::people;
  notice_ = {Phrase("office.hours.ended").with("worker", alias_).with("day", *last),
             ui::Remark::Kind::done};
}

bool HoursRoom::law_asks_birth_date() const {
  const auto law = rules_.on(employer_.country, today());
  return law && law.value().birth_date_law.has_value();
}

void HoursRoom::open_identity() {
  shown_ = Shown::identity;
  faults_.clear();
  typed_ = identity_fields(book_.identity(worker(alias_)->id));
}

void HoursRoom::save_identity(const ui::Values& values) {
  const Identity typed = typed_identity(values, faults_);
  if (!faults_.empty()) return;
  const auto kept = enter_identity(book_, rules_, alias_, typed, zone_, clock_);
  if (!kept) {
    faults_.insert_or_assign(identity_field(kept.refusal()), sentence_of(kept.refusal()));
    return;
  }
  shown_ = Shown::month;
  typed_.clear();
  notice_ = {Phrase("office.identity.saved").with("worker", alias_), ui::Remark::Kind::done};
}

void HoursRoom::fill_by_contract(const ui::Values& values) {
  const std::optional<Worker> whose = worker(alias_);
  CHECK(whose.has_value());
  const std::optional<Term> term = held_in(book_.terms(whose->id), month_);
  typed_ = values.texts;
  if (!term) return;
  for (Day day = month_.first_day(); day <= month_.last_day(); day = day.plus_days(1)) {
    if (day.weekday_from_monday() > 4 || day < term->from || day > today()) continue;
    if (term->to && day > *term->to) continue;
    std::string& text = typed_[day_key(day)];
    if (ui::trimmed(text).empty()) text = typed_text(term->weekly_minutes / 5);
  }
}

void HoursRoom::save_hours(const ui::Values& values) {
  const std::optional<Worker> whose = worker(alias_);
  CHECK(whose.has_value());
  const std::vector<WorkerDay> hours = book_.hours(month_);
  typed_ = values.texts;
  std::int64_t days = 0;
  for (Day day = month_.first_day(); day <= month_.last_day(); day = day.plus_days(1)) {
    const std::string text = ui::trimmed(values.text(day_key(day)));
    const std::optional<int> minutes = text.empty() ? 0 : ui::typed_minutes(text);
    if (!minutes) {
      faults_.insert_or_assign(day_key(day), Phrase("office.fault.day_hours").with("day", day));
      continue;
    }
    if (*minutes == minutes_on(hours, whose->id, day)) continue;
    const auto entered = enter_hours(book_, alias_, {day, *minutes}, zone_, clock_);
    if (entered)
      ++days;
    else
      refuse(entered.refusal(), day_key(day));
  }
  if (faults_.empty()) typed_.clear();
  if (days > 0) notice_ = {Phrase::counted("office.hours.saved", days), ui::Remark::Kind::done};
}

ui::Next HoursRoom::press(const std::string& action, const ui::Values& values) {
  notice_.reset();
  faults_.clear();
  if (!book_.has_vault()) return ui::Next::page();
  const bool employs = action == "new_worker" || action == "new_contract" || action == "end" ||
                       action == "add_worker" || action == "add_contract" || action == "save_end" ||
                       action == "identity" || action == "save_identity";
  if (employs && !may_employ_) return ui::Next::page();
  if (action == "earlier" || action == "later") {
    month_ = stepped(month_, action);
    typed_.clear();
    return ui::Next::page();
  }
  if (action == "new_worker") open_form(Shown::new_worker);
  if (action == "new_contract") open_form(Shown::new_contract);
  if (action == "end") open_form(Shown::end);
  if (action == "identity") open_identity();
  if (action == "open") {
    alias_ = values.text("row");
    typed_.clear();
    shown_ = Shown::month;
  }
  if (action == "back") {
    const bool from_month = shown_ == Shown::month || shown_ == Shown::new_worker;
    shown_ = from_month ? Shown::people : Shown::month;
    typed_.clear();
  }
  if (action == "add_worker" || action == "add_contract" || action == "save_end" ||
      action == "save_identity")
    typed_ = values.texts;
  if (action == "add_worker") save_worker(values);
  if (action == "add_contract") save_contract(values);
  if (action == "save_end") save_end(values);
  if (action == "save_identity") save_identity(values);
  if (action == "fill") fill_by_contract(values);
  if (action == "save_hours") save_hours(values);
  return ui::Next::page();
}

}  // namespace tilia::payroll
