#include "app/private_process.h"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <string>

namespace tilia::app {
namespace {

TEST(PrivateProcess, LeavesNoCoreAndShowsItsMemoryToNobody) {
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    keep_process_private();
    rlimit core{1, 1};
    const bool none =
        ::getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_cur == 0 && core.rlim_max == 0;
    ::_exit(none && ::prctl(PR_GET_DUMPABLE) == 0 ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
}

TEST(PrivateProcess, IsWhatEveryProgramAsksForFirst) {
  for (const char* program : {"tilia.cpp", "till.cpp", "office.cpp"}) {
    std::ifstream stream(std::string(TILIA_SOURCE) + "/app/" + program);
    const std::string source((std::istreambuf_iterator<char>(stream)), {});
    const std::size_t main_begins = source.find("int main(");
    ASSERT_NE(main_begins, std::string::npos) << program;
    const std::size_t body = source.find('{', main_begins);
    const std::size_t first = source.find_first_not_of(" \n", body + 1);
    EXPECT_EQ(source.compare(first, 22, "tilia::app::keep_proce"), 0) << program;
  }
}

}  // namespace
}  // namespace tilia::app
