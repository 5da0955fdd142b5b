#include "db/split_runs.h"

#include <map>

#include "core/check.h"
#include "db/book_fault.h"
#include "db/person_records.h"
#include "payroll/cost_record_file.h"

namespace tilia::db {
namespace {

std::vector<Month> waiting_months(Connection& connection) {
  std::vector<Month> months;
  Query row = connection.query(
      "SELECT month FROM pay_run WHERE state = 'approved' AND run NOT IN"
      " (SELECT run FROM pay_split) ORDER BY month");
  while (row.next()) {
    const auto month = Month::parse(row.text(0));
    CHECK(month.has_value());
    months.push_back(*month);
  }
  return months;
}

payroll::CostRecord record_in(PersonRecords& records, const payroll::WorkerId& worker) {
  auto record = payroll::parse_cost_record(records.funding(worker).reveal());
  if (!record) throw BookFault(BookFault::Why::damaged, "a cost record is none of ours");
  return *std::move(record);
}

}  // namespace

std::vector<Month> split_approved_runs(BookFile& book, payroll::PayBook& pay, const KeyRing& keys,
                                       const Instant& at) {
  std::vector<Month> months = waiting_months(book.reader());
  for (const Month& month : months) {
    const auto run = pay.pay_run(month);
    CHECK(run.has_value());
    WriteTransaction change(book);
    PersonRecords records(change.connection(), keys);
    std::map<payroll::WorkerId, Secret<std::string>> texts;
    for (const payroll::PayRunSlip& slip : run->slips) {
      if (!records.holds(slip.worker.id)) continue;
      payroll::CostRecord record = record_in(records, slip.worker.id);
      payroll::add_month(record, payroll::month_of_cost(*run, slip));
      texts.emplace(slip.worker.id, Secret<std::string>(payroll::cost_record_text(record)));
    }
    records.put_funding(texts);
    change.connection().run("INSERT INTO pay_split (run, at) VALUES (?, ?)", run->id,
                            at.unix_milliseconds());
    change.commit();
  }
  return months;
}

}  // namespace tilia::db
