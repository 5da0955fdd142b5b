// `tilia customer …`: those for whom something is kept: found, changed, forgotten when they wish.
#include <fmt/ranges.h>

#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/open_book.h"
#include "db/history_book_sqlite.h"
#include "db/salon_book_sqlite.h"
#include "pos/keep_customers.h"

namespace tilia::app {
namespace {

struct CustomerOptions {
  std::string id;
  std::string text;
  std::string name;
  std::string phone;
  std::string remembered;
};

[[noreturn]] void refuse(pos::CustomerRefusal why) {
  throw Stopped(ExitStatus::refused, std::string(pos::customer_refusal_code(why)),
                pos::sentence_of(why));
}

pos::KeepCustomers keep(OpenBook& book) {
  return {book.customer_book(), book.zone(), book.clock(), book.chance()};
}

pos::Customer known(OpenBook& book, const std::string& text) {
  const auto id = pos::CustomerId::parse(text);
  const auto customer = id ? book.customer_book().customer(*id) : std::nullopt;
  if (!customer) refuse(pos::CustomerRefusal::unknown_customer);
  return *customer;
}

Json customer_json(const pos::Customer& customer) {
  return {{"id", customer.id.text()},
          {"name", customer.name},
          {"phone", customer.phone},
          {"remembered", customer.remembered}};
}

ExitStatus customer_list(Desk& desk, const CustomerOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::sell);
  Json list = Json::array();
  Rows rows;
  for (const pos::Customer& customer : keep(book).find(asked.text)) {
    list.push_back(customer_json(customer));
    rows.push_back({customer.id.text(), customer.name, customer.phone});
  }
  const Json answer{{"customers", list}};
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.customer.none"));
  else
    desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

// What is not named stays.
ExitStatus customer_change(Desk& desk, const CustomerOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::sell);
  pos::Customer customer = known(book, asked.id);
  if (!asked.name.empty()) customer.name = asked.name;
  if (!asked.phone.empty()) customer.phone = asked.phone == "none" ? std::string() : asked.phone;
  if (!asked.remembered.empty() && asked.remembered != "yes" && asked.remembered != "no")
    throw Stopped(ExitStatus::wrong_usage, "not_yes_or_no",
                  Phrase("app.customer.not_yes_or_no").with("found", asked.remembered));
  if (!asked.remembered.empty()) customer.remembered = asked.remembered == "yes";
  const auto changed = keep(book).change(customer);
  if (!changed) refuse(changed.refusal());
  desk.printer.answer(customer_json(changed.value()), Phrase("app.customer.changed"));
  return ExitStatus::done;
}

ExitStatus customer_forget(Desk& desk, const CustomerOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::sell);
  const auto forgotten = keep(book).forget(known(book, asked.id).id);
  if (!forgotten) refuse(forgotten.refusal());
  desk.printer.answer(Json{{"forgotten", asked.id}}, Phrase("app.customer.forgotten"));
  return ExitStatus::done;
}

[[noreturn]] void refuse(pos::HistoryRefusal why) {
  throw Stopped(ExitStatus::refused, std::string(pos::history_refusal_code(why)),
                pos::sentence_of(why));
}

// What was done for her, where she agreed that it is kept.
ExitStatus customer_history(Desk& desk, const CustomerOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::sell);
  db::SalonBookSqlite salon(book.file());
  db::HistoryBookSqlite visits(book.file());
  const auto history =
      pos::KeepHistory(salon, visits, book.customer_book()).of(known(book, asked.id).id);
  if (!history) refuse(history.refusal());
  Json list = Json::array();
  Rows rows;
  for (const pos::RememberedVisit& visit : history.value()) {
    list.push_back({{"visit", visit.id.text()},
                    {"at", visit.at.text()},
                    {"services", visit.services},
                    {"notes", visit.notes}});
    rows.push_back({desk.words.day(book.zone().local_day(visit.at)),
                    fmt::format("{}", fmt::join(visit.services, ", ")),
                    fmt::format("{}", fmt::join(visit.notes, ", "))});
  }
  const Json answer{{"visits", list}};
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.customer.no_visits"));
  else
    desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

}  // namespace

void add_customer_commands(CLI::App& root, Desk& desk) {
  CLI::App* customer = add_family(root, desk, "customer", "app.help.customer");
  auto listing = std::make_shared<CustomerOptions>();
  CLI::App* list =
      add_command(*customer, desk, "list", "app.help.customer_list", "tilia customer list ana");
  add_option(list, desk, "text", listing->text, "app.option.customer_text");
  does(list, desk, listing, customer_list);

  auto changing = std::make_shared<CustomerOptions>();
  CLI::App* change = add_command(*customer, desk, "change", "app.help.customer_change",
                                 "tilia customer change 9f… --phone \"064 123 456\"");
  add_option(change, desk, "id", changing->id, "app.option.customer_id").required();
  add_option(change, desk, "--name", changing->name, "app.option.customer_name");
  add_option(change, desk, "--phone", changing->phone, "app.option.customer_phone");
  add_option(change, desk, "--remembered", changing->remembered, "app.option.customer_remembered");
  does(change, desk, changing, customer_change);

  auto looking = std::make_shared<CustomerOptions>();
  CLI::App* history = add_command(*customer, desk, "history", "app.help.customer_history",
                                  "tilia customer history 9f…");
  add_option(history, desk, "id", looking->id, "app.option.customer_id").required();
  does(history, desk, looking, customer_history);

  auto forgetting = std::make_shared<CustomerOptions>();
  CLI::App* forget = add_command(*customer, desk, "forget", "app.help.customer_forget",
                                 "tilia customer forget 9f…");
  add_option(forget, desk, "id", forgetting->id, "app.option.customer_id").required();
  does(forget, desk, forgetting, customer_forget);
}

}  // namespace tilia::app
