// "Please come" between two programs on one book.
#include "app/office_call.h"

#include <gtest/gtest.h>

#include "tests/db/fresh_folder.h"

namespace tilia::app {
namespace {

using State = pos::OfficeCall::State;

class PleaseCome : public testing::Test {
 protected:
  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(book_.parent_path()))
      names.push_back(entry.path().filename().string());
    return names;
  }
  void pass(std::int64_t seconds) { clock_.set(clock_.now().plus_seconds(seconds)); }

  db::FreshFolder folder_;
  std::filesystem::path book_ = folder_.path() / "shop.tilia";
  SetClock clock_{*Instant::parse("2026-03-02T08:00:00Z")};
};

TEST_F(PleaseCome, GoesToTheOfficeAndTheAnswerComesBack) {
  TillCall till(book_, "T1", clock_);
  OfficeCalls office(book_, clock_);
  EXPECT_FALSE(office.asks("T1"));
  ASSERT_TRUE(till.ask());
  EXPECT_EQ(till.state(), State::asked);
  EXPECT_TRUE(office.asks("T1"));
  EXPECT_FALSE(office.asks("T2")) << "another counter asked for nobody";
  office.coming("T1");
  EXPECT_FALSE(office.asks("T1"));
  EXPECT_EQ(till.state(), State::coming);
  till.end();
  EXPECT_EQ(till.state(), State::quiet);
  EXPECT_EQ(files(), std::vector<std::string>{"shop.tilia-office-lock"}) << "nothing is left of it";
}

TEST_F(PleaseCome, IsTakenBackByTheTillAndAnAnswerThatIsTooLateDoesNothing) {
  TillCall till(book_, "T1", clock_);
  OfficeCalls office(book_, clock_);
  ASSERT_TRUE(till.ask());
  till.end();
  EXPECT_FALSE(office.asks("T1"));
  office.coming("T1");
  EXPECT_EQ(till.state(), State::quiet);
}

TEST_F(PleaseCome, EndsByItselfAfterAQuarterOfAnHour) {
  TillCall till(book_, "T1", clock_);
  OfficeCalls office(book_, clock_);
  ASSERT_TRUE(till.ask());
  pass(call_lasts_seconds - 1);
  EXPECT_TRUE(office.asks("T1"));
  pass(1);
  EXPECT_FALSE(office.asks("T1"));
  EXPECT_EQ(till.state(), State::quiet);
}

TEST_F(PleaseCome, OfACrashIsTakenAwayWhenTheTillStarts) {
  OfficeCalls office(book_, clock_);
  ASSERT_TRUE(TillCall(book_, "T1", clock_).ask());
  EXPECT_TRUE(office.asks("T1"));
  const TillCall started_again(book_, "T1", clock_);
  EXPECT_FALSE(office.asks("T1"));
}

TEST_F(PleaseCome, KnowsWhetherAnyOfficeIsOpen) {
  TillCall till(book_, "T1", clock_);
  EXPECT_FALSE(till.office_is_open());
  {
    const OfficeCalls one(book_, clock_);
    {
      const OfficeCalls another(book_, clock_);
      EXPECT_TRUE(till.office_is_open());
    }
    EXPECT_TRUE(till.office_is_open());
  }
  EXPECT_FALSE(till.office_is_open());
}

TEST_F(PleaseCome, SaysSoWhereItCannotBeSent) {
  TillCall till(folder_.path() / "no such folder" / "shop.tilia", "T1", clock_);
  EXPECT_FALSE(till.ask());
  EXPECT_FALSE(till.office_is_open());
}

TEST_F(PleaseCome, LeavesNothingToReadInItsFile) {
  TillCall till(book_, "T1", clock_);
  ASSERT_TRUE(till.ask());
  EXPECT_EQ(std::filesystem::file_size(book_.string() + ".T1.come"), 0U);
}

}  // namespace
}  // namespace tilia::app
