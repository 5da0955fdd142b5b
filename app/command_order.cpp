// `tilia order …`: orders for a day, standing orders, the same as last week. Orders come as JSON,
// one a line, and are answered one a line.
#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/day_answer.h"
#include "app/json_lines.h"
#include "app/open_book.h"
#include "pos/bakery/order_file.h"
#include "pos/bakery/order_papers.h"
#include "reporting/papers.h"

namespace tilia::app {
namespace {

struct OrderOptions {
  std::int64_t number = 0;
  std::string file = "-";
  std::string from;
  std::string to;
  std::string till;
  std::string day;
  std::string account;
  std::string customer;
  std::string code;
  std::string text;
  std::string pdf;
};

[[noreturn]] void refuse(const pos::OrderRefusal& refusal) {
  throw Stopped(ExitStatus::refused, std::string(pos::order_refusal_code(refusal)),
                pos::sentence_of(refusal));
}

Json order_answer(OpenBook& book, const pos::Order& order) {
  for (const pos::DueOrder& due : book.orders().due(order.day, order.day)) {
    if (due.order.number == order.number) return Json::parse(pos::order_json(due));
  }
  CHECK(false);
}

Phrase sentence_of(const char* key, const pos::Order& order, Currency currency) {
  return Phrase(key)
      .with("number", order.number)
      .with("day", order.day)
      .with("total", pos::total_of(order.lines, currency));
}

[[noreturn]] void refuse(const FileRefusal& refusal) {
  throw Stopped(ExitStatus::refused, std::string(file_refusal_code(refusal.why)),
                sentence_of(refusal));
}

pos::OrderRequest request_in(OpenBook& book, const std::string& line) {
  auto request = pos::read_order_line(line, book.chance());
  if (!request) refuse(request.refusal());
  return std::move(request).value();
}

ExitStatus order_place(Desk& desk, const OrderOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::sell);
  const bool all = for_each_json_line(desk, asked.file, [&](const std::string& line) {
    const auto placed = book.orders().place(request_in(book, line));
    if (!placed) refuse(placed.refusal());
    desk.printer.answer(order_answer(book, placed.value()),
                        sentence_of("app.order.placed", placed.value(), book.currency()));
  });
  book.sign_heads();
  return all ? ExitStatus::done : ExitStatus::refused;
}

ExitStatus order_change(Desk& desk, const OrderOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::sell);
  const auto changed = book.orders().change(asked.number, request_in(book, whole_file(asked.file)));
  if (!changed) refuse(changed.refusal());
  desk.printer.answer(order_answer(book, changed.value()),
                      sentence_of("app.order.changed", changed.value(), book.currency()));
  return ExitStatus::done;
}

ExitStatus order_cancel(Desk& desk, const OrderOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::sell);
  const auto cancelled = book.orders().cancel(asked.number);
  if (!cancelled) refuse(cancelled.refusal());
  desk.printer.answer(order_answer(book, cancelled.value()),
                      sentence_of("app.order.cancelled", cancelled.value(), book.currency()));
  return ExitStatus::done;
}

void show(Desk& desk, OpenBook& book, const std::vector<pos::DueOrder>& orders) {
  Json list = Json::array();
  Rows rows;
  for (const pos::DueOrder& due : orders) {
    list.push_back(Json::parse(pos::order_json(due)));
    rows.push_back(
        {due.order.number == 0 ? due.order.standing : std::to_string(due.order.number),
         desk.words.day(due.order.day), due.whose,
         desk.words.amount(pos::total_of(due.order.lines, book.currency())),
         desk.words.say("app.order.state." + std::string(pos::order_state_text(due.order.state)))});
  }
  const Json answer{{"orders", list}};
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.order.none"));
  else
    desk.printer.answer(answer, rows);
}

ExitStatus order_list(Desk& desk, const OrderOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::sell);
  pos::KeepOrders orders = book.orders();
  const Day from = asked.from.empty() ? orders.today() : day_argument(asked.from);
  const Day to = asked.to.empty() ? from : day_argument(asked.to);
  std::vector<pos::DueOrder> due = orders.due(from, to);
  if (!asked.till.empty())
    std::erase_if(due, [&](const pos::DueOrder& each) { return each.order.till != asked.till; });
  show(desk, book, due);
  return ExitStatus::done;
}

// Those of whoever is meant by what was typed.
ExitStatus order_find(Desk& desk, const OrderOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::sell);
  show(desk, book, book.orders().find(asked.text));
  return ExitStatus::done;
}

ExitStatus order_slip(Desk& desk, const OrderOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::sell);
  const auto order = book.order_book().order(asked.number);
  if (!order) refuse({pos::OrderRefusal::Why::unknown_order, std::to_string(asked.number)});
  for (const pos::DueOrder& due : book.orders().due(order->day, order->day)) {
    if (due.order.number != order->number) continue;
    const Strip strip = pos::order_strip(due, book.till_book().articles(order->day),
                                         book.paper_head(), book.paper_words());
    if (!asked.pdf.empty())
      write_whole(asked.pdf, reporting::strip_pdf(strip, reporting::StripPaper::roll_80_mm,
                                                  reporting::Typeface(desk.resources.fonts())));
    desk.printer.answer(Json::parse(pos::order_json(due)), strip_rows(strip));
  }
  return ExitStatus::done;
}

// What can be given to `order place` as it is, or changed before.
ExitStatus order_again(Desk& desk, const OrderOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::sell);
  const auto customer = pos::CustomerId::parse(asked.customer);
  const auto request =
      book.orders().same_again({customer, asked.account}, asked.till, day_argument(asked.day));
  if (!request) refuse(request.refusal());
  const std::string json = pos::order_request_json(request.value());
  desk.printer.answer(Json::parse(json), Rows{{json}});
  return ExitStatus::done;
}

ExitStatus order_stand(Desk& desk, const OrderOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::sell);
  const bool all = for_each_json_line(desk, asked.file, [&](const std::string& line) {
    const auto written = pos::read_standing_line(line, book.chance());
    if (!written) refuse(written.refusal());
    const auto stands = book.orders().stand(written.value().standing, written.value().noted);
    if (!stands) refuse(stands.refusal());
    desk.printer.answer(Json::parse(pos::standing_json(stands.value())),
                        Phrase("app.order.stands").with("code", stands.value().code));
  });
  book.sign_heads();
  return all ? ExitStatus::done : ExitStatus::refused;
}

ExitStatus order_standing(Desk& desk, const OrderOptions& /*asked*/) {
  OpenBook book(desk);
  book.acting(Act::sell);
  Json list = Json::array();
  Rows rows;
  for (const pos::StandingOrder& standing : book.order_book().standing_orders()) {
    list.push_back(Json::parse(pos::standing_json(standing)));
    rows.push_back({standing.code, desk.words.day(standing.from),
                    standing.until ? desk.words.day(*standing.until) : std::string()});
  }
  const Json answer{{"standing", list}};
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.order.none_stands"));
  else
    desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

ExitStatus order_stop(Desk& desk, const OrderOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::sell);
  const auto stopped = book.orders().stop(asked.code, day_argument(asked.from));
  if (!stopped) refuse(stopped.refusal());
  desk.printer.answer(Json::parse(pos::standing_json(stopped.value())),
                      Phrase("app.order.stopped").with("code", asked.code));
  return ExitStatus::done;
}

// A day of a standing order, to be changed alone.
ExitStatus order_touch(Desk& desk, const OrderOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::sell);
  const auto order = book.orders().touch(asked.code, day_argument(asked.day));
  if (!order) refuse(order.refusal());
  desk.printer.answer(order_answer(book, order.value()),
                      sentence_of("app.order.placed", order.value(), book.currency()));
  return ExitStatus::done;
}

void add_placing(CLI::App* order, Desk& desk) {
  const auto add = [&](const char* name, const char* help, const char* example,
                       ExitStatus (*act)(Desk&, const OrderOptions&), bool numbered) {
    auto options = std::make_shared<OrderOptions>();
    CLI::App* command = add_command(*order, desk, name, help, example);
    if (numbered)
      add_option(command, desk, "number", options->number, "app.option.order_number").required();
    if (act != order_cancel)
      add_option(command, desk, "file", options->file, "app.option.orders_file");
    does(command, desk, options, act);
  };
  add("place", "app.help.order_place", "tilia order place orders.jsonl", order_place, false);
  add("change", "app.help.order_change", "tilia order change 17 order.json", order_change, true);
  add("cancel", "app.help.order_cancel", "tilia order cancel 17", order_cancel, true);
  add("stand", "app.help.order_stand", "tilia order stand cafe.jsonl", order_stand, false);
}

void add_reading(CLI::App* order, Desk& desk) {
  auto listing = std::make_shared<OrderOptions>();
  CLI::App* list = add_command(*order, desk, "list", "app.help.order_list",
                               "tilia order list --from 2026-03-07 --to 2026-03-08");
  add_option(list, desk, "--from", listing->from, "app.option.from");
  add_option(list, desk, "--to", listing->to, "app.option.to");
  add_option(list, desk, "--till", listing->till, "app.option.till");
  does(list, desk, listing, order_list);

  auto finding = std::make_shared<OrderOptions>();
  CLI::App* find = add_command(*order, desk, "find", "app.help.order_find", "tilia order find ana");
  add_option(find, desk, "text", finding->text, "app.option.name_or_number").required();
  does(find, desk, finding, order_find);

  auto slipping = std::make_shared<OrderOptions>();
  CLI::App* slip = add_command(*order, desk, "slip", "app.help.order_slip",
                               "tilia order slip 17 --pdf slip.pdf");
  add_option(slip, desk, "number", slipping->number, "app.option.order_number").required();
  add_option(slip, desk, "--pdf", slipping->pdf, "app.option.pdf");
  does(slip, desk, slipping, order_slip);

  auto repeating = std::make_shared<OrderOptions>();
  CLI::App* again = add_command(*order, desk, "again", "app.help.order_again",
                                "tilia order again --account cafe --till T1 --day 2026-03-09");
  add_option(again, desk, "--till", repeating->till, "app.option.till").required();
  add_option(again, desk, "--day", repeating->day, "app.option.day").required();
  add_option(again, desk, "--account", repeating->account, "app.option.account");
  add_option(again, desk, "--customer", repeating->customer, "app.option.customer_id");
  does(again, desk, repeating, order_again);

  auto standing = std::make_shared<OrderOptions>();
  CLI::App* stands = add_command(*order, desk, "standing", "app.help.order_standing",
                                 "tilia order standing --json");
  does(stands, desk, standing, order_standing);

  auto stopping = std::make_shared<OrderOptions>();
  CLI::App* stop = add_command(*order, desk, "stop", "app.help.order_stop",
                               "tilia order stop cafe-bread --from 2026-04-01");
  add_option(stop, desk, "code", stopping->code, "app.option.standing_code").required();
  add_option(stop, desk, "--from", stopping->from, "app.option.from").required();
  does(stop, desk, stopping, order_stop);

  auto touching = std::make_shared<OrderOptions>();
  CLI::App* touch = add_command(*order, desk, "take", "app.help.order_take",
                                "tilia order take cafe-bread --day 2026-03-09");
  add_option(touch, desk, "code", touching->code, "app.option.standing_code").required();
  add_option(touch, desk, "--day", touching->day, "app.option.day").required();
  does(touch, desk, touching, order_touch);
}

}  // namespace

void add_order_commands(CLI::App& root, Desk& desk) {
  CLI::App* order = add_family(root, desk, "order", "app.help.order");
  add_placing(order, desk);
  add_reading(order, desk);
}

}  // namespace tilia::app
