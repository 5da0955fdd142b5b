// A book of 1,000 days and 100,000 sales: the day sheet of day 1,000 beside that of day 1, and a
// report over all days from the maintained summaries beside the same sums by GROUP BY over half a
// million lines.
//
//   big_book_bench FOLDER     makes FOLDER/big.tilia if it is not there
#include <fmt/format.h>

#include "db/figures_book_sqlite.h"
#include "db/till_book_sqlite.h"
#include "tests/bench/big_book.h"
#include "tests/bench/stopwatch.h"

namespace tilia::bench {
namespace {

double sheet_took(db::TillBookSqlite& book, std::int64_t number) {
  const Stopwatch watch;
  const auto sheet = book.day_sheet("T1", number);
  const double took = watch.microseconds();
  CHECK(sheet.has_value());
  CHECK(sheet->number == number);
  return took;
}

bool measure_sheets(db::BookFile& file) {
  db::TillBookSqlite book(file);
  std::vector<double> first;
  std::vector<double> thousandth;
  for (int round = 0; round < 500; ++round) {
    first.push_back(sheet_took(book, 1));
    thousandth.push_back(sheet_took(book, 1'000));
  }
  return verdict("day sheet of day 1,000 / of day 1", median(thousandth), median(first), 1.2);
}

bool measure_report(db::BookFile& file) {
  const db::KeyRing nobodys;  // the book holds no wages
  db::FiguresBookSqlite figures(file, nobodys);
  const Day from = *Day::parse("2023-01-01");
  const Day to = *Day::parse("2026-12-31");
  std::vector<double> summed;
  std::vector<double> grouped;
  std::int64_t by_lines = 0;
  std::int64_t by_summary = 0;
  // One side after the other: what half a million rows leave behind in memory is not ours to clear.
  for (int round = 0; round < 7; ++round) {
    const Stopwatch watch;
    by_summary = figures.figures(from, to).sales_gross.minor();
    summed.push_back(watch.microseconds());
  }
  for (int round = 0; round < 7; ++round) {
    const Stopwatch watch;
    by_lines = 0;
    db::Query rows = file.reader().query(
        "SELECT s.business_day, l.vat_class, l.vat_rate, sum(l.amount) FROM sale_line l "
        "JOIN sale s ON s.entry = l.sale GROUP BY 1, 2, 3");
    while (rows.next()) by_lines += rows.whole(3);
    grouped.push_back(watch.microseconds());
  }
  CHECK(by_lines == by_summary);
  return verdict("report from day summaries / GROUP BY over lines", median(summed), median(grouped),
                 0.01);
}

int measure(const std::filesystem::path& folder) {
  const auto file = folder / "big.tilia";
  make_book(file, {.articles = 1'000, .days = 1'000, .sales_a_day = 100});
  const auto book = open_book(file);
  const bool sheets = measure_sheets(*book);
  const bool report = measure_report(*book);
  return sheets && report ? 0 : 1;
}

}  // namespace
}  // namespace tilia::bench

int main(int count, char** arguments) {
  if (count < 2) {
    fmt::print(stderr, "big_book_bench FOLDER\n");
    return 2;
  }
  return tilia::bench::measure(arguments[1]);
}
