#include "app/command_tree.h"

#include <CLI/CLI.hpp>
#include <cstdint>
#include <vector>

namespace tilia::app {

CLI::App* add_command(CLI::App& parent, Desk& desk, const char* name, const char* help_key,
                      const char* example) {
  CLI::App* command = parent.add_subcommand(name, desk.words.say(help_key));
  command->footer(desk.words.say(Phrase("app.help.example").with("example", example)));
  return command;
}

CLI::App* add_family(CLI::App& root, Desk& desk, const char* name, const char* help_key) {
  CLI::App* family = root.add_subcommand(name, desk.words.say(help_key));
  family->require_subcommand(1);
  return family;
}

Option& Option::required() {
  option_->required();
  return *this;
}

Option& Option::one_value_each() {
  option_->allow_extra_args(false);
  return *this;
}

template <class Value>
Option add_option(CLI::App* command, Desk& desk, const char* name, Value& value,
                  const char* help_key) {
  return Option(command->add_option(name, value, desk.words.say(help_key)));
}

template Option add_option(CLI::App*, Desk&, const char*, std::string&, const char*);
template Option add_option(CLI::App*, Desk&, const char*, int&, const char*);
template Option add_option(CLI::App*, Desk&, const char*, std::int64_t&, const char*);
template Option add_option(CLI::App*, Desk&, const char*, std::uint64_t&, const char*);
template Option add_option(CLI::App*, Desk&, const char*, std::vector<std::string>&, const char*);
template Option add_option(CLI::App*, Desk&, const char*, std::vector<std::int64_t>&, const char*);

void add_flag(CLI::App* command, Desk& desk, const char* name, bool& value, const char* help_key) {
  command->add_flag(name, value, desk.words.say(help_key));
}

void when_chosen(CLI::App* command, Desk& desk, std::function<ExitStatus()> act) {
  command->callback([&desk, act = std::move(act)] { desk.chosen = act; });
}

void add_later_command(CLI::App& parent, Desk& desk, const char* name, const char* whole_name) {
  CLI::App* later = parent.add_subcommand(name, desk.words.say("app.help.later"));
  // Whatever follows is its own: nothing of it is read.
  later->allow_extras();
  later->fallthrough(false);
  later->group("");  // not offered in --help
  when_chosen(later, desk, [whole_name]() -> ExitStatus {
    throw Stopped(ExitStatus::wrong_usage, "later",
                  Phrase("app.later").with("command", whole_name));
  });
}

}  // namespace tilia::app
