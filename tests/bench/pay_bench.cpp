// A large month: 10,000 payslips worked out, and written as papers.
//
//   pay_bench [PAYSLIPS]      10,000 unless told
//
// What was promised: worked out in under 2 s, beside the bare loop of the same multiplications;
// written on two cores in under 60 s, beside bare pages of as many letters; under 300 MB. Exit
// status 1 when one does not hold.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <string>
#include <thread>

#include "app/payslip_paper.h"
#include "core/check.h"
#include "payroll/payslip.h"
#include "reporting/papers.h"
#include "reporting/pdf.h"
#include "tests/bench/stopwatch.h"

namespace tilia::bench {
namespace {

using payroll::PayFacts;
using payroll::Payslip;
using payroll::StatutoryRules;

constexpr double promised_seconds_to_work_out = 2;
constexpr double promised_seconds_to_write = 60;
constexpr long promised_kilobytes = 300 * 1024;
constexpr double microseconds_a_second = 1'000'000;

const Day on = *Day::from(2026, 6, 30);

std::vector<StatutoryRules> all_rules() {
  const payroll::RuleBook book(TILIA_SOURCE "/payroll/rules");
  std::vector<StatutoryRules> all;
  for (const std::string& country : payroll::pay_countries())
    all.push_back(book.on(country, on).value());
  return all;
}

PayFacts facts_of(int number, const StatutoryRules& rules) {
  const std::int64_t units = 150'000 + std::int64_t{number} * 37 % 250'000;
  return {.on = on,
          .gross = Money::from_minor(units * rules.rounding.unit.minor(), rules.currency)};
}

double work_out(int payslips, const std::vector<StatutoryRules>& rules) {
  std::int64_t sum = 0;
  const Stopwatch watch;
  for (int number = 0; number < payslips; ++number) {
    const StatutoryRules& law = rules[static_cast<std::size_t>(number) % rules.size()];
    sum += payroll::work_out_payslip(facts_of(number, law), law).value().net.minor();
  }
  const double seconds = watch.microseconds() / microseconds_a_second;
  CHECK(sum > 0);
  return seconds;
}

// The same multiplications and nothing else.
double bare_arithmetic(int payslips, const std::vector<StatutoryRules>& rules) {
  std::int64_t sum = 0;
  const Stopwatch watch;
  for (int number = 0; number < payslips; ++number) {
    const StatutoryRules& law = rules[static_cast<std::size_t>(number) % rules.size()];
    const Money gross = facts_of(number, law).gross;
    for (const payroll::ContributionRule& rule : law.contributions)
      sum += gross.times(rule.rate, Rounding::half_up).value().minor();
    for (const payroll::TaxBracket& bracket : law.tax.brackets)
      sum += gross.times(bracket.rate, Rounding::half_up).value().minor();
  }
  const double seconds = watch.microseconds() / microseconds_a_second;
  CHECK(sum > 0);
  return seconds;
}

// Two threads take numbers in turn.
template <class Write>
double on_two_cores(int payslips, Write write) {
  std::atomic<int> next{0};
  const Stopwatch watch;
  const auto work = [&] {
    for (int number = next++; number < payslips; number = next++) write(number);
  };
  std::thread other(work);
  work();
  other.join();
  return watch.microseconds() / microseconds_a_second;
}

payroll::Employer employer(const StatutoryRules& rules) {
  return {.name = "Bakery on the corner",
          .address = "Long Street 12\n11000 Town",
          .tax_number = "101234567",
          .country = rules.country,
          .zone = "Europe/Belgrade",
          .language = "sr-Latn",
          .currency = rules.currency,
          .practice = false};
}

double write_papers(int payslips, const std::vector<StatutoryRules>& rules) {
  const reporting::Typeface typeface(TILIA_SHARE "/fonts");
  const Words words(Language::serbian_latin, TILIA_SHARE "/locale");
  return on_two_cores(payslips, [&](int number) {
    const StatutoryRules& law = rules[static_cast<std::size_t>(number) % rules.size()];
    const Payslip slip = payroll::work_out_payslip(facts_of(number, law), law).value();
    const payroll::RedactedSlip shown{1, Month::of(on), 160 * 60, slip};
    const auto paper = app::redacted_paper_of(employer(law), shown);
    CHECK(!reporting::payslip_pdf(paper, typeface, words).empty());
  });
}

// Two pages of as many lines of text, without a thought.
double write_bare_pages(int payslips) {
  const reporting::Typeface typeface(TILIA_SHARE "/fonts");
  constexpr int lines_a_page = 40;
  return on_two_cores(payslips, [&](int) {
    reporting::PdfDrawing drawing(typeface);
    for (int page = 0; page < 2; ++page) {
      drawing.start_page(595, 842);
      for (int line = 0; line < lines_a_page; ++line)
        drawing.text(50, 60 + line * 18, "Penzijsko i invalidsko osiguranje  170.044,00",
                     {.size = 10});
    }
    CHECK(!drawing.finish().empty());
  });
}

int run(int payslips) {
  const std::vector<StatutoryRules> rules = all_rules();
  const double worked_out = work_out(payslips, rules);
  const double bare = bare_arithmetic(payslips, rules);
  fmt::print("{} payslips worked out: {:.2f} s (at most {}), bare arithmetic {:.3f} s = {:.1f}\n",
             payslips, worked_out, promised_seconds_to_work_out, bare, worked_out / bare);
  const double written = write_papers(payslips, rules);
  const double pages = write_bare_pages(payslips);
  fmt::print("written on two cores: {:.1f} s (at most {}), bare pages {:.1f} s = {:.2f}\n", written,
             promised_seconds_to_write, pages, written / pages);
  rusage used{};
  CHECK(getrusage(RUSAGE_SELF, &used) == 0);
  fmt::print("memory: {} MB (at most {})\n", used.ru_maxrss / 1024, promised_kilobytes / 1024);
  return worked_out <= promised_seconds_to_work_out && written <= promised_seconds_to_write &&
                 used.ru_maxrss <= promised_kilobytes
             ? EXIT_SUCCESS
             : EXIT_FAILURE;
}

}  // namespace
}  // namespace tilia::bench

int main(int count, char** arguments) {
  return tilia::bench::run(count > 1 ? std::max(1, std::stoi(arguments[1])) : 10'000);
}
