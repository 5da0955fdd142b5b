// `tilia day …`: the drawer's day.
#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/day_answer.h"
#include "app/open_book.h"
#include "app/shop_paper.h"
#include "pos/keep_drawer.h"
#include "pos/sale_file.h"
#include "reporting/papers.h"

namespace tilia::app {
namespace {

using pos::DrawerRefusal;
using pos::KeepDrawer;

struct DayOptions {
  std::string till;
  std::string float_amount;
  std::string in;
  std::string out;
  std::string reason;
  std::string counted;
  pos::CloseWords words;
  std::string card_counted;
  std::int64_t number = 0;
  std::string pdf;
  std::string paper = "80mm";
};

[[noreturn]] void refuse(DrawerRefusal why) {
  throw Stopped(ExitStatus::refused, std::string(pos::drawer_refusal_code(why)),
                pos::sentence_of(why));
}

pos::CashStanding standing_of(OpenBook& book, const KeepDrawer::Look& look) {
  const pos::ShopTills shop = *shop_named(book.organisation(), look.session.till);
  return pos::cash_standing(
      look.session, look.figures,
      pos::figure_in(book.shop_book().set_figures(), pos::SetFigure::set_aside, shop.key(),
                     Month::of(look.session.business_day.day())));
}

KeepDrawer drawer_of(OpenBook& book) {
  return {book.till_book(), book.pack(), book.zone(), book.clock(), book.chance()};
}

ExitStatus day_open(Desk& desk, const DayOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_drawer);
  const std::string& till = book.known_till(asked.till);
  const Money float_amount = counter_amount(asked.float_amount, book.currency());
  const auto opened = drawer_of(book).open(till, float_amount);
  if (!opened) refuse(opened.refusal());
  const pos::DrawerSession& session = opened.value();
  desk.printer.answer(Json{{"session", session.id.text()},
                           {"till", session.till},
                           {"number", session.number},
                           {"business_day", session.business_day.text()},
                           {"opened_at", session.opened_at.text()},
                           {"currency", book.currency().code()},
                           {"float", amount_json(session.float_amount)}},
                      Phrase("app.day.opened")
                          .with("till", session.till)
                          .with("day", session.business_day.day())
                          .with("float", session.float_amount));
  return ExitStatus::done;
}

ExitStatus day_cash(Desk& desk, const DayOptions& asked) {
  if (asked.in.empty() == asked.out.empty())
    throw Stopped(ExitStatus::wrong_usage, "in_or_out", Phrase("app.day.in_or_out"));
  OpenBook book(desk);
  book.acting(Act::keep_drawer);
  const bool in = !asked.in.empty();
  const pos::CashMove move{in ? pos::CashMove::Direction::in : pos::CashMove::Direction::out,
                           counter_amount(in ? asked.in : asked.out, book.currency()),
                           asked.reason};
  KeepDrawer drawer = drawer_of(book);
  const auto moved = drawer.move_cash(book.known_till(asked.till), move);
  if (!moved) refuse(moved.refusal());
  desk.printer.answer(
      Json{{"till", asked.till},
           {in ? "in" : "out", amount_json(move.amount)},
           {"reason", move.reason},
           {"currency", book.currency().code()}},
      Phrase(in ? "app.day.put_in" : "app.day.taken_out").with("amount", move.amount));
  return ExitStatus::done;
}

std::vector<pos::CountedPiece> counted_pieces(const std::string& file, Currency currency) {
  auto counted = pos::read_counted(whole_file(file), currency);
  if (counted) return std::move(counted).value();
  throw Stopped(ExitStatus::refused, std::string(file_refusal_code(counted.refusal().why)),
                sentence_of(counted.refusal()));
}

ExitStatus day_look(Desk& desk, const DayOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::look_at_drawer);
  const auto look = drawer_of(book).look(book.known_till(asked.till));
  if (!look) refuse(look.refusal());
  DayLook shown{look.value(), standing_of(book, look.value()), {}, {},
                {},           drawer_of(book).bags(asked.till)};
  if (!asked.counted.empty()) {
    const auto counted = counted_pieces(asked.counted, book.currency());
    const auto tried = drawer_of(book).count(asked.till, counted);
    if (!tried) refuse(tried.refusal());
    shown.counted = tried.value();
    shown.bank = pos::propose_bank(counted, look.value().session.float_amount, book.pack().pieces);
  }
  if (!asked.card_counted.empty())
    shown.card_counted = money_argument(asked.card_counted, book.currency());
  desk.printer.answer(look_answer(shown), look_rows(shown, desk.words));
  return ExitStatus::done;
}

ExitStatus day_close(Desk& desk, const DayOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_drawer);
  const auto counted = counted_pieces(asked.counted, book.currency());
  const auto sheet = drawer_of(book).close(book.known_till(asked.till), counted, asked.words);
  if (!sheet) refuse(sheet.refusal());
  book.sign_heads();
  book.file().checkpoint();
  desk.printer.answer(Json::parse(pos::day_sheet_json(sheet.value())),
                      strip_rows(book.day_sheet_strip(sheet.value())));
  return ExitStatus::done;
}

ExitStatus day_bag(Desk& desk, const DayOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_drawer);
  const auto bag = drawer_of(book).bag(book.known_till(asked.till), asked.words.bag);
  if (!bag) refuse(bag.refusal());
  desk.printer.answer(
      bag_answer(bag.value()),
      Phrase("app.day.bagged").with("till", asked.till).with("bag", bag.value().number));
  return ExitStatus::done;
}

ExitStatus day_count(Desk& desk, const DayOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_drawer);
  const auto counted = counted_pieces(asked.counted, book.currency());
  const auto sheet = drawer_of(book).close_bag(book.known_till(asked.till), asked.words.bag,
                                               counted, asked.words.note);
  if (!sheet) refuse(sheet.refusal());
  book.sign_heads();
  book.file().checkpoint();
  desk.printer.answer(Json::parse(pos::day_sheet_json(sheet.value())),
                      strip_rows(book.day_sheet_strip(sheet.value())));
  return ExitStatus::done;
}

// What is open, what waits, what was closed last: no sums.
ExitStatus day_list(Desk& desk, const DayOptions& asked) {
  constexpr std::int64_t days_listed = 30;
  OpenBook book(desk);
  book.acting(Act::look_at_drawer);
  const std::string& till = book.known_till(asked.till);
  pos::TillBook& days = book.till_book();
  Json answer{{"till", till}, {"bags", Json::array()}, {"closed", Json::array()}};
  Rows rows;
  const auto add = [&](const BusinessDay& day, const Phrase& what) {
    rows.push_back({desk.words.day(day.day()), desk.words.say(what)});
  };
  if (const auto open = days.open_session(till)) {
    answer["open"] = {{"business_day", open->business_day.text()},
                      {"opened_at", open->opened_at.text()}};
    add(open->business_day, Phrase("app.day.list_open"));
  }
  for (const pos::WaitingBag& bag : days.bags(till)) {
    answer["bags"].push_back(bag_answer(bag));
    add(bag.session.business_day, Phrase("app.day.list_bag").with("bag", bag.number));
  }
  const auto newest = pos::last_sheet_number(days, till);
  for (std::int64_t number = newest; number > 0 && number > newest - days_listed; --number) {
    const auto sheet = days.day_sheet(till, number);
    if (!sheet) continue;
    answer["closed"].push_back({{"number", sheet->number},
                                {"business_day", sheet->session.business_day.text()},
                                {"closed_at", sheet->closed_at.text()}});
    add(sheet->session.business_day, Phrase("app.day.list_closed").with("number", sheet->number));
  }
  desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

ExitStatus day_sheet(Desk& desk, const DayOptions& asked) {
  if (asked.paper != "80mm" && asked.paper != "a4")
    throw Stopped(ExitStatus::wrong_usage, "bad_paper",
                  Phrase("app.wrong.paper").with("found", asked.paper));
  OpenBook book(desk);
  book.acting(Act::keep_drawer);
  const auto sheet = book.till_book().day_sheet(asked.till, asked.number);
  if (!sheet)
    throw Stopped(
        ExitStatus::refused, "no_such_day",
        Phrase("app.day.no_such_day").with("till", asked.till).with("number", asked.number));
  // Whoever opens the sheet of a day before today is noted, before it is shown.
  if (sheet->session.business_day.day() < book.zone().local_day(book.clock().now()))
    book.read_log().note_day_sheet(sheet->session.till, sheet->number);
  const Strip strip = book.day_sheet_strip(*sheet);
  if (!asked.pdf.empty()) {
    const auto paper =
        asked.paper == "a4" ? reporting::StripPaper::a4 : reporting::StripPaper::roll_80_mm;
    const reporting::Typeface typeface(desk.resources.fonts());
    write_whole(asked.pdf, reporting::strip_pdf(strip, paper, typeface));
  }
  desk.printer.answer(Json::parse(pos::day_sheet_json(*sheet)), strip_rows(strip));
  return ExitStatus::done;
}

}  // namespace

void add_day_commands(CLI::App& root, Desk& desk) {
  CLI::App* day = add_family(root, desk, "day", "app.help.day");
  const auto command = [&](const char* name, const char* help, const char* example,
                           ExitStatus (*act)(Desk&, const DayOptions&)) {
    auto options = std::make_shared<DayOptions>();
    CLI::App* added = add_command(*day, desk, name, help, example);
    add_option(added, desk, "--till", options->till, "app.option.till").required();
    does(added, desk, options, act);
    return std::pair(added, options);
  };
  const auto [open, opening] =
      command("open", "app.help.day_open", "tilia day open --till T1 --float 8000.00", day_open);
  add_option(open, desk, "--float", opening->float_amount, "app.option.float").required();
  const auto [cash, moving] =
      command("cash", "app.help.day_cash",
              "tilia day cash --till T1 --out 1500.00 --reason supplies", day_cash);
  add_option(cash, desk, "--in", moving->in, "app.option.cash_in");
  add_option(cash, desk, "--out", moving->out, "app.option.cash_out");
  add_option(cash, desk, "--reason", moving->reason, "app.option.cash_reason").required();
  const auto [look, looking] = command("look", "app.help.day_look",
                                       "tilia day look --till T1 --counted count.json", day_look);
  add_option(look, desk, "--counted", looking->counted, "app.option.counted_so_far");
  add_option(look, desk, "--card-counted", looking->card_counted, "app.option.card_counted");
  const auto [close, closing] = command(
      "close", "app.help.day_close", "tilia day close --till T1 --counted count.json", day_close);
  add_option(close, desk, "--counted", closing->counted, "app.option.counted").required();
  add_option(close, desk, "--bag", closing->words.bag, "app.option.bag");
  add_option(close, desk, "--note", closing->words.note, "app.option.difference_note");
  const auto [bag, bagging] =
      command("bag", "app.help.day_bag", "tilia day bag --till T1 --bag 4711", day_bag);
  add_option(bag, desk, "--bag", bagging->words.bag, "app.option.bag").required();
  const auto [count, counting] =
      command("count", "app.help.day_count",
              "tilia day count --till T1 --bag 4711 --counted count.json", day_count);
  add_option(count, desk, "--bag", counting->words.bag, "app.option.waiting_bag").required();
  add_option(count, desk, "--counted", counting->counted, "app.option.counted").required();
  add_option(count, desk, "--note", counting->words.note, "app.option.difference_note");
  command("list", "app.help.day_list", "tilia day list --till T1", day_list);
  const auto [sheet, reading] =
      command("sheet", "app.help.day_sheet",
              "tilia day sheet --till T1 --number 12 --pdf day-12.pdf", day_sheet);
  add_option(sheet, desk, "--number", reading->number, "app.option.day_number").required();
  add_option(sheet, desk, "--pdf", reading->pdf, "app.option.pdf");
  add_option(sheet, desk, "--paper", reading->paper, "app.option.paper");
}

}  // namespace tilia::app
