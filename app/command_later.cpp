#include "app/command_tree.h"

namespace tilia::app {

void add_later_command(CLI::App& parent, Desk& desk, const char* name, const char* whole_name) {
  CLI::App* later = parent.add_subcommand(name, desk.words.say("app.help.later"));
  // Whatever follows is its own: nothing of it is read.
  later->allow_extras();
  later->fallthrough(false);
  later->group("");  // not offered in --help
  later->callback([&desk, whole_name] {
    desk.chosen = [whole_name]() -> ExitStatus {
      throw Stopped(ExitStatus::wrong_usage, "later",
                    Phrase("app.later").with("command", whole_name));
    };
  });
}

void add_later_commands(CLI::App& root, Desk& desk) {
  for (const char* name : {"allocation", "appointment", "funder", "funding", "hub", "invoice",
                           "leave", "order", "person", "roster", "stock", "ticket", "waste"})
    add_later_command(root, desk, name, name);
}

}  // namespace tilia::app
