#include "db/sample_book_sqlite.h"

#include <algorithm>

#include "core/check.h"
#include "db/book_fault.h"
#include "db/book_file.h"
#include "db/pay_book_rows.h"
#include "db/read_log.h"

namespace tilia::db {

using payroll::PayRunSlip;
using payroll::ReadRecord;
using payroll::RecordRead;
using payroll::SlipPlace;
using payroll::UserId;

std::vector<SlipPlace> SampleBookSqlite::approved_slips() {
  std::vector<SlipPlace> slips;
  // Whose record is gone, hers opens for nobody.
  Query row = book_.reader().query(
      "SELECT month, worker FROM pay_run JOIN pay_slip USING (run) JOIN person_record USING "
      "(worker)"
      " WHERE state = 'approved' ORDER BY month, number");
  while (row.next()) slips.push_back({row.month(0), row.id<payroll::WorkerId>(1)});
  return slips;
}

std::vector<PayRunSlip> SampleBookSqlite::open(const payroll::Sample& sample, ReadRecord how,
                                               const KeyRing& finance, const KeyRing& auditor,
                                               const Clock& clock) {
  CHECK(finance.owner && auditor.owner && finance.owner != auditor.owner);
  (void)finance.held(KeyName::payroll);
  (void)auditor.held(KeyName::audit);
  std::vector<RecordRead> notes;
  for (const SlipPlace& item : sample.items())
    notes.push_back(
        {.at = clock.now(),
         .by = UserId::from_bytes(*finance.owner),
         .of = item.worker,
         .record = how,
         .outside = payroll::OutsideReading{UserId::from_bytes(*auditor.owner), item.month,
                                            sample.recipient(), sample.clause()}});
  const std::int64_t first = note_sample(book_, notes);
  std::vector<RecordRead> found = notes_from(book_, auditor, first);
  // Another program may have noted something since.
  if (found.size() > notes.size())
    found.erase(found.begin() + static_cast<std::ptrdiff_t>(notes.size()), found.end());
  if (found != notes)
    throw BookFault(BookFault::Why::damaged, "the note of a sample is not found again");
  std::vector<PayRunSlip> slips;
  for (const SlipPlace& item : sample.items()) {
    auto slip = find_pay_slip(book_.reader(), finance, item.month, item.worker);
    if (!slip) throw BookFault(BookFault::Why::damaged, "a payslip of a sample is gone");
    slips.push_back(*std::move(slip));
  }
  return slips;
}

}  // namespace tilia::db
