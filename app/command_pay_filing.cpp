// `tilia pay filing`, `tilia pay due`: what is filed and paid of a month's pay, and by when. Sums
// stand on the screen; whatever names somebody goes into the file alone.
#include <fmt/format.h>

#include <utility>

#include "app/arguments.h"
#include "app/command_pay.h"
#include "app/command_tree.h"
#include "app/open_book.h"
#include "payroll/bank_pay.h"
#include "payroll/filing.h"
#include "payroll/holidays.h"
#include "payroll/paid_before.h"

namespace tilia::app {
namespace {

using payroll::Due;
using payroll::FilingForm;
using payroll::FilingLaw;
using After = payroll::DueRule::After;
using Forms = std::vector<const FilingForm*>;

struct FilingOptions {
  std::string month;
  std::string form;
  std::string file;
  std::string on;
};

FilingLaw law_of(Desk& desk, OpenBook& book) {
  return FilingLaw::of(desk.resources.filing_rules(), book.pay_book().employer().country);
}

Forms known_forms(const FilingLaw& law, OpenBook& book, const Month& month) {
  Forms forms = law.forms_of(month);
  if (forms.empty())
    throw Stopped(ExitStatus::refused, "no_filing_known",
                  Phrase("app.pay.filing_none")
                      .with("country", book.pay_book().employer().country)
                      .with("month", month));
  return forms;
}

// --on, else, once it is approved, the first weekday after, as the file for the bank has it.
std::optional<Day> payout_day(OpenBook& book, const FilingOptions& asked, const Month& month) {
  if (!asked.on.empty()) return day_argument(asked.on);
  const auto approved = book.pay_book().approved_at(month);
  if (!approved) return std::nullopt;
  return payroll::next_weekday(book.zone().local_day(*approved));
}

payroll::DaysOff days_off(Desk& desk, OpenBook& book) {
  const payroll::HolidayBook holidays(desk.resources.holiday_rules());
  const payroll::Holidays* ours = holidays.find(book.pay_book().employer().country);
  return ours == nullptr ? payroll::DaysOff() : ours->days();
}

std::string when_text(const Due& due, const Words& words) {
  const After after = due.rule->after;
  const bool before = after == After::before_payout;
  if (!due.day && after == After::unknown) return words.say("app.pay.due_unknown");
  if (!due.day && after == After::payout_month) return words.say("app.pay.due_after_payout");
  if (!due.day) return words.say(before ? "app.pay.due_before" : "app.pay.due_on");
  if (before) return words.say(Phrase("app.pay.due_before_day").with("day", *due.day));
  if (!due.opens) return words.day(*due.day);
  return words.say(Phrase("app.pay.due_between").with("from", *due.opens).with("day", *due.day));
}

std::string remarks_text(const Due& due, const Words& words) {
  std::string text;
  const auto add = [&](const Phrase& phrase) {
    text += (text.empty() ? "" : " ") + words.say(phrase);
  };
  if (!due.rule->applies.empty()) add(Phrase("app.pay.due_applies").with("who", due.rule->applies));
  if (due.moved) add(Phrase("app.pay.due_moved").with("law", due.rule->moved_by));
  if (due.day_off) add(Phrase("app.pay.due_day_off"));
  if (due.rule->unverified) add(Phrase("app.pay.due_unverified"));
  return text;
}

void add_dues(const std::vector<Due>& dues, const Words& words, Json& json, Rows& rows) {
  json = Json::array();
  for (const Due& due : dues) {
    const std::string what(payroll::due_what_text(due.rule->what));
    const std::string remarks = remarks_text(due, words);
    rows.push_back(
        {when_text(due, words), words.say("app.pay.due." + what), due.form->code, remarks});
    Json one{{"what", what}, {"form", due.form->code}, {"when", when_text(due, words)}};
    if (due.opens) one["opens"] = due.opens->text();
    if (due.day) one["day"] = due.day->text();
    if (due.moved) one["moved"] = true;
    if (due.day_off) one["day_off"] = true;
    if (!due.rule->applies.empty()) one["applies"] = due.rule->applies;
    if (due.rule->unverified) one["unverified"] = true;
    one["law"] = due.rule->law;
    json.push_back(std::move(one));
  }
}

// What tells it from every other form, as far as the book knows.
std::string mark_text(const payroll::FilingMark& mark, OpenBook& book, const payroll::PayRun& run,
                      const std::optional<Day>& payout) {
  using Is = payroll::FilingMark::Is;
  switch (mark.is) {
    case Is::tax_number: return book.pay_book().employer().tax_number;
    case Is::period: return run.month.text();
    case Is::payout: return payout ? payout->text() : std::string();
    case Is::people: return std::to_string(run.slips.size());
    case Is::by_hand: break;
  }
  return {};
}

Json form_answer(const FilingForm& form, OpenBook& book, const payroll::PayRun& run,
                 const std::optional<Day>& payout, const Words& words, Rows& rows) {
  Json marks = Json::array();
  Json figures = Json::array();
  rows.push_back({form.name});
  rows.push_back({words.say("app.pay.filing_to"), form.sent_to});
  for (const payroll::FilingMark& mark : form.marks) {
    const std::string value = mark_text(mark, book, run, payout);
    rows.push_back({mark.name, value.empty() ? words.say("app.pay.filing_by_hand") : value});
    marks.push_back({{"name", mark.name}, {"value", value}});
  }
  for (const payroll::FilingFigure& one : payroll::figures_of(form, run)) {
    rows.push_back({one.field->name,
                    one.amount ? words.amount_with_currency(*one.amount) : payroll::text_of(one)});
    figures.push_back({{"name", one.field->name}, {"value", payroll::text_of(one)}});
  }
  rows.push_back({words.say(Phrase("app.pay.filing_law").with("law", form.law))});
  if (form.unverified) rows.push_back({words.say("app.pay.filing_unverified")});
  rows.push_back({});
  return {{"code", form.code},       {"name", form.name},
          {"sent_to", form.sent_to}, {"marks", std::move(marks)},
          {"figures", figures},      {"law", form.law},
          {"source", form.source},   {"unverified", form.unverified}};
}

// The forms that --form leaves: one, or all of the month.
Forms asked_forms(Forms forms, const FilingOptions& asked) {
  std::string codes;
  for (const FilingForm* form : forms) codes += (codes.empty() ? "" : ", ") + form->code;
  if (!asked.form.empty())
    std::erase_if(forms, [&](const FilingForm* form) { return form->code != asked.form; });
  if (forms.empty() || (!asked.file.empty() && forms.size() != 1))
    throw Stopped(ExitStatus::wrong_usage, "which_form",
                  Phrase("app.pay.filing_which").with("forms", codes));
  return forms;
}

ExitStatus pay_filing(Desk& desk, const FilingOptions& asked) {
  const Month month = month_argument(asked.month);
  OpenBook book(desk);
  const FilingLaw law = law_of(desk, book);
  const Forms forms = asked_forms(known_forms(law, book, month), asked);
  // A month that was paid again since is filed as it is now.
  static_cast<void>(whole_run(book, month));
  payroll::PaidBefore before(book.pay_book());
  const payroll::PayRun run = payroll::as_it_stands(before, month).value();
  if (run.slips.empty()) refuse(payroll::PayDayRefusal::nobody_left, month);
  const auto payout = payout_day(book, asked, month);
  Json answers = Json::array();
  Json dues;
  Rows rows;
  for (const FilingForm* form : forms)
    answers.push_back(form_answer(*form, book, run, payout, desk.words, rows));
  add_dues(payroll::dues_of(forms, month, payout, days_off(desk, book)), desk.words, dues, rows);
  Json json{{"month", month.text()},
            {"currency", std::string(book.currency().code())},
            {"forms", std::move(answers)},
            {"due", std::move(dues)},
            {"reviewed", law.reviewed()->text()}};
  if (!asked.file.empty()) {
    write_whole(asked.file, payroll::filing_csv(*forms.front(), run));
    json["file"] = asked.file;
    rows.push_back({desk.words.say(Phrase("app.pay.file_written").with("file", asked.file))});
  }
  desk.printer.answer(json, rows);
  return ExitStatus::done;
}

ExitStatus pay_due(Desk& desk, const FilingOptions& asked) {
  const Month month = month_argument(asked.month);
  OpenBook book(desk);
  book.acting(Act::read_pay);
  const FilingLaw law = law_of(desk, book);
  const Forms forms = known_forms(law, book, month);
  Json dues;
  Rows rows;
  add_dues(payroll::dues_of(forms, month, payout_day(book, asked, month), days_off(desk, book)),
           desk.words, dues, rows);
  desk.printer.answer(
      Json{{"month", month.text()}, {"due", dues}, {"reviewed", law.reviewed()->text()}}, rows);
  return ExitStatus::done;
}

}  // namespace

void add_pay_filing_commands(CLI::App& pay, Desk& desk) {
  auto options = std::make_shared<FilingOptions>();
  CLI::App* filing = add_command(pay, desk, "filing", "app.help.pay_filing",
                                 "tilia pay filing --month 2026-03 --out filing.csv");
  add_option(filing, desk, "--month", options->month, "app.option.month").required();
  add_option(filing, desk, "--form", options->form, "app.option.filing_form");
  add_option(filing, desk, "--out", options->file, "app.option.filing_out");
  add_option(filing, desk, "--on", options->on, "app.option.paid_on");
  does(filing, desk, options, pay_filing);
  auto asked = std::make_shared<FilingOptions>();
  CLI::App* due =
      add_command(pay, desk, "due", "app.help.pay_due", "tilia pay due --month 2026-03");
  add_option(due, desk, "--month", asked->month, "app.option.month").required();
  add_option(due, desk, "--on", asked->on, "app.option.paid_on");
  does(due, desk, asked, pay_due);
}

}  // namespace tilia::app
