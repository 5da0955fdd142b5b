#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/pos/book/case_runner.h"

namespace tilia::pos {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> case_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(TILIA_SOURCE "/tests/cases")) {
    if (entry.path().extension() == ".till") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

class TillCase : public ::testing::TestWithParam<fs::path> {};

TEST_P(TillCase, Holds) {
  std::ifstream file(GetParam());
  std::stringstream text;
  text << file.rdbuf();
  for (const std::string& complaint : tests::CaseRunner().run(text.str()))
    ADD_FAILURE() << GetParam().filename().string() << ':' << complaint;
}

INSTANTIATE_TEST_SUITE_P(Cases, TillCase, ::testing::ValuesIn(case_files()), [](const auto& each) {
  std::string name = each.param.stem().string();
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '-'; }, '_');
  return name;
});

TEST(CaseRunner, NamesWhatDoesNotHoldAndItsLine) {
  const std::string shop =
      "shop AT on 2026-03-02 07:00\narticle cake | Cake | 3.00 | standard | each\n";
  const auto run = [&](const std::string& rest) {
    const auto complaints = tests::CaseRunner().run(shop + rest);
    return complaints.empty() ? std::string("holds") : complaints.front();
  };
  EXPECT_EQ(run("open 10.00\nsell 1 cake; cash 5.00\n  change 2.00\n"), "holds");
  EXPECT_EQ(run("open 10.00\nsell 1 cake; cash 5.00\n  change 1.00\n"),
            "5: change is 2.00, not 1.00");
  EXPECT_EQ(run("sell 1 cake; cash 5.00\n"), "3: refused as sale.no_open_session");
  EXPECT_EQ(run("sell 1 cake; cash 5.00\n  refused sale.empty_sale\n"),
            "4: refused is sale.no_open_session, not sale.empty_sale");
  EXPECT_EQ(run("open 10.00\n  refused drawer.already_open\n"),
            "4: refused is nothing, not drawer.already_open");
  EXPECT_EQ(run("dance\n"), "3: \"dance\" is nothing that a case can do");
}

}  // namespace
}  // namespace tilia::pos
