#include "app/release_report.h"

#include <fmt/format.h>
#include <sodium.h>

#include <array>

#include "core/id.h"
#include "reporting/tables.h"

namespace tilia::app {
namespace {

using reporting::ReportRefusal;

// Of the published document, so that the ledger can tell later what exactly was handed out.
std::string digest_of(const std::string& document) {
  std::array<std::uint8_t, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(document.data()),
                     document.size());
  return hex_text(hash);
}

ReportRefused refused(ReportRefusal why) {
  const std::string code(reporting::report_refusal_code(why));
  if (why == ReportRefusal::from_after_to) return {code, Phrase("app.report.from_after_to")};
  if (why == ReportRefusal::nothing_in_period)
    return {code, Phrase("app.report.nothing_in_period")};
  return {code, Phrase("app.report.period_in_future")};
}

bool nothing_in(const reporting::BusinessFigures& figures) {
  return figures.sales_gross.is_zero() && figures.donations.is_zero() &&
         figures.running_costs.is_zero() && figures.services.is_zero();
}

std::optional<ReportRefused> fault_of(const Day& from, const Day& to, const Day& today) {
  if (to < from) return refused(ReportRefusal::from_after_to);
  if (to > today) return refused(ReportRefusal::period_in_future);
  return std::nullopt;
}

Result<ReleasedReport, ReportRefused> released(reporting::FiguresBook& book,
                                               const reporting::BusinessFigures& figures,
                                               const std::string& template_name,
                                               const Instant& now) {
  if (nothing_in(figures)) return refused(ReportRefusal::nothing_in_period);
  auto report = reporting::BusinessGate::pass(reporting::draw_up_revenue_to_services(figures));
  if (!report)
    return ReportRefused{std::string(reporting::gate_refusal_code(report.refusal())),
                         reporting::sentence_of(report.refusal())};
  const std::string document = reporting::revenue_to_services_json(report.value());
  const std::int64_t number =
      book.enter_release(template_name, figures.from, figures.to, digest_of(document), now);
  return ReleasedReport{std::move(report).value(), number};
}

}  // namespace

Result<ReleasedReport, ReportRefused> release_revenue_to_services(reporting::FiguresBook& book,
                                                                  const Day& from, const Day& to,
                                                                  const Day& today,
                                                                  const Instant& now) {
  if (auto fault = fault_of(from, to, today)) return *std::move(fault);
  return released(book, book.figures(from, to), "revenue-to-services", now);
}

Result<ReleasedReport, ReportRefused> release_owners_report(reporting::FiguresBook& book,
                                                            reporting::OwnersBook& owners,
                                                            const std::string& owner,
                                                            const Day& from, const Day& to,
                                                            const Day& today, const Instant& now) {
  if (auto fault = fault_of(from, to, today)) return *std::move(fault);
  const auto figures = owners.figures_of(owner, from, to);
  if (!figures)
    return ReportRefused{std::string(reporting::owners_refusal_code(figures.refusal())),
                         reporting::sentence_of(figures.refusal())};
  return released(book, figures.value(), "revenue-to-services " + owner, now);
}

}  // namespace tilia::app
