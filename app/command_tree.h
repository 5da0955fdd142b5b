// The words of `tilia` as a tree: how a command, its options and what it does are hung into it.
// Each command is explained in the user's language, with one example of how it is typed. Only
// command_tree.cpp and tilia.cpp read the library's header: it is large, and commands are many.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/command.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace tilia::app {

// `example` is what one types: no words for people, so it is the same in every language.
CLI::App* add_command(CLI::App& parent, Desk& desk, const char* name, const char* help_key,
                      const char* example);
// A word that only gathers commands: `tilia day …`.
CLI::App* add_family(CLI::App& root, Desk& desk, const char* name, const char* help_key);

// What may still be said of an option that was just added.
class Option {
 public:
  explicit Option(CLI::Option* option) : option_(option) {}
  Option& required();
  // May be repeated, and each value has the option's name before it.
  Option& one_value_each();

 private:
  CLI::Option* option_;
};

// Value: text, a whole number, or a vector of either; listed in command_tree.cpp.
template <class Value>
Option add_option(CLI::App* command, Desk& desk, const char* name, Value& value,
                  const char* help_key);
void add_flag(CLI::App* command, Desk& desk, const char* name, bool& value, const char* help_key);

void when_chosen(CLI::App* command, Desk& desk, std::function<ExitStatus()> act);

template <class Options>
void does(CLI::App* command, Desk& desk, std::shared_ptr<Options> options,
          ExitStatus (*act)(Desk&, const Options&)) {
  when_chosen(command, desk, [&desk, options, act] { return act(desk, *options); });
}

// One function for each family, in command_<family>.cpp.
void add_init_command(CLI::App& root, Desk& desk);
void add_demo_command(CLI::App& root, Desk& desk);
void add_setting_commands(CLI::App& root, Desk& desk);
void add_worker_login_command(CLI::App& worker, Desk& desk);
void add_approval_commands(CLI::App& root, Desk& desk);
void add_user_commands(CLI::App& root, Desk& desk);
void add_article_commands(CLI::App& root, Desk& desk);
void add_stock_commands(CLI::App& root, Desk& desk);
void add_customer_commands(CLI::App& root, Desk& desk);
void add_waste_commands(CLI::App& root, Desk& desk);
void add_order_commands(CLI::App& root, Desk& desk);
void add_bake_commands(CLI::App& root, Desk& desk);
void add_recipe_commands(CLI::App& root, Desk& desk);
void add_voucher_commands(CLI::App& root, Desk& desk);
void add_advance_commands(CLI::App& root, Desk& desk);
void add_package_commands(CLI::App& root, Desk& desk);
void add_owners_commands(CLI::App& root, Desk& desk);
void add_account_commands(CLI::App& root, Desk& desk);
void add_invoice_commands(CLI::App& root, Desk& desk);
void add_consign_commands(CLI::App& root, Desk& desk);
void add_salon_commands(CLI::App& root, Desk& desk);
void add_appointment_commands(CLI::App& root, Desk& desk);
void add_day_commands(CLI::App& root, Desk& desk);
void add_sale_commands(CLI::App& root, Desk& desk);
void add_worker_commands(CLI::App& root, Desk& desk);
void add_hours_commands(CLI::App& root, Desk& desk);
void add_leave_commands(CLI::App& root, Desk& desk);
void add_roster_commands(CLI::App& root, Desk& desk);
void add_person_commands(CLI::App& root, Desk& desk);
void add_pay_commands(CLI::App& root, Desk& desk);
void add_funding_commands(CLI::App& root, Desk& desk);
void add_money_commands(CLI::App& root, Desk& desk);  // expense, service
void add_shop_commands(CLI::App& root, Desk& desk);
void add_report_commands(CLI::App& root, Desk& desk);
void add_outsiders_commands(CLI::App& root, Desk& desk);  // outsiders, names
void add_privacy_commands(CLI::App& root, Desk& desk);
void add_care_commands(CLI::App& root, Desk& desk);  // journal, backup, diagnostics
// What a later release builds: answers with a sentence and exit status 2, never with a wrong
// figure.
void add_later_commands(CLI::App& root, Desk& desk);
void add_later_command(CLI::App& parent, Desk& desk, const char* name, const char* whole_name);

}  // namespace tilia::app
