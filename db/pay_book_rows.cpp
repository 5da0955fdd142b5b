#include "db/pay_book_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"
#include "db/pay_texts.h"
#include "db/sealed_column.h"

namespace tilia::db {

using payroll::PayRun;
using payroll::PayRunId;
using payroll::PayRunSlip;
using payroll::PayRunState;
using payroll::UserId;

namespace {

constexpr std::size_t slip_step = 4096;
constexpr std::size_t remarks_step = 4096;

SealedColumn slips_of(const KeyRing& keys) { return {keys, KeyName::payroll, "pay_slip", "slip"}; }
SealedColumn remarks_of(const KeyRing& keys) {
  return {keys, KeyName::payroll, "pay_run", "remarks"};
}

std::string slip_row(const PayRunId& run, std::int64_t number) {
  return fmt::format("{}/{}", run.text(), number);
}

void insert_slips(Connection& connection, const KeyRing& keys, const PayRun& run) {
  const SealedColumn slips = slips_of(keys);
  std::vector<Secret<std::string>> texts;
  std::size_t longest = 0;
  for (const PayRunSlip& slip : run.slips) {
    texts.push_back(slip_text(slip));
    longest = std::max(longest, texts.back().reveal().size());
  }
  std::int64_t number = 0;
  for (const Secret<std::string>& text : texts) {
    ++number;
    connection.run("INSERT INTO pay_slip (run, number, slip) VALUES (?, ?, ?)", run.id, number,
                   slips.seal(slip_row(run.id, number), text, padded_size(longest, slip_step)));
  }
}

}  // namespace

void insert_pay_run(Connection& connection, const KeyRing& keys, const PayRun& run,
                    const Instant& at) {
  const Secret<std::string> remarks = remarks_text(run.remarks);
  connection.run(
      "INSERT INTO pay_run (run, month, state, drawn_up_by, drawn_up_at, remarks)"
      " VALUES (?, ?, 'draft', ?, ?, ?)",
      run.id, run.month, run.drawn_up_by, at,
      remarks_of(keys).seal(run.id.text(), remarks,
                            padded_size(remarks.reveal().size(), remarks_step)));
  insert_slips(connection, keys, run);
}

std::optional<PayRunState> find_pay_run_state(Connection& connection, const Month& month) {
  Query row = connection.query("SELECT state, drawn_up_by FROM pay_run WHERE month = ?", month);
  if (!row.next()) return std::nullopt;
  return PayRunState{row.text(0) == "approved", row.id<UserId>(1)};
}

std::optional<PayRun> find_pay_run(Connection& connection, const KeyRing& keys,
                                   const Month& month) {
  Query row = connection.query(
      "SELECT run, state, drawn_up_by, approved_by, remarks FROM pay_run WHERE month = ?", month);
  if (!row.next()) return std::nullopt;
  const auto id = row.id<PayRunId>(0);
  PayRun run{.id = id,
             .month = month,
             .state = row.text(1) == "draft" ? PayRun::State::draft : PayRun::State::approved,
             .slips = {},
             .remarks = remarks_from(remarks_of(keys).open(id.text(), row.bytes(4))),
             .drawn_up_by = row.id<UserId>(2),
             .approved_by = {}};
  if (!row.is_null(3)) run.approved_by = row.id<UserId>(3);
  const SealedColumn slips = slips_of(keys);
  Query each =
      connection.query("SELECT number, slip FROM pay_slip WHERE run = ? ORDER BY number", id);
  while (each.next())
    run.slips.push_back(slip_from(slips.open(slip_row(id, each.whole(0)), each.bytes(1))));
  return run;
}

}  // namespace tilia::db
