#include "app/command_tree.h"

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

CLI::Option* add_flag(CLI::App* command, Desk& desk, const char* name, bool& value,
                      const char* help_key) {
  return command->add_flag(name, value, desk.words.say(help_key));
}

}  // namespace tilia::app
