// A year's statement and a certificate of work as others read them.
#include <gtest/gtest.h>

#include "reporting/work_papers.h"
#include "sample_papers.h"
#include "written_pdf.h"

namespace tilia::reporting {
namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string suffix(Language language) { return std::string(language_tag(language)); }

WorkPlace sample_place() {
  return {"Udruženje „Lipa“ – pekara na uglu", "Bulevar kralja Aleksandra 12\n11000 Beograd",
          "101234567"};
}

YearPaper sample_year_of_pay() {
  YearPaper paper{
      .employer = sample_place(),
      .worker = "Milica Đurić",
      .id_number = "0101990715017",
      .year = 2026,
      .branches = {Phrase("payroll.line.pension_employee"), Phrase("payroll.line.health_employee"),
                   Phrase("payroll.line.unemployment_employee")},
      .months = {},
      .practice = false};
  for (const char* month : {"2026-01", "2026-02", "2026-03", "2026-05"})
    paper.months.push_back({Month::parse(month).value(),
                            rsd_of("1214600.00"),
                            {rsd_of("170044.00"), rsd_of("62551.90"), rsd_of("9109.50")},
                            rsd_of("118037.90"),
                            rsd_of("854856.70"),
                            rsd_of("850000.00")});
  return paper;
}

CertificatePaper sample_certificate(const Words& words) {
  return {.employer = sample_place(),
          .worker = "Milica Đurić",
          .job = words.say("app.work.job.baker"),
          .terms = {{day_of("2025-03-01"), day_of("2025-12-31"), 1200},
                    {day_of("2026-01-01"), {}, 2250}},
          .skills = {words.say("app.work.skill.baking"), words.say("app.work.skill.till"),
                     words.say("app.work.skill.hygiene")},
          .on = day_of("2026-11-23"),
          .practice = false};
}

TEST(YearPdf, ReadsTheSameInEveryLanguageAsItsGolden) {
  for (const Language language : all_languages())
    expect_golden(year_pdf(sample_year_of_pay(), typeface(), words_of(language)),
                  "year-" + suffix(language));
}

TEST(YearPdf, SumsItsMonthsAndLeavesOutThoseWithoutARun) {
  const Words words = words_of(Language::serbian_latin);
  const std::string text = WrittenPdf(year_pdf(sample_year_of_pay(), typeface(), words)).text();
  EXPECT_TRUE(holds(text, "4 858 400,00")) << "4 x gross\n" << text;
  EXPECT_TRUE(holds(text, "3 400 000,00")) << "4 x paid out\n" << text;
  EXPECT_TRUE(holds(text, "680 176,00")) << "4 x pension\n" << text;
  EXPECT_TRUE(holds(text, "966 821,60")) << "4 x all contributions\n" << text;
  EXPECT_FALSE(holds(text, "April"));
}

TEST(CertificatePdf, ReadsTheSameInEveryLanguageAsItsGolden) {
  for (const Language language : all_languages()) {
    const Words words = words_of(language);
    expect_golden(certificate_pdf(sample_certificate(words), typeface(), words),
                  "certificate-" + suffix(language));
  }
}

TEST(CertificatePdf, NamesTheShopAndNobodyElse) {
  const Words words = words_of(Language::english);
  const PdfBytes paper = certificate_pdf(sample_certificate(words), typeface(), words);
  EXPECT_EQ(paper, certificate_pdf(sample_certificate(words), typeface(), words));
  const std::string text = WrittenPdf(paper).text();
  EXPECT_TRUE(holds(text, "37:30 hours a week")) << text;
  EXPECT_TRUE(holds(text, "1 March 2025 to 31 December 2025")) << text;
  EXPECT_FALSE(holds(text, "Tilia"));
  EXPECT_FALSE(holds(text, "practice"));
  CertificatePaper practice = sample_certificate(words);
  practice.practice = true;
  EXPECT_TRUE(holds(WrittenPdf(certificate_pdf(practice, typeface(), words)).text(),
                    words.say("reporting.payslip.practice").substr(0, 8)));
}

}  // namespace
}  // namespace tilia::reporting
