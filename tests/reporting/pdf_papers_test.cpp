#include <gtest/gtest.h>

#include "tests/reporting/sample_papers.h"
#include "tests/reporting/written_pdf.h"

namespace tilia::reporting {
namespace {

constexpr std::int64_t release = 12;

std::string suffix(Language language) { return std::string(language_tag(language)); }

TEST(PayslipPdf, ReadsTheSameInEveryLanguageAsItsGolden) {
  for (const Language language : all_languages()) {
    expect_golden(payslip_pdf(sample_payslip(), typeface(), words_of(language)),
                  "payslip-" + suffix(language));
  }
}

TEST(PayslipPdf, ShowsWhatTheGrossIsMadeOf) {
  PayslipPaper slip = sample_payslip();
  const auto percent = [](const char* text) { return Rate::parse_percent(text).value(); };
  slip.earned = {
      {Phrase("payroll.earning.wage"), 0, {}, rsd_of("1210000.00"), {}, {}},
      {Phrase("payroll.earning.night"), 570, percent("26"), rsd_of("14820.00"),
       day_of("2024-01-01"), "Zakon o radu, čl. 108"},
      {Phrase("payroll.earning.unpaid_away"), 480, percent("100"), rsd_of("-10220.00"), {}, {}}};
  for (const Language language : {Language::english, Language::serbian_cyrillic})
    expect_golden(payslip_pdf(slip, typeface(), words_of(language)),
                  "payslip-earned-" + suffix(language));
}

TEST(PayslipPdf, ShowsAMonthThatIsPaidAgainAsItWasAndIs) {
  PayslipPaper slip = sample_payslip();
  PayslipPaper now = sample_payslip();
  now.month = Month::parse("2026-02").value();
  now.payout = now.net = rsd_of("861866.70");
  now.gross = rsd_of("1224600.00");
  now.was = {sample_payslip()};
  slip.again = {now};
  slip.payout += rsd_of("7010.00");
  for (const Language language : {Language::english, Language::serbian_cyrillic})
    expect_golden(payslip_pdf(slip, typeface(), words_of(language)),
                  "payslip-again-" + suffix(language));
  const std::string text =
      WrittenPdf(payslip_pdf(slip, typeface(), words_of(Language::english))).text();
  EXPECT_TRUE(holds(text, "7 010.00")) << text;
  slip.gross = Money::zero(rsd());
  const auto pages = [](const PayslipPaper& paper) {
    const std::string all =
        WrittenPdf(payslip_pdf(paper, typeface(), words_of(Language::english))).text();
    return std::count(all.begin(), all.end(), '\f');
  };
  const auto with_nothing = pages(slip);
  slip.gross = rsd_of("1.00");
  EXPECT_LT(with_nothing, pages(slip)) << "a month with nothing in it explains nothing";
}

TEST(PayslipPdf, WarnsOnEveryPageWhenNobodyLookedAtTheLaw) {
  PayslipPaper slip = sample_payslip();
  slip.beyond_review = true;
  slip.draft = true;
  const PdfBytes paper = payslip_pdf(slip, typeface(), words_of(Language::english));
  expect_golden(paper, "payslip-draft");
  const std::string text = WrittenPdf(paper).text();
  const auto pages = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\f'));
  std::size_t warned = 0;
  for (std::size_t at = text.find("Nobody has checked yet"); at != std::string::npos;
       at = text.find("Nobody has checked yet", at + 1))
    ++warned;
  EXPECT_GE(pages, 2U);
  EXPECT_EQ(warned, pages);
}

TEST(PayslipPdf, OfASampleSaysOnEveryPageThatItIsMasked) {
  PayslipPaper slip = sample_payslip();
  slip.worker = "••••••••";
  slip.sample_item = 2;
  for (const bool practice : {false, true}) {
    slip.practice = practice;
    const std::string text =
        WrittenPdf(payslip_pdf(slip, typeface(), words_of(Language::english))).text();
    const auto pages = std::count(text.begin(), text.end(), '\f');
    EXPECT_GE(pages, 2);
    std::ptrdiff_t said = 0;
    for (std::size_t at = text.find("Item 2 of a sample"); at != std::string::npos;
         at = text.find("Item 2 of a sample", at + 1))
      ++said;
    EXPECT_EQ(said, pages);
  }
}

TEST(PayslipPdf, SaysTheNetFirstAndExplainsEveryLine) {
  const Words words = words_of(Language::english);
  const PayslipPaper slip = sample_payslip();
  const std::string text = WrittenPdf(payslip_pdf(slip, typeface(), words)).text();
  EXPECT_LT(text.find("You get"), text.find("You earned"));
  for (const PayslipPaper::Line& line : slip.lines) {
    EXPECT_TRUE(words.knows(line.name.key())) << line.name.key();
    EXPECT_TRUE(holds(text, words.say(line.name))) << line.code;
  }
  EXPECT_TRUE(holds(text, "1 January 2026"));
}

TEST(ReportPdf, ReadsTheSameInEveryLanguageAsItsGolden) {
  for (const Language language : all_languages()) {
    expect_golden(
        revenue_to_services_pdf(published(sample_year()), release, typeface(), words_of(language)),
        "report-" + suffix(language));
  }
}

TEST(ReportPdf, DrawsALossAsALoss) {
  const PdfBytes paper = revenue_to_services_pdf(published(sample_loss()), release, typeface(),
                                                 words_of(Language::english));
  expect_golden(paper, "report-loss");
  const std::string text = WrittenPdf(paper).text();
  EXPECT_FALSE(holds(text, "Of each 100"));
  EXPECT_TRUE(holds(text, "Loss"));
  EXPECT_TRUE(holds(text, "Provisional"));
}

TEST(ReportPdf, ShowsEveryDonation) {
  BusinessFigures sums = sample_year();
  sums.donations = rsd_of("0.01");
  const std::string text = WrittenPdf(revenue_to_services_pdf(published(sums), release, typeface(),
                                                              words_of(Language::english)))
                               .text();
  EXPECT_TRUE(holds(text, "Donations")) << text;
}

TEST(ReportPdf, SaysWhatIsOwedToMakersAndThatItIsInNoSum) {
  BusinessFigures sums = sample_year();
  sums.makers_share = rsd_of("10400.00");
  const std::string text = WrittenPdf(revenue_to_services_pdf(published(sums), release, typeface(),
                                                              words_of(Language::english)))
                               .text();
  EXPECT_TRUE(holds(text, "400.00 RSD of what customers paid is theirs")) << text;
  EXPECT_TRUE(holds(text, "for those who make them")) << text;
}

TEST(ReportPdf, NamesReleaseAndRecordUnderEveryPage) {
  const std::string text =
      WrittenPdf(revenue_to_services_pdf(published(sample_year()), release, typeface(),
                                         words_of(Language::english)))
          .text();
  EXPECT_TRUE(holds(text, "Release 12 · record ALL 6412 7KQ4-M2XD-9PHR-W3TC"));
  EXPECT_TRUE(holds(text, "1/2"));
  EXPECT_TRUE(holds(text, "2/2"));
}

TEST(ReportPdf, HasRoomForManyYearsAndForAnEmptyOne) {
  BusinessFigures sums = sample_year();
  Month month = Month::parse("2020-01").value();
  sums.by_month.clear();
  for (int at = 0; at < 84; ++at, month = month.next())
    sums.by_month.push_back({month, rsd_of("900000.00"), rsd_of("180000.00")});
  expect_golden(
      revenue_to_services_pdf(published(sums), 1, typeface(), words_of(Language::english)),
      "report-seven-years");
  const Money zero = Money::zero(rsd());
  sums.by_month.clear();
  sums.by_service.clear();
  sums.sales_gross = sums.vat = sums.donations = sums.running_costs = sums.services = zero;
  EXPECT_FALSE(
      revenue_to_services_pdf(published(sums), 1, typeface(), words_of(Language::english)).empty());
}

TEST(Papers, GiveTheSameBytesTwiceAndNameNobody) {
  const Words words = words_of(Language::serbian_cyrillic);
  const auto slip = [&] { return payslip_pdf(sample_payslip(), typeface(), words); };
  const auto report = [&] {
    return revenue_to_services_pdf(published(sample_year()), release, typeface(), words);
  };
  EXPECT_EQ(slip(), slip());
  EXPECT_EQ(report(), report());
  for (const PdfBytes& paper : {slip(), report()}) {
    const std::string about = WrittenPdf(paper).about();
    for (const char* word : {"Producer", "Creator", "Author", "Title", "Date", "Warning"})
      EXPECT_FALSE(holds(about, word)) << about;
    EXPECT_FALSE(holds(WrittenPdf(paper).text(), "Tilia"));
  }
}

}  // namespace
}  // namespace tilia::reporting
