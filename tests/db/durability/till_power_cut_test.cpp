// The power goes at a random operation while a till works on the real book: opening it, the drawer,
// sales, cash moves, refunds, checkpoints and the close of the day. Afterwards every answered step
// is in the book once and whole, at most one unanswered step is, and work goes on.
#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <map>
#include <optional>

#include "core/zone.h"
#include "db/book_fault.h"
#include "db/journal.h"
#include "db/new_book.h"
#include "db/till_book_sqlite.h"
#include "pos/keep_drawer.h"
#include "pos/take_back.h"
#include "tests/core/seed.h"
#include "tests/db/durability/cut_stories.h"
#include "tests/db/durability/power_cut_vfs.h"
#include "tests/db/fresh_folder.h"
#include "tests/db/small_bakery.h"

namespace tilia::db {
namespace {

const std::string till = "T1";
const Instant morning = *Instant::parse("2026-03-02T05:00Z");

struct Answered {
  std::map<pos::SaleId, pos::Sale> sales;
  std::vector<pos::DaySheet> sheets;
  std::optional<pos::SaleRequest> unanswered;
};

class Till {
 public:
  explicit Till(DiskModel model, std::uint64_t seed)
      : chance_(seed), disk_(model, chance_), vfs_("till-power-cut", disk_) {
    options_ = {.station = till,
                .vfs = vfs_.name(),
                .lock_beside = folder_.file("shop"),
                .network_file_system = [](const std::filesystem::path&) { return ""; },
                .idle_log_bytes = 0};
  }

  PowerCutDisk& disk() { return disk_; }

  // True when the making was answered.
  bool make() {
    SeededChance ids(5);
    return until_the_cut([&] {
      const auto book = create_book("shop", options_, small_bakery(), morning, ids);
      TillBookSqlite(*book).put_articles(six_articles(), morning);
    });
  }

  // A day and a half at the counter; the same seed does the same.
  Answered work(std::uint64_t story_seed) {
    Answered answered;
    until_the_cut([&] {
      const auto file = BookFile::open("shop", options_);
      TillBookSqlite book(*file);
      SeededChance story(story_seed);
      tell(*file, book, story, answered);
    });
    return answered;
  }

  void look(const Answered& answered) {
    disk_.power_returns();
    const auto file = BookFile::open("shop", options_);
    expect_sound(*file);
    TillBookSqlite book(*file);
    for (const auto& [id, sale] : answered.sales) ASSERT_EQ(book.sale_by_id(id), sale);
    for (const pos::DaySheet& sheet : answered.sheets)
      ASSERT_EQ(book.day_sheet(till, sheet.number), sheet);
    expect_no_more_than(answered, book);
    expect_work_goes_on(answered, book);
  }

  void expect_made_or_makeable(bool answered) {
    disk_.power_returns();
    if (answered) {
      const auto file = BookFile::open("shop", options_);
      expect_sound(*file);
      ASSERT_EQ(TillBookSqlite(*file).articles(*Day::from(2026, 3, 2)).size(),
                six_articles().size());
      return;
    }
    try {
      const auto file = BookFile::open("shop", options_);
      expect_sound(*file);
      ASSERT_EQ(TillBookSqlite(*file).organisation(), small_bakery()) << "half a book";
    } catch (const BookFault& fault) {
      ASSERT_TRUE(make()) << "what a cut-off making left is in the way of the next: "
                          << fault.what();
    }
  }

 private:
  bool until_the_cut(const std::function<void()>& steps) {
    try {
      steps();
      return true;
    } catch (const BookFault& fault) {
      EXPECT_TRUE(disk_.is_cut()) << "failed while there was power: " << fault.what();
      return false;
    }
  }

  void tell(BookFile& file, TillBookSqlite& book, Chance& story, Answered& answered) {
    pos::KeepDrawer drawer(book, pack_, zone_, clock_, story);
    pos::RingUpSale ring(book, pack_, clock_);
    for (int day = 0; day < 2; ++day) {
      ASSERT_TRUE(drawer.open(till, dinars(2'000)));
      const auto sales = 3 + story.below(5);
      for (std::uint64_t sale = 0; sale < sales; ++sale) {
        sell(ring, story, answered);
        if (story.below(12) == 0) file.checkpoint();
        if (story.below(12) == 0) file.tend_log();  // the log is kept, and written over
        if (story.below(6) == 0) take_cash_out(drawer);
        if (story.below(6) == 0) refund(book, story, answered);
      }
      if (day == 0) close(drawer, story, answered);
    }
  }

  // At once, or from a bag.
  static void close(pos::KeepDrawer& drawer, Chance& story, Answered& answered) {
    const std::vector<pos::CountedPiece> counted{{dinars(100), 3}};
    if (story.below(2) == 0) {
      answered.sheets.push_back(drawer.close(till, counted).value());
      return;
    }
    ASSERT_TRUE(drawer.bag(till, "4711"));
    answered.sheets.push_back(drawer.close_bag(till, "4711", counted).value());
  }

  void sell(pos::RingUpSale& ring, Chance& story, Answered& answered) {
    answered.unanswered = cash_sale(1 + static_cast<int>(story.below(6)), story);
    const auto rung = ring.ring_up(till, *answered.unanswered);
    ASSERT_TRUE(rung);
    answered.sales.emplace(rung.value().sale.id, rung.value().sale);
    answered.unanswered.reset();
  }

  static void take_cash_out(pos::KeepDrawer& drawer) {
    ASSERT_TRUE(drawer.move_cash(till, {pos::CashMove::Direction::out, dinars(20), "taxi"}));
  }

  void refund(TillBookSqlite& book, Chance& story, Answered& answered) {
    const pos::Sale of = book.latest_sales(till, 1).at(0);
    const auto taken = pos::take_back(book, pack_, clock_, till,
                                      {.id = pos::SaleId::mint(story),
                                       .receipt = of.receipt,
                                       .lines = {},
                                       .reason = pos::refund_reasons().front()});
    if (taken) answered.sales.emplace(taken.value().sale.id, taken.value().sale);
  }

  static void expect_sound(BookFile& file) {
    Connection& reader = file.reader();
    Query check = reader.query("PRAGMA integrity_check");
    ASSERT_TRUE(check.next());
    ASSERT_EQ(check.text(0), "ok");
    ASSERT_FALSE(reader.query("PRAGMA foreign_key_check").next());
    ASSERT_FALSE(verify_journal(reader).first_break);
  }

  // At most one sale more than was answered, and the session's sums are those of its sales.
  static void expect_no_more_than(const Answered& answered, TillBookSqlite& book) {
    const auto kept = book.latest_sales(till, 1'000);
    ASSERT_LE(kept.size(), answered.sales.size() + 1) << "a sale that nobody rang up";
    const auto session = book.open_session(till);
    if (!session) return;
    std::int64_t count = 0;
    Money total = dinars(0);
    for (const pos::Sale& sale : kept) {
      if (sale.session != session->id || sale.refund_of) continue;
      ++count;
      total += sale.priced.total;
    }
    const pos::SessionFigures figures = book.figures(session->id);
    ASSERT_EQ(figures.sales_count, count);
    ASSERT_EQ(figures.sales_total, total);
  }

  // What was in the cashier's hand is rung up again, and is in the book once.
  void expect_work_goes_on(const Answered& answered, TillBookSqlite& book) {
    if (!answered.unanswered) return;
    const auto before = book.latest_sales(till, 1'000).size();
    const bool was_in = book.sale_by_id(answered.unanswered->id).has_value();
    pos::RingUpSale ring(book, pack_, clock_);
    const auto again = ring.ring_up(till, *answered.unanswered);
    ASSERT_TRUE(again);
    ASSERT_EQ(again.value().state,
              was_in ? pos::Entered::State::already_entered : pos::Entered::State::entered);
    ASSERT_EQ(book.latest_sales(till, 1'000).size(), before + (was_in ? 0 : 1));
  }

  FreshFolder folder_;
  SeededChance chance_;
  PowerCutDisk disk_;
  PowerCutVfs vfs_;
  BookOptions options_;
  pos::CountryPack pack_ = plain_pack();
  Zone zone_ = *Zone::named("Europe/Belgrade");
  SetClock clock_{morning};
};

class TillPowerCut : public testing::TestWithParam<DiskModel> {};

int asked_cuts(int everyday, int campaign) {
  return std::getenv("TILIA_FULL") != nullptr ? campaign : everyday;
}

void cut_a_day(DiskModel model, int cuts) {
  Seed seed;
  SCOPED_TRACE(seed.text());
  Till shop(model, static_cast<std::uint64_t>(seed.between(1, 1'000'000'000)));
  ASSERT_TRUE(shop.make());
  cut_stories(shop, cuts, seed,
              [](const auto& answered) { return static_cast<bool>(answered.unanswered); });
}

// Four parts, so that they run side by side.
TEST_P(TillPowerCut, KeepsEveryAnsweredStepOfADay) {
  cut_a_day(GetParam(), asked_cuts(450, 5'000));
}
TEST_P(TillPowerCut, KeepsEveryAnsweredStepOfAnotherDay) {
  cut_a_day(GetParam(), asked_cuts(450, 5'000));
}

TEST_P(TillPowerCut, LeavesAWholeBookOrNoneWhenItIsMade) {
  Seed seed;
  SCOPED_TRACE(seed.text());
  std::int64_t operations = 0;
  {
    Till shop(GetParam(), 1);
    ASSERT_TRUE(shop.make());
    operations = shop.disk().operations();
  }
  const int cuts = asked_cuts(100, 1'000);
  for (int cut = 0; cut < cuts; ++cut) {
    Till shop(GetParam(), static_cast<std::uint64_t>(seed.between(1, 1'000'000'000)));
    shop.disk().cut_at(seed.between(1, operations + operations / 10));
    const bool answered = shop.make();
    ASSERT_NO_FATAL_FAILURE(shop.expect_made_or_makeable(answered));
  }
}

INSTANTIATE_TEST_SUITE_P(BothModels, TillPowerCut,
                         testing::Values(DiskModel::strict_posix, DiskModel::ext4_like));

}  // namespace
}  // namespace tilia::db
