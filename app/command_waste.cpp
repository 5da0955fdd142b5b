// `tilia waste …`: what was thrown away or given away, and why; and what it comes to. It is no sale
// and no void.
#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/open_book.h"
#include "pos/keep_stock.h"

namespace tilia::app {
namespace {

struct WasteOptions {
  std::string article;
  std::string quantity;
  std::string reason;
  std::string from;
  std::string to;
};

pos::KeepStock keep(OpenBook& book) {
  return {book.till_book(), book.catalogue_book(), book.zone(), book.clock()};
}

ExitStatus waste_add(Desk& desk, const WasteOptions& asked) {
  const Quantity quantity = quantity_argument(asked.quantity);
  OpenBook book(desk);
  book.acting(Act::keep_stock);
  const auto entered =
      keep(book).enter(pos::StockMove::Kind::wasted, asked.article, quantity, asked.reason);
  if (!entered)
    throw Stopped(ExitStatus::refused, std::string(pos::stock_refusal_code(entered.refusal())),
                  pos::sentence_of(entered.refusal()));
  desk.printer.answer(
      Json{{"article", asked.article}, {"quantity", quantity.text()}, {"reason", asked.reason}},
      Phrase("app.stock.entered").with("article", asked.article).with("quantity", quantity));
  return ExitStatus::done;
}

ExitStatus waste_list(Desk& desk, const WasteOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_stock);
  pos::KeepStock stock = keep(book);
  const Day to = asked.to.empty() ? stock.today() : day_argument(asked.to);
  const Day from = asked.from.empty() ? to : day_argument(asked.from);
  Money wasted = Money::zero(book.currency());
  Money given = wasted;
  Json list = Json::array();
  Rows rows;
  for (const pos::Wasted& each : stock.wasted(from, to)) {
    (each.given_away() ? given : wasted) += each.at_price;
    list.push_back({{"article", each.article},
                    {"reason", each.reason},
                    {"quantity", each.quantity.text()},
                    {"at_price", amount_json(each.at_price)}});
    rows.push_back({each.name, desk.words.quantity(each.quantity),
                    desk.words.say("office.stock.reason." + each.reason),
                    desk.words.amount(each.at_price)});
  }
  const Json answer{{"from", from.text()},
                    {"to", to.text()},
                    {"currency", book.currency().code()},
                    {"rows", list},
                    {"wasted", amount_json(wasted)},
                    {"given_away", amount_json(given)}};
  if (rows.empty()) {
    desk.printer.answer(answer, Phrase("app.waste.none"));
  } else {
    rows.push_back({desk.words.say("app.waste.wasted"), "", "", desk.words.amount(wasted)});
    rows.push_back({desk.words.say("app.waste.given"), "", "", desk.words.amount(given)});
    desk.printer.answer(answer, rows);
  }
  return ExitStatus::done;
}

}  // namespace

void add_waste_commands(CLI::App& root, Desk& desk) {
  CLI::App* waste = add_family(root, desk, "waste", "app.help.waste");
  auto adding = std::make_shared<WasteOptions>();
  CLI::App* add = add_command(*waste, desk, "add", "app.help.stock_waste",
                              "tilia waste add white-loaf 3 --reason given_away");
  add_option(add, desk, "article", adding->article, "app.option.article_code").required();
  add_option(add, desk, "quantity", adding->quantity, "app.option.stock_quantity").required();
  add_option(add, desk, "--reason", adding->reason, "app.option.waste_reason").required();
  does(add, desk, adding, waste_add);

  auto listing = std::make_shared<WasteOptions>();
  CLI::App* list = add_command(*waste, desk, "list", "app.help.waste_list",
                               "tilia waste list --from 2026-03-01 --to 2026-03-31");
  add_option(list, desk, "--from", listing->from, "app.option.from");
  add_option(list, desk, "--to", listing->to, "app.option.to");
  does(list, desk, listing, waste_list);
}

}  // namespace tilia::app
