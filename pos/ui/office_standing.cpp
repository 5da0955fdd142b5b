// The room Bakery: standing orders. Whose one is, is said once; a name of somebody new is noted
// beside the journal, as at the counter.
#include <fmt/format.h>

#include <algorithm>

#include "core/ui/office/typed.h"
#include "pos/article_code.h"
#include "pos/ui/office_bakery.h"
#include "pos/ui/trade_words.h"

namespace tilia::pos {
namespace {

using ui::Column;
using ui::Field;

constexpr int weekdays = 7;
constexpr int days_ahead = 35;  // on which it may begin or stop
constexpr std::size_t least_lines = 6;
constexpr std::size_t most_lines = 40;
constexpr const char* by_name = "*";  // no account: somebody by her name
constexpr const char* nothing = "-";

std::string article_field(std::size_t line) { return fmt::format("article.{}", line); }
std::string quantity_field(std::size_t line) { return fmt::format("quantity.{}", line); }
std::string weekday_field(int weekday) { return fmt::format("on.{}", weekday); }

}  // namespace

std::optional<StandingOrder> OfficeBakery::chosen_standing() {
  for (StandingOrder& standing : doors_.book.standing_orders()) {
    if (standing.code == chosen_) return std::move(standing);
  }
  return std::nullopt;
}

OfficeBakery::Whose OfficeBakery::whose_is(const StandingOrder& standing) {
  for (const CustomerAccount& account : doors_.tenders.accounts()) {
    if (account.code == standing.by.account) return {account.picture, account.name};
  }
  if (standing.by.customer) {
    if (const auto customer = doors_.customers.customer(*standing.by.customer))
      return {"🙂", customer->name};
  }
  return {"🙂", Phrase("office.bakery.nobody_known")};
}

ui::Page OfficeBakery::standing_page() {
  ui::Page page = page_of("office.bakery.standing");
  page.subtitle = {Phrase("office.bakery.standing_about")};
  page.main = ui::Action{"new_standing", Phrase("office.bakery.new_standing")};
  page.quiet = {{"orders", Phrase("office.back")}};
  const std::vector<StandingOrder> all = doors_.book.standing_orders();
  if (all.empty()) {
    page.main.reset();
    page.empty =
        ui::Empty{Phrase("office.bakery.no_standing"), Phrase("office.bakery.no_standing_first"),
                  ui::Action{"new_standing", Phrase("office.bakery.new_standing")}};
    return page;
  }
  const std::vector<Article> catalogue = articles();
  ui::Table table;
  table.row_action = "stands";
  table.columns = {{Phrase("office.bakery.whose"), Column::Align::start, 8}};
  for (int weekday = 0; weekday < weekdays; ++weekday)
    table.columns.push_back(
        {Phrase(fmt::format("office.weekday_short.{}", weekday)), Column::Align::start, 2});
  table.columns.push_back({Phrase("office.bakery.what"), Column::Align::start, 13});
  table.columns.push_back({Phrase("office.bakery.last_day"), Column::Align::start, 6});
  for (const StandingOrder& standing : all) {
    const Whose whose = whose_is(standing);
    ui::Row row{standing.code, whose.picture, {{whose.name}}};
    for (int weekday = 0; weekday < weekdays; ++weekday) {
      const bool on = std::ranges::find(standing.weekdays, weekday) != standing.weekdays.end();
      row.cells.emplace_back(on ? "●" : "");
    }
    std::string lines;
    for (const StandingOrder::Line& line : standing.lines)
      lines += fmt::format("{}{} × {}", lines.empty() ? "" : ", ", line.quantity.text(),
                           named(catalogue, line.article).name);
    row.cells.emplace_back(lines);
    row.cells.push_back(standing.until ? ui::Cell{*standing.until} : ui::Cell{});
    table.rows.push_back(std::move(row));
  }
  page.table = std::move(table);
  return page;
}

// Of a new one: an account, or somebody by a name.
void OfficeBakery::add_whose(ui::Form& form) {
  std::vector<ui::Choice> choices{{by_name, Phrase("office.bakery.by_name")}};
  for (const CustomerAccount& account : doors_.tenders.accounts()) {
    if (!account.closed) choices.push_back({account.code, account.picture + "  " + account.name});
  }
  add(form, {.key = "by",
             .kind = Field::Kind::choice,
             .label = Phrase("office.bakery.whose"),
             .choices = std::move(choices)});
  add(form, {.key = "name", .label = Phrase("office.bakery.name")});
  add(form, {.key = "phone", .label = Phrase("office.bakery.phone")});
  std::vector<ui::Choice> tills;
  for (const Shop& shop : doors_.till_book.organisation().shops)
    tills.push_back({shop.till, shop.name});
  add(form, {.key = "till",
             .kind = Field::Kind::choice,
             .label = Phrase("office.bakery.collected_at"),
             .choices = std::move(tills)});
}

void OfficeBakery::add_lines(ui::Form& form, const std::optional<StandingOrder>& now) {
  std::size_t count = now ? std::max(least_lines, now->lines.size() + 2) : least_lines;
  count = std::min(most_lines, count + count % 2);
  const std::vector<Article> all = articles();
  for (std::size_t line = 0; line < count; ++line) {
    const bool known = now && line < now->lines.size();
    const std::string article = known ? now->lines[line].article : "";
    std::vector<ui::Choice> choices = article_choices(all, article, false);
    choices.insert(choices.begin(), {nothing, std::string("–")});
    add(form, {.key = article_field(line),
               .kind = Field::Kind::choice,
               .label = Phrase("office.catalogue.article"),
               .value = article,
               .choices = std::move(choices)});
    add(form, {.key = quantity_field(line),
               .label = Phrase("office.bakery.quantity"),
               .value = known ? now->lines[line].quantity.text() : ""});
  }
}

ui::Page OfficeBakery::stands_page() {
  const auto now = chosen_standing();
  ui::Page page = page_of(now ? "office.bakery.one_standing" : "office.bakery.new_standing");
  if (now) page.subtitle = {whose_is(*now).name};
  ui::Form form;
  form.columns = 4;
  if (!now) add_whose(form);
  for (int weekday = 0; weekday < weekdays; ++weekday) {
    const bool on = now && std::ranges::find(now->weekdays, weekday) != now->weekdays.end();
    add(form, {.key = weekday_field(weekday),
               .kind = Field::Kind::yes_no,
               .label = weekday_words(weekday),
               .value = on ? "yes" : "no"});
  }
  form.fields.push_back({.key = "", .kind = Field::Kind::gap});
  add_lines(form, now);
  add(form, {.key = "time",
             .label = Phrase("office.bakery.time"),
             .value = now && now->minute ? time_words(*now->minute) : ""});
  std::vector<ui::Choice> days;
  for (int ahead = 0; ahead <= days_ahead; ++ahead) {
    const Day day = orders_.today().plus_days(ahead);
    days.push_back({day.text(), day});
  }
  add(form, {.key = "from",
             .kind = Field::Kind::choice,
             .label = Phrase(now ? "office.bakery.stop_from" : "office.bakery.first_day"),
             .value = orders_.today().plus_days(1).text(),
             .choices = std::move(days)});
  form.actions = {{"save_standing", names_.label(Phrase("office.settings.save"))},
                  {"standing", Phrase("office.back")}};
  if (now) form.actions.push_back({"stop", Phrase("office.bakery.stop"), !now->until.has_value()});
  page.form = std::move(form);
  return page;
}

// What was typed, over what was there; nothing while something is to mend.
std::optional<StandingOrder> OfficeBakery::typed_standing(const ui::Values& values) {
  const auto now = chosen_standing();
  const auto first = Day::parse(values.text("from"));
  if (!first) refuse("from", Phrase("office.fault.day"));
  std::vector<StandingOrder::Line> lines;
  for (std::size_t line = 0; line < most_lines; ++line) {
    const std::string article = values.text(article_field(line));
    if (article.empty() || article == nothing) continue;
    const auto quantity = typed_quantity(values.text(quantity_field(line)));
    if (!quantity) {
      refuse(quantity_field(line), sentence_of(quantity.refusal()));
      continue;
    }
    lines.push_back({article, quantity.value(), ""});
    if (now && line < now->lines.size() && now->lines[line].article == article)
      lines.back().note = now->lines[line].note;
  }
  std::optional<int> minute;
  if (const std::string time = ui::trimmed(values.text("time")); !time.empty()) {
    minute = typed_time(time);
    if (!minute) refuse("time", Phrase("office.salon.bad_clock"));
  }
  if (!faults_.empty() || !first) return std::nullopt;
  StandingOrder standing =
      now ? *now
          : StandingOrder{
                .code = {}, .till = {}, .by = {}, .weekdays = {}, .lines = {}, .from = *first};
  standing.weekdays.clear();
  for (int weekday = 0; weekday < weekdays; ++weekday) {
    if (values.yes(weekday_field(weekday))) standing.weekdays.push_back(weekday);
  }
  standing.lines = std::move(lines);
  standing.minute = minute;
  return standing;
}

void OfficeBakery::save_standing(const ui::Values& values) {
  typed_ = values.texts;
  if (names_.asks(values, {"name"})) return;
  auto standing = typed_standing(values);
  if (!standing) return;
  std::optional<Customer> noted;
  if (standing->code.empty()) {
    const std::vector<StandingOrder> all = doors_.book.standing_orders();
    const auto taken = [&](const std::string& code) {
      return std::ranges::find(all, code, &StandingOrder::code) != all.end();
    };
    standing->code = code_from_name("standing", taken);  // never of a name: it is for good
    standing->till = values.text("till");
    if (values.text("by") == by_name) {
      noted = Customer{CustomerId::mint(doors_.chance), ui::trimmed(values.text("name")),
                       ui::trimmed(values.text("phone"))};
      standing->by.customer = noted->id;
    } else {
      standing->by.account = values.text("by");
    }
  }
  const auto kept = orders_.stand(*standing, noted);
  if (!kept && kept.refusal().customer)
    return refuse(*kept.refusal().customer == CustomerRefusal::bad_phone ? "phone" : "name",
                  sentence_of(kept.refusal()));
  if (!kept) return mend(sentence_of(kept.refusal()));
  open(Shown::standing);
  done("office.settings.saved");
}

// What is ordered of it already for a later day stays an order.
void OfficeBakery::stop_standing(const ui::Values& values) {
  typed_ = values.texts;
  const auto from = Day::parse(values.text("from"));
  if (!from) return refuse("from", Phrase("office.fault.day"));
  const auto stopped = orders_.stop(chosen_, *from);
  if (!stopped) return mend(sentence_of(stopped.refusal()));
  open(Shown::standing);
  done("office.bakery.stopped");
}

}  // namespace tilia::pos
