// `tilia account …`: customers who buy on account, what they owe and since when.
#include "app/account_paper.h"
#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/open_book.h"
#include "pos/keep_accounts.h"
#include "reporting/papers.h"

namespace tilia::app {
namespace {

struct AccountOptions {
  std::string code;
  std::string name;
  std::string picture;
  std::string limit;
  std::string amount;
  std::string from;
  std::string to;
  std::string pdf;
  std::string csv;
  bool closed = false;
  bool open = false;
};

[[noreturn]] void refuse(pos::AccountRefusal why) {
  throw Stopped(ExitStatus::refused, std::string(pos::account_refusal_code(why)),
                pos::sentence_of(why));
}

pos::KeepAccounts keep(OpenBook& book) {
  return {book.tender_book(), book.currency(), book.zone(), book.clock()};
}

Json account_json(const pos::CustomerAccount& account) {
  return {{"account", account.code},
          {"name", account.name},
          {"picture", account.picture},
          {"currency", account.owed.currency().code()},
          {"limit", amount_json(account.credit_limit)},
          {"owed", amount_json(account.owed)},
          {"closed", account.closed}};
}

ExitStatus kept(Desk& desk, const Result<pos::CustomerAccount, pos::AccountRefusal>& account,
                const char* sentence) {
  if (!account) refuse(account.refusal());
  desk.printer.answer(
      account_json(account.value()),
      Phrase(sentence).with("account", account.value().code).with("owed", account.value().owed));
  return ExitStatus::done;
}

ExitStatus account_add(Desk& desk, const AccountOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_accounts);
  const Money limit = counter_amount(asked.limit, book.currency());
  return kept(desk,
              keep(book).add({.code = asked.code,
                              .name = asked.name,
                              .picture = asked.picture,
                              .credit_limit = limit,
                              .owed = Money::zero(book.currency())}),
              "app.account.kept");
}

ExitStatus account_change(Desk& desk, const AccountOptions& asked) {
  if (asked.closed && asked.open)
    throw Stopped(ExitStatus::wrong_usage, "open_or_close", Phrase("app.account.open_or_close"));
  OpenBook book(desk);
  book.acting(Act::keep_accounts);
  pos::KeepAccounts::Change change;
  if (!asked.name.empty()) change.name = asked.name;
  if (!asked.picture.empty()) change.picture = asked.picture;
  if (!asked.limit.empty()) change.limit = counter_amount(asked.limit, book.currency());
  if (asked.closed || asked.open) change.closed = asked.closed;
  return kept(desk, keep(book).change(asked.code, change), "app.account.kept");
}

ExitStatus account_list(Desk& desk, const AccountOptions&) {
  OpenBook book(desk);
  book.acting(Act::keep_accounts);
  Json accounts = Json::array();
  Rows rows;
  const Money none = Money::zero(book.currency());
  pos::AccountAge all{none, none, none, none};
  for (const pos::AccountShown& shown : keep(book).list()) {
    const pos::AccountAge& age = shown.age;
    Json json = account_json(shown.account);
    json["by_age"] = {{"0-30", amount_json(age.to_30_days)},
                      {"31-60", amount_json(age.to_60_days)},
                      {"61-90", amount_json(age.to_90_days)},
                      {"over_90", amount_json(age.older)}};
    accounts.push_back(std::move(json));
    const Words& words = desk.words;
    rows.push_back({shown.account.code, shown.account.name, words.amount(shown.account.owed),
                    words.amount(age.to_30_days), words.amount(age.to_60_days),
                    words.amount(age.to_90_days), words.amount(age.older)});
    if (shown.account.owed.currency() != book.currency()) continue;
    all.to_30_days += age.to_30_days;
    all.to_60_days += age.to_60_days;
    all.to_90_days += age.to_90_days;
    all.older += age.older;
  }
  const Json answer{{"currency", book.currency().code()},
                    {"accounts", accounts},
                    {"by_age",
                     {{"0-30", amount_json(all.to_30_days)},
                      {"31-60", amount_json(all.to_60_days)},
                      {"61-90", amount_json(all.to_90_days)},
                      {"over_90", amount_json(all.older)}}}};
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.account.none"));
  else
    desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

ExitStatus account_statement(Desk& desk, const AccountOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_accounts);
  pos::KeepAccounts keeping = keep(book);
  const auto account = keeping.find(asked.code);
  if (!account) refuse(pos::AccountRefusal::unknown_account);
  const auto statement =
      keeping.statement(asked.code, day_argument(asked.from),
                        asked.to.empty() ? keeping.today() : day_argument(asked.to));
  if (!statement) refuse(statement.refusal());
  const pos::AccountStatement& shown = statement.value();
  if (!asked.pdf.empty()) {
    const reporting::Typeface typeface(desk.resources.fonts());
    const Words paper = book.paper_words();
    write_whole(asked.pdf,
                reporting::document_pdf(
                    statement_document(*account, shown, book.organisation(), paper), typeface));
  }
  if (!asked.csv.empty()) write_whole(asked.csv, statement_csv(shown));
  Json answer{{"account", account->code},
              {"name", account->name},
              {"currency", account->owed.currency().code()},
              {"from", shown.from.text()},
              {"to", shown.to.text()},
              {"before", amount_json(shown.before)},
              {"moves", Json::array()},
              {"after", amount_json(shown.after)}};
  Rows rows{{desk.words.day(shown.from), "", "", desk.words.amount(shown.before)}};
  for (const pos::AccountStatement::Row& row : shown.rows) {
    answer["moves"].push_back({{"day", row.move.day.text()},
                               {"what", pos::account_move_text(row.move.kind)},
                               {"receipt", row.move.receipt},
                               {"amount", amount_json(row.move.amount)},
                               {"owed", amount_json(row.owed)}});
    rows.push_back({desk.words.day(row.move.day), row.move.receipt,
                    desk.words.amount(row.move.amount), desk.words.amount(row.owed)});
  }
  desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

ExitStatus account_pay(Desk& desk, const AccountOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_accounts);
  const Money amount = counter_amount(asked.amount, book.currency());
  return kept(desk, keep(book).pay_by_bank(asked.code, amount), "app.account.owes_now");
}

ExitStatus account_write_off(Desk& desk, const AccountOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::write_off);
  std::optional<Money> amount;
  if (!asked.amount.empty()) amount = counter_amount(asked.amount, book.currency());
  return kept(desk, keep(book).write_off(asked.code, amount), "app.account.owes_now");
}

}  // namespace

void add_account_commands(CLI::App& root, Desk& desk) {
  CLI::App* account = add_family(root, desk, "account", "app.help.account");
  const auto command = [&](const char* name, const char* help, const char* example,
                           AccountOptions& options) {
    CLI::App* made = add_command(*account, desk, name, help, example);
    add_option(made, desk, "account", options.code, "app.option.account").required();
    return made;
  };
  auto adding = std::make_shared<AccountOptions>();
  CLI::App* add = add_command(*account, desk, "add", "app.help.account_add",
                              "tilia account add --name \"School kitchen\" --limit 200.00");
  add_option(add, desk, "--name", adding->name, "app.option.account_name").required();
  add_option(add, desk, "--limit", adding->limit, "app.option.account_limit").required();
  add_option(add, desk, "--code", adding->code, "app.option.account_code");
  add_option(add, desk, "--picture", adding->picture, "app.option.account_picture");
  does(add, desk, adding, account_add);

  auto changing = std::make_shared<AccountOptions>();
  CLI::App* change = command("change", "app.help.account_change",
                             "tilia account change school --limit 300.00", *changing);
  add_option(change, desk, "--name", changing->name, "app.option.account_name");
  add_option(change, desk, "--limit", changing->limit, "app.option.account_limit");
  add_option(change, desk, "--picture", changing->picture, "app.option.account_picture");
  add_flag(change, desk, "--close", changing->closed, "app.option.account_close");
  add_flag(change, desk, "--open", changing->open, "app.option.account_open");
  does(change, desk, changing, account_change);

  does(add_command(*account, desk, "list", "app.help.account_list", "tilia account list"), desk,
       std::make_shared<AccountOptions>(), account_list);

  auto stating = std::make_shared<AccountOptions>();
  CLI::App* statement =
      command("statement", "app.help.account_statement",
              "tilia account statement school --from 2026-03-01 --pdf school.pdf", *stating);
  add_option(statement, desk, "--from", stating->from, "app.option.from").required();
  add_option(statement, desk, "--to", stating->to, "app.option.to");
  add_option(statement, desk, "--pdf", stating->pdf, "app.option.pdf");
  add_option(statement, desk, "--csv", stating->csv, "app.option.csv");
  does(statement, desk, stating, account_statement);

  auto paying = std::make_shared<AccountOptions>();
  CLI::App* pay =
      command("pay", "app.help.account_pay", "tilia account pay school --amount 50.00", *paying);
  add_option(pay, desk, "--amount", paying->amount, "app.option.account_amount").required();
  does(pay, desk, paying, account_pay);

  auto writing = std::make_shared<AccountOptions>();
  CLI::App* off = command("write-off", "app.help.account_write_off",
                          "tilia account write-off school --amount 12.40", *writing);
  add_option(off, desk, "--amount", writing->amount, "app.option.account_amount");
  does(off, desk, writing, account_write_off);
}

}  // namespace tilia::app
