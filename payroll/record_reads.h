// Who opened whose record, and when: for the auditor, and for the person herself. It is noted
// before what was opened is shown; whoever reads can neither see nor take back the note.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/instant.h"
#include "payroll/pay_run.h"
#include "payroll/worker.h"

namespace tilia::payroll {

enum class ReadRecord {
  pay_record,
  payslip,
  copy,         // everything, for herself
  sample,       // one payslip, shown to an outside reader
  sample_copy,  // the same, as a redacted file
};
[[nodiscard]] std::string_view read_record_text(ReadRecord record);
[[nodiscard]] std::optional<ReadRecord> parse_read_record(std::string_view text);

// To whom outside it was shown, and why they may: payroll/outside_reading.h.
struct OutsideReading {
  UserId with;  // the auditor, beside who opened it
  Month month;  // of the payslip
  std::string recipient;
  std::string clause;

  friend bool operator==(const OutsideReading&, const OutsideReading&) = default;
};

struct RecordRead {
  Instant at;
  UserId by;
  WorkerId of;
  ReadRecord record = ReadRecord::pay_record;
  std::optional<OutsideReading> outside = {};  // of a sample

  friend bool operator==(const RecordRead&, const RecordRead&) = default;
};

// Somebody came in otherwise than by her own secret: by the words of her recovery sheet, or by the
// second passphrase, which she uses when somebody makes her.
struct UnusualLogin {
  Instant at;
  UserId by;
  bool second_passphrase = false;

  friend bool operator==(const UnusualLogin&, const UnusualLogin&) = default;
};

// Somebody opened the sheet of a day before today: what it says of one till on one day is for those
// who close it.
struct DaySheetRead {
  Instant at;
  UserId by;
  std::string till;
  std::int64_t number = 0;  // of the sheet

  friend bool operator==(const DaySheetRead&, const DaySheetRead&) = default;
};

// Somebody opened who a maker is whose pieces the shop sells (db/maker_records.h).
struct MakerRead {
  Instant at;
  UserId by;
  std::int64_t maker = 0;

  friend bool operator==(const MakerRead&, const MakerRead&) = default;
};

class RecordReads {
 public:
  virtual ~RecordReads() = default;
  // Since the book began, the latest first. Needs the auditor's key.
  [[nodiscard]] virtual std::vector<RecordRead> reads() = 0;
  [[nodiscard]] virtual std::vector<UnusualLogin> unusual_logins() = 0;
  [[nodiscard]] virtual std::vector<DaySheetRead> day_sheet_reads() = 0;
  [[nodiscard]] virtual std::vector<MakerRead> maker_reads() = 0;
};

}  // namespace tilia::payroll
