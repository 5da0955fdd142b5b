// `tilia outsiders` and `tilia names`: what others read of the enterprise, and the names on it.
#include <algorithm>

#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/day_answer.h"
#include "app/name_warning.h"
#include "app/open_book.h"
#include "app/outsiders.h"

namespace tilia::app {
namespace {

struct OutsidersOptions {
  std::string pdf;
};

Json strip_json(const Strip& strip) {
  Json lines = Json::array();
  for (const StripLine& line : strip.lines) {
    if (line.left.empty() && line.right.empty()) continue;
    lines.push_back(line.right.empty() ? line.left : line.left + "  " + line.right);
  }
  return lines;
}

ExitStatus outsiders(Desk& desk, const OutsidersOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::care_for_book);
  const Day today = book.zone().local_day(book.clock().now());
  const OutsideView view =
      what_outsiders_see({book.organisation(), book.till_book().articles(today),
                          book.pay_book().employer(), book.pack(), book.clock().now()},
                         book.zone(), book.paper_words(), desk.words);
  if (!asked.pdf.empty()) {
    const reporting::Typeface typeface(desk.resources.fonts());
    write_whole(asked.pdf, reporting::captioned_strips_pdf(desk.words.say("app.outsiders.title"),
                                                           view.papers, typeface));
  }
  Json json{{"papers", Json::array()}};
  Rows rows;
  for (const reporting::CaptionedStrip& paper : view.papers) {
    json["papers"].push_back({{"paper", paper.caption},
                              {"who_reads_it", paper.note},
                              {"lines", strip_json(paper.strip)}});
    rows.push_back({"== " + paper.caption});
    rows.push_back({"   " + paper.note});
    for (std::vector<std::string>& row : strip_rows(paper.strip)) rows.push_back(std::move(row));
    rows.push_back({});
  }
  for (const std::string& name : view.telling_names)
    desk.printer.warn(Json{{"code", "name_tells_too_much"}, {"name", name}},
                      Phrase("app.outsiders.caution").with("name", name));
  desk.printer.answer(json, rows);
  return ExitStatus::done;
}

struct NamesOptions {
  std::string registered;
  std::string shop;
  std::string till;
};

void change_names(Desk& desk, OpenBook& book, const NamesOptions& asked,
                  pos::Organisation& organisation) {
  if (!asked.till.empty()) static_cast<void>(book.known_till(asked.till));
  if (!asked.registered.empty()) organisation.name = asked.registered;
  for (pos::Shop& shop : organisation.shops) {
    const bool meant = asked.till.empty() || shop.till == asked.till;
    if (!asked.shop.empty() && meant) shop.name = asked.shop;
  }
  db::set_organisation(book.file(), organisation, book.clock().now());
  warn_of_name(desk, "--registered", asked.registered);
  warn_of_name(desk, "--shop", asked.shop);
}

ExitStatus names(Desk& desk, const NamesOptions& asked) {
  OpenBook book(desk);
  const bool changes = !asked.registered.empty() || !asked.shop.empty();
  book.acting(changes ? Act::keep_catalogue : Act::care_for_book);
  pos::Organisation organisation = book.organisation();
  if (changes) change_names(desk, book, asked, organisation);
  Json json{{"registered", organisation.name}, {"shops", Json::array()}};
  Rows rows{{desk.words.say("office.new.name"), organisation.name}};
  for (const pos::Shop& shop : organisation.shops) {
    json["shops"].push_back({{"till", shop.till}, {"name", shop.name}});
    rows.push_back(
        {desk.words.say(Phrase("office.settings.shop_of").with("till", shop.till)), shop.name});
  }
  desk.printer.answer(json, rows);
  return ExitStatus::done;
}

}  // namespace

void add_outsiders_commands(CLI::App& root, Desk& desk) {
  auto looking = std::make_shared<OutsidersOptions>();
  CLI::App* look = add_command(root, desk, "outsiders", "app.help.outsiders",
                               "tilia outsiders --pdf what-outsiders-see.pdf");
  add_option(look, desk, "--pdf", looking->pdf, "app.option.pdf");
  does(look, desk, looking, outsiders);
  auto naming = std::make_shared<NamesOptions>();
  CLI::App* name = add_command(root, desk, "names", "app.help.names",
                               "tilia names --registered \"Crumb Ltd\" --shop \"Corner Bakery\"");
  add_option(name, desk, "--registered", naming->registered, "app.option.organisation_name");
  add_option(name, desk, "--shop", naming->shop, "app.option.shop_read");
  add_option(name, desk, "--till", naming->till, "app.option.shop_till");
  does(name, desk, naming, names);
}

}  // namespace tilia::app
