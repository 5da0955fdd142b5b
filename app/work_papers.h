// A worker's year and her certificate of work, as reporting sets them: what the book knows, and
// what whoever prints chooses from a list, of which nothing is kept. Nothing here knows who bears a
// wage.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "payroll/pay_book.h"
#include "payroll/pay_run.h"
#include "reporting/work_papers.h"

namespace tilia::app {

// Of approved runs of one year in which she is; nothing where there are none.
[[nodiscard]] std::optional<reporting::YearPaper> year_paper_of(
    const payroll::Employer& employer, const std::string& alias, int year,
    const std::vector<payroll::PayRun>& runs);

// Words for what somebody did and can, by a short code.
struct WorkWord {
  std::string_view code;  // "till"
  const char* key;
};
[[nodiscard]] const std::vector<WorkWord>& shipped_jobs();
[[nodiscard]] const std::vector<WorkWord>& shipped_skills();
// Nothing for a code that is not in the list.
[[nodiscard]] const WorkWord* find_word(const std::vector<WorkWord>& words, std::string_view code);

// When she worked here until `today`, and at which hours: terms that go on at the same hours are
// one, and none goes beyond her last day.
[[nodiscard]] std::vector<reporting::CertificatePaper::Term> certificate_terms(
    const payroll::Worker& worker, const std::vector<payroll::Term>& terms, const Day& today);

}  // namespace tilia::app
