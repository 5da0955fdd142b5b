// Speech goes to the program that this machine has, by a pipe, and ends when the next begins.
#include "app/speech.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

class Speaking : public ::testing::Test {
 protected:
  Speaking() {
    std::string pattern = (fs::temp_directory_path() / "speech-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    // A reader of this pipe is woken when the program has said all.
    EXPECT_EQ(::mkfifo((folder_ / "said").c_str(), 0600), 0);
  }
  ~Speaking() override { fs::remove_all(folder_); }
  Speaking(const Speaking&) = delete;
  Speaking& operator=(const Speaking&) = delete;

  // Stands for the program: says its arguments and what came in.
  void install(const std::string& name) {
    std::ofstream(folder_ / name) << "#!/bin/sh\n{ echo \"$@\"; /bin/cat; } > "
                                  << (folder_ / "said").string() << "\n";
    fs::permissions(folder_ / name, fs::perms::owner_all);
  }
  [[nodiscard]] std::string said() {
    std::ifstream in(folder_ / "said");
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }
  fs::path folder_;
};

TEST_F(Speaking, WithoutAProgramItIsSilent) {
  SpeechProgram speech("", folder_.string());
  EXPECT_FALSE(speech.can_speak());
  speech.say("Press the green button.", Language::english);
}

TEST_F(Speaking, TheSentenceGoesInByAPipeAndStandsInNoArgument) {
  install("espeak-ng");
  SpeechProgram speech("headphones", "/nowhere:" + folder_.string());
  ASSERT_TRUE(speech.can_speak());
  speech.say("To pay 6,30 €", Language::serbian_cyrillic);
  EXPECT_EQ(said(), "--stdin -v sr -d headphones\nTo pay 6,30 €");
}

TEST_F(Speaking, AProgramThatEndsAtOnceBreaksNothing) {
  std::ofstream(folder_ / "espeak-ng") << "#!/bin/sh\nexit 1\n";
  fs::permissions(folder_ / "espeak-ng", fs::perms::owner_all);
  SpeechProgram speech("", folder_.string());
  for (int i = 0; i < 50; ++i) speech.say("To pay 6,30 €", Language::english);
  EXPECT_TRUE(speech.can_speak());
}

TEST_F(Speaking, TheDispatcherIsTakenWhereThereIsNoOther) {
  install("spd-say");
  SpeechProgram speech("", folder_.string());
  speech.say("Hello", Language::english);
  EXPECT_EQ(said(), "-e -l en\nHello");
}

}  // namespace
}  // namespace tilia::app
