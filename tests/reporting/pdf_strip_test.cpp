#include <gtest/gtest.h>

#include "reporting/pdf_barcode.h"
#include "tests/reporting/sample_papers.h"
#include "tests/reporting/written_pdf.h"

namespace tilia::reporting {
namespace {

using Kind = StripLine::Kind;

Strip receipt() {
  return {"T1-1-1042",
          {{Kind::title, "Пекара „Липов цвет“ на углу", ""},
           {Kind::centred, "Bulevar kralja Aleksandra 12, 11000 Beograd", ""},
           {Kind::centred, "PIB 101234567", ""},
           {Kind::notice, "VEŽBA – PRACTICE – ВЕЖБА", ""},
           {Kind::pair, "2 × Beli hleb", "180,00"},
           {Kind::pair, "1 × Pita sa višnjama, makom i orasima, cela, za poneti kući", "1.950,00"},
           {Kind::pair, "0,450 kg × Ђеврек, љути, са сусамом", "410,00"},
           {Kind::pair, "120 × Torta za ministarstvo", "1.214.600,00"},
           {Kind::rule, "", ""},
           {Kind::total, "Ukupno", "1.217.140,00 RSD"},
           {Kind::space, "", ""},
           {Kind::pair, "Gotovina", "1.220.000,00"},
           {Kind::pair, "Vraćeno", "2.860,00"},
           {Kind::rule, "", ""},
           {Kind::pair, "PDV 10 % (osnovica 1.106.490,91)", "110.649,09"},
           {Kind::text, "31. mart 2026. 14:05 · T1-1-1042", ""},
           {Kind::notice, "Ovo nije fiskalni račun", ""},
           {Kind::centred, "Hvala!", ""}}};
}

TEST(StripPdf, ReadsAsTheRollDoes) {
  expect_golden(strip_pdf(receipt(), StripPaper::roll_80_mm, typeface()), "receipt");
}

TEST(StripPdf, FillsTheMiddleOfAnA4Page) {
  expect_golden(strip_pdf(receipt(), StripPaper::a4, typeface()), "receipt-a4");
}

// The example of the standard's handbook: 5901234123457.
TEST(StripPdf, DrawsBarsThatAScannerReads) {
  EXPECT_EQ(ean13_modules("5901234123457"),
            "101000101101001110110011001001101111010011101010"
            "10110011011011001000010101110010011101000100101");
  EXPECT_EQ(ean13_modules("590123412345"), "");
  EXPECT_EQ(ean13_modules("59012341234A7"), "");
  const Strip voucher{"v", {{Kind::barcode, "2980000000017", ""}, {Kind::barcode, "TH-0001", ""}}};
  const std::string text =
      WrittenPdf(strip_pdf(voucher, StripPaper::roll_80_mm, typeface())).text();
  EXPECT_TRUE(holds(text, "2980000000017"));
  EXPECT_TRUE(holds(text, "TH-0001"));
}

TEST(StripPdf, GivesTheSameBytesForTheSameStrip) {
  EXPECT_EQ(strip_pdf(receipt(), StripPaper::roll_80_mm, typeface()),
            strip_pdf(receipt(), StripPaper::roll_80_mm, typeface()));
}

TEST(StripPdf, NamesNoProgramAuthorOrDate) {
  const PdfBytes bytes = strip_pdf(receipt(), StripPaper::a4, typeface());
  const std::string about = WrittenPdf(bytes).about();
  for (const char* word : {"Producer", "Creator", "Author", "Title", "Date", "Warning", "Error"})
    EXPECT_FALSE(holds(about, word)) << word << " in:\n" << about;
  const std::string raw(bytes.begin(), bytes.end());
  for (const char* word : {"Haru", "HPDF", "ilia", "Producer", "Date"})
    EXPECT_FALSE(holds(raw, word)) << word;
}

TEST(StripPdf, CanBeSearchedInLatinAndInCyrillic) {
  const std::string text =
      WrittenPdf(strip_pdf({"letters",
                            {{Kind::text, "ČĆŽŠĐčćžšđ ËÇëç ŘŮĚŤĎŇřůěťďň ȘȚĂÂÎșțăâî ÑÁñá ÄÖÜß", ""},
                             {Kind::text, "ЉЊЏЂЋљњџђћ ЃЌЅѓќѕ ЪЬЩЮЯъьщюя", ""},
                             {Kind::total, "Жђ → 1\u00a0214\u00a0600,00 €", "\u221212,50"}}},
                           StripPaper::a4, typeface()))
          .text();
  for (const char* part : {"ČĆŽŠĐčćžšđ", "ËÇëç", "ŘŮĚŤĎŇřůěťďň", "ȘȚĂÂÎșțăâî", "ÑÁñá", "ÄÖÜ",
                           "ЉЊЏЂЋљњџђћ", "ЃЌЅѓќѕ", "ЪЬЩЮЯъьщюя", "Жђ → 1", "600,00 €", "−12,50"})
    EXPECT_TRUE(holds(text, part)) << part << " in:\n" << text;
}

TEST(StripPdf, SetsAQuestionMarkForALetterThatTheTypefaceLacks) {
  const std::string text =
      WrittenPdf(strip_pdf({"odd", {{Kind::text, "a\U0001F956\u4E00b \xFF c", ""}}},
                           StripPaper::roll_80_mm, typeface()))
          .text();
  EXPECT_TRUE(holds(text, "a??b ? c")) << text;
}

TEST(StripPdf, IsSmall) {
  EXPECT_LE(strip_pdf(receipt(), StripPaper::roll_80_mm, typeface()).size(), 36U * 1024);
  const Strip plain{"plain", {receipt().lines[1], receipt().lines[5], receipt().lines[6]}};
  const PdfBytes one_face = strip_pdf(plain, StripPaper::roll_80_mm, typeface());
  EXPECT_LE(one_face.size(), 20U * 1024);
  EXPECT_FALSE(holds(WrittenPdf(one_face).fonts(), "Bold"));
}

TEST(StripPdf, BreaksALongStripOverNumberedPages) {
  Strip strip{"Z-12", {}};
  for (int line = 1; line <= 120; ++line)
    strip.lines.push_back({Kind::pair, "line " + std::to_string(line), "1,00"});
  const WrittenPdf pdf(strip_pdf(strip, StripPaper::a4, typeface()));
  EXPECT_TRUE(holds(pdf.about(), "Pages:           3")) << pdf.about();
  EXPECT_TRUE(holds(pdf.text(), "3/3")) << pdf.text();
  EXPECT_TRUE(holds(pdf.text(), "line 120"));
}

TEST(StripPdf, MakesTheRollAsLongAsItsLines) {
  Strip strip{"short", {{Kind::text, "one", ""}}};
  const std::string one = WrittenPdf(strip_pdf(strip, StripPaper::roll_80_mm, typeface())).about();
  EXPECT_TRUE(holds(one, "226.772 x 46.6")) << one;
}

TEST(Typeface, SaysWhichFontIsMissing) { EXPECT_THROW(Typeface("/nowhere"), std::runtime_error); }

}  // namespace
}  // namespace tilia::reporting
