#include "payroll/record_reads.h"

#include "core/check.h"

namespace tilia::payroll {

std::string_view read_record_text(ReadRecord record) {
  switch (record) {
    case ReadRecord::pay_record: return "pay_record";
    case ReadRecord::payslip: return "payslip";
    case ReadRecord::copy: return "copy";
    case ReadRecord::sample: return "sample";
    case ReadRecord::sample_copy: return "sample_copy";
  }
  CHECK(false);
}

std::optional<ReadRecord> parse_read_record(std::string_view text) {
  for (const ReadRecord record : {ReadRecord::pay_record, ReadRecord::payslip, ReadRecord::copy,
                                  ReadRecord::sample, ReadRecord::sample_copy}) {
    if (read_record_text(record) == text) return record;
  }
  return std::nullopt;
}

}  // namespace tilia::payroll
