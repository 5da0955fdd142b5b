// `tilia pay item …`, `pay brings`, `pay employer`: what a month has beside the contract, what a
// worker and what the employer bring to every month from a day on.
#include "app/arguments.h"
#include "app/command_pay.h"
#include "app/command_tree.h"
#include "app/open_book.h"
#include "payroll/pay_entry.h"

namespace tilia::app {
namespace {

using payroll::PayItem;

struct EntryOptions {
  std::string alias;
  std::string month;
  std::string kind;
  std::string amount;
  std::string must_remain;
  std::string item;
  std::string from;
  std::vector<std::string> set;
};

[[noreturn]] void refuse(const payroll::PayEntryFault& fault) {
  using Why = payroll::PayEntryRefusal;
  const bool misspelt = fault.why == Why::unknown_setting || fault.why == Why::bad_setting;
  throw Stopped(misspelt ? ExitStatus::wrong_usage : ExitStatus::refused,
                std::string(payroll::pay_entry_refusal_code(fault.why)),
                payroll::sentence_of(fault));
}

Json said_json(const Day& from, const std::map<std::string, std::string>& said) {
  return {{"from", from.text()}, {"set", said}};
}

Json item_json(const std::string& alias, const PayItem& item) {
  Json json{{"worker", alias},
            {"item", item.id.text()},
            {"month", item.month.text()},
            {"kind", payroll::pay_item_code(item.kind)},
            {"amount", amount_json(item.amount)}};
  if (item.must_remain) json["must_remain"] = amount_json(*item.must_remain);
  return json;
}

std::vector<std::string> item_row(const std::string& alias, const PayItem& item,
                                  const Words& words) {
  return {alias, words.say(payroll::name_of(item.kind)), words.amount(item.amount),
          item.must_remain ? words.amount(*item.must_remain) : std::string(), item.id.text()};
}

ExitStatus item_add(Desk& desk, const EntryOptions& asked) {
  const Month month = month_argument(asked.month);
  const auto kind = payroll::parse_pay_item(asked.kind);
  if (!kind)
    throw Stopped(ExitStatus::wrong_usage, "bad_kind",
                  Phrase("app.pay.bad_item_kind").with("found", asked.kind));
  OpenBook book(desk);
  book.acting(Act::employ);
  std::optional<Money> must_remain;
  if (!asked.must_remain.empty()) must_remain = money_argument(asked.must_remain, book.currency());
  const auto item = payroll::add_pay_item(book.pay_book(), asked.alias, month, *kind,
                                          money_argument(asked.amount, book.currency()),
                                          must_remain, book.chance());
  if (!item) refuse(item.refusal());
  desk.printer.answer(item_json(asked.alias, item.value()),
                      {item_row(asked.alias, item.value(), desk.words)});
  return ExitStatus::done;
}

ExitStatus item_list(Desk& desk, const EntryOptions& asked) {
  const Month month = month_argument(asked.month);
  OpenBook book(desk);
  book.acting(Act::employ);
  Json items = Json::array();
  Rows rows;
  for (const payroll::Worker& worker : book.pay_book().workers()) {
    for (const PayItem& item : book.pay_book().pay_details(worker.id).items) {
      if (item.month != month) continue;
      items.push_back(item_json(worker.alias, item));
      rows.push_back(item_row(worker.alias, item, desk.words));
    }
  }
  if (rows.empty()) rows.push_back({desk.words.say("app.pay.no_items")});
  desk.printer.answer(Json{{"month", month.text()}, {"items", items}}, rows);
  return ExitStatus::done;
}

ExitStatus item_remove(Desk& desk, const EntryOptions& asked) {
  const auto id = payroll::PayItemId::parse(asked.item);
  if (!id)
    throw Stopped(ExitStatus::wrong_usage, "bad_item",
                  Phrase("app.pay.bad_item").with("found", asked.item));
  OpenBook book(desk);
  book.acting(Act::employ);
  const auto taken = payroll::take_pay_item(book.pay_book(), asked.alias, *id);
  if (!taken) refuse(taken.refusal());
  desk.printer.answer(Json{{"removed", asked.item}}, Phrase("app.pay.item_removed"));
  return ExitStatus::done;
}

ExitStatus brings(Desk& desk, const EntryOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::employ);
  if (!asked.from.empty()) {
    const auto said = settings_argument(asked.set);
    const auto entered = payroll::enter_brought(book.pay_book(), asked.alias,
                                                day_argument(asked.from), said, book.clock());
    if (!entered) refuse(entered.refusal());
  }
  Json all = Json::array();
  Rows rows;
  bool known = false;
  for (const payroll::Worker& worker : book.pay_book().workers()) {
    if (worker.alias != asked.alias) continue;
    known = true;
    for (const auto& [from, said] : book.pay_book().pay_details(worker.id).brought) {
      all.push_back(said_json(from, said));
      for (const auto& [key, value] : said) rows.push_back({desk.words.day(from), key, value});
    }
  }
  if (!known) refuse({payroll::PayEntryRefusal::unknown_worker, asked.alias});
  if (rows.empty()) rows.push_back({desk.words.say("app.pay.nothing_said")});
  desk.printer.answer(Json{{"worker", asked.alias}, {"brings", all}}, rows);
  return ExitStatus::done;
}

ExitStatus employer(Desk& desk, const EntryOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::employ);
  if (!asked.from.empty()) {
    const auto entered = payroll::enter_employer_brings(book.pay_book(), day_argument(asked.from),
                                                        settings_argument(asked.set), book.clock());
    if (!entered) refuse(entered.refusal());
  }
  Json all = Json::array();
  Rows rows;
  for (const auto& [from, said] : book.pay_book().employer_brings()) {
    all.push_back(said_json(from, said));
    for (const auto& [key, value] : said) rows.push_back({desk.words.day(from), key, value});
  }
  if (rows.empty()) rows.push_back({desk.words.say("app.pay.nothing_said")});
  desk.printer.answer(Json{{"employer", all}}, rows);
  return ExitStatus::done;
}

}  // namespace

void add_pay_entry_commands(CLI::App& pay, Desk& desk) {
  CLI::App* item = add_family(pay, desk, "item", "app.help.pay_item");
  auto adding = std::make_shared<EntryOptions>();
  CLI::App* add = add_command(*item, desk, "add", "app.help.pay_item_add",
                              "tilia pay item add --worker amber --month 2026-03 --kind bonus "
                              "--amount 5000.00");
  add_option(add, desk, "--worker", adding->alias, "app.option.worker").required();
  add_option(add, desk, "--month", adding->month, "app.option.month").required();
  add_option(add, desk, "--kind", adding->kind, "app.option.item_kind").required();
  add_option(add, desk, "--amount", adding->amount, "app.option.item_amount").required();
  add_option(add, desk, "--must-remain", adding->must_remain, "app.option.must_remain");
  does(add, desk, adding, item_add);
  auto listing = std::make_shared<EntryOptions>();
  CLI::App* list = add_command(*item, desk, "list", "app.help.pay_item_list",
                               "tilia pay item list --month 2026-03");
  add_option(list, desk, "--month", listing->month, "app.option.month").required();
  does(list, desk, listing, item_list);
  auto removing = std::make_shared<EntryOptions>();
  CLI::App* remove = add_command(*item, desk, "remove", "app.help.pay_item_remove",
                                 "tilia pay item remove --worker amber --item 9f…");
  add_option(remove, desk, "--worker", removing->alias, "app.option.worker").required();
  add_option(remove, desk, "--item", removing->item, "app.option.item").required();
  does(remove, desk, removing, item_remove);

  auto bringing = std::make_shared<EntryOptions>();
  CLI::App* hers =
      add_command(pay, desk, "brings", "app.help.pay_brings",
                  "tilia pay brings --worker amber --from 2026-01-01 --set children=2");
  add_option(hers, desk, "--worker", bringing->alias, "app.option.worker").required();
  add_option(hers, desk, "--from", bringing->from, "app.option.said_from");
  add_option(hers, desk, "--set", bringing->set, "app.option.set").one_value_each();
  does(hers, desk, bringing, brings);
  auto owing = std::make_shared<EntryOptions>();
  CLI::App* ours = add_command(pay, desk, "employer", "app.help.pay_employer",
                               "tilia pay employer --from 2026-01-01 --set accident_rate=1.1");
  add_option(ours, desk, "--from", owing->from, "app.option.said_from");
  add_option(ours, desk, "--set", owing->set, "app.option.set").one_value_each();
  does(ours, desk, owing, employer);
}

}  // namespace tilia::app
