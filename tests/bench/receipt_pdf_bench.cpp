// How many receipts a second become PDF, and how large one is: with one face and with two.
//
//   receipt_pdf_bench [RECEIPTS]      1,000 unless told
//
// At least 250 a second; at most 20 KB with one face, 36 KB with two. Exit status 1 when that does
// not hold.
#include <fmt/format.h>

#include <chrono>
#include <string>

#include "reporting/papers.h"

namespace {

using tilia::Strip;
using Kind = tilia::StripLine::Kind;

Strip receipt(bool bold, int number) {
  Strip strip{fmt::format("T1-1-{}", number), {}};
  strip.lines = {{bold ? Kind::title : Kind::centred, "Пекара на углу", ""},
                 {Kind::centred, "Bulevar Oslobođenja 12, Beograd", ""},
                 {Kind::rule, "", ""},
                 {Kind::pair, "2 × Beli hleb", "180,00"},
                 {Kind::pair, "1 × Burek sa sirom, veliki, za poneti", "220,00"},
                 {Kind::pair, "3 × Đevrek sa susamom", "165,00"},
                 {Kind::pair, "0,450 kg × Čajni kolačići", "410,00"},
                 {Kind::pair, "1 × Јогурт 0,5 l", "95,00"},
                 {Kind::rule, "", ""},
                 {bold ? Kind::total : Kind::pair, "Ukupno", "1.070,00 RSD"},
                 {Kind::pair, "Gotovina", "1.500,00"},
                 {Kind::pair, "Vraćeno", "430,00"},
                 {Kind::text, fmt::format("T1-1-{}", number), ""}};
  if (bold) strip.lines.push_back({Kind::notice, "Ово није фискални рачун", ""});
  return strip;
}

bool measure(const char* what, bool bold, int receipts, std::size_t limit_bytes,
             const tilia::reporting::Typeface& typeface) {
  std::size_t largest = 0;
  const auto start = std::chrono::steady_clock::now();
  for (int number = 1; number <= receipts; ++number) {
    const auto bytes = tilia::reporting::strip_pdf(
        receipt(bold, number), tilia::reporting::StripPaper::roll_80_mm, typeface);
    largest = std::max(largest, bytes.size());
  }
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - start);
  const auto a_second = receipts * 1'000'000LL / std::max<long long>(took.count(), 1);
  fmt::print("{}: {} a second (at least 250), {} bytes (at most {})\n", what, a_second, largest,
             limit_bytes);
  return a_second >= 250 && largest <= limit_bytes;
}

}  // namespace

int main(int count, char** arguments) {
  const int receipts = count > 1 ? std::max(1, std::stoi(arguments[1])) : 1000;
  const tilia::reporting::Typeface typeface(TILIA_SHARE "/fonts");
  const bool one = measure("one face", false, receipts, 20 * 1024, typeface);
  const bool two = measure("two faces", true, receipts, 36 * 1024, typeface);
  return one && two ? 0 : 1;
}
