#include "tests/bench/big_book.h"

#include <fmt/format.h>

#include "core/zone.h"
#include "db/new_book.h"
#include "db/till_book_sqlite.h"
#include "pos/gtin.h"
#include "pos/keep_drawer.h"
#include "pos/ring_up_sale.h"
#include "tests/db/small_bakery.h"

namespace tilia::bench {
namespace {

namespace fs = std::filesystem;

const Instant first_morning = *Instant::parse("2023-03-01T05:00Z");

std::vector<pos::Article> articles_of(int count) {
  std::vector<pos::Article> articles = db::six_articles();
  for (int number = 7; number <= count; ++number) {
    pos::Article article = articles.at(static_cast<std::size_t>(number) % 6);
    article.code = article.name = fmt::format("article-{}", number);
    article.barcodes = {barcode_of(number)};
    article.page = fmt::format("page-{}", number % 20);
    articles.push_back(article);
  }
  return articles;
}

void fill(db::BookFile& file, const Size& size) {
  db::TillBookSqlite book(file);
  book.put_articles(articles_of(size.articles), first_morning);
  const pos::CountryPack pack = db::plain_pack();
  const Zone zone = *Zone::named("Europe/Belgrade");
  SetClock clock(first_morning);
  SeededChance chance(9);
  pos::KeepDrawer drawer(book, pack, zone, clock, chance);
  pos::RingUpSale ring(book, pack, clock);
  for (int day = 0; day < size.days; ++day) {
    clock.set(first_morning.plus_seconds(std::int64_t{day} * 86'400));
    CHECK(drawer.open("T1", db::dinars(2'000)).ok());
    for (int sale = 0; sale < size.sales_a_day; ++sale)
      CHECK(ring.ring_up("T1", db::cash_sale(5, chance)).ok());
    CHECK(drawer.close("T1", {{db::dinars(100), 20}}).ok());
    if (day % 50 == 0) file.checkpoint();
  }
}

}  // namespace

std::string barcode_of(int number) {
  const std::string twelve = fmt::format("860{:09}", number);
  return twelve + pos::check_digit(twelve);
}

std::unique_ptr<db::BookFile> open_book(const fs::path& file) {
  return db::BookFile::open(file, {.station = "T1"});
}

void make_book(const fs::path& file, const Size& size) {
  if (fs::exists(file)) return;
  const bool large = size.days > 10 && fs::is_directory("/dev/shm");
  const fs::path at = large ? fs::path("/dev/shm") / file.filename() : file;
  fs::remove(at);
  SeededChance chance(8);
  {
    const auto book =
        db::create_book(at, {.station = "T1"}, db::small_bakery(), first_morning, chance);
    fill(*book, size);
  }
  if (at == file) return;
  fs::copy_file(at, file);
  fs::remove(at);
  fs::remove(at.string() + "-lock");
}

}  // namespace tilia::bench
