// `tilia user …`: the people who log in.
#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/name_warning.h"
#include "app/open_book.h"
#include "app/practice_users.h"

namespace tilia::app {
namespace {

struct UserOptions {
  std::string name;
  std::string role;
  std::string picture = "🙂";
  std::string new_secret_file;
};

[[noreturn]] void refuse(db::UserRefusal why) {
  throw Stopped(ExitStatus::refused, std::string(db::user_refusal_code(why)), db::sentence_of(why));
}

// A manager adds counter staff and managers. Of the other roles only somebody who holds what the
// role needs adds one; a key that nobody holds yet is made for the first.
db::User who_adds(OpenBook& book, db::Role role) {
  const db::User actor = book.acting(Act::keep_users);
  const bool of_shop = role == db::Role::counter || role == db::Role::manager;
  if (of_shop ? actor.role == db::Role::manager : book.users().can_give(book.keys(), role))
    return actor;
  throw Stopped(ExitStatus::not_allowed, "not_allowed",
                Phrase("app.user.only_holder").with("role", std::string(db::role_text(role))));
}

ExitStatus user_add(Desk& desk, const UserOptions& asked) {
  const auto role = db::parse_role(asked.role);
  if (!role)
    throw Stopped(ExitStatus::wrong_usage, "bad_role",
                  Phrase("app.wrong.role").with("found", asked.role));
  OpenBook book(desk);
  db::Giver giver{who_adds(book, *role), book.keys()};
  const Secret<std::string> secret = secret_in_file(asked.new_secret_file);
  const auto added =
      book.users().add({asked.name, asked.picture, *role}, secret, book.chance(), &giver);
  if (!added) refuse(added.refusal());
  warn_of_name(desk, "--name", asked.name);
  desk.printer.answer(
      Json{{"id", added.value().id.text()}, {"name", added.value().name}, {"role", asked.role}},
      Phrase("app.user.added").with("name", asked.name));
  return ExitStatus::done;
}

// A new secret for somebody who forgot hers: from whoever could have added her.
ExitStatus user_rebind(Desk& desk, const UserOptions& asked) {
  OpenBook book(desk);
  std::optional<db::Role> role;
  for (const db::User& user : book.users().list()) {
    if (user.name == asked.name) role = user.role;
  }
  if (!role) refuse(db::UserRefusal::unknown_user);
  const db::Giver giver{who_adds(book, *role), book.keys()};
  const Secret<std::string> secret = secret_in_file(asked.new_secret_file);
  const auto bound = book.users().rebind(asked.name, secret, giver);
  if (!bound) refuse(bound.refusal());
  desk.printer.answer(Json{{"name", asked.name}},
                      Phrase("app.user.bound").with("name", asked.name));
  return ExitStatus::done;
}

ExitStatus user_list(Desk& desk, const UserOptions&) {
  OpenBook book(desk);
  book.acting(Act::keep_users);
  Json users = Json::array();
  Rows rows;
  for (const db::User& user : book.users().list()) {
    const std::string role(db::role_text(user.role));
    const std::string known =
        book.organisation().practice ? known_secret(user).value_or("") : std::string();
    users.push_back(
        {{"id", user.id.text()}, {"name", user.name}, {"role", role}, {"disabled", user.disabled}});
    if (!known.empty()) users.back()["secret"] = known;
    rows.push_back({user.picture, user.name, role,
                    user.disabled ? desk.words.say("app.user.disabled_mark") : known});
  }
  desk.printer.answer(Json{{"users", users}}, rows);
  return ExitStatus::done;
}

ExitStatus user_disable(Desk& desk, const UserOptions& asked) {
  OpenBook book(desk);
  const db::User acting = book.acting(Act::keep_users);
  db::Giver giver{acting, book.keys()};
  const auto disabled = book.users().disable(asked.name, giver);
  if (!disabled) refuse(disabled.refusal());
  desk.printer.answer(Json{{"name", asked.name}, {"disabled", true}},
                      Phrase("app.user.disabled").with("name", asked.name));
  return ExitStatus::done;
}

}  // namespace

void add_user_commands(CLI::App& root, Desk& desk) {
  CLI::App* user = add_family(root, desk, "user", "app.help.user");
  auto adding = std::make_shared<UserOptions>();
  CLI::App* add = add_command(*user, desk, "add", "app.help.user_add",
                              "tilia user add --name Ana --role counter --new-secret-file pin");
  add_option(add, desk, "--name", adding->name, "app.option.user_name").required();
  add_option(add, desk, "--role", adding->role, "app.option.role").required();
  add_option(add, desk, "--picture", adding->picture, "app.option.picture");
  add_option(add, desk, "--new-secret-file", adding->new_secret_file, "app.option.new_secret_file")
      .required();
  does(add, desk, adding, user_add);
  auto binding = std::make_shared<UserOptions>();
  CLI::App* rebind = add_command(*user, desk, "new-secret", "app.help.user_new_secret",
                                 "tilia user new-secret --name Ana --new-secret-file pin");
  add_option(rebind, desk, "--name", binding->name, "app.option.user_name").required();
  add_option(rebind, desk, "--new-secret-file", binding->new_secret_file,
             "app.option.new_secret_file")
      .required();
  does(rebind, desk, binding, user_rebind);
  does(add_command(*user, desk, "list", "app.help.user_list", "tilia user list"), desk,
       std::make_shared<UserOptions>(), user_list);
  auto disabling = std::make_shared<UserOptions>();
  CLI::App* disable =
      add_command(*user, desk, "disable", "app.help.user_disable", "tilia user disable --name Ana");
  add_option(disable, desk, "--name", disabling->name, "app.option.user_name").required();
  does(disable, desk, disabling, user_disable);
}

}  // namespace tilia::app
