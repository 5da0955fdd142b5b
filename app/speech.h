// Speaks a sentence with the speech program that this machine has, espeak-ng or spd-say; without
// one it is silent and says so. What is spoken goes in by a pipe: it stands in no list of programs,
// and the next sentence ends the one before.
//
//   SpeechProgram speech("headphones");   // of the sound system; empty: the usual one
//   if (speech.can_speak()) speech.say("Press the green button.", Language::english);
#pragma once

#include <sys/types.h>

#include <string>

#include "core/phrase.h"
#include "pos/ui/doors.h"

namespace tilia::app {

class SpeechProgram final : public pos::Speaker {
 public:
  // `path`: where programs are looked for, as in $PATH.
  explicit SpeechProgram(std::string device, const std::string& path);
  ~SpeechProgram() override;
  SpeechProgram(const SpeechProgram&) = delete;
  SpeechProgram& operator=(const SpeechProgram&) = delete;

  [[nodiscard]] bool can_speak() const override { return !program_.empty(); }
  void say(const std::string& sentence, Language language) override;

 private:
  void be_quiet();

  std::string device_;
  std::string program_;  // whole path
  bool dispatcher_ = false;
  pid_t speaking_ = 0;
};

}  // namespace tilia::app
