// `tilia person …`: who somebody is before the law, and what the law lets her ask for.
#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/open_book.h"
#include "payroll/employ.h"
#include "payroll/identity_file.h"

namespace tilia::app {
namespace {

struct PersonOptions {
  std::string alias;
  std::string file;
};

payroll::Worker known_worker(OpenBook& book, const std::string& alias) {
  for (const payroll::Worker& worker : book.pay_book().workers()) {
    if (worker.alias == alias) return worker;
  }
  throw Stopped(ExitStatus::refused, "unknown_worker",
                payroll::sentence_of(payroll::EmployRefusal::unknown_worker, alias));
}

payroll::Identity identity_in(const std::string& file) {
  auto identity = payroll::read_identity_file(whole_file(file));
  if (identity) return std::move(identity).value();
  const std::string place = identity.refusal().empty() ? file : file + ", " + identity.refusal();
  throw Stopped(ExitStatus::refused, "bad_identity",
                Phrase("app.person.bad_identity").with("place", place));
}

ExitStatus person_identity(Desk& desk, const PersonOptions& asked) {
  OpenBook book(desk);
  if (asked.file.empty()) {
    book.acting(Act::read_pay);
    const payroll::Identity identity = book.pay_book().identity(known_worker(book, asked.alias).id);
    Json json = Json::parse(payroll::identity_file_text(identity));
    Rows rows{{identity.legal_name}, {identity.id_number}, {payroll::iban_in_fours(identity.iban)}};
    if (identity.born) rows.push_back({identity.born->text()});
    desk.printer.answer(json, rows);
    return ExitStatus::done;
  }
  book.acting(Act::employ);
  static_cast<void>(known_worker(book, asked.alias));
  const payroll::RuleBook rules(desk.resources.pay_rules());
  const auto kept = payroll::enter_identity(book.pay_book(), rules, asked.alias,
                                            identity_in(asked.file), book.zone(), book.clock());
  if (!kept)
    throw Stopped(ExitStatus::refused, std::string(payroll::identity_refusal_code(kept.refusal())),
                  payroll::sentence_of(kept.refusal()));
  desk.printer.answer(Json{{"worker", asked.alias}, {"kept", true}},
                      Phrase("app.person.identity_kept").with("alias", asked.alias));
  return ExitStatus::done;
}

}  // namespace

void add_person_commands(CLI::App& root, Desk& desk) {
  CLI::App* person = add_family(root, desk, "person", "app.help.person");
  auto options = std::make_shared<PersonOptions>();
  CLI::App* identity = add_command(*person, desk, "identity", "app.help.person_identity",
                                   "tilia person identity amber --set amber.json");
  add_option(identity, desk, "alias", options->alias, "app.option.alias").required();
  add_option(identity, desk, "--set", options->file, "app.option.identity_file");
  does(identity, desk, options, person_identity);
}

}  // namespace tilia::app
