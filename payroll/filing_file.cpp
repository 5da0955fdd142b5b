// payroll/filings/<country>.toml, read strictly; payroll/filings/README.md says what each key is.
#include <algorithm>
#include <array>
#include <utility>

#include "payroll/filing.h"
#include "payroll/rule_file.h"
#include "payroll/rule_keys.h"

namespace tilia::payroll {
namespace {

using Sum = FilingField::Sum;
using After = DueRule::After;

constexpr int longest_wait = 12;  // months
constexpr int longest_month = 31;

constexpr std::array<std::pair<std::string_view, Sum>, 10> sums{
    {{"people", Sum::people},
     {"hours", Sum::hours},
     {"gross", Sum::gross},
     {"net", Sum::net},
     {"tax_base", Sum::tax_base},
     {"tax", Sum::tax},
     {"employee", Sum::employee},
     {"employer", Sum::employer},
     {"contribution", Sum::contribution},
     {"base", Sum::base}}};
constexpr std::array<std::pair<std::string_view, FilingMark::Is>, 5> marks{
    {{"tax_number", FilingMark::Is::tax_number},
     {"period", FilingMark::Is::period},
     {"payout", FilingMark::Is::payout},
     {"people", FilingMark::Is::people},
     {"by_hand", FilingMark::Is::by_hand}}};
constexpr std::array<std::pair<std::string_view, DueWhat>, 3> whats{
    {{"filing", DueWhat::filing},
     {"contributions", DueWhat::contributions},
     {"tax", DueWhat::tax}}};
constexpr std::array<std::pair<std::string_view, After>, 7> afters{
    {{"month", After::month},
     {"quarter", After::quarter},
     {"payout_month", After::payout_month},
     {"payout", After::payout},
     {"before_payout", After::before_payout},
     {"fixed", After::fixed},
     {"unknown", After::unknown}}};
enum class Where { total, rows, both };
constexpr std::array<std::pair<std::string_view, Where>, 3> wheres{
    {{"total", Where::total}, {"rows", Where::rows}, {"both", Where::both}}};
constexpr std::array<std::pair<std::string_view, Payer>, 2> payers{
    {{"employee", Payer::employee}, {"employer", Payer::employer}}};

constexpr std::string_view say_law = "name the decree that asks for it";
constexpr std::string_view say_source = "say where it was read";

// Which contribution: a line of the country's tables, or all that pay for one thing.
void read_contribution(Keys& keys, FilingField& field) {
  const bool by_line = keys.has("line");
  if (by_line == keys.has("branch"))
    keys.refuse("line", "write line = \"RO_CAS\", or branch = \"pension\", and not both");
  if (by_line) field.line = keys.text("line", "write the code of a contribution");
  if (!by_line) {
    field.branch = keys.text("branch", "write what the contribution pays for");
    if (std::find(branches().begin(), branches().end(), field.branch) == branches().end())
      keys.refuse("branch", "is none that the tables know");
  }
  if (keys.has("payer")) field.payer = keys.one_of("payer", payers);
}

FilingField read_field(Keys& keys) {
  FilingField field{.name = keys.text("name", "write the name that stands on the form"),
                    .sum = keys.one_of("sum", sums),
                    .line = {},
                    .branch = {},
                    .payer = {}};
  if (field.sum == Sum::contribution || field.sum == Sum::base) read_contribution(keys, field);
  if (field.sum == Sum::base && field.line.empty())
    keys.refuse("line", "a base is of one contribution; name its code");
  const Where where = keys.has("in") ? keys.one_of("in", wheres) : Where::total;
  field.in_total = where != Where::rows;
  field.in_rows = where != Where::total;
  if (field.sum == Sum::people && field.in_rows) keys.refuse("in", "people are counted in total");
  keys.nothing_else();
  return field;
}

void read_when(Keys& keys, DueRule& rule) {
  switch (rule.after) {
    case After::payout:
    case After::before_payout:
    case After::unknown: return;
    case After::fixed:
      rule.fixed = keys.day("by");
      if (keys.has("opens_on")) rule.fixed_from = keys.day("opens_on");
      if (rule.fixed_from && *rule.fixed < *rule.fixed_from)
        keys.refuse("opens_on", "lies after the day by which it is due");
      return;
    case After::month:
    case After::quarter:
    case After::payout_month: break;
  }
  if (keys.has("months")) rule.months = keys.whole("months", 0, longest_wait);
  rule.last_working_day = keys.flag("last_working_day");
  if (rule.last_working_day == keys.has("day"))
    keys.refuse("day", "write a day of the month, or last_working_day = true, and not both");
  if (!rule.last_working_day) rule.day = keys.whole("day", 1, longest_month);
  if (keys.has("opens")) rule.opens = keys.whole("opens", 1, longest_month);
  if (rule.opens && rule.day && *rule.day < *rule.opens)
    keys.refuse("opens", "lies after the day by which it is due");
}

DueRule read_due(Keys& keys) {
  DueRule rule;
  rule.what = keys.one_of("what", whats);
  rule.after = keys.one_of("after", afters);
  read_when(keys, rule);
  if (keys.has("moved_by"))
    rule.moved_by = keys.text("moved_by", "name the decree that moves it to the next working day");
  if (keys.has("applies")) rule.applies = keys.text("applies", "say to whom alone");
  rule.law = keys.text("law", say_law);
  rule.source = keys.text("source", say_source);
  rule.unverified = keys.flag("unverified");
  keys.nothing_else();
  return rule;
}

// Tables within a form, each read by `read`.
template <class Value>
std::vector<Value> read_all(Keys& keys, std::string_view key, const std::string& where,
                            Value (*read)(Keys&)) {
  std::vector<Value> all;
  for (const toml::node& node : keys.tables(key, fmt::format("write each as a [[form.{}]]", key))) {
    Keys inner(*node.as_table(), fmt::format("{}, {} {}", where, key, all.size() + 1));
    all.push_back(read(inner));
  }
  return all;
}

FilingMark read_mark(Keys& keys) {
  FilingMark mark{.name = keys.text("name", "write what identifies the form"),
                  .is = keys.one_of("is", marks)};
  keys.nothing_else();
  return mark;
}

FilingForm read_form(Keys& keys, const std::string& where) {
  FilingForm form{.code = keys.text("code", "give the form a short name"),
                  .from = keys.day("from"),
                  .to = {},
                  .name = keys.text("name", "write the form's name as it stands on it"),
                  .sent_to = keys.text("sent_to", "say to whom it is sent"),
                  .marks = read_all(keys, "mark", where, read_mark),
                  .dues = read_all(keys, "due", where, read_due),
                  .fields = read_all(keys, "field", where, read_field),
                  .law = keys.text("law", say_law),
                  .source = keys.text("source", say_source),
                  .unverified = keys.flag("unverified")};
  if (keys.has("to")) form.to = keys.day("to");
  if (form.to && *form.to < form.from) keys.refuse("to", "lies before the first day");
  keys.nothing_else();
  return form;
}

}  // namespace

std::string_view due_what_text(DueWhat what) {
  return std::find_if(whats.begin(), whats.end(),
                      [&](const auto& each) { return each.second == what; })
      ->first;
}

FilingLaw FilingLaw::of(const std::filesystem::path& folder, const std::string& country) {
  FilingLaw law;
  const std::filesystem::path file = folder / (country + ".toml");
  if (!std::filesystem::exists(file)) return law;
  const std::string name = file.filename().string();
  const toml::table document = parsed_law_file(file);
  Keys keys(document, name);
  law.reviewed_ = keys.day("reviewed");
  for (const toml::node& node : keys.tables("form", "write each form as a [[form]]")) {
    const std::string where = fmt::format("{}, form {}", name, law.forms_.size() + 1);
    Keys inner(*node.as_table(), where);
    FilingForm form = read_form(inner, where);
    for (const FilingForm& before : law.forms_) {
      if (before.code == form.code && (!before.to || *before.to >= form.from))
        inner.refuse("from", "the form of this code before it has not ended yet");
    }
    law.forms_.push_back(std::move(form));
  }
  keys.nothing_else();
  return law;
}

}  // namespace tilia::payroll
