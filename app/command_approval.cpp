// `tilia approval …`: the second person of an act, from elsewhere. She has her approving key as a
// file and no book; what is asked comes to her as a file, and her answer goes back as one line.
#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/elsewhere.h"
#include "app/open_book.h"
#include "app/practice_users.h"
#include "reporting/approval_sheet.h"

namespace tilia::app {
namespace {

struct ApprovalOptions {
  std::string request;
  std::string worker;
  std::string key;
  std::string file;
  std::string pdf;
  std::string approval;
};

Phrase what_is_asked(const db::Asked& asked) {
  return Phrase(asked.act == act_of_erasure ? "app.approval.asked_erase" : "app.approval.asked_key")
      .with("subject", asked.subject);
}

// With --worker: to take her out of the book. Without: to take one's own approving key along.
ExitStatus approval_ask(Desk& desk, const ApprovalOptions& options) {
  OpenBook book(desk);
  const db::User who =
      book.acting(options.worker.empty() ? Act::ask_elsewhere : Act::care_for_person);
  const Day today = book.zone().local_day(book.clock().now());
  const db::Asked asked =
      options.worker.empty()
          ? asked_for_key(book.users(), who.id, today)
          : asked_to_erase(book.users(), known_worker(book, options.worker), who.id, today);
  write_whole(options.file, db::asked_text(asked));
  desk.printer.answer(
      Json{{"file", options.file},
           {"act", asked.act},
           {"subject", asked.subject},
           {"until", asked.until.text()}},
      Rows{{desk.words.say(what_is_asked(asked))},
           {desk.words.say(Phrase("app.approval.send").with("file", options.file))}});
  return ExitStatus::done;
}

// Needs no book.
ExitStatus approval_give(Desk& desk, const ApprovalOptions& options) {
  const auto asked = db::parse_asked(whole_file(options.request));
  if (!asked)
    throw Stopped(ExitStatus::unreadable, "not_a_request", Phrase("app.approval.not_a_request"));
  const auto approver =
      db::open_approving_key(whole_file(options.key), first_secret(desk.everywhere));
  if (!approver)
    throw Stopped(ExitStatus::not_allowed, "wrong_secret", Phrase("app.approval.wrong_secret"));
  const std::string line =
      db::approval_line(asked->until, approver->user, approver->key.sign(db::signed_text(*asked)));
  const std::string what = desk.words.say(what_is_asked(*asked));
  if (!options.file.empty()) write_whole(options.file, line + "\n");
  if (!options.pdf.empty()) {
    const reporting::Typeface typeface(desk.resources.fonts());
    write_whole(options.pdf,
                reporting::approval_sheet_pdf({what, line, asked->until}, typeface, desk.words));
  }
  desk.printer.answer(Json{{"act", asked->act},
                           {"subject", asked->subject},
                           {"until", asked->until.text()},
                           {"approval", line}},
                      Rows{{what}, {line}});
  return ExitStatus::done;
}

// Her approving key as a file: with a second person, who may be elsewhere too.
ExitStatus approval_key(Desk& desk, const ApprovalOptions& options) {
  OpenBook book(desk);
  const db::User who = book.acting(Act::ask_elsewhere);
  const Day today = book.zone().local_day(book.clock().now());
  second_of(book, who, asked_for_key(book.users(), who.id, today), options.approval);
  const Secret<std::string> secret = desk.everywhere.as.empty()
                                         ? Secret<std::string>(known_secret(who).value_or(""))
                                         : first_secret(desk.everywhere);
  const auto policy = db::SecretPolicy::of_book(book.organisation().practice);
  write_whole(options.file, db::approving_key_file(who.id, db::approving_seed(*book.keys().own),
                                                   secret, policy.passphrase));
  desk.printer.answer(Json{{"name", who.name}, {"file", options.file}},
                      Phrase("app.approval.key_written").with("file", options.file));
  return ExitStatus::done;
}

}  // namespace

void add_approval_commands(CLI::App& root, Desk& desk) {
  CLI::App* approval = add_family(root, desk, "approval", "app.help.approval");
  auto asking = std::make_shared<ApprovalOptions>();
  CLI::App* ask = add_command(*approval, desk, "ask", "app.help.approval_ask",
                              "tilia approval ask --worker amber --file request.json");
  add_option(ask, desk, "--worker", asking->worker, "app.option.approval_worker");
  add_option(ask, desk, "--file", asking->file, "app.option.approval_request").required();
  does(ask, desk, asking, approval_ask);
  auto giving = std::make_shared<ApprovalOptions>();
  CLI::App* give = add_command(*approval, desk, "give", "app.help.approval_give",
                               "tilia approval give request.json --key my.key --file approval");
  add_option(give, desk, "request", giving->request, "app.option.approval_request").required();
  add_option(give, desk, "--key", giving->key, "app.option.approval_key").required();
  add_option(give, desk, "--file", giving->file, "app.option.approval_file");
  add_option(give, desk, "--pdf", giving->pdf, "app.option.approval_pdf");
  does(give, desk, giving, approval_give);
  auto taking = std::make_shared<ApprovalOptions>();
  CLI::App* key = add_command(*approval, desk, "key", "app.help.approval_key",
                              "tilia approval key --file my.key --as Turtle --with Dolphin");
  add_option(key, desk, "--file", taking->file, "app.option.approval_key").required();
  add_option(key, desk, "--approval", taking->approval, "app.option.approval_file");
  does(key, desk, taking, approval_key);
}

}  // namespace tilia::app
