// `tilia setting …`: what a shop decides about its own programs.
#include <algorithm>

#include "app/command_tree.h"
#include "app/lock_setting.h"
#include "app/open_book.h"
#include "pos/counter_rules.h"
#include "pos/laundry/laundry_rules.h"

namespace tilia::app {
namespace {

struct SettingOptions {
  std::string name;
  std::string value;
  std::string till;  // empty: all of them
};

constexpr std::string_view as_all = "as-all";  // this till does no longer otherwise

using Settings = std::vector<std::pair<std::string, std::string>>;

std::string lock_text(int minutes) { return minutes == 0 ? "never" : std::to_string(minutes); }

Settings settings_of(OpenBook& book, const std::string& till) {
  Settings all{{till_lock_setting, lock_text(till_lock_minutes(book.file()))}};
  const pos::CounterRules rules =
      till.empty() ? pos::common_counter_rules(book.till_book(), book.currency())
                   : pos::counter_rules(book.till_book(), book.currency(), book.known_till(till));
  for (const std::string& name : pos::counter_rule_names())
    all.emplace_back(name, pos::counter_rule_text(rules, name));
  const pos::LaundryRules laundry = pos::laundry_rules(book.till_book());
  for (const std::string& name : pos::laundry_rule_names())
    all.emplace_back(name, pos::laundry_rule_text(laundry, name));
  return all;
}

ExitStatus setting_list(Desk& desk, const SettingOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_catalogue);
  Json settings = Json::array();
  Rows rows;
  for (const auto& [name, value] : settings_of(book, asked.till)) {
    settings.push_back({{"name", name}, {"value", value}});
    rows.push_back({name, value});
  }
  desk.printer.answer(Json{{"settings", settings}}, rows);
  return ExitStatus::done;
}

void set_lock(OpenBook& book, const std::string& value) {
  const auto minutes = parse_lock_minutes(value);
  if (!minutes)
    throw Stopped(ExitStatus::wrong_usage, "bad_minutes",
                  Phrase("app.setting.bad_minutes").with("found", value));
  set_till_lock_minutes(book.file(), *minutes);
}

void set_counter_rule(OpenBook& book, const SettingOptions& asked) {
  const std::string name =
      asked.till.empty() ? asked.name : pos::rule_of_till(asked.name, book.known_till(asked.till));
  if (!asked.till.empty() && asked.value == as_all) {
    book.till_book().set_counter_rule(name, {}, book.clock().now());
    return;
  }
  const auto rules = pos::with_rule({}, asked.name, asked.value, book.currency());
  if (!rules)
    throw Stopped(ExitStatus::wrong_usage,
                  std::string(pos::counter_rule_refusal_code(rules.refusal())),
                  pos::sentence_of(rules.refusal(), asked.value));
  book.till_book().set_counter_rule(name, pos::counter_rule_text(rules.value(), asked.name),
                                    book.clock().now());
}

void set_laundry_rule(OpenBook& book, const SettingOptions& asked) {
  const auto rules = pos::with_laundry_rule({}, asked.name, asked.value);
  if (!rules)
    throw Stopped(ExitStatus::wrong_usage, "bad_number",
                  Phrase("app.setting.bad_number").with("found", asked.value));
  book.till_book().set_counter_rule(asked.name, pos::laundry_rule_text(*rules, asked.name),
                                    book.clock().now());
}

bool is_one_of(const std::vector<std::string>& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

ExitStatus setting_set(Desk& desk, const SettingOptions& asked) {
  const bool rule = is_one_of(pos::counter_rule_names(), asked.name);
  const bool of_laundry = is_one_of(pos::laundry_rule_names(), asked.name);
  if (!rule && !of_laundry && asked.name != till_lock_setting)
    throw Stopped(ExitStatus::wrong_usage, "no_such_setting",
                  Phrase("app.setting.unknown").with("found", asked.name));
  if (!rule && !asked.till.empty())
    throw Stopped(ExitStatus::wrong_usage, "not_of_one_till",
                  Phrase("app.setting.not_of_one_till").with("name", asked.name));
  OpenBook book(desk);
  book.acting(Act::keep_catalogue);
  if (rule)
    set_counter_rule(book, asked);
  else if (of_laundry)
    set_laundry_rule(book, asked);
  else
    set_lock(book, asked.value);
  const Settings now = settings_of(book, asked.till);
  const auto kept = std::ranges::find(now, asked.name, &Settings::value_type::first);
  desk.printer.answer(
      Json{{"name", asked.name}, {"value", kept->second}},
      Phrase("app.setting.kept").with("name", asked.name).with("value", kept->second));
  return ExitStatus::done;
}

}  // namespace

void add_setting_commands(CLI::App& root, Desk& desk) {
  CLI::App* setting = add_family(root, desk, "setting", "app.help.setting");
  auto listing = std::make_shared<SettingOptions>();
  CLI::App* list =
      add_command(*setting, desk, "list", "app.help.setting_list", "tilia setting list");
  add_option(list, desk, "--till", listing->till, "app.option.setting_till");
  does(list, desk, listing, setting_list);
  auto options = std::make_shared<SettingOptions>();
  CLI::App* set = add_command(*setting, desk, "set", "app.help.setting_set",
                              "tilia setting set lock.till_minutes 10");
  add_option(set, desk, "name", options->name, "app.option.setting_name").required();
  add_option(set, desk, "value", options->value, "app.option.setting_value").required();
  add_option(set, desk, "--till", options->till, "app.option.setting_till");
  does(set, desk, options, setting_set);
}

}  // namespace tilia::app
