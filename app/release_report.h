// Draws up the revenue-to-services report, passes it through the gate, and writes the release into
// the ledger: nothing is handed out before that.
#pragma once

#include "core/clock.h"
#include "core/day.h"
#include "core/result.h"
#include "reporting/disclosure/business_gate.h"
#include "reporting/figures_book.h"
#include "reporting/owners.h"

namespace tilia::app {

struct ReleasedReport {
  reporting::Publishable<reporting::RevenueToServices> report;
  std::int64_t number;
};

struct ReportRefused {
  std::string code;
  Phrase sentence;
};

// `to` is the last day, included.
[[nodiscard]] Result<ReleasedReport, ReportRefused> release_revenue_to_services(
    reporting::FiguresBook& book, const Day& from, const Day& to, const Day& today,
    const Instant& now);

// Of one of several owners: months, from the first day to the last.
[[nodiscard]] Result<ReleasedReport, ReportRefused> release_owners_report(
    reporting::FiguresBook& book, reporting::OwnersBook& owners, const std::string& owner,
    const Day& from, const Day& to, const Day& today, const Instant& now);

}  // namespace tilia::app
