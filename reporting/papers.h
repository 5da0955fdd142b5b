// The papers as PDF: bytes in memory, the same for the same input; the metadata name no author,
// date or product. Text is set in an embedded subset of Noto Sans and can be searched and copied in
// Latin and Cyrillic.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/phrase.h"
#include "core/strip.h"
#include "reporting/disclosure/publishable.h"
#include "reporting/payslip_paper.h"
#include "reporting/revenue_to_services.h"

namespace tilia::reporting {

using PdfBytes = std::vector<std::uint8_t>;

// The house typeface, read once: regular.ttf and bold.ttf, subset at build time. Throws
// std::runtime_error.
class Typeface {
 public:
  explicit Typeface(const std::filesystem::path& fonts);
  ~Typeface();
  Typeface(Typeface&&) noexcept;
  struct Faces;
  [[nodiscard]] const Faces& faces() const { return *faces_; }

 private:
  std::unique_ptr<const Faces> faces_;
};

enum class StripPaper { roll_80_mm, a4 };
[[nodiscard]] PdfBytes strip_pdf(const Strip& strip, StripPaper paper, const Typeface& typeface);

// Papers beside each other on A4, each as it is, with its caption and a word on who reads it.
struct CaptionedStrip {
  std::string caption;
  std::string note;
  Strip strip;
};
[[nodiscard]] PdfBytes captioned_strips_pdf(const std::string& title,
                                            const std::vector<CaptionedStrip>& papers,
                                            const Typeface& typeface);

[[nodiscard]] PdfBytes payslip_pdf(const PayslipPaper& slip, const Typeface& typeface,
                                   const Words& words);

[[nodiscard]] PdfBytes revenue_to_services_pdf(const Publishable<RevenueToServices>& report,
                                               std::int64_t release_number,
                                               const Typeface& typeface, const Words& words);

}  // namespace tilia::reporting
