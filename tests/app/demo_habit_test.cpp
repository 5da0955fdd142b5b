// What is asked about at the counter, on a practice month: seldom in ordinary trade, and nearly
// always after a slip. The habit is learned from the first half of each till's sales, and met with
// the second.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "app/resources.h"
#include "db/book_file.h"
#include "db/till_book_sqlite.h"
#include "pos/country_pack.h"
#include "pos/habit.h"
#include "program.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

// What was to pay, with all that came beside the sale.
Money due_of(const pos::Sale& sale) {
  Money due = -sale.priced.change;
  for (const pos::Tender& tender : sale.priced.tenders) due += tender.amount;
  return due;
}

struct Slips {
  int made = 0;
  int asked = 0;
};

class HabitOfAPracticeMonth : public ::testing::Test {
 protected:
  HabitOfAPracticeMonth() {
    std::string pattern = (fs::temp_directory_path() / "habit-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    const Ran ran = run({"--json", "demo", folder_, "--seed", "7", "--months", "1"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    file_ = db::BookFile::open(folder_ / "book.tilia", {.station = "CLI"});
    book_.emplace(*file_);
    const Day day = Day::parse("2026-03-02").value();
    pack_.emplace(pos::load_country_pack(find_resources().counter_rules(), "RS", day).value());
    for (const pos::Article& article : book_->articles(day))
      articles_.emplace(article.code, article);
    for (const pos::Shop& shop : book_->organisation().shops) learn_and_meet(shop.till);
  }
  ~HabitOfAPracticeMonth() override {
    book_.reset();
    file_.reset();
    fs::remove_all(folder_);
  }
  HabitOfAPracticeMonth(const HabitOfAPracticeMonth&) = delete;
  HabitOfAPracticeMonth& operator=(const HabitOfAPracticeMonth&) = delete;

  void learn_and_meet(const std::string& till) {
    auto sales = book_->latest_sales(till, 1'000'000);
    std::erase_if(sales, [](const pos::Sale& sale) {
      return sale.refund_of.has_value() || sale.priced.delivers.has_value();
    });
    const auto half = sales.begin() + static_cast<std::ptrdiff_t>(sales.size() / 2);
    pos::RecentTrade trade;
    for (auto sale = half; sale != sales.end(); ++sale) {
      for (const pos::SaleLine& line : sale->priced.lines)
        trade.lines.push_back({line.article, line.unit, line.quantity});
      if (!sale->priced.change.is_zero())
        trade.handed.push_back({due_of(*sale), sale->priced.change});
    }
    const pos::Habit habit(trade);
    for (auto sale = sales.begin(); sale != half; ++sale) meet(habit, *sale);
  }

  void meet(const pos::Habit& habit, const pos::Sale& sale) {
    ++sales_;
    bool asked = habit.is_far_out({due_of(sale), sale.priced.change});
    for (const pos::SaleLine& line : sale.priced.lines) {
      const pos::Article& article = articles_.at(line.article);
      asked = asked || habit.is_far_out(article, line.quantity);
      const std::int64_t thousandths = line.quantity.thousandths();
      const auto slip = [&](const std::string& kind, std::int64_t typed) {
        ++slips_[kind].made;
        if (habit.is_far_out(article, Quantity::from_thousandths(typed))) ++slips_[kind].asked;
      };
      slip(line.unit == pos::Unit::kg ? "weight with another digit" : "pieces with another digit",
           thousandths * 10);
      if (line.unit == pos::Unit::kg) slip("kilograms for grams", (thousandths + 999) / 1000);
    }
    if (asked) ++asked_;
    slip_of_a_note(habit, sale);
  }

  // The largest note, tapped as the one of ten times its value.
  void slip_of_a_note(const pos::Habit& habit, const pos::Sale& sale) {
    if (sale.priced.tenders.front().kind != pos::TenderKind::cash) return;
    const auto given = pos::fewest_pieces(sale.priced.tenders.front().amount, pack_->pieces);
    ASSERT_TRUE(given && !given->empty());
    const Money note = given->front().value;
    const auto is_ten_times = [&](const pos::Piece& piece) {
      return piece.kind == pos::Piece::Kind::note && piece.value.minor() == 10 * note.minor();
    };
    if (std::ranges::none_of(pack_->pieces, is_ten_times)) return;
    const Money more = Money::from_minor(9 * note.minor(), note.currency());
    ++slips_["200 for 20"].made;
    if (habit.is_far_out({due_of(sale), sale.priced.change + more})) ++slips_["200 for 20"].asked;
  }

  fs::path folder_;
  std::unique_ptr<db::BookFile> file_;
  std::optional<db::TillBookSqlite> book_;
  std::optional<pos::CountryPack> pack_;
  std::map<std::string, pos::Article> articles_;
  int sales_ = 0;
  int asked_ = 0;
  std::map<std::string, Slips> slips_;
};

TEST_F(HabitOfAPracticeMonth, AsksSeldomAndCatchesNearlyEverySlip) {
  ASSERT_GT(sales_, 1'000);
  EXPECT_LT(asked_ * 200, sales_) << asked_ << " of " << sales_ << " ordinary sales";
  ASSERT_EQ(slips_.size(), 4U);
  for (const auto& [kind, slips] : slips_) {
    RecordProperty(kind, slips.asked);
    ASSERT_GT(slips.made, 100) << kind;
    EXPECT_GE(slips.asked * 100, slips.made * 95)
        << kind << ": " << slips.asked << " of " << slips.made;
  }
}

}  // namespace
}  // namespace tilia::app
