// `tilia journal …`, `backup …`, `diagnostics`: care of the book.
#include "app/arguments.h"
#include "app/backup_schedule.h"
#include "app/command_tree.h"
#include "app/command_verify.h"
#include "app/open_book.h"
#include "app/practice_users.h"
#include "db/backup.h"
#include "db/book_fault.h"
#include "db/book_witness.h"
#include "db/diagnostics.h"
#include "db/hours_rows.h"
#include "db/invoice_rows.h"
#include "db/laundry_book_sqlite.h"
#include "db/order_book_sqlite.h"
#include "db/package_book_sqlite.h"
#include "db/pay_setting_rows.h"
#include "db/roster_book_sqlite.h"
#include "db/salon_book_sqlite.h"
#include "db/shop_book_sqlite.h"
#include "db/till_rows.h"
#include "pos/consignment/consignment.h"

namespace tilia::app {
namespace {

struct CareOptions {
  std::string file;
  bool replace = false;
};

ExitStatus journal_rebuild(Desk& desk, const CareOptions&) {
  OpenBook book(desk);
  book.acting(Act::care_for_book);
  db::rebuild_projections(
      book.file(),
      {db::invoice_projection(), db::order_projection(), db::laundry_projection(),
       db::package_projection(), db::till_projection(), db::salon_projection(),
       db::shop_figures_projection(), db::punch_projection(), db::roster_projection(),
       db::pay_setting_projection(),
       db::figures_projection()});
  desk.printer.answer(Json{{"rebuilt", true}}, Phrase("app.journal.rebuilt"));
  return ExitStatus::done;
}

// For the auditor alone: her key opens what nobody else can read.
ExitStatus journal_reads(Desk& desk, const CareOptions&) {
  OpenBook book(desk);
  book.acting(Act::audit_reads);
  std::map<std::string, std::string> names;
  for (const db::User& user : book.users().list()) names[user.id.text()] = user.name;
  for (const payroll::Worker& worker : book.pay_book().workers())
    names[worker.id.text()] = worker.alias;
  const auto name_of = [&names](const std::string& id) {
    const auto found = names.find(id);
    return found == names.end() ? id : found->second;
  };
  Json reads = Json::array();
  Rows rows;
  for (const payroll::RecordRead& read : book.reads().reads()) {
    const std::string by = name_of(read.by.text());
    const std::string of = name_of(read.of.text());
    const std::string record(payroll::read_record_text(read.record));
    Json one{{"at", read.at.text()}, {"by", by}, {"of", of}, {"record", record}};
    std::vector<std::string> row{read.at.text(), by, of,
                                 desk.words.say("app.journal.read." + record)};
    if (read.outside) {
      const std::string with = name_of(read.outside->with.text());
      one["with"] = with;
      one["month"] = read.outside->month.text();
      one["recipient"] = read.outside->recipient;
      one["clause"] = read.outside->clause;
      row[1] += " + " + with;
      row.insert(row.end(), {desk.words.month(read.outside->month), read.outside->recipient,
                             read.outside->clause});
    }
    reads.push_back(std::move(one));
    rows.push_back(std::move(row));
  }
  Json logins = Json::array();
  for (const payroll::UnusualLogin& login : book.reads().unusual_logins()) {
    const std::string by = name_of(login.by.text());
    const std::string door = login.second_passphrase ? "second_passphrase" : "recovery_sheet";
    logins.push_back({{"at", login.at.text()}, {"by", by}, {"door", door}});
    rows.push_back({login.at.text(), by, desk.words.say("app.journal.login." + door)});
  }
  Json sheets = Json::array();
  for (const payroll::DaySheetRead& read : book.reads().day_sheet_reads()) {
    const std::string by = name_of(read.by.text());
    sheets.push_back(
        {{"at", read.at.text()}, {"by", by}, {"till", read.till}, {"number", read.number}});
    rows.push_back({read.at.text(), by,
                    desk.words.say(Phrase("app.journal.read.day_sheet")
                                       .with("till", read.till)
                                       .with("number", read.number))});
  }
  Json makers = Json::array();
  for (const payroll::MakerRead& read : book.reads().maker_reads()) {
    const std::string by = name_of(read.by.text());
    const std::string maker = pos::maker_text(read.maker);
    makers.push_back({{"at", read.at.text()}, {"by", by}, {"maker", maker}});
    rows.push_back({read.at.text(), by,
                    desk.words.say(Phrase("app.journal.read.maker").with("maker", maker))});
  }
  desk.printer.answer(
      Json{{"reads", reads}, {"logins", logins}, {"day_sheets", sheets}, {"makers", makers}}, rows);
  return ExitStatus::done;
}

Json facts_json(const db::BookFacts& facts, const std::string& file) {
  return {{"file", file},
          {"book", facts.book.text()},
          {"schema", facts.schema},
          {"entries", facts.entries},
          {"heads", heads_json(facts.heads)}};
}

ExitStatus backup_make(Desk& desk, const CareOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::care_for_book);
  book.sign_heads();
  const db::BookFacts facts = db::make_backup(book.file(), asked.file);
  note_backup(book.file(), book.clock().now());
  desk.printer.answer(facts_json(facts, asked.file),
                      Phrase("app.backup.made").with("file", asked.file));
  return ExitStatus::done;
}

struct ScheduleOptions {
  std::string folder;
  bool off = false;
};

ExitStatus backup_schedule(Desk& desk, const ScheduleOptions& asked) {
  if (asked.off != asked.folder.empty())
    throw Stopped(ExitStatus::wrong_usage, "folder_or_off", Phrase("app.backup.folder_or_off"));
  OpenBook book(desk);
  book.acting(Act::care_for_book);
  std::filesystem::path folder;
  if (!asked.off) {
    folder = std::filesystem::absolute(asked.folder);
    if (!std::filesystem::is_directory(folder))
      throw Stopped(ExitStatus::unreadable, "no_such_folder",
                    Phrase("app.backup.no_folder").with("folder", asked.folder));
  }
  write_backup_folder(book.file(), folder);
  desk.printer.answer(Json{{"folder", folder.string()}},
                      asked.off ? Phrase("app.backup.by_hand")
                                : Phrase("app.backup.scheduled").with("folder", folder.string()));
  return ExitStatus::done;
}

// Needs no user: it makes what is due anyway, and what it makes opens for nobody without a key. For
// whatever a machine starts by the clock.
ExitStatus backup_due(Desk& desk, const CareOptions&) {
  OpenBook book(desk);
  const Instant now = book.clock().now();
  Json json{{"made", nullptr}};
  if (backup_is_due(book.file(), now))
    json["made"] = make_due_backup(book.file(), now, book.zone()).string();
  const auto last = last_backup(book.file());
  json["last"] = last ? Json(last->text()) : Json();
  desk.printer.answer(json, backup_age(book.file(), now).sentence);
  return ExitStatus::done;
}

// The key that --as opens, by the rings that travel with the backup: the book may be gone. Of a
// practice book everybody may know the secret. Nothing where neither is asked for nor known.
std::optional<db::Key> backup_key(Desk& desk, const std::string& file) {
  if (!desk.everywhere.as.empty()) {
    auto key = db::backup_key_in(file, first_secret(desk.everywhere));
    if (!key)
      throw Stopped(ExitStatus::not_allowed, "wrong_secret", Phrase("app.backup.wrong_secret"));
    return key;
  }
  for (const PracticeUser& known : practice_users()) {
    if (known.role != db::Role::manager) continue;
    if (auto key = db::backup_key_in(file, Secret<std::string>(known.secret),
                                     db::SecretPolicy::practice().passphrase))
      return key;
  }
  return std::nullopt;
}

// Without a key it tells whether the file is whole, with one whether the book inside holds.
ExitStatus backup_check(Desk& desk, const CareOptions& asked) {
  const std::uintmax_t size = db::check_envelope(asked.file);
  const auto key = backup_key(desk, asked.file);
  if (!key) {
    desk.printer.answer(Json{{"file", asked.file}, {"bytes", size}, {"opened", false}},
                        Phrase("app.backup.whole"));
    return ExitStatus::done;
  }
  Json json = facts_json(db::check_backup(asked.file, *key), asked.file);
  json["bytes"] = size;
  json["opened"] = true;
  desk.printer.answer(json, Phrase("app.backup.good"));
  return ExitStatus::done;
}

// So that it is said at the next start from when the book is, on a new machine too. The book is in
// its place whether this machine can remember it or not.
void note_restored(const std::filesystem::path& target) {
  try {
    const auto file = db::BookFile::open(target, {.station = "cli"});
    db::BookWitness(db::DeviceFolder::of_book(device_folder(), *file))
        .note_restored(file->reader());
  } catch (const db::BookFault&) {
  }
}

// Whoever may care for the book that is there may put another in its place.
ExitStatus backup_restore(Desk& desk, const CareOptions& asked) {
  const std::filesystem::path target = asked_book(desk);
  const auto key = backup_key(desk, asked.file);
  if (!key) throw Stopped(ExitStatus::not_allowed, "who_acts", Phrase("app.backup.who_opens"));
  if (std::filesystem::exists(target)) {
    OpenBook book(desk);
    book.acting(Act::care_for_book);
  }
  const Instant now =
      desk.everywhere.now.empty() ? SystemClock().now() : instant_argument(desk.everywhere.now);
  const db::BookFacts facts =
      db::restore_backup(asked.file, *key, target, asked.replace, "cli", now);
  note_restored(target);
  desk.printer.answer(facts_json(facts, target.string()), Phrase("app.backup.restored"));
  return ExitStatus::done;
}

// Shown first, then written: who sends it has seen what is in it.
ExitStatus diagnostics(Desk& desk, const CareOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::care_for_book);
  Json json = Json::object();
  Rows rows;
  for (const db::Diagnosis& one : db::diagnose(book.file())) {
    json[one.name] = one.value;
    rows.push_back({one.name, one.value});
  }
  if (!desk.printer.json())
    rows.push_back({desk.words.say(Phrase("app.diagnostics.written").with("file", asked.file))});
  desk.printer.answer(json, rows);
  write_whole(asked.file, json.dump(2) + "\n");
  return ExitStatus::done;
}

void add_file_command(CLI::App& parent, Desk& desk, const char* name, const char* help,
                      const char* example, const char* file_help,
                      ExitStatus (*act)(Desk&, const CareOptions&)) {
  auto options = std::make_shared<CareOptions>();
  CLI::App* command = add_command(parent, desk, name, help, example);
  add_option(command, desk, "file", options->file, file_help).required();
  if (act == backup_restore)
    add_flag(command, desk, "--replace", options->replace, "app.option.replace");
  does(command, desk, options, act);
}

}  // namespace

void add_care_commands(CLI::App& root, Desk& desk) {
  CLI::App* journal = add_family(root, desk, "journal", "app.help.journal");
  add_journal_verify(*journal, desk);
  does(add_command(*journal, desk, "rebuild", "app.help.journal_rebuild", "tilia journal rebuild"),
       desk, std::make_shared<CareOptions>(), journal_rebuild);
  does(add_command(*journal, desk, "reads", "app.help.journal_reads", "tilia journal reads"), desk,
       std::make_shared<CareOptions>(), journal_reads);
  CLI::App* backup = add_family(root, desk, "backup", "app.help.backup");
  add_file_command(*backup, desk, "make", "app.help.backup_make", "tilia backup make copy.tilia",
                   "app.option.backup_file", backup_make);
  add_file_command(*backup, desk, "check", "app.help.backup_check", "tilia backup check copy.tilia",
                   "app.option.backup_file", backup_check);
  add_file_command(*backup, desk, "restore", "app.help.backup_restore",
                   "tilia backup restore copy.tilia", "app.option.backup_file", backup_restore);
  auto schedule = std::make_shared<ScheduleOptions>();
  CLI::App* by_itself = add_command(*backup, desk, "schedule", "app.help.backup_schedule",
                                    "tilia backup schedule --folder /media/stick");
  add_option(by_itself, desk, "--folder", schedule->folder, "app.option.backup_folder");
  add_flag(by_itself, desk, "--off", schedule->off, "app.option.backup_off");
  does(by_itself, desk, schedule, backup_schedule);
  does(add_command(*backup, desk, "due", "app.help.backup_due", "tilia backup due"), desk,
       std::make_shared<CareOptions>(), backup_due);
  add_file_command(root, desk, "diagnostics", "app.help.diagnostics", "tilia diagnostics send.json",
                   "app.option.diagnostics_file", diagnostics);
}

}  // namespace tilia::app
