// Notes in the sealed journal whose record somebody opened. One note for each login, person and
// kind of record: what is on a screen for an hour was opened once.
//
//   ReadLog log(book, keys, clock);
//   log.note({amber.id}, payroll::ReadRecord::payslip);   // then show it
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "core/clock.h"
#include "db/book_file.h"
#include "db/key_ring.h"
#include "payroll/record_reads.h"

namespace tilia::db {

// A sample for an outside reader, in one transaction: each item is one note of one length, however
// long recipient and clause are. Returns the number of the first entry.
std::int64_t note_sample(BookFile& book, const std::vector<payroll::RecordRead>& notes);
// From that entry on, in order. With the auditor's key.
[[nodiscard]] std::vector<payroll::RecordRead> notes_from(BookFile& book, const KeyRing& auditor,
                                                          std::int64_t first);

class ReadLog final : public payroll::RecordReads {
 public:
  // All have to outlive it. The reader is the owner of `keys` at the time of the note.
  ReadLog(BookFile& book, const KeyRing& keys, const Clock& clock)
      : book_(book), keys_(keys), clock_(clock) {}

  // Not while a transaction of this book is open. Where it cannot be written it throws, and nothing
  // is shown.
  void note(const std::vector<payroll::WorkerId>& whose, payroll::ReadRecord record);
  [[nodiscard]] std::vector<payroll::RecordRead> reads() override;
  // One note for each login and sheet. A book in which nobody keeps the auditor's key yet has
  // nobody to note it for: then nothing is written.
  void note_day_sheet(const std::string& till, std::int64_t number);
  // Before who a maker is is shown or written for the bank: once a login.
  void note_maker(std::int64_t maker);
  [[nodiscard]] std::vector<payroll::MakerRead> maker_reads() override;
  [[nodiscard]] std::vector<payroll::UnusualLogin> unusual_logins() override;
  [[nodiscard]] std::vector<payroll::DaySheetRead> day_sheet_reads() override;

 private:
  using Noted = std::set<std::pair<IdBytes, payroll::ReadRecord>>;

  void meet_reader();

  BookFile& book_;
  const KeyRing& keys_;
  const Clock& clock_;
  std::optional<IdBytes> reader_;
  Noted noted_;  // of this reader
  std::set<std::pair<std::string, std::int64_t>> noted_sheets_;
  std::set<std::int64_t> noted_makers_;
};

}  // namespace tilia::db
