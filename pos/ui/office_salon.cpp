#include "pos/ui/office_salon.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "core/ui/office/typed.h"
#include "pos/counter_rules.h"
#include "pos/ui/trade_words.h"

namespace tilia::pos {
namespace {

using ui::Column;
using ui::Field;

std::vector<ui::Choice> column_pictures(const std::string& own) {
  constexpr std::array<const char*, 26> pictures{
      "🙂", "🦊", "🦉", "🐢", "🐝",      "🐬", "🐦", "🐈",   "🐇",
      "🐘",    "🦋", "🐞",    "🌷", "🌻",      "🍀", "⭐", "🌙",   "☀️",
      "🪑", "🪞", "💺",    "💈", "✂️", "💅", "💆", "🧴"};
  std::vector<ui::Choice> choices;
  const auto is_own = [&](const char* picture) { return own == picture; };
  if (!own.empty() && std::ranges::none_of(pictures, is_own)) choices.push_back({own, own});
  for (const char* picture : pictures) choices.push_back({picture, std::string(picture)});
  return choices;
}

std::vector<ui::Choice> no_or_yes() {
  return {{"no", Phrase("office.no")}, {"yes", Phrase("office.yes")}};
}

std::string field_of(SalonRefusal why) {
  if (why == SalonRefusal::not_a_picture) return "picture";
  return "name";
}

}  // namespace

bool OfficeSalon::is_kept(SalonBook& book, TillBook& till_book) {
  return at_any_till(till_book, &CounterRules::appointments) || !book.salon().columns.empty();
}

void OfficeSalon::open(Shown shown) {
  shown_ = shown;
  typed_.clear();
  faults_.clear();
  names_.forget();
}

ui::Page OfficeSalon::page_of(const char* title) {
  ui::Page page;
  page.title = Phrase(title);
  if (notice_) page.remarks.push_back(*notice_);
  return page;
}

void OfficeSalon::add(ui::Form& form, Field field) const {
  field.caution = names_.caution(field.key);
  form.fields.push_back(ui::as_typed(std::move(field), typed_, faults_));
}

ui::Page OfficeSalon::page() {
  switch (shown_) {
    case Shown::columns: return columns_page();
    case Shown::column: return column_page();
    case Shown::services: return services_page();
    case Shown::notes: return notes_page();
    case Shown::hours: return hours_page();
    case Shown::week: return week_page();
    case Shown::days: return days_page();
    case Shown::times: return times_page();
    case Shown::time: return time_page();
    case Shown::packages: return packages_page();
    case Shown::offers: return offers_page();
    case Shown::tips: return tips_page();
  }
  CHECK(false);
}

ui::Page OfficeSalon::columns_page() {
  const Salon salon = keep_.salon();
  ui::Page page = page_of("office.salon.title");
  if (salon.columns.empty()) {
    page.empty = ui::Empty{Phrase("office.salon.empty"), Phrase("office.salon.first"),
                           ui::Action{"new", Phrase("office.salon.new")}};
    return page;
  }
  page.main = ui::Action{"new", Phrase("office.salon.new")};
  page.quiet = {{"services", Phrase("office.salon.services")},
                {"hours", Phrase("office.salon.hours")},
                {"times", Phrase("office.salon.times")},
                {"packages", Phrase("office.salon.packages")},
                {"tips", Phrase("office.salon.tips")}};
  page.subtitle = {today()};
  if (salon.services.empty())
    page.remarks.push_back({Phrase("office.salon.no_services"), ui::Remark::Kind::mend});
  else if (salon.hours.empty())
    page.remarks.push_back({Phrase("office.salon.no_hours"), ui::Remark::Kind::mend});
  else if (!at_any_till(doors_.till_book, &CounterRules::appointments))
    page.remarks.push_back({Phrase("office.salon.not_at_counter")});
  ui::Table table;
  table.row_action = "open";
  table.columns = {{Phrase("office.salon.who"), Column::Align::start, 4},
                   {Phrase("office.salon.kind"), Column::Align::start, 2},
                   {Phrase("office.salon.today"), Column::Align::start, 4},
                   {Phrase("office.salon.booked"), Column::Align::start, 2}};
  for (const SalonColumn& column : salon.columns) {
    const std::string hours = spans_words(salon.spans(column.code, today()));
    ui::Row row{column.code, column.picture, {{column.name}}};
    row.cells.emplace_back(
        Phrase(fmt::format("office.salon.kind.{}", column_kind_text(column.kind))));
    row.cells.emplace_back(column.closed   ? ui::Text(std::string())
                           : hours.empty() ? ui::Text(Phrase("office.salon.not_today"))
                                           : ui::Text(hours));
    row.cells.emplace_back(Phrase(column.closed ? "office.no" : "office.yes"));
    table.rows.push_back(std::move(row));
  }
  page.table = std::move(table);
  return page;
}

ui::Page OfficeSalon::column_page() {
  const Salon salon = keep_.salon();
  const SalonColumn* const column = chosen_.empty() ? nullptr : salon.column(chosen_);
  ui::Page page = page_of("office.salon.new");
  if (column != nullptr) page.title = column->name;
  page.narrow = true;
  if (column != nullptr && column->kind == ColumnKind::person)
    page.quiet = {{"week", Phrase("office.salon.her_hours")}};
  ui::Form form;
  add(form, {.key = "name",
             .label = Phrase("office.salon.name"),
             .value = column != nullptr ? column->name : "",
             .hint = Phrase("office.salon.name_hint")});
  if (column == nullptr)
    add(form, {.key = "kind",
               .kind = Field::Kind::choice,
               .label = Phrase("office.salon.kind"),
               .value = "person",
               .choices = {{"person", Phrase("office.salon.kind.person")},
                           {"chair", Phrase("office.salon.kind.chair")}}});
  else
    add(form, {.key = "booked",
               .kind = Field::Kind::choice,
               .label = Phrase("office.salon.booked"),
               .value = column->closed ? "no" : "yes",
               .choices = no_or_yes(),
               .hint = Phrase("office.salon.booked_hint")});
  const std::string own = column != nullptr ? column->picture : "";
  add(form, {.key = "picture",
             .kind = Field::Kind::picture,
             .label = Phrase("office.hours.picture"),
             .value = own.empty() ? "🙂" : own,
             .choices = column_pictures(own)});
  form.actions = {{"save", names_.label(Phrase("office.settings.save"))},
                  {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

void OfficeSalon::save_column(const ui::Values& values) {
  typed_ = values.texts;
  if (names_.asks(values, {"name"})) return;
  KeepSalon::Column asked{
      .code = chosen_, .name = ui::trimmed(values.text("name")), .picture = values.text("picture")};
  if (chosen_.empty())
    asked.kind = parse_column_kind(values.text("kind"));
  else
    asked.closed = values.text("booked") == "no";
  const auto kept = keep_.set_column(asked);
  if (!kept) return refuse(field_of(kept.refusal()), sentence_of(kept.refusal()));
  open(Shown::columns);
  done("office.settings.saved");
}

// The form begins with what has no minutes yet: what is saved by mistake changes no service.
void OfficeSalon::begin_service(const Salon& salon, const std::vector<ui::Choice>& choices) {
  if (typed_.contains("article")) return;
  const auto fresh = std::ranges::find_if(
      choices, [&](const ui::Choice& choice) { return salon.service(choice.value) == nullptr; });
  if (fresh == choices.end())
    pick_service(choices.front().value);
  else
    typed_["article"] = fresh->value;
}

ui::Page OfficeSalon::services_page() {
  const Salon salon = keep_.salon();
  const std::vector<Article> all = articles();
  ui::Page page = page_of("office.salon.services");
  page.quiet = {{"notes", Phrase("office.salon.notes")}, {"columns", Phrase("office.back")}};
  const std::string chosen = typed_.contains("article") ? typed_.at("article") : "";
  std::vector<ui::Choice> choices = article_choices(all, chosen, true);
  // What has its minutes already is picked in the table, and comes with them.
  std::erase_if(choices, [&](const ui::Choice& choice) {
    return choice.value != chosen && salon.service(choice.value) != nullptr;
  });
  if (choices.empty() && !salon.services.empty()) {
    pick_service(salon.services.front().article);
    choices = article_choices(all, salon.services.front().article, true);
    std::erase_if(choices, [&](const ui::Choice& choice) {
      return choice.value != salon.services.front().article;
    });
  }
  if (choices.empty()) {
    page.empty = ui::Empty{Phrase("office.salon.no_articles"),
                           Phrase("office.salon.no_articles_first"), std::nullopt};
    return page;
  }
  begin_service(salon, choices);
  ui::Form form;
  form.columns = 5;
  add(form, {.key = "article",
             .kind = Field::Kind::choice,
             .label = Phrase("office.salon.service"),
             .choices = std::move(choices)});
  add(form, {.key = "minutes", .label = Phrase("office.salon.minutes"), .value = "30"});
  add(form, {.key = "before", .label = Phrase("office.salon.before"), .value = "0"});
  add(form, {.key = "after", .label = Phrase("office.salon.after"), .value = "0"});
  add(form, {.key = "offered",
             .kind = Field::Kind::choice,
             .label = Phrase("office.salon.offered"),
             .value = "yes",
             .choices = no_or_yes()});
  form.actions = {{"keep_service", Phrase("office.settings.save")}};
  page.form = std::move(form);
  ui::Table table;
  table.row_action = "pick_service";
  table.columns = {{Phrase("office.salon.service"), Column::Align::start, 4},
                   {Phrase("office.salon.minutes"), Column::Align::decimal, 2},
                   {Phrase("office.salon.before"), Column::Align::decimal, 2},
                   {Phrase("office.salon.after"), Column::Align::decimal, 2},
                   {Phrase("office.salon.together"), Column::Align::decimal, 2},
                   {std::nullopt, Column::Align::start, 1},
                   {Phrase("office.salon.offered"), Column::Align::start, 2}};
  for (const SalonService& service : salon.services) {
    const NamedArticle article = named(all, service.article);
    const int whole = service.minutes + service.before_minutes + service.after_minutes;
    ui::Row row{service.article, article.picture, {{article.name}}};
    for (const int minutes :
         {service.minutes, service.before_minutes, service.after_minutes, whole})
      row.cells.emplace_back(std::to_string(minutes));
    row.cells.emplace_back();
    row.cells.emplace_back(Phrase(service.offered ? "office.yes" : "office.no"));
    table.rows.push_back(std::move(row));
  }
  if (!table.rows.empty()) page.table = std::move(table);
  return page;
}

void OfficeSalon::pick_service(const std::string& article) {
  const Salon salon = keep_.salon();
  const SalonService* const service = salon.service(article);
  if (service == nullptr) return;
  typed_ = {{"article", article},
            {"minutes", std::to_string(service->minutes)},
            {"before", std::to_string(service->before_minutes)},
            {"after", std::to_string(service->after_minutes)},
            {"offered", service->offered ? "yes" : "no"}};
}

void OfficeSalon::keep_service(const ui::Values& values) {
  typed_ = values.texts;
  SalonService service{.article = values.text("article"), .offered = values.yes("offered")};
  for (const auto& [field, minutes] :
       {std::pair{"minutes", &service.minutes}, std::pair{"before", &service.before_minutes},
        std::pair{"after", &service.after_minutes}}) {
    const auto typed = typed_number(values.text(field));
    if (!typed) return refuse(field, sentence_of(SalonRefusal::not_minutes));
    *minutes = *typed;
  }
  const auto kept = keep_.set_service(service, articles());
  if (!kept)
    return refuse(kept.refusal() == SalonRefusal::not_minutes ? "minutes" : "article",
                  sentence_of(kept.refusal()));
  typed_.clear();
  done("office.settings.saved");
}

ui::Page OfficeSalon::notes_page() {
  ui::Page page = page_of("office.salon.notes");
  page.subtitle = {Phrase("office.salon.notes_about")};
  page.narrow = true;
  std::string lines;
  for (const std::string& note : keep_.salon().notes) lines += (lines.empty() ? "" : "\n") + note;
  ui::Form form;
  form.columns = 1;
  add(form, {.key = "notes",
             .kind = Field::Kind::lines,
             .label = Phrase("office.salon.notes_label"),
             .value = lines,
             .hint = Phrase("office.salon.notes_hint")});
  form.actions = {{"save_notes", Phrase("office.settings.save")},
                  {"services", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

void OfficeSalon::save_notes(const ui::Values& values) {
  typed_ = values.texts;
  std::vector<std::string> notes;
  std::istringstream lines(values.text("notes"));
  for (std::string line; std::getline(lines, line);) {
    if (!ui::trimmed(line).empty()) notes.push_back(ui::trimmed(line));
  }
  const auto kept = keep_.set_notes(notes);
  if (!kept) return refuse("notes", sentence_of(kept.refusal()));
  open(Shown::services);
  done("office.settings.saved");
}

// Where a section is opened; false where `action` opens none.
bool OfficeSalon::open_section(const std::string& action) {
  static const std::map<std::string, Shown> sections{
      {"columns", Shown::columns}, {"back", Shown::columns},      {"services", Shown::services},
      {"notes", Shown::notes},     {"hours", Shown::hours},       {"days", Shown::days},
      {"times", Shown::times},     {"packages", Shown::packages}, {"offers", Shown::offers},
      {"tips", Shown::tips},       {"week", Shown::week}};
  const auto found = sections.find(action);
  if (found == sections.end()) return false;
  if (action == "packages") search_.clear();
  if (action != "week") chosen_.clear();
  open(found->second);
  return true;
}

void OfficeSalon::write(const std::string& action, const ui::Values& values) {
  if (action == "save") save_column(values);
  if (action == "keep_service") keep_service(values);
  if (action == "save_notes") save_notes(values);
  if (action == "save_week") save_week(values);
  if (action == "keep_day" || action == "usual") keep_day(values, action == "usual");
  if (action == "keep_time") keep_time(values);
  if (action == "free") free_time();
  if (action == "keep_offer") keep_offer(values);
}

ui::Next OfficeSalon::press(const std::string& action, const ui::Values& values) {
  notice_.reset();
  faults_.clear();
  if (open_section(action)) return ui::Next::page();
  const std::string row = values.text("row");
  const auto open_row = [&](Shown shown) {
    chosen_ = row;
    open(shown);
  };
  if (action == "new" || action == "open") open_row(Shown::column);
  if (action == "open_week") open_row(Shown::week);
  if (action == "time") open_row(Shown::time);
  if (action == "pick_service") pick_service(row);
  if (action == "pick_day") pick_day(row);
  if (action == "pick_offer") pick_offer(row);
  if (action == "find") search_ = ui::trimmed(values.text("search"));
  if (action == "earlier") week_ = week_.plus_days(-7);
  if (action == "later") week_ = week_.plus_days(7);
  write(action, values);
  return ui::Next::page();
}

}  // namespace tilia::pos
