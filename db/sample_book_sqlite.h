// A sample of payslips for an outside reader, opened with two people's keys at once: finance's open
// the slips, the auditor's read back the note that was just written. Where it cannot be written, or
// is not found again as it was meant, nothing is opened. What was not picked stays sealed.
//
//   SampleBookSqlite slips(*file);
//   const auto opened = slips.open(sample, ReadRecord::sample, finance_keys, auditors_keys, clock);
#pragma once

#include <vector>

#include "core/clock.h"
#include "db/key_ring.h"
#include "payroll/outside_reading.h"

namespace tilia::db {

class BookFile;

class SampleBookSqlite final : public payroll::SampleBook {
 public:
  // Which has to outlive it.
  explicit SampleBookSqlite(BookFile& book) : book_(book) {}

  [[nodiscard]] std::vector<payroll::SlipPlace> approved_slips() override;
  // In the order of the sample. Both rings are of people who are logged in, and not of the same.
  // `how`: shown or as a redacted copy. Throws BookFault no_key where either holds not what is
  // hers.
  [[nodiscard]] std::vector<payroll::PayRunSlip> open(const payroll::Sample& sample,
                                                      payroll::ReadRecord how,
                                                      const KeyRing& finance,
                                                      const KeyRing& auditor, const Clock& clock);

 private:
  BookFile& book_;
};

}  // namespace tilia::db
