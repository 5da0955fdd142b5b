// `tilia worker login`: whose login is whose, so that she finds her own time at the till.
#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/open_book.h"
#include "db/hours_seals.h"

namespace tilia::app {
namespace {

struct LoginOptions {
  std::string alias;
  std::string user;
  bool nobodys = false;
};

ExitStatus worker_login(Desk& desk, const LoginOptions& asked) {
  if (asked.user.empty() != asked.nobodys)
    throw Stopped(ExitStatus::wrong_usage, "one_login", Phrase("app.worker.one_login"));
  OpenBook book(desk);
  book.acting(Act::enter_hours);
  const payroll::Worker worker = known_worker(book, asked.alias);
  std::optional<payroll::LoginId> login;
  for (const db::User& user : book.users().list()) {
    if (user.name == asked.user && !user.disabled)
      login = payroll::LoginId::from_bytes(user.id.bytes());
  }
  if (!login && !asked.nobodys)
    throw Stopped(ExitStatus::refused, "unknown_user",
                  Phrase("app.worker.unknown_login").with("user", asked.user));
  db::WriteTransaction change(book.file());
  login ? db::link_login(change.connection(), worker.id, *login)
        : db::unlink_login(change.connection(), worker.id);
  change.commit();
  desk.printer.answer(Json{{"worker", worker.alias}, {"user", asked.user}},
                      Phrase(login ? "app.worker.login_linked" : "app.worker.login_unlinked")
                          .with("alias", worker.alias)
                          .with("user", asked.user));
  return ExitStatus::done;
}

}  // namespace

void add_worker_login_command(CLI::App& worker, Desk& desk) {
  auto asking = std::make_shared<LoginOptions>();
  CLI::App* login =
      add_command(worker, desk, "login", "app.help.worker_login", "tilia worker login amber Fox");
  add_option(login, desk, "alias,--alias", asking->alias, "app.option.alias").required();
  add_option(login, desk, "user,--user", asking->user, "app.option.login_of");
  add_flag(login, desk, "--nobody", asking->nobodys, "app.option.login_of_nobody");
  does(login, desk, asking, worker_login);
}

}  // namespace tilia::app
