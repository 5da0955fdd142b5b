#include "app/paper_folder.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>

#include "tests/db/fresh_folder.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

class PaperFolderTest : public ::testing::Test {
 protected:
  PaperFolderTest() { ::setenv("XDG_RUNTIME_DIR", place_.path().c_str(), 1); }
  ~PaperFolderTest() override { ::unsetenv("XDG_RUNTIME_DIR"); }
  [[nodiscard]] long folders() const {
    return std::distance(fs::directory_iterator(place_.path()), fs::directory_iterator());
  }
  static void lay_a_paper_into(const PaperFolder& folder) {
    std::ofstream(folder.file("payslip.pdf")) << "paper";
  }

  db::FreshFolder place_;
};

TEST_F(PaperFolderTest, GoesWithItsPapers) {
  {
    const PaperFolder folder;
    lay_a_paper_into(folder);
    EXPECT_EQ(folders(), 1);
  }
  EXPECT_EQ(folders(), 0);
}

TEST_F(PaperFolderTest, StaysWhenItsPapersAreTakenAway) {
  const PaperFolder folder;
  lay_a_paper_into(folder);
  folder.clear();
  EXPECT_FALSE(fs::exists(folder.file("payslip.pdf")));
  lay_a_paper_into(folder);
  EXPECT_TRUE(fs::exists(folder.file("payslip.pdf")));
}

TEST_F(PaperFolderTest, NobodyElseMayReadIt) {
  const PaperFolder folder;
  EXPECT_EQ(fs::status(folder.file("").parent_path()).permissions(), fs::perms::owner_all);
}

TEST_F(PaperFolderTest, TheNextOneTakesAwayWhatAKilledProgramLeft) {
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const PaperFolder folder;
    lay_a_paper_into(folder);
    ::raise(SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
  ASSERT_EQ(folders(), 1);
  const PaperFolder next;
  EXPECT_EQ(folders(), 1);
  EXPECT_FALSE(fs::exists(next.file("payslip.pdf")));
}

TEST_F(PaperFolderTest, LeavesTheFolderOfAProgramThatStillRuns) {
  const PaperFolder first;
  lay_a_paper_into(first);
  const PaperFolder second;
  EXPECT_TRUE(fs::exists(first.file("payslip.pdf")));
  EXPECT_EQ(folders(), 2);
}

TEST_F(PaperFolderTest, LeavesWhatIsNotItsOwn) {
  fs::create_directory(place_.path() / "papers");
  std::ofstream(place_.path() / "tilia-papers-list.txt") << "somebody's file";
  { const PaperFolder folder; }
  EXPECT_EQ(folders(), 2);
}

}  // namespace
}  // namespace tilia::app
