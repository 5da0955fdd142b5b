// Payslips of a sample on their way out: redacted, one file an item, none of them named after
// anybody. The only writer of a file for an outside reader, on the command line and in the office;
// it takes nothing that is not redacted.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "payroll/outside_reading.h"
#include "payroll/pay_book.h"
#include "reporting/papers.h"

namespace tilia::app {

// As they were picked, numbered from 1.
[[nodiscard]] std::vector<payroll::RedactedSlip> redacted_items(
    const payroll::Sample& sample, const std::vector<payroll::PayRunSlip>& opened);

// Makes the folder. A sentence where copies of another sample are in it: they are not written over.
// Before anything is noted and opened.
[[nodiscard]] std::optional<Phrase> fault_of_folder(const std::filesystem::path& folder,
                                                    const payroll::Sample& sample);
// The files, in the order of the items.
std::vector<std::filesystem::path> write_redacted(const std::vector<payroll::RedactedSlip>& items,
                                                  const payroll::Employer& employer,
                                                  const std::filesystem::path& folder,
                                                  const reporting::Typeface& typeface,
                                                  const Words& words);

}  // namespace tilia::app
