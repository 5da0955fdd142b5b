// `tilia user …`: the people who log in.
#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/few_holders.h"
#include "app/name_warning.h"
#include "app/open_book.h"
#include "app/practice_users.h"
#include "app/recovery_paper.h"
#include "pos/counter_secret.h"

namespace tilia::app {
namespace {

struct UserOptions {
  std::string name;
  std::string role;
  std::string picture = "🙂";
  std::string new_secret_file;
  std::string card_file;
  std::vector<std::int64_t> pictures;  // beside the card, from 1
  std::string file;                    // of the recovery sheet
  bool none = false;
  bool no = false;
};

// Six digits or a passphrase from a file; at the counter, instead, a card and its pictures.
Secret<std::string> new_secret_of(const UserOptions& asked) {
  if (asked.card_file.empty()) {
    if (asked.new_secret_file.empty())
      throw Stopped(ExitStatus::wrong_usage, "no_secret", Phrase("app.user.no_new_secret"));
    return secret_in_file(asked.new_secret_file);
  }
  std::vector<std::size_t> touched;
  for (const std::int64_t picture : asked.pictures) {
    if (picture >= 1 && picture <= static_cast<std::int64_t>(pos::secret_pictures))
      touched.push_back(static_cast<std::size_t>(picture - 1));
  }
  if (touched.size() != pos::pictures_to_touch || asked.pictures.size() != touched.size())
    throw Stopped(ExitStatus::wrong_usage, "bad_pictures", Phrase("app.wrong.secret_pictures"));
  return pos::card_and_pictures(secret_in_file(asked.card_file), touched);
}

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
  const Secret<std::string> secret = new_secret_of(asked);
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
  const Secret<std::string> secret = new_secret_of(asked);
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
  Json few = Json::array();
  const std::vector<FewHolders> short_of = few_holders(book.users());
  for (const FewHolders& each : short_of)
    few.push_back({{"key", db::key_name_text(each.key)}, {"holders", each.holders}});
  if (!short_of.empty()) rows.push_back({said(short_of, desk.words)});
  desk.printer.answer(Json{{"users", users}, {"few_holders", few}}, rows);
  return ExitStatus::done;
}

// A login of the counter with which a manager approves an act there.
ExitStatus user_approver(Desk& desk, const UserOptions& asked) {
  OpenBook book(desk);
  if (book.acting(Act::keep_users).role != db::Role::manager)
    throw Stopped(ExitStatus::not_allowed, "not_allowed", Phrase("app.user.may_not"));
  const auto set = book.users().set_approves(asked.name, !asked.no);
  if (!set) refuse(set.refusal());
  desk.printer.answer(Json{{"name", asked.name}, {"approves", !asked.no}},
                      Phrase(asked.no ? "app.user.approves_no_more" : "app.user.approves")
                          .with("name", asked.name));
  return ExitStatus::done;
}

ExitStatus user_recovery_sheet(Desk& desk, const UserOptions& asked) {
  OpenBook book(desk);
  const db::User who = book.acting(Act::keep_own_doors);
  const Words words = book.paper_words();
  const reporting::Typeface typeface(desk.resources.fonts());
  const auto written = write_recovery_sheet(
      book.users(), {who, book.keys()},
      {book.organisation().name, book.zone().local_day(book.clock().now()), words, typeface},
      asked.file);
  if (!written) refuse(written.refusal());
  desk.printer.answer(Json{{"name", who.name}, {"file", asked.file}},
                      Phrase("app.user.sheet_written").with("file", asked.file));
  return ExitStatus::done;
}

ExitStatus user_second_secret(Desk& desk, const UserOptions& asked) {
  if (asked.none == !asked.new_secret_file.empty())
    throw Stopped(ExitStatus::wrong_usage, "no_secret", Phrase("app.user.no_new_secret"));
  OpenBook book(desk);
  const db::User who = book.acting(Act::keep_own_doors);
  const db::Giver whose{who, book.keys()};
  if (asked.none) {
    book.users().shut_second_door(whose, db::Door::duress);
  } else {
    const auto set = book.users().set_second_door(whose, db::Door::duress,
                                                  secret_in_file(asked.new_secret_file));
    if (!set) refuse(set.refusal());
  }
  desk.printer.answer(Json{{"name", who.name}},
                      Phrase(asked.none ? "app.user.second_dropped" : "app.user.second_set"));
  return ExitStatus::done;
}

void add_secret_options(CLI::App* command, Desk& desk, UserOptions& options) {
  add_option(command, desk, "--new-secret-file", options.new_secret_file,
             "app.option.new_secret_file");
  add_option(command, desk, "--card-file", options.card_file, "app.option.card_file");
  add_option(command, desk, "--touch", options.pictures, "app.option.touch").one_value_each();
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
  add_secret_options(add, desk, *adding);
  does(add, desk, adding, user_add);
  auto binding = std::make_shared<UserOptions>();
  CLI::App* rebind = add_command(*user, desk, "new-secret", "app.help.user_new_secret",
                                 "tilia user new-secret --name Ana --new-secret-file pin");
  add_option(rebind, desk, "--name", binding->name, "app.option.user_name").required();
  add_secret_options(rebind, desk, *binding);
  does(rebind, desk, binding, user_rebind);
  does(add_command(*user, desk, "list", "app.help.user_list", "tilia user list"), desk,
       std::make_shared<UserOptions>(), user_list);
  auto disabling = std::make_shared<UserOptions>();
  CLI::App* disable =
      add_command(*user, desk, "disable", "app.help.user_disable", "tilia user disable --name Ana");
  add_option(disable, desk, "--name", disabling->name, "app.option.user_name").required();
  does(disable, desk, disabling, user_disable);
  auto approving = std::make_shared<UserOptions>();
  CLI::App* approver = add_command(*user, desk, "approver", "app.help.user_approver",
                                   "tilia user approver --name Ana");
  add_option(approver, desk, "--name", approving->name, "app.option.user_name").required();
  add_flag(approver, desk, "--no", approving->no, "app.option.approver_no");
  does(approver, desk, approving, user_approver);
  auto sheet = std::make_shared<UserOptions>();
  CLI::App* recovery =
      add_command(*user, desk, "recovery-sheet", "app.help.user_recovery_sheet",
                  "tilia user recovery-sheet --file sheet.pdf --as Ana --secret-file secret");
  add_option(recovery, desk, "--file", sheet->file, "app.option.recovery_sheet").required();
  does(recovery, desk, sheet, user_recovery_sheet);
  auto second = std::make_shared<UserOptions>();
  CLI::App* other = add_command(*user, desk, "second-secret", "app.help.user_second_secret",
                                "tilia user second-secret --new-secret-file other --as Ana");
  add_option(other, desk, "--new-secret-file", second->new_secret_file,
             "app.option.new_secret_file");
  add_flag(other, desk, "--none", second->none, "app.option.no_second_secret");
  does(other, desk, second, user_second_secret);
}

}  // namespace tilia::app
