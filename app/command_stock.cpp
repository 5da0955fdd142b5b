// `tilia stock …`: what came, what was wasted, what was counted, and what is there.
#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/open_book.h"
#include "pos/keep_stock.h"

namespace tilia::app {
namespace {

using Kind = pos::StockMove::Kind;

struct MoveOptions {
  std::string article;
  std::string quantity;
  std::string reason;
};

struct StockListOptions {
  bool low = false;
};

[[noreturn]] void refuse(pos::StockRefusal why) {
  throw Stopped(ExitStatus::refused, std::string(pos::stock_refusal_code(why)),
                pos::sentence_of(why));
}

ExitStatus enter(Desk& desk, const MoveOptions& asked, Kind kind) {
  const Quantity quantity = quantity_argument(asked.quantity);
  OpenBook book(desk);
  book.acting(Act::keep_stock);
  pos::KeepStock keep(book.till_book(), book.catalogue_book(), book.zone(), book.clock());
  const auto entered = keep.enter(kind, asked.article, quantity, asked.reason);
  if (!entered) refuse(entered.refusal());
  Json answer{{"article", asked.article},
              {"entered", pos::stock_move_text(kind)},
              {"quantity", quantity.text()}};
  for (const pos::StockSince& since : book.catalogue_book().stock()) {
    if (since.article == asked.article) answer["there"] = since.there().text();
  }
  desk.printer.answer(
      answer,
      Phrase("app.stock.entered").with("article", asked.article).with("quantity", quantity));
  return ExitStatus::done;
}

ExitStatus stock_receive(Desk& desk, const MoveOptions& asked) {
  return enter(desk, asked, Kind::received);
}
ExitStatus stock_waste(Desk& desk, const MoveOptions& asked) {
  return enter(desk, asked, Kind::wasted);
}
ExitStatus stock_count(Desk& desk, const MoveOptions& asked) {
  return enter(desk, asked, Kind::counted);
}

Json since_json(const pos::StockShown& shown) {
  Json json{{"article", shown.article.code}, {"name", shown.article.name}};
  if (shown.since) {
    json["counted"] = shown.since->counted.text();
    json["received"] = shown.since->received.text();
    json["wasted"] = shown.since->wasted.text();
    json["sold"] = shown.since->sold.text();
    json["there"] = shown.since->there().text();
    json["counted_on"] = shown.since->counted_on ? Json(shown.since->counted_on->text()) : Json();
  } else {
    json["there"] = nullptr;
  }
  json["low_below"] = shown.article.low_below ? Json(shown.article.low_below->text()) : Json();
  json["low"] = shown.low();
  return json;
}

ExitStatus stock_list(Desk& desk, const StockListOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_stock);
  pos::KeepStock keep(book.till_book(), book.catalogue_book(), book.zone(), book.clock());
  Json articles = Json::array();
  Rows rows;
  for (const pos::StockShown& shown : keep.list()) {
    if (asked.low && !shown.low()) continue;
    articles.push_back(since_json(shown));
    rows.push_back(
        {shown.article.code, shown.article.name,
         shown.since ? shown.since->there().text() : desk.words.say("app.stock.not_counted"),
         shown.low() ? desk.words.say("app.stock.low") : std::string()});
  }
  const Json answer{{"articles", articles}};
  if (rows.empty())
    desk.printer.answer(answer, Phrase(asked.low ? "app.stock.none_low" : "app.stock.none"));
  else
    desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

}  // namespace

void add_stock_commands(CLI::App& root, Desk& desk) {
  CLI::App* stock = add_family(root, desk, "stock", "app.help.stock");
  const auto add_move = [&](const char* name, const char* help, const char* example,
                            ExitStatus (*act)(Desk&, const MoveOptions&)) {
    auto options = std::make_shared<MoveOptions>();
    CLI::App* command = add_command(*stock, desk, name, help, example);
    add_option(command, desk, "article", options->article, "app.option.article_code").required();
    add_option(command, desk, "quantity", options->quantity, "app.option.stock_quantity")
        .required();
    if (act == stock_waste)
      add_option(command, desk, "--reason", options->reason, "app.option.waste_reason").required();
    does(command, desk, options, act);
  };
  add_move("receive", "app.help.stock_receive", "tilia stock receive white-loaf 40", stock_receive);
  add_move("waste", "app.help.stock_waste", "tilia stock waste white-loaf 3 --reason too_dark",
           stock_waste);
  add_move("count", "app.help.stock_count", "tilia stock count white-loaf 12", stock_count);
  auto listing = std::make_shared<StockListOptions>();
  CLI::App* list =
      add_command(*stock, desk, "list", "app.help.stock_list", "tilia stock list --low");
  add_flag(list, desk, "--low", listing->low, "app.option.stock_low");
  does(list, desk, listing, stock_list);
}

}  // namespace tilia::app
