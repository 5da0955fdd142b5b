// The main of tests with real windows: the toolkit starts first, then the tests run in it. On its
// command line stands the screen that it was given: --dpi=120.
#include "tests/pos/ui/private_screen.h"

#include <gtest/gtest.h>
#include <wx/app.h>

#include <string>

namespace tilia::pos::tests {
namespace {

int promised_dpi = 96;

class AppOfTests final : public wxApp {
 public:
  bool OnInit() override { return true; }
  int OnRun() override { return RUN_ALL_TESTS(); }
};

}  // namespace

int dpi_of_screen() { return promised_dpi; }

}  // namespace tilia::pos::tests

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  const std::string dpi = "--dpi=";
  int left = 1;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument.starts_with(dpi)) {
      tilia::pos::tests::promised_dpi = std::stoi(argument.substr(dpi.size()));
    } else {
      argv[left++] = argv[i];
    }
  }
  argc = left;
  wxApp::SetInstance(new tilia::pos::tests::AppOfTests);
  return wxEntry(argc, argv);
}
