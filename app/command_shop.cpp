// `tilia shop …`: what the shop sold, and the figures that finance sets for it.
#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/open_book.h"
#include "app/shop_paper.h"
#include "pos/shop_chart.h"

namespace tilia::app {
namespace {

struct ShopOptions {
  std::string shop;
  std::string from;
  std::string to;
  std::string pdf;
  std::string xlsx;
  std::string csv;
  std::string what;
  std::string amount;
};

pos::ShopTills known_shop(OpenBook& book, const std::string& asked) {
  if (const auto shop = shop_named(book.organisation(), asked)) return *shop;
  throw Stopped(ExitStatus::refused, "unknown_shop",
                Phrase("app.shop.unknown_shop").with("shop", asked));
}

Json optional_json(const std::optional<Money>& amount) {
  return amount ? amount_json(*amount) : Json();
}

Json figures_json(const pos::ShopFigures& figures) {
  Json json{{"from", figures.from.text()},
            {"to", figures.to.text()},
            {"shop", figures.shop.empty() ? Json() : Json(figures.shop)},
            {"currency", figures.sales.currency().code()},
            {"sales_count", figures.sales_count},
            {"sales", amount_json(figures.sales)},
            {"vat", amount_json(figures.vat)},
            {"open", figures.open},
            {"mean_day", optional_json(pos::mean_day(figures))},
            {"needed", optional_json(figures.needed)}};
  if (figures.makers_share) json["makers_share"] = amount_json(*figures.makers_share);
  json["days"] = Json::array();
  for (const pos::DaySales& day : figures.days)
    json["days"].push_back({{"day", day.day.text()},
                            {"sales_count", day.sales_count},
                            {"sales", amount_json(day.sales)},
                            {"needed", optional_json(day.needed)}});
  json["too_few_days_for_hours"] = figures.too_few_days;
  json["hours"] = Json::array();
  for (const pos::HourSales& hour : figures.hours)
    json["hours"].push_back({{"hour", hour.hour},
                             {"sales_count", hour.sales_count},
                             {"sales", amount_json(hour.sales)}});
  json["groups"] = Json::array();
  for (const pos::GroupSales& group : figures.groups)
    json["groups"].push_back({{"group", group.group}, {"sales", amount_json(group.sales)}});
  json["differences"] = Json::array();
  for (const pos::MonthDifference& each : figures.differences)
    json["differences"].push_back({{"month", each.month.text()},
                                   {"shop", each.shop},
                                   {"difference", amount_json(each.difference)},
                                   {"budget", optional_json(each.budget)}});
  return json;
}

Rows figures_rows(const pos::ShopFigures& figures, const Words& words) {
  Rows rows{{words.say("app.shop.sales"), words.amount_with_currency(figures.sales)},
            {words.say("app.shop.customers"), std::to_string(figures.sales_count)}};
  if (figures.vouchers_given)
    rows.push_back({words.say("app.shop.vouchers_given"),
                    words.amount_with_currency(*figures.vouchers_given)});
  if (figures.makers_share)
    rows.push_back(
        {words.say("app.shop.makers_share"), words.amount_with_currency(*figures.makers_share)});
  if (const auto mean = pos::mean_day(figures))
    rows.push_back({words.say("app.shop.mean_day"), words.amount_with_currency(*mean)});
  if (figures.needed)
    rows.push_back({words.say("app.shop.needed"), words.amount_with_currency(*figures.needed)});
  for (const pos::DaySales& day : figures.days)
    rows.push_back({words.day(day.day), words.amount(day.sales)});
  if (figures.too_few_days) rows.push_back({words.say("app.shop.too_few_days")});
  for (const pos::HourSales& hour : figures.hours)
    rows.push_back({std::to_string(hour.hour) + ":00", words.amount(hour.sales)});
  for (const pos::GroupSales& group : figures.groups)
    rows.push_back(
        {label_of({pos::group_label(group), group.sales}, words), words.amount(group.sales)});
  for (const pos::MonthDifference& each : figures.differences)
    rows.push_back(
        {words.say(Phrase("app.shop.difference").with("month", each.month).with("shop", each.shop)),
         words.amount(each.difference)});
  return rows;
}

void write_files(OpenBook& book, const Desk& desk, const ShopOptions& asked,
                 const pos::ShopFigures& figures) {
  const reporting::ShopSales sales = shop_sales_of(book.organisation(), figures);
  const Words words = book.paper_words();
  if (!asked.pdf.empty()) {
    const reporting::Typeface typeface(desk.resources.fonts());
    write_whole(asked.pdf, reporting::shop_sales_pdf(sales, typeface, words));
  }
  if (!asked.xlsx.empty()) reporting::write_shop_sales_xlsx(sales, asked.xlsx, words);
  if (!asked.csv.empty()) write_whole(asked.csv, reporting::shop_sales_csv(sales, words));
}

ExitStatus shop_figures(Desk& desk, const ShopOptions& asked) {
  const Day from = day_argument(asked.from);
  const Day to = day_argument(asked.to);
  if (to < from)
    throw Stopped(ExitStatus::wrong_usage, "from_after_to", Phrase("app.shop.from_after_to"));
  OpenBook book(desk);
  book.acting(Act::read_shop);
  const std::string key = asked.shop.empty() ? "" : known_shop(book, asked.shop).key();
  const pos::ShopFigures figures = book.shop_book().figures(from, to, key);
  write_files(book, desk, asked, figures);
  desk.printer.answer(figures_json(figures), figures_rows(figures, desk.words));
  return ExitStatus::done;
}

ExitStatus shop_set(Desk& desk, const ShopOptions& asked) {
  const auto what = pos::parse_set_figure(asked.what);
  if (!what)
    throw Stopped(ExitStatus::wrong_usage, "unknown_figure",
                  Phrase("app.shop.unknown_figure").with("found", asked.what));
  const Month from = month_argument(asked.from);
  OpenBook book(desk);
  book.acting(Act::set_shop_figures);
  if (asked.shop.empty() && pos::shops_of(book.organisation()).size() > 1)
    throw Stopped(ExitStatus::wrong_usage, "which_shop", Phrase("app.shop.which_shop"));
  const pos::ShopTills shop = asked.shop.empty() ? pos::shops_of(book.organisation()).front()
                                                 : known_shop(book, asked.shop);
  const Money amount = counter_amount(asked.amount, book.currency());
  if (amount.negative())
    throw Stopped(ExitStatus::refused, "amount_negative", Phrase("pos.refusal.amount_negative"));
  book.shop_book().set_figure({*what, shop.key(), from, amount}, book.clock().now());
  book.sign_heads();
  desk.printer.answer(
      Json{{"shop", shop.name},
           {"what", asked.what},
           {"from", from.text()},
           {"amount", amount_json(amount)},
           {"currency", book.currency().code()}},
      Phrase("app.shop.set").with("shop", shop.name).with("month", from).with("amount", amount));
  return ExitStatus::done;
}

ExitStatus shop_list(Desk& desk, const ShopOptions&) {
  OpenBook book(desk);
  book.acting(Act::read_shop);
  const std::vector<pos::ShopFigure> set = book.shop_book().set_figures();
  Json list = Json::array();
  Rows rows;
  for (const pos::ShopTills& shop : pos::shops_of(book.organisation())) {
    Json each{{"shop", shop.name}, {"tills", shop.tills}, {"set", Json::array()}};
    rows.push_back({shop.name, "", ""});
    for (const pos::ShopFigure& figure : set) {
      if (figure.shop != shop.key()) continue;
      const std::string what(pos::set_figure_text(figure.what));
      each["set"].push_back(
          {{"what", what}, {"from", figure.from.text()}, {"amount", amount_json(figure.amount)}});
      rows.push_back({"  " + desk.words.say("pos.shop.set." + what), desk.words.month(figure.from),
                      desk.words.amount(figure.amount)});
    }
    list.push_back(std::move(each));
  }
  desk.printer.answer(Json{{"currency", book.currency().code()}, {"shops", list}}, rows);
  return ExitStatus::done;
}

}  // namespace

void add_shop_commands(CLI::App& root, Desk& desk) {
  CLI::App* shop = add_family(root, desk, "shop", "app.help.shop");
  auto asked = std::make_shared<ShopOptions>();
  CLI::App* figures = add_command(*shop, desk, "figures", "app.help.shop_figures",
                                  "tilia shop figures --from 2026-03-01 --to 2026-03-31 "
                                  "--pdf shop.pdf");
  add_option(figures, desk, "--from", asked->from, "app.option.from").required();
  add_option(figures, desk, "--to", asked->to, "app.option.to").required();
  add_option(figures, desk, "--shop", asked->shop, "app.option.shop");
  add_option(figures, desk, "--pdf", asked->pdf, "app.option.pdf");
  add_option(figures, desk, "--xlsx", asked->xlsx, "app.option.xlsx");
  add_option(figures, desk, "--csv", asked->csv, "app.option.csv");
  does(figures, desk, asked, shop_figures);
  auto setting = std::make_shared<ShopOptions>();
  CLI::App* set = add_command(*shop, desk, "set", "app.help.shop_set",
                              "tilia shop set break_even --amount 46000 --from 2026-03");
  add_option(set, desk, "what", setting->what, "app.option.shop_what").required();
  add_option(set, desk, "--amount", setting->amount, "app.option.shop_amount").required();
  add_option(set, desk, "--from", setting->from, "app.option.shop_month").required();
  add_option(set, desk, "--shop", setting->shop, "app.option.shop");
  does(set, desk, setting, shop_set);
  does(add_command(*shop, desk, "list", "app.help.shop_list", "tilia shop list"), desk,
       std::make_shared<ShopOptions>(), shop_list);
}

}  // namespace tilia::app
