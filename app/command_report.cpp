// `tilia report …`: what leaves the house.
#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/open_book.h"
#include "app/release_report.h"
#include "reporting/papers.h"
#include "reporting/tables.h"

namespace tilia::app {
namespace {

struct ReportOptions {
  std::string from;
  std::string to;
  std::string audience = "public";
  std::string pdf;
  std::string xlsx;
  std::string csv;
  std::string owner;
};

ExitStatus revenue_to_services(Desk& desk, const ReportOptions& asked) {
  const Day from = day_argument(asked.from);
  const Day to = day_argument(asked.to);
  if (asked.audience != "public")
    throw Stopped(ExitStatus::wrong_usage, "later",
                  Phrase("app.later").with("command", "report --for " + asked.audience));
  OpenBook book(desk);
  book.acting(Act::report);
  const Instant now = book.clock().now();
  const Day today = book.zone().local_day(now);
  const auto released = asked.owner.empty()
                            ? release_revenue_to_services(book.figures_book(), from, to, today, now)
                            : release_owners_report(book.figures_book(), book.owners_book(),
                                                    asked.owner, from, to, today, now);
  if (!released)
    throw Stopped(ExitStatus::refused, released.refusal().code, released.refusal().sentence);
  book.sign_heads();
  const auto& report = released.value().report;
  const Words words = book.paper_words();
  Json json = Json::parse(reporting::revenue_to_services_json(report));
  json["release"] = released.value().number;
  if (!asked.pdf.empty()) {
    const reporting::Typeface typeface(desk.resources.fonts());
    write_whole(asked.pdf, reporting::revenue_to_services_pdf(report, released.value().number,
                                                              typeface, words));
  }
  if (!asked.xlsx.empty()) reporting::write_revenue_to_services_xlsx(report, asked.xlsx, words);
  if (!asked.csv.empty()) write_whole(asked.csv, reporting::revenue_to_services_csv(report, words));
  const reporting::RevenueToServices& table = report.table();
  const auto row = [&desk](const char* key, const Money& amount) {
    return std::vector<std::string>{desk.words.say(key), desk.words.amount_with_currency(amount)};
  };
  Rows rows{row("app.report.sales", table.figures.sales_gross),
            row("app.report.vat", table.figures.vat),
            row("app.report.running_costs", table.figures.running_costs),
            row("app.report.surplus", table.surplus)};
  if (table.figures.owner) rows.push_back(row("app.report.others", table.others_surplus()));
  for (const auto& [key, amount] : {std::pair("app.report.donations", table.figures.donations),
                                    std::pair("app.report.services", table.figures.services),
                                    std::pair("app.report.carried_forward", table.carried_forward)})
    rows.push_back(row(key, amount));
  desk.printer.answer(json, rows);
  return ExitStatus::done;
}

}  // namespace

void add_report_commands(CLI::App& root, Desk& desk) {
  CLI::App* report = add_family(root, desk, "report", "app.help.report");
  auto options = std::make_shared<ReportOptions>();
  CLI::App* revenue = add_command(*report, desk, "revenue-to-services", "app.help.report_revenue",
                                  "tilia report revenue-to-services --from 2026-01-01 "
                                  "--to 2026-03-31 --pdf report.pdf");
  add_option(revenue, desk, "--from", options->from, "app.option.from").required();
  add_option(revenue, desk, "--to", options->to, "app.option.to").required();
  add_option(revenue, desk, "--for", options->audience, "app.option.audience");
  add_option(revenue, desk, "--owner", options->owner, "app.option.report_owner");
  add_option(revenue, desk, "--pdf", options->pdf, "app.option.pdf");
  add_option(revenue, desk, "--xlsx", options->xlsx, "app.option.xlsx");
  add_option(revenue, desk, "--csv", options->csv, "app.option.csv");
  does(revenue, desk, options, revenue_to_services);
  add_later_command(*report, desk, "protect", "report protect");
  add_later_command(*report, desk, "audit", "report audit");
}

}  // namespace tilia::app
