// `tilia advance …`: what customers paid early and the shop still owes, and giving it back. It is
// paid and used with `tilia sale ring`.
#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/open_book.h"
#include "pos/keep_drawer.h"

namespace tilia::app {
namespace {

struct AdvanceOptions {
  std::string code;
  std::string till;
  std::string amount;
};

Json advance_json(const pos::Advance& advance) {
  return {{"code", advance.code},
          {"owed", amount_json(advance.balance)},
          {"currency", advance.balance.currency().code()},
          {"since", advance.since.text()}};
}

pos::Advance known(OpenBook& book, const std::string& code) {
  const auto advance = book.tender_book().advance(code);
  if (!advance)
    throw Stopped(ExitStatus::refused,
                  std::string(pos::drawer_refusal_code(pos::DrawerRefusal::no_such_advance)),
                  pos::sentence_of(pos::DrawerRefusal::no_such_advance));
  return *advance;
}

ExitStatus advance_list(Desk& desk, const AdvanceOptions& /*asked*/) {
  OpenBook book(desk);
  book.acting(Act::keep_drawer);
  Json list = Json::array();
  Rows rows;
  Money owed = Money::zero(book.currency());
  for (const pos::Advance& advance : book.tender_book().advances()) {
    owed += advance.balance;
    list.push_back(advance_json(advance));
    rows.push_back(
        {advance.code, desk.words.day(advance.since), desk.words.amount(advance.balance)});
  }
  const Json answer{
      {"advances", list}, {"owed", amount_json(owed)}, {"currency", book.currency().code()}};
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.advance.none"));
  else
    desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

ExitStatus advance_show(Desk& desk, const AdvanceOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_drawer);
  const pos::Advance advance = known(book, asked.code);
  Json answer = advance_json(advance);
  answer["moves"] = Json::array();
  Rows rows{{advance.code, desk.words.amount_with_currency(advance.balance)}};
  for (const pos::AdvanceMove& move : book.tender_book().advance_moves(advance.code)) {
    answer["moves"].push_back({{"day", move.day.text()},
                               {"what", pos::advance_move_text(move.kind)},
                               {"amount", amount_json(move.amount)},
                               {"receipt", move.receipt}});
    rows.push_back({desk.words.day(move.day), desk.words.amount(move.amount), move.receipt});
  }
  desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

ExitStatus advance_give_back(Desk& desk, const AdvanceOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_drawer);
  const pos::Advance advance = known(book, asked.code);
  const Money amount =
      asked.amount.empty() ? advance.balance : counter_amount(asked.amount, book.currency());
  pos::KeepDrawer drawer(book.till_book(), book.pack(), book.zone(), book.clock(), book.chance());
  const auto given =
      drawer.give_back(book.tender_book(), book.known_till(asked.till), asked.code, amount);
  if (!given)
    throw Stopped(ExitStatus::refused, std::string(pos::drawer_refusal_code(given.refusal())),
                  pos::sentence_of(given.refusal()));
  desk.printer.answer(advance_json(known(book, asked.code)),
                      Phrase("app.advance.given_back").with("amount", amount));
  return ExitStatus::done;
}

}  // namespace

void add_advance_commands(CLI::App& root, Desk& desk) {
  CLI::App* advance = add_family(root, desk, "advance", "app.help.advance");
  auto listing = std::make_shared<AdvanceOptions>();
  CLI::App* list =
      add_command(*advance, desk, "list", "app.help.advance_list", "tilia advance list --json");
  does(list, desk, listing, advance_list);

  auto showing = std::make_shared<AdvanceOptions>();
  CLI::App* show =
      add_command(*advance, desk, "show", "app.help.advance_show", "tilia advance show order-17");
  add_option(show, desk, "code", showing->code, "app.option.advance_code").required();
  does(show, desk, showing, advance_show);

  auto giving = std::make_shared<AdvanceOptions>();
  CLI::App* back = add_command(*advance, desk, "give-back", "app.help.advance_give_back",
                               "tilia advance give-back order-17 --till T1");
  add_option(back, desk, "code", giving->code, "app.option.advance_code").required();
  add_option(back, desk, "--till", giving->till, "app.option.till").required();
  add_option(back, desk, "--amount", giving->amount, "app.option.advance_amount");
  does(back, desk, giving, advance_give_back);
}

}  // namespace tilia::app
