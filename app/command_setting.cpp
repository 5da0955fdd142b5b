// `tilia setting …`: what a shop decides about its own programs.
#include "app/command_tree.h"
#include "app/lock_setting.h"
#include "app/open_book.h"

namespace tilia::app {
namespace {

struct SettingOptions {
  std::string name;
  std::string value;
};

std::string lock_text(int minutes) { return minutes == 0 ? "never" : std::to_string(minutes); }

ExitStatus setting_list(Desk& desk, const SettingOptions&) {
  OpenBook book(desk);
  book.acting(Act::keep_catalogue);
  const std::string value = lock_text(till_lock_minutes(book.file()));
  desk.printer.answer(
      Json{{"settings", Json::array({{{"name", till_lock_setting}, {"value", value}}})}},
      Rows{{till_lock_setting, value}});
  return ExitStatus::done;
}

ExitStatus setting_set(Desk& desk, const SettingOptions& asked) {
  if (asked.name != till_lock_setting)
    throw Stopped(ExitStatus::wrong_usage, "no_such_setting",
                  Phrase("app.setting.unknown").with("found", asked.name));
  const auto minutes = parse_lock_minutes(asked.value);
  if (!minutes)
    throw Stopped(ExitStatus::wrong_usage, "bad_minutes",
                  Phrase("app.setting.bad_minutes").with("found", asked.value));
  OpenBook book(desk);
  book.acting(Act::keep_catalogue);
  set_till_lock_minutes(book.file(), *minutes);
  desk.printer.answer(
      Json{{"name", asked.name}, {"value", lock_text(*minutes)}},
      Phrase("app.setting.kept").with("name", asked.name).with("value", lock_text(*minutes)));
  return ExitStatus::done;
}

}  // namespace

void add_setting_commands(CLI::App& root, Desk& desk) {
  CLI::App* setting = add_family(root, desk, "setting", "app.help.setting");
  does(add_command(*setting, desk, "list", "app.help.setting_list", "tilia setting list"), desk,
       std::make_shared<SettingOptions>(), setting_list);
  auto options = std::make_shared<SettingOptions>();
  CLI::App* set = add_command(*setting, desk, "set", "app.help.setting_set",
                              "tilia setting set lock.till_minutes 10");
  add_option(set, desk, "name", options->name, "app.option.setting_name").required();
  add_option(set, desk, "value", options->value, "app.option.setting_value").required();
  does(set, desk, options, setting_set);
}

}  // namespace tilia::app
