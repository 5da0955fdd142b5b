// The revenue-to-services report as flat files: CSV, XLSX (with a set creation date, so that the
// same report gives the same bytes) and JSON. They take a Publishable and nothing else.
#pragma once

#include <filesystem>
#include <string>

#include "core/phrase.h"
#include "reporting/disclosure/publishable.h"
#include "reporting/revenue_to_services.h"

namespace tilia::reporting {

[[nodiscard]] std::string revenue_to_services_csv(const Publishable<RevenueToServices>& report,
                                                  const Words& words);
[[nodiscard]] std::string revenue_to_services_json(const Publishable<RevenueToServices>& report);
// Writes the file whole or not at all. Throws std::runtime_error.
void write_revenue_to_services_xlsx(const Publishable<RevenueToServices>& report,
                                    const std::filesystem::path& file, const Words& words);

}  // namespace tilia::reporting
