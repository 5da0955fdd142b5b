// `tilia`: the use cases of the house on the command line. COMMANDS.md is its contract.
#include <CLI/CLI.hpp>
#include <iostream>
#include <string_view>

#include "app/command_ticket.h"
#include "app/command_tree.h"
#include "app/edge.h"
#include "app/private_process.h"

namespace tilia::app {
namespace {

// Help is written in a language before anything is parsed, so --language is looked for first.
Language asked_language(int count, char** words) {
  for (int at = 1; at < count; ++at) {
    const std::string_view word = words[at];
    std::string_view tag;
    if (word == "--language" && at + 1 < count) tag = words[at + 1];
    if (word.starts_with("--language=")) tag = word.substr(word.find('=') + 1);
    if (const auto language = parse_language(tag)) return *language;
  }
  return language_of_user();
}

void add_what_stands_everywhere(CLI::App& root, Desk& desk) {
  Everywhere& all = desk.everywhere;
  add_option(&root, desk, "--book", all.book, "app.option.book");
  add_option(&root, desk, "--as", all.as, "app.option.as");
  add_option(&root, desk, "--with", all.with, "app.option.with");
  add_option(&root, desk, "--secret-file", all.secret_file, "app.option.secret_file");
  add_option(&root, desk, "--second-secret-file", all.second_secret_file,
             "app.option.second_secret_file");
  add_option(&root, desk, "--now", all.now, "app.option.now");
  add_option(&root, desk, "--language", all.language, "app.option.language");
  add_flag(&root, desk, "--json", all.json, "app.option.json");
  root.fallthrough();
  root.require_subcommand(1);
  root.set_help_flag("--help,-h", desk.words.say("app.option.help"));
}

void add_every_command(CLI::App& root, Desk& desk) {
  add_init_command(root, desk);
  add_demo_command(root, desk);
  add_user_commands(root, desk);
  add_approval_commands(root, desk);
  add_setting_commands(root, desk);
  add_article_commands(root, desk);
  add_stock_commands(root, desk);
  add_customer_commands(root, desk);
  add_waste_commands(root, desk);
  add_order_commands(root, desk);
  add_bake_commands(root, desk);
  add_recipe_commands(root, desk);
  add_ticket_commands(root, desk);
  add_voucher_commands(root, desk);
  add_account_commands(root, desk);
  add_invoice_commands(root, desk);
  add_advance_commands(root, desk);
  add_package_commands(root, desk);
  add_owners_commands(root, desk);
  add_day_commands(root, desk);
  add_sale_commands(root, desk);
  add_consign_commands(root, desk);
  add_salon_commands(root, desk);
  add_appointment_commands(root, desk);
  add_worker_commands(root, desk);
  add_hours_commands(root, desk);
  add_leave_commands(root, desk);
  add_roster_commands(root, desk);
  add_person_commands(root, desk);
  add_pay_commands(root, desk);
  add_money_commands(root, desk);
  add_shop_commands(root, desk);
  add_funding_commands(root, desk);
  add_report_commands(root, desk);
  add_outsiders_commands(root, desk);
  add_privacy_commands(root, desk);
  add_care_commands(root, desk);
  add_later_commands(root, desk);
}

bool wants_json(int count, char** words) {
  for (int at = 1; at < count; ++at)
    if (std::string_view(words[at]) == "--json") return true;
  return false;
}

ExitStatus run(int count, char** words_typed, Desk& desk) {
  CLI::App root(desk.words.say("app.help.root"), "tilia");
  add_what_stands_everywhere(root, desk);
  add_every_command(root, desk);
  root.get_formatter()->label("REQUIRED", desk.words.say("app.help.required"));
  desk.printer.use_json(wants_json(count, words_typed));
  try {
    root.parse(count, words_typed);
  } catch (const CLI::Success& asked_for_help) {
    root.exit(asked_for_help, std::cout, std::cerr);
    return ExitStatus::done;
  } catch (const CLI::ParseError& fault) {
    throw Stopped(ExitStatus::wrong_usage, "wrong_usage",
                  Phrase("app.wrong.usage").with("found", std::string(fault.what())));
  }
  const Everywhere& all = desk.everywhere;
  if (!all.language.empty() && !parse_language(all.language))
    throw Stopped(ExitStatus::wrong_usage, "bad_language",
                  Phrase("app.wrong.language").with("found", all.language));
  return desk.chosen();
}

}  // namespace
}  // namespace tilia::app

int main(int count, char** words_typed) {
  tilia::app::keep_process_private();
  using namespace tilia::app;
  try {
    const Resources resources = find_resources();
    const tilia::Words words(asked_language(count, words_typed), resources.catalogues());
    Desk desk{resources, words, {}, Printer(std::cout, std::cerr, words), {}};
    return static_cast<int>(at_the_edge(desk, [&] { return run(count, words_typed, desk); }));
  } catch (const std::exception& fault) {
    // Without its catalogue the program has no words: what went wrong is said as it came.
    std::cerr << "tilia: " << fault.what() << std::endl;
    return static_cast<int>(ExitStatus::unreadable);
  }
}
