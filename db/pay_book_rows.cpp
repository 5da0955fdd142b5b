#include "db/pay_book_rows.h"

#include "db/book_fault.h"
#include "payroll/rounding_text.h"

namespace tilia::db {
namespace {

using payroll::PayBasis;
using payroll::Payer;
using payroll::PayLine;
using payroll::PayRun;
using payroll::PayRunId;
using payroll::PayRunRemark;
using payroll::PayRunSlip;
using payroll::Payslip;
using payroll::UserId;
using payroll::WorkerId;

[[noreturn]] void damaged(const char* what) { throw BookFault(BookFault::Why::damaged, what); }

Currency currency_in(const Query& row, int column) {
  const auto currency = Currency::from_code(row.text(column));
  if (!currency) damaged("a currency of the pay tables is not known");
  return *currency;
}

Rounding rounding_in(const Query& row, int column) {
  const auto rounding = payroll::parse_rounding(row.text(column));
  if (!rounding) damaged("a rounding of the pay tables is not known");
  return *rounding;
}

std::optional<Day> day_if(const Query& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.day(column);
}

std::string joined(const std::vector<std::string>& codes) {
  std::string all;
  for (const std::string& code : codes) all += all.empty() ? code : " " + code;
  return all;
}

std::vector<std::string> parted(const std::string& all) {
  std::vector<std::string> codes;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find(' ', at), all.size());
    codes.push_back(all.substr(at, end - at));
    at = end + 1;
  }
  return codes;
}

void insert_lines(Connection& connection, const PayRunId& run, std::int64_t slip,
                  const std::vector<PayLine>& lines) {
  std::int64_t number = 0;
  for (const PayLine& line : lines) {
    connection.run(
        "INSERT INTO pay_line (run, slip, number, code, payer, base, rate, amount, table_day, law,"
        " rounding) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        run, slip, ++number, line.code, line.payer == Payer::employee ? "employee" : "employer",
        line.base, line.rate, line.amount, line.from, line.law,
        payroll::rounding_text(line.rounding));
  }
}

void insert_slip(Connection& connection, const PayRunId& run, std::int64_t number,
                 const PayRunSlip& each) {
  const Payslip& slip = each.slip;
  CHECK(!slip.under_minimum_by);  // such a worker is left out of the run
  connection.run(
      "INSERT INTO pay_slip (run, number, worker, alias, picture, ended_on, contract_first_day,"
      " contract_last_day, contract_basis, contract_gross, weekly_minutes, worked_minutes, country,"
      " law_of_day, currency, gross, untaxed, untaxed_from, untaxed_law, tax_base, tax_rate,"
      " tax_from, tax_law, tax_rounding, tax, net, employer_cost, assumed, beyond_review) VALUES"
      " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      run, number, each.worker.id, each.worker.alias, each.worker.picture, each.worker.ended_on,
      each.contract.from, each.contract.to,
      each.contract.basis == PayBasis::monthly ? "monthly" : "hourly", each.contract.gross,
      each.contract.weekly_minutes, each.worked_minutes, slip.country, slip.on,
      slip.gross.currency().code(), slip.gross, slip.untaxed, slip.untaxed_from, slip.untaxed_law,
      slip.tax_base, slip.tax_rate, slip.tax_from, slip.tax_law,
      payroll::rounding_text(slip.tax_rounding), slip.tax, slip.net, slip.employer_cost,
      joined(slip.assumed), slip.beyond_review);
  insert_lines(connection, run, number, slip.lines);
}

std::vector<PayLine> lines_of(Connection& connection, const PayRunId& run, std::int64_t slip,
                              Currency currency) {
  std::vector<PayLine> lines;
  Query row = connection.query(
      "SELECT code, payer, base, rate, amount, table_day, law, rounding FROM pay_line"
      " WHERE run = ? AND slip = ? ORDER BY number",
      run, slip);
  while (row.next()) {
    lines.push_back({.code = row.text(0),
                     .payer = row.text(1) == "employee" ? Payer::employee : Payer::employer,
                     .base = row.money(2, currency),
                     .rate = row.rate(3),
                     .amount = row.money(4, currency),
                     .from = row.day(5),
                     .law = row.text(6),
                     .rounding = rounding_in(row, 7)});
  }
  return lines;
}

// Columns as find_slips asks for them.
PayRunSlip slip_from(const Query& row) {
  const Currency currency = currency_in(row, 13);
  const auto worker = row.id<WorkerId>(1);
  return {.worker = {worker, row.text(2), row.text(3), day_if(row, 4)},
          .contract = {worker, row.day(5), day_if(row, 6),
                       row.text(7) == "monthly" ? PayBasis::monthly : PayBasis::hourly,
                       row.money(8, currency), row.small(9)},
          .worked_minutes = row.small(10),
          .slip = {.country = row.text(11),
                   .on = row.day(12),
                   .gross = row.money(14, currency),
                   .lines = {},
                   .untaxed = row.money(15, currency),
                   .untaxed_from = row.day(16),
                   .untaxed_law = row.text(17),
                   .tax_base = row.money(18, currency),
                   .tax_rate = row.rate(19),
                   .tax_from = row.day(20),
                   .tax_law = row.text(21),
                   .tax_rounding = rounding_in(row, 22),
                   .tax = row.money(23, currency),
                   .net = row.money(24, currency),
                   .employer_cost = row.money(25, currency),
                   .assumed = parted(row.text(26)),
                   .beyond_review = row.yes(27),
                   .under_minimum_by = {}}};
}

std::vector<PayRunSlip> slips_of(Connection& connection, const PayRunId& run) {
  std::vector<PayRunSlip> slips;
  Query row = connection.query(
      "SELECT number, worker, alias, picture, ended_on, contract_first_day, contract_last_day,"
      " contract_basis, contract_gross, weekly_minutes, worked_minutes, country, law_of_day,"
      " currency, gross, untaxed, untaxed_from, untaxed_law, tax_base, tax_rate, tax_from, tax_law,"
      " tax_rounding, tax, net, employer_cost, assumed, beyond_review FROM pay_slip WHERE run = ?"
      " ORDER BY number",
      run);
  while (row.next()) {
    PayRunSlip each = slip_from(row);
    each.slip.lines = lines_of(connection, run, row.whole(0), each.slip.gross.currency());
    slips.push_back(std::move(each));
  }
  return slips;
}

std::vector<PayRunRemark> remarks_of(Connection& connection, const PayRunId& run) {
  std::vector<PayRunRemark> remarks;
  Query row = connection.query(
      "SELECT what, alias, currency, amount, left_out FROM pay_remark WHERE run = ?"
      " ORDER BY number",
      run);
  while (row.next()) {
    const auto what = payroll::parse_pay_run_remark(row.text(0));
    if (!what) damaged("a remark of a pay run is not known");
    std::optional<Money> amount;
    if (!row.is_null(3)) amount = row.money(3, currency_in(row, 2));
    remarks.push_back({*what, row.text(1), amount, row.yes(4)});
  }
  return remarks;
}

}  // namespace

void insert_pay_run(Connection& connection, const PayRun& run, const Instant& at) {
  connection.run(
      "INSERT INTO pay_run (run, month, state, drawn_up_by, drawn_up_at)"
      " VALUES (?, ?, 'draft', ?, ?)",
      run.id, run.month, run.drawn_up_by, at);
  std::int64_t number = 0;
  for (const PayRunSlip& slip : run.slips) insert_slip(connection, run.id, ++number, slip);
  number = 0;
  for (const PayRunRemark& remark : run.remarks) {
    std::optional<std::string> currency;
    if (remark.amount) currency = std::string(remark.amount->currency().code());
    connection.run(
        "INSERT INTO pay_remark (run, number, what, alias, currency, amount, left_out)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        run.id, ++number, payroll::pay_run_remark_code(remark.what), remark.alias, currency,
        remark.amount, remark.left_out);
  }
}

std::optional<PayRun> find_pay_run(Connection& connection, const Month& month) {
  Query row = connection.query(
      "SELECT run, state, drawn_up_by, approved_by FROM pay_run WHERE month = ?", month);
  if (!row.next()) return std::nullopt;
  const auto id = row.id<PayRunId>(0);
  PayRun run{.id = id,
             .month = month,
             .state = row.text(1) == "draft" ? PayRun::State::draft : PayRun::State::approved,
             .slips = slips_of(connection, id),
             .remarks = remarks_of(connection, id),
             .drawn_up_by = row.id<UserId>(2),
             .approved_by = {}};
  if (!row.is_null(3)) run.approved_by = row.id<UserId>(3);
  return run;
}

}  // namespace tilia::db
