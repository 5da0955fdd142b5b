// `tilia expense …`, `tilia service …` and `tilia owners …`: what the shop costs, what its surplus
// pays for, and whose the surplus is.
#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/open_book.h"
#include "reporting/figures_book.h"
#include "reporting/owners.h"

namespace tilia::app {
namespace {

struct MoneyOptions {
  std::string day;
  std::string kind;
  std::string amount;
  std::string from;
  std::string to;
  std::int64_t units = 0;
  std::string owner;
};

struct OwnersOptions {
  std::string from;
  std::vector<std::string> codes;
  std::vector<std::string> names;
  std::vector<std::string> shares;
};

[[noreturn]] void refuse(reporting::OwnersRefusal why) {
  throw Stopped(ExitStatus::refused, std::string(reporting::owners_refusal_code(why)),
                reporting::sentence_of(why));
}

Json terms_json(const reporting::OwnerTerms& terms) {
  Json shares = Json::array();
  for (const reporting::OwnerTerms::Share& share : terms.shares)
    shares.push_back(
        {{"owner", share.code}, {"name", share.name}, {"percent", share.share.percent_text()}});
  return {{"from", terms.from.text()}, {"shares", shares}};
}

Money positive_amount(const std::string& text, Currency currency) {
  const Money amount = counter_amount(text, currency);
  if (amount > Money::zero(currency)) return amount;
  throw Stopped(ExitStatus::refused, "amount_not_positive",
                Phrase("app.money.amount_not_positive"));
}

void not_in_future(const Day& day, OpenBook& book) {
  if (day <= book.zone().local_day(book.clock().now())) return;
  throw Stopped(ExitStatus::refused, "day_in_future", Phrase("app.money.day_in_future"));
}

ExitStatus expense_add(Desk& desk, const MoneyOptions& asked) {
  const Day day = day_argument(asked.day);
  const auto kind = reporting::parse_expense_kind(asked.kind);
  if (!kind)
    throw Stopped(ExitStatus::wrong_usage, "bad_kind",
                  Phrase("app.wrong.expense_kind").with("found", asked.kind));
  OpenBook book(desk);
  book.acting(Act::enter_money);
  not_in_future(day, book);
  const Money amount = positive_amount(asked.amount, book.currency());
  book.figures_book().enter_expense({day, *kind, amount}, book.clock().now());
  desk.printer.answer(Json{{"day", day.text()},
                           {"kind", asked.kind},
                           {"currency", book.currency().code()},
                           {"amount", amount_json(amount)}},
                      Phrase("app.expense.entered").with("amount", amount).with("day", day));
  return ExitStatus::done;
}

ExitStatus expense_list(Desk& desk, const MoneyOptions& asked) {
  const Day from = day_argument(asked.from);
  const Day to = day_argument(asked.to);
  OpenBook book(desk);
  book.acting(Act::enter_money);
  Json expenses = Json::array();
  Rows rows;
  for (const reporting::Expense& expense : book.figures_book().expenses(from, to)) {
    const std::string kind(reporting::expense_kind_text(expense.kind));
    expenses.push_back(
        {{"day", expense.day.text()}, {"kind", kind}, {"amount", amount_json(expense.amount)}});
    rows.push_back({expense.day.text(), kind, desk.words.amount_with_currency(expense.amount)});
  }
  desk.printer.answer(Json{{"currency", book.currency().code()}, {"expenses", expenses}}, rows);
  return ExitStatus::done;
}

void known_owner(OpenBook& book, const std::string& code) {
  for (const reporting::OwnerTerms& terms : book.owners_book().owner_terms()) {
    if (std::ranges::find(terms.shares, code, &reporting::OwnerTerms::Share::code) !=
        terms.shares.end())
      return;
  }
  refuse(reporting::OwnersRefusal::unknown_owner);
}

ExitStatus owners_agree(Desk& desk, const OwnersOptions& asked) {
  const auto from = Month::parse(asked.from);
  if (!from)
    throw Stopped(ExitStatus::wrong_usage, "bad_month",
                  Phrase("app.wrong.month").with("found", asked.from));
  if (asked.codes.size() != asked.names.size() || asked.codes.size() != asked.shares.size())
    throw Stopped(ExitStatus::wrong_usage, "owner_name_share",
                  Phrase("app.owners.owner_name_share"));
  reporting::OwnerTerms terms{*from, {}};
  for (std::size_t at = 0; at < asked.codes.size(); ++at) {
    const auto share = Rate::parse_percent(asked.shares[at]);
    if (!share) refuse(reporting::OwnersRefusal::not_whole);
    terms.shares.push_back({asked.codes[at], asked.names[at], share.value()});
  }
  OpenBook book(desk);
  book.acting(Act::enter_money);
  if (const auto fault = book.owners_book().agree(terms, book.clock().now())) refuse(*fault);
  desk.printer.answer(terms_json(terms), Phrase("app.owners.agreed").with("month", asked.from));
  return ExitStatus::done;
}

ExitStatus owners_list(Desk& desk, const OwnersOptions& /*asked*/) {
  OpenBook book(desk);
  book.acting(Act::enter_money);
  Json list = Json::array();
  Rows rows;
  for (const reporting::OwnerTerms& terms : book.owners_book().owner_terms()) {
    list.push_back(terms_json(terms));
    for (const reporting::OwnerTerms::Share& share : terms.shares)
      rows.push_back(
          {terms.from.text(), share.code, share.name, share.share.percent_text() + " %"});
  }
  const Json answer{{"owners", list}};
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.owners.none"));
  else
    desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

ExitStatus service_spend(Desk& desk, const MoneyOptions& asked) {
  const Day day = day_argument(asked.day);
  const auto kind = reporting::parse_service_kind(asked.kind);
  if (!kind)
    throw Stopped(ExitStatus::wrong_usage, "bad_kind",
                  Phrase("app.wrong.service_kind").with("found", asked.kind));
  OpenBook book(desk);
  book.acting(Act::enter_money);
  not_in_future(day, book);
  constexpr std::int64_t most_units = 1'000'000;
  if (asked.units <= 0 || asked.units > most_units)
    throw Stopped(ExitStatus::refused, "units_out_of_range",
                  Phrase("app.money.units_out_of_range"));
  const Money amount = positive_amount(asked.amount, book.currency());
  if (!asked.owner.empty()) known_owner(book, asked.owner);
  book.figures_book().enter_service({day, *kind, asked.units, amount, asked.owner},
                                    book.clock().now());
  desk.printer.answer(Json{{"day", day.text()},
                           {"kind", asked.kind},
                           {"units", asked.units},
                           {"currency", book.currency().code()},
                           {"amount", amount_json(amount)}},
                      Phrase("app.service.entered").with("amount", amount).with("day", day));
  return ExitStatus::done;
}

}  // namespace

void add_money_commands(CLI::App& root, Desk& desk) {
  CLI::App* expense = add_family(root, desk, "expense", "app.help.expense");
  auto paying = std::make_shared<MoneyOptions>();
  CLI::App* add = add_command(*expense, desk, "add", "app.help.expense_add",
                              "tilia expense add --day 2026-03-02 --kind rent --amount 42000.00");
  add_option(add, desk, "--day", paying->day, "app.option.day").required();
  add_option(add, desk, "--kind", paying->kind, "app.option.expense_kind").required();
  add_option(add, desk, "--amount", paying->amount, "app.option.amount").required();
  does(add, desk, paying, expense_add);
  auto listing = std::make_shared<MoneyOptions>();
  CLI::App* list = add_command(*expense, desk, "list", "app.help.expense_list",
                               "tilia expense list --from 2026-03-01 --to 2026-03-31");
  add_option(list, desk, "--from", listing->from, "app.option.from").required();
  add_option(list, desk, "--to", listing->to, "app.option.to").required();
  does(list, desk, listing, expense_list);

  CLI::App* service = add_family(root, desk, "service", "app.help.service");
  auto spending = std::make_shared<MoneyOptions>();
  CLI::App* spend = add_command(
      *service, desk, "spend", "app.help.service_spend",
      "tilia service spend --day 2026-03-31 --kind housing --units 12 --amount 22800.00");
  add_option(spend, desk, "--day", spending->day, "app.option.day").required();
  add_option(spend, desk, "--kind", spending->kind, "app.option.service_kind").required();
  add_option(spend, desk, "--units", spending->units, "app.option.units").required();
  add_option(spend, desk, "--amount", spending->amount, "app.option.amount").required();
  add_option(spend, desk, "--owner", spending->owner, "app.option.service_owner");
  does(spend, desk, spending, service_spend);
  add_later_command(*service, desk, "fund", "service fund");
}

void add_owners_commands(CLI::App& root, Desk& desk) {
  CLI::App* owners = add_family(root, desk, "owners", "app.help.owners");
  auto agreeing = std::make_shared<OwnersOptions>();
  CLI::App* agree = add_command(
      *owners, desk, "agree", "app.help.owners_agree",
      "tilia owners agree --from 2026-01 --owner north --name \"North Garden\" --share 60 "
      "--owner south --name \"South Garden\" --share 40");
  add_option(agree, desk, "--from", agreeing->from, "app.option.owners_from").required();
  add_option(agree, desk, "--owner", agreeing->codes, "app.option.owner_code").one_value_each();
  add_option(agree, desk, "--name", agreeing->names, "app.option.owner_name").one_value_each();
  add_option(agree, desk, "--share", agreeing->shares, "app.option.owner_share").one_value_each();
  does(agree, desk, agreeing, owners_agree);
  does(add_command(*owners, desk, "list", "app.help.owners_list", "tilia owners list"), desk,
       std::make_shared<OwnersOptions>(), owners_list);
}

}  // namespace tilia::app
