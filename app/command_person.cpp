// `tilia person …`: who somebody is before the law, and what the law lets her ask for.
#include <fmt/format.h>

#include "app/arguments.h"
#include "app/command_person_read.h"
#include "app/command_tree.h"
#include "app/elsewhere.h"
#include "app/open_book.h"
#include "app/person_file.h"
#include "app/person_paper.h"
#include "app/privacy_papers.h"
#include "payroll/employ.h"
#include "payroll/erase_person.h"
#include "payroll/identity_file.h"

namespace tilia::app {
namespace {

struct PersonOptions {
  std::string approval;  // a file with the line of a second person who is elsewhere
  std::string alias;
  std::string file;
  std::string pdf;
  bool nothing_to_keep = false;
  bool due = false;
};

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

// Her own copy: by whoever keeps the vault and the auditor together. The one opens what is held,
// the other who read it.
ExitStatus person_export(Desk& desk, const PersonOptions& asked) {
  OpenBook book(desk);
  const db::User first = book.acting(Act::care_for_person);
  const db::Session auditor = book.beside(Act::audit_reads, first);
  const payroll::Worker worker = known_worker(book, asked.alias);
  PersonFile file{.organisation = book.organisation().name,
                  .made_at = book.clock().now(),
                  .made_by = {first.name, auditor.user.name},
                  .copy = book.person_book().copy_of(worker),
                  .reads = {},
                  .users = book.users().list()};
  file.reads = db::ReadLog(book.file(), auditor.keys, book.clock()).reads();
  const Json json = signed_person_json(file, book.file(), device_folder());
  if (!asked.pdf.empty())
    write_whole(asked.pdf,
                reporting::document_pdf(person_document(file, book.paper_words(), book.zone()),
                                        reporting::Typeface(desk.resources.fonts())));
  if (asked.file.empty()) {
    desk.printer.answer(json, Rows{{json.dump(2)}});
    return ExitStatus::done;
  }
  write_whole(asked.file, json.dump(2) + "\n");
  Json answer{{"worker", worker.alias}, {"file", asked.file}};
  if (!asked.pdf.empty()) answer["pdf"] = asked.pdf;
  desk.printer.answer(answer, Phrase("app.person.exported").with("file", asked.file));
  return ExitStatus::done;
}

Json plan_json(const std::vector<payroll::ErasurePart>& plan) {
  Json json = Json::array();
  for (const payroll::ErasurePart& part : plan) {
    Json one{{"part", payroll::person_part_text(part.part)},
             {"when", payroll::erasure_when_text(part.when)}};
    if (part.until) one["until"] = part.until->text();
    if (!part.law.empty()) one["law"] = part.law;
    json.push_back(one);
  }
  return json;
}

Rows plan_rows(Desk& desk, const std::vector<payroll::ErasurePart>& plan) {
  Rows rows;
  for (const payroll::ErasurePart& part : plan) {
    Phrase when(fmt::format("app.person.when.{}", payroll::erasure_when_text(part.when)));
    if (part.until) when = std::move(when).with("day", *part.until);
    if (!part.law.empty()) when = std::move(when).with("law", part.law);
    rows.push_back({desk.words.say(Phrase(
                        fmt::format("app.person.part.{}", payroll::person_part_text(part.part)))),
                    desk.words.say(when)});
  }
  return rows;
}

Json proof_json(const payroll::ErasureProof& proof) {
  return {{"files", proof.files},
          {"bytes", proof.bytes},
          {"sought", proof.sought},
          {"found", proof.found},
          {"log_emptied", proof.log_moved}};
}

ExitStatus erase_due(Desk& desk, OpenBook& book) {
  book.acting(Act::care_for_person);
  const Instant now = book.clock().now();
  Json gone = Json::array();
  Rows rows;
  for (const payroll::ErasedBySelf& each : payroll::erase_what_is_due(
           book.pay_book(), book.person_book(),
           retention_of(book.file(), desk.resources.retention_rules(), book.organisation().country),
           book.zone().local_day(now), now)) {
    Json parts = Json::array();
    for (const payroll::PersonPart part : each.parts)
      parts.push_back(payroll::person_part_text(part));
    gone.push_back({{"worker", each.alias}, {"parts", parts}});
    rows.push_back({desk.words.say(Phrase("app.person.erased").with("worker", each.alias))});
  }
  if (rows.empty()) rows.push_back({desk.words.say("app.person.nothing_due")});
  desk.printer.answer(Json{{"erased", gone}}, rows);
  return ExitStatus::done;
}

// Needs no user: she has the file in her hand.
ExitStatus person_check(Desk& desk, const PersonOptions& asked) {
  const std::string text = whole_file(asked.file);
  OpenBook book(desk);
  switch (look_at_signature(text, book.file(), device_folder())) {
    case PersonSignature::holds:
      desk.printer.answer(Json{{"holds", true}}, Phrase("app.person.copy_holds"));
      return ExitStatus::done;
    case PersonSignature::unknown_key:
      throw Stopped(ExitStatus::refused, "unknown_key", Phrase("app.person.copy_unknown"));
    case PersonSignature::broken: break;
  }
  throw Stopped(ExitStatus::refused, "copy_differs", Phrase("app.person.copy_differs"));
}

// By whoever keeps the vault, with a second person.
ExitStatus person_erase(Desk& desk, const PersonOptions& asked) {
  if (asked.due != asked.alias.empty())
    throw Stopped(ExitStatus::wrong_usage, "who_or_due", Phrase("app.person.who_or_due"));
  OpenBook book(desk);
  if (asked.due) return erase_due(desk, book);
  const db::User first = book.acting(Act::care_for_person);
  const Instant now = book.clock().now();
  const Day today = book.zone().local_day(now);
  const payroll::Worker named = known_worker(book, asked.alias);
  second_of(book, first, asked_to_erase(book.users(), named, first.id, today), asked.approval);
  const auto worker = payroll::erasable(book.pay_book(), asked.alias, today);
  if (!worker)
    throw Stopped(ExitStatus::refused, std::string(payroll::erasure_refusal_code(worker.refusal())),
                  payroll::sentence_of(worker.refusal(), asked.alias));
  const auto reason = asked.nothing_to_keep ? payroll::ErasureReason::nothing_to_keep
                                            : payroll::ErasureReason::asked;
  const auto plan = payroll::plan_erasure(
      worker.value(),
      retention_of(book.file(), desk.resources.retention_rules(), book.organisation().country),
      today, reason);
  const payroll::ErasureProof proof =
      book.person_book().erase(worker.value(), payroll::going_now(plan), now);
  Rows rows = plan_rows(desk, plan);
  rows.push_back(
      {desk.words.say(Phrase(proof.found == 0 ? "app.person.searched" : "app.person.still_found")
                          .with("bytes", static_cast<std::int64_t>(proof.bytes)))});
  rows.push_back({desk.words.say("app.person.new_backup")});
  desk.printer.answer(
      Json{{"worker", asked.alias}, {"parts", plan_json(plan)}, {"proof", proof_json(proof)}},
      rows);
  return ExitStatus::done;
}

void add_erase_command(CLI::App& person, Desk& desk) {
  auto options = std::make_shared<PersonOptions>();
  CLI::App* erase = add_command(person, desk, "erase", "app.help.person_erase",
                                "tilia person erase amber --as Dolphin --with Turtle");
  add_option(erase, desk, "alias", options->alias, "app.option.alias");
  add_flag(erase, desk, "--nothing-to-keep", options->nothing_to_keep,
           "app.option.nothing_to_keep");
  add_option(erase, desk, "--approval", options->approval, "app.option.approval_file");
  add_flag(erase, desk, "--due", options->due, "app.option.due");
  does(erase, desk, options, person_erase);
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
  auto exported = std::make_shared<PersonOptions>();
  CLI::App* copy =
      add_command(*person, desk, "export", "app.help.person_export",
                  "tilia person export amber --as Dolphin --with Turtle copy.json --pdf copy.pdf");
  add_option(copy, desk, "alias", exported->alias, "app.option.alias").required();
  add_option(copy, desk, "file", exported->file, "app.option.person_file");
  add_option(copy, desk, "--pdf", exported->pdf, "app.option.person_pdf");
  does(copy, desk, exported, person_export);
  auto checked = std::make_shared<PersonOptions>();
  CLI::App* check =
      add_command(*person, desk, "check", "app.help.person_check", "tilia person check copy.json");
  add_option(check, desk, "file", checked->file, "app.option.person_copy").required();
  does(check, desk, checked, person_check);
  add_erase_command(*person, desk);
  add_person_read(*person, desk);
}

}  // namespace tilia::app
