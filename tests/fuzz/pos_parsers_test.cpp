// Outside bytes at the counter: files, lines of sales, counts, typed amounts. Whatever comes, the
// answer is a value or a refusal; the sanitizers watch. A crash that is found here becomes an
// ordinary test.
#include <gtest/gtest.h>

#include "pos/article_file.h"
#include "pos/devices/code_page.h"
#include "pos/sale_file.h"
#include "tests/core/seed.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

constexpr int rounds = 20'000;

const std::string good_csv =
    "article,name,price,vat,unit,barcodes,picture,page,stock\n"
    "white-loaf,\"Loaf, \"\"white\"\"\",1.20,reduced,each,40123455 4012345678901,🍞,Bread,yes\n"
    "ironing-kg,Пегла,3.5,standard,kg,,,,\n";
const std::string good_sale =
    R"({"id":"0102030405060708090a0b0c0d0e0f10","lines":[{"article":"white-loaf","quantity":"2"},)"
    R"({"article":"ironing-kg","quantity":"3.250"}],"tenders":[{"kind":"cash","amount":"10.00"}],)"
    R"("donation":"1.00"})";
const std::string good_count =
    R"({"pieces":[{"piece":"20.00","count":3},{"piece":"0.05","count":11}]})";

// Cuts, doubles, swaps and breaks a good text.
std::string broken(std::string text, Seed& seed) {
  const std::string marks = "\"\\{}[],:.-0123456789eE\n\r\t ,;\xff\xc3\x80";
  for (auto times = seed.between(1, 6); times > 0 && !text.empty(); --times) {
    const auto at =
        static_cast<std::size_t>(seed.between(0, static_cast<std::int64_t>(text.size()) - 1));
    const auto length = static_cast<std::size_t>(seed.between(1, 12));
    const char mark = marks[static_cast<std::size_t>(
        seed.between(0, static_cast<std::int64_t>(marks.size()) - 1))];
    switch (seed.between(0, 4)) {
      case 0: text.erase(at, length); break;
      case 1: text.insert(at, text.substr(at, length)); break;
      case 2: text[at] = mark; break;
      case 3: text.insert(at, length, mark); break;
      default: text[at] = static_cast<char>(seed.between(0, 255)); break;
    }
  }
  return text;
}

TEST(ParsersOfTheCounter, AnswerOrRefuseWhateverComes) {
  Seed seed;
  SCOPED_TRACE(seed.text());
  const Currency eur = tests::currency("EUR");
  int good = 0;
  for (int round = 0; round < rounds; ++round) {
    const auto articles = read_article_file(broken(good_csv, seed), eur);
    if (articles) {
      ++good;
    } else {
      EXPECT_GE(articles.refusal().line, 1);
    }
    const std::string line = broken(good_sale, seed);
    const auto sale = read_sale_line(line, eur);
    if (sale) {
      EXPECT_EQ(id_of_line(line), sale.value().id.text());
    } else {
      EXPECT_FALSE(file_refusal_code(sale.refusal().why).empty());
    }
    const auto count = read_counted(broken(good_count, seed), eur);
    if (count) ++good;
  }
  EXPECT_GT(good, 0);  // the breaking is not so hard that nothing ever passes
}

TEST(TypedAmount, IsAnAmountWithinReasonOrARefusal) {
  Seed seed;
  SCOPED_TRACE(seed.text());
  for (int round = 0; round < rounds; ++round) {
    const std::string typed = broken(seed.between(0, 1) == 0 ? "1234.50" : "40123455", seed);
    const auto amount = typed_amount(typed, tests::currency("EUR"));
    if (amount) {
      EXPECT_GE(amount.value().minor(), 0) << typed;
      EXPECT_LE(amount.value().minor(), 10'000'000'000) << typed;
    }
  }
}

TEST(CodePage, WritesAnyBytesWithoutAQuestionMark) {
  Seed seed;
  SCOPED_TRACE(seed.text());
  for (int round = 0; round < rounds / 10; ++round) {
    std::string text = broken("Ђорђе, Čačak, ș 🍞 Straße ñ", seed);
    std::erase(text, '?');
    for (const std::string& page : CodePage::names())
      EXPECT_EQ(CodePage(page).nearest(text).find('?'), std::string::npos);
  }
}

}  // namespace
}  // namespace tilia::pos
