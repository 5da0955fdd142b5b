#include "app/speech.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <sstream>
#include <vector>

#include "core/descriptor.h"

extern char** environ;

namespace tilia::app {
namespace {

std::string found_in(const std::string& path, const std::string& name) {
  std::istringstream folders(path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    const std::string program = folder + '/' + name;
    if (!folder.empty() && ::access(program.c_str(), X_OK) == 0) return program;
  }
  return {};
}

// Serbian is one language to a voice, whatever its letters.
std::string voice_of(Language language) { return language == Language::english ? "en" : "sr"; }

}  // namespace

SpeechProgram::SpeechProgram(std::string device, const std::string& path)
    : device_(std::move(device)), program_(found_in(path, "espeak-ng")) {
  if (!program_.empty()) return;
  program_ = found_in(path, "spd-say");
  dispatcher_ = !program_.empty();
}

SpeechProgram::~SpeechProgram() { be_quiet(); }

void SpeechProgram::be_quiet() {
  if (speaking_ == 0) return;
  ::kill(speaking_, SIGKILL);
  ::waitpid(speaking_, nullptr, 0);
  speaking_ = 0;
}

void SpeechProgram::say(const std::string& sentence, Language language) {
  be_quiet();
  if (!can_speak()) return;
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return;
  const Descriptor out(pipe[0]);
  const Descriptor in(pipe[1]);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, out.number(), STDIN_FILENO);
  std::vector<std::string> words{program_};
  if (dispatcher_) {
    words.insert(words.end(), {"-e", "-l", voice_of(language)});
  } else {
    words.insert(words.end(), {"--stdin", "-v", voice_of(language)});
    if (!device_.empty()) words.insert(words.end(), {"-d", device_});
  }
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t started = 0;
  const int failed =
      ::posix_spawn(&started, program_.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed == 0) {
    speaking_ = started;
    // A sentence is shorter than what a pipe holds, so this never waits; and our own end of it is
    // still open, so that a program which ended at once breaks nothing.
    (void)!::write(in.number(), sentence.data(), sentence.size());
  }
}

}  // namespace tilia::app
