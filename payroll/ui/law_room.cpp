#include "payroll/ui/law_room.h"

#include <algorithm>
#include <ranges>

#include "core/check.h"
#include "core/ui/office/typed.h"
#include "payroll/ui/law_words.h"

namespace tilia::payroll {
namespace {

using ui::Field;

// What is to be said of a value beside what it is: ours, or nobody held it against its decree yet,
// or up to when somebody looked.
ui::Cell state_cell(const RuleSeries& series, const RuleEntry& entry) {
  if (entry.ours) return {Phrase("office.law.ours")};
  if (entry.unverified) return {Phrase("office.law.unverified"), true};
  return {series.reviewed};
}

ui::Text or_dash(const std::string& text) { return text.empty() ? std::string("–") : text; }

const RuleEntry* entry_of(const RuleSeries& series, const Day& from) {
  const auto found = std::ranges::find(series.entries, from, &RuleEntry::from);
  return found == series.entries.end() ? nullptr : &*found;
}

// The value that a new one is like; nothing where there was never one.
const RuleEntry* like(const RuleSeries& series, const Day& day) {
  const RuleEntry* holds = series.on(day);
  if (holds != nullptr) return holds;
  return series.entries.empty() ? nullptr : &series.entries.back();
}

// A percent, but for a supplement that law gives as an amount.
bool is_typed_as_percent(const RuleEntry* like, SeriesKind kind) {
  return is_percent(kind) && (like == nullptr || !like->amount);
}

// An own value that does not hold on the day: it has to be found all the same.
const RuleEntry* ours_elsewhere(const RuleSeries& series, const Day& day) {
  const RuleEntry* holds = series.on(day);
  for (const RuleEntry& each : std::views::reverse(series.entries)) {
    if (each.ours && &each != holds) return &each;
  }
  return nullptr;
}

// The figure as the rule files write it.
std::string machine_text(const std::string& typed, bool percent, Currency currency) {
  if (percent) {
    const auto rate = ui::typed_percent(typed);
    return rate ? rate->percent_text() : typed;
  }
  const auto money = ui::typed_money(typed, currency);
  return money ? money->text() : typed;
}

// The first day of what was entered: its first line, as checked_law_entry writes it.
std::optional<Day> day_of(const RuleAddition& addition) {
  constexpr std::string_view start = "from = ";
  if (!addition.entry.starts_with(start)) return std::nullopt;
  return Day::parse(addition.entry.substr(start.size(), 10));
}

}  // namespace

LawRoom::LawRoom(PayBook& book, const RuleBook& shipped, const Zone& zone, const Clock& clock)
    : book_(book),
      shipped_(shipped),
      zone_(zone),
      clock_(clock),
      employer_(book.employer()),
      on_(zone.local_day(clock.now())) {}

void LawRoom::show_today() {
  on_ = today();
  shown_ = Shown::law;
  notice_.reset();
}

RuleBook LawRoom::rules() { return shipped_.with(book_.law_additions()); }

std::vector<RuleSeries> LawRoom::all() {
  std::vector<RuleSeries> all = rules().all_series(employer_.country);
  std::ranges::stable_sort(all, {}, law_group);
  return all;
}

ui::Page LawRoom::page() {
  try {
    return shown_page();
  } catch (const RuleFault& fault) {
    return stuck_page(fault.what());
  }
}

ui::Page LawRoom::shown_page() {
  if (shown_ == Shown::law) return law_page();
  if (shown_ == Shown::other_day) return other_day_page();
  const auto series = rules().series(employer_.country, series_);
  if (!series) return law_page();
  if (shown_ == Shown::entry) return entry_page(*series);
  if (shown_ == Shown::preview) return preview_page(*series);
  const RuleEntry* entry = from_ ? entry_of(*series, *from_) : nullptr;
  if (shown_ == Shown::value && entry != nullptr) return value_page(*series, *entry);
  return series_page(*series);
}

ui::Row LawRoom::row_of(const RuleSeries& series, const RuleEntry& holds,
                        bool first_of_group) const {
  ui::Cell state = state_cell(series, holds);
  const RuleEntry* elsewhere = ours_elsewhere(series, on_);
  if (elsewhere != nullptr && !holds.ours)
    state = {Phrase("office.law.ours_from").with("day", elsewhere->from)};
  return {series.name(),
          {},
          {{first_of_group ? ui::Text(name_of(law_group(series))) : ui::Text(std::string())},
           {name_of(series)},
           {law_value(series, holds)},
           {holds.from},
           {holds.law},
           state}};
}

// No law gives one that we know of: what is agreed can be entered.
ui::Row LawRoom::row_of_none(const RuleSeries& series, bool first_of_group) const {
  const ui::Text none = std::string("–");
  return {series.name(),
          {},
          {{first_of_group ? ui::Text(name_of(law_group(series))) : ui::Text(std::string())},
           {name_of(series)},
           {none},
           {none},
           {none},
           {Phrase("office.law.as_agreed")}}};
}

ui::Page LawRoom::law_page() {
  ui::Page page;
  page.title = Phrase("office.law.title").with("day", on_);
  page.subtitle = {
      Phrase("office.law.open_a_line").with("currency", std::string(employer_.currency.code()))};
  page.quiet = {{"other_day", Phrase("office.law.other_day")}, {"pay", Phrase("office.back")}};
  if (notice_) page.remarks.push_back(*notice_);
  ui::Table table;
  table.columns = {{Phrase("office.law.group"), ui::Column::Align::start, 5},
                   {Phrase("office.law.what"), ui::Column::Align::start, 6},
                   {Phrase("office.law.value"), ui::Column::Align::start, 3},
                   {Phrase("office.law.from"), ui::Column::Align::start, 4},
                   {Phrase("office.law.decree"), ui::Column::Align::start, 4},
                   {Phrase("office.law.reviewed"), ui::Column::Align::start, 5}};
  table.row_action = "series";
  std::optional<LawGroup> group;
  std::optional<Day> reviewed;
  std::int64_t unverified = 0;
  for (const RuleSeries& series : all()) {
    const RuleEntry* holds = series.on(on_);
    const bool first_of_group = group != law_group(series);
    if (holds == nullptr && series.entries.empty()) {
      table.rows.push_back(row_of_none(series, first_of_group));
      group = law_group(series);
    }
    if (holds == nullptr) continue;
    table.rows.push_back(row_of(series, *holds, first_of_group));
    group = law_group(series);
    reviewed = reviewed ? std::min(*reviewed, series.reviewed) : series.reviewed;
    if (holds->unverified) ++unverified;
  }
  if (table.rows.empty()) {
    page.empty =
        ui::Empty{Phrase("office.law.none").with("day", on_), Phrase("office.law.none_first")};
    return page;
  }
  if (*reviewed < on_)
    page.remarks.push_back({Phrase("office.law.look_again").with("day", *reviewed)});
  if (unverified > 0)
    page.remarks.push_back({Phrase::counted("office.law.unverified_count", unverified)});
  page.table = std::move(table);
  return page;
}

ui::Page LawRoom::other_day_page() {
  ui::Page page;
  page.title = Phrase("office.law.other_day");
  page.narrow = true;
  ui::Form form;
  form.columns = 1;
  form.fields = {ui::as_typed({.key = "day",
                               .kind = Field::Kind::day,
                               .label = Phrase("office.law.day"),
                               .value = on_.text()},
                              typed_, faults_)};
  form.actions = {{"show_day", Phrase("office.law.show")}, {"law", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

ui::Page LawRoom::series_page(const RuleSeries& series) {
  ui::Page page;
  page.title = name_of(series);
  page.subtitle = {name_of(law_group(series)),
                   Phrase("office.law.reviewed_until").with("day", series.reviewed)};
  page.quiet = {{"law", Phrase("office.back")}};
  if (series.kind != SeriesKind::birth_date)
    page.main = ui::Action{"entry", Phrase("office.law.enter")};
  if (notice_) page.remarks.push_back(*notice_);
  ui::Table table;
  table.columns = {{Phrase("office.law.from"), ui::Column::Align::start, 4},
                   {Phrase("office.law.to"), ui::Column::Align::start, 4},
                   {Phrase("office.law.value"), ui::Column::Align::start, 4},
                   {Phrase("office.law.decree"), ui::Column::Align::start, 6},
                   {Phrase("office.law.source"), ui::Column::Align::start, 4},
                   {Phrase("office.law.reviewed"), ui::Column::Align::start, 5}};
  table.row_action = "value";
  for (const RuleEntry& each : std::views::reverse(series.entries)) {
    table.rows.push_back({each.from.text(),
                          {},
                          {{each.from},
                           {each.to ? ui::Text(*each.to) : ui::Text(std::string("–"))},
                           {law_value(series, each)},
                           {each.law},
                           {or_dash(each.source)},
                           state_cell(series, each)}});
  }
  page.table = std::move(table);
  return page;
}

ui::Page LawRoom::value_page(const RuleSeries& series, const RuleEntry& entry) {
  ui::Page page;
  page.title = name_of(series);
  page.subtitle = {name_of(law_group(series))};
  page.quiet = {{"series_again", Phrase("office.back")}};
  if (entry.ours) page.main = ui::Action{"take_out", Phrase("office.law.take_out")};
  if (notice_) page.remarks.push_back(*notice_);
  page.figures = {
      {Phrase("office.law.value"), law_value(series, entry)},
      {Phrase("office.law.from"), entry.from},
      {Phrase("office.law.to"), entry.to ? ui::Text(*entry.to) : ui::Text(std::string("–"))},
      {Phrase("office.law.reviewed"), series.reviewed}};
  page.remarks.push_back({Phrase("office.law.decree_is").with("law", entry.law)});
  page.remarks.push_back({entry.source.empty()
                              ? Phrase("office.law.no_source")
                              : Phrase("office.law.source_is").with("source", entry.source)});
  if (entry.ours) page.remarks.push_back({Phrase("office.law.is_ours")});
  if (entry.unverified)
    page.remarks.push_back({Phrase("office.law.is_unverified"), ui::Remark::Kind::mend});
  return page;
}

ui::Page LawRoom::entry_page(const RuleSeries& series) {
  ui::Page page;
  page.title = Phrase("office.law.enter");
  page.subtitle = {name_of(series), name_of(law_group(series))};
  page.quiet = {{"series_again", Phrase("office.back")}};
  if (notice_) page.remarks.push_back(*notice_);
  ui::Form form;
  const auto add = [&](Field field) {
    form.fields.push_back(ui::as_typed(std::move(field), typed_, faults_));
  };
  add({.key = "from", .kind = Field::Kind::day, .label = Phrase("office.law.from")});
  if (is_one_figure(like(series, on_), series.kind))
    add({.key = "value",
         .label = is_typed_as_percent(like(series, on_), series.kind)
                      ? Phrase("office.law.value_percent")
                      : Phrase("office.law.value_in")
                            .with("currency", std::string(employer_.currency.code())),
         .hint = Phrase("office.law.value_hint")});
  else
    add({.key = "entry",
         .kind = Field::Kind::lines,
         .label = Phrase("office.law.entry"),
         .hint = Phrase("office.law.entry_hint")});
  // The field proposes a day: whether there is a last one is asked by itself.
  add({.key = "ends", .kind = Field::Kind::yes_no, .label = Phrase("office.law.ends")});
  add({.key = "to", .kind = Field::Kind::day, .label = Phrase("office.law.last_day")});
  add({.key = "law",
       .label = Phrase("office.law.decree"),
       .hint = Phrase("office.law.decree_hint")});
  add({.key = "source",
       .label = Phrase("office.law.source"),
       .hint = Phrase("office.law.source_hint")});
  form.actions = {{"preview", Phrase("office.law.preview")}};
  page.form = std::move(form);
  return page;
}

ui::Page LawRoom::preview_page(const RuleSeries& series) {
  CHECK(addition_ && addition_from_);
  ui::Page page;
  page.title = Phrase("office.law.preview_title");
  page.subtitle = {name_of(series), Phrase("office.law.from_day").with("day", *addition_from_)};
  page.quiet = {{"entry_again", Phrase("office.law.change_entry")}};
  page.main = ui::Action{"save", Phrase("office.law.save")};
  page.remarks.push_back({Phrase("office.law.not_saved_yet")});
  const auto preview = preview_law_entry(book_, shipped_, *addition_, today());
  if (!preview) {
    page.empty = ui::Empty{Phrase("office.law.no_run"), Phrase("office.law.no_run_first")};
    return page;
  }
  if (preview->changes.empty()) {
    page.empty = ui::Empty{Phrase("office.law.changes_nothing").with("month", preview->month),
                           Phrase("office.law.changes_nothing_first")};
    return page;
  }
  page.remarks.push_back({Phrase("office.law.would_change").with("month", preview->month)});
  ui::Table table;
  table.columns = {{Phrase("office.hours.worker"), ui::Column::Align::start, 3},
                   {Phrase("office.law.net_now"), ui::Column::Align::decimal, 3},
                   {Phrase("office.law.net_then"), ui::Column::Align::decimal, 3},
                   {Phrase("office.law.cost_now"), ui::Column::Align::decimal, 3},
                   {Phrase("office.law.cost_then"), ui::Column::Align::decimal, 3}};
  for (const LawChange& each : preview->changes)
    table.rows.push_back({each.alias,
                          {},
                          {{each.alias},
                           {each.net_before},
                           {each.net_after},
                           {each.cost_before},
                           {each.cost_after}}});
  page.table = std::move(table);
  return page;
}

ui::Page LawRoom::stuck_page(const std::string& why) {
  ui::Page page;
  page.title = Phrase("office.law.stuck_title");
  page.quiet = {{"pay", Phrase("office.back")}};
  if (notice_) page.remarks.push_back(*notice_);
  page.remarks.push_back({Phrase("office.law.stuck").with("about", why), ui::Remark::Kind::mend});
  ui::Table table;
  table.columns = {{Phrase("office.law.what"), ui::Column::Align::start, 4},
                   {Phrase("office.law.from"), ui::Column::Align::start, 3}};
  table.row_action = "take_stuck";
  for (const RuleAddition& each : book_.law_additions()) {
    const auto from = day_of(each);
    if (each.country == employer_.country && from)
      table.rows.push_back({each.series + " " + from->text(), {}, {{each.series}, {*from}}});
  }
  if (!table.rows.empty()) page.table = std::move(table);
  return page;
}

void LawRoom::open_entry() {
  typed_.clear();
  faults_.clear();
  const auto series = rules().series(employer_.country, series_);
  if (!series) return;
  shown_ = Shown::entry;
  const Day from = Month::of(today()).next().first_day();
  typed_["from"] = from.text();
  typed_["to"] = Day::from(from.year(), 12, 31).value().text();
  const RuleEntry* now = like(*series, on_);
  if (!is_one_figure(now, series->kind)) typed_["entry"] = law_entry_text(now, series->kind);
}

void LawRoom::look_ahead(const ui::Values& values) {
  faults_.clear();
  typed_ = values.texts;
  const auto series = rules().series(employer_.country, series_);
  CHECK(series);
  const auto from = Day::parse(values.text("from"));
  if (!from) faults_.insert_or_assign("from", Phrase("office.fault.day"));
  std::optional<Day> to;
  if (values.yes("ends")) {
    to = Day::parse(values.text("to"));
    if (!to) faults_.insert_or_assign("to", Phrase("office.fault.day"));
    if (from && to && *to < *from) faults_.insert_or_assign("to", Phrase("office.law.ends_before"));
  }
  if (!faults_.empty()) return;
  const std::string value = ui::trimmed(values.text("value"));
  const LawEntryAsked asked{
      .series = series_,
      .from = *from,
      .to = to,
      .value = value.empty()
                   ? value
                   : machine_text(value, is_typed_as_percent(like(*series, on_), series->kind),
                                  employer_.currency),
      .entry = ui::trimmed(values.text("entry")),
      .law = ui::trimmed(values.text("law")),
      .source = ui::trimmed(values.text("source"))};
  const auto checked = checked_law_entry(rules(), employer_, asked, today());
  if (!checked) {
    const LawEntryFault& fault = checked.refusal();
    if (fault.why == LawEntryRefusal::law_missing)
      faults_.insert_or_assign("law", sentence_of(fault));
    else if (fault.why == LawEntryRefusal::value_missing)
      faults_.insert_or_assign(values.texts.contains("entry") ? "entry" : "value",
                               Phrase("office.law.value_missing"));
    else
      notice_ = {sentence_of(fault), ui::Remark::Kind::mend};
    return;
  }
  addition_ = checked.value();
  addition_from_ = *from;
  shown_ = Shown::preview;
}

void LawRoom::save() {
  CHECK(addition_ && addition_from_);
  book_.put_law_addition(*addition_, *addition_from_, clock_.now());
  addition_.reset();
  shown_ = Shown::series;
  notice_ = {Phrase("office.law.saved"), ui::Remark::Kind::done};
}

void LawRoom::take_out(const std::string& series, const Day& from) {
  const bool taken = book_.take_law_addition(employer_.country, series, from, clock_.now());
  notice_ = {Phrase(taken ? "office.law.taken_out" : "office.law.gone_already"),
             taken ? ui::Remark::Kind::done : ui::Remark::Kind::mend};
}

ui::Next LawRoom::press(const std::string& action, const ui::Values& values) {
  notice_.reset();
  if (action == "law") shown_ = Shown::law;
  if (action == "other_day") {
    typed_.clear();
    faults_.clear();
    shown_ = Shown::other_day;
  }
  if (action == "show_day") {
    typed_ = values.texts;
    faults_.clear();
    const auto day = Day::parse(values.text("day"));
    if (day)
      on_ = *day;
    else
      faults_.insert_or_assign("day", Phrase("office.fault.day"));
    if (day) shown_ = Shown::law;
  }
  if (action == "series") series_ = values.text("row");
  if (action == "series" || action == "series_again") shown_ = Shown::series;
  if (action == "value") {
    from_ = Day::parse(values.text("row"));
    shown_ = Shown::value;
  }
  if (action == "entry") open_entry();
  if (action == "preview") look_ahead(values);
  if (action == "entry_again") shown_ = Shown::entry;
  if (action == "save" && shown_ == Shown::preview) save();
  if (action == "take_out" && shown_ == Shown::value && from_) {
    take_out(series_, *from_);
    shown_ = Shown::series;
  }
  if (action == "take_stuck") {
    const std::string row = values.text("row");
    const auto from = Day::parse(row.substr(row.rfind(' ') + 1));
    if (from) take_out(row.substr(0, row.rfind(' ')), *from);
  }
  return ui::Next::page();
}

}  // namespace tilia::payroll
