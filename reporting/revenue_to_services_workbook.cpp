// The report as a spreadsheet: sums, services, months, a sheet each.
#include <fmt/format.h>

#include "reporting/tables.h"
#include "reporting/workbook.h"

namespace tilia::reporting {
namespace {

void head(Workbook& book, const BusinessFigures& sums, const Words& words) {
  const auto line = [&book](const std::string& text, bool bold = false) {
    book.start_row(bold);
    book.text(text);
  };
  line(words.say("reporting.report.title"), true);
  line(sums.organisation);
  if (sums.owner)
    line(words.say(Phrase("reporting.report.of_owner").with("owner", sums.owner->name)));
  line(words.say(Phrase("reporting.report.period")
                     .with("from", sums.from)
                     .with("to", sums.to)
                     .with("currency", std::string(sums.currency.code()))));
  if (sums.practice) line(words.say("reporting.report.practice"), true);
  if (sums.month_open) line(words.say("reporting.report.provisional"), true);
  book.start_row();
}

void sums_sheet(Workbook& book, const RevenueToServices& table, const Words& words) {
  const BusinessFigures& sums = table.figures;
  book.start_sheet(words.say("reporting.table.sums"));
  head(book, sums, words);
  const auto row = [&](const char* key, const Money& amount, bool bold = false) {
    book.start_row(bold);
    book.text(words.say(key));
    book.money(amount);
  };
  row("reporting.report.step.sales", sums.sales_gross);
  row("reporting.report.step.vat", -sums.vat);
  row("reporting.table.net_sales", table.net_sales, true);
  row("reporting.report.step.running_costs", -sums.running_costs);
  row("reporting.report.step.surplus", table.surplus, true);
  if (sums.owner) row("reporting.report.step.others", -table.others_surplus());
  row("reporting.report.step.donations", sums.donations);
  row("reporting.report.step.services", -sums.services);
  row("reporting.report.step.carried_forward", table.carried_forward, true);
  if (sums.vouchers_given) row("reporting.report.vouchers_given", *sums.vouchers_given);
  if (sums.makers_share) row("reporting.report.makers_share", *sums.makers_share);
  book.start_row();
  book.start_row();
  book.text(words.say(Phrase("reporting.table.record").with("head", sums.journal_head)));
}

void services_sheet(Workbook& book, const BusinessFigures& sums, const Words& words) {
  book.start_sheet(words.say("reporting.table.services"));
  book.start_row(true);
  book.text(words.say("reporting.report.service"));
  book.text(words.say("reporting.report.units"));
  book.text(words.say("reporting.report.spent"));
  for (const ServiceSum& service : sums.by_service) {
    book.start_row();
    book.text(words.say(fmt::format("reporting.service.{}", service_kind_text(service.kind))));
    book.whole(service.units);
    book.money(service.amount);
  }
  if (sums.owner && !sums.owner->common_services.is_zero()) {
    book.start_row();
    book.text(words.say("reporting.report.common_services"));
    book.nothing();
    book.money(sums.owner->common_services);
  }
  book.start_row(true);
  book.text(words.say("reporting.report.all_services"));
  book.nothing();
  book.money(sums.services);
}

void months_sheet(Workbook& book, const BusinessFigures& sums, const Words& words) {
  book.start_sheet(words.say("reporting.table.months"));
  book.start_row(true);
  book.text(words.say("reporting.table.month"));
  book.text(words.say("reporting.table.sales"));
  book.text(words.say("reporting.table.services"));
  for (const MonthSum& month : sums.by_month) {
    book.start_row();
    book.text(words.month(month.month));
    book.money(month.sales_gross);
    book.money(month.services);
  }
}

}  // namespace

void write_revenue_to_services_xlsx(const Publishable<RevenueToServices>& report,
                                    const std::filesystem::path& file, const Words& words) {
  const RevenueToServices& table = report.table();
  Workbook book(file, table.figures.to);
  sums_sheet(book, table, words);
  services_sheet(book, table.figures, words);
  months_sheet(book, table.figures, words);
  book.save();
}

}  // namespace tilia::reporting
