// What the users of a practice organisation would hold in their hands: receipts and day sheets of
// the last days, every payslip, and the report as PDF, XLSX, CSV and JSON.
#pragma once

#include <array>
#include <filesystem>
#include <vector>

#include "app/demo_life.h"

namespace tilia::app {

// Where they lie, below the folder.
inline constexpr std::array paper_folders{"receipts", "day-sheets", "payslips", "report"};

// The files that were written, in order. `each_paper` is called after each.
std::vector<std::filesystem::path> write_demo_papers(db::BookFile& file, const DemoPlan& plan,
                                                     const pos::CountryPack& pack,
                                                     const Resources& resources,
                                                     const std::filesystem::path& folder,
                                                     const std::function<void()>& each_paper);

}  // namespace tilia::app
