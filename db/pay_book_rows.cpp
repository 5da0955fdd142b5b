#include "db/pay_book_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "core/check.h"
#include "db/book_fault.h"
#include "db/key_change.h"
#include "db/pay_texts.h"
#include "db/person_records.h"
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

SealedColumn remarks_of(Connection& connection, const KeyRing& keys) {
  demand_newest(connection, keys, KeyName::payroll);
  return {keys, KeyName::payroll, "pay_run", "remarks"};
}

// Where a slip stands.
class SlipPlace {
 public:
  SlipPlace(const KeyRing& keys, const PayRunId& run, std::int64_t number)
      : key_id_(keys.held(KeyName::payroll).id(KeyName::payroll)),
        row_(fmt::format("{}/{}", run.text(), number)) {}
  [[nodiscard]] SealedPlace place() const {
    return {"pay_slip",
            {reinterpret_cast<const std::uint8_t*>(row_.data()), row_.size()},
            "slip",
            key_id_};
  }

 private:
  std::string key_id_;
  std::string row_;
};

void insert_slips(Connection& connection, const KeyRing& keys, const PayRun& run) {
  PersonRecords records(connection, keys);
  std::vector<Secret<std::string>> texts;
  std::size_t longest = 0;
  for (const PayRunSlip& slip : run.slips) {
    texts.push_back(slip_text(slip));
    longest = std::max(longest, texts.back().reveal().size());
  }
  std::int64_t number = 0;
  for (const PayRunSlip& slip : run.slips) {
    const Secret<std::string>& text = texts[static_cast<std::size_t>(number)];
    ++number;
    connection.run("INSERT INTO pay_slip (run, number, worker, slip) VALUES (?, ?, ?, ?)", run.id,
                   number, slip.worker.id,
                   sealed(records.slip_key(slip.worker.id), SlipPlace(keys, run.id, number).place(),
                          padded(text.reveal(), padded_size(longest, slip_step)).reveal()));
  }
}

// Remarks are kept by id: when somebody is erased, her alias is nowhere.
template <class Change>
std::vector<payroll::PayRunRemark> with_names(std::vector<payroll::PayRunRemark> remarks,
                                              Connection& connection, Change change) {
  std::vector<std::pair<std::string, std::string>> names;  // id, alias
  Query row = connection.query("SELECT worker, alias FROM worker");
  while (row.next()) names.emplace_back(row.id<payroll::WorkerId>(0).text(), row.text(1));
  for (payroll::PayRunRemark& remark : remarks) {
    if (!remark.alias.empty()) remark.alias = change(names, remark.alias);
  }
  return remarks;
}

std::string id_of(const std::vector<std::pair<std::string, std::string>>& names,
                  const std::string& alias) {
  for (const auto& [id, name] : names) {
    if (name == alias) return id;
  }
  CHECK(false);  // a run names people of the book
}

std::string alias_of(const std::vector<std::pair<std::string, std::string>>& names,
                     const std::string& id) {
  for (const auto& [known, name] : names) {
    if (known == id) return name;
  }
  return "–";
}

std::string months_text(const std::vector<Month>& months) {
  std::string text;
  for (const Month& each : months) text += (text.empty() ? "" : " ") + each.text();
  return text;
}

std::vector<Month> months_from(const std::string& text) {
  std::vector<Month> months;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    const auto month = Month::parse(word);
    if (!month) throw BookFault(BookFault::Why::damaged, "a month that a run corrects is none");
    months.push_back(*month);
  }
  return months;
}

PayRunSlip opened_slip(PersonRecords& records, const KeyRing& keys, const PayRunId& run,
                       const Query& row, const payroll::WorkerId& worker) {
  return slip_from(unpadded(
      opened(records.slip_key(worker), SlipPlace(keys, run, row.whole(0)).place(), row.bytes(1))));
}

}  // namespace

void insert_pay_run(Connection& connection, const KeyRing& keys, const PayRun& run,
                    const Instant& at) {
  const Secret<std::string> notes =
      run_notes_text({with_names(run.remarks, connection, id_of), run.rules});
  connection.run(
      "INSERT INTO pay_run (run, month, state, drawn_up_by, drawn_up_at, remarks, corrects)"
      " VALUES (?, ?, 'draft', ?, ?, ?, ?)",
      run.id, run.month, run.drawn_up_by, at,
      remarks_of(connection, keys)
          .seal(run.id.text(), notes, padded_size(notes.reveal().size(), remarks_step)),
      months_text(run.corrects));
  insert_slips(connection, keys, run);
}

std::optional<PayRunState> find_pay_run_state(Connection& connection, const Month& month) {
  Query row = connection.query(
      "SELECT state, drawn_up_by, run IN (SELECT run FROM pay_split), month IN"
      " (SELECT month FROM pay_correction WHERE paid_in IS NULL) FROM pay_run WHERE month = ?",
      month);
  if (!row.next()) return std::nullopt;
  return PayRunState{row.text(0) == "approved", row.id<UserId>(1), row.yes(2), row.yes(3)};
}

std::optional<PayRun> find_pay_run(Connection& connection, const KeyRing& keys,
                                   const Month& month) {
  Query row = connection.query(
      "SELECT run, state, drawn_up_by, approved_by, remarks, corrects FROM pay_run"
      " WHERE month = ?",
      month);
  if (!row.next()) return std::nullopt;
  const auto id = row.id<PayRunId>(0);
  RunNotes notes = run_notes_from(remarks_of(connection, keys).open(id.text(), row.bytes(4)));
  PayRun run{.id = id,
             .month = month,
             .state = row.text(1) == "draft" ? PayRun::State::draft : PayRun::State::approved,
             .slips = {},
             .remarks = with_names(std::move(notes.remarks), connection, alias_of),
             .drawn_up_by = row.id<UserId>(2),
             .approved_by = {},
             .rules = std::move(notes.rules),
             .corrects = months_from(row.text(5))};
  if (!row.is_null(3)) run.approved_by = row.id<UserId>(3);
  PersonRecords records(connection, keys);
  Query each = connection.query(
      "SELECT number, slip, worker FROM pay_slip WHERE run = ? ORDER BY number", id);
  while (each.next()) {
    const auto worker = each.id<payroll::WorkerId>(2);
    if (!records.holds(worker)) continue;  // erased: her key is gone, and nobody opens it again
    run.slips.push_back(opened_slip(records, keys, id, each, worker));
  }
  return run;
}

std::vector<payroll::PayCorrection> find_corrections(Connection& connection) {
  std::vector<payroll::PayCorrection> all;
  Query row = connection.query(
      "SELECT month, opened_by, opened_at, paid_in FROM pay_correction"
      // One of a month is opened after the other is closed; runs may be approved in any order.
      " ORDER BY paid_in IS NULL, iif(paid_in IS NULL, 0, opened_at), month");
  while (row.next()) {
    all.push_back({row.month(0), row.id<UserId>(1), row.instant(2), {}});
    if (!row.is_null(3)) all.back().paid_in = row.month(3);
  }
  return all;
}

std::optional<PayRunSlip> find_pay_slip(Connection& connection, const KeyRing& keys,
                                        const Month& month, const payroll::WorkerId& worker) {
  PersonRecords records(connection, keys);
  if (!records.holds(worker)) return std::nullopt;
  demand_newest(connection, keys, KeyName::payroll);
  Query row = connection.query(
      "SELECT number, slip, run FROM pay_slip JOIN pay_run USING (run)"
      " WHERE month = ? AND worker = ?",
      month, worker);
  if (!row.next()) return std::nullopt;
  return opened_slip(records, keys, row.id<PayRunId>(2), row, worker);
}

}  // namespace tilia::db
