#include "app/outside_sample.h"

#include "app/arguments.h"
#include "app/payslip_paper.h"
#include "core/check.h"

namespace tilia::app {

std::vector<payroll::RedactedSlip> redacted_items(const payroll::Sample& sample,
                                                  const std::vector<payroll::PayRunSlip>& opened) {
  CHECK(opened.size() == sample.items().size());
  std::vector<payroll::RedactedSlip> items;
  for (std::size_t at = 0; at < opened.size(); ++at)
    items.push_back(
        payroll::redacted(static_cast<int>(at) + 1, sample.items()[at].month, opened[at]));
  return items;
}

std::optional<Phrase> fault_of_folder(const std::filesystem::path& folder,
                                      const payroll::Sample& sample) {
  make_folder(folder);
  for (int item = 1; item <= static_cast<int>(sample.items().size()); ++item) {
    if (std::filesystem::exists(folder / payroll::redacted_file_name(item)))
      return Phrase("payroll.sample.copies_there").with("folder", folder.string());
  }
  return std::nullopt;
}

std::vector<std::filesystem::path> write_redacted(const std::vector<payroll::RedactedSlip>& items,
                                                  const payroll::Employer& employer,
                                                  const std::filesystem::path& folder,
                                                  const reporting::Typeface& typeface,
                                                  const Words& words) {
  std::vector<std::filesystem::path> files;
  for (const payroll::RedactedSlip& item : items) {
    files.push_back(folder / payroll::redacted_file_name(item.item));
    write_whole(files.back(),
                reporting::payslip_pdf(redacted_paper_of(employer, item), typeface, words));
  }
  return files;
}

}  // namespace tilia::app
