#include "app/command_person_read.h"

#include "app/arguments.h"
#include "app/open_book.h"
#include "app/outside_sample.h"
#include "db/sample_book_sqlite.h"

namespace tilia::app {
namespace {

using payroll::RedactedSlip;
using payroll::Sample;

struct ReadOptions {
  std::string month;
  std::vector<std::string> workers;
  std::string recipient;
  std::string clause;
  std::string folder;
};

Sample asked_sample(OpenBook& book, payroll::SampleBook& slips, const ReadOptions& asked) {
  const Month month = month_argument(asked.month);
  payroll::SampleAsked sample{asked.recipient, asked.clause, {}};
  for (const std::string& alias : asked.workers) sample.items.push_back({month, alias});
  auto checked = payroll::checked_sample(book.pay_book(), slips, sample);
  if (checked) return std::move(checked).value();
  const payroll::SampleFault& fault = checked.refusal();
  throw Stopped(ExitStatus::refused, std::string(payroll::sample_refusal_code(fault.why)),
                payroll::sentence_of(fault.why, fault.about));
}

Json item_json(const RedactedSlip& item) {
  return {{"item", item.item},
          {"month", item.month.text()},
          {"worked_minutes", item.worked_minutes},
          {"gross", amount_json(item.slip.gross)},
          {"tax", amount_json(item.slip.tax)},
          {"net", amount_json(item.slip.net)},
          {"employer_cost", amount_json(item.slip.employer_cost)}};
}

Rows rows_of(const std::vector<RedactedSlip>& items, const Words& words) {
  Rows rows{{words.say("app.sample.item"), words.say("app.sample.month"),
             words.say("app.pay.gross"), words.say("app.pay.net"),
             words.say("app.pay.employer_cost")}};
  for (const RedactedSlip& item : items)
    rows.push_back({std::to_string(item.item), words.month(item.month),
                    words.amount(item.slip.gross), words.amount(item.slip.net),
                    words.amount(item.slip.employer_cost)});
  return rows;
}

// What a terminal shows can be sent into a file: it is redacted here too. As it is, a slip is shown
// in the office alone.
ExitStatus person_read(Desk& desk, const ReadOptions& asked) {
  OpenBook book(desk);
  const db::User first = book.acting(Act::show_sample);
  const db::Session auditor = book.beside(Act::audit_reads, first);
  db::SampleBookSqlite slips(book.file());
  const Sample sample = asked_sample(book, slips, asked);
  const bool copies = !asked.folder.empty();
  if (copies) {
    if (const auto fault = fault_of_folder(asked.folder, sample))
      throw Stopped(ExitStatus::refused, "copies_there", *fault);
  }
  const auto items = redacted_items(
      sample,
      slips.open(sample, copies ? payroll::ReadRecord::sample_copy : payroll::ReadRecord::sample,
                 book.keys(), auditor.keys, book.clock()));
  Json json{{"recipient", sample.recipient()},
            {"clause", sample.clause()},
            {"shown_by", {first.name, auditor.user.name}},
            {"items", Json::array()}};
  for (const RedactedSlip& item : items) json["items"].push_back(item_json(item));
  Rows rows = rows_of(items, desk.words);
  if (copies) {
    json["files"] = Json::array();
    const reporting::Typeface typeface(desk.resources.fonts());
    for (const auto& file : write_redacted(items, book.pay_book().employer(), asked.folder,
                                           typeface, book.paper_words())) {
      json["files"].push_back(file.string());
      rows.push_back({file.string()});
    }
  }
  rows.push_back({desk.words.say("app.sample.noted")});
  desk.printer.answer(json, rows);
  return ExitStatus::done;
}

}  // namespace

void add_person_read(CLI::App& person, Desk& desk) {
  auto options = std::make_shared<ReadOptions>();
  CLI::App* read =
      add_command(person, desk, "read", "app.help.person_read",
                  "tilia person read --month 2026-03 --worker amber --recipient \"J. Roe\" "
                  "--clause \"7.2\" --copies sample --as Dolphin --with Turtle");
  add_option(read, desk, "--month", options->month, "app.option.month").required();
  add_option(read, desk, "--worker", options->workers, "app.option.sample_worker")
      .required()
      .one_value_each();
  add_option(read, desk, "--recipient", options->recipient, "app.option.sample_recipient")
      .required();
  add_option(read, desk, "--clause", options->clause, "app.option.sample_clause").required();
  add_option(read, desk, "--copies", options->folder, "app.option.sample_copies");
  does(read, desk, options, person_read);
}

}  // namespace tilia::app
