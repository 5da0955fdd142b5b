// `tilia pay law …`: the figures of law in force on a day, and a dated value of one's own over
// them.
#include "app/arguments.h"
#include "app/command_pay.h"
#include "app/command_tree.h"
#include "app/open_book.h"
#include "payroll/law_entry.h"
#include "payroll/rule_file.h"

namespace tilia::app {
namespace {

struct LawOptions {
  std::string on;
  std::string run;
  std::string series;
  std::string from;
  std::string to;
  std::string value;
  std::string entry_file;
  std::string law;
  std::string source;
  bool preview = false;
};

Json value_json(const payroll::LawValue& value) {
  Json json{{"series", value.series},    {"kind", value.kind},
            {"code", value.code},        {"value", value.value},
            {"from", value.from.text()}, {"law", value.law},
            {"source", value.source},    {"unverified", value.unverified},
            {"ours", value.ours},        {"reviewed", value.reviewed.text()}};
  if (value.to) json["to"] = value.to->text();
  return json;
}

void add_values(const std::vector<payroll::LawValue>& law, const Words& words, Json& values,
                Rows& rows) {
  for (const payroll::LawValue& value : law) {
    values.push_back(value_json(value));
    rows.push_back({value.series, value.code, value.value, words.day(value.from), value.law,
                    words.say(value.ours         ? "app.pay.law_ours"
                              : value.unverified ? "app.pay.law_unverified"
                                                 : "app.pay.law_shipped")});
  }
}

// As the month's run kept it, whatever the law is said to have been since.
ExitStatus law_of_run(Desk& desk, OpenBook& book, const Month& month) {
  const auto run = book.pay_book().pay_run(month);
  if (!run)
    throw Stopped(ExitStatus::refused, "no_draft",
                  payroll::sentence_of(payroll::PayRunRefusal::no_draft, month));
  Json values = Json::array();
  Rows rows;
  add_values(run->rules, desk.words, values, rows);
  if (rows.empty())
    rows.push_back({desk.words.say(Phrase("app.pay.law_not_kept").with("month", month))});
  desk.printer.answer(Json{{"run", month.text()}, {"values", values}}, rows);
  return ExitStatus::done;
}

ExitStatus law_show(Desk& desk, const LawOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::read_pay);
  if (!asked.run.empty()) return law_of_run(desk, book, month_argument(asked.run));
  const Day today = book.zone().local_day(book.clock().now());
  const Day on = asked.on.empty() ? today : day_argument(asked.on);
  const payroll::RuleBook rules =
      payroll::RuleBook(desk.resources.pay_rules()).with(book.pay_book().law_additions());
  Json values = Json::array();
  Rows rows;
  add_values(rules.values(book.organisation().country, on), desk.words, values, rows);
  // Where no law gives a value, what is agreed can be entered.
  for (const payroll::RuleSeries& series : rules.all_series(book.organisation().country)) {
    if (!series.entries.empty()) continue;
    values.push_back({{"series", series.name()}, {"code", series.code}});
    rows.push_back({series.name(), series.code, "–", "", "", desk.words.say("app.pay.law_agreed")});
  }
  desk.printer.answer(Json{{"on", on.text()}, {"values", values}}, rows);
  return ExitStatus::done;
}

ExitStatus law_add(Desk& desk, const LawOptions& asked) {
  payroll::LawEntryAsked entry{
      .series = asked.series,
      .from = day_argument(asked.from),
      .value = asked.value,
      .entry = asked.entry_file.empty() ? std::string() : whole_file(asked.entry_file),
      .law = asked.law,
      .source = asked.source};
  if (!asked.to.empty()) entry.to = day_argument(asked.to);
  OpenBook book(desk);
  book.acting(Act::draw_up_pay);
  const Day today = book.zone().local_day(book.clock().now());
  payroll::PayBook& pay = book.pay_book();
  const payroll::RuleBook shipped(desk.resources.pay_rules());
  const auto addition =
      payroll::checked_law_entry(shipped.with(pay.law_additions()), pay.employer(), entry, today);
  if (!addition)
    throw Stopped(ExitStatus::refused,
                  std::string(payroll::law_entry_refusal_code(addition.refusal().why)),
                  payroll::sentence_of(addition.refusal()));
  const auto preview = payroll::preview_law_entry(pay, shipped, addition.value(), today);
  Json answer{{"series", asked.series}, {"from", entry.from.text()}, {"saved", !asked.preview}};
  Rows rows;
  if (preview) {
    answer["month"] = preview->month.text();
    answer["changes"] = Json::array();
    for (const payroll::LawChange& each : preview->changes) {
      answer["changes"].push_back({{"worker", each.alias},
                                   {"net_before", amount_json(each.net_before)},
                                   {"net_after", amount_json(each.net_after)},
                                   {"cost_before", amount_json(each.cost_before)},
                                   {"cost_after", amount_json(each.cost_after)}});
      rows.push_back(
          {each.alias, desk.words.amount(each.net_before), desk.words.amount(each.net_after)});
    }
    if (preview->changes.empty())
      rows.push_back(
          {desk.words.say(Phrase("app.pay.law_changes_nothing").with("month", preview->month))});
  }
  if (!asked.preview) pay.put_law_addition(addition.value(), entry.from, book.clock().now());
  rows.push_back({desk.words.say(asked.preview ? "app.pay.law_previewed" : "app.pay.law_saved")});
  if (preview && entry.from <= preview->month.last_day())
    rows.push_back({desk.words.say(Phrase("app.pay.law_backwards").with("month", preview->month))});
  desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

// Also one that a newer release does not know any more: no rule is read for it.
ExitStatus law_remove(Desk& desk, const LawOptions& asked) {
  const Day from = day_argument(asked.from);
  OpenBook book(desk);
  book.acting(Act::draw_up_pay);
  if (!book.pay_book().take_law_addition(book.organisation().country, asked.series, from,
                                         book.clock().now()))
    throw Stopped(
        ExitStatus::refused, "no_such_entry",
        Phrase("app.pay.law_no_such_entry").with("series", asked.series).with("day", from));
  desk.printer.answer(Json{{"series", asked.series}, {"from", from.text()}, {"removed", true}},
                      Phrase("app.pay.law_removed"));
  return ExitStatus::done;
}

}  // namespace

void add_pay_law_commands(CLI::App& pay, Desk& desk) {
  CLI::App* law = add_family(pay, desk, "law", "app.help.pay_law");
  auto showing = std::make_shared<LawOptions>();
  CLI::App* show = add_command(*law, desk, "show", "app.help.pay_law_show",
                               "tilia pay law show --on 2026-03-31");
  add_option(show, desk, "--on", showing->on, "app.option.on");
  add_option(show, desk, "--run", showing->run, "app.option.law_run");
  does(show, desk, showing, law_show);
  auto adding = std::make_shared<LawOptions>();
  CLI::App* add = add_command(*law, desk, "add", "app.help.pay_law_add",
                              "tilia pay law add --series 40_untaxed_amount --from 2027-01-01 "
                              "--value 36000 --law \"…\" --preview");
  add_option(add, desk, "--series", adding->series, "app.option.law_series").required();
  add_option(add, desk, "--from", adding->from, "app.option.from").required();
  add_option(add, desk, "--to", adding->to, "app.option.law_to");
  add_option(add, desk, "--value", adding->value, "app.option.law_value");
  add_option(add, desk, "--entry", adding->entry_file, "app.option.law_entry");
  add_option(add, desk, "--law", adding->law, "app.option.law").required();
  add_option(add, desk, "--source", adding->source, "app.option.law_source");
  add_flag(add, desk, "--preview", adding->preview, "app.option.law_preview");
  does(add, desk, adding, law_add);
  auto removing = std::make_shared<LawOptions>();
  CLI::App* remove = add_command(*law, desk, "remove", "app.help.pay_law_remove",
                                 "tilia pay law remove --series 40_untaxed_amount "
                                 "--from 2027-01-01");
  add_option(remove, desk, "--series", removing->series, "app.option.law_series").required();
  add_option(remove, desk, "--from", removing->from, "app.option.from").required();
  does(remove, desk, removing, law_remove);
}

}  // namespace tilia::app
