// Letters whose font fills the library's pieces of 4,096 bytes to the last byte: about one paper in
// four thousand, found by trying, with the fonts that the papers are made with.
#include <gtest/gtest.h>

#include <random>

#include "reporting/pdf.h"
#include "tests/reporting/sample_papers.h"

namespace tilia::reporting {
namespace {

std::string letters_of(unsigned seed) {
  constexpr unsigned first_latin = 0x21;
  constexpr unsigned latin = 0x5E;
  constexpr unsigned first_cyrillic = 0x410;
  constexpr unsigned cyrillic = 64;
  std::mt19937 any(seed);
  std::string letters;
  for (unsigned count = 20 + seed % 140; count > 0; --count) {
    const auto latin_letter = static_cast<unsigned>(first_latin + any() % latin);
    if (any() % 2 == 0) {
      letters += static_cast<char>(latin_letter);
    } else {
      const auto letter = static_cast<unsigned>(first_cyrillic + any() % cyrillic);
      letters += static_cast<char>(0xC0U | letter >> 6U);
      letters += static_cast<char>(0x80U | (letter & 0x3FU));
    }
  }
  return letters;
}

TEST(PdfDrawing, IsMadeOfAFontThatEndsWhereAPieceEnds) {
  for (const unsigned seed : {6214U, 7074U, 9436U, 16020U, 21755U, 22333U}) {
    PdfDrawing drawing(typeface());
    drawing.start_page(200, 200);
    drawing.text(10, 10, letters_of(seed), {});
    EXPECT_NO_THROW((void)drawing.finish()) << seed;
  }
}

}  // namespace
}  // namespace tilia::reporting
