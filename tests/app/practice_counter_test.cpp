// Practising: everything works, and nothing of it reaches the shop's book, its drawer or its till.
#include "app/practice_counter.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/resources.h"
#include "db/journal.h"
#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;
using pos::Place;

class Practising : public ::testing::Test {
 protected:
  Practising() {
    std::string pattern = (fs::temp_directory_path() / "practice-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    shop_.log_in();
    pos::PrinterSetting printer;
    printer.way = pos::PrinterSetting::Way::file;
    printer.target = folder_ / "paper";
    printer.code_page = "CP852";
    Words words(Language::english, find_resources().catalogues());
    practice_.emplace(shop_->doors(), std::move(words), printer, [this] { ended_ = true; });
    practice_->counter().begin_practice(*shop_->person());
  }
  ~Practising() override { fs::remove_all(folder_); }
  Practising(const Practising&) = delete;
  Practising& operator=(const Practising&) = delete;

  [[nodiscard]] std::int64_t entries() {
    std::int64_t count = 0;
    db::read_journal(shop_.file->reader(), [&](const db::JournalEntry&) { ++count; });
    return count;
  }
  void sell_a_loaf() {
    pos::Counter& counter = practice_->counter();
    counter.tap_article("loaf");
    counter.pay();
    counter.paying().take_offer(0);  // the exact sum
    counter.paid();
    counter.print_now();
  }

  fs::path folder_;
  pos::tests::CounterOfTests shop_;
  bool ended_ = false;
  std::optional<PracticeCounter> practice_;
};

TEST_F(Practising, AWholeDayLeavesNoTraceInTheBook) {
  const std::int64_t before = entries();
  const auto tray = shop_.draft.load();
  pos::Counter& counter = practice_->counter();
  ASSERT_EQ(counter.place(), Place::open_drawer) << "as on a real morning";
  counter.open_with_last_float();
  sell_a_loaf();
  ASSERT_EQ(counter.place(), Place::change);
  counter.made_a_mistake();
  counter.take_it_back();
  counter.next_customer();
  sell_a_loaf();
  counter.next_customer();
  counter.own_picture();
  counter.close_day();
  counter.count().set(shop_.piece(50), 1);
  counter.count().set(shop_.piece(10), 1);
  counter.counted();
  ASSERT_EQ(counter.place(), Place::closed);
  counter.good_night();
  EXPECT_TRUE(ended_);
  EXPECT_EQ(entries(), before);
  EXPECT_EQ(shop_->place(), Place::open_drawer) << "the till waits where it was";
  EXPECT_EQ(shop_.draft.load(), tray);
  EXPECT_EQ(shop_.kept_count.load(), std::nullopt);
}

TEST_F(Practising, ItsPaperIsMarkedAndTheDrawerStaysShut) {
  practice_->counter().open_with_last_float();
  sell_a_loaf();
  std::ifstream in(folder_ / "paper", std::ios::binary);
  const std::string paper{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  EXPECT_NE(paper.find("60.00"), std::string::npos);
  EXPECT_NE(paper.find("PRACTICE"), std::string::npos);
  const auto pulse = pos::drawer_pulse();
  EXPECT_EQ(paper.find(std::string(pulse.begin(), pulse.end())), std::string::npos);
}

TEST_F(Practising, IsOfferedOnlyWhileNoDrawerIsOpen) {
  pos::CounterDoors doors = shop_->doors();
  int asked = 0;
  doors.practise = [&](const pos::LogIn::Person& person) {
    ++asked;
    EXPECT_EQ(person.picture, "🦊");
  };
  shop_.counter = std::make_unique<pos::Counter>(doors);
  shop_.log_in();
  EXPECT_TRUE(shop_->can_practise());
  shop_->practise();
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(shop_->place(), Place::locked) << "nobody stays logged in behind it";
  EXPECT_FALSE(shop_->person().has_value());
  shop_->open_again();
  shop_.log_in();
  shop_->open_with_last_float();
  EXPECT_FALSE(shop_->can_practise());
  shop_->practise();
  EXPECT_EQ(asked, 1);
  EXPECT_FALSE(practice_->counter().can_practise()) << "not within practice";
}

TEST_F(Practising, EndsFromOnesOwnPicture) {
  practice_->counter().open_with_last_float();
  practice_->counter().own_picture();
  EXPECT_TRUE(practice_->counter().practising());
  practice_->counter().log_out();
  EXPECT_TRUE(ended_);
}

}  // namespace
}  // namespace tilia::app
