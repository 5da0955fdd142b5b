#include "payroll/ui/slip_page.h"

#include <fmt/format.h>

#include "payroll/payslip_words.h"

namespace tilia::payroll {
namespace {

ui::Row plain_row(const Phrase& name, const Money& amount) {
  return {{}, {}, {{name}, {std::string()}, {std::string()}, {amount}}};
}

void add_contributions(ui::Table& table, const Payslip& slip, Payer payer) {
  for (const PayLine& line : slip.lines) {
    if (line.payer != payer) continue;
    const Money shown = payer == Payer::employee ? -line.amount : line.amount;
    table.rows.push_back({{}, {}, {{name_of(line)}, {line.base}, {line.rate}, {shown}}});
  }
}

// What the wage is made of, above it; nothing where it is the agreed one alone.
void add_earnings(ui::Table& table, const PayRunSlip& slip) {
  std::vector<ui::Row> rows;
  for (const Earning& each : slip.earnings) {
    const auto hours = each.minutes > 0 ? ui::Cell{ui::Minutes{static_cast<int>(each.minutes)}}
                                        : ui::Cell{std::string()};
    const auto rate =
        each.minutes > 0 && each.rate > Rate() ? ui::Cell{each.rate} : ui::Cell{std::string()};
    rows.push_back({{}, {}, {{name_of(each.kind)}, hours, rate, {each.amount}}});
  }
  for (const PayItem& item : slip.items)
    if (is_earned(item.kind)) rows.push_back(plain_row(name_of(item.kind), item.amount));
  if (rows.size() > 1) table.rows.insert(table.rows.begin(), rows.begin(), rows.end());
}

// What is paid beside the wage or taken off it.
void add_items(ui::Table& table, const PayRunSlip& slip) {
  if (slip.payout() == slip.slip.net && slip.differences.empty()) return;
  for (const PayItem& item : slip.items) {
    if (!is_earned(item.kind))
      table.rows.push_back(
          plain_row(name_of(item.kind), is_taken_off(item.kind) ? -item.amount : item.amount));
  }
  for (const PayDifference& each : slip.differences)
    table.rows.push_back(
        plain_row(Phrase("office.slip.again").with("month", each.month), each.payout()));
  table.rows.push_back(plain_row(Phrase("office.pay.payout"), slip.payout()));
}

// What the tax came from; the tax itself is taken off.
void add_tax(ui::Table& table, const Payslip& slip) {
  const std::vector<TaxStep> steps = tax_steps(slip);
  for (std::size_t at = 1; at < steps.size(); ++at) {  // the wage stands above
    const TaxStep& step = steps[at];
    const auto cell = [](const auto& value) {
      return value ? ui::Cell{*value} : ui::Cell{std::string()};
    };
    const std::optional<Money> base = step.result || step.base ? step.base : step.amount;
    const std::optional<Money> off = step.result ? std::optional(-*step.amount) : std::nullopt;
    table.rows.push_back({{}, {}, {{step.name}, cell(base), cell(step.rate), cell(off)}});
  }
}

}  // namespace

std::string payslip_file_name(const PayRun& run, const PayRunSlip& slip) {
  return fmt::format("{}-{}.pdf", run.month.text(), slip.worker.alias);
}

ui::Page page_of(const PayRun& run, const PayRunSlip& slip) {
  ui::Page page;
  page.title = Phrase("office.slip.title")
                   .with("worker", slip.worker.picture + " " + slip.worker.alias)
                   .with("month", run.month);
  page.subtitle = {
      Phrase(run.state == PayRun::State::draft ? "office.pay.draft" : "office.pay.approved")};
  page.main = ui::Action{"show", Phrase("office.slip.show")};
  page.quiet = {{"save", Phrase("office.slip.save")}, {"back", Phrase("office.back")}};
  page.figures = slip_figures(slip);
  for (const PayRunRemark& remark : run.remarks) {
    if (remark.alias == slip.worker.alias)
      page.remarks.push_back({sentence_of(remark), ui::Remark::Kind::mend});
  }
  page.table = slip_table(slip.slip);
  add_earnings(*page.table, slip);
  add_items(*page.table, slip);
  return page;
}

std::vector<ui::Figure> slip_figures(const PayRunSlip& slip) {
  const Payslip& pay = slip.slip;
  return {{Phrase("office.pay.hours"), ui::Minutes{slip.worked_minutes}},
          {Phrase("office.pay.gross"), pay.gross},
          {Phrase("office.pay.off"), pay.gross - pay.net},
          {Phrase("office.pay.payout"), slip.payout()}};
}

ui::Table slip_table(const Payslip& pay) {
  ui::Table table;
  table.columns = {{std::nullopt, ui::Column::Align::start, 5},
                   {Phrase("office.slip.base"), ui::Column::Align::decimal, 3},
                   {Phrase("office.slip.rate"), ui::Column::Align::decimal, 2},
                   {Phrase("office.slip.amount"), ui::Column::Align::decimal, 3}};
  table.rows.push_back(plain_row(Phrase("office.pay.gross"), pay.gross));
  add_contributions(table, pay, Payer::employee);
  add_tax(table, pay);
  table.rows.push_back(plain_row(Phrase("office.pay.net"), pay.net));
  add_contributions(table, pay, Payer::employer);
  table.rows.push_back(plain_row(Phrase("office.pay.employer_cost"), pay.employer_cost));
  return table;
}

}  // namespace tilia::payroll
